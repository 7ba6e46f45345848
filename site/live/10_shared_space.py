# Both encoders' pieces and matrices, the sentences, and what the search box says.
from store import store

numbers = {"threshold": threshold, "english": [*english], "korean": [*korean]}
matrices, tried = {}, ["실행 취소", "글꼴을 더 크게", "비가 내린다", "cat"]
for name, counter, own, Z in (
    ("en", english_pieces, W_english, Z_english),
    ("ko", korean_pieces, W_korean, Z_korean),
):
    numbers[f"pieces_{name}"] = counter.get_feature_names_out().tolist()
    matrices |= {f"W_{name}": counter.idf_[:, None] * own, f"Z_{name}": unit(Z)}
numbers["expected"] = {}
for query in [*tried, "undo the last change", "close all the files"]:
    rows, similarity = closest(query)
    numbers["expected"][query] = np.stack([similarity, rows], axis=1).tolist()
store("10_search-widget", numbers, **matrices)
