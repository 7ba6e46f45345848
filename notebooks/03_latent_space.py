# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 03 · 잠재 공간: 컴퓨터 비전은 잠재 벡터를 어디에 쓸까
#
# **오토인코더 하나를 학습한 다음, 그 잠재 벡터로 비슷한 그림을 찾고, 지도를 그리고, 두 그림을 잇고, 글자를 더하고 빼고, 노이즈를 지우고, 이상한 그림을 가려냅니다. 그때마다 더 단순한 방법과 겨루어 이겼는지 졌는지 적습니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 잠재 공간에서 가까운 그림을 **찾고**, 얼마나 잘 찾았는지 잽니다.
# - 잠재 공간의 지도에서 읽어도 되는 것과 안 되는 것을 **가려냅니다**.
# - 보간, 노이즈 제거, 이상 탐지를 **만들고** 기준선과 견줍니다.
# - 잠재 벡터가 쓸 만한지 성적표로 **판단합니다**.
#
# 읽기 30분, 해 보기 15분 · 준비: [02 · 오토인코더](02_autoencoder.ipynb)
#
# ← [이전](02_autoencoder.ipynb) · [차례](README.md) · [다음](04_generation.ipynb) → · [English edition](../en/03_latent_space.ipynb)

# %% [markdown] id="title" lang="en"
# # 03 · Latent space: what computer vision does with latent vectors
#
# **Train one autoencoder, then use its latent vectors to search, draw maps, morph, add and subtract, clean up and raise alarms. Each use must face a simpler method, and we write down who won.**
#
# After this lesson you can
#
# - **search** for neighbours in a latent space and measure how good they are;
# - **tell apart** what a map of the space shows and what it makes up;
# - **build** interpolation, denoising and anomaly detection, each beside a baseline;
# - **judge** with a scorecard whether a latent vector is any good.
#
# 30 minutes to read, 15 to practise · Builds on [02 · Autoencoder](02_autoencoder.ipynb)
#
# ← [Previous](02_autoencoder.ipynb) · [Contents](README.md) · [Next](04_generation.ipynb) → · [한국어판](../ko/03_latent_space.ipynb)

# %% id="setup"
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import interact
from scipy.ndimage import gaussian_filter, median_filter, zoom
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge, RidgeClassifier
from sklearn.manifold import TSNE, trustworthiness
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors
from sklearn.random_projection import GaussianRandomProjection

from helpers import SYLLABLES, VOWELS, check, hangul_images, say, show_images, use_korean_font
from helpers.training import Progress
import keras
from keras import layers

use_korean_font()

# %% [markdown] id="one-model" lang="ko"
# ## 1. 오토인코더 하나
#
# 그림은 2강에서 본 한글 음절입니다. 자음 14개와 모음 10개로 만든 음절 140가지를 굵기, 자리, 크기, 기울기를 바꾸어 가며 그렸습니다. 학습하고 설정을 고르는 데에는 `X`를 씁니다. 점수는 새로 그린 `X_new`, 곧 따로 둔 데이터(held-out data)로 잽니다. 8절에서 학습 그림을 쓸 때는 그렇다고 밝힙니다. 두 데이터는 글꼴과 음절이 같으므로, 다른 글씨에 대해서는 알려 주지 않습니다.

# %% [markdown] id="one-model" lang="en"
# ## 1. One autoencoder
#
# The pictures are lesson 2's Hangul syllables. A Korean syllable is a block built from letters: the consonant ㄱ (g) and the vowel ㅏ (a) make 가 (ga). With 14 consonants and 10 vowels there are 140 blocks, drawn here with varying weight, place, size and slant. We train and choose settings on `X`. Scores come from `X_new`, fresh drawings, held out; where section 8 uses training pictures, it says so. Both sets share fonts and syllables, so nothing here tells about other handwriting.

# %% id="data" tags=["nbval-check-output"]
X, consonant, vowel = hangul_images()
X_new, new_consonant, new_vowel = hangul_images(10, seed=1)
syllable, new_syllable = 10 * consonant + vowel, 10 * new_consonant + new_vowel
print(X.shape, X_new.shape)

# %% id="some-pictures"
rng = np.random.default_rng(0)
some = rng.choice(len(X_new), 10, replace=False)
show_images([X_new[some]], titles=[SYLLABLES[number] for number in new_syllable[some]])

# %% [markdown] id="build" lang="ko"
# 서로 다른 음절 열 장이고, 위에 적은 것이 정답입니다. 모델은 2강의 깊은 오토인코더와 같은 모양입니다. 픽셀 784개가 숫자 384개를 거쳐 **32개**의 코드(code)로 줄었다가 되돌아갑니다. 은닉층만 relu로 바꾸었습니다. 10절에서 노는 유닛을 세어 보려는 것입니다.

# %% [markdown] id="build" lang="en"
# Ten pictures with their syllables above. The model has the shape of lesson 2's deep autoencoder: 784 pixels pass through 384 numbers into a code of **32**, and back again. Only its hidden layers are relu, so that section 10 can count idle units.

# %% id="build-autoencoder"
def build_autoencoder(hidden, code_size, seed):
    keras.utils.set_random_seed(seed)
    encoder = keras.Sequential([
        keras.Input((784,)),
        layers.Dense(hidden, activation="relu"),
        layers.Dense(code_size),
    ])
    decoder = keras.Sequential([
        keras.Input((code_size,)),
        layers.Dense(hidden, activation="relu"),
        layers.Dense(784, activation="sigmoid"),
    ])
    return encoder, decoder

# %% id="train-function"
def train(encoder, decoder, inputs, targets, epochs):
    autoencoder = keras.Sequential([encoder, decoder])
    steps = epochs * (len(inputs) // 64 + 1)
    slowing_down = keras.optimizers.schedules.CosineDecay(4e-3, steps)
    autoencoder.compile(keras.optimizers.Adam(slowing_down), "binary_crossentropy",
                        jit_compile=False, steps_per_execution=16)
    autoencoder.fit(inputs, targets, batch_size=64, epochs=epochs, verbose=0, callbacks=[Progress()])

# %% id="train-it"
encoder, decoder = build_autoencoder(hidden=384, code_size=32, seed=0)
train(encoder, decoder, X, X, epochs=6)

# %% [markdown] id="codes-once" lang="ko"
# 코드를 한 번 뽑아 두고 수업이 끝날 때까지 씁니다. 기준선(baseline)은 1강의 PCA이며, 똑같이 숫자 32개를 씁니다.

# %% [markdown] id="codes-once" lang="en"
# We extract the codes once and use them for the rest of the lesson. The baseline is lesson 1's PCA, with 32 numbers too.

# %% id="codes"
Z, Z_new = encoder(X).numpy(), encoder(X_new).numpy()
pca = PCA(32, random_state=0).fit(X)
P, P_new = pca.transform(X), pca.transform(X_new)
print(Z_new.shape, P_new.shape)

# %% id="error"
def squared_error(pictures, restored):
    return np.mean((pictures - restored) ** 2, axis=1)

latent_error = squared_error(X_new, decoder(Z_new).numpy()).mean()
pca_error = squared_error(X_new, pca.inverse_transform(P_new)).mean()
print(say(f"PCA {pca_error:.4f}   오토인코더 {latent_error:.4f}",
          f"PCA {pca_error:.4f}   autoencoder {latent_error:.4f}"))

# %% [markdown] id="neighbours" lang="ko"
# 복원 오차는 PCA의 절반 남짓입니다. 그런데 **잘 복원하는 코드가 다른 일에도 쓸모 있을까요?** 이것이 오늘의 물음입니다.
#
# ## 2. 가까우면 닮았을까: 최근접 이웃
#
# 따로 둔 그림 하나를 문제로 내고, 학습 그림 5,600장 가운데 가장 가까운 열 장을 찾습니다. 열 장 가운데 같은 음절의 비율을 **precision@10**이라고 합니다. 앞에서 열 장까지의 정밀도(precision)라는 뜻입니다. 140가지 가운데 아무것이나 고르면 0.7%입니다.
#
# **예상하고 실행하기.** 거리를 재는 곳이 넷 있습니다. 어디에서 찾은 이웃이 가장 정확할까요? 순서를 적어 보세요.
#
# 1. 픽셀 784개 그대로 (`pixels`)
# 2. 4 × 4칸의 평균만 남긴 7 × 7 축소 그림, 숫자 49개 (`thumbnail`)
# 3. PCA의 숫자 32개 (`PCA`)
# 4. 잠재 벡터의 숫자 32개 (`latent`)

# %% [markdown] id="neighbours" lang="en"
# The error is little more than half of PCA's. But **is a code that restores well good for anything else?** That is today's question.
#
# ## 2. Are near ones alike? Nearest neighbours
#
# Take a held-out picture as a query and find the ten nearest of the 5,600 training pictures. The share of those ten that show the same syllable is **precision@10**. Picking blindly among 140 gives 0.7%.
#
# **Predict, then run.** Distance can be measured in four places. Where are the neighbours best? Write down your order.
#
# 1. all 784 pixels as they are (`pixels`)
# 2. a 7 × 7 thumbnail, the mean of each 4 × 4 block: 49 numbers (`thumbnail`)
# 3. PCA's 32 numbers (`PCA`)
# 4. the 32 numbers of the latent vector (`latent`)

# %% id="spaces"
def thumbnail(pictures):
    return pictures.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49)

spaces = {"pixels": (X, X_new), "thumbnail": (thumbnail(X), thumbnail(X_new)),
          "PCA": (P, P_new), "latent": (Z, Z_new)}

# %% id="precision"
def nearest(database, queries, k):
    return NearestNeighbors(n_neighbors=k).fit(database).kneighbors(queries, return_distance=False)

neighbours, precision = {}, {}
for name, (database, queries) in spaces.items():
    neighbours[name] = nearest(database, queries, k=10)
    precision[name] = np.mean(syllable[neighbours[name]] == new_syllable[:, None])
    print(f"{name:10} precision@10 {precision[name]:.3f}")

# %% id="neighbour-pictures"
query = np.flatnonzero(new_syllable == SYLLABLES.index("가"))[0]
found = [neighbours[name][query, :9] for name in spaces]
rows = [np.vstack([X_new[query], X[places]]) for places in found]
titles = [["?"] + [SYLLABLES[number] for number in syllable[places]] for places in found]
show_images(rows, labels=list(spaces), titles=titles)

# %% [markdown] id="neighbours-seen" lang="ko"
# 맨 왼쪽이 문제로 낸 가이고, 오른쪽은 가까운 차례로 아홉 장입니다. 여기서 틀린 이웃은 대부분 자음이나 모음 하나가 맞습니다.
#
# 잠재 벡터는 PCA보다 낫고, 숫자를 24분의 1만 쓰고도 픽셀과 **비깁니다**. 우연보다는 30배쯤 낫습니다. 그런데 1등은 평균만 낸 **축소 그림**입니다. 왜 그럴까요? 그럴듯한 설명은 이렇습니다. 오토인코더는 픽셀을 하나하나 되살리라고 배웠습니다. 글자가 한 픽셀만 옆으로 가도 되살릴 그림이 달라지니, 자리도 코드에 적어야 합니다. 축소 그림은 그런 작은 차이를 뭉갭니다. 복원만 시켜서는 코드가 자리를 잊을 까닭이 없었습니다.

# %% [markdown] id="neighbours-seen" lang="en"
# On the far left the query, 가 (ga); to its right the nine nearest. Most of the wrong ones here share a letter with it.
#
# The latent vector beats PCA and **ties** with the pixels using a twenty-fourth of the numbers. It is about 30 times better than chance. Yet the winner is the **thumbnail**, mere averages. Why? A likely explanation: the autoencoder was taught to restore every pixel. Move a letter sideways by one pixel and a different picture must be restored, so the code has to write down the place as well. The thumbnail smears such small differences out. Restoring alone gave the code no reason to forget the place.

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 이웃에게 묻기
#
# 이웃 열 장의 음절 번호가 들어 있는 배열 `labels`(모양 `(n, 10)`)를 받아, 줄마다 **가장 많이 나온 번호**를 돌려주는 함수를 만드세요. 이것이 최근접 이웃 분류입니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. Ask the neighbours
#
# Write a function that takes `labels`, an array of shape `(n, 10)` with the syllable numbers of ten neighbours, and returns the **most frequent number** of each row. That is nearest-neighbour classification.

# %% id="exercise-1"
def majority(labels):
    return ...  # 여기에 답을 쓰세요 | your answer here

# %% id="exercise-1-check"
def right_votes(vote):
    few = np.array([[3, 7, 7, 1], [5, 2, 9, 5], [139, 0, 139, 139]])
    return np.array_equal(vote(few), [7, 5, 139])

check(majority, right_votes, hint=say("np.bincount(row)는 번호마다 몇 번 나왔는지 셉니다.",
                                      "np.bincount(row) counts how often each number occurs."))

# %% [markdown] id="exercise-1-solution" lang="ko"
# <details>
# <summary>힌트 보기</summary>
#
# `np.bincount(row).argmax()`가 한 줄의 답입니다. 이것을 줄마다 하세요.
# </details>
#
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def majority(labels):
#     return np.array([np.bincount(row).argmax() for row in labels])
# ```
#
# `np.mean(majority(syllable[neighbours["latent"]]) == new_syllable)`로 정확도를 볼 수 있습니다.
# </details>

# %% [markdown] id="exercise-1-solution" lang="en"
# <details>
# <summary>Show a hint</summary>
#
# `np.bincount(row).argmax()` answers for one row. Do it for every row.
# </details>
#
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def majority(labels):
#     return np.array([np.bincount(row).argmax() for row in labels])
# ```
#
# See the accuracy with `np.mean(majority(syllable[neighbours["latent"]]) == new_syllable)`.
# </details>

# %% [markdown] id="retrieval" lang="ko"
# ## 3. 그림으로 그림 찾기
#
# 사진 앱의 ‘비슷한 사진 찾기’는 그림마다 벡터를 하나씩 적어 두고 가까운 것을 꺼냅니다. 이것이 검색(retrieval)입니다. 그림이 10억 장이라면 한 장에 몇 바이트를 적어 두는지가 곧 비용입니다. 그래서 숫자 하나를 1바이트(256단계)로 반올림해 봅니다. 정밀도가 얼마나 떨어질까요?
#
# 찾는 사람에게는 **열 장 가운데 하나라도 맞는 비율**도 중요하므로 함께 잽니다.

# %% [markdown] id="retrieval" lang="en"
# ## 3. Search by picture
#
# “Find similar photos” keeps a vector for each picture and fetches the near ones. That is retrieval. With a billion pictures, the bytes kept for each are the bill. So we round every number to one byte, 256 steps. How much precision does that cost?
#
# A person who searches also asks **how often at least one of the ten is right**, so we measure that too.

# %% id="one-byte"
def to_bytes(numbers, low, high):
    return np.clip(np.round(255 * (numbers - low) / (high - low)), 0, 255)

# %% id="retrieval-score"
in_bytes = {}
for name, space in spaces.items():
    low, high = space[0].min(), space[0].max()
    database, queries = (to_bytes(numbers, low, high) for numbers in space)
    hits = syllable[nearest(database, queries, k=10)] == new_syllable[:, None]
    in_bytes[name], any_hit = hits.mean(), hits.any(axis=1).mean()
    print(say(f"{name:10} {database.shape[1]:4} 바이트   precision@10 {in_bytes[name]:.3f}   하나라도 {any_hit:.3f}",
              f"{name:10} {database.shape[1]:4} bytes   precision@10 {in_bytes[name]:.3f}   at least one {any_hit:.3f}"))

# %% id="coarse-thumbnail"
# 숫자 하나가 32단계면 5비트, 49개면 31바이트입니다 | 32 steps take 5 bits, and 49 such numbers take 31 bytes
coarse = [np.round(31 * numbers) for numbers in spaces["thumbnail"]]
coarse_hits = np.mean(syllable[nearest(*coarse, k=10)] == new_syllable[:, None])
print(say(f"thumbnail    31 바이트   precision@10 {coarse_hits:.3f}",
          f"thumbnail    31 bytes   precision@10 {coarse_hits:.3f}"))

# %% [markdown] id="retrieval-seen" lang="ko"
# 1바이트로 반올림해도 정밀도는 거의 그대로입니다. 잠재 벡터는 32바이트로 784바이트짜리 픽셀만큼 찾고, 같은 32바이트인 PCA를 앞섭니다. 그러나 여기서도 이기는 것은 축소 그림입니다. 숫자마다 5비트만 써서 31바이트로 줄여도 잠재 벡터보다 잘 찾고, 인코더도 필요 없습니다.
#
# ## 4. 지도와 지도의 거짓말
#
# 32차원은 눈에 보이지 않으니 2차원으로 눌러 그립니다. 방법은 둘입니다. **PCA**는 가장 넓게 퍼진 두 방향만 남기고, **t-SNE**는 가까운 이웃을 가깝게 두려고 점을 조금씩 옮깁니다. t-SNE에서는 두 가지를 정합니다. 퍼플렉서티(perplexity)는 이웃을 몇 개쯤으로 볼지 정하고, 시드(seed)는 점들이 처음에 놓일 자리를 정합니다.
#
# **예상하고 실행하기.** 같은 코드 400개를 퍼플렉서티 5와 50, 시드 0과 1로 그립니다. 네 지도에서 무엇이 그대로이고 무엇이 달라질까요? 무리의 자리, 무리 사이의 거리, 서로 이웃인 점, 이 세 가지를 두고 적어 보세요.

# %% [markdown] id="retrieval-seen" lang="en"
# One byte a number costs almost nothing. With 32 bytes the latent vector searches as well as 784 bytes of pixels, and better than PCA's 32. Yet the thumbnail wins here too: cut to 5 bits a number, 31 bytes in all, it still searches better than the latent vector, and it needs no encoder.
#
# ## 4. Maps, and the lies they tell
#
# Nobody sees 32 dimensions, so we press them into two. There are two ways. **PCA** keeps the two directions of largest spread. **t-SNE** moves points about until near neighbours lie near. It has a perplexity, roughly how many neighbours to mind, and a seed for where the points start.
#
# **Predict, then run.** We draw the same 400 codes with perplexity 5 and 50, seed 0 and 1. What stays the same in the four maps, and what changes: the places of the groups, the distances between groups, who is whose neighbour? Write it down.

# %% id="map-tools"
mapped, mapped_vowel = Z_new[:400], new_vowel[:400]

def draw_map(ax, points, title):
    for number, (letter, marker) in enumerate(zip(VOWELS, "osD^v<>PX*")):
        here = mapped_vowel == number
        ax.scatter(points[here, 0], points[here, 1], s=14, marker=marker, label=letter)
    ax.set(title=title, xticks=[], yticks=[])

# %% id="make-maps"
maps = {"PCA": PCA(2, random_state=0).fit_transform(mapped)}
for perplexity in (5, 50):
    for seed in (0, 1):
        tsne = TSNE(perplexity=perplexity, init="random", max_iter=500, random_state=seed)
        maps[f"t-SNE {perplexity}, {seed}"] = tsne.fit_transform(mapped)

# %% id="pca-map"
fig, ax = plt.subplots(figsize=(6, 4.2), layout="constrained")
draw_map(ax, maps["PCA"], title="PCA")
ax.legend(title=say("모음", "vowel"), loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

# %% [markdown] id="pca-map-seen" lang="ko"
# 색과 모양은 모음입니다. 자음 오른쪽에 서는 모음(ㅏ, ㅓ)과 자음 아래에 눕는 모음(ㅗ, ㅜ)이 대체로 좌우로 갈립니다. 앞의 것은 서로 뒤섞이고, 뒤의 것에서는 ㅜ와 ㅠ가 조금 떨어져 있습니다.

# %% [markdown] id="pca-map-seen" lang="en"
# Colour and shape are the vowel. Vowels that stand beside the consonant (such as ㅏ, a, and ㅓ, eo) lie mostly on one side, and vowels that lie below it (such as ㅗ, o, and ㅜ, u) mostly on the other. The first kind is mixed up; of the second, ㅜ and ㅠ (yu) stand somewhat apart.

# %% id="tsne-maps"
fig, axes = plt.subplots(2, 2, figsize=(8, 7), layout="constrained")
for ax, name in zip(axes.flat, [name for name in maps if name != "PCA"]):
    draw_map(ax, maps[name], title=name)
fig.legend(*ax.get_legend_handles_labels(), title=say("모음",
                                                      "vowel"), loc="outside right center")
plt.show()

# %% [markdown] id="maps-seen" lang="ko"
# 제목의 두 수는 퍼플렉서티와 시드입니다. t-SNE 지도에서는 같은 모음이 작은 무리를 이룹니다. 그런데 시드만 바꿔도 무리의 자리가 바뀌고, 퍼플렉서티를 바꾸면 무리의 모양이 달라집니다. 눈으로만 보지 말고 재 봅시다.
#
# - **신뢰도**(trustworthiness): 지도에서 이웃인 점이 32차원에서도 이웃인가? 1이면 모두 그렇습니다.
# - **거리 상관**: 지도의 거리와 32차원의 거리가 같은 순서인가? 1이면 똑같습니다.

# %% [markdown] id="maps-seen" lang="en"
# The two numbers in a title are perplexity and seed. In the t-SNE maps a vowel gathers in small groups. But another seed moves the groups elsewhere, and another perplexity gives them another shape. Let us not trust our eyes and measure.
#
# - **trustworthiness**: are neighbours in the map neighbours in 32 dimensions? 1 means always.
# - **distance correlation**: are distances in the map in the same order as in 32 dimensions? 1 means exactly.

# %% id="trust"
trust, distance_kept = {}, {}
for name, points in maps.items():
    trust[name] = trustworthiness(mapped, points, n_neighbors=10)
    distance_kept[name] = spearmanr(pdist(mapped), pdist(points)).statistic
    print(say(f"{name:12} 신뢰도 {trust[name]:.2f}   거리 상관 {distance_kept[name]:.2f}",
              f"{name:12} trustworthiness {trust[name]:.2f}   distance correlation {distance_kept[name]:.2f}"))

# %% [markdown] id="trust-seen" lang="ko"
# 표가 두 지도의 성격을 말해 줍니다. **이웃은 t-SNE가, 먼 거리는 PCA가 더 잘 지킵니다.**
#
# | 지도에서 | PCA | t-SNE |
# |---|---|---|
# | 바로 옆의 점은 닮았다 | 자주 틀립니다 | 읽어도 됩니다 |
# | 이 무리는 저 무리보다 멀다 | 대강 읽어도 됩니다 | 읽으면 안 됩니다 |
# | 무리가 크다, 빽빽하다, 왼쪽에 있다 | 두 방향만 본 모습입니다 | 읽으면 안 됩니다 |
#
# 그러니 t-SNE 그림은 여러 시드와 퍼플렉서티로 그려 보고, 늘 나타나는 것만 말해야 합니다. (scikit-learn의 기본값은 PCA 자리에서 출발하므로 시드를 바꿔도 비슷합니다. 그렇다고 먼 거리를 믿어도 된다는 뜻은 아닙니다.)
#
# ## 5. 두 점 사이를 걷기
#
# 두 그림을 잇는 방법은 둘입니다. **크로스페이드**(cross-fade)는 픽셀을 섞습니다. **보간**(interpolation)은 두 코드를 섞은 뒤 디코더로 그립니다. 가운데의 코드는 어떤 그림에서도 나온 적이 없습니다. 디코더는 무엇을 그릴까요?

# %% [markdown] id="trust-seen" lang="en"
# The table shows the two characters. **t-SNE keeps the neighbours, PCA keeps the long distances better.**
#
# | In the map | PCA | t-SNE |
# |---|---|---|
# | next to each other, so alike | often wrong | you may read this |
# | this group is farther than that one | roughly | do not read this |
# | a group is large, dense, on the left | as seen along two directions only | do not read this |
#
# So draw t-SNE with several seeds and perplexities, and speak only of what is always there. (scikit-learn starts from the PCA positions unless told otherwise, so its seeds look alike. That does not make long distances trustworthy.)
#
# ## 5. Walking between two points
#
# There are two ways from one picture to another. A **cross-fade** mixes the pixels. **Interpolation** mixes the two codes and lets the decoder draw. No picture ever had the code in the middle. What will the decoder make of it?

# %% id="two-ends"
start = np.flatnonzero(new_syllable == SYLLABLES.index("나"))[0]
end = np.flatnonzero(new_syllable == SYLLABLES.index("더"))[0]
share = np.linspace(0, 1, 9)[:, None]

# %% id="walk"
crossfade = (1 - share) * X_new[start] + share * X_new[end]
walk = decoder((1 - share) * Z_new[start] + share * Z_new[end]).numpy()
crossfade_restored = (1 - share) * walk[0] + share * walk[-1]
show_images([crossfade, crossfade_restored, walk], labels=[say("픽셀",
                                                               "pixels"), say("복원의 픽셀",
                                                                     "pixels, restored"), say("잠재",
                                                                               "latent")])

# %% [markdown] id="walk-seen" lang="ko"
# ‘나’에서 ‘더’로 갑니다. 첫 줄과 둘째 줄에서는 두 글자가 겹쳐 보입니다(둘째 줄은 양 끝을 디코더가 복원한 그림으로 바꾼 것입니다). 셋째 줄에서는 획이 휘면서 자리를 옮기고, 회색이 적습니다. 막대를 끌어 직접 걸어 보세요. 움직일 때마다 디코더가 새로 그립니다. (실행하지 않고 읽는 중이라면 위의 셋째 줄이 그 모습입니다.)

# %% [markdown] id="walk-seen" lang="en"
# From 나 (na) to 더 (deo). In the first two rows two letters shine through each other (the second row starts and ends with the decoder's reconstructions). In the third row strokes bend and move, with less grey. Drag the slider to walk yourself: the decoder draws afresh at each step. (If you are only reading, the third row above shows what it does.)

# %% id="walk-slider"
@interact(step=(0.0, 1.0, 0.05))
def show_step(step=0.5):
    code = (1 - step) * Z_new[start] + step * Z_new[end]
    show_images([decoder(code[None]).numpy()])

# %% [markdown] id="walk-measure" lang="ko"
# 예쁜 한 쌍을 고른 것은 아닐까요? 무작위 700쌍의 한가운데를 잽니다.
#
# - **회색**: 0.2와 0.8 사이인 픽셀의 비율. 진짜 그림에는 적습니다.
# - **진짜까지의 거리**: 가장 가까운 학습 그림까지의 평균 제곱 오차.
#
# 디코더를 거치기만 해도 그림이 조금 달라지므로, **복원 그림 두 장의 크로스페이드**도 함께 잽니다.

# %% [markdown] id="walk-measure" lang="en"
# Was that a hand-picked pair? We measure the exact middle of 700 random pairs.
#
# - **grey**: the share of pixels between 0.2 and 0.8. Real pictures have few.
# - **distance to a real one**: mean squared error to the nearest training picture.
#
# A trip through the decoder alone changes pictures a little, so we also measure the **cross-fade of two reconstructions**.

# %% id="middles"
first, second = rng.permutation(len(X_new)).reshape(2, 700)
restored = decoder(Z_new).numpy()
middles = {
    "real": X_new[first],
    "crossfade": (X_new[first] + X_new[second]) / 2,
    "crossfade restored": (restored[first] + restored[second]) / 2,
    "latent": decoder((Z_new[first] + Z_new[second]) / 2).numpy(),
}

# %% id="middles-score"
grey, to_real = {}, {}
for name, pictures in middles.items():
    grey[name] = np.mean((pictures > 0.2) & (pictures < 0.8))
    to_real[name] = squared_error(pictures, X[nearest(X, pictures, k=1)[:, 0]]).mean()
    print(say(f"{name:20} 회색 {grey[name]:.2f}   진짜까지 {to_real[name]:.3f}",
              f"{name:20} grey {grey[name]:.2f}   to a real one {to_real[name]:.3f}"))

# %% [markdown] id="arithmetic" lang="ko"
# 잠재 보간(`latent`)은 크로스페이드보다 회색이 뚜렷이 적습니다. 그러나 진짜 그림(`real`)만큼 또렷하지는 않고, 진짜까지의 거리는 복원 그림의 크로스페이드(`crossfade restored`)와 거의 같습니다. 회색이 적다고 글자가 되는 것은 아니어서, **길 위의 모든 점이 글자인 것은 아닙니다.** 이 빈 곳은 4강에서 다룹니다.
#
# ## 6. 글자의 덧셈과 뺄셈
#
# ‘가’에서 ‘나’를 빼면 자음의 차이만 남습니다. 거기에 ‘노’를 더하면 ‘고’가 될 것 같습니다. 벡터로 적으면 이렇습니다.
#
# $$z(가) - z(나) + z(노) \approx z(고)\,?$$
#
# **예상하고 실행하기.** 무작위로 만든 문제 2,000개에서 몇 퍼센트나 맞을까요? 잠재 벡터와 픽셀은 얼마나 차이 날까요? 우연이면 140분의 1, 곧 0.7%입니다. 셈을 하지 않고 세 번째 그림(노)의 이웃을 그냥 답하는 것도 기준선으로 둡니다.

# %% [markdown] id="arithmetic" lang="en"
# The latent middle (`latent`) is clearly less grey than a cross-fade. But it is not as crisp as a real picture (`real`), and its distance to one is about that of the cross-fade of reconstructions (`crossfade restored`). Less grey does not make a letter: **not every point on the road is one.** Lesson 4 deals with these holes.
#
# ## 6. Adding and subtracting letters
#
# 가 (ga) minus 나 (na) should leave only the difference in consonant, g instead of n. Added to 노 (no), that ought to give 고 (go). In vectors:
#
# $$z(가) - z(나) + z(노) \approx z(고)\,?$$
#
# **Predict, then run.** Of 2,000 random problems of this kind, what share comes out right? How far apart are latent vectors and pixels? Chance is 1 in 140, or 0.7%. A second baseline does no sums at all and answers with a neighbour of the third picture (the 노).

# %% id="problems"
n = 2000
consonant_1, vowel_1 = rng.integers(14, size=n), rng.integers(10, size=n)
consonant_2 = (consonant_1 + rng.integers(1, 14, size=n)) % 14
vowel_2 = (vowel_1 + rng.integers(1, 10, size=n)) % 10
plus, minus = 10 * consonant_1 + vowel_1, 10 * consonant_2 + vowel_1
third, target = 10 * consonant_2 + vowel_2, 10 * consonant_1 + vowel_2

# %% id="one-picture-each"
places = np.argsort(new_syllable, kind="stable").reshape(140, 10)
a, b, c = (places[part, rng.integers(10, size=n)] for part in (plus, minus, third))

single = {}
for name, (database, queries) in spaces.items():
    answers = nearest(database, queries[a] - queries[b] + queries[c], k=1)[:, 0]
    single[name] = np.mean(syllable[answers] == target)
    print(f"{name:10} {single[name]:.3f}")

# %% id="no-sums"
no_sums = np.mean(syllable[nearest(Z, Z_new[c], k=1)[:, 0]] == target)
print(say(f"{1 / 140:.3f} 우연   {no_sums:.3f} 셈을 안 함",
          f"{1 / 140:.3f} chance   {no_sums:.3f} no sums"))

# %% [markdown] id="averages" lang="ko"
# 초라합니다. 우연이나 ‘셈을 안 함’보다는 낫지만 스무 문제에 하나쯤 맞습니다. 그림 한 장에는 글자 말고도 굵기, 자리, 기울기가 섞여 있어서, 빼고 더할 때마다 이것들도 함께 더해집니다. 그래서 음절마다 **평균**을 내서 다시 해 봅니다. 문제는 따로 둔 그림의 평균으로 내고, 답은 학습 그림의 평균 140개에서 찾습니다.

# %% [markdown] id="averages" lang="en"
# A poor show: better than chance and than no sums, but only about one problem in twenty. A picture holds weight, place and slant besides its letters, and each plus and minus adds those up too. So we try again with the **mean** of each syllable: problems made of means of held-out pictures, answers looked up among the 140 means of training pictures.

# %% id="mean-arithmetic"
averaged = {}
for name, (database, queries) in spaces.items():
    known = np.stack([database[syllable == number].mean(axis=0) for number in range(140)])
    asked = queries[places].mean(axis=1)
    answers = nearest(known, asked[plus] - asked[minus] + asked[third], k=1)[:, 0]
    averaged[name] = np.mean(answers == target)
    print(f"{name:10} {averaged[name]:.3f}")

# %% id="arithmetic-strip"
parts = [SYLLABLES.index(letter) for letter in say("가나노고")]
means, mean_codes = X_new[places[parts]].mean(axis=1), Z_new[places[parts]].mean(axis=1)
pixel_sum = np.clip(means[0] - means[1] + means[2], 0, 1)
code_sum = mean_codes[0] - mean_codes[1] + mean_codes[2]
drawn = decoder(np.vstack([mean_codes[:3], code_sum, mean_codes[3]])).numpy()
show_images([np.vstack([means[:3], pixel_sum, means[3]]), drawn], labels=[say("픽셀",
                                                                              "pixels"), say("잠재",
                                                                                    "latent")],
            titles=["가", "− 나", "+ 노", "=", "고"])

# %% [markdown] id="arithmetic-seen" lang="ko"
# 넷째 칸이 셈한 결과이고 맨 오른쪽이 진짜 고의 평균입니다. 윗줄의 결과는 여러 글자가 겹쳐 흐릿하고, 아랫줄의 결과는 더 또렷하지만 고라고 읽기는 어렵습니다.
#
# 평균을 쓰면 정확도가 몇 배로 오릅니다. 그래도 잠재 벡터는 픽셀을 **이기지 못하고** 조금 뒤처집니다. 흔히 보는 ‘왕 − 남자 + 여자 = 여왕’ 같은 이야기가 오토인코더에서 저절로 나오지는 않습니다. 복원만 배운 코드는 자음과 모음을 따로 적을 까닭이 없었습니다. 글자의 구성을 맞히도록 가르치면 어떻게 되는지는 6강에서 봅니다.
#
# ## 7. 노이즈 제거
#
# **노이즈 제거 오토인코더**(denoising autoencoder)는 노이즈가 섞인 그림을 받아 깨끗한 그림을 내놓도록 배웁니다. 입력만 바꾸면 됩니다. 노이즈의 세기는 그림마다 0에서 0.7까지 무작위로 정합니다. 여기서는 줄이는 것이 목표가 아니므로 코드를 좁히지 않고, 은닉층 하나(512)만 둡니다.
#
# 기준선은 넷입니다. 3 × 3 중앙값 필터, 가우시안 필터, PCA 32, 그리고 노이즈가 섞인 픽셀 784개로 깨끗한 픽셀을 바로 예측하는 **능선 회귀**(ridge regression, 릿지 회귀)입니다. 능선 회귀는 오토인코더와 같은 그림으로 배웁니다. 층은 없고 일차식만 씁니다. 가우시안 필터의 너비와 능선 회귀의 세기(alpha)는 학습 그림에서 가장 좋은 것을 고릅니다.

# %% [markdown] id="arithmetic-seen" lang="en"
# The fourth picture is the result, the one on the right is the true mean of 고 (go). In the top row the result is a murky overlay of letters; in the bottom row it is crisper, yet hard to read as 고.
#
# With means, the score rises several times over. Still, the latent vector **does not beat** the pixels; it even falls a little behind. Stories such as “king − man + woman = queen” do not come free with an autoencoder. A code that only learned to restore had no reason to write consonant and vowel apart. Lesson 6 shows what happens when it is taught to.
#
# ## 7. Denoising
#
# A **denoising autoencoder** is given a dirty picture and taught to return the clean one. Only the input changes. Each picture gets a random amount of noise between 0 and 0.7. Making things small is not the aim here, so the code is not narrow: there is one hidden layer of 512.
#
# There are four baselines: a 3 × 3 median filter, a Gaussian filter, PCA with 32 numbers, and **ridge regression**, a linear formula without any layers that guesses the clean pixels straight from the 784 dirty ones and learns from the same pictures as the autoencoder. The width of the Gaussian filter and the strength of the ridge (alpha) are those that work best on training pictures.

# %% id="noise"
def add_noise(pictures, level, seed):
    noise = np.random.default_rng(seed).standard_normal(pictures.shape, dtype="float32")
    return np.clip(pictures + level * noise, 0, 1)

# %% id="train-denoiser"
levels = rng.uniform(0, 0.7, size=(len(X), 1)).astype("float32")
X_noisy = add_noise(X, levels, seed=0)
keras.utils.set_random_seed(0)
clean_encoder = keras.Sequential([keras.Input((784,)), layers.Dense(512, activation="relu")])
clean_decoder = keras.Sequential([keras.Input((512,)), layers.Dense(784, activation="sigmoid")])
train(clean_encoder, clean_decoder, X_noisy, X, epochs=6)

# %% id="filters"
def denoise(pictures):
    return clean_decoder(clean_encoder(pictures)).numpy()

def psnr(pictures, restored):
    return -10 * np.log10(np.mean((pictures - restored) ** 2))

def median(pictures):
    return median_filter(pictures.reshape(-1, 28, 28), size=(1, 3, 3)).reshape(-1, 784)

def gaussian(pictures, width):
    return gaussian_filter(pictures.reshape(-1, 28, 28), sigma=(0, width, width)).reshape(-1, 784)

# %% id="ridge-denoiser"
def ridge_score(alpha):
    trial = Ridge(alpha=alpha).fit(X_noisy[:4500], X[:4500])
    return psnr(X[4500:], trial.predict(X_noisy[4500:]).clip(0, 1))

best_alpha = max((30, 100, 300, 1000), key=ridge_score)
ridge = Ridge(alpha=best_alpha).fit(X_noisy, X)
print("alpha", best_alpha)

# %% id="denoise-all"
noise_levels = (0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
cleaned = {name: [] for name in ("noisy", "median", "gaussian", "PCA", "ridge", "autoencoder")}
for level in noise_levels:
    noisy, practice = add_noise(X_new, level, seed=1), add_noise(X[:500], level, seed=2)
    width = max((0.4, 0.5, 0.6, 0.8, 1.0), key=lambda width: psnr(X[:500], gaussian(practice, width)))
    cleaned["noisy"].append(psnr(X_new, noisy))
    cleaned["median"].append(psnr(X_new, median(noisy)))
    cleaned["gaussian"].append(psnr(X_new, gaussian(noisy, width)))
    cleaned["PCA"].append(psnr(X_new, pca.inverse_transform(pca.transform(noisy))))
    cleaned["ridge"].append(psnr(X_new, ridge.predict(noisy).clip(0, 1)))
    cleaned["autoencoder"].append(psnr(X_new, denoise(noisy)))

# %% id="denoise-plot"
fig, ax = plt.subplots(figsize=(7, 4))
for marker, (name, values) in zip("x^vsPo", cleaned.items()):
    ax.plot(noise_levels, values, marker=marker, label=name)
    print(f"{name:12}", *(f"{value:5.1f}" for value in values))
ax.set(xlabel=say("노이즈의 세기 (표준편차)", "noise (standard deviation)"), ylabel="PSNR (dB)")
ax.legend()
plt.show()

# %% [markdown] id="denoise-plot-seen" lang="ko"
# 가로축은 노이즈의 세기, 세로축은 PSNR(높을수록 좋음)입니다. 노이즈가 세질수록 모두 내려갑니다. 가장 적게 내려가는 것은 PCA지만 처음부터 낮습니다. 0.2부터는 능선 회귀와 오토인코더의 선이 맨 위에 있습니다.

# %% [markdown] id="denoise-plot-seen" lang="en"
# Across runs the strength of the noise, upwards the PSNR (higher is better). All lines fall as the noise grows. PCA's falls least, but it starts low; from 0.2 on, ridge regression and the autoencoder lie on top.

# %% id="denoise-pictures"
noisy = add_noise(X_new[some], 0.4, seed=1)
show_images([X_new[some], noisy, ridge.predict(noisy), denoise(noisy)],
            labels=[say("깨끗함", "clean"), say("노이즈", "noisy"), say("능선 회귀", "ridge"), say("오토인코더", "autoencoder")])

# %% [markdown] id="denoise-seen" lang="ko"
# 위에서부터 깨끗한 그림, 노이즈를 0.4만큼 더한 그림, 능선 회귀와 오토인코더가 닦은 그림입니다. 표로 돌아가 봅시다. 노이즈가 0.1이면 **가우시안 필터도 아무것도 하지 않은 것(`noisy`)과 거의 같고**, 나머지는 오히려 그림을 망칩니다. 0.2부터는 한글을 보고 배운 둘, 능선 회귀와 오토인코더가 필터를 앞섭니다. 차이는 노이즈가 0.4쯤일 때까지 벌어지고 그 뒤로는 4 dB 언저리에 머뭅니다. 필터는 이웃 픽셀만 보지만 이 둘은 한글이 어떻게 생겼는지 배웠습니다.
#
# 그런데 둘 사이의 차이는 작습니다. 노이즈가 약할 때(0.3까지)는 **일차식만 쓰는 능선 회귀가 이기고**, 0.4에서는 비기고, 더 세지면 오토인코더가 조금 앞섭니다. 필터하고만 겨루었다면 층이 있어서 이긴 줄 알았을 것입니다. 배운 것은 때로 **없던 획을 지어내기도 합니다.** 마지막 줄에서 찾아보세요.
#
# ## 8. 이상 탐지
#
# 이상 탐지(anomaly detection)는 처음 보는 것을 알아차리는 일입니다. 오토인코더가 배우지 않은 것은 잘 복원하지 못하리라 기대하고, **복원 오차가 크면 이상하다**고 봅니다. 꼭 그렇다는 보장은 없으니 재어 봅니다. 공장에서 흠집을 찾을 때도 쓰는 생각입니다.
#
# 탐지기를 시험할 낯선 그림은 세 가지입니다. 이제부터 ‘손님’이라고 부르겠습니다.
#
# - `digits`: 사람이 쓴 숫자. 8 × 8을 28 × 28로 키웠습니다.
# - `upside down`: 거꾸로(180°) 돌린 한글.
# - `mirrored`: 좌우를 뒤집은 한글.
#
# 그림마다 복원 오차처럼 클수록 이상하다고 보는 점수를 매깁니다. **ROC-AUC**는 손님의 점수가 한글의 점수보다 높을 확률입니다. 0.5면 동전 던지기와 같고, 1이면 완벽합니다.
#
# **예상하고 실행하기.** 셋 가운데 어느 손님이 가장 어려울까요? 그리고 그림의 **밝기**만 재도 알아낼 수 있는 손님은 누구일까요?

# %% [markdown] id="denoise-seen" lang="en"
# From the top: clean pictures, the same with noise of 0.4, and what ridge regression and the autoencoder make of them. Back to the table. At a noise of 0.1 **even the Gaussian filter hardly differs from doing nothing (`noisy`)**, and the others make the picture worse. From 0.2 on, the two that learned from Hangul, ridge regression and the autoencoder, are ahead of the filters; the lead grows up to a noise of about 0.4 and then stays near 4 dB. A filter looks at neighbouring pixels; these two have seen what Hangul looks like.
#
# But between the two there is little. With weak noise (up to 0.3) **ridge regression, a linear formula, wins**; at 0.4 they draw, and beyond that the autoencoder is a little ahead. Had it faced the filters alone, we would have credited the win to its layers. What has learned also sometimes **invents strokes that were never there.** Look for them in the last row.
#
# ## 8. Anomaly detection
#
# Anomaly detection means noticing what has not been seen before. The hope is that an autoencoder restores worse what it has not learned, so that **a large error is suspicious.** Nothing guarantees this; we measure it. The idea is also used to look for scratches in factories.
#
# There are three outsiders.
#
# - `digits`: handwritten digits, enlarged from 8 × 8 to 28 × 28.
# - `upside down`: Hangul turned by 180°.
# - `mirrored`: Hangul flipped left to right.
#
# Each picture gets a score, such as its reconstruction error: the higher, the more suspicious. **ROC-AUC** is the probability that an outsider scores higher than a proper syllable. 0.5 is a coin toss, 1 is perfect.
#
# **Predict, then run.** Which outsider is the hardest? And which could be caught by measuring nothing but **brightness**?

# %% id="outsiders"
digits = zoom(load_digits().images / 16, (1, 3.5, 3.5), order=1).astype("float32")
squares = X_new.reshape(-1, 28, 28)
outsiders = {
    "digits": digits.reshape(-1, 784),
    "upside down": squares[:, ::-1, ::-1].reshape(-1, 784),
    "mirrored": squares[:, :, ::-1].reshape(-1, 784),
}
show_images([pictures[:10] for pictures in outsiders.values()], labels=list(outsiders))

# %% [markdown] id="outsiders-seen" lang="ko"
# 손님 셋을 한 줄씩 그렸습니다. 첫 줄은 크게 키운 숫자, 둘째 줄은 거꾸로 선 한글, 셋째 줄은 거울에 비친 한글입니다.

# %% [markdown] id="outsiders-seen" lang="en"
# One row for each outsider: enlarged digits, Hangul upside down, and Hangul in a mirror.

# %% id="scores"
pca_128 = PCA(128, random_state=0).fit(X)
scores = {
    "brightness": lambda pictures: pictures.mean(axis=1),
    "nearest": lambda pictures: squared_error(pictures, X[nearest(X, pictures, k=1)[:, 0]]),
    "PCA": lambda pictures: squared_error(pictures, pca.inverse_transform(pca.transform(pictures))),
    "PCA 128": lambda pictures: squared_error(pictures, pca_128.inverse_transform(pca_128.transform(pictures))),
    "autoencoder": lambda pictures: squared_error(pictures, decoder(encoder(pictures)).numpy()),
}

# %% id="anomaly"
auc = {}
for name, score in scores.items():
    normal = score(X_new)
    for kind, pictures in outsiders.items():
        strange = score(pictures)
        truth = np.repeat([0, 1], [len(normal), len(strange)])
        auc[name, kind] = roc_auc_score(truth, np.concatenate([normal, strange]))
    print(f"{name:15}", *(f"{kind} {auc[name, kind]:.2f}  " for kind in outsiders))

# %% id="anomaly-plot"
fig, axes = plt.subplots(1, 2, figsize=(8, 3.5), sharey=True, layout="constrained")
for ax, name in zip(axes, ("PCA", "autoencoder")):
    bins = np.linspace(0, 0.16, 60)
    ax.hist(scores[name](X_new), bins, alpha=0.6, label=say("한글", "Hangul"))
    ax.hist(scores[name](outsiders["upside down"]), bins, histtype="step", linewidth=2, label=say("거꾸로",
                                                                                                  "upside down"))
    ax.set(title=name, xlabel=say("복원 오차 (제곱 평균)",
                                  "reconstruction error (mean square)"))
axes[0].set_ylabel(say("그림의 수", "pictures"))
axes[0].legend()
plt.show()

# %% [markdown] id="anomaly-seen" lang="ko"
# 왼쪽은 PCA, 오른쪽은 오토인코더의 복원 오차를 센 히스토그램입니다. 채운 무더기가 바로 선 한글, 선만 그은 무더기가 거꾸로 선 한글입니다.
#
# 거꾸로 선 한글에서는 오토인코더가 돋보입니다. 오른쪽 그림에서는 두 무더기가 거의 갈라지지만, 왼쪽 PCA의 무더기는 많이 겹칩니다. 오토인코더는 가장 가까운 학습 그림과 견주는 방법(`nearest`)도 앞섭니다. 그 방법을 쓰려면 학습 그림 5,600장을 모두 저장해 두어야 합니다. PCA도 숫자를 128개로 늘리면(`PCA 128`) `nearest`만큼은 따라옵니다. 오토인코더는 코드 32개로 조금 앞섭니다. 다만 코드를 둘러싼 층의 가중치는 PCA보다 훨씬 많고, 시드 하나에서 잰 값입니다.
#
# 나머지 둘은 솔직하게 읽어야 합니다. **숫자는 너무 쉽습니다.** 크게 키운 숫자는 한글보다 훨씬 밝아서 밝기만 재도 다 잡힙니다. 이런 손님에게서 얻은 1.00은 자랑거리가 못 됩니다. **거울 한글은 어렵습니다.** 모나 으처럼 거울에 비추어도 그대로인 글자가 있고, 아를 비추면 어와 획이 닮습니다. 여기서는 오토인코더도 `nearest`를 이기지 못합니다.
#
# 실제로 쓰려면 **경보선**이 필요합니다. 오차가 이 값(임곗값, threshold)을 넘으면 경보가 울립니다. 멀쩡한 한글에 울리는 경보를 헛경보(false alarm)라고 합니다. 한글 100장 가운데 5장에서만 헛경보가 울리게 하려면 선을 어디에 그어야 할까요?

# %% [markdown] id="anomaly-seen" lang="en"
# Two histograms of reconstruction errors: PCA on the left, the autoencoder on the right. The filled heap is upright Hangul, the outlined one Hangul upside down.
#
# Upside-down Hangul is where the autoencoder shines: on the right the two heaps nearly part, while PCA's overlap widely. It also beats comparing with the nearest training picture (`nearest`), which must carry all 5,600 along. PCA with 128 numbers (`PCA 128`) draws level with `nearest`. The autoencoder is a little ahead with a code of 32, though the layers around that code hold far more weights than PCA, and this is one seed.
#
# The other two deserve an honest reading. **Digits are too easy.** Enlarged, they are so much brighter than Hangul that brightness alone catches them all. A 1.00 against such outsiders is nothing to boast about. **Mirrored Hangul is hard.** Some syllables look the same in a mirror, like 모 (mo) and 으 (eu), and 아 (a) mirrored shares its strokes with 어 (eo). Here the autoencoder is no better than `nearest`.
#
# To use it for real you need a **threshold**. Where should it lie, so that only 5 of 100 proper syllables raise a false alarm?

# %% id="threshold"
train_errors = scores["autoencoder"](X[:1400])
new_errors = scores["autoencoder"](X_new)
for errors in (train_errors, new_errors[:700]):
    line = np.quantile(errors, 0.95)
    print(say(f"{line:.4f}   헛경보 {np.mean(new_errors[700:] > line):.1%}",
              f"{line:.4f}   false alarms {np.mean(new_errors[700:] > line):.1%}"))

# %% [markdown] id="threshold-seen" lang="ko"
# 첫 줄은 학습 그림의 오차로, 둘째 줄은 따로 둔 그림의 절반으로 그은 선입니다. 나머지 절반에서 헛경보를 세어 보면, 학습 그림으로 그은 선은 5%보다 훨씬 자주 울립니다. 모델이 학습 그림을 유난히 잘 복원하기 때문입니다. 둘째 선도 꼭 5%는 아닙니다. 700장만 보고 그었기 때문입니다. **경보선은 학습에 쓰지 않은 그림으로 긋습니다.**

# %% [markdown] id="threshold-seen" lang="en"
# The first line is drawn from the errors on training pictures, the second from one half of the held-out ones. Count false alarms on the other half: the line from training pictures rings far more often than 5%, because the model restores those unusually well. The second line does not hit 5% exactly either, for it rests on 700 pictures only. **Draw the line with pictures that training never saw.**

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 경보가 잡아낸 비율
#
# 정상 그림의 오차 `normal`과 손님의 오차 `strange`를 받아, **정상 가운데 `false_alarms`만큼만 울리는 선**을 긋고, 그 선을 넘은 손님의 비율을 돌려주세요.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. The share that is caught
#
# Given the errors of proper pictures, `normal`, and of outsiders, `strange`: draw the line at which **only the share `false_alarms` of the proper ones rings**, and return the share of outsiders above it.

# %% id="exercise-2"
def caught(normal, strange, false_alarms):
    return ...  # 여기에 답을 쓰세요 | your answer here

# %% id="exercise-2-check"
def right_share(caught):
    normal, strange = np.arange(101.0), np.array([50.0, 85.0, 93.0, 97.0, 200.0])
    shares = [caught(normal, strange, 0.05), caught(normal, strange, 0.2)]
    return np.allclose(shares, [0.4, 0.8])

check(caught, right_share, hint=say("헛경보가 5%라면 정상 오차의 95%가 선 아래에 있습니다.",
                                    "With 5% false alarms, 95% of the proper errors lie below the line."))

# %% [markdown] id="exercise-2-solution" lang="ko"
# <details>
# <summary>힌트 보기</summary>
#
# `np.quantile(normal, 1 - false_alarms)`가 경보선입니다.
# </details>
#
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def caught(normal, strange, false_alarms):
#     line = np.quantile(normal, 1 - false_alarms)
#     return np.mean(strange > line)
# ```
#
# `caught(new_errors, scores["autoencoder"](outsiders["mirrored"]), 0.05)`처럼 진짜 오차를 넣어 보세요.
# </details>

# %% [markdown] id="exercise-2-solution" lang="en"
# <details>
# <summary>Show a hint</summary>
#
# The line is `np.quantile(normal, 1 - false_alarms)`.
# </details>
#
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def caught(normal, strange, false_alarms):
#     line = np.quantile(normal, 1 - false_alarms)
#     return np.mean(strange > line)
# ```
#
# Try it on real errors: `caught(new_errors, scores["autoencoder"](outsiders["mirrored"]), 0.05)`.
# </details>

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 일부러 망가뜨린 탐지기
#
# 친구가 방금 그린 멀쩡한 한글 그림을 파일에 저장했다가 탐지기에 넣었습니다. 그런데 **모두 이상하다**고 나옵니다. 아래 그림의 가로축을 보세요. 0과 1 사이의 숫자끼리는 제곱 오차가 1을 넘을 수 없습니다. 무엇이 잘못되었을까요? 파일에서 읽은 `pictures`를 탐지기에 넣을 수 있게 고치는 함수를 쓰세요.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. A detector broken on purpose
#
# A friend saved perfectly good Hangul pictures to a file, read them back and fed them to the detector. It calls **every one of them** an anomaly. Look at the horizontal axis below. Between numbers from 0 to 1 no squared error can exceed 1. What went wrong? Write a function that makes `pictures`, as read from the file, fit for the detector.

# %% id="broken-plot"
from_file = np.round(X_new * 255).astype("uint8")
broken_errors = scores["autoencoder"](from_file.astype("float32"))
fig, ax = plt.subplots(figsize=(7, 3.2))
ax.hist(new_errors, np.geomspace(1e-3, 1e5, 60), label=say("본래 그림", "the pictures"))
ax.hist(broken_errors, np.geomspace(1e-3, 1e5, 60), hatch="//", label=say("파일에서 읽은 그림",
                                                                          "read from the file"))
ax.set(xscale="log", xlabel=say("복원 오차 (제곱 평균)",
                                "reconstruction error (mean square)"), ylabel=say("그림의 수", "pictures"))
ax.legend(loc="upper center")
plt.show()

# %% [markdown] id="broken-plot-seen" lang="ko"
# 가로축은 로그 눈금의 복원 오차입니다. 본래 그림의 오차는 0.01 언저리에 있고, 파일에서 읽은 그림의 오차는 멀리 오른쪽, 1만 언저리에 몰려 있습니다.

# %% [markdown] id="broken-plot-seen" lang="en"
# Across runs the error, on a log scale. The pictures themselves lie near 0.01; as read from the file they crowd far to the right, near ten thousand.

# %% id="exercise-3"
def repair(pictures):
    return ...  # 여기에 답을 쓰세요 | your answer here

# %% id="exercise-3-check"
def right_repair(repair):
    darker = repair(from_file // 2)
    return np.allclose(repair(from_file), X_new, atol=0.01) and np.allclose(darker, X_new / 2, atol=0.01)

check(repair, right_repair, hint=say("파일의 픽셀은 0에서 몇까지일까요? from_file.max()를 보세요.",
                                     "How far do the file's pixels go up? Look at from_file.max()."))

# %% [markdown] id="exercise-3-solution" lang="ko"
# <details>
# <summary>힌트 보기</summary>
#
# 오차가 1만 가까이 됩니다. 제곱하기 전이라면 100쯤입니다. 파일은 픽셀을 1바이트, 곧 0에서 255까지로 적습니다.
# </details>
#
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def repair(pictures):
#     return pictures.astype("float32") / 255
# ```
#
# 모델은 0과 1 사이의 픽셀로 배웠습니다. 새 데이터에도 **학습할 때와 똑같은 전처리**를 해야 합니다. 그림마다 제 최댓값으로 나누면 안 됩니다. 어두운 그림이 밝아져서 다른 그림이 됩니다.
# </details>

# %% [markdown] id="exercise-3-solution" lang="en"
# <details>
# <summary>Show a hint</summary>
#
# The errors come near ten thousand; before squaring, that is about a hundred. Files write a pixel as one byte, from 0 to 255.
# </details>
#
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def repair(pictures):
#     return pictures.astype("float32") / 255
# ```
#
# The model learned from pixels between 0 and 1. New data needs **exactly the preparation that training had**. Dividing each picture by its own maximum will not do: it turns a dark picture into a different, bright one.
# </details>

# %% [markdown] id="few-labels" lang="ko"
# ## 9. 정답이 몇 개뿐일 때
#
# 그림은 많은데 정답(label)은 비쌉니다. 오토인코더는 정답 없이 5,600장을 모두 보았습니다. 이제 음절마다 정답을 1개, 5개, 20개만 알려 주고, 따로 둔 그림을 가장 가까운 정답 그림의 음절로 분류합니다(1-최근접 이웃). 정답을 세 번 다르게 뽑아 평균합니다.
#
# 겨루는 공간은 여섯입니다. 앞의 넷에, 아무것도 배우지 않은 두 가지를 더합니다.
#
# - `random`: 784개를 무작위로 섞어 32개로 만든 **무작위 사영**(random projection)
# - `untrained`: 구조는 같고 **학습하지 않은 인코더**

# %% [markdown] id="few-labels" lang="en"
# ## 9. When labels are few
#
# Pictures are plentiful, labels are dear. The autoencoder saw all 5,600 pictures without a single label. Now we reveal 1, 5 or 20 labels per syllable and give each held-out picture the syllable of the nearest labelled one (1-nearest neighbour), averaged over three draws of labels.
#
# Six spaces compete: the four from before and two that learned nothing.
#
# - `random`: a **random projection**, 784 numbers mixed at random into 32
# - `untrained`: an **encoder of the same shape that was never trained**

# %% id="six-spaces"
def six_spaces(encoder, seed):
    projection = GaussianRandomProjection(32, random_state=seed).fit(X)
    untrained, _ = build_autoencoder(hidden=384, code_size=32, seed=seed)
    shrink = PCA(32, random_state=seed).fit(X).transform
    makers = {"pixels": np.asarray, "thumbnail": thumbnail, "PCA": shrink, "latent": encoder,
              "random": projection.transform, "untrained": untrained}
    return {name: (np.asarray(make(X)), np.asarray(make(X_new))) for name, make in makers.items()}

spaces = six_spaces(encoder, seed=0)

# %% id="reveal-labels"
def reveal(per_syllable, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    return np.concatenate([order[syllable[order] == number][:per_syllable] for number in range(140)])

def few_label_accuracy(database, queries, per_syllable):
    draws = [reveal(per_syllable, seed) for seed in range(3)]
    answers = [syllable[shown][nearest(database[shown], queries, k=1)[:, 0]] for shown in draws]
    return np.mean(np.array(answers) == new_syllable)

# %% id="few-labels-plot"
few = {name: [few_label_accuracy(*space, count) for count in (1, 5, 20)] for name, space in spaces.items()}
fig, ax = plt.subplots(figsize=(7, 4))
for marker, (name, values) in zip("sv^oxP", few.items()):
    ax.plot([1, 5, 20], values, marker=marker, label=name)
    print(f"{name:10}", *(f"{value:.3f}" for value in values))
ax.set(xscale="log", xticks=[1, 5, 20], xticklabels=["1", "5", "20"], ylim=(0, 0.5))
ax.set(xlabel=say("음절마다 알려 준 정답의 수",
                  "labels revealed per syllable"), ylabel=say("정확도 (따로 둔 그림)", "accuracy (held out)"))
ax.legend()
plt.show()

# %% [markdown] id="few-labels-seen" lang="ko"
# 배운 코드(`latent`)는 PCA를 앞서고, 배우지 않은 두 공간을 뚜렷이 앞섭니다. 픽셀과는 거의 비깁니다. 여기서도 1등은 축소 그림입니다. 정답이 1개뿐이면 모두 7%와 12% 사이입니다. 여기서는 복원만 배운 코드가 적은 정답을 채워 주지 못했습니다.
#
# ## 10. 성적표: 내 잠재 벡터는 쓸 만할까
#
# 여섯 공간을 한 표에 모읍니다.
#
# - `kNN`: 학습 그림의 정답을 모두 알려 준 5-최근접 이웃의 음절 정확도
# - `cons.`, `vowel`: **선형 탐침**(linear probe)이 자음과 모음을 맞힌 비율. 선형 탐침은 직선처럼 곧은 경계만 그을 수 있는 분류기입니다
# - `dead`: 거의 변하지 않는 숫자의 개수(표준편차가 가장 큰 것의 1% 미만)
# - `agree`: 시드를 바꿔 처음부터 다시 만들었을 때 **같은 이웃 열 장**을 찾는 비율
#
# 마지막 것을 재려고 오토인코더를 시드 1로 한 번 더 학습합니다.

# %% [markdown] id="few-labels-seen" lang="en"
# The learned code (`latent`) beats PCA and is clearly ahead of the two that learned nothing. It nearly ties with the pixels. The thumbnail wins here too. With one label everybody lies between 7 and 12%: here, a code that only learned to restore did not make up for missing labels.
#
# ## 10. The scorecard: is my latent vector any good?
#
# All six spaces in one table.
#
# - `kNN`: accuracy on syllables of 5-nearest-neighbours that know every training label
# - `cons.`, `vowel`: a **linear probe**, a classifier that can draw straight borders only, guessing consonant and vowel
# - `dead`: how many numbers hardly vary (standard deviation below 1% of the largest)
# - `agree`: rebuilt from scratch with another seed, the share of the **same ten neighbours**
#
# For the last one we train the autoencoder once more, with seed 1.

# %% id="train-again"
encoder_again, decoder_again = build_autoencoder(hidden=384, code_size=32, seed=1)
train(encoder_again, decoder_again, X, X, epochs=6)
spaces_again = six_spaces(encoder_again, seed=1)

# %% id="scorecard-parts"
def probe(space, labels, new_labels):
    return RidgeClassifier().fit(space[0], labels).score(space[1], new_labels)

def agreement(space, again):
    pairs = zip(nearest(*space, k=10), nearest(*again, k=10))
    return np.mean([len(np.intersect1d(one, other)) / 10 for one, other in pairs])

# %% id="scorecard"
card = {}
print(f"{'':10} numbers   kNN cons. vowel  dead  agree")
for name, space in spaces.items():
    knn = KNeighborsClassifier(5).fit(space[0], syllable).score(space[1], new_syllable)
    spread = space[1].std(axis=0)
    dead = np.sum(spread < 0.01 * spread.max())
    card[name] = (knn, probe(space, consonant, new_consonant), probe(space, vowel, new_vowel),
                  dead, agreement(space, spaces_again[name]))
    accuracies = "  ".join(f"{accuracy:.2f}" for accuracy in card[name][:3])
    print(f"{name:10} {len(spread):7}  {accuracies}  {dead:4}   {card[name][4]:.2f}")

# %% [markdown] id="scorecard-seen" lang="ko"
# 한 열씩 읽어 봅시다.
#
# - **이웃(kNN)**: 축소 그림이 1등이고, 잠재 벡터와 픽셀이 비슷하게 그 뒤를 잇고, PCA가 그다음입니다. 배우지 않은 두 공간이 꼴찌입니다.
# - **선형 탐침**: 잠재 벡터는 PCA와 비슷하고 **픽셀과 축소 그림에 크게 집니다.** 픽셀은 숫자가 784개라 경계를 그을 때 쓸 수 있는 숫자도 많습니다. 축소 그림은 49개로도 이깁니다. 잠재 벡터에 자음과 모음이 없는 것이 아닙니다. 디코더는 거기에서 글자를 그려 냅니다. 다만 **곧은 선으로 가를 수 있게 적혀 있지 않습니다.**
# - **죽은 숫자**: 잠재 벡터 32개는 모두 변합니다. 그렇다고 모두 쓸모 있다는 증거는 아닙니다. 픽셀은 151개가 거의 변하지 않는데, 늘 검은 가장자리라면 그럴 만합니다.
# - **일치**: 픽셀과 축소 그림은 난수를 쓰지 않으니 1이고, PCA도 거의 1입니다(빨리 어림해서 푸는 데에만 난수를 씁니다). 오토인코더는 다섯 이웃 가운데 넷을 다시 찾습니다.
#
# 이웃이 거의 같으면 숫자도 같을까요? 시드 0의 숫자마다 시드 1에서 가장 닮은 숫자를 찾아봅니다. 견줄 것으로, 시드 0의 코드를 32차원에서 아무렇게나 돌린 것도 잽니다. 돌려도 이웃은 그대로지만 숫자는 모두 섞입니다. 은닉층의 relu 가운데 한 번도 켜지지 않는 것도 세어 봅니다.

# %% [markdown] id="scorecard-seen" lang="en"
# Read it column by column.
#
# - **Neighbours (kNN)**: the thumbnail leads, latent vector and pixels follow close together, then PCA. The two that learned nothing come last.
# - **Linear probe**: the latent vector is level with PCA and **loses clearly to pixels and thumbnail.** Pixels have 784 numbers, so many handles for a border; the thumbnail wins with 49. The consonant and vowel are not missing from the code, for the decoder draws the letters from it. They are just **not written so that a straight line can part them.**
# - **Dead numbers**: all 32 of the latent vector vary, which does not yet prove them useful. Of the pixels, 151 hardly ever change, as one expects of a rim that stays black.
# - **Agreement**: pixels and thumbnail involve no dice, hence 1, and PCA comes close (its solver uses random numbers only for a fast approximation). The autoencoder finds four of five neighbours again.
#
# If the neighbours are the same, are the numbers? For each number of seed 0 we look for the most similar one of seed 1. As a yardstick we also turn seed 0's own codes at random in 32 dimensions, which keeps every neighbour and mixes all numbers. We also count hidden relu units that never switch on.

# %% id="seeds-apart"
Z_again = spaces_again["latent"][1]
correlation = np.abs(np.corrcoef(Z_new.T, Z_again.T)[:32, 32:])
turn = np.linalg.qr(rng.standard_normal((32, 32)))[0]
turned = np.abs(np.corrcoef(Z_new.T, (Z_new @ turn).T)[:32, 32:])
hidden = encoder.layers[0](X_new).numpy()
silent = np.sum(hidden.max(axis=0) == 0)
print(say(f"가장 닮은 짝과의 상관 {correlation.max(axis=1).mean():.2f}",
          f"correlation with the best match {correlation.max(axis=1).mean():.2f}"))
print(say(f"같은 코드를 아무렇게나 돌렸을 때 {turned.max(axis=1).mean():.2f}",
          f"the same codes, turned at random {turned.max(axis=1).mean():.2f}"))
print(say(f"한 번도 켜지지 않은 은닉 relu {silent} / 384",
          f"hidden relu units that never fire {silent} / 384"))

# %% [markdown] id="scorecard-end" lang="ko"
# 가장 닮은 짝과의 상관도 1에 한참 못 미치고, 아무렇게나 돌린 것과 다를 바 없습니다. **이웃 관계는 시드가 달라도 대부분 남지만(두 시드에서 다섯에 넷), 숫자 하나하나의 뜻은 남지 않습니다.** 그러니 “7번 숫자는 기울기다” 같은 말은 그 모델에서만 통하고, 시드가 다른 모델의 코드를 섞어 쓰면 안 됩니다. 은닉층에서는 relu의 3분의 1쯤이 놀고 있습니다. 코드 32개만 보아서는 알 수 없으니 은닉층도 함께 세어 봅니다.

# %% [markdown] id="scorecard-end" lang="en"
# Even the best match is far from 1, no better than after a random turn. **Who is near whom mostly survives a change of seed (four in five here, with two seeds); what a single number means does not.** So “number 7 is the slant” holds for one model only, and codes from models with different seeds must never be mixed. In the hidden layer about a third of the relu units stay idle. The 32 numbers of the code do not show that, so count the hidden layer as well.

# %% id="what-we-measured"
measured = {
    "pca_error": pca_error,
    "latent_error": latent_error,
    "precision_latent_32_bytes": in_bytes["latent"],
    "precision_thumbnail_31_bytes": coarse_hits,
    "trust_pca": trust["PCA"],
    "trust_tsne_lowest": min(value for name, value in trust.items() if name != "PCA"),
    "distance_kept_pca": distance_kept["PCA"],
    "distance_kept_tsne_best": max(value for name, value in distance_kept.items() if name != "PCA"),
    "sum_chance": 1 / 140,
    "sum_no_sums": no_sums,
}
kinds = {"precision": precision, "grey": grey, "to_real": to_real, "sum_single": single, "sum_means": averaged}
for kind, results in kinds.items():
    measured |= {f"{kind}_{name}": value for name, value in results.items()}
measured |= {f"psnr_{name}_{level}": cleaned[name][place] for name in cleaned for place, level in [(0, 0.1), (3, 0.4)]}
measured |= {f"auc_{name}_{kind}": value for (name, kind), value in auc.items()}
measured |= {f"labels_{count}_{name}": few[name][place] for place, count in enumerate((1, 5, 20)) for name in few}
for place, kind in enumerate(("knn", "probe_consonant", "probe_vowel", "dead", "agreement")):
    measured |= {f"{kind}_{name}": row[place] for name, row in card.items()}
measured = {name.replace(" ", "_"): float(value) for name, value in measured.items()}
for name, value in measured.items():
    print(f"{name:28} {value:8.4f}")

assert latent_error < 0.7 * pca_error, say("오토인코더의 복원 오차가 PCA보다 훨씬 작아야 합니다",
                                           "the autoencoder must restore far better than PCA")
assert precision["PCA"] < precision["latent"] < precision["thumbnail"], say("이웃 찾기는 PCA, 잠재, 축소 그림 차례여야 합니다",
                                                                            "neighbours must rank PCA, latent, thumbnail")
assert trust["PCA"] + 0.1 < measured["trust_tsne_lowest"], say("t-SNE의 신뢰도가 PCA보다 높아야 합니다",
                                                               "t-SNE must be more trustworthy than PCA")
assert grey["latent"] < grey["crossfade"] - 0.04, say("잠재 보간은 크로스페이드보다 덜 회색이어야 합니다",
                                                      "the latent middle must be less grey than the cross-fade")
assert abs(averaged["latent"] - averaged["pixels"]) < 0.12, say("글자의 셈은 거의 비겨야 합니다",
                                                                "letter arithmetic must be nearly a tie")
assert cleaned["ridge"][1] > cleaned["autoencoder"][1], say("노이즈가 약하면 능선 회귀가 이겨야 합니다",
                                                            "ridge regression must win at low noise")
assert cleaned["autoencoder"][4] > cleaned["ridge"][4] + 0.1, say("노이즈가 세면 오토인코더가 능선 회귀를 앞서야 합니다",
                                                                  "the autoencoder must be ahead of the ridge at high noise")
assert cleaned["gaussian"][0] > cleaned["autoencoder"][0] + 1, say("노이즈가 약하면 필터가 이겨야 합니다",
                                                                   "the filter must win at low noise")
assert cleaned["autoencoder"][3] > cleaned["PCA"][3] + 0.5, say("노이즈가 세면 오토인코더가 이겨야 합니다",
                                                                "the autoencoder must win at high noise")
assert auc["autoencoder", "upside down"] > auc["PCA", "upside down"] + 0.04, say("거꾸로 선 한글은 오토인코더가 더 잘 잡아야 합니다",
                                                                                 "the autoencoder must catch upside-down Hangul better")
assert card["latent"][2] < card["thumbnail"][2] - 0.08, say("선형 탐침에서는 축소 그림이 이겨야 합니다",
                                                            "the thumbnail must win the linear probe")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# | 쓰임 | 기준선 | 결과 |
# |---|---|---|
# | 복원 | PCA 32 | 오차가 절반 남짓: 이김 |
# | 이웃과 검색 | 픽셀, PCA, 축소 그림 | PCA에는 이기고 픽셀과 비기고 축소 그림에는 짐 |
# | 보간 | 크로스페이드 | 회색이 뚜렷이 적지만 늘 글자인 것은 아님 |
# | 글자의 셈 | 픽셀, 우연 | 우연보다는 훨씬 낫지만 픽셀을 이기지 못함 |
# | 노이즈 제거(따로 배운 모델) | 필터, PCA, 능선 회귀 | 노이즈가 세면 조금 이기고, 약하면 능선 회귀에 짐 |
# | 이상 탐지 | PCA, 가장 가까운 그림, 밝기 | 거꾸로 선 한글에서 이기고 거울 한글에서는 가장 가까운 그림을 이기지 못함. 숫자는 밝기만으로 충분 |
# | 적은 정답, 선형 탐침 | 여섯 공간 | 배우지 않은 공간보다 낫고 축소 그림에는 짐. 선형 탐침은 PCA와 비슷하고 픽셀에 크게 짐 |
#
# 잠재 벡터는 **배운 목표에 맞는 일을** 잘합니다. 이 코드는 복원하라고 배웠고, 복원 오차에서는 뚜렷이, 거꾸로 선 한글에서는 근소하게 이겼습니다. 무엇이 같은 글자인지는 배운 적이 없고, 그런 일에서는 기껏해야 PCA를 앞섰을 뿐 픽셀과 축소 그림에는 비기거나 졌습니다. 그러니 새 잠재 벡터를 만들면 예쁜 지도보다 **성적표를 먼저** 만드세요.
#
# **풀어 본 연습:** 이웃에게 묻기 · 경보가 잡아낸 비율 · 일부러 망가뜨린 탐지기
#
# **더 해 보기:** `code_size=32`를 8이나 128로 바꾸고 처음부터 실행해 보세요. 복원, 이웃, 이상 탐지가 같은 방향으로 움직일까요?
#
# **다음 수업:** 아무 코드나 디코더에 넣으면 글자가 나올까요? [04 · 생성](04_generation.ipynb)
#
# ### 참고한 글
#
# - Laurens van der Maaten, Geoffrey Hinton, *Visualizing Data using t-SNE*, 2008. [jmlr.org/papers/v9/vandermaaten08a.html](https://jmlr.org/papers/v9/vandermaaten08a.html)
# - Martin Wattenberg, Fernanda Viégas, Ian Johnson, *How to Use t-SNE Effectively*, 2016. [doi.org/10.23915/distill.00002](https://doi.org/10.23915/distill.00002)
# - Pascal Vincent 외, *Extracting and Composing Robust Features with Denoising Autoencoders*, 2008. [doi.org/10.1145/1390156.1390294](https://doi.org/10.1145/1390156.1390294)
# - Guillaume Alain, Yoshua Bengio, *Understanding intermediate layers using linear classifier probes*, 2016. [arxiv.org/abs/1610.01644](https://arxiv.org/abs/1610.01644)
#
# ← [이전](02_autoencoder.ipynb) · [차례](README.md) · [다음](04_generation.ipynb) → · [English edition](../en/03_latent_space.ipynb)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# | Use | Baseline | Result |
# |---|---|---|
# | restoring | PCA 32 | little more than half the error: a win |
# | neighbours, retrieval | pixels, PCA, thumbnail | beats PCA, ties with pixels, loses to the thumbnail |
# | interpolation | cross-fade | clearly less grey, but not always a letter |
# | letter arithmetic | pixels, chance | far above chance, but no better than pixels |
# | denoising (a model of its own) | filters, PCA, ridge regression | a narrow win with much noise, loses to ridge with little |
# | anomaly detection | PCA, nearest picture, brightness | wins on upside-down Hangul, no better than the nearest picture on mirrored; digits need only brightness |
# | few labels, linear probe | six spaces | beats what learned nothing, loses to the thumbnail; in the probe level with PCA and far behind pixels |
#
# A latent vector is **as good as the goal it was trained for.** This code was told to restore, and it won clearly at reconstruction error and narrowly at upside-down Hangul. Nobody told it which pictures show the same letter, and there it beat PCA at most, and only tied with or lost to pixels and thumbnail. So when you make a new latent vector, make **the scorecard before the pretty map**.
#
# **Exercises done:** ask the neighbours · the share that is caught · a detector broken on purpose
#
# **Try on your own:** change `code_size=32` to 8 or 128 and run everything again. Do restoring, neighbours and anomaly detection move in the same direction?
#
# **Next lesson:** does any code make a letter when you feed it to the decoder? [04 · Generation](04_generation.ipynb)
#
# ### References
#
# - Laurens van der Maaten and Geoffrey Hinton, *Visualizing Data using t-SNE*, 2008. [jmlr.org/papers/v9/vandermaaten08a.html](https://jmlr.org/papers/v9/vandermaaten08a.html)
# - Martin Wattenberg, Fernanda Viégas and Ian Johnson, *How to Use t-SNE Effectively*, 2016. [doi.org/10.23915/distill.00002](https://doi.org/10.23915/distill.00002)
# - Pascal Vincent et al., *Extracting and Composing Robust Features with Denoising Autoencoders*, 2008. [doi.org/10.1145/1390156.1390294](https://doi.org/10.1145/1390156.1390294)
# - Guillaume Alain and Yoshua Bengio, *Understanding intermediate layers using linear classifier probes*, 2016. [arxiv.org/abs/1610.01644](https://arxiv.org/abs/1610.01644)
#
# ← [Previous](02_autoencoder.ipynb) · [Contents](README.md) · [Next](04_generation.ipynb) → · [한국어판](../ko/03_latent_space.ipynb)
