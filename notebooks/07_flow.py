# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 07 · 플로: 아무도 쓰지 않은 글자 쓰기
#
# **오늘날의 그림 생성기는 대개 그림이 아니라 잠재 벡터를 만들고, 디코더가 그것을 그림으로 바꿉니다. 그 구조를 작게 만들어 봅니다. 글자를 주문하면 쓸 때마다 다른 글씨가 나오고, 획의 굵기와 기울기도 우리가 정할 수 있습니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 노이즈를 데이터로 옮기는 화살표를 배우는 플로 매칭(flow matching)을 **만들고** 학습시킵니다.
# - 글자를 알려 주고, 가이던스(guidance)를 조절하며 그림을 **생성합니다**.
# - 읽기 쉬움, 다양성, 새로움을 함께 재어 생성기를 **평가합니다**.
# - 이 구조가 Stable Diffusion의 어느 부분에 해당하는지 **설명합니다**.
#
# {minutes}분 · [06 · 생성](06_generation.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 07 · Flow: writing letters nobody drew
#
# **Most of today's image generators make latent vectors, and a decoder draws the picture. We build that machine small: it writes the letter we order, differently each time, in the weight and slant we ask for.**
#
# After this lesson you can
#
# - **build** and train flow matching, which learns arrows that carry noise to data;
# - **generate** pictures of a letter you name, and steer with guidance;
# - **judge** a generator by legibility, variety and novelty together;
# - **explain** which part of Stable Diffusion each part corresponds to.
#
# {minutes} minutes · Follows [06 · Generation](06_generation.ipynb).
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
from ipywidgets import interact
import keras
from keras import layers, ops
import matplotlib.pyplot as plt
import numpy as np
from scipy.ndimage import gaussian_filter
from sklearn.datasets import make_blobs, make_moons
from sklearn.linear_model import Ridge
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import NearestNeighbors

use_course_style()
keras.utils.set_random_seed(seed)
rng = np.random.default_rng(seed)

# %% [markdown] id="arrows" lang="ko"
# ## 1. 노이즈를 데이터로 옮기는 화살표
#
# 06강의 남은 문제는 **잠재 벡터를 어디에서 뽑을까**였습니다. 정규 분포에서 뽑으면 글자와 글자 사이에 떨어지기 쉽습니다. 이번에는 정규 분포에서 뽑은 점을 데이터가 있는 곳까지 **옮기는 법**을 배웁니다.
#
# 눈으로 볼 수 있게 값이 2개뿐인 데이터, 반달 두 개로 시작합니다. 방법은 놀랄 만큼 단순합니다.
#
# 1. 노이즈에서 점 하나, 데이터에서 점 하나를 아무렇게나 짝짓습니다.
# 2. 둘을 잇는 직선 위에서 한 곳을 고릅니다. 시각이 $t = 0$이면 노이즈, $t = 1$이면 데이터입니다.
# 3. 그곳과 시각을 입력으로, **짝이 가리키는 화살표**(데이터 − 노이즈)를 정답으로 줍니다.
#
# 같은 곳을 지나는 짝은 많고 화살표도 제각각입니다. 같은 입력에 정답이 여럿이면 제곱 오차의 합이 가장 작은 답은 그 평균이므로, 신경망은 **평균 화살표**를 배웁니다. 이것이 플로 매칭입니다. 점들이 화살표를 따라 흘러가므로 플로(flow, 흐름)라고 합니다.

# %% [markdown] id="arrows" lang="en"
# ## 1. Arrows that carry noise to data
#
# Lesson 6 left one problem: **where should we draw latent vectors from?** Points drawn from a bell curve tend to land between the letters. Now we learn to **carry** a point from the bell curve to where the data are.
#
# We start with data of only two values, so that we can look at it: two half-moons. The method is surprisingly simple.
#
# 1. Pair a random point of noise with a random point of data.
# 2. Pick a place on the straight line between them. At time $t = 0$ it is the noise, at $t = 1$ the data.
# 3. The place and the time are the input; **the arrow of this pair** (data − noise) is the target.
#
# Many pairs pass through the same place, each with an arrow of its own. Trained with squared error, the network learns their **mean arrow**. This is flow matching.

# %% id="make-pairs"
def make_pairs(goals, told):
    """입력(중간 지점, 시각, 알려 준 것)과 정답 화살표 | inputs (place, time, what is told) and target arrows"""
    noise = rng.standard_normal(goals.shape, dtype="float32")
    t = rng.random((len(goals), 1), dtype="float32")
    place = (1 - t) * noise + t * goals
    return np.hstack([place, t, told]), goals - noise

# %% [markdown] id="network" lang="ko"
# `told`는 나중에 글자를 알려 줄 자리입니다. 지금은 비워 둡니다. 신경망은 `Dense` 층 몇 개입니다. 층마다 입력을 다시 보여 주고(`Concatenate`), 층이 낸 값을 앞의 값에 더해 나갑니다(`Add`). `silu`는 `relu`를 매끄럽게 만든 활성화 함수입니다.

# %% [markdown] id="network" lang="en"
# `told` is where the letter will go later; for now it is empty. The network is a few `Dense` layers; each sees the input again (`Concatenate`) and adds its result to what came before (`Add`). `silu` is a smooth version of `relu`.

# %% id="build-flow"
def build_flow(size, told, units):
    inputs = keras.Input((size + 1 + told,))
    x = layers.Dense(units, activation="silu")(inputs)
    for _ in range(2):
        again = layers.Concatenate()([x, inputs])
        x = layers.Add()([x, layers.Dense(units, activation="silu")(again)])
    return keras.Model(inputs, layers.Dense(size)(x))

# %% id="moons"
moons, _ = make_moons(21_000, noise=0.05, random_state=seed)
moons = ((moons - moons.mean(axis=0)) / moons.std(axis=0)).astype("float32")
moons, new_moons = moons[:20_000], moons[20_000:]

# %% id="train-moons"
goals = np.tile(moons, (5, 1))
nothing = np.zeros((len(goals), 0), "float32")
moon_flow = build_flow(size=2, told=0, units=64)
pairs = make_pairs(goals, nothing)
train(moon_flow, *pairs, epochs=6, loss="mse", learning_rate=0.01);

# %% [markdown] id="follow" lang="ko"
# 점마다 노이즈를 다섯 번 새로 뽑아 짝지었습니다. **손실이 0 가까이 가지 않는 것이 정상입니다.** 같은 곳을 지나는 화살표가 제각각이어서, 평균을 완벽하게 배워도 흩어진 만큼은 남습니다.
#
# 생성할 때는 노이즈에서 출발해 화살표를 따라 조금씩 걷습니다. `guidance`는 3절에서 설명합니다.
#
# **예상하고 실행하기.** 정규 분포에서 뽑은 점들을 30걸음 옮깁니다. 처음($t = 0$)과 나중의 화살표는 어떻게 다를까요? 점들은 어디에 도착할까요? (회색은 데이터입니다.)

# %% [markdown] id="follow" lang="en"
# Each point was paired with noise five times. **The loss cannot come near 0:** the arrows through one place differ, and even their exact mean leaves that spread.
#
# To generate, start from noise and follow the arrows in small steps. `guidance` is explained in section 3.
#
# **Predict, then run.** We carry points of a bell curve for 30 steps. How will the arrows at the start ($t = 0$) differ from those near the end? Where will the points arrive? (Gray dots are data.)

# %% id="follow-code"
def arrows(flow, place, t, told, guidance=1.0):
    time = np.full((len(place), 1), t, "float32")
    with_order = flow(np.hstack([place, time, told])).numpy()
    if guidance == 1:
        return with_order
    without = flow(np.hstack([place, time, 0 * told])).numpy()
    return without + guidance * (with_order - without)


def follow(flow, place, told, guidance=1.0, steps=20):
    for t in np.arange(steps) / steps:
        place = place + arrows(flow, place, t, told, guidance) / steps
    return place

# %% id="moon-walk"
noise = rng.standard_normal((1000, 2), dtype="float32")
path = [noise]
for t in np.arange(30) / 30:
    step = arrows(moon_flow, path[-1], t, nothing[:1000]) / 30
    path.append(path[-1] + step)

# %% id="moon-arrows" tags=["predict"] alt={"ko": "세 칸. 처음에는 둥근 구름과 가운데로 모이는 화살표, 중간에는 둘로 갈라지는 구름, 끝에는 반달 두 개.", "en": "Three panels. First a round cloud with arrows that point towards the middle, then a cloud that parts, at last two half-moons."}
grid = np.linspace(-3, 3, 15, dtype="float32")
places = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
fig, axes = plt.subplots(1, 3, figsize=(9, 3.4), sharey=True)
for ax, steps in zip(axes, [0, 18, 30]):
    across, up = arrows(moon_flow, places, steps / 30, nothing[:225]).T
    ax.scatter(*moons[:1000].T, s=4, color="lightgray", marker="o")
    ax.quiver(*places.T, across, up, color="C1", width=0.005)
    ax.scatter(*path[steps].T, s=4, color="C0", marker="o")
    ax.set(title=f"t = {steps / 30:.2f}", aspect="equal")
plt.show()

# %% id="moon-check"
moon_tree = NearestNeighbors(n_neighbors=1).fit(moons)
near_noise, near_moons, near_real = [
    np.mean(moon_tree.kneighbors(points)[0] < 0.1)
    for points in [noise, path[-1], new_moons]]
print(say("데이터에서 0.1 안에 있는 점", "points within 0.1 of the data"))
print(say(f"노이즈 {near_noise:.0%}, 도착점 {near_moons:.0%}, 진짜 {near_real:.0%}",
          f"noise {near_noise:.0%}, arrivals {near_moons:.0%}, real {near_real:.0%}"))

# %% [markdown] id="arrows-seen" lang="ko"
# 처음에는 어느 점이 어느 반달로 갈지 정해지지 않아, 화살표가 모두 데이터의 **평균**을 향합니다. 시간이 갈수록 구름이 둘로 갈라지고, 마지막에는 거의 모두 어느 한 반달에 올라앉습니다. 두 반달 사이에 남은 점도 조금 있습니다. 갈림길에서는 가까운 두 점의 화살표가 반대쪽을 향해야 하는데, 매끄러운 함수인 신경망은 그 경계를 어림할 뿐입니다.
#
# ### 연습 1. 플로 학습시키기
#
# 반달 대신 네 귀퉁이의 **작은 구름 네 개**를 배우게 하세요. 짝 만들기부터 따라가기까지 직접 합니다. `answer`는 도착점 1,000개, 모양은 (1000, 2)입니다.

# %% [markdown] id="arrows-seen" lang="en"
# At first any point may go to either moon, so all arrows point towards the **mean** of the data. As time goes on the cloud parts, and at last nearly every point settles on one of the moons. A few are left in between: at the parting of the ways, two close points need arrows that point apart, and a network, a smooth function, only approximates that border.
#
# ### Exercise 1. Train a flow
#
# Instead of moons, teach a flow **four small clouds**, one in each corner. `answer` holds 1,000 arrivals, of shape (1000, 2).

# %% id="exercise-1"
corners = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]])
clouds = make_blobs(20_000, centers=corners, cluster_std=0.15, random_state=seed)[0]
clouds = clouds.astype("float32")

answer = ...

# %% id="exercise-1-check" tags=["check"]
def in_clouds(points):
    points = np.asarray(points)
    assert points.shape == (1000, 2), say(f"모양이 (1000, 2)가 아니라 {points.shape}입니다.",
                                          f"The shape is {points.shape}, not (1000, 2).")
    gaps = NearestNeighbors(n_neighbors=1).fit(clouds).kneighbors(points)[0]
    assert gaps.max() > 0, say("훈련 점을 그대로 냈습니다.", "These are the training points.")
    far = np.linalg.norm(points[:, None] - corners, axis=2)
    shares = np.mean(far < 0.5, axis=0)
    assert shares.min() > 0.1, say("점이 너무 적은 구름이 있습니다.",
                                   "One of the clouds has too few points.")
    return shares.sum() > 0.75


check(answer, in_clouds, hint=say(
    "반달의 다섯 줄을 clouds로 바꾸어 쓰고, follow는 노이즈 1,000개에서 출발합니다.",
    "Repeat the moons' lines with clouds; follow starts from 1,000 points of noise."))

# %% id="exercise-1-solution" tags=["solution"]
goals = np.tile(clouds, (5, 1))
cloud_flow = build_flow(size=2, told=0, units=64)
pairs = make_pairs(goals, nothing)
train(cloud_flow, *pairs, epochs=6, loss="mse", learning_rate=0.01)
# 출발점은 데이터가 아니라 노이즈 | the start is noise, not data
start = rng.standard_normal((1000, 2), dtype="float32")
answer = follow(cloud_flow, start, nothing[:1000])

# %% [markdown] id="compressor" lang="ko"
# ## 2. 글자: 압축기와 그 안의 플로
#
# 이제 글자입니다. 그림 784픽셀에서 바로 플로를 학습시키지 않고, 먼저 오토인코더로 값 32개까지 줄입니다. 자리 흔들기는 06강처럼 한 픽셀까지이고, 그림은 음절마다 100장을 새로 그립니다. `style`에는 그림마다 쓴 글꼴 굵기와 기울기가 들어 있습니다. 이것도 나중에 플로에게 알려 줍니다.

# %% [markdown] id="compressor" lang="en"
# ## 2. Letters: a compressor, and a flow that lives inside it
#
# Now to letters, the Hangul blocks of the last lessons. Instead of 784 pixels, the flow gets the 32 values of an autoencoder. Each picture is shifted by up to one pixel, as in lesson 6; we draw 100 of each block, which we call a letter for short. `style` says which stroke weight and slant each picture was drawn with; the flow will be told this, too.

# %% id="load"
X_train, consonant, vowel, style = hangul_images(
    100, seed=100 * seed, shift=1.0, return_style=True)
X_test, new_consonant, new_vowel, new_style = hangul_images(
    10, seed=100 * seed + 1, shift=1.0, return_style=True)
y_train = 10 * consonant + vowel
y_test = 10 * new_consonant + new_vowel

# %% id="layers"
def hidden(x):
    x = layers.Dense(512, use_bias=False)(x)
    return layers.LeakyReLU()(layers.BatchNormalization()(x))


def build_decoder(size):
    code = keras.Input((size,))
    return keras.Model(code, layers.Dense(784, activation="sigmoid")(hidden(code)))

# %% id="autoencoder"
picture = keras.Input((784,))
code = layers.Dense(32)(hidden(picture))
code = layers.BatchNormalization(center=False, scale=False)(code)
encoder, decoder = keras.Model(picture, code), build_decoder(32)
noisy = layers.GaussianNoise(0.2)
autoencoder = keras.Sequential([encoder, noisy, decoder])
train(autoencoder, X_train, X_train, epochs=10);

# %% [markdown] id="compressor-words" lang="ko"
# 보통의 오토인코더에 두 가지를 더했습니다. 인코더 끝의 배치 정규화는 모든 성분의 평균을 0, 표준편차를 1로 맞춰 노이즈와 크기를 같게 합니다. `GaussianNoise`는 학습하는 동안 잠재 벡터를 조금 흔듭니다. 그래서 디코더는 잠재 벡터가 살짝 빗나가도 글자를 그릴 줄 알게 됩니다.

# %% [markdown] id="compressor-words" lang="en"
# Two things are added to the plain autoencoder. Batch normalization at the encoder's end gives each value mean 0 and standard deviation 1, the scale of the noise. `GaussianNoise` shakes the codes a little during training, so the decoder learns to draw a letter even from a code that is slightly off.

# %% id="codes"
Z_train = encoder.predict(X_train, batch_size=1000, verbose=0)
Z_test = encoder.predict(X_test, batch_size=1000, verbose=0)
rebuilt = decoder.predict(Z_test, verbose=0)
show_images([X_test[:10], rebuilt[:10]], labels=say(["진짜", "복원"], ["real", "rebuilt"]))

# %% [markdown] id="tell" lang="ko"
# 플로에게 알려 줄 것을 27개 값으로 적습니다. 자음 14칸과 모음 10칸에는 해당하는 칸에만 1을 적고, 그 뒤에 굵기와 기울기(둘 다 −1에서 1까지), 그리고 ‘글씨체를 알려 주었다’는 표시 1을 적습니다. **모르는 것은 0으로 비웁니다.** 학습시킬 때 15%는 전부 비우고, 절반은 글씨체를 비웁니다. 그래서 플로 하나로, 알려 준 것이 많든 적든 그릴 수 있습니다.

# %% [markdown] id="tell" lang="en"
# What we tell the flow is written in 27 values: 14 places for the consonant and 10 for the vowel, with a 1 where it applies; then stroke weight and slant (both from −1 to 1) and a 1 that means "style is told". **What is not told stays 0.** In training, 15% of the rows are left wholly empty, and half leave the style empty. So one flow can draw with as much as it is told.

# %% id="orders"
def orders(syllables, weight=None, slant=None):
    """알려 줄 27개 값; 글씨체는 비울 수 있다 | the 27 values to tell; style may stay empty"""
    told = np.zeros((len(syllables), 27), "float32")
    told[:, :14] = np.eye(14)[syllables // 10]
    told[:, 14:24] = np.eye(10)[syllables % 10]
    if weight is not None:
        told[:, 24], told[:, 25], told[:, 26] = weight, slant, 1
    return told


def scaled(style):
    """−1에서 1까지의 굵기와 기울기 | weight and slant from −1 to 1"""
    return style["weight"] / 1.5 - 1, style["slant"] / 0.15

# %% id="train-flow"
goals = np.tile(Z_train, (12, 1))
told = np.tile(orders(y_train, *scaled(style)), (12, 1))
told[rng.random(len(told)) < 0.5, 24:] = 0
told[rng.random(len(told)) < 0.15] = 0
flow = build_flow(size=32, told=27, units=384)
train(flow, *make_pairs(goals, told), epochs=3, loss="mse", batch_size=512)
del goals, told

# %% [markdown] id="first-word" lang="ko"
# 그림마다 노이즈를 열두 번 새로 뽑아 짝을 만들었습니다. 이제 단어를 주문합니다. 노이즈를 뽑아 화살표를 따라가고, 도착한 잠재 벡터를 디코더로 그립니다. **나비, 바다, 피자**를 세 번씩 쓰게 합니다.

# %% [markdown] id="first-word" lang="en"
# Each picture was paired with noise twelve times. Now we order words: draw noise, follow the arrows, decode where we arrive. We order 나비 (nabi, butterfly), 바다 (bada, sea) and 피자 (pija, pizza), three times each.

# %% id="first-word-code" alt={"ko": "나비바다피자를 서로 다른 글씨로 세 번 쓴 그림.", "en": "The six syllables nabi bada pija, written three times in different hands."}
def draw(told, guidance=1.0, steps=20):
    noise = rng.standard_normal((len(told), 32), dtype="float32")
    return decoder.predict(follow(flow, noise, told, guidance, steps), verbose=0)


def spell(word):
    return np.array([SYLLABLES.index(syllable) for syllable in word])


words = spell(say("나비바다피자"))
names = say(["나", "비", "바", "다", "피", "자"], ["na", "bi", "ba", "da", "pi", "ja"])
show_images([draw(orders(words), guidance=2.0) for _ in range(3)], titles=names)

# %% [markdown] id="guidance" lang="ko"
# 그림마다 노이즈를 새로 뽑았으므로 굵기와 기울기가 글자마다 다릅니다. (6절에서는 단어 하나를 같은 글씨체로 씁니다.) 훈련 그림을 베낀 것은 아닌지는 4절에서 재 봅니다.
#
# ## 3. 가이던스: 주문을 얼마나 강하게 따를까
#
# 플로는 글자를 **알려 주었을 때**의 화살표와 **알려 주지 않았을 때**의 화살표를 모두 배웠습니다. 둘의 차이는 ‘그 글자다움’이 가리키는 방향입니다. 화살표를 $v$라고 쓰면, **가이던스** $g$는 그 차이를 $g$배로 늘립니다.
#
# $$v = v_\text{none} + g\,(v_\text{told} - v_\text{none})$$
#
# $g=1$이면 배운 그대로이고, 더 크면 주문한 글자 쪽으로 더 밀어붙입니다.
#
# **예상하고 실행하기.** 같은 노이즈에서 $g$를 1, 2, 3으로 올리면 읽기는 쉬워질까요? 그 대신 무엇을 잃을까요?

# %% [markdown] id="guidance" lang="en"
# Every picture starts from noise of its own, so weight and slant change from letter to letter. (In section 6 a whole word keeps one hand.) Section 4 measures whether they copy training pictures.
#
# ## 3. Guidance: how strictly to follow the order
#
# The flow knows the arrow **when told** the letter and the arrow **when told nothing**. Their difference points towards what makes it that letter. **Guidance** $g$ stretches that difference of arrows $v$ by $g$.
#
# $$v = v_\text{none} + g\,(v_\text{told} - v_\text{none})$$
#
# At $g=1$ we get what was learned; more pushes further towards the letter.
#
# **Predict, then run.** The noise stays; as $g$ goes from 1 to 2 to 3, will the drawings get easier to read? What will be lost in exchange?

# %% id="guided" tags=["predict"] alt={"ko": "같은 글자를 가이던스 1, 2, 3으로 쓴 그림 열 개씩.", "en": "Ten drawings of the same letters at guidance 1, 2 and 3."}
noise = rng.standard_normal((len(y_test), 32), dtype="float32")
drawn = {}
for g in [1.0, 2.0, 3.0]:
    codes = follow(flow, noise, orders(y_test), guidance=g)
    drawn[g] = decoder.predict(codes, verbose=0)
show_images([X_test[:10], *[pictures[:10] for pictures in drawn.values()]],
            labels=say(["진짜", "g = 1", "g = 2", "g = 3"], ["real", "g = 1", "g = 2", "g = 3"]))

# %% [markdown] id="judges" lang="ko"
# 눈으로는 $g=1$에 잘못된 획이 더 많아 보입니다. 수로 재려면 심판이 필요합니다.
#
# ## 4. 심판과 경쟁자
#
# 06강의 심판 둘을 다시 학습시킵니다. 새로 그린 그림으로 배우고, 생성한 그림은 보지 않습니다. 번진 글자도 섞어 이름을 맞히게 하고, 두 글자를 겹치거나 반씩 섞은 것과 노이즈는 ‘글자 아님’(140번)이라고 가르칩니다. 코드는 06강과 거의 같아서 접어 둡니다.

# %% [markdown] id="judges" lang="en"
# By eye, more strokes go wrong at $g=1$. To measure it we need a judge.
#
# ## 4. Judges and rivals
#
# We train lesson 6's two judges again. They learn from fresh drawings, some blurred, and see nothing generated; overlaid or half-mixed letters and noise are "no letter" (number 140). The code, much like lesson 6's, is folded.

# %% id="judge-lessons" tags=["hide-input"]
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

# %% id="judge-shapes" tags=["hide-input"]
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
# 심판이 어느 한 글자라고 80% 넘게 확신하면 **알아본** 것으로 칩니다. 심판부터, 학습에 쓰지 않은 그림으로 시험합니다.

# %% [markdown] id="judge-bar" lang="en"
# A picture is **recognised** when a judge is more than 80% sure of one letter. First the judges are examined, on fresh drawings.

# %% id="judge-exam"
def ask(judge, pictures):
    """첫째로 꼽은 글자와 확신 | the best guess and how sure the judge is"""
    belief = judge.predict(pictures, batch_size=1000, verbose=0)
    return belief.argmax(axis=1), belief.max(axis=1)


X_valid, c, v = hangul_images(20, seed=100 * seed + 3, shift=1.0)
exam = [float(np.mean(ask(judge, X_valid)[0] == 10 * c + v)) for judge in judges]
print(say(f"새 그림의 정확도: {exam[0]:.3f}, {exam[1]:.3f}",
          f"accuracy on fresh drawings: {exam[0]:.3f}, {exam[1]:.3f}"))

# %% [markdown] id="rivals" lang="ko"
# 경쟁자는 다섯입니다.
#
# - **평균 그림**: 주문한 글자의 훈련 그림 100장을 평균해서 냅니다.
# - **훈련 그림 복사**: 주문한 글자의 훈련 그림을 하나 골라 그대로 냅니다.
# - **글자마다 정규 분포 하나**: 그 글자의 훈련 그림 100장의 잠재 벡터에서 평균과 공분산을 구해 뽑습니다. 학습이 필요 없습니다.
# - **두 장 섞기**: 그 글자의 훈련 그림 두 장의 잠재 벡터를 아무 비율로, 또는 반씩 섞습니다. 역시 학습이 필요 없습니다.
# - **조건부 VAE**: 06강의 VAE에 글자를 알려 줍니다.

# %% [markdown] id="rivals" lang="en"
# Five rivals:
#
# - **Mean picture**: the mean of the 100 training pictures of the letter ordered.
# - **Copies**: any training picture of the letter ordered, handed out as it is.
# - **One bell per letter**: with the mean and covariance of the codes of its 100 training pictures. It needs no training.
# - **Two mixed**: the codes of two training pictures of the letter, in any proportion, or half and half. No training either.
# - **Conditional VAE**: lesson 6's VAE, told the letter.

# %% id="simple-rivals"
mean_pictures = np.array([X_train[y_train == s].mean(axis=0) for s in range(140)])
copies = np.empty_like(X_test)
for i, wanted in enumerate(y_test):
    copies[i] = X_train[rng.choice(np.flatnonzero(y_train == wanted))]

# %% id="letter-bells"
means = np.array([Z_train[y_train == s].mean(axis=0) for s in range(140)])
strays = np.empty_like(Z_test)
for i, wanted in enumerate(y_test):
    spread = np.cov(Z_train[y_train == wanted].T)
    strays[i] = rng.multivariate_normal(np.zeros(32), spread)


def bells_write(width):
    return decoder.predict(means[y_test] + width * strays, verbose=0)

# %% id="two-mixed" tags=["hide-input"]
letters = [np.flatnonzero(y_train == wanted) for wanted in y_test]
pairs = [rng.choice(own, 2, replace=False) for own in letters]
first, second = Z_train[np.transpose(pairs)]
share = rng.random((len(y_test), 1), dtype="float32")
mixed_freely = decoder.predict(share * first + (1 - share) * second, verbose=0)
mixed_halves = decoder.predict((first + second) / 2, verbose=0)

# %% id="conditional-vae"
class Draw(layers.Layer):
    """06강의 뽑기와 KL 벌점 | lesson 6's draw, and its KL penalty"""

    def call(self, mean, log_variance):
        fees = mean**2 + ops.exp(log_variance) - log_variance - 1
        self.add_loss(ops.mean(ops.sum(fees, axis=1)) / 2 / 784)
        noise = keras.random.normal(ops.shape(mean), seed=dice)
        return mean + ops.exp(log_variance / 2) * noise


dice = keras.random.SeedGenerator(seed)
letter = keras.Input((24,))
x = hidden(layers.Concatenate()([picture, letter]))
log_variance = layers.Dense(6, kernel_initializer="zeros")(x)
hand = Draw()(layers.Dense(6)(x), log_variance)
writer = build_decoder(6 + 24)
outputs = writer(layers.Concatenate()([hand, letter]))
vae = keras.Model([picture, letter], outputs)
train(vae, [X_train, orders(y_train)[:, :24]], X_train, epochs=12);

# %% id="vae-writes"
hands = rng.standard_normal((len(y_test), 6), dtype="float32")


def vae_writes(width):
    told = np.hstack([width * hands, orders(y_test)[:, :24]])
    return writer.predict(told, verbose=0)

# %% [markdown] id="scores" lang="ko"
# 점수는 다섯 가지입니다. 모두 같은 1,400개의 주문(테스트 그림의 글자)에서 재고, 뒤의 둘은 시간을 아끼려고 처음 300장에서 잽니다.
#
# - **알아봄**: 심판이 어느 한 글자라고 80% 넘게 확신한 비율
# - **주문대로**: 심판이 가장 가능성이 높다고 본 글자가 주문과 같은 비율
# - **다양성**: 같은 글자 열 장이 서로 다른 정도(픽셀의 표준편차)
# - **새로움**: 가장 가까운 훈련 그림까지의 거리(중앙값). 복사하면 0이고, 복사한 것을 우리 디코더로 복원하면 ‘복사를 복원’ 줄의 값입니다. 번진 그림은 어느 그림과도 머니, 높을수록 좋은 것은 아닙니다.
# - **아주 가까움**: 진짜 그림 스무 장에 한 장꼴로만 그렇게 가까운 거리보다, 훈련 그림에 더 가까운 것의 비율. 진짜라면 0.05입니다.
#
# **예상하고 실행하기.** 점수를 모두 잘 받는 방법이 있을까요?

# %% [markdown] id="scores" lang="en"
# There are five scores, on the same 1,400 orders, the letters of the test pictures; the last two use the first 300, to save time.
#
# - **recognised**: share of drawings where the judge is more than 80% sure of a letter
# - **as ordered**: share where the judge's best guess is the letter ordered
# - **variety**: how much the ten drawings of one letter differ (standard deviation of pixels)
# - **novelty**: distance to the nearest training picture (median). A copy has 0; a copy rebuilt by our decoder has what the row "copies, rebuilt" says. More is not better: a smudge is far from everything.
# - **too near**: share nearer to a training picture than all but the nearest twentieth of real test pictures, which themselves have 0.05
#
# **Predict, then run.** Does any method do well in all of them?

# %% id="score-functions"
def recognised(pictures):
    shares = []
    for judge in judges:
        best, sure = ask(judge, pictures)
        shares.append(float(np.mean((best < 140) & (sure > 0.8))))
    return shares


def as_ordered(pictures, wanted):
    return [float(np.mean(ask(judge, pictures)[0] == wanted)) for judge in judges]


def variety(pictures):
    spreads = [pictures[y_test == s].std(axis=0).mean() for s in range(140)]
    return float(np.mean(spreads))


nearest = NearestNeighbors(n_neighbors=1).fit(X_train)


def to_nearest(pictures):
    return nearest.kneighbors(pictures[:300])[0]


closest_real = np.quantile(to_nearest(X_test), 0.05)


def novelty(pictures):
    distances = to_nearest(pictures)
    return [float(np.median(distances)), float(np.mean(distances < closest_real))]

# %% id="score-table" tags=["predict"]
copies_rebuilt = decoder.predict(encoder.predict(copies, verbose=0), verbose=0)
entries = {
    say("진짜(테스트)", "real (test)"): X_test,
    say("진짜를 복원", "real, rebuilt"): rebuilt,
    say("평균 그림", "mean picture"): mean_pictures[y_test],
    say("훈련 그림 복사", "copies"): copies,
    say("복사를 복원", "copies, rebuilt"): copies_rebuilt,
    say("글자마다 정규 분포", "one bell per letter"): bells_write(1.0),
    say("두 장 섞기", "two mixed"): mixed_freely,
    say("두 장 반씩", "two, half and half"): mixed_halves,
    say("조건부 VAE", "conditional VAE"): vae_writes(1.0),
    say("플로, g = 1", "flow, g = 1"): drawn[1.0],
    say("플로, g = 2", "flow, g = 2"): drawn[2.0],
    say("플로, g = 3", "flow, g = 3"): drawn[3.0],
}
table = []
for name, pictures in entries.items():
    shares = recognised(pictures) + as_ordered(pictures, y_test)
    table.append([name, *shares, variety(pictures), *novelty(pictures)])
columns = ["", *say(["알아봄 1", "알아봄 2", "주문대로 1", "주문대로 2"],
                    ["recog. 1", "recog. 2", "ordered 1", "ordered 2"]),
           *say(["다양성", "새로움", "아주 가까움"], ["variety", "novelty", "too near"])]
show_table(table, columns, digits=[0, 2, 2, 2, 2, 3, 2, 2])

# %% [markdown] id="frontier-words" lang="ko"
# 1은 `Dense` 심판, 2는 합성곱 심판입니다. 구조가 다른 두 심판의 점수는 몇 %포인트씩 다릅니다. 그만한 차이로는 우열을 말하지 않습니다.
#
# 다만 이 표로는 공정하게 비교하기 어렵습니다. 가이던스는 다양성을 내주고 읽기 쉬움을 얻는데, **경쟁자도 그렇게 할 수 있습니다.** 뽑을 때 흩어진 정도(글자의 정규 분포, VAE의 잠재 벡터)를 0.8배, 0.6배로 줄이면 평균에 가까운 글자만 나오기 때문입니다. 저마다 폭을 조절하게 하고 두 점수를 한 그림에 그립니다.

# %% [markdown] id="frontier-words" lang="en"
# Judge 1 is made of `Dense` layers, judge 2 of convolutions. Built differently, they differ by a few points, so on so little we call no winner.
#
# Yet the table alone is not fair. Guidance gives up variety for legibility, and **a rival can do that too**: draw from a bell 0.8 or 0.6 times as wide, and only letters near the mean come out. Let each turn its knob, and draw the two scores in one plot.

# %% id="frontier" tags=["hide-input"] alt={"ko": "가로축 다양성, 세로축 알아봄. 플로의 곡선이 조건부 VAE와 글자별 정규 분포의 곡선보다 위에 있고, 두 장 섞기는 플로 가까이에 있다.", "en": "Recognised against variety: the curve of the flow lies above those of the conditional VAE and the bell curves; two mixed lie close to it."}
def place(pictures):
    return variety(pictures), np.mean(recognised(pictures))


curves = {
    say("플로, g = 1, 2, 3", "flow, g = 1, 2, 3"): drawn.values(),
    say("글자마다 정규 분포", "one bell per letter"): map(bells_write, [1, 0.8, 0.6]),
    say("조건부 VAE", "conditional VAE"): map(vae_writes, [1, 0.8, 0.6]),
    say("두 장 섞기, 반씩", "two mixed, half and half"): [mixed_freely, mixed_halves],
}
fig, ax = plt.subplots(figsize=(7.5, 3.4))
places = {name: np.array([place(p) for p in curves[name]]) for name in curves}
for name, points in places.items():
    ax.plot(*points.T, label=name)
ax.plot(*place(X_test), "*", color="black", label=say("진짜", "real"))
ax.set(xlabel=say("다양성", "variety"), ylabel=say("알아봄", "recognised"))
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

# %% [markdown] id="scores-seen" lang="ko"
# - **평균 그림**은 주문대로 읽히지만 다양성이 0입니다.
# - **훈련 그림 복사**는 새로움을 뺀 점수가 진짜와 거의 같습니다. 새로움을 재지 않으면 베끼는 방법이 이깁니다.
# - 폭을 그대로 두면(곡선의 오른쪽 끝) 정규 분포와 VAE도 $g=1$인 **플로**에 가깝게 읽힙니다. 그러나 **같은 다양성에서 비교하면** $g=2$인 플로가 둘보다 훨씬 잘 읽힙니다. 새로움도 ‘복사를 복원’보다 훨씬 크고 ‘진짜를 복원’에 못지않으며, 아주 가까운 것은 드물어 베낀 것이 아닙니다.
# - **두 장을 아무 비율로 섞는 것**은 만만찮습니다. 학습 없이도 $g=2$인 플로보다 조금 덜 읽힐 뿐이고 더 다양합니다. 그러나 훈련 그림에 훨씬 가깝습니다. 열 장에 한 장 넘게 **아주 가깝습니다.** 반씩 섞으면 플로만큼 새롭지만, 읽기도 다양성도 플로에 뒤집니다.
# - 다만 가이던스는 **전형적인 모양**을 그립니다. $g$를 올릴수록 다양성이 줄어듭니다. $g=2$가 ‘진짜를 복원’보다 더 잘 읽히는 것도 그 때문일 것입니다.

# %% [markdown] id="scores-seen" lang="en"
# - The **mean picture** reads as ordered, but its variety is 0.
# - **Copies** score nearly like real pictures in all but novelty. Without it, copying would win.
# - At full width (the right ends of the curves), bell curves and VAE come close to the **flow** at $g=1$. But **with as much variety** as the flow at $g=2$, both are much harder to read. Its novelty is far above "copies, rebuilt" and no less than that of "real, rebuilt", and few are too near: these are no copies.
# - **Two mixed** in any proportion are a strong rival: without training, only a little less legible than the flow at $g=2$, and more varied. But they lie much nearer to training pictures: more than one in ten is **too near**. Half and half, they are as new as the flow, but behind it in legibility and variety.
# - But guidance draws **typical shapes**. The higher $g$, the lower the variety; that may also be why $g=2$ reads better than real pictures merely rebuilt.

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 수상한 생성기
#
# 친구가 만든 생성기는 ‘주문대로’ 0.99, 다양성은 진짜와 같고, 새로움은 테스트 그림의 10분의 1입니다. 무엇을 가장 먼저 의심해야 할까요?
#
# - **a** 가이던스가 너무 커서 전형적인 모양만 그린다.
# - **b** 훈련 그림을 거의 그대로 내놓는다.
# - **c** 늘 같은 평균 그림을 그린다.
# - **d** 심판이 글자를 읽지 못한다.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. A suspicious generator
#
# A friend's generator scores 0.99 as ordered, its variety equals that of real pictures, and its novelty is a tenth of that of test pictures. What should you suspect first?
#
# - **a** Its guidance is so high that it draws typical shapes only.
# - **b** It hands out training pictures almost unchanged.
# - **c** It always draws the same mean picture.
# - **d** The judge cannot read.

# %% id="exercise-2"
a, b, c, d = "abcd"
answer = ...

# %% id="exercise-2-check" tags=["check"]
check_choice("exercise-2", answer, "47c4c184", {
    "a": say("가이던스가 크면 다양성이 진짜보다 작아집니다.",
             "High guidance would lower the variety below that of real pictures."),
    "b": say("베끼면 읽기와 다양성은 진짜와 같고, 새로움만 0에 가깝습니다.",
             "Copies read and vary like real pictures; only their novelty is near 0."),
    "c": say("평균 그림만 그리면 다양성이 0입니다.",
             "With mean pictures the variety would be 0."),
    "d": say("심판이 읽지 못한다면 ‘주문대로’가 0.99일 수 없습니다.",
             "A judge that cannot read would not find 0.99 as ordered."),
})

# %% id="exercise-2-solution" tags=["solution"]
answer = "b"

# %% [markdown] id="nothing-told" lang="ko"
# ## 5. 아무것도 알려 주지 않으면
#
# 글자를 알려 주지 않고 그리라고 하면 어떨까요? 상대는 06강의 **가우스 혼합**(정규 분포 140개를 겹친 것)입니다. 그릴 때 둘 다 레이블을 쓰지 않습니다. ‘가짓수’는 심판 1이 알아본 글자의 종류입니다.

# %% [markdown] id="nothing-told" lang="en"
# ## 5. Told nothing
#
# What if we name no letter? The rival is lesson 6's **mixture of Gaussians**, 140 bell curves fitted to the codes. Neither is told a letter when drawing. "Kinds" counts the different letters judge 1 recognised.

# %% id="nothing-told-code"
free = draw(np.zeros((500, 27), "float32"))
mixture = GaussianMixture(140, covariance_type="diag", tol=0.1, random_state=seed)
mixture.fit(Z_train[:8000])
mixed = decoder.predict(mixture.sample(500)[0].astype("float32"), verbose=0)

rows = []
for name, pictures in [(say("플로", "flow"), free), (say("가우스 혼합", "mixture"), mixed)]:
    best, sure = ask(dense_judge, pictures)
    kinds = len(set(best[(best < 140) & (sure > 0.8)]))
    rows.append([name, *recognised(pictures), kinds])
show_table(rows, say(["", "알아봄 1", "알아봄 2", "가짓수"],
                     ["", "recog. 1", "recog. 2", "kinds"]))

# %% [markdown] id="nothing-told-seen" lang="ko"
# 알려 주지 않은 플로는 주문을 받은 플로에 ($g=1$에서도) 크게 못 미치고, 가우스 혼합에도 뒤집니다. 조건이 같지는 않습니다. 이 플로는 훈련 예의 15%에서만 글자를 모르는 채로 배웠고, 가우스 혼합은 글자들이 이루는 섬(06강)이 140개라는 것을 알고 시작합니다. 반달 둘도 깨끗이 가르지 못한 매끄러운 화살표로 섬 140개를 가르기가 어려운 탓도 있을 것입니다. 글자를 알려 주는 것이 그만큼 큰 도움이 됩니다.

# %% [markdown] id="nothing-told-seen" lang="en"
# Told nothing, the flow falls far behind the flow that takes orders (even at $g=1$), and behind the mixture too. The terms are not equal: only 15% of its training rows told it nothing, and the mixture starts out knowing that there are 140 islands. It may also be that smooth arrows, which did not part two moons cleanly, find 140 islands harder still. Being told helps that much.

# %% [markdown] id="style" lang="ko"
# ## 6. 굵기와 기울기까지 주문하기
#
# 글씨체도 알려 줄 수 있습니다. 굵기 −1은 가장 가는 글꼴, 1은 가장 굵은 글꼴입니다. 글꼴은 넷뿐이지만 그 **사이의 굵기**도 주문할 수 있습니다. 노이즈는 그대로 두고, 줄마다 굵기와 기울기를 바꿉니다.

# %% [markdown] id="style" lang="en"
# ## 6. Ordering stroke weight and slant
#
# Style can be told, too. Weight −1 is the thinnest font, 1 the thickest. There are only four fonts, but we can order the **weights between** them. The noise stays the same; each row has its weight and slant.

# %% id="write"
def write(syllables, weight, slant, hand=0):
    """노이즈 하나로 단어를 쓴다 | writes a word from one piece of noise"""
    one = np.random.default_rng(hand).standard_normal((1, 32), dtype="float32")
    noise = np.repeat(one, len(syllables), axis=0)
    told = orders(syllables, weight, slant)
    return decoder.predict(follow(flow, noise, told, guidance=2.0), verbose=0)

# %% id="styles-drawn" alt={"ko": "나비바다피자를 쓴 다섯 줄. 위의 세 줄은 점점 굵어지고, 아래 두 줄은 왼쪽과 오른쪽으로 기운다.", "en": "Five rows of nabi bada pija: three grow thicker from top to bottom, two slant to either side."}
styles = [(-1.0, 0.0), (0.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)]
show_images([write(words, *pair) for pair in styles],
            labels=say(["굵기 -1", "보통", "굵기 +1", "기울기 -1", "기울기 +1"],
                       ["weight -1", "plain", "weight +1", "slant -1", "slant +1"]),
            titles=names)

# %% [markdown] id="style-slider" lang="ko"
# 막대를 움직여 직접 써 보세요. (커널이 실행 중일 때 움직입니다.)

# %% [markdown] id="style-slider" lang="en"
# Move the sliders and write it yourself. (They need a running kernel.)

# %% id="style-sliders"
@interact(weight=(-1.0, 1.0, 0.25), slant=(-1.0, 1.0, 0.25), hand=(0, 5))
def show_word(weight=0.0, slant=0.0, hand=0):
    show_images([write(words, weight, slant, hand)], titles=names)

# %% [markdown] id="ink" lang="ko"
# 정말 굵기만 바뀌고 글자는 그대로일까요? 140글자를 굵기 일곱 가지로, 노이즈를 새로 뽑아 씁니다. 평균 밝기(획이 흰색입니다)와 ‘주문대로’를 재고, 그 굵기의 글꼴이 있으면 진짜 그림의 밝기와 비교합니다.

# %% [markdown] id="ink" lang="en"
# Does the weight change while the letter stays? We write all 140 blocks in seven weights, with fresh noise, and measure mean brightness (strokes are white) and "as ordered"; beside it, where a font has that weight, the brightness of real pictures.

# %% id="ink-table"
everything = np.arange(140)
real_inks = [X_train[style["weight"] == k].mean() for k in range(4)]
rows = []
for i, weight in enumerate(np.linspace(-1, 1, 7)):
    pictures = draw(orders(everything, weight, 0.0), guidance=2.0)
    real_ink = np.nan if i % 2 else real_inks[i // 2]
    rows.append([weight, pictures.mean(), real_ink, *as_ordered(pictures, everything)])
show_table(rows, say(["굵기", "밝기", "진짜 밝기", "주문대로 1", "주문대로 2"],
                     ["weight", "brightness", "real", "ordered 1", "ordered 2"]),
           digits=[2, 3, 3, 2, 2])
inks = [row[1] for row in rows]

# %% [markdown] id="ink-seen" lang="ko"
# 글자는 열에 아홉 넘게 그대로 읽히고, 밝기는 주문한 굵기의 순서대로 커집니다. 글꼴에 없는 굵기도 그 사이에 놓입니다. 다만 밝기로는 가는 획과 **흐린 획**을 가리지 못합니다. 위의 그림에서 굵기 −1의 획은 가늘면서 흐리기도 합니다.

# %% [markdown] id="ink-seen" lang="en"
# More than nine letters in ten stay readable, and brightness rises with the weight ordered, also at weights that no font has. But brightness cannot tell a thin stroke from a **pale** one: in the figure, strokes of weight −1 are thin and partly pale.

# %% [markdown] id="copy-hand" lang="ko"
# ## 7. 그림 한 장의 굵기와 기울기 옮기기
#
# 글씨체를 알려 줄 수 있다면, **그림에서 읽어 와서** 알려 줄 수도 있습니다. 잠재 벡터와 글자를 보고 굵기와 기울기를 맞히는 릿지 회귀를 학습시키고, 테스트 그림에서 얼마나 맞는지 먼저 잽니다(R²는 05강에서처럼 1이면 완벽, 0이면 늘 평균이라고 답한 것). 6절에서 주문한 기울기도 이것으로 읽어 봅니다.

# %% [markdown] id="copy-hand" lang="en"
# ## 7. Copying weight and slant from one picture
#
# If style can be told, it can also be **read off a picture** and passed on. Ridge regression predicts weight and slant from code and letter; we first measure how well, on test pictures (R² as in lesson 5: 1 is perfect, 0 is guessing the mean).

# %% id="style-reader"
def clues(codes, syllables):
    return np.hstack([codes, orders(syllables)[:, :24]])


reader = Ridge().fit(clues(Z_train, y_train), np.column_stack(scaled(style)))
true_style = np.column_stack(scaled(new_style))
read_style = reader.predict(clues(Z_test, y_test))
errors = np.mean((read_style - true_style) ** 2, axis=0)
weight_r2, slant_r2 = 1 - errors / true_style.var(axis=0)
print(say(f"테스트 그림의 R²: 굵기 {weight_r2:.2f}, 기울기 {slant_r2:.2f}",
          f"R² on test pictures: weight {weight_r2:.2f}, slant {slant_r2:.2f}"))


def read_hand(pictures, syllables):
    codes = encoder.predict(pictures, verbose=0)
    return reader.predict(clues(codes, syllables))


slants = []
for slant in [-1.0, 0.0, 1.0]:
    pictures = draw(orders(everything, 0.0, slant), guidance=2.0)
    slants.append(read_hand(pictures, everything)[:, 1].mean())
print(say("기울기를 -1, 0, 1로 주문하면:", "slant ordered as -1, 0, 1 is read as:"),
      np.round(slants, 2))

# %% id="hands-copied" alt={"ko": "네 줄. 왼쪽 칸은 견본 그림(가늘거나 굵고, 왼쪽이나 오른쪽으로 기운 것), 오른쪽은 그 굵기와 기울기로 쓴 나비바다피자.", "en": "Four rows. At the left a sample picture, beside it nabi bada pija in its weight and slant."}
samples = [np.argmin(true_style.sum(axis=1)), np.argmax(true_style.sum(axis=1)),
           np.argmin(true_style @ [1, -1]), np.argmax(true_style @ [1, -1])]
rows = []
for i in samples:
    word = write(words, *read_style[i])
    rows.append(np.concatenate([X_test[i : i + 1], word]))
show_images(rows, titles=[say("견본", "sample"), *names])

# %% id="hand-check" tags=["hide-input"]
some = slice(0, 300)
written = draw(orders(y_train[some], *read_style[some].T), guidance=2.0)
again = read_hand(written, y_train[some])
weight_kept, slant_kept = [
    float(np.corrcoef(again[:, k], true_style[some, k])[0, 1]) for k in range(2)]
print(say(f"베낀 글씨와 견본의 상관: 굵기 {weight_kept:.2f}, 기울기 {slant_kept:.2f}",
          f"correlation of copy and sample: weight {weight_kept:.2f}, slant {slant_kept:.2f}"))
hand_ordered = as_ordered(written, y_train[some])
print(say("베낀 글씨의 ‘주문대로’:", "copied hands, as ordered:"), np.round(hand_ordered, 2))

# %% [markdown] id="copy-seen" lang="ko"
# 견본 한 장의 굵기와 기울기가 다른 글자로 옮겨 갔습니다. 견본 300장의 글씨체로 다른 글자를 쓰고 다시 읽으면, 견본을 그릴 때 쓴 굵기와는 아주 잘, 기울기와는 꽤 잘 맞고, 글자도 거의 모두 주문대로 읽힙니다. (베낀 글씨를 읽은 것도 같은 릿지 회귀입니다.)
#
# ### 연습 3. 몇 걸음이면 될까
#
# 지금까지 20걸음을 걸었습니다. 걸음을 줄이면 빨라지지만, 한 걸음만 걸으면 어떤 노이즈에서 출발해도 거의 같은 곳에 도착합니다. $t=0$의 화살표는 한 곳을 가리키기 때문입니다. `kept(steps)`는 그 걸음 수로 그린 그림의 다양성이 20걸음일 때의 몇 배인지 잽니다. `candidates` 가운데 0.9 이상을 지키는 **가장 작은 걸음 수**를 찾으세요.
# %% [markdown] id="copy-seen" lang="en"
# Weight and slant of a single picture have moved over to other letters: written in the hands of 300 samples and read again, they agree with what the samples were drawn with, weight very well, slant fairly, and nearly all read as ordered. (The same regression reads the copies.)
#
# ### Exercise 3. How many steps does it take?
#
# So far we walked 20 steps. Fewer are faster, but a single step ends nearly at the same place from any noise, because at $t=0$ the arrows of a letter all point at one place. `kept(steps)` draws with that many steps and returns the share of the variety of 20 steps that is left. Find the **smallest number of steps** among `candidates` that keeps at least 0.9.
# %% id="exercise-3"
candidates = [1, 2, 3, 4, 6, 8, 12, 16, 20]
first_noise = rng.standard_normal((len(y_test), 32), dtype="float32")


def kept(steps):
    spread = []
    for n in [steps, 20]:
        codes = follow(flow, first_noise, orders(y_test), 2.0, n)
        spread.append(variety(decoder.predict(codes, batch_size=1000, verbose=0)))
    return spread[0] / spread[1]


answer = ...

# %% id="exercise-3-check" tags=["check"]
def fewest(steps):
    assert steps in candidates, say("candidates에 있는 수로 답하세요.",
                                    "Answer with a number from candidates.")
    assert kept(steps) >= 0.9, say("이 걸음 수로는 다양성이 모자랍니다.",
                                   "With so few steps, too little variety is left.")
    fewer = [n for n in candidates if n < steps]
    return not fewer or kept(fewer[-1]) < 0.9


check(answer, fewest, hint=say("작은 수부터 하나씩 kept로 재어 보세요.",
                               "Measure with kept, from the smallest number up."))

# %% id="exercise-3-solution" tags=["solution"]
for steps in candidates:
    if kept(steps) >= 0.9:
        break
answer = steps

# %% [markdown] id="stable-diffusion" lang="ko"
# ## 8. Stable Diffusion과 나란히
#
# 방금 만든 것은 Stable Diffusion과 부품이 같습니다.
#
# | 이 수업 | Stable Diffusion 1 |
# |---|---|
# | 오토인코더: 784픽셀 → 값 32개 | 오토인코더: 512 × 512 × 3 → 64 × 64 × 4 |
# | 잠재 벡터를 흔들며 학습 | 아주 작은 KL 벌점 |
# | 글자와 글씨체를 적은 값 27개 | 문장을 벡터 77개로 바꾼 것(문장을 읽는 신경망 CLIP은 11강) |
# | `Dense` 층의 플로 | U-Net이 노이즈를 걷어 냄(버전 3은 트랜스포머와 플로 매칭) |
# | 15%는 아무것도 알려 주지 않음 | 10%는 문장을 비움 |
# | 가이던스 2 | 가이던스 7.5(널리 쓰는 기본값) |
# | 20걸음 | 대개 20~50걸음 |

# %% [markdown] id="stable-diffusion" lang="en"
# ## 8. Side by side with Stable Diffusion
#
# Your machine has the same parts.
#
# | this lesson | Stable Diffusion 1 |
# |---|---|
# | autoencoder: 784 pixels → 32 values | autoencoder: 512 × 512 × 3 → 64 × 64 × 4 |
# | codes shaken in training | a very small KL penalty |
# | letter and style in 27 values | a sentence, as 77 vectors from CLIP, a network that reads (lesson 11) |
# | a flow of `Dense` layers | a U-Net that removes noise (version 3: a transformer and flow matching) |
# | 15% told nothing | 10% with an empty sentence |
# | guidance 2 | guidance 7.5, a common default |
# | 20 steps | mostly 20 to 50 steps |

# %% id="measured" tags=["hide-input"]
scores = [row[1:] for row in table]
real, _, _, _, copies_row, bell_row, freely, halves, vae_row, one, two, three = scores
bell_places, vae_places = list(places.values())[1:3]


def read_at(curve, variety):
    return float(np.interp(variety, *curve[::-1].T))


flow_pictures, flow_ordered = drawn[2.0], y_test
measured = {
    "judge_accuracy": exam[0],
    "second_judge_accuracy": exam[1],
    "judges_apart": max(max(abs(r[1] - r[2]), abs(r[3] - r[4])) for r in table),
    "recognised_flow": two[0],
    "as_ordered_flow": two[2],
    "variety_flow": two[4],
    "novelty_flow": two[5],
    "variety_real": real[4],
    "novelty_held_out": real[5],
    "recognised_vae": vae_row[0],
    "as_ordered_vae": vae_row[2],
    "recognised_bell": bell_row[0],
    "bells_as_varied": read_at(bell_places, two[4]),
    "vae_as_varied": read_at(vae_places, two[4]),
    "novelty_copies_rebuilt": copies_row[5],
    "recognised_two_mixed": freely[0],
    "novelty_two_mixed": freely[5],
    "too_near_flow": two[6],
    "recognised_untold": recognised(free)[0],
    "recognised_mixture": recognised(mixed)[0],
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert near_moons > 0.85 > 0.6 > near_noise, say("점이 반달에 닿지 않았다",
                                                "points miss the moons")
assert min(exam) >= 0.975, say("심판을 믿을 수 없다", "the judges cannot be trusted")
assert measured["judges_apart"] < 0.08, say("두 심판의 점수가 다르다", "the judges disagree")
assert min(two[:2]) >= 0.82, say("알아보기 어렵다", "drawings are hard to recognise")
assert min(two[2:4]) >= 0.95, say("주문과 다른 글자다", "drawings are not as ordered")
assert two[4] >= 0.7 * real[4], say("다양성이 모자란다", "too little variety")
assert two[5] >= real[5], say("훈련 그림과 너무 가깝다", "too near to training pictures")
assert one[4] > two[4] > three[4], say("가이던스가 다양성을 줄이지 않는다",
                                       "guidance does not cost variety")
assert np.mean(two[:2]) > 0.05 + max(
    measured["bells_as_varied"], measured["vae_as_varied"]), say(
    "경쟁자가 그만큼 다양하면서 더 잘 읽힌다", "a rival as varied reads as well")
assert np.mean(two[:2]) > 0.02 + np.mean(freely[:2]) and two[6] < 0.05 < freely[6], say(
    "두 장 섞기가 베끼지 않고도 더 잘 읽힌다", "two mixed read better and are no copies")
assert np.mean(two[:2]) > 0.02 + np.mean(halves[:2]) and two[4] > halves[4], say(
    "반씩 섞기가 뒤지지 않는다", "half and half is not behind")
assert slants == sorted(slants) and min(hand_ordered) > 0.9, say(
    "기울기 차례나 글자가 어긋난다", "slants or letters are not as ordered")
assert two[5] > 1.3 * copies_row[5], say("베낀 것과 다르지 않다", "like rebuilt copies")
assert measured["recognised_mixture"] > measured["recognised_untold"], say(
    "아무것도 듣지 않은 플로가 이겼다", "the flow told nothing wins")
assert inks == sorted(inks), say("굵기 차례가 어긋난다", "the weights are out of order")
assert weight_kept > 0.85 and slant_kept > 0.6, say("글씨체가 옮겨지지 않았다", "the hand was not copied")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 플로 매칭은 노이즈와 데이터를 짝짓고, 그 사이의 **평균 화살표**를 배우는 회귀입니다.
# - 오토인코더의 잠재 공간에서 이 일을 하면 작은 신경망으로도 글자를 주문할 수 있습니다. 쓸 때마다 다르고, 훈련 그림에 아주 가까운 것은 드뭅니다.
# - **가이던스**는 읽기 쉬움과 다양성을 맞바꿉니다.
# - 생성기는 읽기 쉬움, 다양성, **새로움**을 함께 재야 합니다. 다양성을 빼면 평균 그림이, 새로움을 빼면 복사가 이깁니다.
# - 글자를 알려 주지 않으면 가우스 혼합에도 미치지 못합니다.
#
# 연습 1에서 플로를 직접 학습시켰고, 연습 2에서 베끼는 생성기를 가려냈고, 연습 3에서 걸음 수를 찾았습니다.
#
# **오늘날에는.** 잠재 공간에서 노이즈를 조금씩 걷어 내는 확산(04강)과 플로는 Stable Diffusion, FLUX를 비롯한 그림 생성기와 동영상 생성기의 바탕입니다.
#
# {next}
#
# ### 참고한 글
#
# - Robin Rombach 외 (2022), [High-Resolution Image Synthesis with Latent Diffusion Models](https://arxiv.org/abs/2112.10752): Stable Diffusion의 바탕
# - Yaron Lipman 외 (2023), [Flow Matching for Generative Modeling](https://arxiv.org/abs/2210.02747)
# - Xingchao Liu 외 (2023), [Flow Straight and Fast](https://arxiv.org/abs/2209.03003): 짝을 직선으로 잇는 플로
# - Jonathan Ho, Tim Salimans (2022), [Classifier-Free Diffusion Guidance](https://arxiv.org/abs/2207.12598): 가이던스
# - Patrick Esser 외 (2024), [Scaling Rectified Flow Transformers for High-Resolution Image Synthesis](https://arxiv.org/abs/2403.03206): Stable Diffusion 3

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - Flow matching is regression: pair noise with data, and learn the **mean arrow** between them.
# - Done in the latent space of an autoencoder, a small network can take orders for letters. They differ each time, and few come very near to a training picture.
# - **Guidance** trades variety for legibility.
# - Judge a generator by legibility, variety and **novelty** together. Leave out variety, and mean pictures win; leave out novelty, and copies do.
# - Told no letter, ours stays behind a mixture of Gaussians.
#
# In exercise 1 you trained a flow, in exercise 2 you caught a copier, in exercise 3 you searched for the number of steps.
#
# **Where this is today.** Diffusion and flows in a latent space are what Stable Diffusion, FLUX and many generators of pictures and video are built on.
#
# {next}
#
# ### References
#
# - Robin Rombach and others (2022), [High-Resolution Image Synthesis with Latent Diffusion Models](https://arxiv.org/abs/2112.10752): the basis of Stable Diffusion
# - Yaron Lipman and others (2023), [Flow Matching for Generative Modeling](https://arxiv.org/abs/2210.02747)
# - Xingchao Liu and others (2023), [Flow Straight and Fast](https://arxiv.org/abs/2209.03003): a flow along straight lines
# - Jonathan Ho, Tim Salimans (2022), [Classifier-Free Diffusion Guidance](https://arxiv.org/abs/2207.12598): guidance
# - Patrick Esser and others (2024), [Scaling Rectified Flow Transformers for High-Resolution Image Synthesis](https://arxiv.org/abs/2403.03206): Stable Diffusion 3
