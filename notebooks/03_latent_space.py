# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 03 · 잠재 공간: 지도를 읽고, 길을 걷고, 묻기
#
# **누구도 오토인코더에게 한글을 가르치지 않았습니다. 그런데 잠재 벡터의 지도를 그리면 한글의 짜임이 나타납니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 잠재 공간의 지도를 그리고, 읽어도 되는 것과 안 되는 것을 **가려냅니다**.
# - 그림으로 그림을 **찾고**, 얼마나 잘 찾았는지 잽니다.
# - 두 잠재 벡터 사이를 **걷고**, 잠재 벡터를 더하고 뺍니다.
# - 잠재 벡터의 값 하나하나를 믿어도 되는지 **판단합니다**.
#
# {minutes}분 · [02 · 오토인코더](02_autoencoder.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 03 · Latent space: read its map, walk in it, question it
#
# **Nobody ever told the autoencoder how Hangul works. Yet draw a map of its latent vectors, and the way Korean letters are put together appears.**
#
# After this lesson you will be able to
#
# - draw a map of a latent space and **tell** what may be read from it and what may not;
# - **find** pictures by a picture, and measure how well that went;
# - **walk** between two latent vectors, add and subtract them;
# - **judge** whether a single number of a latent vector means anything.
#
# {minutes} minutes · builds on [02 · Autoencoder](02_autoencoder.ipynb).
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup"
from helpers import (
    SYLLABLES,
    VOWELS,
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
from keras import layers
import matplotlib.pyplot as plt
import numpy as np
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.manifold import TSNE
from sklearn.neighbors import NearestNeighbors

use_course_style()

# %% [markdown] id="one-model" lang="ko"
# ## 1. 오토인코더 하나를 끝까지 학습시키기
#
# 그림은 02강의 한글입니다. 기본 자음 14개와 기본 모음 10개로 만든 글자 140가지를, 굵기, 위치, 크기, 기운 정도를 바꾸어 가며 그렸습니다. 모두 세 세트입니다.
#
# - **훈련 세트** `X_train`: 모델을 학습시키는 그림입니다. 3절에서는 이 가운데에서 닮은 그림을 찾습니다.
# - **검증 세트**(validation set) `X_valid`: 설정을 고를 때 봅니다.
# - **테스트 세트** `X_test`: 점수를 잴 때만 씁니다.
#
# 글꼴은 세 세트 모두 같은 네 굵기입니다. 그러므로 여기서 얻은 점수를 다른 글꼴에 그대로 적용할 수는 없습니다.

# %% [markdown] id="one-model" lang="en"
# ## 1. One autoencoder, trained to the end
#
# The pictures are lesson 2's Hangul: 140 syllable blocks, built from 14 basic consonants and 10 basic vowels, drawn in changing stroke weight, place, size and slant.
#
# - **training set** `X_train`: trains the model, and is later the collection that we search;
# - **validation set** `X_valid`: we look at it when we choose settings;
# - **test set** `X_test`: used for scores only.
#
# All use one font in four weights, so the scores speak about this font.

# %% id="data" tags=["nbval-check-output"]
X_train, consonant_train, vowel_train = hangul_images(40, seed=seed)
X_valid, consonant_valid, vowel_valid = hangul_images(10, seed=seed + 10)
X_test, consonant_test, vowel_test = hangul_images(10, seed=seed + 20)
y_train = 10 * consonant_train + vowel_train
y_valid = 10 * consonant_valid + vowel_valid
y_test = 10 * consonant_test + vowel_test
print(X_train.shape, X_valid.shape, X_test.shape)

# %% [markdown] id="build" lang="ko"
# 모델의 크기는 02강의 깊은 오토인코더와 같습니다. 픽셀 784개가 값 384개를 거쳐 값 **32개**의 잠재 벡터로 줄었다가, 같은 길을 거꾸로 되돌아 나옵니다. `keras.Sequential`은 층을 차례로 이어 모델로 만듭니다. 이 32개의 값을 좌표로 보면 그림 한 장은 32차원 공간의 점 하나입니다. 이 공간을 **잠재 공간**(latent space)이라고 합니다.

# %% [markdown] id="build" lang="en"
# The model has the size of lesson 2's deep autoencoder. The 784 pixels become 384 numbers, shrink to a latent vector of **32**, and go the same way back. `keras.Sequential` joins layers one after another. Take the 32 numbers as coordinates, and each picture is one point in a space of 32 dimensions: the **latent space**.

# %% id="build-autoencoder"
def build_autoencoder(seed):
    keras.utils.set_random_seed(seed)
    encoder = keras.Sequential([
        keras.Input((784,)),
        layers.Dense(384, activation="relu"),
        layers.Dense(32),
    ])
    decoder = keras.Sequential([
        keras.Input((32,)),
        layers.Dense(384, activation="relu"),
        layers.Dense(784, activation="sigmoid"),
    ])
    return encoder, decoder

# %% [markdown] id="rounds" lang="ko"
# 12 에포크씩 세 번, 모두 36 에포크 동안 학습시킵니다. 한 번이 끝날 때마다 검증 그림의 복원 오차와 잠재 벡터를 적어 둡니다. 3절에서 학습이 길어질수록 무엇이 나아지는지 보려는 것입니다.

# %% [markdown] id="rounds" lang="en"
# We train three times 12 epochs, 36 in all. After each round we note the reconstruction error on the validation pictures and keep the latent vectors: section 3 asks what more training improves.

# %% id="train-rounds"
def squared_error(pictures, restored):
    return np.mean((pictures - restored) ** 2)


encoder, decoder = build_autoencoder(seed)
autoencoder = keras.Sequential([encoder, decoder])
rounds, round_errors = [], []
for _ in range(3):
    train(autoencoder, X_train, X_train, epochs=12, batch_size=128)
    rounds.append([encoder.predict(X, verbose=0) for X in (X_train, X_valid)])
    restored = autoencoder.predict(X_valid, verbose=0)
    round_errors.append(squared_error(X_valid, restored))

# %% [markdown] id="against-pca" lang="ko"
# 기준선(baseline)은 값 32개를 쓰는 PCA입니다.

# %% [markdown] id="against-pca" lang="en"
# The baseline is PCA with 32 numbers.

# %% id="latent-vectors"
Z_train = encoder.predict(X_train, verbose=0)
Z_test = encoder.predict(X_test, verbose=0)
restored = decoder.predict(Z_test, verbose=0)

pca = PCA(32, random_state=0).fit(X_train)
P_train, P_test = pca.transform(X_train), pca.transform(X_test)
restored_pca = pca.inverse_transform(P_test).clip(0, 1)

# %% id="restored-pictures" alt={"ko": "한글 여덟 글자의 원본, PCA 복원, 오토인코더 복원. 오토인코더의 획이 더 또렷하다.", "en": "Eight Hangul blocks: originals, restored by PCA, restored by the autoencoder. The autoencoder's strokes are clearer."}
show_images([X_test[:8], restored_pca[:8], restored[:8]],
            labels=say(["원본", "PCA", "오토인코더"], ["original", "PCA", "autoencoder"]),
            titles=[SYLLABLES[number] for number in y_test[:8]])

# %% id="restored-error"
error_pca = squared_error(X_test, restored_pca)
error_latent = squared_error(X_test, restored)
show_table([[say("PCA 32개", "PCA, 32 numbers"), error_pca],
            [say("잠재 벡터 32개", "latent vector, 32 numbers"), error_latent]],
           [say("방법", "method"), say("복원 오차 (테스트)", "error (test)")], digits=4)

# %% [markdown] id="error-seen" lang="ko"
# 같은 32개의 값으로 오차가 PCA의 절반도 되지 않습니다. 그렇다면 이 값들 안에는 무엇이 적혀 있을까요? 먼저 지도를 그려 봅니다.
#
# ## 2. 지도: 아무도 가르치지 않은 것이 보일까
#
# 32차원은 눈으로 볼 수 없으니 2차원으로 줄여 그립니다. 이런 일을 **차원 축소**라고 합니다. **t-SNE**는 32차원에서 가까운 점들이 지도에서도 가깝게 놓이도록 점을 조금씩 옮기는 방법입니다. 테스트 그림 400장의 지도를 그리고, 점 대신 그 그림의 **모음**을 적습니다. 모음은 그림을 그린 우리만 아는 것이고, 인코더는 픽셀만 보았습니다.
#
# **예상하고 실행하기.** 모음 열 개 ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ는 지도에서 어떻게 놓일까요? 골고루 섞일까요, 열 무리로 갈라질까요, 아니면 다른 무엇일까요? 적은 다음 실행하고 접힌 결과를 펼쳐 보세요.

# %% [markdown] id="error-seen" lang="en"
# With the same 32 numbers, less than half of PCA's error. So what do these numbers say? Let us draw a map first.
#
# ## 2. A map: does it show what nobody taught?
#
# Thirty-two dimensions cannot be seen, so we squeeze them into two; this is called **dimensionality reduction**. **t-SNE** shifts points bit by bit until those that are close in 32 dimensions are close on the map as well. We map 400 test pictures and write, in place of a dot, the picture's **vowel**. The encoder never saw the vowels, only pixels.
#
# If you do not read Hangul: each block has a consonant and a vowel. ㅏㅑㅓㅕㅣ (a, ya, eo, yeo, i) are tall and stand to the **right** of the consonant; ㅗㅛㅜㅠㅡ (o, yo, u, yu, eu) are flat and lie **below** it.
#
# **Predict, then run.** How will the ten vowels lie on the map? Evenly mixed, in ten groups, or in some other way? Write it down, run the cell and unfold its result.

# %% id="first-map"
mapped, mapped_vowel = Z_test[:400], vowel_test[:400]


def make_map(vectors, perplexity, seed):
    tsne = TSNE(perplexity=perplexity, init="random", max_iter=500, random_state=seed)
    return tsne.fit_transform(vectors)


def draw_map(ax, points, colors):
    ax.scatter(points[:, 0], points[:, 1], s=0)
    for (x, y), vowel, color in zip(points, mapped_vowel, colors):
        ax.text(x, y, VOWELS[vowel], color=color, size=13, ha="center", va="center")
    ax.set(xticks=[], yticks=[])


first_map = make_map(mapped, perplexity=30, seed=seed)

# %% id="first-map-drawn" tags=["predict"] alt={"ko": "t-SNE 지도. ㅏㅑㅓㅕㅣ가 한 무리, 아래에 눕는 모음이 또 한 무리이며 그 안에서 ㅗㅛㅡ와 ㅜㅠ가 나뉜다.", "en": "A t-SNE map. ㅏㅑㅓㅕㅣ form one group, the vowels below the consonant another, in which ㅗㅛㅡ and ㅜㅠ part."}
fig, ax = plt.subplots(figsize=(7, 5.5))
draw_map(ax, first_map, colors=["black"] * 400)
plt.show()

# %% [markdown] id="families" lang="ko"
# 골고루 섞이지도, 열 무리로 갈라지지도 않았습니다. 자음 오른쪽에 서는 **ㅏㅑㅓㅕㅣ**와 자음 아래에 눕는 모음이 크게 갈라집니다. 아래에 눕는 모음은 다시 둘로 나뉩니다. 짧은 획이 위로 붙거나 없는 **ㅗㅛㅡ**끼리, 아래로 붙는 **ㅜㅠ**끼리 모입니다. 다만 두 무리는 서로 닿아 있습니다.
#
# 이것은 지도를 보고 우리가 나눈 **세 무리**입니다. 눈의 착각이 아닌지 재 봅시다. 가장 가까운 열 점 가운데 모음이 같은 점과 무리가 같은 점의 비율을 셉니다. 지도를 거치지 않고 32차원에서도 세고, 인코더 없이 **픽셀 784개로 그린 지도**와 픽셀 그대로에서도 셉니다. 무리는 이 그림들을 보고 나누었으니, 보지 않은 **새 그림** 400장에서도 셉니다.

# %% [markdown] id="families" lang="en"
# Neither evenly mixed nor ten groups. The great divide is between **ㅏㅑㅓㅕㅣ**, which stand to the right of the consonant, and the vowels that lie below it. Of these, **ㅗㅛㅡ**, with short strokes pointing up or none, and **ㅜㅠ**, with strokes pointing down, keep mostly to themselves, but touch.
#
# These **three groups** are ours, made after a look at the map. Are they more than an impression? Among the ten nearest points, how many share the vowel, and how many the group? We count on the map, in 32 dimensions without any map, and **in pixels**, without an encoder; and since we made the groups looking at these pictures, also on 400 **new ones**.

# %% id="nearest"
def nearest(database, queries, k):
    index = NearestNeighbors(n_neighbors=k).fit(database)
    return index.kneighbors(queries, return_distance=False)


def ten_others(points):
    return nearest(points, points, k=11)[:, 1:]  # 첫째는 자기 자신 | the first is itself

# %% id="same-family"
family = np.array([0, 0, 0, 0, 1, 1, 2, 2, 1, 0])  # ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ
mapped_family = family[mapped_vowel]


def share_same(points, labels):
    return np.mean(labels[ten_others(points)] == labels[:, None])


places = {
    say("잠재 벡터의 지도", "map of latent vectors"): first_map,
    say("잠재 벡터 그대로", "latent vectors, no map"): mapped,
    say("픽셀의 지도", "map of pixels"): make_map(X_test[:400], 30, seed),
    say("픽셀 그대로", "pixels, no map"): X_test[:400],
}
rows = []
for name, points in places.items():
    same_vowel = share_same(points, mapped_vowel)
    rows.append([name, same_vowel, share_same(points, mapped_family)])
same_pixels = rows[2][-1]
new_vowel = vowel_test[400:800]  # 지도에 없던 그림 | pictures that were not on the map
same_new = share_same(Z_test[400:800], family[new_vowel])
rows.append([say("새 그림의 잠재 벡터", "latent vectors of new pictures"),
             share_same(Z_test[400:800], new_vowel), same_new])
chance = [0.1, np.mean(mapped_family[:, None] == mapped_family)]
show_table([*rows, [say("우연이라면", "by chance"), *chance]],
           say(["이웃 열 점", "모음이 같다", "무리가 같다"],
               ["ten neighbors", "same vowel", "same group"]), digits=2)

# %% [markdown] id="lies" lang="ko"
# 이웃은 새 그림에서도 거의 모두 같은 무리이고, 무리 안에서는 모음이 꽤 섞여 있습니다. 그런데 **픽셀도 조금 뒤질 뿐입니다.** 이 짜임은 그림 자체에 있던 것이고, 인코더는 정답 없이도 그것을 값 32개 안에 옮겨 담았습니다.
#
# ### 지도의 거짓말
#
# t-SNE를 쓸 때는 두 가지를 정해야 합니다. 퍼플렉서티(perplexity)는 이웃을 몇 개쯤으로 볼지 정하고, 시드는 점들이 처음 놓이는 자리를 정합니다. **같은 잠재 벡터**를 퍼플렉서티 5와 50, 시드 두 가지로 그려 봅니다. 색은 세 무리입니다.
#
# **예상하고 실행하기.** 네 지도에서 무엇이 그대로이고 무엇이 달라질까요? 무리의 자리, 무리 사이의 거리, 서로 이웃인 점, 이 셋을 두고 적어 보세요.

# %% [markdown] id="lies" lang="en"
# Almost all neighbors share the group, among new pictures too; within a group the vowels are rather mixed. But **pixels are nearly as good.** The groups were in the pictures all along, and the encoder has kept them, without a label, in 32 numbers.
#
# ### How maps lie
#
# With t-SNE, two things must be chosen. Perplexity says roughly how many neighbors a point should care about; the seed says where the points start. We map **the same latent vectors** with perplexity 5 and 50, and two seeds. Colors show the three groups.
#
# **Predict, then run.** What will stay the same on the four maps, and what will change? Think of three things: where the groups lie, how far they are from each other, and who is next to whom.

# %% id="make-maps"
maps = {}
for perplexity in (5, 50):
    for map_seed in (seed, seed + 1):
        name = f"t-SNE {perplexity}, {map_seed}"
        maps[name] = make_map(mapped, perplexity, map_seed)

# %% id="four-maps" tags=["predict"] alt={"ko": "같은 잠재 벡터의 t-SNE 지도 네 장. 오른쪽 모음과 아래 모음은 어디서나 갈라지지만 자리와 모양과 거리가 모두 다르다.", "en": "Four t-SNE maps of the same latent vectors. Vowels on the right and vowels below part in each of them, but places, shapes and distances all differ."}
fig, axes = plt.subplots(2, 2, figsize=(8, 7))
family_colors = np.array(["#0072B2", "#D55E00", "#009E73"])[mapped_family]
for ax, name in zip(axes.flat, maps):
    draw_map(ax, maps[name], family_colors)
    ax.set_title(name)
plt.show()

# %% [markdown] id="maps-seen" lang="ko"
# 제목의 두 수는 퍼플렉서티와 시드입니다. 오른쪽 모음과 아래 모음은 네 지도에서 모두 갈라지고, 아래 모음 안에서도 같은 색끼리 모입니다. 그러나 한 색이 두 덩이로 나뉘기도 하고, 자리와 크기와 거리는 지도마다 다릅니다. 숫자로 비교합시다. 양 끝의 기준선은 PCA 지도와 **아무렇게나 찍은 지도**입니다. ‘같은 무리’는 앞에서처럼 셉니다.
#
# - **남은 이웃**: 32차원의 이웃 열 점 가운데 지도에서도 이웃 열 점에 드는 비율.
# - **순위 상관**(스피어먼 상관 계수): 32차원에서 먼 쌍이 지도에서도 먼가. 거리의 순위가 같으면 1, 아무 관계가 없으면 0입니다.

# %% [markdown] id="maps-seen" lang="en"
# The two numbers in a title are perplexity and seed. Vowels on the right and vowels below part on all four maps, and among those below, each color keeps mostly together. But a color may lie in two pieces, and places, sizes and distances differ from map to map. Numbers tell more; as yardsticks we add a map by PCA and one with **points thrown at random**. “Same group” is counted as before.
#
# - **Kept**: of a point's ten neighbors in 32 dimensions, the share that is among its ten neighbors on the map.
# - **Rank correlation** (Spearman): is a pair that is far apart in 32 dimensions far apart on the map? 1 means the same order of distances, 0 no relation.

# %% id="maps-measured"
rng = np.random.default_rng(seed)
maps["PCA"] = PCA(2, random_state=0).fit_transform(mapped)
maps[say("아무렇게나", "random")] = rng.standard_normal((400, 2))
true_neighbors = ten_others(mapped)


def kept(points):
    pairs = zip(ten_others(points), true_neighbors)
    return np.mean([len(np.intersect1d(one, other)) / 10 for one, other in pairs])


map_scores = {}
for name, points in maps.items():
    order = spearmanr(pdist(mapped), pdist(points)).statistic
    same = share_same(points, mapped_family)
    map_scores[name] = [kept(points), order, same]
show_table([[name, *scores] for name, scores in map_scores.items()],
           say(["지도", "남은 이웃", "순위 상관", "같은 무리"],
               ["map", "kept", "rank correlation", "same group"]), digits=2)

# %% [markdown] id="maps-read" lang="ko"
# t-SNE 지도에 남은 이웃은 절반쯤이고, 나머지는 지도를 그리면서 사라졌습니다. 거리의 순서는 PCA가 더 잘 지키지만, 그것도 넉넉히 믿을 만큼은 아닙니다.
#
# | 지도에서 본 것 | t-SNE | PCA |
# |---|---|---|
# | 두 무리가 갈라진다 | 여러 지도에서 그렇고 32차원에서 세어도 그러면 읽어도 됩니다 | 갈라져 보이면 읽어도 됩니다. 겹쳐 보인다고 같은 무리는 아닙니다 |
# | 이 두 점은 이웃이다 | 절반쯤은 맞습니다 | 대부분 틀립니다 |
# | 이 무리는 저 무리보다 멀다 | 읽으면 안 됩니다 | 조심해서 읽습니다 |
# | 이 무리는 크다, 빽빽하다, 왼쪽에 있다 | 읽으면 안 됩니다 | 두 방향으로 본 모습일 뿐입니다 |

# %% [markdown] id="maps-read" lang="en"
# Of the true neighbors, t-SNE's maps keep about half; the rest were lost in drawing. PCA keeps the order of distances better, though not well enough to rely on.
#
# | Seen on the map | t-SNE | PCA |
# |---|---|---|
# | Two groups part | you may read this if several maps show it, and counting in 32 dimensions too | you may read this; but groups that overlap may still be two |
# | These two points are neighbors | true about half the time | mostly wrong |
# | This group is farther than that one | do not read this | with care |
# | This group is large, dense, on the left | do not read this | only what two directions show |

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 지도를 보고 한 말
#
# 어떤 보고서에 t-SNE 지도 한 장과 함께 다음 네 문장이 실렸습니다. 시드와 퍼플렉서티를 바꾼 지도 여러 장에서 거듭 보이고 32차원에서 세어도 그렇다면 **믿어도 되는 문장**은 어느 것일까요?
#
# - **a** 초록 무리의 그림은 서로 아주 비슷하다. 점들이 빽빽하기 때문이다.
# - **b** 파란 무리는 주황 무리보다 초록 무리와 두 배 더 다르다. 두 배 더 멀리 있기 때문이다.
# - **c** 왼쪽에 있는 그림일수록 획이 굵다. 가로축이 굵기이기 때문이다.
# - **d** 한 점의 이웃은 거의 모두 그 점과 같은 무리다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. Said about a map
#
# A report shows one t-SNE map and four sentences. Which one **may you believe**, if it comes back on several maps with other seeds and perplexities, and counting in 32 dimensions says so, too?
#
# - **a** The green pictures are very much alike, for their points lie densely.
# - **b** The blue group differs twice as much from the green one as from the orange one, for it is twice as far away.
# - **c** Pictures farther left have bolder strokes, for the horizontal axis is the stroke weight.
# - **d** Nearly all neighbors of a point belong to its own group.

# %% id="exercise-1"
a, b, c, d = "abcd"
answer = ...

# %% id="exercise-1-check" tags=["check"]
check_choice("exercise-1", answer, "1ca4757b", {
    "a": say("t-SNE는 빽빽한 곳을 펼치고 성긴 곳을 모으므로, 밀도는 읽을 수 없습니다.",
             "t-SNE spreads dense places and gathers thin ones: density cannot be read."),
    "b": say("시드를 바꾼 두 지도에서 무리 사이의 거리를 비교해 보세요.",
             "Compare the distances between groups on two maps with other seeds."),
    "c": say("t-SNE의 축에는 뜻이 없습니다. 지도를 돌려도 똑같이 좋은 지도입니다.",
             "t-SNE's axes mean nothing. Turn the map: it is just as good."),
    "d": say("표의 마지막 열이 바로 그 비율입니다. 네 지도 모두에서 그렇습니다.",
             "It is the table's last column, and holds on all four maps."),
})

# %% id="exercise-1-solution" tags=["solution"]
# 네 지도에서 그대로인 것은 "누가 누구와 같은 무리인가"뿐입니다. | What stays on all four maps is only who shares a group with whom.
answer = d

# %% [markdown] id="neighbors" lang="ko"
# ## 3. 그림으로 그림 찾기
#
# 사진 앱의 ‘비슷한 사진 찾기’는 사진마다 벡터를 하나씩 저장해 두고, 가까운 것을 꺼냅니다. 이것이 **검색**(retrieval)입니다. 우리 모델은 얼마나 잘 찾을까요? 테스트 그림 한 장을 문제로 내고, 훈련 그림 5,600장 가운데 가장 가까운 열 장을 찾습니다. 열 장 가운데 같은 글자의 비율을 **precision@10**(상위 10개의 정밀도)이라고 합니다. 아무거나 고르면 140분의 1, 0.7%입니다.
#
# 거리를 재는 공간은 네 가지입니다. 축소 그림은 28 × 28 그림을 4 × 4칸씩 묶어 평균만 남긴 7 × 7 그림입니다.

# %% [markdown] id="neighbors" lang="en"
# ## 3. Finding pictures by a picture
#
# “Find similar photos” stores one vector for each photo and fetches those nearby. This is **retrieval**. How well does ours find? We take one test picture as the question and look up the ten nearest of the 5,600 training pictures. The share of the ten that show the same syllable is called **precision@10**. Picking anything at all gets one in 140, 0.7%.
#
# We measure distance in four spaces. The thumbnail is the picture with each 4 × 4 square averaged: 7 × 7.

# %% id="thumbnail"
def thumbnail(pictures):
    squares = pictures.reshape(-1, 7, 4, 7, 4)
    return squares.mean(axis=(2, 4)).reshape(-1, 49)

# %% [markdown] id="predict-neighbors" lang="ko"
# **예상하고 실행하기.** 픽셀 784개 그대로, 축소 그림 49개, PCA 32개, 잠재 벡터 32개. 어느 공간에서 찾은 이웃이 가장 정확할까요? 순서를 적어 보세요.

# %% [markdown] id="predict-neighbors" lang="en"
# **Predict, then run.** All 784 pixels, the thumbnail's 49, PCA's 32, the latent vector's 32: in which space are the neighbors most often right? Write down the order.

# %% id="precision"
spaces = {
    say("픽셀", "pixels"): (X_train, X_test),
    say("축소 그림", "thumbnail"): (thumbnail(X_train), thumbnail(X_test)),
    "PCA": (P_train, P_test),
    say("잠재 벡터", "latent vector"): (Z_train, Z_test),
}
found = {name: nearest(*space, k=10) for name, space in spaces.items()}


def precision(found, asked):
    return np.mean(y_train[found] == asked[:, None])

# %% id="precision-table" tags=["predict"]
scores = {name: precision(places, y_test) for name, places in found.items()}
rows = [[name, spaces[name][0].shape[1], score] for name, score in scores.items()]
show_table(rows, say(["공간", "값의 수", "precision@10"],
                     ["space", "numbers", "precision@10"]))

# %% id="neighbor-pictures" tags=["hide-input"] alt={"ko": "문제 한 장과 네 공간에서 찾은 이웃 아홉 장씩. 대부분 다른 글자이지만 자음이나 모음 하나가 같은 것이 많다.", "en": "One question and nine neighbors from each of four spaces. Most are other syllables, but many share a consonant or a vowel."}
question = np.flatnonzero(y_test == SYLLABLES.index("가"))[0]
rows, titles = [], []
for places in found.values():
    nine = places[question, :9]
    rows.append(np.vstack([X_test[question], X_train[nine]]))
    titles.append(["?", *[SYLLABLES[number] for number in y_train[nine]]])
show_images(rows, labels=list(spaces), titles=titles)

# %% [markdown] id="neighbors-seen" lang="ko"
# 맨 왼쪽이 문제로 낸 ‘가’이고, 오른쪽은 가까운 순서대로 아홉 장입니다. 위의 표에서 보듯 열 장에 두세 장만 같은 글자입니다. 잠재 벡터는 우연보다 서른다섯 배쯤 정확하고, 값을 24분의 1만 쓰고도 픽셀에 뒤지지 않습니다. 그러나 **평균만 낸 축소 그림보다 나을 것이 없습니다.**
#
# 혹시 학습이 모자라서일까요? 1절에서 적어 둔 기록을 꺼내 봅시다.

# %% [markdown] id="neighbors-seen" lang="en"
# On the left is the question, “가” (ga), followed by nine pictures in order of distance. As the table says, only two or three of ten show the same syllable. The latent vector is some thirty-five times better than chance, and with a twenty-fourth of the numbers it keeps up with the pixels. But it is **no better than a thumbnail, which only averages.**
#
# Perhaps it was not trained enough? Here are the notes from section 1.

# %% id="rounds-table"
rows, round_precision = [], []
for epochs, error, vectors in zip([12, 24, 36], round_errors, rounds):
    round_precision.append(precision(nearest(*vectors, k=10), y_valid))
    rows.append([epochs, error, round_precision[-1]])
show_table(rows, say(["에포크", "복원 오차 (검증)", "precision@10"],
                     ["epochs", "error (validation)", "precision@10"]), [0, 4, 3])

# %% [markdown] id="rounds-seen" lang="ko"
# 복원 오차와 정밀도는 함께 나아집니다. 그러나 24 에포크를 더 학습시켜 오차가 4분의 1 넘게 줄어드는 동안 정밀도는 0.03도 오르지 않았고, 뒤의 12에포크에서 오른 폭은 앞의 12에포크에서 오른 폭의 절반도 되지 않습니다. 같은 학습을 늘리기만 해서 열 장에 아홉 장을 맞히기는 어려워 보입니다. 무엇이 문제인지는 이 수업의 마지막 물음으로 남겨 둡시다.

# %% [markdown] id="rounds-seen" lang="en"
# Error and precision improve together. But while 24 more epochs took away over a quarter of the error, precision gained less than 0.03, and in the second step less than half of what it gained in the first. More of the same training is unlikely to find nine in ten. What is wrong here will be this lesson's last question.

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 검색을 직접 만들기
#
# `NearestNeighbors` 없이 검색을 만들어 보세요. `search(database, query, k)`는 모양이 `(n, d)`인 배열과 모양이 `(d,)`인 벡터 하나를 받아, `query`에 가장 가까운 `k`개의 **번호**를 가까운 순서대로 돌려줍니다. 거리는 성분 차이의 제곱을 더한 값으로 재면 됩니다.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Build the search yourself
#
# Build a search without `NearestNeighbors`. `search(database, query, k)` takes an array of shape `(n, d)` and one vector of shape `(d,)`, and returns the **places** of the `k` rows nearest to `query`, the nearest first. As distance, take the sum of squared differences.

# %% id="exercise-2"
def search(database, query, k):
    return ...

# %% id="exercise-2-check" tags=["check"]
def finds_neighbors(search):
    line = np.array([[0.0, 0.0], [5.0, 0.0], [1.0, 1.0], [-2.0, 0.0]])
    places = np.asarray(search(line, np.array([0.2, 0.0]), 2))
    assert places.shape == (2,), say("번호 k개가 나와야 합니다.", "Return k places.")
    assert 1 not in places, say("가장 먼 것이 나왔습니다.", "The farthest was returned.")
    assert places[0] == 0, say("가까운 순서가 아닙니다.", "The nearest must come first.")
    assert places[1] == 2, say("차이의 부호를 살펴보세요.", "Mind the sign of differences.")
    right = nearest(Z_train, Z_test[3:4], 5)[0]
    return np.array_equal(search(Z_train, Z_test[3], 5), right)


check(search, finds_neighbors, hint=say(
    "거리의 배열을 만든 다음, 작은 것부터 번호를 늘어놓는 np.argsort를 쓰세요.",
    "Make the array of distances; np.argsort gives the places from small to large."))

# %% id="exercise-2-solution" tags=["solution"]
def search(database, query, k):
    distances = np.sum((database - query) ** 2, axis=1)
    return np.argsort(distances)[:k]


# 이렇게 씁니다. | Use it like this.
show_images([X_train[search(Z_train, Z_test[3], 8)]])

# %% [markdown] id="walk" lang="ko"
# ## 4. 두 점 사이를 걷기
#
# 두 그림을 잇는 방법은 두 가지입니다. **크로스페이드**(cross-fade)는 픽셀을 섞습니다. **보간**(interpolation)은 두 잠재 벡터를 섞은 다음 디코더로 그립니다. 가운데의 잠재 벡터는 어떤 그림에서도 나온 적이 없습니다. 디코더는 무엇을 그릴까요?
#
# 먼저 굵기가 같은 ‘가’ 한 쌍을 고릅니다. 하나는 왼쪽에, 하나는 오른쪽에 그려진 것입니다. `return_style=True`를 주면 `hangul_images`가 그릴 때 정한 위치, 크기, 기울기, 굵기도 알려 줍니다.

# %% [markdown] id="walk" lang="en"
# ## 4. Walking between two points
#
# Two pictures can be joined in two ways. A **cross-fade** mixes their pixels. **Interpolation** mixes their latent vectors and lets the decoder draw. No picture ever gave the latent vector in the middle. What will the decoder make of it?
#
# First we take two drawings of “가” (ga) in one stroke weight, one on the left and one on the right. With `return_style=True`, `hangul_images` also tells the place, size, slant and weight it chose for each drawing.

# %% id="walk-pair"
style = hangul_images(10, seed=seed + 20, return_style=True)[3]
same = np.flatnonzero(y_test == SYLLABLES.index("가"))
weight = style["weight"][same]
same = same[weight == np.bincount(weight).argmax()]  # 가장 흔한 굵기 | the commonest
start = same[style["across"][same].argmin()]
end = same[style["across"][same].argmax()]
share = np.linspace(0, 1, 7)[:, None]

# %% id="walk-pictures" alt={"ko": "왼쪽에 있는 가에서 오른쪽에 있는 가로 가는 일곱 걸음. 픽셀 섞기에서는 두 글자가 회색으로 겹치고, 잠재 벡터 섞기에서는 회색이 적다.", "en": "Seven steps from a ga on the left to a ga on the right. Mixed pixels show both at once in gray; mixed latent vectors have little gray."}
crossfade = (1 - share) * X_test[start] + share * X_test[end]
steps = (1 - share) * Z_test[start] + share * Z_test[end]
walk = decoder.predict(steps, verbose=0)
show_images([crossfade, walk],
            labels=say(["픽셀 섞기", "잠재 벡터 섞기"], ["pixels", "latent vectors"]))

# %% [markdown] id="walk-seen" lang="ko"
# 첫 줄의 가운데에는 두 글자가 회색으로 겹쳐 있습니다. 둘째 줄에는 겹친 회색이 적고, ㄱ이 조금씩 **옮겨 갑니다.** 다만 세로획은 가운데에서 흐려졌다가 새 자리에서 다시 나타납니다.
#
# 막대를 끌어 다른 두 그림 사이를 걸어 보세요.

# %% [markdown] id="walk-seen" lang="en"
# In the middle of the first row, two drawings overlap in gray. The second row has less of that gray, and its ㄱ **moves**; but the upright stroke fades in the middle and comes back in its new place.
#
# Drag the slider to walk between other pictures.

# %% id="walk-slider" tags=["nbval-ignore-output"]
@interact(first=(0, 1399), second=(0, 1399), step=(0.0, 1.0, 0.05))
def show_step(first=int(start), second=int(end), step=0.5):
    middle = (1 - step) * Z_test[first] + step * Z_test[second]
    picture = decoder.predict(middle[None], verbose=0)
    show_images([np.vstack([X_test[first], picture, X_test[second]])])

# %% [markdown] id="walk-measure" lang="ko"
# 결과가 좋은 한 쌍만 고른 것은 아닐까요? 길의 한가운데를 많이 재 봅시다. **같은 글자**는 글자마다 가장 왼쪽의 것과 가장 오른쪽의 것, 모두 140쌍입니다. **다른 글자**는 무작위 700쌍입니다.
#
# - **진짜까지**: 가장 가까운 훈련 그림까지의 오차. 진짜 테스트 그림에서 잰 값을 기준선으로 삼습니다.
# - **회색**: 0.2와 0.8 사이인 픽셀의 비율. 획이 또렷한 진짜 그림에는 적습니다.
#
# 디코더를 거치기만 해도 그림이 조금 달라지므로, 섞지 않고 **복원만 한 그림**과 **복원한 그림 두 장**의 크로스페이드도 함께 잽니다.

# %% [markdown] id="walk-measure" lang="en"
# Was that one lucky pair? We measure the middle of many paths. **Same syllable**: of each syllable the drawing farthest left and the one farthest right, 140 pairs. **Other syllables**: 700 random pairs.
#
# - **To real**: the error to the nearest training picture. What a real test picture gets is the baseline.
# - **Gray**: the share of pixels between 0.2 and 0.8. Real pictures, with their clear strokes, have few.
#
# As the decoder alone changes a picture a little, we also judge pictures **restored, not mixed**, and cross-fade **two restored pictures**.

# %% id="walk-middles"
def far_apart(syllable):
    same = np.flatnonzero(y_test == syllable)
    across = style["across"][same]
    return same[across.argmin()], same[across.argmax()]


def judged(pictures):
    places = nearest(X_train, pictures, k=1)[:, 0]
    gray = np.mean((pictures > 0.2) & (pictures < 0.8))
    return [squared_error(pictures, X_train[places]), gray]


def judged_middles(pairs):
    decoded = decoder.predict(Z_test[pairs].mean(axis=1), verbose=0)
    mixed = [X_test[pairs].mean(axis=1), restored[pairs].mean(axis=1), decoded]
    return [judged(pictures) for pictures in [X_test, restored, *mixed]]


same_pairs = np.array([far_apart(syllable) for syllable in range(140)])
random_pairs = rng.permutation(1400).reshape(700, 2)
alike, different = judged_middles(same_pairs), judged_middles(random_pairs)

# %% id="walk-table" tags=["hide-input"]
kinds = say(["진짜 그림", "복원만 한 그림", "픽셀 섞기", "복원한 그림 섞기", "잠재 벡터 섞기"],
            ["real", "restored, not mixed", "mixed pixels", "mixed restorations",
             "mixed latent vectors"])
show_table([[kind, *one, *other] for kind, one, other in zip(kinds, alike, different)],
           say(["한가운데", "같은 글자: 진짜까지", "회색", "다른 글자: 진짜까지", "회색"],
               ["middle", "same: to real", "gray", "other: to real", "gray"]))

# %% [markdown] id="walk-measured" lang="ko"
# 복원만 해서는 회색이 거의 늘지 않습니다. 잠재 벡터를 섞으면 두 배쯤으로 늘지만, 그래도 크로스페이드의 절반쯤입니다. 같은 글자 사이에서는 진짜 글자에도 더 가깝습니다(이 오차는 흐린 그림에 유리합니다. 복원한 그림이 진짜보다 낮게 나옵니다). 그러나 다른 글자 사이에서는 복원한 그림을 섞은 것과 다를 것이 없습니다. 회색이 줄어든 데에는 획이 흐려진 탓도 있고, 진짜 그림에 더 가까운 것은 아닙니다. **길은 있지만, 길 위의 모든 점이 글자인 것은 아닙니다.** 이 빈 곳은 06강에서 다룹니다.

# %% [markdown] id="walk-measured" lang="en"
# Restoring alone adds hardly any gray. Mixing latent vectors doubles it, to about half of a cross-fade's. Between drawings of one syllable, the mixed ones are also closer to a real picture (by a measure that favors faint pictures: restored ones even beat real ones). Between different syllables, however, they come hardly any closer than mixed restorations: they have less gray, in part because strokes fade, but are no nearer to anything real. **There is a path, but not every point of it is a letter.** Lesson 6 deals with these empty places.

# %% [markdown] id="sums" lang="ko"
# ## 5. 글자의 덧셈과 뺄셈
#
# ‘가’에서 ‘나’를 빼면 자음의 차이만 남습니다. 거기에 ‘노’를 더하면 ‘고’가 될 것 같습니다.
#
# $$z(가) - z(나) + z(노) \approx z(고)\,?$$
#
# 그림 한 장에는 위치나 굵기도 섞여 있으므로, 글자마다 잠재 벡터의 **평균**을 내어 계산합니다. 문제는 테스트 그림의 평균으로 내고, 답은 훈련 그림의 평균 140개 가운데 가장 가까운 것입니다. 문제에 나온 세 글자는 답에서 뺍니다.
#
# **예상하고 실행하기.** 두 모음이 같은 쪽에 있을 때(가·나 → 거·너, 모두 오른쪽)와 다른 쪽에 있을 때(가·나 → 고·노, 오른쪽과 아래)를 나누어 채점합니다. 어느 쪽이 더 잘 맞을까요?

# %% [markdown] id="sums" lang="en"
# ## 5. Adding and subtracting syllables
#
# Take “나” (na) from “가” (ga), and only the difference of their consonants is left. Add “노” (no), and it should become “고” (go).
#
# $$z(가) - z(나) + z(노) \approx z(고)\,?$$
#
# A single picture also has its place and weight mixed in, so we calculate with the **mean** latent vector of each syllable. Questions use the means of test pictures; the answer is the nearest of the 140 means of training pictures. The three syllables of the question may not be the answer.
#
# **Predict, then run.** We mark two kinds of question apart: both vowels on the same side (ga, na → geo, neo: all on the right), and on different sides (ga, na → go, no: right and below). Which kind goes better?

# %% id="questions"
n = 2000
consonant_1, vowel_1 = rng.integers(14, size=n), rng.integers(10, size=n)
consonant_2 = (consonant_1 + rng.integers(1, 14, size=n)) % 14
vowel_2 = (vowel_1 + rng.integers(1, 10, size=n)) % 10
plus, minus = 10 * consonant_1 + vowel_1, 10 * consonant_2 + vowel_1
third, target = 10 * consonant_2 + vowel_2, 10 * consonant_1 + vowel_2
same_side = (family[vowel_1] == 0) == (family[vowel_2] == 0)

# %% id="sums-marked"
def means(vectors, labels):
    return np.array([vectors[labels == number].mean(axis=0) for number in range(140)])


def right_sums(database, queries):
    known, asked = means(database, y_train), means(queries, y_test)
    sums = asked[plus] - asked[minus] + asked[third]
    best = nearest(known, sums, k=4)
    right = np.zeros(n, bool)
    for row in range(n):
        asked_three = (plus[row], minus[row], third[row])
        answers = [place for place in best[row] if place not in asked_three]
        right[row] = answers[0] == target[row]
    return right

# %% id="sums-table" tags=["predict"]
sums = {}
for name, space in spaces.items():
    right = right_sums(*space)
    sums[name] = [right[same_side].mean(), right[~same_side].mean()]
show_table([[name, *shares] for name, shares in sums.items()],
           say(["공간", "같은 쪽", "다른 쪽"], ["space", "same side", "different sides"]))

# %% id="two-shapes" alt={"ko": "가, 고, 나, 노의 평균 그림. 모음 옆의 ㄱ은 길고, 모음 위의 ㄱ은 납작하다.", "en": "Mean pictures of ga, go, na, no. Beside a vowel the consonant is tall, above one it is flat."}
four = [SYLLABLES.index(letter) for letter in ("가", "나", "고", "노")]
show_images([means(X_train, y_train)[four]], titles=["가", "나", "고", "노"])

# %% [markdown] id="sums-seen" lang="ko"
# 같은 쪽에서는 열 번에 서너 번 맞는데, 다른 쪽에서는 거의 모두 틀립니다. 그림을 보면 짐작이 갑니다. **모음 옆의 ㄱ과 모음 위의 ㄱ은 모양도, 자리도, 크기도 다릅니다.** ‘가’의 ㄱ은 길고 비스듬하며, ‘고’의 ㄱ은 납작하고 넓습니다. ‘가’에서 ‘나’를 빼서 얻은 것은 ‘길쭉한 ㄱ에서 길쭉한 ㄴ을 뺀 것’이라서, 납작한 ㄴ을 납작한 ㄱ으로 바꾸지 못합니다.
#
# 그리고 잠재 공간의 덧셈은 픽셀의 덧셈보다 나을 것이 없습니다. 그림을 복원하는 데에는 ‘ㄱ’이라는 개념이 필요하지 않았던 모양입니다. 11강에서는 다른 공간에서 이 덧셈을 다시 시험합니다.

# %% [markdown] id="sums-seen" lang="en"
# On the same side, three or four in ten are right; on different sides, nearly all are wrong. The pictures suggest why: **beside a vowel, ㄱ has another shape, place and size than above one.** In “가” (ga) it is tall and slanted, in “고” (go) flat and wide. What we got by taking “나” from “가” was “tall ㄱ minus tall ㄴ”, and that does not turn a flat ㄴ into a flat ㄱ.
#
# Nor do sums in latent space work any better than among plain pixels: to restore a picture, it seems, no idea of “ㄱ” was needed. Lesson 11 sets this exam again, in another space.

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 굵기 손잡이 만들기
#
# 글자의 덧셈은 잘 안 되었지만, 되는 덧셈도 있습니다. 모든 그림에서 **똑같은 모양으로** 일어나는 변화라면 됩니다. 굵은 글자의 평균 잠재 벡터에서 가는 글자의 평균 잠재 벡터를 빼서, 더하면 획이 굵어지는 벡터 `thicker`(모양 `(32,)`)를 만드세요. 재료는 아래에 그려 두었습니다.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. Build a handle for stroke weight
#
# Sums of syllables went badly, but some sums do work: those for a change that looks **alike in all pictures**. Take the mean latent vector of light drawings from that of bold ones, and so make a vector `thicker`, of shape `(32,)`, that makes strokes bolder when added. The drawings are given.

# %% id="exercise-3"
light = hangul_images(5, seed=seed + 30, weights="Light")[0]
bold = hangul_images(5, seed=seed + 30, weights="ExtraBold")[0]

thicker = ...

# %% id="exercise-3-check" tags=["check"]
def makes_bolder(thicker):
    thicker = np.asarray(thicker)
    assert thicker.shape == (32,), say("모양이 (32,)여야 합니다. 픽셀이 아니라 잠재 벡터입니다.",
                                       "Its shape must be (32,): latent, not pixels.")
    before, after = (decoder.predict(Z, verbose=0) for Z in (Z_test, Z_test + thicker))
    ink = after.mean() / before.mean()
    assert ink > 1, say("더하면 오히려 가늘어집니다.", "Adding it makes strokes thinner.")
    assert ink < 2.5, say("너무 큽니다. 합이 아니라 평균인가요?", "Too much: is it a mean?")
    return ink > 1.15


check(thicker, makes_bolder, hint=say(
    "encoder.predict(bold, verbose=0)의 평균은 .mean(axis=0)입니다.",
    "The mean of encoder.predict(bold, verbose=0) is .mean(axis=0)."))

# %% id="exercise-3-solution" tags=["solution"]
Z_light = encoder.predict(light, verbose=0)
Z_bold = encoder.predict(bold, verbose=0)
thicker = Z_bold.mean(axis=0) - Z_light.mean(axis=0)

# 빼면 가늘어지고, 더하면 굵어집니다. | Subtract it: thinner. Add it: bolder.
handle = [decoder.predict(Z_test[:8] + k * thicker, verbose=0) for k in (-1, 0, 1)]
show_images(handle, labels=["-1", "0", "+1"])

# %% [markdown] id="seeds" lang="ko"
# ## 6. 시드가 다르면 다른 언어
#
# 같은 그림, 같은 층, 같은 학습. 시드만 바꾸어 오토인코더를 하나 더 학습시킵니다.
#
# **예상하고 실행하기.** 첫 인코더의 잠재 벡터를 **둘째 디코더**에 넣으면 무엇이 그려질까요?

# %% [markdown] id="seeds" lang="en"
# ## 6. Another seed, another language
#
# The same pictures, layers and training: only the seed changes, and we train a second autoencoder.
#
# **Predict, then run.** Feed latent vectors from the first encoder to the **second decoder**. What will it draw?

# %% id="train-again"
encoder_again, decoder_again = build_autoencoder(seed + 100)
autoencoder_again = keras.Sequential([encoder_again, decoder_again])
for _ in range(3):
    train(autoencoder_again, X_train, X_train, epochs=12, batch_size=128)
Z_test_again = encoder_again.predict(X_test, verbose=0)

# %% id="crossed" tags=["predict"] alt={"ko": "원본, 둘째 오토인코더의 복원, 첫 인코더와 둘째 디코더를 이은 그림. 마지막 줄은 글자가 아니다.", "en": "Originals, the second autoencoder's restorations, and first encoder with second decoder: the last row shows no syllables."}
own = decoder_again.predict(Z_test_again[:8], verbose=0)
crossed = decoder_again.predict(Z_test[:8], verbose=0)
show_images([X_test[:8], own, crossed],
            labels=say(["원본", "둘째 → 둘째", "첫째 → 둘째"],
                       ["original", "second → second", "first → second"]))

# %% [markdown] id="crossed-seen" lang="ko"
# 둘째 오토인코더도 자기 잠재 벡터는 잘 복원하지만, 첫째의 잠재 벡터는 알아듣지 못합니다. 시드를 바꿔도 남는 것은 없을까요? 세 가지를 재 봅니다.
#
# - **이웃**: 테스트 그림 안에서 찾은 이웃 열 장이 두 모델에서 얼마나 겹치나요? 두 모델이 모두 픽셀을 보았으니, 기준선은 **픽셀의 이웃**입니다.
# - **값 하나**: 첫 모델의 값마다, 둘째 모델의 값 32개 가운데 가장 비슷하게 움직이는 것을 찾아, 함께 커지고 작아지는 정도인 상관 계수(−1에서 1, 여기서는 절댓값)를 잽니다. 뜻이 같다면 1입니다. 기준선은 **아무렇게나 돌린** 첫 모델의 공간입니다. 돌리면 거리는 그대로이고 값 하나하나의 뜻은 뒤섞입니다.
# - **번역**: 첫째의 값 32개에서 둘째의 값을 예측하는, 오차가 가장 작은 일차식을 훈련 그림으로 구하고(선형 회귀), 그 예측값을 둘째 디코더에 넣습니다. 기준선은 첫째 대신 **PCA의 값 32개**를 번역한 것입니다.

# %% [markdown] id="crossed-seen" lang="en"
# The second autoencoder restores its own latent vectors well, and cannot understand those of the first. Does anything survive a change of seed? We measure three things.
#
# - **Neighbors**: of each test picture's ten neighbors among the test pictures, how many do the two models share? Both saw the same pixels, so the baseline is **the neighbors in pixels**.
# - **A single number**: for each number of the first model we look for the one of the second's 32 that moves most like it, by the size of their correlation. The same meaning would give 1. The baseline is the first space **turned at random**: distances stay, the meanings of single numbers are mixed up.
# - **Translation**: from training pictures we fit weighted sums that predict the second model's numbers from the first's, and give the prediction to the second decoder. The baseline translates **32 numbers of PCA**.

# %% id="agreement"
def shared_neighbors(one, other):
    pairs = zip(ten_others(one), ten_others(other))
    return np.mean([len(np.intersect1d(a, b)) / 10 for a, b in pairs])


agreement = shared_neighbors(Z_test, Z_test_again)
with_pixels = shared_neighbors(Z_test, X_test)


def best_partner(one, other):
    correlations = np.corrcoef(one.T, other.T)[:32, 32:]
    return np.abs(correlations).max(axis=1).mean()


turn, _ = np.linalg.qr(rng.standard_normal((32, 32)))  # 회전 | a rotation
alike_numbers = best_partner(Z_test, Z_test_again)
alike_turned = best_partner(Z_test, Z_test @ turn)
show_table([[say("이웃이 겹치는 비율: 두 모델", "neighbors shared: two models"), agreement],
            [say("이웃이 겹치는 비율: 첫째와 픽셀", "neighbors shared: first and pixels"),
             with_pixels],
            [say("값 하나와 가장 비슷한 값의 상관: 두 모델",
                 "a number and its best partner, correlation: two models"),
             alike_numbers],
            [say("값 하나와 가장 비슷한 값의 상관: 첫째와 돌린 첫째",
                 "a number and its best partner, correlation: first and first turned"),
             alike_turned]],
           say(["비교", "결과"], ["compared", "result"]), digits=2)

# %% id="translation"
Z_train_again = encoder_again.predict(X_train, verbose=0)


def second_decodes(vectors):
    return squared_error(X_test, decoder_again.predict(vectors, verbose=0))


translate = LinearRegression().fit(Z_train, Z_train_again).predict
translate_pca = LinearRegression().fit(P_train, Z_train_again).predict
crossed_error = second_decodes(Z_test)
translated_error = second_decodes(translate(Z_test))
pca_error = second_decodes(translate_pca(P_test))
own_error = second_decodes(Z_test_again)
show_table([[say("둘째 → 둘째", "second → second"), own_error],
            [say("첫째 → 둘째", "first → second"), crossed_error],
            [say("첫째 → 번역 → 둘째", "first → translated → second"), translated_error],
            [say("PCA → 번역 → 둘째", "PCA → translated → second"), pca_error]],
           say(["길", "복원 오차 (테스트)"], ["path", "error (test)"]), digits=4)

# %% [markdown] id="seeds-seen" lang="ko"
# **누가 누구와 가까운지는 시드를 바꿔도 대부분 남습니다.** 다만 그 대부분은 그림이 정해 준 것입니다. 모델을 거치지 않은 픽셀의 이웃과도 3분의 2가 겹치기 때문입니다. **값 하나하나의 뜻은 남지 않습니다.** 가장 비슷한 짝을 찾아 주어도 상관은, 첫 공간을 아무렇게나 돌려 뜻을 섞어 버린 것과 다르지 않습니다. 그러므로 “7번 값은 글자가 기운 정도다” 같은 말을 해도 그 모델에서만 통합니다. 남는 것은 값 하나가 아니라 **32개가 함께 담은 것**입니다. 일차식으로 번역하면 둘째 디코더도 알아듣습니다. 오차는 제 잠재 벡터를 복원할 때의 1.5배쯤입니다. 다만 PCA의 값을 번역해도 조금 더 클 뿐입니다. 대부분은 픽셀에서 일차식으로도 얻을 수 있는 것이었습니다.
#
# 그러므로 서로 다른 모델의 잠재 벡터를 번역 없이 섞어 쓰면 안 됩니다.

# %% [markdown] id="seeds-seen" lang="en"
# **Who is near whom mostly survives a change of seed.** Most of that, though, is settled by the pictures: with the neighbors in pixels, too, two thirds are shared. **What a single number means does not survive**: its best partner is no more like it than if the first space had been turned at random. So “number 7 is the slant” would hold for one model only. What survives is **what all 32 hold together**. Once weighted sums have translated the numbers, the second decoder understands them: the error is only half as large again as with its own. Translated PCA, though, is not far behind: most of it could be had from the pixels by weighted sums.
#
# So never mix latent vectors of different models untranslated.

# %% id="measured" tags=["hide-input"]
latent, small = say("잠재 벡터", "latent vector"), say("축소 그림", "thumbnail")
tsne = [scores for name, scores in map_scores.items() if name.startswith("t-SNE")]
measured = {
    "error_pca": float(error_pca),
    "error_latent": float(error_latent),
    "precision_pixels": float(scores[say("픽셀", "pixels")]),
    "precision_thumbnail": float(scores[small]),
    "precision_pca": float(scores["PCA"]),
    "precision_latent": float(scores[latent]),
    "same_family": float(min(row[2] for row in tsne)),
    "same_family_pixels": float(same_pixels),
    "neighbors_kept": float(max(row[0] for row in tsne)),
    "middle_real": float(alike[0][0]),
    "middle_pixels": float(alike[2][0]),
    "middle_latent": float(alike[4][0]),
    "gray_restored": float(alike[1][1]),
    "gray_pixels": float(alike[2][1]),
    "gray_latent": float(alike[4][1]),
    "sums_same_side": float(sums[latent][0]),
    "sums_across": float(sums[latent][1]),
    "agreement": float(agreement),
    "agreement_pixels": float(with_pixels),
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert error_latent < 0.5 * error_pca, say(
    "오차는 PCA의 절반보다 작다", "less than half of PCA's error")
assert min(same_new, measured["same_family"], measured["same_family_pixels"]) > 0.85, say(
    "픽셀의 지도에서도 이웃은 거의 같은 무리다", "on the map of pixels, too, neighbors share")
assert 0.3 < measured["neighbors_kept"] < 0.6, say(
    "t-SNE는 이웃을 절반쯤 남긴다", "t-SNE keeps about half of the neighbors")
assert round_errors[2] < 0.75 * round_errors[0], say("오차는 크게 준다", "error falls a lot")
first_gain, second_gain = np.diff(round_precision)
assert 0 < 2 * second_gain < first_gain < 0.03 - second_gain, say(
    "정밀도는 조금, 점점 덜 오른다", "precision gains little, and less and less")
assert abs(measured["precision_latent"] - measured["precision_thumbnail"]) < 0.02, say(
    "잠재 벡터와 축소 그림은 비슷하게 찾는다", "latent vector and thumbnail find alike")
assert measured["gray_latent"] < 0.6 * measured["gray_pixels"], say(
    "잠재 벡터를 섞으면 회색이 절반쯤이다", "mixed latent vectors have half the gray")
nearer, farther = alike[3][0] - alike[4][0], different[4][0] - different[3][0]
assert nearer > 0.001 and farther > -0.001, say(
    "같은 글자 사이에서만 진짜에 더 가깝다", "closer to real between like syllables only")
assert 3 * sums[latent][1] < sums[latent][0] < sums[say("픽셀", "pixels")][0] + 0.03, say(
    "덧셈은 같은 쪽에서만 되고, 픽셀보다 낫지 않다", "sums: one side only, no better than pixels")
assert crossed_error > 10 * own_error and translated_error < 2 * own_error, say(
    "둘째 디코더는 번역해야 알아듣는다", "the second decoder needs a translation")
assert translated_error < pca_error < 1.4 * translated_error, say(
    "번역한 PCA는 조금 뒤진다", "translated PCA is a little behind")
assert abs(alike_numbers - alike_turned) < 0.06 and with_pixels < agreement, say(
    "이웃은 남고 값 하나의 뜻은 남지 않는다", "neighbors survive, single numbers do not")

# %% [markdown] id="open-question" lang="ko"
# ## 7. 열린 물음
#
# 지금까지 본 것을 모읍니다.
#
# | 무엇을 했나 | 비교한 것 | 결과 |
# |---|---|---|
# | 복원 | PCA 32개 | 오차가 절반도 안 됩니다 |
# | 지도 | 픽셀의 지도 | 가르치지 않은 무리가 나타납니다. 픽셀로도 거의 그렇습니다 |
# | 길 걷기 | 크로스페이드 | 회색이 절반쯤이고, 같은 글자 사이에서는 진짜에 더 가깝습니다 |
# | 덧셈 | 픽셀 | 모음이 같은 쪽일 때만 열 번에 서너 번 되고, 픽셀보다 낫지 않습니다 |
# | 찾기 | 축소 그림 | 열 장에 두세 장만 맞고, 축소 그림과 비슷합니다 |
#
# 마지막 줄이 이상합니다. 잠재 벡터는 그림을 잘 복원합니다. 그러니 글자에 대한 정보는 분명히 그 안에 있습니다. 그런데도 찾기에서는 픽셀을 뭉개기만 한 축소 그림과 비슷합니다. 더 오래 학습시켜도 조금 나아졌을 뿐입니다.
#
# **왜 그럴까요? 무엇을 바꾸면 나아질까요?** 생각을 한두 문장으로 적어 두세요. 단서는 이 수업 안에 있습니다. 가장 가까운 이웃들은 문제 그림과 무엇이 같았나요? 디코더가 그림을 복원하려면 글자 말고 무엇까지 알아야 했을까요? 04강에서 복원이 빛나는 일들을 먼저 보고, 05강에서 여러분의 답을 시험합니다.
#
# **돌아보기.** 지도에서 읽어도 될 것을 가렸고, 그림을 찾고, 길을 걸었고, 값 하나의 뜻은 시드마다 다르다는 것을 쟀습니다.
#
# **푼 연습:** 지도를 보고 한 말 · 검색 만들기 · 굵기 손잡이
#
# **오늘날에는.** 얼굴 그림을 만드는 StyleGAN에서는 연습 3과 같은 손잡이로 나이나 표정을 바꾸었고, 큰 언어 모델에서는 뜻이 있는 방향을 찾는 연구가 한창입니다. 서로 다른 모델의 이웃 관계가 모델이 커질수록 닮아 간다는 주장도 있습니다(아래의 마지막 글).
#
# {next}
#
# ### 참고 문헌
#
# - Laurens van der Maaten and Geoffrey Hinton, *Visualizing Data using t-SNE*, 2008. [jmlr.org/papers/v9/vandermaaten08a.html](https://jmlr.org/papers/v9/vandermaaten08a.html)
# - Martin Wattenberg, Fernanda Viégas and Ian Johnson, *How to Use t-SNE Effectively*, 2016. [doi.org/10.23915/distill.00002](https://doi.org/10.23915/distill.00002)
# - Tomas Mikolov, Wen-tau Yih and Geoffrey Zweig, *Linguistic Regularities in Continuous Space Word Representations*, 2013. [aclanthology.org/N13-1090](https://aclanthology.org/N13-1090)
# - Yujun Shen et al., *Interpreting the Latent Space of GANs for Semantic Face Editing*, 2020. [arxiv.org/abs/1907.10786](https://arxiv.org/abs/1907.10786)
# - Minyoung Huh et al., *The Platonic Representation Hypothesis*, 2024. [arxiv.org/abs/2405.07987](https://arxiv.org/abs/2405.07987)

# %% [markdown] id="open-question" lang="en"
# ## 7. An open question
#
# This is what we saw.
#
# | What we did | Compared with | Result |
# |---|---|---|
# | restore | PCA, 32 numbers | less than half the error |
# | draw a map | a map of pixels | groups that nobody taught, and in pixels nearly as well |
# | walk | cross-fade | half the gray; between drawings of one syllable, closer to real |
# | add | pixels | three or four in ten where vowels share a side, no better than pixels |
# | find | thumbnail | two or three of ten are right, about as with a thumbnail |
#
# The last row is strange. The latent vector brings pictures back well, so what makes the syllable must be in it. Yet in finding it is no more than level with a thumbnail, which merely smears pixels.
#
# **Why? And what would change it?** Write down a sentence or two. The clues: what did the nearest neighbors share with the question? Besides the syllable, what did the decoder need to know? Lesson 4 first shows what restoring is splendid at; lesson 5 puts your answer to the test.
#
# **Looking back.** You read maps with care, found pictures, walked, and measured that the meaning of one number changes with the seed.
#
# **Exercises done:** said about a map · build the search · a handle for stroke weight
#
# **Where this is today.** With StyleGAN, which draws faces, handles like that of exercise 3 changed age and expression; in large language models the search for meaningful directions is in full swing. It is even claimed that, as models grow, they agree more and more on who is near whom (last reference).
#
# {next}
#
# ### References
#
# - Laurens van der Maaten and Geoffrey Hinton, *Visualizing Data using t-SNE*, 2008. [jmlr.org/papers/v9/vandermaaten08a.html](https://jmlr.org/papers/v9/vandermaaten08a.html)
# - Martin Wattenberg, Fernanda Viégas and Ian Johnson, *How to Use t-SNE Effectively*, 2016. [doi.org/10.23915/distill.00002](https://doi.org/10.23915/distill.00002)
# - Tomas Mikolov, Wen-tau Yih and Geoffrey Zweig, *Linguistic Regularities in Continuous Space Word Representations*, 2013. [aclanthology.org/N13-1090](https://aclanthology.org/N13-1090)
# - Yujun Shen et al., *Interpreting the Latent Space of GANs for Semantic Face Editing*, 2020. [arxiv.org/abs/1907.10786](https://arxiv.org/abs/1907.10786)
# - Minyoung Huh et al., *The Platonic Representation Hypothesis*, 2024. [arxiv.org/abs/2405.07987](https://arxiv.org/abs/2405.07987)
