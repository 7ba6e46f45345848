# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 04 · 생성: 설명에서 발명으로
#
# **지금까지 디코더는 있던 그림을 되살리기만 했습니다. 이번에는 아무도 그린 적 없는 글자를 그리게 합니다. 왜 처음에는 잘 안 되는지, 무엇을 바꾸면 되는지 재면서 알아봅니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 보통 디코더에 아무 코드나 넣으면 왜 엉뚱한 그림이 나오는지 **설명합니다**.
# - 변분 오토인코더(variational autoencoder, VAE)를 케라스로 **만듭니다**.
# - KL 항의 무게를 바꾸어 비트율–왜곡 곡선을 **그립니다**.
# - 글자와 굵기를 따로 **조종하여** 낱말을 씁니다.
#
# 읽기 30분, 해 보기 15분 · 준비: [02 · 오토인코더](02_autoencoder.ipynb), [01 · 압축](01_compression.ipynb)의 비트율–왜곡 그림
#
# ← [이전](03_latent_space.ipynb) · [차례](README.md) · [다음](05_text_embedding.ipynb) → · [English edition](../en/04_generation.ipynb)

# %% [markdown] id="title" lang="en"
# # 04 · Generation: from describing to inventing
#
# **So far the decoder has only brought back pictures that existed. Now it shall draw letters nobody has drawn. We find out why that fails at first, and measure what helps.**
#
# After this lesson you can
#
# - **explain** why random codes make a plain decoder draw rubbish;
# - **build** a variational autoencoder (VAE) in plain Keras;
# - **draw** a rate–distortion curve by turning the weight of the KL term;
# - **steer** letter and stroke weight separately, and write a word.
#
# 30 minutes to read, 15 to practise · Builds on [02 · Autoencoder](02_autoencoder.ipynb) and the rate–distortion plot of [01 · Compression](01_compression.ipynb)
#
# ← [Previous](03_latent_space.ipynb) · [Contents](README.md) · [Next](05_text_embedding.ipynb) → · [한국어판](../ko/04_generation.ipynb)

# %% id="setup"
import matplotlib.pyplot as plt
import numpy as np
from scipy.ndimage import gaussian_filter
from sklearn.decomposition import PCA

from helpers import CONSONANTS, SYLLABLES, VOWELS, check, hangul_images, say, show_images, use_korean_font
from helpers.training import Progress
import keras
import tensorflow as tf
from keras import layers

use_korean_font()

# %% [markdown] id="data" lang="ko"
# ## 1. 아무 코드나 넣으면
#
# 그림은 2강에서 본 한글 음절입니다. 이 수업에서는 음절 하나를 글자라고 부릅니다. 다만 글자를 놓는 자리를 두 픽셀이 아니라 **한 픽셀까지만** 흔듭니다. 새로 지어내는 일은 되살리기보다 어려워서 문제를 조금 쉽게 했습니다. 그래서 여기의 오차는 2강의 오차와 바로 견줄 수 없습니다.

# %% [markdown] id="data" lang="en"
# ## 1. What random codes make
#
# The pictures are lesson 2's Hangul blocks, such as 가 (ga) = ㄱ (g) + ㅏ (a), with one change: they stray from the middle by at most **one pixel** instead of two. Inventing is harder than rebuilding, so we make the task a little easier. Errors here can therefore not be set beside lesson 2's.

# %% id="load" tags=["nbval-check-output"]
X, consonant, vowel = hangul_images(40, seed=0, shift=1.0)
X_new, new_consonant, new_vowel = hangul_images(10, seed=1, shift=1.0)
print(X.shape, X_new.shape)

# %% [markdown] id="build" lang="ko"
# `X`로 학습하고, 오차는 따로 둔(held-out) `X_new`에서 잽니다. 이 수업에서 만드는 모델은 모두 같은 층으로 짓습니다. 배치 정규화(batch normalisation)는 층을 지나는 수의 크기를 고르게 맞추어 학습을 빠르게 합니다.

# %% [markdown] id="build" lang="en"
# We train on `X` and measure on held-out `X_new`. All models of this lesson are built from the same layers. Batch normalisation evens out the size of the numbers that pass through, which makes training faster.

# %% id="layers"
def hidden(x):
    x = layers.BatchNormalization(scale=False)(layers.Dense(256, use_bias=False)(x))
    return layers.Activation("relu")(x)

def build_decoder(size):
    code = keras.Input((size,))
    return keras.Model(code, layers.Dense(784, activation="sigmoid")(hidden(hidden(code))))

# %% id="train"
def train(model, *data, epochs, loss=None):
    """학습률을 차츰 줄이며 학습합니다 | Train while the learning rate shrinks"""
    rate = keras.optimizers.schedules.CosineDecay(5e-3, epochs * len(data[0]) // 128, alpha=0.2)
    model.compile(keras.optimizers.Adam(rate), loss, jit_compile=False)
    model.optimizer.build(model.trainable_variables)  # 학습 준비를 한 번만 하게 합니다 | get ready once rather than twice
    return model.fit(*data, epochs=epochs, batch_size=128, verbose=0, callbacks=[Progress()])

# %% id="plain"
keras.utils.set_random_seed(0)
picture = keras.Input((784,))
encoder = keras.Model(picture, layers.Dense(16)(hidden(picture)))
decoder = build_decoder(16)
train(keras.Sequential([encoder, decoder]), X, X, epochs=7, loss="binary_crossentropy");

# %% id="plain-error"
def error(pictures):
    return float(np.mean((X_new - pictures) ** 2))

pca = PCA(16, random_state=0).fit(X)
plain_error = error(decoder(encoder(X_new).numpy()).numpy())
pca_error = error(pca.inverse_transform(pca.transform(X_new)))
print(say(f"오토인코더의 오차 {plain_error:.4f}, PCA {pca_error:.4f}",
          f"autoencoder's error {plain_error:.4f}, PCA {pca_error:.4f}"))

# %% [markdown] id="predict-random" lang="ko"
# 되살리기는 잘합니다. 숫자 16개를 쓰는 PCA보다 오차가 훨씬 작습니다. 그렇다면 **본 적 없는 코드**를 넣어 봅시다. 두 가지로 뽑습니다.
#
# 1. **표준 정규 코드**: 숫자 16개를 평균 0, 표준편차 1인 종 모양(정규) 분포에서 뽑습니다. 흔히 쓰는 무작위 수입니다.
# 2. **맞춘 코드**: 학습 그림 5,600장의 코드를 모두 구하고, 그 평균과 공분산(서로 얼마나 함께 움직이는지)에 맞춘 정규 분포에서 뽑습니다.
#
# **예상하고 실행하기.** 어느 쪽에서 글자가 나올까요? 열 장 가운데 몇 장쯤 읽을 수 있을까요?

# %% [markdown] id="predict-random" lang="en"
# It rebuilds well, with an error far below that of PCA with 16 numbers. So let us feed the decoder **codes it has never seen**, drawn in two ways:
#
# 1. **standard normal codes**: 16 numbers from a bell curve with mean 0 and standard deviation 1, the everyday kind of random number;
# 2. **fitted codes**: encode all 5,600 training pictures and draw from a bell curve (a Gaussian) with the same mean and covariance, that is, the same spread and the same ties between the numbers.
#
# **Predict, then run.** Which of them will make letters? How many in ten will be readable?

# %% id="random-codes"
rng = np.random.default_rng(0)
codes = encoder(X).numpy()
normal_codes = rng.standard_normal((500, 16)).astype("float32")
fitted_codes = rng.multivariate_normal(codes.mean(axis=0), np.cov(codes.T), 500).astype("float32")
plain_normal = decoder(normal_codes).numpy()
plain_fitted = decoder(fitted_codes).numpy()
show_images([X_new[:10], plain_normal[:10], plain_fitted[:10]],
            labels=[say("진짜", "real"), say("표준 정규", "standard"), say("맞춘 코드", "fitted")])

# %% [markdown] id="random-seen" lang="ko"
# 첫 줄이 진짜 그림입니다. 둘째 줄에는 글자가 거의 없습니다. 코드들이 실제로 있는 곳을 겨냥하지 않았으니 당연합니다. 셋째 줄은 그럴듯한 획이 나오지만, 자세히 보면 대부분 어떤 글자도 아닙니다.
#
# 이렇게 생각해 볼 수 있습니다. 글자 140가지의 코드는 섬처럼 흩어져 있고, 오토인코더는 섬 위만 연습했습니다. 나머지는 **구멍**입니다. 섬과 섬 사이의 바다에서 디코더가 무엇을 그릴지는 아무도 가르친 적이 없습니다. 코드를 둘씩 골라 그 **한가운데**를 그려 보면 바다가 보입니다.

# %% [markdown] id="random-seen" lang="en"
# Real pictures on top. In the second row there is hardly a letter: we did not even aim at the region where codes lie. The third row has convincing strokes, and yet most of its pictures are no letter at all.
#
# One way to see it: the codes of 140 blocks lie scattered like islands, and the autoencoder has practised on the islands only. The rest are **holes**. Nobody has taught the decoder what to draw in the sea between. Pick codes in pairs and decode the point **halfway**, and you see the sea.

# %% id="halfway"
first, second = X_new[:10], X_new[10:20]
first_codes, second_codes = encoder(first).numpy(), encoder(second).numpy()
middle = decoder((first_codes + second_codes) / 2).numpy()
show_images([first, middle, second], labels=[say("섬", "island"), say("한가운데", "halfway"), say("다른 섬", "another")])

# %% [markdown] id="halfway-seen" lang="ko"
# 가운데 줄이 두 코드의 한가운데를 그린 것입니다. 위아래는 또렷한 글자인데 가운데는 대부분 어느 글자도 아닙니다.

# %% [markdown] id="halfway-seen" lang="en"
# The middle row is what the decoder draws halfway between two codes. Above and below stand clear letters; between them, mostly none.

# %% [markdown] id="judge" lang="ko"
# ## 2. 심판 세우기
#
# ‘그럴듯하다’는 느낌은 점수가 아닙니다. 글자를 알아보는 **분류기**(classifier)를 따로 학습해서 심판으로 세웁니다. 심판은 새로 그린 그림(`seed=2`)으로 배우며, 생성 모델이 그린 그림은 보지 않습니다.
#
# 주의할 점이 있습니다. 글자만 본 심판은 무엇을 보여 주어도 글자 하나를 고릅니다. 그래서 **글자가 아닌 것**도 보여 줍니다. 두 그림을 겹친 것, 섞은 것, 노이즈입니다. 조금 번진 글자를 ‘글자가 아님’으로 보지 않도록, 넷에 하나는 살짝 흐리게 만들어 가르칩니다.

# %% [markdown] id="judge" lang="en"
# ## 2. Appointing a judge
#
# "Looks convincing" is no score. We train a **classifier** to recognise the blocks, apart from everything else, and let it judge. It learns from drawings of its own (`seed=2`) and sees nothing a generator has drawn.
#
# One trap: a judge that has only ever seen letters will name a letter whatever you show it. So we show it **what is no letter** too: two pictures overlaid, two averaged, and noise. And lest it fails a letter for being a bit soft, a quarter of its lessons are slightly blurred.

# %% id="judge-lessons"
def judge_lessons():
    drawings, c, v = hangul_images(40, seed=2, shift=1.0)
    others = rng.permutation(drawings)
    noise = rng.random((500, 784), dtype=np.float32)
    no_letters = [np.maximum(drawings, others)[:1500], (drawings + others)[1500:3000] / 2, noise]
    return np.concatenate([drawings, *no_letters]), np.concatenate([10 * c + v, np.full(3500, 140)])

lessons, answers = judge_lessons()  # 140번은 ‘글자가 아님’ | number 140 means "no letter"
blurred = rng.random(len(lessons)) < 0.25
soft = gaussian_filter(lessons[blurred].reshape(-1, 28, 28), (0, 0.7, 0.7))
lessons[blurred] = soft.reshape(-1, 784)

# %% id="judge-train"
keras.utils.set_random_seed(0)
judge = keras.Sequential([
    keras.Input((784,)), layers.Reshape((28, 28, 1)),
    layers.Conv2D(16, 5, strides=2, activation="relu"), layers.Conv2D(32, 3, strides=2, activation="relu"),
    layers.Flatten(), layers.Dense(141, activation="softmax"),
])
train(judge, lessons, answers, epochs=7, loss="sparse_categorical_crossentropy");

# %% id="judge-accuracy"
def ask_judge(pictures):
    """글자 번호와, 90 % 넘게 확신하는지 | The number of the block, and whether the judge is 90 % sure"""
    belief = judge(pictures).numpy()
    best = belief.argmax(axis=1)
    return best, (belief.max(axis=1) >= 0.9) & (best < 140)

new_syllable = 10 * new_consonant + new_vowel
exam, exam_consonant, exam_vowel = hangul_images(10, seed=4, shift=1.0)  # 아무도 본 적 없는 그림 | drawings nobody has seen
judge_accuracy = np.mean(ask_judge(exam)[0] == 10 * exam_consonant + exam_vowel)
print(say(f"심판의 정확도, 따로 둔 그림에서: {judge_accuracy:.3f}",
          f"the judge's accuracy on held-out drawings: {judge_accuracy:.3f}"))

# %% [markdown] id="judge-check" lang="ko"
# 점수는 두 가지입니다. **알아본 비율**: 심판이 90 % 이상 확신하며 글자 하나를 고른 그림의 비율. **가짓수**: 그렇게 알아본 글자가 모두 몇 가지인지. 같은 글자만 그려서는 가짓수가 늘지 않습니다.
#
# 심판부터 시험합니다. 진짜 그림은 높고, 노이즈와 겹친 그림은 0에 가까워야 믿을 수 있습니다. 노이즈와 겹친 그림은 심판이 배운 종류이니 쉬운 시험이기는 합니다.

# %% [markdown] id="judge-check" lang="en"
# We keep two scores. The **share recognised**: how many of the pictures make the judge at least 90 % sure of one block. And the **number of kinds**: how many different blocks are among those. Drawing the same one over and over does not help there.
#
# The judge is tested first. Real pictures ought to score high; noise and overlays close to 0. (The judge was taught both kinds, so this part of the exam is an easy one.)

# %% id="judge-sanity"
def score(pictures):
    best, sure = ask_judge(pictures)
    return float(np.mean(sure)), len(set(best[sure]))

real_share, real_kinds = score(X_new)
noise_share, noise_kinds = score(rng.random((500, 784), dtype=np.float32))
overlay_share, overlay_kinds = score(np.maximum(X_new[:500], X_new[500:1000]))
print(say(f"진짜 그림: {real_share:.1%}, {real_kinds} 가지",
          f"real pictures: {real_share:.1%}, {real_kinds} kinds"))
print(say(f"노이즈: {noise_share:.1%}, {noise_kinds} 가지",
          f"noise: {noise_share:.1%}, {noise_kinds} kinds"))
print(say(f"둘을 겹친 것: {overlay_share:.1%}, {overlay_kinds} 가지",
          f"two overlaid: {overlay_share:.1%}, {overlay_kinds} kinds"))

# %% id="plain-score"
plain_normal_share, plain_normal_kinds = score(plain_normal)
plain_fitted_share, plain_kinds = score(plain_fitted)
print(say(f"표준 정규 코드: {plain_normal_share:.1%}, {plain_normal_kinds} 가지",
          f"standard normal codes: {plain_normal_share:.1%}, {plain_normal_kinds} kinds"))
print(say(f"맞춘 코드: {plain_fitted_share:.1%}, {plain_kinds} 가지",
          f"fitted codes: {plain_fitted_share:.1%}, {plain_kinds} kinds"))

# %% [markdown] id="plain-scored" lang="ko"
# 심판은 쓸 만합니다. 진짜 그림은 대부분 알아보고 노이즈에는 속지 않습니다. 다만 겹친 그림의 3.6 %에는 속습니다. 진짜도 다 알아보지는 못하니, 점수는 100 %가 아니라 **진짜가 받은 점수**에 견주어 읽습니다. (6절에서 보듯 깔끔한 평균 모양은 그보다 높은 점수를 받기도 합니다.)
#
# 보통 오토인코더의 점수는 눈으로 본 대로입니다. 표준 정규 코드는 0에 가깝고, 맞춘 코드는 5.2 %입니다. 글자가 아닌 겹친 그림이 3.6 %를 받으니, 이것도 거의 없는 셈입니다.
#
# ## 3. 변분 오토인코더
#
# 바다를 없애려면 학습할 때부터 바다를 건너게 하면 됩니다. 두 가지를 바꿉니다.
#
# - 인코더는 점 하나 대신 **평균(mean)과 분산**(variance)을 내놓습니다. 디코더는 그 둘레에서 **뽑은** 코드를 받습니다. 둘레의 어느 점이 뽑혀도 그림을 되살려야 하니 섬이 넓어집니다.
# - 가만두면 인코더는 분산을 0으로 줄이고 섬을 멀찍이 떨어뜨립니다. 그래서 코드의 분포가 표준 정규 분포에서 멀어질수록 **벌금**을 물립니다. 이 벌금이 **KL**(쿨백–라이블러 발산, Kullback–Leibler divergence)입니다.
#
# 먼저 뽑기입니다. 학습하려면 손실을 평균과 분산으로 미분해야 합니다. 그런데 난수를 그대로 뽑으면 미분할 수 없습니다. 그래서 표준 정규 난수를 **밖에서** 따로 뽑은 다음, 표준편차를 곱하고 평균을 더합니다. 이것을 재매개변수화(reparameterisation) 요령이라고 합니다. 식에서 μ(뮤)는 평균, σ(시그마)는 표준편차, ε(엡실론)은 밖에서 뽑은 난수입니다. 인코더는 분산의 로그를 내놓습니다. 그 절반을 지수 함수에 넣으면 σ가 됩니다.
#
# $$z = \mu + \sigma\,\varepsilon, \qquad \varepsilon \sim \mathcal{N}(0, 1)$$

# %% [markdown] id="plain-scored" lang="en"
# The judge is usable: it knows most real pictures and is not fooled by noise, though 3.6 % of the overlays get past it. It does not know all real pictures, so measure a score against **what real pictures get** rather than against 100 %. (Clean, average shapes can even score higher, as section 6 shows.)
#
# The plain autoencoder scores as it looked: close to 0 with standard normal codes, and 5.2 % with fitted ones. Since overlays, which are no letters, get 3.6 %, even that is hardly more than nothing.
#
# ## 3. The variational autoencoder
#
# To get rid of the sea, make the training cross it. Two changes:
#
# - The encoder names not a point but a **mean and a variance**, and the decoder receives a code **drawn** from around there. It must rebuild the picture wherever in that neighbourhood the draw lands, so islands grow.
# - Left alone, the encoder would shrink the variance to 0 and push the islands apart. So we charge a **fee** for straying from the standard bell curve. The fee is called **KL** (Kullback–Leibler divergence).
#
# First the draw. One cannot differentiate through a dice roll. So we roll a standard normal number **outside**, then stretch and shift it. This is the reparameterisation trick. In the formula μ is the mean, σ the standard deviation and ε the number rolled outside. The encoder gives the logarithm of the variance; the exponential of half of it is σ.
#
# $$z = \mu + \sigma\,\varepsilon, \qquad \varepsilon \sim \mathcal{N}(0, 1)$$

# %% id="sample"
def sample(mean, log_variance):
    return mean + tf.exp(log_variance / 2) * tf.random.normal(tf.shape(mean))

# %% [markdown] id="kl" lang="ko"
# 다음은 벌금입니다. 정규 분포 둘 사이의 KL은 식 하나로 나옵니다. 코드의 숫자마다 계산하여 모두 더하므로, 그림마다 값이 하나씩 나옵니다. 인코더는 분산 $\sigma^2$ 대신 그 로그를 내놓습니다. 로그는 음수여도 괜찮고, 로그에서 되돌린 분산은 늘 양수입니다.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$

# %% [markdown] id="kl" lang="en"
# Then the fee. Between two bell curves the KL has a formula: one value for each picture, summed over the numbers of its code. The encoder gives the logarithm of the variance $\sigma^2$, which may be any number, so that the variance itself is never negative.
#
# $$\mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$

# %% id="kl-divergence"
def kl_divergence(mean, log_variance):
    return tf.reduce_sum(mean**2 + tf.exp(log_variance) - log_variance - 1, axis=1) / 2

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 손으로 하는 KL
#
# 같은 식을 넘파이로 쓰되, 자연로그 단위(nat)를 **비트**로 바꾸세요. 1비트는 $\ln 2$ nat입니다. `mean`과 `log_variance`는 모양이 (그림 수, 코드 크기)이고, 답은 그림마다 하나입니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. KL by hand
#
# Write the same formula in NumPy, and turn nats, the unit of the natural logarithm, into **bits**: one bit is $\ln 2$ nats. `mean` and `log_variance` have the shape (pictures, code size); the answer is one number for each picture.

# %% id="exercise-1"
def kl_bits(mean, log_variance):
    return ...  # 여기를 채우세요 | fill this in

# %% id="exercise-1-check"
some_means, some_logs = rng.normal(size=(2, 5, 16))
check(
    kl_bits,
    lambda f: np.allclose(f(some_means, some_logs), kl_divergence(some_means, some_logs) / np.log(2)),
    hint=say("코드의 숫자마다 더한 다음(axis=1) 2와 ln 2로 나눕니다. 그림마다 하나씩, 모두 5개가 "
             "나와야 합니다.",
             "Sum over the numbers of a code (axis=1), then divide by 2 and by ln 2. Five pictures "
             "give five numbers."),
)

# %% [markdown] id="exercise-1-solution" lang="ko"
# <details>
# <summary>힌트</summary>
#
# `tf`를 `np`로 바꾸면 거의 다 됩니다. 마지막에 `np.log(2)`로 나누세요.
# </details>
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def kl_bits(mean, log_variance):
#     nats = np.sum(mean**2 + np.exp(log_variance) - log_variance - 1, axis=1) / 2
#     return nats / np.log(2)
# ```
#
# 평균이 0이고 분산이 1이면 벌금이 0입니다. 그런 코드는 그림에 대해 아무것도 알려 주지 않습니다.
# </details>

# %% [markdown] id="exercise-1-solution" lang="en"
# <details>
# <summary>Hint</summary>
#
# Replace `tf` by `np` and you are nearly there. Divide by `np.log(2)` in the end.
# </details>
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def kl_bits(mean, log_variance):
#     nats = np.sum(mean**2 + np.exp(log_variance) - log_variance - 1, axis=1) / 2
#     return nats / np.log(2)
# ```
#
# With mean 0 and variance 1 the fee is 0. Such a code says nothing about its picture.
# </details>

# %% [markdown] id="train-step" lang="ko"
# 이제 조립합니다. 손실은 **복원 손실 + 무게 × KL**입니다. 무게(weight)는 KL을 얼마나 중요하게 볼지 정하는 가중치입니다. 복원 손실은 픽셀 784개의 이진 교차 엔트로피를 **더한** 값입니다. 케라스 함수는 평균을 내므로 784를 곱합니다.
#
# `train_step`은 `fit`이 묶음(batch)마다 부르는 함수입니다. `GradientTape`가 계산을 녹화하고, 녹화한 것을 거꾸로 돌려 미분값(gradient)을 구합니다. 늘 `fit`이 해 주던 일을 한 번 직접 적어 보는 것입니다.

# %% [markdown] id="train-step" lang="en"
# Now assemble. The loss is **reconstruction + weight × KL**. The weight says how much KL counts. Reconstruction is the binary cross-entropy **summed** over the 784 pixels; Keras' function takes their mean, so we multiply by 784.
#
# `train_step` is what `fit` calls for each batch. `GradientTape` records the calculation and runs it backwards to get the gradients. It is what `fit` has always done for us, written out once.

# %% id="vae-class"
class VAE(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder
        self.kl_weight = keras.Variable(1.0, trainable=False)

    def measure(self, pictures):
        mean, log_variance = self.encoder(pictures, training=True)
        rebuilt = self.decoder(sample(mean, log_variance), training=True)
        reconstruction = 784 * tf.reduce_mean(keras.losses.binary_crossentropy(pictures, rebuilt))
        return reconstruction, tf.reduce_mean(kl_divergence(mean, log_variance))

    def train_step(self, data):
        with tf.GradientTape() as tape:
            reconstruction, kl = self.measure(data)
            loss = reconstruction + self.kl_weight * kl
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"reconstruction": reconstruction, "kl": kl}

# %% id="vae-build"
def build_vae(size):
    keras.utils.set_random_seed(0)
    picture = keras.Input((784,))
    x = hidden(picture)
    return VAE(keras.Model(picture, [layers.Dense(size)(x), layers.Dense(size)(x)]), build_decoder(size))

vae = build_vae(16)
untrained = vae.get_weights()
healthy = train(vae, X, epochs=7)

# %% [markdown] id="predict-vae" lang="ko"
# **예상하고 실행하기.** 이번에는 학습한 그림의 코드를 들여다보지 않고 **표준 정규 코드**를 그대로 넣습니다. 조금 전에 보통 디코더가 0에 가까운 점수를 받은 바로 그 코드입니다. VAE의 점수는 얼마나 될까요? 보통 오토인코더의 ‘맞춘 코드’를 이길까요?

# %% [markdown] id="predict-vae" lang="en"
# **Predict, then run.** This time we do not look at the codes of the training pictures; we feed in **standard normal codes**, the very ones with which the plain decoder scored close to 0. How will the VAE score? Will it beat the plain autoencoder's "fitted codes"?

# %% id="vae-pictures"
vae_means, vae_logs = [output.numpy() for output in vae.encoder(X_new)]
vae_rebuilt = vae.decoder(vae_means).numpy()
vae_pictures = vae.decoder(normal_codes).numpy()
show_images([X_new[:10], vae_rebuilt[:10], vae_pictures[:10], vae_pictures[10:20]],
            labels=[say("진짜", "real"), say("복원", "rebuilt"), say("지어냄", "invented"), say("지어냄", "invented")])

# %% id="vae-score"
vae_share, vae_kinds = score(vae_pictures)
vae_codes = vae.encoder(X)[0].numpy()
vae_fitted_codes = rng.multivariate_normal(vae_codes.mean(axis=0), np.cov(vae_codes.T), 500)
vae_fitted_share, vae_fitted_kinds = score(vae.decoder(vae_fitted_codes.astype("float32")).numpy())
vae_rebuilt_share, _ = score(vae_rebuilt)
plain_rebuilt_share, _ = score(decoder(encoder(X_new)).numpy())
print(say(f"VAE, 표준 정규 코드: {vae_share:.1%}, {vae_kinds} 가지",
          f"VAE, standard normal codes: {vae_share:.1%}, {vae_kinds} kinds"))
print(say(f"VAE, 맞춘 코드: {vae_fitted_share:.1%}, {vae_fitted_kinds} 가지",
          f"VAE, fitted codes: {vae_fitted_share:.1%}, {vae_fitted_kinds} kinds"))
print(say(f"보통, 표준 정규 코드: {plain_normal_share:.1%}, {plain_normal_kinds} 가지",
          f"plain, standard normal codes: {plain_normal_share:.1%}, {plain_normal_kinds} kinds"))
print(say(f"보통, 맞춘 코드: {plain_fitted_share:.1%}, {plain_kinds} 가지",
          f"plain, fitted codes: {plain_fitted_share:.1%}, {plain_kinds} kinds"))
print(say(f"복원한 진짜 그림: VAE {vae_rebuilt_share:.1%}, 보통 {plain_rebuilt_share:.1%}",
          f"real pictures, rebuilt: VAE {vae_rebuilt_share:.1%}, plain {plain_rebuilt_share:.1%}"))
print(say(f"복원 오차: VAE {error(vae_rebuilt):.4f}, 보통 {plain_error:.4f}",
          f"reconstruction error: VAE {error(vae_rebuilt):.4f}, plain {plain_error:.4f}"))

# %% [markdown] id="vae-seen" lang="ko"
# **VAE가 이기지 못했습니다.** 표준 정규 코드에서도 글자 모양을 갖추기는 하지만, 둘이 겹친 듯 번져 있어서 심판이 거의 알아보지 못합니다. 500장 가운데 열 장도 되지 않습니다. 두 글자를 겹친 그림이 받은 점수보다도 낮으니 0이나 마찬가지로 읽어야 합니다. VAE의 코드에 평균과 공분산을 맞추어 뽑아도 나아지지 않습니다.
#
# 무엇이 모자랄까요? 마지막에서 둘째 줄이 단서입니다. 그 점수는 **진짜 그림을 복원한 것**의 점수, 곧 인코더와 디코더가 함께 낸 그림 솜씨입니다. 지어낸 그림이 그보다 낫기를 바라기는 어려운데, VAE는 거기에서부터 보통 오토인코더에 뒤처집니다. 복원 오차도 더 큰데, 아마 벌금을 낸 값일 것입니다. 더 오래 학습하면 달라지는지는 여기서 재지 않았습니다.
#
# 복원 솜씨가 전부는 아닐 것입니다. 두 모델 모두 지어낸 그림의 점수가 복원한 그림의 점수보다 훨씬 낮습니다. 글자는 140가지로 딱딱 끊어져 있는데 코드는 매끄럽게 이어져 있어서, 아무 데나 찍으면 글자와 글자 **사이**에 떨어지기 쉽습니다. 6절에서는 글자를 따로 알려 주고 얼마나 나아지는지 봅니다.

# %% [markdown] id="vae-seen" lang="en"
# **The VAE has not won.** Standard normal codes give something with the build of a letter, but smeared, like two letters at once, and the judge knows hardly any. They are fewer than ten of the 500, a smaller share than overlays of two letters got, so read it as nothing. Drawing codes that match the mean and covariance of the VAE's own does not help either.
#
# What is missing? The last line but one has a clue: it scores **real pictures, rebuilt**, in other words how well each encoder and decoder draw together. Inventions can hardly be expected to do better, and there already the VAE is behind the plain autoencoder. Its error is larger, too; probably that is the price of the fee. Whether longer training would change this we have not measured here.
#
# Skill at rebuilding will not be the whole story. For both models the invented pictures score far below the rebuilt ones. There are 140 separate blocks, but the space of codes is smooth and unbroken, and a random point easily lands **between** letters. In section 6 we tell the decoder the letter and see how much that helps.

# %% [markdown] id="sheet" lang="ko"
# ### 코드 공간의 한 평면
#
# 코드 숫자 16개 가운데 KL을 가장 많이 쓰는 둘을 고릅니다. ‘가’를 그린 그림 한 장의 코드에서 출발해 그 둘만 바꾸며 그립니다.

# %% [markdown] id="sheet" lang="en"
# ### A sheet of the plane
#
# Of the 16 numbers of a code, take the two that spend the most KL. Start from the code of one 가 (ga) and vary only those two.

# %% id="sheet-codes"
kl_each = np.mean(vae_means**2 + np.exp(vae_logs) - vae_logs - 1, axis=0) / 2
across, down = np.argsort(kl_each)[-2:]
steps = np.linspace(-2, 2, 9)
sheet = np.tile(vae_means[np.argmax(new_syllable == SYLLABLES.index("가"))], (81, 1))
sheet[:, across], sheet[:, down] = np.tile(steps, 9), np.repeat(steps, 9)

# %% id="sheet-picture"
tiles = vae.decoder(sheet).numpy().reshape(9, 9, 28, 28)
fig, ax = plt.subplots(figsize=(6, 6))
ax.imshow(tiles.transpose(0, 2, 1, 3).reshape(252, 252), cmap="gray", extent=(-2.25, 2.25, 2.25, -2.25))
ax.set(xlabel=say("코드의 한 숫자", "one number of the code"), ylabel=say("또 한 숫자", "another"))
plt.show()

# %% [markdown] id="sheet-seen" lang="ko"
# 가로와 세로로 한 칸씩 움직일 때마다 그림이 조금씩만 바뀝니다. 위쪽의 ‘가’가 아래로 내려가면서 끊기지 않고 ‘자’에 가까워집니다. 적어도 이 평면에서는 코드 공간이 매끄럽다는 뜻입니다. 그 사이에 ‘가’도 ‘자’도 아닌 그림이 있다는 뜻이기도 합니다. (나머지 숫자 14개는 움직이지 않았습니다.)

# %% [markdown] id="sheet-seen" lang="en"
# With every step across or down, the picture changes only a little. Going down, 가 (ga) turns without a break into something like 자 (ja). On this sheet at least the space of codes is smooth, and that also means that in between stands what is neither the one nor the other. (The other 14 numbers have not moved.)

# %% [markdown] id="rate" lang="ko"
# ## 4. KL은 비트입니다
#
# KL에는 뜻이 하나 더 있습니다. 받는 쪽이 표준 정규 분포만 알고 있을 때, 인코더가 내놓는 코드를 전하려면 평균 **KL만큼의 정보**가 듭니다. nat을 $\ln 2$로 나누면 비트입니다. 그러니 KL은 1강의 가로축, 곧 **비트율**(rate)입니다. 복원 오차는 **왜곡**(distortion)입니다.
#
# KL에 곱하는 무게를 손잡이처럼 돌려 봅시다. 방금 학습한 모델의 가중치로 다섯 번 되돌아가, 무게를 달리하고 2 에포크씩 더 학습합니다. (옵티마이저는 처음으로 되돌리지 않으므로 다섯 번이 완전히 따로는 아닙니다.) 오차는 뽑은 코드로 되살린 그림에서 잽니다.
#
# **예상하고 실행하기.** 무게를 키우면 비트와 오차는 각각 어느 쪽으로 갈까요?

# %% [markdown] id="rate" lang="en"
# ## 4. KL is measured in bits
#
# KL has a second meaning. To someone who knows only the standard bell curve, conveying the code the encoder names takes, on average, **KL's worth of information**. Divide nats by $\ln 2$ and it is in bits. So KL is the horizontal axis of lesson 1, the **rate**, and the reconstruction error is the **distortion**.
#
# Let us turn the weight of KL like a knob. Five times we put back the weights of the model just trained, set another KL weight, and train 2 epochs more. (The optimiser is not reset, so the runs are not quite independent.) The error is measured on pictures rebuilt from drawn codes.
#
# **Predict, then run.** With a heavier weight, which way do bits and error go?

# %% id="sweep"
start = vae.get_weights()
kl_weights = [0.1, 0.4, 1, 4, 16]
rates, errors, shares = [], [], []
for weight in kl_weights:
    vae.set_weights(start)
    vae.kl_weight.assign(weight)
    vae.fit(X, epochs=2, batch_size=128, verbose=0, callbacks=[Progress()])
    mean, log_variance = vae.encoder(X_new)
    rates.append(float(np.mean(kl_divergence(mean, log_variance)) / np.log(2)))
    errors.append(error(vae.decoder(sample(mean, log_variance)).numpy()))
    shares.append(np.mean(ask_judge(vae.decoder(normal_codes).numpy())[1]))

# %% [markdown] id="rate-baseline" lang="ko"
# 견줄 상대도 필요합니다. 1강처럼 코드를 **반올림**합니다. PCA와 보통 오토인코더의 숫자 16개를 하나에 1비트에서 5비트까지로 적으면 그림 한 장이 16비트에서 80비트가 됩니다.

# %% [markdown] id="rate-baseline" lang="en"
# It needs something to be compared with. As in lesson 1, we **round**: write each of the 16 numbers of PCA and of the plain autoencoder with 1 to 5 bits, and a picture takes 16 to 80 bits.

# %% id="rounded"
def rounded(old_codes, new_codes, bits):
    """숫자마다 bits비트가 되도록 칸을 나누고, 칸의 한가운데 값으로 바꿉니다 | Cut each number's range into 2**bits cells; use the middle of the cell"""
    low, high = np.percentile(old_codes, [0.5, 99.5], axis=0)
    step = (high - low) / 2**bits
    cell = np.clip((new_codes - low) // step, 0, 2**bits - 1)
    return (low + (cell + 0.5) * step).astype("float32")

new_codes = encoder(X_new).numpy()
code_bits = np.arange(1, 6)
pca_codes, new_pca_codes = pca.transform(X), pca.transform(X_new)
pca_rounded = [error(pca.inverse_transform(rounded(pca_codes, new_pca_codes, bits))) for bits in code_bits]
plain_rounded = [error(decoder(rounded(codes, new_codes, bits)).numpy()) for bits in code_bits]

# %% id="rate-plot"
fig, ax = plt.subplots(figsize=(7, 4.5))
ax.plot(16 * code_bits, pca_rounded, "s:", label=say("PCA, 반올림", "PCA, rounded"))
ax.plot(16 * code_bits, plain_rounded, "^--", label=say("보통 오토인코더, 반올림",
                                                        "plain autoencoder, rounded"))
ax.plot(rates, errors, "o-", label="VAE")
for weight, rate, value in zip(kl_weights, rates, errors):
    ax.annotate(f"{weight}", (rate, value), xytext=(5, 5), textcoords="offset points")
ax.axvline(np.log2(140), color="gray", linestyle=":", label=say("글자 이름만",
                                                                "the block's name alone"))
ax.set(xlabel=say("그림 한 장의 비트", "bits per image"), ylabel=say("따로 둔 그림의 오차", "held-out error"), ylim=(0, 0.07))
ax.legend()
plt.show()

# %% id="rate-table"
for weight, rate, value, share in zip(kl_weights, rates, errors, shares):
    print(say(f"무게 {weight:5.1f}  KL {rate:5.1f} 비트  오차 {value:.4f}  알아본 비율 {share:.1%}",
              f"weight {weight:5.1f}  KL {rate:5.1f} bits  error {value:.4f}  share {share:.1%}"))

# %% [markdown] id="rate-seen" lang="ko"
# 가로축은 그림 한 장의 비트, 세로축은 오차입니다. 1강의 그림은 위로 갈수록 좋았지만 여기서는 세로축이 오차라서 **왼쪽 아래가 좋습니다.** 무게를 올리면 VAE의 점은 왼쪽 위로 올라갑니다. 비트를 아끼는 대신 오차가 커집니다. 30비트쯤까지는 같은 비트에서 VAE가 두 기준선보다 뚜렷이 아래에 있습니다(VAE는 모두 9 에포크, 보통 오토인코더는 7 에포크를 학습했습니다). 50비트에 조금 못 미친 곳에서 VAE의 선과 보통 오토인코더의 선이 만납니다. 비트가 더 넉넉할 때 VAE가 어떨지는 여기서 재지 않았습니다. 표의 마지막 열을 보면 어떤 무게로도 무작위 코드가 글자가 되지는 않았습니다. 모두 겹친 그림이 받은 점수보다 낮습니다.
#
# 다만 똑같은 조건의 비교는 아닙니다. KL은 ‘평균 이만큼이면 된다’는 이론값이고, 반올림은 바로 파일에 적을 수 있는 단순한 방법입니다. 반올림도 더 영리하게 하면 비트를 줄일 수 있습니다. 세로 점선은 140가지 가운데 하나를 가리키는 데 드는 $\log_2 140 \approx 7.1$비트입니다. 무게가 16인 점은 그 왼쪽에 있습니다. 어떤 글자인지조차 다 적지 못하는 비트입니다.

# %% [markdown] id="rate-seen" lang="en"
# Across, the bits for one image; up, the error. In lesson 1 up was good; here the vertical axis is an error, so **down and to the left is better**. As the weight grows, the VAE's points climb to the left: bits saved, error paid. Up to some 30 bits the VAE lies clearly below both baselines (it had 9 epochs in all, the plain autoencoder 7). Just below 50 bits the VAE's line meets the plain autoencoder's; how a VAE does with still more bits we have not measured here. The last column of the table shows that no weight made random codes into letters: every share is below that of overlays.
#
# To be fair, KL says in theory how little would do on average, while rounding is a clumsy method that could go into a file as it is. A cleverer way of rounding would save bits, too. The dotted vertical line is what it takes merely to name one block of 140: $\log_2 140 \approx 7.1$ bits. With a weight of 16 the model stands to the left of it: too few bits even to say which block it saw.

# %% [markdown] id="broken" lang="ko"
# ## 5. 일부러 고장 낸 VAE
#
# 짝이 VAE를 베껴 쓰면서 복원 손실의 줄을 이렇게 적었습니다. `kl_weight`는 1 그대로입니다.
#
# ```python
# reconstruction = tf.reduce_mean(keras.losses.binary_crossentropy(pictures, rebuilt))
# ```
#
# 오류는 나지 않습니다. 같은 비율의 손실로 학습해 보겠습니다.

# %% [markdown] id="broken" lang="en"
# ## 5. A VAE, broken on purpose
#
# A classmate copied the VAE, and wrote the reconstruction line like this, with `kl_weight` still 1:
#
# ```python
# reconstruction = tf.reduce_mean(keras.losses.binary_crossentropy(pictures, rebuilt))
# ```
#
# Nothing complains. Let us train with a loss of the same proportions.

# %% id="broken-train"
vae.set_weights(untrained)
vae.kl_weight.assign(X.shape[1])  # 짝의 손실과 같은 비율 | the same proportion as in the classmate's loss
sick = train(vae, X, epochs=3)
broken_means, broken_logs = vae.encoder(X_new)
broken_bits = float(np.mean(kl_divergence(broken_means, broken_logs)) / np.log(2))

# %% id="broken-plot"
fig, ax = plt.subplots(figsize=(6, 3.5))
ax.semilogy(range(1, 8), healthy.history["kl"], "o-", label=say("건강한 VAE",
                                                                "healthy VAE"))
ax.semilogy(range(1, 4), sick.history["kl"], "s--", label=say("고장 난 VAE", "broken VAE"))
ax.set(xlabel=say("에포크", "epoch"), ylabel="KL (nat)")
ax.legend()
plt.show()

# %% [markdown] id="broken-plot-seen" lang="ko"
# 가로축은 에포크, 세로축은 로그 눈금의 KL입니다. 건강한 VAE의 선은 7 에포크 동안 15 nat쯤에서 20 nat으로 올라가고, 3 에포크만 학습한 고장 난 VAE의 선은 0.1 아래로 떨어집니다.

# %% [markdown] id="broken-plot-seen" lang="en"
# Across run the epochs, upwards the KL on a log scale. The healthy VAE climbs from about 15 to 20 nats in 7 epochs; the broken one, trained for only 3, drops below 0.1.

# %% id="broken-pictures"
show_images([X_new[:10], vae.decoder(broken_means).numpy()[:10]],
            labels=[say("진짜", "real"), say("복원", "rebuilt")])

# %% [markdown] id="exercise-2-task" lang="ko"
# 윗줄은 진짜 그림, 아랫줄은 고장 난 VAE가 복원한 것입니다. 어느 그림에서나 똑같은 얼룩입니다.
#
# ### 연습 2. 진단하기
#
# 어디가 아픈가요? 하나를 고르세요.
#
# - **A** 학습률이 너무 커서 학습이 날뛴다.
# - **B** KL이 복원 손실보다 너무 무거워서 코드가 무너졌다.
# - **C** 학습 그림을 외워 버렸다(과적합).
# - **D** 디코더가 너무 작아서 그림을 그릴 수 없다.
#
# 그리고 짝의 줄은 그대로 둔 채 `kl_weight`만 바꾸어 고친다면 얼마로 해야 할까요? `("A", 2.0)`과 같은 꼴로 답하세요.

# %% [markdown] id="exercise-2-task" lang="en"
# Real pictures above; below, what the broken VAE rebuilds. Whatever the picture, it is the same smudge.
#
# ### Exercise 2. The diagnosis
#
# What is wrong? Choose one.
#
# - **A** The learning rate is too large, and training runs wild.
# - **B** KL weighs too much against the reconstruction, and the codes have collapsed.
# - **C** It has learnt the training pictures by heart (overfitting).
# - **D** The decoder is too small to draw.
#
# And what would `kl_weight` have to be to mend it, with the classmate's line left as it is? Answer in the form `("A", 2.0)`.

# %% id="exercise-2"
answer = ...  # 여기 | here

# %% id="exercise-2-check"
check(
    answer,
    lambda a: a[0] == "B" and np.isclose(a[1], 1 / 784, rtol=0.05),
    hint=say("두 measure를 나란히 놓고 다른 곳을 찾으세요. 복원 손실이 몇 분의 1로 줄었나요? KL도 "
             "그만큼 줄여야 합니다.",
             "Put the two measure functions side by side. By what factor has the reconstruction "
             "shrunk? KL has to shrink by as much."),
)

# %% [markdown] id="exercise-2-solution" lang="ko"
# <details>
# <summary>힌트</summary>
#
# KL이 0이면 모든 그림의 코드가 똑같은 분포입니다. 그리고 `binary_crossentropy`는 픽셀 784개의 합이 아니라 평균을 냅니다.
# </details>
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# answer = ("B", 1 / 784)
# ```
#
# 복원 손실이 784분의 1로 줄었으니 KL은 784배 무거워진 셈입니다. 인코더에게는 아무 말도 하지 않고 벌금을 안 내는 편이 이득입니다. 코드가 비었으니 디코더는 늘 평균 그림을 그립니다. 이것을 사후 분포 붕괴(posterior collapse)라고 합니다. 합과 평균을 헷갈리는 것은 VAE에서 가장 흔한 실수입니다.
# </details>

# %% [markdown] id="exercise-2-solution" lang="en"
# <details>
# <summary>Hint</summary>
#
# Where KL is 0, every picture gets the same distribution of codes. And `binary_crossentropy` takes the mean over the 784 pixels, not the sum.
# </details>
# <details>
# <summary>Show the solution</summary>
#
# ```python
# answer = ("B", 1 / 784)
# ```
#
# The reconstruction has shrunk to one 784th, which makes KL weigh 784 times as much. It pays the encoder to say nothing and be charged nothing. With empty codes the decoder can only draw the average picture. This is called posterior collapse, and confusing sums with means is a very common way to get it.
# </details>

# %% [markdown] id="steer" lang="ko"
# ## 6. 코드를 조종하기
#
# VAE의 코드에는 글자와 글씨체가 섞여 있습니다. 우리는 글자를 알고 있으니 코드가 애써 적을 필요가 없습니다. 인코더와 디코더에게 **자음과 모음을 따로 알려 줍니다.** 그러면 코드는 나머지, 곧 굵기와 자리와 기울기만 적으면 될 것입니다. 이것이 조건부 VAE(conditional VAE)입니다. 코드도 숫자 6개로 줄입니다.

# %% [markdown] id="steer" lang="en"
# ## 6. Steering the code
#
# In the VAE's code, letter and handwriting are mixed. But we know the letter; no code need spend bits on it. So we **tell encoder and decoder the consonant and the vowel.** The code should then have to keep only what is left: weight, place, slant. This is a conditional VAE. We give it just six numbers.

# %% id="letters"
def letters(consonant, vowel):
    """자음 14칸, 모음 10칸: 해당하는 두 칸만 1 | 14 places for the consonant, 10 for the vowel: a 1 in two of them"""
    return np.hstack([np.eye(14)[consonant], np.eye(10)[vowel]]).astype("float32")

print(letters(CONSONANTS.index("ㄱ"), VOWELS.index("ㅏ")).astype(int))

# %% [markdown] id="conditional" lang="ko"
# 바뀌는 것은 `measure` 하나입니다. 그림과 코드의 뒤에 글자를 적은 숫자 24개를 이어 붙입니다.

# %% [markdown] id="conditional" lang="en"
# Only `measure` changes: 24 numbers that spell the block are attached to the picture and to the code.

# %% id="conditional-class"
class ConditionalVAE(VAE):
    def measure(self, data):
        pictures, letters = data
        mean, log_variance = self.encoder(tf.concat([pictures, letters], 1), training=True)
        rebuilt = self.decoder(tf.concat([sample(mean, log_variance), letters], 1), training=True)
        reconstruction = 784 * tf.reduce_mean(keras.losses.binary_crossentropy(pictures, rebuilt))
        return reconstruction, tf.reduce_mean(kl_divergence(mean, log_variance))

# %% id="conditional-train"
keras.utils.set_random_seed(0)
labelled = keras.Input((784 + 24,))
x = hidden(labelled)
style_encoder = keras.Model(labelled, [layers.Dense(6)(x), layers.Dense(6)(x)])
writer = ConditionalVAE(style_encoder, build_decoder(6 + 24))
train(writer, X, letters(consonant, vowel), epochs=9);

# %% [markdown] id="order" lang="ko"
# 이제 글자를 주문할 수 있습니다. 글씨체만 표준 정규 코드로 뽑고, 글자는 따로 둔 그림 1,400장과 똑같이 주문합니다.

# %% [markdown] id="order" lang="en"
# Now we can order a letter. The handwriting is a standard normal code; the letters ordered are those of the 1,400 held-out pictures.

# %% id="write"
def write(styles, consonant, vowel):
    return writer.decoder(np.hstack([styles, letters(consonant, vowel)]).astype("float32")).numpy()

written = write(rng.standard_normal((1400, 6)), new_consonant, new_vowel)
show_images([X_new[:10], written[:10]], labels=[say("진짜", "real"), say("지어냄", "invented")])

# %% [markdown] id="by-block-words" lang="ko"
# 윗줄은 진짜 그림, 아랫줄은 같은 글자를 주문받아 지어낸 그림입니다. 읽을 수 있는 것이 많지만 획이 번졌고, 얼룩에 가까운 것도 있습니다. 아래에서는 두 가지를 셉니다. ‘알아본 몫’은 앞에서처럼 심판이 90 % 이상 확신한 비율이고, ‘시킨 글자’는 확신과 상관없이 심판이 첫째로 꼽은 글자가 주문과 같은 비율입니다.
#
# 공정한 상대가 필요합니다. 글자를 아는 것만으로도 유리하기 때문입니다. 둘을 세웁니다. 하나는 보통 오토인코더입니다. **글자마다** 학습 코드 40개의 평균과 표준편차를 구하고, 거기에서 뽑습니다. 다른 하나는 가장 게으른 방법, 곧 글자마다 학습 그림 40장의 **평균 그림**을 그대로 내놓는 것입니다.
#
# **예상하고 실행하기.** 주문한 글자를 누가 더 잘 쓸까요?

# %% [markdown] id="by-block-words" lang="en"
# Real pictures above; below, inventions of the same letters to order. Many can be read, but their strokes are soft and some are smudges. Below we count twice: "recognised" is the share of which the judge is 90 % sure, as before; "as ordered" is how often its best guess, sure or not, is the letter ordered.
#
# It needs fair opponents, for to know the letter is an advantage in itself. One is the plain autoencoder: **for each block** we take the mean and standard deviation of its 40 training codes, and draw from there. The other is the laziest way of all: hand out the **mean picture** of the block's 40 training pictures.
#
# **Predict, then run.** Who will better write what was ordered?

# %% id="by-block"
syllable = 10 * consonant + vowel
own_means = np.array([codes[syllable == s].mean(axis=0) for s in range(140)])
own_spreads = np.array([codes[syllable == s].std(axis=0) for s in range(140)])
own_codes = own_means[new_syllable] + own_spreads[new_syllable] * rng.standard_normal((1400, 16))
plain_by_block = decoder(own_codes.astype("float32")).numpy()
mean_pictures = np.array([X[syllable == s].mean(axis=0) for s in range(140)])[new_syllable]

# %% id="conditional-score"
def score_orders(pictures):
    best, sure = ask_judge(pictures)
    return float(np.mean(sure)), float(np.mean(best == new_syllable))

def variety(pictures):
    """같은 글자를 쓴 그림 열 장이 서로 얼마나 다른지 (픽셀의 표준편차) | How much the ten pictures of a block differ from each other (standard deviation of pixels)"""
    return float(np.mean([pictures[new_syllable == s].std(axis=0).mean() for s in range(140)]))

writer_share, writer_right = score_orders(written)
by_block_share, by_block_right = score_orders(plain_by_block)
mean_share, mean_right = score_orders(mean_pictures)
print(say(f"조건부 VAE: 알아본 비율 {writer_share:.1%}, 시킨 글자 {writer_right:.1%}",
          f"conditional VAE: recognised {writer_share:.1%}, as ordered {writer_right:.1%}"))
print(say(f"평균 그림: 알아본 비율 {mean_share:.1%}, 시킨 글자 {mean_right:.1%}",
          f"mean pictures: recognised {mean_share:.1%}, as ordered {mean_right:.1%}"))
print(say(f"보통 오토인코더, 글자마다: 알아본 비율 {by_block_share:.1%}, 시킨 글자 {by_block_right:.1%}",
          f"plain, block by block: recognised {by_block_share:.1%}, as ordered {by_block_right:.1%}"))

# %% id="variety"
writers = {"conditional": written, "mean pictures": mean_pictures, "plain": plain_by_block, "real": X_new}
for name, pictures in writers.items():
    print(f"{name:14} {variety(pictures):.3f}")

# %% [markdown] id="weights" lang="ko"
# 가장 잘 읽히는 것은 뜻밖에 **평균 그림**입니다. 거의 다 주문대로 읽힙니다. 그러나 같은 글자면 늘 같은 그림이라, 서로 다른 정도(바로 위의 출력)가 0입니다. 읽히기만 하면 된다면 모델이 필요 없고, **쓸 때마다 다르게** 쓰려면 모델이 필요합니다.
#
# 다르게 쓰는 둘 가운데서는 조건부 VAE가 크게 앞섭니다. 열에 일곱이 주문대로 읽히고(심판이 확신한 것은 열에 넷), 서로 다른 정도는 진짜 그림의 셋에 둘쯤입니다. 똑같이 글자를 알고 뽑은 보통 오토인코더는 크게 뒤처집니다. 서로 다른 정도는 조금 더 크지만 대개 다른 글자나 글자 아닌 것으로 달라진 것이고, 이 자는 그것까지 셉니다. 학습도 9 에포크가 아니라 7 에포크였습니다. 숫자마다 따로 뽑느라 함께 움직이던 숫자들이 어긋난 탓도 있을 것입니다. 다만 이 승리에서 얼마가 KL 덕이고 얼마가 글자를 디코더에 직접 넣은 덕인지는 이 비교로 가를 수 없습니다.
#
# ### 굵기 손잡이
#
# 글씨체 코드에서 굵기의 방향을 찾습니다. 가는 글꼴(Light)로 그린 그림들의 평균 코드에서 가장 굵은 글꼴(ExtraBold)의 평균 코드로 가는 화살표입니다. 이 방향으로 조금씩 움직이며 **나비**, **바다**, **피자**를 씁니다.

# %% [markdown] id="weights" lang="en"
# The best to read are, of all things, the **mean pictures**: nearly all come out as ordered. But one block is always the same picture, so their variety, printed just above, is 0. If legible is all you want, you need no model; to write **differently each time**, you do.
#
# Of the two that vary, the conditional VAE is far ahead: seven in ten read as ordered (the judge is sure of four in ten), with about two thirds of the variety of real pictures. The plain autoencoder, whose codes were drawn knowing the letter too, is far behind. It varies a little more, but mostly into other letters or none, which this measure of variety counts as well. It also had 7 epochs against 9; drawing each number by itself probably tears apart numbers that move together. How much of the win is owed to KL, and how much to telling the decoder the letter directly, this comparison cannot say.
#
# ### A knob for weight
#
# Where in the handwriting code is stroke weight? Take the arrow from the mean code of pictures in the thinnest font (Light) to that of the thickest (ExtraBold). Moving along it we write three words: 나비 (nabi, butterfly), 바다 (bada, sea) and 피자 (pija, pizza).

# %% id="weight-direction"
def mean_style(weight):
    pictures, c, v = hangul_images(4, seed=3, shift=1.0, weights=weight)
    styles, _ = style_encoder(np.hstack([pictures, letters(c, v)]))
    return styles.numpy().mean(axis=0), float(pictures.mean())

light, light_ink = mean_style("Light")
heavy, heavy_ink = mean_style("ExtraBold")

# %% id="word"
word_consonants = [CONSONANTS.index(letter) for letter in "ㄴㅂㅂㄷㅍㅈ"]
word_vowels = [VOWELS.index(letter) for letter in "ㅏㅣㅏㅏㅣㅏ"]
amounts = [0, 0.25, 0.5, 0.75, 1]
rows = [write(np.tile(light + t * (heavy - light), (6, 1)), word_consonants, word_vowels) for t in amounts]
show_images(rows, labels=[f"{t:.2f}" for t in amounts], titles=list(say("나비바다피자")))

# %% [markdown] id="ink-words" lang="ko"
# 위에서 아래로 갈수록 획이 굵어지고, 글자는 그대로입니다. 정말 굵기만 바뀌는지 140글자를 모두 써서 확인합니다. 굵기는 평균 밝기로 어림합니다. 획이 하얗기 때문입니다. 글자가 커져도 밝아지니 완벽한 자는 아닙니다.

# %% [markdown] id="ink-words" lang="en"
# From top to bottom the strokes grow thicker and the letters stay. To see whether weight is what changes, write all 140 blocks. Mean brightness stands for weight, since the strokes are white; larger letters are brighter too, so it is no perfect ruler.

# %% id="ink"
all_consonants, all_vowels = np.repeat(np.arange(14), 10), np.tile(np.arange(10), 14)
inks, word_rights = [], []
for t in amounts:
    pictures = write(np.tile(light + t * (heavy - light), (140, 1)), all_consonants, all_vowels)
    inks.append(float(pictures.mean()))
    word_rights.append(float(np.mean(ask_judge(pictures)[0] == np.arange(140))))
    print(say(f"{t:.2f}  평균 밝기 {inks[-1]:.3f}  시킨 글자 {word_rights[-1]:.1%}",
              f"{t:.2f}  mean brightness {inks[-1]:.3f}  as ordered {word_rights[-1]:.1%}"))
print(say(f"진짜 글꼴: {light_ink:.3f} … {heavy_ink:.3f}",
          f"the real fonts: {light_ink:.3f} … {heavy_ink:.3f}"))

# %% [markdown] id="exercise-3-task" lang="ko"
# 밝기가 차례로 늘어나고, 심판은 어느 굵기에서나 열에 아홉 넘게 주문한 글자로 읽습니다. 이 방향에서는 글자와 굵기를 따로 조종한 것입니다. (글씨체를 무작위로 뽑았을 때는 열에 일곱이었습니다.)
#
# ### 연습 3. 글씨체 베끼기
#
# 그림 한 장과 그 그림의 자음, 모음 번호를 받아 **그 글씨체로** 낱말을 쓰는 함수를 만드세요. `picture`는 모양이 (784,)이고 `word_consonants`와 `word_vowels`는 번호의 목록입니다. `style_encoder`는 평균과 로그 분산을 주며, 여기에는 평균을 씁니다.

# %% [markdown] id="exercise-3-task" lang="en"
# Brightness grows with each step, and at every weight the judge reads at least nine in ten as ordered: along this line, letter and weight are steered separately. (With handwriting drawn at random it was only seven in ten.)
#
# ### Exercise 3. Copy a handwriting
#
# Write a function that takes one picture with the numbers of its consonant and vowel, and writes a word **in that handwriting**. `picture` has the shape (784,); `word_consonants` and `word_vowels` are lists of numbers. `style_encoder` gives mean and log variance; use the mean.

# %% id="exercise-3"
def copy_hand(picture, consonant, vowel, word_consonants, word_vowels):
    return ...  # 여기를 채우세요 | fill this in

# %% id="exercise-3-check"
model_style, _ = style_encoder(np.hstack([X_new[:3], letters(new_consonant[:3], new_vowel[:3])]))
check(
    copy_hand,
    lambda f: all(np.allclose(f(X_new[i], new_consonant[i], new_vowel[i], [1, 5], [0, 9]),
                              write(np.tile(model_style[i], (2, 1)), [1, 5], [0, 9]), atol=1e-3)
                  for i in range(3)),
    hint=say("그림 뒤에 그 그림의 글자를 이어 붙여 style_encoder에 넣고, 나온 평균을 np.tile로 낱말 "
             "길이만큼 되풀이해서 write에 주세요.",
             "Attach the picture's own letters to the picture, put it through style_encoder, repeat "
             "the mean with np.tile for each block of the word, and hand it to write."),
)

# %% [markdown] id="exercise-3-solution" lang="ko"
# <details>
# <summary>힌트</summary>
#
# 인코더는 그림 여러 장을 한꺼번에 받습니다. 한 장이라도 `[None]`으로 (1, 808) 모양을 만들어야 합니다.
# </details>
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def copy_hand(picture, consonant, vowel, word_consonants, word_vowels):
#     labelled = np.hstack([picture, letters(consonant, vowel)])[None]
#     style, _ = style_encoder(labelled)
#     return write(np.tile(style, (len(word_consonants), 1)), word_consonants, word_vowels)
# ```
#
# `show_images(copy_hand(X_new[0], new_consonant[0], new_vowel[0], [1, 5], [0, 9]))`로 눈으로도 확인하세요.
# </details>

# %% [markdown] id="exercise-3-solution" lang="en"
# <details>
# <summary>Hint</summary>
#
# The encoder takes many pictures at once. A single one needs `[None]` to get the shape (1, 808).
# </details>
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def copy_hand(picture, consonant, vowel, word_consonants, word_vowels):
#     labelled = np.hstack([picture, letters(consonant, vowel)])[None]
#     style, _ = style_encoder(labelled)
#     return write(np.tile(style, (len(word_consonants), 1)), word_consonants, word_vowels)
# ```
#
# Have a look, too: `show_images(copy_hand(X_new[0], new_consonant[0], new_vowel[0], [1, 5], [0, 9]))`.
# </details>

# %% [markdown] id="measured-words" lang="ko"
# ## 우리가 잰 것

# %% [markdown] id="measured-words" lang="en"
# ## What we measured

# %% id="what-we-measured"
measured = {
    "plain_error": plain_error,
    "pca_error": pca_error,
    "vae_error": error(vae_rebuilt),
    "judge_accuracy": judge_accuracy,
    "real_share": real_share,
    "noise_share": noise_share,
    "overlay_share": overlay_share,
    "plain_normal_share": plain_normal_share,
    "plain_fitted_share": plain_fitted_share,
    "plain_fitted_kinds": plain_kinds,
    "vae_share": vae_share,
    "vae_kinds": vae_kinds,
    "vae_fitted_share": vae_fitted_share,
    "vae_rebuilt_share": vae_rebuilt_share,
    "plain_rebuilt_share": plain_rebuilt_share,
    **{f"bits_at_weight_{weight}": rate for weight, rate in zip(kl_weights, rates)},
    **{f"error_at_weight_{weight}": value for weight, value in zip(kl_weights, errors)},
    "broken_bits": broken_bits,
    "writer_share": writer_share,
    "writer_right": writer_right,
    "mean_picture_share": mean_share,
    "mean_picture_right": mean_right,
    "writer_variety": variety(written),
    "real_variety": variety(X_new),
    "by_block_share": by_block_share,
    "by_block_right": by_block_right,
    "ink_light": inks[0],
    "ink_heavy": inks[-1],
}
for name, value in measured.items():
    print(f"{name:28} {value:8.4f}")

assert plain_error < 0.7 * pca_error, say("오토인코더가 PCA를 이기지 못했습니다",
                                          "the autoencoder does not beat PCA")
assert judge_accuracy > 0.9 and noise_share < 0.03, say("심판을 믿을 수 없습니다",
                                                        "the judge cannot be trusted")
assert max(plain_fitted_share, vae_share) < real_share / 3, say("무작위 코드가 너무 잘 나왔습니다",
                                                                "random codes did surprisingly well")
assert rates == sorted(rates, reverse=True), say("무게를 올렸는데 비트가 줄지 않았습니다",
                                                 "a heavier weight did not save bits")
assert broken_bits < 2, say("고장 난 VAE의 코드가 무너지지 않았습니다",
                            "the broken VAE's codes have not collapsed")
assert writer_right > 1.5 * by_block_right, say("조건부 VAE가 이기지 못했습니다",
                                                "the conditional VAE does not win")
assert mean_right > writer_right, say("평균 그림이 더 잘 읽혀야 합니다",
                                      "mean pictures must be easier to read")
assert variety(written) > 0.55 * variety(X_new), say("조건부 VAE의 그림이 서로 달라야 합니다",
                                                     "the conditional VAE must vary")
assert inks == sorted(inks), say("굵기가 차례로 늘지 않았습니다",
                                 "the strokes do not grow step by step")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 보통 디코더에 아무 코드나 넣으면 글자가 거의 나오지 않습니다. 코드의 섬 사이에 **구멍**이 있다고 그려 볼 수 있습니다. 코드의 평균과 공분산을 맞추어도 겹친 글자가 받는 점수쯤에 그칩니다.
# - VAE는 코드를 점이 아니라 분포로 내놓고, 표준 정규 분포에서 멀어진 만큼 벌금(KL)을 냅니다. 케라스로는 `train_step` 하나면 됩니다.
# - 이 수업의 짧은 학습에서 VAE는 점수로 보통 오토인코더를 **이기지 못했습니다.** 그림이 번져서 심판이 진짜를 복원한 것조차 잘 알아보지 못했습니다.
# - KL은 **비트**입니다. 무게를 올리면 비트가 줄고 오차가 늘어, 1강의 비트율–왜곡 곡선이 다시 나옵니다. 너무 무거우면 코드가 무너집니다.
# - 글자를 따로 알려 주자 열에 일곱이 주문대로 읽혔고, 굵기를 조절하며 낱말을 쓸 수 있었습니다. 읽히기로는 평균 그림이 앞서지만, 평균 그림은 늘 똑같습니다.
#
# 연습 1에서 KL을 손으로 계산했고, 연습 2에서 고장을 진단했고, 연습 3에서 글씨체를 옮겼습니다.
#
# 다음 수업에서는 그림을 떠나 **낱말**을 벡터로 바꿉니다.
#
# ### 참고한 글
#
# - Diederik P. Kingma, Max Welling (2013), [Auto-Encoding Variational Bayes](https://arxiv.org/abs/1312.6114): VAE의 첫 논문
# - Irina Higgins 외 (2017), [beta-VAE](https://openreview.net/forum?id=Sy2fzU9gl): KL의 무게를 바꾸는 VAE
# - Alexander A. Alemi 외 (2018), [Fixing a Broken ELBO](https://arxiv.org/abs/1711.00464): VAE의 비트율–왜곡 곡선
# - Kihyuk Sohn 외 (2015), [Learning Structured Output Representation using Deep Conditional Generative Models](https://papers.nips.cc/paper/5775-learning-structured-output-representation-using-deep-conditional-generative-models): 조건부 VAE
#
# ← [이전](03_latent_space.ipynb) · [차례](README.md) · [다음](05_text_embedding.ipynb) → · [English edition](../en/04_generation.ipynb)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - Feed a plain decoder random codes and hardly a letter comes out. One picture for it: between the islands of codes there are **holes**. Matching the codes' mean and covariance raises the score only to about that of overlaid letters.
# - A VAE names a distribution instead of a point, and pays a fee (KL) for straying from the standard bell curve. In Keras that takes one `train_step`.
# - With the short training of this lesson the VAE did **not** beat the plain autoencoder's score. Its pictures are so soft that the judge hardly recognises even real pictures that it rebuilt.
# - KL is measured in **bits**. A heavier weight spends fewer bits and makes more error: lesson 1's rate–distortion curve again. Too heavy, and the codes collapse.
# - With the letter told separately, seven in ten drawings read as ordered, and we could write words while turning the stroke weight. Mean pictures are easier to read, but they are always the same.
#
# In exercise 1 you worked out KL by hand, in exercise 2 you diagnosed a fault, in exercise 3 you copied a handwriting.
#
# The next lesson leaves pictures and turns **words** into vectors.
#
# ### References
#
# - Diederik P. Kingma, Max Welling (2013), [Auto-Encoding Variational Bayes](https://arxiv.org/abs/1312.6114): the VAE's first paper
# - Irina Higgins and others (2017), [beta-VAE](https://openreview.net/forum?id=Sy2fzU9gl): turning the weight of the KL term
# - Alexander A. Alemi and others (2018), [Fixing a Broken ELBO](https://arxiv.org/abs/1711.00464): the rate–distortion curve of a VAE
# - Kihyuk Sohn and others (2015), [Learning Structured Output Representation using Deep Conditional Generative Models](https://papers.nips.cc/paper/5775-learning-structured-output-representation-using-deep-conditional-generative-models): the conditional VAE
#
# ← [Previous](03_latent_space.ipynb) · [Contents](README.md) · [Next](05_text_embedding.ipynb) → · [한국어판](../ko/04_generation.ipynb)
