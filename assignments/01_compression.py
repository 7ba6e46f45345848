# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 01 · 바이트 예산에 맞는 랭크 고르기
#
# **사진 한 장에 쓸 수 있는 바이트가 정해져 있습니다. 무늬를 몇 장 남기고 숫자를 몇 비트로 적어야 사진이 가장 덜 망가질까요?**
#
# 20점 · 50분쯤 · 준비: 1강 ‘압축’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때에는 다른 데이터로 더 검사하므로, 보기에만 맞는 답은 점수를 얻지 못합니다. 잠긴 셀을 고치면 채점할 때 본래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 01 · A rank for a byte budget
#
# **You may spend a fixed number of bytes on a photograph. How many patterns should you keep, and how many bits should each number get, to spoil it least?**
#
# 20 points · about 50 minutes · You need: lesson 1, Compression
#
# Edit only the cells that say `Your answer here`. The cell below each one checks the answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. A locked cell that you change is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from PIL import Image
from sklearn.datasets import load_sample_image

from helpers import say, show_images

flower = np.asarray(Image.fromarray(load_sample_image("flower.jpg")).convert("L").reduce(4), dtype=float)
print(flower.shape)
show_images([flower[None] / 255])

# %% [markdown] id="low-rank-task" lang="ko"
# ## 1. 랭크 k인 그림 (2점)
#
# 그림에 특잇값 분해를 쓰고, 앞의 무늬 `k`장만 더한 그림을 돌려주세요. 이번에는 평균 밝기를 빼지 않습니다. 값을 자르지도 않습니다.

# %% [markdown] id="low-rank-task" lang="en"
# ## 1. The picture of rank k (2 points)
#
# Apply the singular value decomposition to a picture and return the sum of its first `k` patterns. This time, do not take the average brightness off, and do not clip.

# %% id="low-rank" nbgrader={"grade": false, "grade_id": "low-rank", "locked": false, "schema_version": 3, "solution": true, "task": false}
def low_rank(picture, k):
    """앞의 무늬 k장을 더한 그림 | The sum of the first k patterns"""
    ### BEGIN SOLUTION
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:k]
    ### END SOLUTION

# %% id="low-rank-test" nbgrader={"grade": true, "grade_id": "low-rank-test", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

stripes = np.outer([1.0, 2, 3, 4], [5.0, 0, 1]) + np.outer([0.1, 0, 0, 0.2], [0, 1.0, 0])
answer = np.asarray(low_rank(stripes, 1), dtype=float)
assert answer.shape == stripes.shape, say(f"그림의 모양이 {answer.shape}입니다. {stripes.shape}이어야 합니다",
                                          f"The picture has the shape {answer.shape}, not {stripes.shape}")
assert np.linalg.matrix_rank(answer, tol=1e-8) == 1, say("k = 1이면 무늬 한 장만 남아야 합니다",
                                                         "With k = 1 only one pattern may be left")
assert np.allclose(low_rank(stripes, 3), stripes), say("무늬를 다 더하면 본래 그림이 되어야 합니다",
                                                       "All patterns together must give the picture back")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for shape in [(9, 5), (5, 9), (6, 6)]:
    noise = rng.normal(size=shape) + 3
    strengths = np.linalg.svd(noise, compute_uv=False)
    for k in (1, 3, 5):
        answer = np.asarray(low_rank(noise, k), dtype=float)
        left = np.sum((noise - answer) ** 2)
        assert np.isclose(left, np.sum(strengths[k:] ** 2)), say("가장 센 무늬부터 남기지 않았습니다",
                                                                 "The strongest patterns were not kept")
assert not np.isclose(left + 1, left), say("비교 함수가 바뀌었습니다",
                                           "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="bytes-task" lang="ko"
# ## 2. 몇 바이트일까 (3점)
#
# `height` × `width`인 그림을 랭크 `k`로 적습니다. 무늬 한 장마다 세로줄 하나와 가로줄 하나를 적고, 세기는 두 줄에 나누어 곱해 두었으므로 따로 적지 않습니다. 숫자 하나에 `bits`비트를 씁니다. 모두 몇 바이트일까요? 바이트는 정수이므로 모자라면 **올림**합니다.

# %% [markdown] id="bytes-task" lang="en"
# ## 2. How many bytes? (3 points)
#
# A picture of `height` × `width` is written with rank `k`: one column and one row for each pattern. The strength is shared out between the two, so it takes no room of its own. Every number takes `bits` bits. How many bytes is that in all? Bytes are whole, so **round up**.

# %% id="bytes" nbgrader={"grade": false, "grade_id": "bytes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bytes_needed(height, width, k, bits):
    """랭크 k인 그림의 바이트 수 | The bytes of a picture of rank k"""
    ### BEGIN SOLUTION
    return -(-k * (height + width) * bits // 8)
    ### END SOLUTION

# %% id="bytes-test" nbgrader={"grade": true, "grade_id": "bytes-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
assert bytes_needed(10, 20, 0, 8) == 0, say("무늬가 없으면 0바이트입니다",
                                            "Without patterns it takes no bytes")
assert bytes_needed(10, 20, 1, 8) == 30, say("10 × 20에서 무늬 한 장은 숫자 30개입니다. 8비트는 1바이트입니다",
                                             "For 10 × 20 one pattern is 30 numbers, and 8 bits are one byte")
### BEGIN HIDDEN TESTS
import random

for _ in range(30):
    height, width, k, bits = (random.randint(3, 400), random.randint(3, 400), random.randint(1, 50), random.randint(1, 12))
    answer = bytes_needed(height, width, k, bits)
    numbers = k * (height + width)
    assert 8 * answer >= numbers * bits, say("바이트가 모자랍니다. 올림했나요?",
                                             "Too few bytes: did you round up?")
    assert 8 * (answer - 1) < numbers * bits, say("바이트가 남습니다", "More bytes than needed")
    assert answer == int(answer), say("바이트는 정수입니다", "Bytes are whole")
### END HIDDEN TESTS

# %% [markdown] id="largest-task" lang="ko"
# ## 3. 예산에 맞는 가장 큰 랭크 (3점)
#
# `budget`바이트 안에 들어가는 **가장 큰** 랭크를 돌려주세요. 무늬가 한 장도 들어가지 않으면 0이고, 그림이 가진 무늬의 수(`height`와 `width` 가운데 작은 쪽)를 넘을 수 없습니다.

# %% [markdown] id="largest-task" lang="en"
# ## 3. The largest rank within the budget (3 points)
#
# Return the **largest** rank that fits into `budget` bytes. It is 0 if not one pattern fits, and never more than the picture has patterns (the smaller of `height` and `width`).

# %% id="largest" nbgrader={"grade": false, "grade_id": "largest", "locked": false, "schema_version": 3, "solution": true, "task": false}
def largest_rank(height, width, budget, bits):
    """budget바이트에 들어가는 가장 큰 랭크 | The largest rank that fits into budget bytes"""
    ### BEGIN SOLUTION
    return min(8 * budget // ((height + width) * bits), height, width)
    ### END SOLUTION

# %% id="largest-test" nbgrader={"grade": true, "grade_id": "largest-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
assert largest_rank(10, 20, 100, 8) == 3, say("무늬 한 장이 30바이트이니 100바이트에는 3장이 들어갑니다",
                                              "One pattern takes 30 bytes, so 3 fit into 100")
assert largest_rank(10, 20, 29, 8) == 0, say("한 장도 들어가지 않으면 0입니다",
                                             "If not one fits, the answer is 0")
### BEGIN HIDDEN TESTS
import random

for _ in range(60):
    height, width = random.randint(3, 60), random.randint(3, 60)
    bits, budget = random.randint(1, 12), random.randint(0, 4000)
    answer = largest_rank(height, width, budget, bits)
    assert 0 <= answer <= min(height, width), say("그림이 가진 무늬보다 많습니다",
                                                  "More patterns than the picture has")
    assert answer * (height + width) * bits <= 8 * budget, say("예산을 넘습니다",
                                                               "Over the budget")
    if answer < min(height, width):
        assert (answer + 1) * (height + width) * bits > 8 * budget, say("한 장 더 들어갑니다",
                                                                        "One more would fit")
assert largest_rank(10, 20, 60, 8) == 2 and largest_rank(10, 20, 59, 8) == 1, say("꼭 맞을 때를 살펴보세요",
                                                                                  "Look at an exact fit")
### END HIDDEN TESTS

# %% [markdown] id="rounded-task" lang="ko"
# ## 4. 줄마다 다른 눈금 (4점)
#
# 수업에서는 모든 숫자에 눈금 하나를 썼습니다. 뒤쪽 무늬는 약해서 그 눈금이 너무 성깁니다. 이번에는 **열마다** 눈금을 따로 정합니다. 한 열에서 절댓값이 가장 큰 수가 $2^{bits-1} - 1$이 되는 눈금으로 반올림하고, 다시 본래 크기로 되돌려 주세요. 모두 0인 열은 0으로 남아야 합니다.

# %% [markdown] id="rounded-task" lang="en"
# ## 4. A scale for each column (4 points)
#
# The lesson used one scale for all numbers. Later patterns are weak, and for them it is too coarse. This time **each column** gets a scale of its own: round to the scale on which the column's largest absolute value becomes $2^{bits-1} - 1$, and turn the result back to the old size. A column of zeros must stay zero.

# %% id="rounded" nbgrader={"grade": false, "grade_id": "rounded", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rounded(numbers, bits):
    """열마다 눈금을 정해 반올림한 수 | The numbers, rounded with a scale for each column"""
    ### BEGIN SOLUTION
    step = np.abs(numbers).max(axis=0) / (2 ** (bits - 1) - 1)
    step = np.where(step == 0, 1, step)
    return np.round(numbers / step) * step
    ### END SOLUTION

# %% id="rounded-test" nbgrader={"grade": true, "grade_id": "rounded-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

table = np.array([[7.0, 0.07, 0], [3.4, 0.051, 0], [-2.6, 0.014, 0]])
answer = np.asarray(rounded(table, 4), dtype=float)
assert answer.shape == table.shape, say("모양이 달라졌습니다", "The shape has changed")
assert np.all(np.isfinite(answer)), say("모두 0인 열에서 0으로 나누었습니다",
                                        "A column of zeros was divided by 0")
assert np.allclose(answer[:, 0], [7, 3, -3]), say("4비트이면 가장 큰 수가 7이 되는 눈금입니다. 첫 열은 7, 3, -3이어야 합니다",
                                                  "With 4 bits the largest becomes 7: the first column must be 7, 3, -3")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for bits in (2, 3, 5, 8):
    table = rng.normal(size=(40, 6)) * 10.0 ** np.arange(-3, 3)
    answer = np.asarray(rounded(table.copy(), bits), dtype=float)
    largest = np.max(np.abs(table), axis=0)
    step = largest / (2 ** (bits - 1) - 1)
    assert np.all(np.abs(answer - table) <= 0.5001 * step), say("반올림이 눈금의 절반보다 많이 벗어납니다. 열마다 눈금을 정했나요?",
                                                                "Rounding strays by more than half a step: does each column have its own scale?")
    levels = answer / step
    assert np.allclose(levels, np.round(levels), atol=1e-6), say("눈금 위에 있지 않은 수가 있습니다",
                                                                 "A number is not on the scale")
    assert not np.allclose(levels + 0.3, np.round(levels + 0.3), atol=1e-6), say("비교 함수가 바뀌었습니다",
                                                                                 "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="plan-task" lang="ko"
# ## 5. 가장 좋은 계획 (4점)
#
# 비트를 아끼면 무늬를 더 담고, 무늬를 아끼면 숫자를 더 곱게 적습니다. `budget`바이트 안에서 평균 제곱 오차가 **가장 작은** 랭크와 비트 수(2에서 8)를 찾아 `(k, bits)`로 돌려주세요. 그림은 `U * sqrt(s)`와 `Vt.T * sqrt(s)`의 앞 `k`열을 각각 `rounded`로 반올림해서 되살립니다. 앞에서 쓴 함수를 불러 써도 됩니다.

# %% [markdown] id="plan-task" lang="en"
# ## 5. The best plan (4 points)
#
# Thrift with bits makes room for more patterns; thrift with patterns, for finer numbers. Find the rank and the number of bits (2 to 8) with the **smallest** mean squared error within `budget` bytes, and return `(k, bits)`. A picture is rebuilt from the first `k` columns of `U * sqrt(s)` and `Vt.T * sqrt(s)`, each rounded by `rounded`. You may call the functions you wrote above.

# %% id="plan" nbgrader={"grade": false, "grade_id": "plan", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_plan(picture, budget):
    """예산 안에서 오차가 가장 작은 (k, bits) | The (k, bits) with the smallest error within the budget"""
    ### BEGIN SOLUTION
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    columns, rows = U * np.sqrt(s), Vt.T * np.sqrt(s)
    plans = []
    for bits in range(2, 9):
        k = largest_rank(*picture.shape, budget, bits)
        rebuilt = rounded(columns[:, :k], bits) @ rounded(rows[:, :k], bits).T
        plans.append((np.mean((picture - rebuilt) ** 2), k, bits))
    return min(plans)[1:]
    ### END SOLUTION

# %% id="plan-test" nbgrader={"grade": true, "grade_id": "plan-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def largest_rank(height, width, budget, bits):
    return min(8 * budget // ((height + width) * bits), height, width)

def bytes_needed(height, width, k, bits):
    return -(-k * (height + width) * bits // 8)

def low_rank(picture, k):
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    return (U[:, :k] * s[:k]) @ Vt[:k]

def rounded(numbers, bits):
    step = np.abs(numbers).max(axis=0, initial=0) / (2 ** (bits - 1) - 1)
    step = np.where(step == 0, 1, step)
    return np.round(numbers / step) * step
### END HIDDEN TESTS
k, bits = best_plan(flower[:60, :80], 1000)
assert 2 <= bits <= 8, say("비트 수는 2에서 8까지입니다", "The number of bits is 2 to 8")
assert k * (60 + 80) * bits <= 8 * 1000, say("예산을 넘습니다", "Over the budget")
### BEGIN HIDDEN TESTS
def error_of(picture, k, bits):
    U, s, Vt = np.linalg.svd(picture, full_matrices=False)
    halves = [side[:, :k] * np.sqrt(s[:k]) for side in (U, Vt.T)]
    steps = [np.abs(half).max(axis=0) / (2 ** (bits - 1) - 1) for half in halves]
    left, right = (np.round(half / step) * step for half, step in zip(halves, steps))
    return np.mean((picture - left @ right.T) ** 2)

soft = np.add.outer(np.sin(np.arange(40) / 7), np.cos(np.arange(50) / 5)) + 0.01 * np.random.default_rng().normal(size=(40, 50))
for picture, budget in [(flower[20:90, 30:120], 900), (flower[:, ::2], 1500), (soft, 500)]:
    k, bits = best_plan(picture, budget)
    assert k * sum(picture.shape) * bits <= 8 * budget, say("예산을 넘습니다",
                                                            "Over the budget")
    fitting = [(min(8 * budget // (sum(picture.shape) * b), *picture.shape), b) for b in range(2, 9)]
    best = min(error_of(picture, *plan) for plan in fitting)
    assert error_of(picture, k, bits) <= 1.001 * best, say("오차가 더 작은 계획이 있습니다",
                                                           "There is a plan with a smaller error")
assert max(error_of(picture, *plan) for plan in fitting) > 1.001 * best, say("비교 함수가 바뀌었습니다",
                                                                             "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="written-task" lang="ko"
# ## 6. 글로 답하기 (4점)
#
# 사진 1,000장을 랭크 5인 그림으로 저장하려 합니다. 사진마다 SVD를 따로 쓰는 방법(가)과, 사진 모두에 PCA를 한 번 써서 같은 무늬를 함께 쓰는 방법(나)이 있습니다. 대여섯 문장으로 견주어 보세요.
#
# 채점 기준: 무엇을 저장해야 하는지 두 방법 모두 밝힘 (1점) · 사진이 늘어날 때 바이트가 어떻게 달라지는지 설명함 (1점) · (나)의 오차를 따로 둔 사진에서 재야 하는 까닭을 설명함 (1점) · (나)가 불리한 사진의 보기를 하나 듦 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 6. In words (4 points)
#
# You want to store 1,000 photographs at rank 5. You could use SVD on each photograph (a), or PCA once on all of them, so that they share their patterns (b). Compare the two in five or six sentences.
#
# Marking: says for both what has to be stored (1 point) · explains how the bytes grow with the number of photographs (1 point) · explains why the error of (b) must be measured on held-out photographs (1 point) · gives an example of photographs for which (b) does badly (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# (가)는 사진마다 무늬, 곧 세로줄과 가로줄 다섯 쌍을 저장합니다. (나)는 무늬 다섯 장을 한 번만 저장하고, 사진마다 숫자 5개만 저장합니다. (가)의 바이트는 사진 수에 비례해 늘지만, (나)는 무늬를 마련하는 값이 처음에 크고 그 뒤로는 거의 늘지 않습니다. (나)의 무늬는 무늬를 찾는 데 쓴 사진에 맞추어져 있으므로, 처음 보는 사진의 오차는 따로 둔 사진으로 재야 알 수 있습니다. 얼굴 사진으로 무늬를 찾고 풍경을 저장하면 (나)는 크게 망가집니다.

# %% [markdown] id="in-words" lang="en"
# With (a), every photograph brings its own patterns: five columns and five rows. With (b), five patterns are stored once, and then five numbers a photograph. The bytes of (a) grow in proportion to the number of photographs; (b) pays a large sum for the patterns and hardly anything afterwards. The patterns of (b) were fitted to the photographs they were found from, so only held-out photographs tell the error on new ones. Find the patterns from faces and store landscapes with them, and (b) does badly.
