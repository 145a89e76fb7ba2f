"""Roles and ages printed beside a name.

Comes in:   the words of an article and the run of capitals that holds a name.
Goes out:   the role before it ("the foreign minister, Elena Stoica,"), the role and the age behind it.
Left out:   what somebody else is: "a spokesman for Mayor Hale" tells of Hale that he is the mayor.
"""

from __future__ import annotations

from tellings.attribute.runs import DOTTED, GIVEN, HONORIFICS, Run
from tellings.attribute.words import Word, fold, singular, stands_apart
from tellings.languages.en import titles
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.function_words import FUNCTION_WORDS, REPORTING_WORDS
from tellings.languages.en.openers import CLAUSE_OPENERS, PARTICIPLE_OPENERS, SUBJECTS
from tellings.languages.en.sources import DEFINITE, INTRODUCING, POSSESSIVE
from tellings.records import Span

ROLE_NOUNS = frozenset((*titles.ROLES, *titles.MALE_KIN, *titles.FEMALE_KIN, *titles.TITLES))
_KIN = frozenset((*titles.MALE_KIN, *titles.FEMALE_KIN))
_OF_ANOTHER = frozenset((*_KIN, *titles.SPOKESPEOPLE, *titles.HELPERS))
_QUALIFIERS = frozenset(titles.ROLE_QUALIFIERS)
_ROLE_LINKS = frozenset(("of", "the", "and", "'s", "for"))
_LEADS_TO_ANOTHER = frozenset(("of", "for", "to"))
_A = frozenset(("a", "an", "the"))
_DETERMINERS = frozenset((*DEFINITE, *INTRODUCING, *POSSESSIVE, "'s"))
_ENDS_APPOSITION = frozenset(",;).:(—–")
_OPENERS = frozenset((*CLAUSE_OPENERS, *PARTICIPLE_OPENERS))
_SUBJECTS = frozenset(SUBJECTS) - frozenset(DEFINITE)
_PLAIN = frozenset((*FUNCTION_WORDS, *REPORTING_WORDS))
_SAYING = ("said", "says", "told")
_APPOSITION = 18
"""How many words of an apposition are read for a role."""
_MODIFIERS = 3
"""Small words that may stand between a determiner and a role: "the former campaign manager"."""
_OF_WHAT = 6
"""Words within which "the president of the harbour council" names what is presided over."""


class Apposition:
    """What stands after a name between commas."""

    __slots__ = ("age", "role")

    def __init__(self, role: Span | None = None, age: str | None = None) -> None:
        self.role = role
        self.age = age


def written_out(word: str) -> str:
    """A title in full, a country by its name: "gen" -> "general", "american" -> "america"."""
    return titles.SHORT_TITLES.get(word, COUNTRY_OF.get(word, word))


def titles_in(role: str) -> frozenset[str]:
    """The nouns of a role that tell what somebody is, in full: "general" of "Gen."."""
    told = (written_out(singular(word.strip(".,'’"))) for word in fold(role).split())
    return frozenset(word for word in told if word in ROLE_NOUNS)


def apposition(text: str, words: list[Word], run: Run) -> Apposition:
    """The role and the age behind a name: "Elena Stoica, 51, the foreign minister"."""
    at = run.last + 1
    if at < len(words) and words[at].text == "." and run.last + 1 < len(words) - 1:
        at += 1
    if at >= len(words) or words[at].text not in (",", "("):
        return Apposition()
    inner: list[Word] = []
    age: str | None = None
    for word in words[at + 1 : at + 1 + _APPOSITION]:
        if word.text == "." and inner and (inner[-1].low in DOTTED or len(inner[-1].text) == 1):
            continue
        if word.text in _ENDS_APPOSITION or word.low in ("who", "which", *_SAYING):
            if inner and inner[0].low in ("a", "the") and word.low in _SAYING:
                return Apposition(None, age)  # "of Hale, the mayor said": the mayor is another
            if inner and inner[0].text.isdigit() and len(inner) == 1 and word.text == ",":
                age, inner = inner[0].text, []
                continue
            break
        if inner and "\n" in text[inner[-1].end : word.start]:
            break
        inner.append(word)
    if inner and inner[0].text.isdigit() and len(inner) == 1:
        return Apposition(None, inner[0].text)
    heads = [
        at
        for at, word in enumerate(inner)
        if singular(word.low) in ROLE_NOUNS and word.low == singular(word.low)
    ]
    if not heads or heads[0] > 7 or _opens_clause(inner) or _names_another(inner, heads[-1]):
        return Apposition(None, age)
    return Apposition(Span(_without_article(inner)[0].start, inner[-1].end), age)


def _names_another(inner: list[Word], head: int) -> bool:
    """ "(against) Hale, Senate leader Tobias Merrow (said)": the role is that of who follows it."""
    return head + 1 < len(inner) and inner[head + 1].low in GIVEN and inner[head + 1].is_name_like


def _opens_clause(inner: list[Word]) -> bool:
    first = inner[0]
    verbal = first.low.endswith(("ed", "ly")) or (
        first.low.endswith("s") and inner[1:2] and inner[1].low in _A
    )
    tells = first.low in FINITE_HELPERS or (not first.is_name_like and verbal)
    return tells or first.low in (
        *_SUBJECTS,
        "and",
        "but",
        "while",
        "when",
        "where",
        "as",
        "if",
        "after",
        "before",
        "whose",
        "with",
    )


def _without_article(inner: list[Word]) -> list[Word]:
    return inner[1:] if inner[0].low in ("a", "an", "the", "another", "one") and len(inner) > 1 else inner


def role_before(text: str, words: list[Word], run: Run) -> Span | None:
    """The role printed right before a name: "Kremlin spokesman", "chairman of the Joint Chiefs"."""
    set_off = _set_off(words, run)
    last = run.name_at if set_off is None else run.name_at - 1
    first = last if set_off is None else set_off
    noun = set_off is not None and set_off < last
    while first > 0 and last - first < _APPOSITION:
        word = words[first - 1]
        if word.text == "." and first > 1 and words[first - 2].low in DOTTED:
            first -= 1
            continue
        before_comma = first == last != run.name_at
        if not before_comma and stands_apart(text, word, words[first]):
            break
        low = word.low
        of_another = noun and low in _LEADS_TO_ANOTHER and words[first - 2].low in _OF_ANOTHER
        if low in _OPENERS or (of_another and set_off is None):
            break
        if low == "and" and words[first - 2].low not in ROLE_NOUNS:
            break  # "Merrow and Mayor Hale": the first is no role of the second
        if low in ROLE_NOUNS:
            noun = True
        elif not (word.is_name_like or low in _QUALIFIERS or _links(words, first - 1, noun=noun)):
            first -= _modifiers(text, words, first) if noun else 0
            break
        first -= 1
    first = _behind_another(words, first, last)
    while first < last and (words[first].low in _ROLE_LINKS or not words[first].is_word):
        first += 1
    while first < last and (words[last - 1].low in HONORIFICS or not words[last - 1].is_word):
        last -= 1  # "U.N. envoy Sir Alan Rudd"
    return Span(words[first].start, words[last - 1].end) if noun and first < last else None


def _links(words: list[Word], at: int, *, noun: bool) -> bool:
    """Whether a word between two others of a role ties them: "of", "'s", the mark of "Workers'"."""
    owner = at > 0 and words[at - 1].is_name_like and words[at - 1].low.endswith("s")
    return noun and (words[at].low in _ROLE_LINKS or (words[at].text in ("'", "’") and owner))


def _behind_another(words: list[Word], first: int, last: int) -> int:
    """Where the role begins behind what it belongs to: "(Centre Party of) Prime Minister"."""
    for at in range(first + 1, last):
        if words[at].low in _LEADS_TO_ANOTHER:
            told = any(word.low in ROLE_NOUNS for word in words[first:at])
            return first if told else at + 1
    return first


def _modifiers(text: str, words: list[Word], first: int) -> int:
    """How many small words before the place, from a determiner on, belong to the role: "the foreign"."""
    if words[first].low in DOTTED:
        return 0
    for count in range(_MODIFIERS + 1):
        at = first - count - 1
        if at < 0 or stands_apart(text, words[at], words[at + 1]):
            return 0
        if words[at].low in _DETERMINERS:
            return count
        if words[at].low in _PLAIN or not words[at].text.isalpha() or words[at].low.endswith("ed"):
            return 0
    return 0


def _set_off(words: list[Word], run: Run) -> int | None:
    """Where the role begins in "the president, Otto Kranz," and "the head of the union, Ann Dale,"."""
    comma, behind = run.name_at - 1, run.last + 1
    if run.name_at != run.first or comma < 1 or behind >= len(words):
        return None
    if words[comma].text != "," or words[behind].text != ",":
        return None
    if words[comma - 1].low in ROLE_NOUNS:
        return comma
    for at in range(comma - 2, max(0, comma - _OF_WHAT), -1):
        if not words[at + 1].is_word:
            return None
        if words[at].low in ROLE_NOUNS - _KIN and words[at + 1].low in ("at", "for", "of"):
            return at if words[at - 1].low in _DETERMINERS | _QUALIFIERS else None
    return None
