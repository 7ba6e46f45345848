# ---
# jupyter:
#   course: {minutes: 50}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 05 · 토큰, 패딩, 마스크, 이웃
#
# **새 문장들을 숫자로 바꾸고, 패딩이 새지 않게 문장 벡터를 만들고, 코사인 유사도로 이웃을 찾습니다.**
#
# 20점 · 50분쯤 · 준비: 5강 ‘텍스트 임베딩’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때에는 다른 데이터로 더 검사하므로, 보기에만 맞는 답은 점수를 얻지 못합니다. 잠긴 셀을 고치면 채점할 때 본래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 05 · Tokens, padding, masks, neighbours
#
# **Turn new sentences into numbers, make sentence vectors into which padding does not leak, and find neighbours by cosine similarity.**
#
# 20 points · about 50 minutes · You need: lesson 5, Text embedding
#
# Edit only the cells that say `Your answer here`. The cell below each one checks the answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. A locked cell that you change is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say
import numpy as np

sentences = [
    "the rain falls on the river",
    "the snow falls on the hill",
    "the sun warms the river and the hill",
    say("비가 강에 내립니다"),
    say("눈이 언덕에 내립니다"),
]

# %% [markdown] id="vocabulary-task" lang="ko"
# ## 1. 어휘 만들기 (3점)
#
# 낱말에 번호를 붙인 사전을 돌려주세요. 문장은 소문자로 바꾸고 빈칸에서 자릅니다. 0은 패딩, 1은 모르는 낱말의 자리이므로 사전에 넣지 않고, 진짜 낱말은 **2부터** 시작합니다. 많이 나온 낱말이 작은 번호를 받고, 같은 횟수이면 **먼저 나온** 낱말이 앞섭니다. 0과 1까지 합쳐 `size`개를 넘지 않게 하세요.

# %% [markdown] id="vocabulary-task" lang="en"
# ## 1. Build a vocabulary (3 points)
#
# Return a dictionary that gives each word its number. Turn sentences to lower case and cut them at blanks. 0 is for padding and 1 for unknown words, so these two are not in the dictionary, and real words begin at **2**. Frequent words get small numbers; among equals, the word that **came first** goes first. Counting 0 and 1, there must not be more than `size` numbers.

# %% id="vocabulary" nbgrader={"grade": false, "grade_id": "vocabulary", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_vocabulary(sentences, size):
    """낱말 → 번호, 2부터 | Word → number, from 2 on"""
    ### BEGIN SOLUTION
    counts = {}
    for sentence in sentences:
        for word in sentence.lower().split():
            counts[word] = counts.get(word, 0) + 1
    kept = sorted(counts, key=lambda word: -counts[word])[: size - 2]
    return {word: number for number, word in enumerate(kept, 2)}
    ### END SOLUTION

# %% id="vocabulary-test" nbgrader={"grade": true, "grade_id": "vocabulary-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
answer = build_vocabulary(["B a b", "c a", "d"], 100)
assert answer.get("b") == 2, say(f"b는 두 번 나온 낱말 가운데 가장 먼저 나왔으니 2번이어야 하는데 {answer.get('b')}번입니다",
                                 f"b comes first among the words seen twice, so it must be number 2, not {answer.get('b')}")
assert set(answer) == {"a", "b", "c", "d"}, say(f"낱말이 {sorted(answer)}입니다. 소문자로 바꾸었나요?",
                                                f"The words are {sorted(answer)}: did you turn them to lower case?")
### BEGIN HIDDEN TESTS
import random

letters = [chr(place) for place in range(ord("a"), ord("a") + 20)]
for size in (6, 12, 500):
    texts = [" ".join(random.choices(letters, k=7)) for _ in range(12)]
    answer = build_vocabulary(list(texts), size)
    words = " ".join(texts).split()
    order = sorted(answer, key=answer.get)
    assert len(answer) == min(size - 2, len(set(words))), say("0과 1까지 합쳐 size개여야 합니다",
                                                              "With 0 and 1 there must be size numbers")
    assert [answer[word] for word in order] == list(range(2, len(order) + 2)), say("번호는 2부터 빠짐없이 이어져야 합니다",
                                                                                   "Numbers must run from 2 without a gap")
    for before, after in zip(order, order[1:]):
        more, fewer = words.count(before), words.count(after)
        assert more >= fewer, say("많이 나온 낱말이 작은 번호를 받아야 합니다",
                                  "Frequent words must get small numbers")
        if more == fewer:
            assert words.index(before) < words.index(after), say("같은 횟수이면 먼저 나온 낱말이 앞섭니다",
                                                                 "Among equals, the word that came first goes first")
assert answer != build_vocabulary(["z"], 9), say("보기에 맞춘 답입니다",
                                                 "This answer fits one example only")
### END HIDDEN TESTS

# %% [markdown] id="numbers-task" lang="ko"
# ## 2. 문장을 숫자로 (3점)
#
# 문장마다 길이 `length`인 줄 하나를 만들어 정수 배열 `(n, length)`을 돌려주세요. 짧으면 **앞에** 0을 채우고, 길면 **앞의** `length`개 낱말만 남깁니다. 사전에 없는 낱말은 1입니다.

# %% [markdown] id="numbers-task" lang="en"
# ## 2. Sentences as numbers (3 points)
#
# Make one row of `length` numbers for each sentence and return an integer array `(n, length)`. Fill short sentences with zeros **in front**; of long ones keep the **first** `length` words. A word that is not in the dictionary is 1.

# %% id="numbers" nbgrader={"grade": false, "grade_id": "numbers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def to_numbers(sentences, vocabulary, length):
    """앞을 0으로 채운 번호들 | Numbers, padded with zeros in front"""
    ### BEGIN SOLUTION
    table = np.zeros((len(sentences), length), dtype=int)
    for row, sentence in zip(table, sentences):
        numbers = [vocabulary.get(word, 1) for word in sentence.lower().split()][:length]
        row[length - len(numbers) :] = numbers
    return table
    ### END SOLUTION

# %% id="numbers-test" nbgrader={"grade": true, "grade_id": "numbers-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = np.asarray(to_numbers(["A b", "b x a b a"], {"a": 2, "b": 3}, 4))
assert answer.shape == (2, 4), say(f"모양이 {answer.shape}입니다. 문장 2개, 길이 4이면 (2, 4)여야 합니다",
                                   f"The shape is {answer.shape}; two sentences of length 4 must give (2, 4)")
assert answer[0].tolist() == [0, 0, 2, 3], say(f"첫 줄은 [0, 0, 2, 3]이어야 하는데 {answer[0].tolist()}입니다",
                                               f"The first row must be [0, 0, 2, 3], not {answer[0].tolist()}")
### BEGIN HIDDEN TESTS
import random

known = {letter: number for number, letter in enumerate("abcdefgh", 2)}
for length in (1, 3, 6):
    texts = [" ".join(random.choices("abcdefghxyz", k=n)) for n in (1, 2, 4, 7, 9)] + [""]
    answer = np.asarray(to_numbers(list(texts), dict(known), length))
    assert answer.shape == (6, length), say("문장마다 length개여야 합니다",
                                            "Each sentence must get length numbers")
    for row, text in zip(answer.tolist(), texts):
        words = text.split()[:length]
        assert row == [0] * (length - len(words)) + [known.get(word, 1) for word in words], say("앞을 0으로 채우고, 모르는 낱말은 1, 긴 문장은 앞부분만입니다",
                                                                                                "Zeros in front, 1 for unknown words, and only the first words of a long sentence")
assert row != [1] * length, say("빈 문장은 모두 패딩입니다", "An empty sentence is all padding")
### END HIDDEN TESTS

# %% [markdown] id="masked-task" lang="ko"
# ## 3. 패딩을 뺀 평균 (3점)
#
# 낱말 벡터의 표 `table`(모양 `(어휘, size)`)과 번호 `(n, length)`을 받아, 문장마다 **패딩(0)을 뺀** 낱말 벡터의 평균 `(n, size)`을 돌려주세요. 패딩뿐인 문장은 0으로 된 벡터입니다.

# %% [markdown] id="masked-task" lang="en"
# ## 3. The mean without padding (3 points)
#
# Take the table of word vectors, `table` of shape `(vocabulary, size)`, and numbers `(n, length)`. For each sentence return the mean of its word vectors **leaving padding (0) out**: an array `(n, size)`. A sentence that is all padding has a vector of zeros.

# %% id="masked" nbgrader={"grade": false, "grade_id": "masked", "locked": false, "schema_version": 3, "solution": true, "task": false}
def masked_mean(table, numbers):
    """패딩을 뺀 평균 | The mean without padding"""
    ### BEGIN SOLUTION
    mask = (numbers != 0)[:, :, None]
    return np.sum(table[numbers] * mask, axis=1) / np.maximum(mask.sum(axis=1), 1)
    ### END SOLUTION

# %% id="masked-test" nbgrader={"grade": true, "grade_id": "masked-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

words = np.array([[9.0, 9.0], [1.0, 0.0], [3.0, 4.0]])
answer = np.asarray(masked_mean(words, np.array([[0, 1, 2]])), dtype=float)
assert answer.shape == (1, 2), say(f"모양이 {answer.shape}입니다. 문장 하나면 (1, 2)여야 합니다",
                                   f"The shape is {answer.shape}; one sentence must give (1, 2)")
assert np.allclose(answer, [[2, 2]]), say(f"[1, 0]과 [3, 4]의 평균은 [2, 2]인데 {answer[0]}입니다. 0번이 섞였나요?",
                                          f"The mean of [1, 0] and [3, 4] is [2, 2], not {answer[0]}. Did number 0 leak in?")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
table = rng.normal(size=(30, 6)) + 5
numbers = rng.integers(1, 30, size=(8, 5))
numbers[1, :3], numbers[2, 2:], numbers[3, 1] = 0, 0, 0
answer = np.asarray(masked_mean(table, numbers), dtype=float)
longer = np.asarray(masked_mean(table, np.hstack([np.zeros((8, 9), dtype=int), numbers])), dtype=float)
assert np.allclose(answer, longer), say("패딩을 늘리자 문장 벡터가 움직였습니다",
                                        "More padding moved the sentence's vector")
for row, words in zip(answer, numbers.tolist()):
    kept = [table[word] for word in words if word]
    assert np.allclose(row * len(kept), sum(kept)), say("낱말이 있는 자리만 더하고 그 수로 나누세요",
                                                        "Sum over the words only, and divide by how many there are")
assert np.allclose(masked_mean(table, np.zeros((2, 4), dtype=int)), 0), say("패딩뿐이면 0이어야 합니다",
                                                                            "All padding must give zeros")
assert not np.allclose(answer + 1, longer), say("비교 함수가 바뀌었습니다",
                                                "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="neighbours-task" lang="ko"
# ## 4. 코사인 이웃 (3점)
#
# `words`는 낱말 목록이고 `vectors`의 같은 줄에 그 벡터가 있습니다. `word`와 **코사인 유사도**가 가장 높은 낱말 `k`개를 가까운 것부터 목록으로 돌려주세요. `word` 자신은 뺍니다.

# %% [markdown] id="neighbours-task" lang="en"
# ## 4. Cosine neighbours (3 points)
#
# `words` is a list, and the same row of `vectors` holds each word's vector. Return the `k` words with the highest **cosine similarity** to `word`, nearest first, as a list. Leave `word` itself out.

# %% id="neighbours" nbgrader={"grade": false, "grade_id": "neighbours", "locked": false, "schema_version": 3, "solution": true, "task": false}
def neighbours(word, words, vectors, k):
    """코사인 유사도가 높은 k개 | The k words with the highest cosine similarity"""
    ### BEGIN SOLUTION
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    order = np.argsort(-(unit @ unit[words.index(word)]))
    return [words[place] for place in order if words[place] != word][:k]
    ### END SOLUTION

# %% id="neighbours-test" nbgrader={"grade": true, "grade_id": "neighbours-test", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
import numpy as np

answer = neighbours("rain", ["snow", "rain", "desk"], np.array([[2.0, 1.0], [1.0, 1.0], [-1.0, 0.0]]), 2)
assert "rain" not in answer, say("자기 자신은 빼야 합니다", "The word itself must be left out")
assert list(answer) == ["snow", "desk"], say(f"가까운 것부터 snow, desk인데 {list(answer)}이 나왔습니다",
                                             f"Nearest first it is snow, desk, not {list(answer)}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
for k in (1, 4, 11):
    names = [f"w{place}" for place in rng.permutation(12)]
    table = rng.normal(size=(12, 3)) * rng.uniform(0.01, 100, size=(12, 1))
    asked = int(rng.integers(12))
    answer = list(neighbours(names[asked], list(names), table.copy(), k))
    angles = [np.dot(row, table[asked]) / np.sqrt(np.dot(row, row) * np.dot(table[asked], table[asked])) for row in table]
    expected = sorted((place for place in range(12) if place != asked), key=lambda place: -angles[place])[:k]
    assert answer == [names[place] for place in expected], say("긴 벡터가 유리해지지 않게 길이로 나누었나요? 가까운 것부터인가요?",
                                                               "Did you divide by length, so that long vectors have no advantage? Nearest first?")
assert answer != answer[::-1], say("비교 함수가 바뀌었습니다", "The comparison was changed")
### END HIDDEN TESTS

# %% [markdown] id="weighted-task" lang="ko"
# ## 5. 드문 낱말에 무게를 (4점)
#
# `the` 같은 낱말은 어느 문장에나 있어 말해 주는 것이 적습니다. 어휘의 낱말마다 무게 하나가 `weights`(모양 `(어휘,)`)에 있습니다. 문장마다 **무게를 준 평균**, 곧 (무게 × 벡터)의 합을 무게의 합으로 나눈 값 `(n, size)`을 돌려주세요. 패딩의 무게는 `weights[0]`에 무엇이 적혀 있든 0으로 칩니다. 무게의 합이 0이면 0으로 된 벡터입니다.

# %% [markdown] id="weighted-task" lang="en"
# ## 5. Weight for rare words (4 points)
#
# Words such as `the` stand in every sentence and tell little. `weights`, of shape `(vocabulary,)`, holds a weight for each word. For each sentence return the **weighted mean**: the sum of weight × vector divided by the sum of the weights, an array `(n, size)`. Padding weighs 0, whatever `weights[0]` says. Where the weights sum to 0, the vector is all zeros.

# %% id="weighted" nbgrader={"grade": false, "grade_id": "weighted", "locked": false, "schema_version": 3, "solution": true, "task": false}
def weighted_mean(table, numbers, weights):
    """무게를 준 평균, 패딩은 빼고 | The weighted mean, without padding"""
    ### BEGIN SOLUTION
    weight = np.where(numbers == 0, 0, weights[numbers])[:, :, None]
    total = weight.sum(axis=1)
    return np.sum(table[numbers] * weight, axis=1) / np.where(total == 0, 1, total)
    ### END SOLUTION

# %% id="weighted-test" nbgrader={"grade": true, "grade_id": "weighted-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import numpy as np

words = np.array([[9.0, 9.0], [1.0, 0.0], [3.0, 4.0]])
answer = np.asarray(weighted_mean(words, np.array([[1, 2]]), np.array([0.0, 3.0, 1.0])), dtype=float)
assert answer.shape == (1, 2), say(f"모양이 {answer.shape}입니다. 문장 하나면 (1, 2)여야 합니다",
                                   f"The shape is {answer.shape}; one sentence must give (1, 2)")
assert np.allclose(answer, [[1.5, 1]]), say(f"(3·[1, 0] + 1·[3, 4]) / 4 = [1.5, 1]인데 {answer[0]}입니다",
                                            f"(3·[1, 0] + 1·[3, 4]) / 4 = [1.5, 1], not {answer[0]}")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng()
table, weights = rng.normal(size=(30, 6)) + 5, rng.uniform(0.1, 2, size=30)
weights[7] = 0
numbers = rng.integers(1, 30, size=(8, 5))
numbers[1, :3], numbers[2, 2:] = 0, 0
answer = np.asarray(weighted_mean(table, numbers, weights.copy()), dtype=float)
for row, words in zip(answer, numbers.tolist()):
    total = sum(weights[word] for word in words if word)
    assert np.allclose(row * total, sum(weights[word] * table[word] for word in words if word)), say("무게의 합으로 나누세요. 패딩은 무게가 없습니다",
                                                                                                     "Divide by the sum of the weights; padding has none")
nothing = np.asarray(weighted_mean(table, np.array([[0, 0], [7, 7]]), weights.copy()), dtype=float)
assert np.allclose(nothing, 0), say("무게의 합이 0이면 0이어야 합니다",
                                    "Weights that sum to 0 must give zeros")
assert not np.allclose(row * total + 1, sum(weights[word] * table[word] for word in words if word)), say("비교 함수가 바뀌었습니다",
                                                                                                         "The comparison was changed")
### END HIDDEN TESTS

# %% id="together" nbgrader={"grade": false, "grade_id": "together", "locked": true, "schema_version": 3, "solution": false, "task": false}
vocabulary = build_vocabulary(sentences, 100)
numbers = to_numbers(sentences, vocabulary, 8)
print(numbers)

# %% [markdown] id="written-task" lang="ko"
# ## 6. 글로 답하기 (4점)
#
# 위의 마지막 셀이 출력한 번호를 보세요. ‘내립니다’는 두 문장에서 같은 번호이지만, 새 문장 ‘비는 언덕에도 내렸습니다’는 거의 모두 1이 됩니다. 왜 그런지, 무엇으로 고칠 수 있는지, 고친 방법에는 어떤 약점이 있는지 대여섯 문장으로 쓰세요.
#
# 채점 기준: 빈칸에서만 자르기 때문임을 밝힘 (1점) · 한국어에서 더 심한 까닭을 조사나 어미로 설명함 (1점) · 조각(n-gram) 같은 방법을 하나 듦 (1점) · 그 방법의 약점을 하나 밝힘 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 6. In words (4 points)
#
# Look at the numbers printed by the last cell above. 내립니다 ("falls") has the same number in both Korean sentences, yet of the new sentence 비는 언덕에도 내렸습니다 ("rain fell on the hill, too") nearly every word becomes 1. Why, what could mend it, and what is the weak point of your remedy? Write five or six sentences.
#
# Marking: says that words are cut at blanks only (1 point) · explains with particles or endings why Korean suffers more (1 point) · names a remedy such as n-grams (1 point) · names a weak point of it (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 빈칸에서만 자르므로 ‘비가’와 ‘비는’은 서로 다른 낱말이고, 사전에 없으면 모두 1이 됩니다. 한국어는 낱말 끝에 조사와 어미가 붙어 같은 말이 여러 모습으로 나타나므로 더 심합니다. 낱말을 두세 글자 조각으로 나누어 조각의 벡터를 평균하면, 처음 보는 낱말에도 벡터가 생깁니다. 그러나 조각은 철자에 끌리므로, 뜻이 달라도 글자가 비슷하면 가까워집니다.

# %% [markdown] id="in-words" lang="en"
# Words are cut at blanks only, so 비가 and 비는 are two different words, and whatever is not in the dictionary becomes 1. Korean suffers more because particles and endings hang on the word, so that one word has many guises. Cut words into pieces of two or three characters and average the pieces' vectors, and a new word has a vector too. But pieces are drawn to spelling: words that look alike come close even when they mean different things.
