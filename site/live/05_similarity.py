# One drawing of each syllable and its nine neighbors, in pixels and as learned.
from store import sprite, store

asked_for = np.array([np.flatnonzero(y_test == number)[0] for number in range(140)])
found_by = [
    nearest(X_train, X_test[asked_for], 9),
    nearest(Z_train, Z_test[asked_for], 9),
]
shown, places = np.unique(np.concatenate(found_by), return_inverse=True)
store(
    "05_search-by-picture",
    {
        "syllables": SYLLABLES,
        "labels": y_train[shown].tolist(),
        "found": places.reshape(2, 140, 9).tolist(),
        "expected": [
            float(np.mean(y_train[f] == np.arange(140)[:, None])) for f in found_by
        ],
    },
)
sprite("05_search-by-picture", np.concatenate([X_test[asked_for], X_train[shown]]))
