"""Whom a role means: "the minister", "the 58-year-old", "the carpet fitter".

Comes in:   the phrase, the scene and the people of the story.
Goes out:   the key of the person who was introduced with that role, or None.
"""

from __future__ import annotations

from tellings.attribute.mentions import ROLE_NOUNS, Gender, NameMention, gender_of_word
from tellings.attribute.people import People, Person
from tellings.attribute.phrases import Phrase
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import singular, words_of
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.sources import PERSON_NOUNS
from tellings.languages.en.titles import FEMALE_KIN, MALE_KIN, SHORT_TITLES, TITLES
from tellings.records import Span

# Words that rank or place a role without saying which role it is.
_GENERIC = frozenset(
    ("top", "senior", "former", "own", "new", "local", "young", "old", "leading", "outgoing", "late")
)
_KIN = frozenset((*MALE_KIN, *FEMALE_KIN))
_TITLES = frozenset(TITLES)
WHOLLY, HALF = 1.0, 0.5


def person_by_role(phrase: Phrase, scene: Scene, people: People, texts: dict[str, str]) -> Person | None:
    """The person of the article (else of the story, if there is one only) whom a description fits.

    `texts` are the texts of the story by article id.
    """
    age = age_of(phrase)
    if age is not None:
        return _by_age(age, scene, people)
    if phrase.head not in ROLE_NOUNS:
        return None
    here = _fitting(phrase, people.all_in(scene.article), scene)
    if here is not None or phrase.head in _KIN:
        return here
    return _in_story(phrase, people, texts)


def age_of(phrase: Phrase) -> str | None:
    """ "58" for "the 58-year-old" and "the 58-year-old baker"."""
    for word in phrase.core:
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
        if any(
            m.age == age or _prints_age(m, scene.text, age)
            for m in person.mentions
            if m.article == scene.article
        ):
            return person
    return None


def _prints_age(mention: NameMention, text: str, age: str) -> bool:
    around = text[max(0, mention.span.start - 40) : mention.span.end + 40]
    return f"{age}-year-old" in around


def _fitting(phrase: Phrase, named: list[tuple[Span, Person, NameMention]], scene: Scene) -> Person | None:
    """Whoever the article introduced with the role; the one named last before the phrase wins a tie."""
    best: tuple[float, int, Person] | None = None
    seen: dict[int, float] = {}
    for place, person, _ in named:
        if person.number not in seen:
            seen[person.number] = _fit(phrase, person, scene.article, scene.text)
        fit = seen[person.number]
        if fit > HALF:
            near = place.start if place.start < phrase.span.start else -place.start
            if best is None or (fit, near) > best[:2]:
                best = (fit, near, person)
    return best[2] if best else None


def _fit(phrase: Phrase, person: Person, article: str, text: str) -> float:
    """How much (0..1) of the phrase stands in what the article prints beside the person's name."""
    wanted = {written_out(word) for word in phrase.modifiers - _GENERIC}
    beside: set[str] = set()
    for mention in person.mentions:
        for role in mention.roles if mention.article == article else ():
            beside |= {written_out(singular(word.low)) for word in words_of(text, role)}
    if phrase.head not in beside:
        return 0.0
    return len(wanted & beside) / len(wanted) if wanted else WHOLLY


def _in_story(phrase: Phrase, people: People, texts: dict[str, str]) -> Person | None:
    """The one person of the story whom the whole description fits; never on a bare noun."""
    if not phrase.modifiers - _GENERIC:
        return None
    fitting = [
        person
        for person in people.all
        if any(
            _fit(phrase, person, article, texts[article]) == WHOLLY
            for article in {m.article for m in person.mentions}
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def written_out(word: str) -> str:
    """A title in full, a country by its name: "gen" -> "general", "american" -> "america"."""
    return SHORT_TITLES.get(word, COUNTRY_OF.get(word, word))


def key_of(person: Person) -> Key:
    """The key of a person as a speaker."""
    return ("person", str(person.number))
