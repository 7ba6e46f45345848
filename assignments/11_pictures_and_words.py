# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 11 · 본 적 없는 수 읽기
#
# **손글씨 숫자 두 개를 붙인 그림과 그 이름을 한 공간에 놓습니다. 공정한 시험을 설계하고, 학습에 없던 수를 읽습니다.**
#
# 20점 · {minutes}분쯤 · 준비: 11강 ‘그림과 철자’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 11 · Read numbers never seen
#
# **Put pictures of two handwritten digits and the names of their numbers into one space. Design a fair exam, and read numbers that never occurred in training.**
#
# 20 points · about {minutes} minutes · You need: lesson 11, Pictures and words
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say, show_images
from helpers.training import train
import keras
from keras import layers, ops
import numpy as np
from sklearn.datasets import load_digits

digits = load_digits()


def draw(numbers, per_number, half, seed):
    """수마다 그림 몇 장과 그 수 | Some pictures of each number, and which it is"""
    rng = np.random.default_rng(seed)
    mine = np.arange(len(digits.target)) % 2 == half
    group = np.repeat(numbers, per_number)
    sides = []
    for digit in (group // 10, group % 10):
        kinds = [np.flatnonzero(mine & (digits.target == d)) for d in range(10)]
        places = [rng.choice(kinds[d]) for d in digit]
        sides.append(digits.images[places] / 16)
    X = np.concatenate(sides, axis=2).reshape(len(group), 128)
    return X.astype("float32"), group


X, group = draw(np.array([7, 38, 70, 83]), 2, 0, 0)
show_images([X.reshape(-1, 8, 16)], titles=[f"{number:02}" for number in group])

# %% [markdown] id="split-task" lang="ko"
# 그림 하나는 두 자리 수이고(00에서 99까지), 왼쪽이 십의 자리, 오른쪽이 일의 자리입니다.
#
# ## 1. 공정한 시험 (4점)
#
# 0에서 99까지의 수 가운데 `how_many`개를 무작위로 골라 테스트에 쓰고, 나머지를 학습에 씁니다. 두 배열 `(train, test)`를 돌려주세요.
#
# - 테스트의 수는 학습에 하나도 나오지 않습니다.
# - 숫자 하나하나는 **십의 자리에서도 일의 자리에서도** 학습에 나와야 합니다. 그렇지 않으면 다시 뽑습니다.
# - 난수는 모두 `rng`에서 뽑습니다. 같은 `rng`이면 같은 시험이고, 새로 뽑으면 다른 시험입니다.

# %% [markdown] id="split-task" lang="en"
# A picture is a number of two digits, 00 to 99; the tens stand on the left, the ones on the right.
#
# ## 1. A fair exam (4 points)
#
# Of the numbers 0 to 99, choose `how_many` at random for the test, and leave the others for training. Return two arrays `(train, test)`.
#
# - No number of the test occurs in training.
# - Each single digit must occur in training, **in the tens as well as in the ones**. If not, draw again.
# - Take all random numbers from `rng`. The same `rng` gives the same exam, a new draw another one.

# %% id="split" nbgrader={"grade": false, "grade_id": "split", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fair_split(how_many, rng):
    """학습과 테스트의 수 | The numbers for training and for the test"""
    ### BEGIN SOLUTION
    while True:
        order = rng.permutation(100)
        test, train = order[:how_many], order[how_many:]
        if len(set(train // 10)) == 10 and len(set(train % 10)) == 10:
            return train, test
    ### END SOLUTION

# %% id="split-test" nbgrader={"grade": true, "grade_id": "split-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
from builtins import int, len, range, set

import numpy as np

parts = fair_split(20, np.random.default_rng(0))
train_numbers, test_numbers = [np.asarray(part) for part in parts]
assert train_numbers.shape == (80,) and test_numbers.shape == (20,), say(
    f"훈련 {train_numbers.shape}, 테스트 {test_numbers.shape}입니다.",
    f"Training has {train_numbers.shape}, the test {test_numbers.shape}.")
together = np.concatenate([train_numbers, test_numbers])
assert set(together.tolist()) == set(range(100)), say(
    "0에서 99까지 한 번씩 나와야 합니다.", "Each of 0 to 99 must occur once.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
chosen = []
for seed in range(40):
    for how_many in (1, 20, 75):
        parts = fair_split(how_many, np.random.default_rng(seed))
        again = fair_split(how_many, np.random.default_rng(seed))
        mine, test_numbers = [np.asarray(part).astype(int) for part in parts]
        assert np.array_equal(test_numbers, np.asarray(again[1])), say(
            "난수를 rng에서 뽑으세요.", "Take the random numbers from rng.")
        assert len(test_numbers) == how_many, say("개수가 다릅니다.", "Wrong count.")
        together = np.sort(np.concatenate([mine, test_numbers]))
        assert np.array_equal(together, np.arange(100)), say(
            "빠지거나 겹친 수가 있습니다.", "A number is missing or comes twice.")
        assert len(set(mine // 10)) == len(set(mine % 10)) == 10, say(
            "학습에 없는 숫자가 있습니다.", "A digit does not occur in training.")
        chosen.append(test_numbers)
counts = np.bincount(np.concatenate(chosen), minlength=100)
assert counts.min() > 20 and counts.max() < 60, say(
    "무작위로 고르지 않았습니다.", "The numbers are not chosen at random.")
ones = np.concatenate([c for c in chosen if len(c) == 1])
assert len(set(ones)) > 20, say("rng를 쓰지 않았습니다.", "rng is not used.")
### END HIDDEN TESTS

# %% [markdown] id="exam-task" lang="ko"
# ## 2. 정답이 여럿인 시험 (5점)
#
# `scores[i, j]`는 `i`번 그림과 `j`번 이름의 유사도에 배율을 곱한 값(모양 `(n, n)`)이고, `group`(모양 `(n,)`)은 짝마다의 수입니다. 한 묶음에 같은 수가 여러 번 나올 수 있으므로, `group[i]`와 `group[j]`가 같으면 모두 정답입니다. 정답이 $k_i$개이면 하나하나의 목표 확률은 $1/k_i$입니다. 그림에서 이름으로 가는 한 방향의 손실, 즉 수 하나를 돌려주세요.
#
# $$-\frac{1}{n}\sum_i \frac{1}{k_i} \sum_{j\,:\,group_j = group_i} \ln \frac{e^{scores_{ij}}}{\sum_m e^{scores_{im}}}$$
#
# 값이 1,000까지 커져도 정확해야 합니다.

# %% [markdown] id="exam-task" lang="en"
# ## 2. An exam with several right answers (5 points)
#
# `scores[i, j]`, of shape `(n, n)`, is the similarity of picture `i` and name `j` times the scale; `group`, of shape `(n,)`, holds the number of each pair. The same number may occur several times, so every `j` with `group[j]` equal to `group[i]` is right. Where $k_i$ answers are right, each is to get the probability $1/k_i$. Return the loss from pictures to names, a single number.
#
# $$-\frac{1}{n}\sum_i \frac{1}{k_i} \sum_{j\,:\,group_j = group_i} \ln \frac{e^{scores_{ij}}}{\sum_m e^{scores_{im}}}$$
#
# It must be right even where scores reach 1,000.

# %% id="exam" nbgrader={"grade": false, "grade_id": "exam", "locked": false, "schema_version": 3, "solution": true, "task": false}
def exam_loss(scores, group):
    """정답이 여럿일 수 있는 손실 | The loss where several answers may be right"""
    ### BEGIN SOLUTION
    scores = scores - scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))
    same = group[:, None] == group
    return -np.mean(np.sum(same * logs, axis=1) / np.sum(same, axis=1))
    ### END SOLUTION

# %% id="exam-test" nbgrader={"grade": true, "grade_id": "exam-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float, len, range

import numpy as np

answer = float(exam_loss(np.zeros((4, 4)), np.array([5, 6, 7, 8])))
assert np.isclose(answer, np.log(4), atol=1e-3), say(
    f"모두 같은 점수이면 ln 4 = 1.39인데 {answer:.2f}입니다.",
    f"With equal scores it is ln 4 = 1.39, not {answer:.2f}.")
pairs = np.array([7, 7, 9, 9])
answer = float(exam_loss(1000.0 * (pairs[:, None] == pairs), pairs))
assert np.isclose(answer, np.log(2), atol=1e-3), say(
    f"정답이 둘씩일 때 완벽한 답의 손실은 ln 2 = 0.69인데 {answer:.2f}입니다.",
    f"With two right answers each, a perfect reader has ln 2 = 0.69, not {answer:.2f}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for n, kinds, size in [(6, 3, 1.0), (9, 4, 5.0), (8, 2, 900.0), (5, 50, 2.0)]:
    scores, group = size * rng.normal(size=(n, n)), rng.integers(kinds, size=n)
    scores.flags.writeable = group.flags.writeable = False
    total = 0.0
    for i in range(n):
        right = np.flatnonzero(group == group[i])
        logs = scores[i, right] - np.logaddexp.reduce(scores[i])
        total -= np.sum(logs) / len(right)
    answer = exam_loss(scores, group)
    assert np.ndim(answer) == 0, say("수 하나를 돌려주세요.", "Return one number.")
    assert np.isclose(float(answer), total / n, rtol=1e-3), say(
        "손실의 값이 다릅니다.", "The loss has another value.")
### END HIDDEN TESTS

# %% [markdown] id="reader-task" lang="ko"
# ## 3. 본 적 없는 수 읽기 (7점)
#
# 그림 `X`, 그림마다의 수 `group`, 이름의 벡터 `words`(모양 `(100, 20)`, `words[i]`는 수 `i`의 이름)로 두 인코더를 짝지어 학습시키고, 함수나 모델 둘 `(encode_picture, encode_word)`를 돌려주세요. 그림의 벡터와 **내적이 가장 큰** 이름을 고르면 읽은 것이 됩니다.
#
# 테스트의 수 20개는 학습에 나오지 않고, 글씨도 학습에 쓰지 않은 것입니다. 100개의 이름 가운데에서 골라 **86% 넘게** 맞혀야 합니다(릿지 회귀는 80%쯤입니다). 같은 `seed`이면 같은 인코더, 다른 `seed`이면 다른 인코더가 나와야 합니다. 아래 `build_model`은 11강의 모델을 줄인 것입니다.

# %% [markdown] id="reader-task" lang="en"
# ## 3. Read numbers never seen (7 points)
#
# With pictures `X`, the number of each in `group`, and vectors of names, `words` of shape `(100, 20)` where `words[i]` is the name of number `i`, train two encoders as a pair and return two functions or models `(encode_picture, encode_word)`. The name whose vector has the **largest dot product** with a picture's vector is what has been read.
#
# The 20 numbers of the test do not occur in training, and neither does their handwriting. Of all 100 names, **more than 86%** must be picked right; ridge regression gets about 80%. The same `seed` must give the same encoders, and another `seed` other ones. `build_model` below is a smaller copy of lesson 11's model.

# %% id="model" nbgrader={"grade": false, "grade_id": "model", "locked": true, "schema_version": 3, "solution": false, "task": false}
words = np.zeros((100, 20), "float32")
words[np.arange(100), np.arange(100) // 10] = 1  # 십의 자리 | the tens
words[np.arange(100), 10 + np.arange(100) % 10] = 1  # 일의 자리 | the ones
steps = np.arange(10)
test = np.concatenate([10 * steps + 3 * steps % 10, 10 * steps + (3 * steps + 5) % 10])
X_train, y_train = draw(np.setdiff1d(np.arange(100), test), 60, 0, 1)
X_test, y_test = draw(test, 30, 1, 2)


def build_model(encode_picture, encode_word):
    """그림과 이름 → 점수 | Pictures and names → scores"""
    picture, word = keras.Input((128,)), keras.Input((20,))
    names = ops.transpose(encode_word(word))
    return keras.Model([picture, word], 10 * ops.matmul(encode_picture(picture), names))


def exam(group, scores):
    """정답은 group[:, None] | The target is group[:, None]"""
    same = ops.cast(group == ops.transpose(group), "float32")
    target = same / ops.sum(same, axis=1, keepdims=True)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return (loss(target, scores) + loss(target, ops.transpose(scores))) / 2

# %% id="reader" nbgrader={"grade": false, "grade_id": "reader", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_pair(X, words, group, seed):
    """그림 인코더와 이름 인코더 | A picture encoder and a name encoder"""
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    encode_picture = keras.Sequential([
        keras.Input((128,)),
        layers.Dense(128, activation="relu"),
        layers.Dense(32),
        layers.UnitNormalization(),
    ])
    encode_word = keras.Sequential([
        keras.Input((20,)),
        layers.Dense(32, use_bias=False),
        layers.UnitNormalization(),
    ])
    model = build_model(encode_picture, encode_word)
    train(model, [X, words[group]], group[:, None], 15, loss=exam, batch_size=128)
    return encode_picture, encode_word
    ### END SOLUTION

# %% id="reader-test" nbgrader={"grade": true, "grade_id": "reader-test", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

### BEGIN HIDDEN TESTS
for array in (X_train, y_train, words):
    array.flags.writeable = False
### END HIDDEN TESTS
def read(encoders, pictures):
    encode_picture, encode_word = encoders
    Z, W = np.asarray(encode_picture(pictures)), np.asarray(encode_word(words))
    assert Z.ndim == W.ndim == 2 and Z.shape[1] == W.shape[1], say(
        "두 벡터의 크기가 다릅니다.", "The two kinds of vectors differ in size.")
    return np.argmax(Z.astype(float) @ W.astype(float).T, axis=1)


encoders = train_pair(X_train, words, y_train, 0)
share = np.mean(read(encoders, X_test) == y_test)
assert share > 0.86, say(f"{share:.0%}를 맞혔습니다.", f"It reads {share:.0%} right.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
X_new, y_new = draw(test, 15, 1, 3)
assert np.mean(read(encoders, X_new) == y_new) > 0.84, say(
    "다른 그림에서는 점수가 낮습니다.", "On other pictures it does worse.")
few = [train_pair(X_train[::20], words, y_train[::20], seed) for seed in (1, 1, 2)]
first, same, other = [
    np.asarray(pair[0](X_new[:5])) @ np.asarray(pair[1](words)).T for pair in few]
assert np.allclose(first, same, atol=1e-3), say(
    "같은 seed인데 인코더가 다릅니다.", "The same seed gives other encoders.")
assert not np.allclose(first, other, atol=1e-3), say(
    "seed를 쓰지 않았습니다.", "The seed is not used.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
train_numbers = np.unique(y_train)
shuffled = words.copy()
shuffled[train_numbers] = words[np.random.default_rng(0).permutation(train_numbers)]
for name, given in {"true pairs": words, "shuffled pairs": shuffled}.items():
    encode_picture, encode_word = train_pair(X_train, given, y_train, 0)
    names = np.asarray(encode_word(words)).T
    answers = np.argmax(np.asarray(encode_picture(X_test)) @ names, axis=1)
    print(f"{name:15} {np.mean(answers == y_test):.3f}")
print(f"{'guessing':15} {1 / 100:.3f}")

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 진짜 짝, 뒤섞은 짝, 찍기의 점수를 출력합니다. 세 수로 무엇을 결론지을 수 있고, 무엇은 결론지을 수 없을까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 찍기가 100분의 1인 이유를 설명함 (1점) · 뒤섞은 짝이 찍기에 가까운 이유를 설명함 (1점) · 진짜 짝의 점수에서 결론을 이끌어 냄 (1점) · 이 실험이 말해 주지 않는 것을 하나 듦 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above prints the scores of true pairs, shuffled pairs and guessing. What can be concluded from the three figures, and what cannot? Write five or six sentences.
#
# Marking: explains why guessing is 1 in 100 (1 point) · explains why shuffled pairs are near it (1 point) · draws a conclusion from the score of true pairs (1 point) · names something this experiment does not tell (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 이름이 100개이므로 아무거나 고르면 100번에 한 번 맞습니다. 짝을 뒤섞으면 그림의 숫자와 이름을 잇는 규칙이 사라져 외울 수밖에 없고, 외운 것은 처음 보는 수에 쓸 수 없으므로 찍기와 비슷합니다. 진짜 짝으로 학습시킨 모델은 본 적 없는 수를 대부분 읽었으니, 십의 자리와 일의 자리를 따로 알아보는 규칙을 배웠습니다. 신경망과 학습량은 같으므로 차이는 짝에서 나옵니다. 다만 이름을 십의 자리와 일의 자리로 나누어 준 것은 우리입니다. 다른 필체나 다른 자리에 쓴 숫자도 읽는지는 이 실험으로 알 수 없습니다.

# %% [markdown] id="in-words" lang="en"
# There are 100 names, so a blind choice is right once in 100. With shuffled pairs no rule ties the digits in a picture to the name; all that is left is to learn by heart, which is of no use for a number never seen, so the score is near guessing. Trained on true pairs, the model reads most numbers that it never saw, so it has learned to tell tens and ones apart. Network and training are the same, hence the difference comes from the pairs. It was we, though, who split the names into tens and ones. Whether it reads other hands, or digits in other places, this experiment does not tell.
