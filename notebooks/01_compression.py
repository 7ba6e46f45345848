# ---
# jupyter:
#   course: {minutes: 42}
# ---

# %% [markdown] id="title" lang="ko"
# # 01 · 압축: 무엇을 버려도 될까
#
# **사진 한 장에서 정보를 조금씩 버리면서, 무엇이 남아 있어야 그 사진을 알아볼 수 있는지 살펴봅니다. 끝에서는 값 2개로 적은 첫 잠재 벡터(latent vector)를 만납니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 어떤 데이터가 줄어들고 어떤 데이터가 줄어들지 않는지 **예상합니다**.
# - 압축 방법들을 비트율–왜곡 그래프에서 **비교하고**, JPEG가 앞서는 이유를 **측정합니다**.
# - PCA로 그림을 값 몇 개로 줄이고(인코딩) 다시 그림으로 되돌리는(디코딩) 함수를 직접 **만듭니다**.
#
# {minutes}분 · [00 · 시작하기](00_start.ipynb)의 행렬 곱, 평균 제곱 오차, 로그를 씁니다.
#
# {links}

# %% [markdown] id="title" lang="en"
# # 01 · Compression: what may be thrown away
#
# **We throw away a photograph's information bit by bit, and watch what has to stay for it to be recognized. At the end we meet our first latent vector, a picture written as two values.**
#
# After this lesson you can
#
# - **predict** which data will shrink and which will not;
# - **compare** compressors on a rate–distortion plot, and **measure** why JPEG is ahead;
# - **build** the two functions that turn a picture into a few values (encode) and back into a picture (decode), with PCA.
#
# {minutes} minutes · Builds on [00 · Before you start](00_start.ipynb): matrix products, mean squared error, logarithms
#
# {links}

# %% id="seed" tags=["parameters"]
seed = 0

# %% id="setup" tags=["hide-input"]
import io
import zlib

from helpers import check, check_choice, say, show_images, show_table, use_course_style
from ipywidgets import interact
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
from scipy.fft import dctn, idctn
from sklearn.datasets import load_digits, load_sample_image
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

use_course_style()

# %% [markdown] id="numbers" lang="ko"
# ## 1. 어느 쪽이 원본일까요
#
# 컴퓨터에서 흑백 사진은 값을 가로세로로 늘어놓은 표입니다. 칸 하나가 픽셀이고 0은 검정, 255는 흰색입니다. scikit-learn에 들어 있는 사진 두 장을 흑백으로 바꾸고 절반 크기로 줄여서 씁니다.

# %% [markdown] id="numbers" lang="en"
# ## 1. Which one is the original?
#
# In a computer, a black-and-white photograph is a table of values. Each entry is a pixel; 0 is black, 255 is white. We take the two photographs that come with scikit-learn, make them gray, and halve their width and height.

# %% id="photos" tags=["nbval-check-output"]
def load_photo(name):
    picture = Image.fromarray(load_sample_image(name)).convert("L")  # 흑백 | gray
    return np.asarray(picture.reduce(2))[:208]  # 높이는 8의 배수 | 8 divides it

photo, flower = load_photo("china.jpg"), load_photo("flower.jpg")
print(photo.shape, photo.nbytes)

# %% [markdown] id="size" lang="ko"
# 픽셀 하나에 1바이트, 즉 8비트를 써서 모두 66,560바이트입니다. 크기는 앞으로 **픽셀당 비트**로 잽니다. 이번에는 같은 사진을 JPEG 파일로 저장했다가 다시 읽어 봅니다. 품질(quality)은 50입니다.

# %% [markdown] id="size" lang="en"
# One byte a pixel, which is 8 bits, makes 66,560 bytes. From now on we measure size in **bits per pixel**. Next we save the photograph as a JPEG file and read it back. Its quality setting is 50.

# %% id="jpeg"
def bits_per_pixel(size_in_bytes):
    return 8 * size_in_bytes / photo.size

def jpeg(photo, quality):
    """픽셀당 비트와, 파일을 다시 읽은 그림 | Bits per pixel, and the picture read back"""
    file = io.BytesIO()  # 메모리 속의 파일 | a file in memory
    Image.fromarray(photo).save(file, format="JPEG", quality=quality)
    return bits_per_pixel(file.tell()), np.asarray(Image.open(file))

# %% [markdown] id="which" lang="ko"
# **예상하고 실행하기.** 아래 A와 B 가운데 하나는 원본이고, 다른 하나는 그 JPEG입니다. 어느 쪽이 원본일까요? 파일의 크기는 몇 분의 1이 되었을까요?

# %% [markdown] id="which" lang="en"
# **Predict, then run.** One of A and B below is the original, the other its JPEG. Which is which? And to what fraction did the file shrink?

# %% id="hook" alt={"ko": "중국식 누각 사진 두 장 A, B. 눈으로 구별하기 어렵다.", "en": "Two photographs of a Chinese pavilion, A and B, that the eye can hardly tell apart."}
hook_bits, small = jpeg(photo, 50)
show_images([np.array([small, photo]) / 255], titles=["A", "B"])

# %% id="hook-answer" tags=["predict", "nbval-ignore-output"]
share = hook_bits / 8
print(say(f"A가 JPEG입니다. 픽셀당 {hook_bits:.2f}비트, 원본의 {share:.0%}입니다.",
          f"A is the JPEG: {hook_bits:.2f} bits per pixel, {share:.0%} of the original."))

# %% [markdown] id="lossless" lang="ko"
# 파일이 8분의 1쯤으로 줄었는데도 눈은 거의 알아채지 못합니다. 무엇을 버린 것일까요? 하나도 버리지 않는 방법부터 봅시다.
#
# ## 2. 하나도 버리지 않고 줄이기
#
# zlib은 ZIP 파일과 PNG 이미지에 쓰이는 압축 방식(DEFLATE)을 구현한 라이브러리입니다. 되풀이되는 부분을 찾아 짧게 적고, 자주 나오는 값에는 더 적은 비트를 씁니다. 풀면 한 바이트도 다르지 않은 원본이 됩니다. 이런 압축을 **무손실 압축**(lossless compression)이라고 합니다.
#
# **예상하고 실행하기.** 크기가 같은 그림이 네 장 있습니다. zlib으로 압축하면 어느 것이 가장 작아지고 어느 것이 전혀 줄지 않을까요? 순서를 먼저 적어 보세요.
#
# 1. 누각 사진
# 2. 한 가지 회색으로 칠한 그림
# 3. 사진의 픽셀을 마구 뒤섞은 그림
# 4. 픽셀마다 무작위로 값을 뽑은 그림, 즉 노이즈(noise)

# %% [markdown] id="lossless" lang="en"
# The file is down to about an eighth, and the eye hardly notices. What was it that went? Let us begin with a method that throws nothing away.
#
# ## 2. Shrinking without loss
#
# zlib is the library behind ZIP files and PNG pictures. It finds what repeats and writes it briefly, and it spends fewer bits on values that are frequent. Unpacked, every byte is back. This is **lossless compression**.
#
# **Predict, then run.** Here are four pictures of equal size. Which will zlib make smallest? Which will it not shrink at all? Write down your order first.
#
# 1. the pavilion
# 2. one even gray
# 3. the photograph's pixels, shuffled
# 4. noise: a random value at every pixel

# %% id="four"
rng = np.random.default_rng(seed)  # 무작위 수를 만드는 도구 | makes random numbers
flat = np.full_like(photo, 128)
shuffled = rng.permutation(photo.ravel()).reshape(photo.shape)
noise = rng.integers(0, 256, photo.shape, dtype=np.uint8)

# %% id="zlib" tags=["predict"]
def packed(values):
    """무손실로 줄인 크기, 픽셀당 비트 | Size without loss, in bits per pixel"""
    return bits_per_pixel(len(zlib.compress(values.tobytes(), level=9)))

names = say(["누각 사진", "한 가지 회색", "뒤섞은 사진", "노이즈"],
            ["pavilion", "one gray", "shuffled", "noise"])
zlib_bits = [packed(picture) for picture in (photo, flat, shuffled, noise)]
columns = say(["그림", "픽셀당 비트"], ["picture", "bits per pixel"])
show_table(list(zip(names, zlib_bits)), columns, digits=2)

# %% [markdown] id="zlib-seen" lang="ko"
# 회색 그림은 거의 0이 되고 노이즈는 조금도 줄지 않습니다. 노이즈에는 특별히 자주 나오는 값도, 되풀이되는 순서도 없어서 짧게 적을 방법이 없습니다.
#
# 뒤섞은 사진은 픽셀의 값이 사진과 똑같은데도 거의 줄지 않습니다. zlib이 이용한 것은 대부분 **픽셀이 놓인 순서**였다는 뜻입니다. 값마다 나오는 횟수가 다르다는 점은 거의 도움이 되지 않았습니다.
#
# ### 연습 1. 무엇이 줄어들까
#
# 위의 `noise`로 그림 네 장을 만듭니다. zlib으로 가장 작아지는 것은? 실행하기 전에 픽셀마다 몇 비트가 꼭 필요한지 세어 보세요.
#
# - **a.** 위아래를 뒤집은 노이즈
# - **b.** 값을 절반으로 나누고 버림한 노이즈
# - **c.** 128보다 작으면 0, 아니면 255로 바꾼 노이즈
# - **d.** 맨 위 4분의 1을 네 번 이어 붙인 노이즈

# %% [markdown] id="zlib-seen" lang="en"
# The even gray shrinks to almost nothing, and the noise not at all: no value in it is frequent and no order repeats, so there is nothing to write briefly.
#
# The shuffled photograph has exactly the same values, and yet it hardly shrinks. What zlib used, then, was mostly the **order** of the pixels. That some values are frequent matters little.
#
# ### Exercise 1. What will shrink?
#
# Four pictures are made from `noise` above. Which does zlib make smallest? Before you run anything, count how many bits each pixel really needs.
#
# - **a.** the noise upside down
# - **b.** the noise with each value halved and rounded down
# - **c.** the noise with 0 for values below 128, and 255 for the rest
# - **d.** the top quarter of the noise, four times one below the other

# %% id="exercise-1"
a, b, c, d = "abcd"
smallest = ...  # a, b, c, d 가운데 하나 | one of a, b, c, d

# %% id="exercise-1-check" tags=["check"]
check_choice("exercise-1", smallest, "ac18f871", say({
    "a": "뒤집어도 노이즈입니다. 픽셀마다 여전히 8비트가 필요합니다.",
    "b": "값이 128가지이니 픽셀마다 7비트가 듭니다. 더 줄일 수 있는 그림이 있습니다.",
    "c": "값이 두 가지뿐이라 픽셀마다 1비트쯤이면 됩니다.",
    "d": "4분의 1만 적으니 8 / 4 = 2비트입니다. 더 줄일 수 있는 그림이 있습니다.",
}, {
    "a": "Upside down it is still noise, and every pixel still needs 8 bits.",
    "b": "128 values are left: 7 bits a pixel. Another picture needs fewer.",
    "c": "Only two values are left, so about one bit per pixel will do.",
    "d": "Only a quarter must be written: 8 / 4 = 2 bits. Another needs fewer.",
}))

# %% id="exercise-1-solution" tags=["solution"]
smallest = c
print(packed(np.where(noise < 128, 0, 255).astype(np.uint8)))

# %% [markdown] id="lossy" lang="ko"
# ## 3. 조금 버리고 줄이기
#
# 더 줄이려면 버려야 합니다. 이것이 **손실 압축**(lossy compression)이고, 사진에 널리 쓰는 JPEG가 대표적입니다. 되돌린 그림을 **복원**(reconstruction), 원본과 다른 정도를 **복원 오차**(reconstruction error)라고 합니다. 00강의 **손실 함수**(loss)와는 다른 말입니다. 손실 압축의 손실(lossy)은 정보를 잃었다는 뜻이고, 손실 함수의 손실은 학습으로 줄이려는 오차입니다.
#
# 사진의 복원 오차는 평균 제곱 오차(MSE)를 데시벨(dB)로 바꾼 **PSNR**(peak signal-to-noise ratio)로 많이 씁니다.
#
# $$\mathrm{PSNR} = 10\,\log_{10}\frac{255^2}{\mathrm{MSE}}$$
#
# 255는 픽셀의 가장 큰 값입니다. PSNR이 클수록 원본에 가깝습니다. MSE가 10분의 1이 되면 10 dB, 절반이 되면 3 dB쯤 올라갑니다.

# %% [markdown] id="lossy" lang="en"
# ## 3. Shrinking with a little loss
#
# To shrink further, something has to go. That is **lossy compression**, and JPEG is the usual one for photographs. The picture you get back is a **reconstruction**, and how far it is from the original is the **reconstruction error**. Lesson 00's **loss** is another word: a *lossy* file has lost information; a *loss* is the error that training makes smaller.
#
# For photographs, the mean squared error (MSE) is usually turned into decibels (dB), as **PSNR**, the peak signal-to-noise ratio.
#
# $$\mathrm{PSNR} = 10\,\log_{10}\frac{255^2}{\mathrm{MSE}}$$
#
# Here 255 is the largest value of a pixel. More is better. Each time the MSE falls to a tenth, PSNR rises by 10 dB; when it halves, by about 3 dB.

# %% id="psnr"
def psnr(photo, picture):
    error = np.mean((photo - picture.astype(float)) ** 2)
    return 10 * np.log10(255**2 / error)

def curve(code, photo, settings, **options):
    """설정마다 픽셀당 비트와 PSNR | Bits per pixel and PSNR, for each setting"""
    points = []
    for setting in settings:
        bits, picture = code(photo, setting, **options)
        points.append((bits, psnr(photo, picture)))
    return np.transpose(points)

# %% id="jpeg-roof" alt={"ko": "지붕 부분을 확대한 사진 4장: 원본, 품질 50, 10, 2. 품질 10에서 가는 무늬가 사라지고 2에서는 네모난 조각으로 뭉개진다.", "en": "Four close-ups of the roof: the original and JPEG at quality 50, 10 and 2. At 10 fine detail is gone, at 2 only square blocks are left."}
pictures, titles = [photo], [say("원본", "original")]
for quality in (50, 10, 2):
    bits, picture = jpeg(photo, quality)
    pictures.append(picture)
    titles.append(f"{quality}: {psnr(photo, picture):.1f} dB")
show_images([np.array(pictures)[:, 90:170, 110:230] / 255], titles=titles)

# %% [markdown] id="jpeg-seen" lang="ko"
# 지붕을 확대했습니다. 왼쪽부터 차례로 원본, 품질 50, 10, 2의 JPEG이고, PSNR은 사진 전체에서 잰 값입니다. 가는 무늬가 먼저 사라지고, 품질 10부터 가로세로 8픽셀의 네모난 조각이 드러나 2에서는 조각만 남습니다. 이 네모는 5절에서 다시 만납니다.
#
# ## 4. 무늬를 더해서 그리기: SVD
#
# 이번에는 압축기를 직접 만듭니다. 세로줄 하나의 값과 가로줄 하나의 값을 **모든 짝끼리** 곱하면 무늬 한 장이 됩니다(`np.outer`, 외적. 물리에서 ‘외적’이라고도 하는 벡터곱과는 다릅니다). 5 × 7 = 35픽셀을 5 + 7 = 12개의 값으로 적은 셈입니다.

# %% [markdown] id="jpeg-seen" lang="en"
# A close-up of the roof: the original, then JPEG at quality 50, 10 and 2, with the PSNR of the whole photograph. Fine detail goes first. From quality 10 on square blocks show, 8 pixels wide, and at 2 nothing else is left; section 5 comes back to them.
#
# ## 4. Drawing by adding patterns: SVD
#
# Now we build a compressor ourselves. Multiply **every** value of a column by **every** value of a row, and you have a pattern (`np.outer`, the outer product): 5 × 7 = 35 pixels, written with 5 + 7 = 12 values.

# %% id="outer" alt={"ko": "작은 그림 3장: 가로줄 무늬와 세로줄 무늬가 곱해진 무늬 두 장과, 그 둘을 더한 그림.", "en": "Three small pictures: two patterns, each a column times a row, and their sum."}
first = np.outer([0, 1, 2, 1, 0], [1, 1, 0, 0, 0, 1, 1])
second = np.outer([1, 0, 0, 0, 1], [0, 0, 1, 2, 1, 0, 0])
titles = say(["첫째 무늬", "둘째 무늬", "합"], ["first", "second", "sum"])
show_images([np.array([first, second, first + second]) / 2], titles=titles)

# %% [markdown] id="svd" lang="ko"
# 이런 무늬를 여러 장 더하면 어떤 그림이든 그릴 수 있습니다. **특잇값 분해**(singular value decomposition, SVD)는 사진을 이런 무늬들의 합으로 나누되, **오차를 가장 많이 줄여 주는 무늬부터** 차례로 줍니다. 앞의 k장만 남긴 그림을 랭크(rank) k라고 합니다.
#
# `np.linalg.svd`는 세로줄 `U`, 세기 `s`, 가로줄 `Vt`를 줍니다. 세기의 제곱근을 세로줄과 가로줄에 각각 곱해 둡니다. 그러면 두 줄의 값이 비슷한 크기가 되어, 5절에서 같은 간격으로 반올림할 수 있습니다. 평균 밝기는 미리 빼 두었다가 끝에 더합니다.

# %% [markdown] id="svd" lang="en"
# Add up enough such patterns and you can draw any picture. The **singular value decomposition** (SVD) splits a photograph into them, and hands them over in order: **the one that takes away most of the error comes first**. The sum of the first k is the picture of rank k.
#
# `np.linalg.svd` gives the columns `U`, the strengths `s` and the rows `Vt`. Each side takes the square root of the strengths, so that we can later round both alike. The mean brightness is taken off first and added at the end.

# %% id="split" tags=["nbval-check-output"]
def split(photo):
    """세로줄들, 가로줄들, 평균 밝기 | Columns, rows, and the mean brightness"""
    average = photo.mean()
    U, s, Vt = np.linalg.svd(photo - average, full_matrices=False)
    return U * np.sqrt(s), Vt.T * np.sqrt(s), average

left, right, average = split(photo)
print(left.shape, right.shape)

# %% id="svd-patterns" alt={"ko": "사진의 SVD 무늬 첫째, 둘째, 셋째와 그 합. 무늬 하나하나는 가로세로로 짜인 체크무늬 같고, 합에는 누각의 자리가 어렴풋이 보인다.", "en": "The photograph's first three SVD patterns and their sum. Each looks like woven plaid; the sum hints at the pavilion."}
patterns = [np.outer(left[:, i], right[:, i]) for i in range(3)]
pictures = np.array([*patterns, sum(patterns)]) + average
show_images([pictures / 255], titles=["1", "2", "3", "1 + 2 + 3"])

# %% [markdown] id="svd-patterns-seen" lang="ko"
# 무늬 하나하나는 천의 체크무늬처럼 보입니다. 셋을 더하면 벌써 어디가 밝고 어두운지가 드러납니다. 행렬 곱을 쓰면 k장을 한 번에 더할 수 있습니다. `@interact`가 만든 막대를 끌어 k를 바꿔 보세요. 그 아래는 k가 1, 5, 20, 80일 때입니다.

# %% [markdown] id="svd-patterns-seen" lang="en"
# Each pattern looks like woven plaid, and three of them already tell where it is bright and where dark. A matrix product adds up k patterns at once. Drag the slider that `@interact` makes to change k; below it stand k = 1, 5, 20 and 80.

# %% id="rank-slider"
def rank(k):
    picture = left[:, :k] @ right[:, :k].T + average
    return np.clip(picture, 0, 255)

@interact(k=(1, 150))
def show_rank(k=10):
    values = k * sum(photo.shape)
    title = say(f"값 {values}개, ", f"{values} values, ") + f"{psnr(photo, rank(k)):.1f} dB"
    show_images([[rank(k) / 255]], titles=[title])

# %% id="rank-pictures" alt={"ko": "랭크 1, 5, 20, 80의 사진. 1은 체크무늬뿐이고, 5에서 누각의 윤곽이, 20에서 지붕이 드러나며, 80은 원본과 비슷하다.", "en": "The photograph at rank 1, 5, 20 and 80: from mere plaid, over an outline and roofs, to nearly the original."}
pictures = np.array([rank(k) for k in (1, 5, 20, 80)]) / 255
show_images([pictures], titles=["k = 1", "k = 5", "k = 20", "k = 80"])

# %% [markdown] id="contest" lang="ko"
# ## 5. JPEG와 겨루기
#
# 같은 비트를 쓰게 하고 비교해야 공정합니다. 세로줄과 가로줄의 값을 정해진 간격으로 **반올림**하고, 반올림한 단계 번호를 zlib으로 줄입니다. 이런 반올림을 **양자화**(quantization)라고 합니다. PSNR은 반올림한 **뒤의** 그림으로 잽니다. 다음 두 코드 셀은 읽지 않고 넘어가도 됩니다.
#
# **예상하고 실행하기.** 픽셀당 1비트를 쓸 때 SVD와 JPEG 가운데 어느 쪽이 사진에 가까울까요? 몇 dB쯤 차이가 날까요?

# %% [markdown] id="contest" lang="en"
# ## 5. A contest with JPEG
#
# A fair contest counts bits. We **round** the values of the columns and rows to equal steps (this is called quantization), and let zlib shrink the numbers of those steps. PSNR is measured on the picture **after** rounding. You may skip the next two code cells.
#
# **Predict, then run.** At one bit per pixel, which is nearer to the photograph, SVD or JPEG? By how many dB?

# %% id="svd-code"
def svd_code(photo, k, parts, levels=15):
    """픽셀당 비트와 되돌린 그림 | Bits per pixel, and the picture that comes back"""
    left, right, average = parts
    both = np.vstack([left[:, :k], right[:, :k]])
    step = np.abs(both).max() / levels
    rounded = np.round(both / step)
    left, right = np.split(rounded * step, [len(left)])
    picture = np.clip(left @ right.T + average, 0, 255)
    return packed(rounded.T.astype(np.int8)), picture

# %% [markdown] id="one-bit-words" lang="ko"
# 설정을 바꾸어 가며 잰 점(픽셀당 비트, PSNR)을 이으면 곡선이 됩니다. 이 곡선에서 픽셀당 1비트일 때의 PSNR을 읽어 비교합니다. `np.interp`는 점과 점 사이를 직선으로 잇습니다. SVD는 반올림을 촘촘하게 또는 성기게 네 가지로 해 보고 가장 좋은 결과를 씁니다. 사진 한 장의 우연이 아닌지 보려고 둘째 사진에서도 잽니다.

# %% [markdown] id="one-bit-words" lang="en"
# The points we measure (bits per pixel, PSNR), one for each setting, form a curve. We compare the heights of these curves at one bit per pixel; `np.interp` joins the points by straight lines. SVD may use the best of four numbers of rounding steps. Lest one photograph be an accident, we measure on the second, too.

# %% id="flower" alt={"ko": "둘째 사진. 어둡고 흐릿한 배경 앞에 꽃 한 송이가 크고 또렷하게 찍혀 있다.", "en": "The second photograph: one large flower, sharp in front of a dark, blurred background."}
show_images([[flower / 255]])

# %% id="svd-at-one-bit"
def at_one_bit(code, photo, settings, **options):
    bits, closeness = curve(code, photo, settings, **options)
    return np.interp(1, bits, closeness)

ranks = range(10, 80, 10)
svd_one = []
for picture in (photo, flower):
    parts = split(picture)
    tried = []
    for levels in (11, 15, 23, 31):
        options = {"parts": parts, "levels": levels}
        tried.append(at_one_bit(svd_code, picture, ranks, **options))
    svd_one.append(max(tried))

# %% id="svd-loses" tags=["predict", "nbval-ignore-output"]
qualities = [2, 5, 10, 20, 50, 75, 90]
jpeg_one = []
for picture in (photo, flower):
    jpeg_one.append(at_one_bit(jpeg, picture, qualities))
columns = say(["픽셀당 1비트일 때 PSNR(dB)", "누각", "꽃"], ["dB at 1 bit", "pavilion", "flower"])
show_table([["SVD", *svd_one], ["JPEG", *jpeg_one]], columns, digits=1)

# %% [markdown] id="cosine" lang="ko"
# **우리가 만든 압축기가 두 사진에서 모두 졌습니다.** 이유로 짐작되는 것이 두 가지 있습니다.
#
# 1. SVD는 무늬를 사진마다 새로 적어 보내야 합니다. JPEG는 누구나 아는 **코사인 물결**을 쓰므로 무늬를 보내지 않습니다.
# 2. JPEG는 사진을 8 × 8픽셀의 조각으로 나누어 따로 일합니다. 사진은 가까운 곳끼리 닮았지, 한 줄 전체가 닮지는 않았습니다.
#
# 짐작이 맞는지는 재어 보면 압니다. 아래 열 줄 남짓한 함수는 조각을 코사인 물결로 나타내고(`dctn`, 이산 코사인 변환), 똑같이 반올림하고, 똑같이 zlib으로 줄입니다. 조각의 크기는 마음대로 정할 수 있습니다.

# %% [markdown] id="cosine" lang="en"
# **Our compressor has lost, on both photographs.** There are two suspects:
#
# 1. SVD has to send new patterns with every photograph. JPEG uses **cosine waves**, which everybody knows already, so no patterns are sent.
# 2. JPEG works on each block of 8 × 8 pixels by itself. Near pixels are alike; a whole row is not.
#
# Suspicions can be measured. The ten lines or so below turn blocks into cosine waves (`dctn`, the discrete cosine transform), then round and pack as before. The size of a block is ours to choose.

# %% id="cosine-code"
def cosine_code(photo, step, height=8, width=8):
    """픽셀당 비트와 되돌린 그림 | Bits per pixel, and the picture that comes back"""
    blocks = photo.reshape(208 // height, height, 320 // width, width)
    waves = dctn(blocks - 128.0, axes=(1, 3), norm="ortho")
    rounded = np.round(waves / step)
    rebuilt = idctn(rounded * step, axes=(1, 3), norm="ortho") + 128
    # 같은 물결끼리 이웃하게 놓으면 zlib이 잘 줄입니다 | equal waves side by side pack well
    in_order = rounded.transpose(1, 3, 0, 2)
    kind = np.int8 if np.abs(rounded).max() < 128 else np.int16
    picture = np.clip(rebuilt.reshape(photo.shape), 0, 255)
    return packed(in_order.astype(kind)), picture

# %% id="cosine-waves" tags=["hide-input"] alt={"ko": "8 × 8 조각의 코사인 물결 8장: 고른 회색에서 시작해 가로, 세로, 비스듬한 물결이 점점 촘촘해진다.", "en": "Eight of the cosine waves of an 8 × 8 block: from even gray to finer and finer ripples across, down and both ways."}
waves = []
places = [(0, 0), (0, 1), (1, 0), (1, 1), (0, 3), (3, 0), (2, 3), (7, 7)]
for row, column in places:
    one = np.zeros((8, 8))
    one[row, column] = 2
    waves.append(idctn(one, norm="ortho") + 0.5)
show_images([np.array(waves)])

# %% [markdown] id="cosine-waves-seen" lang="ko"
# 8 × 8 조각에 쓰는 물결 64장 가운데 8장입니다. 조각 하나는 이 64장을 얼마씩 섞을지로 적힙니다.
#
# **예상하고 실행하기.** 조각을 나누지 않고 사진 전체에 물결을 쓰면 SVD를 이길까요? 8 × 8로 나누면 어떨까요?

# %% [markdown] id="cosine-waves-seen" lang="en"
# Eight of the 64 waves of an 8 × 8 block. A block is written as how much of each to mix in.
#
# **Predict, then run.** With waves as large as the whole photograph, and no blocks, will we beat SVD? And with 8 × 8 blocks?

# %% id="one-bit-table" tags=["predict", "nbval-ignore-output"]
steps = [140, 100, 70, 50, 40, 30, 20, 15]
whole, blocks = [], []
for picture in (photo, flower):
    size = {"height": 208, "width": 320}
    whole.append(at_one_bit(cosine_code, picture, steps, **size))
    blocks.append(at_one_bit(cosine_code, picture, steps))
names = say(["SVD", "코사인, 사진 전체", "코사인, 8 × 8", "JPEG"],
            ["SVD", "cosines, whole photo", "cosines, 8 × 8", "JPEG"])
scores = [svd_one, whole, blocks, jpeg_one]
rows = [[name, *score] for name, score in zip(names, scores)]
show_table(rows, columns, digits=1)

# %% [markdown] id="why" lang="ko"
# 첫째 이유만으로는 설명이 모자랍니다. **무늬를 보내지 않아도** 사진 전체에 걸친 물결은 SVD보다 낫지 않습니다. 여기에 둘째 이유를 더해 **작은 조각으로 나누자** 두 사진 모두에서 SVD를 크게 앞지르고 JPEG에 거의 따라붙습니다. (JPEG는 물결마다 반올림 간격을 달리하고 zlib과 다른 방법으로 적습니다.)
#
# 비트와 오차의 관계를 그린 것을 **비트율–왜곡**(rate–distortion) 그래프라고 합니다. 왼쪽 위에 있을수록 좋습니다. (표의 SVD는 여러 단계 수 가운데 가장 좋은 것이고, 그래프에는 하나만 그려서 조금 낮을 수 있습니다.)

# %% [markdown] id="why" lang="en"
# The first suspect alone did not do it. **Without patterns to send**, waves across the whole photograph still do no better than SVD. Add the second, **small blocks**, and we leave SVD far behind on both photographs and nearly catch up with JPEG. (JPEG rounds each wave with a step of its own, and packs in another way than zlib.)
#
# A plot of error against bits is called **rate–distortion**. Up and to the left is better. (The table has the best of several step counts for SVD; the plot draws one of them, so it can lie a little lower.)

# %% id="rate-distortion" tags=["hide-input"] alt={"ko": "사진마다 하나씩인 그래프 두 개. 가로축은 픽셀당 비트, 세로축은 PSNR. JPEG가 가장 위에, 8 × 8 코사인이 바로 아래에, SVD가 훨씬 아래에 있다.", "en": "Two plots, one a photograph, of PSNR against bits per pixel: JPEG on top, 8 × 8 cosines just below, SVD far below."}
fig, axes = plt.subplots(1, 2, figsize=(8, 3.5))
for ax, picture, title in zip(axes, (photo, flower), columns[1:]):
    ax.plot(*curve(jpeg, picture, qualities), label="JPEG")
    ax.plot(*curve(cosine_code, picture, steps), label=names[2])
    svd_curve = curve(svd_code, picture, ranks, parts=split(picture))
    ax.plot(*svd_curve, label="SVD")
    ax.set(title=title, xlim=(0, 1.6), xlabel=say("픽셀당 비트", "bits per pixel"))
axes[0].set_ylabel("PSNR (dB)")
axes[1].legend()
plt.show()

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 가장 좋은 조각 찾기
#
# 8 × 8이 정말 가장 좋을까요? 꽃 사진에서 정사각형 조각의 한 변을 2, 4, 8, 16으로 바꿔 가며 1비트에서 PSNR이 가장 높은 것을 찾으세요. `at_one_bit`와 `cosine_code`, 위의 `steps`를 씁니다.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Find the best block
#
# Is 8 × 8 really best? On the flower, try square blocks with sides of 2, 4, 8 and 16, and find the one with the highest PSNR at one bit. Use `at_one_bit`, `cosine_code` and `steps` from above.

# %% id="exercise-2"
best_side = ...  # 찾는 코드를 써도 좋습니다 | a number, or code that finds it

# %% id="exercise-2-check" tags=["check"]
def test_side(side):
    fits = say("이 크기로는 사진이 나누어떨어지지 않습니다.",
               "This size does not divide the photograph.")
    assert 208 % side == 0 and 320 % side == 0, fits
    reached = {}
    for size in (side, 2, 4, 8, 16):
        options = {"height": size, "width": size}
        reached[size] = at_one_bit(cosine_code, flower, steps, **options)
    more = say(f"한 변이 {side}이면 {reached[side]:.1f} dB, 더 높은 것이 있습니다.",
               f"Side {side} reaches {reached[side]:.1f} dB; another reaches more.")
    assert reached[side] == max(reached.values()), more
    return True

hint = say(
    "at_one_bit(cosine_code, flower, steps, height=2, width=2)부터 비교해 보세요.",
    "Start with at_one_bit(cosine_code, flower, steps, height=2, width=2).")
check(best_side, test_side, hint)

# %% id="exercise-2-solution" tags=["solution"]
for side in [2, 4, 8, 16]:
    print(side, at_one_bit(cosine_code, flower, steps, height=side, width=side))
best_side = 4  # 우리 zlib에서는 그렇습니다 | with our zlib, at least

# %% [markdown] id="digits" lang="ko"
# ## 6. 여러 그림이 무늬를 함께 쓰기: PCA
#
# 방금 사진의 조각 1,040개는 물결 64장을 **함께** 썼습니다. 그 물결은 사람이 미리 정한 것입니다. 그렇다면 그림을 많이 보여 주고 무늬를 **찾게** 하면 어떨까요? scikit-learn에 들어 있는 손글씨 숫자 1,797장을 씁니다. 한 장은 8 × 8, 즉 값 64개이고 0과 1 사이로 맞춥니다.

# %% [markdown] id="digits" lang="en"
# ## 6. Patterns that many pictures share: PCA
#
# The 1,040 blocks of our photograph **shared** 64 waves, which people had chosen beforehand. What if a computer **finds** the patterns, in many pictures? We use scikit-learn's 1,797 handwritten digits. Each has 8 × 8 = 64 values, which we scale to between 0 and 1.

# %% id="digits-load" tags=["nbval-check-output"]
digits, labels = load_digits(return_X_y=True)
digits = digits / 16
X_train, X_test, y_train, y_test = train_test_split(
    digits, labels, test_size=1 / 3, random_state=seed)
print(X_train.shape, X_test.shape)

# %% [markdown] id="pca" lang="ko"
# 무늬를 찾을 때 쓴 그림으로 성적을 매기면 미리 본 문제로 시험을 치는 셈입니다. 그래서 3분의 1을 **테스트 세트**(test set)로 따로 두고, 나머지 **훈련 세트**(training set)에서만 무늬를 찾습니다. 나누는 것은 무작위이고 `random_state`가 그 시드입니다.
#
# 평균 그림을 뺀 뒤 그림을 한 장씩 한 행에 놓은 표에 SVD를 적용한 것이 **주성분 분석**(principal component analysis, PCA)입니다. 4절에서는 세로줄과 가로줄을 곱한 것이 무늬였지만, 여기서는 한 행이 그림 한 장이므로 SVD가 찾은 가로줄 하나가 픽셀 64개짜리 무늬이고, 세로줄은 그림마다 그 무늬를 얼마나 섞을지입니다. 모든 그림이 같은 무늬를 쓰므로, 그림 한 장은 무늬마다 얼마나 섞을지만 적으면 됩니다. 찾은 무늬를 그려 봅시다.

# %% [markdown] id="pca" lang="en"
# To mark a method on the very pictures it learned from would be an exam with the answers on the desk. So a third is kept apart as a **test set**, and patterns are found in the rest, the **training set**. The split is random; `random_state` is its seed.
#
# Take off the mean picture, put one picture into each row of a table and apply SVD to it: that is **principal component analysis**, PCA. A row of this table is a whole picture, so each row that SVD finds is a pattern of 64 pixels, and its column says how much of it every picture gets. Since all pictures share the patterns, one picture is written as how much of each to mix in. Let us draw what it found.

# %% id="pca-patterns" alt={"ko": "PCA가 찾은 8 × 8 무늬 8장. 밝은 곳은 더하고 어두운 곳은 빼는 자리이며, 앞의 것은 굵은 획, 뒤의 것은 잔 획의 모양이다.", "en": "Eight patterns of 8 × 8 pixels that PCA found. Bright places add light, dark places take it away; the first hold broad strokes, later ones finer strokes."}
pca = PCA(16).fit(X_train)
show_images([0.5 + 1.5 * pca.components_[:8]], titles=list("12345678"))

# %% [markdown] id="pca-seen" lang="ko"
# 회색은 0, 밝은 곳은 +, 어두운 곳은 −입니다. 코사인 물결과 달리 손글씨의 획을 닮았습니다. 이제 테스트 세트의 그림 한 장을 평균 그림에서 시작해 무늬를 하나씩 더해 그립니다. 그 아래의 수 8개는 앞의 무늬를 하나씩 얼마나 섞었는지입니다.

# %% [markdown] id="pca-seen" lang="en"
# Gray is 0, bright is +, dark is −. Unlike cosine waves, these look like strokes of handwriting. Now we draw one picture of the test set: we begin with the mean picture and add one pattern after another. The eight numbers below it say how much of each of the first patterns went in.

# %% id="pca-steps" alt={"ko": "그림 7장: 평균 그림에서 시작해 무늬를 1, 2, 4, 8, 16장까지 더하면서 손글씨 숫자가 점점 또렷해지고, 마지막은 원본이다.", "en": "Seven pictures: from the mean picture, adding 1, 2, 4, 8 and 16 patterns, a handwritten digit grows clear; the last is the original."}
three = X_test[y_test == 3][:1]
mixture = pca.transform(three)
pictures = []
for k in (0, 1, 2, 4, 8, 16):
    kept = mixture.copy()
    kept[:, k:] = 0
    pictures.append(pca.inverse_transform(kept)[0])
titles = say(["평균", "1장", "2장", "4장", "8장", "16장", "원본"],
             ["mean", "1", "2", "4", "8", "16", "original"])
show_images([[*pictures, three[0]]], titles=titles)
print(np.round(mixture[0, :8], 1))

# %% [markdown] id="four-bundles-task" lang="ko"
# 무늬를 더할수록 글씨가 또렷해집니다. 1장과 2장이 거의 같은 것은 둘째 무늬를 아주 조금만 섞었기 때문입니다. 그런데 이것이 통하려면 그림에 무엇이 있어야 할까요?
#
# **예상하고 실행하기.** 같은 크기의 그림 묶음 네 가지에 PCA를 적용합니다. k를 늘릴 때 테스트 세트의 오차는 어떻게 떨어질까요? 네 곡선을 종이에 그려 보세요. 겹치는 곡선이 있을까요?

# %% [markdown] id="four-bundles-task" lang="en"
# The more patterns, the clearer the digit. (The second changes little: hardly any of it is mixed in.) But what must there be in pictures for this to work?
#
# **Predict, then run.** PCA gets four sets of pictures of the same size. How will the error on the test set fall as k grows? Sketch the four curves on paper. Will any of them coincide?

# %% id="four-bundles" alt={"ko": "네 줄의 작은 그림. 첫 줄은 손글씨 숫자이고, 그림마다 다르게 뒤섞은 것, 모두 똑같이 뒤섞은 것, 노이즈인 나머지 세 줄은 알아볼 수 없다.", "en": "Four rows of small pictures. The top row shows handwritten digits; those shuffled each in its own way, all alike, and noise cannot be read."}
rng = np.random.default_rng(seed)
each = rng.permuted(digits, axis=1)  # 그림마다 다른 순서 | a new order for each
alike = digits[:, rng.permutation(64)]  # 모두 같은 순서 | one order for all
random = rng.normal(digits.mean(), digits.std(), digits.shape)
bundles = [digits, each, alike, random]
names = say(["손글씨", "그림마다 다르게 뒤섞음", "모두 똑같이 뒤섞음", "노이즈"],
            ["handwriting", "shuffled each differently", "all shuffled alike", "noise"])
show_images([bundle[:8] for bundle in bundles], labels=names)

# %% id="error-left"
sizes = [1, 2, 4, 8, 16, 32, 48, 64]

def error_left(pictures):
    """남은 테스트 오차, 평균 그림은 1 | Test error left; the mean picture's is 1"""
    options = {"test_size": 1 / 3, "random_state": seed}
    train, test = train_test_split(pictures, **options)
    errors = []
    for k in sizes:
        pca = PCA(k).fit(train)
        rebuilt = pca.inverse_transform(pca.transform(test))
        errors.append(np.mean((test - rebuilt) ** 2))
    return np.array(errors) / np.mean((test - train.mean(axis=0)) ** 2)

# %% id="four-curves" tags=["predict"] alt={"ko": "남은 오차를 k에 대해 그린 곡선 네 개. 손글씨와 똑같이 뒤섞은 그림의 곡선이 정확히 겹쳐 빠르게 떨어지고, 다르게 뒤섞은 그림과 노이즈의 곡선이 겹쳐 곧게 떨어진다.", "en": "Four curves of the error left against k. Handwriting and pictures shuffled alike coincide and fall fast; pictures shuffled each differently and noise coincide and fall in a straight line."}
left_over = [error_left(bundle) for bundle in bundles]

fig, ax = plt.subplots(figsize=(7, 4))
for errors, name, width in zip(left_over, names, (7, 7, 2, 2)):
    ax.plot(sizes, errors, label=name, linewidth=width)
ax.set(xlabel=say("k (남긴 값의 수)", "k (values kept)"),
       ylabel=say("남은 오차 (평균 그림 = 1)", "error left (mean picture = 1)"))
ax.legend()
plt.show()

# %% [markdown] id="four-seen" lang="ko"
# 곡선은 넷인데 눈에는 둘만 보입니다.
#
# - **그림마다 다르게 뒤섞은 것은 노이즈와 겹칩니다.** 픽셀의 값은 그대로인데, 픽셀끼리 함께 움직이던 규칙이 깨지자 PCA가 쓸 것이 없어졌습니다. 값을 절반 남기면 오차도 절반쯤만 줄어듭니다.
# - **모두 똑같이 뒤섞은 것은 손글씨와 정확히 겹칩니다.** 사람 눈에는 엉망이지만 규칙은 그대로입니다. PCA는 픽셀의 자리를 모르고, 어느 픽셀끼리 함께 밝아지는지만 봅니다.
#
# 이 강의의 첫 결론입니다. **구조가 있어야 줄어듭니다.** 구조란 값들 사이의 규칙입니다.

# %% [markdown] id="four-seen" lang="en"
# There are four curves, but the eye sees two.
#
# - **Shuffled each differently, the pictures coincide with noise.** The values are the same, but the rules by which pixels went together are broken, and PCA has nothing to use. Keep half the values, and only about half of the error goes.
# - **All shuffled alike, they coincide exactly with the handwriting.** To us they are a mess, but the rules are all there. PCA does not know where a pixel is, only which ones grow bright together.
#
# Here is the first conclusion of this course: **only what has structure can shrink.** Structure means rules that hold among the values.

# %% [markdown] id="first-latent" lang="ko"
# ## 7. 첫 잠재 벡터: 값 64개를 2개로
#
# 끝까지 줄여 봅시다. 그림 한 장에 값을 **2개만** 남깁니다. 이제 용어를 정리할 때입니다.
#
# ![인코더가 8 × 8 그림의 값 64개를 2개로 줄이고 디코더가 그 2개로 그림을 복원하는 모래시계 모양의 그림](../../images/sixty-four-to-two.svg)
#
# - **인코딩**(encode): 그림을 값 몇 개의 짧은 목록으로 바꾸기(`transform`). 그 일을 하는 것이 인코더(encoder)입니다.
# - **잠재 벡터**(latent vector): 그 짧은 목록. 겉으로 드러나지 않은(잠재) 구조를 적은 벡터라는 뜻입니다.
# - **디코딩**(decode): 잠재 벡터를 다시 그림으로 되돌리기(`inverse_transform`). 디코더(decoder)가 합니다.
#
# 잠재 벡터를 ‘고차원’ 벡터라고 소개하는 글이 많습니다. 그러나 입력과 비교하면 **저차원**입니다. 여기에서는 64차원(dimension)의 그림이 2차원의 점이 됩니다. 입력만큼 긴 잠재 벡터를 쓰는 모델도 있지만, 이 강의에서는 늘 입력보다 짧습니다.

# %% [markdown] id="first-latent" lang="en"
# ## 7. The first latent vector: 64 values become 2
#
# Let us go all the way and keep just **two** values of each picture. It is time for some words.
#
# ![An hourglass: the encoder narrows the 64 values of an 8 × 8 picture down to 2, and the decoder rebuilds the picture from them](../../images/sixty-four-to-two.svg)
#
# - **Encode**: turn a picture into a short list of values (`transform`). What does it is the encoder.
# - **Latent vector**: that short list. *Latent* means hidden: it describes structure that does not show on the surface.
# - **Decode**: turn a latent vector back into a picture (`inverse_transform`). The decoder does it.
#
# Latent vectors are often introduced as “high-dimensional”. Next to their input, they are **low-dimensional**: here a picture of 64 dimensions becomes a point in 2. Some models have latent vectors as long as their input; in this course they are always shorter.

# %% id="two-values" tags=["nbval-check-output"]
pca = PCA(2).fit(X_train)
Z_train, Z_test = pca.transform(X_train), pca.transform(X_test)
print(X_test.shape, "→", Z_test.shape)

# %% id="latent-map" tags=["hide-input"] alt={"ko": "테스트 세트의 잠재 벡터를 평면에 찍은 지도. 점마다 정답 숫자가 쓰여 있다. 0, 4, 6 등은 끼리끼리 모이고 가운데에서는 여러 숫자가 섞인다.", "en": "A map of the test set's latent vectors, each marked with its true digit. Digits such as 0, 4 and 6 gather; in the middle, many mix."}
fig, ax = plt.subplots(figsize=(7, 5))
for digit in range(10):
    points = Z_test[y_test == digit]
    style = {"marker": f"${digit}$", "color": plt.cm.tab10(digit)}
    ax.scatter(points[:, 0], points[:, 1], s=40, **style)
ax.set(xlabel=say("첫째 값", "first value"), ylabel=say("둘째 값", "second value"))
plt.show()

# %% [markdown] id="latent-map-seen" lang="ko"
# 점 하나가 테스트 세트의 그림 한 장이고, 쓰인 숫자는 사람이 붙인 레이블(label, 정답)입니다. PCA에는 레이블을 알려 준 적이 없습니다. 그런데도 0, 4, 6 같은 숫자는 끼리끼리 모입니다. 가운데에는 여러 숫자가 뒤섞여 있으니 값 2개로는 모자란 모양입니다. 그래도 **닮은 그림은 가까이 놓이는 편입니다.** 잠재 벡터가 하는 일은 둘입니다. 중요한 것을 남겨 **압축**하고, 닮은 것을 **가까이** 놓습니다.
#
# 얼마나 가까이일까요? 잠재 벡터가 가장 가까운 훈련 그림을 찾아 그 레이블로 답하게 합니다. 이것이 **최근접 이웃**(nearest neighbor) 분류입니다. 비교할 **기준선**(baseline)도 정합니다. 가장 많이 변하는 픽셀 2개, 픽셀을 무작위로 섞은 값 2개, 그리고 64개 모두입니다.

# %% [markdown] id="latent-map-seen" lang="en"
# Each mark is one picture of the test set, and the digit drawn there is its label, given by people. PCA was never told any labels, and yet digits such as 0, 4 and 6 gather. In the middle several digits mix: 2 numbers are too few. Still, **pictures that are alike tend to lie close together.** So they do two things: they **compress**, keeping what matters, and they put what is alike **close together**.
#
# How close? For each test picture, find the training picture with the nearest latent vector and answer with its label: **nearest-neighbor** classification. As **baselines** we take the two pixels that vary most, two random mixtures of the pixels, and all 64.

# %% id="nearest"
def accuracy(Z_train, Z_test):
    nearest = KNeighborsClassifier(1).fit(Z_train, y_train)
    return nearest.score(Z_test, y_test)

two_pixels = np.argsort(X_train.var(axis=0))[-2:]
mixes = [rng.normal(size=(64, 2)) for _ in range(20)]
mix_accuracy = np.mean([accuracy(X_train @ m, X_test @ m) for m in mixes])

# %% id="nearest-table"
pixel_accuracy = accuracy(X_train[:, two_pixels], X_test[:, two_pixels])
pca_accuracy, all_accuracy = accuracy(Z_train, Z_test), accuracy(X_train, X_test)
rows = [
    [say("무작위로 답하기", "guessing"), 0.1],
    [say("무작위로 섞은 값 2개", "2 random mixtures"), mix_accuracy],
    [say("픽셀 2개", "2 pixels"), pixel_accuracy],
    [say("PCA의 값 2개", "2 values of PCA"), pca_accuracy],
    [say("픽셀 64개 모두", "all 64 pixels"), all_accuracy],
]
show_table(rows, say(["무엇으로", "정확도"], ["what is kept", "accuracy"]), digits=2)

# %% [markdown] id="reconstructions" lang="ko"
# PCA로 얻은 값 2개에는 픽셀 2개나 무작위로 섞은 값 2개보다 훨씬 많은 정보가 담겨 있습니다. 64개 모두에는 한참 못 미칩니다. 값의 수를 늘려 가며 복원도 봅시다.

# %% [markdown] id="reconstructions" lang="en"
# Two values of PCA hold far more than two pixels or two random mixtures, and far less than all 64. Let us also see what comes back as we keep more.

# %% id="reconstructions-drawn" alt={"ko": "다섯 줄의 손글씨 숫자. 맨 윗줄은 원본이고, 아래로 값 2, 8, 16, 32개로 복원한 그림이다. 2개는 흐릿하고 32개는 원본과 거의 같다.", "en": "Five rows of handwritten digits: the originals, then reconstructions from 2, 8, 16 and 32 values. Two give a blur; 32 come close to the originals."}
rows, names = [X_test[:8]], [say("원본", "original")]
for k in (2, 8, 16, 32):
    larger = PCA(k).fit(X_train)
    rows.append(larger.inverse_transform(larger.transform(X_test[:8])))
    names.append(str(k))
show_images(rows, labels=names)

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 인코더와 디코더를 직접 만들기
#
# 두 함수를 완성하세요. `pictures`는 한 행이 그림 한 장(n, 64), `mean`은 평균 그림(64,), `patterns`는 한 행이 무늬 하나(k, 64)입니다. `encode`는 평균 그림을 뺀 나머지에 무늬가 얼마나 들어 있는지 잽니다(n, k). `decode`는 그 반대입니다. 00강에서 무늬를 섞고 읽어 낸 것을 떠올려 보세요. 행과 열을 바꾸려면 `.T`를 붙입니다. 무늬끼리의 내적은 0이고 자기 자신과의 내적은 1이므로, 나눌 필요는 없습니다.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. Build the encoder and the decoder
#
# Complete the two functions. `pictures` holds one picture in each row (n, 64), `mean` is the mean picture (64,), `patterns` holds one pattern in each row (k, 64). `encode` measures how much of each pattern is in what is left once the mean picture is taken off (n, k); `decode` goes the other way. Remember how lesson 00 mixed patterns and read them back. Here the patterns' dot products with each other are 0 and with themselves 1, so nothing has to be divided.

# %% id="exercise-3"
def encode(pictures, mean, patterns):
    return ...

def decode(latent_vectors, mean, patterns):
    return ...

# %% id="exercise-3-check" tags=["check"]
def test_encode(encode):
    z = np.asarray(encode(X_test, pca.mean_, pca.components_))
    shape = say(f"모양이 (599, 2)여야 하는데 {z.shape}입니다.",
                f"The shape should be (599, 2); yours is {z.shape}.")
    mean = say("평균 그림을 빼지 않았습니다.", "The mean has not been taken off.")
    assert z.shape == (599, 2), shape
    assert not np.allclose(z, X_test @ pca.components_.T), mean
    return np.allclose(z, Z_test)

def test_decode(decode):
    x = np.asarray(decode(Z_test, pca.mean_, pca.components_))
    shape = say(f"모양이 (599, 64)여야 하는데 {x.shape}입니다.",
                f"The shape should be (599, 64); yours is {x.shape}.")
    mean = say("평균 그림을 더하지 않았습니다.", "The mean has not been added back.")
    assert x.shape == (599, 64), shape
    assert not np.allclose(x, Z_test @ pca.components_), mean
    return np.allclose(x, pca.inverse_transform(Z_test))

print("encode", end=" ")
check(encode, test_encode, say(
    "그림과 무늬의 내적이 값 하나입니다. .T는 행과 열을 바꿉니다.",
    "Picture · pattern is one value. .T swaps rows and columns."))
print("decode", end=" ")
check(decode, test_decode, say("무늬를 섞는 것은 가중치 @ 무늬였습니다.",
                               "Mixing was weights @ patterns."))

# %% id="exercise-3-solution" tags=["solution"]
def encode(pictures, mean, patterns):
    return (pictures - mean) @ patterns.T

def decode(latent_vectors, mean, patterns):
    return latent_vectors @ patterns + mean

# %% [markdown] id="claims" lang="ko"
# ## 8. 확인

# %% [markdown] id="claims" lang="en"
# ## 8. Checking what we said

# %% id="measured" tags=["hide-input"]
eight = sizes.index(8)
measured = {
    "photo_zlib_bits": float(zlib_bits[0]),
    "noise_zlib_bits": float(zlib_bits[3]),
    "jpeg_at_one_bit_psnr": float(jpeg_one[0]),
    "svd_at_one_bit_psnr": float(svd_one[0]),
    "whole_cosine_at_one_bit_psnr": float(whole[0]),
    "cosine_at_one_bit_psnr": float(blocks[0]),
    "flower_jpeg_at_one_bit_psnr": float(jpeg_one[1]),
    "flower_svd_at_one_bit_psnr": float(svd_one[1]),
    "flower_whole_cosine_at_one_bit_psnr": float(whole[1]),
    "flower_cosine_at_one_bit_psnr": float(blocks[1]),
    "digits_error_left_8": float(left_over[0][eight]),
    "shuffled_each_error_left_8": float(left_over[1][eight]),
    "shuffled_alike_error_left_8": float(left_over[2][eight]),
    "noise_error_left_8": float(left_over[3][eight]),
    "two_mixtures_accuracy": float(mix_accuracy),
    "two_pixels_accuracy": float(pixel_accuracy),
    "two_numbers_accuracy": float(pca_accuracy),
    "all_pixels_accuracy": float(all_accuracy),
}

# %% id="what-we-claimed" tags=["hide-input"]
# 이 수업의 주장이 이번 실행에서도 맞는지 검사합니다 | do the claims hold in this run?
svd, far, near, best = map(np.array, (svd_one, whole, blocks, jpeg_one))
scrambled, noisy = left_over[1], left_over[3]
two = pca_accuracy
assert hook_bits < 1.2, say("A는 8분의 1쯤", "A is about an eighth")
assert zlib_bits[2] > 7.5, say("뒤섞으면 거의 줄지 않음", "shuffled, hardly shrinks")
assert zlib_bits[3] >= 8, say("노이즈는 줄지 않음", "noise does not shrink")
assert all(far < svd), say("사진 전체의 물결은 SVD 이하", "whole waves: no better")
assert all(near > svd + 2), say("작은 조각이 크게 앞섬", "small blocks far ahead")
assert all(near > best - 1), say("JPEG에 거의 따라붙음", "JPEG nearly caught")
assert np.allclose(*left_over[::2]), say("똑같이 뒤섞으면 그대로", "alike: no change")
assert np.allclose(scrambled, noisy, atol=0.03), say("다르게는 노이즈", "else noise")
assert two > max(pixel_accuracy, mix_accuracy) + 0.1, say("기준선보다 위", "ahead")
assert two < all_accuracy - 0.3, say("64개보다는 아래", "behind all 64")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 무손실 압축은 되풀이와 순서를 이용합니다. 노이즈에는 둘 다 없습니다.
# - 손실 압축은 비트율–왜곡 그래프에서 비교합니다. 미리 정한 물결에 **작은 조각**을 더하자 SVD를 크게 앞질렀습니다.
# - 여러 그림이 함께 쓰는 무늬는 데이터에서 **찾을** 수 있습니다(PCA). 다만 구조가 있어야 줄어듭니다.
# - 그림을 값 2개로 적은 것이 첫 **잠재 벡터**였습니다. 짧고, 닮은 그림끼리 가깝습니다.
#
# **오늘날에는.** 무늬를 사람이 정하는 대신 신경망이 찾게 하는 압축이 JPEG의 뒤를 잇고 있습니다. 다음 수업의 오토인코더가 그 출발점입니다(Ballé 외, 2017).
#
# {next}
#
# ### 참고 문헌
#
# - Claude E. Shannon, *A Mathematical Theory of Communication*, 1948. [doi.org/10.1002/j.1538-7305.1948.tb01338.x](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)
# - Gregory K. Wallace, *The JPEG Still Picture Compression Standard*, 1991. [doi.org/10.1145/103085.103089](https://doi.org/10.1145/103085.103089)
# - Ian T. Jolliffe, Jorge Cadima, *Principal component analysis: a review and recent developments*, 2016. [doi.org/10.1098/rsta.2015.0202](https://doi.org/10.1098/rsta.2015.0202)
# - Johannes Ballé, Valero Laparra, Eero P. Simoncelli, *End-to-end Optimized Image Compression*, 2017. [arxiv.org/abs/1611.01704](https://arxiv.org/abs/1611.01704)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - Lossless compression lives on repetition and order. Noise has neither.
# - Lossy compressors are compared on a rate–distortion plot. Fixed waves left SVD far behind once they worked on **small blocks**.
# - Patterns that many pictures share can be **found** in data (PCA). But only what has structure can shrink.
# - A picture written as two values was our first **latent vector**: short, and near to those of pictures like it.
#
# **Where this is today.** JPEG's successors let a neural network find the patterns instead of people. The autoencoder of the next lesson is where they start from (Ballé et al., 2017).
#
# {next}
#
# ### References
#
# - Claude E. Shannon, *A Mathematical Theory of Communication*, 1948. [doi.org/10.1002/j.1538-7305.1948.tb01338.x](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)
# - Gregory K. Wallace, *The JPEG Still Picture Compression Standard*, 1991. [doi.org/10.1145/103085.103089](https://doi.org/10.1145/103085.103089)
# - Ian T. Jolliffe, Jorge Cadima, *Principal component analysis: a review and recent developments*, 2016. [doi.org/10.1098/rsta.2015.0202](https://doi.org/10.1098/rsta.2015.0202)
# - Johannes Ballé, Valero Laparra, Eero P. Simoncelli, *End-to-end Optimized Image Compression*, 2017. [arxiv.org/abs/1611.01704](https://arxiv.org/abs/1611.01704)
