# ---
# jupyter:
#   course: {minutes: 45}
# ---

# %% [markdown] id="title" lang="ko"
# # 01 · 압축: 무엇을 버려도 될까
#
# **사진 한 장에서 숫자를 하나씩 버려 가며, 무엇이 남아야 그림이 그림으로 보이는지 알아봅니다. 끝에서는 숫자 2개로 적은 첫 잠재 벡터(latent vector)를 만납니다.**
#
# 이 수업을 마치면 다음을 할 수 있습니다.
#
# - 그림의 크기를 바이트와 픽셀당 비트로 **잽니다**.
# - 얼마나 버렸고 얼마나 망가졌는지를 한 그래프에서 **비교합니다**.
# - 어떤 데이터가 줄어들고 어떤 데이터가 줄어들지 않는지 **예상합니다**.
# - 그림을 숫자 몇 개로 적고(encode) 다시 그림으로 되돌립니다(decode).
#
# 읽기 25분, 해 보기 15분 · 준비: 파이썬 기초와 넘파이(NumPy) 배열 · 이 수업은 신경망을 쓰지 않습니다.
#
# [차례](README.md) · [다음](02_autoencoder.ipynb) → · [English edition](../en/01_compression.ipynb)

# %% [markdown] id="title" lang="en"
# # 01 · Compression: what may be thrown away
#
# **Throw numbers out of a photograph, one after another, and see what must stay for a picture to remain a picture. At the end you meet your first latent vector: two numbers that stand for an image.**
#
# After this lesson you can
#
# - **measure** the size of a picture in bytes and in bits per pixel;
# - **compare**, on one plot, how much was thrown away with how much was spoilt;
# - **predict** which data will shrink and which will not;
# - **write** a picture as a few numbers (encode) and turn them back into a picture (decode).
#
# 25 minutes to read, 15 to practise · You need: basic Python and NumPy arrays · No neural networks yet.
#
# [Contents](README.md) · [Next](02_autoencoder.ipynb) → · [한국어판](../ko/01_compression.ipynb)

# %% id="setup"
import io
import zlib

import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import interact
from PIL import Image
from sklearn.datasets import load_digits, load_sample_image
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

from helpers import check, say, show_images, use_korean_font

use_korean_font()

# %% [markdown] id="numbers" lang="ko"
# ## 1. 그림은 숫자입니다
#
# 컴퓨터에서 흑백 사진은 숫자를 가로세로로 늘어놓은 표입니다. 칸 하나가 픽셀(pixel)이고, 0은 검정, 255는 하양입니다. scikit-learn에 들어 있는 사진 한 장을 흑백으로 바꾸고, 가로세로를 반으로 줄여서 씁니다. (이 사진은 본래 JPEG 파일이었습니다. 반으로 줄이면 JPEG로 저장할 때 생긴 흠이 많이 사라져서, 뒤에서 압축 방법들을 더 공정하게 비교할 수 있습니다.)

# %% [markdown] id="numbers" lang="en"
# ## 1. A picture is numbers
#
# To a computer, a black-and-white photograph is a table of numbers. Each cell is a pixel: 0 is black, 255 is white. We take a photograph that comes with scikit-learn, drop its colours, and halve its width and height. (It was stored as a JPEG once; halving averages away much of what that left behind, so that the contest below is fairer.)

# %% id="photo"
photo = np.asarray(Image.fromarray(load_sample_image("china.jpg")).convert("L").reduce(2))

fig, ax = plt.subplots()
ax.imshow(photo, cmap="gray", vmin=0, vmax=255)
ax.axis("off")
plt.show()

# %% [markdown] id="photo-seen" lang="ko"
# 지붕이 겹겹인 중국식 누각과 그 뒤의 흐린 하늘입니다. 왼쪽 위 귀퉁이, 그러니까 하늘 한 조각을 숫자로 보면 이렇습니다.

# %% [markdown] id="photo-seen" lang="en"
# A Chinese pavilion with tiered roofs before a pale sky. Here is its top left corner, a patch of that sky, as numbers.

# %% id="corner"
print(photo[:4, :8])

# %% id="raw-size" tags=["nbval-check-output"]
print(photo.shape, photo.dtype)
print(say("있는 그대로의 크기:", "raw size:"), photo.nbytes, say("바이트", "bytes"))

# %% [markdown] id="lossless" lang="ko"
# 이웃한 숫자가 서로 비슷합니다. **비슷하다는 것은 다 적지 않아도 된다는 뜻입니다.** 압축(compression)은 여기에서 출발합니다.
#
# ## 2. 하나도 버리지 않고 줄이기
#
# zlib은 ZIP 파일과 PNG 그림 속에서 일하는 압축 프로그램입니다. 되풀이되는 부분을 찾아 짧게 적고, 자주 나오는 값에는 더 적은 비트를 씁니다. 풀면 한 바이트도 다르지 않게 돌아옵니다. 이런 압축을 무손실(lossless) 압축이라고 합니다.
#
# **예상하고 실행하기.** 크기가 똑같은 그림이 네 장 있습니다. zlib으로 압축하면 어느 것이 가장 작아지고, 어느 것이 전혀 줄지 않을까요? 순서를 먼저 적어 보세요.
#
# 1. 위의 사진
# 2. 한 가지 회색으로 칠한 그림
# 3. 사진의 픽셀을 마구 뒤섞은 그림
# 4. 픽셀마다 주사위를 굴려 정한 그림, 곧 노이즈(noise)

# %% [markdown] id="lossless" lang="en"
# Neighbouring numbers are alike, and **what is alike need not be written out in full.** That is where compression begins.
#
# ## 2. Smaller, with nothing thrown away
#
# zlib is the compressor inside ZIP files and PNG pictures. It finds what repeats and writes it briefly, and spends fewer bits on values that are frequent; unpacked, every byte comes back. Such compression is called lossless.
#
# **Predict, then run.** Here are four pictures of the same size. Which will zlib make smallest, and which will not shrink at all? Write down your order first.
#
# 1. the photograph above
# 2. a picture painted in a single grey
# 3. the photograph with its pixels thoroughly shuffled
# 4. a picture in which every pixel was decided by dice, in other words noise

# %% id="zlib-four"
rng = np.random.default_rng(0)
flat = np.full_like(photo, 128)
shuffled = rng.permutation(photo.ravel()).reshape(photo.shape)
noise = rng.integers(0, 256, photo.shape, dtype=np.uint8)

def bits_per_pixel(size_in_bytes):
    return 8 * size_in_bytes / photo.size

# %% id="zlib-answer"
zlib_bits = {}
for name, picture in [("photo", photo), ("flat", flat), ("shuffled", shuffled), ("noise", noise)]:
    zlib_bits[name] = bits_per_pixel(len(zlib.compress(picture.tobytes(), level=9)))
    print(say(f"{name:10} {zlib_bits[name]:5.2f} 비트/픽셀",
              f"{name:10} {zlib_bits[name]:5.2f} bits per pixel"))

# %% [markdown] id="zlib-seen" lang="ko"
# 어떤 그림이든 처음에는 픽셀당 8비트였습니다(0에서 255까지 적는 데 8비트가 듭니다). 한 가지 회색(`flat`)은 거의 0이 되고, 노이즈(`noise`)는 조금도 줄지 않습니다. 노이즈에서는 어떤 값도 어떤 차례도 더 자주 나오지 않으니, zlib은 짧게 적을 방법을 찾지 못합니다.
#
# 뒤섞은 사진(`shuffled`)이 재미있습니다. 픽셀은 사진과 똑같은데 자리만 바뀌었습니다. 그런데도 거의 줄지 않습니다. zlib이 이용한 것은 픽셀의 값보다 **픽셀이 놓인 차례**였다는 뜻입니다. 남은 작은 차이는 하늘처럼 밝은 값이 자주 나오기 때문에 생깁니다.
#
# 그림에 맞추어 만든 PNG는 픽셀을 그대로 적는 대신 이웃과의 차이를 적은 뒤 zlib에 넘깁니다. 그래서 조금 더 작아집니다.

# %% [markdown] id="zlib-seen" lang="en"
# Every one of them began at 8 bits per pixel (that is what it takes to write a number from 0 to 255). The single grey (`flat`) shrinks to nearly nothing; `noise` does not shrink at all. No value and no sequence in it is more likely than any other, so zlib finds no shorter way to write it.
#
# The shuffled photograph is the interesting one. It has the very same pixels in other places, and yet it hardly shrinks. So what zlib was using was less the values than **the order they stand in**. The little that is left comes from values, such as the bright sky's, that are simply frequent.
#
# PNG was made for pictures: instead of pixels it hands zlib the differences between neighbours. That saves a little more.

# %% id="png"
def encoded(**options):
    """사진을 주어진 형식으로 메모리에 저장한 파일 | The photograph written in a file format, as a file in memory"""
    file = io.BytesIO()
    Image.fromarray(photo).save(file, **options)
    return file

png_bits = bits_per_pixel(encoded(format="PNG", optimize=True).tell())
print(say(f"PNG {png_bits:.2f} 비트/픽셀", f"PNG {png_bits:.2f} bits per pixel"))

# %% [markdown] id="lossy" lang="ko"
# ## 3. 조금 버리기
#
# 더 줄이려면 버려야 합니다. 이런 압축을 손실(lossy) 압축이라고 합니다. 사진에 널리 쓰는 JPEG가 대표이고, 품질(quality) 값이 낮을수록 많이 버립니다. 버리고 나서 되돌린 그림은 본래와 조금 다릅니다. 이렇게 되돌린 그림을 복원(reconstruction)이라 하고, 본래와 벌어진 만큼을 복원 오차(reconstruction error)라고 합니다. 픽셀 차이를 제곱해서 평균하면 평균 제곱 오차(mean squared error, MSE)입니다.
#
# 사진에서는 이 오차를 데시벨로 바꾼 PSNR을 많이 씁니다.
#
# $$\mathrm{PSNR} = 10\,\log_{10}\frac{255^2}{\mathrm{MSE}}$$
#
# 클수록 본래에 가깝습니다. 대체로 40 dB이면 눈으로 구별하기 어렵고, 20 dB이면 흠이 뚜렷합니다.

# %% [markdown] id="lossy" lang="en"
# ## 3. Throwing a little away
#
# To shrink it further, something has to go. Such compression is called lossy; JPEG, the usual format for photographs, is the best-known example, and the lower its quality setting, the more it throws away. Now the picture that comes back differs a little from the one that went in. What comes back is called the reconstruction, and how far it is off is the reconstruction error. Square the difference at each pixel, take the average, and you have the mean squared error (MSE).
#
# For photographs the error is often given in decibels, as PSNR:
#
# $$\mathrm{PSNR} = 10\,\log_{10}\frac{255^2}{\mathrm{MSE}}$$
#
# Higher is closer. As a rule of thumb, at 40 dB the eye can hardly tell; at 20 dB the damage is plain.

# %% id="psnr"
def psnr(picture):
    """사진과 얼마나 가까운지, 데시벨 | How close to the photograph, in decibels"""
    error = np.mean((photo - picture.astype(float)) ** 2)
    return 10 * np.log10(255**2 / error)

def jpeg(quality):
    """픽셀당 비트와, 다시 읽은 그림 | Bits per pixel, and the picture read back"""
    file = encoded(format="JPEG", quality=quality)
    return bits_per_pixel(file.tell()), np.asarray(Image.open(file))

# %% id="jpeg-table"
qualities = [2, 5, 10, 20, 50, 75, 90]
jpeg_bits = [jpeg(quality)[0] for quality in qualities]
jpeg_psnr = [psnr(jpeg(quality)[1]) for quality in qualities]
for quality, bits, closeness in zip(qualities, jpeg_bits, jpeg_psnr):
    print(say(f"JPEG {quality:2}: {bits:.2f} 비트/픽셀, {closeness:.1f} dB",
              f"JPEG {quality:2}: {bits:.2f} bits per pixel, {closeness:.1f} dB"))

# %% id="jpeg-pictures"
pictures = [photo, jpeg(50)[1], jpeg(10)[1], jpeg(2)[1]]
show_images([np.array(pictures) / 255], titles=["8 bits", "JPEG 50", "JPEG 10", "JPEG 2"])

# %% [markdown] id="jpeg-seen" lang="ko"
# 왼쪽부터 본래 사진, 그리고 품질 50, 10, 2인 JPEG입니다. 품질 50은 픽셀당 약 1비트, 곧 본래의 8분의 1입니다. PSNR은 30 dB에 못 미치지만, 이렇게 작게 보면 본래와 구별하기 어렵습니다. PSNR과 눈의 판단이 늘 같지는 않습니다. 품질 2에 이르면 하늘과 지붕이 네모난 조각으로 뭉개집니다.

# %% [markdown] id="jpeg-seen" lang="en"
# From the left: the photograph, then JPEG at quality 50, 10 and 2. Quality 50 spends about one bit per pixel, an eighth of the original. Its PSNR is below 30 dB, and yet, seen this small, it is hard to tell from the original: PSNR and the eye do not always agree. At quality 2 the sky and the roofs have gone to square patches.

# %% [markdown] id="exercise-1-task" lang="ko"
# ### 연습 1. 가장 가벼운 30 dB
#
# PSNR이 30 dB 이상인 JPEG 가운데 품질 값이 **가장 낮은** 것을 찾으세요. 품질은 1에서 95까지의 정수입니다.

# %% [markdown] id="exercise-1-task" lang="en"
# ### Exercise 1. The lightest 30 dB
#
# Find the **lowest** JPEG quality whose PSNR is at least 30 dB. Quality is a whole number from 1 to 95.

# %% id="exercise-1"
lowest_quality = ...  # 여기에 답을 쓰세요. 숫자도 좋고, 찾는 코드도 좋습니다 | your answer here: a number, or code that finds it

# %% id="exercise-1-check"
check(
    lowest_quality,
    lambda quality: psnr(jpeg(quality)[1]) >= 30 > psnr(jpeg(quality - 1)[1]),
    hint=say("psnr(jpeg(q)[1])은 품질 q의 PSNR입니다. q를 1부터 늘려 가며 30을 처음 넘는 곳을 찾으세요.",
             "psnr(jpeg(q)[1]) is the PSNR at quality q. Let q grow from 1 and stop where it first "
             "reaches 30."),
)

# %% [markdown] id="exercise-1-solution" lang="ko"
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# lowest_quality = next(quality for quality in range(1, 96) if psnr(jpeg(quality)[1]) >= 30)
# ```
#
# 표에서 품질 50은 30 dB에 못 미치고 75는 넘으므로, 답은 그 사이에 있습니다.
# </details>

# %% [markdown] id="exercise-1-solution" lang="en"
# <details>
# <summary>Show the solution</summary>
#
# ```python
# lowest_quality = next(quality for quality in range(1, 96) if psnr(jpeg(quality)[1]) >= 30)
# ```
#
# In the table, quality 50 misses 30 dB and 75 passes it, so the answer lies in between.
# </details>

# %% [markdown] id="svd" lang="ko"
# ## 4. 다른 길: 무늬를 더해서 그리기
#
# 이번에는 압축기를 직접 만듭니다. 세로 방향의 숫자 한 줄과 가로 방향의 숫자 한 줄을 곱하면 바둑판 같은 무늬가 하나 나옵니다. 이런 무늬를 여러 장 더하면 어떤 그림이든 그릴 수 있습니다. 특잇값 분해(singular value decomposition, SVD)는 사진을 이런 무늬로 나누되, **사진을 많이 설명하는 무늬부터** 차례로 줍니다. 앞의 k장만 남기고 나머지를 버리면 랭크(rank) k인 그림이 됩니다.
#
# 아래에서 `U`는 세로줄, `Vt`는 가로줄, `s`는 무늬의 세기입니다. 세기의 제곱근을 세로줄과 가로줄에 똑같이 곱합니다. 평균 밝기는 미리 빼 두었다가 끝에 더합니다.

# %% [markdown] id="svd" lang="en"
# ## 4. Another way: painting with stripes
#
# Now we build a compressor ourselves. Multiply a column of numbers by a row of numbers and you get a plaid pattern. Add up enough such patterns and you can paint any picture. The singular value decomposition (SVD) splits the photograph into them and hands over **the one that contributes most first**. Keep the first k and drop the rest: that is the picture of rank k.
#
# Below, `U` holds the columns, `Vt` the rows and `s` the strength of each pattern; we give the square root of the strength to either side. The average brightness is taken off first and added back at the end.

# %% id="svd-split"
average = photo.mean()
U, s, Vt = np.linalg.svd(photo - average, full_matrices=False)
columns = U * np.sqrt(s)
rows = Vt.T * np.sqrt(s)

def rank(k):
    """앞의 무늬 k장만 더한 그림 | The picture made of the first k patterns"""
    return np.clip(columns[:, :k] @ rows[:, :k].T + average, 0, 255)

# %% id="svd-pictures"
ranks = [1, 5, 20, 80]
show_images([np.array([rank(k) for k in ranks]) / 255], titles=[f"k = {k}" for k in ranks])

# %% [markdown] id="svd-seen" lang="ko"
# k = 1은 바둑판무늬 한 장뿐입니다. k = 5에서 누각의 자리가 잡히고, k = 20이면 지붕이 보이고, k = 80이면 본래 사진과 비슷합니다. 아래 막대를 끌어 k를 바꿔 보세요. (실행하지 않고 읽는 중이라면 위의 네 장이 그 모습입니다.)

# %% [markdown] id="svd-seen" lang="en"
# k = 1 is one plaid pattern. At 5 the pavilion finds its place, at 20 it has roofs, and at 80 it is close to the photograph. Drag the slider to change k. (If you are only reading, the four pictures above show what it does.)

# %% id="svd-slider"
@interact(k=(1, 150))
def show_rank(k=10):
    show_images([np.array([rank(k)]) / 255], titles=[f"{psnr(rank(k)):.1f} dB"])

# %% [markdown] id="error-against-k" lang="ko"
# k를 늘리면 오차는 얼마나 줄어들까요?

# %% [markdown] id="error-against-k" lang="en"
# How does the error fall as k grows?

# %% id="svd-error"
ks = np.arange(1, 151)
rank_error = [np.mean((photo - rank(k)) ** 2) for k in ks]

fig, ax = plt.subplots(figsize=(7, 3))
ax.semilogy(ks, rank_error)
ax.set(xlabel=say("k (무늬의 수)", "k (number of patterns)"), ylabel=say("평균 제곱 오차", "mean squared error"))
plt.show()

# %% [markdown] id="rate-distortion" lang="ko"
# 세로축은 로그 눈금입니다. 오차는 처음 몇 장에서 가장 가파르게 떨어집니다. 그 뒤로는 곡선이 거의 곧아서, 무늬를 스무 장 남짓 더할 때마다 남은 오차가 절반쯤이 됩니다.
#
# 그렇다면 JPEG와 겨루어 볼 만할까요? 비트로 재야 공정합니다. 무늬 한 장에는 세로 214개, 가로 320개, 모두 534개의 숫자가 듭니다. 숫자 하나를 8비트 정수로 반올림해서 적고, **반올림한 뒤의** 그림으로 PSNR을 재겠습니다.
#
# **예상하고 실행하기.** 픽셀당 1비트를 쓸 때 SVD와 JPEG 가운데 어느 쪽이 사진에 가까울까요? 차이는 몇 데시벨쯤일까요?

# %% [markdown] id="rate-distortion" lang="en"
# The vertical axis is logarithmic. The first few patterns bring the error down fastest. After that the line is nearly straight: each twenty or so further patterns halve what is left.
#
# Is that a match for JPEG? To be fair we must count bits. One pattern takes 214 numbers down and 320 across: 534 in all. We round each number to an 8-bit integer, and measure PSNR on the picture **after** rounding.
#
# **Predict, then run.** At one bit per pixel, which is closer to the photograph, SVD or JPEG? By roughly how many decibels?

# %% id="svd-bits"
def round_to_8_bits(numbers):
    """가장 큰 값이 127이 되도록 눈금을 정해 반올림합니다 | Round to a scale on which the largest becomes 127"""
    step = np.abs(numbers).max() / 127
    return np.round(numbers / step) * step

def svd(k):
    """픽셀당 비트와, 되돌린 그림 | Bits per pixel, and the reconstruction"""
    picture = round_to_8_bits(columns[:, :k]) @ round_to_8_bits(rows[:, :k]).T + average
    return bits_per_pixel(k * (len(columns) + len(rows))), np.clip(picture, 0, 255)

# %% id="rate-distortion-plot"
svd_bits = [svd(k)[0] for k in range(1, 71)]
svd_psnr = [psnr(svd(k)[1]) for k in range(1, 71)]

fig, ax = plt.subplots(figsize=(7, 4))
ax.plot(jpeg_bits, jpeg_psnr, "o-", label="JPEG")
ax.plot(svd_bits, svd_psnr, "--", label="SVD, k = 1 … 70")
ax.axvline(png_bits, color="gray", linestyle=":", label=say("PNG (오차 없음)",
                                                            "PNG (no error)"))
ax.set(xlabel=say("픽셀당 비트", "bits per pixel"), ylabel="PSNR (dB)")
ax.legend()
plt.show()

# %% [markdown] id="rate-distortion-seen" lang="ko"
# 가로축은 픽셀당 비트, 세로축은 PSNR입니다. 같은 비트에서 JPEG의 곡선이 SVD의 곡선보다 늘 위에 있습니다. 점선은 오차가 없는 PNG의 자리입니다.

# %% [markdown] id="rate-distortion-seen" lang="en"
# Across runs the number of bits per pixel, upwards the PSNR. At equal bits the JPEG curve always lies above the SVD curve; the dotted line marks PNG, which makes no error.

# %% id="one-bit"
jpeg_at_one_bit = np.interp(1, jpeg_bits, jpeg_psnr)
svd_at_one_bit = np.interp(1, svd_bits, svd_psnr)
print(say(f"픽셀당 1비트일 때: JPEG {jpeg_at_one_bit:.1f} dB, SVD {svd_at_one_bit:.1f} dB",
          f"At 1 bit per pixel: JPEG {jpeg_at_one_bit:.1f} dB, SVD {svd_at_one_bit:.1f} dB"))

# %% [markdown] id="squeeze" lang="ko"
# 혹시 숫자를 너무 사치스럽게 적어서 진 것은 아닐까요? 눈금을 31개로 줄이고, 그 숫자들을 zlib으로 한 번 더 줄여 봅니다.

# %% [markdown] id="squeeze" lang="en"
# Did we lose only because we wrote our numbers too lavishly? Let us use 31 levels for each, and squeeze them once more with zlib.

# %% id="squeezed-svd"
def squeezed_svd(k):
    """픽셀당 비트와, 되돌린 그림 | Bits per pixel, and the reconstruction"""
    both = np.vstack([columns[:, :k], rows[:, :k]])
    step = np.abs(both).max() / 15
    levels = np.round(both / step).astype(np.int8)
    left, right = np.split(levels * step, [len(columns)])
    size = len(zlib.compress(levels.T.tobytes(), level=9))
    return bits_per_pixel(size), np.clip(left @ right.T + average, 0, 255)

# %% id="squeezed-at-one-bit"
squeezed = [squeezed_svd(k) for k in range(1, 71)]
squeezed_bits, squeezed_psnr = zip(*[(bits, psnr(picture)) for bits, picture in squeezed])
squeezed_at_one_bit = np.interp(1, squeezed_bits, squeezed_psnr)
print(say(f"눈금을 줄이고 zlib까지 쓴 SVD: {squeezed_at_one_bit:.1f} dB",
          f"SVD with coarser numbers and zlib: {squeezed_at_one_bit:.1f} dB"))

# %% [markdown] id="why-jpeg-wins" lang="ko"
# 가로축은 쓴 비트, 세로축은 얻은 품질입니다. 이런 그림을 **비트율–왜곡(rate–distortion)** 곡선이라고 합니다. 왼쪽 위에 있을수록 좋습니다. JPEG가 어디에서나 SVD보다 위에 있고, 1비트에서는 5 dB쯤 앞섭니다. **우리가 만든 압축기가 졌습니다.** 숫자를 알뜰하게 적으면 차이가 절반쯤 줄지만, 그래도 집니다. JPEG에 유리한 점은 셋입니다.
#
# - SVD는 이 사진에만 맞는 무늬를 매번 새로 적어 보내야 합니다. JPEG는 누구나 아는 정해진 물결무늬를 쓰므로 무늬를 보내는 비용이 없습니다.
# - JPEG는 8 × 8 조각마다 따로 일합니다. 사진은 가까운 곳끼리 닮았을 뿐, 한 줄 전체가 닮은 것은 아닙니다.
# - JPEG는 세기를 적은 숫자들을 마지막에 무손실로 한 번 더 줄입니다. 우리는 모든 숫자에 똑같이 8비트를 썼다가, 나중에야 아꼈습니다.
#
# 첫째 까닭을 뒤집어 보면 길이 보입니다. **무늬를 한 번만 마련해 두고 수많은 그림이 함께 쓴다면** 어떨까요?

# %% [markdown] id="why-jpeg-wins" lang="en"
# Across, the bits spent; up, the quality they bought. Such a plot is called a **rate–distortion** curve, and up and to the left is better. JPEG lies above SVD everywhere, and at one bit it leads by some 5 dB. **The compressor we built has lost.** Writing its numbers more thriftily wins back about half of the gap, and still loses. Three things speak for JPEG.
#
# - SVD must send its patterns along, made for this one photograph. JPEG uses a fixed set of waves that everyone already knows, so sending them costs nothing.
# - JPEG works on each 8 × 8 patch by itself. In a photograph what is near is alike, not what shares a row from edge to edge.
# - JPEG squeezes its numbers once more at the end, without loss. We spent 8 bits on each number, whatever it was, and became thrifty only afterwards.
#
# Turned around, the first reason is a hope: **what if we made the patterns once, and a great many pictures shared them?**

# %% [markdown] id="digits" lang="ko"
# ## 5. 많은 그림이 같은 무늬를 함께 쓰기
#
# scikit-learn에는 사람이 손으로 쓴 숫자 그림 1,797장이 들어 있습니다. 한 장이 8 × 8, 곧 숫자 64개입니다. 값은 0에서 1 사이로 맞춥니다.

# %% [markdown] id="digits" lang="en"
# ## 5. Patterns that many pictures share
#
# scikit-learn comes with 1,797 pictures of digits that people wrote by hand, 8 × 8 each: 64 numbers. We scale them to lie between 0 and 1.

# %% id="digits-load" tags=["nbval-check-output"]
digits, digit_names = load_digits(return_X_y=True)
digits = digits / 16
print(digits.shape)

# %% id="digits-show"
show_images([digits[:10], digits[10:20]])

# %% [markdown] id="pca" lang="ko"
# 손으로 쓴 숫자 스무 장입니다. 8 × 8픽셀이라 거칠지만 알아볼 수 있습니다.
#
# 그림 전체에 두루 통하는 무늬 k장을 찾는 방법이 **주성분 분석**(principal component analysis, PCA)입니다. SVD를 사진 한 장이 아니라 그림 더미에 쓴 것과 같습니다. 무늬를 한 번 정하고 나면 그림 한 장은 숫자 k개, 곧 무늬마다 얼마나 섞을지만 적으면 됩니다.
#
# 한 가지 조심할 것이 있습니다. 무늬를 찾을 때 쓴 그림으로 성적을 매기면 답을 보고 시험을 치는 셈입니다. 그래서 그림의 3분의 1은 **따로 둔 데이터**(held-out data)로 남겨 두고, 오차는 거기에서만 잽니다.
#
# **예상하고 실행하기.** 같은 크기의 그림 더미 넷에 PCA를 씁니다. 따로 둔 그림의 오차가 k를 늘릴 때 어떻게 떨어질까요? 네 곡선을 종이에 그려 보세요. 서로 겹치는 곡선이 있을까요?
#
# 1. 숫자 그림
# 2. 숫자 그림의 픽셀을 **그림마다 다르게** 뒤섞은 것
# 3. 숫자 그림의 픽셀을 **모두 똑같은 순서로** 뒤섞은 것
# 4. 노이즈

# %% [markdown] id="pca" lang="en"
# Twenty handwritten digits. At 8 × 8 pixels they are coarse, yet you can read them.
#
# **Principal component analysis (PCA)** finds the k patterns that serve a whole pile of pictures best. It is the SVD again, applied to the pile instead of to one photograph. Once the patterns are settled, a picture is only k numbers: how much of each pattern to mix in.
#
# One caution. To score the patterns on the pictures they were found from is to sit an exam with the answers at hand. So we keep a third of the pictures aside as **held-out data**, and measure every error there.
#
# **Predict, then run.** We apply PCA to four piles of pictures of the same size. How will the error on held-out pictures fall as k grows? Sketch the four curves on paper. Will any of them coincide?
#
# 1. the digits
# 2. the digits with the pixels shuffled **differently in each picture**
# 3. the digits with the pixels shuffled **in the same way in all pictures**
# 4. noise

# %% id="four-piles"
rng = np.random.default_rng(0)
shuffled_each = rng.permuted(digits, axis=1)
shuffled_alike = digits[:, rng.permutation(64)]
noise = rng.normal(digits.mean(), digits.std(), digits.shape)
show_images(
    [digits[:8], shuffled_each[:8], shuffled_alike[:8], noise[:8]],
    labels=[say("손글씨", "digits"), say("저마다 뒤섞음", "shuffled each"), say("똑같이 뒤섞음", "shuffled alike"), say("노이즈", "noise")],
)

# %% [markdown] id="four-piles-seen" lang="ko"
# 첫 줄만 숫자로 보입니다. 나머지 세 줄은 눈으로는 모두 지글거리는 점일 뿐입니다. PCA의 눈에도 그럴까요?

# %% [markdown] id="four-piles-seen" lang="en"
# Only the first row looks like digits. To the eye the other three are all mere speckle. Are they, to PCA?

# %% id="error-left"
sizes = [1, 2, 4, 8, 16, 32, 48, 64]

def error_left(pictures):
    """평균 그림만 쓸 때를 1로 놓은, 따로 둔 그림의 오차 | Held-out error, where showing the average picture counts as 1"""
    train, test = train_test_split(pictures, test_size=1 / 3, random_state=0)
    patterns = PCA(svd_solver="full").fit(train)
    codes = (test - patterns.mean_) @ patterns.components_.T
    # 앞의 k개만 남기면, 버린 무늬들이 그대로 오차가 됩니다 | keep the first k, and the patterns dropped are the error
    errors = [np.mean((codes[:, k:] @ patterns.components_[k:]) ** 2) for k in sizes]
    return np.array(errors) / np.mean((test - patterns.mean_) ** 2)

# %% id="four-curves"
digits_left, each_left = error_left(digits), error_left(shuffled_each)
alike_left, noise_left = error_left(shuffled_alike), error_left(noise)

fig, ax = plt.subplots(figsize=(7, 4))
ax.plot(sizes, digits_left, "o-", label=say("손글씨", "digits"))
ax.plot(sizes, alike_left, "x--", label=say("똑같이 뒤섞음", "shuffled alike"))
ax.plot(sizes, each_left, "s-", label=say("저마다 뒤섞음", "shuffled each"))
ax.plot(sizes, noise_left, "^:", label=say("노이즈", "noise"))
ax.set(xlabel=say("k (남긴 숫자의 개수)", "k (numbers kept)"), ylabel=say("남은 오차(평균 그림 = 1)",
                                          "error left (average picture = 1)"))
ax.legend()
plt.show()

# %% id="four-numbers"
eight = sizes.index(8)
print(say(f"숫자 8개를 남겼을 때 남은 오차: 손글씨 {digits_left[eight]:.2f}, "
          f"똑같이 뒤섞음 {alike_left[eight]:.2f}, "
          f"저마다 뒤섞음 {each_left[eight]:.2f}, 노이즈 {noise_left[eight]:.2f}",
          f"error left with 8 numbers: digits {digits_left[eight]:.2f}, "
          f"shuffled alike {alike_left[eight]:.2f}, "
          f"shuffled each {each_left[eight]:.2f}, noise {noise_left[eight]:.2f}"))
print(say("똑같이 뒤섞어도 그대로:",
          "shuffling alike changes nothing:"), np.allclose(digits_left, alike_left))

# %% [markdown] id="four-seen" lang="ko"
# 곡선은 넷인데 눈에는 둘만 보입니다.
#
# - **저마다 뒤섞은 그림은 노이즈와 겹칩니다.** 픽셀의 값은 그대로인데도, 픽셀끼리 함께 움직이던 규칙이 깨지자 PCA가 쓸 것이 없어졌습니다. 숫자를 8개 남기면 오차도 64분의 8쯤만 줄어듭니다.
# - **똑같이 뒤섞은 그림은 본래 그림과 정확히 겹칩니다.** 사람 눈에는 엉망이지만 PCA는 아무렇지도 않습니다. PCA는 픽셀이 어디에 있는지 모르고, 어느 픽셀끼리 함께 밝아지는지만 봅니다. (그러니 가까운 픽셀끼리 닮았다는 지식은 PCA가 쓰지 않고 버려둔 셈입니다.)
#
# 여기에 이 강의의 첫 결론이 있습니다. **구조가 있어야 줄어듭니다.** 구조란 숫자들 사이의 규칙입니다.

# %% [markdown] id="four-seen" lang="en"
# Four curves, and the eye finds only two.
#
# - **Shuffled each, the digits fall on the noise.** The values are all still there, but the rule by which pixels went together is broken, and with it went everything that PCA could use. Eight numbers out of 64 explain about an eighth, no more.
# - **Shuffled alike, they fall exactly on the digits.** To our eyes they are a mess; PCA does not mind. It has no idea where a pixel is and sees only which pixels brighten together. (Which also means that "near pixels are alike" is knowledge that PCA leaves lying about, unused.)
#
# That is the course's first conclusion: **only structure compresses.** Structure is an agreement among the numbers.

# %% [markdown] id="first-latent" lang="ko"
# ## 6. 첫 잠재 벡터: 숫자 64개를 2개로
#
# 끝까지 밀어붙여 봅시다. 그림 한 장에 숫자를 **2개만** 남깁니다. 이제 낱말을 정리할 때입니다.
#
# | 낱말 | 뜻 | 여기에서는 |
# |---|---|---|
# | 인코딩(encode) | 그림을 짧은 숫자 묶음으로 적기 | `patterns.transform` |
# | 코드(code) | 그 숫자 묶음 | 숫자 2개 |
# | 디코딩(decode) | 코드를 다시 그림으로 되돌리기 | `patterns.inverse_transform` |
# | 복원 오차(reconstruction error) | 되돌린 그림이 본래와 다른 만큼 | 평균 제곱 오차 |
# | **잠재 벡터(latent vector)** | 겉에 드러나지 않은 구조를 적은 코드 | 숫자 2개 |
#
# ‘잠재’는 겉으로 보이지 않게 숨어 있다는 뜻입니다. 잠재 벡터는 입력보다 **차원(dimension)이 낮습니다**. 여기에서는 64차원의 그림이 2차원의 점이 됩니다.
#
# ![인코더가 그림을 짧은 코드로 줄이고 디코더가 그 코드로 그림을 복원하는 모래시계 모양의 그림](../../images/encoder-code-decoder.svg)

# %% [markdown] id="first-latent" lang="en"
# ## 6. The first latent vector: from 64 numbers to 2
#
# Let us go all the way and keep just **two** numbers a picture. Time to settle some words.
#
# | word | meaning | here |
# |---|---|---|
# | encode | write a picture as a short list of numbers | `patterns.transform` |
# | code | that list | 2 numbers |
# | decode | turn the code back into a picture | `patterns.inverse_transform` |
# | reconstruction error | how far the result is from the original | mean squared error |
# | **latent vector** | a code that describes structure hidden in the data | 2 numbers |
#
# *Latent* means hidden, lying beneath the surface. A latent vector has a **low dimension** next to its input: here a picture of 64 dimensions becomes a point in two.
#
# ![An hourglass: the encoder narrows a picture down to a short code, and the decoder widens the code into a reconstruction](../../images/encoder-code-decoder.svg)

# %% id="two-numbers" tags=["nbval-check-output"]
train, test, train_names, test_names = train_test_split(digits, digit_names, test_size=1 / 3, random_state=0)
patterns = PCA(2).fit(train)
codes = patterns.transform(test)
print(test.shape, "→", codes.shape)

# %% id="latent-map"
fig, ax = plt.subplots(figsize=(7, 5))
for digit in range(10):
    points = codes[test_names == digit]
    ax.scatter(points[:, 0], points[:, 1], marker=f"${digit}$", s=40, color=plt.cm.tab10(digit))
ax.set(xlabel=say("첫째 숫자", "first number"), ylabel=say("둘째 숫자", "second number"))
plt.show()

# %% [markdown] id="latent-map-seen" lang="ko"
# 점 하나가 따로 둔 그림 한 장이고, 찍힌 숫자가 사람이 붙인 정답(label)입니다. PCA에는 정답을 알려 준 적이 없습니다. 그런데도 0, 4, 6 같은 숫자는 끼리끼리 모입니다. 가운데에서는 여러 숫자가 뒤엉킵니다. 숫자 2개로는 모자랍니다.
#
# 얼마나 모자랄까요? 따로 둔 그림마다 코드가 가장 가까운 학습용 그림을 찾아, 그 그림의 정답을 그대로 답하게 합니다. 이것이 최근접 이웃(nearest neighbour)입니다. 맞힌 비율을 봅시다. 비교할 **기준선**(baseline)도 셋 둡니다. 같은 2개라도 가장 변화가 큰 픽셀 2개를 남긴 경우, 픽셀 64개를 마구 섞어 2개로 만든 경우(50번의 평균), 그리고 64개를 다 쓴 경우입니다.

# %% [markdown] id="latent-map-seen" lang="en"
# Each point is a held-out picture, drawn as the digit a person would call it. PCA was never told those names, and yet digits such as 0, 4 and 6 keep to themselves. In the middle several of them tangle: two numbers are not enough.
#
# How far from enough? For each held-out picture, find the training picture with the nearest code and answer with its digit: its nearest neighbour. Count how often that is right. For comparison we set three **baselines** beside it: two numbers again, but simply the two pixels that vary most; two random mixtures of all pixels (the mean of 50 tries); and all 64.

# %% id="two-numbers-score"
def nearest_name_accuracy(train_codes, test_codes):
    return KNeighborsClassifier(1).fit(train_codes, train_names).score(test_codes, test_names)

two_pixels = np.argsort(train.var(axis=0))[-2:]
pixel_accuracy = nearest_name_accuracy(train[:, two_pixels], test[:, two_pixels])
code_accuracy = nearest_name_accuracy(patterns.transform(train), codes)
all_accuracy = nearest_name_accuracy(train, test)
rng = np.random.default_rng(0)
mixes = [rng.normal(size=(64, 2)) for _ in range(50)]
mix_accuracy = np.mean([nearest_name_accuracy(train @ mix, test @ mix) for mix in mixes])
print(say(f"찍기 0.10, 픽셀 2개 {pixel_accuracy:.2f}, 마구 섞기 {mix_accuracy:.2f}, PCA 2 {code_accuracy:.2f}, "
          f"64개 모두 {all_accuracy:.2f}",
          f"guessing 0.10, 2 pixels {pixel_accuracy:.2f}, random mixtures {mix_accuracy:.2f}, PCA 2 {code_accuracy:.2f}, "
          f"all 64 {all_accuracy:.2f}"))

# %% [markdown] id="reconstructions" lang="ko"
# PCA의 숫자 2개에는 이 픽셀 2개나 마구 섞은 2개보다 훨씬 많은 정보가 담겨 있습니다. 그래도 64개를 다 쓸 때에는 한참 못 미칩니다. 이번에는 남기는 개수를 늘려 가며 되돌린 그림을 봅니다.

# %% [markdown] id="reconstructions" lang="en"
# Two numbers from PCA say far more about the digit than these two pixels or two random mixtures, and still much less than all 64. Now let us keep more numbers, and look at the reconstructions.

# %% id="reconstructions-show"
kept = [2, 8, 16, 32]
rebuilt = []
for k in kept:
    pca = PCA(k).fit(train)
    rebuilt.append(pca.inverse_transform(pca.transform(test)))
show_images([test[:10]] + [pictures[:10] for pictures in rebuilt], labels=["64", "2", "8", "16", "32"])

# %% id="reconstructions-error"
print(say(f"평균 그림: MSE {np.mean((test - train.mean(axis=0)) ** 2):.4f}",
          f"average picture: MSE {np.mean((test - train.mean(axis=0)) ** 2):.4f}"))
for k, pictures in zip(kept, rebuilt):
    print(f"k = {k:2}: MSE {np.mean((test - pictures) ** 2):.4f}")

# %% [markdown] id="reconstructions-seen" lang="ko"
# 맨 윗줄이 본래 그림이고, 아래로 갈수록 숫자를 더 많이 남긴 복원입니다. 2개로는 흐릿한 덩어리이고, 8개면 대강 알아볼 수 있고, 32개면 본래와 거의 같습니다.

# %% [markdown] id="reconstructions-seen" lang="en"
# The originals are at the top; each row below keeps more numbers. Two make a blur, eight are roughly readable, and 32 are nearly the original.

# %% [markdown] id="exercise-2-task" lang="ko"
# ### 연습 2. 인코더와 디코더를 직접 만들기
#
# PCA의 `transform`을 쓰지 않고 같은 일을 해 보세요. 평균 그림은 `patterns.mean_`(모양 (64,)), 무늬는 `patterns.components_`(모양 (2, 64))입니다. `encode`는 그림 (n, 64)를 코드 (n, 2)로, `decode`는 코드를 다시 그림으로 바꿉니다.

# %% [markdown] id="exercise-2-task" lang="en"
# ### Exercise 2. Encoder and decoder by hand
#
# Do what PCA's `transform` does, without calling it. The average picture is `patterns.mean_`, of shape (64,), and the patterns are `patterns.components_`, of shape (2, 64). `encode` turns pictures (n, 64) into codes (n, 2); `decode` turns codes back into pictures.

# %% id="exercise-2"
def encode(pictures):
    return ...  # 여기를 채우세요 | fill this in

def decode(codes):
    return ...  # 여기를 채우세요 | fill this in

# %% id="exercise-2-check"
check(
    lambda pictures: (encode(pictures), decode(codes)),
    lambda answer: np.allclose(answer(test)[0], codes) and np.allclose(answer(test)[1], rebuilt[0]),
    hint=say("인코딩은 평균을 빼고 무늬와 곱합니다(@). 디코딩은 거꾸로 무늬와 곱하고 평균을 더합니다. "
             "모양이 맞지 않으면 .T로 뒤집으세요.",
             "To encode, subtract the mean and multiply with the patterns (@). To decode, multiply "
             "with the patterns and add the mean. If the shapes do not fit, transpose with .T."),
)

# %% [markdown] id="exercise-2-solution" lang="ko"
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# def encode(pictures):
#     return (pictures - patterns.mean_) @ patterns.components_.T
#
# def decode(codes):
#     return codes @ patterns.components_ + patterns.mean_
# ```
#
# 인코더도 디코더도 행렬 곱셈 한 번입니다. 다음 수업의 신경망은 이 두 줄을 더 유연한 함수로 바꿉니다.
# </details>

# %% [markdown] id="exercise-2-solution" lang="en"
# <details>
# <summary>Show the solution</summary>
#
# ```python
# def encode(pictures):
#     return (pictures - patterns.mean_) @ patterns.components_.T
#
# def decode(codes):
#     return codes @ patterns.components_ + patterns.mean_
# ```
#
# Encoder and decoder are one matrix product each. The next lesson's network replaces these two lines by more flexible functions.
# </details>

# %% [markdown] id="exercise-3-task" lang="ko"
# ### 연습 3. 오차를 10분의 1로
#
# 평균 그림만 쓸 때의 오차를 1이라 할 때, **따로 둔** 숫자 그림의 오차가 0.1 이하가 되는 가장 작은 k를 찾으세요. 답을 `smallest_k`에 넣으세요.

# %% [markdown] id="exercise-3-task" lang="en"
# ### Exercise 3. Down to a tenth
#
# Let the error of showing the average picture count as 1. Find the smallest k for which the error on **held-out** digits is at most 0.1, and call it `smallest_k`.

# %% id="exercise-3"
smallest_k = ...  # 여기에 답을 쓰세요 | your answer here

# %% id="exercise-3-check"
def share_left(k):
    pca = PCA(k).fit(train)
    return np.mean((test - pca.inverse_transform(pca.transform(test))) ** 2) / np.mean((test - train.mean(axis=0)) ** 2)

check(
    smallest_k,
    lambda k: share_left(k) <= 0.1 < share_left(k - 1),
    hint=say("k를 1부터 늘리며 PCA(k)를 train에 맞추고, test의 오차를 재세요. train의 오차로 재면 답이 "
             "달라질 수 있습니다.",
             "Let k grow from 1; fit PCA(k) on train and measure the error on test. Measured on train, "
             "the answer can come out differently."),
)

# %% [markdown] id="exercise-3-solution" lang="ko"
# <details>
# <summary>풀이 보기</summary>
#
# ```python
# smallest_k = next(k for k in range(1, 65) if share_left(k) <= 0.1)
# ```
#
# 숫자 64개 가운데 3분의 1쯤이면 오차의 10분의 9가 사라집니다.
# </details>

# %% [markdown] id="exercise-3-solution" lang="en"
# <details>
# <summary>Show the solution</summary>
#
# ```python
# smallest_k = next(k for k in range(1, 65) if share_left(k) <= 0.1)
# ```
#
# About a third of the 64 numbers removes nine tenths of the error.
# </details>

# %% [markdown] id="measured" lang="ko"
# ## 7. 우리가 잰 것
#
# 이 수업에서 말한 것을 숫자로 모았습니다. 맨 아래의 `assert`는 결과가 설명과 어긋나면 실행을 멈춥니다.

# %% [markdown] id="measured" lang="en"
# ## 7. What we measured
#
# Here is what this lesson claimed, as numbers. The `assert` lines stop the run if a claim is no longer true.

# %% id="what-we-measured"
measured = {
    "photo_zlib_bits": zlib_bits["photo"],
    "noise_zlib_bits": zlib_bits["noise"],
    "photo_png_bits": png_bits,
    "jpeg_at_one_bit_psnr": jpeg_at_one_bit,
    "svd_at_one_bit_psnr": svd_at_one_bit,
    "squeezed_svd_at_one_bit_psnr": squeezed_at_one_bit,
    "digits_error_left_8": digits_left[eight],
    "shuffled_alike_error_left_8": alike_left[eight],
    "shuffled_each_error_left_8": each_left[eight],
    "noise_error_left_8": noise_left[eight],
    "two_pixels_accuracy": pixel_accuracy,
    "two_mixtures_accuracy": mix_accuracy,
    "two_numbers_accuracy": code_accuracy,
    "all_pixels_accuracy": all_accuracy,
}
for name, value in measured.items():
    print(f"{name:28} {value:8.4f}")

# %% id="what-we-claimed"
assert png_bits < zlib_bits["photo"] < 8 <= zlib_bits["noise"], say("사진은 줄고 노이즈는 줄지 않아야 합니다",
                                                                    "the photograph must shrink, and noise must not")
assert jpeg_at_one_bit > squeezed_at_one_bit + 1 > svd_at_one_bit + 2, say("JPEG, 알뜰한 SVD, SVD 차례여야 합니다",
                                                                           "the order must be JPEG, thrifty SVD, SVD")
assert np.allclose(digits_left, alike_left), say("똑같이 뒤섞으면 달라지지 않아야 합니다",
                                                 "shuffling alike must change nothing")
assert digits_left[eight] < 0.4 < 0.8 < each_left[eight], say("저마다 뒤섞으면 줄어들지 않아야 합니다",
                                                              "shuffled each must not compress")
assert max(pixel_accuracy, mix_accuracy) + 0.1 < code_accuracy < all_accuracy, say("PCA 2는 픽셀 2개와 64개 사이여야 합니다",
                                                                                   "PCA 2 must lie between 2 pixels and all 64")

# %% [markdown] id="recap" lang="ko"
# ## 돌아보기
#
# - 그림의 크기를 픽셀당 비트로 쟀습니다. 무손실로는 사진이 8비트에서 5비트 남짓까지 줄었고, 노이즈는 조금도 줄지 않았습니다.
# - 비트율–왜곡 곡선에서 직접 만든 SVD 압축기는 JPEG에 졌습니다. 숫자를 알뜰하게 적어 차이를 절반쯤 줄였지만, 무늬는 여전히 매번 새로 보내야 했습니다.
# - 줄어드는 것은 구조가 있는 데이터뿐입니다. 모든 그림을 똑같이 뒤섞어도 PCA는 달라지지 않았지만, 저마다 뒤섞자 노이즈만큼밖에 줄이지 못했습니다.
# - 64개의 숫자를 2개로 적은 코드가 첫 잠재 벡터였습니다. 픽셀 2개보다 훨씬 많은 정보를 담지만, 전부 담지는 못합니다.
#
# **풀어 본 연습:** 가장 가벼운 30 dB · 인코더와 디코더를 직접 만들기 · 오차를 10분의 1로
#
# **더 해 보기:** `"china.jpg"`를 `"flower.jpg"`로 바꾸고 처음부터 실행해 보세요. JPEG와 SVD의 차이가 커질까요, 작아질까요?
#
# **다음 수업:** PCA의 두 행렬을 신경망으로 바꾸면 같은 개수의 숫자로 더 잘할 수 있을까요? [02 · 오토인코더](02_autoencoder.ipynb)
#
# ### 참고한 글
#
# - Claude E. Shannon, *A Mathematical Theory of Communication*, 1948. [doi.org/10.1002/j.1538-7305.1948.tb01338.x](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)
# - Gregory K. Wallace, *The JPEG Still Picture Compression Standard*, 1991. [doi.org/10.1145/103085.103089](https://doi.org/10.1145/103085.103089)
# - Ian T. Jolliffe, Jorge Cadima, *Principal component analysis: a review and recent developments*, 2016. [doi.org/10.1098/rsta.2015.0202](https://doi.org/10.1098/rsta.2015.0202)
#
# [차례](README.md) · [다음](02_autoencoder.ipynb) → · [English edition](../en/01_compression.ipynb)

# %% [markdown] id="recap" lang="en"
# ## Looking back
#
# - We measured pictures in bits per pixel. Without loss the photograph went from 8 bits to about 5, and noise did not shrink at all.
# - On the rate–distortion plot, the SVD compressor we built lost to JPEG. Thriftier numbers won back half of the gap; it still had to send its own patterns.
# - Only data with structure shrinks. Shuffling all pictures alike changed nothing for PCA; shuffling each its own way left PCA no more than noise does.
# - Two numbers in place of 64 made the first latent vector. It knows far more than two pixels, but not everything.
#
# **Exercises done:** the lightest 30 dB · encoder and decoder by hand · down to a tenth
#
# **Try on your own:** change `"china.jpg"` to `"flower.jpg"` and run everything again. Does the gap between JPEG and SVD grow or shrink?
#
# **Next lesson:** PCA's two matrices become a neural network. Can it do better with the same count of numbers? [02 · Autoencoder](02_autoencoder.ipynb)
#
# ### References
#
# - Claude E. Shannon, *A Mathematical Theory of Communication*, 1948. [doi.org/10.1002/j.1538-7305.1948.tb01338.x](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)
# - Gregory K. Wallace, *The JPEG Still Picture Compression Standard*, 1991. [doi.org/10.1145/103085.103089](https://doi.org/10.1145/103085.103089)
# - Ian T. Jolliffe and Jorge Cadima, *Principal component analysis: a review and recent developments*, 2016. [doi.org/10.1098/rsta.2015.0202](https://doi.org/10.1098/rsta.2015.0202)
#
# [Contents](README.md) · [Next](02_autoencoder.ipynb) → · [한국어판](../ko/01_compression.ipynb)
