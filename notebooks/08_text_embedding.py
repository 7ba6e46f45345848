# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 08 · 텍스트 임베딩: 단어가 벡터가 되다
#
# **단어의 뜻을 아무도 알려 주지 않아도, 옆에 오는 단어만 보고 비슷한 단어를 찾아냅니다. 얼마나 잘 찾는지도 잽니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 말뭉치에서 이웃을 세어 단어 벡터를 **만듭니다**(PPMI와 특잇값 분해).
# - 문장을 번호로, 번호를 벡터의 표로 **바꿉니다**.
# - 신경망(스킵그램)으로 단어 임베딩을 **학습시키고**, 세는 방법과 **비교합니다**.
# - 패딩이 문장 벡터에 섞이는 것을 마스크로 **막습니다**.
#
# {minutes}분 · [01 · 압축](01_compression.ipynb)의 특잇값 분해와 [02 · 오토인코더](02_autoencoder.ipynb)의 케라스 모델에 이어집니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 08 · Text embedding: words become vectors
#
# **Nobody tells the computer what a word means. It looks at nothing but the words next door, and finds out which words are alike. Then we measure how well it did.**
#
# After this lesson you can
#
# - **build** word vectors by counting neighbors in a corpus (PPMI and singular value decomposition);
# - **turn** sentences into numbers, and look up a vector for each number;
# - **train** a word embedding with a network (skip-gram) and **compare** it with counting;
# - **keep** padding out of a sentence's vector with a mask.
#
# {minutes} minutes · builds on the singular value decomposition of [01 · Compression](01_compression.ipynb) and the Keras models of [02 · Autoencoder](02_autoencoder.ipynb).
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup"
from collections import Counter
import re

from helpers import check, interface_pairs, say, show_table, use_course_style
from helpers.training import train
import keras
from keras import layers
import matplotlib.pyplot as plt
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer

use_course_style()

# %% [markdown] id="neighbors" lang="ko"
# ## 1. 이웃을 세면 뜻이 보입니다
#
# 빈칸에 무엇이 들어갈까요? “셀을 아래로 \_\_\_”, “파일을 서버에 \_\_\_.” 한 단어로 정해지지는 않지만 후보는 많지 않습니다. 거꾸로, **같은 빈칸에 들어가는 단어들은 서로 비슷합니다.** 언어학에서는 이것을 **분포 가설**(distributional hypothesis)이라고 합니다. 이 수업은 이 가설 하나로 단어 벡터를 만듭니다.
#
# 읽을 글의 모음을 **말뭉치**(corpus)라고 합니다. 우리 말뭉치는 지금 보고 있는 주피터랩의 메뉴와 안내문입니다. 자원봉사자들이 우리말로 옮긴 글이 이미 설치되어 있습니다. 두 언어의 벡터를 따로 만듭니다.

# %% [markdown] id="neighbors" lang="en"
# ## 1. Count the neighbors, and meaning appears
#
# What fits the gap? “Move the cell \_\_\_”, “\_\_\_ the file to the server.” More than one word would do, but not many. Turn that around: **words that fit the same gaps are alike.** Linguists call this the **distributional hypothesis**, and it is all we need to make word vectors.
#
# The texts we read are our **corpus**: the menus and messages of JupyterLab, which volunteers have translated into Korean and which are already installed. Each language is learned by itself. (You need no Korean for this lesson. Watch whether its numbers go the same way as the English ones.)

# %% id="texts"
pairs = interface_pairs()
texts = {"en": [english for english, korean in pairs],
         "ko": [korean for english, korean in pairs]}
for language in texts:
    texts[language] = list(dict.fromkeys(texts[language]))  # 겹치는 글은 한 번만 | each text once
    print(language, len(texts[language]), texts[language][300:303])

# %% [markdown] id="tokens-text" lang="ko"
# 글을 띄어쓰기와 문장 부호에서 자릅니다. 자른 조각 하나를 **토큰**(token), 번호를 붙일 토큰의 목록을 **어휘**(vocabulary)라고 합니다. 세 번도 나오지 않는 단어는 배울 거리가 너무 적으므로 뺍니다.

# %% [markdown] id="tokens-text" lang="en"
# We cut the texts at spaces and punctuation. A piece is a **token**; the list of tokens that get a number is the **vocabulary**. Words seen fewer than three times leave too little to learn from, so we drop them.

# %% id="vocabularies"
def tokens(text):
    return re.findall(r"\w+", text.lower())


words, number_of = {}, {}
for language in texts:
    counted = Counter(token for text in texts[language] for token in tokens(text))
    words[language] = [word for word, count in counted.most_common() if count >= 3]
    number_of[language] = {word: n for n, word in enumerate(words[language])}
    print(language, len(counted), "→", len(words[language]), words[language][:5])

# %% [markdown] id="contexts-text" lang="ko"
# 단어의 이웃은 어휘에 남은 단어 가운데 **바로 앞 단어와 바로 뒤 단어**로 정하고, 앞과 뒤를 구별합니다. `left`라는 단어 앞에 오는 것과 뒤에 오는 것은 서로 다른 정보이기 때문입니다. 글의 처음과 끝도 이웃으로 칩니다. 그래서 이웃은 모두 2 × (어휘 크기 + 1)가지입니다. 앞에 오는 이웃이 어휘 크기 + 1가지(글의 처음 포함), 뒤에 오는 이웃도 그만큼(글의 끝 포함)입니다.

# %% [markdown] id="contexts-text" lang="en"
# Of the words that remain, a word's neighbors are **the one right before and the one right after**, and we keep the two sides apart: what comes before `left` tells us something else than what comes after. The beginning and the end of a text count as neighbors too. So there are vocabulary size + 1 possible neighbors before (the beginning included), and as many again after.

# %% id="contexts"
def neighbor_pairs(language):
    """(단어, 이웃)의 번호 | numbers of (word, neighbor)"""
    edge = len(words[language])  # 글의 처음과 끝 | where a text begins or ends
    found = []
    for text in texts[language]:
        known = [number_of[language].get(token) for token in tokens(text)]
        known = [edge] + [n for n in known if n is not None] + [edge]
        for before, word, after in zip(known, known[1:], known[2:]):
            found += [(word, before), (word, edge + 1 + after)]
    return np.array(found)


neighbors = {language: neighbor_pairs(language) for language in texts}

# %% id="counts"
counts = {}
for language in texts:
    size = len(words[language])
    counts[language] = np.zeros((size, 2 * (size + 1)))
    np.add.at(counts[language], tuple(neighbors[language].T), 1)
    print(language, counts[language].shape, len(neighbors[language]))

# %% [markdown] id="ppmi-text" lang="ko"
# 행이 단어, 열이 이웃인 표에 횟수가 들어 있습니다. 그대로 쓰면 `the`처럼 어디에나 나오는 이웃이 판을 휩씁니다. 그래서 **우연히 만났을 때보다 몇 배나 자주 만났는지**를 구하고 로그를 씌웁니다. 1배에 못 미치면 0으로 둡니다. 이것이 **PPMI**(positive pointwise mutual information, 양의 점별 상호 정보량)입니다.
#
# $$\text{PPMI}(a, b) = \max\left(0, \log \frac{n(a,b)\; n}{n(a)\; n(b)}\right)$$
#
# n(a, b)는 단어 a와 이웃 b가 만난 횟수, n(a)와 n(b)는 행과 열의 합, n은 전체의 합입니다. 우연이라면 두 단어는 n(a) × n(b) ÷ n번쯤 만납니다.
#
# 이렇게 하면 단어마다 값이 천 개가 넘는 벡터가 생깁니다. 이제 01강에서 사진을 줄이던 **특잇값 분해**(SVD)로 값을 32개만 남깁니다. 이 32개가 단어의 잠재 벡터이고, 단어마다 이런 벡터를 주는 표를 **단어 임베딩**(word embedding)이라고 합니다.

# %% [markdown] id="ppmi-text" lang="en"
# Rows are words, columns are neighbors, entries are counts. Used as they are, neighbors like `the`, which stand everywhere, would drown the rest. So we ask **how many times more often two words meet than chance alone would explain**, and take the logarithm; anything less than once becomes 0. This is **PPMI**, positive pointwise mutual information.
#
# $$\text{PPMI}(a, b) = \max\left(0, \log \frac{n(a,b)\; n}{n(a)\; n(b)}\right)$$
#
# Here n(a, b) counts how often word a meets neighbor b, n(a) and n(b) are the sums of the row and the column, and n is the sum of everything. By chance the two would meet about n(a) × n(b) ÷ n times.
#
# That gives each word a vector of more than a thousand values. Now the tool that shrank a photograph in lesson 1, the **singular value decomposition** (SVD), keeps 32 of them. Those 32 values are the word's latent vector, and a table that gives every word one is called a **word embedding**.

# %% id="ppmi-svd"
def ppmi(counts):
    by_chance = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    times = counts / np.maximum(by_chance, 1e-9)
    return np.log(np.maximum(times, 1))


def shorten(table, size=32):
    U, s, Vt = np.linalg.svd(table, full_matrices=False)
    return U[:, :size] * s[:size]


counted_vectors = {language: shorten(ppmi(counts[language])) for language in texts}

# %% [markdown] id="nearest-predict" lang="ko"
# 두 벡터가 비슷한지는 **코사인 유사도**(cosine similarity)로 잽니다. 길이를 1로 맞춘 두 벡터의 내적입니다. 같은 방향이면 1, 직각이면 0, 반대 방향이면 -1입니다.
#
# **예상하고 실행하기.** `show`, `왼쪽`과 가장 가까운 단어는 무엇일까요? 프로그램은 사전을 본 적이 없습니다.

# %% [markdown] id="nearest-predict" lang="en"
# How alike two vectors are is measured by the **cosine similarity**: the dot product of the two after both are scaled to length 1. It is 1 for the same direction, 0 for a right angle, -1 for opposite directions.
#
# **Predict, then run.** Which words will be closest to `show`, and to `left`? The program has never seen a dictionary. (The Korean words are 왼쪽, left; 열기, open; 업로드, upload.)

# %% id="nearest" tags=["predict"]
def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def nearest(word, vectors, language, how_many=5):
    vectors = unit(vectors)
    similarity = vectors @ vectors[number_of[language][word]]
    order = np.argsort(-similarity)[1 : 1 + how_many]  # 자기 자신은 뺍니다 | not itself
    return [words[language][n] for n in order]


examples = {"en": ["show", "left", "upload"], "ko": say(["왼쪽", "열기", "업로드"])}
for language in texts:
    for word in examples[language]:
        print(word, "→", ", ".join(nearest(word, counted_vectors[language], language)))

# %% [markdown] id="nearest-seen" lang="ko"
# 이웃만 세었는데 `show`, `left`, `왼쪽`에서는 반대말이 첫째로 나왔습니다. 반대말이 가까운 것은 잘못이 아닙니다. `show`와 `hide`는 같은 빈칸에 들어갑니다. 그러나 `upload`도 `업로드`도 다섯 안에서 제 짝(`download`, `다운로드`)을 찾지 못했고, 엉뚱한 단어도 섞여 있습니다. 그러니 눈에 띄는 예 몇 개로 만족하지 말고 점수를 매깁시다.
#
# ## 2. 시험지를 만들어 재기
#
# 누가 봐도 관련 있는 단어 쌍을 언어마다 44개씩 골랐습니다. 반대말, 짝, 같은 뜻의 말입니다. 한 단어의 벡터에서 가까운 순서로 어휘 전체를 줄 세웠을 때 짝이 몇 위인지 봅니다. 1위가 가장 좋고, 무작위라면 어휘의 절반쯤에 옵니다. 양쪽 방향을 모두 재어 순위 88개의 **중앙값**을 씁니다.
#
# 이 목록은 방법의 설정을 고르기 **전에** 적었습니다. 이웃을 몇 칸까지 볼지, 벡터의 값을 몇 개로 할지, 얼마나 오래 학습시킬지 같은 설정은 다른 쌍 30개쯤(`create/delete`, `생성/삭제` 등)으로 골랐습니다. 01강부터 지켜 온 규칙입니다. 설정은 검증 세트로 고르고, 점수는 테스트 세트로 냅니다.

# %% [markdown] id="nearest-seen" lang="en"
# Nothing but counting neighbors, and `show` finds `hide`, `left` finds `right` (and 왼쪽 finds 오른쪽, its opposite). Opposites are no mistake: they fit the same gaps. But `upload` does not find `download` among its first five, and `maximum` beside `left` makes no sense. So let us not be content with a few pleasing examples, and give marks.
#
# ## 2. An exam for word vectors
#
# For each language we wrote down 44 pairs of words that anyone would call related: opposites, partners, words that mean the same. Sort the whole vocabulary by closeness to one word: at which rank does its partner come? Rank 1 is best; a random order puts it about half way down. We ask in both directions and take the **median** of the 88 ranks. (The Korean list holds the same kinds of pairs: left/right, open/close, upload/download…)
#
# The lists were written **before** any setting was chosen. Settings such as the width of the neighborhood, the size of the vectors and the length of training were chosen with some thirty other pairs (`create/delete` and the like). It is the rule we have kept all along: choose on the validation set, score on the test set.

# %% id="exam-pairs"
exam_text = {
    "en": """left/right up/down show/hide open/close copy/paste enable/disable
        expand/collapse above/below next/previous row/column push/pull first/last
        increase/decrease csv/tsv upload/download light/dark input/output before/after
        local/remote directory/folder true/false error/warning height/width
        import/export find/replace delete/remove console/terminal python/julia
        cpu/memory ctrl/shift single/multiple can/cannot save/load javascript/css
        select/choose changed/modified menu/toolbar viewer/editor is/are
        extension/plugin word/character restart/interrupt tag/branch fetch/clone""",
    "ko": say("""왼쪽/오른쪽 위에/아래에 위로/아래로 열기/닫기 복사/붙여넣기 활성화/비활성화
        접기/펼치기 이전/다음 행/열 크게/작게 첫번째/마지막 csv/tsv 업로드/다운로드
        입력/출력 로컬/원격 가져오기/내보내기 찾기/바꾸기 시작/종료 메모리/cpu
        표시/숨기기 푸시/pull 오류/경고 디렉토리/폴더 true/false 삭제/제거
        콘솔/터미널 파이썬/julia ctrl/shift 하나/여러 저장/불러오기 javascript/css
        성공/실패 메뉴/도구모음 뷰어/편집기 확장/플러그인 단어/문자 태그/브랜치
        있습니다/없습니다 전에/후 에러/오류 아이템/항목 왼쪽/좌측 확인/취소
        새/새로운"""),
}

# %% id="exam"
def word_pairs(text, language):
    """양쪽 방향의 번호 쌍 | pairs of numbers, in both directions"""
    found = []
    for pair in text.split():
        a, b = [number_of[language][word] for word in pair.split("/")]
        found += [(a, b), (b, a)]
    return found


exam = {language: word_pairs(exam_text[language], language) for language in texts}

# %% id="ranks"
def ranks(vectors, pairs):
    """쌍마다, 첫째 단어에서 본 둘째 단어의 순위 | rank of the second, seen from the first"""
    vectors = unit(vectors)
    similarity = vectors @ vectors.T
    np.fill_diagonal(similarity, -2)  # 자기 자신은 빼고 셉니다 | the word itself is left out
    found = []
    for word, partner in pairs:
        found.append(np.sum(similarity[word] >= similarity[word, partner]))
    return np.array(found)

# %% [markdown] id="interval-text" lang="ko"
# 쌍을 다르게 골랐다면 중앙값도 달라졌을 것입니다. 얼마나 달라졌을지는 **부트스트랩**(bootstrap)으로 어림합니다. 쌍의 목록에서 같은 수만큼 복원추출하기를 1,000번 되풀이하고, 중앙값 1,000개 가운데 95%가 들어가는 구간을 적습니다. 한 쌍의 두 방향은 함께 뽑습니다.
#
# **예상하고 실행하기.** 다섯을 비교합니다. 무작위 벡터(열 번 만든 것을 합쳐서), 횟수 그대로, PPMI, 값 32개로 줄인 PPMI, 그리고 무엇을 묻든 **흔한 단어부터** 늘어놓기. 벡터를 40분의 1로 줄이면 순위는 얼마나 나빠질까요?

# %% [markdown] id="interval-text" lang="en"
# With other pairs, the median would have been another. How different? The **bootstrap** gives an idea: draw as many pairs from the list, with replacement, a thousand times over, and note the interval that holds 95% of the thousand medians. The two directions of a pair are drawn together.
#
# **Predict, then run.** Five contestants: random vectors (ten draws taken together), bare counts, PPMI, PPMI cut to 32 values, and a list of the **most frequent words first**, whatever is asked. How much worse will the ranks get when vectors shrink to a fortieth?

# %% id="score-table" tags=["predict"]
def interval(found):
    """순위가 (…, 88)인 배열에서 중앙값과 95% 구간 | median and 95% interval of (…, 88) ranks"""
    both_ways = found.reshape(-1, 44, 2)
    rng = np.random.default_rng(seed)
    draws = [both_ways[:, rng.integers(44, size=44)] for _ in range(1000)]
    low, high = np.quantile([np.median(draw) for draw in draws], [0.025, 0.975])
    return np.median(found), f"{low:.0f}–{high:.0f}"


rng = np.random.default_rng(seed)
scores = {}
for language in texts:
    table = counts[language]
    contestants = {
        say("무작위", "random"): rng.standard_normal((10, len(table), 32)),
        say("횟수", "counts"): [table],
        "PPMI": [ppmi(table)],
        "PPMI + SVD": [counted_vectors[language]],
    }
    for name, runs in contestants.items():
        found = np.array([ranks(vectors, exam[language]) for vectors in runs])
        scores[language, name] = [runs[0].shape[1], *interval(found)]
    by_frequency = np.array([partner + 1 for _, partner in exam[language]])
    name = say("흔한 단어부터", "frequent words first")
    scores[language, name] = [0, *interval(by_frequency)]

columns = say(["언어", "방법", "값의 수", "순위 중앙값", "95% 구간"],
              ["language", "method", "values", "median rank", "95% interval"])
show_table([[*key, *score] for key, score in scores.items()], columns, digits=1)
for language in texts:
    s = np.linalg.svd(ppmi(counts[language]), compute_uv=False)
    print(language, f"{np.sum(s[:32] ** 2) / np.sum(s**2):.0%}")

# %% [markdown] id="score-seen" lang="ko"
# 무작위 벡터라면 짝은 어휘의 절반쯤인 수백 위이고, 흔한 단어부터 늘어놓기만 해도 200위쯤입니다(시험에 나온 단어가 흔하기 때문입니다). 이웃을 세어 만든 벡터에서는 8위에서 30위 사이로 올라옵니다. 값을 1,400개쯤에서 32개로 줄여도 잃은 것이 보이지 않습니다. 구간이 넓으니 잃은 것이 없다는 뜻은 아니고, **있더라도 쌍 44개짜리 시험으로는 보이지 않을 만큼**이라는 뜻입니다.
#
# 표 아래의 비율은 특잇값 32개가 담은 몫(제곱합)입니다. 표의 5분의 1쯤만 담고도 짝은 그만큼 잘 찾습니다. 버린 것은 대개 글 하나에만 나온 우연이고, 남은 것은 여러 단어에 공통인 것이기 때문일 것입니다.
#
# ### 연습 1. 앞과 뒤를 구별해야 할까?
#
# 앞뒤를 구별하지 않으면 표가 절반으로 줄어듭니다. 그 벡터를 만들어 영어와 한국어 모두에서 비교하세요. 설정을 고르는 일이므로 시험지가 아니라 **검증 쌍** `choosing`으로 잽니다. `merged(counts)`는 모양이 (단어, 2 × (단어 + 1))인 표를 받아, 앞 이웃과 뒤 이웃의 횟수를 더한 (단어, 단어 + 1) 표를 돌려줍니다. `answer`에는 이 표로 만든 벡터(값 32개)의 순위 중앙값을 두 언어에서 담으세요. (아래에 찍히는 것은 앞뒤를 구별한 벡터의 순위입니다. 시험지의 순위와 꽤 다릅니다. 목록을 누가 적었느냐에 달린 것이니, 순위 자체보다 **같은 목록에서** 방법끼리 비교하세요.)

# %% [markdown] id="score-seen" lang="en"
# With random vectors the partner comes in the hundreds, half the vocabulary down; naming frequent words first already puts it near 200, for the exam's words are frequent. Counting neighbors brings it to about rank 30 or better. Going from some 1,400 values to 32 loses nothing that we can see. The intervals are wide, so this does not prove that nothing is lost, only that **the loss is smaller than an exam of 44 pairs can show**.
#
# Below the table stands the share of the table (sum of squares) that 32 singular values hold: about a fifth. And yet partners are found about as well. What was thrown away is probably what happened in single texts only, and what is left is what many words share.
#
# ### Exercise 1. Must we tell before from after?
#
# Without telling the two sides apart, the table has half as many columns. Build those vectors and compare, in both languages. This is choosing a setting, so measure with the **validation pairs** `choosing`, not with the exam. `merged(counts)` takes a table of shape (words, 2 × (words + 1)) and returns one of shape (words, words + 1), in which the counts before and after are added. In `answer`, put the median rank that vectors of 32 values from this table reach, for both languages. (Printed below: the ranks with the sides kept apart. They differ a good deal from the exam's. So much depends on who wrote the list: compare methods **on one list**, and do not quote the rank itself.)

# %% id="choosing-pairs"
choosing_text = {
    "en": """create/delete run/execute settings/preferences this/these and/or
        clear/reset text/image kernel/server file/notebook on/off
        notebook/console new/existing modified/deleted created/deleted
        loading/saving session/terminal theme/font file/directory shown/hidden
        enabled/disabled line/column width/size sidebar/toolbar pulling/pushing
        will/should code/markdown a/the always/automatically commits/branches""",
    "ko": say("""생성/삭제 커널/서버 파일/노트북 설정/구성 실행/재시작
        파일을/노트북을 변경/수정 모든/전체 초기화/재설정 지우기/삭제 테마/글꼴
        커널을/서버를 숨기기/보이기 커밋/푸시 이미지/텍스트 이름/제목
        파일이/노트북이 메시지/알림 않습니다/합니다 추가됨/삭제됨
        스테이지된/변경된 줄/라인 값을/이름을 추가/삭제 html/csv 에디터/뷰어
        닫기/종료 보기/편집 코드/마크다운 노트북/콘솔 커널이/서버가 있는/없는"""),
}
choosing, kept_apart = {}, {}
for language in texts:
    choosing[language] = word_pairs(choosing_text[language], language)
    found = ranks(counted_vectors[language], choosing[language])
    kept_apart[language] = float(np.median(found))
print(kept_apart)

# %% id="exercise-1"
def merged(counts):
    return ...  # 앞과 뒤를 더한 표 | before and after, added


answer = ...  # {"en": 순위, "ko": 순위} | {"en": rank, "ko": rank}

# %% id="exercise-1-check" tags=["check"]
def sides_are_merged(given):
    function, medians = given
    small = function(np.arange(12.0).reshape(2, 6))
    assert np.shape(small) == (2, 3), (
        say(f"merged가 돌려준 표의 모양이 {np.shape(small)}입니다.",
            f"merged returns a table of shape {np.shape(small)}."))
    assert np.allclose(small, [[3, 5, 7], [15, 17, 19]]), (
        say("merged가 더한 값이 다릅니다.",
            "merged adds up to other values."))
    for language in texts:
        vectors = shorten(ppmi(function(counts[language])))
        expected = np.median(ranks(vectors, choosing[language]))
        assert abs(medians[language] - expected) < 3, (
            say(f"merged는 맞습니다. {language}의 순위가 다릅니다.",
                f"merged is right. The rank for {language} is not."))
    return True


check((merged, answer), sides_are_merged,
      hint=say("앞 이웃은 왼쪽 절반 열, 뒤 이웃은 오른쪽 절반 열입니다. 순위는 "
               "np.median(ranks(shorten(ppmi(표)), choosing[language]))입니다.",
               "Neighbors before are the left half of the columns, after the right "
               "half. The rank is "
               "np.median(ranks(shorten(ppmi(table)), choosing[language]))."))

# %% id="exercise-1-solution" tags=["solution"]
def merged(counts):
    half = counts.shape[1] // 2
    return counts[:, :half] + counts[:, half:]


answer = {}
for language in texts:
    vectors = shorten(ppmi(merged(counts[language])))
    answer[language] = np.median(ranks(vectors, choosing[language]))
print(kept_apart, answer)  # 앞과 뒤는 서로 다른 것을 알려 준다 | each side tells something else

# %% [markdown] id="into-a-network" lang="ko"
# ## 3. 단어를 신경망에 넣기
#
# 이번에는 같은 일을 신경망에 시킵니다. 먼저 단어가 신경망에 어떻게 들어가는지, 다른 사람의 코드에서 만나게 될 도구들을 짧은 문장 두 개로 봅시다. 신경망은 글자를 읽지 못하므로 단어를 번호로 바꿉니다. 케라스에서는 `TextVectorization` 층이 이 일을 합니다. `adapt`로 어휘를 모으면, 0번은 빈자리, 1번은 **모르는 단어**(`[UNK]`)로 떼어 두고 2번부터 번호를 붙입니다.

# %% [markdown] id="into-a-network" lang="en"
# ## 3. Words enter a network
#
# Now let a network do the same job. First, how do words get into one? This section is about tools you will meet in other people's code; two short sentences will show them. A network cannot read letters, so words become numbers. In Keras the `TextVectorization` layer does that: `adapt` collects the vocabulary, number 0 is set aside for empty places and 1 for **unknown words** (`[UNK]`), and words count from 2.

# %% id="todays-numbers" tags=["nbval-check-output"]
sentences = ["I love machine learning", "I enjoy learning new things"]
vectorize = layers.TextVectorization(max_tokens=1000)
vectorize.adapt(sentences)
print(vectorize(sentences).numpy())
print(", ".join(vectorize.get_vocabulary()))

# %% [markdown] id="legacy" lang="ko"
# 책과 블로그에는 `Tokenizer`를 쓰는 옛 코드가 많습니다. 지금은 권하지 않지만 읽을 줄은 알아야 하므로 한 번만 봅니다. 자주 나오는 단어가 작은 번호를 받고, 횟수가 같으면 먼저 나온 단어가 앞섭니다. 0번은 빈자리로 남겨 두고, 모르는 단어의 자리는 없으므로 1번부터 셉니다.

# %% [markdown] id="legacy" lang="en"
# Books and blogs are full of older code that uses `Tokenizer`. It is no longer recommended, but you should be able to read it, so here it is, once. Frequent words get small numbers; among equally frequent ones, whichever came first. It leaves 0 for empty places, sets none aside for unknown words and counts from 1.

# %% id="legacy-tokenizer" tags=["nbval-check-output"]
legacy = Tokenizer(num_words=1000)
legacy.fit_on_texts(sentences)
sequences = legacy.texts_to_sequences(sentences)
print(sequences)

# %% [markdown] id="padding" lang="ko"
# 번호는 이름표일 뿐입니다. **한 모델 안에서 같은 단어가 늘 같은 번호이기만 하면** 어느 쪽이든 좋습니다.
#
# 두 문장을 한꺼번에 계산하려면 길이가 같아야 하므로, 짧은 문장의 빈자리를 0으로 채웁니다. 이것이 **패딩**(padding)입니다. `TextVectorization`은 뒤를 채웠습니다. `pad_sequences`는 앞을 채웁니다. 그다음 `Embedding` 층이 번호마다 값 32개를 내줍니다. 단어 1,000개에 대해 1,000 × 32 크기의 표를 준비해 두고, 번호에 맞는 행을 꺼내는 층입니다.

# %% [markdown] id="padding" lang="en"
# Numbers are only name tags. **All that matters is that within one model a word keeps its number.** Either numbering will do.
#
# To compute both sentences at once they must be equally long, so the short one is filled up with zeros: that is **padding**. `TextVectorization` padded at the end; `pad_sequences` pads in front. Then the `Embedding` layer hands out 32 values for each number. It keeps a table of 1,000 × 32, room for 1,000 words, and fetches the row with that number.

# %% id="embedded" tags=["nbval-check-output"]
padded = keras.utils.pad_sequences(sequences, maxlen=5)
print(padded)

keras.utils.set_random_seed(seed)
embedding = layers.Embedding(1000, 32)
looked_up = embedding(padded).numpy()
print(looked_up.shape)

# %% [markdown] id="one-hot-text" lang="ko"
# 문장 2개, 자리 5개, 자리마다 값 32개, 그래서 (2, 5, 32)입니다.
#
# 행을 꺼내는 일을 수학으로 쓰면 행렬 곱입니다. 번호 3을 3번 자리만 1이고 나머지는 0인 **원-핫**(one-hot) 벡터로 바꾸어 표에 곱하면, 3번 행만 남습니다. 정말 같은지 확인합니다.

# %% [markdown] id="one-hot-text" lang="en"
# Two sentences, five places, 32 values in each: (2, 5, 32).
#
# In mathematics, fetching a row is a matrix product. Turn number 3 into a **one-hot** vector, 1 at place 3 and 0 elsewhere, and multiply it by the table: only row 3 is left. Is it really the same?

# %% id="one-hot" tags=["nbval-check-output"]
one_hot = np.eye(1000, dtype="float32")[padded]
matrix = embedding.get_weights()[0]
print(one_hot.shape, "@", matrix.shape, "=", (one_hot @ matrix).shape)
print(np.array_equal(looked_up, one_hot @ matrix))

# %% [markdown] id="noise-predict" lang="ko"
# 소수점 아래 마지막 자리까지 같습니다. `Embedding`은 편향도 활성화 함수도 없는 `Dense` 층과 같습니다. 0을 곱하는 계산을 건너뛸 뿐입니다. 표의 값은 모두 **학습시킬 가중치**입니다.
#
# **예상하고 실행하기.** “벡터가 생겼으니 이제 단어의 유사도를 비교할 수 있다”고 적은 글이 많습니다. 정말일까요? `love`(3번)는 `enjoy`(5번)와 가까울까요, `machine`(4번)과 가까울까요? 표를 네 번 새로 만들어 봅니다.

# %% [markdown] id="noise-predict" lang="en"
# The same to the last digit. `Embedding` is a Dense layer with neither bias nor activation, which skips the bother of multiplying by zeros. All values in the table are **weights, waiting to be trained**.
#
# **Predict, then run.** “We have vectors, so now we can compare words,” you will often read. Can we? Is `love` (3) closer to `enjoy` (5) or to `machine` (4)? Let us make the table four times over.

# %% id="noise" tags=["predict"]
rows = []
for n in range(4):
    keras.utils.set_random_seed(seed + n)
    fresh = layers.Embedding(1000, 32)(np.array([3, 4, 5])).numpy()
    love, machine, enjoy = unit(fresh)
    rows.append([n + 1, love @ enjoy, love @ machine])
show_table(rows, say(["표", "love · enjoy", "love · machine"],
                     ["table", "love · enjoy", "love · machine"]), digits=2)

# %% [markdown] id="noise-seen" lang="ko"
# 만들 때마다 답이 다릅니다. 아직 글을 하나도 읽지 않은 표에는 무작위로 정한 값뿐이고, 그 유사도는 노이즈입니다. **임베딩 층을 만드는 일과 임베딩을 학습시키는 일은 다릅니다.**
#
# ## 4. 스킵그램: 맞히면서 배우기
#
# **스킵그램**(skip-gram)은 2013년에 나온 도구 word2vec의 방법입니다. 단어 둘을 주고 “이웃입니까?”를 묻습니다. 표는 둘입니다. 하나에서 단어의 행을, 다른 하나에서 이웃의 행을 꺼내 내적하고, 02강에서 본 시그모이드로 0과 1 사이의 값으로 바꿉니다.
#
# 진짜 이웃의 정답은 1입니다. 0인 예도 필요하므로 이웃 하나마다 **아무 이웃이나 5개 뽑아 가짜 이웃**으로 씁니다. 이것이 **네거티브 샘플링**(negative sampling)입니다. 자주 나오는 이웃일수록 많이 뽑되, 관례에 따라 횟수의 0.75제곱에 비례하게 뽑습니다. 말뭉치를 한 번 읽을 때마다 가짜 이웃을 새로 뽑습니다. 자주 나오는 단어는 거의 무엇과도 이웃이라 가짜 가운데 여섯에 하나쯤은 진짜 이웃이지만, 일부러 막지 않습니다. 그래야 “얼마나 자주 만나는가”를 배웁니다.

# %% [markdown] id="noise-seen" lang="en"
# Each table gives another answer. A table that has read nothing yet holds only random values, and similarity between them is noise. **Making an embedding layer is one thing; training an embedding is another.**
#
# ## 4. Skip-gram: learning by guessing
#
# **Skip-gram** is the method of word2vec, a tool published in 2013. Show it two words and ask: “are these neighbors?” There are two tables. Take the word's row from one and the neighbor's row from the other; their dot product goes through the sigmoid you know from lesson 2 and becomes a value between 0 and 1.
#
# For true neighbors the answer is 1. It needs some 0s as well, so for each neighbor we **draw five others as false neighbors**: negative sampling. Frequent ones are drawn more often, by custom in proportion to the count to the power of 0.75. Each time the corpus is read, the false neighbors are drawn anew. About one in six of them is a true neighbor after all, since frequent words stand beside nearly everything, and we let it: that is how the model learns *how often* two words meet.

# %% id="training-rows"
def training_rows(language, rounds, seed):
    """행마다 단어, 진짜 이웃, 가짜 이웃 5개 | a row: word, true neighbor, 5 false ones"""
    rng = np.random.default_rng(seed)
    true = np.tile(neighbors[language], (rounds, 1))
    frequency = counts[language].sum(axis=0) ** 0.75
    chance = frequency / frequency.sum()
    false = rng.choice(len(chance), (len(true), 5), p=chance)
    targets = np.zeros((len(true), 6), dtype="float32")
    targets[:, 0] = 1
    return np.hstack([true, false], dtype="int32", casting="unsafe"), targets


rows, targets = training_rows("en", 1, seed)
print(rows[0], targets[0])
true_anyway = counts["en"][rows[:, :1], rows[:, 2:]] > 0
print(say(f"가짜로 뽑힌 진짜 이웃 {true_anyway.mean():.1%}",
          f"true neighbors among the false ones: {true_anyway.mean():.1%}"))

# %% [markdown] id="model-text" lang="ko"
# 모델은 표 두 개뿐입니다. 말뭉치가 작아서 한두 번 만난 이웃을 외워 버리기 쉬우므로, 값이 지나치게 커지지 않도록 작은 벌점(L2, 가중치의 제곱의 합에 비례)을 줍니다. 벌점의 크기와 읽는 횟수(40번), 학습률은 검증 쌍으로 골랐습니다. 말뭉치를 40번 이은 행을 한 번 읽으므로 출력에는 epoch 1/1로 나옵니다.

# %% [markdown] id="model-text" lang="en"
# The model is two tables and nothing else. In a small corpus it is tempting to learn by heart the neighbors met once or twice, so a small penalty on their squares (L2) keeps the values from growing too large. The penalty, the number of readings (40) and the learning rate were chosen with the validation pairs.

# %% id="skip-gram-model"
def skip_gram(language):
    size = len(words[language])
    penalty = {"embeddings_regularizer": keras.regularizers.L2(1e-5)}
    word = layers.Embedding(size, 32, name="word", **penalty)
    neighbor = layers.Embedding(2 * (size + 1), 32, name="neighbor", **penalty)
    numbers = keras.Input((None,), dtype="int32")
    score = layers.Dot(axes=2)([neighbor(numbers[:, 1:]), word(numbers[:, :1])])
    return keras.Model(numbers, layers.Activation("sigmoid")(score[:, :, 0]))

# %% [markdown] id="tables-text" lang="ko"
# 학습이 끝나면 단어마다 벡터가 셋 생깁니다. 단어로서의 벡터, 앞 이웃으로서의 벡터, 뒤 이웃으로서의 벡터입니다. 셋을 나란히 이어 붙이면 더 안정됩니다. 그러면 값이 96개가 되므로, 공정하게 비교하려고 01강의 PCA처럼 평균(모든 단어에 공통인 방향)을 빼고 특잇값 분해로 32개만 남깁니다.

# %% [markdown] id="tables-text" lang="en"
# After training each word has three vectors: one as a word, one as a neighbor before, one as a neighbor after. Side by side they are steadier than one alone. That makes 96 values; to compare like with like we subtract the mean (a direction that all words share) and keep 32 by SVD: lesson 1's PCA.

# %% id="word-vectors"
def all_tables(model):
    word = model.get_layer("word").get_weights()[0]
    neighbor = model.get_layer("neighbor").get_weights()[0]
    before, after = np.split(neighbor, 2)
    return np.hstack([word, before[:-1], after[:-1]])  # 처음과 끝은 빼고 | without the edges


def squeezed(vectors, size=32):
    return shorten(vectors - vectors.mean(axis=0), size)

# %% [markdown] id="train-predict" lang="ko"
# **예상하고 실행하기.** 신경망이 세는 방법을 이길까요? 신경망은 출발점과 뽑힌 가짜 이웃에 따라 결과가 달라지므로, 시드(seed)를 바꾸어 언어마다 세 번 학습시킵니다. 30초쯤 걸립니다. (아무것도 배우지 않고 늘 ‘이웃일 확률 1/6’이라고 답할 때의 손실이 0.45이니, 그보다 작아야 배운 것입니다.)

# %% [markdown] id="train-predict" lang="en"
# **Predict, then run.** Will the network beat counting? What a network learns depends on where it starts and which false neighbors are drawn, so we train it three times for each language, with three seeds. This takes about half a minute. (The loss is binary cross-entropy, as in lesson 2. Always answering one in six, the share of true neighbors, would give 0.45.)

# %% id="train-skip-gram"
def train_skip_gram(language, seed):
    rows, targets = training_rows(language, 40, seed)
    keras.utils.set_random_seed(seed)
    model = skip_gram(language)
    train(model, rows, targets, epochs=1, batch_size=512, learning_rate=1e-2)
    return all_tables(model)


trained = {}
for language in texts:
    for n in range(3):
        trained[language, n] = train_skip_gram(language, seed + n)

# %% id="skip-gram-scores" tags=["predict"]
three_seeds = {}
for language in texts:
    runs = [trained[language, n] for n in range(3)]
    contestants = {
        "PPMI + SVD": [counted_vectors[language]] * 3,
        say("스킵그램, 단어 표만", "skip-gram, word table"):
            [squeezed(run[:, :32]) for run in runs],
        say("스킵그램, 세 표", "skip-gram, three tables"):
            [squeezed(run) for run in runs],
    }
    for name, vectors in contestants.items():
        found = np.array([ranks(each, exam[language]) for each in vectors])
        three_seeds[language, name] = [*np.median(found, axis=1), *interval(found)]

columns = say(["언어", "방법", "시드 1", "시드 2", "시드 3", "모두", "95% 구간"],
              ["language", "method", "seed 1", "seed 2", "seed 3", "all", "95%"])
show_table([[*key, *score] for key, score in three_seeds.items()], columns, digits=1)

# %% id="rank-plot" alt={"ko": "언어마다 그래프 하나, 방법 셋의 점들. 무작위의 점은 수백 위에 몰려 있고, PPMI + SVD와 스킵그램의 점은 1위부터 수백 위까지 퍼져 있으며 중앙값은 10위 언저리다.", "en": "One panel per language, dots for three methods. Random dots crowd in the hundreds; those of PPMI + SVD and skip-gram spread from rank 1 up, with medians near ten."}
squeezed_run = {language: squeezed(trained[language, 0]) for language in texts}
rng = np.random.default_rng(seed)
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.4), sharey=True)
for ax, language in zip(axes, texts):
    random = rng.standard_normal((len(words[language]), 32))
    methods = [random, counted_vectors[language], squeezed_run[language]]
    for place, vectors in enumerate(methods):
        found = np.sort(ranks(vectors, exam[language]))
        across = place + np.linspace(-0.3, 0.3, 88)
        ax.plot(across, found, "o", color=f"C{place}", markersize=3)
        ax.hlines(np.median(found), place - 0.4, place + 0.4, color="black")
    ax.set(xticks=range(3), yscale="log", title=language)
    ax.set_xticklabels(say(["무작위", "PPMI + SVD", "스킵그램"],
                           ["random", "PPMI + SVD", "skip-gram"]))
axes[0].set_ylabel(say("짝의 순위 (로그 눈금)", "rank of the partner (log scale)"))
plt.show()
for vectors in (counted_vectors["en"], squeezed_run["en"]):
    print("input/output", ranks(vectors, word_pairs("input/output", "en")))

# %% [markdown] id="rank-seen" lang="ko"
# 점 하나가 순위 하나이고 검은 줄이 중앙값입니다(첫 시드. 무작위는 한 번만 만든 것이라 앞의 표와 꽤 다를 수 있습니다). 두 방법 모두 무작위보다 훨씬 앞서고, 짝을 1위로 맞힌 점도 많습니다. 다섯에 하나쯤은 백 위 밖에 남았습니다. 그래프 아래에 두 방법의 순위를 적은 `input`과 `output`이 그렇습니다. 이 말뭉치에서 두 단어는 서로 다른 단어들과 함께 나옵니다. 벡터가 담는 것은 사전의 뜻이 아니라 **읽은 글에서 쓰인 모습**입니다.
#
# 위의 시드 표에서 읽을 것은 네 가지입니다.
#
# - **값 32개로 겨루면 이 시험으로는 우열을 가릴 수 없습니다.** 어느 쪽이 앞서든 95% 구간이 겹칩니다. 비슷할 이유도 있습니다. 벡터가 충분히 길면 스킵그램이 배우는 내적도 ‘우연보다 몇 배 자주 만났는가’의 로그(PPMI에서 음수를 0으로 바꾸기 전의 PMI)에서 상수를 뺀 값이라는 것이 증명되어 있습니다(레비와 골드버그, 2014). 벡터가 짧으면 둘 다 그 표를 어림합니다. 한쪽은 한 번에 풀고, 한쪽은 예를 하나씩 보며 다가갑니다.
# - **이웃 표도 쓸모 있습니다.** 학습이 끝나면 버리곤 하는 이웃 표를 붙이고 값의 수를 32개로 유지하면, 시드마다 보았을 때 순위가 대개 조금 좋아집니다(구간은 겹칩니다).
# - 검증 쌍으로 고른 설정은 스킵그램 쪽이 세는 방법보다 많습니다. 설정을 함께 고르면 방법의 차이는 더 작아집니다(Levy 외, 2015).
# - **시드마다 다릅니다.** 한 번 학습시킨 결과로 우열을 말하면 안 됩니다.
#
# 그렇다면 왜 신경망을 쓸까요? 신경망의 첫 층으로 두면 뒤의 층과 **함께** 학습시킬 수 있기 때문입니다. (큰 말뭉치라고 해서 셀 수 없는 것은 아닙니다. GloVe는 수십억 단어의 횟수에서 배웠습니다.)

# %% [markdown] id="rank-seen" lang="en"
# Each dot is a rank and each black bar a median (first seed; one random draw, so not quite the table's). Both methods are far ahead of chance, and many a partner is found at rank 1. One in five or so stays beyond rank 100: `input` and `output`, whose ranks by either method stand below the plot, keep different company in this corpus. What vectors hold is not the meaning in a dictionary but **the use in the texts they read**.
#
# Four things to read from the table.
#
# - **With 32 values each, this exam cannot tell the two apart.** Whichever leads, the 95% intervals overlap. There is a reason for them to be alike: Levy and Goldberg (2014) showed that, with vectors long enough, the dot products skip-gram learns are PMI (PPMI before negative values became 0) minus a constant. Short vectors approximate that table. One method solves it in one go, the other closes in on it example by example.
# - **The neighbor table is of use.** It is often thrown away after training. Put beside the word table, and squeezed to 32 values again, it improves the rank a little with most seeds (the intervals overlap).
# - We chose more settings for skip-gram than for counting; where both are tuned, the methods differ even less (Levy et al., 2015).
# - **Seeds differ.** Never call a winner from a single run.
#
# Why use a network, then? As the first layer of a larger network, its table is trained together with the rest. (Size is no reason: GloVe learned from counts over billions of words.)

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 가짜 이웃이 없으면
#
# 가짜 이웃을 빼고 진짜 이웃만으로 영어 모델을 학습시켜 보세요. `training_rows("en", 10, seed)`에서 행의 앞 두 열과 정답의 첫 열만 쓰고, 나머지는 위와 같게 합니다. 손실은 얼마까지 줄어들까요? 단어 벡터들은 서로 얼마나 비슷해질까요? `answer`에 학습시킨 모델의 **단어 표**(`word` 층)를 담으세요.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Without false neighbors
#
# Train an English model on true neighbors alone. From `training_rows("en", 10, seed)` use only the first two columns of the rows and the first column of the targets; all else stays as above. How low will the loss go? How alike will the word vectors become? Put the **word table** (layer `word`) of the trained model into `answer`.

# %% id="exercise-2"
answer = ...  # 진짜 이웃만으로 학습시킨 단어 표 | word table trained on true neighbors only

# %% id="exercise-2-check" tags=["check"]
def is_collapsed(table):
    size = len(words["en"])
    assert np.shape(table) == (size, 32), (
        say(f"단어 표의 모양은 ({size}, 32)입니다.",
            f"The word table has shape ({size}, 32)."))
    assert np.std(table) > 0.01 and len(np.unique(table)) > size, (
        say("학습시킨 표가 아닌 것 같습니다.",
            "This does not look like a trained table."))
    alike = np.mean(unit(table) @ unit(table).T)
    print(say(f"두 단어의 평균 코사인 유사도 {alike:.2f}",
              f"mean cosine similarity of two words {alike:.2f}"))
    assert alike > 0.8, (
        say("단어들이 아직 서로 다릅니다. 가짜 이웃이 섞여 있지 않나요?",
            "The words still differ. Are there false neighbors among the rows?"))
    return True


check(answer, is_collapsed,
      hint=say("train(model, rows[:, :2], targets[:, :1], ...)로 학습시키고 "
               'model.get_layer("word").get_weights()[0]을 담으세요.',
               "Train with train(model, rows[:, :2], targets[:, :1], ...), then take "
               'model.get_layer("word").get_weights()[0].'))

# %% id="exercise-2-solution" tags=["solution"]
rows, targets = training_rows("en", 10, seed)
keras.utils.set_random_seed(seed)
lonely = skip_gram("en")
train(lonely, rows[:, :2], targets[:, :1], epochs=1, batch_size=512, learning_rate=1e-2)
answer = lonely.get_layer("word").get_weights()[0]
# 늘 “이웃”이라고 답하면 되므로 손실은 작아집니다 | “neighbors” is always right: low loss
# 그러나 벡터가 한 방향으로 모여 단어를 구별 못 합니다 | but all vectors turn the same way
# 가짜 이웃이 서로 다른 단어를 밀어냅니다 | false neighbors are what push words apart

# %% [markdown] id="padding-leak" lang="ko"
# ## 5. 패딩이 평균에 섞입니다
#
# 단어 벡터를 평균하면 간단한 문장 벡터가 됩니다. 그런데 표에는 빈자리인 0번의 행도 있고, 그냥 평균하면 이 행도 섞입니다. 계산에서 뺄 자리를 알려 주는 표시를 **마스크**(mask)라고 합니다. 학습시킨 영어 벡터 앞에 0번 행을 하나 붙인 표로 시험해 봅니다.

# %% [markdown] id="padding-leak" lang="en"
# ## 5. Padding gets into the mean
#
# The mean of its word vectors makes a simple vector for a sentence. But the table also has a row for number 0, the empty place, and a plain mean takes that row along. A mark that says which places to leave out is called a **mask**. We put a row 0 in front of our trained English vectors and try.

# %% id="sentence-model"
def sentence_model(mask_zero):
    keras.utils.set_random_seed(seed)
    table = layers.Embedding(1 + len(words["en"]), 32, mask_zero=mask_zero)
    model = keras.Sequential([keras.Input((None,), dtype="int32"), table,
                              layers.GlobalAveragePooling1D()])
    empty = table.get_weights()[0][:1]  # 케라스가 만든 그대로 | as Keras made it
    table.set_weights([np.vstack([empty, squeezed_run["en"]])])
    return model


two = ["Copy selected cells", "Restart the server"]
two_numbers = [[1 + number_of["en"][token] for token in tokens(text)] for text in two]
print(two_numbers)

# %% [markdown] id="leak-predict" lang="ko"
# **예상하고 실행하기.** 두 문장은 뜻이 다릅니다. 빈자리를 점점 늘리면 마스크가 없는 두 문장 벡터는 가까워질까요, 멀어질까요?

# %% [markdown] id="leak-predict" lang="en"
# **Predict, then run.** The two sentences say different things. As we add more and more padding, without a mask, will the two vectors come closer or move apart?

# %% id="leak" tags=["predict"] alt={"ko": "채운 길이가 늘수록 마스크 없는 두 문장의 유사도는 1을 향해 올라가고, 마스크 있는 유사도는 평평하다.", "en": "As the padded length grows, the similarity without a mask climbs towards 1; with a mask it stays flat."}
lengths = [3, 5, 10, 20, 40, 80, 160]
similarity = {False: [], True: []}
for mask_zero in similarity:
    model = sentence_model(mask_zero)
    for length in lengths:
        padded = keras.utils.pad_sequences(two_numbers, maxlen=length)
        first, second = unit(model(padded).numpy())
        similarity[mask_zero].append(first @ second)

fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(lengths, similarity[False], label=say("마스크 없음", "no mask"))
ax.plot(lengths, similarity[True], label=say("마스크 있음", "mask"))
ax.set(xscale="log", xticks=lengths, xticklabels=lengths, ylim=(-0.1, 1.05))
ax.minorticks_off()
ax.set_xlabel(say("채운 길이 (단어 수)", "padded length (words)"))
ax.set_ylabel(say("코사인 유사도", "cosine similarity"))
ax.legend()
plt.show()

# %% [markdown] id="leak-seen" lang="ko"
# 마스크가 없으면 유사도가 1을 향해 올라갑니다. 길게 채울수록 두 문장이 모두 ‘빈자리의 벡터’를 닮아 가기 때문입니다. **같은 문장인데, 함께 계산한 다른 문장이 길다는 이유로 벡터가 바뀝니다.** `mask_zero=True`로 하면 층이 0번 자리를 알려 주고 `GlobalAveragePooling1D`가 그 자리를 빼고 평균하므로 곡선이 평평합니다.
#
# 이 표시는 케라스 층끼리만 주고받고, 쓰지 않는 층도 있습니다. 벡터를 꺼내 `np.mean`으로 평균하면 표시가 사라져서, 패딩이 아무 경고 없이 다시 섞입니다. 검사는 쉽습니다. 채운 길이를 바꾸어도 문장 벡터가 그대로여야 합니다.
#
# ### 연습 3. 손으로 만드는 마스크
#
# `vectors`는 모양이 (문장 수, 길이, 32), `numbers`는 (문장 수, 길이)입니다. 0번 자리를 빼고 문장마다 평균을 구해 (문장 수, 32)로 돌려주는 함수를 쓰세요. 모두 0인 문장의 벡터는 0으로 합니다.

# %% [markdown] id="leak-seen" lang="en"
# Without a mask the similarity climbs towards 1: the longer the padding, the more both sentences resemble the vector of the empty place. **A sentence changes its vector because another one in the batch is long.** With `mask_zero=True` the layer reports which places hold 0, and `GlobalAveragePooling1D` leaves them out, so the curve is flat.
#
# Only Keras layers pass the mask on, and not all of them use it. Take the vectors out and average them with `np.mean`, and the padding is silently back. The test is easy: change the padded length, and a sentence vector must not move.
#
# ### Exercise 3. A mask by hand
#
# `vectors` has shape (sentences, length, 32) and `numbers` (sentences, length). Write a function that returns the mean of each sentence without the places where the number is 0, of shape (sentences, 32). A sentence of nothing but 0 gets a vector of zeros.

# %% id="exercise-3"
def masked_mean(vectors, numbers):
    return ...  # 여기 | here

# %% id="exercise-3-check" tags=["check"]
def mean_is_masked(function):
    vectors = np.arange(24.0).reshape(2, 4, 3) + 1
    numbers = np.array([[0, 0, 5, 2], [3, 0, 5, 0]])
    found = function(vectors, numbers)
    assert np.shape(found) == (2, 3), (
        say(f"결과의 모양이 {np.shape(found)}입니다. (2, 3)이어야 합니다.",
            f"The result has shape {np.shape(found)}, not (2, 3)."))
    assert not np.allclose(found, vectors.mean(axis=1)), (
        say("0번 자리도 평균에 섞였습니다.",
            "The places with 0 are in the mean."))
    assert np.allclose(found, [[8.5, 9.5, 10.5], [16, 17, 18]]), (
        say("나누는 수를 확인하세요. 문장마다 0이 아닌 자리의 수입니다.",
            "Check what you divide by: how many places of the sentence are not 0."))
    empty = function(vectors, 0 * numbers)
    assert np.allclose(empty, 0), (
        say("모두 0인 문장의 벡터가 0이 아닙니다.",
            "A sentence of nothing but 0 does not get zeros."))
    return True


check(masked_mean, mean_is_masked,
      hint=say("mask = (numbers != 0)[:, :, None]을 곱해 더하고, 마스크의 합으로 "
               "나누세요. 0으로 나누지 않도록 np.maximum(…, 1)을 쓰세요.",
               "Multiply by mask = (numbers != 0)[:, :, None], add up, and divide by the "
               "sum of the mask. np.maximum(…, 1) keeps you from dividing by 0."))

# %% id="exercise-3-solution" tags=["solution"]
def masked_mean(vectors, numbers):
    mask = (numbers != 0)[:, :, None]
    how_many = np.maximum(mask.sum(axis=1), 1)
    return (vectors * mask).sum(axis=1) / how_many

# %% [markdown] id="today" lang="ko"
# ## 오늘날에는
#
# ChatGPT 같은 언어 모델의 첫 층도 바로 이 `Embedding` 표입니다. 다만 단어가 아니라 더 작은 조각에 번호를 붙이고(다음 수업), 표를 따로 학습시키지 않고 모델 전체와 함께 학습시킵니다. 그리고 표에서 꺼낸 벡터는 시작일 뿐입니다. 여기서는 `tab`이 키보드의 탭이든 화면의 탭이든 벡터가 하나지만, 트랜스포머(transformer)는 주변 단어를 보고 **문맥마다 다른 벡터**를 만듭니다. 문장 속 단어의 벡터를 그렇게 만드는 BERT(Devlin 외, 2019)가 잘 알려져 있습니다.

# %% [markdown] id="today" lang="en"
# ## Where this is today
#
# The first layer of a language model such as ChatGPT is this very `Embedding` table. It numbers pieces smaller than words (next lesson), and it is trained together with the whole model rather than by itself. And the vector from the table is only the start. Here `tab` has one vector, be it a key on the keyboard or a part of the screen; a transformer looks at the words around and makes **another vector in each context**. BERT (Devlin et al., 2019) is the well-known example.

# %% id="measured" tags=["hide-input"]
measured = {}
keys = ["ppmi_svd", "word_table", "skipgram"]
for language in texts:
    found = []
    for n in range(10):
        keras.utils.set_random_seed(seed + n)
        untrained = layers.Embedding(len(words[language]), 32)
        untrained.build(None)
        found.append(ranks(untrained.get_weights()[0], exam[language]))
    measured[f"median_rank_untrained_{language}"] = float(np.median(found))
    of_language = [score for (of, name), score in three_seeds.items() if of == language]
    for key, score in zip(keys, of_language):
        measured[f"median_rank_{key}_{language}"] = float(score[3])
measured["leak"] = float(similarity[False][-1] - similarity[True][-1])
measured["leak_masked"] = float(np.ptp(similarity[True]))

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
assert sequences == [[1, 3, 4, 2], [1, 5, 2, 6, 7]], (
    say("옛 토크나이저의 번호가 다릅니다.",
        "The legacy tokenizer numbers otherwise."))
assert looked_up.shape == (2, 5, 32), (
    say("임베딩의 모양이 다릅니다.",
        "The embedding has another shape."))
assert np.array_equal(looked_up, one_hot @ matrix), (
    say("행을 꺼내는 것과 원-핫을 곱하는 것이 다릅니다.",
        "Looking up differs from multiplying one-hot vectors."))
for language in texts:
    rank = {name: measured[f"median_rank_{name}_{language}"]
            for name in ("untrained", "ppmi_svd", "word_table", "skipgram")}
    assert rank["untrained"] >= 250, (
        say("학습시키지 않은 표가 너무 좋습니다.",
            "The untrained table is too good."))
    assert rank["skipgram"] <= 15, (
        say("스킵그램의 순위가 15위 안에 들지 못합니다.",
            "Skip-gram is not within rank 15."))
    assert rank["ppmi_svd"] <= 25, (
        say("PPMI + SVD의 순위가 너무 낮습니다.",
            "PPMI + SVD ranks too low."))
    assert rank["skipgram"] < rank["word_table"] + 3, (
        say("이웃 표를 붙이면 나빠집니다.",
            "The neighbor table does harm."))
assert measured["median_rank_ppmi_svd_en"] <= 15, (
    say("영어의 PPMI + SVD가 15위 안에 들지 못합니다.",
        "PPMI + SVD is not within 15 in English."))
assert measured["leak"] > 0.3 and measured["leak_masked"] < 1e-3, (
    say("패딩이 섞이지 않거나 마스크가 막지 못합니다.",
        "The padding does not leak, or the mask does not hold."))

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - **만들기**: 앞뒤 이웃을 세어 PPMI로 바꾸고 특잇값 분해로 줄이면, 값 32개짜리 단어 벡터가 됩니다. 사전 없이도 반대말과 짝이 가까이 모입니다.
# - **바꾸기**: 문장은 번호가 되고, 번호는 표의 행이 됩니다. `Embedding`은 원-핫 벡터와 행렬의 곱입니다. 학습시키지 않은 표의 유사도는 노이즈입니다.
# - **학습시키고 비교하기**: 스킵그램은 진짜 이웃과 가짜 이웃을 가리며 배웁니다. 값의 수를 같게 하고 시드를 바꾸어 재면, 이 크기의 말뭉치에서는 두 방법의 우열을 가릴 수 없습니다.
# - **막기**: 마스크가 없으면 패딩이 문장 벡터를 바꿉니다.
#
# **풀어 본 연습:** 앞뒤를 합친 벡터 · 가짜 이웃 없는 학습 · 손으로 만드는 마스크
#
# 남은 문제가 하나 있습니다. 한국어에서 `파일을`과 `파일이`는 서로 다른 단어이고, 어휘에 없는 단어는 벡터가 없습니다.
#
# {next}
#
# ### 참고한 글
#
# - T. Mikolov 외, *Distributed Representations of Words and Phrases and their Compositionality* (2013). [arXiv:1310.4546](https://arxiv.org/abs/1310.4546)
# - O. Levy, Y. Goldberg, *Neural Word Embedding as Implicit Matrix Factorization* (2014). [NeurIPS](https://papers.nips.cc/paper/5477-neural-word-embedding-as-implicit-matrix-factorization)
# - O. Levy, Y. Goldberg, I. Dagan, *Improving Distributional Similarity with Lessons Learned from Word Embeddings* (2015). [TACL](https://aclanthology.org/Q15-1016/)
# - W. Ling 외, *Two/Too Simple Adaptations of Word2Vec for Syntax Problems* (2015). [ACL](https://aclanthology.org/N15-1142/) 앞과 뒤를 구별하는 스킵그램입니다.
# - J. Devlin 외, *BERT* (2019). [arXiv:1810.04805](https://arxiv.org/abs/1810.04805)
# - 말뭉치: Project Jupyter, *JupyterLab Korean Language Pack* (BSD 라이선스). [github.com/jupyterlab/language-packs](https://github.com/jupyterlab/language-packs)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - **Build**: count the neighbors before and after, turn the counts into PPMI, shorten with SVD, and you have word vectors of 32 values. Opposites and partners come together without a dictionary.
# - **Turn**: sentences become numbers, and a number becomes a row of a table. `Embedding` is a one-hot vector times a matrix. In an untrained table, similarity is noise.
# - **Train and compare**: skip-gram learns by telling true neighbors from false ones. With as many values, and over several seeds, a corpus of this size cannot tell the two methods apart.
# - **Keep out**: without a mask, padding changes a sentence's vector.
#
# **Exercises done:** vectors with the sides merged · training without false neighbors · a mask by hand
#
# One problem is left. In Korean 파일을 and 파일이, “file” as object and as subject, are two different words, and a word outside the vocabulary has no vector at all.
#
# {next}
#
# ### References
#
# - T. Mikolov et al., *Distributed Representations of Words and Phrases and their Compositionality* (2013). [arXiv:1310.4546](https://arxiv.org/abs/1310.4546)
# - O. Levy, Y. Goldberg, *Neural Word Embedding as Implicit Matrix Factorization* (2014). [NeurIPS](https://papers.nips.cc/paper/5477-neural-word-embedding-as-implicit-matrix-factorization)
# - O. Levy, Y. Goldberg, I. Dagan, *Improving Distributional Similarity with Lessons Learned from Word Embeddings* (2015). [TACL](https://aclanthology.org/Q15-1016/)
# - W. Ling et al., *Two/Too Simple Adaptations of Word2Vec for Syntax Problems* (2015). [ACL](https://aclanthology.org/N15-1142/). Skip-gram that tells before from after.
# - J. Devlin et al., *BERT* (2019). [arXiv:1810.04805](https://arxiv.org/abs/1810.04805)
# - Corpus: Project Jupyter, *JupyterLab Korean Language Pack* (BSD license). [github.com/jupyterlab/language-packs](https://github.com/jupyterlab/language-packs)
