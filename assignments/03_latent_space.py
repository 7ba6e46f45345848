# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 03 · 이웃으로 잠재 공간 재기
#
# **잠재 벡터로 비슷한 그림을 찾고, 얼마나 잘 찾는지 재고, 가장 잘 찾는 크기를 고릅니다.**
#
# 20점 · {minutes}분쯤 · 준비: 03강 ‘잠재 공간’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 03 · Measure a latent space by its neighbors
#
# **Find similar pictures by latent vectors, measure how well it works, and choose the size that finds best.**
#
# 20 points · about {minutes} minutes · You need: lesson 3, Latent space
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

digits, labels = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    digits / 16, labels, test_size=1 / 3, random_state=0)
print(X_train.shape, X_test.shape)

# %% [markdown] id="nearest-task" lang="ko"
# ## 1. 가까운 k개 (5점)
#
# 질의 `(n, size)`마다 데이터베이스 `(m, size)`에서 유클리드 거리가 가장 가까운 `k`개의 **번호**를, 가까운 것부터 늘어놓은 배열 `(n, k)`로 돌려주세요. 거리가 같으면 번호가 작은 것이 먼저입니다.

# %% [markdown] id="nearest-task" lang="en"
# ## 1. The k nearest (5 points)
#
# For each query, of `(n, size)`, return the **numbers** of the `k` vectors of the database, `(m, size)`, that are nearest by Euclidean distance, nearest first: an array `(n, k)`. Among equals, the smaller number comes first.

# %% id="nearest" nbgrader={"grade": false, "grade_id": "nearest", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nearest(queries, database, k):
    """가까운 k개의 번호 | The numbers of the k nearest"""
    ### BEGIN SOLUTION
    far = np.sum((queries[:, None] - database[None]) ** 2, axis=2)
    return np.argsort(far, axis=1, kind="stable")[:, :k]
    ### END SOLUTION

# %% id="nearest-test" nbgrader={"grade": true, "grade_id": "nearest-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import int, list, range

import numpy as np

lines = np.array([[9.0], [2.0], [1.0], [30.0]])
answer = np.asarray(nearest(np.array([[0.0], [10.0]]), lines, 2))
assert answer.shape == (2, 2), say(
    f"질의 2개에 2개씩인데 모양이 {answer.shape}입니다.",
    f"Two for each of two queries, yet the shape is {answer.shape}.")
assert answer[0].tolist() == [2, 1], say(
    f"0에서는 2번, 1번인데 {answer[0].tolist()}입니다.",
    f"From 0 it is number 2, then 1, not {answer[0].tolist()}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for n, m, k in [(6, 30, 4), (12, 9, 9), (3, 50, 1), (20, 40, 7)]:
    queries, database = rng.integers(-3, 4, (2, 60, 3)) * np.array([1.0, 2, 1.5])
    queries, database = queries[:n], database[:m]
    queries.flags.writeable = database.flags.writeable = False
    answer = np.asarray(nearest(queries, database, k))
    assert answer.shape == (n, k), say("모양이 다릅니다.", "The shape is wrong.")
    for i in range(n):
        far = np.linalg.norm(database - queries[i], axis=1).round(9)
        order = list(range(m))
        order.sort(key=far.__getitem__)
        assert answer[i].astype(int).tolist() == order[:k], say(
            "가까운 것부터, 같으면 작은 번호부터입니다.",
            "Nearest first; among equals, the smaller number.")
### END HIDDEN TESTS

# %% [markdown] id="leave-task" lang="ko"
# ## 2. 자기를 빼고 (5점)
#
# 레이블이 있는 벡터가 데이터베이스뿐일 때에는, 벡터마다 **자기를 뺀 나머지**에서 가장 가까운 `k`개를 찾습니다. 찾은 것 가운데 레이블이 같은 비율(precision@k)을 모든 벡터에서 평균한 수 하나를 돌려주세요. 똑같은 벡터가 둘 있을 수도 있습니다. 그때에도 빼는 것은 자기뿐입니다.

# %% [markdown] id="leave-task" lang="en"
# ## 2. Leaving oneself out (5 points)
#
# When the database is all the labeled data you have, look for each vector's `k` nearest **among the others**. Return the share of what was found that has the same label (precision@k), averaged over all vectors: one number. Two vectors may be exactly alike; even then only the vector itself is left out.

# %% id="leave" nbgrader={"grade": false, "grade_id": "leave", "locked": false, "schema_version": 3, "solution": true, "task": false}
def leave_one_out(vectors, labels, k):
    """자기를 뺀 나머지에서 잰 precision@k | precision@k among the others"""
    ### BEGIN SOLUTION
    far = np.sum((vectors[:, None] - vectors[None]) ** 2, axis=2)
    np.fill_diagonal(far, np.inf)
    found = np.argsort(far, axis=1)[:, :k]
    return np.mean(labels[found] == labels[:, None])
    ### END SOLUTION

# %% id="leave-test" nbgrader={"grade": true, "grade_id": "leave-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float, range

import numpy as np

line = np.array([[0.0], [1.0], [10.0], [11.0]])
answer = float(leave_one_out(line, np.array([0, 1, 2, 2]), 1))
assert np.isclose(answer, 0.5), say(
    f"앞의 둘은 이웃과 다르고 뒤의 둘은 같으니 0.5인데 {answer}입니다.",
    f"The first two differ from their neighbor, the last two agree: 0.5, not {answer}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for n, k in [(20, 1), (30, 4), (25, 9), (12, 11)]:
    vectors = rng.normal(size=(n, 3))
    labels = np.where(vectors[:, 0] > 0.3, 5, rng.integers(2, size=n))
    vectors.flags.writeable = labels.flags.writeable = False
    right = 0
    for i in range(n):
        far = np.linalg.norm(vectors - vectors[i], axis=1)
        others = np.argsort(far)[1 : k + 1]
        right += np.count_nonzero(labels[others] == labels[i])
    answer = leave_one_out(vectors, labels, k)
    assert np.ndim(answer) == 0, say("수 하나를 돌려주세요.", "Return one number.")
    assert np.isclose(float(answer) * n * k, right, atol=1e-3), say(
        "이웃은 자기가 아닌 나머지입니다.", "Neighbors come from the others.")
twins = np.repeat(rng.normal(size=(8, 3)), 2, axis=0)
answer = float(leave_one_out(twins, np.tile([0, 1], 8), 1))
assert np.isclose(answer, 0), say(
    "똑같은 벡터가 있으면 그것이 이웃입니다.", "An identical vector is a neighbor.")
### END HIDDEN TESTS

# %% [markdown] id="size-task" lang="ko"
# ## 3. 가장 잘 찾는 크기 (6점)
#
# `sizes`(PCA의 값의 개수들)마다 `X`로 PCA를 학습시키고, `X`의 잠재 벡터로 `leave_one_out`(`k`개)을 잽니다. 점수가 가장 높은 크기와 그 점수를 `(size, score)`로 돌려주세요. 점수가 같으면 **작은 크기**가 낫습니다.

# %% [markdown] id="size-task" lang="en"
# ## 3. The size that finds best (6 points)
#
# For each of `sizes`, the number of values that PCA keeps, train PCA on `X` and measure `leave_one_out` with `k` neighbors on the latent vectors of `X`. Return the size with the highest score, and that score: `(size, score)`. Among equal scores, the **smaller size** is better.

# %% id="size" nbgrader={"grade": false, "grade_id": "size", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_size(X, labels, sizes, k):
    """가장 잘 찾는 크기와 점수 | The best size and its score"""
    ### BEGIN SOLUTION
    best = None
    for size in sorted(sizes):
        Z = PCA(size, random_state=0).fit_transform(X)
        score = leave_one_out(Z, labels, k)
        if best is None or score > best[1]:
            best = size, score
    return best
    ### END SOLUTION

# %% id="size-test" nbgrader={"grade": true, "grade_id": "size-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, int

import numpy as np


### BEGIN HIDDEN TESTS
def leave_one_out(vectors, labels, k):
    far = np.sum((vectors[:, None] - vectors[None]) ** 2, axis=2)
    np.fill_diagonal(far, np.inf)
    found = np.argsort(far, axis=1)[:, :k]
    return np.mean(labels[found] == labels[:, None])


### END HIDDEN TESTS
size, score = best_size(X_train[:200], y_train[:200], [2, 20], 3)
assert int(size) == 20 and 0.8 < float(score) < 1, say(
    f"값 20개가 2개보다 잘 찾는데 {size}, {score}입니다.",
    f"20 values find better than 2, yet the answer is {size}, {score}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
signal, noise = rng.integers(3, size=60), rng.normal(size=(60, 8))
few = np.hstack([10 * np.eye(3)[signal], 3 * noise]) + 100
clear = np.hstack([90 * np.eye(3)[signal], noise])
for X, y, sizes, k in [(few, signal, [1, 2, 3, 6], 3), (clear, signal, [4, 3, 2], 2),
                       (X_train[:150], y_train[:150], [30, 3, 10], 5),
                       (X_train[:150], y_train[:150], [12, 40, 25, 6], 1),
                       (few, signal, [6], 2)]:
    X, y = X.copy(), y.copy()
    X.flags.writeable = y.flags.writeable = False
    given = np.sort(sizes)
    scores = []
    for size in given:
        Z = PCA(int(size), svd_solver="full").fit_transform(X)
        scores.append(leave_one_out(Z, y, k))
    size, score = best_size(X, y, sizes, k)
    assert int(size) == given[np.argmax(scores)], say(
        "더 잘 찾거나, 같은데 더 작은 크기가 있습니다.",
        "Another size finds better, or is smaller and as good.")
    assert np.isclose(float(score), np.max(scores), atol=1e-3), say(
        "점수가 다릅니다.", "The score is another one.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
sizes = [2, 4, 8, 16]
size, score = best_size(X_train, y_train, sizes, 10)
print(size, round(float(score), 3))
pca = PCA(size, random_state=0).fit(X_train)
spaces = {"PCA": (pca.transform(X_train), pca.transform(X_test)),
          "pixels": (X_train, X_test)}
for name, (database, queries) in spaces.items():
    found = nearest(queries, database, 10)
    print(f"{name:8} precision@10 {np.mean(y_train[found] == y_test[:, None]):.3f}")

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 고른 크기의 PCA와 픽셀 64개를 비교합니다. 휴대 전화에 넣을 사진 검색기라면 어느 쪽을 고르겠습니까? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 셀이 출력한 수로 근거를 댐 (1점) · 그림마다 저장할 값의 수나 바이트를 비교함 (1점) · 크기를 고를 때 테스트 그림을 쓰지 않은 이유를 설명함 (1점) · 더 간단한 기준선을 하나 제안함 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above compares PCA of the size chosen with 64 pixels. Which would you take for a picture search on a phone? Write five or six sentences.
#
# Marking: argues with the figures printed (1 point) · compares the values or bytes to be stored for each picture (1 point) · explains why the size was chosen without the test pictures (1 point) · proposes one simpler baseline (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 두 점수를 보면 PCA와 픽셀은 거의 같습니다. 그러나 PCA는 그림마다 값을 16개만 저장하여 픽셀의 4분의 1이므로, 저장 공간도 거리를 재는 시간도 줄어듭니다. 휴대 전화에서는 공간과 속도가 중요하니 PCA를 고르겠습니다. 크기를 테스트 그림으로 골랐다면 그 그림에 맞춘 점수가 되어 처음 보는 사진의 점수보다 좋게 나왔을 것입니다. 그래서 훈련 그림만으로 크기를 고르고 점수는 테스트 그림에서 쟀습니다. 2 × 2씩 평균한 축소 그림도 기준선으로 함께 재 보겠습니다.

# %% [markdown] id="in-words" lang="en"
# By both scores PCA and pixels are nearly equal. But PCA stores 16 values a picture, a quarter of the pixels, which saves room and makes distances quicker to compute. On a phone room and speed count, so I choose PCA. Had the size been chosen on the test pictures, the score would be fitted to them and look better than it is on photographs never seen. So the size was chosen on the training pictures alone, and the score taken on the test pictures. I would also measure a thumbnail, the means of 2 × 2 pixels, as a baseline.
