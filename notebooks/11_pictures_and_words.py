# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 11 · 그림과 철자: 본 적 없는 글자 읽기
#
# **글자 그림과 로마자 철자를 한 공간에 놓습니다. 그러면 학습시킬 때 한 번도 보지 못한 글자도 읽고, 철자로 그림을 찾고, 글자의 덧셈까지 풉니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 그림 인코더와 철자 인코더를 **짝지어 학습시킵니다**.
# - 훈련, 검증, 테스트에 **서로 다른 글자**를 쓰는 공정한 시험을 **설계합니다**.
# - 철자로 그림을 **찾고**, 제로샷(zero-shot)이 무엇인지 설명합니다.
# - 할 일에 맞는 잠재 벡터를 **고르고**, 잠재 벡터와 임베딩을 **구별합니다**.
#
# {minutes}분 · [10 · 두 언어가 함께 쓰는 공간](10_shared_space.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 11 · Pictures and words: reading what was never seen
#
# **Put pictures of Korean syllables and their spellings into one space, and it reads syllables it never met in training, finds pictures for a word, and solves the sums that failed in lesson 3.**
#
# After this lesson you can
#
# - **train** a picture encoder and a spelling encoder as a pair;
# - **design** a fair exam, with different syllables for training, validation and test;
# - **find** pictures by typing a word, and say what zero-shot means;
# - **choose** the latent vector that suits a task, and **tell** latent vector from embedding.
#
# {minutes} minutes · builds on [10 · One space for two languages](10_shared_space.ipynb)
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup" tags=["hide-input"]
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
from helpers.training import Progress
from ipywidgets import Text, interact
import keras
from keras import layers, ops
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import Ridge, RidgeClassifier
from sklearn.metrics.pairwise import euclidean_distances
from sklearn.neighbors import NearestNeighbors

use_course_style()

# %% [markdown] id="two-kinds" lang="ko"
# ## 1. 전혀 다른 두 가지 자료
#
# 10강에서는 두 언어의 문장을 한 공간에 놓았습니다. 이번에는 종류가 아예 다른 둘입니다. 한쪽은 02강부터 써 온 **한글 그림**이고, 다른 쪽은 그 글자를 **로마자로 적은 철자**입니다. 국어의 로마자 표기법을 따라, 첫소리 ㅇ은 적지 않고 첫소리 ㄹ은 r로 적습니다.

# %% [markdown] id="two-kinds" lang="en"
# ## 1. Two very different kinds of data
#
# Lesson 10 put sentences of two languages into one space. This time the two sides are of different kinds altogether: the **pictures of Korean syllables** we have used since lesson 2, and each syllable's **spelling in Latin letters**, by South Korea's official rules. A syllable is a consonant and a vowel, and so is its spelling: ㄱ (g) + ㅏ (a) = 가 (ga). The consonant ㅇ is silent here and leaves no letter.

# %% id="spelling" tags=["nbval-check-output"]
consonants = ["g", "n", "d", "r", "m", "b", "s", "", "j", "ch", "k", "t", "p", "h"]
vowels = ["a", "ya", "eo", "yeo", "o", "yo", "u", "yu", "eu", "i"]
spelling = [consonant + vowel for consonant in consonants for vowel in vowels]
for syllable in say("가너려오휴"):
    print(syllable, spelling[SYLLABLES.index(syllable)])

# %% [markdown] id="counts" lang="ko"
# 철자를 숫자로 바꿀 때에는 **로마자마다 몇 번 나오는지**만 셉니다. 어느 것이 자음이고 모음인지, eo가 한 소리인지 두 소리인지는 알려 주지 않습니다. 그래도 140개의 철자는 모두 구별됩니다.

# %% [markdown] id="counts" lang="en"
# To turn a spelling into numbers, we only count **how often each Latin letter occurs**. We do not say which letters are consonants, or that eo is one sound. Even so, all 140 spellings remain distinct.

# %% id="count-letters" tags=["nbval-check-output"]
alphabet = sorted(set("".join(spelling)))


def count_letters(word):
    return [word.count(letter) for letter in alphabet]


letters = np.array([count_letters(word) for word in spelling], "float32")
print(letters.shape, len(np.unique(letters, axis=0)))

# %% [markdown] id="fair-exam" lang="ko"
# ## 2. 공정한 시험
#
# 새로 그린 그림을 알아보는 것만으로는 부족합니다. **글자 자체를 본 적이 없어도** 읽을 수 있을까요? 그래서 그림이 아니라 글자를 셋으로 나눕니다.
#
# - **훈련** 글자 84개: 인코더가 보고 배웁니다.
# - **검증** 글자 28개: 설정을 고를 때 씁니다.
# - **테스트** 글자 28개: 마지막에 점수를 잽니다.
#
# 검증과 테스트 글자는 그림도 철자도 학습에 나오지 않습니다. 설정을 고른 글자로 점수까지 재면 점수가 실제보다 좋게 나오므로 둘을 따로 둡니다. 모음의 순서를 섞은 뒤, 자음마다 세 칸씩 옮겨 가며 둘씩 고릅니다. 그래서 자음과 모음 하나하나는 학습에서 모두 만납니다.

# %% [markdown] id="fair-exam" lang="en"
# ## 2. A fair exam
#
# Recognizing a new drawing is not enough. Can it read a syllable **it has never met at all**? So it is not the drawings but the syllables that we split in three.
#
# - 84 **training** syllables, from which the encoders learn.
# - 28 **validation** syllables, for choosing settings.
# - 28 **test** syllables, for the score at the end.
#
# Of the last two groups, neither pictures nor spellings occur in training. They are kept apart because a score on the syllables that the settings were chosen on would flatter. Each consonant gives two, with the vowels moving on by three places each time, so that every single consonant and vowel is still met in training.

# %% id="split"
order = np.random.default_rng(seed).permutation(10)


def two_each(steps):
    """자음마다 모음 두 개 | two vowels for each consonant"""
    chosen = []
    for consonant in range(14):
        for step in steps:
            chosen.append(10 * consonant + order[(3 * consonant + step) % 10])
    return np.array(chosen)


valid, test = two_each([0, 5]), two_each([2, 7])
train = np.setdiff1d(np.arange(140), [*valid, *test])
print(len(train), len(valid), len(test), len({*train // 10}), len({*train % 10}))

# %% id="split-grid" alt={"ko": "자음 14개를 가로로, 모음 10개를 세로로 놓은 글자표. 흰 칸은 훈련, 회색 칸은 검증, 검은 칸은 테스트이고 가로줄과 세로줄마다 세 색이 섞여 있다.", "en": "A grid of syllables, 14 consonants across and 10 vowels down. White cells are training, gray validation, black test; each row and column holds all three."}
role = np.zeros(140)
role[valid] = 0.45
role[test] = 0.85
fig, ax = plt.subplots(figsize=(7, 4.4))
ax.imshow(role.reshape(14, 10).T, cmap="Greys", vmin=0, vmax=1, aspect="auto")
for number, syllable in enumerate(SYLLABLES):
    color = "white" if number in test else "black"
    ax.text(number // 10, number % 10, syllable, color=color, ha="center", va="center")
ax.set_xticks(range(14), [consonant or "–" for consonant in consonants])
ax.set_yticks(range(10), vowels)
ax.set_title(say("흰색 훈련 · 회색 검증 · 검은색 테스트",
                 "white: training · gray: validation · black: test"))
ax.grid(False)
plt.show()

# %% [markdown] id="drawings-words" lang="ko"
# 그림은 얼마든지 새로 그릴 수 있습니다. 그래서 같은 그림을 여러 번 보이기보다 **더 많이, 더 다양하게 그려서** 과적합을 줄입니다. 훈련 그림은 시험 그림보다 위치, 크기, 기울기를 더 심하게 흔듭니다. 글꼴의 굵기 네 가지를 따로 그려 번호를 붙여 두면 나중에 쓸모가 있습니다. `gallery`는 검색할 때 쓸 그림, `new`는 시험 볼 그림이며, 두 세트에는 140개 글자가 모두 들어 있습니다.

# %% [markdown] id="drawings-words" lang="en"
# New drawings cost next to nothing, so instead of showing the same ones over and over we **draw more, and more varied ones**, which keeps overfitting down. Training drawings vary more in place, size and slant than those of the exam. The four weights of the font are drawn separately and numbered; that will be useful later. `gallery` holds the pictures to search in, `new` those that set the exam; both contain all 140 syllables.

# %% id="drawings"
WEIGHTS = ["Light", "Regular", "Bold", "ExtraBold"]


def drawings(per_weight, number, **variety):
    """그림, 글자 번호, 굵기 번호 | pictures, syllable numbers, weight numbers"""
    X, y = [], []
    for i, weight in enumerate(WEIGHTS):
        own_seed = 100 * seed + 10 * number + i
        pictures, c, v = hangul_images(per_weight, own_seed, weights=weight, **variety)
        X.append(pictures)
        y.append(10 * c + v)
    return np.concatenate(X), np.concatenate(y), np.repeat(range(4), len(y[0]))


X_train, y_train, _ = drawings(40, 0, shift=3, size=0.25, slant=0.25)
met = np.isin(y_train, train)
X_train, y_train = X_train[met], y_train[met]
X_gallery, y_gallery, weight_gallery = drawings(10, 1)
X_new, y_new, weight_new = drawings(5, 2)
print(X_train.shape, X_gallery.shape, X_new.shape)

# %% [markdown] id="encoders" lang="ko"
# ## 3. 두 인코더, 한 시험
#
# 그림 인코더는 05강에서처럼 합성곱 층으로 만듭니다. 철자 인코더는 층 하나, 즉 행렬 하나입니다. 로마자마다 벡터가 하나씩 있고, 철자의 벡터는 **그 합**인 셈입니다. 마지막에 둘 다 길이를 1로 맞춥니다.

# %% [markdown] id="encoders" lang="en"
# ## 3. Two encoders, one exam
#
# The picture encoder is made of convolutions, as in lesson 5. The spelling encoder is one layer, that is, one matrix: each Latin letter has a vector, and a spelling gets **their sum**. Both are brought to length 1 at the end.

# %% id="build-encoders"
def build_picture_encoder(size=64, dropout=0.5):
    return keras.Sequential([
        keras.Input((784,)),
        layers.Reshape((28, 28, 1)),
        layers.Conv2D(16, 5, strides=2, padding="same", activation="relu"),
        layers.Conv2D(32, 5, strides=2, padding="same", activation="relu"),
        layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
        layers.Flatten(),
        layers.Dropout(dropout, seed=seed),
        layers.Dense(size),
        layers.UnitNormalization(),
    ])


def build_word_encoder(features, size):
    return keras.Sequential([
        keras.Input((features,)),
        layers.Dense(size, use_bias=False),
        layers.UnitNormalization(),
    ])


# %% [markdown] id="exam-words" lang="ko"
# 목표는 10강의 객관식 시험 그대로입니다. 그림과 철자 256쌍을 꺼내 그림마다 “이 그림의 철자는?” 하고 묻고, 철자마다 “이 철자의 그림은?” 하고 묻습니다. 두 가지가 달라집니다.
#
# - 10강에서 유사도에 곱하던 8을 이번에는 **학습시킵니다**. 8에서 출발해 손실이 줄어드는 쪽으로 움직입니다. 이 수의 역수가 **온도**(temperature)입니다. 5절에 나오는 CLIP도 이렇게 합니다.
# - 글자가 84개뿐이니 256쌍에는 같은 글자가 여러 번 들어옵니다. 그래서 번호 `group`이 같으면 모두 정답으로 치고, 정답이 $k$개면 확률을 $1/k$씩 나누어 주는 것을 목표로 삼습니다.

# %% [markdown] id="exam-words" lang="en"
# The goal is lesson 10's multiple-choice exam. Take 256 pairs of picture and spelling, ask each picture "which spelling is yours?" and each spelling "which picture is yours?" Two things change.
#
# - The factor 8 on the similarities is now **learned**: it starts at 8 and moves wherever the loss falls. Its inverse is called the **temperature**. CLIP (section 5) does the same.
# - With only 84 syllables, the same one occurs several times among 256. So whatever has the same number in `group` counts as right, and where $k$ answers are right, each is to get the probability $1/k$.

# %% id="exam"
class Scores(layers.Layer):
    """유사도 × 배율, 배율도 학습됨 | similarities times a scale that is learned, too"""

    def build(self, shapes):
        start = keras.initializers.Constant(np.log(8))
        self.log_scale = self.add_weight(shape=(), initializer=start)

    def call(self, pair):
        pictures, words = pair
        return ops.exp(self.log_scale) * pictures @ ops.transpose(words)


def exam(group, scores):
    same = ops.cast(group == ops.transpose(group), "float32")
    target = same / ops.sum(same, axis=1, keepdims=True)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return (loss(target, scores) + loss(target, ops.transpose(scores))) / 2


# %% id="train-pair"
def train_pair(picture_encoder, X, words, group, epochs=6):
    """words[i]: i번 글자의 철자 | words[i]: the spelling of syllable i"""
    size = picture_encoder.output_shape[1]
    word_encoder = build_word_encoder(words.shape[1], size)
    picture, word = keras.Input((784,)), keras.Input((words.shape[1],))
    scores = Scores()
    both = scores([picture_encoder(picture), word_encoder(word)])
    model = keras.Model([picture, word], both)
    rate = keras.optimizers.schedules.CosineDecay(4e-3, epochs * -(-len(X) // 256))
    model.compile(keras.optimizers.Adam(rate), exam, jit_compile=False)
    shown = {"verbose": 0, "callbacks": [Progress()]}
    inputs = [X, words[group]]
    history = model.fit(inputs, group[:, None], batch_size=256, epochs=epochs, **shown)
    scale = float(ops.exp(scores.log_scale))
    return word_encoder, scale, history.history["loss"][-1]


# %% [markdown] id="read-words" lang="ko"
# 읽기는 간단합니다. 그림의 벡터와 가장 가까운 철자를 **140개 전체**에서 고릅니다. 아무거나 고르면 0.7%입니다.

# %% [markdown] id="read-words" lang="en"
# Reading is simple: of **all 140** spellings, pick the one nearest to the picture's vector. A random guess is right 0.7% of the time.

# %% id="read"
def read(Z, words):
    return np.argmax(Z @ words.T, axis=1)


def share_right(answers, group):
    asked = np.isin(y_new, group)
    return np.mean(answers[asked] == y_new[asked])


# %% [markdown] id="choose-words" lang="ko"
# 설정 세 가지를 학습시키고 **검증 글자**로 비교합니다. 벡터의 크기와, 그림 인코더의 값을 학습하는 동안 가리는 비율(드롭아웃)이 다릅니다.

# %% [markdown] id="choose-words" lang="en"
# Three settings are trained and compared on the **validation syllables**. They differ in the size of the vector and in the share of the picture encoder's values that is hidden during training (dropout).

# %% id="choose"
runs = {}
for setting in [(16, 0.0), (64, 0.0), (64, 0.5)]:
    keras.utils.set_random_seed(seed)
    picture_encoder = build_picture_encoder(*setting)
    trained = train_pair(picture_encoder, X_train, letters, y_train)
    runs[setting] = picture_encoder, *trained

# %% id="choose-table"
def answers_of(picture_encoder, word_encoder, *_):
    Z = picture_encoder.predict(X_new, verbose=0)
    return read(Z, word_encoder.predict(letters, verbose=0))


scores = {
    setting: share_right(answers_of(*run), valid) for setting, run in runs.items()
}
show_table([[*setting, share] for setting, share in scores.items()],
           say(["벡터의 크기", "드롭아웃", "검증 글자"],
               ["size of vector", "dropout", "validation syllables"]), [0, 1, 3])
best = max(scores, key=scores.get)
picture_encoder, word_encoder, scale, loss = runs[best]

# %% [markdown] id="predict-read" lang="ko"
# 가장 나은 설정을 골랐습니다(1~2%포인트 차이는 우연일 수 있습니다). **예상하고 실행하기.** 이제 테스트 글자 28개입니다. 학습에도, 설정을 고를 때에도 쓰지 않았습니다. 몇 퍼센트나 읽을까요? 틀린다면 어떻게 틀릴까요?

# %% [markdown] id="predict-read" lang="en"
# The best is chosen, though a point or two may be chance. **Predict, then run.** Now for the 28 test syllables, used neither in training nor in choosing. What share will be read right? And where a reading is wrong, how will it be wrong?

# %% id="read-unseen" tags=["predict"]
Z_gallery = picture_encoder.predict(X_gallery, verbose=0)
Z_new = picture_encoder.predict(X_new, verbose=0)
W = word_encoder.predict(letters, verbose=0)
answers = read(Z_new, W)
read_unseen = share_right(answers, test)
read_familiar = share_right(answers, train)
show_table([[say("훈련 글자의 새 그림", "new drawings of training syllables"), read_familiar],
            [say("검증 글자", "validation syllables"), share_right(answers, valid)],
            [say("테스트 글자", "test syllables"), read_unseen],
            [say("우연", "chance"), 1 / 140]],
           say(["무엇을", "맞힌 비율"], ["what", "read right"]))

# %% id="mistakes" tags=["hide-input"] alt={"ko": "테스트 글자의 그림. 윗줄은 맞게 읽은 것, 아랫줄은 틀리게 읽은 것이고 위에 바른 철자와 읽은 철자가 적혀 있다.", "en": "Pictures of test syllables, read right above and wrong below, each with its spelling and, if wrong, the one that was read."}
asked = np.isin(y_new, test)
wrong = asked & (answers != y_new)
rng = np.random.default_rng(seed)
some_right = rng.choice(np.flatnonzero(asked & ~wrong), 6, replace=False)
some_wrong = rng.choice(np.flatnonzero(wrong), 6, replace=False)
titles = [[spelling[y_new[i]] for i in some_right],
          [f"{spelling[y_new[i]]} → {spelling[answers[i]]}" for i in some_wrong]]
show_images([X_new[some_right], X_new[some_wrong]],
            say(["맞음", "틀림"], ["right", "wrong"]), titles)
same_consonant = answers[wrong] // 10 == y_new[wrong] // 10
same_vowel = answers[wrong] % 10 == y_new[wrong] % 10
half_right = np.mean(same_consonant | same_vowel)
print(say(f"틀린 답 가운데 자음이나 모음은 맞은 것 {half_right:.0%}",
          f"of the wrong answers, consonant or vowel right: {half_right:.0%}"))
hardest = sorted(test, key=lambda syllable: share_right(answers, [syllable]))[:3]
for syllable in hardest:
    print(spelling[syllable], f"{share_right(answers, [syllable]):.0%}")

# %% [markdown] id="read-seen" lang="ko"
# **본 적 없는 글자도 대부분 읽습니다.** 글자를 통째로 외웠다면 나올 수 없는 점수입니다. 틀린 것은 몇 글자에 몰려 있고(가장 어려운 셋을 위에 적었습니다), 그때에도 거의 언제나 자음이나 모음 하나는 맞습니다. 그림에서 자음과 모음을 따로 알아보는 것입니다. 위의 그림에는 무작위로 뽑은 것을 적었고, 화살표 뒤가 모델의 답입니다.
#
# 두 가지는 밝혀 두어야 합니다. 첫째, 철자를 로마자로 나누어 넘겼으니 go가 g와 o로 되어 있다는 것은 **우리가 알려 주었습니다**. 그림에서 그것을 찾아내는 일이 신경망의 몫이었습니다. 둘째, 글꼴은 학습시킬 때와 같습니다. 다른 글꼴이나 손글씨는 시험하지 않았습니다.

# %% [markdown] id="read-seen" lang="en"
# **It reads most of the syllables it never met.** Had it learned each syllable as a whole, no such score could come out. The mistakes crowd on a few syllables (the three hardest stand above), and even there the consonant or the vowel is nearly always right: it tells them apart within the picture. (The pictures above are drawn at random; after the arrow stands the model's answer.)
#
# Two things must be said. By handing over spellings as single letters, **we told it** that "go" is made of g and o; finding these in a picture was the network's own work. And the font is that of the training: other fonts or handwriting were not tried.

# %% [markdown] id="floor" lang="ko"
# ### 손실은 왜 0이 되지 않을까
#
# 거의 다 읽는데도 손실은 0 근처에 가지 않습니다. 한 묶음에 정답이 $k$개이면 **완벽한 답**도 확률을 $1/k$씩 나누어야 하고, 그때의 손실이 $\ln k$입니다. 그러니 0이 아니라 이 바닥과 비교해야 합니다.

# %% [markdown] id="floor" lang="en"
# ### Why the loss does not go to 0
#
# Nearly everything is read right, and yet the loss is nowhere near 0. With $k$ right answers in a batch, even a **perfect** reader has to give each the probability $1/k$, and its loss is then $\ln k$. So the loss is to be compared with this floor, not with 0.

# %% id="floor-run"
def floor(group):
    same = group[:, None] == group
    return np.mean(np.log(same.sum(axis=1)))


lowest = np.mean([floor(rng.choice(y_train, 256)) for batch in range(50)])
show_table([[say("아무거나 고를 때, ln 256", "guessing, ln 256"), np.log(256)],
            [say("학습을 마친 뒤", "after training"), loss],
            [say("완벽한 답", "a perfect reader"), lowest],
            [say("학습된 배율 (8에서 출발)", "learned scale (started at 8)"), scale]],
           say(["무엇", "값"], ["what", "value"]), 2)

# %% [markdown] id="control" lang="ko"
# ## 4. 정말 규칙을 배웠을까
#
# 네 가지 경쟁자를 옆에 놓습니다.
#
# - **뒤섞은 짝.** 학습시킬 때 글자마다 엉뚱한 철자를 짝지어 줍니다. ‘나’에 “myo”를 붙이는 식입니다. 신경망도 학습량도 똑같습니다.
# - **릿지 회귀.** 픽셀 784개에서 로마자의 개수를 바로 예측합니다.
# - **부품을 알려 준 선형 분류기.** 자음 분류기와 모음 분류기를 따로 학습시킵니다. 글자가 두 부품으로 되어 있다는 것까지 아는, 더 유리한 경쟁자입니다. 두 선형 방법의 벌점은 검증 글자로 고릅니다.
# - **부품을 알려 준 합성곱 신경망.** 같은 그림 인코더에 자음과 모음을 맞히는 층을 하나씩 달아, 똑같이 6 에포크를 학습시킵니다. 가장 센 경쟁자입니다.
#
# 뒤의 세 경쟁자의 코드는 접어 둡니다.
#
# **예상하고 실행하기.** 뒤섞은 짝으로도 손실은 내려갈까요? 테스트 글자의 점수는요?

# %% [markdown] id="control" lang="en"
# ## 4. Did it really learn a rule?
#
# Four rivals belong beside it.
#
# - **Shuffled pairs.** In training, each syllable is paired with another one's spelling: 나 (na), say, with "myo". Network and effort are the same.
# - **Ridge regression** from the 784 pixels straight to the letter counts.
# - **Linear classifiers that are told the parts**: one for the consonant, one for the vowel. They even know that a syllable has two parts, which our encoders do not. Both linear methods have their penalty chosen on the validation syllables.
# - **Convolutions that are told the parts**: the same picture encoder with one layer to name the consonant and one for the vowel, trained for the same six epochs. The strongest rival.
#
# The code of the last three is folded.
#
# **Predict, then run.** Will the loss come down on shuffled pairs? And the score on test syllables?

# %% id="shuffled"
mixed = letters.copy()
mixed[train] = letters[np.random.default_rng(seed).permutation(train)]
keras.utils.set_random_seed(seed)
fooled = build_picture_encoder(*best)
fooled_words, _, fooled_loss = train_pair(fooled, X_train, mixed, y_train)
fooled_answers = answers_of(fooled, fooled_words)
taught = fooled_words.predict(mixed, verbose=0)
as_taught = read(fooled.predict(X_new, verbose=0), taught)
by_heart = share_right(as_taught, train)
print(say(f"훈련 글자를 가르친 대로(엉뚱하게) 읽은 비율 {by_heart:.2f}",
          f"training syllables read as taught, that is, wrongly: {by_heart:.2f}"))

# %% id="linear-rivals" tags=["hide-input"]
def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def ridge_answers(penalty):
    ridge = Ridge(penalty).fit(X_train, letters[y_train])
    center = letters[train].mean(axis=0)
    return read(ridge.predict(X_new) - center, unit(letters - center))


def parts_answers(penalty):
    consonant = RidgeClassifier(penalty).fit(X_train, y_train // 10)
    vowel = RidgeClassifier(penalty).fit(X_train, y_train % 10)
    return 10 * consonant.predict(X_new) + vowel.predict(X_new)


def best_on_valid(method):
    guesses = [method(penalty) for penalty in (1, 30, 1000)]
    return max(guesses, key=lambda answers: share_right(answers, valid))


ridge_best, parts_best = best_on_valid(ridge_answers), best_on_valid(parts_answers)

# %% id="told-parts" tags=["hide-input"]
keras.utils.set_random_seed(seed)
picture = keras.Input((784,))
Z = 8 * build_picture_encoder(*best)(picture)
parts = [layers.Dense(count, activation="softmax")(Z) for count in (14, 10)]
told = keras.Model(picture, parts)
rate = keras.optimizers.schedules.CosineDecay(4e-3, 6 * -(-len(X_train) // 256))
told.compile(keras.optimizers.Adam(rate), ["sparse_categorical_crossentropy"] * 2)
shown = {"verbose": 0, "callbacks": [Progress()]}
numbers = [y_train // 10, y_train % 10]
told.fit(X_train, numbers, batch_size=256, epochs=6, **shown)
consonant, vowel = told.predict(X_new, verbose=0)
told_answers = 10 * consonant.argmax(axis=1) + vowel.argmax(axis=1)

# %% id="rivals-table" tags=["predict"]
rivals = {
    say("두 인코더", "two encoders"): (answers, loss),
    say("뒤섞은 짝", "shuffled pairs"): (fooled_answers, fooled_loss),
    say("릿지 회귀", "ridge regression"): (ridge_best, np.nan),
    say("선형, 부품을 앎", "linear, told the parts"): (parts_best, np.nan),
    say("합성곱, 부품을 앎", "convolutions, told the parts"): (told_answers, np.nan),
}
rows = [
    [name, share_right(found, train), share_right(found, test), its_loss]
    for name, (found, its_loss) in rivals.items()
]
show_table(rows, say(["방법", "훈련 글자", "테스트 글자", "학습 손실"],
                     ["method", "training syllables", "test syllables", "training loss"]))
shuffled_unseen, ridge_unseen, parts_unseen, told_unseen = [row[2] for row in rows[1:]]

# %% [markdown] id="control-seen" lang="ko"
# 뒤섞은 짝으로도 손실은 한참 내려갑니다. 글자마다 엉뚱한 철자를 어느 만큼은 **외울 수 있기** 때문입니다(위에 찍힌 비율만큼 가르친 대로 읽습니다). 그러나 테스트 글자의 점수는 우연 수준입니다. 외운 것에는 규칙이 없어서 새 글자에 쓸 수 없습니다. 그러니 신경망과 학습량만으로 나오는 점수가 아닙니다. **배울 규칙**이 있어야 합니다. (뒤섞은 모델의 훈련 글자 점수도 0에 가까운 것은 올바른 철자로 채점했기 때문입니다.)
#
# 규칙이 있어도 그 규칙을 나타낼 수 있는 모델이라야 배웁니다. 선형 방법은 획이 그림마다 자리를 옮기는데 픽셀의 가중치가 자리마다 고정되어 있어 크게 뒤처집니다. 부품을 알려 준 합성곱 신경망은 훨씬 낫지만, 그래도 두 인코더에 못 미칩니다(한 번씩 학습시킨 결과입니다). 짐작해 보면, 자음과 모음을 따로 맞히는 두 층은 훈련에서 만난 자음·모음 짝의 모습을 통째로 외워도 맞힐 수 있지만, 두 인코더는 그림을 **로마자 벡터의 합**이 있는 자리에 놓아야 합니다. 한편 **훈련 그림** 가운데 가장 가까운 것의 글자를 답하는 방법이라면 테스트 글자는 하나도 맞힐 수 없습니다. 답의 목록에 없으니까요.

# %% [markdown] id="control-seen" lang="en"
# On shuffled pairs, too, the loss comes down a long way: wrong spellings **can be learned by heart**, to the share printed above. On test syllables, though, the score is at chance: what is learned by heart has nothing to offer for a new syllable. So network and effort alone do not make such a score; there must be **a rule to learn**. (On training syllables the shuffled model scores about 0 as well, because it is marked by the true spellings.)
#
# And something must be able to hold the rule. Linear methods fall far behind: strokes move from drawing to drawing, while a pixel's weight is tied to its place. Convolutions that are told the parts do much better, and still do not reach the two encoders (one run each), perhaps because these must put a picture where the **sum of letter vectors** lies, while two separate layers only have to be right on the combinations they met. And a method that answers with the syllable of the nearest **training picture** could not get one test syllable right: they are not on its list of answers.

# %% [markdown] id="zero-shot" lang="ko"
# ## 5. 제로샷: 이름만으로 찾고 분류하기
#
# 방금 한 일에는 이름이 있습니다. 그림을 한 장도 본 적 없는 부류를 **이름만 듣고** 알아보는 것을 **제로샷**(zero-shot) 분류라고 합니다. CLIP(Radford 외, 2021)이 인터넷의 그림과 설명글로 비슷한 일을 했습니다. 다만 CLIP의 제로샷은 우리보다 느슨한 말입니다. 시험에 쓰는 **레이블로 학습하지 않았다**는 뜻일 뿐, 개 사진과 ‘개’라는 말은 수없이 보았을 것입니다. CLIP은 그림 인코더와 글 인코더를 같은 손실로 학습시키고 온도까지 학습시킨 뒤, “a photo of a dog” 같은 문장들의 벡터 가운데 사진과 가장 가까운 것을 답으로 고릅니다. 문장을 바꾸면 곧바로 다른 분류기가 됩니다.
#
# 거꾸로도 됩니다. 철자를 적어 그림을 찾아봅시다. 아래의 다섯 철자는 모두 테스트 글자입니다. precision@10은 03강에서처럼, 가까운 열 장 가운데 그 글자의 비율입니다.

# %% [markdown] id="zero-shot" lang="en"
# ## 5. Zero-shot: a name is enough
#
# What we just did has a name. To recognize a class of which not one picture was ever seen, **from its name alone**, is called **zero-shot** classification. CLIP (Radford et al., 2021) did much the same with pictures and captions from the internet, though there it means that no **label of the task** was seen; of dogs it saw plenty. It has a picture encoder and a text encoder, the same loss, a learned temperature; then, among vectors of sentences such as "a photo of a dog", the one nearest to a photograph is the answer. Change the sentences, and you have another classifier at once.
#
# It works the other way round as well: type a spelling, and pictures come back. All five spellings below are test syllables. Precision@10, as in lesson 3, is the share of the ten nearest pictures that show the syllable.

# %% id="picture-search" alt={"ko": "테스트 철자 다섯 개로 찾은 그림 여덟 장씩. 거의 모두 그 글자다.", "en": "Eight pictures found for each of five test spellings; nearly all show that syllable."}
def find_pictures(word, k):
    vector = word_encoder.predict(np.array([count_letters(word)]), verbose=0)[0]
    return np.argsort(-(Z_gallery @ vector))[:k]


asked_words = [spelling[number] for number in test[:25:6]]
found = [find_pictures(word, 8) for word in asked_words]
show_images([X_gallery[places] for places in found], asked_words)

# %% id="picture-search-score"
nearest_10 = np.argsort(-(W[test] @ Z_gallery.T), axis=1)[:, :10]
hits = y_gallery[nearest_10] == test[:, None]
word_precision = hits.mean()
print(say(f"테스트 철자 28개의 precision@10 {word_precision:.1%}",
          f"precision@10 of the 28 test spellings {word_precision:.1%}"))

# %% [markdown] id="search-box" lang="ko"
# 검색창도 만들어 봅시다. 아무 철자나 적어 보세요. `wow`처럼 모르는 로마자가 든 말은 거절합니다. `og`나 `gagaga`처럼 있을 수 없는 철자에는 무엇을 내놓나요? 먼저 예상해 보세요.

# %% [markdown] id="search-box" lang="en"
# Now as a search box. Type any spelling. Words with a letter it does not know, such as `wow`, are declined. What does it offer for spellings that cannot be, such as `og` or `gagaga`?

# %% id="impossible" tags=["predict"] alt={"ko": "두 줄. og로 찾은 그림은 모두 ‘고’, gagaga로 찾은 그림은 모두 ‘가’다.", "en": "Two rows: for og all pictures show the syllable go, for gagaga all show ga."}
show_images([X_gallery[find_pictures(word, 8)] for word in ("og", "gagaga")],
            ["og", "gagaga"])

# %% id="search-widget" tags=["nbval-ignore-output"] alt={"ko": "검색창에 적은 철자로 찾은 그림 여덟 장.", "en": "Eight pictures found for the spelling in the search box."}
def search(word):
    if not word or set(word) - set(alphabet):
        print(say("모르는 로마자가 있습니다.", "There is a letter I do not know."))
        return
    show_images([X_gallery[find_pictures(word, 8)]], [word])


box = Text(value=spelling[test[9]], continuous_update=False,
           description=say("철자", "spelling"))
interact(search, word=box);

# %% [markdown] id="search-seen" lang="ko"
# `og`에는 거의 모두 ‘고’를, `gagaga`에는 ‘가’를 내놓습니다. 철자의 순서는 세지 않았고, 벡터의 길이는 1로 맞추어서 세 번 나온 것과 한 번 나온 것의 방향이 같기 때문입니다. 알려 주지 않은 것은 배울 수 없습니다.

# %% [markdown] id="search-seen" lang="en"
# For `og` it offers nearly always 고 (go), and for `gagaga` 가 (ga): we never passed on the order of letters, and with vectors brought to length 1, three times each letter points the same way as once. What is not handed over cannot be learned.

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 제로샷 분류기 만들기
#
# 그림의 벡터들 `Z`와 이름의 목록 `names`를 받아, 그림마다 가장 가까운 **이름**을 골라 목록으로 돌려주는 함수를 쓰세요. `word_encoder`, `count_letters`를 쓰면 됩니다. 어떤 목록을 주어도 학습 없이 바로 분류해야 합니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. Build a zero-shot classifier
#
# Write a function that takes vectors `Z` of pictures and a list `names`, and returns, for each picture, the nearest **name**. `word_encoder` and `count_letters` will help. Whatever the list, it must classify at once, without training.

# %% id="exercise-1"
def zero_shot(Z, names):
    return ...


# %% id="exercise-1-check" tags=["check"]
def classifies(answer):
    Z = Z_new[asked][:60]
    names = [spelling[number] for number in test[::-1]]
    given = list(answer(Z, names))
    assert len(given) == len(Z), say("그림마다 답이 하나씩 있어야 합니다.",
                                     "There must be one answer a picture.")
    assert all(isinstance(name, str) for name in given), say(
        "번호가 아니라 이름을 돌려주세요.", "Return names, not numbers."
    )
    assert set(given) <= set(names), say("목록에 없는 이름이 있습니다.",
                                         "A name is not on the list given.")
    expected = read(Z, W[test[::-1]])
    assert given == [names[place] for place in expected], say(
        "가장 가까운 이름이 아닌 답이 있습니다.", "An answer is not the nearest name."
    )
    return True


check(zero_shot, classifies,
      hint=say("이름마다 count_letters를 적용한 배열을 word_encoder.predict에 넣으세요. "
               "그다음은 read와 같습니다.",
               "Put an array of count_letters(name) through word_encoder.predict; "
               "the rest is like read."))

# %% id="exercise-1-solution" tags=["solution"]
def zero_shot(Z, names):
    counts = np.array([count_letters(name) for name in names])
    words = word_encoder.predict(counts, verbose=0)
    return [names[place] for place in read(Z, words)]


# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 철자를 쪼개지 않으면
#
# 철자를 로마자로 나누지 않고 글자마다 번호 하나로만 알려 주면 어떻게 될까요? 글자마다 한 줄, 제 번호의 자리만 1이고 나머지는 0인 표 `whole`(140 × 140)을 만드세요. 새 그림 인코더를 `train_pair(…, X_train, whole, y_train, epochs=2)`로 학습시키고, **테스트 글자**를 읽은 비율을 `whole_share`에 넣으세요. 먼저 결과를 예상해 보세요.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Spellings in one piece
#
# What if a spelling is not taken apart into letters, and each syllable is only told by its number? Make a table `whole` (140 × 140) with one row a syllable: 1 in the place of its own number, 0 elsewhere. Train a new picture encoder with `train_pair(…, X_train, whole, y_train, epochs=2)`, and put the share of **test syllables** read right into `whole_share`. Predict the result first.

# %% id="exercise-2"
whole = ...
whole_share = ...

# %% id="exercise-2-check" tags=["check"]
def is_whole(answer):
    table, share = answer
    assert np.shape(table) == (140, 140), say("whole은 140 × 140이어야 합니다.",
                                              "whole must be 140 × 140.")
    assert np.all(np.asarray(table) == np.eye(140)), say(
        "whole의 줄마다 제 번호의 자리만 1이어야 합니다.",
        "In whole, each row has a 1 in the place of its own number only."
    )
    assert 0 <= share <= 1, say("whole_share는 비율입니다.", "whole_share is a share.")
    assert share < 0.1, say("테스트 글자라면 그렇게 높을 수 없습니다.",
                            "On test syllables it cannot be that high.")
    return True


check((whole, whole_share), is_whole,
      hint=say("np.eye(140)을 float32로 바꾸어 쓰고, read와 share_right(…, test)로 "
               "채점하세요. 철자의 벡터는 새 인코더로 whole에서 얻습니다.",
               "Use np.eye(140) as float32; mark with read and share_right(…, test). "
               "The new encoder makes the spellings' vectors from whole."))

# %% id="exercise-2-solution" tags=["solution"]
# 학습에 없던 줄의 벡터는 난수 그대로다 | rows never trained keep random vectors
# 부품을 나누어 가져야 새 조합을 읽는다 | only shared parts read a new combination
whole = np.eye(140, dtype="float32")
whole_pictures = build_picture_encoder(*best)
whole_words, _, _ = train_pair(whole_pictures, X_train, whole, y_train, epochs=2)
whole_answers = read(
    whole_pictures.predict(X_new, verbose=0), whole_words.predict(whole, verbose=0)
)
whole_share = share_right(whole_answers, test)
print(whole_share)

# %% [markdown] id="lesson-3" lang="ko"
# ## 6. 03강의 두 문제를 다시
#
# 03강에서 풀지 못한 문제가 둘 있었습니다. 복원만 배운 잠재 벡터는 **검색**에서 축소 그림을 이기지 못했고, **글자의 덧셈**도 대부분 틀렸습니다.
#
# 먼저 검색입니다. 새 그림 한 장으로 물어 `gallery` 5,600장에서 가장 가까운 열 장을 찾고, 같은 글자의 비율(precision@10)을 잽니다. 이 공간은 철자를 배웠으니 03강과 같은 조건은 아닙니다. 그래서 학습에 없던 **테스트 글자로만** 물은 점수도 함께 봅니다.

# %% [markdown] id="lesson-3" lang="en"
# ## 6. Lesson 3's two problems again
#
# Lesson 3 left two problems unsolved. Latent vectors that had only learned to restore searched no better than a thumbnail, and most **sums of syllables** went wrong.
#
# Search first. Ask with one new picture, find the ten nearest of the 5,600 in `gallery`, and take the share with the same syllable (precision@10). Our space has been told spellings, so this is not the same contest. That is why the score of **test syllables alone**, unknown in training, stands beside it.

# %% id="precision"
def precision(database, queries):
    index = NearestNeighbors(n_neighbors=10, algorithm="brute").fit(database)
    found = index.kneighbors(queries, return_distance=False)
    right = np.mean(y_gallery[found] == y_new[:, None], axis=1)
    return right.mean(), right[asked].mean()


def thumbnail(pictures):
    return pictures.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49)


spaces = {
    say("픽셀", "pixels"): (X_gallery, X_new),
    say("축소 그림", "thumbnail"): (thumbnail(X_gallery), thumbnail(X_new)),
    say("그림과 철자의 공간", "pictures and words"): (Z_gallery, Z_new),
}
found_10 = {name: precision(*space) for name, space in spaces.items()}
show_table([[name, *shares] for name, shares in found_10.items()],
           say(["공간", "모든 글자", "테스트 글자"],
               ["space", "all syllables", "test syllables"]))

# %% [markdown] id="sums" lang="ko"
# 본 적 없는 글자로 물어도 열 장 가운데 거의 열 장(98%)이 맞습니다. 축소 그림은 두세 장입니다. **무엇을 배우게 하느냐**가 검색을 결정합니다.
#
# 다음은 덧셈입니다. 03강과 같은 규칙으로 가 − 나 + 노를 계산해 140개 글자의 평균 벡터 가운데 가장 가까운 것을 답으로 하고, 문제에 나온 세 글자는 답에서 뺍니다. 두 모음이 모두 자음 오른쪽에 오거나 모두 그렇지 않을 때(같은 쪽, 예: 가 − 나 + 너)와 하나만 오른쪽에 올 때(다른 쪽, 예: 가 − 나 + 노)를 나누어 세고, 답이 테스트 글자인 문제만 따로도 셉니다. 한 줄을 더합니다. **그림 − 철자 + 철자**는 ‘가’ 그림 한 장에서 “na”를 빼고 “no”를 더합니다.
#
# **예상하고 실행하기.** 03강에서 거의 모두 틀린 ‘다른 쪽’은 어떻게 될까요?

# %% [markdown] id="sums" lang="en"
# About 98 in 100 are right, and as many for syllables never met; with thumbnails, one in four. It is **what an encoder is made to learn** that decides how well it searches.
#
# Now the sums. As in lesson 3, compute 가 − 나 + 노 (ga − na + no); the answer is the nearest of the 140 mean vectors, without the three of the question. Vowels on the same side (가 − 나 + 너, ga − na + neo, all on the right) and on different sides are counted apart, and so are questions whose answer is a test syllable. One row is new: **picture − word + word** takes a single drawing of 가, subtracts "na" and adds "no".
#
# **Predict, then run.** On different sides lesson 3 got nearly all wrong. And now?

# %% id="questions"
n = 2000
consonant_1, vowel_1 = rng.integers(14, size=n), rng.integers(10, size=n)
consonant_2 = (consonant_1 + rng.integers(1, 14, size=n)) % 14
vowel_2 = (vowel_1 + rng.integers(1, 10, size=n)) % 10
plus, minus = 10 * consonant_1 + vowel_1, 10 * consonant_2 + vowel_1
third, target = 10 * consonant_2 + vowel_2, 10 * consonant_1 + vowel_2
beside = np.isin(np.arange(10), [0, 1, 2, 3, 9])  # ㅏㅑㅓㅕㅣ
same_side = beside[vowel_1] == beside[vowel_2]

# %% id="sums-marked"
def means(vectors, labels):
    return np.array([vectors[labels == number].mean(axis=0) for number in range(140)])


def solved(known, sums):
    distance = euclidean_distances(sums, known)
    for part in (plus, minus, third):
        distance[np.arange(n), part] = np.inf
    right = np.argmin(distance, axis=1) == target
    never_met = np.isin(target, test)
    return [right[same_side].mean(), right[~same_side].mean(), right[never_met].mean()]


def sums_of_means(database, queries):
    known, asked = means(database, y_gallery), means(queries, y_new)
    return solved(known, asked[plus] - asked[minus] + asked[third])


# %% id="sums-table" tags=["predict"]
one_each = np.array([np.flatnonzero(y_new == number)[0] for number in range(140)])
picture_and_words = Z_new[one_each[plus]] - W[minus] + W[third]
names = [*spaces, say("그림 − 철자 + 철자", "picture − word + word")]
sums = [sums_of_means(*space) for space in spaces.values()]
sums.append(solved(means(Z_gallery, y_gallery), picture_and_words))
show_table([[name, *shares] for name, shares in zip(names, sums)],
           say(["계산한 공간", "같은 쪽", "다른 쪽", "답이 테스트 글자"],
               ["where", "same side", "different sides", "answer is a test syllable"]))

# %% [markdown] id="sums-seen" lang="ko"
# 03강에서 거의 모두 틀린 ‘다른 쪽’도 대부분 풀립니다. 이유는 **우리가 넘겨준 철자**에 있습니다. 철자의 벡터는 로마자 벡터의 합이 되도록 만들었습니다. 그림은 그 자리로 가도록 배웠으니 그림의 벡터도 **자음의 몫 + 모음의 몫**에 가까워졌습니다. 그래서 빼고 더할 수 있습니다. 모음 옆의 ㄱ과 모음 위의 ㄱ이 픽셀로는 다르게 생겼어도, 철자는 똑같은 g입니다. 철자를 쪼개지 않고 가르치면 본 적 없는 글자는 읽지도 못합니다. 연습 2에서 재어 봅니다.
#
# 마지막 줄은 **두 종류를 섞어서** 셈합니다. 그림에서 글을 빼고 글을 더해도 되는 것은 한 공간에 있기 때문입니다. 덧셈이 되는 공간은 저절로 생기지 않습니다.

# %% [markdown] id="sums-seen" lang="en"
# Most of the sums that defeated lesson 3 are solved. The reason is **what we handed over**. We built a spelling's vector as a sum of letters' vectors; pictures learned to go to the same place, so theirs too came close to **a share for the consonant plus a share for the vowel**. That is what can be taken away and added. In pixels, ㄱ beside a vowel and ㄱ above one look different; spelled, both are g. With undivided spellings, unseen syllables cannot even be read: exercise 2 measures it.
#
# The last row **mixes the two kinds**: words are subtracted from a picture and added to it, which only makes sense in one space. A space in which sums work does not come for free.

# %% [markdown] id="forgotten" lang="ko"
# ## 7. 무엇을 잊었을까
#
# 철자를 맞히는 데에는 굵기도 밝기도 필요 없습니다. 그렇다면 이 공간은 그것을 잊었을까요? 05강처럼 **선형 프로브**로 잽니다. 그림의 밝기(픽셀의 평균)를 릿지 회귀로 예측해 R²를 재고, 굵기 네 가지를 분류해 정확도를 잽니다. 밝기는 글자에 따라서도 달라지므로, **글자의 번호만** 알려 주고 예측한 것을 옆에 놓습니다.

# %% [markdown] id="forgotten" lang="en"
# ## 7. What was forgotten
#
# To tell a spelling, neither stroke weight nor brightness is needed. Has the space forgotten them? We ask with **linear probes**, as in lesson 5: brightness (the mean of the pixels) is predicted by ridge regression and marked by R², and the four stroke weights are classified and marked by accuracy. Since brightness also depends on the syllable, a prediction from **the syllable's number alone** stands beside it.

# %% id="probes"
def probe(database, queries):
    brightness = Ridge(0.1).fit(database, X_gallery.mean(axis=1))
    weight = RidgeClassifier(0.1).fit(database, weight_gallery)
    r2 = brightness.score(queries, X_new.mean(axis=1))
    return r2, weight.score(queries, weight_new)


one_hot = np.eye(140, dtype="float32")
probed = {
    say("픽셀", "pixels"): probe(X_gallery, X_new),
    say("그림과 철자의 공간", "pictures and words"): probe(Z_gallery, Z_new),
    say("글자의 번호만", "number of the syllable"): probe(
        one_hot[y_gallery], one_hot[y_new]
    ),
    say("우연", "chance"): (0.0, 0.25),
}
show_table([[name, *marks] for name, marks in probed.items()],
           say(["무엇에서", "밝기 (R²)", "굵기 (정확도)"],
               ["from", "brightness (R²)", "stroke weight (accuracy)"]), 2)

# %% [markdown] id="forgotten-seen" lang="ko"
# 밝기는 픽셀의 평균이니 픽셀에서는 완벽하게 읽히고, 이 공간에서는 절반도 읽히지 않습니다. 굵기는 픽셀에서보다 덜 읽히지만, 우연보다는 훨씬 잘 읽힙니다. 둘 다 **말끔히 지워지지는 않았습니다**. 글자만 알 때보다 잘 읽히니, 글자 말고도 남은 것이 있습니다. 목표에 필요 없는 것이 사라진다는 보장은 없습니다. 벡터만 저장했으니 개인 정보가 없다고 말할 수 없는 이유입니다.

# %% [markdown] id="forgotten-seen" lang="en"
# Brightness, a mean of pixels, is read off the pixels exactly, and from our space less than half; stroke weight less well than from pixels, but far better than by chance. Neither was **wiped out**: both are read better than from the syllable alone, so something besides the syllable is left. Nothing guarantees that what a goal does not need is gone. That is why "only the vectors were stored" does not make data anonymous.

# %% [markdown] id="settlement" lang="ko"
# ## 8. 잠재 벡터와 임베딩
#
# 두 말을 열한 번의 수업에서 섞어 썼습니다. 흔히 “임베딩은 글과 범주에 쓰는 것, 잠재 벡터는 그림에 쓰는 고차원 벡터”라고 합니다. 이제 이 말을 바로잡을 수 있습니다.
#
# | | 잠재 벡터 | 임베딩 |
# |---|---|---|
# | 무엇인가 | 자료에서 **알아낸** 숨은 구조를 적은 값들 | **거리가 관계를 뜻하도록** 놓은 잠재 벡터 |
# | 무엇에서 얻나 | 무엇이든 | 무엇이든: 단어, 문장, 그림, 사용자 |
# | 어떻게 얻나 | SVD, 인코더 | SVD, 인코더, 학습된 `Embedding` 층 |
# | 흔한 목표 | 복원, 생성 | 이웃 맞히기, 짝 맞히기 |
# | 되돌릴 수 있나 | 디코더를 함께 학습시켰으면 | 보장은 없지만 **되돌린 예가 있음** |
# | 크기 | 대개 입력보다 작음 | 대개 입력이나 어휘의 크기보다 작음 |
# | 어느 수업 | 1–04강, 6–07강 | 05강, 8–11강 |
#
# **임베딩은 잠재 벡터의 한 종류입니다.** 글에만 쓰는 말이 아닙니다. 오늘은 그림도 임베딩으로 만들었습니다. 거꾸로 모든 잠재 벡터가 좋은 임베딩인 것은 아닙니다. 03강의 잠재 벡터는 복원은 잘했지만 거리는 글자를 뜻하지 않았습니다. 학습시키지 않은 `Embedding` 층도 이름만 임베딩입니다. 거리가 아무 관계도 뜻하지 않습니다(08강).
#
# 둘 다 대개 **입력에 비해 저차원**입니다. 값이 수백 개여도, 훨씬 큰 것을 줄여 적었기 때문에 쓸모가 있습니다. 저차원이 아닌 예외도 있으니(대부분의 값이 0인 희소 벡터, 글자 수 19개를 값 64개로 적은 우리의 철자) 정의라기보다 특징입니다.
#
# 임베딩은 되돌릴 수 없으니 안전하다는 말도 틀립니다. 문장의 임베딩에서 원래 문장을 거의 그대로 되살린 연구가 있고(Morris 외, 2023), DALL·E 2는 CLIP의 임베딩에서 그림을 그립니다(Ramesh 외, 2022). 책마다 두 말을 조금씩 다르게 쓰니, 이름보다 **무엇을 학습 목표로 삼았는지**를 물어보세요.

# %% [markdown] id="settlement" lang="en"
# ## 8. Latent vector and embedding
#
# For eleven lessons we have used the two words side by side. You will often read that an embedding is for text and categories, and a latent vector a high-dimensional one for pictures. Now this can be put right.
#
# | | Latent vector | Embedding |
# |---|---|---|
# | What it is | values that describe hidden structure **inferred** from data | a latent vector placed so that **distance stands for a relation** |
# | Made from | anything | anything: words, sentences, pictures, users |
# | How to get it | SVD, an encoder | SVD, an encoder, a trained `Embedding` layer |
# | Usual goal | restore, generate | guess neighbors, guess partners |
# | Can it be turned back? | if a decoder was trained with it | no guarantee, but **it has been done** |
# | Size | usually smaller than the input | usually smaller than the input or the vocabulary |
# | Lessons | 1–4, 6–7 | 5, 8–11 |
#
# **An embedding is one kind of latent vector.** The word is not reserved for text: today we embedded pictures. Nor is every latent vector a good embedding: those of lesson 3 restored well, but distance between them did not stand for the syllable. And an untrained `Embedding` layer is one in name only, since its distances stand for nothing (lesson 8).
#
# Both are usually **low-dimensional next to their input**. Even with hundreds of values, they are useful because something far larger was written down briefly. There are exceptions (sparse vectors, most of whose many values are 0; our spellings, 19 counts turned into 64 numbers), so this is a trait rather than the definition.
#
# Nor is an embedding safe because "it cannot be turned back". Sentences have been recovered from their embeddings almost word for word (Morris et al., 2023), and DALL·E 2 draws pictures from CLIP's embeddings (Ramesh et al., 2022). Books differ in how they use the two words. So ask less what a vector is called and more **what it was trained to do**.

# %% [markdown] id="which-one" lang="ko"
# ## 9. 어떤 일에 어떤 잠재 벡터를?
#
# | 하고 싶은 일 | 잠재 벡터 | 학습 목표 | 오늘날의 예 | 수업 |
# |---|---|---|---|---|
# | 압축 | 오토인코더, 값을 양자화 | 복원 | 신경망 코덱, JPEG AI | 1, 2 |
# | 고치기 | 노이즈 제거 오토인코더 | 깨끗한 그림 복원 | 사진의 노이즈 제거 | 4 |
# | 경보 | 정상에서 배운 오토인코더, 또는 미리 학습된 특징의 최근접 이웃 | 정상만 복원(최근접 이웃은 배우지 않음) | 공장의 불량 검사(PatchCore) | 4 |
# | 검색 | 두 모습으로 배운 인코더 | 같은 것의 두 모습을 알아보기 | 비슷한 사진 찾기(DINO의 벡터를 FAISS로 검색) | 5 |
# | 레이블이 적을 때 | 대조 학습 인코더 + 작은 분류기 | 위와 같음 | 의료 영상 | 5 |
# | 생성 | 오토인코더 + 플로 | 복원, 그다음 분포 배우기 | Stable Diffusion | 6, 7 |
# | 글 검색 | 단어와 문장의 임베딩 | 이웃이나 짝 맞히기 | 검색 증강 생성(RAG) | 8–10 |
# | 글 ↔ 그림 | 짝지어 학습시킨 두 인코더 | 제 짝 고르기 | 글로 사진 찾기(CLIP) | 11 |
#
# 어느 줄에서든 할 일은 같습니다. 가장 단순한 경쟁자를 먼저 재고, 설정은 검증 세트로 고르고, 점수는 처음 보는 자료로 잽니다.

# %% [markdown] id="which-one" lang="en"
# ## 9. Which latent vector for which task?
#
# | Task | Latent vector | Goal in training | In use today | Lesson |
# |---|---|---|---|---|
# | compress | autoencoder, values quantized | restore | neural codecs, JPEG AI | 1, 2 |
# | repair | denoising autoencoder | restore the clean picture | removing noise from photographs | 4 |
# | alarm | autoencoder of what is normal, or nearest neighbor among pretrained features | restore only the normal (neighbors need no training) | finding faulty goods (PatchCore) | 4 |
# | search | encoder that learned from two views | recognize two views of one thing | similar photographs (DINO's vectors, searched by FAISS) | 5 |
# | few labels | contrastive encoder + small classifier | as above | medical images | 5 |
# | generate | autoencoder + flow | restore, then learn the distribution | Stable Diffusion | 6, 7 |
# | search texts | embeddings of words and sentences | guess neighbors or partners | retrieval-augmented generation (RAG) | 8–10 |
# | text ↔ image | two encoders trained as a pair | pick the right partner | finding photographs by words (CLIP) | 11 |
#
# Whichever row you are in, the work is the same: measure the simplest rival first, choose settings on a validation set, and score on what was never seen.

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 무엇을 고를까
#
# 박물관에 도자기 사진 10만 장이 있고, 레이블은 한 장도 없습니다. 관람객이 휴대 전화로 찍은 사진과 **같은 도자기**를 찾아 주려고 합니다. 각도와 조명은 찍을 때마다 다릅니다. 무엇부터 시험해야 할까요?
#
# - **a** 복원 오차가 가장 작은 오토인코더의 잠재 벡터
# - **b** 같은 사진의 두 모습(자르기, 회전, 밝기)을 짝으로 삼아 대조 학습시킨 인코더
# - **c** 로마자 철자와 짝지어 학습시킨 인코더
# - **d** 학습시키지 않은 `Embedding` 층

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. Which one?
#
# A museum has 100,000 photographs of pottery and not one label. Visitors photograph a piece with their phones, and the **same piece** is to be found. Angle and light differ each time. What should be tried first?
#
# - **a** Latent vectors of the autoencoder with the smallest reconstruction error
# - **b** An encoder trained by contrast, with two views (crop, rotation, brightness) of one photograph as partners
# - **c** An encoder trained as a pair with spellings
# - **d** An untrained `Embedding` layer

# %% id="exercise-3"
a, b, c, d = "abcd"
answer_3 = ...

# %% id="exercise-3-check" tags=["check"]
check_choice("exercise-3", answer_3, "7ed6853c", {
    "a": say("복원하려면 각도와 조명까지 적어야 하므로, 같은 도자기가 멀어집니다(03강).",
             "To restore, it must note angle and light: one piece ends up far apart."),
    "b": say("잊어야 할 것을 두 모습으로 알려 주며, 레이블이 필요 없습니다(05강).",
             "Two views tell it what to forget, and no label is needed (lesson 5)."),
    "c": say("사진마다 짝이 될 글이 있어야 합니다.",
             "That needs a text for each photograph."),
    "d": say("난수이므로 거리에 뜻이 없고, 사진을 넣을 수도 없습니다.",
             "It is random, so distance means nothing; nor does it take photographs."),
})

# %% id="exercise-3-solution" tags=["solution"]
answer_3 = "b"

# %% id="measured" tags=["hide-input"]
pixel_sums, _, space_sums, word_sums = sums
pixel_found, thumbnail_found, space_found = found_10.values()
pixel_probe, space_probe, number_probe, _ = probed.values()
measured = {
    "read_unseen": float(read_unseen),
    "read_unseen_shuffled": float(shuffled_unseen),
    "read_familiar": float(read_familiar),
    "read_valid": float(scores[best]),
    "read_unseen_ridge": float(ridge_unseen),
    "read_unseen_parts": float(parts_unseen),
    "read_unseen_told_parts": float(told_unseen),
    "word_to_picture_precision": float(word_precision),
    "precision_pixels": float(pixel_found[0]),
    "precision_thumbnail": float(thumbnail_found[0]),
    "precision_space": float(space_found[0]),
    "precision_space_unseen": float(space_found[1]),
    "sums_same_side": float(space_sums[0]),
    "sums_across": float(space_sums[1]),
    "sums_pixels_across": float(pixel_sums[1]),
    "sums_word_word": float(word_sums[1]),
    "brightness_r2": float(space_probe[0]),
    "weight_accuracy": float(space_probe[1]),
    "loss": float(loss),
    "loss_floor": float(lowest),
    "scale": scale,
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert read_unseen > 0.85, say("본 적 없는 글자도 대부분 읽는다",
                               "most syllables never met are read right")
assert half_right > 0.8, say("틀려도 자음이나 모음은 대개 맞는다",
                             "even wrong answers mostly get one part right")
assert shuffled_unseen < 0.03, say("뒤섞은 짝은 우연 수준이다",
                                   "shuffled pairs stay at chance")
assert max(ridge_unseen, parts_unseen) < read_unseen - 0.2, say(
    "선형 방법은 크게 뒤처진다", "linear methods are far behind"
)
assert told_unseen < read_unseen - 0.08, say("부품을 아는 합성곱도 못 미친다",
                                             "convolutions told the parts do not reach it")
assert lowest < loss < lowest + 1, say("손실은 0이 아니라 바닥에 다가간다",
                                       "the loss nears its floor, not 0")
assert word_precision > 0.85, say("본 적 없는 철자로도 그림을 찾는다",
                                  "spellings never met find their pictures")
assert space_found[1] > 3 * thumbnail_found[1], say("검색에서 축소 그림을 크게 앞선다",
                                                    "search is far ahead of thumbnails")
assert min(space_sums[1], word_sums[1]) > 0.8 > pixel_sums[1] + 0.5, say(
    "03강에서 틀린 덧셈이 풀린다", "the sums that failed in lesson 3 are solved"
)
assert 0.15 < space_probe[0] < 0.55, say("밝기는 절반도 읽히지 않지만 남아 있다",
                                         "less than half of the brightness is left")
assert 0.3 < space_probe[1] < pixel_probe[1] - 0.04, say(
    "굵기는 픽셀에서보다 덜 읽힌다", "stroke weight is read less well than from pixels"
)

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 그림과 철자를 한 공간에 놓았더니, 학습에도 설정을 고를 때에도 없던 글자 28개를 대부분 읽었습니다. 뒤섞은 짝으로는 우연 수준이었습니다.
# - 본 적 없는 글자를 이름(철자)만으로 알아보는 것이 제로샷이고, CLIP이 같은 방법을 씁니다. 온도는 학습되었고, 정답이 여럿인 묶음에서 손실의 바닥은 0이 아니었습니다.
# - 03강의 검색과 덧셈이 이 공간에서 풀렸습니다. 03강과는 학습 목표도, 함께 준 자료(철자)도 다르기 때문입니다. 목표에 필요 없는 것은 작아졌지만 다 사라지지는 않았습니다.
# - 임베딩은 거리가 관계를 뜻하도록 놓은 잠재 벡터입니다. 그 관계는 학습 목표가 정합니다.
#
# **푼 문제:** 제로샷 분류기 만들기 · 철자를 쪼개지 않으면 · 무엇을 고를까
#
# **오늘날에는.** 휴대 전화의 사진첩에 “바닷가의 개”라고 적으면 사진을 찾아 주는 기능, 글을 읽고 그림을 그리는 모델의 글 인코더, 그림을 보고 대답하는 언어 모델에서 눈 노릇을 하는 부분은 대개 이렇게 짝지어 학습시킨 인코더입니다(Radford 외, 2021).
#
# **이 강의는 여기까지입니다.** 압축에서 출발해 오토인코더, 잠재 공간, 그림 고치기와 비교하기, 생성, 텍스트 임베딩을 거쳐 한 공간에 이르렀습니다. 새 자료를 만나면 위의 표에서 할 일을 찾고, 그 수업의 가장 단순한 경쟁자부터 실행해 보세요.
#
# {next}
#
# ### 참고한 글
#
# - Frome 외, *DeViSE: A deep visual-semantic embedding model*, 2013.
# - van den Oord, Li, Vinyals, *Representation learning with contrastive predictive coding*, 2018.
# - Radford 외, *Learning transferable visual models from natural language supervision*, 2021.
# - Ramesh 외, *Hierarchical text-conditional image generation with CLIP latents*, 2022.
# - Roth 외, *Towards total recall in industrial anomaly detection*, 2022.
# - Morris 외, *Text embeddings reveal (almost) as much as text*, 2023.
# - 문화관광부, *국어의 로마자 표기법*, 2000.

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - With pictures and spellings in one space, most of 28 syllables were read that had been used neither in training nor in choosing settings. With shuffled pairs the score was at chance.
# - To recognize what was never seen by its name alone is zero-shot, as in CLIP. The temperature was learned, and where a batch holds several right answers the loss has a floor above 0.
# - Lesson 3's search and sums are solved in this space, because the goal and what we handed over are different. What the goal did not need became small, though not all of it was gone.
# - An embedding is a latent vector placed so that distance stands for a relation. Which relation, the goal decides.
#
# **Exercises done:** a zero-shot classifier · spellings in one piece · which one?
#
# **Where this is today.** Photo albums that answer "dog on a beach", the text encoders of models that draw what they are told, the eyes of language models that talk about pictures: many go back to encoders trained as such a pair (Radford et al., 2021).
#
# **This is where the course ends.** From compression we went by way of the autoencoder, latent space, uses in vision, generation and text embedding to one shared space. When you meet new data, look for your task in the table above, and run that lesson's baseline first.
#
# {next}
#
# ### References
#
# - Frome et al., *DeViSE: A deep visual-semantic embedding model*, 2013.
# - van den Oord, Li, Vinyals, *Representation learning with contrastive predictive coding*, 2018.
# - Radford et al., *Learning transferable visual models from natural language supervision*, 2021.
# - Ramesh et al., *Hierarchical text-conditional image generation with CLIP latents*, 2022.
# - Roth et al., *Towards total recall in industrial anomaly detection*, 2022.
# - Morris et al., *Text embeddings reveal (almost) as much as text*, 2023.
# - Ministry of Culture and Tourism, Republic of Korea, *Romanization of Korean*, 2000.
