# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 10 · 두 방향의 검색과 대조 실험
#
# **그림의 위쪽 반과 아래쪽 반을 한 공간에 놓습니다. 서로 짝을 찾게 하고, 점수가 진짜인지 대조 실험으로 확인합니다.**
#
# 20점 · {minutes}분쯤 · 준비: 10강 ‘두 언어가 함께 쓰는 공간’
#
# 모든 문제에서 `left`와 `right`의 같은 줄이 짝입니다. `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 10 · Search both ways, and a control
#
# **Put the upper and the lower halves of pictures into one space. Let them find their partners, and check with a control whether the score is real.**
#
# 20 points · about {minutes} minutes · You need: lesson 10, One space for two languages
#
# In every question the same row of `left` and `right` is a pair. Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

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
    """짝을 보고 배운 두 인코더 | Two encoders, learned from pairs"""
    busy = [side.std(axis=0) > 0.02 for side in (left, right)]
    means = [side.mean(axis=0) for side in (left, right)]
    cca = CCA(12, max_iter=2000).fit(left[:, busy[0]], right[:, busy[1]])

    def encode_left(pictures):
        return (pictures - means[0])[:, busy[0]] @ cca.x_rotations_

    def encode_right(pictures):
        return (pictures - means[1])[:, busy[1]] @ cca.y_rotations_

    return encode_left, encode_right


print(upper.shape, lower.shape, new_upper.shape)

# %% [markdown] id="ranks-task" lang="ko"
# ## 1. 짝의 순위 (5점)
#
# 질의마다 모든 답을 **코사인 유사도**가 높은 순서로 놓고, 짝(같은 줄)이 **몇 번째에 오는지** 모양 `(n,)`으로 돌려주세요. 첫째가 1입니다. 동점인 답이 있으면 짝이 그 가운데 **맨 뒤**라고 칩니다. 모두에게 같은 벡터를 주는 모델이 1등을 해서는 안 되기 때문입니다. 유사도의 차이가 0.000001보다 작으면 동점입니다.

# %% [markdown] id="ranks-task" lang="en"
# ## 1. The rank of the partner (5 points)
#
# For each query, sort all answers by **cosine similarity**, highest first, and return **at which place its partner (the same row) comes**, as `(n,)`. First is 1. Among equals count the partner **last**: a model that gives the same vector to everything must not come first. Similarities that differ by less than 0.000001 are equal.

# %% id="ranks" nbgrader={"grade": false, "grade_id": "ranks", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ranks(queries, answers):
    """질의마다 짝의 순위, 1부터 | For each query the rank of its partner, from 1"""
    ### BEGIN SOLUTION
    queries = queries / np.linalg.norm(queries, axis=1, keepdims=True)
    answers = answers / np.linalg.norm(answers, axis=1, keepdims=True)
    similarity = queries @ answers.T
    own = np.diag(similarity)[:, None]
    return np.sum(similarity > own - 1e-6, axis=1)
    ### END SOLUTION

# %% id="ranks-test" nbgrader={"grade": true, "grade_id": "ranks-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import range

import numpy as np

asked = np.array([[1.0, 0.0], [1.0, 0.2]])
offered = np.array([[1.0, 0.1], [0.0, 1.0]])
answer = np.asarray(ranks(asked, offered))
assert answer.shape == (2,), say(
    f"질의 둘의 모양이 {answer.shape}입니다.", f"For two queries: {answer.shape}.")
assert answer.tolist() == [1, 2], say(
    f"순위는 1과 2인데 {answer.tolist()}입니다.",
    f"The ranks are 1 and 2, not {answer.tolist()}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
left = rng.normal(size=(25, 3)) * rng.uniform(0.1, 10, size=(25, 1))
right = rng.normal(size=(25, 3)) * rng.uniform(0.1, 10, size=(25, 1)) + left
left.flags.writeable = right.flags.writeable = False
answer = np.asarray(ranks(left, right))
for i in range(25):
    cosine = right @ left[i] / np.linalg.norm(right, axis=1) / np.linalg.norm(left[i])
    better = np.count_nonzero(cosine > cosine[i] + 1e-6)
    assert answer[i] == better + 1, say(
        "코사인 유사도의 순위가 아닙니다.", "Not the rank by cosine similarity.")
same = np.asarray(ranks(np.ones((6, 2)), np.ones((6, 2))))
assert same.tolist() == [6] * 6, say(
    "동점이면 짝은 맨 뒤입니다.", "Among equals the partner is last.")
turned = np.array([[1.0, 0], [1, 3e-4], [1, 3e-2]])
asked = np.array([[100.0, 0], [100, 0], [1e-3, 3e-5]])
answer = np.asarray(ranks(asked, turned))
assert answer.tolist() == [2, 2, 1], say(
    "차이가 0.000001보다 작으면 동점입니다.", "Differences below 0.000001 are ties.")
### END HIDDEN TESTS

# %% [markdown] id="both-task" lang="ko"
# ## 2. 두 방향 (5점)
#
# 왼쪽으로 물어 오른쪽을 찾는 방향과 그 반대 방향에서, 짝이 앞의 `k`개 안에 드는 비율을 `(왼→오, 오→왼)`으로 돌려주세요. 두 수는 대개 다릅니다.

# %% [markdown] id="both-task" lang="en"
# ## 2. Both ways (5 points)
#
# Return `(left→right, right→left)`: the share of partners among the first `k` when the left asks for the right, and when the right asks for the left. The two usually differ.

# %% id="both" nbgrader={"grade": false, "grade_id": "both", "locked": false, "schema_version": 3, "solution": true, "task": false}
def both_ways(left, right, k):
    """(왼→오, 오→왼)의 top-k | Top-k of (left→right, right→left)"""
    ### BEGIN SOLUTION
    there = np.mean(ranks(left, right) <= k)
    back = np.mean(ranks(right, left) <= k)
    return there, back
    ### END SOLUTION

# %% id="both-test" nbgrader={"grade": true, "grade_id": "both-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np


### BEGIN HIDDEN TESTS
def ranks(queries, answers):
    queries = queries / np.linalg.norm(queries, axis=1, keepdims=True)
    answers = answers / np.linalg.norm(answers, axis=1, keepdims=True)
    similarity = queries @ answers.T
    return np.sum(similarity > np.diag(similarity)[:, None] - 1e-6, axis=1)


### END HIDDEN TESTS
asked = np.array([[1.0, 0.0], [1.0, 0.2]])
offered = np.array([[1.0, 0.1], [0.0, 1.0]])
forth, back = both_ways(asked, offered, 2)
assert float(forth) == float(back) == 1, say(
    f"답이 둘뿐이면 앞의 2개 안에 반드시 드는데 {forth}, {back}입니다.",
    f"With two answers it is always among the first 2, yet: {forth}, {back}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for k in (1, 2, 5, 10):
    left = rng.normal(size=(40, 4))
    right = left + rng.normal(size=(40, 4)) * np.array([2.0, 2, 0.1, 0.1])
    right[:, 0] += 1.5
    left.flags.writeable = right.flags.writeable = False
    forth, back = both_ways(left, right, k)
    for mine, places in [(forth, ranks(left, right)), (back, ranks(right, left))]:
        assert np.isclose(40 * float(mine), np.count_nonzero(places <= k)), say(
            "방향이나 k를 다시 보세요.", "Look again at direction and k.")
### END HIDDEN TESTS

# %% [markdown] id="control-task" lang="ko"
# ## 3. 대조 실험 (6점)
#
# 점수가 높은 것은 진짜 짝을 배웠기 때문일까요? 같은 모델을 **짝을 뒤섞은** 훈련 데이터로 다시 학습시키고, **뒤섞지 않은** 새 짝에서 점수를 잽니다. `fit(left, right)`는 학습시킨 두 인코더(함수)를 돌려줍니다.
#
# - `rng`로 훈련 짝의 한쪽 줄의 순서를 무작위로 뒤섞어 `fit`에 넘깁니다. `fit`은 한 번만 부릅니다.
# - 새 짝 `new_left`, `new_right`의 top-1을 두 방향으로 재어 **평균**을 돌려주세요.

# %% [markdown] id="control-task" lang="en"
# ## 3. The control (6 points)
#
# Is the score high because true pairs were learned? Train the same model again on data whose **pairs are shuffled**, and measure on new pairs that are **not**. `fit(left, right)` returns two trained encoders (functions).
#
# - With `rng`, put the rows of one side of the training pairs into random order and hand both sides to `fit`. Call `fit` only once.
# - Measure top-1 both ways on the new pairs `new_left`, `new_right`, and return the **mean**.

# %% id="control" nbgrader={"grade": false, "grade_id": "control", "locked": false, "schema_version": 3, "solution": true, "task": false}
def control(fit, left, right, new_left, new_right, rng):
    """짝을 뒤섞어 학습시킨 모델의 top-1 | Top-1 of a model trained on shuffled pairs"""
    ### BEGIN SOLUTION
    encode_left, encode_right = fit(left, right[rng.permutation(len(right))])
    return np.mean(both_ways(encode_left(new_left), encode_right(new_right), 1))
    ### END SOLUTION

# %% id="control-test" nbgrader={"grade": true, "grade_id": "control-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, len, map, sorted, tuple

import numpy as np


### BEGIN HIDDEN TESTS
def ranks(queries, answers):
    one, other = [v / np.linalg.norm(v, axis=1)[:, None] for v in (queries, answers)]
    return np.sum(one @ other.T > np.sum(one * other, axis=1)[:, None] - 1e-6, axis=1)

def both_ways(left, right, k):
    return np.mean(ranks(left, right) <= k), np.mean(ranks(right, left) <= k)

### END HIDDEN TESTS
def fit_nothing(left, right):
    assert np.shape(left) == np.shape(right) == (30, 4), say(
        "fit에는 훈련 짝 전부를 넘기세요.", "Hand all training pairs to fit.")
    return np.copy, np.copy

numbers, eye = np.arange(120.0).reshape(30, 4), np.eye(4)
rng = np.random.default_rng(0)
answer = float(control(fit_nothing, numbers, -numbers, eye, eye, rng))
assert np.isclose(answer, 1), say(
    f"이 예의 새 짝은 똑같으니 1인데 {answer}입니다.",
    f"In this example the new partners are equal: 1, not {answer}.")
### BEGIN HIDDEN TESTS
def spy(left, right):
    handed.append((np.array(left), np.array(right)))
    return (lambda x: x + np.eye(5)[0]), (lambda x: 2 * x)

left, new_left = rng.normal(size=(60, 5)), rng.normal(size=(25, 5))
right, new_right = left + 100, new_left + 0.7 * rng.normal(size=(25, 5))
for array in (left, right, new_left, new_right):
    array.flags.writeable = False
expected = np.mean(both_ways(new_left + np.eye(5)[0], 2 * new_right, 1))
rows, orders, handed = sorted(map(tuple, right.round(6))), [], []
for seed in (1, 1, 2, 3):
    rng = np.random.default_rng(seed)
    answer = float(control(spy, left, right, new_left, new_right, rng))
    assert not np.isclose(0, 1) and np.isclose(answer, expected), say(
        "새 짝의 두 방향의 평균이 아닙니다.", "Not the mean of both ways on new pairs.")
    one, other = handed[-1]
    assert sorted(map(tuple, other.round(6))) == rows and np.allclose(
        np.sort(one[:, 0]), np.sort(left[:, 0])), say("줄이 빠졌습니다.", "Rows are lost.")
    orders.append(np.argmin(np.abs(one[:, :1] + 100 - other[:, 0]), axis=1))
    for steps in (orders[-1] - np.arange(60), orders[-1] + np.arange(60)):
        assert np.bincount(steps % 60).max() < 12, say(
            "무작위로 뒤섞지 않았습니다.", "The pairs are not in random order.")
assert len(handed) == 4, say("fit은 한 번만 부르세요.", "Call fit once.")
same = [np.array_equal(orders[0], order) for order in orders]
assert same == [True, True, False, False], say("rng를 쓰세요.", "Use rng.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
encode_upper, encode_lower = fit_cca(upper, lower)
true_score = np.mean(both_ways(encode_upper(new_upper), encode_lower(new_lower), 1))
rng = np.random.default_rng(0)
control_score = control(fit_cca, upper, lower, new_upper, new_lower, rng)
scores = {say("찍기", "guessing"): 1 / 200, say("대조 실험", "control"): control_score,
          say("진짜 짝", "true pairs"): true_score}
for name, score in scores.items():
    print(f"{name}  {score:.3f}")

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 찍기, 대조 실험, 진짜 짝의 top-1을 출력합니다. 세 수가 각각 무엇을 말해 주는지 대여섯 문장으로 쓰세요.
#
# 채점 기준: 찍기가 200분의 1인 이유를 설명함 (1점) · 대조 실험이 찍기에 가까워야 하는 이유를 설명함 (1점) · 진짜 점수에서 무엇을 결론지을 수 있는지 씀 (1점) · 이 실험이 말해 주지 못하는 것을 하나 듦 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above prints the top-1 of guessing, of the control and of true pairs. Say in five or six sentences what each of the three tells you.
#
# Marking: explains why guessing is 1 in 200 (1 point) · explains why the control should be near it (1 point) · says what may be concluded from the true score (1 point) · names something this experiment does not tell (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 새 짝이 200개이므로 아무렇게나 고르면 200번에 한 번 맞습니다. 짝을 뒤섞어 학습시키면 위아래를 잇는 규칙이 사라지므로, 새 짝에서는 찍기와 비슷해야 합니다. 대조 실험이 찍기보다 훨씬 높다면 새 짝이 학습에 섞였거나 채점이 잘못된 것입니다. 진짜 짝의 점수가 둘보다 훨씬 높으니, 모델은 위쪽 반과 아래쪽 반을 잇는 규칙을 배웠습니다. 다만 다른 사람의 글씨나 다른 그림에서도 그럴지는 이 실험으로 알 수 없습니다.

# %% [markdown] id="in-words" lang="en"
# There are 200 new pairs, so a blind choice is right once in 200. Trained on shuffled pairs, a model has no rule that ties upper halves to lower ones, so on new pairs it should do about as well as guessing. If the control scored far higher, new pairs would have leaked into training or the marking would be wrong. True pairs score far above both, so the model has learned a rule that ties the halves together. Whether it holds for other hands or other pictures, this experiment does not tell.
