# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 01 · 바이트 예산에 맞는 계획 찾기
#
# **사진 한 장에 쓸 수 있는 바이트가 정해져 있습니다. 무늬를 몇 장 남기고 값을 몇 비트로 적어야 사진이 가장 덜 망가질까요?**
#
# 20점 · {minutes}분쯤 · 준비: 01강 ‘압축’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 01 · The best plan for a byte budget
#
# **You may spend a fixed number of bytes on a photograph. How many patterns should you keep, and how many bits should each value get, to spoil it least?**
#
# 20 points · about {minutes} minutes · You need: lesson 1, Compression
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say, show_images
import numpy as np
from PIL import Image
from sklearn.datasets import load_sample_image

photo = Image.fromarray(load_sample_image("flower.jpg")).convert("L").reduce(4)
flower = np.asarray(photo, dtype=float)
print(flower.shape)
show_images([flower[None] / 255])

# %% [markdown] id="low-rank-task" lang="ko"
# ## 1. 랭크 k인 그림 (4점)
#
# 그림에 특잇값 분해를 쓰고, 가장 강한 무늬 `k`장만 더한 그림을 돌려주세요. 이번에는 평균 밝기를 빼지 않습니다. 값을 0과 255 사이로 자르지도 않습니다.

# %% [markdown] id="low-rank-task" lang="en"
# ## 1. The picture of rank k (4 points)
#
# Apply the singular value decomposition to a picture and return the sum of its `k` strongest patterns. This time, do not take the average brightness off, and do not clip to 0 … 255.

# %% id="low-rank" nbgrader={"grade": false, "grade_id": "low-rank", "locked": false, "schema_version": 3, "solution": true, "task": false}
def low_rank(picture, k):
    """가장 강한 무늬 k장의 합 | The sum of the k strongest patterns"""
    ### BEGIN SOLUTION
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:k]
    ### END SOLUTION

# %% id="low-rank-test" nbgrader={"grade": true, "grade_id": "low-rank-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

stripes = np.outer([1.0, 2, 3, 4], [5.0, 0, 1])
stripes[0, 1] = 0.1
answer = np.asarray(low_rank(stripes, 1), dtype=float)
assert answer.shape == stripes.shape, say(
    f"모양이 {answer.shape}입니다.", f"The shape is {answer.shape}.")
assert np.linalg.matrix_rank(answer, tol=1e-4) == 1, say(
    "k = 1이면 무늬 한 장만 남습니다.", "With k = 1 only one pattern is left.")
answer = np.asarray(low_rank(stripes, 3), dtype=float)
assert np.allclose(answer, stripes, atol=1e-4), say(
    "무늬를 모두 더하면 원본이 됩니다.", "All patterns together give the picture back.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for shape in [(9, 5), (5, 9), (6, 6)]:
    picture = 300 * rng.normal(size=shape)
    picture.flags.writeable = False
    U, s, Vt = np.linalg.svd(picture)
    for k in (1, 2, 3, 5):
        answer = np.asarray(low_rank(picture, k), dtype=float)
        expected = U[:, :k] @ np.diag(s[:k]) @ Vt[:k]
        assert np.allclose(answer, expected, atol=0.01), say(
            "가장 강한 무늬부터 더하지 않았거나 값을 잘랐습니다.",
            "Not the strongest patterns, or values were clipped.")
### END HIDDEN TESTS

# %% [markdown] id="rounded-task" lang="ko"
# ## 2. 열마다 다른 눈금 (6점)
#
# 수업에서는 모든 값에 눈금 하나를 썼습니다. 뒤쪽 무늬는 약해서 그 눈금이 너무 거칩니다. 이번에는 **열마다** 눈금을 따로 정합니다. 한 열에서 절댓값이 가장 큰 값이 $2^{bits-1} - 1$이 되도록 나누고, 정수로 반올림한 다음, 다시 원래 크기로 되돌려 주세요. 모두 0인 열은 0으로 남아야 합니다.

# %% [markdown] id="rounded-task" lang="en"
# ## 2. A scale for each column (6 points)
#
# The lesson used one scale for all values. Later patterns are weak, and for them it is too coarse. This time **each column** gets a scale of its own: divide so that the column's largest absolute value becomes $2^{bits-1} - 1$, round to whole numbers, and turn the result back to the old size. A column of zeros must stay zero.

# %% id="rounded" nbgrader={"grade": false, "grade_id": "rounded", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rounded(values, bits):
    """열마다 눈금을 정해 반올림한 값 | The values, rounded with a scale a column"""
    ### BEGIN SOLUTION
    step = np.abs(values).max(axis=0) / (2 ** (bits - 1) - 1)
    step = np.where(step == 0, 1, step)
    return np.round(values / step) * step
    ### END SOLUTION

# %% id="rounded-test" nbgrader={"grade": true, "grade_id": "rounded-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

table = np.array([[7.0, 0.07, 0], [3.4, 0.051, 0], [-2.6, 0.014, 0]])
answer = np.asarray(rounded(table, 4), dtype=float)
assert answer.shape == table.shape, say("모양이 달라졌습니다.", "The shape has changed.")
assert np.all(np.isfinite(answer)), say(
    "모두 0인 열에서 0으로 나누었습니다.", "A column of zeros was divided by 0.")
assert np.allclose(answer[:, 0], [7, 3, -3], atol=1e-3), say(
    "4비트이면 가장 큰 값이 7이 되는 눈금이므로 첫 열은 7, 3, −3입니다.",
    "With 4 bits the largest becomes 7: the first column is 7, 3, −3.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for bits in (2, 3, 5, 8):
    table = rng.normal(size=(40, 7)) * 10.0 ** np.arange(-3, 4)
    table[:, 3] = 0
    table[0, 1] = -np.abs(table[:, 1]).max() - 0.01
    table.flags.writeable = False
    largest = np.max(np.abs(table), axis=0)
    step = largest / (2 ** (bits - 1) - 1)
    step[3] = 1
    answer = np.asarray(rounded(table, bits), dtype=float)
    assert np.all(np.abs(answer - table) <= 0.501 * step), say(
        "눈금의 절반보다 많이 벗어납니다.", "Off by more than half a step.")
    levels = answer / step
    assert np.allclose(levels, np.round(levels), atol=1e-3), say(
        "눈금 위에 있지 않은 값이 있습니다.", "A value is not on the scale.")
    assert np.all(answer[:, 3] == 0), say("0인 열이 변했습니다.", "Zeros have changed.")
### END HIDDEN TESTS

# %% [markdown] id="plan-task" lang="ko"
# ## 3. 가장 좋은 계획 (6점)
#
# 비트를 아끼면 무늬를 더 담고, 무늬를 아끼면 값을 더 정확하게 적습니다. 평균 제곱 오차가 **가장 작은** 랭크와 비트 수를 찾아 `(k, bits)`로 돌려주세요.
#
# - 비트 수는 2에서 8까지입니다. 비트 수마다 아래의 `largest_rank`가 `budget`바이트에 들어가는 가장 큰 랭크를 알려 줍니다.
# - 그림은 `U * sqrt(s)`와 `Vt.T * sqrt(s)`의 앞 `k`열을 각각 `rounded`로 반올림한 다음 곱해서 되살립니다.

# %% [markdown] id="plan-task" lang="en"
# ## 3. The best plan (6 points)
#
# Thrift with bits makes room for more patterns; thrift with patterns, for finer values. Find the rank and the number of bits with the **smallest** mean squared error, and return `(k, bits)`.
#
# - The number of bits is 2 to 8. For each, `largest_rank` below tells the largest rank that fits into `budget` bytes.
# - A picture is rebuilt as the product of the first `k` columns of `U * sqrt(s)` and of `Vt.T * sqrt(s)`, each rounded by `rounded`.

# %% id="largest" nbgrader={"grade": false, "grade_id": "largest", "locked": true, "schema_version": 3, "solution": false, "task": false}
def largest_rank(height, width, budget, bits):
    """budget바이트에 들어가는 가장 큰 랭크 | The largest rank within budget bytes"""
    one_pattern = (height + width) * bits
    return min(8 * budget // one_pattern, height, width)

# %% id="plan" nbgrader={"grade": false, "grade_id": "plan", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_plan(picture, budget):
    """오차가 가장 작은 (k, bits) | The (k, bits) with the smallest error"""
    ### BEGIN SOLUTION
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    left, right = U * np.sqrt(s), Vt.T * np.sqrt(s)
    plans = []
    for bits in range(2, 9):
        k = largest_rank(*picture.shape, budget, bits)
        rebuilt = rounded(left[:, :k], bits) @ rounded(right[:, :k], bits).T
        plans.append((np.mean((picture - rebuilt) ** 2), k, bits))
    return min(plans)[1:]
    ### END SOLUTION

# %% id="plan-test" nbgrader={"grade": true, "grade_id": "plan-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, int, range

import numpy as np


### BEGIN HIDDEN TESTS
def rounded(values, bits):
    step = np.abs(values).max(axis=0, initial=0) / (2 ** (bits - 1) - 1)
    step = np.where(step == 0, 1, step)
    return np.round(values / step) * step

def largest_rank(height, width, budget, bits):
    return int(np.min([8 * budget // ((height + width) * bits), height, width]))

### END HIDDEN TESTS
k, bits = [int(value) for value in best_plan(flower[:60, :80], 1000)]
assert 2 <= bits <= 8, say("비트 수는 2에서 8까지입니다.", "The bits are 2 to 8.")
assert k * (60 + 80) * bits <= 8 * 1000, say("예산을 넘습니다.", "Over the budget.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)

def right_plan(picture, budget):
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    errors = []
    for bits in range(2, 9):
        k = largest_rank(*picture.shape, budget, bits)
        halves = [rounded(half[:, :k] * np.sqrt(s[:k]), bits) for half in (U, Vt.T)]
        errors.append(np.mean((picture - halves[0] @ halves[1].T) ** 2))
    bits = 2 + int(np.argmin(errors))
    return largest_rank(*picture.shape, budget, bits), bits

signs = np.ones((1, 1))
for _ in range(5):
    signs = np.kron(signs, [[1, 1], [1, -1]])
coarse = signs[:, :8] * np.arange(9, 1, -1) @ signs[8:16]
crops = [flower[r : r + 30, c : c + 40] for r in (0, 40, 80) for c in (20, 60, 100)]
ramp = np.outer(np.arange(1, 31), np.arange(2, 42))
for picture in [coarse, ramp, *crops]:
    picture = picture.copy()
    picture.flags.writeable = False
    for budget in (64, 96, 160, 250, 400, 700):
        answer = np.asarray(best_plan(picture, budget), dtype=float)
        assert np.array_equal(answer, right_plan(picture, budget)), say(
            "오차가 더 작은 계획이 있습니다.", "A plan with a smaller error exists.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
for budget in (500, 1000, 2000, 4000):
    print(budget, best_plan(flower, budget))

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 사진 1,000장을 랭크 5인 그림으로 저장하려 합니다. 사진마다 SVD를 따로 쓰는 방법(가)과, 사진 전체에 PCA를 한 번 써서 같은 무늬를 함께 쓰는 방법(나)이 있습니다. 대여섯 문장으로 비교하세요.
#
# 채점 기준: 무엇을 저장해야 하는지 두 방법 모두 밝힘 (1점) · 사진이 늘어날 때 바이트가 어떻게 달라지는지 설명함 (1점) · (나)의 오차를 따로 둔 사진에서 재야 하는 이유를 설명함 (1점) · (나)가 불리한 사진의 예를 하나 듦 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# You want to store 1,000 photographs at rank 5. You could use SVD on each photograph (a), or PCA once on all of them, so that they share their patterns (b). Compare the two in five or six sentences.
#
# Marking: says for both what has to be stored (1 point) · explains how the bytes grow with the number of photographs (1 point) · explains why the error of (b) must be measured on held-out photographs (1 point) · gives an example of photographs for which (b) does badly (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# (가)는 사진마다 무늬, 즉 세로줄과 가로줄 다섯 쌍을 저장합니다. (나)는 무늬 다섯 장을 한 번만 저장하고, 사진마다 값 5개만 저장합니다. (가)의 바이트는 사진 수에 비례해 늘지만, (나)는 무늬를 저장하는 데 처음에 많이 들고 그 뒤로는 거의 늘지 않습니다. (나)의 무늬는 무늬를 찾는 데 쓴 사진에 맞추어져 있으므로, 처음 보는 사진의 오차는 따로 둔 사진으로 재야 알 수 있습니다. 얼굴 사진으로 무늬를 찾고 풍경을 저장하면 (나)는 크게 망가집니다.

# %% [markdown] id="in-words" lang="en"
# With (a), every photograph brings its own patterns: five columns and five rows. With (b), five patterns are stored once, and then five values a photograph. The bytes of (a) grow in proportion to the number of photographs; (b) pays a large sum for the patterns and hardly anything afterwards. The patterns of (b) were fitted to the photographs they were found from, so only held-out photographs tell the error on new ones. Find the patterns from faces and store landscapes with them, and (b) does badly.
