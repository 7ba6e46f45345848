# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 03 · 검색기를 만들고 점수 매기기
#
# **손글씨 숫자 그림을 잠재 벡터로 찾는 검색기를 처음부터 만듭니다. 그리고 얼마나 잘 찾는지 세 가지로 잽니다.**
#
# 20점 · 50분쯤 · 준비: 3강 ‘잠재 공간’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때에는 다른 데이터로 더 검사하므로, 보기에만 맞는 답은 점수를 얻지 못합니다. 잠긴 셀을 고치면 채점할 때 본래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 03 · Build a retrieval function and score it
#
# **From scratch, build a search that finds pictures of handwritten digits by their latent vectors. Then measure in three ways how well it finds.**
#
# 20 points · about 50 minutes · You need: lesson 3, Latent space
#
# Edit only the cells that say `Your answer here`. The cell below each one checks the answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. A locked cell that you change is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

digits, names = load_digits(return_X_y=True)
X, X_new, label, new_label = train_test_split(digits / 16, names, test_size=1 / 3, random_state=0)
pca = PCA(8, random_state=0).fit(X)
Z, Z_new = pca.transform(X), pca.transform(X_new)
print(Z.shape, Z_new.shape)

# %% [markdown] id="distances-task" lang="ko"
# ## 1. 거리 표 (2점)
#
# 질의 `(n, size)`와 데이터베이스 `(m, size)`를 받아, `i`번 질의와 `j`번 벡터 사이의 유클리드 거리를 담은 표 `(n, m)`을 돌려주세요.

# %% [markdown] id="distances-task" lang="en"
# ## 1. A table of distances (2 points)
#
# Take queries `(n, size)` and a database `(m, size)`, and return a table `(n, m)` with the Euclidean distance between query `i` and vector `j`.

# %% id="distances" nbgrader={"grade": false, "grade_id": "distances", "locked": false, "schema_version": 3, "solution": true, "task": false}
def distances(queries, database):
    """질의와 데이터베이스 사이의 거리 | The distances between queries and database"""
    ### BEGIN SOLUTION
    return np.sqrt(np.sum((queries[:, None] - database[None]) ** 2, axis=2))
    ### END SOLUTION

# %% id="distances-test" nbgrader={"grade": true, "grade_id": "distances-test", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = np.asarray(distances(np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([[3.0, 4.0], [1.0, 0.0], [0.0, 0.0]])), dtype=float)
assert answer.shape == (2, 3), say(f"표의 모양이 {answer.shape}입니다. 질의 2개와 벡터 3개이니 (2, 3)이어야 합니다",
                                   f"The table has the shape {answer.shape}; 2 queries and 3 vectors give (2, 3)")
assert np.isclose(answer[0, 0], 5), say(f"(0, 0)에서 (3, 4)까지는 5인데 {answer[0, 0]:.2f}이 나왔습니다",
                                        f"From (0, 0) to (3, 4) it is 5, not {answer[0, 0]:.2f}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
left, right = rng.normal(size=(7, 5)), rng.normal(size=(4, 5))
answer = np.asarray(distances(left, right), dtype=float)
for i in range(7):
    for j in range(4):
        assert np.isclose(answer[i, j] ** 2, np.sum((left[i] - right[j]) ** 2)), say("유클리드 거리가 아닙니다",
                                                                                     "This is not the Euclidean distance")
assert not np.isclose(answer[0, 0] + 1, answer[0, 0]), say("비교 함수가 바뀌었습니다",
                                                           "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="nearest-task" lang="ko"
# ## 2. 가까운 k개 (3점)
#
# 질의마다 가장 가까운 `k`개의 **번호**를 가까운 것부터 늘어놓은 배열 `(n, k)`을 돌려주세요.

# %% [markdown] id="nearest-task" lang="en"
# ## 2. The k nearest (3 points)
#
# For each query, return the **numbers** of the `k` nearest vectors, nearest first: an array `(n, k)`.

# %% id="nearest" nbgrader={"grade": false, "grade_id": "nearest", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nearest(queries, database, k):
    """가까운 k개의 번호 | The numbers of the k nearest"""
    ### BEGIN SOLUTION
    return np.argsort(distances(queries, database), axis=1)[:, :k]
    ### END SOLUTION

# %% id="nearest-test" nbgrader={"grade": true, "grade_id": "nearest-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def distances(queries, database):
    return np.sqrt(np.sum((queries[:, None] - database[None]) ** 2, axis=2))
### END HIDDEN TESTS
answer = np.asarray(nearest(np.array([[0.0], [10.0]]), np.array([[9.0], [2.0], [1.0], [30.0]]), 2))
assert answer.shape == (2, 2), say(f"모양이 {answer.shape}입니다. 질의 2개에 2개씩이니 (2, 2)여야 합니다",
                                   f"The shape is {answer.shape}; two for each of two queries is (2, 2)")
assert answer[0].tolist() == [2, 1], say(f"0에서 가까운 차례는 2번(1.0), 1번(2.0)인데 {answer[0].tolist()}이 나왔습니다",
                                         f"From 0 the nearest are number 2 (1.0) and number 1 (2.0), not {answer[0].tolist()}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for n, m, k in [(6, 30, 4), (12, 9, 9), (3, 50, 1)]:
    left, right = rng.normal(size=(n, 3)), rng.normal(size=(m, 3))
    answer = np.asarray(nearest(left, right, k))
    assert answer.shape == (n, k), say("질의마다 k개여야 합니다",
                                       "There must be k for each query")
    for i in range(n):
        true = np.sum((right - left[i]) ** 2, axis=1)
        mine = true[answer[i]]
        assert np.all(np.diff(mine) >= 0), say("가까운 것부터 늘어놓지 않았습니다",
                                               "Not in order, nearest first")
        assert np.isclose(mine[-1], np.sort(true)[k - 1]), say("더 가까운 것이 빠졌습니다",
                                                               "A nearer one is missing")
assert not np.isclose(mine[-1] + 1, mine[-1]), say("비교 함수가 바뀌었습니다",
                                                   "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="precision-task" lang="ko"
# ## 3. 정밀도 (3점)
#
# `found`는 질의마다 찾아낸 번호 `(n, k)`, `database_labels`는 데이터베이스의 이름표, `query_labels`는 질의의 이름표입니다. 찾아낸 것 가운데 이름표가 질의와 같은 **비율**(precision@k)을 돌려주세요.

# %% [markdown] id="precision-task" lang="en"
# ## 3. Precision (3 points)
#
# `found` holds the numbers found for each query, `(n, k)`; `database_labels` are the labels of the database and `query_labels` those of the queries. Return the **share** of what was found that has the query's label (precision@k).

# %% id="precision" nbgrader={"grade": false, "grade_id": "precision", "locked": false, "schema_version": 3, "solution": true, "task": false}
def precision(found, database_labels, query_labels):
    """찾아낸 것 가운데 이름표가 같은 비율 | The share of what was found that has the right label"""
    ### BEGIN SOLUTION
    return np.mean(database_labels[found] == query_labels[:, None])
    ### END SOLUTION

# %% id="precision-test" nbgrader={"grade": true, "grade_id": "precision-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = precision(np.array([[0, 1], [2, 3]]), np.array([5, 5, 7, 5]), np.array([5, 7]))
assert 0 <= answer <= 1, say(f"비율은 0에서 1 사이인데 {answer}입니다",
                             f"A share lies between 0 and 1, not {answer}")
assert np.isclose(answer, 0.75), say(f"넷 가운데 셋이 맞았으니 0.75여야 하는데 {answer}입니다",
                                     f"Three of the four are right: 0.75, not {answer}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for n, m, k in [(9, 40, 5), (5, 12, 5), (20, 8, 3)]:
    base, asked = rng.integers(3, size=m), rng.integers(3, size=n)
    found = rng.integers(m, size=(n, k))
    answer = precision(found, base, asked)
    right = sum(int(base[found[i, j]] == asked[i]) for i in range(n) for j in range(k))
    assert np.isclose(answer * n * k, right), say("맞은 수를 다시 세어 보세요",
                                                  "Count again how many are right")
    assert not np.isclose(answer * n * k + 1, right), say("비교 함수가 바뀌었습니다",
                                                          "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="leave-task" lang="ko"
# ## 4. 자기를 빼고 (4점)
#
# 이름표 있는 벡터가 데이터베이스뿐일 때에는 벡터마다 **자기를 뺀 나머지**에서 이웃을 찾습니다. 가장 가까운 `k`개의 precision@k를 돌려주세요. 똑같은 벡터가 둘 있을 수도 있습니다. 그때에도 빼는 것은 자기뿐입니다.

# %% [markdown] id="leave-task" lang="en"
# ## 4. Leaving oneself out (4 points)
#
# When the database is all the labelled data you have, look for each vector's neighbours **among the others**. Return the precision@k of the `k` nearest. Two vectors may be exactly alike; even then only the vector itself is left out.

# %% id="leave" nbgrader={"grade": false, "grade_id": "leave", "locked": false, "schema_version": 3, "solution": true, "task": false}
def leave_one_out(vectors, labels, k):
    """자기를 뺀 나머지에서 찾은 precision@k | The precision@k among the others"""
    ### BEGIN SOLUTION
    table = distances(vectors, vectors)
    np.fill_diagonal(table, np.inf)
    found = np.argsort(table, axis=1)[:, :k]
    return np.mean(labels[found] == labels[:, None])
    ### END SOLUTION

# %% id="leave-test" nbgrader={"grade": true, "grade_id": "leave-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def distances(queries, database):
    return np.sqrt(np.sum((queries[:, None] - database[None]) ** 2, axis=2))

def nearest(queries, database, k):
    return np.argsort(distances(queries, database), axis=1)[:, :k]

def precision(found, database_labels, query_labels):
    return np.mean(database_labels[found] == query_labels[:, None])
### END HIDDEN TESTS
answer = leave_one_out(np.array([[0.0], [1.0], [10.0], [11.0]]), np.array([0, 1, 2, 2]), 1)
assert np.isclose(answer, 0.5), say(f"앞의 둘은 이웃의 이름표가 다르고 뒤의 둘은 같으니 0.5여야 하는데 {answer}입니다. 자기를 뺐나요?",
                                    f"The first two have a neighbour with another label, the last two with the same: 0.5, not {answer}. Did you leave the vector itself out?")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for n, k in [(20, 1), (30, 4)]:
    vectors, labels = rng.normal(size=(n, 3)), rng.integers(3, size=n)
    right = 0
    for i in range(n):
        others = [j for j in range(n) if j != i]
        others.sort(key=lambda j: np.sum((vectors[i] - vectors[j]) ** 2))
        right += sum(int(labels[j] == labels[i]) for j in others[:k])
    answer = leave_one_out(vectors.copy(), labels.copy(), k)
    assert np.isclose(answer * n * k, right), say("이웃을 자기가 아닌 나머지에서 찾아야 합니다",
                                                  "Neighbours must come from the others")
twins = np.repeat(rng.normal(size=(8, 3)), 2, axis=0)
assert np.isclose(leave_one_out(twins, np.tile([0, 1], 8), 1), 0), say("똑같은 벡터가 있으면 그것이 가장 가까운 이웃입니다. 자기만 빼야 합니다",
                                                                       "An identical vector is the nearest neighbour: leave out only the vector itself")
assert not np.isclose(answer + 0.5, answer), say("비교 함수가 바뀌었습니다",
                                                 "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="ap-task" lang="ko"
# ## 5. 차례까지 보는 점수 (4점)
#
# precision@k는 맞은 것이 앞에 있는지 뒤에 있는지 가리지 않습니다. **평균 정밀도**(average precision)는 가립니다. 한 질의에서 맞은 자리마다 ‘거기까지의 정밀도’를 구해, 맞은 자리에 대해서만 평균합니다. 맞은 것이 하나도 없으면 0입니다. `hits`는 찾은 차례대로 맞았는지를 적은 참·거짓 배열 `(n, k)`입니다. 질의들의 평균 하나를 돌려주세요.
#
# 보기: `[맞음, 틀림, 맞음]`이면 1번 자리까지 1/1, 3번 자리까지 2/3이므로 (1 + 2/3) / 2 = 0.83입니다.

# %% [markdown] id="ap-task" lang="en"
# ## 5. A score that minds the order (4 points)
#
# precision@k does not care whether what is right comes first or last. **Average precision** does. At each place that is right, take the precision up to there, and average over the right places only. With nothing right it is 0. `hits`, a boolean array `(n, k)`, says for each query whether what was found is right, in the order found. Return one number, the mean over the queries.
#
# Example: for `[right, wrong, right]` the precision is 1/1 at the first place and 2/3 at the third, so (1 + 2/3) / 2 = 0.83.

# %% id="ap" nbgrader={"grade": false, "grade_id": "ap", "locked": false, "schema_version": 3, "solution": true, "task": false}
def average_precision(hits):
    """질의들의 평균 정밀도의 평균 | The mean average precision of the queries"""
    ### BEGIN SOLUTION
    hits = np.asarray(hits, dtype=float)
    so_far = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    return np.mean(np.sum(so_far * hits, axis=1) / np.maximum(hits.sum(axis=1), 1))
    ### END SOLUTION

# %% id="ap-test" nbgrader={"grade": true, "grade_id": "ap-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = average_precision(np.array([[True, False, True]]))
assert np.isclose(answer, 5 / 6), say(f"위의 보기는 0.83이어야 하는데 {answer:.2f}입니다",
                                      f"The example above must give 0.83, not {answer:.2f}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for n, k in [(1, 6), (12, 5), (30, 9)]:
    hits = rng.random((n, k)) < 0.4
    hits[0] = False
    answer = average_precision(hits.copy())
    total = 0.0
    for row in hits.tolist():
        places = [place for place, right in enumerate(row, 1) if right]
        total += sum(rank / place for rank, place in enumerate(places, 1)) / max(len(places), 1)
    assert np.isclose(answer * n, total), say("맞은 자리에서만 평균하고, 맞은 것이 없는 질의는 0으로 세세요",
                                              "Average over the right places only; a query with nothing right counts as 0")
    assert not np.isclose(answer * n + 1, total), say("비교 함수가 바뀌었습니다",
                                                      "The comparison was changed")
first, last = np.eye(5, dtype=bool)[[0]], np.eye(5, dtype=bool)[[4]]
assert average_precision(first) > average_precision(last), say("맞은 것이 앞에 있을수록 높아야 합니다",
                                                               "The earlier the right one comes, the higher the score")
### END HIDDEN TESTS

# %% id="together" nbgrader={"grade": false, "grade_id": "together", "locked": true, "schema_version": 3, "solution": false, "task": false}
for name, (database, queries) in {"PCA": (Z, Z_new), "pixels": (X, X_new)}.items():
    hits = label[nearest(queries, database, 10)] == new_label[:, None]
    print(f"{name:8} precision@10 {hits.mean():.3f}   average precision {average_precision(hits):.3f}")

# %% [markdown] id="written-task" lang="ko"
# ## 6. 글로 답하기 (4점)
#
# 위의 마지막 셀은 숫자 8개(PCA)와 픽셀 64개를 견줍니다. 휴대 전화에 넣을 사진 검색기라면 어느 쪽을 고르겠습니까? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 셀이 출력한 수로 근거를 댐 (1점) · 그림마다 저장할 바이트를 견줌 (1점) · 결과가 따로 둔 질의에서 나왔음을 밝히고 왜 중요한지 씀 (1점) · 더 간단한 기준선을 하나 제안함 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 6. In words (4 points)
#
# The last cell above compares 8 numbers (PCA) with 64 pixels. Which would you choose for a picture search on a telephone? Write five or six sentences.
#
# Marking: argues with the figures printed (1 point) · compares the bytes to be stored for each picture (1 point) · says that the queries are held out, and why that matters (1 point) · proposes one simpler baseline (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 두 점수를 보면 PCA는 픽셀보다 조금 낮습니다. 그러나 그림마다 숫자 8개만 저장하므로 자리가 8분의 1입니다. 휴대 전화에서는 자리와 속도가 중요하니 PCA를 고르겠습니다. 질의는 따로 둔 그림이므로, 처음 보는 사진에서도 비슷하리라 기대할 수 있습니다. 2 × 2씩 평균한 16픽셀 썸네일도 기준선으로 함께 재 보겠습니다.

# %% [markdown] id="in-words" lang="en"
# By both scores PCA is a little below the pixels. But it stores only 8 numbers a picture, an eighth of the room. On a telephone room and speed count, so I choose PCA. The queries are held out, so I may expect much the same for pictures never seen. I would also measure a thumbnail of 16 pixels, the means of 2 × 2, as a baseline.
