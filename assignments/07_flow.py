# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 과제 07 · 화살표를 따라 고리 그리기
#
# **노이즈를 데이터로 옮기는 플로를 처음부터 끝까지 만듭니다. 짝을 만들고, 화살표를 따라가고, 신경망을 학습시켜 고리 모양의 점들을 생성합니다.**
#
# 20점 · {minutes}분쯤 · 준비: 07강 ‘플로’
#
# `여기에 답을 쓰세요`라고 적힌 셀만 고칩니다. 바로 아래 셀이 답을 검사하고, 틀리면 무엇이 틀렸는지 알려 줍니다. 채점할 때는 다른 데이터로 더 검사하므로, 예시에만 맞는 답은 점수를 얻지 못합니다. 함수가 받은 배열은 **바꾸지 마세요**. 잠긴 셀은 고쳐도 채점할 때 원래대로 돌아갑니다.

# %% [markdown] id="title" lang="en"
# # Assignment 07 · Follow the arrows to a ring
#
# **Build a flow that carries noise to data, from beginning to end: make pairs, follow arrows, and train a network that generates points on a ring.**
#
# 20 points · about {minutes} minutes · You need: lesson 7, Flow
#
# Edit only the cells that say `Your answer here`. The cell below each one checks your answer and tells you what is wrong. Grading checks further, with other data, so an answer that fits only the example earns nothing. Leave the arrays a function is given **unchanged**. A locked cell that you edit is put back before grading.

# %% id="setup" nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from helpers import say, use_course_style
from helpers.training import train
import keras
from keras import layers
import matplotlib.pyplot as plt
import numpy as np

use_course_style()


def draw_ring(n, seed):
    """반지름 2인 고리 위의 점 | Points on a ring of radius 2"""
    rng = np.random.default_rng(seed)
    angle = rng.uniform(0, 2 * np.pi, n)
    radius = rng.normal(2, 0.1, n)
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return points.astype("float32")


ring = draw_ring(4000, 0)
fig, ax = plt.subplots(figsize=(3.4, 3.4))
ax.scatter(*ring[:1000].T, s=4)
plt.show()

# %% [markdown] id="pairs-task" lang="ko"
# ## 1. 짝과 화살표 (4점)
#
# `noise`와 `goals`(모양 `(n, size)`)의 같은 줄이 짝이고, `t`(모양 `(n, 1)`)는 짝마다의 시각입니다. 두 배열 `(place, arrow)`를 돌려주세요.
#
# - `place`: 노이즈에서 데이터로 가는 직선 위, 시각 `t`의 자리. `t`가 0이면 노이즈, 1이면 데이터입니다.
# - `arrow`: 짝이 가리키는 화살표, 즉 노이즈에서 데이터까지.

# %% [markdown] id="pairs-task" lang="en"
# ## 1. Pairs and arrows (4 points)
#
# The same row of `noise` and `goals`, both `(n, size)`, is a pair; `t`, of shape `(n, 1)`, holds a time for each pair. Return two arrays `(place, arrow)`.
#
# - `place`: where the straight line from noise to data is at time `t`. At 0 it is the noise, at 1 the data.
# - `arrow`: the arrow of the pair, from the noise to the data.

# %% id="pairs" nbgrader={"grade": false, "grade_id": "pairs", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_pairs(noise, goals, t):
    """중간 지점과 화살표 | The places and the arrows"""
    ### BEGIN SOLUTION
    place = (1 - t) * noise + t * goals
    return place, goals - noise
    ### END SOLUTION

# %% id="pairs-test" nbgrader={"grade": true, "grade_id": "pairs-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
from builtins import float

import numpy as np

answer = make_pairs(np.array([[0.0, 4]]), np.array([[2.0, 0]]), np.array([[0.25]]))
place, arrow = [np.asarray(part, dtype=float) for part in answer]
assert np.allclose(place, [[0.5, 3]]), say(
    f"4분의 1을 가면 [0.5, 3]인데 {place}입니다.",
    f"After a quarter of the way it is [0.5, 3], not {place}.")
assert np.allclose(arrow, [[2, -4]]), say(
    f"화살표는 [2, -4]인데 {arrow}입니다.", f"The arrow is [2, -4], not {arrow}.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
rng = np.random.default_rng(1)
noise, goals, t = rng.normal(size=(9, 5)), rng.normal(size=(9, 5)), rng.random((9, 1))
noise.flags.writeable = goals.flags.writeable = t.flags.writeable = False
place, arrow = [np.asarray(part, dtype=float) for part in make_pairs(noise, goals, t)]
assert place.shape == arrow.shape == (9, 5), say("모양이 다릅니다.", "A shape is wrong.")
assert np.allclose(place, noise + t * (goals - noise), atol=1e-5), say(
    "자리가 직선 위에 있지 않습니다.", "The place is not on the line.")
assert np.allclose(noise + arrow, goals, atol=1e-5), say(
    "화살표의 끝이 데이터가 아닙니다.", "The arrow does not end on the data.")
### END HIDDEN TESTS

# %% [markdown] id="follow-task" lang="ko"
# ## 2. 가이던스를 주며 따라가기 (5점)
#
# `arrows(place, t, told)`는 자리 `(n, size)`, 시각(수 하나), 알려 준 것 `(n, m)`을 받아 화살표 `(n, size)`를 돌려주는 함수입니다. `noise`에서 출발해 `steps`걸음을 걸은 자리를 돌려주세요.
#
# - 시각은 0, 1/`steps`, 2/`steps`, …이고, 1에서는 걷지 않습니다. 걸음마다 화살표의 `steps`분의 1을 갑니다.
# - 걸음마다 **가이던스**를 씁니다. 아무것도 알려 주지 않은 화살표는 `told` 대신 0을 넣어 얻습니다.
#
# $$v = v_\text{none} + g\,(v_\text{told} - v_\text{none})$$

# %% [markdown] id="follow-task" lang="en"
# ## 2. Follow, with guidance (5 points)
#
# `arrows(place, t, told)` is a function that takes places `(n, size)`, one time and what is told `(n, m)`, and gives arrows `(n, size)`. Start from `noise`, walk `steps` steps and return where you arrive.
#
# - The times are 0, 1/`steps`, 2/`steps`, …; at 1 there is no step any more. Each step goes one `steps`-th of the arrow.
# - Each step uses **guidance**. The arrow when nothing is told comes from zeros in place of `told`.
#
# $$v = v_\text{none} + g\,(v_\text{told} - v_\text{none})$$

# %% id="follow" nbgrader={"grade": false, "grade_id": "follow", "locked": false, "schema_version": 3, "solution": true, "task": false}
def follow(arrows, noise, told, guidance, steps):
    """도착한 자리 | Where the walk arrives"""
    ### BEGIN SOLUTION
    place = noise
    for t in np.arange(steps) / steps:
        with_order = arrows(place, t, told)
        without = arrows(place, t, 0 * told)
        place = place + (without + guidance * (with_order - without)) / steps
    return place
    ### END SOLUTION

# %% id="follow-test" nbgrader={"grade": true, "grade_id": "follow-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
from builtins import float, range

import numpy as np


def steady(place, t, told):
    return np.ones_like(place) + np.asarray(told)[:, :1]


start, two = np.zeros((3, 2)), np.full((3, 1), 2.0)
answer = np.asarray(follow(steady, start, two, 1, 4), dtype=float)
assert answer.shape == (3, 2), say("모양이 달라졌습니다.", "The shape has changed.")
assert np.allclose(answer, 3), say(
    f"화살표가 늘 3이면 도착점은 3인데 {answer[0]}입니다.",
    f"With an arrow of 3 all the way it arrives at 3, not at {answer[0]}.")
answer = np.asarray(follow(steady, start, two, 2.0, 4), dtype=float)
assert np.allclose(answer, 5), say("가이던스 2이면 1 + 2·2 = 5입니다.",
                                   "With guidance 2 it is 1 + 2·2 = 5.")
### BEGIN HIDDEN TESTS
assert not np.allclose(0, 1)
asked = []


def bent(place, t, told):
    asked.append(float(t))
    push = told @ np.array([[1.0, -1], [0.5, 2]])
    return np.cos(place) + 3 * float(t) ** 2 + push * t


rng = np.random.default_rng(2)
noise, told = rng.normal(size=(6, 2)), rng.normal(size=(6, 2))
told[0] = 0
noise.flags.writeable = told.flags.writeable = False
for guidance, steps in [(1.0, 1), (0.0, 5), (2.5, 7), (1.0, 20)]:
    asked.clear()
    answer = np.asarray(follow(bent, noise, told, guidance, steps), dtype=float)
    assert np.allclose(np.unique(np.round(asked, 6)), np.arange(steps) / steps), say(
        "시각은 0, 1/steps, …입니다.", "The times are 0, 1/steps, ….")
    place = noise
    for n in range(steps):
        none = bent(place, n / steps, 0 * told)
        arrow = none + guidance * (bent(place, n / steps, told) - none)
        place = place + arrow / steps
    assert np.allclose(answer, place, atol=1e-4), say(
        "도착한 자리가 다릅니다.", "It arrives somewhere else.")
### END HIDDEN TESTS

# %% [markdown] id="arrows-task" lang="ko"
# ## 3. 화살표 훈련하기 (7점)
#
# 데이터 `goals`(모양 `(n, 2)`)를 받아 신경망을 학습시키고, 함수 `arrows(place, t)`를 돌려주세요. `place`는 `(m, 2)`, `t`는 수 하나이고, 결과는 화살표 `(m, 2)`입니다. 같은 `seed`이면 같은 화살표, 다른 `seed`이면 다른 화살표가 나와야 합니다.
#
# 채점은 정규 분포에서 뽑은 점 1,000개를 40걸음 옮겨서 합니다. **75% 넘게** 고리(반지름 1.7에서 2.3) 위에 도착하고, 고리를 여덟 조각으로 나눈 곳마다 7% 넘게 도착하고, 훈련 데이터를 그대로 내놓지 않아야 합니다.

# %% [markdown] id="arrows-task" lang="en"
# ## 3. Train the arrows (7 points)
#
# Take data `goals` of shape `(n, 2)`, train a network, and return a function `arrows(place, t)`: `place` is `(m, 2)`, `t` one number, and the result is arrows `(m, 2)`. The same `seed` must give the same arrows, and another `seed` other ones.
#
# Grading carries 1,000 points of a normal distribution for 40 steps. **More than 75%** must arrive on the ring (radius 1.7 to 2.3), more than 7% in each eighth of it, and they must not be the training data themselves.

# %% id="arrows" nbgrader={"grade": false, "grade_id": "arrows", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_arrows(goals, seed):
    """화살표를 내는 함수 | A function that gives arrows"""
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    goals = np.tile(goals, (8, 1))
    noise = rng.standard_normal(goals.shape)
    t = rng.random((len(goals), 1))
    place, arrow = make_pairs(noise, goals, t)
    model = keras.Sequential([
        keras.Input((3,)),
        layers.Dense(96, activation="silu"),
        layers.Dense(96, activation="silu"),
        layers.Dense(2),
    ])
    inputs = np.hstack([place, t])
    train(model, inputs, arrow, 4, loss="mse", batch_size=128, learning_rate=0.01)

    def arrows(place, t):
        time = np.full((len(place), 1), t)
        return model(np.hstack([place, time])).numpy()

    return arrows
    ### END SOLUTION

# %% id="arrows-test" nbgrader={"grade": true, "grade_id": "arrows-test", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
from builtins import float, int

import numpy as np


### BEGIN HIDDEN TESTS
def make_pairs(noise, goals, t):
    return (1 - t) * noise + t * goals, goals - noise


assert not np.allclose(0, 1)
ring.flags.writeable = False
### END HIDDEN TESTS
def walk(arrows, place):
    for t in np.arange(40) / 40:
        arrow = np.asarray(arrows(place.astype("float32"), t), dtype=float)
        assert arrow.shape == place.shape, say(
            f"화살표의 모양이 {arrow.shape}입니다.", f"Arrows of shape {arrow.shape}.")
        place = place + arrow / 40
    return place


arrows = train_arrows(ring, 0)
arrived = walk(arrows, np.random.default_rng(7).standard_normal((1000, 2)))
radius = np.hypot(*arrived.T)
share = np.mean((radius > 1.7) & (radius < 2.3))
assert share > 0.75, say(f"고리에 {share:.0%}만 도착했습니다.",
                         f"Only {share:.0%} arrive on the ring.")
### BEGIN HIDDEN TESTS
eighth = np.floor(np.arctan2(*arrived.T) / np.pi * 4).astype(int) % 8
assert np.bincount(eighth, minlength=8).min() > 70, say(
    "고리의 한쪽이 비어 있습니다.", "Part of the ring is empty.")
gaps = np.linalg.norm(arrived[:200, None] - ring[None], axis=2).min(axis=1)
assert gaps.max() > 1e-3, say("훈련 데이터입니다.", "These are the training data.")
start = np.random.default_rng(8).standard_normal((5, 2)).astype("float32")
three = [train_arrows(ring[:256], seed)(start, 0.5) for seed in (1, 1, 2)]
first, same, other = [np.asarray(arrow, dtype=float) for arrow in three]
assert np.allclose(first, same, atol=1e-4), say(
    "같은 seed인데 화살표가 다릅니다.", "The same seed gives other arrows.")
assert not np.allclose(first, other, atol=1e-4), say(
    "seed를 쓰지 않았습니다.", "The seed is not used.")
small = walk(train_arrows(ring / 2, 3), np.random.default_rng(9).normal(size=(300, 2)))
assert 0.85 < np.median(np.hypot(*small.T)) < 1.15, say(
    "다른 데이터에서는 배우지 못합니다.", "Given other data, it does not learn them.")
### END HIDDEN TESTS

# %% id="look" nbgrader={"grade": false, "grade_id": "look", "locked": true, "schema_version": 3, "solution": false, "task": false}
def told_nothing(place, t, told):
    return arrows(place.astype("float32"), t)


rng = np.random.default_rng(0)
noise, nothing = rng.standard_normal((1000, 2)), np.zeros((1000, 0))
fig, axes = plt.subplots(1, 3, figsize=(9, 3.2), sharey=True)
for ax, steps in zip(axes, (1, 4, 40)):
    points = follow(told_nothing, noise, nothing, 1.0, steps)
    ax.scatter(*points.T, s=4)
    ax.set(title=f"steps = {steps}", aspect="equal")
plt.show()

# %% [markdown] id="written-task" lang="ko"
# ## 4. 글로 답하기 (4점)
#
# 위의 마지막 셀은 같은 노이즈를 1, 4, 40걸음으로 옮긴 결과입니다. 한 걸음으로 가면 왜 고리가 아니라 가운데에 모일까요? 이 생성기가 훈련 점을 베끼지 않았다는 것은 어떻게 보일 수 있을까요? 대여섯 문장으로 쓰세요.
#
# 채점 기준: 처음의 화살표가 데이터의 평균을 향한다는 것을 설명함 (1점) · 걸음 수에 따른 세 그림의 차이를 읽음 (1점) · 가장 가까운 훈련 점까지의 거리를 새 데이터의 거리와 비교하자고 씀 (1점) · 비교할 더 간단한 생성 방법을 하나 듦 (1점)

# %% [markdown] id="written-task" lang="en"
# ## 4. In words (4 points)
#
# The last cell above carries the same noise in 1, 4 and 40 steps. Why do the points gather in the middle, and not on the ring, when they go in one step? And how could you show that this generator does not copy its training points? Write five or six sentences.
#
# Marking: explains that the first arrows point to the mean of the data (1 point) · reads what differs in the three panels (1 point) · proposes to compare distances to the nearest training point with those of new data (1 point) · names a simpler generator to compare with (1 point)

# %% [markdown] id="in-words" lang="ko" nbgrader={"grade": true, "grade_id": "in-words", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# 출발할 때는 어느 점이 고리의 어디로 갈지 정해지지 않았으므로, 신경망이 배운 화살표는 가능한 짝들의 평균, 즉 데이터의 평균인 고리의 가운데를 향합니다. 그래서 한 걸음에 가면 모두 가운데에 모입니다. 네 걸음이면 고리 모양이 나타나지만 두껍고, 40걸음이면 얇은 고리가 됩니다. 걸어가면서 방향을 고칠 수 있기 때문입니다. 베꼈는지 보려면 도착점에서 가장 가까운 훈련 점까지의 거리를, 새로 뽑은 고리의 점에서 잰 거리와 비교합니다. 훈련 점에 작은 노이즈를 더하는 방법이나 가우스 혼합도 같은 점수로 비교해야 합니다.

# %% [markdown] id="in-words" lang="en"
# At the start it is open which point will go where, so the arrow that the network has learned is the mean over all possible pairs, and points to the mean of the data, the middle of the ring. In one step everything lands there. With four steps a ring appears, but a thick one; with 40 it is thin, because the walk can correct its direction on the way. To see whether it copies, I compare the distance from each arrival to the nearest training point with that of freshly drawn points of the ring. Training points with a little noise added, or a mixture of Gaussians, should be compared by the same scores.
