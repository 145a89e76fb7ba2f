"""Whom a role means: "the minister", "the 58-year-old", "the carpet fitter".

Comes in:   the phrase, the scene and the people of the story.
Goes out:   the key of the person who was introduced with that role, or None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tellings.attribute.mentions import Gender, NameMention, gender_of_word
from tellings.attribute.people import People
from tellings.attribute.person import Person
from tellings.attribute.phrases import Phrase
from tellings.attribute.printed_roles import ROLE_NOUNS, written_out
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import singular, words_of
from tellings.languages.en.sources import PERSON_NOUNS
from tellings.languages.en.titles import FEMALE_KIN, MALE_KIN, TITLES
from tellings.records import Span

# Words that rank or place a role without saying which role it is.
_GENERIC = frozenset(
    ("top", "senior", "former", "own", "new", "local", "young", "old", "leading", "outgoing", "late")
)
_FORMER = frozenset(("ex", "former", "formerly", "late"))
_KIN = frozenset((*MALE_KIN, *FEMALE_KIN))
_TITLES = frozenset(TITLES)
WHOLLY, HALF = 1.0, 0.5


def person_by_role(phrase: Phrase, scene: Scene, people: People, roles: Roles) -> Person | None:
    """The person of the article (else of the story, if there is one only) whom a description fits."""
    age = age_of(phrase)
    if age is not None:
        return _by_age(age, scene, people)
    if phrase.head not in ROLE_NOUNS:
        return None
    here = _fitting(phrase, people.all_in(scene.article), scene)
    if here is not None or phrase.head in _KIN:
        return here
    return roles.only_one(phrase)


def age_of(phrase: Phrase) -> str | None:
    """ "58" for "the 58-year-old" and "the 58-year-old baker"; none for "the 58-year-old's lawyer"."""
    for word in phrase.core:
        if phrase.owner is not None and word.end <= phrase.owner.end:
            continue
        number, _, rest = word.low.partition("-")
        if number.isdigit() and rest == "year-old":
            return number
    return None


def described_gender(phrase: Phrase) -> Gender | None:
    """The gender that the head noun shows."""
    return gender_of_word(phrase.head)


def names_an_office(phrase: Phrase) -> bool:
    """Whether the head is a title that another may hold: no mere second name for whoever spoke last."""
    return phrase.head in _TITLES and phrase.head not in PERSON_NOUNS


def _by_age(age: str, scene: Scene, people: People) -> Person | None:
    for _, person, _ in people.all_in(scene.article):
        if any(m.age == age or _prints_age(m, scene.text, age) for m in person.mentions_in(scene.article)):
            return person
    return None


def _prints_age(mention: NameMention, text: str, age: str) -> bool:
    around = text[max(0, mention.span.start - 40) : mention.span.end + 40]
    return f"{age}-year-old" in around


def _fitting(phrase: Phrase, named: list[tuple[Span, Person, NameMention]], scene: Scene) -> Person | None:
    """Whoever the article introduced with the role; the one named last before the phrase wins a tie."""
    best: tuple[float, int, Person] | None = None
    wanted = _wanted(phrase)
    people = {person.number: person for _, person, _ in named}
    beside = {n: printed_beside(person, scene.article, scene.text) for n, person in people.items()}
    gone = _gone(phrase, beside)
    fits = {number: 0.0 if number in gone else _fit(phrase.head, wanted, beside[number]) for number in beside}
    for place, person, _ in named:
        fit = fits[person.number]
        if fit > HALF:
            near = place.start if place.start < phrase.span.start else -place.start
            if best is None or (fit, near) > best[:2]:
                best = (fit, near, person)
    return best[2] if best else None


def _gone(phrase: Phrase, beside: Mapping[int, frozenset[str]]) -> frozenset[int]:
    """Who held a role formerly, where another holds it: "the governor" is not the former one."""
    holders = {number for number, words in beside.items() if phrase.head in words}
    former = {number for number in holders if _FORMER & beside[number]}
    return frozenset(former) if former != holders and not _FORMER & phrase.modifiers else frozenset()


def _wanted(phrase: Phrase) -> frozenset[str]:
    """What a description says of the role, without ranks."""
    return frozenset(written_out(word) for word in phrase.modifiers - _GENERIC)


def printed_beside(person: Person, article: str, text: str) -> frozenset[str]:
    """The words of the roles that an article prints beside a person's name."""
    return frozenset(
        written_out(singular(word.low))
        for mention in person.mentions_in(article)
        for role in mention.roles
        for word in words_of(text, role)
    )


def _fit(head: str, wanted: frozenset[str], beside: frozenset[str]) -> float:
    """How much (0..1) of a description stands in what an article prints beside a name."""
    if head not in beside:
        return 0.0
    return len(wanted & beside) / len(wanted) if wanted else WHOLLY


class Roles:
    """Which people of a story are introduced with which words, found once for all descriptions."""

    def __init__(self, people: People, texts: dict[str, str]) -> None:
        self._introduced: dict[str, dict[frozenset[str], list[Person]]] = defaultdict(dict)
        for person in people.all:
            introductions = {printed_beside(person, article, texts[article]) for article in person.articles}
            for beside in introductions:
                for word in beside:
                    self._introduced[word].setdefault(beside, []).append(person)

    def only_one(self, phrase: Phrase) -> Person | None:
        """The one person of the story whom the whole description fits; never on a bare noun."""
        if not phrase.modifiers - _GENERIC:
            return None
        wanted = _wanted(phrase)
        fitting = {
            person.number: person
            for beside, persons in self._introduced.get(phrase.head, {}).items()
            if _fit(phrase.head, wanted, beside) == WHOLLY
            for person in persons
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def key_of(person: Person) -> Key:
    """The key of a person as a speaker."""
    return ("person", str(person.number))
