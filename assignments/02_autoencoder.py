# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 02 · 학습시키고, 떼어 내고, 바이트로 적기
#
# **오토인코더를 학습시켜 PCA를 이기고, 거기에서 디코더만 떼어 내고, 잠재 벡터를 값마다 한 바이트로 적습니다.**
#
# 20점 · {minutes}분쯤 · 준비: 02강 ‘오토인코더’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 02 · Train it, take it apart, write it as bytes
#
# **Train an autoencoder that beats PCA, detach its decoder, and write latent vectors with one byte a value.**
#
# 20 points · about {minutes} minutes · You need: lesson 2, Autoencoder
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say, show_images
from helpers.training import train
import keras
from keras import layers
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

digits = (load_digits().data / 16).astype("float32")
X_train, X_test = train_test_split(digits, test_size=1 / 3, random_state=0)
print(X_train.shape, X_test.shape)
show_images([X_test[:10]])

# %% [markdown] id="train-task" lang="ko"
# ## 1. 학습시키기 (6점)
#
# 8 × 8 숫자 그림 `X`로 오토인코더를 학습시키고 `keras.Model`을 돌려주세요.
#
# - 64픽셀을 받아 64픽셀을 내고, 가장 좁은 층은 값 `code_size`개이며 이름이 `"code"`입니다.
# - `code_size`가 8일 때 테스트 그림의 평균 제곱 오차가, 값 8개를 쓰고 0과 1 사이로 자른 **PCA의 0.75배보다** 작아야 합니다. 4일 때에는 PCA보다 작아야 합니다.
# - 같은 `seed`이면 같은 모델, 다른 `seed`이면 다른 모델이 나와야 합니다.

# %% [markdown] id="train-task" lang="en"
# ## 1. Train it (6 points)
#
# Train an autoencoder on pictures `X` of digits, 8 × 8, and return a `keras.Model`.
#
# - It takes 64 pixels and gives 64 pixels. Its narrowest layer has `code_size` values and bears the name `"code"`.
# - With a `code_size` of 8, its mean squared error on the test pictures must be below **0.75 times that of PCA** with 8 values, clipped to 0 … 1. With 4, it must be below that of PCA.
# - The same `seed` must give the same model, and another `seed` another one.

# %% id="train" nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_autoencoder(X, code_size, seed):
    """학습시킨 오토인코더 | A trained autoencoder"""
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    inputs = keras.Input((64,))
    x = layers.Dense(256, activation="relu")(inputs)
    code = layers.Dense(code_size, name="code")(x)
    x = layers.Dense(256, activation="relu")(code)
    outputs = layers.Dense(64, activation="sigmoid")(x)
    model = keras.Model(inputs, outputs)
    train(model, X, X, epochs=25, batch_size=32, learning_rate=5e-3)
    return model
    ### END SOLUTION

# %% id="train-test" nbgrader={"grade": true, "grade_id": "train-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float, isinstance

import numpy as np

### BEGIN HIDDEN TESTS
X_train.flags.writeable = False
### END HIDDEN TESTS
def error_beside_pca(model, code_size):
    pca = PCA(code_size).fit(X_train)
    rival = pca.inverse_transform(pca.transform(X_test)).clip(0, 1)
    restored = np.asarray(model(X_test), dtype=float)
    assert restored.shape == X_test.shape, say(
        f"출력의 모양이 {restored.shape}입니다.", f"Its output is {restored.shape}.")
    return np.mean((restored - X_test) ** 2) / np.mean((rival - X_test) ** 2)


model = train_autoencoder(X_train, 8, 0)
assert model.get_layer("code").output.shape == (None, 8), say(
    "code 층이 값 8개가 아닙니다.", "The layer code has not 8 values.")
ratio = error_beside_pca(model, 8)
assert ratio < 0.75, say(f"오차가 PCA의 {ratio:.2f}배입니다.",
                         f"Its error is {ratio:.2f} times that of PCA.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
assert isinstance(model, keras.Model), say("모델이 아닙니다.", "It is no keras.Model.")
code = keras.Model(model.inputs[0], model.get_layer("code").output)
other = keras.Model(model.get_layer("code").output, model.outputs[0])
assert np.allclose(other(code(X_test[:9])), model(X_test[:9]), atol=1e-4), say(
    "code 층을 지나지 않는 길이 있습니다.", "Something passes by the layer code.")
assert error_beside_pca(train_autoencoder(X_train, 4, 1), 4) < 1, say(
    "값 4개로는 PCA에 집니다.", "With 4 values it loses to PCA.")
few = [train_autoencoder(X_train[:64], 3, seed)(X_test[:4]) for seed in (1, 1, 2)]
first, same, third = [np.asarray(pictures) for pictures in few]
assert np.allclose(first, same, atol=1e-4), say(
    "같은 seed인데 모델이 다릅니다.", "The same seed gives another model.")
assert not np.allclose(first, third, atol=1e-3), say(
    "seed를 쓰지 않았습니다.", "The seed is not used.")
### END HIDDEN TESTS

# %% [markdown] id="decoder-task" lang="ko"
# ## 2. 디코더만 떼어 내기 (5점)
#
# 층이 한 줄로 이어진 오토인코더를 받아, `"code"` 층 **다음의 모든 층**을 차례로 지나가는 `keras.Model`을 돌려주세요. 입력은 잠재 벡터입니다. 층이 몇 개이든, 인코더와 디코더의 층 수가 달라도 되어야 합니다. 층을 새로 만들지 말고 **함께 써야** 합니다. 오토인코더를 더 학습시키면 디코더도 따라 바뀝니다.

# %% [markdown] id="decoder-task" lang="en"
# ## 2. Detach the decoder (5 points)
#
# Take an autoencoder whose layers form one line, and return a `keras.Model` that takes a latent vector and passes it through **all layers after** `"code"`, in order. It must work however many layers there are, and also if encoder and decoder differ in their number. Do not build new layers: **share** the trained ones, so that the decoder changes when the autoencoder is trained further.

# %% id="decoder" nbgrader={"grade": false, "grade_id": "decoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_decoder(autoencoder):
    """잠재 벡터에서 그림까지 | From the latent vector to the picture"""
    ### BEGIN SOLUTION
    names = [layer.name for layer in autoencoder.layers]
    place = names.index("code")
    x = code = keras.Input(autoencoder.layers[place].output.shape[1:])
    for layer in autoencoder.layers[place + 1 :]:
        x = layer(x)
    return keras.Model(code, x)
    ### END SOLUTION

# %% id="decoder-test" nbgrader={"grade": true, "grade_id": "decoder-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float, isinstance

from keras import layers
import numpy as np


def build(before, code_size, after):
    x = inputs = keras.Input((64,))
    for size in before:
        x = layers.Dense(size, activation="tanh")(x)
    x = layers.Dense(code_size, name="code")(x)
    for size in after:
        x = layers.Dense(size, activation="tanh")(x)
    return keras.Model(inputs, layers.Dense(64)(x))


fresh = build([20], 8, [20])
decoder = make_decoder(fresh)
assert decoder.input_shape == (None, 8), say(
    f"디코더의 입력이 {decoder.input_shape}입니다.",
    f"The decoder takes {decoder.input_shape}.")
assert decoder.output_shape == (None, 64), say(
    f"디코더의 출력이 {decoder.output_shape}입니다.",
    f"The decoder gives {decoder.output_shape}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
for before, code_size, after in [([20, 12], 5, [9]), ([], 4, [7, 8, 9]), ([30], 6, [])]:
    fresh = build(before, code_size, after)
    decoder = make_decoder(fresh)
    assert isinstance(decoder, keras.Model), say("모델이 아닙니다.", "It is no model.")
    encoder = keras.Model(fresh.input, fresh.get_layer("code").output)
    for _ in (1, 2):
        answer = np.asarray(decoder(encoder(X_test[:6])), dtype=float)
        assert np.allclose(answer, fresh(X_test[:6]), atol=1e-4), say(
            "인코더와 이어도 오토인코더와 다르거나, 층을 함께 쓰지 않았습니다.",
            "After the encoder it differs from the autoencoder, or layers are copies.")
        fresh.set_weights([weight + 0.1 for weight in fresh.get_weights()])
### END HIDDEN TESTS

# %% [markdown] id="pack-task" lang="ko"
# ## 3. 잠재 벡터를 바이트로 (5점)
#
# 잠재 벡터를 값마다 한 바이트로 적습니다. `pack`은 **훈련 세트의 잠재 벡터** `Z_train`에서 성분마다 가장 작은 값을 0, 가장 큰 값을 255로 놓고 **반올림**한 `uint8` 배열을, `unpack`은 그것을 다시 실수로 돌려줍니다. 눈금은 `Z_train`으로만 정합니다. 새 그림의 값이 그 범위를 벗어나면 0이나 255로 자르세요.

# %% [markdown] id="pack-task" lang="en"
# ## 3. Latent vectors as bytes (5 points)
#
# Write latent vectors with one byte a value. `pack` puts the smallest value that each place of the vector takes in the **training set**, `Z_train`, at 0 and its largest at 255, **rounds**, and returns a `uint8` array; `unpack` turns that back into floats. Only `Z_train` sets the scale. Where a new picture's value lies outside, cut it off at 0 or 255.

# %% id="pack" nbgrader={"grade": false, "grade_id": "pack", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pack(Z, Z_train):
    """0에서 255까지의 바이트 | Bytes from 0 to 255"""
    ### BEGIN SOLUTION
    low, high = Z_train.min(axis=0), Z_train.max(axis=0)
    levels = np.round((Z - low) / (high - low) * 255)
    return levels.clip(0, 255).astype(np.uint8)
    ### END SOLUTION


def unpack(packed, Z_train):
    """바이트를 다시 실수로 | Bytes as floats again"""
    ### BEGIN SOLUTION
    low, high = Z_train.min(axis=0), Z_train.max(axis=0)
    return low + packed / 255 * (high - low)
    ### END SOLUTION

# %% id="pack-test" nbgrader={"grade": true, "grade_id": "pack-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

known = np.array([[0.0, -10.0], [2.55, 10.0], [1.0, 5.0]])
packed = np.asarray(pack(known, known))
assert packed.dtype == np.uint8, say(
    f"uint8이 아니라 {packed.dtype}입니다.", f"Bytes are uint8, not {packed.dtype}.")
assert packed.tolist() == [[0, 0], [255, 255], [100, 191]], say(
    f"성분마다 0에서 255까지인데 {packed.tolist()}입니다.",
    f"From 0 to 255 in each place, not {packed.tolist()}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
scales = 10.0 ** np.arange(-2, 3)
low, width = -3 * scales, np.array([255, 51, 510, 25.5, 102]) * scales / 50
known = low + width * rng.random((200, 5))
known[0], known[1] = low, low + width
levels = rng.integers(0, 256, (60, 5)) + rng.choice([-0.4, -0.1, 0.1, 0.4], (60, 5))
new = low + width * levels / 255
new[0], new[1] = low - 3 * width, low + 4 * width
expected = np.clip(np.round((new - low) / width * 255), 0, 255)
for array in (known, new):
    array.flags.writeable = False
packed = np.asarray(pack(new, known))
assert packed.dtype == np.uint8 and np.array_equal(packed, expected), say(
    "반올림, 범위, 눈금을 다시 보세요.", "Look again: rounding, range, scale.")
other = rng.integers(0, 256, (30, 5)).astype(np.uint8)
other.flags.writeable = False
back = np.asarray(unpack(other, known), dtype=float)
assert np.allclose((back - low) / width * 255, other, atol=0.01), say(
    "되돌린 값이 다릅니다.", "The values come back wrong.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
model = train_autoencoder(X_train, 8, 0)
encoder = keras.Model(model.inputs[0], model.get_layer("code").output)
decoder = make_decoder(model)
Z_train, Z_test = np.asarray(encoder(X_train)), np.asarray(encoder(X_test))
packed = pack(Z_test, Z_train)
rebuilt = np.asarray(decoder(unpack(packed, Z_train).astype("float32")))
show_images([X_test[:10], np.asarray(model(X_test[:10])), rebuilt[:10]])
print(packed[0].nbytes, np.mean((X_test - rebuilt) ** 2).round(4))

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 친구가 “훈련 데이터로 재니 오차가 PCA의 절반”이라며 오토인코더를 자랑합니다. 무엇을 더 물어보아야 할까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 따로 둔 데이터의 오차를 묻고 이유를 설명함 (1점) · PCA와 값의 개수가 같은지 물음 (1점) · 디코더의 크기나 매개변수 수까지 따짐 (1점) · 학습을 얼마나 했는지, 또는 다른 시드로도 같은지 물음 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# A friend boasts of an autoencoder: “on the training data, half of PCA's error”. What else should you ask? Write five or six sentences.
#
# Marking: asks for the error on held-out data and says why (1 point) · asks whether PCA had the same number of values (1 point) · takes the decoder's size, or the parameters, into account (1 point) · asks how long it was trained, or whether another seed gives the same (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 먼저 따로 둔 그림의 오차를 묻습니다. 오토인코더는 훈련 그림을 외울 수 있어서, 훈련 오차만으로는 새 그림에서 어떨지 알 수 없습니다. PCA도 같은 개수의 값을 썼는지 확인합니다. 디코더의 매개변수가 PCA보다 몇 배 많은지, 그 크기까지 더해도 이득인지 따집니다. 얼마나 오래 학습시켰고 시드를 바꿔도 같은 결과인지도 묻습니다.

# %% [markdown] id="in-words" lang="en"
# First I ask for the error on held-out pictures. An autoencoder can learn its training pictures by heart, so the training error does not tell how it will do on new ones. Then I ask whether PCA was given the same number of values. I want to know how many more parameters the decoder has, and whether it still pays when they are counted. Finally I ask how long it was trained and whether another seed gives the same result.
