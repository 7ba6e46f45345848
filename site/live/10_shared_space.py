# Both encoders' pieces and matrices, the sentences, and what the search box says.
from store import store

numbers, matrices = {"threshold": float(threshold), "english": list(english), "korean": list(korean)}, {}
for name, counter, W, Z in (("en", english_pieces, W_english, Z_english), ("ko", korean_pieces, W_korean, Z_korean)):
    used = np.flatnonzero(np.linalg.norm(W, axis=1) > 0)
    numbers[f"pieces_{name}"] = counter.get_feature_names_out()[used].tolist()
    matrices |= {f"W_{name}": counter.idf_[used, None] * W[used], f"Z_{name}": unit(Z)}
tried = ["실행 취소", "글꼴을 더 크게", "비가 내린다", "undo the last change", "close all the files", "cat"]
numbers["expected"] = {query: [[float(s), int(row)] for row, s in zip(*closest(query))] for query in tried}
store("10_search-widget", numbers, **matrices)
print({key: np.shape(value) for key, value in matrices.items()})
