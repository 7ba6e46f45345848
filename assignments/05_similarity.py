# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 05 · 두 모습의 짝 찾기
#
# **대조 학습의 손실을 식으로 쓰고, 찾은 순서까지 보는 점수를 만들고, 레이블 없이 인코더를 학습시켜 픽셀보다 잘 찾게 합니다.**
#
# 20점 · {minutes}분쯤 · 준비: 05강 ‘닮음’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 05 · Find the partner view
#
# **Write down the loss of contrastive learning, build a score that minds the order, and train an encoder without labels until it finds better than pixels.**
#
# 20 points · about {minutes} minutes · You need: lesson 5, on teaching what to forget
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import hangul_images, say, show_images
from helpers.training import train
import keras
from keras import layers, ops
import numpy as np


def draw(per_syllable, seed):
    """14 × 14 그림과 글자 번호 | Pictures of 14 × 14, and the syllables' numbers"""
    X, consonant, vowel = hangul_images(per_syllable, seed)
    X = X.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)).reshape(-1, 196)
    return X, 10 * consonant + vowel


def view(pictures, rng):
    """그림마다 다른 모습 하나 | Another view of each picture"""
    n = len(pictures)
    wide = np.pad(pictures.reshape(-1, 14, 14), ((0, 0), (2, 2), (2, 2)))
    down, across = rng.integers(0, 5, (2, n, 1, 1))
    place, side = np.arange(n)[:, None, None], np.arange(14)
    moved = wide[place, down + side[:, None], across + side]
    moved = rng.uniform(0.6, 1.6, (n, 1, 1)) * moved
    noise = 0.1 * rng.standard_normal(moved.shape)
    return np.clip(moved + noise, 0, 1).reshape(n, 196).astype("float32")


X_train, y_train = draw(20, 0)
X_test, y_test = draw(5, 1)
rng = np.random.default_rng(0)
show_images([X_train[:8], view(X_train[:8], rng), view(X_train[:8], rng)])

# %% [markdown] id="loss-task" lang="ko"
# ## 1. 두 방향의 손실 (5점)
#
# `left`와 `right`(모양 `(n, size)`)의 같은 줄이 한 그림의 두 모습입니다. 벡터의 길이를 1로 맞추고, 내적 $s_{ij}$에 `scale`을 곱해 아래 손실을 `left`에서 `right`로, `right`에서 `left`로 구한 다음 **두 방향의 평균**, 즉 수 하나를 돌려주세요.
#
# $$-\frac{1}{n}\sum_i \ln \frac{e^{scale\cdot s_{ii}}}{\sum_j e^{scale\cdot s_{ij}}}$$
#
# `scale`이 1,000이어도 값이 정확해야 합니다. 줄마다 가장 큰 값을 먼저 빼면 넘치지(overflow) 않습니다.

# %% [markdown] id="loss-task" lang="en"
# ## 1. The loss of both ways (5 points)
#
# The same row of `left` and `right`, both `(n, size)`, holds two views of one picture. Bring the vectors to length 1, multiply the dot products $s_{ij}$ by `scale`, take the loss below from `left` to `right` and from `right` to `left`, and return **the mean of both ways**, a single number.
#
# $$-\frac{1}{n}\sum_i \ln \frac{e^{scale\cdot s_{ii}}}{\sum_j e^{scale\cdot s_{ij}}}$$
#
# The value must be right even with a `scale` of 1,000: take away the largest value of each row first, and nothing overflows.

# %% id="loss" nbgrader={"grade": false, "grade_id": "loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def contrastive_loss(left, right, scale):
    """두 방향의 손실의 평균 | The mean loss of both ways"""
    ### BEGIN SOLUTION
    left = left / np.linalg.norm(left, axis=1, keepdims=True)
    right = right / np.linalg.norm(right, axis=1, keepdims=True)
    scores = scale * left @ right.T

    def one_way(scores):
        scores = scores - scores.max(axis=1, keepdims=True)
        shares = np.log(np.sum(np.exp(scores), axis=1))
        return np.mean(shares - np.diag(scores))

    return (one_way(scores) + one_way(scores.T)) / 2
    ### END SOLUTION

# %% id="loss-test" nbgrader={"grade": true, "grade_id": "loss-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float, len, range

import numpy as np

same = np.ones((5, 3))
answer = float(contrastive_loss(same, same, 8.0))
assert np.isclose(answer, np.log(5), atol=1e-3), say(
    f"모두 같은 벡터라면 찍기, 즉 ln 5 = 1.61인데 {answer:.2f}입니다.",
    f"If all vectors are equal it is guessing, ln 5 = 1.61, not {answer:.2f}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)


def one_way(left, right, scale):
    total = 0
    for i in range(len(left)):
        lengths = np.linalg.norm(right, axis=1) * np.linalg.norm(left[i])
        dots = right @ left[i] / lengths
        total += np.logaddexp.reduce(scale * dots) - scale * dots[i]
    return total / len(left)


rng = np.random.default_rng(0)
left, right = rng.normal(size=(7, 3)) + 1, 5 * rng.normal(size=(7, 3))
left.flags.writeable = right.flags.writeable = False
away, near = np.array([[1.0, 0], [-1, 0]]), np.array([[1.0, 0], [1, 1]])
for one, other, scale in [(left, right, 1.0), (left, right, 8.0), (left, right, 100.0),
                           (left, right, 1000.0), (away, near, 1000.0),
                           (near, away, 1000.0)]:
    answer = contrastive_loss(one, other, scale)
    assert np.ndim(answer) == 0, say("수 하나를 돌려주세요.", "Return one number.")
    expected = (one_way(one, other, scale) + one_way(other, one, scale)) / 2
    assert np.isclose(float(answer), expected, rtol=1e-3), say(
        f"scale {scale:.0f}에서 값이 다릅니다.", f"The value is wrong at scale {scale:.0f}.")
### END HIDDEN TESTS

# %% [markdown] id="ap-task" lang="ko"
# ## 2. 순서까지 보는 점수 (4점)
#
# precision@k는 맞은 것이 앞에 있는지 뒤에 있는지 구별하지 않습니다. **평균 정밀도**(average precision)는 구별합니다. 한 질의에서 **맞은 자리마다** 거기까지의 정밀도를 구해, 맞은 자리에 대해서만 평균합니다. 맞은 것이 하나도 없으면 0입니다. `hits`(모양 `(n, k)`)는 찾은 순서대로 맞았는지를 적은 참·거짓 배열입니다. 질의들의 평균, 즉 수 하나를 돌려주세요.
#
# 예: `[맞음, 틀림, 맞음]`이면 첫째 자리까지 1/1, 셋째 자리까지 2/3이므로 (1 + 2/3) / 2 = 0.83입니다.

# %% [markdown] id="ap-task" lang="en"
# ## 2. A score that minds the order (4 points)
#
# precision@k does not care whether what is right comes first or last. **Average precision** does. At **each place that is right**, take the precision up to there, and average over the right places only. With nothing right it is 0. `hits`, a boolean array `(n, k)`, says for each query whether what was found is right, in the order found. Return one number, the mean over the queries.
#
# Example: for `[right, wrong, right]` the precision is 1/1 at the first place and 2/3 at the third, so (1 + 2/3) / 2 = 0.83.

# %% id="ap" nbgrader={"grade": false, "grade_id": "ap", "locked": false, "schema_version": 3, "solution": true, "task": false}
def average_precision(hits):
    """평균 정밀도의 평균 | The mean average precision"""
    ### BEGIN SOLUTION
    so_far = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    right = np.sum(hits, axis=1)
    return np.mean(np.sum(so_far * hits, axis=1) / np.maximum(right, 1))
    ### END SOLUTION

# %% id="ap-test" nbgrader={"grade": true, "grade_id": "ap-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
from builtins import enumerate, float, len

import numpy as np

answer = float(average_precision(np.array([[True, False, True]])))
assert np.isclose(answer, 5 / 6), say(f"위의 예는 0.83인데 {answer:.2f}입니다.",
                                      f"The example gives 0.83, not {answer:.2f}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for n, k in [(1, 6), (12, 5), (30, 9), (5, 1)]:
    hits = rng.random((n, k)) < 0.4
    hits[0] = False
    hits.flags.writeable = False
    total = 0.0
    for row in hits:
        places = np.flatnonzero(row) + 1
        for rank, place in enumerate(places, 1):
            total += rank / place / len(places)
    answer = average_precision(hits)
    assert np.ndim(answer) == 0, say("수 하나를 돌려주세요.", "Return one number.")
    assert np.isclose(float(answer) * n, total, atol=1e-4), say(
        "맞은 자리에서만 평균하고, 맞은 것이 없는 질의는 0으로 셉니다.",
        "Average over right places only; a query with nothing right counts as 0.")
### END HIDDEN TESTS

# %% [markdown] id="encoder-task" lang="ko"
# ## 3. 레이블 없이 학습시키기 (7점)
#
# 그림 `X`만 받아 인코더를 학습시키고, **모델**을 돌려주세요. `model(그림)`은 벡터 `(n, 32)`를 내야 합니다. 첫 셀의 `view`가 그림마다 다른 모습을 만들어 줍니다. 난수를 새로 뽑으면 새 모습이 나옵니다. 05강의 `partner_loss`가 아래에 있습니다.
#
# 채점은 새 그림마다 코사인 유사도가 가장 높은 훈련 그림 다섯 장을 찾아서 합니다. 같은 글자의 비율(precision@5)이 **0.36을 넘어야** 합니다. 픽셀은 0.27입니다. 같은 `seed`이면 같은 모델, 다른 `seed`이면 다른 모델이 나와야 합니다.

# %% [markdown] id="encoder-task" lang="en"
# ## 3. Train without labels (7 points)
#
# Given nothing but pictures `X`, train an encoder and return the **model**: `model(pictures)` must give vectors `(n, 32)`. The function `view` of the first cell makes another view of each picture, a new one with every draw of random numbers. Lesson 5's `partner_loss` stands below.
#
# Grading finds, for each new picture, the five training pictures of highest cosine similarity. The share with the same syllable (precision@5) must be **above 0.36**; pixels reach 0.27. The same `seed` must give the same model, and another `seed` another one.

# %% id="partner-loss" nbgrader={"grade": false, "grade_id": "partner-loss", "locked": true, "schema_version": 3, "solution": false, "task": false}
def partner_loss(_, Z):
    """Z[:, 0]과 Z[:, 1]이 두 모습 | Z[:, 0] and Z[:, 1] are the two views"""
    scores = 10 * Z[:, 0] @ ops.transpose(Z[:, 1])
    partner = ops.arange(ops.shape(scores)[0])
    exam = keras.losses.sparse_categorical_crossentropy
    there = exam(partner, scores, from_logits=True)
    back = exam(partner, ops.transpose(scores), from_logits=True)
    return (there + back) / 2


def build_encoder():
    return keras.Sequential([
        keras.Input((196,)),
        layers.Reshape((14, 14, 1)),
        layers.Conv2D(16, 4, strides=2, padding="same", activation="relu"),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.Flatten(),
        layers.Dense(32),
        layers.UnitNormalization(),
    ])

# %% id="encoder" nbgrader={"grade": false, "grade_id": "encoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_encoder(X, seed):
    """두 모습의 짝을 알아보는 인코더 | An encoder that recognizes partner views"""
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    many = np.tile(X, (8, 1))
    pairs = np.stack([view(many, rng), view(many, rng)], axis=1)
    encoder = build_encoder()
    pair = keras.Input((2, 196))
    both = ops.stack([encoder(pair[:, 0]), encoder(pair[:, 1])], axis=1)
    model = keras.Model(pair, both)
    unused = np.zeros(len(pairs))
    train(model, pairs, unused, 3, loss=partner_loss, batch_size=128)
    return encoder
    ### END SOLUTION

# %% id="encoder-test" nbgrader={"grade": true, "grade_id": "encoder-test", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
from builtins import float, len

import numpy as np

### BEGIN HIDDEN TESTS
X_train.flags.writeable = False
### END HIDDEN TESTS


def vectors_of(model, pictures):
    Z = np.asarray(model(pictures), dtype=float)
    assert Z.shape == (len(pictures), 32), say(
        f"벡터의 모양이 {Z.shape}입니다.", f"The vectors have the shape {Z.shape}.")
    return Z / np.linalg.norm(Z, axis=1, keepdims=True)


def precision(model, queries, labels):
    similar = vectors_of(model, queries) @ vectors_of(model, X_train).T
    found = np.argsort(-similar, axis=1)[:, :5]
    return np.mean(y_train[found] == labels[:, None])


encoder = train_encoder(X_train, 0)
share = precision(encoder, X_test, y_test)
assert share > 0.36, say(f"precision@5가 {share:.2f}입니다.",
                         f"Its precision@5 is {share:.2f}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
assert precision(encoder, *draw(3, 7)) > 0.36, say(
    "다른 그림에서는 점수가 낮습니다.", "On other pictures it does worse.")
few = X_train[:256]
models = [train_encoder(few, seed) for seed in (1, 1, 2)]
first, same, other = [vectors_of(model, X_test[:5]) for model in models]
assert np.allclose(first, same, atol=1e-4), say(
    "같은 seed인데 모델이 다릅니다.", "The same seed gives another model.")
assert not np.allclose(first, other, atol=1e-3), say(
    "seed를 쓰지 않았습니다.", "The seed is not used.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
encoder = train_encoder(X_train, 0)
spaces = {"pixels": (X_train, X_test)}
spaces["two views"] = [np.asarray(encoder(X)) for X in (X_train, X_test)]
for name, (database, queries) in spaces.items():
    far = np.sum(database**2, axis=1) - 2 * queries @ database.T
    hits = y_train[np.argsort(far, axis=1)[:, :5]] == y_test[:, None]
    print(f"{name:10} precision@5 {hits.mean():.2f}"
          f"   average precision {average_precision(hits):.2f}")

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 픽셀과 두 모습의 점수를 출력합니다. `view`에 **좌우를 뒤집은 모습**도 넣자는 제안이 있습니다. 한글 찾기와 꽃 사진 찾기에 각각 어떤 영향을 줄지 대여섯 문장으로 쓰세요.
#
# 채점 기준: 셀이 출력한 수로 두 방법을 비교함 (1점) · 뒤집으면 구별하지 못하게 되는 글자를 예로 듦 (1점) · 꽃 사진에서는 왜 괜찮은지 설명함 (1점) · 모습을 고르는 것이 무엇을 잊을지 알려 주는 일임을 씀 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above prints the scores of pixels and of two views. Somebody proposes that `view` should also **mirror** pictures, left to right. What would that do to a search for Hangul, and what to a search for photographs of flowers? Write five or six sentences.
#
# Marking: compares the two methods with the figures printed (1 point) · names syllables that would be confused (1 point) · explains why it does no harm to flowers (1 point) · says that choosing views tells the encoder what to forget (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 두 모습으로 배운 벡터는 두 점수에서 모두 픽셀을 앞섭니다. 뒤집은 모습까지 같은 그림으로 치면 인코더는 왼쪽과 오른쪽의 차이를 잊습니다. 그러면 거울에 비친 듯 닮은 ‘아’와 ‘어’, ‘가’와 뒤집힌 글자들을 구별하기 어려워집니다. 꽃은 뒤집어도 같은 꽃이므로, 꽃 사진에서는 오히려 도움이 될 수 있습니다. 레이블을 주지 않아도 모습을 고르는 순간 무엇이 중요하지 않은지를 알려 주는 셈입니다. 그래서 손질은 할 일에 맞게 골라야 합니다.

# %% [markdown] id="in-words" lang="en"
# By both scores the vectors learned from two views are ahead of pixels. If mirrored views count as the same picture, the encoder forgets the difference between left and right. Then syllables that are nearly each other's mirror image, such as 아 and 어, can hardly be told apart any more. A flower in a mirror is still the same flower, so a search for flowers may even gain. Without a single label, the choice of views tells the encoder which differences do not matter. So views have to be chosen for the task.
