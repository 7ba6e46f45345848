# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 04 · 노이즈를 지우고 경보 울리기
#
# **노이즈를 섞고, 노이즈를 지우는 신경망을 학습시키고, 낯선 그림에 울리는 경보의 임곗값을 정합니다.**
#
# 20점 · {minutes}분쯤 · 준비: 04강 ‘복원과 경보’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 04 · Wipe off noise, sound an alarm
#
# **Add noise, train a network that wipes it off, and set the threshold of an alarm that rings for strangers.**
#
# 20 points · about {minutes} minutes · You need: lesson 4, Repair and alarm
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import hangul_images, say, show_images
from helpers.training import train
import keras
from keras import layers
import numpy as np


def draw(per_syllable, seed):
    """한글 그림, 14 × 14 | Hangul pictures, 14 × 14"""
    X, consonant, vowel = hangul_images(per_syllable, seed, shift=1.0)
    return X.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)).reshape(-1, 196)


def hidden_layer(inputs, units=256):
    """은닉층과 배치 정규화 | A hidden layer with batch normalization"""
    x = layers.Dense(units)(inputs)
    return layers.ReLU()(layers.BatchNormalization(momentum=0.9)(x))


X_train, X_valid, X_test = draw(20, 0), draw(5, 1), draw(5, 2)
show_images([X_test[:10]])

# %% [markdown] id="noisy-task" lang="ko"
# ## 1. 그림마다 다른 노이즈 (5점)
#
# 그림 `(n, 픽셀 수)`에 노이즈를 섞어 같은 모양의 배열로 돌려주세요.
#
# - 노이즈의 세기는 **그림마다** 0과 `strongest` 사이에서 고르게(균등 분포) 뽑습니다.
# - **픽셀마다** 따로 뽑은 표준 정규 난수에 세기를 곱해 더합니다.
# - 결과는 0과 1 사이로 자릅니다.
# - 난수는 모두 `rng`(NumPy의 Generator)에서 뽑습니다. 다시 부르면 새 노이즈가 나와야 합니다.

# %% [markdown] id="noisy-task" lang="en"
# ## 1. Its own noise for each picture (5 points)
#
# Add noise to pictures `(n, pixels)` and return an array of the same shape.
#
# - **Each picture** has a noise level of its own, drawn evenly between 0 and `strongest`.
# - **Each pixel** gets its own standard normal number, times the level.
# - Clip the result to 0 … 1.
# - Take all random numbers from `rng`, a NumPy Generator. Called again, the noise must be new.

# %% id="noisy" nbgrader={"grade": false, "grade_id": "noisy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def noisy(pictures, strongest, rng):
    """노이즈를 섞은 그림 | The pictures with noise"""
    ### BEGIN SOLUTION
    level = rng.uniform(0, strongest, (len(pictures), 1))
    noise = rng.standard_normal(pictures.shape)
    return np.clip(pictures + level * noise, 0, 1)
    ### END SOLUTION

# %% id="noisy-test" nbgrader={"grade": true, "grade_id": "noisy-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

rng = np.random.default_rng(0)
answer = np.asarray(noisy(X_test[:6], 0.7, rng), dtype=float)
assert answer.shape == (6, 196), say(
    f"모양이 {answer.shape}입니다.", f"The shape is {answer.shape}.")
assert answer.min() >= 0 and answer.max() <= 1, say(
    "0과 1 사이로 자르세요.", "Clip to 0 … 1.")
again = np.asarray(noisy(X_test[:6], 0.7, rng), dtype=float)
assert not np.allclose(answer, again), say(
    "다시 불러도 같은 노이즈입니다.", "Called again, it is the same noise.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
first, same, other = [
    np.asarray(noisy(X_test[:6], 0.7, np.random.default_rng(seed)), dtype=float)
    for seed in (5, 5, 6)]
assert np.array_equal(first, same) and not np.allclose(first, other), say(
    "난수를 모두 rng에서 뽑으세요.", "Take all random numbers from rng.")
ends = np.repeat([[0.0], [1.0]], 999, axis=1)
answer = np.asarray(noisy(ends, 0.5, rng), dtype=float)
assert np.all((answer >= 0) & (answer <= 1)), say("자르지 않았습니다.", "Not clipped.")
assert np.mean(answer == ends) > 0.4, say("0과 1로 자르세요.", "Clip at 0 and 1.")
gray = np.full((1000, 400), 0.5)
gray[:, 200:] = 0.6
gray.flags.writeable = False
for strongest in (0.05, 0.1):
    noise = np.asarray(noisy(gray, strongest, rng), dtype=float) - gray
    level = noise.std(axis=1) / strongest
    evenly = np.quantile(level, [0.02, 0.25, 0.5, 0.75, 0.98])
    assert np.allclose(evenly, [0.02, 0.25, 0.5, 0.75, 0.98], atol=0.06), say(
        "세기가 그림마다 고르지 않습니다.", "The levels are not even, one a picture.")
    noise = noise / np.maximum(noise.std(axis=1, keepdims=True), 1e-9)
    assert np.all(np.abs(noise.mean(axis=1)) < 0.3) and np.abs(noise.mean()) < 0.01, say(
        "픽셀마다 따로 뽑지 않았습니다.", "Not a number of its own for each pixel.")
    assert 0.04 < np.mean(np.abs(noise) > 2) < 0.05, say(
        "정규 난수가 아닙니다.", "The numbers are not normal.")
    alike = np.corrcoef(noise[:30]) - np.eye(30)
    assert np.abs(alike).max() < 0.3, say(
        "여러 그림에 같은 노이즈가 섞였습니다.", "Pictures share their noise.")
### END HIDDEN TESTS

# %% [markdown] id="denoiser-task" lang="ko"
# ## 2. 노이즈를 지우는 신경망 (6점)
#
# 깨끗한 그림 `X`만 받아 노이즈 제거 신경망을 만들고 학습시킨 뒤, **모델**을 돌려주세요. `model(그림)`은 되살린 그림 `(n, 196)`을 내야 합니다. 학습시킬 때 섞을 노이즈의 세기는 0에서 0.7까지입니다. 04강의 `Noise` 층이나 1번의 `noisy`를 쓰면 됩니다. 첫 셀의 `hidden_layer`도 쓸 수 있습니다.
#
# 처음 보는 그림에 세기 0.3, 0.5, 0.7의 노이즈를 섞었을 때, 세 PSNR의 평균이 **릿지 회귀(16.8 dB)보다 0.4 dB 넘게** 높아야 합니다. 같은 `seed`이면 같은 모델이 나와야 합니다. 다른 `seed`이면 달라야 합니다.

# %% [markdown] id="denoiser-task" lang="en"
# ## 2. A network that wipes off noise (6 points)
#
# Given nothing but clean pictures `X`, build and train a denoising network, and return the **model**: `model(pictures)` must give the restored pictures, `(n, 196)`. Train with noise of levels 0 to 0.7, by lesson 4's `Noise` layer or by `noisy` of question 1. You may use `hidden_layer` of the first cell.
#
# On pictures it never saw, with noise of level 0.3, 0.5 and 0.7, the mean of the three PSNR must be **more than 0.4 dB above ridge regression** (16.8 dB). The same `seed` must give the same model, and another `seed` another one.

# %% id="denoiser" nbgrader={"grade": false, "grade_id": "denoiser", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_denoiser(X, seed):
    """노이즈를 지우는 모델 | A model that wipes off noise"""
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    inputs = keras.Input((196,))
    first = hidden_layer(inputs)
    both = layers.Concatenate()([first, hidden_layer(first)])
    model = keras.Model(inputs, layers.Dense(196, activation="sigmoid")(both))
    clean = np.tile(X, (24, 1))
    damaged = noisy(clean, 0.7, np.random.default_rng(seed))
    train(model, damaged, clean, epochs=1)
    return model
    ### END SOLUTION

# %% id="denoiser-test" nbgrader={"grade": true, "grade_id": "denoiser-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, len

import numpy as np


### BEGIN HIDDEN TESTS
def noisy(pictures, strongest, rng):
    level = rng.uniform(0, strongest, (len(pictures), 1))
    noise = rng.standard_normal(pictures.shape)
    return np.clip(pictures + level * noise, 0, 1)


X_train.flags.writeable = False
### END HIDDEN TESTS
RIDGE = 16.8  # dB


def mean_psnr(model, pictures):
    scores = []
    for level in (0.3, 0.5, 0.7):
        noise = np.random.default_rng(9).standard_normal(pictures.shape)
        damaged = np.clip(pictures + level * noise, 0, 1).astype("float32")
        restored = np.asarray(model(damaged), dtype=float)
        assert restored.shape == pictures.shape, say(
            f"출력의 모양이 {restored.shape}입니다.",
            f"The output has the shape {restored.shape}.")
        scores.append(-10 * np.log10(np.mean((pictures - restored) ** 2)))
    return np.mean(scores)


model = train_denoiser(X_train, 0)
score = mean_psnr(model, X_test)
assert score > RIDGE + 0.4, say(
    f"평균 {score:.1f} dB입니다. 릿지 회귀는 {RIDGE} dB입니다.",
    f"Its mean is {score:.1f} dB; ridge regression reaches {RIDGE} dB.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
assert mean_psnr(model, draw(3, 7)) > RIDGE + 0.4, say(
    "다른 그림에서는 점수가 낮습니다.", "On other pictures it does worse.")
few = X_train[:280]
models = [train_denoiser(few, seed) for seed in (1, 1, 2)]
first, same, other = [np.asarray(m(X_test[:5]), dtype=float) for m in models]
assert np.allclose(first, same, atol=1e-4), say(
    "같은 seed인데 모델이 다릅니다.", "The same seed gives another model.")
assert not np.allclose(first, other, atol=1e-3), say(
    "seed를 쓰지 않았습니다.", "The seed is not used.")
### END HIDDEN TESTS

# %% [markdown] id="alarm-task" lang="ko"
# ## 3. 경보 (5점)
#
# `error_of`는 그림 배열을 받아 그림마다 오차 하나를 돌려주는 함수입니다. 새 그림마다 경보가 울리면 `True`, 아니면 `False`인 배열을 돌려주세요.
#
# - 경보는 오차가 임곗값보다 **클 때만** 울립니다.
# - 임곗값은 `normal`(학습에 쓰지 않은 정상 그림)의 오차 가운데 하나입니다.
# - `normal`에서 울리는 거짓 경보의 비율이 `share` **이하**가 되는 값 가운데 **가장 작은** 것을 고릅니다.

# %% [markdown] id="alarm-task" lang="en"
# ## 3. The alarm (5 points)
#
# `error_of` is a function that takes pictures and gives one error for each. Return an array that says, for each new picture, `True` if the alarm rings and `False` if not.
#
# - The alarm rings only when the error is **larger** than the threshold.
# - The threshold is one of the errors of `normal`, proper pictures that training never saw.
# - Choose the **smallest** of these values for which the share of false alarms on `normal` is `share` **or less**.

# %% id="alarm" nbgrader={"grade": false, "grade_id": "alarm", "locked": false, "schema_version": 3, "solution": true, "task": false}
def alarm(error_of, normal, new, share):
    """새 그림마다 경보가 울리는지 | For each new picture, whether the alarm rings"""
    ### BEGIN SOLUTION
    errors = error_of(normal)
    for threshold in np.sort(errors):
        if np.mean(errors > threshold) <= share:
            break
    return error_of(new) > threshold
    ### END SOLUTION

# %% id="alarm-test" nbgrader={"grade": true, "grade_id": "alarm-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import len, range

import numpy as np


def brightness(pictures):
    return np.asarray(pictures).mean(axis=1)


ten = np.arange(10.0)[:, None]
answer = np.asarray(alarm(brightness, ten, np.array([[7.0], [8], [8.5]]), 0.1))
assert answer.shape == (3,), say(
    f"그림 3장에 모양이 {answer.shape}입니다.", f"For 3 pictures: {answer.shape}.")
assert answer.tolist() == [False, False, True], say(
    "0에서 9까지에서 10%만 울리는 가장 작은 임곗값은 8이고, 8에서는 울리지 않습니다.",
    "Of 0 … 9, the smallest threshold with 10% is 8, and at 8 it does not ring.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(3)
for n, share in [(10, 0.3), (50, 0.05), (40, 0.0), (33, 0.5), (20, 0.1), (7, 0.9)]:
    normal = rng.permutation(n).reshape(n, 1) * 1.0
    new = np.concatenate([normal, rng.uniform(-1, n + 1, (30, 1))])
    normal.flags.writeable = new.flags.writeable = False
    passed = [t for t in range(n) if (n - 1 - t) <= share * n + 1e-9]
    expected = new[:, 0] > passed[0]
    answer = np.asarray(alarm(brightness, normal, new, share))
    assert answer.dtype == np.bool_ and len(answer) == len(new), say(
        "그림마다 True나 False입니다.", "True or False for each picture.")
    assert np.array_equal(answer, expected), say(
        "임곗값이 다릅니다.", "The threshold is another one.")
ties = np.array([[1.0], [1], [2], [2], [2]])
answer = np.asarray(alarm(brightness, ties, np.array([[1.0], [1.5], [2], [3]]), 0.5))
assert answer.tolist() == [False, False, False, True], say(
    "같은 오차가 여럿이면 다릅니다.", "It differs where errors are equal.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
model = train_denoiser(X_train, 0)
rng = np.random.default_rng(0)
damaged = noisy(X_test[:10], 0.7, rng).astype("float32")
show_images([X_test[:10], damaged, np.asarray(model(damaged))])


def error_of(pictures):
    return np.mean((pictures - np.asarray(model(pictures))) ** 2, axis=1)


upside_down = X_test[:, ::-1]
for name, pictures in {"test": X_test, "upside down": upside_down}.items():
    print(name, np.mean(alarm(error_of, X_valid, pictures, 0.05)).round(3))

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 노이즈를 지우는 모델의 복원 오차로 경보를 울립니다. 이 경보를 공장의 불량 검사에 쓰자는 제안을 받았습니다. 무엇을 확인해야 할까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 셀이 출력한 두 비율을 읽고 뜻을 씀 (1점) · 임곗값을 학습에 쓰지 않은 정상 그림으로 정해야 하는 이유를 설명함 (1점) · 함께 시험할 더 간단한 방법을 하나 듦 (1점) · 거짓 경보와 놓친 불량 가운데 어느 쪽이 더 나쁜지를 사람이 정해야 함을 밝힘 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above sounds an alarm by the reconstruction error of the denoising model. Somebody proposes to use it in a factory, to find faulty goods. What has to be checked? Write five or six sentences.
#
# Marking: reads the two shares printed and says what they mean (1 point) · explains why the threshold is set on proper pictures that training never saw (1 point) · names a simpler method to be tried beside it (1 point) · says that people must decide which is worse, a false alarm or a missed fault (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 정상 글자에서는 경보가 5%쯤 울렸고, 거꾸로 선 글자에서는 훨씬 자주 울렸습니다. 정상에서 울린 것은 거짓 경보이고, 거꾸로 선 글자에서 울리지 않은 것은 놓친 것입니다. 모델은 학습에 쓴 그림을 더 잘 복원하므로, 훈련 그림으로 임곗값을 정하면 새 정상 그림에서 경보가 너무 자주 울립니다. 그래서 따로 둔 정상 그림으로 정합니다. 밝기나 가장 가까운 정상 사진까지의 거리처럼 간단한 방법도 같은 사진으로 시험해야 합니다. 거짓 경보를 줄이면 놓치는 불량이 늘어나므로, 어느 쪽이 더 나쁜지는 공장에서 정해야 합니다.

# %% [markdown] id="in-words" lang="en"
# The alarm rang for about 5% of proper letters and far more often for letters upside down. Rings for proper letters are false alarms; upside-down letters without a ring are misses. The model restores what it was trained on better than new pictures, so a threshold set on training pictures would ring too often for new proper ones. That is why it is set on proper pictures kept apart. Simple methods, such as brightness or the distance to the nearest proper photograph, should be tried on the same pictures. Fewer false alarms mean more faults missed, and which is worse the factory has to decide.
