# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 05 · 텍스트 임베딩: 낱말이 벡터가 되다
#
# **낱말에 번호를 붙이고, 번호에 벡터를 주고, 그 벡터가 뜻을 담을 때까지 학습합니다. 그리고 정말로 담겼는지 두 언어에서 잽니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 문장을 번호로, 번호를 (2, 5, 32) 모양의 벡터로 **바꿉니다**.
# - 임베딩(embedding)을 스킵그램과 특잇값 분해, 두 가지 방법으로 **만듭니다**.
# - 관련 있는 낱말 쌍의 순위를 보고, 낱말 벡터가 쓸 만한지 **잽니다**.
# - 패딩(padding)이 문장 벡터에 새어 들어오는 것을 마스크(mask)로 **막습니다**.
#
# 읽기 25분, 해 보기 20분 · 준비: 1강과 2강(특잇값 분해, 잠재 벡터, 케라스 모델)
#
# ← [이전](04_generation.ipynb) · [차례](README.md) · [다음](06_shared_space.ipynb) → · [English edition](../en/05_text_embedding.ipynb)

# %% [markdown] id="title" lang="en"
# # 05 · Text embedding: words become vectors
#
# **Give each word a number, give each number a vector, and train until the vectors hold some meaning. Then measure, in two languages, whether they really do.**
#
# After this lesson you can
#
# - **turn** sentences into numbers, and numbers into vectors of shape (2, 5, 32);
# - **build** an embedding in two ways, by skip-gram and by singular value decomposition;
# - **measure** whether word vectors are any good, by the rank of word pairs you know;
# - **keep** padding from leaking into a sentence's vector, with a mask.
#
# 25 minutes to read, 20 to practise · You need: lessons 1 and 2 (singular value decomposition, latent vectors, Keras models)
#
# ← [Previous](04_generation.ipynb) · [Contents](README.md) · [Next](06_shared_space.ipynb) → · [한국어판](../ko/05_text_embedding.ipynb)

# %% id="setup"
import re
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.model_selection import train_test_split
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import normalize

from helpers import check, interface_pairs, say, use_korean_font
from helpers.training import Progress
import keras
from tensorflow.keras.preprocessing.text import Tokenizer  # 옛 방식, 한 번만 씁니다 | the old way, used once below

use_korean_font()

# %% [markdown] id="two-sentences" lang="ko"
# ## 1. 문장 두 개가 숫자가 되기까지
#
# 신경망은 글자를 읽지 못합니다. 그래서 낱말마다 번호를 하나씩 붙입니다. 자주 나오는 낱말이 작은 번호를 받고, 횟수가 같으면 먼저 나온 낱말이 작은 번호를 받습니다. 오래된 책과 블로그에서는 이 일을 `Tokenizer`에 맡깁니다. 지금은 권하지 않는 기능이지만 그런 코드를 읽게 될 테니 한 번만 봅시다.

# %% [markdown] id="two-sentences" lang="en"
# ## 1. Two sentences become numbers
#
# A network cannot read letters, so every word gets a number. Frequent words get small numbers; among equally frequent ones, whichever came first. Older books and blogs leave this to `Tokenizer`. It is no longer recommended, but you will meet such code, so here it is, once.

# %% id="legacy-tokenizer" tags=["nbval-check-output"]
sentences = ["I love machine learning", "I enjoy learning new things"]
legacy = Tokenizer(num_words=1000)
legacy.fit_on_texts(sentences)
print(legacy.texts_to_sequences(sentences))

# %% [markdown] id="today" lang="ko"
# `i`가 1번, `learning`이 2번입니다. 두 문장에 다 나오기 때문입니다. 이렇게 문장을 자른 조각 하나를 토큰(token), 아는 토큰의 목록을 어휘(vocabulary)라고 합니다.
#
# 지금은 `TextVectorization` 층을 씁니다. 모델 안에 넣어 함께 저장할 수 있다는 점이 낫습니다. 그런데 번호가 조금 다릅니다. 0번은 빈자리, 1번은 **모르는 낱말**(`[UNK]`)의 자리로 떼어 놓고 2번부터 셉니다. 횟수가 같은 낱말의 차례도 다릅니다. `adapt`로 어휘를 모으게 하면 이렇게 됩니다.

# %% [markdown] id="today" lang="en"
# `i` is number 1 and `learning` is number 2, because both sentences have them. A piece of a sentence cut this way is a token; the list of tokens we know is the vocabulary.
#
# Today's tool is the `TextVectorization` layer. It can live, and be saved, inside a model. Its numbers differ a little: 0 is set aside for empty places and 1 for **unknown words** (`[UNK]`), so real words begin at 2. Words that are equally frequent also come in another order. Let it collect the vocabulary itself with `adapt`, and this is what you get.

# %% id="adapted" tags=["nbval-check-output"]
adapted = keras.layers.TextVectorization(max_tokens=1000)
adapted.adapt(sentences)
print(adapted(sentences).numpy())

# %% [markdown] id="own-vocabulary" lang="ko"
# 어느 쪽 번호가 더 옳다고 할 수는 없습니다. 번호는 이름표일 뿐이라 **한 모델 안에서 같은 낱말이 늘 같은 번호이기만 하면** 됩니다. 옛 코드와 같은 번호가 필요하면 어휘를 직접 건네면 됩니다. `Counter`는 횟수가 같을 때 먼저 나온 낱말을 앞에 둡니다. 여기에서 1을 빼면 `[UNK]` 자리만큼 당겨져서 위의 번호와 똑같아집니다.

# %% [markdown] id="own-vocabulary" lang="en"
# Neither numbering is the right one. A number is only a name tag: **all that matters is that within one model a word keeps its number.** If you need the old ones, hand over the vocabulary yourself. `Counter` puts the word it met first before others as frequent. Subtract 1, to close the gap that `[UNK]` left, and the numbers are the old ones again.

# %% id="todays-numbers" tags=["nbval-check-output"]
def word_numbers(sentences):
    counted = Counter(" ".join(sentences).lower().split())
    vocabulary = [word for word, count in counted.most_common(998)]  # 빈자리와 [UNK]를 더해 1,000 | 1,000 with empty and [UNK]
    layer = keras.layers.TextVectorization(vocabulary=vocabulary, ragged=True)
    return (layer(sentences) - 1).to_list()

numbers = word_numbers(sentences)
print(numbers)

# %% [markdown] id="padding" lang="ko"
# 첫 문장은 넷, 둘째 문장은 다섯입니다. 한꺼번에 계산하려면 길이가 같아야 하므로 짧은 문장을 0으로 채웁니다. 이것이 패딩입니다. 채운 뒤에는 `Embedding` 층이 번호마다 숫자 32개를 내줍니다. 1,000개의 낱말을 위해 1,000 × 32 크기의 표를 마련해 둡니다.

# %% [markdown] id="padding" lang="en"
# The first sentence has four words, the second five. To compute both at once they must be equally long, so the short one is filled up with zeros: that is padding. Then an `Embedding` layer hands out 32 numbers for each word number. It keeps a table of 1,000 × 32, room for 1,000 words.

# %% id="padded" tags=["nbval-check-output"]
padded = keras.utils.pad_sequences(numbers, maxlen=5)
print(padded)

keras.utils.set_random_seed(0)
embedding = keras.layers.Embedding(1000, 32)
vectors = embedding(padded).numpy()
print(vectors.shape)

# %% [markdown] id="korean-twins" lang="ko"
# 문장 2개, 자리 5개, 자리마다 숫자 32개, 그래서 (2, 5, 32)입니다. 한국어 쌍둥이 문장도 같은 코드에 넣어 봅시다.
#
# **예상하고 실행하기.** 영어 두 문장은 `i`와 `learning`을 함께 썼습니다. 아래 두 문장이 함께 쓰는 번호는 몇 개일까요?

# %% [markdown] id="korean-twins" lang="en"
# Two sentences, five places, 32 numbers in each: (2, 5, 32). Now two Korean sentences that say nearly the same ("I like machine learning", "I enjoy new learning") go through the same code. 나는 is "I"; 학습 (hakseup) is "learning".
#
# **Predict, then run.** The English sentences share `i` and `learning`. How many numbers will the Korean ones share?

# %% id="korean-numbers" tags=["nbval-check-output"]
korean_numbers = word_numbers([say("나는 기계 학습을 좋아합니다"), say("나는 새로운 학습이 즐겁습니다")])
print(korean_numbers)
print(embedding(keras.utils.pad_sequences(korean_numbers, maxlen=5)).shape)

# %% [markdown] id="korean-seen" lang="ko"
# `나는` 하나뿐입니다. 우리 눈에는 같은 `학습`인데 `학습을`과 `학습이`는 조사가 달라서 3번과 6번, 남남이 되었습니다. 프로그램은 띄어쓰기로만 자르기 때문입니다. 이 문제는 7절에서 다시 만납니다.
#
# ## 2. 임베딩은 표 찾기입니다
#
# `Embedding`이라는 이름이 거창하지만 하는 일은 표에서 한 줄을 꺼내는 것입니다. 번호 3을 받으면 3번 줄을 줍니다. 수학으로 쓰면 번호를 원-핫(one-hot) 벡터로 바꾸어 행렬에 곱한 것과 같습니다. 3번 자리만 1이고 나머지는 0이므로 곱하면 3번 줄만 남습니다.

# %% [markdown] id="korean-seen" lang="en"
# Only one, 나는. To a Korean eye the same 학습 stands in both, but as 학습을 and 학습이: nouns wear a small ending, a particle, that marks their part in the sentence (을 for the object, 이 for the subject). The program cuts at spaces only, so these are numbers 3 and 6, strangers to each other. Section 7 returns to this.
#
# ## 2. An embedding is a table look-up
#
# The name is grander than the work: `Embedding` takes a row out of a table. Given 3, it returns row 3. In mathematics this is a one-hot vector times a matrix. The one-hot vector is 1 at place 3 and 0 elsewhere, so the product keeps row 3 alone.

# %% id="one-hot"
one_hot = np.eye(1000, dtype="float32")[padded]
table = embedding.get_weights()[0]
assert np.array_equal(vectors, one_hot @ table), say("두 계산이 다릅니다",
                                                     "the two computations differ")
print(one_hot.shape, "@", table.shape, "=", (one_hot @ table).shape)

# %% [markdown] id="one-hot-seen" lang="ko"
# 마지막 자리까지 같습니다. 그러니 `Embedding`은 편향도 활성화 함수도 없는 Dense 층입니다. 대부분 0인 곱셈을 하지 않고 줄을 바로 꺼내니 빠를 뿐입니다. 그리고 이 표의 숫자가 바로 **학습되는 가중치**입니다.
#
# ## 3. 학습하기 전의 유사도는 노이즈입니다
#
# "벡터가 생겼으니 이제 낱말의 유사도를 비교할 수 있다"고들 합니다. 벡터 사이의 각도로 재는 코사인 유사도(cosine similarity)는 1이면 같은 방향, 0이면 남남입니다.
#
# **예상하고 실행하기.** `love`(3번)는 `enjoy`(5번)와 가까울까요, `machine`(4번)과 가까울까요? 표를 세 번 새로 만들어 봅니다.

# %% [markdown] id="one-hot-seen" lang="en"
# Equal to the last digit. So `Embedding` is a Dense layer with neither bias nor activation; it is fast because it fetches a row where a multiplication would mostly add zeros. And the numbers of the table are **weights, to be trained**.
#
# ## 3. Before training, similarity is noise
#
# "We have vectors, so now we can compare words," it is often said. The cosine similarity measures the angle between two vectors: 1 for the same direction, 0 for nothing in common.
#
# **Predict, then run.** Is `love` (3) closer to `enjoy` (5) or to `machine` (4)? We make the table three times over.

# %% id="untrained-similarity"
def cosine(a, b):
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))

for seed in range(3):
    keras.utils.set_random_seed(seed)
    love, machine, enjoy = keras.layers.Embedding(1000, 32)(np.array([3, 4, 5])).numpy()
    print(f"love–enjoy {cosine(love, enjoy):5.2f}   love–machine {cosine(love, machine):5.2f}")

# %% [markdown] id="untrained-seen" lang="ko"
# 만들 때마다 답이 달라집니다. 아직 아무 글도 읽지 않은 표에는 주사위 눈밖에 없습니다. **임베딩 층을 만드는 것과 임베딩을 배우는 것은 다른 일입니다.** 배우려면 글이 있어야 합니다.
#
# ## 4. 진짜 글: 주피터랩의 메뉴와 안내문
#
# 이 노트북을 열고 있는 주피터랩의 화면 글을 씁니다. 자원봉사자들이 우리말로 옮긴 글이 이미 설치되어 있습니다. 7절까지는 두 언어를 따로따로 배우고, 8절에서 처음으로 한자리에 놓습니다.

# %% [markdown] id="untrained-seen" lang="en"
# Every table gives another answer. A table that has read nothing holds nothing but dice. **Making an embedding layer is one thing, learning an embedding another.** To learn, it needs text.
#
# ## 4. Real text: JupyterLab's own menus and messages
#
# We use the words on the screen around you: the interface of JupyterLab, which volunteers have translated into Korean and which is already installed. Up to section 7 each language is learnt apart; section 8 puts them side by side for the first time.

# %% id="texts"
pairs = interface_pairs()
print(len(pairs), say("쌍", "pairs"))
for english, korean in pairs[300:305]:
    print(f"{english} | {korean}")

# %% [markdown] id="vocabulary" lang="ko"
# 언어마다 겹치는 글은 한 번만 쓰고, 띄어쓰기와 문장 부호로 자릅니다. 세 번도 나오지 않은 낱말은 배울 거리가 너무 적으니 뺍니다.

# %% [markdown] id="vocabulary" lang="en"
# Within a language we keep each text once and cut it at spaces and punctuation. Words seen fewer than three times leave too little to learn from; they are dropped.

# %% id="tokens"
def tokens(text):
    return re.findall(r"\w+", text.lower())

texts = {"en": list(dict.fromkeys(english for english, korean in pairs)),
         "ko": list(dict.fromkeys(korean for english, korean in pairs))}

# %% id="vocabularies"
words, numbered = {}, {}
for language in ("en", "ko"):
    counted = Counter(word for text in texts[language] for word in tokens(text))
    words[language] = [word for word, count in counted.most_common() if count >= 3]
    number = {word: n for n, word in enumerate(words[language])}
    numbered[language] = [[number[w] for w in tokens(text) if w in number] for text in texts[language]]
    kept = sum(map(len, numbered[language])) / counted.total()
    print(say(f"{language}: 낱말 {len(counted)}가지 가운데 {len(words[language])}가지를 남김 (글 전체의 {kept:.0%})",
              f"{language}: {len(counted)} different words, of which we keep {len(words[language])} ({kept:.0%} of the running words)"))

# %% [markdown] id="coverage-seen" lang="ko"
# 담은 내용은 같은데 한국어는 낱말의 가짓수가 훨씬 많습니다. 그래서 같은 기준으로 남긴 낱말이 한국어에서는 글의 4분의 3쯤에 그칩니다. `파일`, `파일을`, `파일의`를 모두 다른 낱말로 세기 때문입니다.
#
# ### 무엇을 재나
#
# 누가 보아도 서로 관련 있는 낱말 쌍을 언어마다 20개 적습니다. `left`의 벡터에서 가까운 차례로 줄을 세웠을 때 `right`가 몇 번째인지 봅니다. 1위가 가장 좋고, 아무렇게나 세우면 어휘의 절반쯤에 옵니다. 반대 방향도 재므로 순위가 40개씩 나오고, 그 **중앙값**을 씁니다. 반대말도 "관련 있는 낱말"로 칩니다. 같은 자리에 놓이기 때문입니다.
#
# 이 목록은 시험지입니다. 이웃을 몇 낱말까지 볼지, 몇 번 학습할지 같은 설정은 다른 쌍(`create/delete`, `오류/경고` 등)으로 골랐고, 이 쌍으로는 고르지 않았습니다. `위/아래`는 `위에`, `위로`처럼 조사가 붙은 꼴로 넣었습니다. 이 글에서는 조사 없이 나오는 일이 드물기 때문입니다.

# %% [markdown] id="coverage-seen" lang="en"
# Both hold the same messages, yet Korean scatters over far more different words. Kept by the same rule, they cover only about three quarters of the Korean text. Just as 학습을 and 학습이 were strangers, so are 파일, 파일을 and 파일의, three guises of "file".
#
# ### What we measure
#
# For each language we write down 20 pairs of words that people know to be related. Sort the vocabulary by closeness to `left`: at which rank does `right` come? Rank 1 is best; a random order puts it about half way down. We ask in both directions, which gives 40 ranks, and take their **median**. Opposites count as related: they stand in the same places.
#
# The lists are an exam paper. Settings such as how far to look for neighbours and how many epochs to train were chosen with other pairs (`create/delete` and the like), not with these. The Korean list holds the same kind of pairs: above/below, left/right, open/close, copy/paste…

# %% id="related-pairs"
related = {"en": """left/right up/down show/hide open/close copy/paste enable/disable expand/collapse above/below
    next/previous row/column push/pull increase/decrease first/last csv/tsv upload/download light/dark
    input/output before/after local/remote enabled/disabled""",
           "ko": say("""왼쪽/오른쪽 위에/아래에 위로/아래로 열기/닫기 복사/붙여넣기 활성화/비활성화 접기/펼치기 이전/다음
    행/열 크게/작게 첫번째/마지막 csv/tsv 업로드/다운로드 입력/출력 로컬/원격 가져오기/내보내기
    찾기/바꾸기 시작/종료 메모리/cpu 잘라내기/붙여넣기""")}
related = {language: [pair.split("/") for pair in text.split()] for language, text in related.items()}

# %% id="rank-function"
def rank_of(queries, vectors, answers):
    """queries마다 가까운 차례로 줄을 세웠을 때 answers의 순위 | Sorted by closeness to each of queries, the ranks of answers"""
    similarity = cosine_similarity(queries, vectors)
    own = similarity[np.arange(len(answers)), answers][:, None]
    ties = np.sum(similarity == own, axis=1) - 1
    return 1 + np.sum(similarity > own, axis=1) + ties / 2  # 동점이면 가운데 순위 | the middle rank among equals

def ranks(vectors, words, related):
    """쌍마다 한 낱말에서 본 다른 낱말의 순위, 양쪽 방향 | For each pair, the rank of one word seen from the other, both ways"""
    left, right = np.array([[words.index(a), words.index(b)] for a, b in related]).T
    both_ways = [rank_of(vectors[left], vectors, right), rank_of(vectors[right], vectors, left)]
    return np.maximum(np.concatenate(both_ways) - 1, 1)  # 자기 자신이 늘 1위이니 빼고 셉니다 | the word itself is always first: not counted

# %% [markdown] id="untrained-rank" lang="ko"
# 먼저 기준선(baseline)입니다. 방금 만든, 배우지 않은 표는 몇 위쯤일까요?

# %% [markdown] id="untrained-rank" lang="en"
# The baseline first: where does a table land that has learnt nothing?

# %% id="untrained-ranks"
result = {}  # (방법, 언어) → 순위 | (method, language) → ranks
for language in ("en", "ko"):
    keras.utils.set_random_seed(0)
    untrained = keras.layers.Embedding(len(words[language]), 32)(np.arange(len(words[language])))
    result["untrained", language] = ranks(untrained.numpy(), words[language], related[language])
    print(f"{language}: {np.median(result['untrained', language]):.0f} / {len(words[language])}")

# %% [markdown] id="contexts" lang="ko"
# 예상대로 절반 언저리입니다. 이제 배울 차례입니다.
#
# ## 5. 두 가지 배우는 법
#
# 두 방법 모두 한 생각에서 출발합니다. **낱말의 뜻은 그 이웃을 보면 안다.** "셀 복사", "셀 붙여넣기"처럼 같은 이웃 곁에 나오는 낱말은 뜻이 통합니다. 이웃은 앞뒤 두 낱말까지로 정합니다. 이 폭을 창(window)이라고 합니다.

# %% [markdown] id="contexts" lang="en"
# About half way, as expected. Now to learning.
#
# ## 5. Two ways to learn
#
# Both ways start from one idea: **you know a word by the company it keeps.** Words that stand beside the same neighbours, as in "copy cell" and "paste cell", are related. We call neighbours whatever stands up to two words before or after; that width is the window.

# %% id="neighbour-pairs"
def neighbour_pairs(texts, window=2):
    found = []
    for text in texts:
        for i, word in enumerate(text):
            nearby = text[max(0, i - window) : i + window + 1]
            found += [(word, neighbour) for neighbour in nearby if neighbour != word]
    return np.array(found)

# %% id="count-table"
neighbours, counts = {}, {}
for language in ("en", "ko"):
    size = len(words[language])
    neighbours[language] = neighbour_pairs(numbered[language])
    counts[language] = np.zeros((size, size))
    np.add.at(counts[language], tuple(neighbours[language].T), 1)
    once = np.sum(counts[language] == 1) / np.sum(counts[language] > 0)
    print(say(f"{language}: 이웃 쌍 {len(neighbours[language])}개, 서로 다른 쌍의 {once:.0%}는 한 번만 나옴",
              f"{language}: {len(neighbours[language])} neighbour pairs; of the different ones, {once:.0%} occur once"))

# %% [markdown] id="ppmi" lang="ko"
# ### 세어서 배우기: PPMI와 특잇값 분해
#
# 이웃한 횟수를 표로 만들었습니다. 그대로 쓰면 `the`처럼 아무 데나 나오는 낱말이 판을 휩씁니다. 그래서 **우연히 만났을 횟수보다 몇 배나 자주 만났는지**를 보고, 그 로그를 씁니다. 1배에 못 미치면 0으로 둡니다. 이것이 PPMI(positive pointwise mutual information)입니다.
#
# $$\text{PPMI}(a, b) = \max\left(0, \log \frac{n(a,b)\; n}{n(a)\; n(b)}\right)$$
#
# n(a, b)는 두 낱말이 이웃한 횟수, n(a)와 n(b)는 각 낱말이 이웃 쌍에 나온 횟수, n은 이웃 쌍 전체의 수입니다. 우연이라면 두 낱말은 n(a) × n(b) ÷ n번쯤 만납니다.
#
# 이것만으로도 낱말마다 숫자 수백 개짜리 벡터가 생깁니다. 그러고 나서 1강에서 사진을 줄이던 도구, 특잇값 분해(SVD)로 32개만 남깁니다. 학습률도 에포크도 없습니다. 횟수 그대로, PPMI, 줄인 PPMI를 차례로 재 봅시다.

# %% [markdown] id="ppmi" lang="en"
# ### Learning by counting: PPMI and SVD
#
# We have a table of how often words are neighbours. Used as it is, words like `the`, which stand everywhere, would drown the rest. So we ask **how many times more often two words meet than chance would have it**, and take the logarithm; less than once becomes 0. This is PPMI, positive pointwise mutual information.
#
# $$\text{PPMI}(a, b) = \max\left(0, \log \frac{n(a,b)\; n}{n(a)\; n(b)}\right)$$
#
# Here n(a, b) counts how often the two words are neighbours, n(a) and n(b) how often each appears in a neighbour pair, and n all the pairs. By chance the two would meet about n(a) × n(b) ÷ n times.
#
# That alone gives each word a vector of several hundred numbers. Then the tool that shrank a photograph in lesson 1, the singular value decomposition (SVD), leaves 32 of them. No learning rate, no epochs. We measure all three: the bare counts, PPMI, and PPMI made short.

# %% id="ppmi-svd"
def ppmi(counts):
    by_chance = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    return np.log(np.maximum(counts / np.maximum(by_chance, 1e-9), 1))

def count_vectors(counts):
    return TruncatedSVD(32, random_state=0).fit_transform(ppmi(counts))

counted_vectors = {}
for language in ("en", "ko"):
    counted_vectors[language] = count_vectors(counts[language])
    for method, vectors in [("counts", counts[language]), ("PPMI", ppmi(counts[language])),
                            ("PPMI + SVD", counted_vectors[language])]:
        result[method, language] = ranks(vectors, words[language], related[language])
        median = np.median(result[method, language])
        print(f"{language}  {method:12} {vectors.shape[1]:4} → {median:.1f}")

# %% [markdown] id="skip-gram" lang="ko"
# 가운데 수는 벡터의 길이, 오른쪽은 순위의 중앙값입니다. 배우지 않은 표에서는 수백 위였는데 이제 모두 20위 안에 듭니다. 가장 잘한 것은 **줄이지 않은 PPMI**로, 관련 낱말이 대개 1위나 2위에 옵니다. 숫자를 32개로 줄이면 영어에서는 두 계단쯤 떨어지지만, 한국어에서는 1.5위에서 15위로 떨어져 횟수 그대로보다도 뒤처집니다. 압축에는 대가가 따릅니다. 그 대신 벡터가 스무 배쯤 짧아집니다. 아래에서는 길이가 같은 것끼리, 곧 숫자 32개로 겨룹니다.
#
# ### 맞히며 배우기: 스킵그램
#
# 스킵그램(skip-gram)은 같은 일을 신경망으로 합니다. 낱말 둘을 주고 "이웃입니까?"를 묻습니다. 진짜 이웃은 정답이 1입니다. 0인 예도 있어야 하므로 **아무 낱말이나 뽑아서 가짜 이웃으로** 씁니다. 이것이 네거티브 샘플링(negative sampling)입니다.
#
# 조심할 점이 있습니다. 아무렇게나 뽑으면 진짜 이웃이 가짜로 뽑히기도 합니다. 같은 쌍에 1이라고도 하고 0이라고도 하는 셈입니다. 우리는 이웃한 적이 있는 낱말의 확률을 0으로 만들어 아예 뽑히지 않게 합니다. 뽑을 확률은 관습에 따라 횟수의 0.75제곱에 비례하게 합니다. 그러면 흔한 낱말을 자주 뽑되, 횟수에 비례할 때보다는 덜 뽑습니다.

# %% [markdown] id="skip-gram" lang="en"
# In the middle stands the length of the vectors, on the right the median rank. From three hundred and more, all have come down to the first twenty. The best is **PPMI left whole**: the related word is mostly first or second. Cut to 32 numbers, it loses two ranks in English, but in Korean it falls from 1.5 to 15, behind even the bare counts. Compression has its price, and what it buys is vectors some twenty times shorter. Below we compare like with like, 32 numbers each.
#
# ### Learning by guessing: skip-gram
#
# Skip-gram does the same work with a network. Show it two words and ask: "are they neighbours?" For true neighbours the answer is 1. It needs some 0s as well, so we **draw other words as false neighbours**: negative sampling.
#
# Care is needed here. Drawn blindly, a true neighbour will now and then be drawn as a false one; the same pair is then taught as 1 and as 0. We give every word that has ever been a neighbour the probability 0, so that it is never drawn. The power of 0.75 is common practice: frequent words are drawn more often, but a little less than their due.

# %% id="negatives"
def draw_negatives(pairs, counts, rng, per_pair=5):
    frequency = counts.sum(axis=0) ** 0.75
    allowed = frequency * (counts == 0)  # 이웃한 적이 있으면 0 | 0 for all that were ever neighbours
    np.fill_diagonal(allowed, 0)
    drawn = np.empty((len(pairs), per_pair), int)
    for word in range(len(allowed)):
        mine = pairs[:, 0] == word
        chance = allowed[word] / allowed[word].sum()
        drawn[mine] = rng.choice(len(allowed), (mine.sum(), per_pair), p=chance)
    return drawn

# %% id="negatives-check"
negatives = {}
for language in ("en", "ko"):
    for seed in range(3):
        drawn = draw_negatives(neighbours[language], counts[language], np.random.default_rng(seed))
        true = counts[language][neighbours[language][:, :1], drawn]
        assert np.all(true == 0), say("진짜 이웃이 가짜로 뽑혔습니다",
                                      "a true neighbour was drawn as a negative")
        negatives[language, seed] = drawn
    print(say(f"{language}: 가짜 이웃 {drawn.size}개 가운데 진짜 이웃 {np.sum(true > 0)}개",
              f"{language}: {drawn.size} negatives, true neighbours among them: {np.sum(true > 0)}"))

# %% [markdown] id="model" lang="ko"
# 모델은 표 두 개뿐입니다. 하나는 낱말의 표, 하나는 이웃의 표입니다. 두 줄을 꺼내 내적하면 점수가 되고, 점수가 클수록 "이웃이다"라는 뜻입니다. 이진 교차 엔트로피는 2강에서 본 그 손실입니다. 학습이 끝나면 낱말의 표를 가져갑니다.

# %% [markdown] id="model" lang="en"
# The model is two tables and nothing else: one for the word, one for the neighbour. Take a row from each; their dot product is the score, and a high score says "neighbours". The loss is the binary cross-entropy of lesson 2. After training, the word table is what we keep.

# %% id="skip-gram-model"
def skip_gram(size):
    word = keras.Input((), dtype="int32")
    other = keras.Input((), dtype="int32")
    word_vector = keras.layers.Embedding(size, 32, name="word")(word)
    other_vector = keras.layers.Embedding(size, 32, name="other")(other)
    return keras.Model([word, other], keras.layers.Dot(axes=1)([word_vector, other_vector]))

# %% id="train-function"
def examples(pairs, negatives):
    word = np.concatenate([pairs[:, 0], np.repeat(pairs[:, 0], negatives.shape[1])])
    other = np.concatenate([pairs[:, 1], negatives.ravel()])
    return [word, other], np.repeat([1.0, 0.0], [len(pairs), negatives.size])

def train(pairs, negatives, size, seed=0):
    keras.utils.set_random_seed(seed)
    model = skip_gram(size)
    model.compile(keras.optimizers.Adam(0.005), keras.losses.BinaryCrossentropy(from_logits=True),
                  jit_compile=False, steps_per_execution=16)
    inputs, labels = examples(pairs, negatives)
    history = model.fit(inputs, labels, batch_size=512, epochs=8, verbose=0, callbacks=[Progress()])
    return model, history.history["loss"]

# %% [markdown] id="train-predict" lang="ko"
# **예상하고 실행하기.** 신경망이 셈보다 나을까요? 영어와 한국어에서 어느 쪽이 이길지 적어 보세요. 신경망은 출발점과 뽑힌 가짜 이웃에 따라 결과가 흔들리므로 시드(seed)를 바꾸어 세 번씩, 가짜 이웃도 새로 뽑아 학습합니다. 모두 20초쯤 걸립니다.

# %% [markdown] id="train-predict" lang="en"
# **Predict, then run.** Will the network beat the counting? Write down a winner for each language. A network's result depends on where it starts and on the negatives drawn, so we train three times, each with its own seed and its own negatives. It takes about 20 seconds in all.

# %% id="train-skip-gram"
models, losses = {}, {}
for language in ("en", "ko"):
    for seed in range(3):
        models[language, seed], losses[language, seed] = train(
            neighbours[language], negatives[language, seed], len(words[language]), seed)

# %% id="skip-gram-ranks"
for language in ("en", "ko"):
    found = [ranks(models[language, seed].get_layer("word").get_weights()[0], words[language], related[language])
             for seed in range(3)]
    result["skip-gram", language] = np.array(found)

print(say("순위의 중앙값(작을수록 좋음)\n", "median rank (small is good)\n"))
for (method, language), found in result.items():
    each = np.median(np.atleast_2d(found), axis=1)
    print(f"{language}  {method:12} {np.median(each):6.1f}   ({each.min():.1f} – {each.max():.1f})")

# %% id="rank-plot"
fig, axes = plt.subplots(1, 2, figsize=(8, 3.6), sharey=True, layout="constrained")
for ax, language in zip(axes, ("en", "ko")):
    for place, method in enumerate(["untrained", "PPMI + SVD", "skip-gram"]):
        found = np.atleast_2d(result[method, language])[0]
        ax.plot(place + np.linspace(-0.25, 0.25, len(found)), np.sort(found), "osD"[place], markersize=4)
        ax.hlines(np.median(found), place - 0.35, place + 0.35, color="black")
    ax.set(xticks=range(3), xticklabels=[say("학습 전",
                                             "untrained"), "PPMI + SVD", say("스킵그램",
                                                                   "skip-gram")], yscale="log", title=language)
axes[0].set_ylabel(say("순위 (로그 눈금)", "rank (log scale)"))
plt.show()

# %% id="hardest-pairs"
for language in ("en", "ko"):
    found = result["PPMI + SVD", language].reshape(2, -1).mean(axis=0)
    worst = np.argsort(found)[:-5:-1]
    print(say(f"{language}: {np.mean(found <= 10):.0%} 쌍이 10위 안, 가장 먼 쌍은",
              f"{language}: {np.mean(found <= 10):.0%} of pairs within rank 10; furthest apart:"), ["/".join(related[language][n]) for n in worst])

# %% [markdown] id="rank-seen" lang="ko"
# 점 하나가 순위 하나이고, 검은 줄이 중앙값입니다(스킵그램은 시드 0). 배우지 않은 표의 점은 위쪽에 몰려 있습니다. 두 방법에서는 점들이 아래로 크게 내려오고, 1위에 놓인 점도 여럿입니다. 그러나 수백 위에 남은 점도 있습니다. 뜻밖에 `copy/paste`와 `복사/붙여넣기`가 그렇습니다. 사람은 늘 짝으로 떠올리지만 이 글에서는 서로 다른 이웃과 다닙니다. `copy`는 "설정을 고치려면 여기에 복사하라"는 안내문에도 자주 나옵니다. 벡터는 우리가 아는 뜻이 아니라 **읽은 글에서 쓰인 모습**을 담습니다.
#
# **세는 쪽이 이겼습니다.** 영어에서는 신경망을 세 번 돌려 가장 잘된 때도 한참 뒤처집니다. 한국어에서도 세는 쪽이 세 번 다 앞서지만 차이는 더 작습니다. 두 언어 모두 신경망의 순위는 시드마다 크게 달라집니다. 세 번의 학습과 쌍 스무 개로 큰소리칠 일은 아니고, 신경망에 가장 좋은 설정을 찾아 주지도 않았습니다. 까닭을 짐작해 보면 이렇습니다.
#
# - **글이 너무 작습니다.** 서로 다른 이웃 쌍의 64%(영어)와 73%(한국어)가 글 전체에 단 한 번 나옵니다. 스킵그램은 예를 수없이 보며 조금씩 고치는 방법이고, 수십억 낱말의 글에서 이름을 얻었습니다. 세는 방법은 표 전체를 한 번에 보므로 자료가 적을 때 유리할 수 있습니다.
# - **두 방법은 친척입니다.** PPMI에서 음수를 0으로 바꾸기 전의 값을 PMI라고 합니다. 보통의 스킵그램은 이 PMI의 표에서 상수를 뺀 다음 짧은 벡터들의 곱으로 나누는 일과 같습니다. Levy와 Goldberg가 2014년에 증명했습니다. 우리 것은 진짜 이웃을 가짜로 뽑지 않으니 꼭 그대로는 아닙니다. 그래도 비슷한 표를 놓고, 한쪽은 한 번에 풀고 한쪽은 조금씩 더듬어 갑니다.
# - **한국어는 더 잘게 쪼개졌습니다.** 같은 낱말이 조사와 어미에 따라 여러 꼴로 나뉘니, 꼴 하나하나를 볼 기회는 그만큼 적습니다.

# %% [markdown] id="rank-seen" lang="en"
# Each dot is a rank, each black bar a median (for skip-gram, seed 0). The untrained dots crowd at the top. Both methods pull them far down, and many reach rank 1. Yet some stay in the hundreds, and surprisingly `copy/paste` is among them, in Korean as well (복사/붙여넣기). To us they are a pair; in these texts they keep different company, since `copy` often turns up in notes of the kind "to change this, copy it to your preferences". Vectors do not hold the meaning we know but **the use in the text they read**.
#
# **Counting wins.** In English even the best of the three networks stays well behind. In Korean, too, counting is ahead of all three, but by a smaller factor. In both languages the network's rank sways with the seed. Three runs and twenty pairs are too few to boast of, and we did not search for the network's best settings. These may be the reasons.
#
# - **There is too little text.** Of the different neighbour pairs, 64 % (English) and 73 % (Korean) occur only once in all of it. Skip-gram corrects itself a little at each of very many examples, and it became known on billions of words. Counting looks at the whole table at once, which may help when there is little.
# - **The two are relatives.** PMI is PPMI before negative values become 0. Levy and Goldberg showed in 2014 that ordinary skip-gram factorises the PMI table (shifted by a constant). Ours never draws a true neighbour as a negative, so this does not hold to the letter. Still, with much the same table before them, one solves for the vectors at a stroke and the other gropes its way there.
# - **Korean is cut finer.** Particles and verb endings give a word many guises, and each guise is seen less often.

# %% [markdown] id="neighbours-text" lang="ko"
# 숫자만 보지 말고 이웃도 봅시다. 우리가 고른 낱말 셋을 놓고, 세어서 만든 벡터에서 가장 가까운 낱말들을 봅니다.

# %% [markdown] id="neighbours-text" lang="en"
# Look at neighbours as well as numbers. These are the closest words by counting, for three words we picked. (왼쪽, "left", comes with margin, right, side by side, bar, ignore; 업로드, "upload", with example, "the following", disabling, "please add", toolbar; 복사, "copy", with link, "to the clipboard", share, diagnosis, output.)

# %% id="nearest"
def nearest(query, vectors, words, count=4):
    order = np.argsort(-cosine_similarity([query], vectors)[0])
    return [words[n] for n in order[:count]]

for language, chosen in [("en", ["left", "upload", "copy"]), ("ko", [say("왼쪽"), say("업로드"), say("복사")])]:
    for word in chosen:
        query = counted_vectors[language][words[language].index(word)]
        print(f"{word}: {', '.join(nearest(query, counted_vectors[language], words[language], 6)[1:])}")

# %% [markdown] id="broken" lang="ko"
# ### 연습 1. 고장 난 학습
#
# 친구가 같은 모델을 학습했는데 손실이 내려가다 멈춥니다. 친구의 손실 곡선과 학습이 끝난 뒤의 점수를 우리 것과 나란히 그립니다. 코드보다 **그림을 먼저** 보세요.

# %% [markdown] id="broken" lang="en"
# ### Exercise 1. Broken on purpose
#
# A friend trained the same model, and the loss got stuck. Here are the friend's loss curve and final scores beside ours. Look at **the figure before the code**.

# %% id="broken-run"
friend_negatives = draw_negatives(neighbours["ko"], 1.0 * (counts["ko"] == 0), np.random.default_rng(0))
friend_model, friend_loss = train(neighbours["ko"], friend_negatives, len(words["ko"]))

# %% id="broken-plot"
fig, axes = plt.subplots(1, 3, figsize=(8, 3), layout="constrained")
axes[0].plot(range(1, 9), losses["ko", 0], "o-", label=say("우리", "ours"))
axes[0].plot(range(1, 9), friend_loss, "s--", label=say("친구", "friend"))
axes[0].set(xlabel=say("에포크", "epoch"), ylabel=say("손실", "loss"), ylim=(0, 0.7))
axes[0].legend()
for ax, model, drawn in [(axes[1], models["ko", 0], negatives["ko", 0]), (axes[2], friend_model, friend_negatives)]:
    inputs, labels = examples(neighbours["ko"], drawn)
    scores = model.predict(inputs, batch_size=4096, verbose=0).ravel()
    ax.hist([scores[labels == 1], scores[labels == 0]], bins=30, density=True, histtype="step", label=["1", "0"])
    ax.set(xlabel=say("점수", "score"), yticks=[])
    ax.legend(title=say("정답", "label"))
axes[1].set_title(say("우리", "ours"))
axes[2].set_title(say("친구", "friend"))
plt.show()

# %% [markdown] id="exercise-1-task" lang="ko"
# 왼쪽: 우리 손실은 0.13쯤까지 내려가는데 친구의 손실은 0.4 위에서 거의 멈춥니다. 나머지 두 그림은 저마다 학습에 쓴 쌍에서 잰 점수입니다. 가운데: 우리 모델은 정답이 1인 쌍과 0인 쌍의 점수를 갈라놓습니다. 오른쪽: 친구의 모델에서는 두 무더기가 거의 겹칩니다.
#
# 어떤 고장일까요? 번호를 고르세요.
#
# 1. 학습률이 너무 커서 손실이 튄다.
# 2. 진짜 이웃을 가짜 이웃으로도 뽑았다.
# 3. 학습을 너무 오래 해서 과적합되었다.
# 4. 정답을 모두 0으로 주었다.

# %% [markdown] id="exercise-1-task" lang="en"
# Left: our loss falls to about 0.13, the friend's all but stops above 0.4. The other two panels use the pairs each model was trained on. Middle: our model parts the scores of pairs labelled 1 from those labelled 0. Right: in the friend's model the two heaps nearly coincide.
#
# What is broken? Choose a number.
#
# 1. The learning rate is too large and the loss jumps.
# 2. True neighbours were drawn as negatives too.
# 3. It was trained too long and overfits.
# 4. All labels were 0.

# %% id="exercise-1"
cause = ...  # 여기에 번호를 쓰세요 | put the number here

# %% id="exercise-1-check"
check(cause, lambda answer: answer == 2,
      hint=say("고장마다 손실 곡선이 어떤 모양일지 하나씩 그려 보세요. 두 무더기의 점수가 같다면 "
               "모델은 두 정답을 구별할 수 없는 처지입니다.",
               "Sketch the loss curve each fault would make. If both heaps score alike, the model is "
               "in no position to tell the two labels apart."))

# %% [markdown] id="exercise-1-solution" lang="ko"
# <details><summary>힌트</summary>
#
# 1번이면 곡선이 들쭉날쭉하고, 3번과 4번이면 손실이 0으로 내려갑니다. 곡선은 매끄럽고 손실은 높은 곳에 멈추었습니다.
#
# </details>
# <details><summary>풀이</summary>
#
# ```python
# cause = 2
# ```
#
# 친구는 `counts` 자리에 **이웃이 아닌** 곳이 1인 표를 넣었습니다. 그래서 `counts == 0`이 뒤집혀 진짜 이웃만 가짜로 뽑혔습니다. 같은 쌍을 놓고 한 번은 1, 다섯 번은 0이라고 가르치니 모델은 "6분의 1" 언저리를 답하는 것보다 나을 수가 거의 없습니다. 그 손실은 $-\frac16\ln\frac16-\frac56\ln\frac56 \approx 0.45$입니다. 친구의 곡선이 그 언저리에 멈춘 까닭입니다.
#
# </details>

# %% [markdown] id="exercise-1-solution" lang="en"
# <details><summary>Hint</summary>
#
# Fault 1 makes the curve jagged; 3 and 4 let the loss fall to 0. This curve is smooth and stays high.
#
# </details>
# <details><summary>Solution</summary>
#
# ```python
# cause = 2
# ```
#
# In place of `counts` the friend handed over a table that is 1 where words are **not** neighbours. That turned `counts == 0` around: only true neighbours were drawn. One pair is then taught once as 1 and five times as 0, and a model can hardly do better than to answer about "one sixth" always. The loss of that is $-\frac16\ln\frac16-\frac56\ln\frac56 \approx 0.45$, and near there the friend's curve stopped.
#
# </details>

# %% [markdown] id="sentence-vectors" lang="ko"
# ## 6. 패딩이 새어 들어옵니다
#
# 낱말 벡터를 평균하면 간단한 문장 벡터가 됩니다. 그런데 채워 넣은 0번도 표에 한 줄을 가지고 있습니다. 케라스는 그 줄도 다른 줄과 똑같이 다루므로 평균에 함께 섞입니다. 빈자리를 계산에서 빼라고 알려 주는 표시를 마스크라고 합니다. 학습한 영어 벡터 앞에 0번 줄을 하나 두고 해 봅시다.

# %% [markdown] id="sentence-vectors" lang="en"
# ## 6. The padding leaks
#
# The mean of its word vectors is a simple vector for a sentence. But 0, the padding, has a row in the table as well. Keras treats it like any other, so it goes into the mean. A mark that says which places to leave out is called a mask. We take our trained English vectors, put a row 0 before them, and try.

# %% id="padded-table"
def pooled(mask_zero):
    keras.utils.set_random_seed(0)
    layer = keras.layers.Embedding(1 + len(words["en"]), 32, mask_zero=mask_zero)
    model = keras.Sequential([keras.Input((None,), dtype="int32"), layer, keras.layers.GlobalAveragePooling1D()])
    trained = models["en", 0].get_layer("word").get_weights()[0]
    layer.set_weights([np.vstack([layer.get_weights()[0][:1], trained])])  # 0번 줄은 케라스가 만든 그대로 | row 0 stays as Keras made it
    return model

# %% id="two-texts"
place = {word: n + 1 for n, word in enumerate(words["en"])}  # 0번은 패딩 | 0 is padding
two_texts = [[place[w] for w in tokens(text)] for text in ["Copy selected cells", "Restart the server"]]
lengths = [3, 5, 10, 20, 40, 80, 160]

# %% [markdown] id="leak-predict" lang="ko"
# **예상하고 실행하기.** "Copy selected cells"와 "Restart the server"는 다른 말입니다. 빈자리를 점점 늘리면 마스크가 없는 두 문장 벡터는 가까워질까요, 멀어질까요?

# %% [markdown] id="leak-predict" lang="en"
# **Predict, then run.** "Copy selected cells" and "Restart the server" say different things. As we pad them more and more, without a mask, will the two vectors come closer or move apart?

# %% id="leak"
similarity = {}
for mask_zero in (False, True):
    model = pooled(mask_zero)
    vectors = [model(keras.utils.pad_sequences(two_texts, maxlen=length)).numpy() for length in lengths]
    similarity[mask_zero] = [cosine(a, b) for a, b in vectors]
    moved = max(np.abs(v - vectors[0]).max() for v in vectors)
    print(say(f"mask_zero={mask_zero}: 가장 크게 움직인 값 {moved:.6f}",
              f"mask_zero={mask_zero}: largest move {moved:.6f}"))

# %% id="leak-plot"
fig, ax = plt.subplots(figsize=(6.5, 3.5))
ax.plot(lengths, similarity[False], "o-", label=say("마스크 없음", "no mask"))
ax.plot(lengths, similarity[True], "s--", label=say("마스크 있음", "mask"))
ax.set(xscale="log", xticks=lengths, xticklabels=lengths, ylim=(-0.2, 1.05))
ax.set_xlabel(say("채운 길이 (낱말 수)", "padded length (words)"))
ax.set_ylabel(say("두 문장의 코사인 유사도", "cosine similarity of the two"))
ax.legend()
plt.show()

# %% [markdown] id="leak-seen" lang="ko"
# 마스크가 없으면 곡선이 1을 향해 올라갑니다. 길게 채울수록 두 문장이 모두 "빈자리의 벡터"를 닮아 가기 때문입니다. **같은 문장인데 옆 문장이 길다는 이유로 벡터가 바뀝니다.** `mask_zero=True`를 쓰면 층이 0번 자리를 알려 주고, `GlobalAveragePooling1D`가 그 자리를 빼고 평균합니다. 곡선이 납작합니다.
#
# 마스크는 케라스 층끼리만 주고받는 표시입니다. 벡터를 꺼내 `np.mean`으로 평균하면 이 표시가 사라지고, 패딩이 소리 없이 다시 샙니다. 그래서 검사하는 코드를 하나 남깁니다. 길이를 바꾸어도 문장 벡터는 움직이지 않아야 합니다.

# %% [markdown] id="leak-seen" lang="en"
# Without a mask the curve climbs towards 1: the longer the padding, the more both sentences resemble the vector of emptiness. **A sentence changes its vector because its neighbour in the batch is long.** With `mask_zero=True` the layer reports which places hold 0, and `GlobalAveragePooling1D` leaves them out. That curve is flat.
#
# Only Keras layers pass the mask on. Take the vectors out and average them with `np.mean`, and the leak is silently back. So keep a test: change the padded length, and the sentence vector must not move.

# %% id="leak-test"
masked = pooled(mask_zero=True)
short, long = [masked(keras.utils.pad_sequences(two_texts, maxlen=length)).numpy() for length in (3, 160)]
assert np.allclose(short, long, atol=1e-5), say("패딩이 샙니다", "padding leaks")

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 손으로 만드는 마스크
#
# `vectors`는 한 문장의 벡터로 모양이 (길이, 32)이고, `numbers`는 그 번호로 모양이 (길이,)입니다. 0번 자리를 빼고 평균하는 함수를 완성하세요.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. A mask by hand
#
# `vectors` holds one sentence's vectors, of shape (length, 32), and `numbers` its word numbers, of shape (length,). Complete the function: the mean that leaves out the places where the number is 0.

# %% id="exercise-2"
def masked_mean(vectors, numbers):
    return ...  # 여기 | here

# %% id="exercise-2-check"
def mean_is_masked(answer):
    vectors = np.arange(12.0).reshape(4, 3)
    same = np.allclose(answer(vectors, np.array([0, 0, 5, 2])), [7.5, 8.5, 9.5])
    return same and np.allclose(answer(vectors, np.array([3, 0, 5, 0])), [3, 4, 5])

check(masked_mean, mean_is_masked,
      hint=say("numbers != 0은 참과 거짓의 배열입니다. 이것으로 vectors에서 줄을 고를 수 있습니다.",
               "numbers != 0 is an array of true and false; it can pick rows out of vectors."))

# %% [markdown] id="exercise-2-solution" lang="ko"
# <details><summary>힌트</summary>
#
# `vectors[numbers != 0]`은 진짜 낱말의 줄만 남깁니다. 0을 더해 놓고 전체 길이로 나누면 크기가 줄어듭니다.
#
# </details>
# <details><summary>풀이</summary>
#
# ```python
# def masked_mean(vectors, numbers):
#     return vectors[numbers != 0].mean(axis=0)
# ```
#
# </details>

# %% [markdown] id="exercise-2-solution" lang="en"
# <details><summary>Hint</summary>
#
# `vectors[numbers != 0]` keeps the rows of real words only. Setting the others to 0 but dividing by the whole length makes the result too small.
#
# </details>
# <details><summary>Solution</summary>
#
# ```python
# def masked_mean(vectors, numbers):
#     return vectors[numbers != 0].mean(axis=0)
# ```
#
# </details>

# %% [markdown] id="particles" lang="ko"
# ## 7. 조사와 글자 조각
#
# 1절에서 `학습을`과 `학습이`가 남남이 되었습니다. 새 글을 만나면 이것이 큰 문제가 됩니다. 글의 5분의 1을 따로 두고 나머지에서 어휘를 모은 다음, 따로 둔 글에서 **모르는 낱말의 비율**을 셉니다. 이번에는 한 번이라도 본 낱말은 모두 안다고 칩니다.
#
# **예상하고 실행하기.** 영어와 한국어, 어느 쪽에 모르는 낱말이 더 많을까요? 몇 배쯤일까요?

# %% [markdown] id="particles" lang="en"
# ## 7. Particles and pieces of words
#
# In section 1, 학습을 and 학습이 became strangers. With new text this turns into a serious problem. We hold out a fifth of the texts, collect the vocabulary from the rest, and count **the share of unknown words** in what we held out. A word seen even once now counts as known.
#
# **Predict, then run.** Which language will have more unknown words, English or Korean, and how many times more?

# %% id="unknown-words"
known, held = {}, {}
for language in ("en", "ko"):
    train_texts, held_texts = train_test_split(texts[language], test_size=0.2, random_state=0)
    counted = Counter(w for text in train_texts for w in tokens(text))
    known[language] = [word for word, count in counted.most_common()]
    held[language] = [w for text in held_texts for w in tokens(text)]
    print(f"{language}: {np.mean([w not in set(known[language]) for w in held[language]]):.1%}")

# %% [markdown] id="ngrams" lang="ko"
# 한국어가 세 배를 넘습니다. 다섯 낱말에 하나꼴로 벡터가 없는 셈입니다. 그 가운데는 아는 낱말에 조사만 새로 붙은 것도 있습니다. 얼마나 되는지는 조금 뒤에 셉니다.
#
# 그래서 낱말을 **글자 조각**으로 나누어 봅니다. 잇따른 글자 n개를 글자 n-그램(n-gram)이라고 합니다. 앞뒤에 빈칸(␣)을 붙여 세 글자씩 자르면 `␣셀을␣`은 `␣셀을`과 `셀을␣`이 됩니다. 조각마다 벡터를 배우고, **낱말의 벡터는 제 조각들의 평균**으로 합니다. 처음 보는 낱말도 조각을 알면 벡터가 생깁니다. fastText라는 도구가 이 방법을 씁니다. 한글 한 글자에는 자음과 모음이 두셋씩 들어 있으므로, 영어는 3~5글자, 한국어는 1~3글자 조각을 씁니다. 세는 법은 5절과 같고, 낱말의 이웃을 그 조각들의 이웃으로도 셉니다. 조각이 수천 가지라서, 표가 너무 커지지 않도록 이웃은 가장 흔한 낱말 500개만 셉니다.

# %% [markdown] id="ngrams" lang="en"
# More than three times as many: one Korean word in five has no vector at all. Some of them are known words that wear a particle not seen on them before; we shall count how many.
#
# The way out is to see a word as **pieces**. A run of n characters is an n-gram. With a blank put before and after, 셀을 ("cell", as an object) has the 3-grams `␣셀을` and `셀을␣`, and `cells` has `␣ce`, `cel`, `ell`, `lls`, `ls␣` (`␣` marks a blank). Learn a vector for each piece, and **let a word's vector be the mean of its pieces**. A word never seen before then has a vector too, if its pieces are known. That is the idea of a tool named fastText. One Hangul block holds two or three sounds, so we use pieces of 3 to 5 characters in English and 1 to 3 in Korean. We keep section 5's counting and let a word's neighbours count as its pieces' neighbours. There are thousands of pieces; to keep the table small, only the 500 most frequent words count as neighbours.

# %% id="ngram-vectors"
pieces, piece_vectors, known_counts = {}, {}, {}
piece_lengths = {"en": (3, 5), "ko": (1, 3)}
for language in ("en", "ko"):
    place = {word: n for n, word in enumerate(known[language])}
    train_texts, held_texts = train_test_split(texts[language], test_size=0.2, random_state=0)
    known_pairs = neighbour_pairs([[place[w] for w in tokens(text)] for text in train_texts])
    known_counts[language] = np.zeros((len(place), 500), "float32")
    np.add.at(known_counts[language], tuple(known_pairs[known_pairs[:, 1] < 500].T), 1)
    pieces[language] = CountVectorizer(analyzer="char_wb", ngram_range=piece_lengths[language],
                                       binary=True, dtype="float32")
    has_piece = pieces[language].fit_transform(known[language])  # 낱말 × 조각 | words × pieces
    piece_vectors[language] = count_vectors(has_piece.T @ known_counts[language])

# %% id="ngram-words"
def from_pieces(some_words, language):
    has_piece = pieces[language].transform(some_words)
    return has_piece @ piece_vectors[language] / np.maximum(np.asarray(has_piece.sum(axis=1)).reshape(-1, 1), 1)

for language, word in [("en", "fonts"), ("en", "pairing"), ("ko", say("저장소에는")), ("ko", say("리스트에"))]:
    assert word not in known[language]
    found = nearest(from_pieces([word], language)[0], from_pieces(known[language], language), known[language])
    print(f"{word}: {', '.join(found)}")

# %% [markdown] id="ngram-exam" lang="ko"
# 우리가 고른 네 낱말은 모두 어휘에 없던 것입니다. `저장소에는` 곁에 `저장소`의 여러 꼴이, `리스트에` 곁에 `리스트`의 여러 꼴이 모입니다. 그런데 `pairing`을 보면 `-ing`라는 꼬리만 닮은 낱말도 끼어듭니다. 조각은 뜻도 배우지만 **철자에 끌리기도 합니다.**
#
# 한 표에서 세 방법을 견줍니다. 낱말 통째로, 철자만(배우지 않고 조각이 겹치는 정도만), 배운 조각입니다. 다음 세 가지를 봅니다.
#
# - **모름**: 따로 둔 글에서 벡터를 줄 수 없는 낱말의 비율
# - **원형**: 처음 보는 낱말에서 꼬리(조사나 `-s`, `-ing`)를 뗀 꼴이 가까운 다섯 낱말 안에 드는 비율
# - **관련**: 4절 낱말 쌍의 순위(중앙값). 여기서는 어휘가 더 크고 글은 5분의 4뿐이라 앞의 순위와 곧바로 견줄 수 없습니다.

# %% [markdown] id="ngram-exam" lang="en"
# None of these four, which we picked, was in the vocabulary. Around 저장소에는 ("in the repository, …") gather other forms of 저장소, "repository"; around 리스트에 ("in the list") other forms of 리스트, "list". But see `pairing`: words that merely share the tail `-ing` push in. Pieces learn some meaning, yet they are also **drawn to spelling.**
#
# Three contestants in one table: whole words; spelling alone (no learning, just how many pieces two words share); and learnt pieces. We look at three things.
#
# - **unknown**: the share of words in the held-out texts that get no vector
# - **base**: for a word never seen, how often the form without its tail (a particle, or `-s`, `-ing`…) is among the five nearest
# - **related**: the median rank of section 4's pairs. The vocabulary is larger here and the text only four fifths, so do not compare it with the ranks above.

# %% id="base-forms"
endings = {"en": ["s", "es", "d", "ed", "ing", "er", "ly"],
           "ko": ["을", "를", "이", "가", "은", "는", "의", "에", "로", say("으로"), say("에서"), "과", "와", "도"]}
forms = {}
for language in ("en", "ko"):
    vocabulary = set(known[language])
    unseen = sorted(set(held[language]) - vocabulary)
    forms[language] = [(word, word.removesuffix(end)) for word in unseen for end in endings[language]
                       if word.endswith(end) and word.removesuffix(end) in vocabulary]
    share = len(dict(forms[language])) / len(unseen)
    print(say(f"{language}: 처음 보는 낱말 {len(unseen)}가지 가운데 {share:.0%}",
              f"{language}: {share:.0%} of {len(unseen)} unseen words"), forms[language][6:9])

# %% id="exam"
def exam(vectors, unseen_vectors, language):
    bases = [known[language].index(base) for word, base in forms[language]]
    found = np.mean(rank_of(unseen_vectors, vectors, bases) <= 5)
    return found, np.median(ranks(vectors, known[language], related[language]))

# %% id="ngram-table"
table = {}
for language in ("en", "ko"):
    unseen = [word for word, base in forms[language]]
    has_piece = pieces[language].transform
    not_known = np.mean([word not in set(known[language]) for word in held[language]])
    no_piece = np.mean(has_piece(held[language]).sum(axis=1) == 0)
    whole = ranks(count_vectors(known_counts[language]), known[language], related[language])
    spelling = exam(has_piece(known[language]), has_piece(unseen), language)
    learnt = exam(from_pieces(known[language], language), from_pieces(unseen, language), language)
    table["whole words", language] = not_known, 0.0, np.median(whole)
    table["spelling", language] = no_piece, *spelling
    table["learnt pieces", language] = no_piece, *learnt

# %% id="ngram-table-print"
print(say("                   모름     원형    관련",
          "                   unknown   base   related"))
for (method, language), (not_known, base, rank) in table.items():
    print(f"{language}  {method:14} {not_known:8.1%} {base:7.0%} {rank:8.1f}")

# %% [markdown] id="ngram-seen" lang="ko"
# 처음 보는 낱말 가운데 아는 낱말에 꼬리만 새로 붙은 것은 두 언어 모두 넷이나 다섯에 하나쯤입니다(바로 위의 출력). 나머지는 새 낱말이거나, 우리의 짧은 꼬리 목록이 놓친 꼴입니다.
#
# - **낱말 통째로**는 뜻은 알지만 처음 보는 낱말 앞에서 손을 놓습니다. 한국어에서는 다섯에 하나꼴입니다.
# - **철자만**은 원형을 거의 다 맞힙니다. 배울 필요도 없습니다. 원형을 철자로 정했으니 철자에 유리한 시험입니다. 그러나 영어에서 관련 낱말의 순위는 아무렇게나 세운 줄과 다르지 않습니다. 한국어에서는 꽤 앞에 옵니다. `왼쪽`과 `오른쪽`처럼 글자를 함께 쓰는 쌍이 있기 때문입니다.
# - **배운 조각**은 둘의 좋은 점을 조금씩 가집니다. 모르는 낱말이 거의 사라지고, 처음 보는 낱말도 제 원형 곁에 놓일 때가 많습니다. 관련 낱말에서는 두 언어 모두 통째로 배운 것보다 앞섭니다. 원형을 찾는 일만 놓고 보면 두 언어 모두 철자에 집니다.
#
# 시험지가 작다는 것도 잊지 마세요. 영어의 원형 비율은 낱말 18개에서, 관련 순위는 쌍 스무 개에서 잰 값입니다. 방향만 읽으세요.

# %% [markdown] id="ngram-seen" lang="en"
# Of the unseen words, about one in four or five is a known word with a new tail, in both languages (printed just above). The rest are new words, or known ones in a guise that our short list of endings misses.
#
# - **Whole words** know meaning but give up before a word not seen before: in Korean, one in five.
# - **Spelling alone** finds nearly every base form, without learning a thing; that test suits it, for we defined a base form by its spelling. Yet for related words in English its rank is no better than a random order. In Korean it comes out rather well, because some pairs share a block: 왼쪽 (left) and 오른쪽 (right) both end in 쪽, "side".
# - **Learnt pieces** have a little of the merits of both. Unknown words all but vanish, and a word never seen often lands near its base form. For related words they beat whole words in both languages. At finding base forms alone, they lose to spelling in both.
#
# The exam is small: the English share of base forms rests on 18 words, the related ranks on twenty pairs. Read the direction, not the figure.

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 조각내기
#
# 낱말의 앞뒤에 빈칸을 하나씩 붙이고, 잇따른 글자 `n`개씩을 차례로 담은 리스트를 돌려주는 함수를 쓰세요. `ngrams("셀을", 3)`은 `[" 셀을", "셀을 "]`입니다.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. Cut it up
#
# Put one blank before and one after the word, and return the list of all runs of `n` characters, in order. `ngrams("셀을", 3)` is `[" 셀을", "셀을 "]`; it works the same for `cells`.

# %% id="exercise-3"
def ngrams(word, n):
    return ...  # 여기 | here

# %% id="exercise-3-check"
check(ngrams, lambda answer: answer(say("셀을"), 3) == [say(" 셀을"), say("셀을 ")] and answer("cell", 2) == [" c", "ce", "el", "ll", "l "],
      hint=say("빈칸을 붙인 글의 길이가 L이면 조각은 L - n + 1개입니다.",
               "If the word with its blanks has length L, there are L - n + 1 pieces."))

# %% [markdown] id="exercise-3-solution" lang="ko"
# <details><summary>힌트</summary>
#
# `text[i : i + n]`을 `i`를 옮겨 가며 모으세요. 마지막 조각은 빈칸으로 끝나야 합니다.
#
# </details>
# <details><summary>풀이</summary>
#
# ```python
# def ngrams(word, n):
#     text = f" {word} "
#     return [text[i : i + n] for i in range(len(text) - n + 1)]
# ```
#
# </details>

# %% [markdown] id="exercise-3-solution" lang="en"
# <details><summary>Hint</summary>
#
# Collect `text[i : i + n]` while `i` moves along. The last piece must end with the blank.
#
# </details>
# <details><summary>Solution</summary>
#
# ```python
# def ngrams(word, n):
#     text = f" {word} "
#     return [text[i : i + n] for i in range(len(text) - n + 1)]
# ```
#
# </details>

# %% [markdown] id="map" lang="ko"
# ## 8. 두 언어의 지도, 그리고 지도가 감추는 것
#
# 따로 배운 두 공간은 방향이 제멋대로라 한 장에 겹쳐 그려도 의미가 없습니다. 그래서 원문과 번역문을 **한 글로 이어 붙이고**, 같은 글에 나오면 모두 이웃으로 칩니다. 그러면 `kernel`과 `커널`이 이웃을 함께 쓰게 되어 한 공간에 놓입니다. 세는 법은 5절과 같습니다.

# %% [markdown] id="map" lang="en"
# ## 8. A map of both languages, and what it hides
#
# Two spaces learnt apart point where they please; laid over each other they mean nothing. So we **join each text with its translation** and call all words of the joint text neighbours. Then `kernel` and its Korean 커널 (keoneol) share their neighbours and end up in one space. The counting is section 5's.

# %% id="joint-vectors"
english = CountVectorizer(token_pattern=r"\w+", min_df=3, binary=True)
korean = CountVectorizer(token_pattern=r"\w+", min_df=3, binary=True)
together = np.hstack([english.fit_transform([pair[0] for pair in pairs]).toarray(),
                      korean.fit_transform([pair[1] for pair in pairs]).toarray()]).astype("float32")
joint_counts = together.T @ together
np.fill_diagonal(joint_counts, 0)
joint = normalize(count_vectors(joint_counts))  # 길이를 1로 | length 1

# %% id="word-map"
pca = PCA(2, random_state=0)
flat = pca.fit_transform(joint)
shown = say("kernel/커널 cell/셀 server/서버 commit/커밋 theme/테마 search/검색 remote/원격 close/닫기 delete/삭제")
fig, ax = plt.subplots(figsize=(8, 6.5), layout="constrained")
ax.plot(*flat.T, ".", color="0.85", zorder=0)
for a, b in [pair.split("/") for pair in shown.split()]:
    here, there = flat[english.vocabulary_[a]], flat[len(english.vocabulary_) + korean.vocabulary_[b]]
    ax.plot(*np.array([here, there]).T, color="0.5")
    ax.plot(*here, "o", color="tab:blue")
    ax.plot(*there, "s", color="tab:orange")
    ax.annotate(a, here, xytext=(0, 6), textcoords="offset points", ha="center")
    ax.annotate(b, there, xytext=(0, -15), textcoords="offset points", ha="center")
ax.set(xlabel=say("주성분 1 (단위 없음)", "component 1 (no unit)"), ylabel=say("주성분 2 (단위 없음)", "component 2 (no unit)"))
plt.show()

# %% [markdown] id="map-predict" lang="ko"
# 파란 동그라미가 영어, 주황 네모가 한국어, 회색 선이 번역을 잇고, 옅은 점은 나머지 낱말입니다. 이름표를 단 낱말은 글자가 겹치지 않게 고른 것일 뿐입니다. 절반쯤은 번역끼리 거의 맞닿고(theme, kernel, remote, cell), close나 delete처럼 멀리 떨어진 것도 있습니다. 언뜻 보면 그럴듯합니다.
#
# **예상하고 실행하기.** 낱말마다 32차원에서 가장 가까운 낱말 열 개를 찾습니다. 그 가운데 몇 개가 지도에서도 가장 가까운 열 안에 남을까요? 이번에는 고른 낱말이 아니라 **모든 낱말**에서 잽니다.

# %% [markdown] id="map-predict" lang="en"
# Blue circles are English, orange squares Korean, lines join translations, and the pale dots are all other words. The labelled ones were picked so that the labels do not overlap, nothing more. About half of these pairs nearly touch (theme, kernel, remote, cell); others, such as close and delete, lie far apart. At a glance it looks convincing.
#
# **Predict, then run.** For each word, find its ten nearest words in 32 dimensions. How many of them are still among the ten nearest on the map? This time we measure **all words**, not the ones we picked.

# %% id="map-hides"
def ten_nearest(vectors):
    return NearestNeighbors(n_neighbors=10).fit(vectors).kneighbors(return_distance=False)

pairs_of_lists = zip(ten_nearest(joint), ten_nearest(flat))
kept_on_map = np.mean([len(set(full) & set(on_map)) / 10 for full, on_map in pairs_of_lists])
print(say(f"지도에 남은 분산 {pca.explained_variance_ratio_.sum():.0%}",
          f"variance left on the map {pca.explained_variance_ratio_.sum():.0%}"))
print(say(f"지도에 남은 이웃 {kept_on_map:.0%} (우연이면 {10 / (len(joint) - 1):.1%})",
          f"neighbours left on the map {kept_on_map:.0%} (by chance {10 / (len(joint) - 1):.1%})"))

# %% [markdown] id="map-seen" lang="ko"
# 열에 하나쯤만 남습니다. 우연보다는 훨씬 낫지만 지도에서 곁에 있는 낱말은 대부분 진짜 이웃이 아니고, 진짜 이웃은 대부분 지도에서 흩어졌습니다. 분산도 열에 하나쯤만 보입니다. **지도에서 가깝다고 가까운 것이 아니고, 축에 이름이 있는 것도 아닙니다.** 게다가 이름표를 달 낱말은 그리는 사람이 고릅니다. 잘 보이는 낱말만 고르면 어떤 공간도 훌륭해 보입니다.

# %% [markdown] id="map-seen" lang="en"
# About one in ten is left. That is far above chance, yet most words beside each other on the map are no true neighbours, and most true neighbours have been scattered. Of the variance, too, about a tenth is visible. **Near on a map is not near, and the axes have no names.** Besides, whoever draws the map picks the words to label; pick what looks well, and any space looks splendid.

# %% [markdown] id="measured" lang="ko"
# ## 우리가 잰 것

# %% [markdown] id="measured" lang="en"
# ## What we measured

# %% id="what-we-measured"
measured = {f"median_rank_{name}_{language}": np.median(np.median(np.atleast_2d(result[method, language]), axis=1))
            for method, name in [("untrained", "untrained"), ("counts", "counts"), ("PPMI", "ppmi_whole"),
                                 ("PPMI + SVD", "ppmi"), ("skip-gram", "skipgram")]
            for language in ("en", "ko")}
for language in ("en", "ko"):
    measured[f"unknown_words_{language}"], _, measured[f"related_whole_{language}"] = table["whole words", language]
    measured[f"unknown_pieces_{language}"], measured[f"base_pieces_{language}"], measured[f"related_pieces_{language}"] = table["learnt pieces", language]
measured["leak_similarity_unmasked"] = similarity[False][-1]
measured["leak_similarity_masked"] = similarity[True][-1]
measured["kept_on_map"] = kept_on_map
for name, value in measured.items():
    print(f"{name:28} {value:8.4f}")

for language in ("en", "ko"):
    assert measured[f"median_rank_untrained_{language}"] > 150, say("배우지 않은 표가 너무 좋습니다",
                                                                    "the untrained table is too good")
    assert measured[f"median_rank_ppmi_{language}"] < 30, say("PPMI가 관련 낱말을 찾지 못합니다",
                                                              "PPMI does not find related words")
    assert measured[f"median_rank_skipgram_{language}"] < 80, say("스킵그램이 관련 낱말을 찾지 못합니다",
                                                                  "skip-gram does not find related words")
    assert measured[f"unknown_pieces_{language}"] < measured[f"unknown_words_{language}"] / 3, say("조각이 모르는 낱말을 줄이지 못합니다",
                                                                                                   "pieces do not reduce unknown words")
    assert measured[f"median_rank_ppmi_whole_{language}"] < measured[f"median_rank_ppmi_{language}"], say("줄이지 않은 PPMI가 앞서야 합니다",
                                                                                                          "PPMI left whole should lead")
assert measured["median_rank_ppmi_en"] < measured["median_rank_skipgram_en"], say("영어에서 셈이 지지 않아야 합니다",
                                                                                  "counting should win in English")
assert measured["unknown_words_ko"] > 2 * measured["unknown_words_en"], say("한국어에 모르는 낱말이 더 많아야 합니다",
                                                                            "Korean should have more unknown words")
assert measured["leak_similarity_unmasked"] > measured["leak_similarity_masked"] + 0.3, say("패딩이 새지 않았습니다",
                                                                                            "the padding did not leak")
assert 0.03 < measured["kept_on_map"] < 0.3, say("지도에 남은 이웃이 예상과 다릅니다",
                                                 "the map keeps more or fewer neighbours than claimed")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 문장은 번호가 되고, 번호는 표의 한 줄이 됩니다. `Embedding`은 원-핫 × 행렬과 같은 계산입니다.
# - 표를 만들기만 해서는 아무것도 모릅니다. 관련 낱말이 어휘의 절반쯤에 놓입니다. 이웃을 읽은 뒤에는 30위 안팎이나 그보다 앞으로 올라옵니다.
# - 글이 1만 낱말쯤일 때, 숫자를 똑같이 32개 쓰면 PPMI + SVD가 스킵그램을 앞섭니다. 영어에서는 차이가 뚜렷하고, 한국어에서는 그보다 작습니다. 줄이지 않은 PPMI는 둘 다 앞섭니다. 새 방법이 늘 낫지는 않습니다.
# - 마스크가 없으면 패딩이 문장 벡터를 바꿉니다. 길이를 바꾸어 보는 검사 한 줄이면 알아챌 수 있습니다.
# - 한국어는 모르는 낱말의 비율이 영어의 세 배를 넘습니다. 아는 낱말에 조사만 새로 붙은 것은 그 일부로, 우리의 짧은 목록으로 세면 처음 보는 낱말의 4분의 1쯤입니다. 글자 조각은 거의 모든 낱말에 벡터를 주고, 확인할 수 있는 것은 다섯에 넷이 원형 가까이에 놓였습니다. 그러나 철자에 끌리기도 합니다.
# - 두 언어의 지도는 볼만하지만 숫자 32개를 2개로 줄인 그림입니다. 가까운지는 본래 공간에서 재어 보고 말하세요.
#
# **풀어 본 연습:** 고장 난 학습 진단 · 손으로 만드는 마스크 · 조각내기
#
# **다음 수업:** 원문과 번역문을 이어 붙이는 대신, 두 언어가 만나는 공간을 학습합니다. 그림도 함께 들어옵니다.
#
# ### 참고한 글
#
# - T. Mikolov 외, *Distributed Representations of Words and Phrases and their Compositionality* (2013). [arXiv:1310.4546](https://arxiv.org/abs/1310.4546)
# - O. Levy, Y. Goldberg, *Neural Word Embedding as Implicit Matrix Factorization* (2014). [NeurIPS](https://papers.nips.cc/paper/5477-neural-word-embedding-as-implicit-matrix-factorization)
# - P. Bojanowski 외, *Enriching Word Vectors with Subword Information* (2017). [arXiv:1607.04606](https://arxiv.org/abs/1607.04606)
# - 글: Project Jupyter, *JupyterLab Korean Language Pack* (BSD 라이선스). [github.com/jupyterlab/language-packs](https://github.com/jupyterlab/language-packs)
#
# ← [이전](04_generation.ipynb) · [차례](README.md) · [다음](06_shared_space.ipynb) → · [English edition](../en/05_text_embedding.ipynb)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - Sentences become numbers, and a number becomes a row of a table. `Embedding` computes the same as one-hot × matrix.
# - Making the table teaches it nothing: related words lie half way down the vocabulary. After reading neighbours they come up to about rank thirty or better.
# - On some ten thousand words of text and with 32 numbers each, PPMI + SVD is ahead of skip-gram: clearly in English, less so in Korean. PPMI left whole is ahead of both. The newer method is not always the better one.
# - Without a mask, padding moves the sentence vector. One line of test, with the length changed, gives it away.
# - Korean has more than three times as large a share of unknown words as English. Known words with a new particle are part of it: about a quarter of the unseen Korean words, by our short list of endings. Pieces give nearly every word a vector; where we could check, four in five landed near their base form. Yet pieces are drawn to spelling.
# - The map of both languages is pleasant to look at, but it squeezes 32 numbers into 2. Measure closeness in the full space before you speak of it.
#
# **Exercises done**: a diagnosis, a mask by hand, words cut to pieces.
#
# **Next**: instead of joining translated texts, we train a space in which two languages meet. Images join them.
#
# ### References
#
# - T. Mikolov et al., *Distributed Representations of Words and Phrases and their Compositionality* (2013). [arXiv:1310.4546](https://arxiv.org/abs/1310.4546)
# - O. Levy, Y. Goldberg, *Neural Word Embedding as Implicit Matrix Factorization* (2014). [NeurIPS](https://papers.nips.cc/paper/5477-neural-word-embedding-as-implicit-matrix-factorization)
# - P. Bojanowski et al., *Enriching Word Vectors with Subword Information* (2017). [arXiv:1607.04606](https://arxiv.org/abs/1607.04606)
# - Texts: Project Jupyter, *JupyterLab Korean Language Pack* (BSD licence). [github.com/jupyterlab/language-packs](https://github.com/jupyterlab/language-packs)
#
# ← [Previous](04_generation.ipynb) · [Contents](README.md) · [Next](06_shared_space.ipynb) → · [한국어판](../ko/05_text_embedding.ipynb)
