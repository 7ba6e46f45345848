"""The exercise checker.

`python -m helpers.exercises exercise-2 b` prints what a source writes for the answer b.
"""

import hashlib
import re
import sys

_REPLIES = {
    "ko": {
        "blank": "✏️ 아직 풀지 않았습니다. "
        "위 셀의 ... 자리에 답을 쓰고 두 셀을 다시 실행하세요.",
        "right": "✅ 맞았습니다.",
        "wrong": "❌ 아직 아닙니다.",
        "raised": "⚠️ 실행하다가 오류가 났습니다:",
        "hint": "💡 힌트:",
        "letter": "✏️ 보기의 글자 하나로 답하세요.",
    },
    "en": {
        "blank": "✏️ Not attempted yet. "
        "Put your answer in place of ... above and run both cells.",
        "right": "✅ Right.",
        "wrong": "❌ Not yet.",
        "raised": "⚠️ Your answer raised an error:",
        "hint": "💡 Hint:",
        "letter": "✏️ Answer with one of the letters.",
    },
}


class _Blank(Exception):
    """An answer that is still None or ..."""


def check(answer, test, hint):
    """Print what became of an exercise: not attempted, wrong, an error, or right.

    answer : a value, a tuple or a function; not attempted while it, one of its parts or
        what the function returns is None or `...`
    test : a function of the answer, true if it is right; it may also fail an assert,
        whose message then stands before the hint
    hint : shown unless the answer is right; with Hangul in it, the reply is Korean
    """
    reply = _REPLIES["ko" if re.search("[가-힣]", hint) else "en"]
    try:
        right, outcome = test(_watched(answer)), reply["wrong"]
    except _Blank:
        print(reply["blank"])
        return
    except AssertionError as error:
        right, outcome = False, f"{reply['wrong']} {error}"
    except Exception as error:
        right, outcome = False, f"{reply['raised']} {type(error).__name__}: {error}"
    print(reply["right"] if right else f"{outcome}\n{reply['hint']} {hint}")


def check_choice(question, answer, right, reasons):
    """Print what became of a choice, with the reason for the answer given.

    question : id of the exercise
    answer : a letter: "b", "B", 2 and "2" are the same; `...` is not attempted
    right : `secret` of the right letter, so that it cannot be read in the cell
    reasons : why each letter is right or wrong, by letter
    """
    reply = _REPLIES["ko" if re.search("[가-힣]", "".join(reasons.values())) else "en"]
    if answer is None or answer is ...:
        print(reply["blank"])
        return
    letter = str(answer).strip().lower()
    if letter.isdecimal() and 0 < int(letter) <= len(reasons):
        letter = sorted(reasons)[int(letter) - 1]
    if letter not in reasons:
        print(reply["letter"])
        return
    outcome = "right" if secret(question, letter) == right else "wrong"
    print(reply[outcome], reasons[letter])


def secret(question, letter):
    """A fingerprint of the answer, another one for each question."""
    return hashlib.sha256(f"{question} {letter}".encode()).hexdigest()[:8]


def _watched(answer):
    """The answer; a function is wrapped, so that a blank one is noticed when called."""
    parts = answer if isinstance(answer, tuple) else (answer,)
    if any(part is None or part is ... for part in parts):
        raise _Blank
    return (lambda *given: _watched(answer(*given))) if callable(answer) else answer


if __name__ == "__main__":
    print(secret(*sys.argv[1:]))
