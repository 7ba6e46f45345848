"""English–Korean sentence pairs: the texts of JupyterLab's own interface."""

from importlib.util import find_spec
import json
from pathlib import Path
import re

# Code, tags, addresses; placeholders with their particle; mnemonics.
_NOT_TEXT = re.compile(
    r"\{.*\}|<[^<>]+>|https?://[^\s)]+"
    r"|(\(%\d+\)|(['\"`]?)%\d+\2)([을를이가은는의에로와과]\b)?"
    r"|[`$]|%%|\(&\w\)|&(?=\w)",
    re.DOTALL,
)


def interface_pairs():
    """Read the interface texts that come in English and in Korean, in a fixed order.

    Returns
    -------
    pairs : list of (english, korean), two str each; about 2,150, distinct even when
        case and punctuation are ignored. Code, tags, addresses, placeholders and
        mnemonics are taken out; texts left without Hangul (never translated) or an
        English word are left out.

    The source is the package jupyterlab-language-pack-ko-KR (Project Jupyter
    contributors, BSD licence), which is looked up and never imported: its JSON files,
    by name, each in its own order. Raises ModuleNotFoundError if it is missing.
    """
    package = find_spec("jupyterlab_language_pack_ko_KR")
    if package is None:
        command = "pip install jupyterlab-language-pack-ko-KR"
        raise ModuleNotFoundError(
            f"The interface texts are missing. Install them with: {command}"
        )
    pairs = {}
    folder = Path(package.origin).parent / "locale/ko_KR/LC_MESSAGES"
    for file in sorted(folder.glob("*.json")):
        for text, (korean, *_) in list(json.loads(file.read_text("utf-8")).items())[1:]:
            english = text.split("\x04")[-1]  # before \x04 stands the text's place
            pair = tuple(
                " ".join(_NOT_TEXT.sub(" ", t).split()) for t in (english, korean)
            )
            if re.search("[A-Za-z]{2}", pair[0]) and re.search("[가-힣]", pair[1]):
                pairs.setdefault(re.sub(r"[\W_]+", " ", " | ".join(pair).lower()), pair)
    return list(pairs.values())
