# ---
# jupyter:
#   course: {minutes: 20}
# ---

# %% [markdown] id="title" lang="ko"
# # 00 · 시작하기: 예상하고, 실행하고, 확인하기
#
# **이 강의를 떠받치는 생각은 여섯 가지입니다. 배열, 행렬 곱과 내적, 평균 제곱 오차, 로그, 정규 분포, 경사 하강법을 공식보다 그림으로 먼저 만나 봅니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 셀을 **실행하고**, 연습 문제에 답하고, 채점 결과를 읽습니다.
# - 행렬 곱으로 무늬를 **섞고**, 내적으로 그 비율을 다시 **읽어 냅니다**.
# - 평균 제곱 오차와 비트 수를 **계산합니다**.
# - 파라미터 하나를 경사 하강법으로 **학습시킵니다**.
#
# {minutes}분 · 준비: 파이썬의 변수, 리스트, 함수, `for` 문
#
# {links}

# %% [markdown] id="title" lang="en"
# # 00 · Before you start: predict, run, check
#
# **This course rests on six ideas: arrays, matrix and dot products, mean squared error, logarithms, the normal distribution, gradient descent. You will see them as pictures before any formulas.**
#
# After this lesson you can
#
# - **run** cells, answer an exercise and read what it says back;
# - **mix** patterns with a matrix product, and **read** the mixture back with dot products;
# - **compute** a mean squared error, and count bits;
# - **train** one parameter by gradient descent.
#
# {minutes} minutes · You need Python's variables, lists, functions and `for` loops
#
# {links}

# %% [markdown] id="cells" lang="ko"
# ## 1. 셀을 실행하기
#
# 아래 회색 상자가 **셀**(cell)입니다. 상자를 누르고 `Shift`와 `Enter`를 함께 누르면 실행됩니다. 왼쪽 `[1]`은 첫 번째로 실행했다는 뜻이고 `[*]`는 실행 중이라는 뜻입니다. 셀은 앞 셀의 결과를 이어받으므로 **위에서부터 차례로** 실행하세요. 꼬였다면 메뉴에서 *실행 → 커널 재시작 후 모든 셀 실행*을 고르면 됩니다.

# %% [markdown] id="cells" lang="en"
# ## 1. Running a cell
#
# The gray box below is a **cell**. Click it, then press `Shift` and `Enter` together: it runs. The `[1]` on its left says that it was the first to run; `[*]`, that it is still running. Cells build on the ones before them, so run them **from the top down**. If things get tangled, choose *Run → Restart Kernel and Run All Cells* from the menu.

# %% id="seed" tags=["parameters"]
seed = 0  # 무작위 수의 출발점(시드) | where random numbers start

# %% id="setup"
from helpers import check, check_choice, say, show_images, use_course_style
from ipywidgets import interact
import matplotlib.pyplot as plt
import numpy as np

use_course_style()

# %% [markdown] id="predict-first" lang="ko"
# **예상하고 실행하기.** 이 강의는 결과를 보여 주기 전에 먼저 묻습니다. 틀린 예상도 기억에 남습니다. 파이썬의 리스트 `[1, 2]`에 3을 곱하면 `[1, 2, 1, 2, 1, 2]`가 됩니다. 같은 값을 담은 넘파이(NumPy) **배열**(array)에 곱하면 어떻게 될까요?
#
# 답을 정했으면 실행하세요. 접힌 결과나 코드는 `⋯`를 누르면 펼쳐집니다.

# %% [markdown] id="predict-first" lang="en"
# **Predict, then run.** This course asks before it shows. Even a wrong prediction makes the answer stick. Three times the Python list `[1, 2]` is `[1, 2, 1, 2, 1, 2]`. What is three times a NumPy **array**?
#
# Made up your mind? Run the cell. Where an output or some code is folded, click the `⋯` to open it.

# %% id="array-times-three" tags=["predict", "nbval-check-output"]
print(3 * np.array([1, 2]))

# %% [markdown] id="arrays" lang="ko"
# 배열은 값 하나하나에 3을 곱합니다. 그래서 수백만 개의 값도 한 줄로 계산합니다.
#
# ## 2. 배열과 모양
#
# 그림도 배열입니다. 칸 하나가 픽셀(pixel)이고, 여기서는 0이 검정, 1이 흰색입니다. 행과 열의 수를 **모양**(shape)이라고 합니다.

# %% [markdown] id="arrays" lang="en"
# An array multiplies every one of its values. That is how a single line can work on millions of them.
#
# ## 2. An array and its shape
#
# A picture is an array too. Each entry is a pixel; here 0 is black and 1 is white. The numbers of rows and columns are its **shape**.

# %% id="picture" alt={"ko": "가로 3칸, 세로 4칸짜리 그림. 왼쪽 세로획은 밝고 아래 가로획은 회색이라 니은 또는 엘로 보인다.", "en": "A picture of 4 rows and 3 columns: a bright upright stroke on the left and a gray stroke along the bottom make the letter L."}
picture = np.array([
    [0.9, 0.0, 0.0],
    [0.9, 0.0, 0.0],
    [0.9, 0.0, 0.0],
    [0.9, 0.5, 0.5],
])
print(picture.shape)
show_images([[picture]])

# %% [markdown] id="first-answer-task" lang="ko"
# **연습 문제는 이렇게 채점됩니다.** `...` 자리에 답을 쓰고, 그 셀과 바로 아래의 접힌 확인 셀을 차례로 실행합니다. 채점 결과 네 가지를 모두 받아 봅시다. 먼저 그대로 실행하고, 다음에는 틀린 수를, 그다음에는 `"많다"`를, 끝으로 맞는 수를 써 보세요. 문제: `picture`에는 값이 모두 몇 개 있을까요?

# %% [markdown] id="first-answer-task" lang="en"
# **How an exercise answers.** Write your answer in place of `...`, then run that cell and the folded check cell under it. Hear all four replies once: run it as it stands, then with a wrong number, then with `"many"`, and at last with the right one. The question: how many values does `picture` hold in all?

# %% id="first-answer"
count = ...  # 여기에 답을 쓰세요 | your answer goes here

# %% id="first-answer-check" tags=["check"]
check(
    count,
    lambda answer: abs(answer - picture.size) == 0,
    hint=say("4행이고 행마다 값이 3개씩 있습니다.",
             "There are 4 rows, with 3 values in each."),
)

# %% [markdown] id="mixing" lang="ko"
# ## 3. 무늬를 섞기: 행렬 곱
#
# 계산기 화면은 획 7개로 모든 숫자를 씁니다. 획 하나를 **무늬**(pattern)라고 부릅시다. 무늬 하나는 가로 5, 세로 9픽셀입니다.

# %% [markdown] id="mixing" lang="en"
# ## 3. Mixing patterns: the matrix product
#
# A calculator's display writes every digit with seven strokes. Let us call each stroke a **pattern**: a picture 9 pixels high and 5 wide.

# %% id="strokes" alt={"ko": "그림 7장. 각각 획 하나만 밝다: 위, 오른쪽 위, 오른쪽 아래, 아래, 왼쪽 아래, 왼쪽 위, 가운데.", "en": "Seven pictures, each with one bright stroke: top, upper right, lower right, bottom, lower left, upper left, middle."}
strokes = np.zeros((7, 9, 5))
strokes[0, 0, 1:4] = 1
strokes[1, 1:4, 4] = 1
strokes[2, 5:8, 4] = 1
strokes[3, 8, 1:4] = 1
strokes[4, 5:8, 0] = 1
strokes[5, 1:4, 0] = 1
strokes[6, 4, 1:4] = 1
show_images([strokes], titles=[str(number) for number in range(7)])

# %% [markdown] id="mixing-rule" lang="ko"
# 그림을 한 줄로 펴면 무늬들은 모양이 (7, 45)인 표, 즉 **행렬**(matrix)이 됩니다. 무늬마다 얼마나 밝게 켤지를 **가중치**(weight) 7개로 적고 이 행렬에 곱하면(`@`), 가중치만큼 밝힌 무늬들의 합이 나옵니다. 이것이 **행렬 곱**(matrix product)입니다. 앞 행렬의 열 수와 뒤 행렬의 행 수가 같아야 곱할 수 있고(여기서는 7), 결과에는 나머지 두 수만 남습니다. (4, 7) @ (7, 45) → (4, 45).
#
# **예상하고 실행하기.** 아래에서 가중치는 네 행입니다. 숫자 2, 어두운 2, 숫자 4, 그리고 2와 4의 평균입니다. 마지막 그림은 어떻게 보일까요?

# %% [markdown] id="mixing-rule" lang="en"
# Lay each picture out as one row, and the patterns become a table of shape (7, 45): a **matrix**. Write seven **weights**, one for how brightly to light each pattern, and multiply (`@`): out comes the sum of the patterns, each as bright as its weight. This is the **matrix product**. In the shapes, the two numbers in the middle must agree, and vanish: (4, 7) @ (7, 45) → (4, 45).
#
# **Predict, then run.** Below are four rows of weights: a 2, a darker 2, a 4, and the average of 2 and 4. What will the last picture look like?

# %% id="weights"
patterns = strokes.reshape(7, 45)
two = np.array([1, 1, 0, 1, 1, 0, 1])
four = np.array([0, 1, 1, 0, 0, 1, 1])
weights = np.array([two, two / 2, four, (two + four) / 2])

# %% id="mixed" tags=["predict"] alt={"ko": "그림 4장: 숫자 2, 어두운 2, 숫자 4, 그리고 2와 4를 섞은 것. 섞은 그림에서 두 숫자에 모두 있는 획 둘은 밝고 나머지 다섯은 회색이다.", "en": "Four pictures: a 2, a darker 2, a 4, and the mixture of 2 and 4, in which the two strokes that both digits share are bright and the other five are gray."}
mixed = weights @ patterns
names = say(["2", "어두운 2", "4", "2와 4"], ["2", "darker 2", "4", "2 and 4"])
show_images([mixed.reshape(4, 9, 5)], titles=names)

# %% [markdown] id="dot" lang="ko"
# 두 숫자에 다 있는 획은 밝고, 한쪽에만 있는 획은 반만 밝습니다.
#
# **거꾸로 읽기: 내적.** 그림에 무늬 하나가 얼마나 들어 있을까요? 같은 자리의 값끼리 곱해서 모두 더합니다. 이것이 **내적**(dot product)입니다.

# %% [markdown] id="dot" lang="en"
# Strokes that both digits share are bright; a stroke that only one of them has is half as bright.
#
# **Reading back: the dot product.** How much of one pattern is in a picture? Multiply the values in equal places, and add everything up. That is a **dot product**.

# %% id="dot-drawn" alt={"ko": "그림 6장. 숫자 2와 그 안에 있는 획을 곱하면 획이 남고, 숫자 2와 그 안에 없는 획을 곱하면 온통 검다.", "en": "Six pictures: a 2 times a stroke that it has leaves the stroke; a 2 times a stroke that it lacks leaves nothing but black."}
digit = mixed[0]
lit, unlit = patterns[1], patterns[2]
row = [digit, lit, digit * lit, digit, unlit, digit * unlit]
titles = say(["그림", "무늬", "곱"], ["picture", "pattern", "product"])
show_images([np.reshape(row, (6, 9, 5))], titles=2 * titles)
print(np.sum(digit * lit), np.sum(digit * unlit))
print(patterns @ digit)

# %% [markdown] id="dot-seen" lang="ko"
# 켜진 획과의 내적은 3(픽셀 3개), 꺼진 획과의 내적은 0입니다. `patterns @ digit`는 내적 7개를 한 번에 구합니다. 획끼리는 겹치지 않아 다른 획이 끼어들지 않으므로, 3으로 나누면 처음의 가중치가 그대로 나옵니다. **값 45개짜리 그림이 값 7개가 되었고, 그 7개로 그림을 다시 그릴 수 있습니다.** 이 강의의 주인공인 잠재 벡터는 바로 이런 짧은 목록입니다.

# %% [markdown] id="dot-seen" lang="en"
# With a stroke that is lit, the dot product is 3 (three pixels); with one that is not, 0. `patterns @ digit` computes all seven at once. Strokes do not overlap, so none disturbs another, and divided by 3 these are the weights we began with. **A picture of 45 values has become 7, and from those 7 it can be drawn again.** A latent vector, the hero of this course, is just such a short list.

# %% [markdown] id="error" lang="ko"
# ## 4. 얼마나 틀렸나: 평균 제곱 오차
#
# 픽셀마다 차이를 제곱하고 평균합니다. 이것이 **평균 제곱 오차**(mean squared error, MSE)입니다. 0이면 똑같은 그림이고, 제곱하므로 많이 틀린 픽셀은 오차에 훨씬 크게 반영됩니다. 아래에서 2를 기준으로 잽니다. 제목이 MSE인 칸은 픽셀마다 차이를 제곱한 것으로, 밝을수록 많이 틀린 곳입니다.

# %% [markdown] id="error" lang="en"
# ## 4. How wrong? Mean squared error
#
# Square the difference at each pixel and take the mean: the **mean squared error**, MSE. It is 0 for a perfect copy, and squaring makes large mistakes count far more. Below, each picture is compared with the first 2.

# %% id="error-drawn" alt={"ko": "그림 5장: 숫자 2, 어두운 2와 그 제곱한 차이, 숫자 4와 그 제곱한 차이. 4의 차이는 획 다섯 개에서 환하다.", "en": "Five pictures: a 2; a darker 2 and its squared difference; a 4 and its squared difference, which is bright in five strokes."}
squared = (mixed - mixed[0]) ** 2
mse = squared.mean(axis=1)
row = [mixed[0], mixed[1], squared[1], mixed[2], squared[2]]
titles = ["2", names[1], f"MSE {mse[1]:.2f}", names[2], f"MSE {mse[2]:.2f}"]
show_images([np.reshape(row, (5, 9, 5))], titles=titles)

# %% [markdown] id="logarithm" lang="ko"
# ## 5. 로그: 몇 비트일까
#
# **비트**(bit)는 예/아니요 질문 하나의 답입니다. 질문 4개면 2 × 2 × 2 × 2 = 16가지를 구별합니다. 거꾸로 “16가지에는 질문이 몇 개 필요한가”가 **로그**(logarithm)입니다. $\log_2 16 = 4$.

# %% [markdown] id="logarithm" lang="en"
# ## 5. The logarithm: how many bits?
#
# A **bit** is the answer to one yes/no question. Four questions tell 2 × 2 × 2 × 2 = 16 things apart. Ask it the other way round, “how many questions for 16 things?”, and you have the **logarithm**: $\log_2 16 = 4$.

# %% id="bits-drawn" tags=["hide-input"] alt={"ko": "0부터 15까지의 수를 네 줄의 흑백 칸으로 나타낸 그림. 윗줄은 여덟 칸마다, 아랫줄은 한 칸마다 색이 바뀐다.", "en": "The numbers 0 to 15 as four rows of black and white squares: the top row changes after eight numbers, the bottom row at each."}
numbers = np.arange(16)
bits = [numbers // place % 2 for place in (8, 4, 2, 1)]

fig, ax = plt.subplots(figsize=(7, 2.2))
ax.imshow(bits, cmap="gray", extent=(-0.5, 15.5, 4, 0), aspect="auto")
ax.set(xticks=numbers, yticks=[], xlabel=say("수", "number"),
       ylabel=say("질문 4개", "4 questions"))
plt.show()

# %% [markdown] id="logarithm-seen" lang="ko"
# 세로 한 줄이 수 하나입니다. 네 칸의 흑백(아니요/예)이 모두 다릅니다. 보통 사진은 밝기가 256단계이므로 픽셀마다 $\log_2 256 = 8$비트를 씁니다. 가짓수가 두 **배**가 될 때마다 비트는 하나씩 **더해집니다**. 로그 옆의 작은 수를 밑이라고 합니다. 밑이 10이면 10을 몇 번 곱했는지 셉니다. $\log_{10} 1000 = 3$.
#
# ### 고르는 문제: 몇 비트일까
#
# 글자 하나로 답하고, 이번에도 두 셀을 실행합니다. 밝기가 32단계인 그림은 픽셀마다 몇 비트가 필요할까요? **a.** 4비트 **b.** 5비트 **c.** 16비트 **d.** 32비트

# %% [markdown] id="logarithm-seen" lang="en"
# Each column is one number, and no two columns show the same black (no) and white (yes). Most photographs have 256 levels of gray, so they spend $\log_2 256 = 8$ bits on each pixel. Each time the count of things is **multiplied** by two, one bit is **added**. With base 10, you count tens: $\log_{10} 1000 = 3$.
#
# ### A choice: how many bits?
#
# Answer with one letter; then run both cells, as before. A picture has 32 levels of gray. How many bits does each pixel need? **a.** 4 bits **b.** 5 bits **c.** 16 bits **d.** 32 bits

# %% id="first-choice"
a, b, c, d = "abcd"
choice = ...  # a, b, c, d 가운데 하나 | one of a, b, c, d

# %% id="first-choice-check" tags=["check"]
check_choice("first-choice", choice, "098278db", say({
    "a": "질문 4개로는 16가지까지만 구별합니다.",
    "b": "2를 다섯 번 곱하면 32입니다.",
    "c": "반으로 나눈 것입니다. 2를 몇 번 곱해야 32가 되는지 세어 보세요.",
    "d": "단계마다 하나씩 묻는 셈입니다. 질문 하나로 절반을 지울 수 있습니다.",
}, {
    "a": "Four questions tell only 16 things apart.",
    "b": "Two, multiplied by itself five times over, is 32.",
    "c": "That is half of 32. Count how often 2 must be multiplied to reach 32.",
    "d": "That asks about each level in turn. One question can rule out half of them.",
}))

# %% [markdown] id="bell" lang="ko"
# ## 6. 종 모양 곡선
#
# 여러 우연이 더해져 생긴 값은 가운데에 몰리고 양 끝으로 갈수록 드물어집니다. 키나 측정 오차가 그렇습니다. 평균이 0이고 퍼진 정도(표준편차)가 1인 것을 **표준 정규 분포**(standard normal distribution)라고 합니다.
#
# **예상하고 실행하기.** 여기에서 만 번 뽑으면, −1과 1 사이에 드는 것은 절반쯤일까요, 3분의 2쯤일까요, 거의 전부일까요?

# %% [markdown] id="bell" lang="en"
# ## 6. The bell curve
#
# Where many accidents add up, most values end near the middle and few far out: people's heights, errors of measurement. With a mean of 0 and a spread (standard deviation) of 1, it is the **standard normal distribution**.
#
# **Predict, then run.** Of ten thousand draws, how many fall between −1 and 1: half, two thirds, nearly all?

# %% id="bell-drawn" tags=["predict"] alt={"ko": "만 번 뽑은 값의 히스토그램. 가운데가 높은 종 모양이고, −1과 1 사이가 칠해져 있다.", "en": "A histogram of ten thousand draws, shaped like a bell; the part between −1 and 1 is shaded."}
draws = np.random.default_rng(seed).normal(size=10_000)
inside = np.mean(np.abs(draws) < 1)

fig, ax = plt.subplots(figsize=(7, 2.5))
ax.hist(draws, bins=60)
ax.axvspan(-1, 1, alpha=0.2)
ax.set(xlabel=say("뽑은 값", "value drawn"), ylabel=say("횟수", "count"))
plt.show()
print(f"{inside:.0%}")

# %% [markdown] id="downhill" lang="ko"
# ## 7. 내리막을 따라 내려가기
#
# 모델을 **학습**시킨다는 것은 모델 속의 값, 즉 **파라미터**(parameter)를 조금씩 고쳐 오차를 줄이는 일입니다. 파라미터가 `w` 하나이고 정답이 3이라 합시다. 줄이려는 오차를 정한 것이 **손실 함수**(loss function)입니다. `w`를 0.001만큼 양쪽으로 움직여 손실의 차를 0.002로 나누면, 그 자리에서 손실이 얼마나 가파른지, 곧 **기울기**(slope, 수학의 미분계수)를 알 수 있습니다. 오르막의 반대쪽으로 한 걸음씩 내려가는 것이 **경사 하강법**(gradient descent)이고, 보폭을 정하는 수가 **학습률**(learning rate)입니다. 한 걸음은 `w ← w − 학습률 × 기울기`입니다.

# %% [markdown] id="downhill" lang="en"
# ## 7. Rolling downhill
#
# To **train** a model is to change the values inside it, its **parameters**, little by little, so that its error shrinks. Suppose there is a single parameter `w`, and the right answer is 3. The error we want to shrink is given by the **loss function**. Move `w` by 0.001 to either side and divide the change of the loss by 0.002: that is how steep the loss is here, its **slope**. **Gradient descent** takes one step after another against the slope, and the **learning rate** says how long the steps are: `w ← w − rate × slope`.

# %% id="slope"
def loss(w):
    return (w - 3) ** 2

def slope(function, w):
    return (function(w + 0.001) - function(w - 0.001)) / 0.002

# %% id="roll"
def roll(learning_rate):
    path = [0.0]
    for _ in range(8):
        w = path[-1]
        path.append(w - learning_rate * slope(loss, w))
    return np.array(path)

# %% id="draw-roll" tags=["hide-input"]
def draw_roll(ax, learning_rate):
    hill, path = np.linspace(-6, 12, 100), roll(learning_rate)
    ax.plot(hill, loss(hill), color="gray", marker="")
    ax.plot(path, loss(path))
    ax.set(xlim=(-6, 12), ylim=(-4, 81), xlabel="w",
           title=say(f"학습률 {learning_rate:.2f}", f"learning rate {learning_rate:.2f}"))

# %% [markdown] id="roll-predict" lang="ko"
# **예상하고 실행하기.** 0에서 출발해 여덟 걸음을 갑니다. 학습률 0.02, 0.3, 1.05 가운데 3에 닿는 것은? 나머지 둘은 어떻게 될까요?

# %% [markdown] id="roll-predict" lang="en"
# **Predict, then run.** Eight steps, starting from 0. Which learning rate arrives at 3: 0.02, 0.3 or 1.05? What becomes of the other two?

# %% id="three-rates" tags=["predict"] alt={"ko": "같은 골짜기 모양의 손실 곡선 위에 점이 지나간 길 세 개. 0.02는 출발점 근처에 머물고, 0.3은 바닥에 닿고, 1.05는 양쪽을 오가며 점점 높이 올라간다.", "en": "Three paths on the same valley-shaped loss. With 0.02 the points stay near the start, with 0.3 they reach the bottom, with 1.05 they jump from side to side, higher each time."}
rates = [0.02, 0.3, 1.05]
fig, axes = plt.subplots(1, 3, figsize=(8, 2.8), sharey=True)
for ax, rate in zip(axes, rates):
    draw_roll(ax, rate)
axes[0].set_ylabel(say("손실", "loss"))
plt.show()

# %% [markdown] id="three-rates-seen" lang="ko"
# 0.02는 걸음이 너무 짧아 3에 한참 못 미치고, 0.3은 바닥에 닿고, 1.05는 골짜기를 건너뛰며 점점 **올라갑니다**. 아래 셀을 실행하고 막대를 끌어 보세요. 학습률이 얼마일 때부터 반대편으로 건너뛰나요? (답: 0.5보다 클 때입니다. 1보다 작으면 그래도 3에 가까워지고, 1보다 크면 멀어집니다.)

# %% [markdown] id="three-rates-seen" lang="en"
# With 0.02 the steps are so short that 3 stays far off, 0.3 reaches the bottom, and 1.05 leaps across the valley and **climbs**. Drag the slider: from which rate on does it leap to the far side? (Above 0.5. Below 1 it still comes nearer to 3; above 1 it goes away.)

# %% id="rate-slider"
@interact(learning_rate=(0.02, 1.1, 0.02))
def show_roll(learning_rate=0.3):
    fig, ax = plt.subplots(figsize=(5, 3))
    draw_roll(ax, learning_rate)
    plt.show()

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 첫 모델 학습시키기
#
# 숫자 2의 그림이 너무 어둡습니다. 모델은 `w * dim`이고, `w`가 얼마면 원래 밝기가 되는지 **학습으로** 찾습니다. `learn(steps)`는 `w = 0.0`에서 출발해 `steps`번 걸은 뒤의 `w`를 돌려줍니다. 기울기는 `slope(dim_loss, w)`입니다. 학습률도 직접 고르세요. 이 골짜기는 위의 것보다 훨씬 완만합니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. Train your first model
#
# A picture of a 2 has come out too dark. The model is `w * dim`; find **by training** which `w` restores its brightness. `learn(steps)` starts at `w = 0.0`, takes `steps` steps and returns the `w` it has reached. The slope is `slope(dim_loss, w)`. Choose the learning rate yourself: this valley is far less steep than the one above.

# %% id="dim"
dim = 0.4 * mixed[0]

def dim_loss(w):
    return np.mean((w * dim - mixed[0]) ** 2)

# %% id="exercise-1"
def learn(steps):
    # w = 0.0에서 출발합니다 | start at w = 0.0
    return ...

# %% id="exercise-1-check" tags=["check"]
def test_learn(learn):
    after = [learn(steps) for steps in (0, 1, 5, 60)]
    assert after[0] == 0, say("걷지 않았을 때(steps = 0)는 0.0이어야 합니다.",
                              "With no steps at all, w must still be 0.0.")
    assert after[1] != 0, say("한 걸음을 걸었는데 w가 그대로입니다.",
                              "After one step, w is still where it was.")
    assert after[1] > 0, say("반대쪽으로 걷고 있습니다. 기울기는 더하지 않고 뺍니다.",
                             "You walk the wrong way: subtract the slope.")
    assert after[2] != after[1], say("다섯 걸음이 한 걸음과 같습니다. 반복하나요?",
                                     "Five steps end where one does. Is there a loop?")
    assert abs(after[3]) < 10, say("점점 멀어집니다. 학습률이 너무 큽니다.",
                                   "It runs away: the learning rate is too large.")
    left = say(f"60걸음 뒤에 w = {after[3]:.2f}입니다. 아직 손실이 남았습니다.",
               f"After 60 steps w = {after[3]:.2f}, and there is loss left.")
    assert abs(after[3] - 2.5) < 0.1, left
    return True

check(learn, test_learn, say("학습률로 0.1, 5, 50을 차례로 시험해 보세요.",
                             "Try 0.1, 5 and 50 as learning rates."))

# %% id="exercise-1-solution" tags=["solution"]
def learn(steps):
    w = 0.0
    for _ in range(steps):
        w = w - 5 * slope(dim_loss, w)
    return w  # 2.5로 갑니다: 1 ÷ 0.4 = 2.5 | it goes to 2.5: 1 ÷ 0.4 = 2.5

# %% [markdown] id="claims" lang="ko"
# ## 8. 확인
#
# 수업이 끝날 때마다, 본문에서 말한 것이 정말인지 `assert`로 확인합니다. 거짓이면 실행이 멈춥니다. 접힌 셀은 읽지 않아도 됩니다.

# %% [markdown] id="claims" lang="en"
# ## 8. Checking what we said
#
# Every lesson ends by testing its own claims. If one were false, its `assert` would stop the run. You need not read the folded cell.

# %% id="measured" tags=["hide-input"]
measured = {
    "inside_one": float(inside),
    "mse_dark": float(mse[1]),
    "mse_four": float(mse[2]),
    "slow": float(roll(0.02)[-1]),
    "right": float(roll(0.3)[-1]),
    "far": float(roll(1.05)[-1]),
}

# %% id="what-we-claimed" tags=["hide-input"]
read = patterns @ mixed[0] / 3
assert np.allclose(read, two), say("내적이 가중치를 읽어 냅니다",
                                   "dot products read the weights")
assert mse[0] == 0 < mse[1] < mse[2], say("어두운 2가 4보다 2에 가깝습니다",
                                          "the darker 2 is nearer to the 2")
assert np.allclose(np.log2(256), 8), say("256단계는 8비트", "256 levels are 8 bits")
assert 0.66 < inside < 0.70, say("3분의 2쯤이 −1과 1 사이", "two thirds within ±1")
assert abs(roll(0.3)[-1] - 3) < 0.01, say("0.3은 3에 닿습니다", "0.3 arrives at 3")
assert roll(0.48)[1] < 3 < roll(0.52)[1], say("0.5부터 건너뜁니다", "0.5 leaps")
assert abs(roll(0.98)[-1] - 3) < 3, say("1 아래면 가까워집니다", "below 1 it nears 3")
assert roll(0.02)[-1] < 1, say("0.02는 너무 느립니다", "0.02 is too slow")
assert loss(roll(1.05)[-1]) > loss(0), say("1.05는 올라갑니다", "1.05 climbs")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - **배열**은 값의 표이고 **모양**이 있습니다. 그림도 배열입니다.
# - **행렬 곱**은 무늬를 섞고, **내적**은 얼마나 섞였는지 읽어 냅니다.
# - **평균 제곱 오차**는 틀린 정도를, **로그**는 필요한 비트를 셉니다.
# - **정규 분포**는 가운데가 높은 종 모양입니다.
# - **경사 하강법**은 기울기의 반대쪽으로 걷고, **학습률**은 그 보폭입니다.
#
# {next}

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - An **array** is a table of values and has a **shape**; pictures are arrays.
# - A **matrix product** mixes patterns, and **dot products** read the mixture.
# - **Mean squared error** tells how wrong something is, a **logarithm** how many bits it takes.
# - A **normal distribution** is a bell: high in the middle, thin at both ends.
# - **Gradient descent** walks against the slope; the **learning rate** sets the length of its steps.
#
# {next}
