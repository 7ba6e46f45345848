# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 06 · 벌점, 뽑기, 더 나은 분포
#
# **변분 오토인코더가 출력하는 평균과 분산으로 벌점(KL)을 계산하고, 잠재 벡터를 뽑고, 잠재 벡터의 분포를 가장 잘 설명하는 가우스 혼합을 찾습니다.**
#
# 20점 · {minutes}분쯤 · 준비: 06강 ‘생성’
#
# 모든 문제에서 `mean`과 `log_variance`의 모양은 `(n, size)`이고, 자연로그를 씁니다(단위는 나트, nat). `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 06 · The penalty, drawing, a better distribution
#
# **From the mean and variance that a variational autoencoder gives, compute the penalty (KL), draw latent vectors, and search for the mixture of Gaussians that describes latent vectors best.**
#
# 20 points · about {minutes} minutes · You need: lesson 6, Generation
#
# In every question `mean` and `log_variance` have the shape `(n, size)`, and logarithms are natural (the unit is the nat). Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say, show_images, use_course_style
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture

use_course_style()

digits = load_digits().data / 16
pca = PCA(8, random_state=0).fit(digits)
strength = np.sqrt(pca.explained_variance_)
digit_means = pca.transform(digits) / strength
log_noise = np.log(pca.noise_variance_ / pca.explained_variance_)
digit_logs = np.tile(log_noise, (len(digits), 1))


def decode(Z):
    return pca.inverse_transform(Z * strength).clip(0, 1)


print(digit_means.shape, digit_logs.shape)

# %% [markdown] id="kl-task" lang="ko"
# 위 셀은 손글씨 숫자로 만든 작은 모델입니다. 그림마다 잠재 벡터의 평균과 로그 분산을 줍니다.
#
# ## 1. 그림마다의 벌점 (4점)
#
# 표준 정규 분포에 대한 KL 벌점을 **그림마다** 하나씩, 모양 `(n,)`으로 돌려주세요.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$

# %% [markdown] id="kl-task" lang="en"
# The cell above is a small model made from handwritten digits. It gives a mean and a log variance of the latent vector for each picture.
#
# ## 1. The penalty of each picture (4 points)
#
# Return the KL penalty against the standard normal distribution, one number **for each picture**, of shape `(n,)`.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$

# %% id="kl" nbgrader={"grade": false, "grade_id": "kl", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl(mean, log_variance):
    """그림마다의 KL 벌점 | The KL penalty of each picture"""
    ### BEGIN SOLUTION
    terms = mean**2 + np.exp(log_variance) - log_variance - 1
    return np.sum(terms, axis=1) / 2
    ### END SOLUTION

# %% id="kl-test" nbgrader={"grade": true, "grade_id": "kl-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

zeros = np.zeros((3, 2))
answer = np.asarray(kl(zeros, zeros), dtype=float)
assert answer.shape == (3,), say(
    f"그림 3장의 모양이 {answer.shape}입니다.", f"For three pictures: {answer.shape}.")
assert np.allclose(answer, 0, atol=1e-4), say(
    "평균 0, 분산 1이면 벌점은 0입니다.", "With mean 0 and variance 1 it is 0.")
answer = np.asarray(kl(zeros + 1, zeros), dtype=float)
assert np.allclose(answer, 1, atol=1e-3), say(
    "평균 1, 1이고 분산 1이면 벌점은 1입니다.", "With means 1, 1 and variance 1 it is 1.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
m, v = rng.normal(size=(6, 4)), rng.uniform(0.2, 3, size=(6, 4))
m.flags.writeable = v.flags.writeable = False
logs = np.log(v)
logs.flags.writeable = False
answer = np.asarray(kl(m, logs), dtype=float)
expected = [(row @ row + np.sum(u) - np.log(np.prod(u)) - 4) / 2 for row, u in [
    (m[i], v[i]) for i in np.arange(6)]]
assert answer.shape == (6,) and np.allclose(answer, expected, rtol=1e-3), say(
    "KL 공식과 다릅니다.", "This is not the formula.")
### END HIDDEN TESTS

# %% [markdown] id="mixture-task" lang="ko"
# ## 2. 훈련 그림들이 있는 곳에서 뽑기 (6점)
#
# 표준 정규 분포 대신 **훈련 그림들이 실제로 있는 곳**에서 뽑을 수도 있습니다. 그림 하나를 같은 확률로 뽑아(복원추출) 그 그림의 정규 분포에서 잠재 벡터를 하나 뽑습니다. 이것을 `how_many`번 서로 독립으로 되풀이해 `(how_many, size)` 배열을 돌려주세요. 난수는 모두 `rng`(NumPy의 Generator)에서 뽑습니다.

# %% [markdown] id="mixture-task" lang="en"
# ## 2. Draw where training pictures are (6 points)
#
# Instead of the standard normal distribution, one can draw from **where the training pictures really are**. Choose a picture, each as likely as any other and the same one allowed again, and draw one latent vector from that picture's normal distribution. Do so `how_many` times, independently, and return an array `(how_many, size)`. Take all random numbers from `rng`, a NumPy Generator.

# %% id="mixture" nbgrader={"grade": false, "grade_id": "mixture", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sample_mixture(mean, log_variance, how_many, rng):
    """훈련 그림들이 있는 곳에서 뽑은 잠재 벡터 | Latent vectors drawn near pictures"""
    ### BEGIN SOLUTION
    chosen = rng.integers(len(mean), size=how_many)
    noise = rng.standard_normal((how_many, mean.shape[1]))
    return mean[chosen] + np.exp(log_variance[chosen] / 2) * noise
    ### END SOLUTION

# %% id="mixture-test" nbgrader={"grade": true, "grade_id": "mixture-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, len, range, set

import numpy as np

zeros = np.zeros((3, 2))
answer = np.asarray(sample_mixture(zeros, zeros, 7, np.random.default_rng(0)))
assert answer.shape == (7, 2), say(
    f"7개를 뽑았는데 모양이 {answer.shape}입니다.", f"For 7 draws: {answer.shape}.")
again = np.asarray(sample_mixture(zeros, zeros, 7, np.random.default_rng(0)))
assert np.array_equal(answer, again), say(
    "같은 rng이면 같은 잠재 벡터가 나와야 합니다.", "The same rng must give the same.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
other = np.asarray(sample_mixture(zeros, zeros, 7, np.random.default_rng(1)))
assert not np.allclose(answer, other), say("rng를 쓰지 않았습니다.", "rng is not used.")
islands = np.array([[-10.0, 0.0], [10.0, 0.0], [0.0, 10.0], [0.0, -10.0]])
spread = np.array([[0.01, 0.01], [1.0, 1.0], [0.01, 1.0], [1.0, 0.01]])
logs = np.log(spread)
islands.flags.writeable = logs.flags.writeable = False


def draw(how_many, rng):
    Z = np.asarray(sample_mixture(islands, logs, how_many, rng), dtype=float)
    return Z, np.argmin(np.sum((Z[:, None] - islands) ** 2, axis=2), axis=1)


Z, home = draw(8000, np.random.default_rng(2))
for place in range(4):
    mine = (Z[home == place] - islands[place]) / np.sqrt(spread[place])
    assert 1800 < len(mine) < 2200, say("같은 확률이 아닙니다.", "Not equally likely.")
    assert np.all(np.abs(mine.mean(axis=0)) < 0.1), say("평균이 다릅니다.", "Wrong mean.")
    assert np.all(np.abs(mine.std(axis=0) - 1) < 0.06), say(
        "분산이 다릅니다.", "The variance is wrong.")
    assert np.abs(np.corrcoef(mine.T)[0, 1]) < 0.1, say(
        "성분들이 난수를 함께 씁니다.", "Values share one random number.")
    assert 0.03 < np.mean(np.abs(mine) > 2) < 0.06, say("정규 분포가 아닙니다.", "Not normal.")
repeats = np.mean(home[1:] == home[:-1])
assert 0.22 < repeats < 0.28, say("뽑기가 독립이 아닙니다.", "Draws are not independent.")
rng = np.random.default_rng(3)
fours = [draw(4, rng)[1].tolist() for _ in range(200)]
assert 40 > np.sum([len(set(four)) == 4 for four in fours]) > 3, say(
    "복원추출이 아닙니다.", "The same picture must be allowed again.")
### END HIDDEN TESTS

# %% [markdown] id="choose-task" lang="ko"
# ## 3. 가장 좋은 가우스 혼합 (6점)
#
# `counts`의 수마다 `GaussianMixture(수, covariance_type="diag", random_state=seed)`를 `Z_train`으로 학습시키고, **`Z_valid`의 점수**(`score`, 벡터 하나의 평균 로그 확률 밀도)를 잽니다. 점수가 가장 높은 수와 학습시킨 모델을 `(count, model)`로 돌려주세요. 점수가 같으면 작은 수가 낫습니다.

# %% [markdown] id="choose-task" lang="en"
# ## 3. The best mixture of Gaussians (6 points)
#
# For each number in `counts`, train `GaussianMixture(number, covariance_type="diag", random_state=seed)` on `Z_train`, and take its `score` **on `Z_valid`**, the mean log density of a vector. Return the number that scores highest, and its trained model: `(count, model)`. Among equal scores, the smaller number is better.

# %% id="choose" nbgrader={"grade": false, "grade_id": "choose", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_mixture(Z_train, Z_valid, counts, seed):
    """점수가 가장 높은 수와 모델 | The best number, and its model"""
    ### BEGIN SOLUTION
    best = None
    for count in sorted(counts):
        model = GaussianMixture(count, covariance_type="diag", random_state=seed)
        score = model.fit(Z_train).score(Z_valid)
        if best is None or score > best[0]:
            best = score, count, model
    return best[1:]
    ### END SOLUTION

# %% id="choose-test" nbgrader={"grade": true, "grade_id": "choose-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, int

import numpy as np

rng = np.random.default_rng(0)
three = rng.normal(size=(600, 2)) + 8 * np.eye(2)[rng.integers(2, size=600)]
count, model = best_mixture(three[:300], three[300:], [1, 2], 0)
assert int(count) == 2, say(
    f"섬이 둘이면 둘이 나은데 {count}입니다.", f"With two islands 2 is best, not {count}.")
assert np.shape(model.means_) == (2, 2), say(
    "고른 수의 모델이 아닙니다.", "The model is not that of the number chosen.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
Z = digit_means[:800, :4] + 0.3 * rng.normal(size=(800, 4))
one = rng.normal(size=(400, 3)) * np.array([1, 2, 3.0])
for data, split, counts, seed in [(Z, 500, [60, 2, 12, 30], 0), (one, 60, [9, 1, 4], 3),
                                  (Z[:, :2], 300, [3, 1, 40, 15], 5),
                                  (one, 300, [25, 2], 1), (Z, 100, [5, 40, 80], 2)]:
    Z_train, Z_valid = data[:split].copy(), data[split:].copy()
    Z_train.flags.writeable = Z_valid.flags.writeable = False
    given, models = np.sort(counts), []
    for number in given:
        mixture = GaussianMixture(
            int(number), covariance_type="diag", random_state=seed)
        models.append(mixture.fit(Z_train))
    scores = [mixture.score(Z_valid) for mixture in models]
    best = models[np.argmax(scores)]
    count, model = best_mixture(Z_train, Z_valid, counts, seed)
    assert int(count) == given[np.argmax(scores)], say(
        "다른 수의 점수가 더 높습니다.", "Another number scores higher.")
    mine = np.sort(np.asarray(model.means_, dtype=float), axis=0)
    assert mine.shape == best.means_.shape, say("모델이 다릅니다.", "Another model.")
    assert np.allclose(mine, np.sort(best.means_, axis=0), atol=1e-3), say(
        "Z_train으로 seed를 써서 학습시킨 모델이 아닙니다.",
        "The model is not trained on Z_train with that seed.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
rng = np.random.default_rng(0)
count, mixture = best_mixture(digit_means[:1200], digit_means[1200:], [1, 10, 40], 0)
print(count, kl(digit_means, digit_logs).mean().round(2))
standard = decode(rng.standard_normal((10, 8)))
near = decode(sample_mixture(digit_means, digit_logs, 10, rng))
mixed = decode(mixture.sample(10)[0])
show_images([digits[:10], standard, near, mixed],
            labels=say(["진짜", "표준 정규", "2번", "3번"],
                       ["real", "standard", "question 2", "question 3"]))

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# KL 벌점의 가중치를 아주 크게 하면 잠재 벡터가 무너집니다(posterior collapse). 무엇을 보면 알아챌 수 있고, 왜 그런 일이 생기며, 어떻게 막을까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: KL이 0에 가까워지는 것을 증상으로 듦 (1점) · 모든 그림이 같은 복원이 된다고 씀 (1점) · 손실이 왜 그쪽으로 이끄는지 설명함 (1점) · 막을 방법을 하나 들고 대가를 밝힘 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# Give the KL penalty a very heavy weight and the latent vectors collapse (posterior collapse). How do you notice, why does it happen, and what helps? Write five or six sentences.
#
# Marking: names a KL near 0 as a symptom (1 point) · says that all pictures are rebuilt alike (1 point) · explains why the loss leads there (1 point) · gives one remedy and its price (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# KL이 0에 가까워지고, 어느 그림을 넣어도 같은 흐릿한 그림이 나오면 무너진 것입니다. 가중치가 크면 잠재 벡터에 정보를 담을 때마다 큰 벌점을 받습니다. 그래서 아무것도 적지 않는 쪽이 손실이 더 작습니다. 디코더는 평균 그림밖에 그릴 수 없게 됩니다. 가중치를 줄이거나 학습 초반에만 작게 두면 막을 수 있습니다. 그 대신 잠재 벡터가 표준 정규 분포에서 멀어져, 뽑은 잠재 벡터로 그린 그림이 나빠질 수 있습니다.

# %% [markdown] id="in-words" lang="en"
# The latent vectors have collapsed when KL is near 0 and whatever picture goes in, the same blurred one comes out. With a heavy weight every bit of information in the latent vector costs a large penalty. So the loss is smaller when nothing is written at all, and the decoder is left to draw the average picture. A lighter weight helps, or one that starts small and grows. The price is that latent vectors stray from the standard normal distribution, so that pictures made from drawn ones may get worse.
