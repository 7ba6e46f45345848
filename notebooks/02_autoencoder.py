# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 02 · 오토인코더: 잠재 벡터 꺼내기
#
# **신경망이 그림 한 장을 값 32개로 줄였다가 다시 그림으로 되살립니다. 그 32개의 값, 즉 잠재 벡터(latent vector)를 꺼내고, 01강의 PCA보다 정말 나은지 공정하게 비교합니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 오토인코더(autoencoder)를 **만들고** 학습시킵니다.
# - 인코더로 잠재 벡터를 **꺼내고**, 디코더만으로 그림을 **되살립니다**.
# - 같은 개수의 값을 쓰는 기준선과 비교하여 모델을 **평가합니다**.
# - 잠재 벡터의 크기를 차원과 바이트 두 가지로 **잽니다**.
#
# {minutes}분 · [01 · 압축](01_compression.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 02 · Autoencoder: extracting the latent vector
#
# **A neural network shrinks a picture to 32 numbers and brings the picture back. We take those 32 numbers, the latent vector, out of it, and find out in a fair contest whether they beat lesson 01's PCA.**
#
# After this lesson you can
#
# - **build** an autoencoder and train it;
# - **extract** latent vectors with the encoder, and **rebuild** pictures with the decoder alone;
# - **judge** a model beside baselines that keep as many numbers;
# - **measure** a latent vector both in dimensions and in bytes.
#
# {minutes} minutes · Builds on [01 · Compression](01_compression.ipynb)
#
# {links}

# %% id="seed" tags=["parameters"]
dataset = "hangul"  # 또는 "fashion_mnist", "mnist" | or "fashion_mnist", "mnist"
seed = 0

# %% id="setup"
import zlib

from helpers import check, check_choice, say, show_images, show_table, use_course_style
from helpers.training import Progress, load_images
import keras
from keras import layers
import matplotlib.pyplot as plt
import numpy as np
from sklearn.decomposition import PCA

use_course_style()

# %% [markdown] id="first" lang="ko"
# ## 1. 값 32개로 그림 되살리기
#
# 아래의 짧은 프로그램은 픽셀 784개(28 × 28)짜리 그림을 값 32개로 줄이는 층과, 그 32개로 다시 픽셀 784개를 만드는 층을 이어 붙입니다. 정답은 따로 준비하지 않습니다. **입력한 그림이 곧 정답입니다.**

# %% [markdown] id="first" lang="en"
# ## 1. Pictures from 32 numbers
#
# The short program below joins two layers: one shrinks a picture of 784 pixels (28 × 28) to 32 numbers, the other makes 784 pixels out of those 32. Nobody has to supply answers: **the picture that goes in is the answer.**

# %% id="load" tags=["nbval-check-output"]
X_train, X_valid, X_test = load_images(dataset, seed=seed)
print(X_train.shape, X_valid.shape, X_test.shape)

# %% id="smallest"
keras.utils.set_random_seed(seed)
inputs = keras.Input((784,))
latent = layers.Dense(32, activation="relu")(inputs)
outputs = layers.Dense(784, activation="sigmoid")(latent)

autoencoder = keras.Model(inputs, outputs)
encoder = keras.Model(inputs, latent)

# %% id="first-training" tags=["nbval-ignore-output"]
autoencoder.compile(optimizer="adam", loss="binary_crossentropy", metrics=["mse"])
history = autoencoder.fit(
    X_train, X_train, epochs=10, batch_size=128, verbose=0,
    validation_data=(X_valid, X_valid), callbacks=[Progress()],
)

# %% id="first-pictures" alt={"ko": "윗줄은 처음 보는 그림 열 장, 아랫줄은 값 32개에서 되살린 같은 그림. 흐리지만 전체 모양과 위치가 같다.", "en": "Ten pictures the network has never seen, and below them what it rebuilt from 32 numbers: blurred, but with the same overall shape and place."}
X_rebuilt = autoencoder.predict(X_test, verbose=0)
labels = say(["원본", "복원"], ["original", "rebuilt"])
show_images([X_test[:10], X_rebuilt[:10]], labels)

# %% [markdown] id="first-seen" lang="ko"
# 윗줄은 신경망이 **한 번도 본 적 없는** 그림이고, 아랫줄은 그 그림을 값 32개로 줄였다가 되살린 것입니다. 흐릿해서 다른 글자로 보이는 그림도 있지만, 전체 모양과 위치, 굵기가 값 32개에 담겼습니다. 5절에서는 똑같이 값 32개로 훨씬 또렷하게 되살립니다.
#
# 왜 이렇게 많이 줄일 수 있을까요? 기본 데이터인 한글 그림은 **만드는 규칙이 정해져 있기 때문입니다.** ㄱ에 ㅏ를 더하면 가, ㅗ를 더하면 고가 됩니다. 기본 자음 14개와 기본 모음 10개로 글자 140개를 만들고, 굵기, 위치, 크기, 기운 정도를 조금씩 바꾸어 그렸습니다. 픽셀은 784개지만 그 뒤에 숨은 것은 자음, 모음, 굵기, 위치, 크기, 기운 정도뿐입니다. **잠재 벡터가 담아야 할 것이 바로 이렇게 숨은 구조입니다.** ‘잠재’는 숨어 있다는 뜻입니다.
#
# 맨 위 셀의 `dataset`을 `"fashion_mnist"`(옷)나 `"mnist"`(손글씨 숫자)로 바꾸면 이 수업 전체를 다른 그림으로 해 볼 수 있습니다(인터넷 필요). 그림은 셋으로 나뉘어 있습니다. **훈련 세트** `X_train`은 신경망이 배우는 그림, **검증 세트** `X_valid`는 우리가 설정을 고를 때 쓰는 그림, **테스트 세트** `X_test`는 마지막 점수를 잴 때만 쓰는 그림입니다. 한글은 셋을 따로따로 새로 그렸습니다.

# %% [markdown] id="first-seen" lang="en"
# Above are pictures the network has **never seen**; below, the same pictures after a journey through 32 numbers. They are blurred, and some could be taken for another, but overall shape, place and weight have fitted into 32 numbers. In section 5 another network will draw far crisper pictures, also from 32 numbers.
#
# How can so much be left out? Our default pictures are Korean writing, and **every one is built by a recipe.** In Hangul, the Korean script, letters are stacked into blocks, one block to a syllable. Take ㄱ (g), add ㅏ (a), and you get 가 (ga); add ㅗ (o) instead and you get 고 (go). Fourteen consonants and ten vowels make 140 blocks, drawn with a little change of stroke weight, place, size and slant. So there are 784 pixels, but only a few things behind them: consonant, vowel, weight, place, size, slant. **Such hidden structure is what a latent vector has to hold**; "latent" means hidden.
#
# Set `dataset` in the first cell to `"fashion_mnist"` (clothes) or `"mnist"` (handwritten digits) and the whole lesson runs on other pictures (this needs an internet connection). The pictures come in three sets. The network learns from the **training set** `X_train`; we choose our settings on the **validation set** `X_valid`; the **test set** `X_test` is for final scores only. On Hangul the three sets are drawn separately, so no picture is in two of them.

# %% [markdown] id="how" lang="ko"
# ## 2. 프로그램 읽기
#
# ![인코더가 그림을 짧은 잠재 벡터로 줄이고 디코더가 잠재 벡터로 그림을 복원하는 모래시계 모양의 그림](../../images/encoder-code-decoder.svg)
#
# **모양.** 그림을 줄이는 앞부분이 **인코더**(encoder), 되살리는 뒷부분이 **디코더**(decoder)이고, 둘을 이은 것이 **오토인코더**입니다. 가운데의 좁은 **병목**(bottleneck)을 지나야 하므로 그림을 그대로 베낄 수 없고, 무엇을 남길지 골라야 합니다.
#
# **층.** `layers.Dense(32, activation="relu")`는 층(layer) 하나를 만듭니다. 층은 함수입니다. 입력에 행렬을 곱하고 수를 더한 다음 **활성화 함수**(activation function)를 적용합니다. `relu`는 음수를 0으로 바꾸고, `sigmoid`는 어떤 수든 0과 1 사이로 바꾸어 픽셀 값이 되게 합니다. 곱하고 더하는 수를 **파라미터**(매개변수)라고 합니다.
#
# **연결.** 함수인 층에 괄호로 입력을 넣으면 출력이 나옵니다. 그래서 `Dense(32)(inputs)`처럼 괄호가 두 번 나옵니다. 앞 괄호는 층을 만들고, 뒤 괄호는 그 층을 `inputs`에 연결합니다. 아직 그림이 흐를 길만 정합니다. `keras.Model(inputs, outputs)`는 그 길에서 시작점과 끝점을 골라 모델로 만듭니다. 이런 방식을 케라스의 **함수형 API**(functional API)라고 합니다. `encoder`는 같은 길의 중간인 `latent`에서 멈추는 모델이고, 오토인코더와 **같은 층을 함께 씁니다**. 그래서 오토인코더를 학습시키면 인코더도 학습됩니다.
#
# **학습.** 손실과 학습은 00강에서 배운 그대로입니다. `batch_size=128`은 그림을 128장씩 한 **배치**(batch)로 보고 한 번 고친다는 뜻이고, 훈련 세트를 한 바퀴 다 보면 1**에포크**(epoch)입니다. 고치는 방법인 옵티마이저로는 널리 쓰이는 `adam`을, 손실로는 0과 1 사이의 값에 알맞은 이진 교차 엔트로피(binary cross-entropy)를 썼습니다. 식은 4절에 나옵니다. `Progress()`는 진행 상황을 한 줄로 보여 줍니다.
#
# **잣대.** 함께 잰 `mse`는 00강의 **평균 제곱 오차**이고, 똑같이 복원하면 0입니다. 이진 교차 엔트로피는 완벽하게 복원해도 회색 픽셀이 있으면 0이 되지 않으므로, 모델을 비교할 때는 평균 제곱 오차를 쓰고 간단히 **오차**라고 부르겠습니다.

# %% [markdown] id="how" lang="en"
# ## 2. Reading the program
#
# ![An hourglass: the encoder narrows a picture down to a short latent vector, and the decoder widens it into a reconstruction](../../images/encoder-code-decoder.svg)
#
# **The shape.** The part that shrinks the picture is the **encoder**, the part that brings it back is the **decoder**, and one after the other they are an **autoencoder**. The picture cannot simply be copied, because it has to pass through the narrow middle, the **bottleneck**: the network must choose what to keep.
#
# **A layer.** `layers.Dense(32, activation="relu")` makes one layer. A layer is a function: it multiplies its input by a matrix, adds some numbers and applies an **activation function**. `relu` turns negative numbers into 0; `sigmoid` brings any number between 0 and 1, where it can serve as a pixel. The numbers that the layer multiplies by and adds are its **parameters**.
#
# **Joining them.** A function takes its input in brackets, and so does a layer. That is why `Dense(32)(inputs)` has two pairs: the first makes the layer, the second connects it to `inputs`. `keras.Model(inputs, outputs)` then picks a start and an end on that path and calls it a model. Keras calls this style its **functional API**. Our `encoder` is the same path, but stops half-way at `latent`. It **shares its layer** with the autoencoder, so that to train one is to train the other.
#
# **Training.** Loss and training are those of lesson 00. With `batch_size=128` there is one correction of the parameters after every 128 pictures; one pass through the training set is an **epoch**. The corrections are made by `adam`, a popular optimizer, and the loss is binary cross-entropy, which suits values between 0 and 1. Its formula comes in section 4. `Progress()` shows how far things are, in one line.
#
# **The yardstick.** Beside the loss we asked for `mse`, lesson 00's **mean squared error**. A perfect copy has 0. Binary cross-entropy does not reach 0 even then, if some pixels are gray. So when we compare models we use the mean squared error, and call it just "the error".

# %% [markdown] id="extract" lang="ko"
# ## 3. 잠재 벡터 꺼내기
#
# 학습이 끝났으니 오토인코더를 **다시 둘로 나눕니다**. 인코더는 이미 있습니다. `predict`는 모델에 실제 데이터를 흘려보내 결과를 배열로 돌려줍니다.

# %% [markdown] id="extract" lang="en"
# ## 3. Extracting the latent vector
#
# After training, we **take the autoencoder apart** again. The encoder is there already. `predict` sends real data through a model and returns the result as an array.

# %% id="latent-vectors" tags=["nbval-check-output"]
Z_test = encoder.predict(X_test, verbose=0)
print(X_test.shape, "→", Z_test.shape)

# %% [markdown] id="decoder-alone" lang="ko"
# 그림 한 장이 값 32개가 되었습니다. 이제 디코더를 떼어 냅니다. 잠재 벡터가 들어갈 입력을 새로 만들고, 학습을 마친 마지막 층에 연결하면 됩니다.

# %% [markdown] id="decoder-alone" lang="en"
# Each picture has become 32 numbers. Now detach the decoder: make a new input for latent vectors, and connect it to the last layer, which is already trained.

# %% id="decoder" tags=["nbval-check-output"]
latent_input = keras.Input((32,))
decoder = keras.Model(latent_input, autoencoder.layers[-1](latent_input))

X_decoded = decoder.predict(Z_test, verbose=0)
print(np.allclose(X_decoded, X_rebuilt, atol=1e-5))

# %% [markdown] id="one-vector" lang="ko"
# 디코더는 원본을 보지 못하고 값 32개만 받았는데, 오토인코더와 똑같은 그림을 그렸습니다. 가장 잘 복원된 그림의 잠재 벡터를 직접 봅시다.

# %% [markdown] id="one-vector" lang="en"
# From 32 numbers a picture, the decoder draws just what the autoencoder drew. Here is the latent vector of the picture that came back best.

# %% id="one-latent-vector" tags=["nbval-ignore-output"] alt={"ko": "왼쪽은 원본, 오른쪽은 값 32개에서 되살린 그림. 같은 그림으로 보인다.", "en": "The original on the left, and on the right the picture rebuilt from 32 numbers: they look alike."}
errors = np.mean((X_test - X_decoded) ** 2, axis=1)
best = np.argmin(errors)
print(Z_test[best].round(1))
show_images([[X_test[best], X_decoded[best]]], titles=labels)

# %% [markdown] id="extracted" lang="ko"
# 위에 출력된 값 32개가 **잠재 벡터 하나**입니다. 이제 원본 그림이 없어도 이 값들만 있으면 그림을 다시 그릴 수 있습니다. 784차원의 그림에 비하면 훨씬 **낮은 차원**의 벡터라는 점이 중요합니다. 이렇게 차원을 낮추는 일을 **차원 축소**(dimensionality reduction)라고 합니다.

# %% [markdown] id="extracted" lang="en"
# The 32 numbers printed above are **one latent vector**. The picture itself is no longer needed: these numbers are enough to draw it again. Going from dimension 784 to so few is called **dimensionality reduction**.

# %% [markdown] id="noise" lang="ko"
# ## 4. 구조가 없으면: 노이즈
#
# 같은 프로그램에 가장 어려운 데이터를 넣어 봅시다. 모든 픽셀을 0과 1 사이에서 무작위로 뽑은 ‘그림’ 1,000장, 즉 노이즈입니다. 프로그램은 그대로이고(그림이 적고 배치가 클 뿐입니다), 모델 부분만 다시 쓸 수 있게 함수로 만듭니다.
#
# **예상하고 실행하기.** 아무것도 배우지 않은 모델의 손실은 0.7쯤입니다. 노이즈 1,000장으로 열 에포크를 학습하면 얼마까지 내려갈까요? 1절의 마지막 손실을 다시 보고 예상해 보세요.

# %% [markdown] id="noise" lang="en"
# ## 4. Where there is no structure: noise
#
# Now the hardest data we can find: 1,000 "pictures" whose every pixel is drawn at random between 0 and 1, that is, noise. The program stays the same, with fewer pictures and larger batches; we only put the model into a function, to use it again.
#
# **Predict, then run.** A model that has learned nothing has a loss of about 0.7. After ten epochs on 1,000 pictures of noise, where will it be? Look back at the loss that section 1 ended with, then guess.

# %% id="shallow"
def shallow_autoencoder(latent_activation, output_activation):
    """784 → 32 → 784: 오토인코더와 인코더 | 784 → 32 → 784: autoencoder and encoder"""
    inputs = keras.Input((784,))
    latent = layers.Dense(32, activation=latent_activation)(inputs)
    outputs = layers.Dense(784, activation=output_activation)(latent)
    return keras.Model(inputs, outputs), keras.Model(inputs, latent)

# %% id="noise-training" tags=["predict", "nbval-ignore-output"]
rng = np.random.default_rng(seed)
noise = rng.random((1000, 784), dtype=np.float32)

keras.utils.set_random_seed(seed)
noise_autoencoder, noise_encoder = shallow_autoencoder("relu", "sigmoid")
noise_autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
noise_history = noise_autoencoder.fit(
    noise, noise, epochs=10, batch_size=256, verbose=0, callbacks=[Progress()]
)

# %% id="noise-latent" tags=["nbval-check-output"]
latent_vectors = noise_encoder.predict(noise, verbose=0)
print(latent_vectors.shape)

# %% [markdown] id="noise-seen" lang="ko"
# 그림마다 값이 32개씩 나왔습니다. 그런데 **손실은 거의 줄지 않고 0.693 근처에 머뭅니다.** 이 값은 우연이 아닙니다. 픽셀을 $x$, 예측값을 $p$라고 하면 이진 교차 엔트로피는 다음과 같습니다($\ln$은 자연로그).
#
# $$-x \ln p - (1 - x)\ln(1 - p)$$
#
# 이 값은 $p$가 $x$와 같을 때 가장 작습니다. 항상 $p = 0.5$라고 예측하면 두 로그가 모두 $-\ln 2$이므로, 픽셀이 무엇이든 손실은 $\ln 2$입니다. 신경망은 “모르겠습니다. 전부 중간 회색입니다”라고 답한 셈입니다. 더 오래 학습시키면 어떨까요? 100에포크까지 채운 다음, **새로 뽑은** 노이즈로도 재어 봅시다. `evaluate`는 학습하지 않고 손실만 잽니다. 1절보다 그림이 적었기 때문일 수도 있으니, `X_train`의 그림 1,000장도 똑같이 100에포크 학습시켜 봅니다. 노이즈에서 ‘언제나 0.5’라고 답하는 것은, 그림에서 ‘언제나 평균 그림’이라고 답하는 것과 같습니다.

# %% [markdown] id="noise-seen" lang="en"
# There are 32 numbers for each picture, and yet **the loss hardly falls and stays near 0.693.** That number is no accident. For a pixel $x$ and a prediction $p$, binary cross-entropy is (with the natural logarithm $\ln$)
#
# $$-x \ln p - (1 - x)\ln(1 - p)$$
#
# It is least where $p$ equals $x$. If the prediction is always $p = 0.5$, both logarithms are $-\ln 2$, so the loss is $\ln 2$ whatever the pixel is. The network says: "I don't know. Medium gray, everywhere." Does more training help? Let us go on to 100 epochs, and measure on **freshly drawn** noise as well. `evaluate` measures the loss without training. And in case it was only that section 1 had more pictures, we train on 1,000 pictures of `X_train` too, for the same 100 epochs. For noise the score to beat is “always 0.5”; for pictures it is “always the average picture”.

# %% id="noise-longer" tags=["nbval-ignore-output"]
fresh_noise = rng.random((1000, 784), dtype=np.float32)
noise_losses = noise_autoencoder.fit(
    noise, noise, epochs=90, batch_size=256, verbose=0, callbacks=[Progress()]
).history["loss"]
fresh_loss = noise_autoencoder.evaluate(fresh_noise, fresh_noise, verbose=0)

# %% id="noise-control" tags=["nbval-ignore-output"]
keras.utils.set_random_seed(seed)
control, _ = shallow_autoencoder("relu", "sigmoid")
control.compile(optimizer="adam", loss="binary_crossentropy")
control_loss = control.fit(
    X_train[:1000], X_train[:1000], epochs=100, batch_size=256, verbose=0,
    callbacks=[Progress()],
).history["loss"][-1]

average = np.clip(X_train[:1000].mean(axis=0), 1e-7, 1 - 1e-7)
average_loss = -np.mean(
    X_train[:1000] * np.log(average) + (1 - X_train[:1000]) * np.log(1 - average))

# %% id="noise-table" tags=["nbval-ignore-output"]
noise_loss = noise_history.history["loss"][-1]
show_table(
    [[say("10에포크, 훈련 노이즈", "10 epochs, training noise"), noise_loss],
     [say("100에포크, 훈련 노이즈", "100 epochs, training noise"), noise_losses[-1]],
     [say("100에포크, 새 노이즈", "100 epochs, fresh noise"), fresh_loss],
     [say("언제나 0.5", "always 0.5"), np.log(2)],
     [say("100에포크, 그림 1,000장", "100 epochs, 1,000 pictures"), control_loss],
     [say("언제나 평균 그림", "always the average picture"), average_loss]],
    columns=say(["", "손실"], ["", "loss"]), digits=4,
)

# %% [markdown] id="noise-longer-seen" lang="ko"
# 열 배나 오래 학습해도 손실은 $\ln 2$보다 아주 조금 낮아질 뿐입니다. 그나마 줄어든 것의 대부분은 학습에 쓴 노이즈를 외운 것이어서, 새 노이즈에서는 효과가 훨씬 작습니다. 그림이 적거나 학습이 짧아서가 아닙니다. 똑같이 학습시킨 그림 1,000장의 손실은 ‘언제나 평균 그림’보다 훨씬 낮아졌습니다. 노이즈에서는 픽셀끼리 아무 관계가 없으므로, 784개의 값을 32개에 담을 방법이 없습니다. **구조가 없으면 압축도 없습니다.** 01강의 결론과 같습니다.

# %% [markdown] id="noise-longer-seen" lang="en"
# Ten times the training brings the loss only slightly below $\ln 2$. And most of that is memory: the network has learned its training noise by heart, and on fresh noise much less is gained. Nor was it short of pictures: on 1,000 real ones, as much training brings the loss far below that of the average picture. In noise no pixel has anything to do with another, so there is no way to put 784 values into 32. **Without structure there is no compression**, as lesson 01 concluded.

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 어느 노이즈라면 줄일 수 있을까
#
# 무작위로 만든 784픽셀 그림 1,000장 가운데, **그림마다 다른 부분까지** 값 32개로 거의 완벽하게 되살릴 수 있는 것은 무엇일까요?
#
# - **a** 픽셀마다 동전을 던져 0이나 1로 정한 그림
# - **b** 픽셀마다 무작위로 뽑되, 모두 0.4와 0.6 사이인 흐린 그림
# - **c** 픽셀 28개로 된 한 줄을 무작위로 뽑아, 같은 줄을 28번 쌓은 그림
# - **d** 한글 그림마다 픽셀의 순서를 서로 다르게 뒤섞은 그림

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. Which noise can be squeezed?
#
# Here are four ways to make 1,000 random pictures of 784 pixels. In which kind can 32 numbers bring back almost all of **what differs from picture to picture**?
#
# - **a** every pixel is 0 or 1, by the toss of a coin
# - **b** every pixel is drawn at random, but between 0.4 and 0.6, so that the picture is pale
# - **c** one row of 28 pixels is drawn at random, and that same row is stacked 28 times
# - **d** Hangul pictures, the pixels of each shuffled into an order of its own

# %% id="exercise-1"
a, b, c, d = "abcd"
answer_1 = ...

# %% id="exercise-1-check" tags=["check"]
check_choice("exercise-1", answer_1, "ac18f871", {
    "a": say("0과 1뿐이어도 픽셀 784개가 서로 아무 관계가 없습니다.",
             "Only 0 and 1, but still 784 pixels that know nothing of each other."),
    "b": say("흐려서 오차는 작지만, 그림마다 다른 부분에는 여전히 값 784개가 필요합니다.",
             "Pale, so the error is small; but what differs still takes 784 numbers."),
    "c": say("무작위로 정한 값은 28개뿐이고, 나머지 픽셀은 그것을 되풀이합니다.",
             "Only 28 numbers were drawn; all other pixels repeat them."),
    "d": say("순서가 그림마다 다르면 픽셀 사이의 관계도 사라집니다.",
             "Each in an order of its own: the pixels no longer agree on anything."),
})

# %% id="exercise-1-solution" tags=["solution"]
answer_1 = "c"
# 정답은 c입니다. 학습시켜서 확인해 봅시다. | The answer is c. Train on it and see:
rows = rng.random((1000, 1, 28), dtype=np.float32)
stripes = np.repeat(rows, 28, axis=1).reshape(1000, 784)
stripes_autoencoder, stripes_encoder = shallow_autoencoder("relu", "sigmoid")
stripes_autoencoder.compile(optimizer="adam", loss="mse")
stripes_autoencoder.fit(
    stripes, stripes, epochs=100, verbose=0, callbacks=[Progress()]
)

# %% [markdown] id="judge" lang="ko"
# ## 5. 정말 잘하는 걸까? 공정한 비교
#
# 복원된 그림이 그럴듯해 보인다고 좋은 모델은 아닙니다. 똑같이 값 32개를 쓰는 더 간단한 방법, 즉 **기준선**(baseline)과 비교해야 합니다. 01강의 PCA가 가장 좋은 상대입니다. PCA의 복원은 0보다 작거나 1보다 큰 픽셀이 나올 수 있으므로, 공정하게 0과 1 사이로 잘라 주겠습니다.

# %% [markdown] id="judge" lang="en"
# ## 5. Is it really good? A fair contest
#
# Pictures that look convincing do not make a good model. It has to meet **baselines**, simpler methods that also keep 32 numbers, and lesson 01's PCA is the strongest of them. What PCA rebuilds can fall below 0 or rise above 1, so to be fair we clip it to that range.

# %% id="pca"
def error(X, X_rebuilt):
    return float(np.mean((X - X_rebuilt) ** 2))

def rebuilt_by_pca(X, size):
    pca = PCA(size, random_state=seed).fit(X_train)
    return pca.inverse_transform(pca.transform(X))

pca_valid_error = error(X_valid, rebuilt_by_pca(X_valid, 32).clip(0, 1))

# %% [markdown] id="curve-question" lang="ko"
# 1절에서 학습하는 동안 에포크가 끝날 때마다 검증 세트의 오차도 재어 두었습니다(`val_mse`).
#
# **예상하고 실행하기.** 열 에포크를 학습한 신경망은 PCA를 이겼을까요?

# %% [markdown] id="curve-question" lang="en"
# During the training of section 1 the error on the validation set was measured after each epoch (`val_mse`).
#
# **Predict, then run.** After ten epochs, has the network beaten PCA?

# %% id="learning-curve" tags=["predict"] alt={"ko": "에포크에 따른 오토인코더의 검증 오차. 계속 내려가지만 10에포크에서도 PCA의 점선보다 위에 있다.", "en": "The autoencoder's validation error by epoch: it keeps falling, and after ten epochs is still above the dashed line of PCA."}
valid_errors = history.history["val_mse"]
fig, ax = plt.subplots(figsize=(7, 3.5))
ax.plot(range(1, 11), valid_errors, label=say("오토인코더", "autoencoder"))
ax.axhline(pca_valid_error, color="black", linestyle="--", label="PCA")
ax.set(xlabel=say("에포크", "epoch"),
       ylabel=say("검증 세트의 오차", "error on the validation set"), ylim=(0, None))
ax.legend()
plt.show()

# %% [markdown] id="curve-seen" lang="ko"
# **아직 못 이겼습니다.** 그래도 곡선은 끝까지 내려가고 있습니다. 모델이 부족한 것이 아니라 학습이 덜 끝났다는 뜻입니다. PCA는 답을 한 번에 계산하지만, **경사 하강법**은 한 걸음씩 내려가므로 충분히 여러 걸음을 걸어야 합니다. **기준선이 없으면 학습이 덜 된 모델을 다 된 모델로 착각하게 됩니다.**
#
# 더 잘 걷게 해 봅시다. 그림을 128장이 아니라 64장씩 보고 더 자주 고치고, 한 걸음의 크기인 **학습률**(learning rate)은 크게 시작하여 코사인 곡선을 따라 0까지 줄입니다. 처음에는 성큼성큼, 마지막에는 조심조심 걷는 셈입니다. 이것을 함수 `train`으로 만듭니다. 다음 수업부터는 이 함수를 `helpers.training`에서 가져다 씁니다.

# %% [markdown] id="curve-seen" lang="en"
# **Not yet.** But the curve still falls at its end: the model is not too weak, its training is not finished. PCA computes its answer in one go; **gradient descent** takes many steps. **Without a baseline, a half-trained model passes for a finished one.**
#
# So let it walk better. We correct more often, after 64 pictures instead of 128, and let the size of a step, the **learning rate**, start large and shrink to 0 along a cosine: long strides first, careful ones at the end. All this goes into one function, `train`. Later lessons import it from `helpers.training`.

# %% id="train"
def train(model, inputs, targets, epochs, loss="binary_crossentropy",
          batch_size=256, learning_rate=4e-3):
    """학습률을 0까지 줄이며 학습 | Train while the learning rate falls to 0"""
    steps = epochs * int(np.ceil(len(inputs) / batch_size))
    slowing_down = keras.optimizers.schedules.CosineDecay(learning_rate, steps)
    model.compile(keras.optimizers.Adam(slowing_down), loss)
    history = model.fit(inputs, targets, epochs=epochs, batch_size=batch_size,
                        verbose=0, callbacks=[Progress()])
    return history.history["loss"]

# %% [markdown] id="contestants" lang="ko"
# PCA와 겨룰 신경망은 세 가지입니다.
#
# 1. **선형 오토인코더**: 활성화 함수가 없습니다. 곱하고 더하기만 하므로, 훈련 세트에서는 자르지 않은 PCA보다 잘할 수 없습니다. 값 32개를 거치며 곱하고 더하기만 하는 방법 가운데 평균 제곱 오차가 가장 작은 것이 PCA라고 증명되어 있습니다(Baldi와 Hornik, 1989).
# 2. **얕은 오토인코더**: 1절의 모델을 `train`으로 학습시킨 것입니다.
# 3. **깊은 오토인코더**: 인코더와 디코더에 층을 하나씩 더해 직선이 아닌 **휘어진**(비선형) 관계도 배웁니다. 잠재 벡터에는 활성화 함수를 쓰지 않아 음수도 될 수 있습니다. 새로 더한 층의 `leaky_relu`는 음수를 0으로 없애지 않고 0.2배로 줄이므로, 어떤 그림이 들어와도 0만 내놓는 ‘죽은’ 뉴런(층의 출력값 하나)이 생기지 않습니다.

# %% [markdown] id="contestants" lang="en"
# Three networks will compete with PCA.
#
# 1. The **linear autoencoder** has no activation functions. It only multiplies and adds, so on the training set it cannot do better than unclipped PCA: of all such methods PCA has the smallest mean squared error.
# 2. The **shallow autoencoder** is the model of section 1, trained by `train`.
# 3. The **deep autoencoder** has one more layer in the encoder and one in the decoder, and can learn relations that are **curved** (non-linear). Its latent vector has no activation function, so its numbers may be negative. The new layers use `leaky_relu`, which shrinks negative numbers to a fifth instead of making them 0: so no unit (one of the numbers a layer puts out) can "die", that is, be 0 for every picture.

# %% id="deep"
def deep_autoencoder(size, units=384):
    """784 → units → size → units → 784: 층 네 개 | 784 → units → size → units → 784"""
    inputs = keras.Input((784,))
    hidden = layers.Dense(units, activation="leaky_relu")(inputs)
    latent = layers.Dense(size)(hidden)
    hidden = layers.Dense(units, activation="leaky_relu")(latent)
    outputs = layers.Dense(784, activation="sigmoid")(hidden)
    return keras.Model(inputs, outputs), keras.Model(inputs, latent)

# %% [markdown] id="rates" lang="ko"
# 학습률은 얼마가 좋을까요? 이런 설정은 테스트 세트가 아니라 **검증 세트로 고릅니다**. 테스트 세트로 고르면 그 점수는 더 이상 처음 보는 그림에서 잰 점수가 아니기 때문입니다. 깊은 오토인코더를 훈련 그림 8,400장으로 한 에포크씩, 세 가지 학습률로 학습시켜 봅니다.

# %% [markdown] id="rates" lang="en"
# Which learning rate? Such settings are **chosen on the validation set**, not on the test set: a score on pictures that helped to choose is no longer a score on unseen ones. We try three rates on the deep autoencoder, for one epoch of 8,400 training pictures each.

# %% id="learning-rates" tags=["nbval-ignore-output"]
few = X_train[:8400]
rate_rows = []
for rate in [0.0006, 0.006, 0.06]:
    keras.utils.set_random_seed(seed)
    tried, _ = deep_autoencoder(32)
    train(tried, few, few, epochs=1, batch_size=64, learning_rate=rate)
    rate_rows.append([rate, error(X_valid, tried.predict(X_valid, verbose=0))])
show_table(rate_rows, say(["학습률", "검증 오차"], ["learning rate", "validation error"]), 4)

# %% [markdown] id="rates-seen" lang="ko"
# 너무 작으면 걸음이 느리고, 너무 크면 한 걸음에 골짜기를 건너뛰어 버립니다. 가운데 값 0.006을 세 신경망에 모두 쓰겠습니다. 깊은 모델로 고른 값이므로 나머지 둘에는 가장 좋은 값이 아닐 수 있습니다. 에포크 수는 늘릴수록 오차가 더 줄지만, 수업 시간에 맞추어 적게 잡았습니다.

# %% [markdown] id="rates-seen" lang="en"
# Too small a rate makes for slow walking; with too large a one each step leaps across the valley. We take the one in the middle, 0.006, for all three networks; it was chosen for the deep one, and the others might do better with another. As for epochs, more would lower the errors further; we keep them few so that the lesson does not make you wait.

# %% [markdown] id="three-seeds" lang="ko"
# 파라미터의 처음 값과 그림을 보는 순서는 무작위이고, **시드**(seed)가 그것을 정합니다. 그래서 시드를 바꾸어 세 번씩 학습시킵니다.
#
# **예상하고 실행하기.** PCA와 세 신경망의 순위를 적어 보세요.

# %% [markdown] id="three-seeds" lang="en"
# The parameters start at random, and so is the order in which pictures are seen; the **seed** decides both. We train each network with three seeds.
#
# **Predict, then run.** Write down the order of PCA and the three networks.

# %% id="three-runs"
def error_of(model, X):
    return error(X, model.predict(X, verbose=0))

def three_runs(build, settings, epochs, loss="binary_crossentropy"):
    """시드 세 개로 학습; 마지막이 seed | Train with three seeds, the last one is `seed`"""
    errors = []
    for number in [seed + 2, seed + 1, seed]:
        keras.utils.clear_session()  # 앞선 학습이 남긴 메모리를 비운다 | free earlier memory
        keras.utils.set_random_seed(number)
        autoencoder, encoder = build(*settings)
        train(autoencoder, X_train, X_train, epochs, loss, 64, 0.006)
        errors.append(error_of(autoencoder, X_test))
    return autoencoder, encoder, errors

# %% id="train-linear" tags=["nbval-ignore-output"]
settings = (None, None)  # 활성화 함수 없음 | no activation functions
_, _, linear_errors = three_runs(shallow_autoencoder, settings, epochs=4, loss="mse")

# %% id="train-shallow" tags=["nbval-ignore-output"]
settings = ("relu", "sigmoid")
_, _, shallow_errors = three_runs(shallow_autoencoder, settings, epochs=6)

# %% id="train-deep" tags=["nbval-ignore-output"]
deep, deep_encoder, deep_errors = three_runs(deep_autoencoder, (32,), epochs=4)

# %% id="rows"
pca_rebuilt = rebuilt_by_pca(X_test, 32)
pca_error = error(X_test, pca_rebuilt)
pca_clipped_error = error(X_test, pca_rebuilt.clip(0, 1))
mean_error = error(X_test, X_train.mean(axis=0))
first_error = error(X_test, X_rebuilt)

# %% id="honest-table" tags=["predict", "nbval-ignore-output"]
def row(name, errors):
    return [name, np.mean(errors), min(errors), max(errors)]

show_table(
    [row(say("평균 그림 (값 0개)", "average picture (0 numbers)"), [mean_error]),
     row("PCA", [pca_error]),
     row(say("PCA, 0과 1 사이로 자름", "PCA, clipped to 0 … 1"), [pca_clipped_error]),
     row(say("선형 오토인코더", "linear autoencoder"), linear_errors),
     row(say("1절의 모델, 10에포크", "section 1, 10 epochs"), [first_error]),
     row(say("얕은 오토인코더", "shallow autoencoder"), shallow_errors),
     row(say("깊은 오토인코더", "deep autoencoder"), deep_errors)],
    say(["테스트 세트의 오차", "평균", "최소", "최대"],
        ["error on the test set", "mean", "least", "most"]), 4,
)

# %% id="table-pictures" alt={"ko": "원본, PCA, 1절의 모델, 깊은 오토인코더의 그림이 한 줄씩. 깊은 오토인코더의 그림이 가장 또렷하다.", "en": "One row each of originals, PCA, the model of section 1 and the deep autoencoder, whose pictures are the crispest."}
X_deep = deep.predict(X_test, verbose=0)
deep_error = error(X_test, X_deep)
show_images(
    [X_test[:10], pca_rebuilt[:10].clip(0, 1), X_rebuilt[:10], X_deep[:10]],
    labels=say(["원본", "PCA", "1절", "깊은 모델"], ["original", "PCA", "section 1", "deep"]),
)

# %% [markdown] id="table-seen" lang="ko"
# 평균 그림만 빼고 모두 값 32개를 썼습니다. 한글의 결과를 읽어 봅시다. 1절의 모델은 자르지 않은 PCA에도 **졌고**, 선형 오토인코더는 자르지 않은 PCA와 거의 같습니다. 얕은 모델은 평균으로는 PCA를 앞서지만, 표의 최소와 최대가 말하듯 결과가 시드에 크게 달려 있습니다. 깊은 오토인코더는 **오차를 PCA의 절반 아래로** 줄였습니다. 시드를 바꾸어도 깊은 모델의 승리는 그대로이므로 운이 아닙니다.
#
# 공정하게 덧붙일 것이 있습니다. 깊은 모델은 얕은 모델과 달리 층이 더 있을 뿐 아니라 가운데에 relu도 없습니다. 어느 쪽이 얼마나 도왔는지는 이 표로 알 수 없습니다. 파라미터도 훨씬 많습니다. 학습에 쓴 그림에서만 잘하는 것은 아닌지도 확인해야 합니다.

# %% [markdown] id="table-seen" lang="en"
# All but the average picture keep 32 numbers. Reading the result for Hangul: the model of section 1 **lost** even to unclipped PCA; the linear autoencoder all but equals unclipped PCA; the shallow model, better trained, is ahead of PCA on average, but see how much its least and most depend on the seed; and the deep autoencoder **cuts PCA's error to less than half**. It does so with each of the three seeds, so this is not luck.
#
# To be fair: the deep model has more layers than the shallow one and no relu in the middle; the table does not tell which helped how much. It has many more parameters, too. And is it perhaps good only on the pictures it was trained on?

# %% id="overfitting" tags=["nbval-ignore-output"]
some = X_train[:1400]
deep_train_error = error_of(deep, some)
print(say(f"오차: 훈련 그림 {deep_train_error:.4f}, 테스트 그림 {deep_error:.4f}",
          f"error: training pictures {deep_train_error:.4f}, test {deep_error:.4f}"))
pca_parameters = 33 * 784  # 무늬 32개와 평균 | 32 patterns and the average
times = deep.count_params() / pca_parameters
print(say(f"파라미터의 수는 PCA의 {times:.0f}배", f"{times:.0f} times PCA's parameters"))

# %% [markdown] id="overfitting-seen" lang="ko"
# 처음 보는 그림에서도 오차가 조금만 더 큽니다. 훈련 세트만 외워서 테스트 오차가 크게 벌어지는 것을 **과적합**(overfitting)이라고 합니다. 한글 그림은 얼마든지 새로 그릴 수 있으므로, 적은 그림을 여러 번 보여 주는 대신 많은 그림을 몇 번만 보여 주었습니다. 다만 테스트 그림도 같은 글꼴로 그린 같은 글자 140개입니다. 다른 글꼴에서는 오차를 재지 않았습니다.

# %% [markdown] id="overfitting-seen" lang="en"
# On pictures it has never seen, the error is only a little larger. When a network knows its training set by heart and does much worse elsewhere, that is called **overfitting**. Hangul pictures can be drawn without end, so we showed many pictures a few times, instead of few pictures many times. Test pictures show the same 140 blocks in the same font, though: on another font we have not measured.

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 깊은 디코더 만들기
#
# 깊은 오토인코더의 층은 `deep.layers`에 차례로 들어 있습니다(입력 층까지 다섯 개). 3절처럼 잠재 벡터를 입력으로 받는 모델 `deep_decoder`를 만드세요. 새 층을 만들지 말고 학습을 마친 층을 쓰세요.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Build the deep decoder
#
# The deep autoencoder's layers stand in order in `deep.layers` (five, with the input layer). Build a model `deep_decoder` that takes latent vectors, as we did in section 3. Do not make new layers: use the trained ones.

# %% id="exercise-2"
deep_input = keras.Input((32,))
deep_decoder = ...

# %% id="exercise-2-check" tags=["check"]
def decodes(answer):
    _, model = answer
    assert model.input_shape == (None, 32), (
        say("입력은 값 32개짜리 잠재 벡터여야 합니다.",
            "Its input must be latent vectors of 32 numbers.")
    )
    assert model.output_shape == (None, 784), (
        say("출력은 픽셀 784개여야 합니다. 빠진 층이 있습니다.",
            "Its output must be 784 pixels: a layer is missing.")
    )
    latent = deep_encoder.predict(X_test[:50], verbose=0)
    rebuilt = model.predict(latent, verbose=0)
    assert np.allclose(rebuilt, X_deep[:50], atol=1e-4), (
        say("모양은 맞지만 그림이 다릅니다. 학습을 마친 층을 순서대로 썼나요?",
            "Right shape, other pictures. Are these the trained layers, in order?")
    )
    return True

check(
    (deep_input, deep_decoder), decodes,
    hint=say("잠재 벡터 다음에 오는 층은 몇 개인가요? 한 층의 출력이 다음 층의 입력입니다.",
             "How many layers follow the latent vector? Each feeds the next."),
)

# %% id="exercise-2-solution" tags=["solution"]
hidden = deep.layers[3](deep_input)
deep_decoder = keras.Model(deep_input, deep.layers[4](hidden))

# %% [markdown] id="sweep" lang="ko"
# ## 6. 값을 몇 개 남길까
#
# 32라는 개수는 우리가 골랐습니다. 잠재 벡터의 크기를 2, 8, 64로 바꾸면 어떻게 될까요? 크기만 바꾸고 모델과 학습 방법은 표의 깊은 오토인코더와 똑같이 둡니다.
#
# **예상하고 실행하기.** 오토인코더의 오차를 PCA의 오차로 나눈 비는 어느 크기에서 가장 1에 가까울까요? 2일까요, 64일까요?

# %% [markdown] id="sweep" lang="en"
# ## 6. How many numbers to keep
#
# It was we who picked 32. What about latent vectors of 2, 8 or 64 numbers? Only the size changes; model and training stay those of the table's deep autoencoder.
#
# **Predict, then run.** Divide the autoencoder's error by PCA's. At which size is that ratio nearest to 1: at 2, or at 64?

# %% id="sweep-training" tags=["nbval-ignore-output"]
size_errors = {32: deep_error}
for size in [2, 8, 64]:
    keras.utils.clear_session()  # 앞선 학습이 남긴 메모리를 비운다 | free earlier memory
    keras.utils.set_random_seed(seed)
    sized, _ = deep_autoencoder(size)
    train(sized, X_train, X_train, epochs=4, batch_size=64, learning_rate=0.006)
    size_errors[size] = error_of(sized, X_test)

# %% id="sweep-rows"
sizes = [2, 8, 32, 64]
size_rows = []
for size in sizes:
    by_pca = error(X_test, rebuilt_by_pca(X_test, size).clip(0, 1))
    size_rows.append([size, by_pca, size_errors[size], size_errors[size] / by_pca])
ratios = {size: ratio for size, _, _, ratio in size_rows}

# %% id="sweep-table" tags=["predict", "nbval-ignore-output"]
show_table(size_rows, say(["값의 개수", "PCA, 자름", "깊은 오토인코더", "비"],
                          ["numbers", "PCA, clipped", "deep autoencoder", "ratio"]),
           [0, 4, 4, 2])

# %% id="sweep-plot" alt={"ko": "값의 개수에 따른 오차. 오토인코더의 선이 2, 8, 32, 64에서 모두 PCA의 선보다 아래에 있다.", "en": "The error by the count of numbers: at 2, 8, 32 and 64 the autoencoder's line lies below PCA's."}
fig, ax = plt.subplots(figsize=(7, 3.5))
_, pca_line, deep_line, _ = zip(*size_rows)
ax.plot(sizes, pca_line, label="PCA")
ax.plot(sizes, deep_line, label=say("깊은 오토인코더", "deep autoencoder"))
ax.axhline(mean_error, color="gray", label=say("평균 그림", "average picture"))
ax.set(xlabel=say("잠재 벡터의 크기(값의 개수)", "size of the latent vector (numbers)"),
       ylabel=say("테스트 세트의 오차", "error on the test set"),
       xticks=sizes, ylim=(0, None))
ax.legend()
plt.show()

# %% [markdown] id="sweep-seen" lang="ko"
# 오토인코더가 **네 크기에서 모두 PCA를 앞섭니다.** 기본 데이터인 한글에서 비가 1에 가장 가까운 곳은 2입니다. 값이 2개뿐이면 두 방법 모두 평균 그림보다 크게 나아지지 못하기 때문입니다. 비로 보면 32개에서 가장 크게 앞서고(오차의 차이는 8개에서 가장 큽니다), 그 32개가 PCA의 64개보다도 그림을 더 잘 담습니다. 64개에서는 차이가 다시 줄어듭니다. 학습이 짧았기 때문일 수 있습니다. PCA는 어느 크기에서나 답을 정확히 계산하지만, 우리 신경망은 네 에포크만 학습했습니다. 32가 아닌 크기는 시드 하나로만 학습시킨 결과입니다.

# %% [markdown] id="sweep-seen" lang="en"
# The autoencoder is ahead of PCA **at all four sizes.** On Hangul, our default, the ratio is nearest to 1 at 2: with so few numbers neither method gets far below the average picture. As a ratio the lead is largest at 32 (as a difference, at 8), and those 32 numbers hold more of the pictures than PCA's 64. At 64 it shrinks again: PCA is exact at any size, and our network had four epochs. Sizes other than 32 were trained with one seed only.

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 직접 만들고 학습시키기
#
# 이번에는 **값 16개**입니다. 오토인코더와 인코더를 직접 만들고 `train`으로 학습시켜, 검증 세트에서 값 16개를 쓰는 PCA(자른 것)보다 오차를 작게 하세요. 층의 수와 크기, 에포크, 학습률은 마음대로 정합니다. `X_test`는 쓰지 마세요.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. Build and train your own
#
# Now with **16 numbers**. Build an autoencoder and its encoder, train it with `train`, and get its error on the validation set below that of clipped PCA with 16 numbers. The layers, their sizes, the epochs and the learning rate are yours to choose. Leave `X_test` alone.

# %% id="exercise-3"
own_autoencoder, own_encoder = ..., ...

# %% id="exercise-3-check" tags=["check"]
def beats_pca(answer):
    model, encoder = answer
    assert encoder.output_shape == (None, 16), (
        say("인코더의 출력은 값 16개여야 합니다.",
            "The encoder must put out 16 numbers.")
    )
    assert model.output_shape == (None, 784), (
        say("오토인코더의 출력은 픽셀 784개여야 합니다.",
            "The autoencoder must put out 784 pixels.")
    )
    shared = [layer for layer in encoder.layers[1:] if layer in model.layers]
    assert shared, (
        say("인코더가 오토인코더와 층을 함께 쓰지 않습니다.",
            "The encoder does not share its layers with the autoencoder.")
    )
    own_error = error_of(model, X_valid)
    pca_16_error = error(X_valid, rebuilt_by_pca(X_valid, 16).clip(0, 1))
    assert own_error < pca_16_error, (
        say(f"오차가 {own_error:.4f}인데, 값 16개의 PCA는 {pca_16_error:.4f}입니다.",
            f"Your error is {own_error:.4f}; PCA with 16 numbers has {pca_16_error:.4f}.")
    )
    return True

check(
    (own_autoencoder, own_encoder), beats_pca,
    hint=say("학습시켰나요? batch_size를 줄이면 파라미터를 더 자주 고칩니다.",
             "Is it trained? A smaller batch_size corrects the parameters more often."),
)

# %% id="exercise-3-solution" tags=["solution"]
own_autoencoder, own_encoder = deep_autoencoder(16)
train(own_autoencoder, X_train, X_train, epochs=4, batch_size=64)

# %% [markdown] id="bytes" lang="ko"
# ## 7. 차원이 아니라 바이트
#
# ‘784개가 32개로 줄었다’는 말은 절반만 맞습니다. 픽셀은 하나에 1바이트지만, 잠재 벡터의 값은 하나에 4바이트인 실수이기 때문입니다. 값도 256단계로 반올림하면 하나에 1바이트, 모두 **32바이트**가 됩니다. 이렇게 정해진 단계로 반올림하는 것을 **양자화**(quantization)라고 합니다. 그래도 그림이 그대로일까요?

# %% [markdown] id="bytes" lang="en"
# ## 7. Bytes, not dimensions
#
# "784 down to 32" is half the truth: a pixel takes one byte, a number of the latent vector takes four. Round each of those to one of 256 levels and it fits into one byte, **32 bytes** in all. Rounding to fixed levels is called **quantization**. Do the pictures survive it?

# %% id="quantize"
def in_bytes(Z, Z_valid):
    """값을 256단계로 반올림 | Round the numbers to 256 levels"""
    low, high = Z_valid.min(axis=0), Z_valid.max(axis=0)
    levels = np.round((Z - low) / (high - low) * 255).clip(0, 255)
    return (low + levels / 255 * (high - low)).astype("float32")

Z_valid = deep_encoder.predict(X_valid, verbose=0)
Z_rounded = in_bytes(deep_encoder.predict(X_test, verbose=0), Z_valid)
hidden = deep.layers[3](Z_rounded)
rounded_error = error(X_test, deep.layers[4](hidden).numpy())

# %% id="quantize-pca"
pca = PCA(32, random_state=seed).fit(X_train)
pca_rounded = in_bytes(pca.transform(X_test), pca.transform(X_valid))
pca_rounded_error = error(X_test, pca.inverse_transform(pca_rounded).clip(0, 1))

# %% id="bytes-table" tags=["nbval-ignore-output"]
pixels = np.round(X_test * 255).astype(np.uint8)
zlib_bytes = np.mean([len(zlib.compress(picture, level=9)) for picture in pixels])
show_table(
    [[say("픽셀 그대로", "raw pixels"), 784, 0.0],
     [say("zlib(무손실)", "zlib (lossless)"), zlib_bytes, 0.0],
     [say("PCA, 1바이트씩", "PCA, 1 byte each"), 32, pca_rounded_error],
     [say("잠재 벡터, 실수", "latent vector, floats"), 4 * 32, deep_error],
     [say("잠재 벡터, 1바이트씩", "latent vector, 1 byte each"), 32, rounded_error]],
    say(["그림 한 장", "바이트", "오차"], ["one picture", "bytes", "error"]), [0, 0, 4],
)

# %% [markdown] id="bytes-seen" lang="ko"
# 1바이트씩으로 충분합니다. PCA의 값도 1바이트씩이면 32바이트지만 오차는 두 배가 넘습니다. 하지만 공짜는 아닙니다. 첫째, zlib과 달리 **조금 잃습니다**. 둘째, 받는 사람에게 **디코더도 보내야 합니다**. 01강에서 SVD는 무늬를 사진마다 함께 보내야 했습니다. 여기서는 디코더가 그 무늬이고, 한 번만 보내면 모든 그림이 함께 씁니다.

# %% [markdown] id="bytes-seen" lang="en"
# One byte a number is enough. PCA's numbers fit into 32 bytes as well, with more than twice the error. But it is not free. First, unlike zlib, it **loses a little**. Second, whoever receives it **needs the decoder** as well. In lesson 01 SVD had to send its patterns with each photo; here the decoder holds the patterns, and is sent once for all pictures.

# %% id="break-even" tags=["nbval-ignore-output"]
decoder_bytes = 4 * (deep.layers[3].count_params() + deep.layers[4].count_params())
for name, size in [("PCA", 4 * pca_parameters), (say("깊은 모델", "deep"), decoder_bytes)]:
    pictures = size / (zlib_bytes - 32)
    print(say(f"{name}: 디코더 {size:,}바이트, 그림 {pictures:,.0f}장부터 이득",
              f"{name}: decoder {size:,} bytes, pays from {pictures:,.0f} pictures on"))

# %% [markdown] id="break-even-seen" lang="ko"
# 파라미터 하나에 4바이트일 때, 디코더의 크기를 빼고도 이득이 되려면 그림이 이만큼 있어야 합니다. 그림이 몇 장뿐이면 zlib이 낫습니다. 그림이 늘면 PCA가 먼저 이득이 되고, 수만 장이면 오차가 작은 깊은 모델도 충분히 이득입니다. 다만 zlib은 그림을 조금도 잃지 않으므로 똑같은 조건의 비교는 아닙니다.

# %% [markdown] id="break-even-seen" lang="en"
# That is how many pictures you must send before the decoder, at 4 bytes a parameter, has paid for itself. For a handful of pictures zlib is better; PCA pays first; for tens of thousands the deep model pays too, with its smaller error. Still, zlib loses nothing, so this is not like for like.

# %% [markdown] id="book" lang="ko"
# ## 8. 더 해 보기: 교과서에 도전
#
# 우리 방법은 한글에만 통할까요? 널리 쓰이는 교과서인 오렐리앙 제롱의 『핸즈온 머신러닝』은 옷 그림 Fashion-MNIST를 **값 30개**로 줄이는 오토인코더를 여럿 학습시키고, 노트북에 검증 오차를 남겨 두었습니다. 같은 그림(훈련 55,000장, 검증 5,000장)으로 겨루어 봅시다. Fashion-MNIST가 케라스의 캐시에 있거나 인터넷에서 받을 수 있을 때만 실행되고, 아니면 건너뜁니다.

# %% [markdown] id="book" lang="en"
# ## 8. Optional: against the textbook
#
# Does our recipe work on Hangul only? In a widely read textbook, *Hands-On Machine Learning*, Aurélien Géron trains several autoencoders that shrink the clothes of Fashion-MNIST to **30 numbers**, and his notebook prints their validation errors. Let us compete on the same pictures, 55,000 to train on and 5,000 for validation. This section runs only where Fashion-MNIST is in Keras' cache or can be downloaded; elsewhere it is skipped.

# %% id="book-data" tags=["nbval-ignore-output"]
try:
    fashion_train, fashion_valid, fashion_test = load_images("fashion_mnist", 55_000)
except ConnectionError:
    fashion_train = None
    print(say("Fashion-MNIST를 구할 수 없어 이 절을 건너뜁니다.",
              "Fashion-MNIST cannot be had here: this section is skipped."))

# %% id="book-run" tags=["nbval-ignore-output"]
if fashion_train is not None:
    keras.utils.set_random_seed(seed)
    fashion, _ = deep_autoencoder(30)
    train(fashion, fashion_train, fashion_train, epochs=2, batch_size=64,
          learning_rate=0.006)
    fashion_rebuilt = fashion.predict(fashion_valid, verbose=0)
    show_table(
        [[say("책: 층을 쌓은 오토인코더", "book: stacked"), 0.0132],
         [say("책: 합성곱 오토인코더", "book: convolutional"), 0.0121],
         [say("우리: 깊은 오토인코더", "ours: deep"), error(fashion_valid, fashion_rebuilt)]],
        say(["값 30개, 검증 오차", ""], ["30 numbers, validation error", ""]), 4,
    )

# %% [markdown] id="book-seen" lang="ko"
# 실행되었다면 오차를 비교해 보세요. 다만 조건이 모두 같지는 않습니다. 우리 모델은 책의 모델보다 파라미터가 많고, 손실 함수와 학습률 조절도 다릅니다.

# %% [markdown] id="book-seen" lang="en"
# If it ran, compare the errors. Not everything is equal, though: our model has more parameters than the book's, another loss and another learning rate schedule.

# %% [markdown] id="claims" lang="ko"
# ## 9. 우리가 주장한 것
#
# 이 수업의 주장을 그대로 코드로 옮겼습니다. 하나라도 사실이 아니면 실행이 멈춥니다.

# %% [markdown] id="claims" lang="en"
# ## 9. What we claimed
#
# The lesson's claims as code: if one is not true, the run stops.

# %% id="measured" tags=["hide-input"]
measured = {
    "noise_loss": noise_loss,
    "fresh_noise_loss": fresh_loss,
    "control_loss": control_loss,
    "first_error": first_error,
    "pca_clipped_error": pca_clipped_error,
    "linear_error": float(np.mean(linear_errors)),
    "shallow_error": float(np.mean(shallow_errors)),
    "best_error": float(np.mean(deep_errors)),
    "rounded_error": rounded_error,
    "pca_rounded_error": pca_rounded_error,
    "ratio_2": ratios[2],
    "ratio_8": ratios[8],
    "ratio_32": ratios[32],
    "ratio_64": ratios[64],
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert abs(noise_loss - np.log(2)) < 0.003, (
    say("노이즈의 손실은 ln 2 근처에 머뭅니다",
        "on noise the loss stays near ln 2")
)
assert noise_losses[-1] < fresh_loss < np.log(2), (
    say("오래 학습해도 새 노이즈의 손실은 조금밖에 내려가지 않습니다",
        "fresh noise gains less")
)
assert np.allclose(X_decoded, X_rebuilt, atol=1e-5), (
    say("디코더는 잠재 벡터만으로 같은 그림을 그립니다",
        "the decoder needs the latent vector only")
)
assert rounded_error < 1.02 * deep_error, (
    say("값 하나에 1바이트로 충분합니다",
        "one byte a number is enough")
)
if dataset == "hangul":
    assert np.argmin([row[1] for row in rate_rows]) == 1, (
        say("가운데 학습률이 검증 세트에서 가장 좋습니다",
            "the learning rate in the middle is best on the validation set")
    )
    assert control_loss < 0.8 * average_loss, (
        say("그림 1,000장은 손실이 ‘언제나 평균 그림’보다 훨씬 낮아집니다",
            "on 1,000 pictures the loss falls far below that of their average")
    )
    assert pca_rounded_error > 2 * rounded_error, (
        say("1바이트씩이면 PCA의 오차는 두 배가 넘습니다",
            "with one byte a number PCA has more than twice the error")
    )
    assert max(ratios.values()) < 1, (
        say("깊은 오토인코더는 네 크기에서 모두 PCA를 앞섭니다",
            "the deep autoencoder leads at all sizes")
    )
    assert max(deep_errors) < 0.5 * pca_clipped_error, (
        say("깊은 오토인코더의 오차는 PCA의 절반 아래입니다",
            "the deep autoencoder halves the error")
    )
    assert pca_clipped_error < first_error, (
        say("1절의 모델은 PCA에 집니다", "the model of section 1 loses to PCA")
    )
    assert np.mean(shallow_errors) < min(first_error, pca_clipped_error), (
        say("얕은 모델은 잘 학습시키면 평균으로는 PCA를 앞섭니다",
            "well trained, the shallow model is ahead of PCA on average")
    )
    assert max(linear_errors) < 1.1 * pca_error, (
        say("선형 오토인코더는 PCA와 거의 같습니다",
            "the linear autoencoder is close to PCA")
    )
    by_pca = {row[0]: row[1] for row in size_rows}
    assert deep_error < by_pca[64] and max(ratios, key=ratios.get) == 2, (
        say("32개로 PCA의 64개를 이기고, 2개에서는 차이가 가장 작습니다",
            "its 32 numbers beat PCA's 64, and at 2 its lead is smallest")
    )
    assert min(ratios, key=ratios.get) == 32, (
        say("32개에서 가장 크게 앞섭니다", "its lead is largest at 32")
    )
    assert deep_error < 1.3 * deep_train_error, (
        say("훈련 그림을 외운 것이 아닙니다",
            "it has not learned its training set by heart")
    )

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 784 → 32 → 784의 오토인코더를 **만들고** 학습시켰습니다. 노이즈에는 구조가 없어 손실이 ln 2 근처에 머물렀습니다.
# - `encoder.predict`로 잠재 벡터를 **꺼냈고**, 떼어 낸 디코더가 그것만으로 그림을 **되살렸습니다**.
# - 기준선과 비교하니 학습이 덜 된 모델은 PCA에 졌고, 제대로 학습한 깊은 오토인코더는 모든 크기에서 이겼습니다. 설정은 검증 세트로 고르고 점수는 테스트 세트로 쟀습니다.
# - 잠재 벡터는 32바이트로 줄었지만, 디코더까지 계산하면 그림이 많아야 이득입니다.
#
# **풀어 본 연습:** 어느 노이즈라면 줄일 수 있을까 · 깊은 디코더 만들기 · 직접 만들고 학습시키기
#
# **오늘날에는.** 이미지 생성 모델은 픽셀이 아니라 오토인코더의 잠재 벡터에서 그림을 만듭니다(Rombach 등, 2022). 07강에서 직접 해 봅니다.
#
# ### 참고한 글
#
# - Geoffrey E. Hinton, Ruslan R. Salakhutdinov, *Reducing the Dimensionality of Data with Neural Networks*, 2006. [doi.org/10.1126/science.1127647](https://doi.org/10.1126/science.1127647)
# - Pierre Baldi, Kurt Hornik, *Neural networks and principal component analysis: Learning from examples without local minima*, 1989. [doi.org/10.1016/0893-6080(89)90014-2](https://doi.org/10.1016/0893-6080%2889%2990014-2)
# - Ilya Loshchilov, Frank Hutter, *SGDR: Stochastic Gradient Descent with Warm Restarts*, 2017. [arxiv.org/abs/1608.03983](https://arxiv.org/abs/1608.03983)
# - Robin Rombach 외, *High-Resolution Image Synthesis with Latent Diffusion Models*, 2022. [arxiv.org/abs/2112.10752](https://arxiv.org/abs/2112.10752)
# - Aurélien Géron, *Hands-On Machine Learning*, 3판 17장의 노트북, 2022. [github.com/ageron/handson-ml3](https://github.com/ageron/handson-ml3)
#
# 잠재 벡터를 꺼냈으니 이제 읽을 차례입니다. 가까운 벡터끼리는 정말 닮은 그림일까요?
#
# {next}

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - We **built** and trained an autoencoder, 784 → 32 → 784. Noise has no structure, and on it the loss stayed near ln 2.
# - `encoder.predict` **extracted** latent vectors, and the detached decoder **rebuilt** pictures from them alone.
# - Beside a baseline, the half-trained model lost to PCA, and the well-trained deep autoencoder won at every size. Settings were chosen on the validation set, scores taken on the test set.
# - A latent vector came down to 32 bytes; counting the decoder, that pays only for many pictures.
#
# **Exercises done:** which noise can be squeezed · build the deep decoder · build and train your own
#
# **Where this is today.** Image generators do their work on an autoencoder's latent vectors instead of on pixels (Rombach et al., 2022). In lesson 07 you will do it yourself.
#
# ### References
#
# - Geoffrey E. Hinton and Ruslan R. Salakhutdinov, *Reducing the Dimensionality of Data with Neural Networks*, 2006. [doi.org/10.1126/science.1127647](https://doi.org/10.1126/science.1127647)
# - Pierre Baldi and Kurt Hornik, *Neural networks and principal component analysis: Learning from examples without local minima*, 1989. [doi.org/10.1016/0893-6080(89)90014-2](https://doi.org/10.1016/0893-6080%2889%2990014-2)
# - Ilya Loshchilov and Frank Hutter, *SGDR: Stochastic Gradient Descent with Warm Restarts*, 2017. [arxiv.org/abs/1608.03983](https://arxiv.org/abs/1608.03983)
# - Robin Rombach et al., *High-Resolution Image Synthesis with Latent Diffusion Models*, 2022. [arxiv.org/abs/2112.10752](https://arxiv.org/abs/2112.10752)
# - Aurélien Géron, *Hands-On Machine Learning*, 3rd edition, notebook of chapter 17, 2022. [github.com/ageron/handson-ml3](https://github.com/ageron/handson-ml3)
#
# The latent vectors are out; now we read them. Are near vectors really pictures that look alike?
#
# {next}
