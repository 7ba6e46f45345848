# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 08 · 어휘, 번호, 이웃
#
# **문장을 번호로 바꾸고, 함께 나온 횟수로 단어 벡터를 만들고, 코사인 유사도로 이웃을 찾습니다.**
#
# 20점 · {minutes}분쯤 · 준비: 08강 ‘텍스트 임베딩’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 08 · Vocabulary, numbers, neighbors
#
# **Turn sentences into numbers, build word vectors from what occurs together, and find neighbors by cosine similarity.**
#
# 20 points · about {minutes} minutes · You need: lesson 8, Text embedding
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import re

from helpers import interface_pairs, say
import numpy as np

pairs = interface_pairs()[:800]
english = [" ".join(re.findall("[a-z]+", pair[0].lower())) for pair in pairs]
korean = [" ".join(re.findall("[가-힣]+", pair[1])) for pair in pairs]
print(english[3], "|", korean[3])

# %% [markdown] id="numbers-task" lang="ko"
# ## 1. 어휘와 번호 (5점)
#
# `build_vocabulary`는 단어에 번호를 붙인 사전을 돌려줍니다. 문장은 소문자로 바꾸고 공백을 기준으로 자릅니다.
#
# - 0은 패딩, 1은 모르는 단어의 번호이므로 사전에 넣지 않고, 단어의 번호는 **2부터** 시작합니다.
# - 많이 나온 단어가 작은 번호를 받고, 같은 횟수이면 **먼저 나온** 단어가 앞섭니다.
# - 0과 1까지 합쳐 번호가 `size`개를 넘지 않게 합니다.
#
# `to_numbers`는 문장마다 길이 `length`인 줄 하나를 만들어 **정수** 배열 `(n, length)`을 돌려줍니다. 짧으면 **앞에** 0을 채우고, 길면 **앞의** `length`개 단어만 남깁니다. 사전에 없는 단어는 1입니다.

# %% [markdown] id="numbers-task" lang="en"
# ## 1. Vocabulary and numbers (5 points)
#
# `build_vocabulary` returns a dictionary that gives each word its number. Turn sentences to lower case and cut them at blanks.
#
# - 0 is for padding and 1 for unknown words, so these two are not in the dictionary, and words begin at **2**.
# - Frequent words get small numbers; among equals, the word that **came first** goes first.
# - Counting 0 and 1, there must not be more than `size` numbers.
#
# `to_numbers` makes one row of `length` numbers for each sentence and returns an array `(n, length)` of **integers**. Fill short sentences with zeros **in front**; of long ones keep the **first** `length` words. A word that is not in the dictionary is 1.

# %% id="numbers" nbgrader={"grade": false, "grade_id": "numbers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_vocabulary(sentences, size):
    """단어 → 번호, 2부터 | Word → number, from 2 on"""
    ### BEGIN SOLUTION
    counts = {}
    for sentence in sentences:
        for word in sentence.lower().split():
            counts[word] = counts.get(word, 0) + 1
    kept = sorted(counts, key=lambda word: -counts[word])[: size - 2]
    return {word: number for number, word in enumerate(kept, 2)}
    ### END SOLUTION


def to_numbers(sentences, vocabulary, length):
    """앞을 0으로 채운 번호들 | Numbers, padded with zeros in front"""
    ### BEGIN SOLUTION
    table = np.zeros((len(sentences), length), dtype=int)
    for row, sentence in zip(table, sentences):
        words = sentence.lower().split()[:length]
        row[length - len(words) :] = [vocabulary.get(word, 1) for word in words]
    return table
    ### END SOLUTION

# %% id="numbers-test" nbgrader={"grade": true, "grade_id": "numbers-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import dict, enumerate, len, list, set, zip

import numpy as np

answer = build_vocabulary(["B a b", "c a", "d"], 100)
assert dict(answer) == {"b": 2, "a": 3, "c": 4, "d": 5}, say(
    f"번호가 {answer}입니다.", f"The numbers are {answer}.")
answer = np.asarray(to_numbers(["A b", "b x a b a"], {"a": 2, "b": 3}, 4))
assert answer.tolist() == [[0, 0, 2, 3], [3, 1, 2, 3]], say(
    f"[0, 0, 2, 3], [3, 1, 2, 3]인데 {answer.tolist()}입니다.",
    f"It is [0, 0, 2, 3], [3, 1, 2, 3], not {answer.tolist()}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
letters = list("abcdefghijklmnop") + ["É", say("비가"), "x-y", "7"]
texts = ["  ".join(rng.choice(letters, n)) for n in (1, 2, 4, 7, 9, 12)] + [""]
for size in (6, 12, 500):
    words = " ".join(texts).lower().split()
    kinds = list(dict.fromkeys(words))
    kinds.sort(key=lambda word: -words.count(word))
    expected = {word: n for n, word in enumerate(kinds[: size - 2], 2)}
    answer = build_vocabulary(list(texts), size)
    assert set(answer) == set(expected), say("단어가 다릅니다.", "Other words.")
    assert dict(answer) == expected, say("번호가 다릅니다.", "Other numbers.")
    for length in (1, 3, 8):
        given = dict(expected)
        table = np.asarray(to_numbers(list(texts), given, length))
        assert given == expected, say("사전을 바꾸었습니다.", "The dictionary changed.")
        assert table.shape == (7, length), say("모양이 다릅니다.", "Another shape.")
        assert np.issubdtype(table.dtype, np.integer), say("정수가 아닙니다.", "No integers.")
        for row, text in zip(table.tolist(), texts):
            known = [expected.get(word, 1) for word in text.lower().split()[:length]]
            assert row == [0] * (length - len(known)) + known, say(
                "앞을 0으로 채우고, 모르는 단어는 1, 긴 문장은 앞부분만입니다.",
                "Zeros in front, 1 for unknown words, the first words of a long one.")
### END HIDDEN TESTS

# %% [markdown] id="vectors-task" lang="ko"
# ## 2. 함께 나온 횟수로 만드는 단어 벡터 (6점)
#
# `numbers`는 번호로 바꾼 문장 `(n, length)`, `size`는 번호의 개수입니다. 단어 벡터 `(size, dimensions)`를 만들어 돌려주세요.
#
# - 같은 문장에서 **바로 옆에** 나온 두 번호를 양쪽 방향으로 셉니다. 패딩(0)이 낀 쌍은 세지 않습니다. 이렇게 센 표를 $C$(모양 `(size, size)`)라고 합니다.
# - PPMI로 바꿉니다. $P_{ij} = \max\left(0, \ln \frac{C_{ij}\, N}{r_i\, r_j}\right)$이고, $N$은 $C$의 합, $r_i$는 $i$행의 합입니다. $C_{ij} = 0$이면 $P_{ij} = 0$입니다.
# - $P$를 특잇값 분해하여 $U$의 앞 `dimensions`열에 특잇값을 곱합니다.

# %% [markdown] id="vectors-task" lang="en"
# ## 2. Word vectors from what occurs together (6 points)
#
# `numbers` holds sentences as numbers, `(n, length)`; `size` says how many numbers there are. Build and return word vectors of shape `(size, dimensions)`.
#
# - Count two numbers that stand **side by side** in a sentence, both ways round. Pairs with padding (0) do not count. Call this table $C$, of shape `(size, size)`.
# - Turn it into PPMI: $P_{ij} = \max\left(0, \ln \frac{C_{ij}\, N}{r_i\, r_j}\right)$, where $N$ is the sum of $C$ and $r_i$ the sum of row $i$. Where $C_{ij} = 0$, $P_{ij} = 0$.
# - Apply the singular value decomposition to $P$ and multiply the first `dimensions` columns of $U$ by their singular values.

# %% id="vectors" nbgrader={"grade": false, "grade_id": "vectors", "locked": false, "schema_version": 3, "solution": true, "task": false}
def word_vectors(numbers, size, dimensions):
    """PPMI와 특잇값 분해로 만든 단어 벡터 | Word vectors by PPMI and SVD"""
    ### BEGIN SOLUTION
    together = np.zeros((size, size))
    for row in numbers:
        for left, right in zip(row, row[1:]):
            if left != 0 and right != 0:
                together[left, right] += 1
                together[right, left] += 1
    rows = together.sum(axis=1, keepdims=True)
    by_chance = rows * rows.T / together.sum()
    ratio = together / np.where(by_chance == 0, 1, by_chance)
    U, s, Vt = np.linalg.svd(np.log(np.maximum(ratio, 1)))
    return U[:, :dimensions] * s[:dimensions]
    ### END SOLUTION

# %% id="vectors-test" nbgrader={"grade": true, "grade_id": "vectors-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

answer = np.asarray(word_vectors(np.array([[0, 2, 3], [0, 0, 4]]), 6, 4), dtype=float)
assert answer.shape == (6, 4), say(f"모양이 {answer.shape}입니다.",
                                   f"The shape is {answer.shape}.")
lengths = np.linalg.norm(answer, axis=1)
assert np.allclose(lengths, [0, 0, np.log(2), np.log(2), 0, 0], atol=1e-3), say(
    "2와 3만 나란히 나왔으니 두 벡터의 길이는 ln 2이고 나머지는 0입니다.",
    "Only 2 and 3 stand side by side: both have length ln 2, the others 0.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
chain = rng.integers(1, 9, size=(40, 7))
chain[:, 1:3] = np.sort(chain[:, 1:3], axis=1)
chain[:9, :4], chain[9:12, 6], chain[12:14] = 0, 0, 0
for numbers, size in [(chain, 9), (chain[:5], 12), (np.minimum(chain, 3), 7)]:
    numbers = numbers.copy()
    numbers.flags.writeable = False
    C = np.zeros((size, size))
    left, right = numbers[:, :-1], numbers[:, 1:]
    for one, other in [(left, right), (right, left)]:
        words = (one > 0) & (other > 0)
        np.add.at(C, (one[words], other[words]), 1)
    r = np.sum(C, axis=1)
    with np.errstate(all="ignore"):
        P = np.nan_to_num(np.log(C * np.sum(C) / np.outer(r, r)), nan=0, neginf=0)
    U, s, Vt = np.linalg.svd(np.maximum(P, 0))
    for dimensions in (2, 4):
        vectors = np.asarray(word_vectors(numbers, size, dimensions), dtype=float)
        assert vectors.shape == (size, dimensions), say("모양이 다릅니다.", "Shape.")
        expected = (U[:, :dimensions] * s[:dimensions] ** 2) @ U[:, :dimensions].T
        if np.isclose(s[dimensions - 1], s[dimensions], rtol=1e-3):
            continue
        assert np.allclose(vectors @ vectors.T, expected, atol=2e-3), say(
            "벡터들 사이의 내적이 다릅니다.", "Dot products between vectors differ.")
        widths = np.linalg.norm(vectors, axis=0)
        assert np.allclose(widths, s[:dimensions], atol=1e-3), say(
            "열마다 특잇값을 곱하지 않았습니다.", "Columns lack their singular values.")
### END HIDDEN TESTS

# %% [markdown] id="neighbors-task" lang="ko"
# ## 3. 코사인 이웃 (5점)
#
# `words`는 단어 목록이고, `vectors`의 같은 줄에 그 벡터가 있습니다. `word`와 **코사인 유사도**가 가장 높은 단어 `k`개를 가까운 것부터 목록으로 돌려주세요. `word` 자신은 뺍니다.

# %% [markdown] id="neighbors-task" lang="en"
# ## 3. Cosine neighbors (5 points)
#
# `words` is a list, and the same row of `vectors` holds each word's vector. Return the `k` words with the highest **cosine similarity** to `word`, nearest first, as a list. Leave `word` itself out.

# %% id="neighbors" nbgrader={"grade": false, "grade_id": "neighbors", "locked": false, "schema_version": 3, "solution": true, "task": false}
def neighbors(word, words, vectors, k):
    """코사인 유사도가 높은 k개 | The k words with the highest cosine similarity"""
    ### BEGIN SOLUTION
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    order = np.argsort(-(unit @ unit[words.index(word)]))
    return [words[place] for place in order if words[place] != word][:k]
    ### END SOLUTION

# %% id="neighbors-test" nbgrader={"grade": true, "grade_id": "neighbors-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import int, list

import numpy as np

table = np.array([[2.0, 1.0], [1.0, 1.0], [-1.0, 0.0]])
answer = list(neighbors("rain", ["snow", "rain", "desk"], table, 2))
assert "rain" not in answer, say("자기 자신은 뺍니다.", "Leave the word itself out.")
assert answer == ["snow", "desk"], say(
    f"가까운 것부터 snow, desk인데 {answer}입니다.",
    f"Nearest first it is snow, desk, not {answer}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
for k in (1, 4, 11, 2):
    names = [f"w{place}" for place in rng.permutation(12)]
    table = rng.normal(size=(12, 3)) * rng.uniform(0.01, 100, size=(12, 1))
    table.flags.writeable = False
    asked = int(rng.integers(12))
    cosine = table @ table[asked] / np.linalg.norm(table, axis=1)
    order = [place for place in np.argsort(-cosine) if place != asked][:k]
    answer = list(neighbors(names[asked], list(names), table, k))
    assert answer == [names[place] for place in order], say(
        "길이로 나누었나요? 가까운 것부터인가요?",
        "Did you divide by the lengths? Nearest first?")
    table = table.copy()
    table[(asked + 1) % 12] = table[asked] * 3
    answer = neighbors(names[asked], list(names), table, 1)
    assert list(answer) == [names[(asked + 1) % 12]], say(
        "뺄 것은 자기 자신뿐입니다.", "Leave out the word itself, no other.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
for texts, asked in [(english, ["notebook", "open", "font"]),
                     (korean, say(["노트북", "열기", "글꼴"]))]:
    vocabulary = build_vocabulary(texts, 300)
    vectors = word_vectors(to_numbers(texts, vocabulary, 20), 300, 32)
    known = list(vocabulary)
    for word in asked:
        if word in vocabulary:
            rows = vectors[2 : 2 + len(known)] + 1e-9
            print(word, neighbors(word, known, rows, 5))

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 두 언어에서 단어 몇 개의 이웃을 출력합니다. ‘노트북’은 사전에 있어도 새 문장의 ‘노트북에서도’는 1번, 즉 모르는 단어가 될 수 있습니다. 왜 그런지, 무엇으로 고칠 수 있는지, 고친 방법에는 어떤 약점이 있는지 대여섯 문장으로 쓰세요.
#
# 채점 기준: 공백에서만 자르기 때문임을 밝힘 (1점) · 한국어에서 더 심한 이유를 조사나 어미로 설명함 (1점) · 조각(n-그램) 같은 방법을 하나 듦 (1점) · 그 방법의 약점을 하나 밝힘 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above prints neighbors of a few words in both languages. Even with 노트북 (“notebook”) in the dictionary, 노트북에서도 (“in the notebook, too”) in a new sentence may become number 1, an unknown word. Why, what could mend it, and what is the weak point of your remedy? Write five or six sentences.
#
# Marking: says that words are cut at blanks only (1 point) · explains with particles or endings why Korean suffers more (1 point) · names a remedy such as n-grams (1 point) · names a weak point of it (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 공백에서만 자르므로 ‘노트북’과 ‘노트북에서도’는 서로 다른 단어이고, 사전에 없으면 모두 1이 됩니다. 한국어는 단어 끝에 조사와 어미가 붙어 같은 말이 여러 꼴로 나타나므로 더 심합니다. 단어를 두세 글자 조각으로 나누어 조각의 벡터를 평균하면, 처음 보는 단어에도 벡터가 생깁니다. 그러나 조각은 철자를 따라가므로, 뜻이 달라도 글자가 비슷하면 가까워집니다. 조각의 가짓수가 많아지는 것도 약점입니다.

# %% [markdown] id="in-words" lang="en"
# Words are cut at blanks only, so the noun alone and the noun with particles are two different words, and whatever is not in the dictionary becomes 1. Korean suffers more because particles and endings hang on the word, so that one word has many guises. Cut words into pieces of two or three characters and average the pieces' vectors, and a new word has a vector too. But pieces follow spelling: words that look alike come close even when they mean different things. There are also far more pieces to store.
