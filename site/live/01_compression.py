# The photograph's patterns, and where each rank stands on the rate–distortion plot.
import json

from store import DATA, store

parts = split(photo)
points = [
    (bits, psnr(photo, p))
    for bits, p in (svd_code(photo, k, parts) for k in range(1, 151))
]
store(
    "01_rank-slider",
    {
        "average": average,
        "svd": points,
        "jpeg": curve(jpeg, photo, qualities).T.tolist(),
        "cosines": curve(cosine_code, photo, steps).T.tolist(),
        "expected": {k: psnr(photo, rank(k)) for k in (1, 10, 80, 150)},
    },
    exact=("left", "right"),
    left=left[:, :150],
    right=right[:, :150],
)
Image.fromarray(photo).save(DATA / "01_rank-slider.png", optimize=True)

sides = {
    side: float(at_one_bit(cosine_code, flower, steps, height=side, width=side))
    for side in (1, 2, 4, 8, 16)
}
top = max(sides, key=sides.get)
words = {
    "ko": (
        "한 변이 {}이면 {:.1f} dB입니다.",
        " 더 높은 것이 있습니다.",
        "2, 4, 8, 16 가운데에서 골라 보세요.",
    ),
    "en": (
        "Side {} reaches {:.1f} dB.",
        " Another reaches more.",
        "Choose one of 2, 4, 8, 16.",
    ),
}
replies = {}
for edition, (reached, more, other) in words.items():
    replies[edition] = {
        str(s): reached.format(s, db) + more * (s != top) for s, db in sides.items()
    } | {"else": other}
answers = {"right": [str(top)], "replies": replies}
(DATA / "01_exercise-2.json").write_text(
    json.dumps(answers, ensure_ascii=False) + "\n", "utf-8"
)
