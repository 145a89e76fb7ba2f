"""Whom a pronoun means.

Comes in:   the scene, the people and bodies of the story, a pronoun's place and the content it introduces.
Goes out:   the key of the speaker meant, or None.

For "he" and "she" candidates are the people named or described in the sentences before and those who spoke
last, whose gender agrees; `ranking` weighs them. For "it" and "they" they are bodies and groups, weighed by
how near they stand and whether they spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.attribute.asides import in_brackets, in_marks, is_fronted, is_quoted, is_reported
from tellings.attribute.bodies import Bodies, is_body_noun
from tellings.attribute.lookup import unnamed
from tellings.attribute.mentions import Gender
from tellings.attribute.nominals import people_described
from tellings.attribute.people import People
from tellings.attribute.ranking import FURTHEST, Candidate, Place, Situation, best
from tellings.attribute.roles import described_gender
from tellings.attribute.scene import Key, Said, Scene
from tellings.attribute.words import singular
from tellings.languages.en.sources import FEMALE_PRONOUNS, FIRST_PERSON, MALE_PRONOUNS, RELATIVE_PRONOUNS
from tellings.records import Span

_MARKS = "\"“‘'"
SPOKE = 40
"""How many statements back it counts who spoke."""
DESCRIBED_WITHIN = 1
"""Sentences back within which somebody without a name is looked for."""
REACH = FURTHEST
"""How many sentences back a pronoun looks."""
SPOKE_LAST, OPENED, QUOTED, EACH_SENTENCE = 1.6, 1.0, -2.5, -1.0
"""Weights of the signs for bodies and groups; they add up."""


@dataclass(frozen=True, slots=True)
class _Weighed:
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
        return outer.key if outer else _quoting(span, scene)
    if pronoun in MALE_PRONOUNS or pronoun in FEMALE_PRONOUNS:
        meant = candidates(pronoun, span, content, scene, people)
        return best(meant, situation_of(span, content, scene))
    return _best(_bodies(pronoun, span, content, scene, bodies))


def _quoting(span: Span, scene: Scene) -> Key | None:
    """Who spoke last, where an "I" stands in a paragraph that goes on with a quotation."""
    number = scene.sentence_at(span.start)
    paragraph = scene.paragraph_at(span.start)
    while number and scene.reading.sentences[number - 1].paragraph == paragraph:
        number -= 1
    start = scene.sentence_start(number)
    last = scene.last_said(start)
    opens = bool(scene.text[start : start + 1]) and scene.text[start] in _MARKS
    return last.key if opens and last is not None and scene.goes_on(last.at, start) else None


def _best(weighed: Iterator[_Weighed]) -> Key | None:
    likeliest = max(weighed, key=lambda c: (c.weight, c.place), default=None)
    return likeliest.key if likeliest else None


def _relative(span: Span, scene: Scene, people: People) -> Key | None:
    """ "Vardan, who said": the name right before."""
    before = people.mentions_before(
        scene.article, span.start, scene.sentence_start(scene.sentence_at(span.start))
    )
    return ("person", str(before[-1][1].number)) if before else None


def candidates(
    pronoun: str, span: Span, content: tuple[Span, ...], scene: Scene, people: People
) -> list[Candidate]:
    """Everybody whom "he" or "she" at `span` may mean: people named, described or speaking shortly before."""
    gender: Gender = "male" if pronoun in MALE_PRONOUNS else "female"
    found: dict[Key, Candidate] = {}
    _add_named(found, gender, span, content, scene, people)
    _add_speakers(found, gender, span, scene)
    _add_described(found, gender, span, content, scene, people)
    himself = _speaks_in_marks(scene.around(span), span, scene)
    told_of = _named_around(span, content, found)
    others = [each for key, each in found.items() if key != himself and key not in told_of]
    named_outside = [each for each in others if not all(in_marks(p.at, span, scene) for p in each.places)]
    return named_outside or others


def _named_around(span: Span, content: tuple[Span, ...], found: dict[Key, Candidate]) -> frozenset[Key]:
    """Who is named in what a speaker interrupts: nobody says "Rusk, he said, was ill" of himself."""
    if len(content) < 2 or not content[0].end <= span.start < content[-1].start:
        return frozenset()
    return frozenset(
        key
        for key, each in found.items()
        if any(part.start <= place.at < part.end for place in each.places for part in content)
    )


def situation_of(span: Span, content: tuple[Span, ...], scene: Scene) -> Situation:
    """Where a pronoun stands, and who spoke before it. Behind a quotation it stands where that begins."""
    here = scene.sentence_at(span.start)
    opening = _opening(span, scene)
    return Situation(
        at=span.start - max(0, scene.sentence_start(here) - opening),
        sentence=scene.sentence_at(opening),
        paragraph=scene.paragraph_at(opening),
        opens=span.start == scene.sentence_start(here),
        closing=bool(content) and content[0].end <= span.start,
        female=span.words_in(scene.text).lower() in FEMALE_PRONOUNS,
        last=scene.last_said(span.start),
        spoke=tuple(said.key for said in scene.said[-SPOKE:] if said.at < span.start),
    )


def _opening(span: Span, scene: Scene) -> int:
    """Where the quotation begins that ends in the pronoun's sentence; else where the pronoun stands."""
    start = scene.sentence_start(scene.sentence_at(span.start))
    quotation = scene.quotation_at(start)
    return quotation[0].start if quotation and quotation[-1].end <= span.start else span.start


def _add_named(
    found: dict[Key, Candidate],
    gender: Gender,
    span: Span,
    content: tuple[Span, ...],
    scene: Scene,
    people: People,
) -> None:
    start = scene.sentence_start(scene.sentence_at(_opening(span, scene)) - REACH)
    openers: set[int] = set()
    mentions = people.mentions_before(scene.article, span.start, start)
    for at, (place, person, mention) in enumerate(mentions):
        sentence = scene.sentence_at(place.start)
        following = mentions[at + 1][0] if at + 1 < len(mentions) else place
        opens = sentence not in openers and not is_fronted(place, following, scene)
        if opens:
            openers.add(sentence)
        if person.gender not in (None, gender) or in_brackets(place, scene):
            continue
        key: Key = ("person", str(person.number))
        aside = is_quoted(place, span, content, scene)
        held = found.setdefault(key, Candidate(key, gender_known=person.gender is not None, named=True))
        held.places.append(
            Place(
                at=place.start,
                sentence=sentence,
                paragraph=scene.paragraph_at(place.start),
                opens=opens,
                full=mention.name.is_full,
                possessive=mention.possessive,
                aside=aside,
                reported=not aside and is_reported(key, place, span, scene),
            )
        )


def _add_speakers(found: dict[Key, Candidate], gender: Gender, span: Span, scene: Scene) -> None:
    here = scene.sentence_at(_opening(span, scene))
    for said in scene.said[-6:]:
        if said.gender not in (None, gender) or said.plural or not said.human or said.at >= span.start:
            continue
        sentence = scene.sentence_at(said.at)
        if here - sentence <= REACH:
            held = found.setdefault(said.key, Candidate(said.key, gender_known=said.gender is not None))
            held.places.append(Place(said.at, sentence, said.paragraph, opens=True))


def _add_described(
    found: dict[Key, Candidate],
    gender: Gender,
    span: Span,
    content: tuple[Span, ...],
    scene: Scene,
    people: People,
) -> None:
    """Somebody without a name in the sentences right before: "an officer on the scene sounds the alarm"."""
    here = scene.sentence_at(_opening(span, scene))
    for phrase in people_described(scene, scene.sentence_start(here - DESCRIBED_WITHIN), span.start):
        opening = scene.sentence_start(scene.sentence_at(phrase.span.start))
        if people.mentions_before(scene.article, phrase.span.start, opening):
            continue  # "Merrow had blamed his wife, who worked as an accountant": he, not the accountant
        shown = described_gender(phrase)
        if shown in (None, gender) and not is_quoted(phrase.span, span, content, scene):
            key, at = unnamed(phrase, scene), phrase.span.start
            held = found.setdefault(key, Candidate(key, gender_known=shown is not None))
            held.places.append(Place(at, scene.sentence_at(at), scene.paragraph_at(at), opens=True))


def _bodies(
    pronoun: str, span: Span, content: tuple[Span, ...], scene: Scene, bodies: Bodies
) -> Iterator[_Weighed]:
    plural = pronoun not in ("it", "itself")
    here = scene.sentence_at(_opening(span, scene))
    last = scene.last_said(span.start)
    for place, name in bodies.mentions_before(scene.article, span.start, scene.sentence_start(here - 2)):
        weight = EACH_SENTENCE * (here - scene.sentence_at(place.start))
        yield _Weighed(("body", name), place.start, weight + QUOTED * is_quoted(place, span, content, scene))
    for said in scene.said[-6:]:
        one = said.key[0] == "group" and _is_one_body(str(said.key[-1]))
        fits = said.key[0] in ("body", "joint") or (said.plural if plural else one)
        if fits and said.at < span.start and here - scene.sentence_at(said.at) <= REACH:
            weight = EACH_SENTENCE * (here - scene.sentence_at(said.at)) + OPENED
            yield _Weighed(said.key, said.at, weight + SPOKE_LAST * (said is last) + (plural and said.plural))


def _is_one_body(words: str) -> bool:
    """Whether a group that is only described is one body: "The army said … It said"."""
    head = words.split()[-1]
    return is_body_noun(head) and singular(head) == head


def _speaks_in_marks(outer: Said | None, span: Span, scene: Scene) -> Key | None:
    """Whose own words the pronoun stands in: nobody who is quoted calls himself "he"."""
    if outer is None:
        return None
    opened = any(part.covers(span) and scene.text[part.start] in _MARKS for part in outer.content)
    return outer.key if opened else None
