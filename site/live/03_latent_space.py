# The decoder, and each syllable's drawing farthest left and farthest right.
from store import sprite, store

ends = same_pairs.ravel()
first, second = decoder.layers
middle = decoder.predict(Z_test[same_pairs[0]].mean(axis=0, keepdims=True), verbose=0)
gray_share = lambda p: float(np.mean((p > 0.2) & (p < 0.8)))
store("03_walk-slider", {
    "syllables": SYLLABLES,
    "expected": {"pixels": gray_share(X_test[same_pairs[0]].mean(axis=0)), "latent": gray_share(middle)},
}, exact=("Z", "b1", "b2"), Z=Z_test[ends], W1=first.kernel, b1=first.bias, W2=second.kernel, b2=second.bias)
sprite("03_walk-slider", X_test[ends])
