# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 09 · 문장 임베딩: 조각에서 문장으로
#
# **처음 보는 단어도 아는 조각으로 나누면 벡터가 생깁니다. 그 조각들을 평균해 문장 벡터를 만들고, 문장을 찾습니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 한국어의 조사가 왜 문제가 되는지 **재고**, BPE로 단어를 조각으로 **나눕니다**.
# - 조각 벡터의 평균과 가중 평균으로 문장 벡터를 **만듭니다**.
# - 정답이 있는 시험으로 문장 벡터를 **비교하고**, 설정을 **고릅니다**.
# - 내 말로 물어 문장을 **찾습니다**.
#
# {minutes}분 · [08 · 텍스트 임베딩](08_text_embedding.ipynb)에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 09 · Sentence embedding: from pieces to sentences
#
# **A word never seen before gets a vector as soon as you cut it into pieces you know. The mean of the pieces makes a sentence vector, and sentence vectors find sentences.**
#
# After this lesson you can
#
# - **measure** the trouble that Korean particles make, and **cut** words into pieces with BPE;
# - **build** sentence vectors as a mean, or a weighted mean, of piece vectors;
# - **compare** sentence vectors on a task that has an answer, and **choose** their settings;
# - **search** for a sentence in your own words.
#
# {minutes} minutes · builds on [08 · Text embedding](08_text_embedding.ipynb).
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup"
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
import matplotlib.pyplot as plt
import numpy as np
from scipy.sparse.linalg import svds
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics.pairwise import cosine_similarity

use_course_style()

# %% [markdown] id="unknown" lang="ko"
# ## 1. 처음 보는 단어
#
# 08강과 같은 말뭉치입니다. 글의 60%에서 배우고(훈련), 20%로 설정을 고르고(검증), 20%로 점수를 냅니다(테스트).

# %% [markdown] id="unknown" lang="en"
# ## 1. Words never seen before
#
# The corpus is that of lesson 8. We learn from 60% of the texts (training), choose settings on 20% (validation) and score on 20% (test).

# %% id="split"
pairs = interface_pairs()
texts = {"en": [english for english, korean in pairs],
         "ko": [korean for english, korean in pairs]}
train_texts, valid_texts, test_texts = {}, {}, {}
for language in texts:
    texts[language] = list(dict.fromkeys(texts[language]))
    shuffled = list(texts[language])
    np.random.default_rng(seed).shuffle(shuffled)
    first, second = len(shuffled) * 6 // 10, len(shuffled) * 8 // 10
    train_texts[language] = shuffled[:first]
    valid_texts[language] = shuffled[first:second]
    test_texts[language] = shuffled[second:]
    print(language, len(train_texts[language]), len(valid_texts[language]),
          len(test_texts[language]))

# %% [markdown] id="unknown-predict" lang="ko"
# **예상하고 실행하기.** 훈련 세트에 한 번이라도 나온 단어를 ‘아는 단어’라고 합시다. 테스트 세트의 단어 가운데 모르는 단어는 몇 %일까요? 두 언어는 같은 내용을 담고 있습니다. 어느 쪽이 더 많을까요?

# %% [markdown] id="unknown-predict" lang="en"
# **Predict, then run.** Call a word known if the training set has it at least once. What share of the words in the test set is unknown? Both languages hold the same messages. Which has more?

# %% id="unknown-share" tags=["predict"]
def tokens(text):
    return re.findall(r"[^\W_]+", text.lower())  # 글자와 숫자 | letters and digits


word_counts, unknown = {}, {}
for language in texts:
    word_counts[language] = Counter(
        token for text in train_texts[language] for token in tokens(text))
    met = [token for text in test_texts[language] for token in tokens(text)]
    unknown[language] = np.mean([token not in word_counts[language] for token in met])
    strange = [token for token in met if token not in word_counts[language]]
    print(f"{language}: {unknown[language]:.1%}", strange[:6])

# %% [markdown] id="particles" lang="ko"
# 한국어가 두 배 넘게 많습니다. 한국어는 단어에 **조사**와 **어미**가 붙고, 띄어쓰기도 쓰는 사람마다 다릅니다. 훈련 세트에서 `파일`이라는 말이 어떤 꼴로 나오는지 봅시다.

# %% [markdown] id="particles" lang="en"
# Korean has more than twice as many. A Korean noun carries a **particle** that marks its part in the sentence, verbs change their **endings** freely, and spacing varies from writer to writer. Let us see the forms of 파일, “file”, in the training set: 파일을 is the file as an object, 파일이 as a subject, 파일의 “of the file”, and so on. To a program that cuts at spaces, all are strangers to each other.

# %% id="guises"
stem = say("파일")
print([word for word in word_counts["ko"] if word.startswith(stem)])

# %% [markdown] id="bpe-text" lang="ko"
# ## 2. 단어를 조각으로: BPE
#
# 뜻이나 문법 구실을 하는 가장 작은 단위를 **형태소**(morpheme)라고 합니다. `파일을`은 `파일`과 `을`, 두 형태소입니다. 형태소로 나누려면 사전과 문법을 아는 **형태소 분석기**가 필요합니다. 그런데 사전 없이 글에서 배우는 방법이 있습니다.
#
# **BPE**(byte pair encoding)는 압축 방법에서 나왔습니다. 글자에서 시작해 **가장 자주 나란히 나오는 두 조각을 하나로 합치기**를 되풀이합니다. 자주 함께 나오는 글자들은 큰 조각이 되고, 드문 단어는 작은 조각들로 남습니다. 이렇게 얻은 조각을 **서브워드**(subword)라고 합니다. `_`는 단어의 시작을 나타냅니다.
#
# 손으로 한 번 해 봅시다. 글에 `cell`이 세 번, `cells`가 두 번, `sell`이 한 번 나온다면, `e`와 `l`, `l`과 `l`이 여섯 번씩 나란히 나옵니다. 같으면 먼저 만난 쌍을 합치므로 `el`이 되고, 다음은 `el`과 `l`(여섯 번)이 `ell`로, 그다음은 단어의 시작을 뜻하는 `_`와 `c`(다섯 번)가 `_c`로 합쳐집니다. 코드로는 열몇 줄이면 됩니다.

# %% [markdown] id="bpe-text" lang="en"
# ## 2. Words into pieces: BPE
#
# The smallest unit with a meaning or a grammatical job is a **morpheme**: `cells` is two of them, `cell` and `s`; 파일을 is 파일 and 을. Cutting words into morphemes takes an analyzer that knows a dictionary and a grammar. But there is a way to learn pieces from nothing but text.
#
# **BPE** (byte pair encoding) comes from data compression. Start from single characters and, again and again, **join the two pieces that most often stand side by side**. Characters that often go together grow into large pieces; rare words stay in small ones. The pieces are called **subwords**. `_` marks where a word begins.
#
# Do it once by hand. If a text has `cell` three times, `cells` twice and `sell` once, then `e` and `l`, and `l` and `l`, stand side by side six times each. Of equals, the pair met first is joined: `el`. Next comes `el` with `l` (six times), and then `_`, which marks the start of a word, with `c` (five). In code, a dozen lines will do.

# %% id="bpe"
def merge(pieces, pair):
    merged = []
    for piece in pieces:
        if merged and (merged[-1], piece) == pair:
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged


def learn_bpe(word_counts, how_many):
    cut = {word: list("_" + word) for word in word_counts}
    rules = []
    for _ in range(how_many):
        seen = Counter()
        for word, pieces in cut.items():
            for pair in zip(pieces, pieces[1:]):
                seen[pair] += word_counts[word]
        rules.append(max(seen, key=seen.get))
        cut = {word: merge(pieces, rules[-1]) for word, pieces in cut.items()}
    return rules

# %% id="learn-bpe"
rules = {language: learn_bpe(word_counts[language], 800) for language in texts}
for language in texts:
    first = ["".join(pair) for pair in rules[language][:20]]
    print(language, first)

# %% [markdown] id="cut-text" lang="ko"
# 처음 합친 조각 20개입니다. 영어의 `_the`와 `_to`, 한국어의 `니다`와 `으로` 같은 조각이 문법책 없이 나타납니다. 이제 합친 순서대로 규칙을 적용하면 어떤 단어든 나눌 수 있습니다. 규칙은 400개만 씁니다. 이 수를 바꾸면 어떻게 되는지는 연습 2에서 재어 봅니다.
#
# **예상하고 실행하기.** 언어마다 문장 하나를 나누어 봅니다. 형태소와 같은 곳에서 잘릴까요?

# %% [markdown] id="cut-text" lang="en"
# These are the first twenty pieces to be joined. Without a grammar book, pieces such as English `_the` and `_to`, or the Korean verb ending 니다 and the particle 으로 (“by, to”), turn up. Apply the rules in the order in which they were learned, and any word can be cut. We use 400 rules; exercise 2 measures what other numbers do.
#
# **Predict, then run.** We cut one sentence in each language. Will the cuts fall between morphemes? (The Korean sentence says “the following files will be changed”: 다음 | 파일 + 들 (plural) + 이 (subject) | 변경 + 됩니다 (is done).)

# %% id="cut" tags=["predict"]
def make_cutter(rules):
    known = {}

    def pieces_of(text):
        found = []
        for word in tokens(text):
            if word not in known:
                known[word] = list("_" + word)
                for pair in rules:
                    known[word] = merge(known[word], pair)
            found += known[word]
        return found

    return pieces_of


pieces_of = {language: make_cutter(rules[language][:400]) for language in texts}
example = {"en": "Restarting unsaved notebooks", "ko": say("다음 파일들이 변경됩니다")}
for language in texts:
    print(" ".join(pieces_of[language](example[language])))

# %% id="unknown-pieces"
unknown_pieces = {}
for language, cut in pieces_of.items():
    known = {piece for text in train_texts[language] for piece in cut(text)}
    met = [piece for text in test_texts[language] for piece in cut(text)]
    share = np.mean([piece not in known for piece in met])
    unknown_pieces[language] = share
    print(say(f"{language}: 조각 {len(known)}가지, 모르는 조각 {share:.1%}",
              f"{language}: {len(known)} different pieces, {share:.1%} unknown"))

# %% [markdown] id="pieces-seen" lang="ko"
# 조각의 가짓수와, 테스트 세트에서 모르는 조각의 비율입니다. 모르는 것이 거의 사라졌습니다. 조각이 형태소와 늘 같지는 않습니다. BPE는 뜻을 모르고 횟수만 알기 때문입니다. 그래도 위의 문장에서 `들`과 `이`는 따로 떨어졌습니다.
#
# 더 간단한 방법도 있습니다. 잇따른 글자 n개를 모두 조각으로 쓰는 **글자 n-그램**(n-gram)입니다. `파일을`을 두 글자씩 자르면 ` 파`, `파일`, `일을`, `을 `입니다(앞뒤에 빈칸을 붙입니다). fastText라는 도구가 비슷한 방법을 씁니다. 배울 것이 없는 대신 가짓수가 수천 가지로 늘어납니다. 조금 뒤에 경쟁 상대로 나옵니다.

# %% [markdown] id="pieces-seen" lang="en"
# You see how many different pieces there are, and what share of the pieces in the test set is unknown: next to none. Pieces are not always morphemes, for BPE knows counts and no meanings. Still, the `s` of `notebooks` and the Korean plural and particle came off by themselves.
#
# There is a simpler way: take every run of n characters as a piece, a **character n-gram**. With a blank put before and after, the 3-grams of `cell` are ` ce`, `cel`, `ell`, `ll `. A tool named fastText does something similar. There is nothing to learn, but there are thousands of n-grams. They will be our rivals in a moment.

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 조각으로 다시 단어를
#
# BPE로 나누어도 잃는 정보가 없습니다. 조각을 이으면 원래 단어가 됩니다. 조각의 목록에서 원래 단어들을 되찾는 함수 `join`을 쓰세요. `join(["_파일", "을", "_삭", "제"])`는 `["파일을", "삭제"]`입니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. From pieces back to words
#
# BPE loses nothing. Write a function `join` that turns a list of pieces back into the words: `join(["_cell", "s", "_re", "start"])` is `["cells", "restart"]`.

# %% id="exercise-1"
def join(pieces):
    return ...  # 여기 | here

# %% id="exercise-1-check" tags=["check"]
def words_are_back(function):
    found = function(["_re", "start", "_cell", "s"])
    assert isinstance(found, list), (
        say("리스트를 돌려주세요.",
            "Return a list."))
    assert "" not in found, (
        say("빈 문자열이 섞여 있습니다.",
            "There is an empty string in it."))
    assert found == ["restart", "cells"], (
        say(f"{found}이(가) 나왔습니다.",
            f"It gives {found}."))
    for language in texts:
        for text in test_texts[language][:50]:
            assert function(pieces_of[language](text)) == tokens(text), text
    return True


check(join, words_are_back,
      hint=say('조각을 모두 이어 붙이면 "_"가 단어의 시작마다 있습니다.',
               'Join all pieces into one string: a "_" stands before each word.'))

# %% id="exercise-1-solution" tags=["solution"]
def join(pieces):
    return "".join(pieces).split("_")[1:]

# %% [markdown] id="sentence-text" lang="ko"
# ## 3. 문장 벡터: 평균과 가중 평균
#
# 08강처럼 조각마다 벡터를 만듭니다. 이번에는 문장을 찾는 것이 목표이므로 바로 옆이 아니라 **같은 문장에 나온 모든 조각**을 이웃으로 칩니다. 함께 나온 문장의 수를 세고, PPMI로 바꾸고, 특잇값 분해로 값 64개를 남깁니다.
#
# 문장 벡터는 그 조각 벡터들의 **평균**입니다. `the`나 `을`처럼 어디에나 나오는 조각은 문장을 구별하는 데 도움이 되지 않습니다. 그래서 조각의 가중치를 log(전체 문장 수 ÷ 조각이 나온 문장 수)로 한 **가중 평균**도 만듭니다. 흔할수록 가중치가 작습니다. 이 가중치를 검색에서는 IDF라고 합니다.

# %% [markdown] id="sentence-text" lang="en"
# ## 3. Sentence vectors: a mean, a weighted mean
#
# As in lesson 8, each piece gets a vector. This time the aim is to find sentences, so the neighbors of a piece are **all pieces in the same sentence**, not just the ones next door. Count the sentences they share, turn the counts into PPMI, keep 64 values by SVD.
#
# A sentence's vector is the **mean** of its pieces' vectors. Pieces that stand everywhere, like `the`, do not help to tell sentences apart. So we also make a **weighted mean**, in which a piece weighs log(all sentences ÷ sentences that have the piece): the more common, the lighter. In search, this weight is known as IDF.

# %% id="piece-vectors"
def ppmi(counts):
    by_chance = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    times = counts / np.maximum(by_chance, 1e-9)
    return np.log(np.maximum(times, 1))


def shorten(table, size):
    U, s, Vt = svds(table, size, random_state=seed)  # 앞의 size개만 | the first ones only
    return U * s


def learn_vectors(cutter, language, size=64):
    """조각의 개수를 세는 도구, 가중치, 벡터 | a counter of pieces, weights, vectors"""
    counter = CountVectorizer(analyzer=cutter)
    has = (counter.fit_transform(train_texts[language]) > 0).astype(float)
    together = (has.T @ has).toarray()
    weights = np.log(has.shape[0] / together.diagonal())
    np.fill_diagonal(together, 0)
    return counter, weights, shorten(ppmi(together), size)

# %% [markdown] id="product-text" lang="ko"
# 평균은 행렬 곱 하나입니다. (문장 × 조각) 횟수에 (조각 × 64) 벡터를 곱하면 조각 벡터들의 합이 나옵니다. 코사인 유사도는 길이를 보지 않으므로 합이나 평균이나 결과가 같습니다.

# %% [markdown] id="product-text" lang="en"
# The mean is one matrix product: counts (sentences × pieces) times vectors (pieces × 64) adds up the pieces' vectors. Cosine similarity does not look at length, so the sum does as well as the mean.

# %% id="sentence-vectors"
learned, by_words = {}, {}
for language in texts:
    learned[language] = learn_vectors(pieces_of[language], language)
    by_words[language] = learn_vectors(tokens, language)


def mean(model, some_texts):
    counter, weights, vectors = model
    return counter.transform(some_texts) @ vectors


def weighted_mean(model, some_texts):
    counter, weights, vectors = model
    return counter.transform(some_texts) @ (weights[:, None] * vectors)


print(weighted_mean(learned["en"], texts["en"]).shape)

# %% [markdown] id="task" lang="ko"
# ## 4. 정답이 있는 시험: 짝 문장 찾기
#
# 테스트 세트에서 단어가 셋 이상인 문장을 골라 **망가뜨립니다**. 망가진 문장으로 그 언어의 글 전체에서 원래 문장을 찾습니다. 첫째로 나오면 맞은 것입니다.
#
# - **순서**: 단어의 순서를 섞습니다.
# - **빠짐**: 단어의 3분의 1을 뺍니다.
# - **어미**: 한국어는 조사로 보이는 끝 글자를 다른 조사로 바꾸고, 영어는 세 글자 이상인 단어마다 끝의 `s`를 떼거나 붙입니다(`the`도 `thes`가 됩니다). 영어가 훨씬 많이 망가지므로 두 언어의 점수는 서로 비교하지 않습니다.
# - **모두**: 셋을 다 합니다.

# %% [markdown] id="task" lang="en"
# ## 4. A task with an answer: find the partner
#
# We take the test sentences of three or more words and **damage** them. The damaged sentence must find its original among all the texts of its language. It counts if the original comes first.
#
# - **order**: the words are shuffled.
# - **missing**: a third of the words is dropped.
# - **endings**: every English word of three letters or more loses a final `s` or gains one (even `the` becomes `thes`); in Korean, a last letter that looks like a particle is replaced by another particle. English suffers far more than it would in life, so do not compare the two languages' scores.
# - **all**: all three at once.

# %% id="damage"
particles = say("을를이가은는의에로와과도")


def other_ending(word, language, rng):
    if language == "en" and len(word) > 2:
        return word[:-1] if word.endswith("s") else word + "s"
    if language == "ko" and len(word) > 1 and word[-1] in particles:
        return word[:-1] + rng.choice(list(particles.replace(word[-1], "")))
    return word


def damaged(text, kinds, language, rng):
    found = tokens(text)
    if "order" in kinds:
        rng.shuffle(found)
    if "missing" in kinds:
        kept = rng.permutation(len(found))[: 2 * len(found) // 3]
        found = [found[n] for n in sorted(kept)]
    if "endings" in kinds:
        found = [other_ending(word, language, rng) for word in found]
    return " ".join(found)

# %% id="queries"
kinds = [["order"], ["missing"], ["endings"], ["order", "missing", "endings"]]


def make_queries(some_texts, language):
    """망가진 문장들과 정답의 번호, 종류마다 | damaged texts and answers, for each kind"""
    rng = np.random.default_rng(seed)
    long = [text for text in some_texts if len(tokens(text)) >= 3] * 3
    answers = [texts[language].index(text) for text in long]
    queries = []
    for kind in kinds:
        queries.append([damaged(text, kind, language, rng) for text in long])
    return queries, answers


test_queries, valid_queries = {}, {}
for language in texts:
    valid_queries[language] = make_queries(valid_texts[language], language)
    test_queries[language] = make_queries(test_texts[language], language)
    queries, answers = test_queries[language]
    print(len(answers), "|", texts[language][answers[0]], "→", queries[3][0])

# %% [markdown] id="fair-text" lang="ko"
# 문장마다 세 번씩 다르게 망가뜨렸습니다. 동점이면 맞은 것으로 치지 않습니다.
#
# 경쟁 상대는 벡터를 배우지 않고 **조각의 개수만 세는** 방법입니다. 하나는 같은 BPE 조각을 같은 가중치로 세고, 하나는 글자 n-그램을 셉니다(영어 1–4글자, 한국어 1–3글자. 길이는 검증 질의로 골랐습니다). 조각마다 값이 하나씩이므로 벡터가 훨씬 깁니다.
#
# 또 하나는 배운 벡터 대신 조각마다 **무작위 벡터** 64개를 주고 똑같이 가중 평균을 하는 방법입니다.
#
# **예상하고 실행하기.** 단어의 평균, 조각의 평균, 무작위 벡터, 조각 세기. 어느 것이 가장 잘하고 어느 것이 가장 못할까요?

# %% [markdown] id="fair-text" lang="en"
# Each sentence was damaged three times over, each time differently. A tie does not count as found.
#
# The rivals learn no vectors; they **just count pieces**. One counts the same BPE pieces with the same weights, one counts character n-grams (1 to 4 characters in English, 1 to 3 in Korean, chosen with the validation queries). They need one value per piece, so their vectors are far longer.
#
# One more gives each piece a **random vector** of 64 values instead of the learned one, and takes the same weighted mean.
#
# **Predict, then run.** Mean of words, mean of pieces, random vectors, counting pieces: which will be best, and which worst?

# %% id="found-first"
def found_first(vectors_of, queries, answers, language):
    """짝이 첫째로 나온 비율 | share of queries whose partner comes first"""
    gallery = vectors_of(texts[language])
    similarity = cosine_similarity(vectors_of(queries), gallery)
    own = similarity[np.arange(len(answers)), answers]
    as_good = np.sum(similarity >= own[:, None] - 1e-6, axis=1)
    return np.mean((as_good == 1) & (own > 0))


def counted(model):
    counter, weights, vectors = model
    return lambda some_texts: counter.transform(some_texts).multiply(weights).tocsr()


ngrams = {}
for language, lengths in [("en", (1, 4)), ("ko", (1, 3))]:
    counter = CountVectorizer(analyzer="char_wb", ngram_range=lengths, min_df=2)
    ngrams[language] = counter.fit(train_texts[language])

# %% id="random-vectors"
rng = np.random.default_rng(seed)
at_random = {}
for language, (counter, weights, vectors) in learned.items():
    at_random[language] = counter, weights, rng.standard_normal(vectors.shape)

# %% id="compare" tags=["predict"]
def contestants(language):
    words, pieces, counter = by_words[language], learned[language], ngrams[language]
    chance = at_random[language]
    return {
        say("단어 평균", "words, mean"): (64, lambda t: mean(words, t)),
        say("단어 가중 평균", "words, weighted"): (64, lambda t: weighted_mean(words, t)),
        say("조각 평균", "pieces, mean"): (64, lambda t: mean(pieces, t)),
        say("조각 가중 평균", "pieces, weighted"): (64, lambda t: weighted_mean(pieces, t)),
        say("조각, 무작위", "pieces, random"): (64, lambda t: weighted_mean(chance, t)),
        say("조각 세기", "pieces, counted"): (len(pieces[1]), counted(pieces)),
        say("n-그램 세기", "n-grams, counted"): (len(counter.vocabulary_), counter.transform),
    }


scores = {}
for language in texts:
    queries, answers = test_queries[language]
    for name, (size, vectors_of) in contestants(language).items():
        scores[language, name] = [size] + [
            found_first(vectors_of, damaged_texts, answers, language)
            for damaged_texts in queries]

columns = say(["언어", "방법", "값의 수", "순서", "빠짐", "어미", "모두"],
              ["language", "method", "values", "order", "missing", "endings", "all"])
show_table([[*key, *score] for key, score in scores.items()], columns, digits=2)

# %% id="compare-plot" alt={"ko": "언어마다 그래프 하나. 가로는 값의 수(로그), 세로는 모두 망가뜨린 문장을 찾은 비율. 값 64개짜리 조각 벡터가 수백 개짜리 세기에 가깝고, 단어 벡터는 한참 아래에 있다.", "en": "One panel per language: number of values (log scale) against the share found with all damage. Piece vectors of 64 values come close to counting with hundreds; word vectors lie far below."}
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.4), sharey=True)
for ax, language in zip(axes, texts):
    own = [(name, score) for (of, name), score in scores.items() if of == language]
    for (name, score), color, marker in zip(own, plt.cm.tab10.colors, "os^DXvP"):
        ax.plot(score[0], score[-1], color=color, marker=marker, linestyle="none",
                label=name)
    ax.set(xscale="log", xlim=(40, 12000), ylim=(0, 1), title=language,
           xlabel=say("문장 벡터의 값의 수", "values in a sentence vector"))
axes[0].set_ylabel(say("짝을 찾은 비율 (모두)", "partner found (all damage)"))
axes[1].legend(fontsize=7, loc="lower right")
plt.show()

# %% [markdown] id="compare-seen" lang="ko"
# - **조각이 단어를 크게 앞섭니다.** 끝이 바뀐 단어나 처음 보는 단어는 벡터가 없지만, 조각은 대부분 그대로 남기 때문입니다. 다만 이 차이는 우리가 얼마나 망가뜨렸는지에 달려 있습니다.
# - **무작위 벡터가 배운 벡터만큼 잘합니다!** 이웃에서 배운 뜻은 이 시험에 보탬이 되지 않았습니다. 글자가 남아 있는 시험에서는 서로 다른 조각을 서로 다른 방향에 놓기만 하면 되고, 값이 64개면 무작위 방향들은 서로 거의 직각입니다(코사인 유사도가 0 ± 0.13쯤입니다). 점수가 좋아진 것은 임베딩이 아니라 **조각** 덕분입니다.
# - **값 64개가 같은 조각을 세는 수백 개를 거의 따라갑니다.** 다만 세는 벡터는 대부분 0이어서, 0이 아닌 값만 적으면 64개보다 자리를 덜 차지합니다.
# - **겉모습이 닮은 문장을 찾는 데는 n-그램 세기가 대체로 가장 강합니다.** 배울 것도 없습니다. ‘모두’에서 차이가 가장 큽니다.
# - **가중 평균이 늘 낫지는 않습니다.** ‘빠짐’에서는 조각의 그냥 평균이 낫습니다.
# - ‘순서’ 열이 1이 아닌 것은 **동점** 때문입니다. 순서를 섞어도 평균은 그대로지만, 아는 단어나 조각이 똑같은 글이 또 있으면 찾은 것으로 치지 않습니다.

# %% [markdown] id="compare-seen" lang="en"
# - **Pieces are far ahead of words.** A word whose end has changed, or which is new, has no vector; of its pieces, most are still there. How far ahead depends on how much damage we did.
# - **Random vectors do as well as learned ones!** What was learned from neighbors is no help in this exam. Where letters survive, it is enough to put different pieces in different directions, and with 64 values random directions are nearly at right angles (cosine similarities of 0 ± 0.13 or so). The credit goes to the **pieces**, not to the embedding.
# - **64 values come close to the hundreds that count the same pieces.** But most counts are 0; if only the others are stored, they take less room than 64 values.
# - **Counting n-grams is on the whole strongest at finding look-alikes**, and needs no training. Its lead is largest for “all”.
# - **A weighted mean is not always better.** For “missing”, the plain mean of pieces is.
# - Where the “order” column falls short of 1, the cause is **ties**. Shuffling does not move a mean, but where another text has the same known words or pieces, it does not count as found.

# %% [markdown] id="twins-text" lang="ko"
# ### 표현이 달라지면
#
# 이 시험에서는 글자가 대부분 남았습니다. 사람이 만든 더 어려운 시험도 말뭉치 속에 있습니다. 여러 사람이 옮긴 탓에, **같은 글이 다르게 번역된 곳**과 다른 글이 똑같이 번역된 곳이 있습니다. 번역이 같은 글들은 대개 뜻이 같고 표현이 다릅니다. 글자를 거의 함께 쓰지 않는 어려운 쌍도, 띄어쓰기만 다른 쉬운 쌍도 있습니다. 하나로 나머지를 찾아, 가까운 열 개 안에 들면 맞은 것으로 칩니다. **조각을 하나도 함께 쓰지 않는** 글들만 따로도 셉니다. 여기서라면 배운 벡터가 무작위를 이길까요?

# %% [markdown] id="twins-text" lang="en"
# ### In other words
#
# In this task most letters survived. The corpus holds a harder one, made by people: because many volunteers took part, **one text sometimes has two translations**, and sometimes two texts share one. Texts with the same translation mostly say the same in other words: some share hardly a letter, some differ only by a space. One must find another; it counts if that is among the ten nearest. Texts that **share no piece at all** are also counted apart. Will learned vectors beat random ones there?

# %% id="twins"
def plain(text):
    return " ".join(tokens(text))


def shared_letters(group):
    return len(set.intersection(*map(set, group)))


twins = {}
for language, side in [("en", 0), ("ko", 1)]:
    groups = {}
    for pair in pairs:
        translation = plain(pair[1 - side])
        groups.setdefault(translation, set()).add(plain(pair[side]))
    found = [sorted(group) for group in groups.values() if len(group) > 1]
    twins[language] = sorted(found, key=shared_letters)
    print(language, len(found), twins[language][:3])

# %% id="strangers"
strangers = {}
for language in texts:
    strangers[language] = []
    for group in twins[language]:
        each = [set(pieces_of[language](text)) for text in group]
        if len(set.union(*each)) == sum(map(len, each)):
            strangers[language].append(group)
    print(language, len(strangers[language]))

# %% id="twin-scores" tags=["predict"]
def twin_in_ten(vectors_of, language, groups):
    gallery = sorted({plain(text) for text in texts[language]})
    similarity = cosine_similarity(vectors_of(gallery))
    np.fill_diagonal(similarity, -2)  # 자기 자신은 빼고 | not itself
    found = []
    for group in groups:
        numbers = [gallery.index(text) for text in group]
        for n in numbers:
            best = max(similarity[n, other] for other in numbers if other != n)
            found.append(np.sum(similarity[n] >= best - 1e-6) <= 10)
    return np.mean(found)


twin_scores = {}
for groups in (twins, strangers):
    for language in texts:
        for name, (_, vectors_of) in contestants(language).items():
            share = twin_in_ten(vectors_of, language, groups[language])
            twin_scores.setdefault(name, []).append(share)
show_table([[name, *score] for name, score in twin_scores.items()],
           say(["방법", "en", "ko", "en, 조각이 다름", "ko, 조각이 다름"],
               ["method", "en", "ko", "en, no shared piece", "ko, no shared piece"]), digits=2)

# %% [markdown] id="twins-seen" lang="ko"
# 여기서도 조각이 단어를 앞서고, 무작위 벡터가 배운 벡터에 뒤지지 않고(한국어에서는 오히려 낫지만 무리가 47개뿐입니다), 세는 방법이 가장 낫습니다. 그리고 **조각을 하나도 함께 쓰지 않는 글은 어느 방법도 거의 찾지 못합니다.** 뜻을 배우라고 만든 벡터도 마찬가지입니다. 글자를 함께 쓰지 않는 두 말이 같은 뜻이라는 것을, 작은 말뭉치에서 이웃만 보고 알기는 어렵습니다. **무엇이 같은 뜻인지 보여 주는 자료**가 있으면 어떨까요? 번역이 바로 그런 자료입니다. 10강에서 씁니다.

# %% [markdown] id="twins-seen" lang="en"
# Again pieces are ahead of words, random vectors do no worse than learned ones (in Korean better, on only 47 groups), and counting does best. And **hardly any method finds a text that shares no piece with the query**, not even the vectors that were made to learn meaning. That two words which look nothing alike mean the same is hard to learn from the neighbors in a small corpus. What if we had **data that show what means the same**? Translations are such data. Lesson 10 puts them to use.

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 조각은 얼마나 커야 할까
#
# 규칙이 적으면 조각이 글자에 가깝고, 많으면 단어에 가깝습니다. 규칙 50, 200, 400, 800개로 각각 문장 벡터(가중 평균, 값 64개)를 만들어, **검증 질의** `valid_queries["en"]`의 ‘어미’(셋째)에서 짝을 찾은 비율을 구하세요. `answer`에는 `{규칙의 수: 비율}`을 담습니다. 규칙이 몇 개일 때 가장 좋습니까? 그런데 우리는 왜 그 수를 쓰지 않았을까요? (‘빠짐’도 재어 보세요.)

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. How large should pieces be?
#
# With few rules, pieces are close to characters; with many, close to words. Build sentence vectors (weighted mean, 64 values) with 50, 200, 400 and 800 rules, and find the share of partners found for “endings” (the third kind) of the **validation queries** `valid_queries["en"]`. Put `{number of rules: share}` into `answer`. Which number is best? And why did we not use it? (Measure “missing” as well.)

# %% id="exercise-2"
answer = ...  # {50: …, 200: …, 400: …, 800: …}

# %% id="exercise-2-check" tags=["check"]
def share_found(model):
    queries, answers = valid_queries["en"]
    return found_first(lambda t: weighted_mean(model, t), queries[2], answers, "en")


def shares_are_right(shares):
    assert set(shares) == {50, 200, 400, 800}, (
        say("50, 200, 400, 800의 비율이 필요합니다.",
            "Give the shares for 50, 200, 400, 800."))
    for how_many in (50, 400):
        model = learn_vectors(make_cutter(rules["en"][:how_many]), "en")
        right = share_found(model)
        assert abs(shares[how_many] - right) < 0.015, (
            say(f"{how_many}개의 비율이 다릅니다.",
                f"The share for {how_many} is not right."))
    return True


check(answer, shares_are_right,
      hint=say('learn_vectors(make_cutter(rules["en"][:n]), "en")으로 모델을 만들고 '
               "found_first에 lambda t: weighted_mean(model, t)를 넘기세요.",
               'learn_vectors(make_cutter(rules["en"][:n]), "en") makes the model; hand '
               "found_first a lambda t: weighted_mean(model, t)."))

# %% id="exercise-2-solution" tags=["solution"]
queries, answers = valid_queries["en"]


def share_with(how_many, kind):
    model = learn_vectors(make_cutter(rules["en"][:how_many]), "en")
    return found_first(lambda t: weighted_mean(model, t), queries[kind], answers, "en")


answer = {how_many: share_with(how_many, 2) for how_many in (50, 200, 400, 800)}
missing = {how_many: share_with(how_many, 1) for how_many in (50, 200, 400, 800)}
# 어미: 50개가 가장 좋습니다(0.97, 800개면 0.66) | endings: 50 is best (0.97; 800: 0.66)
# 빠짐: 거꾸로입니다(0.43, 0.57). 400은 절충 | missing: the reverse (0.43, 0.57); 400 is between
print(answer, missing)

# %% [markdown] id="order-text" lang="ko"
# ## 5. 순서는 어디로 갔을까
#
# 평균은 순서를 모릅니다. 순서만 바꾼 문장은 벡터가 똑같습니다.
#
# **예상하고 실행하기.** 우리 말뭉치에서 순서를 모르면 구별할 수 없는 글, 즉 **단어의 모임이 다른 글과 똑같은 글**은 몇 개나 될까요?

# %% [markdown] id="order-text" lang="en"
# ## 5. Where has the order gone?
#
# A mean does not know the order. Sentences that differ in nothing else have the same vector.
#
# **Predict, then run.** How many texts in our corpus cannot be told apart without the order, because **another text has exactly the same words**?

# %% id="order" tags=["predict"]
two = weighted_mean(learned["en"], ["move the cell above the output",
                                    "move the output above the cell"])
print(np.allclose(two[0], two[1]))

only_order = {}
for language in texts:
    groups = {}
    for text in texts[language]:
        bag = tuple(sorted(tokens(text)))
        groups.setdefault(bag, set()).add(" ".join(tokens(text)))
    same_words = [sorted(group) for group in groups.values() if len(group) > 1]
    alike = sum(len(group) for group in same_words)
    only_order[language] = alike / len(texts[language])
    print(language, len(texts[language]), same_words)

# %% [markdown] id="order-seen" lang="ko"
# 두 문장은 뜻이 다른데 벡터가 같습니다. 그러나 **이 말뭉치에서** 그런 글은 거의 없습니다. 그래서 문장 찾기에서는 순서를 버려도 잃을 것이 거의 없습니다. 얻을 것이 없는 곳에 더 복잡한 모델을 쓸 이유는 없습니다.
#
# 순서가 꼭 필요한 일도 많습니다. 번역하기, 질문에 답하기, “A가 B보다 크다”를 이해하기. 이런 일에는 단어마다 **어느 단어를 얼마나 참고할지 스스로 정하는 가중 평균**을 씁니다. 이것이 **어텐션**(attention)이고, 어텐션을 여러 층 쌓고 자리의 번호를 함께 넣은 신경망이 **트랜스포머**입니다. 우리의 가중 평균은 가중치가 늘 같지만, 어텐션의 가중치는 문장마다 다릅니다.

# %% [markdown] id="order-seen" lang="en"
# Two sentences of different meaning have the same vector. But **in this corpus** hardly any text is like that, so for finding sentences there is next to nothing to lose with the order. Where there is nothing to gain there is no reason for a more complicated model.
#
# Many jobs do need the order: translating, answering questions, understanding “A is larger than B”. For these one uses a **weighted mean in which each word decides for itself how much to take from which other word**. That is **attention**; a network that stacks several layers of it, and is told the positions, is a **transformer**. The weights of our mean are always the same; those of attention differ from sentence to sentence.

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 무엇이 벡터를 바꿀까
#
# 조각 벡터의 평균으로 만든 문장 벡터의 **방향**(코사인 유사도로 본 벡터)을 바꾸지 **않는** 것은 어느 것일까요?
#
# - a. 문장의 조사를 모두 뺀다.
# - b. 문장을 두 번 이어 쓴다.
# - c. 단어 하나를 두 번 쓴다.
# - d. 단어 하나를 같은 뜻의 다른 단어로 바꾼다.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. What moves the vector?
#
# Which of these does **not** change the direction of a sentence vector (the vector as cosine similarity sees it) that is a mean of piece vectors?
#
# - a. Leaving out all the little words such as `the`.
# - b. Writing the sentence twice in a row.
# - c. Writing one of its words twice.
# - d. Replacing a word by another of the same meaning.

# %% id="exercise-3"
a, b, c, d = "abcd"
answer = ...  # a, b, c, d 가운데 하나 | one of a, b, c, d

# %% id="exercise-3-check" tags=["check"]
check_choice("exercise-3", answer, "7ed6853c", {
    "a": say("흔한 조각도 평균에 들어 있으므로, 빼면 방향이 조금 바뀝니다.",
             "Common pieces are in the mean too; without them the direction shifts."),
    "b": say("모든 조각이 두 번씩 들어가므로 합은 두 배, 방향은 그대로입니다.",
             "Every piece comes twice: the sum doubles, the direction stays."),
    "c": say("그 단어의 비중이 커져서 방향이 그쪽으로 움직입니다.",
             "That word counts for more, and the direction moves towards it."),
    "d": say("비슷한 단어의 벡터는 가깝지만 같지는 않으므로 방향이 조금 바뀝니다.",
             "Vectors of similar words are close but not equal, so the direction shifts."),
})

# %% id="exercise-3-solution" tags=["solution"]
answer = "b"
# 합이 두 배가 될 뿐, 방향은 그대로입니다 | the sum doubles, the direction stays

# %% [markdown] id="search-text" lang="ko"
# ## 6. 내 말로 찾기
#
# 이제 문장 벡터로 검색 상자를 만듭니다. 메뉴 이름을 정확히 몰라도 됩니다. 아래의 질의를 바꾸어 보세요.

# %% [markdown] id="search-text" lang="en"
# ## 6. Search in your own words
#
# Sentence vectors make a search box. You need not know what a menu item is called. Change the queries below. (The Korean ones say “to delete a cell”, “the kernel has stopped, and to restart it”, and “I want to wipe out a cell”.)

# %% id="search"
gallery = {language: weighted_mean(learned[language], texts[language])
           for language in texts}
in_english = {korean: english for english, korean in pairs}  # 번역 | translations


def search(query, language, how_many=3):
    vector = weighted_mean(learned[language], [query])
    similarity = cosine_similarity(vector, gallery[language])[0]
    print("🔎", query)
    for n in np.argsort(-similarity)[:how_many]:
        text = texts[language][n]
        print(f"   {similarity[n]:.2f}  {text[:40]}  {in_english.get(text, '')[:40]}")


for query in say(["셀을 삭제하려면", "커널이 멈췄는데 재시작하려면", "셀을 지우고 싶어요"]):
    search(query, "ko")
for query in ["deleting a cell", "font size bigger", "larger font sizes"]:
    search(query, "en")

# %% [markdown] id="search-seen" lang="ko"
# 각 언어의 처음 두 질의는 메뉴에 적힌 말과 똑같지 않은데도 관련 있는 글을 찾아냈습니다. 아는 조각이 질의와 메뉴에 함께 들어 있기 때문입니다. 그러나 `font size bigger`에 **작게**(Decrease)도 거의 같은 점수로 나옵니다. 맞은 것은 `font size`이고, 방향은 알아듣지 못했습니다. 마지막 질의는 아예 빗나갔습니다. `지우고 싶어요`나 `larger`처럼 이 말뭉치에 거의 나오지 않는 말은 뜻이 엉뚱한 작은 조각으로 흩어져 평균을 끌고 갑니다. 그런데도 검색 상자는 자신 있게 무엇인가를 내놓습니다. 다음 수업에서는 두 언어를 한 공간에 놓고, 모르면 모른다고 말하는 검색 상자를 만듭니다.
#
# ## 오늘날에는
#
# 언어 모델은 대부분 글을 BPE나 비슷한 방법(WordPiece, 유니그램)의 조각으로 나누어 읽습니다. 어휘는 대개 수만에서 수십만 조각입니다. 문장 벡터는 트랜스포머가 낸 조각 벡터들을 평균해 만드는 일이 많고, 뜻이 같은 문장끼리 가까워지도록 대조 학습으로 학습시킵니다(Sentence-BERT, Reimers와 Gurevych, 2019). 그렇게 찾은 글을 언어 모델에 함께 넣어 답하게 하는 방법이 **RAG**(검색 증강 생성)입니다. 우리가 만든 검색 상자가 그 앞부분입니다.

# %% [markdown] id="search-seen" lang="en"
# In each language the first two queries are worded differently from the menus, and yet they find the topic (“셀 삭제” is “delete cell”, “커널 재시작” is “restart kernel”), thanks to pieces that query and menu share. Not the direction: for `font size bigger`, **Decrease** comes second. The last query misses altogether. Words that this corpus hardly has, like `larger` or the Korean “I want to wipe out”, fall into small pieces that mean something else and drag the mean along. And still the search box offers something, with confidence. The next lesson puts both languages into one space and makes a search box that can say “I do not know”.
#
# ## Where this is today
#
# Most language models read text as pieces made by BPE or its relatives (WordPiece, unigram), usually from a vocabulary of tens or hundreds of thousands. A sentence vector is often the mean of the piece vectors that a transformer gives, trained by contrastive learning so that sentences of the same meaning come close (Sentence-BERT, Reimers and Gurevych, 2019). Hand what such a search finds to a language model and let it answer: that is **RAG**, retrieval-augmented generation. Our search box is its first half.

# %% id="measured" tags=["hide-input"]
measured = {}
keys = ["words_mean", "words_weighted", "pieces_mean", "pieces_weighted",
        "pieces_random", "pieces_counted", "ngrams_counted"]
for language in texts:
    measured[f"unknown_words_{language}"] = float(unknown[language])
    measured[f"unknown_pieces_{language}"] = float(unknown_pieces[language])
    column = list(texts).index(language)
    for key, score in zip(keys, twin_scores.values()):
        measured[f"{key}_twins_{language}"] = float(score[column])
    of_language = [score for (of, name), score in scores.items() if of == language]
    for key, score in zip(keys, of_language):
        measured[f"{key}_{language}"] = float(score[-1])
        measured[f"{key}_endings_{language}"] = float(score[3])

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert unknown["ko"] > 1.6 * unknown["en"], (
    say("한국어에 모르는 단어가 더 많아야 합니다.",
        "Korean should have more unknown words."))
assert np.allclose(two[0], two[1]), (
    say("평균이 순서를 알아봅니다.",
        "The mean sees the order."))
for language in texts:
    assert unknown_pieces[language] < unknown[language] / 10, (
        say("조각이 모르는 단어를 없애지 못합니다.",
            "Pieces do not do away with unknown words."))
    got = {key: measured[f"{key}_{language}"] for key in keys}
    assert got["pieces_weighted"] > got["words_weighted"] + 0.15, (
        say("조각이 단어를 크게 앞서지 못합니다.",
            "Pieces are not far ahead of words."))
    assert got["pieces_weighted"] > got["pieces_counted"] - 0.15, (
        say("값 64개가 조각 세기를 따라가지 못합니다.",
            "64 values fall far behind counting."))
    assert abs(got["pieces_random"] - got["pieces_weighted"]) < 0.08, (
        say("무작위 벡터와 배운 벡터가 다릅니다.",
            "Random and learned vectors differ."))
    assert len(learned[language][1]) > 4 * 64, (
        say("세는 방법의 벡터가 더 길어야 합니다.",
            "Counting should need longer vectors."))
    column = list(texts).index(language)
    twin = [score[column] for score in twin_scores.values()]
    hardest = [score[2 + column] for score in twin_scores.values()]
    assert max(hardest) < 0.15, (
        say("조각을 함께 쓰지 않는 글도 찾습니다.",
            "Texts that share no piece are found, too."))
    assert twin[3] > twin[1] and max(twin) < 0.95, (
        say("번역이 같은 글 찾기에서 조각이 단어를 앞서지 못합니다.",
            "Pieces are not ahead of words at finding texts that mean the same."))
    assert only_order[language] < 0.02, (
        say("순서만 다른 글이 많습니다.",
            "Many texts differ in their order only."))

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - **재고 나누기**: 한국어에는 모르는 단어가 훨씬 많습니다. 단어에 조사와 어미가 붙는 것이 한 이유입니다. BPE는 자주 나란히 나오는 조각을 합쳐, 사전 없이 거의 모든 단어를 아는 조각으로 나눕니다.
# - **만들기**: 문장 벡터는 조각 벡터의 평균이나 가중 평균입니다.
# - **비교하고 고르기**: 망가진 문장으로 짝을 찾는 시험에서 조각이 단어를 크게 앞섭니다. 그런데 조각마다 **무작위 벡터**를 주어도 배운 벡터만큼 잘합니다. 겉모습이 닮은 글을 찾는 데는 n-그램 세기가 대체로 가장 강하고, 조각을 함께 쓰지 않는 같은 뜻의 글은 어느 방법도 거의 찾지 못합니다.
# - **찾기**: 문장 벡터 사이의 코사인 유사도로 줄 세우면 검색 상자가 됩니다. 순서가 필요한 일에는 자리의 번호도 받는 트랜스포머를 씁니다.
#
# **풀어 본 연습:** 조각으로 다시 단어를 · 조각의 크기 고르기 · 무엇이 벡터를 바꿀까
#
# {next}
#
# ### 참고한 글
#
# - R. Sennrich 외, *Neural Machine Translation of Rare Words with Subword Units* (2016). [arXiv:1508.07909](https://arxiv.org/abs/1508.07909)
# - P. Bojanowski 외, *Enriching Word Vectors with Subword Information* (2017). [arXiv:1607.04606](https://arxiv.org/abs/1607.04606)
# - S. Arora 외, *A Simple but Tough-to-Beat Baseline for Sentence Embeddings* (2017). [OpenReview](https://openreview.net/forum?id=SyK00v5xx)
# - A. Vaswani 외, *Attention Is All You Need* (2017). [arXiv:1706.03762](https://arxiv.org/abs/1706.03762)
# - N. Reimers, I. Gurevych, *Sentence-BERT* (2019). [arXiv:1908.10084](https://arxiv.org/abs/1908.10084)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - **Measure and cut**: Korean has far more unknown words; particles and endings are one reason. BPE joins pieces that often stand side by side and, without a dictionary, cuts nearly every word into pieces it knows.
# - **Build**: a sentence vector is a mean, or a weighted mean, of piece vectors.
# - **Compare and choose**: when damaged sentences look for their partners, pieces are far ahead of words. Yet **random vectors** for the pieces do as well as learned ones. Counting n-grams is on the whole strongest at finding look-alikes, and texts that mean the same but share no piece are hardly ever found.
# - **Search**: sort by the cosine similarity of sentence vectors, and you have a search box. Where the order matters, use a transformer, which is told the positions.
#
# **Exercises done:** from pieces back to words · choosing the size of pieces · what moves the vector
#
# {next}
#
# ### References
#
# - R. Sennrich et al., *Neural Machine Translation of Rare Words with Subword Units* (2016). [arXiv:1508.07909](https://arxiv.org/abs/1508.07909)
# - P. Bojanowski et al., *Enriching Word Vectors with Subword Information* (2017). [arXiv:1607.04606](https://arxiv.org/abs/1607.04606)
# - S. Arora et al., *A Simple but Tough-to-Beat Baseline for Sentence Embeddings* (2017). [OpenReview](https://openreview.net/forum?id=SyK00v5xx)
# - A. Vaswani et al., *Attention Is All You Need* (2017). [arXiv:1706.03762](https://arxiv.org/abs/1706.03762)
# - N. Reimers, I. Gurevych, *Sentence-BERT* (2019). [arXiv:1908.10084](https://arxiv.org/abs/1908.10084)
