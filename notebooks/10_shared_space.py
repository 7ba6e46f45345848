# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 10 · 두 언어가 함께 쓰는 공간
#
# **한국어로 물어 영어 문장을 찾습니다. 사전도 번역기도 없이, 짝이 되는 문장 1,500여 쌍만으로.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 두 인코더를 **짝지어 학습시켜서** 두 언어를 한 공간에 놓습니다.
# - 따로 둔 짝으로 검색을 **재고**, 학습 없이 계산으로 얻는 방법과 **비교합니다**.
# - 벡터를 자르거나 8바이트로 줄였을 때 무엇을 잃는지 **잽니다**.
# - 모르는 것을 물으면 **모른다고 답하는** 검색창을 만듭니다.
#
# {minutes}분 · [09 · 문장 임베딩](09_sentences.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 10 · One space for two languages
#
# **Ask in Korean, find the English sentence: without a dictionary or a translator, from some 1,500 pairs of sentences alone.**
#
# After this lesson you can
#
# - **train** two encoders as a pair and put two languages into one space;
# - **measure** search on held-out pairs, beside methods that are computed instead of trained;
# - **measure** what is lost when vectors are cut short or squeezed into 8 bytes;
# - **build** a search box that says it does not know.
#
# {minutes} minutes · builds on [09 · Sentence embedding](09_sentences.ipynb)
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup" tags=["hide-input"]
from collections import Counter
import re

from helpers import (
    check,
    check_choice,
    interface_pairs,
    say,
    show_table,
    use_course_style,
)
from helpers.training import Progress
from ipywidgets import Text, interact
import keras
from keras import layers, ops
import matplotlib.pyplot as plt
import numpy as np
from scipy.sparse import hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

use_course_style()

# %% [markdown] id="pairs-of-texts" lang="ko"
# ## 1. 짝이 있는 문장
#
# 08강과 09강의 화면 문장을 다시 씁니다. 이번에는 **짝**이 중요합니다. 영어 문장마다 사람이 옮긴 한국어 문장이 있습니다.

# %% [markdown] id="pairs-of-texts" lang="en"
# ## 1. Sentences that come in pairs
#
# Here are the interface texts of lessons 8 and 9 again. This time the **pairing** matters: each English sentence comes with the Korean one that a person made of it.

# %% id="pairs"
english, korean = np.array(interface_pairs(), dtype=object).T
for i in range(300, 304):
    print(english[i], "|", korean[i])

# %% [markdown] id="held-out" lang="ko"
# 이 짝을 셋으로 나눕니다. 인코더가 보고 배우는 **훈련 세트**, 설정을 고르는 **검증 세트**, 점수만 재고 아무것도 고르지 않는 **테스트 세트**입니다. 같은 문장이 두 세트에 들어가면 시험 문제가 교과서에 실린 셈입니다. 그래서 대소문자와 문장 부호를 지우고도 두 언어 모두에서 **한 번만 나오는** 짝에서 검증 300쌍, 테스트 300쌍을 뽑습니다.

# %% [markdown] id="held-out" lang="en"
# We split the pairs in three: a **training set** that the encoders learn from, a **validation set** for choosing settings, and a **test set** that gives scores and chooses nothing. A sentence standing in two of them would be an exam question printed in the textbook. So the 300 validation and 300 test pairs are drawn from those whose sentences occur **once in each language**, even when case and punctuation are ignored.

# %% id="split"
def bare(text):
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


times = Counter(bare(text) for text in [*english, *korean])
once = [
    i
    for i in range(len(english))
    if times[bare(english[i])] == times[bare(korean[i])] == 1
]


def split(draw):
    """훈련, 검증, 테스트 짝의 번호 | numbers of the training, validation and test pairs"""
    order = np.random.default_rng(draw).permutation(once)
    train = np.setdiff1d(np.arange(len(english)), order[:600])
    return train, order[:300], order[300:600]


train, valid, test = split(seed)
print(len(train), len(valid), len(test))

# %% [markdown] id="pieces" lang="ko"
# 09강에서 가장 강했던 **글자 n-그램**을 씁니다. 한 글자부터 네 글자까지의 조각을 세고, 09강의 IDF처럼 흔한 조각은 작게 칩니다. 이렇게 센 값을 TF-IDF라고 합니다. 조각 목록은 훈련 세트에서만 모읍니다.

# %% [markdown] id="pieces" lang="en"
# Sentences become numbers as with lesson 9's strongest rival, **character n-grams**: we count pieces of one to four characters, and as with lesson 9's IDF, common pieces weigh less. Counts so weighted are called TF-IDF. The list of pieces is collected from the training set only.

# %% id="count-pieces"
def pieces_of(texts):
    counter = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True
    )
    return counter.fit(texts)


english_pieces = pieces_of(english[train])
korean_pieces = pieces_of(korean[train])
E = english_pieces.transform(english).astype("float32")
K = korean_pieces.transform(korean).astype("float32")
print(E.shape, K.shape)

# %% [markdown] id="top-1" lang="ko"
# 점수는 이렇게 잽니다. 한 언어의 테스트 문장으로 묻고, 다른 언어의 테스트 문장 300개를 코사인 유사도가 높은 순서로 세웁니다. 제 짝이 맨 앞에 오는 비율이 **top-1**입니다. 양쪽 방향으로 물어 평균합니다. 아무거나 고르면 300분의 1, 0.3%입니다.

# %% [markdown] id="top-1" lang="en"
# This is the score. Ask with a test sentence of one language and line up the 300 test sentences of the other by cosine similarity. The share of queries whose own partner comes first is called **top-1**; we ask both ways and take the mean. Picking at random gives 1 in 300, or 0.3%.

# %% id="top-1-function"
def unit(vectors):
    """길이를 1로 맞춘 벡터 | vectors brought to length 1"""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def top1(left, right):
    similarity = unit(left) @ unit(right).T
    own = np.diag(similarity)  # 짝끼리의 유사도 | similarity of partners
    forth = np.sum(similarity >= own[:, None], axis=1) == 1
    back = np.sum(similarity >= own[None, :], axis=0) == 1
    return (forth.mean() + back.mean()) / 2


# %% [markdown] id="overlap" lang="ko"
# **예상하고 실행하기.** 가장 단순한 경쟁자는 두 언어를 구별하지 않고 **글자 조각이 얼마나 겹치는지**만 봅니다. 한글과 로마자는 한 글자도 겹치지 않습니다. 그러면 점수는 0.3%일까요? 먼저 적어 보세요.

# %% [markdown] id="overlap" lang="en"
# **Predict, then run.** The simplest rival ignores that these are two languages and only looks at **how many pieces two sentences share**. The Korean and the Latin alphabet do not share a single letter. So will it score 0.3%? Write down a guess first.

# %% id="overlap-run" tags=["predict"]
both = pieces_of([*english[train], *korean[train]])
overlap = top1(
    both.transform(english[test]).toarray(), both.transform(korean[test]).toarray()
)
print(say(f"글자 겹침 {overlap:.1%}", f"shared characters {overlap:.1%}"))

# %% [markdown] id="overlap-seen" lang="ko"
# 우연보다 훨씬 높습니다. 한국어 문장에도 `Git`이나 `CSV` 같은 말이 그대로 남아 있기 때문입니다. 번역을 전혀 몰라도 이만큼은 얻으니, 앞으로 볼 점수는 모두 이것과 비교해야 합니다.
#
# ## 2. 학습: 제 짝 고르기
#
# 언어마다 인코더를 하나씩 둡니다. 조각 수천 개의 값을 64개로 줄이는 층 하나, 곧 **행렬 하나**입니다. 학습시킬 때만 조각의 절반을 가립니다(`Dropout`). 조각 몇 개에만 기대지 않게 하려는 것입니다.

# %% [markdown] id="overlap-seen" lang="en"
# Far above chance: Korean texts keep words such as `Git` or `CSV`. That much comes without any translation, so every later score has to be compared with it.
#
# ## 2. Training: which one is your partner?
#
# Each language gets an encoder. It is one layer, that is **one matrix**, which turns the values of thousands of pieces into 64. During training only, half of the pieces are hidden (`Dropout`), so that it does not lean on a few of them.

# %% id="encoder"
def text_encoder(features):
    pieces = keras.Input((features,))
    some = layers.Dropout(0.5, seed=seed)(pieces)
    return keras.Model(pieces, layers.Dense(64, use_bias=False)(some))


# %% [markdown] id="contrastive" lang="ko"
# 두 인코더에게 객관식 시험을 치르게 합니다. 문장 256쌍을 한꺼번에 꺼내고 영어 문장마다 묻습니다. **“한국어 문장 256개 가운데 이 문장의 짝은?”** 한국어 쪽에서도 똑같이 묻습니다. 나머지 255개는 오답 보기가 됩니다. 05강에서 그림 두 장을 짝지을 때 쓴 **대조 학습**이고, 손실도 같은 InfoNCE입니다.
#
# $$-\ln \frac{e^{8\,s_{ii}}}{\sum_j e^{8\,s_{ij}}}$$
#
# $s_{ij}$는 $i$번 영어와 $j$번 한국어의 코사인 유사도입니다. 분수는 제 짝을 고를 확률이고, 확률이 1에 가까우면 손실은 0에 가깝습니다. 유사도는 −1에서 1 사이라 그대로 쓰면 확률이 1에 가까워질 수 없습니다. 제 짝이 1이고 나머지 255개가 모두 0이어도 확률이 $e/(e+255)$, 곧 1%쯤입니다. 8을 곱하면 92%가 됩니다. 이 8은 검증 세트에서 골랐습니다.
#
# 한 가지를 더합니다. 64개 전체뿐 아니라 **앞의 8개, 16개, 32개만으로도** 시험을 치르게 하고 손실을 더합니다. 그러면 한 번의 학습으로 네 가지 크기의 벡터를 얻습니다. 64개짜리 벡터 안에 32개짜리가, 그 안에 16개짜리가 든 모양이 러시아 인형 마트료시카 같아서 **마트료시카 표현**이라고 합니다.
#
# 케라스는 손실 함수에 정답(`group`)과 모델이 낸 벡터를 넘깁니다. 정답이 여럿이면 정답의 몫 1을 똑같이 나눕니다(`target`).

# %% [markdown] id="contrastive" lang="en"
# The goal is a multiple-choice exam. Take 256 pairs at once and ask each English sentence: **"which of these 256 Korean sentences is your partner?"** Then ask the Korean ones likewise. The other 255 serve as wrong answers. This is the **contrastive learning** that paired two pictures in lesson 5, with the same loss, InfoNCE.
#
# $$-\ln \frac{e^{8\,s_{ii}}}{\sum_j e^{8\,s_{ij}}}$$
#
# Here $s_{ij}$ is the cosine similarity of English $i$ and Korean $j$. The fraction is the probability of picking one's own partner; as it nears 1, the loss nears 0. Similarities only run from −1 to 1, too narrow to express confidence: with 1 for the partner and 0 for all 255 others, the probability is only $e/(e+255)$, about 1%. Multiplied by 8, it is 92%. That 8 was chosen on the validation set.
#
# One more thing. We set the exam not only on all 64 numbers but also on **the first 8, 16 and 32 alone**, and add up the losses. One training then gives vectors of four sizes, packed into each other like Russian dolls: a **Matryoshka representation**.
#
# Keras hands the loss its targets (`group`) and the vectors that came out. Where several answers are right, they share the target of 1 (`target`).

# %% id="loss"
SIZES = (8, 16, 32, 64)


def exam(same, left, right):
    """손실 한 가지: 영어에게, 한국어에게 묻습니다 | one loss: asked both ways"""
    similarity = 8 * left @ ops.transpose(right)
    target = same / ops.sum(same, axis=1, keepdims=True)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return loss(target, similarity) + loss(target, ops.transpose(similarity))


def matryoshka(group, vectors):
    same = ops.cast(group == ops.transpose(group), "float32")
    total = 0
    for size in SIZES:
        short = ops.normalize(vectors[:, :, :size], axis=-1)
        total += exam(same, short[:, 0], short[:, 1])
    return total


# %% [markdown] id="group" lang="ko"
# `group`은 짝마다 붙인 번호이고, 번호가 같으면 정답입니다. 훈련 문장 가운데에는 같은 영어에 한국어가 둘인 것도 있습니다. 이들을 서로 오답으로 밀어내지 않도록, 같은 문장을 나누어 가진 짝에는 같은 번호를 줍니다.

# %% [markdown] id="group" lang="en"
# `group` says which answers are right. Some English sentences come with two Korean ones. So that they do not push each other away as wrong answers, pairs that share a sentence get the same number.

# %% id="train-function"
def groups(rows):
    """같은 문장이 있는 짝은 같은 번호 | pairs that share a sentence share a number"""
    number = {}
    for row in rows:
        names = bare(english[row]), bare(korean[row])
        known = number.get(names[0], number.get(names[1], len(number)))
        number[names[0]] = number[names[1]] = known
    return np.array([number[bare(english[row])] for row in rows])


def train_pair(E, K, group, start, epochs=32):
    keras.utils.set_random_seed(start)
    left, right = text_encoder(E.shape[1]), text_encoder(K.shape[1])
    vectors = ops.stack([left.output, right.output], axis=1)
    model = keras.Model([left.input, right.input], vectors)
    steps = epochs * -(-len(group) // 256)
    rate = keras.optimizers.schedules.CosineDecay(4e-3, steps)
    model.compile(keras.optimizers.Adam(rate), matryoshka, jit_compile=False)
    shown = {"verbose": 0, "callbacks": [Progress()]}
    model.fit([E, K], group[:, None], batch_size=256, epochs=epochs, **shown)
    return left.get_weights()[0], right.get_weights()[0]


# %% id="train-64"
W_english, W_korean = train_pair(
    E[train].toarray(), K[train].toarray(), groups(train), seed
)
Z_english, Z_korean = E @ W_english, K @ W_korean
trained = {
    size: top1(Z_english[test, :size], Z_korean[test, :size]) for size in SIZES
}
show_table(
    [[size, f"{trained[size]:.1%}"] for size in SIZES],
    say(["값의 개수", "top-1"], ["numbers", "top-1"]),
)

# %% [markdown] id="trained-seen" lang="ko"
# 처음 보는 문장으로 물었는데 열에 아홉은 제 짝을 맨 앞에 세웁니다. 다만 ‘새 R 파일 생성’을 배웠다면 ‘새 파이썬 파일 생성’은 아는 말을 새로 이은 것이니, 쉬운 물음도 많습니다. (손실은 여덟 개를 더한 값입니다. 아무거나 찍으면 8 ln 256, 44쯤입니다.) 벡터를 앞에서 잘라 16개만 써도 대부분 찾습니다. 그런데 이것이 학습 덕분일까요?
#
# ## 3. 한 번에 계산하는 강한 경쟁자
#
# 똑같이 훈련 세트에서 행렬 두 개를 얻지만, 조금씩 고쳐 가지 않고 **한 번에 계산하는** 방법이 둘 있습니다.
#
# - **LSA**(잠재 의미 분석)는 짝이 된 두 문장의 조각을 옆으로 이어 붙인 표를 01강의 특잇값 분해로 줄입니다. 목표는 표의 **복원**입니다.
# - **CCA**(정준 상관 분석)는 두 언어에서 **서로 가장 잘 맞아떨어지는 방향**을 찾습니다. 목표가 우리와 닮았습니다. 짝끼리 비슷하게 놓는 것입니다.

# %% [markdown] id="trained-seen" lang="en"
# Asked with sentences it has never seen, it puts the right partner first about nine times in ten. Cut to their first 16 numbers, the vectors still find most. Many questions are easy, though: who has learned "Create a new R file" meets almost the same sentence in "Create a new Python file". (The loss is eight losses added up; guessing would give 8 ln 256, about 44.) But is it training that deserves the credit?
#
# ## 3. Strong rivals, computed in one go
#
# Two methods get the same thing from the training set, a pair of matrices, but **compute it in one go** instead of step by step.
#
# - **LSA** (latent semantic analysis) puts the pieces of both partners side by side and squeezes the table with lesson 1's singular value decomposition. Its goal is to **restore** the table.
# - **CCA** (canonical correlation analysis) looks for the **directions in which the two languages agree best**. Its goal is much like ours: partners should come out alike.

# %% id="lsa"
def lsa(E, K, size=200):
    svd = TruncatedSVD(size, n_iter=3, random_state=seed).fit(hstack([E, K]))
    return np.split(svd.components_.T, [E.shape[1]])


# %% [markdown] id="cca-steps" lang="ko"
# 여기서 **방향**이란 조각의 횟수에 가중치를 곱해 더한 값 하나입니다. CCA는 영어의 방향 하나와 한국어의 방향 하나를 골라, 짝끼리 그 값이 최대한 함께 커지고 작아지게 합니다. 세 걸음으로 구합니다. ① 언어마다 SVD로 값 600개까지 줄입니다. ② 큰 값이 크다는 이유만으로 이기지 않도록, 방향마다 흩어진 정도를 같게 맞춥니다(백색화). ③ 영어의 어느 방향과 한국어의 어느 방향이 짝에서 함께 커지는지 표로 만들고, 그 표를 SVD로 나누면 가장 잘 맞아떨어지는 방향부터 차례로 나옵니다. 코드는 읽지 않고 넘어가도 됩니다. `ridge`는 드문 조각을 지나치게 믿지 않게 하는 작은 수이고, 검증 세트에서 골랐습니다.

# %% [markdown] id="cca-steps" lang="en"
# A **direction** here is one value: piece counts times weights, added up. CCA picks one direction in each language such that in pairs the two values rise and fall together as closely as they can. It takes three steps. ① Squeeze each language to 600 numbers with an SVD. ② Make every direction spread equally, so that none wins only because its values are large (whitening). ③ Note in a table which English direction grows together with which Korean one; its SVD names the directions, best agreement first. You may skip the code. The small number `ridge` keeps it from trusting rare pieces too much; it was chosen on the validation set.

# %% id="cca" tags=["hide-input"]
def whitening(A, ridge):
    spread, directions = np.linalg.eigh(A.T @ A)
    return directions / np.sqrt(spread + ridge) @ directions.T


def cca(E, K, ridge=0.1, size=200):
    a = TruncatedSVD(600, n_iter=3, random_state=seed).fit(E)
    b = TruncatedSVD(600, n_iter=3, random_state=seed).fit(K)
    A, B = a.transform(E), b.transform(K)
    white_A, white_B = whitening(A, ridge), whitening(B, ridge)
    U, agreement, Vt = np.linalg.svd(white_A @ A.T @ B @ white_B)
    scale = agreement[:size]
    left = a.components_.T @ white_A @ U[:, :size] * scale
    right = b.components_.T @ white_B @ Vt[:size].T * scale
    return left, right


# %% id="rivals-run"
LONG = (*SIZES, 100, 200)


def by_size(matrices, E, K, sizes):
    left, right = E @ matrices[0], K @ matrices[1]
    return {size: top1(left[:, :size], right[:, :size]) for size in sizes}


lsa_scores = by_size(lsa(E[train], K[train]), E[test], K[test], LONG)
cca_scores = by_size(cca(E[train], K[train]), E[test], K[test], LONG)

# %% id="plot-sizes" alt={"ko": "가로축은 벡터의 값 개수, 세로축은 top-1. 학습시킨 인코더와 CCA의 선이 거의 겹치고 LSA는 훨씬 아래에 있다. 글자 겹침은 바닥의 가로선이다", "en": "Numbers in a vector across, top-1 upwards. The trained encoders and CCA nearly coincide, LSA lies far below, and shared characters are a flat line near the bottom"}
fig, ax = plt.subplots(figsize=(7, 4))
ax.plot(list(trained), list(trained.values()), label=say("학습시킨 인코더", "trained"))
ax.plot(LONG, list(cca_scores.values()), label="CCA")
ax.plot(LONG, list(lsa_scores.values()), label="LSA")
ax.axhline(overlap, color="0.5", label=say("글자 겹침", "shared characters"))
ax.set_xscale("log", base=2)
ax.set_xticks(LONG, LONG)
ax.set(xlabel=say("벡터의 값 개수", "numbers in a vector"),
       ylabel=say("top-1 (양쪽 평균)", "top-1 (mean of both ways)"), ylim=(0, 1))
ax.legend()
plt.show()

# %% [markdown] id="sizes-seen" lang="ko"
# 세로축은 제 짝을 맨 앞에 세운 비율입니다. LSA는 값이 적을 때 훨씬 아래에 있고, 200개를 써야 비슷하게 따라옵니다. 복원이 목표이니 짝을 찾는 데 필요 없는 것까지 적느라 자리를 더 쓰는 셈입니다. 그런데 **CCA는 학습시킨 인코더와 나란히 갑니다.** 둘 다 언어마다 행렬 하나이고 목표도 닮았습니다. 그 행렬을 학습으로 얻느냐 계산으로 얻느냐는 여기서 중요하지 않았습니다.
#
# 한 번의 시험으로 “나란하다”고 말해도 될까요? 세트를 나누는 방법과 시드를 바꾸어 두 번 더 재 봅니다.

# %% [markdown] id="sizes-seen" lang="en"
# The height is the share of queries whose partner came first. With few numbers LSA lies far below, and only with 200 does it nearly catch up: its goal is to restore, so it spends numbers on what no one needs for finding partners. But **CCA runs level with the trained encoders.** Both are one matrix per language, with much the same goal; whether that matrix is trained or computed hardly matters here.
#
# May we say "level" after one exam? Let us change the split and the seed, and measure twice more.

# %% id="three-draws"
def one_draw(draw):
    rows, _, asked = split(draw)
    pieces = pieces_of(english[rows]), pieces_of(korean[rows])
    left = pieces[0].transform(english).astype("float32")
    right = pieces[1].transform(korean).astype("float32")
    learned = train_pair(
        left[rows].toarray(), right[rows].toarray(), groups(rows), draw
    )
    sizes = (16, 64)
    a = by_size(learned, left[asked], right[asked], sizes)
    b = by_size(cca(left[rows], right[rows]), left[asked], right[asked], sizes)
    return [a[16], b[16], a[64], b[64]]


first = [trained[16], cca_scores[16], trained[64], cca_scores[64]]
second = one_draw(seed + 1)

# %% id="third-draw"
third = one_draw(seed + 2)
draws = np.array([first, second, third])

# %% id="three-draws-table"
names = say(["학습시킨 16개", "CCA 16개", "학습시킨 64개", "CCA 64개"],
            ["trained, 16", "CCA, 16", "trained, 64", "CCA, 64"])
rows = []
for name, scores in zip(names, draws.T):
    rows.append([name, *(f"{score:.1%}" for score in scores)])
show_table(rows, say(["", "첫째", "둘째", "셋째"], ["", "first", "second", "third"]))

# %% [markdown] id="what-training-adds" lang="ko"
# 같은 방법도 시험지에 따라 몇 %포인트씩 오르내리고, 앞서는 쪽도 바뀝니다. 세 번으로는 우열을 말할 수 없으니 **비겼다**고 해 둡니다.
#
# 그러면 학습은 무엇을 더해 줄까요? 자료가 아무리 많아도 256쌍씩 나누어 배울 수 있고, **층을 여럿 쌓을** 수 있습니다. CCA는 표 전체를 한꺼번에 놓고 행렬 하나를 얻을 뿐입니다. 그림을 읽으려면 층이 필요합니다. 11강에서 해 봅니다. 이 크기의 문장 검색이라면 CCA로 충분합니다.
#
# ## 4. 한 문장에 8바이트
#
# 값 하나를 소수로 적는 데 32비트, 곧 4바이트를 쓰므로 64개면 한 문장에 256바이트입니다. **8바이트**, 곧 64비트만 쓰면 어떨까요? 나누는 길은 여럿입니다. 값 64개에 1비트씩, 32개에 2비트씩, 16개에 4비트씩, 8개에 8비트씩. 값 하나에 $b$비트를 쓰면 $2^b$단계로 반올림해서 적습니다.
#
# **예상하고 실행하기.** 정보를 32분의 1로 줄였습니다. top-1은 얼마나 남을까요? 네 가지 가운데 무엇이 가장 나을까요?

# %% [markdown] id="what-training-adds" lang="en"
# The same method goes up and down by a few percentage points from one test set to the next, and the lead changes hands. Three exams name no winner: **a draw**.
#
# What does training add, then? It learns from any amount of data, 256 pairs at a time, and it can **stack layers**, which pictures will need in lesson 11; CCA takes the whole table at once and gives one matrix. For searching sentences at this size, CCA is enough.
#
# ## 4. Eight bytes per sentence
#
# A float takes 32 bits, 4 bytes, so 64 numbers take 256 bytes a sentence. What if we spend only **8 bytes**, 64 bits? They can be split in several ways: 64 numbers of 1 bit, 32 of 2, 16 of 4, 8 of 8. A number of $b$ bits is rounded to $2^b$ steps.
#
# **Predict, then run.** One thirty-second of the bytes is left. How much of top-1? And which of the four splits keeps most?

# %% id="rough"
def rough(Z, bits):
    """값마다 문장이 고르게 나뉘는 2**bits단계로 | 2**bits steps with equally many sentences"""
    steps = 2**bits
    cuts = np.quantile(Z[train], np.arange(1, steps) / steps, axis=0)
    middles = np.quantile(Z[train], (np.arange(steps) + 0.5) / steps, axis=0)
    step = np.sum([cut < Z for cut in cuts], axis=0)
    return np.take_along_axis(middles, step, axis=0)


def top1_rough(size, bits):
    left = rough(Z_english[:, :size], bits)
    right = rough(Z_korean[:, :size], bits)
    return top1(left[test], right[test])

# %% id="bits" tags=["predict"]
splits = [(64, 2), (64, 1), (32, 2), (16, 4), (8, 8)]
in_bytes = {split: top1_rough(*split) for split in splits}
rows = [[64, 32, 256, f"{trained[64]:.1%}"], [16, 32, 64, f"{trained[16]:.1%}"]]
for (size, bits), score in in_bytes.items():
    rows.append([size, bits, size * bits // 8, f"{score:.1%}"])
show_table(rows, say(["값", "값마다 비트", "바이트", "top-1"],
                     ["numbers", "bits each", "bytes", "top-1"]))

# %% [markdown] id="bits-seen" lang="ko"
# 값마다 2비트, 16바이트면 256바이트와 거의 같습니다. 8바이트로도 열에 여덟아홉은 찾고, 그것을 값 64개에 나누든 16개에 나누든 몇 %포인트밖에 다르지 않습니다. 값 8개를 자세히 적는 것만 뚜렷이 못합니다. **방향이 어느 정도는 있어야 합니다.** 1비트씩 적으면 좋은 점이 하나 더 있습니다. 다른 비트를 세기만 하면 검색이 됩니다.

# %% [markdown] id="bits-seen" lang="en"
# With 2 bits per number, 16 bytes do nearly as well as 256. Even 8 bytes find more than eight in ten, and whether they go to 64 numbers or to 16 makes a difference of a few points. Only 8 numbers do clearly worse, however precisely noted: **it takes a certain number of directions.** One bit each has another charm: to search, just count the bits that differ.

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 비트로 검색하기
#
# 0과 1로 된 배열 두 개가 있습니다. `query`는 (64,), `database`는 (n, 64)입니다. `query`와 **다른 비트의 수**(해밍 거리)가 가장 적은 줄의 번호를 돌려주는 함수를 쓰세요. 같으면 앞의 것을 고릅니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. Search by bits
#
# Two arrays hold zeros and ones: `query` of shape (64,) and `database` of shape (n, 64). Write a function that returns the number of the row with the **fewest bits that differ** from `query` (its Hamming distance); among equals, the first.

# %% id="exercise-1"
def nearest_bits(query, database):
    return ...


# %% id="exercise-1-check" tags=["check"]
def finds_nearest(answer):
    bits = np.random.default_rng(1).integers(0, 2, (50, 64))
    near = bits[17].copy()
    near[:3] = 1 - near[:3]
    assert np.ndim(answer(bits[8], bits)) == 0, say("줄 번호 하나를 돌려주세요.",
                                                    "Return one row number.")
    assert answer(bits[8], bits) == 8, say("자기 자신은 거리가 0입니다.",
                                           "A row is at distance 0 from itself.")
    assert answer(near, bits) == 17, say("세 비트만 다른 줄을 놓쳤습니다.",
                                         "It misses a row three bits away.")
    few = np.array([[1, 1, 1, 1], [0, 0, 0, 1]])
    assert answer(np.array([0, 0, 0, 0]), few) == 1, say(
        "1이 겹치는 수가 아니라 다른 비트를 세세요.",
        "Count the bits that differ, not the ones that are shared.",
    )
    return answer(few[0], few[[1, 0, 0]]) == 1


check(nearest_bits, finds_nearest,
      hint=say("query != database는 (n, 64)입니다. 줄마다 더하고 argmin을 쓰세요.",
               "query != database has shape (n, 64). Sum each row, then argmin."))

# %% id="exercise-1-solution" tags=["solution"]
def nearest_bits(query, database):
    different = (query != database).sum(axis=1)
    return different.argmin()


# %% [markdown] id="search-box" lang="ko"
# ## 5. 모른다고 말하는 검색창
#
# 이제 어느 언어로 물어도 됩니다. 검색어를 벡터로 바꾸고 **다른 언어의** 문장에서 가장 가까운 것을 찾습니다.

# %% [markdown] id="search-box" lang="en"
# ## 5. A search box that can say "I do not know"
#
# Now we can ask in either language. The query becomes a vector, and we look for the nearest sentences **of the other language**.

# %% id="search-function"
def encode(query):
    """검색어의 벡터와, 견줄 다른 언어의 벡터 | its vector, and the other language's"""
    if re.search("[가-힣]", query):
        return unit(korean_pieces.transform([query]) @ W_korean)[0], unit(Z_english)
    return unit(english_pieces.transform([query]) @ W_english)[0], unit(Z_korean)


def closest(query, k=3):
    vector, others = encode(query)
    similarity = others @ vector
    best = np.argsort(-similarity)[:k]
    return best, similarity[best]


# %% id="search-example"
for query in (say("글꼴을 더 크게"), "close all the files", say("비가 내린다")):
    best, similarity = closest(query, k=1)
    print(f"{query} → {english[best[0]]} | {korean[best[0]]} ({similarity[0]:.2f})")

# %% [markdown] id="decline" lang="ko"
# 앞의 둘은 목록에 없는 말로 물었는데도 알맞은 문장을 찾습니다. 그런데 화면 문장에 있을 리 없는 비 이야기에도 무언가를 내놓습니다. 검색창은 언제나 **가장 가까운 것**을 주기 때문입니다. 다만 괄호 안의 유사도가 낮습니다. 그러니 **임곗값**보다 낮으면 “모릅니다”라고 답하게 합시다.
#
# 임곗값은 어떻게 정할까요? 검증 세트의 문장은 답할 수 있는 물음입니다. 답할 수 없는 물음으로는 일상 문장을 언어마다 20개씩 적어 두었습니다. 앞의 10개로 임곗값을 고르고, 뒤의 10개와 테스트 세트로 점수를 잽니다.

# %% [markdown] id="decline" lang="en"
# (The first says “the font, larger”, the third “it is raining”.) The first two queries are not in the list, yet a fitting sentence is found. But a sentence about rain (the third), which no interface would contain, gets an answer too: a search always returns **the nearest thing**. Only the similarity in parentheses is low. So below a **threshold**, let the box say "I do not know".
#
# Where should the threshold lie? Validation sentences are questions it can answer. For questions it cannot, there are 20 everyday sentences in each language below: the first ten serve to choose the threshold, the other ten, with the test set, to score it.

# %% id="everyday" tags=["hide-input"]
everyday_english = """The soup needs a little more salt
My grandmother grows tomatoes on the balcony
It rained all through the football match
The train to the coast leaves at noon
She practices the violin before breakfast
Our cat sleeps on the warm windowsill
The bakery sells fresh bread every morning
He caught a cold after swimming in the lake
The mountains were covered with snow
We picked strawberries and made jam
The doctor told him to drink more water
A blue bicycle is leaning against the fence
They danced at the wedding until midnight
The moon rose above the quiet village
Her brother plays chess with his uncle
I forgot my umbrella at the bus stop
The museum shows paintings of old ships
Children were building a castle of sand
The coffee tastes bitter today
A fox crossed the road in front of us""".splitlines()
everyday_korean = say("""국이 조금 싱거우니 소금을 넣자
할머니는 베란다에서 토마토를 기르신다
축구 경기 내내 비가 내렸다
바다로 가는 기차는 정오에 떠난다
동생은 아침마다 바이올린을 켠다
고양이가 따뜻한 창가에서 잠을 잔다
빵집에서 고소한 냄새가 난다
호수에서 수영하고 감기에 걸렸다
산이 온통 눈으로 덮였다
딸기를 따서 잼을 만들었다
의사는 물을 많이 마시라고 했다
파란 자전거가 담벼락에 기대어 있다
결혼식에서 밤늦도록 춤을 추었다
조용한 마을 위로 달이 떠올랐다
삼촌은 장기를 아주 잘 두신다
버스 정류장에 우산을 두고 왔다
박물관에서 옛 배 그림을 보았다
아이들이 모래로 성을 쌓는다
오늘 커피는 유난히 쓰다
여우 한 마리가 길을 건너갔다""").splitlines()

# %% id="threshold"
def best_similarity(texts):
    return np.array([closest(text, k=1)[1][0] for text in texts])


known = best_similarity([*english[valid], *korean[valid]])
strange = best_similarity([*everyday_english[:10], *everyday_korean[:10]])
candidates = np.linspace(0.3, 0.95, 66)
mistakes = [
    np.mean(known < limit) + np.mean(strange >= limit) for limit in candidates
]
threshold = candidates[np.argmin(mistakes)]

# %% id="threshold-score"
known_test = best_similarity([*english[test], *korean[test]])
strange_test = best_similarity([*everyday_english[10:], *everyday_korean[10:]])
first_answers = [closest(text, k=1)[0][0] for text in [*english[test], *korean[test]]]
right = first_answers == np.tile(test, 2)
right_if_answered = np.mean(right[known_test >= threshold])
declined_rightly = np.mean(strange_test < threshold)
declined_wrongly = np.mean(known_test < threshold)
print(say(f"임곗값 {threshold:.2f}", f"threshold {threshold:.2f}"))
print(say(f"모른다고 해야 할 때 그렇게 답함 {declined_rightly:.0%}",
          f"declined, as it should {declined_rightly:.0%}"))
print(say(f"답할 수 있는데 모른다고 답함 {declined_wrongly:.0%}",
          f"declined, though it could answer {declined_wrongly:.0%}"))
print(say(f"답한 것 가운데 맞음 {right_if_answered:.0%}",
          f"right among those answered {right_if_answered:.0%}"))

# %% id="threshold-plot" alt={"ko": "유사도의 분포 두 개. 답할 수 있는 물음은 오른쪽에, 일상 문장은 왼쪽에 모이고 임곗값이 그 사이에 있다", "en": "Two distributions of similarity. Questions it can answer lie to the right, everyday sentences to the left, with the threshold between them"}
fig, ax = plt.subplots(figsize=(7, 3))
bins = np.linspace(0.2, 1, 33)
ax.hist(known_test, bins, density=True, alpha=0.7,
        label=say("답할 수 있는 물음", "can be answered"))
ax.hist(strange_test, bins, density=True, alpha=0.7, hatch="//",
        label=say("일상 문장", "everyday sentences"))
ax.axvline(threshold, color="black", label=say("임곗값", "threshold"))
ax.set(xlabel=say("가장 가까운 문장과의 유사도", "similarity to the nearest sentence"),
       ylabel=say("밀도", "density"))
ax.legend()
plt.show()

# %% [markdown] id="threshold-seen" lang="ko"
# 일상 문장은 20개뿐이라 하나가 5%포인트이고, 화면의 말과 아주 다른 쉬운 상대입니다. ‘답한 것 가운데 맞은 비율’은 짝이 첫째로 나온 비율인데, 이번에는 300문장이 아니라 2,159문장 전체에서 찾았습니다.
#
# 두 무더기가 조금 겹칩니다. 그래서 임곗값을 어디에 두어도 두 가지 잘못이 조금씩 남고, 하나를 줄이면 다른 하나가 늘어납니다. 거짓 경보를 세던 04강의 경보기와 같은 이야기입니다. 아래 칸에 아무 말이나 적어 보세요.

# %% [markdown] id="threshold-seen" lang="en"
# The everyday sentences are only 20, so each makes five points, and far from any menu, so easy to decline. “Right among those answered” asks whether the partner came first, this time among all 2,159 sentences, not 300.
#
# The two heaps overlap a little. Wherever the threshold lies, some of both mistakes remain, and fewer of one means more of the other: lesson 4's alarm and its false alarms over again. Type anything into the box below (without a Korean keyboard, copy 모두 닫기, “close all”).

# %% id="search-widget"
def search(query):
    best, similarity = closest(query)
    if not query.strip() or similarity[0] < threshold:
        print(say("모릅니다. 이 공간에 없는 이야기 같습니다.",
                  "I do not know. That seems to lie outside this space."))
        return
    for row, value in zip(best, similarity):
        print(f"{value:.2f}  {english[row]} | {korean[row]}")


box = Text(value=say("실행 취소", "undo the last change"), continuous_update=False,
           description=say("찾기", "search"))
interact(search, query=box);

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 임곗값을 옮기면
#
# 의료 기록을 찾는 검색창을 만든다고 합시다. 틀린 답을 내놓느니 모른다고 하는 편이 낫습니다. 임곗값을 어떻게 해야 하고, 그 대가는 무엇일까요?
#
# - **a** 올린다. 답할 수 있는 물음에도 모른다고 하는 일이 늘어난다.
# - **b** 올린다. 두 가지 잘못이 함께 줄어든다.
# - **c** 내린다. 모르는 물음에 답하는 일이 늘어난다.
# - **d** 그대로 둔다. 임곗값은 검증 세트가 정하므로 목적과 상관없다.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Moving the threshold
#
# Suppose the box searches medical records, where no answer is better than a wrong one. What should happen to the threshold, and at what price?
#
# - **a** Raise it. More questions that could be answered are declined.
# - **b** Raise it. Both kinds of mistake become fewer.
# - **c** Lower it. More strange questions are answered.
# - **d** Leave it. The validation set decides it, whatever the purpose.

# %% id="exercise-2"
a, b, c, d = "abcd"
answer_2 = ...

# %% id="exercise-2-check" tags=["check"]
check_choice("exercise-2", answer_2, "ba2c4127", {
    "a": say("엄격해질수록 틀린 답은 줄고, 괜히 모른다고 하는 일은 늡니다.",
             "Stricter means fewer wrong answers and more needless refusals."),
    "b": say("두 무더기가 겹치므로 하나를 줄이면 다른 하나가 늘어납니다.",
             "The heaps overlap: fewer of one mistake means more of the other."),
    "c": say("그러면 모르는 물음에도 틀린 답을 더 자주 내놓습니다.",
             "Then it gives wrong answers to strange questions more often."),
    "d": say("검증 세트는 두 잘못을 똑같이 나쁘게 쳤습니다. 여기서는 그렇지 않습니다.",
             "We counted both mistakes as equally bad; here they are not."),
})

# %% id="exercise-2-solution" tags=["solution"]
answer_2 = "a"

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 손실을 직접 계산하기
#
# 유사도 표 `s`(n × n, 짝은 대각선)를 받아 InfoNCE 손실을 계산하는 함수를 numpy로 쓰세요. 줄마다 위의 식을 계산해 평균합니다(한 방향만). 모든 유사도가 같으면 아무거나 찍는 것과 같으므로 $\ln n$이 나와야 합니다.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. The loss by hand
#
# Write a numpy function that takes a table of similarities `s` (n × n, partners on the diagonal) and returns the InfoNCE loss: the formula above for each row, then the mean (one way only). If all similarities are equal, it is pure guessing, so $\ln n$ must come out.

# %% id="exercise-3"
def info_nce(s):
    return ...


# %% id="exercise-3-check" tags=["check"]
def loss_is_right(answer):
    flat, tilted = np.zeros((4, 4)), np.array([[0.5, 0.1], [0.4, 0.2]])
    assert np.ndim(answer(flat)) == 0, say("줄마다의 손실을 평균하세요.",
                                           "Take the mean over the rows.")
    assert np.isclose(answer(flat), np.log(4)), say(
        "모두 같을 때 ln n이 나오지 않습니다.", "For equal similarities it is not ln n."
    )
    assert np.isclose(answer(np.eye(3)), np.log(1 + 2 * np.exp(-8))), say(
        "완벽한 짝일 때가 틀립니다. 8을 곱했나요?",
        "It is wrong for perfect partners. Did you multiply by 8?",
    )
    rows = np.log1p(np.exp([-3.2, 1.6]))
    assert np.isclose(answer(tilted), rows.mean()), say(
        "세로줄이 아니라 가로줄마다 더하세요.", "Sum along rows, not columns."
    )
    return True


check(info_nce, loss_is_right,
      hint=say("로그를 풀면 한 줄의 손실은 ln(지수의 합) − 8 × 짝의 유사도입니다.",
               "Written out, a row's loss is ln(sum of exponentials) − 8 × partner."))

# %% id="exercise-3-solution" tags=["solution"]
def info_nce(s):
    all_answers = np.log(np.sum(np.exp(8 * s), axis=1))
    return np.mean(all_answers - 8 * np.diag(s))


# %% id="measured" tags=["hide-input"]
mean_16, cca_16, mean_64, cca_64 = draws.mean(axis=0)
measured = {
    "top1_trained_64": mean_64,
    "top1_trained_16": mean_16,
    "top1_cca_64": cca_64,
    "top1_cca_16": cca_16,
    "top1_lsa_64": lsa_scores[64],
    "top1_overlap": overlap,
    "top1_one_bit": in_bytes[64, 1],
    "top1_two_bits": in_bytes[64, 2],
    "right_if_answered": right_if_answered,
    "declined_rightly": declined_rightly,
    "declined_wrongly": declined_wrongly,
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert overlap > 10 / 300, say("글자 겹침만으로도 우연보다 훨씬 낫다",
                               "shared characters alone are far above chance")
assert mean_64 > 0.88, say("64개로 열에 아홉쯤 찾는다",
                           "64 numbers find about nine in ten")
assert mean_16 > 0.79, say("16개로도 대부분 찾는다", "16 numbers still find most")
assert trained[64] > lsa_scores[64] + 0.08, say("같은 크기의 LSA보다 훨씬 낫다",
                                                "far ahead of LSA of the same size")
assert abs(mean_64 - cca_64) < 0.04, say("CCA와 비긴다", "a draw with CCA")
eight = [in_bytes[64, 1], in_bytes[32, 2], in_bytes[16, 4]]
assert in_bytes[64, 2] > trained[64] - 0.05, say("16바이트로 거의 같다",
                                                 "16 bytes are nearly as good")
assert min(eight) > 0.76 and np.ptp(eight) < 0.07, say("8바이트를 어떻게 나누어도 비슷하다",
                                                      "8 bytes may be split as you like")
assert in_bytes[8, 8] < min(eight) - 0.04, say("값 8개로는 모자란다",
                                               "8 numbers are too few")
assert declined_rightly >= 0.7, say("낯선 물음은 대개 거절한다",
                                    "strange questions are mostly declined")
assert declined_wrongly <= 0.2, say("답할 수 있는 물음은 드물게 거절한다",
                                    "answerable ones are seldom declined")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 두 인코더에게 “많은 보기 가운데 제 짝을 골라라” 하고 시켰더니, 두 언어가 한 공간에 놓였습니다. 처음 보는 문장도 300개 가운데에서 열에 아홉은 제 짝을 찾았습니다. 문장 전체에서 찾는 검색 상자는 답한 것 가운데 열에 여덟쯤이 맞았습니다.
# - 한 번에 계산하는 CCA도 같은 점수를 냈고, 복원이 목표인 LSA는 값을 훨씬 많이 써야 했습니다. 방법보다 **목표**가 중요합니다.
# - 한 번의 학습으로 네 가지 크기를 얻었고, 반올림한 8바이트로도 대부분 찾았습니다.
# - 검색은 언제나 가장 가까운 것을 줍니다. 모른다고 말하려면 임곗값이 필요하고, 그 값은 따로 둔 물음으로 골라야 합니다.
#
# **푼 문제:** 비트로 검색하기 · 임곗값 옮기기 · 손실을 직접 계산하기
#
# **오늘날에는.** 질문과 문서를 한 공간에 놓고 찾는 일은 검색 증강 생성(RAG)의 첫 단계입니다. 언어 모델은 찾은 글을 읽고 답을 씁니다. 수십 가지 언어를 한 공간에 놓은 모델도 같은 손실로 학습시킵니다(Feng 외, 2022).
#
# {next}
#
# ### 참고한 글
#
# - Hotelling, *Relations between two sets of variates*, Biometrika, 1936.
# - Dumais 외, *Automatic cross-language retrieval using latent semantic indexing*, 1997.
# - van den Oord, Li, Vinyals, *Representation learning with contrastive predictive coding*, 2018.
# - Kusupati 외, *Matryoshka representation learning*, 2022.
# - Feng 외, *Language-agnostic BERT sentence embedding*, 2022.

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - Two encoders were asked to pick their partner out of many, and two languages came to lie in one space. Sentences never seen before found their partner about nine times in ten, among 300; searching all sentences, the box was right in about eight of ten answers.
# - CCA, computed without training, scored the same; LSA, whose goal is to restore, needed far more numbers. The **goal** matters more than the method.
# - One training gave four sizes, and 8 bytes, roughly rounded, still found most partners.
# - A search always returns the nearest thing. To say "I do not know" it needs a threshold, chosen on questions set aside.
#
# **Exercises done:** search by bits · moving the threshold · the loss by hand
#
# **Where this is today.** Putting questions and documents into one space is the first step of retrieval-augmented generation (RAG): a language model then reads what was found and writes the answer. Models that hold dozens of languages in one space are trained with the same loss (Feng et al., 2022).
#
# {next}
#
# ### References
#
# - Hotelling, *Relations between two sets of variates*, Biometrika, 1936.
# - Dumais et al., *Automatic cross-language retrieval using latent semantic indexing*, 1997.
# - van den Oord, Li, Vinyals, *Representation learning with contrastive predictive coding*, 2018.
# - Kusupati et al., *Matryoshka representation learning*, 2022.
# - Feng et al., *Language-agnostic BERT sentence embedding*, 2022.
