# The picture encoder and the vectors of all 140 spellings.
from store import store

matrices, last = {"W": W}, None
for number, layer in enumerate(l for l in picture_encoder.layers if l.get_weights()):
    kernel, bias = layer.get_weights()
    matrices |= {f"K{number}": kernel, f"b{number}": bias}
held_out = share_right(answers, np.arange(140))
store("11_search-widget", {
    "syllables": SYLLABLES, "spelling": spelling, "scale": scale, "unseen": test.tolist(),
    "held_out": float(held_out), "held_out_unseen": float(read_unseen),
    "expected": {"picture": np.round(X_new[0], 3).tolist(), "scores": (W @ Z_new[0]).tolist()},
}, exact=matrices, **matrices)
