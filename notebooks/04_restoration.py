# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 04 · 복원과 경보: 망가진 그림을 되살리고, 낯선 그림을 알아차리기
#
# **글자의 생김새를 배운 신경망으로 노이즈를 지우고, 가려진 곳을 채우고, 낯선 그림에 경보를 울립니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 노이즈 제거 오토인코더를 **학습시키고**, 신경망 없는 방법과 공정하게 **비교합니다**.
# - 병목의 너비가 복원과 경보에 어떤 영향을 주는지 **설명합니다**.
# - 복원 오차로 낯선 그림을 **찾아내고**, 경보의 임곗값을 **정합니다**.
#
# {minutes}분 · [02 · 오토인코더](02_autoencoder.ipynb)와 [03 · 잠재 공간](03_latent_space.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 04 · Repair and alarm: mending broken pictures, noticing strange ones
#
# **A network that has learned what letters look like wipes off noise, fills in what is hidden, and sounds an alarm when it sees a stranger.**
#
# After this lesson you can
#
# - **train** a denoising autoencoder and **compare** it fairly with methods that need no network;
# - **explain** what the width of the bottleneck does to repair and to the alarm;
# - **find** strange pictures by their reconstruction error and **set** the threshold of an alarm.
#
# {minutes} minutes · builds on [02 · Autoencoder](02_autoencoder.ipynb) and [03 · Latent space](03_latent_space.ipynb).
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup"
import io

from helpers import check, hangul_images, say, show_images, show_table, use_course_style
from helpers.hangul import SYLLABLES
from helpers.training import train
from ipywidgets import interact
import keras
from keras import layers
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, median_filter, uniform_filter, zoom
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import NearestNeighbors

use_course_style()

# %% [markdown] id="data" lang="ko"
# ## 1. 노이즈를 지우는 신경망
#
# 앞에서 본 한글 그림입니다. 훈련 세트로 신경망을 학습시키고, 검증 세트로 설정과 임곗값을 고르고, 테스트 세트로는 점수만 매깁니다. 셋은 따로 그린 그림입니다.

# %% [markdown] id="data" lang="en"
# ## 1. A network that wipes off noise
#
# These are the Hangul blocks you know; from here on we call a whole block a letter. The training set trains networks, the validation set chooses settings and thresholds, the test set only gives marks. All three were drawn separately.

# %% id="draw"
def draw(per_syllable, seed):
    X, consonant, vowel = hangul_images(per_syllable, seed)
    return X, 10 * consonant + vowel


X_train, y_train = draw(40, seed)
X_valid, y_valid = draw(10, 100 + seed)
X_test, y_test = draw(10, 200 + seed)

# %% [markdown] id="idea" lang="ko"
# **노이즈 제거 오토인코더**(denoising autoencoder)는 노이즈가 섞인 그림을 입력으로 받고, 깨끗한 그림을 정답으로 삼아 학습합니다. 노이즈는 예측할 수 없지만 글자의 생김새는 예측할 수 있습니다. 그래서 정답에 가까워지려면 글자가 어떻게 생겼는지 배워야 합니다.
#
# 노이즈를 한 번만 섞어 두면 신경망이 그 노이즈를 외울 수 있습니다. 그래서 **같은 그림도 볼 때마다 새 노이즈를 섞습니다.** 케라스에서는 그런 층을 `class`로 직접 만들 수 있습니다. `call`만 읽으면 됩니다. 학습하는 동안에만(`training`), 그림마다 노이즈의 세기(표준편차)를 0과 0.7 사이에서 뽑고, 노이즈를 더하고, 0과 1 사이로 자릅니다.

# %% [markdown] id="idea" lang="en"
# A **denoising autoencoder** is given a noisy picture and trained to answer with the clean one. Noise cannot be predicted; the look of a letter can. So to get close to the right answer, the network has to learn what letters look like.
#
# Noise added once and for all could be learned by heart. So **every time the network sees a picture, the noise is new.** In Keras you can write a layer that does this, as a `class`. Only `call` needs reading: in training, it draws a noise level (standard deviation) between 0 and 0.7 for each picture, adds the noise, and clips to 0 and 1.

# %% id="noise-layer"
class Noise(layers.Layer):
    """학습할 때만 새 노이즈를 섞습니다. | Adds fresh noise, in training only."""

    def call(self, pictures, training=False):
        if not training:
            return pictures
        shape = keras.ops.shape(pictures)
        level = keras.random.uniform((shape[0], 1), 0, 0.7)
        noisy = pictures + level * keras.random.normal(shape)
        return keras.ops.clip(noisy, 0, 1)

# %% [markdown] id="denoiser-text" lang="ko"
# 입력과 마지막 층(출력층) 사이에 있는 층을 은닉층(hidden layer)이라고 합니다. 이 신경망에는 둘 있습니다. 배치 정규화(batch normalization)는 은닉층의 값을 고른 크기로 맞추어 학습을 빠르게 해 줍니다. 출력층은 첫째 은닉층의 값도 바로 받습니다. 이런 **지름길**(skip connection)이 있으면 획의 위치 같은 세부 정보가 둘째 층을 거치지 않고 지나갈 수 있습니다. `code_size`를 주면 지름길을 없애고 가운데를 좁힙니다. 3절에서 씁니다.

# %% [markdown] id="denoiser-text" lang="en"
# Layers between the input and the last (output) layer are called hidden; here there are two. Batch normalization keeps their values on an even scale, which speeds up training. The output layer also gets the first layer's values directly: through such a **skip connection**, details such as where a stroke lies can pass by the second layer. With a `code_size` the shortcut is removed and the middle is narrow; section 3 uses that.

# %% id="denoiser"
def hidden_layer(units):
    dense, even = layers.Dense(units), layers.BatchNormalization(momentum=0.9)
    return keras.Sequential([dense, even, layers.ReLU()])


def network(damage=None, code_size=None):
    inputs = keras.Input((784,))
    first = hidden_layer(384)(damage(inputs) if damage else inputs)
    if code_size:
        latent = layers.Dense(code_size, name="latent")(first)
        last = hidden_layer(384)(latent)
    else:
        last = layers.Concatenate()([first, hidden_layer(384)(first)])
    outputs = layers.Dense(784, activation="sigmoid")(last)
    return keras.Model(inputs, outputs)


keras.utils.set_random_seed(seed)
denoiser = network(damage=Noise())
losses = train(denoiser, X_train, X_train, epochs=20)

# %% [markdown] id="first-success" lang="ko"
# 테스트 세트에서 글자를 골라 ‘노이즈지우기’라고 쓰고, 세기가 0.5인 노이즈를 섞었습니다.

# %% [markdown] id="first-success" lang="en"
# Test pictures now spell *noijeu jiugi*, “wiping off noise”, with noise of level 0.5 on top.

# %% id="word" alt={"ko": "세 줄의 글자 그림. 노이즈지우기라는 깨끗한 글자, 노이즈에 묻힌 글자, 신경망이 복원한 글자", "en": "Three rows of letters: the clean word, the word buried in noise, and the word restored by the network"}
def add_noise(pictures, level, seed):
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal(pictures.shape, dtype="float32")
    return np.clip(pictures + level * noise, 0, 1)


def denoise(pictures):
    return denoiser(pictures).numpy()


numbers = [SYLLABLES.index(letter) for letter in say("노이즈지우기")]
word = [np.flatnonzero(y_test == number)[0] for number in numbers]
noisy = add_noise(X_test[word], 0.5, seed)
show_images([X_test[word], noisy, denoise(noisy)],
            labels=say(["원본", "노이즈", "신경망"], ["clean", "noisy", "network"]))

# %% [markdown] id="first-success-seen" lang="ko"
# 둘째 줄을 넣었더니 셋째 줄이 나왔습니다. ‘노’, ‘지’, ‘우’는 바로 읽힙니다. 나머지는 없던 획이 비치거나 획이 끊겨 다른 글자로 보이기도 합니다. 신경망은 이 그림들을 본 적이 없고, 노이즈가 얼마나 센지도 모릅니다. 잘못된 획은 2절 끝에서 다시 봅니다.
#
# ## 2. 신경망이 꼭 필요할까
#
# 비교할 상대가 없으면 잘한 것인지 알 수 없습니다. 기준선은 넷입니다. 신경망과 마찬가지로 **어느 방법도 노이즈의 세기를 모릅니다.** 설정은 세기마다 따로 고르지 않고, 검증 세트에서 모든 세기를 통틀어 가장 좋은 것 하나를 고릅니다.
#
# - **중앙값 필터**와 **가우시안 필터**: 주변 픽셀의 중앙값과 가중 평균입니다. 글자에 대해서는 아무것도 모릅니다. 0과 1 사이로 자른 노이즈는 검은 바탕을 밝게 하므로, 가우시안 필터에는 밝기를 되돌리는 일차식 $ax + b$도 붙입니다.
# - **릿지 회귀**(ridge regression): 깨끗한 픽셀 하나하나를 노이즈가 섞인 픽셀 784개의 일차식으로 예측합니다. 계수가 크면 노이즈까지 크게 반영되므로, 큰 계수에는 벌점(alpha)을 줍니다.
# - **닮은 그림의 평균**: 훈련 그림 5,600장을 모두 저장해 두고, 입력과 가까울수록 큰 가중치를 주어 평균합니다.
#
# 점수는 PSNR(높을수록 좋음)입니다. 픽셀이 0에서 1까지이므로 01강의 식에서 255 자리에 1을 넣습니다.

# %% [markdown] id="first-success-seen" lang="en"
# The second row went in; the third came out. 노, 지 and 우 (the first, fourth and fifth) read at once; in the others a stroke is broken or invented. The network had never seen these pictures, and nobody told it how strong the noise was. We return to wrong strokes at the end of section 2.
#
# ## 2. Do we need a network at all?
#
# Without a baseline we cannot tell whether that was good. There are four, and **none of them is told the noise level**, just as the network is not. Each gets the one setting that is best on the validation set over all levels together.
#
# - **Median filter** and **Gaussian filter**: the median, or a weighted mean, of the pixels around. They know nothing about letters. As noise clipped to 0 and 1 brightens a black ground, the Gaussian filter also gets a formula $ax + b$ that takes this back.
# - **Ridge regression**: predicts each clean pixel as a weighted sum of all 784 noisy ones. A penalty (alpha) keeps the weights small.
# - **Mean of similar pictures**: stores all 5,600 training pictures and averages them, giving more weight to those nearer to the input.
#
# Marks are given as PSNR (higher is better). Pixels run from 0 to 1, so 1 takes the place of 255 in lesson 1's formula.

# %% id="psnr"
noise_levels = (0.1, 0.2, 0.3, 0.4, 0.5, 0.7)


def psnr(pictures, restored):
    return -10 * np.log10(np.mean((pictures - restored) ** 2))


def scores_of(method, pictures, *setting, levels=noise_levels):
    scores = []
    for level in levels:
        noisy = add_noise(pictures, level, seed + 1)
        scores.append(psnr(pictures, method(noisy, *setting)))
    return scores


def best_setting(method, settings, levels=noise_levels):
    def total(setting):
        return sum(scores_of(method, X_valid[::3], setting, levels=levels))

    return max(settings, key=total)

# %% id="filters"
def median(noisy, size):
    return median_filter(noisy.reshape(-1, 28, 28), (1, size, size)).reshape(-1, 784)


def gaussian(noisy, size):
    return gaussian_filter(noisy.reshape(-1, 28, 28), (0, size, size)).reshape(-1, 784)


size = best_setting(median, (1, 3, 5))


def brightened(method, setting):
    """필터 뒤의 밝기를 되돌릴 a, b | a and b that mend the brightness after a filter"""
    clean = X_valid[::12]
    noisy = [add_noise(clean, level, seed + 1) for level in noise_levels]
    filtered = method(np.concatenate(noisy), setting)
    return np.polyfit(filtered.ravel(), np.tile(clean, (len(noisy), 1)).ravel(), 1)


def mended_gaussian(noisy, size):
    a, b = mends[size]
    return np.clip(a * gaussian(noisy, size) + b, 0, 1)


mends = {size: brightened(gaussian, size) for size in (0.4, 0.6, 0.8, 1.0, 1.2)}
width = best_setting(mended_gaussian, mends)

# %% [markdown] id="ridge-text" lang="ko"
# 릿지 회귀는 훈련 그림에 새 노이즈를 거듭 섞어, 가장 잘 맞는 일차식을 구합니다. 구하는 코드는 접어 두었고, 읽지 않아도 됩니다. 세기를 모르는 릿지 회귀와 함께, **세기를 아는** 릿지 회귀도 세기마다 하나씩 구합니다. 이쪽은 신경망보다 유리합니다.

# %% [markdown] id="ridge-text" lang="en"
# Ridge regression mixes fresh noise into the training pictures again and again and finds the weighted sums that fit best. Its code is folded; you need not read it. Besides the ridge regression that does not know the noise level we fit one for each level, **told the level**: an advantage over the network.

# %% id="ridge" tags=["hide-input"]
def ridge(noisy, weights):
    return np.clip(with_constant(noisy) @ weights, 0, 1)


def with_constant(pictures):
    return np.hstack([pictures, np.ones((len(pictures), 1), "float32")])


def ridges(low, high, turns):
    """두 가지 벌점의 릿지 회귀 | Ridge regressions with two penalties."""
    gram, cross = 0, 0
    for turn in range(turns):
        levels = np.random.default_rng(turn).uniform(low, high, (len(X_train), 1))
        noisy = with_constant(add_noise(X_train, levels.astype("float32"), 1000 + turn))
        gram = gram + noisy.T @ noisy
        cross = cross + noisy.T @ X_train
    penalties = [alpha * np.eye(785) for alpha in (1, 30)]
    solutions = [np.linalg.solve(gram + penalty, cross) for penalty in penalties]
    return [weights.astype("float32") for weights in solutions]


ridge_weights = best_setting(ridge, ridges(0, 0.7, turns=6))
ridge_told = []
for level in noise_levels:
    weights = best_setting(ridge, ridges(level, level, turns=3), [level])
    ridge_told += scores_of(ridge, X_test, weights, levels=[level])

# %% id="similar"
def similar(noisy, softness, seen=slice(None)):
    known = X_train[:, seen]
    closeness = noisy[:, seen] @ known.T - np.sum(known**2, axis=1) / 2
    closeness -= closeness.max(axis=1, keepdims=True)
    weights = np.exp(closeness / softness)
    return weights @ X_train / weights.sum(axis=1, keepdims=True)


softness = best_setting(similar, (1, 2, 4))

# %% [markdown] id="rivals-predict" lang="ko"
# **예상하고 실행하기.** 노이즈가 약할 때(0.1)와 셀 때(0.7), 어느 방법이 가장 나을까요? 세기를 아는 릿지 회귀는 신경망을 이길까요?

# %% [markdown] id="rivals-predict" lang="en"
# **Predict, then run.** Which method comes first under weak noise (0.1), which under strong noise (0.7)? Does ridge regression, told the level, beat the network?

# %% id="contest" tags=["predict"] alt={"ko": "노이즈의 세기에 따른 PSNR 그래프. 0.2까지는 세기를 아는 릿지 회귀가, 0.3부터는 신경망이 가장 위에 있다", "en": "PSNR against noise level. Ridge told the level is on top up to 0.2, the network from 0.3 up"}
methods = {
    say("그대로 두기", "leave it noisy"): (lambda noisy: noisy,),
    say("중앙값 필터", "median filter"): (median, size),
    say("가우시안 필터", "Gaussian filter"): (mended_gaussian, width),
    say("닮은 그림의 평균", "similar pictures"): (similar, softness),
    say("릿지 회귀", "ridge"): (ridge, ridge_weights),
    say("신경망", "network"): (denoise,),
}
contest = {}
fig, ax = plt.subplots(figsize=(7, 4))
for name, (method, *setting) in methods.items():
    contest[name] = scores_of(method, X_test, *setting)
    ax.plot(noise_levels, contest[name], label=name)
contest[say("릿지 회귀, 세기를 알 때", "ridge, told the level")] = ridge_told
ax.plot(noise_levels, ridge_told, label=list(contest)[-1])
ax.set(xlabel=say("노이즈의 세기 (표준편차)", "noise level (standard deviation)"),
       ylabel="PSNR (dB)")
ax.legend()
plt.show()

# %% id="contest-table"
columns = [say("노이즈의 세기", "noise level")] + [str(level) for level in noise_levels]
show_table([[name, *scores] for name, scores in contest.items()], columns, digits=1)

# %% [markdown] id="contest-seen" lang="ko"
# 그래프의 가로축은 노이즈의 세기, 세로축은 PSNR입니다. 주변 픽셀만 보는 필터는 멀리 뒤처집니다.
#
# - **노이즈가 약하면(0.1)** 신경망은 릿지 회귀에 집니다. 그림을 그대로 두는 것보다도 못합니다. 0.2에서는 세기를 모르는 릿지 회귀와 비슷하고, 세기를 아는 릿지 회귀에 집니다.
# - **0.3부터는 신경망이 1등**입니다. 세기를 모르면서도 세기를 아는 릿지 회귀까지 앞섭니다. 일차식은 모든 글자에 같은 계수를 쓰지만, 신경망은 글자에 따라 다르게 계산할 수 있습니다.
# - **가장 셀 때(0.7)** 바짝 따라오는 것은 ‘닮은 그림의 평균’입니다. 어떤 글자인지만 알아도 큰 도움이 되기 때문입니다. 그러나 훈련 그림에 없는 위치와 기울기는 그리지 못하므로, 노이즈가 약해져도 점수가 오르지 않습니다.
#
# 아래 막대를 끌어 보세요. 학습할 때 보지 못한 0.7 너머에서는 어떻게 될까요?

# %% [markdown] id="contest-seen" lang="en"
# The horizontal axis is the noise level, the vertical one PSNR. Filters, which see only the pixels around, fall far behind.
#
# - **Under weak noise (0.1)** the network is worse than ridge regression, and even worse than leaving the picture as it is. At 0.2 it is about level with ridge regression that is not told the level, and loses to the one that is.
# - **From 0.3 up the network is first**, ahead even of ridge regression told the level, without being told itself. A weighted sum uses the same weights for all letters; a network can compute differently for each.
# - **At the strongest (0.7)** the mean of similar pictures comes close: knowing which letter it is helps a lot. But it cannot draw a position or slant that no training picture has, so weaker noise does not raise its mark.
#
# Drag the slider. What happens beyond 0.7, the strongest noise in training?

# %% id="noise-slider" alt={"ko": "고른 세기의 노이즈가 섞인 글자, 릿지 회귀와 신경망이 복원한 글자", "en": "Letters under the chosen noise, restored by ridge regression and by the network"}
@interact(level=(0.0, 1.0, 0.1))
def show_level(level=0.4):
    noisy = add_noise(X_test[:8], level, seed)
    show_images([X_test[:8], noisy, ridge(noisy, ridge_weights), denoise(noisy)])

# %% id="noise-still" alt={"ko": "왼쪽부터 노이즈 0.2, 0.4, 0.7, 1.0인 한 글자와 그 복원", "en": "One letter under noise of 0.2, 0.4, 0.7 and 1.0, and its restorations"}
shown = (0.2, 0.4, 0.7, 1.0)
noisy = np.vstack([add_noise(X_test[word[:1]], level, seed) for level in shown])
show_images([noisy, ridge(noisy, ridge_weights), denoise(noisy)],
            labels=say(["노이즈", "릿지 회귀", "신경망"], ["noisy", "ridge", "network"]),
            titles=[str(level) for level in shown])

# %% [markdown] id="noise-still-seen" lang="ko"
# ‘노’ 한 장에 세기가 0.2, 0.4, 0.7, 1.0인 노이즈를 섞은 것입니다. 노이즈가 아주 세면 신경망의 그림에 **없던 획**이 생깁니다. 의료 영상처럼 잘못이 위험한 곳에서는 복원한 그림만 보고 판단하면 안 됩니다.

# %% [markdown] id="noise-still-seen" lang="en"
# The block 노 (no) under noise of strength 0.2, 0.4, 0.7 and 1.0. Under very strong noise the network draws strokes **that were never there**. Where mistakes are dangerous, as in medical imaging, never decide by the restored picture alone.

# %% [markdown] id="exercise-1-text" lang="ko"
# ### 연습 1. 모자이크
#
# 4 × 4칸마다 평균을 내면 글자가 모자이크가 됩니다. 모자이크에서 원본을 복원하는 신경망 `sharpener`를 만들고 학습시키세요. 테스트 그림에서 릿지 회귀보다 **1 dB 넘게** 앞서야 합니다.

# %% [markdown] id="exercise-1-text" lang="en"
# ### Exercise 1. A mosaic
#
# Averaged over 4 × 4 blocks, letters become a mosaic. Build and train a network `sharpener` that brings the originals back. On the test pictures it must be **more than 1 dB** ahead of ridge regression.

# %% id="mosaic"
def mosaic(pictures):
    blocks = pictures.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4))
    return blocks.repeat(4, axis=1).repeat(4, axis=2).reshape(-1, 784)


# %% id="exercise-1"
sharpener = ...  # 모델을 만들고, 아래 줄에서 학습시키세요 | build it here, train it below

# %% id="exercise-1-check" tags=["check"]
def sharpens(model):
    restored = np.asarray(model(mosaic(X_test)))
    assert restored.shape == X_test.shape, (
        say("출력이 픽셀 784개여야 합니다.", "The output must be 784 pixels."))
    linear = Ridge(alpha=1).fit(mosaic(X_train), X_train).predict(mosaic(X_test))
    alone = psnr(X_test, restored) - psnr(X_test, mosaic(X_test))
    assert alone > 1, say("모자이크를 그대로 둔 것과 비슷합니다. 정답은 무엇이었나요?",
                          "Little better than the mosaic. What was its target?")
    ahead = psnr(X_test, restored) - psnr(X_test, linear)
    assert ahead > 1, say(f"릿지 회귀와의 차이가 {ahead:.1f} dB입니다.",
                          f"It is {ahead:.1f} dB ahead of ridge regression.")
    return True


check(sharpener, sharpens,
      hint=say("network()를 만들어, 입력에 mosaic(X_train), 정답에 X_train을 주세요.",
               "Build a network(); mosaic(X_train) is its input, X_train its target."))

# %% id="exercise-1-solution" tags=["solution"]
sharpener = network()
# 망가진 그림이 입력, 원본이 정답 | the damaged pictures go in, the originals are the target
losses = train(sharpener, mosaic(X_train), X_train, epochs=10)

# %% [markdown] id="bottleneck-text" lang="ko"
# ## 3. 병목은 얼마나 좁아야 할까
#
# 이 신경망의 은닉층에는 값이 384개씩 있고 지름길도 있습니다. 이것을 ‘넓다’고 합시다. 02강과 03강의 오토인코더처럼 가운데를 값 32개로 좁히고 지름길을 없애면(‘좁다’) 어떻게 될까요? 노이즈로 학습하는지, 가운데가 넓은지에 따라 네 가지가 됩니다. 하나는 이미 학습시켰으니, 나머지 셋도 똑같이 20에포크씩 학습시킵니다.

# %% [markdown] id="bottleneck-text" lang="en"
# ## 3. How narrow should the bottleneck be?
#
# The hidden layers of our network have 384 values each, and there is a shortcut: call it “wide”. What if we squeeze the middle to 32, as the autoencoders of lessons 2 and 3 did, and remove the shortcut (“narrow”)? With and without noise, wide and narrow make four, so we train three more, each for the same 20 epochs.

# %% id="four-networks"
keras.utils.set_random_seed(seed)
narrow_denoiser = network(damage=Noise(), code_size=32)
losses = train(narrow_denoiser, X_train, X_train, epochs=20)
autoencoder = network(code_size=32)
losses = train(autoencoder, X_train, X_train, epochs=20)
wide_autoencoder = network()
losses = train(wide_autoencoder, X_train, X_train, epochs=20)

# %% [markdown] id="bottleneck-predict" lang="ko"
# **예상하고 실행하기.** 노이즈를 지우는 데에는 좁은 쪽이 나을까요, 넓은 쪽이 나을까요? 노이즈 없이 학습한 둘은 노이즈를 지울 수 있을까요?

# %% [markdown] id="bottleneck-predict" lang="en"
# **Predict, then run.** Which wipes off noise better, narrow or wide? Can the two that were trained without noise do it at all?

# %% id="bottleneck" tags=["predict"]
networks = {
    say("넓고, 노이즈로 학습", "wide, noise"): denoiser,
    say("좁고, 노이즈로 학습", "narrow, noise"): narrow_denoiser,
    say("넓고, 노이즈 없이", "wide, no noise"): wide_autoencoder,
    say("좁고, 노이즈 없이", "narrow, no noise"): autoencoder,
}
widths = {}
for name, model in networks.items():
    noisy = scores_of(lambda noisy, model: model(noisy).numpy(), X_test, model)
    widths[name] = [psnr(X_test, model(X_test).numpy()), *noisy]
columns = [say("노이즈의 세기", "noise level"), "0", *map(str, noise_levels)]
show_table([[name, *scores] for name, scores in widths.items()], columns, digits=1)

# %% [markdown] id="bottleneck-seen" lang="ko"
# 노이즈가 0인 열을 보세요. 똑같이 학습해도, 값 32개를 거치면 깨끗한 그림조차 넓은 쪽만큼 복원하지 못합니다. 그래서 좁은 신경망은 노이즈가 약할 때 크게 뒤집니다. 획을 세밀하게 복원하려면 **넓은 쪽**이 낫습니다. (너비와 지름길이 각각 얼마나 도왔는지는 이 표로 알 수 없습니다.)
#
# 노이즈 없이 학습한 둘은 노이즈가 섞이면 빠르게 무너집니다. 병목이 좁은 것만으로는 노이즈가 조금밖에 걸러지지 않습니다. 노이즈를 지우는 힘은 좁은 병목이 아니라 **노이즈를 섞은 학습**에서 나옵니다. 병목과 경보의 관계는 5절에서 봅니다.
#
# ## 4. 가려진 곳 채우기
#
# 이번에는 그림의 4분의 1을 회색으로 가립니다. 학습할 때는 네 곳 가운데 하나를 무작위로 가리고, 가리기 전의 그림을 정답으로 줍니다. 나머지를 보고 보이지 않는 획을 짐작해야 합니다.

# %% [markdown] id="bottleneck-seen" lang="en"
# See the column for no noise: trained alike, but through 32 values, even a clean picture comes back worse than in the wide networks. This is why the narrow one is far behind under weak noise. To bring back strokes in detail, **wide is better** (how much is due to width and how much to the shortcut, this table cannot tell).
#
# The two trained without noise break down quickly when there is some. A narrow bottleneck by itself filters little noise: the power to wipe it off comes from **training with noise**. What the bottleneck means for the alarm is a question for section 5.
#
# ## 4. Filling in what is hidden
#
# Now gray covers a quarter of the picture. In training one of the four quarters is hidden at random, and the whole picture is the right answer. From the rest, the network must guess the strokes it cannot see.

# %% id="quarters"
corner = np.zeros((28, 28), bool)
corner[:14, :14] = True
quarters = np.array([corner, corner[:, ::-1], corner[::-1], corner[::-1, ::-1]])
quarters = quarters.reshape(4, 784)


class Cover(layers.Layer):
    def call(self, pictures, training=False):
        if not training:
            return pictures
        which = keras.random.randint(keras.ops.shape(pictures)[:1], 0, 4)
        return keras.ops.where(keras.ops.take(quarters, which, axis=0), 0.5, pictures)


filler = network(damage=Cover())
losses = train(filler, X_train, X_train, epochs=16)

# %% [markdown] id="filling-rivals" lang="ko"
# 기준선은 넷이고, 모두 어디가 가려졌는지 압니다. 설정은 검증 세트에서 고르고, 코드는 접어 두었습니다.
#
# - **가장 가까운 그림**: 보이는 곳이 가장 닮은 훈련 그림에서 조각을 가져옵니다.
# - **닮은 그림의 평균**: 2절에서처럼, 보이는 곳이 닮을수록 큰 가중치를 줍니다.
# - **PCA**: 보이는 곳에 가장 잘 맞도록 무늬 128개를 섞는 비율(계수)을 구해 전체를 그립니다.
# - **릿지 회귀**: 가려지는 곳마다 따로, 보이는 픽셀에서 가려진 픽셀을 예측하도록 학습합니다.

# %% [markdown] id="filling-rivals" lang="en"
# The four baselines all know which quarter is hidden. Settings are chosen on the validation set; the code is folded.
#
# - **Nearest picture**: takes the piece from the training picture whose visible part is most alike.
# - **Mean of similar pictures**: as in section 2, the more alike the visible part, the more weight.
# - **PCA**: finds the 128 coefficients that fit the visible part best and draws the whole.
# - **Ridge regression**: one for each quarter, taught to predict hidden pixels from visible ones.

# %% id="filling-methods" tags=["hide-input"]
pca = PCA(128, svd_solver="covariance_eigh").fit(X_train)


def fill_nearest(covered, hidden):
    search = NearestNeighbors(n_neighbors=1).fit(X_train[:, ~hidden])
    return X_train[search.kneighbors(covered[:, ~hidden])[1][:, 0]]


def fill_similar(covered, hidden, softness):
    return similar(covered, softness, seen=~hidden)


def fill_pca(covered, hidden, penalty):
    visible = pca.components_[:, ~hidden]
    matrix = visible @ visible.T + np.diag(penalty / pca.explained_variance_)
    difference = covered[:, ~hidden] - pca.mean_[~hidden]
    coefficients = np.linalg.solve(matrix, visible @ difference.T).T
    return np.clip(pca.inverse_transform(coefficients), 0, 1)


def fill_ridge(covered, hidden, alpha):
    model = Ridge(alpha=alpha).fit(X_train[:, ~hidden], X_train[:, hidden])
    filled = covered.copy()
    filled[:, hidden] = np.clip(model.predict(covered[:, ~hidden]), 0, 1)
    return filled


def fill_network(covered, hidden):
    return filler(covered).numpy()

# %% [markdown] id="filling-predict" lang="ko"
# **예상하고 실행하기.** 릿지 회귀는 가려진 곳마다 따로 학습했고, 신경망 하나는 네 곳을 모두 채웁니다. 어느 쪽이 나을까요?

# %% [markdown] id="filling-predict" lang="en"
# **Predict, then run.** There is a ridge regression for each quarter, but one network for all four. Which does better?

# %% id="filling" tags=["predict"]
def filling_score(method, pictures, *setting):
    scores = []
    for hidden in quarters:
        covered = np.where(hidden, np.float32(0.5), pictures)
        filled = method(covered, hidden, *setting)
        scores.append(psnr(pictures[:, hidden], filled[:, hidden]))
    return np.mean(scores)


def best_filling(method, settings):
    return max(settings, key=lambda setting: filling_score(method, X_valid, setting))


softly = best_filling(fill_similar, (1, 2, 4))
penalty = best_filling(fill_pca, (0.01, 0.03, 0.1))
alpha = best_filling(fill_ridge, (10, 100))
filling = {
    say("가장 가까운 그림", "nearest picture"): filling_score(fill_nearest, X_test),
    say("닮은 그림의 평균", "similar pictures"): filling_score(fill_similar, X_test, softly),
    "PCA": filling_score(fill_pca, X_test, penalty),
    say("릿지 회귀", "ridge"): filling_score(fill_ridge, X_test, alpha),
    say("신경망", "network"): filling_score(fill_network, X_test),
}
show_table(list(filling.items()), say(["방법", "PSNR (dB)"], ["method", "PSNR (dB)"]), 1)

# %% id="filling-pictures" alt={"ko": "원본, 오른쪽 아래가 가려진 글자, 세 방법이 채운 글자", "en": "Originals, letters with the lower right hidden, and what three methods put there"}
hidden, whole = quarters[3], X_test[20:30]
covered = np.where(hidden, np.float32(0.5), whole)
rows = [whole, covered]
guesses = [fill_nearest(covered, hidden), fill_ridge(covered, hidden, alpha),
           fill_network(covered, hidden)]
for guess in guesses:
    rows.append(np.where(hidden, guess, whole))
show_images(rows, labels=say(["원본", "가린 그림", "가까운 그림", "릿지 회귀", "신경망"],
                             ["whole", "covered", "nearest", "ridge", "network"]))

# %% [markdown] id="filling-seen" lang="ko"
# 오른쪽 아래를 가린 글자입니다. 가까운 그림에서 가져온 조각은 또렷하지만 획이 어긋나고, 릿지 회귀의 획은 흐립니다. 신경망의 획은 보이는 획과 가장 잘 이어집니다.
#
# 그래도 보이지 않는 것을 알 수는 없습니다. 가로획이 가려져 ㅣ인지 ㅏ인지 정할 수 없으면 신경망은 둘을 섞은 회색을 그립니다. 정답에서 멀어질 위험을 줄이려면 가능한 답의 **평균**을 그리는 것이 유리하기 때문입니다. 하나를 골라 또렷하게 그리는 방법은 07강에 나옵니다.
#
# ## 5. 낯선 그림에 울리는 경보
#
# 복원은 그림을 고치는 데에만 쓰이지 않습니다. 글자만 배운 오토인코더는 글자가 아닌 그림을 잘 복원하지 못할 것입니다. 그렇다면 **복원 오차가 큰 그림은 낯선 그림**입니다. 이상 탐지(anomaly detection)의 오래된 방법인데, 꼭 통한다는 보장은 없으니 재어 봅시다.

# %% [markdown] id="filling-seen" lang="en"
# Letters with the lower right hidden. The piece from the nearest picture is crisp, but its strokes do not meet the rest; ridge regression's strokes are faint. The network's join the visible ones best.
#
# Still, nobody can know what cannot be seen. Where the short stroke is hidden, the network cannot tell ㅣ from ㅏ and draws a gray mixture: the **average** of the possible answers is never far wrong. How to pick one and draw it crisply is a subject of lesson 7.
#
# ## 5. An alarm for strangers
#
# Restoring is good for more than repair. An autoencoder that has learned nothing but letters should do badly on a picture that is no letter. Then **a large reconstruction error means a stranger**. It is an old method of anomaly detection, and nothing guarantees that it works. So we measure.

# %% id="strangers" alt={"ko": "글자 하나와 낯선 그림 넷, 오토인코더의 복원, 그리고 둘의 차이. 글자의 차이는 작고 낯선 그림의 차이는 크다", "en": "One letter and four strangers, what the autoencoder makes of them, and the difference: small for the letter, large for the strangers"}
def scratched(pictures, seed):
    rng = np.random.default_rng(seed)
    squares = pictures.reshape(-1, 28, 28).copy()
    steps = np.arange(9)
    for square in squares:
        top, left = rng.integers(5, 15, 2)
        square[top + steps, left + steps] = 1
    return squares.reshape(-1, 784)


def turned_mirrored_scratched(pictures, seed):
    squares = pictures.reshape(-1, 28, 28)
    turned, mirrored = squares[:, ::-1, ::-1], squares[:, :, ::-1]
    flat = [images.reshape(-1, 784) for images in (turned, mirrored)]
    return [*flat, scratched(pictures, seed)]


digits = zoom(load_digits().images / 16, (1, 3.5, 3.5), order=1).astype("float32")
kinds = say(["숫자", "거꾸로", "거울", "긁힘"],
            ["digits", "upside down", "mirrored", "scratched"])
altered = turned_mirrored_scratched(X_test, seed)
strangers = dict(zip(kinds, [digits.reshape(-1, 784), *altered]))
examples = np.array([X_test[word[0]], *(p[word[0]] for p in strangers.values())])
restored = autoencoder(examples).numpy()
show_images([examples, restored, np.abs(examples - restored)],
            labels=say(["그림", "복원", "차이"], ["picture", "restored", "difference"]),
            titles=[say("글자", "letter"), *strangers])

# %% [markdown] id="alarm-rivals" lang="ko"
# 글자 하나와 낯선 그림 넷입니다. 손으로 쓴 숫자, 180° 돌린 글자, 거울에 비친 글자, 긁힌 글자를 3절의 ‘좁고, 노이즈 없이’로 복원했습니다. 아래 줄이 밝을수록 복원 오차가 큽니다.
#
# 방법마다 그림에 점수를 매기고(클수록 낯섦) **ROC-AUC**로 비교합니다. 낯선 그림과 정상 글자를 하나씩 무작위로 골랐을 때 낯선 그림의 점수가 더 높을 확률입니다. 0.5면 동전 던지기와 같고 1이면 완벽합니다. 기준선은 **밝기**, **PCA의 복원 오차**(남기는 계수의 개수는 돌리고 비추고 긁은 검증 그림에서 고릅니다), 그리고 픽셀, PCA의 계수, 잠재 벡터로 잰 **가장 가까운 훈련 그림까지의 거리**입니다.
#
# **예상하고 실행하기.** 어느 낯선 그림이 가장 어려울까요? 밝기만 재도 찾을 수 있는 것은 무엇일까요?

# %% [markdown] id="alarm-rivals" lang="en"
# One letter and four strangers: a handwritten digit, letters turned by 180°, in a mirror, with a scratch, restored by section 3's “narrow, no noise”. The brighter the bottom row, the larger the error.
#
# Each method gives every picture a mark, higher for stranger, and **ROC-AUC** compares them: the chance that a stranger picked at random has a higher mark than a letter picked at random. 0.5 is a coin toss, 1 is perfect. The baselines are **brightness**, the **reconstruction error of PCA** (the number of coefficients it keeps is chosen on validation pictures, turned, mirrored and scratched), and the **distance to the nearest training picture** in pixels, in PCA's coefficients and between latent vectors.
#
# **Predict, then run.** Which strangers are hardest? Which can be found by brightness alone?

# %% id="alarm-scores"
latent_layer = autoencoder.get_layer("latent")
encoder = keras.Model(autoencoder.input, latent_layer.output)
every_pca = PCA(784, svd_solver="covariance_eigh").fit(X_train)


def brightness(pictures):
    return pictures.mean(axis=1)


def pca_error(pictures, kept):
    left_out = every_pca.transform(pictures)[:, kept:]  # 버린 계수 | coefficients left out
    return np.sum(left_out**2, axis=1) / 784


def network_error(pictures, model=autoencoder):
    return np.mean((pictures - model(pictures).numpy()) ** 2, axis=1)


def distance_in(features):
    search = NearestNeighbors(n_neighbors=1).fit(features(X_train))
    return lambda pictures: search.kneighbors(features(pictures))[0][:, 0]

# %% id="alarm" tags=["predict"]
def auc(normal, strange):
    truth = np.repeat([0, 1], [len(normal), len(strange)])
    return roc_auc_score(truth, np.concatenate([normal, strange]))


def alarm_valid(kept):
    altered = turned_mirrored_scratched(X_valid, seed + 1)
    normal = pca_error(X_valid, kept)
    return sum(auc(normal, pca_error(pictures, kept)) for pictures in altered)


kept = max((32, 64, 128, 256, 512), key=alarm_valid)

alarms = {
    say("밝기", "brightness"): brightness,
    say("거리: 픽셀", "distance: pixels"): distance_in(np.asarray),
    say("거리: PCA의 계수", "distance: PCA"): distance_in(pca.transform),
    say("거리: 잠재 벡터", "distance: latent vectors"): distance_in(encoder),
    say(f"복원 오차: PCA {kept}개", f"error: PCA, {kept}"): lambda p: pca_error(p, kept),
    say("복원 오차: 오토인코더", "error: autoencoder"): network_error,
}
aucs = {}
for name, score in alarms.items():
    normal = score(X_test)
    aucs[name] = [auc(normal, score(pictures)) for pictures in strangers.values()]
columns = [say("점수", "mark"), *strangers]
show_table([[name, *values] for name, values in aucs.items()], columns, digits=2)

# %% id="scratch-size" tags=["hide-input"]
latent, moved = encoder(X_test).numpy(), encoder(altered[2]).numpy()
scratch_moves = np.median(np.linalg.norm(moved - latent, axis=1))
nearest_away = np.median(distance_in(encoder)(X_test))
print(say(f"긁히면 움직이는 거리 {scratch_moves:.1f}, 가장 가까운 그림까지 {nearest_away:.1f}",
          f"a scratch moves it by {scratch_moves:.1f}, nearest picture {nearest_away:.1f}"))

# %% [markdown] id="alarm-seen" lang="ko"
# - **숫자**는 밝기만 재도 거의 다 찾습니다. 이런 문제의 높은 점수는 신경망의 실력을 보여 주지 못합니다. **가장 쉬운 방법부터** 시험하세요.
# - **거꾸로** 선 글자에서는 오토인코더가 1등입니다. 훈련 그림을 모두 저장해 두는 방법보다, PCA보다 낫습니다.
# - **거울**에 비친 글자는 모두에게 어렵습니다. ‘아’는 글자가 아닌 것이 되지만(모음이 ㅇ의 왼쪽에 옵니다), ‘모’나 ‘으’처럼 자음도 모음도 좌우가 같은 글자는 그대로입니다. 정상 글자에 모두 같은 점수를 주는 경보라면, 그런 글자 8 × 5 = 40개는 동전 던지기(0.5)로 맞힐 수밖에 없습니다. 나머지 100개를 모두 맞혀도 (100 × 1 + 40 × 0.5) ÷ 140, 약 0.86입니다.
# - **긁힌** 글자는 PCA가 가장 잘 찾습니다. 글자를 더 정확하게 복원하므로 흠이 더 눈에 띕니다. 오토인코더의 차이에도 흠이 드러나지만, 그림 전체에서 평균하면 작은 값이 됩니다. 연습 3에서 고칩니다.
#
# 잠재 벡터 사이의 거리는 긁힌 글자를 거의 찾지 못합니다. 픽셀 사이의 거리도 크게 낫지 않습니다. 표 아래에서 잰 것처럼, 긁혔을 때 잠재 벡터가 움직이는 거리는 **가장 가까운 훈련 그림까지의 3분의 1쯤**이라 묻힙니다. 돌리거나 비춘 글자는 거리에도, 복원 오차에도 드러납니다.
#
# “병목이 넓으면 아무 그림이나 그대로 베껴서 경보가 울리지 않는다”라는 설명을 자주 듣습니다. 3절의 네 신경망과, 계수를 32개에서 784개(전부)까지 남긴 PCA로 확인합시다. **예상하고 실행하기.** 긁힌 글자를 가장 못 찾는 것은 어느 것일까요?

# %% [markdown] id="alarm-seen" lang="en"
# - **Digits**: brightness alone finds nearly all. A high mark on such a task says nothing about how good a network is. Try **the simplest method first**.
# - **Upside-down** letters: the autoencoder comes first, ahead of storing every training picture, and of PCA.
# - **Mirrored** letters are hard for everybody. 아 is no letter any more (its vowel now stands left of ㅇ), but letters whose consonant and vowel are both symmetric, such as 모 and 으, stay the same. For these 8 × 5 = 40 of 140, an alarm that marks all proper letters alike can only toss a coin (0.5): even if right on the rest, it gets (100 × 1 + 40 × 0.5) ÷ 140, about 0.86.
# - **Scratches** are found best by PCA: it restores letters more exactly, so that a flaw stands out. The autoencoder's difference shows it, too, but averaged over the whole picture it becomes small; exercise 3 mends that.
#
# Distance between latent vectors hardly notices scratches, nor, much, does distance in pixels. As measured below the table, a scratch moves a latent vector only **about a third of the way to the nearest training picture**, and so drowns. Turned or mirrored letters show in both the distance and the error.
#
# “With a wide bottleneck the network copies anything, and the alarm stays silent.” You will often read this. Is it so? We try section 3's four networks, and PCA that keeps from 32 to all 784 coefficients. **Predict, then run.** Which will miss scratches most?

# %% id="four-alarms" tags=["predict"]
marks = {name: (network_error, model) for name, model in networks.items()}
for size in (32, 128, 256, 512, 784):
    marks[f"PCA {size}"] = (pca_error, size)
rows = []
for name, (error, which) in marks.items():
    normal = error(X_test, which)
    found = [auc(normal, error(p, which)) for p in strangers.values()]
    rows.append([name, normal.mean(), *found])
columns = say(["방법", "글자의 오차"], ["method", "error on letters"])
show_table(rows, [*columns, *strangers], [0, 4, 2, 2, 2, 2])
four_alarms = np.array([row[2:] for row in rows])

# %% [markdown] id="four-alarms-seen" lang="ko"
# 절반만 맞습니다. 계수를 모두 남긴 PCA는 정말로 무엇이든 그대로 베껴서, 오차가 모두 0이고 경보는 동전 던지기와 같습니다. 그러나 좁을수록 좋은 것도 아닙니다. 거꾸로 선 글자는 네 신경망이 모두 잘 찾고, 긁힌 글자는 **넓은 쪽**이 더 잘 찾으며, PCA도 32개보다 256개가 낫습니다. 글자를 정확하게 복원할수록 작은 흠이 눈에 띄기 때문입니다. 그러나 512개처럼 지나치면 흠까지 복원해서 다시 놓칩니다. 경보에 필요한 것은 좁은 병목이 아니라 **글자는 잘 복원하고 다른 것은 못 복원하는 것**입니다.
#
# ## 6. 임곗값은 어디에 둘까
#
# 실제로 쓰려면 점수가 얼마를 넘을 때 경보를 울릴지 정해야 합니다. 그 값이 임곗값(threshold)이고, 정상 글자에 잘못 울리는 경보가 **거짓 경보**(false alarm)입니다. 정상 글자의 5%에서만 울리게 하고 싶습니다.
#
# **예상하고 실행하기.** 임곗값을 훈련 세트의 오차로 정할 때와 검증 세트의 오차로 정할 때, 테스트 세트에서 거짓 경보는 얼마나 울릴까요?

# %% [markdown] id="four-alarms-seen" lang="en"
# Half of it is true. PCA that keeps everything does copy anything: all errors are 0, and the alarm is a coin toss. But narrower is not better either. All four networks find upside-down letters well, the **wide** ones are better at scratches, and so is PCA with 256 coefficients than with 32: the more exactly letters are restored, the more a small flaw stands out. Too many coefficients, 512, restore the flaw as well and miss it again. An alarm needs no narrow bottleneck; it needs to restore **letters well and other things badly**.
#
# ## 6. Where to put the threshold
#
# To use the alarm we must say above which mark it rings: the threshold. When it rings for a proper letter, that is a **false alarm**. We want false alarms on 5% of the letters.
#
# **Predict, then run.** Set the threshold by the errors on the training set, or on the validation set: how many false alarms will there be on the test set?

# %% id="threshold" tags=["predict"]
rows, false_alarms = [], []
for name, pictures in ((say("훈련 세트", "training set"), X_train),
                       (say("검증 세트", "validation set"), X_valid)):
    threshold = np.quantile(network_error(pictures), 0.95)
    false_alarms.append(np.mean(network_error(X_test) > threshold))
    found = [np.mean(network_error(p) > threshold) for p in strangers.values()]
    rows.append([name, threshold, false_alarms[-1], *found])
columns = say(["정한 곳", "임곗값", "거짓 경보"], ["set on", "threshold", "false alarms"])
show_table(rows, [*columns, *strangers], [0, 4, *[2] * 5])

# %% id="threshold-plot" tags=["hide-input"] alt={"ko": "복원 오차의 히스토그램. 테스트 글자는 왼쪽, 거꾸로 선 글자는 오른쪽에 있고 임곗값이 그 사이에 있다", "en": "Histograms of the reconstruction error: test letters on the left, upside-down letters on the right, the threshold between them"}
fig, ax = plt.subplots(figsize=(7, 3.2))
bins = np.geomspace(0.002, 0.2, 60)
ax.hist(network_error(X_test), bins, alpha=0.6, label=say("글자", "letters"))
ax.hist(network_error(list(strangers.values())[1]), bins, histtype="step",
        label=say("거꾸로", "upside down"))
ax.axvline(threshold, color="black", ls="--", label=say("임곗값", "threshold"))
ax.set(xscale="log", xlabel=say("복원 오차", "reconstruction error"),
       ylabel=say("그림의 수", "pictures"))
ax.legend()
plt.show()

# %% [markdown] id="threshold-seen" lang="ko"
# 가로축은 로그 눈금이고, 임곗값은 검증 세트로 정한 것입니다. 훈련 세트로 정하면 임곗값이 너무 낮아, 5%를 바랐는데 그 두 배 넘게 울립니다. 신경망은 학습에서 본 그림을 더 잘 복원하기 때문입니다. **임곗값은 학습에 쓰지 않은 그림으로 정하고, 거짓 경보는 또 다른 그림으로 셉니다.** 거짓 경보를 줄이면 놓치는 그림이 늘어납니다. 어느 쪽이 더 나쁜지는 쓰임에 따라 다르므로 사람이 정해야 합니다.

# %% [markdown] id="threshold-seen" lang="en"
# The axis is logarithmic, the threshold that of the validation set. Set on the training set it is too low, and false alarms ring more than twice as often as the 5% we wanted: the network restores what it was trained on better than new pictures. **Set a threshold with pictures that training never saw, and count its false alarms on yet others.** Fewer false alarms mean more strangers missed. Which is worse depends on the use, so people have to choose.

# %% [markdown] id="exercise-2-text" lang="ko"
# ### 연습 2. 망가진 경보기
#
# 친구가 테스트 그림 20장을 PNG 파일로 저장했다가 다시 읽었습니다(`from_file`). 그랬더니 정상 글자 **20장 모두**에 경보가 울립니다. 무엇이 잘못되었는지 찾아, 경보기에 넣을 수 있게 바꾸는 함수 `prepare`를 쓰세요.

# %% [markdown] id="exercise-2-text" lang="en"
# ### Exercise 2. A broken alarm
#
# A friend saved 20 test pictures as a PNG file and read them back (`from_file`). Now the alarm rings for **all 20** proper letters. Find out what is wrong, and write a function `prepare` that makes them fit for the alarm.

# %% id="from-file" tags=["hide-input"]
file = io.BytesIO()
strip = np.round(255 * (1 - X_test[:20].reshape(-1, 28)))
Image.fromarray(strip.astype("uint8")).save(file, "png")
from_file = np.asarray(Image.open(file))

# %% id="broken-alarm"
print(from_file.shape, np.mean(network_error(from_file.reshape(20, 784)) > threshold))

# %% id="exercise-2"
def prepare(from_file):
    return ...  # 모양 (20, 784) | of shape (20, 784)

# %% id="exercise-2-check" tags=["check"]
def prepared(prepare):
    ready = np.asarray(prepare(from_file))
    assert ready.shape == (20, 784), say(f"모양이 {ready.shape}입니다.",
                                         f"Its shape is {ready.shape}.")
    assert ready.max() <= 1, say("훈련 그림의 픽셀은 어디까지 올라가나요?",
                                 "How far up do the pixels of training pictures go?")
    alike = np.corrcoef(ready.ravel(), X_test[:20].ravel())[0, 1]
    assert alike > 0, say("그려 보세요. 훈련 그림과 무엇이 다른가요?",
                          "Draw it. What differs from the training pictures?")
    right = np.allclose(ready, X_test[:20], atol=0.01)
    assert right, say("원본과 값이 다릅니다.", "The values differ from the originals.")
    darker = np.asarray(prepare(128 + from_file // 2))
    right = np.allclose(darker, X_test[:20] / 2, atol=0.01)
    assert right, say("어두운 그림에서는 값이 다릅니다.", "Darker pictures come out wrong.")
    return True


check(prepare, prepared,
      hint=say("from_file.min()과 max()를 보고, plt.imshow로 그려 보세요.",
               "Look at from_file.min() and max(); draw it with plt.imshow."))

# %% id="exercise-2-solution" tags=["solution"]
def prepare(from_file):
    # 픽셀은 0–255이고, 흑백이 반대입니다 | pixels run from 0 to 255, in black on white
    return 1 - from_file.reshape(-1, 784) / 255

# %% [markdown] id="exercise-3-text" lang="ko"
# ### 연습 3. 작은 흠 찾기
#
# 긁힌 곳은 작아서, 그림 전체의 오차를 평균하면 묻힙니다. 오차를 **5 × 5칸씩 평균한 값 가운데 가장 큰 값**을 점수로 삼는 함수 `worst_spot`을 만드세요. 긁힌 그림의 ROC-AUC가 `network_error`보다 0.02 넘게 올라야 합니다.

# %% [markdown] id="exercise-3-text" lang="en"
# ### Exercise 3. Finding a small flaw
#
# A scratch is so small that it drowns in the mean over the whole picture. Write a mark `worst_spot`: the error averaged over **each 5 × 5 window, and of these the largest**. For scratched pictures its ROC-AUC must be more than 0.02 above that of `network_error`.

# %% id="exercise-3"
def worst_spot(pictures):
    return ...  # 그림마다 점수 하나 | one mark for each picture

# %% id="exercise-3-check" tags=["check"]
def finds_scratches(score):
    marks = np.asarray(score(X_test[:7]))
    assert marks.shape == (7,), say(f"그림 7장의 점수가 {marks.shape} 모양입니다.",
                                    f"The marks of 7 pictures have shape {marks.shape}.")
    scratches = scratched(X_test, seed)
    before = auc(network_error(X_test), network_error(scratches))
    better = auc(score(X_test), score(scratches)) - before
    assert better > 0.02, say(f"ROC-AUC의 차이가 {better:.3f}입니다.",
                              f"The ROC-AUC differs by {better:.3f}.")
    return True


check(worst_spot, finds_scratches,
      hint=say("uniform_filter(errors, (0, 5, 5))는 5 × 5칸마다 평균을 냅니다.",
               "uniform_filter(errors, (0, 5, 5)) averages over 5 × 5 windows."))

# %% id="exercise-3-solution" tags=["solution"]
def worst_spot(pictures):
    errors = (pictures - autoencoder(pictures).numpy()) ** 2
    # 픽셀을 28 × 28로 되돌린 다음 창을 움직입니다 | back to 28 × 28, then slide the window
    windows = uniform_filter(errors.reshape(-1, 28, 28), (0, 5, 5))
    return windows.max(axis=(1, 2))

# %% [markdown] id="today" lang="ko"
# ## 오늘날에는
#
# 가린 곳 채우기와 노이즈 지우기는 지금도 컴퓨터 비전의 중심에 있습니다. 마스크드 오토인코더(MAE)는 사진 조각의 75%를 가리고 채우게 해서 레이블 없이 특징을 배웁니다. 노이즈 제거를 여러 번 되풀이해 순수한 노이즈에서 그림을 만드는 것이 확산 모델(DDPM)이며, 07강에서 그와 비슷한 모델을 만듭니다. 공장 사진의 흠을 찾는 MVTec AD 문제에서는 PatchCore가 널리 쓰입니다. 복원하지 않고, 미리 학습한 신경망에서 얻은 **조각마다의 특징**이 정상 조각의 특징과 얼마나 먼지 잽니다. 위에서 복원 오차에 밀린 ‘잠재 벡터 사이의 거리’와 같은 생각이지만, 조각마다 재고, 수많은 사진으로 배운 특징을 씁니다.

# %% [markdown] id="today" lang="en"
# ## Where this is today
#
# Both ideas are at the heart of computer vision. A masked autoencoder (MAE) hides 75% of a photograph's patches, fills them in, and so learns features without labels. A diffusion model (DDPM) denoises many times until pure noise has become a picture; you build a cousin in lesson 7. For flaws in factory photographs, the task of MVTec AD, PatchCore is widely used. It restores nothing, but measures how far **each patch's features**, from a pretrained network, are from those of proper patches: the latent distance that lost here, but patch by patch, and learned from very many photographs.

# %% id="measured" tags=["hide-input"]
ahead = np.subtract(contest[say("신경망", "network")], contest[say("릿지 회귀", "ridge")])
wide, narrow, wide_plain, narrow_plain = widths.values()
*others, by_network = filling.values()
upside_down = [values[1] for values in aucs.values()]
mirrored = [values[2] for values in aucs.values()]
measured = {f"denoise_gain_{level}": float(gain)
            for level, gain in zip(noise_levels, ahead, strict=True)}
measured["filling_gain"] = float(by_network - max(others))
measured["auc_upside_down_latent"] = float(upside_down[-1])
measured["auc_upside_down_rival"] = float(max(upside_down[:-1]))
measured["auc_scratched_rival"] = float(aucs[list(aucs)[-2]][3])
measured["false_alarms_valid"] = float(false_alarms[1])

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert min(ahead[3:]) > 1 and ahead[0] < 0, (
    say("0.4부터 릿지 회귀를 1 dB 넘게 앞서고 0.1에서는 진다",
        "more than 1 dB ahead of ridge from 0.4 up, behind it at 0.1"))
winner = np.argmax(list(contest.values()), axis=0)
assert all(winner == [6, 6, 5, 5, 5, 5]), (
    say("0.2까지는 세기를 아는 릿지 회귀, 0.3부터는 신경망이 1등",
        "up to 0.2 ridge told the level is first, from 0.3 the network"))
assert wide[2] > narrow[2] + 2, say("약한 노이즈에는 넓은 병목", "weak noise needs width")
assert narrow[4] > narrow_plain[4] + 3, say("좁다고 노이즈를 못 거른다",
                                            "narrow alone filters no noise")
assert scratch_moves < 0.5 * nearest_away, say("긁힌 흠은 작다", "a scratch is a small move")
assert by_network > max(others) + 0.4, say("가려진 곳은 신경망이 1등",
                                           "the network fills in best")
assert upside_down[-1] > max(upside_down[:-1]) + 0.01, (
    say("거꾸로 선 글자는 오토인코더가 1등", "the autoencoder tells upside-down best"))
assert max(mirrored) < 120 / 140, say("거울은 0.86을 넘지 못한다", "mirrored: below 0.86")
assert four_alarms[:4, 1].min() > 0.93, say("넷 모두 거꾸로 선 글자를 찾는다",
                                           "all four tell upside-down letters")
wide_scratch = four_alarms[[0, 2, 6], 3]
assert min(wide_scratch) > max(four_alarms[[1, 3, 4], 3]), (
    say("긁힌 글자는 넓은 쪽이 잘 찾는다", "the wide ones tell scratches better"))
assert np.allclose(four_alarms[-1], 0.5), say("모두 베끼면 경보가 없다", "a copier has no alarm")
assert false_alarms[0] > 0.1, (
    say("훈련 세트로 정한 임곗값은 너무 자주 울린다",
        "a threshold set on the training set rings too often"))
assert 0.025 < false_alarms[1] < 0.08, (
    say("검증 세트로 정하면 목표에 가깝다", "set on the validation set, near its aim"))

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# | 쓰임 | 가장 좋은 기준선 | 결과 |
# |---|---|---|
# | 노이즈 제거 | 세기를 아는 릿지 회귀 | 0.2까지는 지고 0.3부터 1등 |
# | 가려진 곳 채우기 | 곳마다 따로 구한 릿지 회귀 | 1등 |
# | 거꾸로 선 글자 찾기 | 가장 가까운 그림, PCA | 1등 |
# | 긁힌 글자 찾기 | PCA | PCA가 1등, 넓은 오토인코더는 그에 가까움 |
#
# 노이즈 제거 오토인코더는 볼 때마다 새로운 노이즈로 학습합니다. 고치는 데에는 넓은 쪽이 낫습니다. 경보는 글자는 잘 복원하고 다른 그림은 잘 복원하지 못할 때 믿을 수 있고, 임곗값은 학습에 쓰지 않은 그림으로 정합니다.
#
# **연습:** 모자이크 · 망가진 경보기 · 작은 흠 찾기
#
# **더 해 보기:** `Noise`의 0.7을 0.3으로 바꾸어 보세요. 노이즈가 약할 때와 셀 때의 점수는 어떻게 달라질까요?
#
# {next}
#
# ### 참고한 글
#
# - Pascal Vincent 외, *Extracting and Composing Robust Features with Denoising Autoencoders*, 2008. [doi.org/10.1145/1390156.1390294](https://doi.org/10.1145/1390156.1390294)
# - Kaiming He 외, *Masked Autoencoders Are Scalable Vision Learners*, 2022. [arxiv.org/abs/2111.06377](https://arxiv.org/abs/2111.06377)
# - Jonathan Ho 외, *Denoising Diffusion Probabilistic Models*, 2020. [arxiv.org/abs/2006.11239](https://arxiv.org/abs/2006.11239)
# - Paul Bergmann 외, *MVTec AD — A Comprehensive Real-World Dataset for Unsupervised Anomaly Detection*, 2019. [doi.org/10.1109/CVPR.2019.00982](https://doi.org/10.1109/CVPR.2019.00982)
# - Karsten Roth 외, *Towards Total Recall in Industrial Anomaly Detection* (PatchCore), 2022. [arxiv.org/abs/2106.08265](https://arxiv.org/abs/2106.08265)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# | Use | Best baseline | Result |
# |---|---|---|
# | denoising | ridge regression, told the level | behind up to 0.2, first from 0.3 up |
# | filling in | ridge regression, one for each quarter | first |
# | upside-down letters | nearest picture, PCA | first |
# | scratches | PCA | PCA is first, the wide autoencoder close |
#
# A denoising autoencoder is trained with new noise at every look. For mending, wide is better. The alarm comes from restoring letters well and other things badly, and its threshold is set with pictures that training never saw.
#
# **Exercises:** a mosaic · a broken alarm · finding a small flaw
#
# **Try on your own:** change the 0.7 in `Noise` to 0.3. What becomes of the marks under weak noise, and under strong?
#
# {next}
#
# ### References
#
# - Pascal Vincent et al., *Extracting and Composing Robust Features with Denoising Autoencoders*, 2008. [doi.org/10.1145/1390156.1390294](https://doi.org/10.1145/1390156.1390294)
# - Kaiming He et al., *Masked Autoencoders Are Scalable Vision Learners*, 2022. [arxiv.org/abs/2111.06377](https://arxiv.org/abs/2111.06377)
# - Jonathan Ho et al., *Denoising Diffusion Probabilistic Models*, 2020. [arxiv.org/abs/2006.11239](https://arxiv.org/abs/2006.11239)
# - Paul Bergmann et al., *MVTec AD — A Comprehensive Real-World Dataset for Unsupervised Anomaly Detection*, 2019. [doi.org/10.1109/CVPR.2019.00982](https://doi.org/10.1109/CVPR.2019.00982)
# - Karsten Roth et al., *Towards Total Recall in Industrial Anomaly Detection* (PatchCore), 2022. [arxiv.org/abs/2106.08265](https://arxiv.org/abs/2106.08265)
