# The decoder, and each syllable's drawing farthest left and farthest right.
from store import sprite, store


def gray_share(pictures):
    return float(np.mean((pictures > 0.2) & (pictures < 0.8)))


ends, (first, second) = same_pairs.ravel(), decoder.layers
middle = decoder.predict(Z_test[same_pairs[:1]].mean(axis=1), verbose=0)
mixed = gray_share(X_test[same_pairs[0]].mean(axis=0))
expected = {"pixels": mixed, "latent": gray_share(middle)}
weights = {"W1": first.kernel, "b1": first.bias, "W2": second.kernel, "b2": second.bias}
numbers = {"syllables": SYLLABLES, "expected": expected}
store("03_walk-slider", numbers, exact=("Z",), Z=Z_test[ends], **weights)
sprite("03_walk-slider", X_test[ends])
