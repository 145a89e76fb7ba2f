"""Whom a pronoun means.

Comes in:   the scene, the people and bodies of the story, a pronoun's place and the content it introduces.
Goes out:   the key of the speaker meant, or None.

Candidates are the people named in the sentences before and those who spoke last. They are weighed by how
near they stand, whether they opened their sentence, and whether they spoke last; gender must agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.attribute.bodies import Bodies
from tellings.attribute.lookup import unnamed
from tellings.attribute.mentions import Gender
from tellings.attribute.nominals import people_described
from tellings.attribute.people import People
from tellings.attribute.roles import described_gender
from tellings.attribute.scene import Key, Said, Scene
from tellings.languages.en.sources import FEMALE_PRONOUNS, FIRST_PERSON, MALE_PRONOUNS, RELATIVE_PRONOUNS
from tellings.records import Span

_MARKS = "\"“‘'"
DESCRIBED_WITHIN = 1
"""Sentences back within which somebody without a name is looked for."""
REACH = 8
"""How many sentences back a pronoun looks."""
SPOKE_LAST, OPENED, FULL_NAME, POSSESSIVE, QUOTED, EACH_SENTENCE = 1.6, 1.0, 0.4, -0.8, -2.5, -1.0
OVERTAKEN = 0.3
REPORTED = -0.8
"""Weights of the signs; they add up."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: Key
    place: int
    weight: float


def antecedent(
    pronoun: str, span: Span, content: tuple[Span, ...], scene: Scene, people: People, bodies: Bodies
) -> Key | None:
    """The speaker that `pronoun` at `span` means."""
    if pronoun in RELATIVE_PRONOUNS:
        return _relative(span, scene, people)
    outer = scene.around(span)
    if pronoun in FIRST_PERSON:
        return outer.key if outer else None
    if pronoun in MALE_PRONOUNS or pronoun in FEMALE_PRONOUNS:
        gender: Gender = "male" if pronoun in MALE_PRONOUNS else "female"
        himself = _speaks_in_marks(outer, span, scene)
        candidates = (*_people(gender, span, content, scene, people), *_described(gender, span, scene))
        return _best(each for each in candidates if each.key != himself)
    return _best(_bodies(pronoun, span, content, scene, bodies))


def _best(candidates: Iterator[_Candidate]) -> Key | None:
    best = max(candidates, key=lambda c: (c.weight, c.place), default=None)
    return best.key if best else None


def _relative(span: Span, scene: Scene, people: People) -> Key | None:
    """ "Vardan, who said": the name right before."""
    before = people.mentions_before(
        scene.article, span.start, scene.sentence_start(scene.sentence_at(span.start))
    )
    return ("person", str(before[-1][1].number)) if before else None


def _people(
    gender: Gender, span: Span, content: tuple[Span, ...], scene: Scene, people: People
) -> Iterator[_Candidate]:
    here = scene.sentence_at(span.start)
    last = scene.last_said(span.start)
    spoke = SPOKE_LAST if last is not None and _is_near(last, span, scene) else 0.0
    openers: set[int] = set()
    start = scene.sentence_start(here - REACH)
    named: list[tuple[Key, int, float]] = []
    for place, person, mention in people.mentions_before(scene.article, span.start, start):
        sentence = scene.sentence_at(place.start)
        opens = sentence not in openers
        openers.add(sentence)
        if person.gender not in (None, gender):
            continue
        key: Key = ("person", str(person.number))
        weight = EACH_SENTENCE * (here - sentence)
        weight += OPENED * opens + FULL_NAME * mention.name.is_full + POSSESSIVE * mention.possessive
        quoted = _is_quoted(place, span, content, scene)
        weight += REPORTED * (not quoted and _is_reported(place, span, scene))
        named.append((key, place.start, weight + QUOTED * quoted))
        if (
            last is not None
            and opens
            and not (quoted or mention.possessive)
            and place.start > last.at
            and key != last.key
        ):
            spoke = min(spoke, OVERTAKEN)
    for key, at, weight in named:
        yield _Candidate(key, at, weight + spoke * (last is not None and last.key == key))
    for said in scene.said[-6:]:
        if said.gender not in (None, gender) or said.plural or not said.human or said.at >= span.start:
            continue
        weight = EACH_SENTENCE * (here - scene.sentence_at(said.at)) + OPENED + spoke * (said is last)
        if weight > -REACH:
            yield _Candidate(said.key, said.at, weight)


def _bodies(
    pronoun: str, span: Span, content: tuple[Span, ...], scene: Scene, bodies: Bodies
) -> Iterator[_Candidate]:
    plural = pronoun not in ("it", "itself")
    here = scene.sentence_at(span.start)
    last = scene.last_said(span.start)
    for place, name in bodies.mentions_before(scene.article, span.start, scene.sentence_start(here - 2)):
        weight = EACH_SENTENCE * (here - scene.sentence_at(place.start))
        yield _Candidate(
            ("body", name), place.start, weight + QUOTED * _is_quoted(place, span, content, scene)
        )
    for said in scene.said[-6:]:
        fits = said.key[0] in ("body", "joint") or (plural and said.plural)
        if fits and said.at < span.start and here - scene.sentence_at(said.at) <= REACH:
            weight = EACH_SENTENCE * (here - scene.sentence_at(said.at)) + OPENED
            yield _Candidate(
                said.key, said.at, weight + SPOKE_LAST * (said is last) + (plural and said.plural)
            )


def _speaks_in_marks(outer: Said | None, span: Span, scene: Scene) -> Key | None:
    """Whose own words the pronoun stands in: nobody who is quoted calls himself "he"."""
    if outer is None:
        return None
    opened = any(part.covers(span) and scene.text[part.start] in _MARKS for part in outer.content)
    return outer.key if opened else None


def _described(gender: Gender, span: Span, scene: Scene) -> Iterator[_Candidate]:
    """Somebody without a name in the sentences right before: "an officer on the scene sounds the alarm"."""
    here = scene.sentence_at(span.start)
    for phrase in people_described(scene, scene.sentence_start(here - DESCRIBED_WITHIN), span.start):
        if described_gender(phrase) in (None, gender):
            weight = EACH_SENTENCE * (here - scene.sentence_at(phrase.span.start)) + OPENED
            yield _Candidate(unnamed(phrase, scene), phrase.span.start, weight)


def _is_near(said: Said, span: Span, scene: Scene) -> bool:
    return scene.paragraph_at(span.start) - said.paragraph <= 1


def _is_reported(place: Span, span: Span, scene: Scene) -> bool:
    """Whether a mention stands in what somebody else is said to have said: it is spoken about."""
    around = scene.around(place)
    return around is not None and not any(part.covers(span) for part in around.content)


def _is_quoted(place: Span, span: Span, content: tuple[Span, ...], scene: Scene) -> bool:
    """Whether a mention stands inside what is said, while the pronoun does not."""
    if any(part.covers(place) and not part.covers(span) for part in content):
        return True
    return any(
        part.covers(place) and not part.covers(span) and scene.text[part.start] in "\"“‘'"
        for said in scene.said[-6:]
        for part in said.content
    )
