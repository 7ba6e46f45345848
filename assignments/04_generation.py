# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 04 · KL 항과 표본추출
#
# **변분 오토인코더가 내는 두 가지, 평균과 분산으로 요금(KL)을 계산하고 코드를 뽑습니다. 공식만 맞추는 데에서 그치지 않고, 맞는지 확인할 방법도 익힙니다.**
#
# 20점 · 50분쯤 · 준비: 4강 ‘생성’
#
# 모든 문제에서 `mean`과 `log_variance`의 모양은 `(n, size)`이고, 단위는 자연로그의 단위인 나트(nat)입니다. `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때에는 다른 데이터로 더 검사하므로, 보기에만 맞는 답은 점수를 얻지 못합니다. 잠긴 셀을 고치면 채점할 때 본래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 04 · The KL term and sampling
#
# **A variational autoencoder gives two things, a mean and a variance. From them, compute the fee (KL) and draw codes. You will not only write formulas down but also see how to tell that they are right.**
#
# 20 points · about 50 minutes · You need: lesson 4, Generation
#
# In every question `mean` and `log_variance` have the shape `(n, size)`, and the unit is the nat, that of the natural logarithm. Edit only the cells that say `Your answer here`. The cell below each one checks the answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. A locked cell that you change is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA

from helpers import say, show_images, use_korean_font

use_korean_font()

digits = load_digits().data / 16
pca = PCA(8, random_state=0).fit(digits)
strength = np.sqrt(pca.explained_variance_)
digit_means = pca.transform(digits) / strength
digit_logs = np.tile(np.log(pca.noise_variance_ / pca.explained_variance_), (len(digits), 1))

def decode(codes):
    return pca.inverse_transform(codes * strength).clip(0, 1)

print(digit_means.shape, digit_logs.shape)

# %% [markdown] id="kl-task" lang="ko"
# 위 셀은 손글씨 숫자로 만든 작은 모델입니다. 그림마다 코드의 평균과 로그 분산을 줍니다.
#
# ## 1. 그림마다 내는 요금 (2점)
#
# 표준 종 모양 분포에 대한 KL을 **그림마다** 하나씩, 모양 `(n,)`으로 돌려주세요.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$

# %% [markdown] id="kl-task" lang="en"
# The cell above is a small model made from handwritten digits. It gives a mean and a log variance of the code for each picture.
#
# ## 1. The fee of each picture (2 points)
#
# Return the KL against the standard bell curve, one number **for each picture**, of shape `(n,)`.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$

# %% id="kl" nbgrader={"grade": false, "grade_id": "kl", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl(mean, log_variance):
    """그림마다의 KL, 나트 | The KL of each picture, in nats"""
    ### BEGIN SOLUTION
    return np.sum(mean**2 + np.exp(log_variance) - log_variance - 1, axis=1) / 2
    ### END SOLUTION

# %% id="kl-test" nbgrader={"grade": true, "grade_id": "kl-test", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = np.asarray(kl(np.zeros((3, 2)), np.zeros((3, 2))), dtype=float)
assert answer.shape == (3,), say(f"모양이 {answer.shape}입니다. 그림 3장이면 (3,)이어야 합니다",
                                 f"The shape is {answer.shape}; three pictures must give (3,)")
assert np.allclose(answer, 0), say("평균 0, 분산 1이면 요금은 0입니다",
                                   "With mean 0 and variance 1 the fee is 0")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
m, v = rng.normal(size=(6, 4)), rng.uniform(0.2, 3, size=(6, 4))
answer = np.asarray(kl(m, np.log(v)), dtype=float)
for i in range(6):
    total = sum(m[i, j] ** 2 + v[i, j] - np.log(v[i, j]) - 1 for j in range(4))
    assert np.isclose(2 * answer[i], total), say("KL 공식과 다릅니다. 코드의 숫자들에 대해 더하고 2로 나누었나요?",
                                                 "This is not the formula: did you sum over the numbers of the code and halve?")
    assert not np.isclose(2 * answer[i] + 1, total), say("비교 함수가 바뀌었습니다",
                                                         "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="sample-task" lang="ko"
# ## 2. 코드 뽑기 (3점)
#
# 표준 정규 난수 `noise`(모양 `(n, size)`)를 받아, 평균이 `mean`이고 분산의 로그가 `log_variance`인 코드를 돌려주세요. 난수는 새로 뽑지 않습니다.

# %% [markdown] id="sample-task" lang="en"
# ## 2. Draw a code (3 points)
#
# Take standard normal numbers `noise`, of shape `(n, size)`, and turn them into codes with mean `mean` and log variance `log_variance`. Do not draw any numbers yourself.

# %% id="sample" nbgrader={"grade": false, "grade_id": "sample", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sample(mean, log_variance, noise):
    """noise를 늘이고 옮긴 코드 | Codes: noise, stretched and shifted"""
    ### BEGIN SOLUTION
    return mean + np.exp(log_variance / 2) * noise
    ### END SOLUTION

# %% id="sample-test" nbgrader={"grade": true, "grade_id": "sample-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

mean, noise = np.array([[1.0, -2.0]]), np.array([[0.5, 2.0]])
assert np.allclose(sample(mean, np.zeros((1, 2)), noise), mean + noise), say("분산이 1이면 평균에 noise를 그대로 더합니다",
                                                                             "With variance 1, noise is simply added to the mean")
assert np.allclose(sample(mean, np.full((1, 2), -50.0), noise), mean), say("분산이 거의 0이면 평균이 나와야 합니다",
                                                                           "With a variance near 0 the mean must come out")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
m, v, noise = rng.normal(size=(5, 3)), rng.uniform(0.3, 4, size=(5, 3)), rng.normal(size=(5, 3))
answer = np.asarray(sample(m, np.log(v), noise), dtype=float)
assert answer.shape == (5, 3), say("모양이 달라졌습니다", "The shape has changed")
assert np.allclose((answer - m) ** 2, v * noise**2), say("noise에 곱하는 것은 분산이 아니라 표준편차입니다",
                                                         "What multiplies noise is the standard deviation, not the variance")
assert np.all((answer - m) * noise >= 0), say("noise의 부호를 그대로 따라야 합니다",
                                              "The sign of noise must be kept")
assert not np.allclose((answer - m) ** 2 + 1, v * noise**2), say("비교 함수가 바뀌었습니다",
                                                                 "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="between-task" lang="ko"
# ## 3. 두 분포 사이의 요금 (3점)
#
# 수업의 KL은 상대가 늘 표준 분포였습니다. 이번에는 아무 분포나 상대로 삼습니다. 첫째 분포(`mean`, `log_variance`)로 쓴 코드를 둘째 분포(`other_mean`, `other_log_variance`)의 눈으로 볼 때의 KL을 그림마다 하나씩 돌려주세요. 순서를 바꾸면 값이 달라집니다.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\frac{\sigma_{1i}^2 + (\mu_{1i} - \mu_{2i})^2}{\sigma_{2i}^2} - \ln \frac{\sigma_{1i}^2}{\sigma_{2i}^2} - 1\right)$$

# %% [markdown] id="between-task" lang="en"
# ## 3. The fee between two distributions (3 points)
#
# In the lesson the other side of the KL was always the standard one. Now it may be any. Return, for each picture, the KL of codes from the first distribution (`mean`, `log_variance`) as seen by the second (`other_mean`, `other_log_variance`). Swap the two and the value changes.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\frac{\sigma_{1i}^2 + (\mu_{1i} - \mu_{2i})^2}{\sigma_{2i}^2} - \ln \frac{\sigma_{1i}^2}{\sigma_{2i}^2} - 1\right)$$

# %% id="between" nbgrader={"grade": false, "grade_id": "between", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_between(mean, log_variance, other_mean, other_log_variance):
    """두 분포 사이의 KL, 그림마다 | The KL between two distributions, for each picture"""
    ### BEGIN SOLUTION
    ratio = log_variance - other_log_variance
    distance = (mean - other_mean) ** 2 / np.exp(other_log_variance)
    return np.sum(np.exp(ratio) + distance - ratio - 1, axis=1) / 2
    ### END SOLUTION

# %% id="between-test" nbgrader={"grade": true, "grade_id": "between-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

mean, logs = np.array([[1.0, -2.0]]), np.array([[0.3, -0.7]])
answer = np.asarray(kl_between(mean, logs, mean, logs), dtype=float)
assert answer.shape == (1,), say(f"모양이 {answer.shape}입니다. 그림 한 장이면 (1,)이어야 합니다",
                                 f"The shape is {answer.shape}; one picture must give (1,)")
assert np.allclose(answer, 0), say("두 분포가 같으면 0이어야 합니다",
                                   "Between equal distributions it must be 0")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
m1, m2 = rng.normal(size=(2, 5, 3))
v1, v2 = rng.uniform(0.2, 3, size=(2, 5, 3))
answer = np.asarray(kl_between(m1, np.log(v1), m2, np.log(v2)), dtype=float)
for i in range(5):
    total = sum((v1[i, j] + (m1[i, j] - m2[i, j]) ** 2) / v2[i, j] - np.log(v1[i, j] / v2[i, j]) - 1 for j in range(3))
    assert np.isclose(2 * answer[i], total), say("공식과 다릅니다. 두 분포의 순서를 바꾸지 않았나요?",
                                                 "This is not the formula: are the two distributions swapped?")
    assert not np.isclose(2 * answer[i] + 1, total), say("비교 함수가 바뀌었습니다",
                                                         "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="floor-task" lang="ko"
# ## 4. 공짜 비트 (4점)
#
# 요금이 아까워 코드의 어떤 숫자가 통째로 입을 다무는 일을 막으려고, 숫자마다 `floor` 나트까지는 **요금을 더 줄여도 이득이 없게** 만들곤 합니다. 숫자마다 KL을 **그림들에 대해 평균**하고, `floor`보다 작으면 `floor`로 올린 뒤, 숫자들에 대해 더한 값 하나를 돌려주세요. 차례가 중요합니다.

# %% [markdown] id="floor-task" lang="en"
# ## 4. Free bits (4 points)
#
# To keep numbers of the code from falling silent for the sake of the fee, one makes sure that **nothing is gained by saving below** `floor` nats for each number. For each number of the code, take the **mean over the pictures** of its KL, raise it to `floor` if it is less, and add these up over the numbers. Return that one value. The order matters.

# %% id="floor" nbgrader={"grade": false, "grade_id": "floor", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_with_floor(mean, log_variance, floor):
    """숫자마다 floor 아래로는 줄지 않는 KL | The KL, no number of the code counting less than floor"""
    ### BEGIN SOLUTION
    each = (mean**2 + np.exp(log_variance) - log_variance - 1) / 2
    return float(np.sum(np.maximum(each.mean(axis=0), floor)))
    ### END SOLUTION

# %% id="floor-test" nbgrader={"grade": true, "grade_id": "floor-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

zeros = np.zeros((4, 3))
answer = kl_with_floor(zeros, zeros, 0.5)
assert np.ndim(answer) == 0, say("값 하나를 돌려주세요", "Return a single value")
assert np.isclose(answer, 1.5), say(f"숫자 3개가 모두 0나트이면 0.5씩 1.5여야 하는데 {answer}입니다",
                                    f"Three numbers at 0 nats count 0.5 each: 1.5, not {answer}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for floor in (0.0, 0.3, 1.0):
    m = rng.normal(size=(30, 5)) * np.array([0.05, 0.3, 0.8, 1.5, 3.0])
    v = rng.uniform(0.3, 1.5, size=(30, 5))
    answer = kl_with_floor(m, np.log(v), floor)
    total = 0.0
    for j in range(5):
        paid = sum((m[i, j] ** 2 + v[i, j] - np.log(v[i, j]) - 1) / 2 for i in range(30)) / 30
        total += paid if paid > floor else floor
    assert np.isclose(answer, total), say("그림들에 대해 평균하고, floor로 올리고, 숫자들에 대해 더하는 차례입니다",
                                          "First the mean over pictures, then floor, then the sum over numbers")
    assert not np.isclose(answer + 1, total), say("비교 함수가 바뀌었습니다",
                                                  "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="mixture-task" lang="ko"
# ## 5. 배운 것처럼 뽑기 (4점)
#
# 표준 분포에서 뽑는 대신, **학습 그림들이 실제로 차지한 곳**에서 뽑을 수도 있습니다. 그림 하나를 고르게 골라(같은 그림을 또 골라도 됩니다) 그 그림의 분포에서 코드를 하나 뽑습니다. 이것을 `how_many`번 되풀이해 `(how_many, size)` 배열을 돌려주세요. 난수는 모두 `rng`(NumPy의 Generator)에서 뽑습니다.

# %% [markdown] id="mixture-task" lang="en"
# ## 5. Draw as learnt (4 points)
#
# Instead of the standard distribution one can draw from **where the training pictures really lie**. Choose a picture, each as likely as any other and the same one allowed again, and draw one code from that picture's distribution. Do so `how_many` times and return an array `(how_many, size)`. Take all random numbers from `rng`, a NumPy Generator.

# %% id="mixture" nbgrader={"grade": false, "grade_id": "mixture", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sample_mixture(mean, log_variance, how_many, rng):
    """학습 그림들의 분포를 섞은 것에서 뽑은 코드 | Codes drawn from the mixture of the pictures' distributions"""
    ### BEGIN SOLUTION
    chosen = rng.integers(len(mean), size=how_many)
    noise = rng.standard_normal((how_many, mean.shape[1]))
    return mean[chosen] + np.exp(log_variance[chosen] / 2) * noise
    ### END SOLUTION

# %% id="mixture-test" nbgrader={"grade": true, "grade_id": "mixture-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

### BEGIN HIDDEN TESTS
def sample(mean, log_variance, noise):
    return mean + np.exp(log_variance / 2) * noise
### END HIDDEN TESTS
answer = np.asarray(sample_mixture(np.zeros((3, 2)), np.zeros((3, 2)), 7, np.random.default_rng(0)))
assert answer.shape == (7, 2), say(f"모양이 {answer.shape}입니다. 7개를 뽑으면 (7, 2)여야 합니다",
                                   f"The shape is {answer.shape}; seven codes must be (7, 2)")
again = np.asarray(sample_mixture(np.zeros((3, 2)), np.zeros((3, 2)), 7, np.random.default_rng(0)))
assert np.array_equal(answer, again), say("같은 rng이면 같은 코드가 나와야 합니다. 난수를 rng에서 뽑았나요?",
                                          "The same rng must give the same codes: do your random numbers come from rng?")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
islands = np.array([[-10.0, 0.0], [10.0, 0.0], [0.0, 10.0], [0.0, -10.0]])
spread = np.array([[0.01, 0.01], [1.0, 1.0], [0.01, 1.0], [1.0, 0.01]])
codes = np.asarray(sample_mixture(islands, np.log(spread), 8000, rng), dtype=float)
home = np.argmin(np.sum((codes[:, None] - islands) ** 2, axis=2), axis=1)
for place in range(4):
    mine = codes[home == place]
    assert 1700 < len(mine) < 2300, say("그림을 고르게 고르지 않았습니다",
                                        "The pictures are not equally likely")
    assert np.all(np.abs(np.mean(mine, axis=0) - islands[place]) < 0.2), say("고른 그림의 평균 둘레에서 뽑아야 합니다",
                                                                             "Draw around the mean of the picture chosen")
    width = np.std(mine, axis=0) ** 2 / spread[place]
    assert np.all((width > 0.8) & (width < 1.25)), say("고른 그림의 분산을 따르지 않습니다",
                                                       "The variance is not that of the picture chosen")
assert abs(np.corrcoef(codes[home == 1].T)[0, 1]) < 0.2, say("코드의 숫자들이 같은 난수를 함께 씁니다",
                                                             "The numbers of a code share one random number")
assert not np.all(width + 1 < 1.25), say("비교 함수가 바뀌었습니다", "The comparison was changed")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
rng = np.random.default_rng(0)
standard = decode(rng.standard_normal((10, 8)))
learnt = decode(sample_mixture(digit_means, digit_logs, 10, rng))
show_images([digits[:10], standard, learnt], labels=[say("진짜", "real"), say("표준",
                                                               "standard"), say("배운 곳",
                                                                     "as learnt")])

# %% [markdown] id="written-task" lang="ko"
# ## 6. 글로 답하기 (4점)
#
# KL의 무게를 아주 크게 하면 코드가 무너집니다(posterior collapse). 무엇을 보면 알아챌 수 있고, 왜 그런 일이 생기며, 어떻게 막을까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: KL이 0에 가까워지는 것을 증상으로 듦 (1점) · 모든 그림이 같은 복원이 된다고 씀 (1점) · 손실이 왜 그쪽으로 이끄는지 설명함 (1점) · 막을 방법을 하나 들고 대가를 밝힘 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 6. In words (4 points)
#
# Give KL a very heavy weight and the codes collapse (posterior collapse). How do you notice, why does it happen, and what helps? Write five or six sentences.
#
# Marking: names a KL near 0 as a symptom (1 point) · says that all pictures are rebuilt alike (1 point) · explains why the loss leads there (1 point) · gives one remedy and its price (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# KL이 0에 가까워지고, 어느 그림을 넣어도 같은 흐릿한 그림이 나오면 무너진 것입니다. 무게가 크면 코드에 정보를 담을 때마다 큰 요금을 내야 합니다. 그래서 아무것도 적지 않는 쪽이 손실이 더 작습니다. 디코더는 평균 그림밖에 그릴 수 없게 됩니다. 무게를 줄이거나 4번처럼 공짜 비트를 주면 막을 수 있습니다. 그 대신 코드가 표준 분포에서 멀어져, 뽑은 코드로 만든 그림이 나빠질 수 있습니다.

# %% [markdown] id="in-words" lang="en"
# The codes have collapsed when KL is near 0 and whatever picture goes in, the same blurred one comes out. With a heavy weight every bit of information in the code costs a large fee. So the loss is smaller when nothing is written at all, and the decoder is left to draw the average picture. A lighter weight helps, or free bits as in question 4. The price is that codes stray from the standard distribution, so that pictures made from drawn codes may get worse.
