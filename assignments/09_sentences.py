# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 09 · 조각, 가중 평균, 문장 찾기
#
# **BPE로 조각을 배우고, 패딩이 새지 않는 가중 평균으로 문장 벡터를 만들고, 글자 n-그램으로 문장을 찾습니다.**
#
# 20점 · {minutes}분쯤 · 준비: 09강 ‘문장 임베딩’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 09 · Pieces, weighted means, finding sentences
#
# **Learn pieces with BPE, build sentence vectors by a weighted mean into which no padding leaks, and find sentences by character n-grams.**
#
# 20 points · about {minutes} minutes · You need: lesson 9, Sentence embedding
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from collections import Counter
import re

from helpers import interface_pairs, say
import numpy as np

english = [pair[0] for pair in interface_pairs()][:600]
korean = [pair[1] for pair in interface_pairs()][:600]


def tokens(text):
    return re.findall(r"[^\W_]+", text.lower())


counts = {"en": Counter(word for text in english for word in tokens(text)),
          "ko": Counter(word for text in korean for word in tokens(text))}
print(english[0], "|", korean[0])

# %% [markdown] id="bpe-task" lang="ko"
# ## 1. BPE 배우기 (6점)
#
# `word_counts`는 단어마다 나온 횟수를 적은 사전입니다. 단어는 시작을 나타내는 `_`와 글자들로 나뉘어 있다가, 합칠 때마다 조각이 커집니다. 다음을 `how_many`번 되풀이하고, 합친 두 조각의 튜플을 **배운 순서대로** 담은 목록을 돌려주세요.
#
# - 나란히 나온 두 조각 가운데 **가장 많이 나온** 것을 고릅니다. 단어가 다섯 번 나왔으면 그 안의 짝도 다섯 번으로 셉니다.
# - 횟수가 같으면 `("a", "b") < ("a", "c")`처럼 파이썬에서 **작은 튜플**을 고릅니다.
# - 고른 짝을 모든 단어에서 왼쪽부터 합칩니다. 합칠 짝이 더 없으면 멈춥니다.
#
# 예: `{"abab": 1}`에서 처음 배우는 것은 `("a", "b")`, 그다음은 `_`, `ab`, `ab` 가운데 작은 튜플인 `("_", "ab")`입니다.

# %% [markdown] id="bpe-task" lang="en"
# ## 1. Learn BPE (6 points)
#
# `word_counts` is a dictionary that says how often each word occurs. A word starts out as `_`, which marks its beginning, and single characters; with each merge its pieces grow. Repeat the following `how_many` times, and return a list of the pairs joined, as tuples, **in the order learned**.
#
# - Of all pairs of neighboring pieces, choose the **most frequent**. A word that occurs five times counts its pairs five times.
# - Among equals, choose the tuple that is **smaller** in Python, as in `("a", "b") < ("a", "c")`.
# - Join that pair in all words, from the left. Stop when no pair is left.
#
# Example: from `{"abab": 1}` the first to be learned is `("a", "b")`; then, of `_`, `ab`, `ab`, the smaller tuple `("_", "ab")`.

# %% id="bpe" nbgrader={"grade": false, "grade_id": "bpe", "locked": false, "schema_version": 3, "solution": true, "task": false}
def learn_bpe(word_counts, how_many):
    """배운 순서대로 짝의 목록 | The pairs, in the order learned"""
    ### BEGIN SOLUTION
    cut = {word: ["_", *word] for word in word_counts}
    rules = []
    for _ in range(how_many):
        seen = Counter()
        for word, pieces in cut.items():
            for pair in zip(pieces, pieces[1:]):
                seen[pair] += word_counts[word]
        if not seen:
            break
        rule = min(seen, key=lambda pair: (-seen[pair], pair))
        rules.append(rule)
        for pieces in cut.values():
            place = 0
            while place < len(pieces) - 1:
                if (pieces[place], pieces[place + 1]) == rule:
                    pieces[place : place + 2] = ["".join(rule)]
                place += 1
    return rules
    ### END SOLUTION

# %% id="bpe-test" nbgrader={"grade": true, "grade_id": "bpe-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
from builtins import dict, len, list, set, tuple, zip

answer = [tuple(pair) for pair in learn_bpe({"abab": 1}, 2)]
assert answer == [("a", "b"), ("_", "ab")], say(
    f"위의 예에서 {answer}이(가) 나왔습니다.", f"In the example above it gives {answer}.")
answer = [tuple(pair) for pair in learn_bpe({"ab": 1, "cd": 5}, 1)]
assert answer == [("_", "c")], say(
    "다섯 번 나온 단어의 짝은 다섯 번으로 셉니다.",
    "A word that occurs five times counts its pairs five times.")
### BEGIN HIDDEN TESTS
def joined(pieces, rule):
    left, right = rule
    found = []
    for piece in pieces:
        if found and found[-1] == left and piece == right:
            found[-1] = left + right
        else:
            found.append(piece)
    return found


def follows(word_counts, rules):
    """규칙마다 그때 가장 많은 짝인지 | Whether each rule was the most frequent pair"""
    cut = {word: list("_" + word) for word in word_counts}
    for rule in rules:
        seen = {}
        for word, pieces in cut.items():
            for pair in zip(pieces, pieces[1:]):
                seen[pair] = seen.get(pair, 0) + word_counts[word]
        often = list(set(seen.values()))
        often.sort()
        most = [pair for pair in seen if seen[pair] == often[-1]]
        most.sort()
        if rule != most[0]:
            return False
        cut = {word: joined(pieces, rule) for word, pieces in cut.items()}
    return True


for given, how_many in [(counts["en"], 40), (counts["ko"], 25), ({"aaaa": 2}, 9),
                        ({"ba": 3, "ab": 3}, 2), ({"x": 1}, 5)]:
    kept = dict(given)
    rules = [tuple(pair) for pair in learn_bpe(given, how_many)]
    assert given == kept, say("받은 사전을 바꾸었습니다.", "The dictionary has changed.")
    assert follows(given, rules), say("규칙의 순서가 다릅니다.", "Other rules, or order.")
assert len(rules) == 1 and len(learn_bpe(counts["en"], 40)) == 40, say(
    "규칙의 수가 다릅니다.", "The number of rules is wrong.")
### END HIDDEN TESTS

# %% [markdown] id="weighted-task" lang="ko"
# ## 2. 패딩을 뺀 가중 평균 (5점)
#
# `table`(모양 `(어휘, size)`)은 조각의 벡터, `weights`(모양 `(어휘,)`)는 조각의 가중치, `numbers`(모양 `(n, length)`, 정수)는 문장마다 조각의 번호입니다. 문장마다 **가중 평균**, 즉 (가중치 × 벡터)의 합을 가중치의 합으로 나눈 `(n, size)` 배열을 돌려주세요.
#
# - 패딩(0번)의 가중치는 `weights[0]`에 무엇이 적혀 있든 0입니다.
# - 가중치의 합이 0인 문장은 0으로 된 벡터입니다.

# %% [markdown] id="weighted-task" lang="en"
# ## 2. A weighted mean without padding (5 points)
#
# `table`, of shape `(vocabulary, size)`, holds the pieces' vectors, `weights`, of shape `(vocabulary,)`, their weights, and `numbers`, integers of shape `(n, length)`, the numbers of the pieces of each sentence. For each sentence return the **weighted mean**, the sum of weight × vector divided by the sum of the weights: an array `(n, size)`.
#
# - Padding (number 0) weighs 0, whatever `weights[0]` says.
# - A sentence whose weights sum to 0 has a vector of zeros.

# %% id="weighted" nbgrader={"grade": false, "grade_id": "weighted", "locked": false, "schema_version": 3, "solution": true, "task": false}
def weighted_mean(table, numbers, weights):
    """패딩을 뺀 가중 평균 | The weighted mean without padding"""
    ### BEGIN SOLUTION
    weight = np.where(numbers == 0, 0, weights[numbers])[:, :, None]
    total = weight.sum(axis=1)
    return np.sum(weight * table[numbers], axis=1) / np.where(total == 0, 1, total)
    ### END SOLUTION

# %% id="weighted-test" nbgrader={"grade": true, "grade_id": "weighted-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float, zip

import numpy as np

pieces = np.array([[9.0, 9.0], [1.0, 0.0], [3.0, 4.0]])
answer = weighted_mean(pieces, np.array([[1, 2]]), np.array([0.0, 3.0, 1.0]))
answer = np.asarray(answer, dtype=float)
assert answer.shape == (1, 2), say(
    f"문장 하나의 모양이 {answer.shape}입니다.", f"One sentence gives {answer.shape}.")
assert np.allclose(answer, [[1.5, 1]]), say(
    f"(3·[1, 0] + 1·[3, 4]) / 4 = [1.5, 1]인데 {answer[0]}입니다.",
    f"(3·[1, 0] + 1·[3, 4]) / 4 = [1.5, 1], not {answer[0]}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(0)
table, weights = rng.normal(size=(30, 6)) + 5, rng.uniform(0.1, 2, size=30)
weights[7] = 0
weights[8] = 0.3
numbers = rng.integers(1, 30, size=(9, 5))
numbers[1, :3], numbers[2, 2:], numbers[3] = 0, 0, [0, 0, 0, 0, 8]
for array in (table, weights, numbers):
    array.flags.writeable = False
answer = np.asarray(weighted_mean(table, numbers, weights), dtype=float)
assert answer.shape == (9, 6), say("모양이 다릅니다.", "The shape is wrong.")
for row, places in zip(answer, numbers):
    kept = places[places > 0]
    expected = weights[kept] @ table[kept] / np.sum(weights[kept])
    assert np.allclose(row, expected, rtol=1e-4), say(
        "가중 평균이 다르거나 패딩이 섞였습니다.", "Another mean, or padding leaks in.")
nothing = weighted_mean(table, np.array([[0, 0], [7, 7], [0, 7]]), weights)
assert np.allclose(np.asarray(nothing, dtype=float), 0), say(
    "가중치의 합이 0이면 0입니다.", "Weights that sum to 0 give zeros.")
### END HIDDEN TESTS

# %% [markdown] id="search-task" lang="ko"
# ## 3. n-그램으로 찾기 (5점)
#
# `texts`에서 `query`와 가장 비슷한 글의 **번호**를 돌려주세요.
#
# - 글은 소문자로 바꾸고 앞뒤에 빈칸을 하나씩 붙인 다음, 잇따른 글자 `n`개를 모두 조각으로 삼아 횟수를 셉니다.
# - 비슷한 정도는 횟수 벡터의 **코사인 유사도**입니다. 같으면 번호가 작은 글입니다.
# - `query`의 조각이 어느 글에도 없으면 −1을 돌려줍니다. 모르면 모른다고 말하는 검색입니다.

# %% [markdown] id="search-task" lang="en"
# ## 3. Find by n-grams (5 points)
#
# Return the **number** of the text in `texts` that is most like `query`.
#
# - Turn a text to lower case, put one blank before and one behind it, and count every run of `n` characters.
# - How alike two texts are is the **cosine similarity** of their counts. Among equals, the smaller number wins.
# - If no piece of `query` occurs in any text, return −1: a search that says when it does not know.

# %% id="search" nbgrader={"grade": false, "grade_id": "search", "locked": false, "schema_version": 3, "solution": true, "task": false}
def search(query, texts, n):
    """가장 비슷한 글의 번호, 모르면 -1 | The number of the most similar text, or -1"""
    ### BEGIN SOLUTION
    def pieces(text):
        text = f" {text.lower()} "
        return Counter(text[i : i + n] for i in range(len(text) - n + 1))

    asked = pieces(query)
    best, answer = 0, -1
    for number, text in enumerate(texts):
        there = pieces(text)
        shared = sum(asked[piece] * there[piece] for piece in asked)
        length = sum(count**2 for count in there.values()) ** 0.5
        if shared and shared / length > best + 1e-9:
            best, answer = shared / length, number
    return answer
    ### END SOLUTION

# %% id="search-test" nbgrader={"grade": true, "grade_id": "search-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import int, len, list, set

import numpy as np

menu = ["Delete Cell", "Restart Kernel", say("셀 삭제"), "cell"]
assert int(search("cells", menu, 3)) == 3, say(
    "짧은 글 cell이 cells와 가장 비슷합니다.", "The short text cell is most like cells.")
assert int(search("xyz", menu, 3)) == -1, say(
    "아는 조각이 없으면 -1입니다.", "With no known piece it is -1.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)


def similarity(one, other, n):
    cut = [[f" {t.lower()} "[i : i + n] for i in np.arange(len(t) + 3 - n)]
           for t in (one, other)]
    kinds = list(set(cut[0] + cut[1]))
    a, b = [np.array([pieces.count(kind) for kind in kinds]) for pieces in cut]
    return a @ b / np.sqrt(np.maximum(a @ a, 1) * np.maximum(b @ b, 1))


queries = [english[5].upper(), english[30][2:-3], korean[12][1:], korean[40] * 2,
           "banana", "to the the the", "Qq", say("셀을 지우기")]
for n in (1, 2, 3, 5):
    texts = english[:60] + korean[:60]
    for query in queries:
        alike = np.array([similarity(query, text, n) for text in texts])
        best = int(np.flatnonzero(alike > np.max(alike) - 1e-7)[0])
        expected = best if np.max(alike) > 0 else -1
        assert int(search(query, texts, n)) == expected, say(
            "더 비슷한 글이 있습니다.", "Another text is more similar.")
assert int(search("cell", ["x", "CELL", "cell"], 2)) == 1, say(
    "같으면 작은 번호입니다.", "Among equals, the smaller number.")
assert int(search("zz", ["a"], 3)) == -1 and int(search("a", ["b", "a"], 3)) == 1
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
for query, texts in {"restarting the kernel": english, say("커널을 다시 시작"): korean,
                     "delete cells": english, say("셀을 없애기"): korean}.items():
    number = search(query, texts, 3)
    print(query, "→", texts[number] if number >= 0 else "?")

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 질의 네 개로 찾은 글을 출력합니다. ‘셀을 없애기’로 ‘삭제’가 들어 있는 글을 찾지 못하는 이유를 설명하고, n-그램, BPE, 단어의 차이를 한국어의 조사와 관련지어 대여섯 문장으로 쓰세요.
#
# 채점 기준: 글자를 함께 쓰지 않으면 n-그램으로는 찾을 수 없음을 씀 (1점) · 조사나 어미 때문에 단어로 세면 왜 나쁜지 설명함 (1점) · BPE의 조각과 n-그램의 차이를 하나 듦 (1점) · 뜻이 같은 말을 이어 줄 자료(예: 번역)를 제안함 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above prints what four queries find. The third and fourth ask to delete cells, in English and in Korean; the Korean one uses 없애기 where menus say 삭제, another word for “delete”. Explain why it does not find them, and compare n-grams, BPE and whole words with regard to Korean particles. Write five or six sentences.
#
# Marking: says that n-grams cannot find what shares no letters (1 point) · explains with particles or endings why whole words do badly (1 point) · names a difference between BPE pieces and n-grams (1 point) · proposes data that connect words of the same meaning, such as translations (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# n-그램은 글자가 겹쳐야 찾을 수 있습니다. ‘없애기’와 ‘삭제’는 뜻이 같아도 함께 쓰는 글자가 없으므로, 겹치는 ‘셀’만 보고 다른 글을 고릅니다. 단어로 세면 ‘셀을’과 ‘셀이’처럼 조사가 다른 말이 서로 다른 단어가 되어 더 못 찾습니다. BPE는 자주 나온 조각을 배우므로 가짓수가 적고 조사가 따로 떨어질 때가 많지만, 배울 말뭉치가 필요합니다. n-그램은 배울 것이 없는 대신 가짓수가 수천 개입니다. 뜻이 같은 말을 이으려면 같은 뜻을 보여 주는 자료, 예를 들어 번역된 문장의 짝이 있어야 합니다.

# %% [markdown] id="in-words" lang="en"
# N-grams find only what shares letters. The two Korean words for “delete” mean the same but have no letter in common, so the search goes by what is left of the query and picks another text. Counted as whole words it would be worse, since a noun with one particle and the same noun with another are two different words. BPE learns the frequent pieces, so there are fewer of them and particles often come off, but it needs a corpus to learn from. N-grams need no learning, but there are thousands. To connect words of one meaning we need data that show what means the same, such as pairs of translated sentences.
