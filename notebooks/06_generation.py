# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 06 · 생성: 그림이 되는 잠재 벡터
#
# **지금까지 디코더는 있던 그림을 복원하기만 했습니다. 이번에는 무작위로 뽑은 잠재 벡터를 넣어, 없던 글자를 그리게 합니다. 잠재 공간의 구멍을 눈으로 보고, 구멍을 줄이는 변분 오토인코더(VAE)를 만듭니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 무작위 잠재 벡터에서 왜 엉뚱한 그림이 나오는지 **그림으로 보입니다**.
# - 변분 오토인코더(variational autoencoder, VAE)를 Keras로 **만들고** 학습시킵니다.
# - KL 벌점을 비트로 **재고**, 벌점이 너무 클 때의 고장을 **진단합니다**.
# - 잠재 벡터의 분포를 가우스 혼합으로 **맞추어** 그림을 생성합니다.
#
# {minutes}분 · [02 · 오토인코더](02_autoencoder.ipynb)와 [01 · 압축](01_compression.ipynb)의 비트율–왜곡 그래프에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 06 · Generation: codes that make pictures
#
# **So far the decoder only brought back pictures that existed. Now we feed it random latent vectors, or codes for short, and ask for letters that were never there. We look at the holes in a latent space, and build the variational autoencoder (VAE) that narrows them.**
#
# After this lesson you can
#
# - **show** in a picture why random codes make rubbish;
# - **build** and train a variational autoencoder (VAE) in Keras;
# - **measure** its KL penalty in bits, and **diagnose** what happens when it is too large;
# - **fit** a mixture of Gaussians to the codes, and generate from it.
#
# {minutes} minutes · Builds on [02 · Autoencoder](02_autoencoder.ipynb) and the rate–distortion plot of [01 · Compression](01_compression.ipynb).
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup"
from helpers import (
    SYLLABLES,
    check,
    check_choice,
    hangul_images,
    say,
    show_images,
    show_table,
    use_course_style,
)
from helpers.training import train
import keras
from keras import layers, ops
import matplotlib.pyplot as plt
import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.stats import norm
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import NearestNeighbors

use_course_style()
keras.utils.set_random_seed(seed)
rng = np.random.default_rng(seed)

# %% [markdown] id="two-values" lang="ko"
# ## 1. 잠재 공간의 구멍
#
# 먼저 값 2개짜리 오토인코더로 시작합니다. 잠재 공간 전체를 평면에 그릴 수 있기 때문입니다. 값 2개로는 140글자를 담을 수 없으니, 앞에서 본 한글 가운데 열 글자만 300장씩 그립니다.
#
# 새로 그리기는 복원보다 어려우므로, 이 수업에서는 글자의 자리를 한 픽셀까지만 흔듭니다. 그래서 오차를 앞 수업의 값과 바로 비교할 수는 없습니다.

# %% [markdown] id="two-values" lang="en"
# ## 1. Holes in the latent space
#
# We begin with an autoencoder of two values, because its whole latent space fits on a page. Two values cannot hold 140 letters, so we take only ten of the Hangul blocks of earlier lessons, and draw each 300 times.
#
# Since inventing is harder than rebuilding, the letters of this lesson stray from the middle by at most one pixel, so errors cannot be set beside those of earlier lessons.

# %% id="ten"
ten = [SYLLABLES.index(letter) for letter in say("가너도루므비샤여죠휴")]
X_ten, consonant, vowel = hangul_images(300, seed=100 * seed + 4, shift=1.0)
y_ten = 10 * consonant + vowel
X_ten = X_ten[np.isin(y_ten, ten)]
y_ten = y_ten[np.isin(y_ten, ten)]

# %% [markdown] id="layers" lang="ko"
# 모든 생성 모델을 같은 층으로 만듭니다. 배치 정규화는 층을 지나는 값의 크기를 고르게 하여 학습을 빠르게 합니다. 평균을 빼 주므로 `Dense`에서 더하는 수(편향, bias)는 필요 없습니다.

# %% [markdown] id="layers" lang="en"
# All generators here are made of the same layers. Batch normalization evens out the size of the values passing through, which speeds up training. It takes the mean away, so `Dense` needs no bias.

# %% id="build"
def hidden(x):
    x = layers.Dense(512, use_bias=False)(x)
    return layers.LeakyReLU()(layers.BatchNormalization()(x))


def build_decoder(size):
    code = keras.Input((size,))
    return keras.Model(code, layers.Dense(784, activation="sigmoid")(hidden(code)))


def build_autoencoder(size):
    picture = keras.Input((784,))
    encoder = keras.Model(picture, layers.Dense(size)(hidden(picture)))
    return encoder, build_decoder(size)

# %% id="flat"
flat_encoder, flat_decoder = build_autoencoder(2)
flat = keras.Sequential([flat_encoder, flat_decoder])
train(flat, X_ten, X_ten, epochs=20, batch_size=128);

# %% [markdown] id="predict-holes" lang="ko"
# 훈련 그림의 잠재 벡터를 글자마다 다른 색으로 찍고, 평균과 공분산(성분들이 함께 변하는 정도)을 맞춘 정규 분포에서 1,000개를 뽑아 겹쳐 그립니다.
#
# **예상하고 실행하기.** 무작위로 뽑은 점은 모두 훈련 그림 근처에 떨어질까요?

# %% [markdown] id="predict-holes" lang="en"
# We plot the codes of the training pictures, each letter in its own color, and over them 1,000 points drawn from a bell curve with the same mean and covariance (how values vary together).
#
# **Predict, then run.** Will all the random points fall near training pictures?

# %% id="fit-bell"
def bell_codes(codes, n):
    mean, covariance = codes.mean(axis=0), np.cov(codes.T)
    return rng.multivariate_normal(mean, covariance, n).astype("float32")


def in_holes(codes, points):
    distance = NearestNeighbors(n_neighbors=1).fit(codes).kneighbors(points)[0][:, 0]
    return distance > 0.1 * codes.std()


flat_codes = flat_encoder.predict(X_ten, batch_size=1000, verbose=0)
flat_random = bell_codes(flat_codes, 1000)
in_hole = in_holes(flat_codes, flat_random)

# %% id="islands" tags=["hide-input"]
def draw_islands(ax, codes):
    for number, letter in enumerate(ten):
        own = codes[y_ten == letter]
        ax.scatter(*own.T, s=2, color=plt.cm.tab10(number), marker="o")
        ax.text(*own.mean(axis=0), SYLLABLES[letter], fontsize=16)
    ax.set(xlabel=say("첫째 성분", "first value"), ylabel=say("둘째 성분", "second value"))

# %% id="holes" tags=["predict"] alt={"ko": "섬처럼 떨어진 점 무리들. 섬과 섬 사이와 바깥에 무작위 점이 많이 떨어져 있다.", "en": "The codes form islands; many random points fall between the islands and outside."}
fig, ax = plt.subplots(figsize=(5.6, 4))
draw_islands(ax, flat_codes)
ax.scatter(*flat_random[in_hole].T, s=18, color="black", marker="x",
           label=say("무작위, 구멍", "random, in a hole"))
ax.legend()
plt.show()

# %% id="hole-share"
flat_holes = float(np.mean(in_hole))
print(say(f"구멍에 떨어진 점: {flat_holes:.0%}", f"points in a hole: {flat_holes:.0%}"))
show_images([flat_decoder.predict(flat_random[in_hole][:10], verbose=0)],
            labels=say(["구멍에서"], ["from holes"]))

# %% [markdown] id="holes-seen" lang="ko"
# 글자들은 **섬**을 이루고, 닮은 글자끼리는 섬 하나를 나누어 쓰기도 합니다. ×는 **구멍**이나 가장자리 바깥에 떨어진 점입니다. 점 전체가 퍼진 너비(표준편차)의 10분의 1 안에 훈련 그림이 하나도 없는 곳을 구멍이라고 했습니다. 디코더는 그곳을 연습한 적이 없습니다. 그래서 흐릿하거나 두 글자가 섞인 그림이 나오기도 하고, 읽을 수 있는 글자가 나오기도 합니다.
#
# 이제 140글자를 모두 그리고, **값 16개**를 씁니다. 16차원은 그릴 수 없으니 그림으로 확인합니다.

# %% [markdown] id="holes-seen" lang="en"
# The letters form **islands**; look-alikes may share one. The crosses fell into **holes**, or off the edge: places with no training picture within a tenth of the whole cloud's width (its standard deviation). The decoder never practiced there. So it answers now with a blur or with two letters in one, now with a letter that can be read.
#
# Now we take all 140 letters and **16 values**. Sixteen dimensions cannot be drawn, so we look at the pictures.

# %% id="load"
X_train, consonant, vowel = hangul_images(80, seed=100 * seed, shift=1.0)
y_train = 10 * consonant + vowel
X_test, consonant, vowel = hangul_images(10, seed=100 * seed + 1, shift=1.0)
y_test = 10 * consonant + vowel


def error(pictures):
    return float(np.mean((X_test - pictures) ** 2))

# %% id="plain"
encoder, decoder = build_autoencoder(16)
train(keras.Sequential([encoder, decoder]), X_train, X_train, epochs=13, batch_size=128)
Z_train = encoder.predict(X_train, batch_size=1000, verbose=0)
Z_test = encoder.predict(X_test, batch_size=1000, verbose=0)
plain_rebuilt = decoder.predict(Z_test, verbose=0)

# %% id="plain-random" alt={"ko": "위에서부터 진짜 글자, 복원한 글자, 표준 정규 분포에서 나온 얼룩, 맞춘 정규 분포에서 나온 글자 비슷한 모양.", "en": "From top: real letters, rebuilt letters, smudges from the standard normal, letter-like shapes from the fitted bell curve."}
normal_codes = rng.standard_normal((1000, 16), dtype="float32")
plain_normal = decoder.predict(normal_codes, verbose=0)
plain_bell = decoder.predict(bell_codes(Z_train, 1000), verbose=0)
show_images([X_test[:10], plain_rebuilt[:10], plain_normal[:10], plain_bell[:10]],
            labels=say(["진짜", "복원", "표준 정규", "맞춘 정규"],
                       ["real", "rebuilt", "standard", "fitted"]))

# %% [markdown] id="judge" lang="ko"
# 복원은 대체로 읽을 만합니다. 표준 정규 분포(평균 0, 표준편차 1)에서 뽑은 벡터는 거의 얼룩이고, 평균과 공분산을 맞춘 벡터는 글자처럼 보이지만 읽으려 하면 어느 글자도 아닌 것이 많습니다.
#
# ## 2. 심판을 세우고, 심판부터 시험하기
#
# 느낌은 점수가 아닙니다. 글자를 읽는 **분류기**(classifier) 둘을 심판으로 학습시킵니다. 하나는 `Dense` 층, 하나는 합성곱 층으로 만들어, 점수가 심판의 구조에 달린 것이 아닌지 확인합니다. 마지막 층의 소프트맥스(softmax)는 141개의 확신을 내놓고, 그 합은 1입니다.
#
# 심판은 생성한 그림을 보지 않고 새로 그린 그림으로만 배웁니다. 글자만 본 심판은 무엇에든 글자 이름을 붙이므로, 두 글자를 겹치거나 반씩 섞은 것과 노이즈는 **140번, ‘글자 아님’** 이라고 가르칩니다. 번진 그림은 글자 아님이 아닙니다. **번진 글자도 제 이름으로** 가르칩니다. 그래야 심판이 선명함이 아니라 글자를 봅니다.

# %% [markdown] id="judge" lang="en"
# Rebuilt pictures are mostly legible. Codes from the standard normal (mean 0, standard deviation 1) give little but smudges. Codes with fitted mean and covariance look like letters, but most of them are none; section 4 counts.
#
# ## 2. A judge, itself examined
#
# A feeling is not a score. We train two **classifiers** that read letters as judges: one of `Dense` layers, one of convolutions, to make sure that no score depends on how the judge is built. The softmax in the last layer gives 141 beliefs that add up to 1.
#
# Judges see nothing generated; they learn from fresh drawings. A judge that has seen only letters would call anything a letter, so two letters overlaid or mixed half and half, and noise, are taught as **number 140, "no letter"**. Blur is not "no letter": **blurred letters keep their names**, so that the judge looks at the letter and not at its sharpness.

# %% id="judge-lessons"
def blurred(pictures, width):
    images = pictures.reshape(-1, 28, 28)
    return gaussian_filter(images, (0, width, width)).reshape(-1, 784)


lessons, c, v = hangul_images(120, seed=100 * seed + 2, shift=1.0)
one, other = rng.integers(0, len(lessons), (2, 5000))
overlaid = np.maximum(lessons[one[:2000]], lessons[other[:2000]])
between = (lessons[one[2000:]] + lessons[other[2000:]]) / 2
noise = rng.random((500, 784), dtype="float32")
lessons = np.concatenate([lessons, overlaid, between, noise])
answers = np.concatenate([10 * c + v, np.full(5500, 140)])
del overlaid, between
some, others = rng.permutation(len(lessons))[:5000].reshape(2, 2500)
lessons[some] = blurred(lessons[some], 0.7)
lessons[others] = blurred(lessons[others], 1.1)

# %% id="judge-shapes"
dense_judge = keras.Sequential([
    keras.Input((784,)),
    layers.Dense(256), layers.BatchNormalization(), layers.ReLU(),
    layers.Dense(256), layers.BatchNormalization(), layers.ReLU(),
    layers.Dense(141, activation="softmax"),
])
conv_judge = keras.Sequential([
    keras.Input((784,)), layers.Reshape((28, 28, 1)),
    layers.Conv2D(16, 5, strides=2), layers.BatchNormalization(), layers.ReLU(),
    layers.Conv2D(32, 3, strides=2), layers.BatchNormalization(), layers.ReLU(),
    layers.Flatten(), layers.Dense(141, activation="softmax"),
])
judges = [dense_judge, conv_judge]
for judge in judges:
    train(judge, lessons, answers, epochs=6, loss="sparse_categorical_crossentropy")
del lessons

# %% [markdown] id="judge-bar" lang="ko"
# **알아본 비율**은 심판이 글자 하나를 80%보다 더 확신한 그림의 비율입니다.

# %% [markdown] id="judge-bar" lang="en"
# **Recognised** is the share of pictures where the judge is more than 80% sure of one letter.

# %% id="judge-bars"
def ask(judge, pictures):
    """첫째로 꼽은 글자와 확신 | the best guess and how sure the judge is"""
    belief = judge.predict(pictures, batch_size=1000, verbose=0)
    return belief.argmax(axis=1), belief.max(axis=1)


def recognised(pictures):
    shares = []
    for judge in judges:
        best, sure = ask(judge, pictures)
        shares.append(float(np.mean((best < 140) & (sure > 0.8))))
    return shares

# %% id="judge-exam"
exam = [float(np.mean(ask(judge, X_test)[0] == y_test)) for judge in judges]
print(say(f"테스트 세트의 정확도: {exam[0]:.3f}, {exam[1]:.3f}",
          f"accuracy on the test set: {exam[0]:.3f}, {exam[1]:.3f}"))
midpoints = decoder.predict((Z_test + Z_test[::-1]) / 2, verbose=0)
passed = recognised(midpoints)
show_table([
    [say("진짜", "real"), *recognised(X_test)],
    [say("번진 진짜", "real, blurred"), *recognised(blurred(X_test, 0.7))],
    [say("두 글자를 겹친 것", "two overlaid"), *recognised(np.maximum(X_test, X_test[::-1]))],
    [say("두 벡터의 가운데를 복원", "decoded midpoints"), *passed],
    [say("노이즈", "noise"), *recognised(rng.random((500, 784), dtype="float32"))],
], say(["", "알아봄 1", "알아봄 2"], ["", "recog. 1", "recog. 2"]))

# %% [markdown] id="vae" lang="ko"
# 심판은 진짜 그림이 조금 번져도 알아보고, 노이즈에는 속지 않습니다. 그러나 두 글자를 겹친 것, 그리고 두 잠재 벡터의 가운데에서 복원한 것은 10% 안팎까지 글자로 읽어 줍니다. 그러니 **몇 %포인트의 차이는 뜻이 없고**, 10% 근처의 점수는 아무 데나 찍은 것과 다름없습니다.
#
# ## 3. 변분 오토인코더
#
# 구멍을 줄이려면 학습할 때부터 구멍을 지나가게 하면 됩니다. 두 가지를 바꿉니다.
#
# 1. 인코더는 점 하나가 아니라 평균 $\mu$와 표준편차 $\sigma$, 즉 **작은 구름 하나**를 냅니다. 디코더는 그 주변에서 뽑은 점을 받습니다. 어느 점이 뽑혀도 그림을 복원해야 하므로, 그림마다 제 구름을 차지하게 됩니다.
# 2. 그대로 두면 인코더는 $\sigma$를 0으로 줄여 버립니다. 그래서 구름이 표준 정규 분포에서 멀어지는 만큼 **KL 벌점**(쿨백–라이블러 발산)을 매깁니다. 그러면 구름들이 원점 둘레에 촘촘히 모여 빈틈이 줄어듭니다.
#
# 뽑기에는 요령이 있습니다. 신경망을 학습시키려면 손실이 $\mu$와 $\sigma$에 따라 어떻게 변하는지(기울기) 알아야 하는데, 무작위로 뽑는 일은 미분할 수 없습니다. 그래서 표준 정규 분포에서 $\varepsilon$을 먼저 뽑아 두고, 거기에 $\sigma$를 **곱하고** $\mu$를 **더하기만** 합니다. 이것이 재매개변수화 트릭(reparameterization trick)입니다.
#
# $$z = \mu + \sigma\,\varepsilon, \qquad \mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$
#
# 벌점이 어떻게 생겼는지 성분 하나로 그려 봅시다. **예상하고 실행하기.** $\mu$와 $\sigma$가 얼마일 때 벌점이 0일까요? $\sigma$를 0으로 줄이면 어떻게 될까요?

# %% [markdown] id="vae" lang="en"
# The judges know real letters, slightly blurred ones too, and noise does not fool them. But of two letters overlaid, and of what the decoder draws halfway between two codes, they pass up to about one in ten. So **differences of a few points mean nothing**, and a score near 10% is no better than aiming halfway between.
#
# ## 3. The variational autoencoder
#
# To narrow the holes, let training pass through them. Two things change.
#
# 1. The encoder names not a point but a **mean $\mu$ and a standard deviation $\sigma$**, and the decoder gets a point drawn around there. Whichever point is drawn, the picture must come back, so each picture comes to own a small cloud.
# 2. Left alone, the encoder would shrink $\sigma$ to 0. So it is charged a **KL penalty** (Kullback–Leibler divergence) for each cloud that strays from the standard normal. This packs the clouds closely around the origin.
#
# Drawing needs a trick. Training must know how the loss changes with $\mu$ and $\sigma$ (the gradient), and a random draw has none. So $\varepsilon$ is drawn first, from the standard normal, and then only **multiplied** by $\sigma$ and **added** to $\mu$. This is the reparameterization trick.
#
# $$z = \mu + \sigma\,\varepsilon, \qquad \mathrm{KL} = \frac{1}{2} \sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)$$
#
# Here is the penalty of one value. **Predict, then run.** For which $\mu$ and $\sigma$ is it 0? What happens as $\sigma$ shrinks to 0?

# %% id="kl-curve" tags=["predict"] alt={"ko": "두 곡선. 왼쪽은 평균이 0일 때 가장 낮은 포물선, 오른쪽은 표준편차가 1일 때 0이고 0으로 갈수록 치솟는다.", "en": "Two curves. Left: a parabola, lowest at mean 0. Right: zero at standard deviation 1, shooting up towards 0."}
mean = np.linspace(-3, 3, 100)
sigma = np.linspace(0.02, 3, 100)
fig, axes = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
axes[0].plot(mean, mean**2 / 2, marker="")
axes[0].set(xlabel="μ (σ = 1)", ylabel=say("KL 벌점", "KL penalty"))
axes[1].plot(sigma, (sigma**2 - 2 * np.log(sigma) - 1) / 2, marker="")
axes[1].set(xlabel="σ (μ = 0)")
plt.show()

# %% [markdown] id="draw" lang="ko"
# 벌점은 $\mu = 0$, $\sigma = 1$일 때만 0입니다. $\sigma$를 0으로 줄이면 벌점이 한없이 커지므로, 인코더는 구름을 점으로 줄일 수 없습니다.
#
# 뽑기와 벌점을 층 하나에 담습니다. 인코더는 $\ln \sigma^2$(`log_variance`)을 냅니다. 어떤 값이든 괜찮고, 되돌린 $\sigma$는 늘 양수입니다. 층이 `add_loss`로 더한 값은 모델의 손실에 보태집니다. Keras의 교차 엔트로피는 784픽셀의 **평균**이므로, 벌점도 784로 나누어 같은 자로 맞춥니다.
#
# $\ln \sigma^2$을 내는 층은 가중치를 0에서 시작합니다. 그러면 모든 $\sigma$가 1에서 출발합니다. 무작위로 시작하면 가끔 $\sigma$가 처음 몇 걸음에 터무니없이 커져, 학습이 끝나도록 돌아오지 못합니다.

# %% [markdown] id="draw" lang="en"
# The penalty is 0 only at $\mu = 0$, $\sigma = 1$. It grows without bound as $\sigma$ shrinks to 0, so the encoder cannot shrink its cloud to a point.
#
# One layer holds the draw and the penalty. The encoder gives $\ln \sigma^2$ (`log_variance`): it may be any number, and the $\sigma$ we get back is always positive. Whatever a layer passes to `add_loss` is added to the model's loss. The cross-entropy of Keras is the **mean** over 784 pixels, so the penalty is divided by 784 to be on the same scale.
#
# The layer for $\ln \sigma^2$ starts with weights of 0, so every $\sigma$ starts at 1. From a random start, $\sigma$ now and then grows out of all bounds in the first few steps, and training never recovers.

# %% id="draw-layer"
def kl_divergence(mean, log_variance):
    fees = mean**2 + ops.exp(log_variance) - log_variance - 1
    return ops.sum(fees, axis=1) / 2


dice = keras.random.SeedGenerator(seed)


class Draw(layers.Layer):
    """평균 주변에서 뽑고 KL 벌점을 더한다 | draws around the mean and adds the KL penalty"""

    def __init__(self, kl_weight):
        super().__init__()
        self.kl_weight = kl_weight

    def call(self, mean, log_variance):
        kl = ops.mean(kl_divergence(mean, log_variance))
        self.add_loss(self.kl_weight * kl / 784)
        noise = keras.random.normal(ops.shape(mean), seed=dice)
        return mean + ops.exp(log_variance / 2) * noise

# %% id="build-vae"
def build_vae(size, kl_weight=1.0):
    picture = keras.Input((784,))
    x = hidden(picture)
    mean = layers.Dense(size)(x)
    log_variance = layers.Dense(size, kernel_initializer="zeros")(x)
    encoder = keras.Model(picture, [mean, log_variance])
    decoder = build_decoder(size)
    drawn = Draw(kl_weight)(*encoder(picture))
    return keras.Model(picture, decoder(drawn)), encoder, decoder

# %% [markdown] id="flat-vae" lang="ko"
# 먼저 값 2개짜리로 1절의 그래프를 다시 그립니다. 구멍이 잘 메워지도록 벌점은 네 배로 매깁니다(벌점의 크기는 5절에서 다룹니다). VAE의 디코더는 구름에서 **뽑은 점**에서 연습하므로, 그 점들을 찍습니다. 1절과는 벌점, 찍는 점, 뽑는 분포(표준 정규)가 함께 달라졌으니, 기준을 둘 둡니다. 하나는 보통의 잠재 벡터를 **구름만큼 흩뜨린 것**, 하나는 점들이 **정확히 표준 정규 분포**를 따를 때의 값입니다. 점의 수가 훈련 그림만큼이라 이때도 0은 아닙니다.

# %% [markdown] id="flat-vae" lang="en"
# First with two values, to draw section 1's plot again. To close the holes well, the penalty counts four times (section 5 is about its size). A VAE's decoder practices on points **drawn** from the clouds, so those are what we plot. Penalty, points and the distribution drawn from (now the standard normal) all differ from section 1, so there are two yardsticks: plain codes **smeared** as widely, and as many points of a **perfect bell**, whose number is limited, so not even that gives 0.

# %% id="flat-vae-train"
flat_vae, round_encoder, round_decoder = build_vae(2, kl_weight=4.0)
train(flat_vae, X_ten, X_ten, epochs=20, batch_size=128)
mean, log_variance = round_encoder.predict(X_ten, batch_size=1000, verbose=0)
round_codes = mean + np.exp(log_variance / 2) * rng.standard_normal(mean.shape)
round_random = rng.standard_normal((1000, 2), dtype="float32")
round_holes = float(np.mean(in_holes(round_codes, round_random)))
perfect = rng.standard_normal(mean.shape)
perfect_holes = float(np.mean(in_holes(perfect, round_random)))

width = np.mean(np.exp(log_variance / 2)) / mean.std()  # 구름의 너비 | width of a cloud
spread = width * flat_codes.std(axis=0)
smeared = flat_codes + spread * rng.standard_normal(flat_codes.shape)
smeared_holes = float(np.mean(in_holes(smeared, bell_codes(smeared, 1000))))
show_table([[say("보통", "plain"), flat_holes],
            [say("보통, 구름만큼 흩뜨림", "plain, smeared into clouds"), smeared_holes],
            ["VAE", round_holes],
            [say("완벽한 정규 분포", "a perfect bell"), perfect_holes]],
           say(["", "구멍"], ["", "in holes"]), digits=2)

# %% id="flat-vae-plot" alt={"ko": "왼쪽은 원점 둘레에 서로 맞닿아 모인 글자들의 섬, 오른쪽은 평면을 고르게 훑으며 그린 글자들이 서서히 바뀌는 격자.", "en": "Left: islands of letters that touch each other around the origin. Right: a grid swept over the plane, where letters turn gradually into others."}
steps = norm.ppf(np.linspace(0.05, 0.95, 9))
grid = np.stack(np.meshgrid(steps, -steps), axis=-1).reshape(-1, 2)
tiles = round_decoder.predict(grid, verbose=0).reshape(9, 9, 28, 28)
fig, axes = plt.subplots(1, 2, figsize=(8, 4))
draw_islands(axes[0], round_codes)
axes[1].imshow(tiles.transpose(0, 2, 1, 3).reshape(252, 252), cmap="gray")
axes[1].axis("off")
plt.show()

# %% [markdown] id="flat-vae-seen" lang="ko"
# 섬들이 원점 둘레로 모여 구멍이 줄었습니다. 그래도 빈 띠가 남아 있어, 완벽한 정규 분포만큼 고르지는 않습니다. 보통의 벡터도 흩뜨리면 구멍이 그만큼 줄어드니, 구멍을 메우는 것은 **구름**입니다. VAE의 디코더는 그 구름에서 연습했다는 점이 다릅니다. 오른쪽은 평면을 고르게 훑으며 그린 것입니다. 한 글자가 이웃한 글자로 서서히 바뀝니다. 다만 값 2개에 구름까지 겹치니 그림은 흐립니다.
#
# 이제 140글자를 값 16개로 담습니다. 보통의 오토인코더와 똑같이 13 에포크 학습시킵니다.

# %% [markdown] id="flat-vae-seen" lang="en"
# The islands have gathered around the origin, and there are fewer holes. Gaps remain, more than in a perfect bell. Plain codes, smeared, have about as few: it is the **clouds** that fill holes, and the VAE's decoder has practiced in them. At the right we sweep over the plane: one letter turns gradually into the next. With two values and overlapping clouds, though, the pictures are blurred.
#
# Now all 140 letters with 16 values, trained for 13 epochs, just as the plain autoencoder was.

# %% id="vae-train"
vae, vae_encoder, vae_decoder = build_vae(16)
train(vae, X_train, X_train, epochs=13, batch_size=128)
vae_mean, vae_log = vae_encoder.predict(X_test, batch_size=1000, verbose=0)
vae_rebuilt = vae_decoder.predict(vae_mean, verbose=0)
vae_normal = vae_decoder.predict(normal_codes, verbose=0)
plain_error, vae_error = error(plain_rebuilt), error(vae_rebuilt)
print(say(f"복원 오차: 보통 {plain_error:.4f}, VAE {vae_error:.4f}",
          f"error of rebuilt pictures: plain {plain_error:.4f}, VAE {vae_error:.4f}"))
show_images([X_test[:10], vae_rebuilt[:10], vae_normal[:10]],
            labels=say(["진짜", "복원", "표준 정규"], ["real", "rebuilt", "standard"]))

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 값 4개짜리 VAE
#
# 값 4개짜리 VAE를 만들고 학습시키세요. 조건은 둘입니다. 테스트 그림의 복원 오차가 값 4개짜리 PCA보다 작고, 그림마다 잰 KL의 중앙값이 20비트 이하일 것(KL을 $\ln 2$로 나누면 비트입니다. 이유는 5절에서 봅니다). `answer`는 `(인코더, 디코더)`입니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. A VAE of four values
#
# Build and train a VAE of four values. Two conditions: its error on test pictures is smaller than that of PCA with four values, and the median KL of a picture is at most 20 bits (divide KL by $\ln 2$ for bits; section 5 says why). `answer` is `(encoder, decoder)`.

# %% id="exercise-1"
answer = ...

# %% id="exercise-1-check" tags=["check"]
def small_vae(models):
    mean, log_variance = models[0].predict(X_test, verbose=0)
    assert mean.shape == (1400, 4), say("잠재 벡터의 값이 4개가 아닙니다.",
                                        "The codes do not have four values.")
    bits = np.median(kl_divergence(mean, log_variance)) / np.log(2)
    assert bits <= 20, say(f"KL이 {bits:.0f}비트입니다.", f"KL is {bits:.0f} bits.")
    pca = PCA(4, random_state=0).fit(X_train[:5600])
    limit = error(pca.inverse_transform(pca.transform(X_test)))
    found = error(models[1].predict(mean, verbose=0))
    assert found < limit, say(f"오차 {found:.4f}가 PCA의 {limit:.4f}보다 큽니다.",
                              f"The error {found:.4f} is above PCA's {limit:.4f}.")
    return True


check(answer, small_vae, hint=say(
    "build_vae(4)가 돌려주는 셋 가운데 첫째를 10 에포크 학습시킵니다.",
    "build_vae(4) returns three models; train the first for ten epochs."))

# %% id="exercise-1-solution" tags=["solution"]
small, small_encoder, small_decoder = build_vae(4)
train(small, X_train, X_train, epochs=10)
answer = (small_encoder, small_decoder)

# %% [markdown] id="mixture" lang="ko"
# ## 4. 어디에서 뽑을까: 가우스 혼합
#
# 구멍을 다루는 다른 길도 있습니다. 잠재 공간을 고치는 대신 **뽑는 분포를 데이터에 맞추는** 것입니다. 정규 분포 하나로는 모자라니 140개를 겹칩니다. 이것이 가우스 혼합(Gaussian mixture)입니다. 레이블은 주지 않고, 몇 개를 겹칠지만 정해 줍니다.

# %% [markdown] id="mixture" lang="en"
# ## 4. Where to draw from: a mixture of Gaussians
#
# There is another way to deal with holes: leave the latent space as it is and **fit the distribution we draw from**. One bell curve is not enough, so we overlay 140 of them: a mixture of Gaussians. It gets no labels, only the number of bells.

# %% id="mixture-fit"
def mixture_codes(codes, n):
    bells = GaussianMixture(140, covariance_type="diag", tol=0.1, random_state=seed)
    return bells.fit(codes[:8000]).sample(n)[0].astype("float32")


V_train, _ = vae_encoder.predict(X_train, batch_size=1000, verbose=0)
plain_mixed = decoder.predict(mixture_codes(Z_train, 1000), verbose=0)
vae_mixed = vae_decoder.predict(mixture_codes(V_train, 1000), verbose=0)
vae_bell = vae_decoder.predict(bell_codes(V_train, 1000), verbose=0)

# %% [markdown] id="predict-table" lang="ko"
# **예상하고 실행하기.** 두 오토인코더와 세 가지 뽑는 법을 모두 심판 앞에 세웁니다. 어느 짝이 가장 많이 읽힐까요? VAE의 표준 정규는 보통의 오토인코더에 맞춘 정규를 앞설까요? ‘가짓수’는 심판 1이 알아본 글자의 종류입니다.

# %% [markdown] id="predict-table" lang="en"
# **Predict, then run.** Two autoencoders and three ways to draw, all before the judges. Which pair is read most often? Does the VAE's standard normal lead the plain autoencoder's fitted bell? "Kinds" counts the different letters judge 1 recognised.

# %% id="judged-table" tags=["predict"]
def row(name, pictures):
    best, sure = ask(dense_judge, pictures)
    kinds = set(best[(best < 140) & (sure > 0.8)])
    return [name, *recognised(pictures), len(kinds)]


judged = [
    row(say("진짜", "real"), X_test),
    row(say("보통, 복원", "plain, rebuilt"), plain_rebuilt),
    row(say("VAE, 복원", "VAE, rebuilt"), vae_rebuilt),
    row(say("보통, 표준 정규", "plain, standard"), plain_normal),
    row(say("VAE, 표준 정규", "VAE, standard"), vae_normal),
    row(say("보통, 맞춘 정규", "plain, fitted"), plain_bell),
    row(say("VAE, 맞춘 정규", "VAE, fitted"), vae_bell),
    row(say("보통, 가우스 혼합", "plain, mixture"), plain_mixed),
    row(say("VAE, 가우스 혼합", "VAE, mixture"), vae_mixed),
]
show_table(judged, say(["", "알아봄 1", "알아봄 2", "가짓수"],
                       ["", "recog. 1", "recog. 2", "kinds"]))

# %% id="copied"
search = NearestNeighbors(n_neighbors=1).fit(X_train)
copied = decoder.predict(Z_train[:300], verbose=0)
new, mixed_new, copied_new = [np.median(search.kneighbors(pictures[:300])[0])
                              for pictures in [X_test, plain_mixed, copied]]
print(say("가장 가까운 훈련 그림까지의 거리 (중앙값)",
          "distance to the nearest training picture (median)"))
print(say(f"진짜 {new:.2f}, 가우스 혼합 {mixed_new:.2f}, 훈련 그림을 복원 {copied_new:.2f}",
          f"real {new:.2f}, mixture {mixed_new:.2f}, rebuilt training {copied_new:.2f}"))

# %% [markdown] id="judged-seen" lang="ko"
# - 같은 만큼 학습하면 **복원은 보통의 오토인코더가 낫습니다.** VAE는 벌점만큼 복원을 양보합니다.
# - 그 대가로 VAE는 데이터를 들여다보지 않고 **표준 정규 분포에서** 뽑아도 글자가 더러 나옵니다. 보통의 오토인코더에서는 그렇게 뽑으면 글자가 거의 나오지 않습니다. 그러나 정규 분포 하나를 데이터에 **맞추기만 하면** 보통의 오토인코더에서도 그만큼은 나옵니다. 둘 다 10% 안팎으로, 두 벡터의 가운데에서 복원한 것과 비슷합니다.
# - 140글자는 끊어져 있는데 잠재 공간은 이어져 있어서, 무작위 점은 글자와 글자 **사이**에 떨어지기 쉽습니다.
# - 가장 많이 읽히는 것은 **가우스 혼합**, 그것도 보통의 오토인코더의 것입니다. 글자가 모여 있는 곳에서 뽑기 때문입니다. 좁은 분포를 많이 겹치면 훈련 그림을 베끼는 셈이 될 수도 있지만, 거리를 재 보면 베낀 것은 아닙니다.

# %% [markdown] id="judged-seen" lang="en"
# - Trained equally long, **the plain autoencoder rebuilds better.** That is the price of the VAE's penalty.
# - In return we may draw for it from the **standard normal**, without having looked at the data, where the plain one writes next to nothing. But once a single bell is **fitted**, the plain autoencoder writes about as many letters, or a few more. Both are read about one time in ten, as midpoints are.
# - The 140 letters are separate, the latent space is continuous, and a random point tends to fall **between** letters.
# - Read most often is the **mixture of Gaussians**, and that of the plain autoencoder: it draws where letters gather. Many narrow bells could amount to copying training pictures, but the distances say that these are no copies.

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 혼합에서 직접 뽑기
#
# `sample`을 쓰지 않고 가우스 혼합에서 잠재 벡터 `n`개를 뽑는 함수를 쓰세요. 먼저 `shares`의 확률로 정규 분포 하나를 고르고, 그 평균 `means`(분포 수, 값 수)와 표준편차 `deviations`(같은 모양)로 뽑습니다.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Draw from a mixture yourself
#
# Without `sample`, write a function that draws `n` codes from a mixture of Gaussians. First choose a bell with the probabilities `shares`, then draw with that bell's `means` (bells, values) and standard deviations `deviations` (same shape).

# %% id="exercise-2"
def draw_mixture(shares, means, deviations, n):
    return ...

# %% id="exercise-2-check" tags=["check"]
def two_bells(draw):
    means = np.array([[-10.0, 0.0, 5.0], [10.0, 0.0, 5.0]])
    deviations = np.array([[1.0, 2.0, 0.1], [3.0, 2.0, 0.1]])
    codes = np.asarray(draw([0.25, 0.75], means, deviations, 4000))
    assert codes.shape == (4000, 3), say(f"모양이 {codes.shape}입니다.",
                                         f"The shape is {codes.shape}.")
    right = codes[:, 0] > 0
    assert abs(right.mean() - 0.75) < 0.04, say("분포를 shares대로 고르지 않았습니다.",
                                                "Bells are not chosen by shares.")
    spread = [codes[~right, 0].std(), codes[right, 0].std()]
    assert np.allclose(spread, [1, 3], rtol=0.15), say("표준편차가 다릅니다.",
                                                       "The deviations are wrong.")
    return abs(codes[:, 2].mean() - 5) < 0.1 and len(np.unique(codes[:, 1])) > 3900


check(
    draw_mixture,
    two_bells,
    say("rng.choice(분포 수, n, p=shares)로 번호 n개를 고르고, means[번호]에 "
        "deviations[번호] × 표준 정규를 더합니다.",
        "Choose n numbers with rng.choice(bells, n, p=shares); to means[number] add "
        "deviations[number] × standard normal."),
)

# %% id="exercise-2-solution" tags=["solution"]
def draw_mixture(shares, means, deviations, n):
    bell = rng.choice(len(means), n, p=shares)
    noise = rng.standard_normal((n, means.shape[1]))
    return means[bell] + deviations[bell] * noise

# %% [markdown] id="rate" lang="ko"
# ## 5. KL은 비트입니다
#
# 구름이 좁을수록 어디인지 알려 주는 데 비트가 더 듭니다. $\sigma$를 절반으로 줄이면 자리를 두 배 촘촘하게 알려야 하므로 한 비트쯤 더 듭니다. 전체의 8분의 1 너비인 구름이라면 3비트입니다. 식에 $\sigma = 1/8$, $\sigma^2 = 1/64$, $\mu^2$의 평균 $63/64$을 넣으면 $\ln 8$이 나옵니다. 증명은 생략하지만, 받는 사람이 표준 정규 분포만 안다면 인코더의 구름에서 뽑은 점 하나를 전하는 데 드는 정보는 평균 **KL만큼**입니다. $\ln 2$로 나누면 비트입니다. 그러니 KL은 01강의 **비트율**이고, 복원 오차는 **왜곡**입니다.
#
# 벌점의 가중치를 바꾸어 봅시다. 방금 학습시킨 VAE에서 출발해 새 가중치마다 3 에포크를 더 학습시킵니다. 오차는 뽑은 잠재 벡터로 복원한 그림에서 잽니다. 경쟁자는 **반올림**(양자화)한 잠재 벡터입니다. PCA와 보통의 오토인코더의 값을 모두 같은 간격으로 반올림하고, 자주 나오는 값일수록 짧게 적을 때 드는 비트(엔트로피)를 셉니다. 기준선도 있습니다. 아무것도 전하지 않고 **평균 그림**을 내는 0비트, 글자 이름만 전하고 **그 글자의 평균 그림**을 내는 $\log_2 140$비트, 그리고 받는 쪽도 가진 훈련 그림 $n$장 가운데 **가장 가까운 그림의 번호**만 전하는 $\log_2 n$비트입니다.
#
# **예상하고 실행하기.** 가중치를 키우면 비트와 오차는 각각 어느 쪽으로 갈까요?

# %% [markdown] id="rate" lang="en"
# ## 5. KL is measured in bits
#
# The narrower a cloud, the more bits it takes to say where it is: halve $\sigma$, and the place must be told twice as finely, for about one bit more. A cloud an eighth as wide as the whole takes 3 bits: put $\sigma = 1/8$, $\sigma^2 = 1/64$ and a mean $\mu^2$ of $63/64$ into the formula, and it gives $\ln 8$. We skip the proof, but if the receiver knows only the standard normal, sending a point drawn from the encoder's cloud takes, on average, **KL's worth** of information; divided by $\ln 2$, that is in bits. So KL is lesson 1's **rate**, and the error is its **distortion**.
#
# Let us change the weight of the penalty. Starting from the VAE just trained, each new weight gets three more epochs. The error is measured on pictures rebuilt from drawn codes. The rival is **rounding** (quantization): all values of PCA and of the plain autoencoder in steps of one size, counting the bits they need if frequent values are written short (the entropy). Baselines: the **mean picture** for 0 bits; the **letter's mean picture** for the letter's name alone, $\log_2 140$ bits; and, if the receiver has $n$ training pictures as well, **the number of the nearest**, $\log_2 n$ bits.
#
# **Predict, then run.** With a heavier weight, which way will bits and error go?

# %% id="sweep"
def rate_and_error(encoder, decoder):
    mean, log_variance = encoder.predict(X_test, verbose=0)
    bits = np.mean(kl_divergence(mean, log_variance)) / np.log(2)
    noise = rng.standard_normal(mean.shape)
    drawn = mean + np.exp(log_variance / 2) * noise
    return float(bits), error(decoder.predict(drawn, verbose=0))


kl_weights = [0.25, 1.0, 4.0, 8.0]
curve = []
for weight in kl_weights:
    if weight == 1:
        curve.append(rate_and_error(vae_encoder, vae_decoder))
        continue
    other, other_encoder, other_decoder = build_vae(16, weight)
    other.set_weights(vae.get_weights())
    train(other, X_train, X_train, 3, batch_size=128, learning_rate=2e-3)
    curve.append(rate_and_error(other_encoder, other_decoder))
rates, errors = np.transpose(curve)

# %% id="rounding"
def rounded(codes, step):
    """step의 배수로 반올림하고 엔트로피를 잰다 | rounds to multiples of step, counts entropy"""
    cells = np.round(codes / step)
    bits = 0
    for cell in cells.T:
        share = np.unique(cell, return_counts=True)[1] / len(cell)
        bits -= np.sum(share * np.log2(share))
    return step * cells, bits


pca = PCA(16, random_state=0).fit(X_train[:5600])
P_test = pca.transform(X_test)
pca_curve = []
plain_curve = []
for size in (3, 2.5, 2, 1.5, 1, 0.5):
    codes, bits = rounded(P_test, size * P_test.std())
    pca_curve.append((bits, error(pca.inverse_transform(codes))))
    codes, bits = rounded(Z_test - Z_test.mean(axis=0), size * Z_test.std())
    codes = codes + Z_test.mean(axis=0)
    plain_curve.append((bits, error(decoder.predict(codes, verbose=0))))

# %% id="free"
letter_means = np.array([X_train[y_train == k].mean(axis=0) for k in range(140)])
mean_error = error(X_train.mean(axis=0))
letter_error = error(letter_means[y_test])
stored_curve = []
for n in (140, 1400, len(X_train)):
    search = NearestNeighbors(n_neighbors=1).fit(X_train[:n])
    number = search.kneighbors(X_test, return_distance=False)[:, 0]
    stored_curve.append((np.log2(n), error(X_train[number])))

# %% id="rate-plot" tags=["predict", "hide-input"] alt={"ko": "비트가 늘수록 네 곡선 모두 오차가 내려간다. 적은 비트에서 VAE 곡선은 반올림 둘보다 아래, 가까운 그림의 번호보다 위에 있다. 왼쪽 위에 기준선 두 점.", "en": "All four curves fall as bits grow; at few bits the VAE's is below both rounded ones and above the number of the nearest picture. Two baseline points at the upper left."}
fig, ax = plt.subplots(figsize=(7, 4.2))
ax.plot(rates, errors, label=say("VAE (KL의 비트)", "VAE (bits of KL)"))
ax.plot(*np.transpose(plain_curve), label=say("보통, 반올림", "plain, rounded"))
ax.plot(*np.transpose(pca_curve), label=say("PCA, 반올림", "PCA, rounded"))
ax.plot(*np.transpose(stored_curve), label=say("가까운 그림의 번호", "number of the nearest"))
for weight, x, y in zip(kl_weights, rates, errors):
    ax.annotate(f"× {weight:g}", (x, y), xytext=(6, 4), textcoords="offset points")
ax.plot([0, np.log2(140)], [mean_error, letter_error], linestyle="none", color="gray",
        label=say("평균 그림, 글자의 평균", "mean picture, the letter's mean"))
ax.set(xlabel=say("그림 한 장의 비트", "bits per picture"),
       ylabel=say("복원 오차", "error"), ylim=(0, None))
ax.legend()
plt.show()

# %% [markdown] id="rate-seen" lang="ko"
# 점 옆의 수는 KL의 가중치입니다. 오차이므로 **왼쪽 아래가 좋습니다.** 가중치를 키우면 비트를 아끼는 대신 오차가 커집니다. 01강의 곡선이 다시 나왔습니다. 적은 비트에서는 VAE가 반올림보다 뚜렷이 낫고, 비트가 많아지면 차이가 사라집니다. 그런데 13비트쯤에서는 **가까운 그림의 번호만 전하는 쪽이 VAE보다도 낫습니다.** 대신 받는 쪽이 그림을 모두 가지고 있어야 하고, 한 비트를 늘릴 때마다 그림이 두 배로 필요합니다. 다만 KL은 이만큼이면 된다는 이론값이고, 반올림은 파일에 적을 수 있는 값입니다.

# %% [markdown] id="rate-seen" lang="en"
# The numbers beside the points are weights of the KL. It is an error, so **lower left is better.** A heavier weight saves bits and costs error: lesson 1's curve again. At few bits the VAE is clearly better than rounding; with many, its lead shrinks away. Yet at about 13 bits, **sending the number of the nearest picture is better still.** But the receiver must keep all the pictures, twice as many for each further bit. Also, KL is what would suffice in theory, while rounded values can go into a file.

# %% [markdown] id="broken" lang="ko"
# ## 6. 일부러 고장 낸 VAE
#
# 친구가 VAE를 옮겨 적으면서 `Draw` 층의 한 줄을 이렇게 썼습니다.
#
# ```python
# self.add_loss(kl)
# ```
#
# 오류는 나지 않고 손실도 내려갑니다. 그런데 결과가 이상합니다.

# %% [markdown] id="broken" lang="en"
# ## 6. A VAE broken on purpose
#
# Copying the VAE, a friend wrote one line of the `Draw` layer like this.
#
# ```python
# self.add_loss(kl)
# ```
#
# No error appears, and the loss falls. But something is wrong.

# %% id="broken-train"
class FriendsDraw(layers.Layer):
    def call(self, mean, log_variance):
        kl = ops.mean(kl_divergence(mean, log_variance))
        self.add_loss(kl)
        noise = keras.random.normal(ops.shape(mean), seed=dice)
        return mean + ops.exp(log_variance / 2) * noise


picture = keras.Input((784,))
x = hidden(picture)
mean = layers.Dense(16)(x)
log_variance = layers.Dense(16, kernel_initializer="zeros")(x)
broken_encoder = keras.Model(picture, [mean, log_variance])
broken_decoder = build_decoder(16)
outputs = broken_decoder(FriendsDraw()(*broken_encoder(picture)))
broken = keras.Model(picture, outputs)
train(broken, X_train, X_train, epochs=2, batch_size=64)
broken_bits, broken_error = rate_and_error(broken_encoder, broken_decoder)

# %% id="broken-pictures" alt={"ko": "윗줄은 진짜 글자, 그 아래는 평균 그림과 똑같은 얼룩.", "en": "Real letters; below, again and again the same smudge as the mean picture."}
broken_rebuilt = broken.predict(X_test[:10], verbose=0)
mean_picture = np.tile(X_train.mean(axis=0), (10, 1))
print(say(f"KL {broken_bits:.2f}비트, 오차 {broken_error:.4f}, 평균 그림 {mean_error:.4f}",
          f"KL {broken_bits:.2f} bits, error {broken_error:.4f}, mean {mean_error:.4f}"))
show_images([X_test[:10], broken_rebuilt, mean_picture],
            labels=say(["진짜", "복원", "평균"], ["real", "rebuilt", "mean"]))

# %% [markdown] id="exercise-3-task" lang="ko"
# 어떤 그림을 넣어도 똑같은 얼룩이 나오고, 오차는 평균 그림과 같습니다.
#
# ### 연습 3. 진단하기
#
# 무엇이 잘못되었을까요? 친구가 쓴 줄은 그대로 두고 바로잡으려면 어떻게 해야 할까요?
#
# - **a** 학습률이 너무 크다. 학습률을 낮춘다.
# - **b** 과적합이다. 그림을 더 그린다.
# - **c** 디코더가 너무 작다. 층을 늘린다.
# - **d** 벌점이 복원 손실에 비해 너무 크다. 복원 손실을 픽셀의 합으로 바꾼다.

# %% [markdown] id="exercise-3-task" lang="en"
# Whatever picture goes in, the same smudge comes out, with the error of the mean picture.
#
# ### Exercise 3. A diagnosis
#
# What went wrong, and what would help if the friend's line has to stay?
#
# - **a** The learning rate is too high. Lower it.
# - **b** It overfits. Draw more pictures.
# - **c** The decoder is too small. Add layers.
# - **d** The penalty is too large next to the reconstruction loss. Make that loss the sum over the pixels.

# %% id="exercise-3"
a, b, c, d = "abcd"
answer = ...

# %% id="exercise-3-check" tags=["check"]
check_choice("exercise-3", answer, "7194edd9", {
    "a": say("손실은 날뛰지 않고 차분히 내려갑니다. KL이 몇 비트인지 보세요.",
             "The loss falls calmly; it does not jump. Look at the bits of KL."),
    "b": say("과적합이라면 훈련 그림은 잘 되살립니다. 여기서는 모두 같은 얼룩입니다.",
             "Overfitting would rebuild training pictures well. Here all are one smudge."),
    "c": say("같은 크기의 디코더가 위에서는 글자를 그렸습니다.",
             "A decoder of the same size drew letters above."),
    "d": say("평균을 낸 손실 곁에서 나누지 않은 KL은 784배 무겁습니다. 인코더는 아무것도 "
             "담지 않는 편이 이득이고, 디코더는 평균 그림만 그립니다. 이를 사후 분포 붕괴"
             "(posterior collapse)라고 합니다.",
             "Beside a mean over pixels, an undivided KL weighs 784 times as much. It pays "
             "the encoder to tell nothing, and the decoder draws the mean picture. This is "
             "called posterior collapse."),
})

# %% id="exercise-3-solution" tags=["solution"]
answer = "d"

# %% id="measured" tags=["hide-input"]
names = ["real", "plain_rebuilt", "vae_rebuilt", "plain_standard", "vae_standard",
         "plain_fitted", "vae_fitted", "plain_mixture", "vae_mixture"]
measured = {f"{name}_recognised": r[1] for name, r in zip(names, judged)}
measured |= {
    "judge_accuracy": exam[0],
    "second_judge_accuracy": exam[1],
    "judges_apart": max(abs(r[1] - r[2]) for r in judged),
    "plain_error": plain_error,
    "vae_error": vae_error,
    "vae_bits": float(rates[1]),
    "broken_bits": broken_bits,
    "holes_plain": flat_holes,
    "holes_vae": round_holes,
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
share = {name: min(r[1:3]) for name, r in zip(names, judged)}
best = max(share["plain_mixture"], share["vae_mixture"])
assert flat_holes > round_holes > perfect_holes, say("구멍이 줄지 않았다", "no fewer holes")
assert min(exam) >= 0.975 and max(passed) < 0.15, say("심판을 믿을 수 없다", "the judges cannot be trusted")
assert measured["judges_apart"] < 0.08, say("두 심판의 점수가 다르다", "the judges disagree")
assert share["vae_rebuilt"] >= 0.45, say("VAE의 복원을 읽을 수 없다", "VAE rebuilds badly")
assert plain_error < vae_error, say("VAE의 복원이 더 낫다", "the VAE rebuilds better")
by_vae, by_bell = share["vae_standard"], share["plain_fitted"]
assert 2 * share["plain_standard"] < by_vae < by_bell + 0.04, say(
    "VAE의 표준 정규가 맞춘 정규를 앞선다", "the VAE leads one fitted bell, or cannot draw")
assert best > 1.5 * max(share["plain_fitted"], share["vae_fitted"]), say(
    "가우스 혼합이 앞서지 않는다", "the mixture does not lead")
assert list(rates) == sorted(rates, reverse=True), say("비트가 줄지 않는다", "bits do not fall")
plain_there = np.interp(rates[2:], *np.transpose(plain_curve))
assert all(errors[2:] < plain_there) and errors[-1] < letter_error, say(
    "적은 비트에서 VAE가 낫지 않다", "the VAE is no better at few bits")
stored_bits, stored_error = stored_curve[-1]
assert stored_error < np.interp(stored_bits, rates[::-1], errors[::-1]), say(
    "가까운 그림의 번호가 VAE보다 못하다", "the number of the nearest is worse than the VAE")
assert smeared_holes < flat_holes - 0.03, say("흩뜨려도 구멍이 그대로다", "smearing fills no holes")
assert mixed_new > new > copied_new, say("혼합이 훈련 그림을 베꼈다", "the mixture copies")
assert broken_bits < 1 and broken_error > 0.95 * mean_error, say(
    "고장 난 VAE가 무너지지 않았다", "the broken VAE did not collapse")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 보통의 오토인코더는 잠재 공간에 **구멍**을 남깁니다. 무작위 잠재 벡터는 그 구멍에 떨어집니다.
# - **VAE**는 점 대신 구름을 내고, 표준 정규 분포에서 멀어진 만큼 KL 벌점을 받습니다. 층 둘만 더하면 되고, 데이터에 맞추지 않고 표준 정규 분포에서 바로 뽑을 수 있습니다. 그러나 읽히는 것은 적고, 정규 분포를 맞춘 보통의 오토인코더보다 많지도 않습니다.
# - **KL은 비트**입니다. 가중치를 키우면 비트가 줄고 오차가 늡니다. 너무 크면 잠재 벡터가 무너집니다.
# - 레이블 없이 가장 많이 읽힌 것은 **가우스 혼합**입니다. 그래도 대부분은 글자와 글자 사이에 떨어집니다. 다음 수업에서는 어떤 글자인지 알려 주어 이 문제를 피해 갑니다.
#
# 연습 1에서 VAE를 학습시켰고, 연습 2에서 가우스 혼합에서 직접 뽑았고, 연습 3에서 붕괴를 진단했습니다.
#
# **오늘날에는.** 생성만을 위한 VAE는 드물지만, 그림 생성기의 압축기는 지금도 작은 KL 벌점을 쓰는 오토인코더입니다. 그 잠재 공간에서 분포를 배우는 일은 확산 모델과 플로가 맡습니다.
#
# {next}
#
# ### 참고한 글
#
# - Diederik P. Kingma, Max Welling (2013), [Auto-Encoding Variational Bayes](https://arxiv.org/abs/1312.6114): VAE의 첫 논문. 같은 때의 쌍둥이로 Danilo J. Rezende 외 (2014), [Stochastic Backpropagation and Approximate Inference in Deep Generative Models](https://arxiv.org/abs/1401.4082)
# - Irina Higgins 외 (2017), [beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework](https://openreview.net/forum?id=Sy2fzU9gl): KL의 가중치를 바꾸는 VAE
# - Alexander A. Alemi 외 (2018), [Fixing a Broken ELBO](https://arxiv.org/abs/1711.00464): VAE의 비트율–왜곡 곡선

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - A plain autoencoder leaves **holes** in its latent space, and random codes fall into them.
# - A **VAE** names clouds instead of points and is charged KL for straying from the standard normal. It takes two extra layers; we may draw from the standard normal without fitting anything, but few of the drawings can be read, no more than from a plain autoencoder with one fitted bell.
# - **KL is measured in bits.** A heavier weight saves bits and costs error; too heavy, and the codes collapse.
# - Without labels, the **mixture of Gaussians** was read most often. Even so, most random drawings fall between letters. The next lesson gets round it by telling which letter.
#
# In exercise 1 you trained a VAE, in exercise 2 you drew from a mixture, in exercise 3 you diagnosed a collapse.
#
# **Where this is today.** A VAE alone is seldom used to generate, but the compressor inside image generators still is an autoencoder with a small KL penalty. Learning the distribution in its latent space is left to diffusion models and flows.
#
# {next}
#
# ### References
#
# - Diederik P. Kingma, Max Welling (2013), [Auto-Encoding Variational Bayes](https://arxiv.org/abs/1312.6114): the VAE's first paper; its twin is Danilo J. Rezende and others (2014), [Stochastic Backpropagation and Approximate Inference in Deep Generative Models](https://arxiv.org/abs/1401.4082)
# - Irina Higgins and others (2017), [beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework](https://openreview.net/forum?id=Sy2fzU9gl): turning the weight of the KL
# - Alexander A. Alemi and others (2018), [Fixing a Broken ELBO](https://arxiv.org/abs/1711.00464): the rate–distortion curve of a VAE
