# The flow and the decoder, batch normalization folded in.
from store import store

streams = [np.random.default_rng(hand) for hand in range(6)]
hands = np.vstack([s.standard_normal((1, 32), dtype="float32") for s in streams])
matrices, of_flow = {}, [x for x in flow.layers if isinstance(x, layers.Dense)]
for number, layer in enumerate(of_flow):
    matrices |= {f"F{number}": layer.kernel, f"f{number}": layer.bias}
_, dense, normed, _, last = decoder.layers
factor = normed.gamma / ops.sqrt(normed.moving_variance + normed.epsilon)
matrices |= {"D0": dense.kernel * factor, "D1": last.kernel, "d1": last.bias}
matrices["d0"] = normed.beta - normed.moving_mean * factor
example = write(np.array([0, 139]), 0.5, -0.5, hand=1)
numbers = {"syllables": SYLLABLES, "expected": np.round(example, 3).tolist()}
store("07_style-sliders", numbers, exact=("hands",), hands=hands, **matrices)
