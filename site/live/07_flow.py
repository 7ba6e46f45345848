# The flow and the decoder, batch normalization folded in.
from store import store

hands = np.vstack([np.random.default_rng(hand).standard_normal((1, 32), dtype="float32") for hand in range(6)])
dense, normed = [next(l for l in decoder.layers if isinstance(l, kind)) for kind in (layers.Dense, layers.BatchNormalization)]
factor = normed.gamma / ops.sqrt(normed.moving_variance + normed.epsilon)
last = decoder.layers[-1]
matrices = {}
for number, layer in enumerate(l for l in flow.layers if isinstance(l, layers.Dense)):
    matrices |= {f"F{number}": layer.kernel, f"f{number}": layer.bias}
example = write(np.array([0, 139]), 0.5, -0.5, hand=1)
store("07_style-sliders", {"syllables": SYLLABLES, "expected": np.round(example, 3).tolist()},
      exact=("hands",), hands=hands, **matrices,
      D0=dense.kernel * factor, d0=normed.beta - normed.moving_mean * factor, D1=last.kernel, d1=last.bias)
