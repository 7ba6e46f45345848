# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 02 · 오토인코더: 잠재 벡터 꺼내기
#
# **신경망에게 그림을 숫자 32개로 줄였다가 되살리게 합니다. 그 32개, 곧 잠재 벡터(latent vector)를 꺼내 쓰고, 1강의 PCA보다 정말 나은지 정직하게 잽니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 오토인코더(autoencoder)를 **만들고** 학습합니다.
# - 인코더로 잠재 벡터를 **꺼내고**, 디코더만 따로 떼어 그림을 **되살립니다**.
# - 같은 개수의 숫자를 쓰는 기준선과 나란히 놓고 성적을 **판단합니다**.
# - 잠재 벡터의 크기를 차원이 아니라 바이트로 **잽니다**.
#
# 읽기 25분, 해 보기 15분 · 준비: [01 · 압축](01_compression.ipynb)
#
# ← [이전](01_compression.ipynb) · [차례](README.md) · [다음](03_latent_space.ipynb) → · [English edition](../en/02_autoencoder.ipynb)

# %% [markdown] id="title" lang="en"
# # 02 · Autoencoder: extracting the latent vector
#
# **A neural network squeezes pictures into 32 numbers and brings them back. We take those 32 numbers, the latent vector, out of it, and measure honestly whether they beat lesson 1's PCA.**
#
# After this lesson you can
#
# - **build** and train an autoencoder;
# - **extract** latent vectors with its encoder, and **rebuild** pictures with the decoder alone;
# - **judge** it beside baselines that use the same count of numbers;
# - **count** what a latent vector costs in bytes, not only in dimensions.
#
# 25 minutes to read, 15 to practise · Builds on: [01 · Compression](01_compression.ipynb)
#
# ← [Previous](01_compression.ipynb) · [Contents](README.md) · [Next](03_latent_space.ipynb) → · [한국어판](../ko/02_autoencoder.ipynb)

# %% id="setup"
import io
import zlib

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
from sklearn.decomposition import PCA

from helpers import check, say, show_images, use_korean_font
from helpers.training import Progress, load_images
import keras
from keras import layers

use_korean_font()

# %% [markdown] id="first-program" lang="ko"
# ## 1. 가장 작은 오토인코더
#
# 1강에서 인코더와 디코더는 행렬 곱셈 한 번씩이었습니다. 그 자리에 신경망의 층(layer)을 놓으면 **오토인코더**가 됩니다. 층 하나(Keras의 `Dense`)는 행렬을 곱하고 수를 더한 뒤 간단한 함수를 씌웁니다. 곱하고 더하는 수, 곧 매개변수(parameter)를 데이터로 조금씩 고쳐 가는 것이 학습(training)입니다.
#
# ![인코더가 그림을 짧은 코드로 줄이고 디코더가 그 코드로 그림을 복원하는 모래시계 모양의 그림](../../images/encoder-code-decoder.svg)
#
# 픽셀 784개(가로 28 × 세로 28)가 층 하나를 지나 숫자 32개가 되고, 다른 층 하나를 지나 다시 784개가 됩니다. 정답은 따로 필요 없습니다. **들어간 그림이 곧 정답입니다.** 좁은 곳을 지나야 하므로 그대로 베낄 수는 없고, 무엇을 남길지 골라야 합니다.

# %% [markdown] id="first-program" lang="en"
# ## 1. The smallest autoencoder
#
# In lesson 1, encoder and decoder were one matrix product each. Put layers of a neural network in their place and you have an **autoencoder**. One layer (`Dense` in Keras) multiplies by a matrix, adds some numbers and applies a simple function. The numbers it multiplies by and adds are its parameters, and correcting them bit by bit with data is called training.
#
# ![An hourglass: the encoder narrows a picture down to a short code, and the decoder widens the code into a reconstruction](../../images/encoder-code-decoder.svg)
#
# 784 pixels (28 × 28) pass through one layer and become 32 numbers; another layer turns them back into 784. No answers have to be supplied: **the picture that goes in is the answer.** It cannot simply be copied, because it has to pass through the narrow place. The network must choose what to keep.

# %% id="smallest"
keras.utils.set_random_seed(0)
inputs = keras.Input((784,))
code = layers.Dense(32, activation="relu")(inputs)
outputs = layers.Dense(784, activation="sigmoid")(code)

autoencoder = keras.Model(inputs, outputs)
encoder = keras.Model(inputs, code)  # 같은 층을 코드까지만 씁니다 | the same layers, but only as far as the code

# %% [markdown] id="smallest-words" lang="ko"
# 층의 계산 결과를 마지막에 한 번 바꾸는 함수를 활성 함수(activation function)라고 합니다. `relu`는 음수를 0으로 만들고, `sigmoid`는 어떤 수든 0과 1 사이로 눌러 픽셀 값으로 쓸 수 있게 합니다. 얼마나 틀렸는지는 **손실**(loss)로 잽니다. 여기에서는 0과 1 사이의 대답이 픽셀 값에서 멀수록 커지는 이진 교차 엔트로피(binary cross-entropy)를 씁니다. 식은 조금 뒤에 나옵니다.
#
# 먼저 가장 나쁜 재료를 넣어 봅시다. 픽셀마다 0과 1 사이의 수를 아무렇게나 뽑은 ‘그림’ 1,000장, 곧 노이즈입니다.
#
# **예상하고 실행하기.** 같은 노이즈를 열 번 되풀이해 보여 주며 학습합니다(한 번 다 보는 것을 에포크(epoch)라고 합니다). 그림을 `batch_size`장씩 보고 그때마다 매개변수를 고치며, 고치는 방법이 `adam`입니다. 손실은 0.7쯤에서 출발합니다. 열 에포크 뒤에는 어디까지 내려갈까요?

# %% [markdown] id="smallest-words" lang="en"
# An activation function changes a layer's result once more at the end. `relu` turns negative numbers into 0; `sigmoid` presses any number between 0 and 1, where it can serve as a pixel. How wrong the result is, is called the **loss**. Ours is binary cross-entropy, which grows as the answer, between 0 and 1, moves away from the pixel. Its formula follows soon.
#
# Let us begin with the worst material there is: 1,000 "pictures" whose every pixel is drawn at random between 0 and 1. Noise.
#
# **Predict, then run.** The network sees the same noise ten times over (each full pass is called an epoch). It looks at `batch_size` pictures at a time and then corrects its parameters, by a method called `adam`. The loss starts near 0.7. Where will it be after ten epochs?

# %% id="noise-train"
rng = np.random.default_rng(0)
noise = rng.random((1000, 784), dtype=np.float32)

# 작은 모델은 미리 컴파일(XLA)하는 데 시간이 더 걸리므로 끕니다 | for small models, compiling ahead (XLA) costs more than it saves
autoencoder.compile(optimizer="adam", loss="binary_crossentropy", jit_compile=False)
history = autoencoder.fit(noise, noise, epochs=10, batch_size=256, verbose=0, callbacks=[Progress()])
noise_loss = history.history["loss"][-1]

# %% id="noise-codes" tags=["nbval-check-output"]
latent_vectors = encoder.predict(noise, verbose=0)
print(latent_vectors.shape)

# %% [markdown] id="noise-stalls" lang="ko"
# 프로그램은 잘 돕니다. 그림 1,000장마다 숫자 32개, 모양은 (1000, 32)입니다. 그런데 **손실은 0.693에서 거의 꿈쩍하지 않습니다.** 이 값은 우연이 아닙니다.

# %% [markdown] id="noise-stalls" lang="en"
# The program works: 32 numbers for each of 1,000 pictures, a shape of (1000, 32). And yet **the loss hardly moves from 0.693.** That number is no accident.

# %% id="ln-two"
half = np.full_like(noise, 0.5)
guess_loss = np.mean(keras.losses.binary_crossentropy(noise, half))
print(say(f"오토인코더의 손실 {noise_loss:.3f}", f"the autoencoder's loss {noise_loss:.3f}"))
print(say(f"늘 0.5라고 답할 때의 손실 {guess_loss:.3f}, ln 2 = {np.log(2):.3f}",
          f"the loss of always answering 0.5 {guess_loss:.3f}, ln 2 = {np.log(2):.3f}"))

# %% [markdown] id="why-ln-two" lang="ko"
# 픽셀을 $x$, 대답을 $p$ 라고 하면 이진 교차 엔트로피는 다음과 같습니다.
#
# $$-x \ln p - (1 - x)\ln(1 - p)$$
#
# 늘 $p = 0.5$ 라고 답하면 두 로그가 모두 $-\ln 2$ 입니다. 그래서 픽셀이 무엇이든 손실은 $\ln 2 \approx 0.693$ 이 됩니다. 신경망은 “모르겠습니다, 전부 중간 회색입니다”라고 답한 것과 같습니다.
#
# 게으른 탓이 아닙니다. 노이즈에서는 픽셀끼리 아무 관계가 없어서, 한 픽셀을 안다고 다른 픽셀을 알 수 없습니다. 숫자 784개에 담긴 것을 32개에 담을 길이 없습니다. 1강의 결론 그대로입니다. 구조가 없으면 줄어들지 않습니다. **새로 뽑은** 노이즈에서 PCA와 함께 확인해 봅시다.

# %% [markdown] id="why-ln-two" lang="en"
# For a pixel $x$ and an answer $p$, binary cross-entropy is
#
# $$-x \ln p - (1 - x)\ln(1 - p)$$
#
# At $p = 0.5$ both logarithms are $-\ln 2$, so the loss is $\ln 2 \approx 0.693$ whatever the pixel is. The network is saying: "I don't know. Medium grey, everywhere."
#
# That is not laziness. In noise the pixels have no agreement among them: to know one is to know nothing of the others, and what 784 numbers hold will not fit into 32. It is lesson 1's conclusion again: without structure, no compression. Let us confirm it, with PCA alongside, on **freshly drawn** noise.

# %% id="noise-held-out"
fresh = rng.random((1000, 784), dtype=np.float32)
noise_pca = PCA(32, random_state=0).fit(noise)
noise_pca_error = np.mean((fresh - noise_pca.inverse_transform(noise_pca.transform(fresh))) ** 2)
noise_relu_error = np.mean((fresh - autoencoder(fresh).numpy()) ** 2)
print(say(f"평균 제곱 오차: 회색 {np.mean((fresh - 0.5) ** 2):.4f}, "
          f"PCA {noise_pca_error:.4f}, 오토인코더 {noise_relu_error:.4f}",
          f"mean squared error: grey {np.mean((fresh - 0.5) ** 2):.4f}, "
          f"PCA {noise_pca_error:.4f}, autoencoder {noise_relu_error:.4f}"))

# %% [markdown] id="data" lang="ko"
# 오토인코더는 회색과 다를 것이 없습니다. PCA가 4%쯤 낫지만 발견이라 할 것은 없습니다. 784개 가운데 32개가 바로 4%이니, 1강에서처럼 제 몫만큼만 옮긴 것입니다.
#
# ## 2. 구조가 있는 그림: 한글
#
# 이제 같은 프로그램에 한글 글자를 넣습니다. 한글은 이 공부에 꼭 맞습니다. 글자마다 **만드는 법이 정해져 있기 때문입니다.** ㄱ에 ㅏ를 더하면 가, ㅗ를 더하면 고가 됩니다. 닿소리(자음) 14개와 홀소리(모음) 10개로 글자 140개를 만들고, 굵기 네 가지와 자리, 크기, 기울기를 조금씩 바꾸어 그렸습니다.
#
# 그러니 그림마다 픽셀은 784개지만, 그 뒤에 숨은 것은 몇 가지뿐입니다. 자음, 모음, 굵기, 자리, 크기, 기울기. **잠재 벡터가 적어야 할 것이 바로 이 ‘숨은 것’입니다.**
#
# 인터넷이 되면 `"hangul"`을 `"fashion_mnist"`(옷)나 `"mnist"`(손글씨 숫자)로 바꾸어 나머지를 그대로 실행할 수 있습니다.

# %% [markdown] id="data" lang="en"
# The autoencoder is no better than grey. PCA is better by about 4 %, and that is no discovery: 32 of 784 numbers are 4 %, so it has merely passed on its share, as in lesson 1.
#
# ## 2. Pictures with structure: Hangul
#
# Now we give the same program Korean writing. In Hangul, the Korean script, letters are stacked into square blocks, one block to a syllable. That suits us well, because **every block is built by a recipe.** Take ㄱ (g), add ㅏ (a), and you get 가 (ga); add ㅗ (o) instead and you get 고 (go). Vowels with a tall stroke go to the right of the consonant, those with a flat one go below. Fourteen consonants and ten vowels make 140 blocks, which we draw in four weights, a little shifted, scaled and slanted.
#
# So each picture has 784 pixels, but few things lie behind them: consonant, vowel, weight, place, size, slant. **Those hidden things are what a latent vector ought to write down.** You need not read Korean: you can see the parts. Try it on the first row of pictures below: which blocks have their vowel on the right, and which below?
#
# If you are online, change `"hangul"` to `"fashion_mnist"` (clothes) or `"mnist"` (handwritten digits) and run the rest as it stands.

# %% id="choose-dataset" tags=["parameters"]
dataset = "hangul"

# %% id="load"
X_train, X_test = load_images(dataset)
print(X_train.shape, X_test.shape)
print(say("양쪽에 다 있는 그림:",
          "pictures in both:"), len(set(map(bytes, X_train)) & set(map(bytes, X_test))))
show_images([X_train[:10], X_train[10:20]])

# %% [markdown] id="held-out" lang="ko"
# 한글 음절 스무 장입니다. 굵기, 자리, 크기, 기울기가 조금씩 다릅니다.
#
# 앞의 5,600장으로 학습하고, 뒤의 1,400장은 **따로 둡니다(held-out)**. 따로 둔 그림은 새로 그린 것이라 학습한 그림과 같은 것이 한 장도 없습니다. 앞으로 오차는 모두 따로 둔 그림에서 잽니다. (글자의 종류는 양쪽이 같습니다. 한 번도 본 적 없는 글자 이야기는 6강에서 합니다.)
#
# **예상하고 실행하기.** 같은 프로그램, 같은 열 에포크입니다. 이번에는 글자를 알아볼 만큼 되살릴 수 있을까요?

# %% [markdown] id="held-out" lang="en"
# Twenty Hangul blocks, which differ a little in weight, place, size and slant.
#
# We train on the first 5,600 and keep 1,400 aside as **held-out data**: new drawings, none of which occurs in training. From here on every error is measured on those. (The blocks themselves are the same 140 on both sides. Blocks never seen before have to wait for lesson 6.)
#
# **Predict, then run.** Same program, same ten epochs. This time, will it bring the blocks back well enough to tell them apart?

# %% id="shallow"
def shallow_autoencoder(code_activation, output_activation):
    """784 → 32 → 784; 오토인코더와 인코더 | 784 → 32 → 784; the autoencoder and its encoder"""
    inputs = keras.Input((784,))
    code = layers.Dense(32, activation=code_activation)(inputs)
    outputs = layers.Dense(784, activation=output_activation)(code)
    return keras.Model(inputs, outputs), keras.Model(inputs, code)

# %% id="relu-ten-epochs"
keras.utils.set_random_seed(0)
autoencoder, encoder = shallow_autoencoder("relu", "sigmoid")
autoencoder.compile(optimizer="adam", loss="binary_crossentropy", jit_compile=False)
autoencoder.fit(X_train, X_train, epochs=10, batch_size=256, verbose=0, callbacks=[Progress()]);

# %% id="relu-pictures"
rebuilt = autoencoder.predict(X_test, verbose=0)
show_images([X_test[:10], rebuilt[:10]], labels=[say("본래", "original"), say("복원", "rebuilt")])
average = np.broadcast_to(X_train.mean(axis=0), X_test.shape)
print(say(f"따로 둔 그림의 손실: 평균 그림 {np.mean(keras.losses.binary_crossentropy(X_test, average)):.3f}, "
          f"오토인코더 {np.mean(keras.losses.binary_crossentropy(X_test, rebuilt)):.3f}",
          f"held-out loss: average picture {np.mean(keras.losses.binary_crossentropy(X_test, average)):.3f}, "
          f"autoencoder {np.mean(keras.losses.binary_crossentropy(X_test, rebuilt)):.3f}"))

# %% [markdown] id="relu-seen" lang="ko"
# 윗줄이 본래 그림, 아랫줄이 숫자 32개에서 되살린 그림입니다. 손실은 0.69보다 훨씬 낮습니다. 그렇다고 기뻐하기는 이릅니다. 그림의 대부분이 검정이라, 평균 그림만 답해도 손실은 훨씬 낮아집니다. 모음이 자음의 오른쪽에 있는지 아래에 있는지는 보이지만, 자음은 거의 다 똑같이 뭉개진 네모가 되었습니다. 글자를 읽을 수는 없습니다. 얼마나 좋은지 나쁜지는 조금 뒤에 재기로 하고, 먼저 이 수업의 핵심 기술을 익힙니다.

# %% [markdown] id="relu-seen" lang="en"
# Originals above, and below them what came back from 32 numbers. The loss is well below 0.69, but do not cheer yet: most of each picture is black, so even answering with the average picture scores far below 0.69 here. You can still tell whether the vowel stands to the right of the consonant or below it, but nearly every consonant has become the same blurred box: you cannot read the blocks. How good or bad that is we measure in a moment. First, the skill this lesson is about.

# %% [markdown] id="extract" lang="ko"
# ## 3. 잠재 벡터 꺼내기
#
# 오토인코더는 인코더와 디코더를 이어 붙인 것입니다. 학습이 끝나면 **다시 나누어** 씁니다.
#
# - **인코더**: 그림 → 숫자 32개. 앞에서 만든 `encoder`가 그것이고, 오토인코더와 같은 층을 함께 씁니다.
# - **디코더**: 숫자 32개 → 그림. 코드가 들어갈 입력을 새로 만들고, 학습을 마친 마지막 층에 잇습니다.

# %% [markdown] id="extract" lang="en"
# ## 3. Extracting the latent vector
#
# An autoencoder is an encoder and a decoder in a row. Once trained, we **take them apart** again.
#
# - **Encoder**: picture → 32 numbers. It already shares the layers, under the name `encoder`.
# - **Decoder**: 32 numbers → picture. Make a new input for the code, and connect it to the last, trained layer.

# %% id="extract-codes" tags=["nbval-check-output"]
codes = encoder.predict(X_test, verbose=0)
print(X_test.shape, "→", codes.shape)

# %% id="stand-alone-decoder"
code_input = keras.Input((32,))
decoder = keras.Model(code_input, autoencoder.layers[-1](code_input))
rebuilt_from_codes = decoder.predict(codes, verbose=0)
print("decode(encode(x)) = autoencoder(x):", np.allclose(rebuilt_from_codes, rebuilt, atol=1e-5))

# %% id="one-latent-vector"
print(codes[0].round(1))
show_images([np.stack([X_test[0], rebuilt_from_codes[0]])])

# %% [markdown] id="extracted" lang="ko"
# 이제 그림이 없어도 됩니다. 위에 찍힌 숫자 32개만 있으면 디코더가 그림을 그려 냅니다. 이 숫자 묶음이 **잠재 벡터 하나**입니다. 784차원의 그림보다 훨씬 **낮은 차원**이라는 점이 중요합니다.
#
# (`encoder`를 따로 학습한 적이 없다는 것도 눈여겨보세요. 오토인코더와 같은 층을 함께 쓰기 때문에, 하나를 학습하면 다른 하나도 학습한 것이 됩니다.)

# %% [markdown] id="extracted" lang="en"
# The picture is no longer needed: from the 32 numbers printed above, the decoder draws it. That row is **one latent vector**. Note that its dimension is far **lower** than the picture's 784.
#
# (Note also that `encoder` was never trained by itself. It shares its layer with the autoencoder, so to train one is to train the other.)

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 손실을 직접 계산하기
#
# 이진 교차 엔트로피를 넘파이로 쓰세요. `x`는 픽셀, `p`는 대답이고 모양이 같습니다. 모든 픽셀에 대한 평균을 돌려주면 됩니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. The loss by hand
#
# Write binary cross-entropy in NumPy. `x` are the pixels and `p` the answers, of the same shape. Return the mean over all pixels.

# %% id="exercise-1"
def cross_entropy(x, p):
    return ...  # 여기를 채우세요 | fill this in

# %% id="exercise-1-check"
check(
    cross_entropy,
    lambda f: all(np.isclose(f(x, p), np.mean(keras.losses.binary_crossentropy(x, p)), rtol=1e-3)
                  for x, p in [(noise, half), (X_test[:50], rebuilt[:50])]),
    hint=say("위의 식에서 두 항을 모두 썼나요? 로그는 np.log이고, 마지막에 np.mean으로 평균합니다.",
             "Are both terms of the formula there? The logarithm is np.log, and np.mean comes last."),
)

# %% [markdown] id="exercise-1-solution" lang="ko"
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def cross_entropy(x, p):
#     return np.mean(-x * np.log(p) - (1 - x) * np.log(1 - p))
# ```
#
# 그림을 완벽하게 베껴 $p = x$ 가 되어도, 회색 픽셀이 있으면 이 손실은 0이 되지 않습니다. 그래서 모델끼리 견줄 때에는 평균 제곱 오차를 씁니다.
# </details>

# %% [markdown] id="exercise-1-solution" lang="en"
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def cross_entropy(x, p):
#     return np.mean(-x * np.log(p) - (1 - x) * np.log(1 - p))
# ```
#
# Even a perfect copy, $p = x$, does not bring this loss to 0 as long as some pixels are grey. That is why we compare models by mean squared error instead.
# </details>

# %% [markdown] id="is-it-good" lang="ko"
# ## 4. 잘하고 있는 걸까? 정직한 표
#
# 혼자 뛰면 늘 일등입니다. 같은 숫자 32개를 쓰는 **기준선**과 겨루어야 합니다. 선수는 여섯입니다.
#
# 1. 모든 그림에 똑같이 **평균 그림**을 답하기 (숫자 0개)
# 2. **PCA**
# 3. 활성 함수가 없는 **선형 오토인코더**
# 4. 방금 만든 **relu 오토인코더, 10 에포크**
# 5. 같은 것을 **더 오래** 학습한 것
# 6. 층을 더 쌓은 **깊은 오토인코더**
#
# **예상하고 실행하기.** 따로 둔 그림의 오차가 작은 순서를 적어 보세요. 특히 4번은 2번을 이길까요?

# %% [markdown] id="is-it-good" lang="en"
# ## 4. Is it any good? One honest table
#
# Whoever runs alone comes first. Our model has to meet **baselines** that use the same 32 numbers. There are six runners:
#
# 1. answering every picture with the **average picture** (0 numbers)
# 2. **PCA**
# 3. a **linear autoencoder**, without activation functions
# 4. the **relu autoencoder, 10 epochs**, that we just built
# 5. the same, trained **longer**
# 6. a **deep autoencoder** with more layers
#
# **Predict, then run.** Write down their order by error on held-out pictures. In particular: does number 4 beat number 2?

# %% id="table-baselines"
def error(pictures):
    return float(np.mean((X_test - pictures) ** 2))

pca = PCA(32, random_state=0).fit(X_train)
mean_error = error(X_train.mean(axis=0))
pca_rebuilt = pca.inverse_transform(pca.transform(X_test))
pca_error, pca_clipped_error = error(pca_rebuilt), error(pca_rebuilt.clip(0, 1))
relu_10_epochs_error = error(rebuilt)

# %% [markdown] id="linear" lang="ko"
# 선형 오토인코더는 입력에 정해진 수를 곱하고 더하기만 합니다. 숫자 32개를 쓰는 이런 방법 가운데 학습한 그림의 평균 제곱 오차가 가장 작은 것이 PCA입니다. 그래서 학습한 그림에서는 PCA를 이길 수 없습니다. 얼마나 가까이 가는지 봅시다.
#
# 지금부터는 모든 선수를 같은 방법으로 학습합니다. 그림을 64장씩 보며 고치고, 학습률(learning rate)은 크게 시작해서 차츰 줄입니다. 처음에는 성큼성큼, 끝에는 살금살금 걷는 셈입니다.

# %% [markdown] id="linear" lang="en"
# A linear autoencoder only multiplies and adds, so on its training pictures it cannot do better than PCA: of all linear ways with 32 numbers, PCA is the one with the smallest error there. Let us see how close it comes.
#
# From here on every runner trains in the same way: a correction after every 64 pictures, and a learning rate that starts large and shrinks along a cosine. Long strides first, careful steps at the end.

# %% id="train"
def train(model, loss, epochs, callbacks=()):
    """학습률을 차츰 줄이며 학습합니다 | Train while the learning rate shrinks"""
    steps = epochs * len(X_train) // 64
    learning_rate = keras.optimizers.schedules.CosineDecay(6e-3, steps)
    model.compile(keras.optimizers.Adam(learning_rate), loss, jit_compile=False)
    model.fit(X_train, X_train, epochs=epochs, batch_size=64, verbose=0,
              callbacks=[Progress(), *callbacks])

# %% id="table-linear"
keras.utils.set_random_seed(0)
linear, linear_encoder = shallow_autoencoder(None, None)
train(linear, "mse", epochs=6)
linear_error = error(linear(X_test).numpy())

# %% [markdown] id="longer" lang="ko"
# 다음은 10 에포크에서 멈추었던 relu 오토인코더를 이어서 학습합니다. 지금까지 매개변수를 고친 횟수는 220번입니다. 256장씩 보면 한 에포크에 22번 고치기 때문입니다. 64장씩 보면 88번씩 늘어납니다.

# %% [markdown] id="longer" lang="en"
# Next, the relu autoencoder that stopped after 10 epochs goes on. It has corrected its parameters 220 times so far, 22 times an epoch with 256 pictures at a time. With 64 at a time, each epoch adds 88 corrections.

# %% id="table-longer"
corrections, held_out_errors = [220], [relu_10_epochs_error]

def measure(epoch, logs):
    corrections.append(corrections[-1] + 88)
    held_out_errors.append(error(autoencoder(X_test).numpy()))

train(autoencoder, "binary_crossentropy", epochs=8,
      callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=measure)])
relu_trained_error = held_out_errors[-1]

# %% id="learning-curve"
fig, ax = plt.subplots(figsize=(7, 3.5))
ax.plot(corrections, held_out_errors, "o-", label=say("relu 오토인코더", "relu autoencoder"))
ax.axhline(pca_error, color="black", linestyle="--", label="PCA")
ax.set(xlabel=say("매개변수를 고친 횟수",
                  "corrections of the parameters"), ylabel=say("따로 둔 그림의 오차",
                                        "error on held-out pictures"), ylim=(0, 0.07))
ax.legend()
plt.show()

# %% [markdown] id="why-ten-loses" lang="ko"
# 실선은 오토인코더의 오차이고 점선은 PCA입니다. 첫 점, 곧 10 에포크를 마쳤을 때 실선은 아직 **한참 위에** 있었습니다. 모델이 모자란 것이 아니라 학습이 덜 끝난 것입니다. 같은 모델이 네 배쯤 고치고 나면 PCA를 지나 내려갑니다. 시간이 걸리는 까닭은 이렇습니다. PCA는 답을 한 번에 계산하지만, 신경망은 손실이 줄어드는 쪽으로 조금씩 고쳐 가는 경사 하강법(gradient descent)으로 배웁니다.
#
# “열 에포크 돌렸더니 복원이 되더라”에서 멈춘 예제가 많습니다. **기준선 한 줄이 없으면, 덜 익은 것을 다 된 것으로 알게 됩니다.**

# %% [markdown] id="why-ten-loses" lang="en"
# The solid line is the autoencoder's error, the dashed one PCA's. At the first point, after 10 epochs, it was still **far up the slope**. The model was not too weak; its training was not finished. After some four times as many corrections the same model passes PCA. PCA computes its answer in one go, while gradient descent walks there step by step.
#
# Many an example on the web stops at "ten epochs, and look, it reconstructs". **Without a baseline beside it, half-baked looks like done.**

# %% [markdown] id="deep" lang="ko"
# 마지막 선수입니다. 인코더와 디코더에 층을 하나씩 더 두어 직선이 아닌, **휘어진**(비선형) 관계도 배울 수 있게 합니다. 코드에는 활성 함수를 쓰지 않습니다. relu를 쓰면 코드의 숫자가 음수가 될 수 없고, 늘 0만 내놓는 죽은 칸이 생길 수도 있습니다. 조금 뒤에 세어 보겠습니다. 새 층에는 음수를 0으로 만드는 대신 0.2배로 줄이는 `leaky_relu`를 씁니다. 그래서 죽지 않습니다.
#
# 학습은 7 에포크, 곧 616번 고치는 것이 전부입니다. 5번 선수가 고친 횟수보다 적습니다.

# %% [markdown] id="deep" lang="en"
# The last runner. Encoder and decoder get one more layer each, so that they can learn **curved** relations too. The code itself has no activation: with relu its numbers could never be negative, and some can even die, that is, be 0 for every picture; we shall count them. The new layers use `leaky_relu`, which shrinks negative numbers to a fifth instead of making them 0, so that none can die.
#
# It gets only 7 epochs, that is 616 corrections: fewer than runner number 5 had.

# %% id="deep-autoencoder"
def deep_autoencoder(code_size, units=384):
    """784 → units → code_size → units → 784"""
    inputs = keras.Input((784,))
    hidden = layers.Dense(units, activation="leaky_relu")(inputs)
    code = layers.Dense(code_size)(hidden)
    hidden = layers.Dense(units, activation="leaky_relu")(code)
    outputs = layers.Dense(784, activation="sigmoid")(hidden)
    return keras.Model(inputs, outputs), keras.Model(inputs, code)

# %% id="table-deep"
keras.utils.set_random_seed(0)
deep, deep_encoder = deep_autoencoder(32)
train(deep, "binary_crossentropy", epochs=7)
deep_rebuilt = deep(X_test).numpy()
best_error = error(deep_rebuilt)

# %% id="honest-table"
print(say(f"{mean_error:.4f}  1 평균 그림", f"{mean_error:.4f}  1 average picture"))
print(say(f"{pca_error:.4f}  2 PCA ({pca_clipped_error:.4f} 0과 1 사이로 자르면)",
          f"{pca_error:.4f}  2 PCA ({pca_clipped_error:.4f} if clipped between 0 and 1)"))
print(say(f"{linear_error:.4f}  3 선형 오토인코더",
          f"{linear_error:.4f}  3 linear autoencoder"))
print(say(f"{relu_10_epochs_error:.4f}  4 relu, 10 에포크",
          f"{relu_10_epochs_error:.4f}  4 relu, 10 epochs"))
print(say(f"{relu_trained_error:.4f}  5 relu, 더 오래",
          f"{relu_trained_error:.4f}  5 relu, longer"))
print(say(f"{best_error:.4f}  6 깊은 오토인코더", f"{best_error:.4f}  6 deep autoencoder"))

# %% id="table-pictures"
show_images(
    [X_test[:10], pca_rebuilt[:10], rebuilt[:10], deep_rebuilt[:10]],
    labels=[say("본래", "original"), "PCA", say("relu, 10 에포크", "relu, 10 epochs"), say("깊은 것", "deep")],
)

# %% [markdown] id="table-seen" lang="ko"
# 숫자는 똑같이 32개입니다. 10 에포크짜리는 PCA의 두 배가 넘는 오차로 **졌고**, 선형 오토인코더는 PCA와 거의 같고, 더 오래 학습한 것은 PCA를 앞섰고(PCA의 복원을 0과 1 사이로 잘라 주어도 앞섭니다), 깊은 오토인코더는 **오차를 PCA의 절반 아래로** 줄였습니다. 그림에서도 맨 아랫줄만 획이 또렷합니다.
#
# 공정하게 비교하려면 덧붙일 것이 있습니다. 깊은 오토인코더가 쓰는 매개변수(parameter)는 PCA보다 스물다섯 배쯤 많고, 그 값은 누군가 저장해야 합니다. 학습한 그림의 오차도 함께 보아야 합니다.

# %% [markdown] id="table-seen" lang="en"
# All of them use 32 numbers. Ten epochs **lost** to PCA, with more than twice its error; the linear autoencoder all but equals PCA; longer training overtook it (even with PCA's pictures clipped to between 0 and 1); and the deep autoencoder **cut PCA's error to less than half**. In the pictures too, only the bottom row has crisp strokes.
#
# To be fair: the deep one has about 25 times as many parameters as PCA, and somebody has to store them. Its error on training pictures belongs on the table as well.

# %% id="overfitting"
some = X_train[:1400]
deep_train_error = float(np.mean((some - deep(some).numpy()) ** 2))
print(say(f"깊은 오토인코더: 학습한 그림 {deep_train_error:.4f}, 따로 둔 그림 {best_error:.4f}",
          f"deep autoencoder: training pictures {deep_train_error:.4f}, held-out pictures {best_error:.4f}"))
print(say(f"매개변수: 깊은 오토인코더 {deep.count_params():,}, PCA {pca.components_.size + pca.mean_.size:,}",
          f"parameters: deep autoencoder {deep.count_params():,}, PCA {pca.components_.size + pca.mean_.size:,}"))

# %% [markdown] id="overfitting-seen" lang="ko"
# 따로 둔 그림의 오차가 4분의 1쯤 더 큽니다. 학습한 그림을 어느 정도 외웠다는 뜻이고, 심해지면 **과적합**(overfitting)이라고 부릅니다. 그래서 표에는 따로 둔 그림의 오차만 올립니다.
#
# relu 코드에 죽은 칸이 있는지도 세어 봅시다. 어떤 그림을 넣어도 0인 칸은 자리만 차지합니다.

# %% [markdown] id="overfitting-seen" lang="en"
# On held-out pictures the error is about a quarter larger. To some degree the network has learnt its training pictures by heart; when that gets serious it is called **overfitting**. This is why only held-out errors go into the table.
#
# Let us also count the dead numbers in the relu code. One that is 0 for every picture only takes up room.

# %% id="dead-units"
relu_codes = encoder(X_test).numpy()
dead_units = int(np.sum(relu_codes.max(axis=0) == 0))
print(say(f"죽은 칸: {dead_units} / 32, 값이 영인 비율: {np.mean(relu_codes == 0):.2f}",
          f"dead numbers: {dead_units} / 32, share of zeros: {np.mean(relu_codes == 0):.2f}"))

# %% [markdown] id="exercise-2-task" lang="ko"
# 이번에는 하나도 죽지 않았습니다. 시드나 학습률이 달라지면 죽는 칸이 나오기도 합니다.
#
# ### 연습 2. 깊은 디코더 떼어 내기
#
# 깊은 오토인코더의 층은 `deep.layers`에 차례로 들어 있습니다(입력 층까지 모두 5개). 코드 (n, 32)를 받아 그림 (n, 784)를 돌려주는 `decode`를 쓰세요. 입력 그림은 쓰지 않습니다.

# %% [markdown] id="exercise-2-task" lang="en"
# None died this time. With another seed or learning rate, some may.
#
# ### Exercise 2. Detach the deep decoder
#
# The deep autoencoder's layers stand in order in `deep.layers` (five of them, with the input layer). Write `decode`, which takes codes (n, 32) and returns pictures (n, 784). It must not use the input pictures.

# %% id="exercise-2"
def decode(codes):
    return ...  # 여기를 채우세요 | fill this in

# %% id="exercise-2-check"
deep_codes = deep_encoder(X_test).numpy()

check(
    decode,
    lambda f: np.allclose(f(deep_codes), deep_rebuilt, atol=1e-4) and not np.allclose(f(0 * deep_codes), deep_rebuilt, atol=1e-4),
    hint=say("코드 다음에 오는 층은 둘입니다. deep.layers[3]을 지난 것을 deep.layers[4]에 넣으세요.",
             "Two layers come after the code. Pass the codes through deep.layers[3], and the result "
             "through deep.layers[4]."),
)

# %% [markdown] id="exercise-2-solution" lang="ko"
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def decode(codes):
#     hidden = deep.layers[3](codes)
#     return deep.layers[4](hidden).numpy()
# ```
#
# 코드를 모두 0으로 바꾸어 넣으면 무엇이 나오는지도 그려 보세요.
# </details>

# %% [markdown] id="exercise-2-solution" lang="en"
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def decode(codes):
#     hidden = deep.layers[3](codes)
#     return deep.layers[4](hidden).numpy()
# ```
#
# Draw what comes out when all codes are 0, too.
# </details>

# %% [markdown] id="bytes" lang="ko"
# ## 5. 차원이 아니라 바이트
#
# ‘784개가 32개로 줄었다’는 절반만 맞는 말입니다. 픽셀은 1바이트지만 코드의 숫자는 4바이트짜리 실수입니다. 코드의 숫자도 하나에 1바이트씩, 모두 **32바이트**가 되도록 반올림하고, 그래도 그림이 그대로인지 봅시다.

# %% [markdown] id="bytes" lang="en"
# ## 5. Bytes, not dimensions
#
# "784 down to 32" tells half of it: a pixel takes one byte, while each number of the code is a float of four. Let us round the codes to one byte each, **32 bytes** in all, and see whether the pictures survive.

# %% id="round-codes"
train_codes = deep_encoder(X_train[:1400]).numpy()
low, high = train_codes.min(axis=0), train_codes.max(axis=0)

def rounded(codes, bits):
    """코드의 숫자를 2**bits 단계로 반올림합니다 | Round each number of the codes to 2**bits levels"""
    steps = 2**bits - 1
    levels = np.round((codes - low) / (high - low) * steps).clip(0, steps)
    return low + levels / steps * (high - low)

# %% id="round-error"
def error_at_bits(bits):
    hidden = deep.layers[3](rounded(deep_codes, bits))
    return error(deep.layers[4](hidden).numpy())

print(say(f"32비트 코드 {best_error:.4f}, 8비트 코드 {error_at_bits(8):.4f}",
          f"32-bit codes {best_error:.4f}, 8-bit codes {error_at_bits(8):.4f}"))

# %% [markdown] id="png-against-code" lang="ko"
# 8비트로 충분합니다. 그러면 그림을 그대로 지키는 무손실 압축과 견주어 봅시다.

# %% [markdown] id="png-against-code" lang="en"
# Eight bits will do. How does that compare with lossless compression of each picture?

# %% id="bytes-per-picture"
def png_bytes(picture):
    file = io.BytesIO()
    Image.fromarray(picture.reshape(28, 28)).save(file, format="PNG", optimize=True)
    return file.tell()

pixels = np.round(X_test * 255).astype(np.uint8)
png_size = np.mean([png_bytes(picture) for picture in pixels])
zlib_size = np.mean([len(zlib.compress(picture.tobytes(), level=9)) for picture in pixels])

# %% id="pca-bytes"
train_pca_codes, pca_codes = pca.transform(X_train), pca.transform(X_test)
step = np.abs(train_pca_codes).max(axis=0) / 127
pca_8_bits = pca.inverse_transform(np.round(pca_codes / step).clip(-127, 127) * step)
pca_8_bits_error = error(pca_8_bits)

# %% id="break-even"
decoder_bytes = 4 * (deep.layers[3].count_params() + deep.layers[4].count_params())
break_even = decoder_bytes / (zlib_size - 32)
print(say(f"그림 한 장: 그대로 784, PNG {png_size:.0f}, zlib {zlib_size:.0f}, 코드 32 바이트",
          f"one picture: raw 784, PNG {png_size:.0f}, zlib {zlib_size:.0f}, code 32 bytes"))
print(say(f"디코더: {decoder_bytes:,} 바이트", f"the decoder: {decoder_bytes:,} bytes"))
print(say(f"본전이 되는 그림 수: {break_even:,.0f}",
          f"pictures until it pays off: {break_even:,.0f}"))
print(say(f"PCA의 디코더: {4 * (pca.components_.size + pca.mean_.size):,} 바이트, 8비트 코드의 오차 {pca_8_bits_error:.4f}",
          f"PCA's decoder: {4 * (pca.components_.size + pca.mean_.size):,} bytes, error with 8-bit codes {pca_8_bits_error:.4f}"))

# %% [markdown] id="bytes-seen" lang="ko"
# 그림 한 장에 32바이트는 zlib의 몇 분의 1밖에 되지 않습니다. 하지만 공짜가 아닙니다.
#
# - **디코더를 함께 보내야 합니다.** 디코더는 120만 바이트가 넘어서, 그림이 8천 장쯤은 되어야 본전입니다(매개변수 하나에 4바이트일 때). 우리가 가진 7,000장으로는 밑집니다. 1강에서 JPEG가 이긴 까닭, ‘무늬를 누가 갖고 있는가’와 같은 이야기입니다.
# - **잃는 것이 있습니다.** PNG와 zlib은 한 픽셀도 잃지 않지만 코드는 잃습니다. 같은 32바이트로 PCA를 쓰면 디코더는 10만 바이트쯤으로 훨씬 작고, 그 대신 더 많이 잃습니다.

# %% [markdown] id="bytes-seen" lang="en"
# Thirty-two bytes a picture is a small part of what zlib needs. But it is not free.
#
# - **The decoder has to come along.** With 4 bytes a parameter it weighs more than 1.2 million bytes and pays off only after some eight thousand pictures, more than the 7,000 we have. It is the question that made JPEG win in lesson 1: who holds the patterns?
# - **Something is lost.** PNG and zlib lose not one pixel; the code does. PCA with the same 32 bytes makes do with a decoder of about 100,000 bytes, and loses more.

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 몇 비트면 될까
#
# `error_at_bits(bits)`는 코드의 숫자를 `bits`비트로 반올림했을 때의 오차입니다. 오차가 반올림하지 않은 `best_error`보다 **10 % 넘게 커지지 않는** 가장 적은 비트 수를 찾아 `fewest_bits`에 넣으세요.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. How many bits will do?
#
# `error_at_bits(bits)` is the error after rounding each number of the code to `bits` bits. Find the fewest bits with which the error grows by **at most 10 %** over `best_error`, the error without rounding, and call it `fewest_bits`.

# %% id="exercise-3"
fewest_bits = ...  # 여기에 답을 쓰세요 | your answer here

# %% id="exercise-3-check"
check(
    fewest_bits,
    lambda bits: error_at_bits(bits) <= 1.1 * best_error < error_at_bits(bits - 1),
    hint=say("bits를 1부터 8까지 바꾸어 가며 error_at_bits(bits) / best_error를 출력해 보세요.",
             "Print error_at_bits(bits) / best_error for bits from 1 to 8."),
)

# %% [markdown] id="exercise-3-solution" lang="ko"
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# fewest_bits = next(bits for bits in range(1, 9) if error_at_bits(bits) <= 1.1 * best_error)
# ```
#
# 그림 한 장이 32바이트보다도 작아집니다.
# </details>

# %% [markdown] id="exercise-3-solution" lang="en"
# <details>
# <summary>Show the solution</summary>
#
# ```python
# fewest_bits = next(bits for bits in range(1, 9) if error_at_bits(bits) <= 1.1 * best_error)
# ```
#
# That makes a picture even smaller than 32 bytes.
# </details>

# %% [markdown] id="sweep" lang="ko"
# ## 6. 숫자를 몇 개 남길까
#
# 32는 우리가 고른 수입니다. 코드의 크기를 바꾸면 어떻게 될까요? 크기마다 새 오토인코더를 학습합니다. 시간을 아끼려고 층의 크기를 384에서 128로 줄이고 네 에포크만 돌립니다.
#
# **예상하고 실행하기.** 오토인코더와 PCA의 차이는 코드가 아주 작을 때(2) 클까요, 넉넉할 때(64) 클까요?

# %% [markdown] id="sweep" lang="en"
# ## 6. How many numbers to keep
#
# It was we who picked 32. What happens with other code sizes? Each needs an autoencoder of its own; to save time we shrink the hidden layers from 384 to 128 and train for only four epochs.
#
# **Predict, then run.** Where is the autoencoder's lead over PCA larger: with a tiny code (2) or with an ample one (64)?

# %% id="sweep-train"
code_sizes = [2, 8, 32, 64]
sweep_errors, sweep_pca_errors = [], []
for code_size in code_sizes:
    keras.utils.set_random_seed(0)
    small, small_encoder = deep_autoencoder(code_size, units=128)
    train(small, "binary_crossentropy", epochs=4)
    sweep_errors.append(error(small(X_test).numpy()))
    few = PCA(code_size, random_state=0).fit(X_train)
    sweep_pca_errors.append(error(few.inverse_transform(few.transform(X_test))))

# %% id="sweep-plot"
fig, ax = plt.subplots(figsize=(7, 4))
ax.plot(code_sizes, sweep_pca_errors, "s--", label="PCA")
ax.plot(code_sizes, sweep_errors, "o-", label=say("깊은 오토인코더, 4 에포크",
                                                  "deep autoencoder, 4 epochs"))
ax.axhline(mean_error, color="gray", linestyle=":", label=say("평균 그림",
                                                              "average picture"))
ax.set(xlabel=say("코드의 크기(숫자의 개수)", "code size (how many numbers)"), ylim=(0, None))
ax.set(ylabel=say("따로 둔 그림의 오차", "error on held-out pictures"), xticks=code_sizes)
ax.legend()
plt.show()

# %% id="sweep-table"
for code_size, pca_part, network in zip(code_sizes, sweep_pca_errors, sweep_errors):
    print(say(f"{code_size:2}: PCA {pca_part:.4f}, 오토인코더 {network:.4f}, 비 {network / pca_part:.2f}",
              f"{code_size:2}: PCA {pca_part:.4f}, autoencoder {network:.4f}, ratio {network / pca_part:.2f}"))

# %% [markdown] id="sweep-seen" lang="ko"
# 네 에포크 뒤에 오토인코더가 PCA 아래로 **가장 크게 벌어지는 곳은 가운데, 곧 8개와 32개입니다.** 물음에 답하자면 2개에서는 거의 비기고 64개에서는 집니다. 2개로는 둘 다 평균 그림에서 멀리 가지 못합니다. 64개에서 지는 것은 PCA가 할 일을 다 해서가 아닙니다. PCA에는 아직 평균 그림 오차의 18%가 남아 있고, 표의 깊은 모델은 32개만으로도 더 잘했습니다. 층이 작고 학습도 모자란 것입니다.
#
# 이 작은 모델은 표에 있던 크고 오래 학습한 모델보다 32개에서 한참 뒤처집니다. 코드의 크기를 견줄 때에는 모델과 학습량을 똑같이 맞추어야 합니다. 그러지 않으면 다른 것을 견주게 됩니다.

# %% [markdown] id="sweep-seen" lang="en"
# After four epochs, **the autoencoder's lead is widest in the middle, at 8 and 32 numbers.** To answer the question: with 2 it nearly ties, and with 64 it loses. With only 2, neither gets far below the average picture. Losing with 64 does not mean that PCA left nothing to gain: it still leaves 18 % of the average picture's error, and the deep model of the table does better with only 32. Our small layers and short training are to blame.
#
# This small model is also well behind the large, longer-trained one of the table at 32 numbers. When you compare code sizes, give every size the same model and the same training, or you compare something else.

# %% [markdown] id="measured" lang="ko"
# ## 7. 우리가 잰 것
#
# 이름에 `error`가 들어간 값은 숫자 32개를 썼을 때 따로 둔 그림의 픽셀당 평균 제곱 오차입니다. `noise_loss`는 손실, `dead_units`는 죽은 칸의 수, `_bytes`는 그림 한 장의 바이트 수입니다. 아래의 `assert`는 결과가 설명과 어긋나면 실행을 멈춥니다.

# %% [markdown] id="measured" lang="en"
# ## 7. What we measured
#
# Names with `error` in them are mean squared errors per pixel on held-out pictures, with 32 numbers. `noise_loss` is a loss, `dead_units` a count, and `_bytes` are bytes a picture. The `assert` lines stop the run if a claim is no longer true.

# %% id="what-we-measured"
measured = {
    "noise_loss": noise_loss,
    "mean_error": mean_error,
    "pca_error": pca_error,
    "pca_clipped_error": pca_clipped_error,
    "linear_error": linear_error,
    "relu_10_epochs_error": relu_10_epochs_error,
    "relu_trained_error": relu_trained_error,
    "best_error": best_error,
    "best_error_8_bits": error_at_bits(8),
    "dead_units": dead_units,
    "zlib_bytes": zlib_size,
    "png_bytes": png_size,
}
for name, value in measured.items():
    print(f"{name:22} {value:9.4f}")

# %% id="what-we-claimed"
assert abs(noise_loss - np.log(2)) < 0.005, say("노이즈의 손실은 ln 2에 머물러야 합니다",
                                                "on noise the loss must stay at ln 2")
assert np.allclose(rebuilt_from_codes, rebuilt, atol=1e-5), say("디코더와 오토인코더가 같아야 합니다",
                                                                "decoder and autoencoder must agree")
if dataset == "hangul":
    assert best_error < 0.5 * pca_error, say("깊은 오토인코더는 PCA의 절반 아래여야 합니다",
                                             "the deep autoencoder must halve PCA's error")
    assert abs(linear_error / pca_error - 1) < 0.1, say("선형 오토인코더는 PCA와 비슷해야 합니다",
                                                        "the linear autoencoder must be near PCA")
    assert error_at_bits(8) < 1.02 * best_error, say("코드는 8비트면 되어야 합니다",
                                                     "8 bits must do for the codes")
    assert break_even > len(X_train) + len(X_test), say("우리 그림으로는 본전이 되지 않아야 합니다",
                                                        "the decoder must not pay off on our pictures")
    assert deep_train_error < best_error, say("따로 둔 그림의 오차가 더 커야 합니다",
                                              "held-out pictures must fare worse")
    assert relu_trained_error < pca_error < relu_10_epochs_error, say("relu는 오래 학습해야 PCA를 이깁니다",
                                                                      "relu must beat PCA only after long training")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 노이즈에서는 손실이 ln 2 곁에 머물렀습니다. 구조가 없으면, 새 그림에 쓸모 있는 것을 배울 수 없습니다.
# - `encoder.predict`로 잠재 벡터를 꺼냈고, 떼어 낸 디코더가 그것만으로 그림을 되살렸습니다. 둘을 이으면 오토인코더와 정확히 같았습니다.
# - 10 에포크짜리 모델은 PCA에 졌습니다. 더 오래 학습하자 PCA를 앞섰고, 층을 더 쌓은 모델은 같은 숫자 32개로 오차를 PCA의 절반 아래로 줄였습니다.
# - 코드는 그림 한 장에 32바이트로 줄었지만, 디코더까지 셈하면 그림이 8천 장쯤은 있어야 이득입니다.
#
# **풀어 본 연습:** 손실을 직접 계산하기 · 깊은 디코더 떼어 내기 · 몇 비트면 될까
#
# **더 해 보기:** `dataset`을 `"mnist"`로 바꾸어 보세요(인터넷 필요). PCA와의 차이가 한글보다 클까요, 작을까요?
#
# **다음 수업:** 잠재 벡터를 꺼냈으니 읽어 볼 차례입니다. 가까운 벡터끼리는 정말 닮았을까요? [03 · 잠재 공간](03_latent_space.ipynb)
#
# ### 참고한 글
#
# - Geoffrey E. Hinton, Ruslan R. Salakhutdinov, *Reducing the Dimensionality of Data with Neural Networks*, 2006. [doi.org/10.1126/science.1127647](https://doi.org/10.1126/science.1127647)
# - Pierre Baldi, Kurt Hornik, *Neural networks and principal component analysis: Learning from examples without local minima*, 1989. [doi.org/10.1016/0893-6080(89)90014-2](https://doi.org/10.1016/0893-6080%2889%2990014-2)
# - Ilya Loshchilov, Frank Hutter, *SGDR: Stochastic Gradient Descent with Warm Restarts*, 2017. [arxiv.org/abs/1608.03983](https://arxiv.org/abs/1608.03983)
#
# ← [이전](01_compression.ipynb) · [차례](README.md) · [다음](03_latent_space.ipynb) → · [English edition](../en/02_autoencoder.ipynb)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - On noise the loss stayed near ln 2. Where there is no structure, there is nothing to learn that helps with new pictures.
# - `encoder.predict` gave us latent vectors, and the detached decoder rebuilt pictures from them alone. Joined, the two were exactly the autoencoder.
# - After ten epochs the model lost to PCA. Trained for longer it got past PCA, and the model with more layers cut PCA's error to less than half with the same 32 numbers.
# - A picture shrank to a code of 32 bytes; but counting the decoder, it takes some eight thousand pictures to gain anything.
#
# **Exercises done:** the loss by hand · detach the deep decoder · how many bits will do?
#
# **Try on your own:** change `dataset` to `"mnist"` (needs a network). Is the gap to PCA wider or narrower than on Hangul?
#
# **Next lesson:** we have the latent vectors out; now let us read them. Are near vectors really alike? [03 · Latent space](03_latent_space.ipynb)
#
# ### References
#
# - Geoffrey E. Hinton and Ruslan R. Salakhutdinov, *Reducing the Dimensionality of Data with Neural Networks*, 2006. [doi.org/10.1126/science.1127647](https://doi.org/10.1126/science.1127647)
# - Pierre Baldi and Kurt Hornik, *Neural networks and principal component analysis: Learning from examples without local minima*, 1989. [doi.org/10.1016/0893-6080(89)90014-2](https://doi.org/10.1016/0893-6080%2889%2990014-2)
# - Ilya Loshchilov and Frank Hutter, *SGDR: Stochastic Gradient Descent with Warm Restarts*, 2017. [arxiv.org/abs/1608.03983](https://arxiv.org/abs/1608.03983)
#
# ← [Previous](01_compression.ipynb) · [Contents](README.md) · [Next](03_latent_space.ipynb) → · [한국어판](../ko/02_autoencoder.ipynb)
