# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 06 · 두 방향의 검색과 대조 실험
#
# **그림의 위쪽 반과 아래쪽 반을 한 공간에 놓습니다. 서로 짝을 찾게 하고, 점수가 진짜인지 대조 실험으로 확인합니다.**
#
# 20점 · 55분쯤 · 준비: 6강 ‘함께 쓰는 공간’
#
# 모든 문제에서 `left`와 `right`의 같은 줄이 짝입니다. `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때에는 다른 데이터로 더 검사하므로, 보기에만 맞는 답은 점수를 얻지 못합니다. 잠긴 셀을 고치면 채점할 때 본래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 06 · Retrieval both ways, and its control
#
# **Put the upper and the lower halves of pictures into one space. Let them find their partners, and check with a control whether the score is real.**
#
# 20 points · about 55 minutes · You need: lesson 6, Shared space
#
# In every question the same row of `left` and `right` is a pair. Edit only the cells that say `Your answer here`. The cell below each one checks the answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. A locked cell that you change is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say
import numpy as np
from sklearn.cross_decomposition import CCA
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits().data / 16
train, test = train_test_split(digits, test_size=200, random_state=0)
upper, lower = train[:, :32], train[:, 32:]
new_upper, new_lower = test[:, :32], test[:, 32:]

def fit_cca(left, right):
    """짝을 보고 배운 두 인코더 | Two encoders, learnt from pairs"""
    busy = [side.std(axis=0) > 0.02 for side in (left, right)]
    cca = CCA(12, max_iter=2000).fit(left[:, busy[0]], right[:, busy[1]])
    left_mean, right_mean = left.mean(axis=0)[busy[0]], right.mean(axis=0)[busy[1]]
    return (lambda pictures: (pictures[:, busy[0]] - left_mean) @ cca.x_rotations_,
            lambda pictures: (pictures[:, busy[1]] - right_mean) @ cca.y_rotations_)

print(upper.shape, lower.shape, new_upper.shape)

# %% [markdown] id="unit-task" lang="ko"
# ## 1. 길이를 1로 (2점)
#
# 벡터마다(줄마다) 길이를 1로 만들어 돌려주세요. 모두 0인 벡터는 0으로 남습니다. 받은 배열은 바꾸지 마세요.

# %% [markdown] id="unit-task" lang="en"
# ## 1. Length one (2 points)
#
# Return the vectors, one a row, each brought to length 1. A vector of zeros stays zero. Leave the array you were given unchanged.

# %% id="unit" nbgrader={"grade": false, "grade_id": "unit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def unit(vectors):
    """줄마다 길이가 1인 벡터 | Vectors of length 1, one a row"""
    ### BEGIN SOLUTION
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(length == 0, 1, length)
    ### END SOLUTION

# %% id="unit-test" nbgrader={"grade": true, "grade_id": "unit-test", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = np.asarray(unit(np.array([[3.0, 4.0], [0.0, 0.0], [0.0, 2.0]])), dtype=float)
assert np.allclose(answer[0], [0.6, 0.8]), say(f"[3, 4]는 [0.6, 0.8]이 되어야 하는데 {answer[0]}입니다",
                                               f"[3, 4] must become [0.6, 0.8], not {answer[0]}")
assert np.allclose(answer[1], 0), say("모두 0인 벡터는 0으로 남아야 합니다",
                                      "A vector of zeros must stay zero")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
given = rng.normal(size=(9, 5)) * 10.0 ** rng.integers(-3, 4, size=(9, 1))
kept = given.copy()
answer = np.asarray(unit(given), dtype=float)
assert np.array_equal(given, kept), say("받은 배열을 바꾸었습니다",
                                        "The array you were given has changed")
for row, old in zip(answer, kept):
    assert np.isclose(sum(row**2), 1), say("길이가 1이 아닌 벡터가 있습니다",
                                           "A vector does not have length 1")
    assert np.isclose(np.dot(row, old) ** 2, np.dot(old, old)), say("방향이 달라졌습니다",
                                                                    "The direction has changed")
assert not np.isclose(sum(row**2) + 1, 1), say("비교 함수가 바뀌었습니다",
                                               "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="ranks-task" lang="ko"
# ## 2. 짝의 순위 (3점)
#
# 질의마다 코사인 유사도로 답들을 줄 세울 때 **자기 짝(같은 줄)이 몇 번째인지**를 돌려주세요. 가장 앞이 1입니다. 비긴 답이 있으면 짝이 그 가운데 **맨 뒤**라고 칩니다. 모두 똑같은 벡터를 내는 모델이 1등을 해서는 안 되기 때문입니다.

# %% [markdown] id="ranks-task" lang="en"
# ## 2. The partner's rank (3 points)
#
# For each query, sort the answers by cosine similarity and return **at which place its partner (the same row) comes**. First is 1. Among equals count the partner **last**: a model that gives the same vector to everything must not come first.

# %% id="ranks" nbgrader={"grade": false, "grade_id": "ranks", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ranks(queries, answers):
    """질의마다 짝의 순위, 1부터 | For each query the rank of its partner, from 1"""
    ### BEGIN SOLUTION
    similarity = unit(queries) @ unit(answers).T
    own = np.diag(similarity)[:, None]
    return np.sum(similarity >= own - 1e-9, axis=1)
    ### END SOLUTION

# %% id="ranks-test" nbgrader={"grade": true, "grade_id": "ranks-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def unit(vectors):
    length = np.sqrt(np.sum(vectors**2, axis=1, keepdims=True))
    return vectors / np.where(length == 0, 1, length)
### END HIDDEN TESTS
asked, offered = np.array([[1.0, 0.0], [1.0, 0.2]]), np.array([[1.0, 0.1], [0.0, 1.0]])
answer = np.asarray(ranks(asked, offered))
assert answer.shape == (2,), say(f"모양이 {answer.shape}입니다. 질의마다 순위 하나이니 (2,)여야 합니다",
                                 f"The shape is {answer.shape}; one rank for each of two queries is (2,)")
assert answer.tolist() == [1, 2], say(f"순위는 1과 2여야 하는데 {answer.tolist()}입니다",
                                      f"The ranks must be 1 and 2, not {answer.tolist()}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
left, right = rng.normal(size=(25, 3)), rng.normal(size=(25, 3)) * rng.uniform(0.01, 100, size=(25, 1))
answer = np.asarray(ranks(left, right))
for i in range(25):
    angles = [np.dot(left[i], row) / np.sqrt(np.dot(row, row)) for row in right]
    better = sum(angle > angles[i] + 1e-7 for angle in angles)
    assert answer[i] == better + 1, say("코사인 유사도로 줄 세운 순위가 아닙니다",
                                        "This is not the rank by cosine similarity")
assert ranks(np.ones((6, 2)), np.ones((6, 2))).tolist() == [6] * 6, say("비기면 짝은 맨 뒤입니다",
                                                                        "Among equals the partner is last")
assert answer[0] != answer[0] + 1, say("비교 함수가 바뀌었습니다", "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="both-task" lang="ko"
# ## 3. 두 방향 (3점)
#
# 왼쪽으로 물어 오른쪽을 찾는 방향과 그 반대 방향에서, 짝이 앞의 `k`개 안에 드는 비율을 `(왼→오, 오→왼)`으로 돌려주세요. 두 수는 대개 다릅니다.

# %% [markdown] id="both-task" lang="en"
# ## 3. Both ways (3 points)
#
# Return `(left→right, right→left)`: the share of partners among the first `k` when the left asks for the right, and when the right asks for the left. The two usually differ.

# %% id="both" nbgrader={"grade": false, "grade_id": "both", "locked": false, "schema_version": 3, "solution": true, "task": false}
def both_ways(left, right, k):
    """(왼→오, 오→왼)의 top-k | Top-k of (left→right, right→left)"""
    ### BEGIN SOLUTION
    return np.mean(ranks(left, right) <= k), np.mean(ranks(right, left) <= k)
    ### END SOLUTION

# %% id="both-test" nbgrader={"grade": true, "grade_id": "both-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def unit(vectors):
    length = np.sqrt(np.sum(vectors**2, axis=1, keepdims=True))
    return vectors / np.where(length == 0, 1, length)

def ranks(queries, answers):
    similarity = unit(queries) @ unit(answers).T
    return np.sum(similarity >= np.diag(similarity)[:, None] - 1e-9, axis=1)
### END HIDDEN TESTS
asked, offered = np.array([[1.0, 0.0], [1.0, 0.2]]), np.array([[1.0, 0.1], [0.0, 1.0]])
forth, back = both_ways(asked, offered, 2)
assert forth == 1 and back == 1, say(f"답이 둘뿐이면 앞의 2개 안에 반드시 드는데 {forth}, {back}이 나왔습니다",
                                     f"With two answers the partner is always among the first 2, yet you got {forth} and {back}")
### BEGIN HIDDEN TESTS
def place(asking, offering, i):
    scores = [np.dot(asking[i], row) / np.sqrt(np.dot(row, row)) for row in offering]
    return 1 + sum(score > scores[i] + 1e-7 for score in scores)

rng = np.random.default_rng()
seen = set()
for k in (1, 2, 5):
    left = rng.normal(size=(40, 4))
    right = left + rng.normal(size=(40, 4)) * np.array([2.0, 2.0, 0.1, 0.1]) + np.array([1.5, 0, 0, 0])
    forth, back = both_ways(left.copy(), right.copy(), k)
    for mine, asking, offering in [(forth, left, right), (back, right, left)]:
        count = sum(place(asking, offering, i) <= k for i in range(40))
        assert np.isclose(40 * mine, count), say("방향이나 k를 다시 보세요. 순위 k까지가 앞의 k개입니다",
                                                 "Check the direction and k: the first k are the ranks up to k")
assert not np.isclose(40 * mine + 1, count), say("비교 함수가 바뀌었습니다",
                                                 "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="loss-task" lang="ko"
# ## 4. 두 방향의 손실 (4점)
#
# 수업의 연습에서는 InfoNCE를 한 방향으로만 계산했습니다. 이번에는 벡터를 받아 길이를 1로 만들고, 유사도에 `scale`을 곱해 **두 방향의 평균**을 돌려주세요. `scale`이 1,000이어도 넘치지(overflow) 않아야 합니다. 줄마다 가장 큰 값을 먼저 빼면 됩니다.
#
# $$-\ln \frac{e^{scale\cdot s_{ii}}}{\sum_j e^{scale\cdot s_{ij}}}$$

# %% [markdown] id="loss-task" lang="en"
# ## 4. The loss of both ways (4 points)
#
# The lesson's exercise computed InfoNCE in one direction. This time take vectors, bring them to length 1, multiply the similarities by `scale`, and return **the mean of both directions**. It must not overflow even with a `scale` of 1,000: take away the largest value of each row first.
#
# $$-\ln \frac{e^{scale\cdot s_{ii}}}{\sum_j e^{scale\cdot s_{ij}}}$$

# %% id="loss" nbgrader={"grade": false, "grade_id": "loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def contrastive_loss(left, right, scale):
    """두 방향의 InfoNCE의 평균 | The mean InfoNCE of both directions"""
    ### BEGIN SOLUTION
    s = scale * unit(left) @ unit(right).T

    def one_way(s):
        largest = s.max(axis=1)
        return np.mean(largest + np.log(np.sum(np.exp(s - largest[:, None]), axis=1)) - np.diag(s))

    return (one_way(s) + one_way(s.T)) / 2
    ### END SOLUTION

# %% id="loss-test" nbgrader={"grade": true, "grade_id": "loss-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def unit(vectors):
    length = np.sqrt(np.sum(vectors**2, axis=1, keepdims=True))
    return vectors / np.where(length == 0, 1, length)
### END HIDDEN TESTS
same = np.ones((5, 3))
answer = contrastive_loss(same, same, 8.0)
assert np.ndim(answer) == 0, say("값 하나를 돌려주세요", "Return a single value")
assert np.isclose(answer, np.log(5)), say(f"모두 같은 벡터이면 찍기, 곧 ln 5 = 1.61인데 {answer:.2f}입니다",
                                          f"If all vectors are the same it is guessing, ln 5 = 1.61, not {answer:.2f}")
### BEGIN HIDDEN TESTS
from math import exp, fsum, log, sqrt

rng = np.random.default_rng()
for scale in (1.0, 8.0):
    left, right = rng.normal(size=(7, 3)) + 1, 5 * rng.normal(size=(7, 3))
    answer = contrastive_loss(left.copy(), right.copy(), scale)
    s = [[scale * fsum(a * b) / sqrt(fsum(a * a) * fsum(b * b)) for b in right] for a in left]
    forth = fsum(log(fsum(exp(s[i][j]) for j in range(7))) - s[i][i] for i in range(7))
    back = fsum(log(fsum(exp(s[j][i]) for j in range(7))) - s[i][i] for i in range(7))
    assert np.isclose(14 * answer, forth + back), say("두 방향의 평균이 아니거나, 길이를 1로 만들지 않았습니다",
                                                      "This is not the mean of both directions, or the length is not 1")
assert np.isfinite(contrastive_loss(left, left, 1000.0)), say("scale이 크면 넘칩니다",
                                                              "It overflows with a large scale")
assert not np.isclose(14 * answer + 1, forth + back), say("비교 함수가 바뀌었습니다",
                                                          "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="control-task" lang="ko"
# ## 5. 대조 실험 (4점)
#
# 점수가 높은 것은 진짜 짝을 배웠기 때문일까요? 같은 모델을 **짝을 뒤섞은** 학습 데이터로 다시 배우게 하고, **뒤섞지 않은** 새 짝에서 점수를 잽니다. `fit(left, right)`은 두 인코더를 돌려주는 함수입니다. `rng`로 학습 짝의 한쪽 줄 차례를 뒤섞어 `fit`에 넘기고, 새 짝의 top-1을 두 방향으로 재어 **평균**을 돌려주세요. 받은 배열은 바꾸지 마세요.

# %% [markdown] id="control-task" lang="en"
# ## 5. The control (4 points)
#
# Is the score high because true pairs were learnt? Let the same model learn again from training data whose **pairs are shuffled**, and measure on new pairs that are **not**. `fit(left, right)` is a function that returns two encoders. With `rng`, shuffle the rows of one side of the training pairs, hand them to `fit`, and return the **mean** of the two ways' top-1 on the new pairs. Leave the arrays you were given unchanged.

# %% id="control" nbgrader={"grade": false, "grade_id": "control", "locked": false, "schema_version": 3, "solution": true, "task": false}
def control(fit, left, right, new_left, new_right, rng):
    """짝을 뒤섞어 배운 모델의 top-1 | Top-1 of a model that learnt shuffled pairs"""
    ### BEGIN SOLUTION
    encode_left, encode_right = fit(left, right[rng.permutation(len(right))])
    return np.mean(both_ways(encode_left(new_left), encode_right(new_right), 1))
    ### END SOLUTION

# %% id="control-test" nbgrader={"grade": true, "grade_id": "control-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def unit(vectors):
    length = np.sqrt(np.sum(vectors**2, axis=1, keepdims=True))
    return vectors / np.where(length == 0, 1, length)

def ranks(queries, answers):
    similarity = unit(queries) @ unit(answers).T
    return np.sum(similarity >= np.diag(similarity)[:, None] - 1e-9, axis=1)

def both_ways(left, right, k):
    return np.mean(ranks(left, right) <= k), np.mean(ranks(right, left) <= k)
### END HIDDEN TESTS
def fit_nothing(left, right):
    assert left.shape == right.shape == (30, 4), say("fit에는 학습 짝 전부를 넘겨야 합니다",
                                                     "Hand all training pairs to fit")
    return (lambda x: x), (lambda x: x)

numbers = np.arange(120.0).reshape(30, 4)
answer = control(fit_nothing, numbers, -numbers, np.eye(4), np.eye(4), np.random.default_rng(0))
assert np.isclose(answer, 1), say(f"이 보기에서 새 짝은 똑같은 벡터이니 1이어야 하는데 {answer}입니다",
                                  f"In this example the new partners are equal, so it must be 1, not {answer}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
handed = []

def spy(left, right):
    handed.append((np.array(left), np.array(right)))
    return (lambda x: x + shift), (lambda x: 2 * x)

def place(asking, offering, i):
    scores = [np.dot(asking[i], row) / np.sqrt(np.dot(row, row)) for row in offering]
    return 1 + sum(score > scores[i] + 1e-7 for score in scores)

left, new_left = rng.normal(size=(60, 5)), rng.normal(size=(25, 5))
right, new_right = left + 100, new_left + rng.normal(size=(25, 5)) * 0.7
shift = np.array([1.0, 0, 0, 0, 0])
kept = [side.copy() for side in (left, right, new_left, new_right)]
answer = control(spy, left, right, new_left, new_right, np.random.default_rng(rng.integers(1000)))
assert all(np.array_equal(now, old) for now, old in zip((left, right, new_left, new_right), kept)), say("받은 배열을 바꾸었습니다",
                                                                                                        "An array you were given has changed")
assert len(handed) == 1, say("fit은 한 번만 부르세요", "Call fit once")
seen_left, seen_right = handed[0]
assert sorted(seen_left[:, 0]) == sorted(left[:, 0]) and sorted(seen_right[:, 0]) == sorted(right[:, 0]), say("학습 데이터의 줄을 빠뜨리거나 되풀이했습니다",
                                                                                                              "A row of the training data is missing or comes twice")
assert np.all(np.ptp(seen_left, axis=1) > 0) and set(map(bytes, seen_right)) == set(map(bytes, right)), say("숫자가 아니라 줄의 차례를 뒤섞으세요",
                                                                                                            "Shuffle the order of rows, not the numbers")
together = np.mean(np.abs(seen_right - 100 - seen_left) < 1e-6)
assert together < 0.3, say("학습 짝이 아직 짝입니다. 두 쪽을 똑같이 뒤섞지 않았나요?",
                           "The training pairs are still pairs: were both sides shuffled alike?")
count = sum(place(new_left + shift, 2 * new_right, i) == 1 for i in range(25)) + sum(place(2 * new_right, new_left + shift, i) == 1 for i in range(25))
assert np.isclose(50 * answer, count), say("새 짝은 뒤섞지 말고, 두 방향의 평균을 내세요",
                                           "Do not shuffle the new pairs, and take the mean of both ways")
assert not np.isclose(50 * answer + 1, count), say("비교 함수가 바뀌었습니다",
                                                   "The comparison was changed")
### END HIDDEN TESTS

# %% id="together" nbgrader={"grade": false, "grade_id": "together", "locked": true, "schema_version": 3, "solution": false, "task": false}
encode_upper, encode_lower = fit_cca(upper, lower)
true_score = np.mean(both_ways(encode_upper(new_upper), encode_lower(new_lower), 1))
control_score = control(fit_cca, upper, lower, new_upper, new_lower, np.random.default_rng(0))
print(f"{1 / 200:.3f}  {control_score:.3f}  {true_score:.3f}")

# %% [markdown] id="written-task" lang="ko"
# ## 6. 글로 답하기 (4점)
#
# 위의 마지막 셀은 차례대로 찍기, 대조 실험, 진짜 짝의 top-1을 출력합니다. 세 수가 저마다 무엇을 말해 주는지 대여섯 문장으로 쓰세요.
#
# 채점 기준: 찍기가 200분의 1인 까닭을 설명함 (1점) · 대조 실험이 찍기에 가까워야 하는 까닭을 설명함 (1점) · 진짜 점수에서 무엇을 결론지을 수 있는지 씀 (1점) · 이 실험이 말해 주지 못하는 것을 하나 듦 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 6. In words (4 points)
#
# The last cell above prints the top-1 of guessing, of the control and of true pairs, in this order. Say in five or six sentences what each of the three tells you.
#
# Marking: explains why guessing is 1 in 200 (1 point) · explains why the control should be near it (1 point) · says what may be concluded from the true score (1 point) · names something this experiment does not tell (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 새 짝이 200개이므로 아무렇게나 고르면 200번에 한 번 맞습니다. 짝을 뒤섞어 배우면 위아래를 잇는 규칙이 사라지므로, 새 짝에서는 찍기와 비슷해야 합니다. 대조 실험이 찍기보다 훨씬 높다면 시험지가 새어 나갔거나 채점이 잘못된 것입니다. 진짜 짝의 점수가 둘보다 훨씬 높으니, 모델은 위쪽 반과 아래쪽 반을 잇는 규칙을 배웠습니다. 다만 다른 사람의 글씨나 다른 그림에서도 그럴지는 이 실험으로 알 수 없습니다.

# %% [markdown] id="in-words" lang="en"
# There are 200 new pairs, so a blind choice is right once in 200. Trained on shuffled pairs, a model has no rule that ties upper halves to lower ones, so on new pairs it should do about as well as guessing. If the control scored far higher, the exam would have leaked or the marking would be wrong. True pairs score far above both, so the model has learnt a rule that ties the halves together. Whether it holds for other hands or other pictures, this experiment does not tell.
