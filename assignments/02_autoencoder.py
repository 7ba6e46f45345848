# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 02 · 학습한 모델에서 잠재 벡터 꺼내기
#
# **남이 학습해 둔 오토인코더를 받았습니다. 인코더와 디코더를 떼어 내고, 잠재 벡터를 살피고, 고치고, 바이트로 적어 봅니다.**
#
# 20점 · 55분쯤 · 준비: 2강 ‘오토인코더’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때에는 다른 데이터로 더 검사하므로, 보기에만 맞는 답은 점수를 얻지 못합니다. 잠긴 셀을 고치면 채점할 때 본래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 02 · Latent vectors out of a trained model
#
# **Somebody hands you a trained autoencoder. Take encoder and decoder out of it, inspect the latent vectors, change them, and write them down as bytes.**
#
# 20 points · about 55 minutes · You need: lesson 2, Autoencoder
#
# Edit only the cells that say `Your answer here`. The cell below each one checks the answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. A locked cell that you change is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from helpers import say, show_images
from helpers.training import Progress
import keras
from keras import layers

digits = (load_digits().data / 16).astype("float32")
X_train, X_test = train_test_split(digits, test_size=1 / 3, random_state=0)

# %% [markdown] id="model" lang="ko"
# 아래가 받은 모델입니다. 8 × 8 숫자 그림 64픽셀이 숫자 8개를 지나갑니다. 가장 좁은 층의 이름은 `"code"`입니다.

# %% [markdown] id="model" lang="en"
# This is the model you are given. Pictures of digits, 8 × 8 or 64 pixels, pass through 8 numbers. The narrowest layer bears the name `"code"`.

# %% id="model-trained" nbgrader={"grade": false, "grade_id": "model-trained", "locked": true, "schema_version": 3, "solution": false, "task": false}
def build(sizes, code_size, pixels):
    """pixels → sizes → code → sizes → pixels"""
    x = inputs = keras.Input((pixels,))
    for size in sizes:
        x = layers.Dense(size, activation="leaky_relu")(x)
    x = layers.Dense(code_size, name="code")(x)
    for size in reversed(sizes):
        x = layers.Dense(size, activation="leaky_relu")(x)
    return keras.Model(inputs, layers.Dense(pixels, activation="sigmoid")(x))

keras.utils.set_random_seed(0)
autoencoder = build([48], 8, 64)
autoencoder.compile(keras.optimizers.Adam(5e-3), "binary_crossentropy", jit_compile=False)
autoencoder.fit(X_train, X_train, epochs=12, batch_size=64, verbose=0, callbacks=[Progress()])
autoencoder.trainable = False
show_images([X_test[:10], autoencoder(X_test[:10]).numpy()])

# %% [markdown] id="encoder-task" lang="ko"
# ## 1. 인코더 떼어 내기 (2점)
#
# 오토인코더를 받아, 입력에서 `"code"` 층까지만 가는 `keras.Model`을 돌려주세요. 층을 새로 만들지 말고 **함께 써야** 합니다.

# %% [markdown] id="encoder-task" lang="en"
# ## 1. Detach the encoder (2 points)
#
# Take an autoencoder and return a `keras.Model` that goes from its input only as far as the layer `"code"`. Do not build new layers: **share** the trained ones.

# %% id="encoder" nbgrader={"grade": false, "grade_id": "encoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_encoder(autoencoder):
    """입력에서 코드까지 | From the input to the code"""
    ### BEGIN SOLUTION
    return keras.Model(autoencoder.input, autoencoder.get_layer("code").output)
    ### END SOLUTION

# %% id="encoder-test" nbgrader={"grade": true, "grade_id": "encoder-test", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import numpy as np

encoder = make_encoder(autoencoder)
codes = np.asarray(encoder(X_test[:5]))
assert codes.shape == (5, 8), say(f"코드의 모양이 {codes.shape}입니다. 그림 5장이면 (5, 8)이어야 합니다",
                                  f"The codes have the shape {codes.shape}; five pictures must give (5, 8)")
### BEGIN HIDDEN TESTS
fresh = build([20, 12], 5, 30)
rng = np.random.default_rng()
pictures = rng.random((6, 30), dtype=np.float32)
for _ in range(2):
    fresh.set_weights([rng.normal(scale=0.5, size=w.shape) for w in fresh.get_weights()])
    answer = np.asarray(make_encoder(fresh)(pictures))
    expected = pictures
    for layer in fresh.layers[1:4]:
        expected = layer(expected)
    expected = np.asarray(expected)
    assert answer.shape == expected.shape, say("층이 더 많은 모델에서는 코드 층이 아닙니다",
                                               "In a deeper model this is not the code layer")
    assert np.abs(answer - expected).max() < 1e-4, say("학습한 층을 함께 쓰지 않았습니다",
                                                       "The trained layers are not shared")
before = make_encoder(fresh)
fresh.get_layer("code").set_weights([w + 1 for w in fresh.get_layer("code").get_weights()])
assert np.abs(np.asarray(before(pictures)) - expected).max() > 1e-3, say("오토인코더를 더 학습하면 인코더도 따라 바뀌어야 합니다",
                                                                         "When the autoencoder learns more, the encoder must change with it")
### END HIDDEN TESTS

# %% [markdown] id="decoder-task" lang="ko"
# ## 2. 디코더만 따로 (3점)
#
# 코드를 입력으로 받아 `"code"` 층 **다음의 모든 층**을 차례로 지나가는 `keras.Model`을 돌려주세요. 층이 몇 개이든 되어야 합니다.

# %% [markdown] id="decoder-task" lang="en"
# ## 2. The decoder alone (3 points)
#
# Return a `keras.Model` whose input is a code and which passes it through **all layers after** `"code"`, in order. It must work however many there are.

# %% id="decoder" nbgrader={"grade": false, "grade_id": "decoder", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_decoder(autoencoder):
    """코드에서 그림까지 | From the code to the picture"""
    ### BEGIN SOLUTION
    names = [layer.name for layer in autoencoder.layers]
    place = names.index("code")
    x = code = keras.Input((autoencoder.layers[place].units,))
    for layer in autoencoder.layers[place + 1 :]:
        x = layer(x)
    return keras.Model(code, x)
    ### END SOLUTION

# %% id="decoder-test" nbgrader={"grade": true, "grade_id": "decoder-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

decoder = make_decoder(autoencoder)
assert decoder.input_shape == (None, 8), say(f"디코더의 입력은 숫자 8개여야 하는데 {decoder.input_shape}입니다",
                                             f"The decoder must take 8 numbers, not {decoder.input_shape}")
assert decoder.output_shape == (None, 64), say(f"디코더의 출력은 픽셀 64개여야 하는데 {decoder.output_shape}입니다",
                                               f"The decoder must give 64 pixels, not {decoder.output_shape}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for sizes, code_size, pixels in [([20, 12], 5, 30), ([], 4, 25), ([48], 8, 64)]:
    fresh = build(sizes, code_size, pixels)
    fresh.set_weights([rng.normal(scale=0.5, size=w.shape) for w in fresh.get_weights()])
    pictures = rng.random((6, pixels), dtype=np.float32)
    decode = make_decoder(fresh)
    codes = pictures
    for layer in fresh.layers[1 : len(sizes) + 2]:
        codes = layer(codes)
    answer = np.asarray(decode(np.asarray(codes)))
    expected = np.asarray(fresh(pictures))
    assert answer.shape == expected.shape and np.abs(answer - expected).max() < 1e-4, say("decode(encode(x))가 오토인코더와 다릅니다",
                                                                                          "decode(encode(x)) differs from the autoencoder")
    moved = np.asarray(decode(np.asarray(codes) + 2))
    assert np.abs(moved - expected).max() > 1e-3, say("코드를 바꾸어도 그림이 그대로입니다",
                                                      "Another code gives the same picture")
### END HIDDEN TESTS

# %% [markdown] id="flat-task" lang="ko"
# ## 3. 아무 말도 하지 않는 숫자 (3점)
#
# 코드의 어떤 숫자는 어느 그림에서나 거의 같습니다. 그런 숫자는 자리만 차지합니다. 코드 `(n, size)`를 받아, 그림에 따라 달라지는 폭(가장 큰 값 − 가장 작은 값)이 `limit` **이하**인 숫자의 **개수**를 돌려주세요.

# %% [markdown] id="flat-task" lang="en"
# ## 3. Numbers that say nothing (3 points)
#
# Some number of the code may be nearly the same for every picture. It only takes up room. Take codes `(n, size)` and return **how many** of the `size` numbers vary over the pictures (largest minus smallest) by `limit` **or less**.

# %% id="flat" nbgrader={"grade": false, "grade_id": "flat", "locked": false, "schema_version": 3, "solution": true, "task": false}
def silent_numbers(codes, limit=0.01):
    """그림이 달라도 달라지지 않는 숫자의 개수 | How many numbers do not depend on the picture"""
    ### BEGIN SOLUTION
    return int(np.sum(np.ptp(codes, axis=0) <= limit))
    ### END SOLUTION

# %% id="flat-test" nbgrader={"grade": true, "grade_id": "flat-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

some = np.array([[0.0, 5.0, 1.0], [0.0, 5.0, 2.0], [0.0, 5.0, 9.0], [0.0, 5.001, 3.0]])
assert silent_numbers(some) == 2, say(f"{silent_numbers(some)}이라고 답했습니다. 첫째와 둘째 숫자는 거의 그대로이니 2여야 합니다",
                                      f"You said {silent_numbers(some)}. The first and second number hardly change, so it must be 2")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for size in (3, 8, 20):
    for silent in (0, 1, size):
        codes = rng.normal(size=(50, size)) + 4
        codes[:, rng.permutation(size)[:silent]] = -7.5
        answer = silent_numbers(codes)
        assert answer == silent, say("세는 방향이나 조건을 다시 보세요. 0이 아니어도 늘 같으면 말이 없는 숫자입니다",
                                     "Check the axis and the condition: a number that is always the same says nothing, zero or not")
        assert answer != silent + 1, say("비교 함수가 바뀌었습니다", "The comparison was changed")
assert silent_numbers(np.array([[0.0, 0], [1, 3]]), limit=2) == 1, say("limit를 쓰지 않았습니다",
                                                                       "The limit is not used")
### END HIDDEN TESTS

# %% [markdown] id="nudge-task" lang="ko"
# ## 4. 숫자 하나만 밀기 (4점)
#
# 그림 한 장 `(pixels,)`을 인코딩하고, 코드의 `number`번째 숫자에만 `amount`를 더한 뒤, **디코더만으로** 되살려 `(pixels,)` 배열로 돌려주세요. 받은 그림은 바뀌지 않아야 합니다.

# %% [markdown] id="nudge-task" lang="en"
# ## 4. Nudge one number (4 points)
#
# Encode one picture `(pixels,)`, add `amount` to number `number` of its code and to no other, and rebuild it **from the decoder alone** as an array `(pixels,)`. The picture you were given must not change.

# %% id="nudge" nbgrader={"grade": false, "grade_id": "nudge", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nudge(encoder, decoder, picture, number, amount):
    """코드의 숫자 하나를 민 그림 | The picture with one number of its code moved"""
    ### BEGIN SOLUTION
    code = np.array(encoder(picture[None]))
    code[0, number] += amount
    return np.asarray(decoder(code))[0]
    ### END SOLUTION

# %% id="nudge-test" nbgrader={"grade": true, "grade_id": "nudge-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

def double(x):
    return 2 * np.asarray(x)

def half(x):
    return np.asarray(x) / 2

answer = np.asarray(nudge(double, half, np.array([1.0, 2.0, 3.0]), 1, 4.0))
assert answer.shape == (3,), say(f"모양이 {answer.shape}입니다. 그림 한 장은 (3,)입니다",
                                 f"The shape is {answer.shape}; one picture is (3,)")
assert np.allclose(answer, [1, 4, 3]), say(f"{answer}가 나왔습니다. 코드 [2, 4, 6]의 1번에 4를 더하고 반으로 나누면 [1, 4, 3]입니다",
                                           f"You got {answer}. The code [2, 4, 6] with 4 added to number 1, halved, is [1, 4, 3]")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for _ in range(5):
    A, B = rng.normal(size=(6, 4)), rng.normal(size=(4, 6))
    picture, number, amount = rng.random(6), int(rng.integers(4)), float(rng.normal()) + 3
    given = picture.copy()
    answer = np.asarray(nudge(lambda x, A=A: np.asarray(x) @ A, lambda z, B=B: np.asarray(z) @ B, given, number, amount))
    expected = picture @ A @ B + amount * B[number]
    assert answer.shape == (6,) and np.allclose(answer, expected), say("코드의 숫자 하나만 밀어야 합니다",
                                                                       "Exactly one number of the code must move")
    assert np.array_equal(given, picture), say("받은 그림을 고쳤습니다",
                                               "The picture you were given has changed")
    assert not np.allclose(answer, expected + 1), say("비교 함수가 바뀌었습니다",
                                                      "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="pack-task" lang="ko"
# ## 5. 코드를 바이트로 (4점)
#
# 코드를 숫자마다 한 바이트로 적습니다. `pack`은 **학습 코드**에서 숫자마다 가장 작은 값을 0, 가장 큰 값을 255로 놓고 반올림한 `uint8` 배열을, `unpack`은 그것을 다시 실수로 돌려줍니다. 눈금은 학습 코드로만 정합니다. 새 그림의 코드는 그 범위를 벗어날 수 있으니, 벗어나면 0이나 255로 자르세요.

# %% [markdown] id="pack-task" lang="en"
# ## 5. Codes as bytes (4 points)
#
# Write codes with one byte for each number. `pack` puts the smallest value that a number takes in the **training codes** at 0 and its largest at 255, rounds, and returns a `uint8` array; `unpack` turns that back into floats. Only the training codes set the scale. A new picture's code may lie outside; cut it off at 0 or 255.

# %% id="pack" nbgrader={"grade": false, "grade_id": "pack", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pack(codes, train_codes):
    """코드를 0에서 255까지의 바이트로 | Codes as bytes from 0 to 255"""
    ### BEGIN SOLUTION
    low, high = train_codes.min(axis=0), train_codes.max(axis=0)
    return np.round((codes - low) / (high - low) * 255).clip(0, 255).astype(np.uint8)
    ### END SOLUTION

def unpack(packed, train_codes):
    """바이트를 다시 코드로 | Bytes as codes again"""
    ### BEGIN SOLUTION
    low, high = train_codes.min(axis=0), train_codes.max(axis=0)
    return low + packed / 255 * (high - low)
    ### END SOLUTION

# %% id="pack-test" nbgrader={"grade": true, "grade_id": "pack-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

learnt = np.array([[0.0, -10.0], [2.55, 10.0], [1.0, 5.0]])
packed = pack(learnt, learnt)
assert packed.dtype == np.uint8, say(f"바이트는 uint8입니다. 지금은 {packed.dtype}입니다",
                                     f"Bytes are uint8, not {packed.dtype}")
assert packed[0].tolist() == [0, 0] and packed[1].tolist() == [255, 255], say("숫자마다 가장 작은 값이 0, 가장 큰 값이 255여야 합니다",
                                                                              "For each number the smallest value must become 0 and the largest 255")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
scales = 10.0 ** np.arange(-2, 3)
learnt, new = rng.normal(size=(200, 5)) * scales, rng.normal(size=(40, 5)) * scales * 0.5
low, high = np.min(learnt, axis=0), np.max(learnt, axis=0)
new = np.minimum(np.maximum(new, low), high)
packed = np.asarray(pack(new.copy(), learnt.copy()))
back = np.asarray(unpack(packed, learnt.copy()), dtype=float)
step = (high - low) / 255
assert packed.shape == new.shape and back.shape == new.shape, say("모양이 달라졌습니다",
                                                                  "The shape has changed")
assert np.all(np.abs(back - new) <= 0.51 * step), say("되돌린 코드가 눈금의 절반보다 많이 벗어납니다. 눈금을 학습 코드에서 숫자마다 정했나요?",
                                                      "The codes come back more than half a step off: is the scale that of the training codes, for each number?")
far = np.array([low - 3 * (high - low), high + 3 * (high - low)])
assert np.array_equal(pack(far, learnt), [[0] * 5, [255] * 5]), say("범위를 벗어난 코드를 자르지 않았습니다",
                                                                    "Codes outside the range were not cut off")
assert not np.all(np.abs(back + step - new) <= 0.51 * step), say("비교 함수가 바뀌었습니다",
                                                                 "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="written-task" lang="ko"
# ## 6. 글로 답하기 (4점)
#
# 친구가 “학습 데이터로 재니 오차가 PCA의 절반”이라며 오토인코더를 자랑합니다. 무엇을 더 물어보아야 할까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 따로 둔 데이터의 오차를 묻고 까닭을 설명함 (1점) · PCA와 숫자 개수가 같은지 물음 (1점) · 디코더의 크기나 파라미터 수까지 따짐 (1점) · 학습을 얼마나 했는지, 또는 다른 시드로도 같은지 물음 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 6. In words (4 points)
#
# A friend boasts of an autoencoder: "on the training data, half of PCA's error". What else should you ask? Write five or six sentences.
#
# Marking: asks for the error on held-out data and says why (1 point) · asks whether PCA had the same count of numbers (1 point) · takes the decoder's size, or the parameters, into account (1 point) · asks how long it was trained, or whether another seed gives the same (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 먼저 따로 둔 그림의 오차를 묻습니다. 오토인코더는 학습 그림을 외울 수 있어서, 학습 오차는 새 그림에서 어떨지 말해 주지 않습니다. PCA도 같은 개수의 숫자를 썼는지 확인합니다. 디코더의 파라미터가 PCA보다 몇 배 많은지, 그 크기까지 더해도 이득인지 따집니다. 얼마나 오래 학습했고 시드를 바꿔도 같은 결과인지도 묻습니다.

# %% [markdown] id="in-words" lang="en"
# First I ask for the error on held-out pictures. An autoencoder can learn its training pictures by heart, so the training error does not tell how it will do on new ones. Then I ask whether PCA was given the same count of numbers. I want to know how many more parameters the decoder has, and whether it still pays when they are counted. Finally I ask how long it was trained and whether another seed gives the same result.
