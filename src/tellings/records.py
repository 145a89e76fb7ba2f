"""The vocabulary: the nouns that every room shares.

Comes in:   nothing; these are definitions.
Goes out:   frozen records. A room takes the record of the room before it and returns one of its own,
            which holds what came in, so that any line can be walked back to the characters it rests on.

The way through the house, and the record each room adds:

    collect -> Collection   articles as given, and what was set aside
    read    -> Reading      one article: sentences, entities, dates, attributions, sentence vectors
    group   -> Grouped      the readings of one story, in order of time
    trace   -> Traced       boilerplate, credits, derivations, origins
    attribute -> Attributed speakers, statements, utterances and their drift
    compare -> Compared     claims, conflicts, naming, coverage
    tell    -> Story        (in `tellings.dossier`) the brief and the timeline, ready to print

All positions are half-open `[start, end)` in Unicode characters of `Article.text`, which is never edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


# ---------------------------------------------------------------- places in a text


class Span(NamedTuple):
    """Characters `[start, end)` of one article's text."""

    start: int
    end: int

    def words_in(self, text: str) -> str:
        """The exact words the span points at."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class Cite(NamedTuple):
    """Exact characters of one article: an article id and a span."""

    article: str
    span: Span


# ---------------------------------------------------------------- collect


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One account as it was given.

    `text` holds the characters as decoded (a title, a blank line and the body where the source holds
    both). Unknown metadata is None, never guessed.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO date or date-time."""
    title: str | None = None
    byline: str | None = None
    language: str = "en"
    based_on: tuple[str, ...] = ()
    """Agencies and pages that the source's own metadata (isBasedOn, sourceOrganization) names."""
    captured: str | None = None
    """ISO date-time at which a web archive recorded the page; it says nothing of its publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Something that could not be used, why, and what to do about it."""

    path: str
    reason: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What `collect` found in the sources, in the order given."""

    articles: tuple[Article, ...]
    set_aside: tuple[SetAside, ...] = ()


# ---------------------------------------------------------------- read

EntityType = Literal["person", "organisation", "place", "nationality", "event", "date", "quantity", "other"]
Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and the paragraph it stands in (both counted from 0)."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named thing as printed."""

    span: Span
    type: EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A temporal expression resolved to a day, a month or a year.

    `value` is ISO, as precise as the text allows ("2015-10-20", "2015-10", "2015"). `rests_on` is the
    expression of the same text that anchored it (a dateline, a full date), or None when the article's
    publication date did, or `story`: words of another article that tells the same. `misfit` says in words how
    a printed weekday does not fit its printed date.
    """

    span: Span
    value: str
    rests_on: Span | None = None
    misfit: str | None = None
    story: Cite | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted or measured amount: "at least 48 civilians", "$284 billion", "some 30 miles".

    `low` and `high` bound the value in `unit` (equal for an exact figure, None where open: "more than 100"
    has low 100 and high None). `unit` is a normalised unit of measure ("USD", "m", "percent", "hour") or ""
    for a plain count; `counted` is the lower-cased head noun of what is counted ("civilians"), "" if none.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str = ""
    counted: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution relation: who is said to have said what, with which words.

    Each role is a tuple of spans in order of place. `source` and `cue` may be empty.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """One article as read.

    `vectors` is float32 of shape (len(sentences), 384), rows of unit length.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    vectors: NDArray[np.float32]


# ---------------------------------------------------------------- group


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouped:
    """The readings of one story, in the order they were given."""

    id: str
    readings: tuple[Reading, ...]

    def reading_of(self, article: str) -> Reading:
        """The reading of the article with this id."""
        return next(r for r in self.readings if r.article.id == article)


# ---------------------------------------------------------------- trace

CreditKind = Literal["wire", "cited-report", "byline-agency", "photo"]
DerivationKind = Literal["copy", "rewrite"]
OriginKind = Literal["agency", "outlet", "official", "document", "person"]
ReasonKind = Literal["credit", "shared-text", "same-statement", "same-owner", "by-hand"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or outlet that an article says its information or its photo comes from."""

    name: str
    kind: CreditKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """An article whose text is visibly that of another one of the story.

    `share` is the part (0..1) of the article's own words, boilerplate left out, that stands in `passages`:
    pairs (span here, span in the other article).
    """

    article: str
    kind: DerivationKind
    share: float
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What one article rests on: its boilerplate (not part of the story), credits, derivations."""

    article: str
    boilerplate: tuple[Span, ...]
    credits: tuple[Credit, ...]
    derives_from: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an article is counted under an origin: words here, and words elsewhere where there are any."""

    kind: ReasonKind
    article: str
    span: Span
    other_article: str | None = None
    other_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent origin of what is told. Articles that rest on one wire text share an origin.

    An article can rest on more than one origin (a reworked wire report and its own reporting).
    """

    id: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traced:
    """A story with its origin ledger."""

    story: Grouped
    provenance: dict[str, Provenance]
    """By article id."""
    origins: tuple[Origin, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of the story."""
        return self.story.readings

    def origins_of(self, articles: set[str]) -> tuple[str, ...]:
        """Ids of the independent origins sure to stand behind these articles: the fewest that reach them all.

        Articles that share an origin may have all they tell alike from it, whatever else they rest on.
        """
        left, chosen = set(articles), set()
        while left:
            widest = max(self.origins, key=lambda o: len(left & set(o.articles)), default=None)
            if widest is None or not left & set(widest.articles):
                break
            left -= set(widest.articles)
            chosen.add(widest.id)
        return tuple(o.id for o in self.origins if o.id in chosen)


# ---------------------------------------------------------------- attribute

SpeakerKind = Literal["person", "office", "organisation", "anonymous"]
DriftKind = Literal["cut", "changed", "inserted", "paraphrased", "retitled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who is reported to say something, under all the names a story prints.

    `name` is the fullest form printed; `role` is printed beside the name somewhere ("chairman of the US
    Joint Chiefs of Staff") or None.
    """

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One report of something said, in one article.

    `speaker` is None where the words name no source. `via` is what it came through: the
    outlet ("told Reuters"), the platform, or the speaker who reports it within his own words.
    `said_on` is an ISO date when it follows from the text. `utterance` is shared by every statement that
    reports the same words.
    """

    id: str
    article: str
    speaker: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    said_on: str | None = None
    via: str | None = None
    utterance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How one telling of an utterance departs from another.

    `marked` tells of a cut whether the telling shows it by an ellipsis; None for the other kinds.
    """

    kind: DriftKind
    statement: str
    span: Span
    other_statement: str
    other_span: Span
    marked: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The same words told by several articles."""

    id: str
    statements: tuple[str, ...]
    drift: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attributed:
    """A story with its speakers, statements and utterances."""

    traced: Traced
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    utterances: tuple[Utterance, ...]


# ---------------------------------------------------------------- compare

ClaimStatus = Literal["agreed", "single", "disputed", "changed"]
ConflictKind = Literal["number", "date", "time", "place", "person", "cause", "position", "wording", "other"]
Nature = Literal["contradiction", "update", "different-scope"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["asserted", "possible", "wished", "hearsay"]
Told = Literal["told", "not-mentioned", "published-before", "partial-text"]


SURE_FROM = 0.6
"""The confidence from which on a mention counts as one that tells its claim; those below may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where an article makes a claim; `statement` is set when a quoted source makes it.

    `polarity` and `modality` say how these words put it: "denied that", "may have", "reportedly".
    `confidence`, 0..1, is how probable it is that they tell what the words do that stand for the claim.
    """

    article: str
    span: Span
    statement: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    confidence: float = 1.0

    @property
    def is_sure(self) -> bool:
        """Whether it counts as one that tells the claim."""
        return self.confidence >= SURE_FROM

    @property
    def cite(self) -> Cite:
        """The exact words."""
        return Cite(self.article, self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion as told by one or several articles. `summary` is one of its mentions, chosen.

    `status` and `origins` count the articles that surely tell it; others may.
    """

    id: str
    summary: Cite
    status: ClaimStatus
    origins: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict: its value as printed, where it is told, and the origins behind it."""

    value: str
    mentions: tuple[Cite, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Accounts that cannot all be true at once, that changed, or that only look as if they clashed.

    `reason` says in words why these can or cannot be compared. `confidence` is 0..1. Sides are in order
    of time.
    """

    id: str
    kind: ConflictKind
    nature: Nature
    reason: str
    confidence: float
    sides: tuple[Side, ...]
    about: str = ""
    """Of figures: what they are a number of, in fixed words ("the number of the dead")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One place that reports a position.

    `held_on` is the ISO date of the position as the words date it, or else that of the article; None when
    neither is known. `reporter` is the speaker (id) who reports it of the holder, None where the holder
    speaks or the outlet reports it.
    """

    cite: Cite
    held_on: str | None
    reporter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionStep:
    """What a holder is reported to have stood for at one time.

    `value` are the words that show it, `affirms` whether they are for the proposition. `reverses` is set on a
    step that is the reverse of the step before it.
    """

    value: Cite
    affirms: bool
    held_on: str | None
    stands: tuple[Stand, ...]
    origins: tuple[str, ...]
    reverses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """The positions of one holder on one proposition, in order of time.

    `speaker` is the holder's id among the speakers, None for one who does not speak; `holder` is where the
    holder is named.
    """

    id: str
    holder: Cite
    speaker: str | None
    steps: tuple[PositionStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureStep:
    """One value of a figure: everywhere it is printed, by day of publication, undated articles last.

    `value` is the fullest printed form of those that hold it. `late` are articles that print this value and
    no newer one, though a newer one had been published before them.
    """

    value: str
    low: float | None
    high: float | None
    cites: tuple[Cite, ...]
    origins: tuple[str, ...]
    late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureHistory:
    """The values of one figure in order of time: who gave each first is the first place of its step.

    `about` says in fixed words what is counted or measured; `conflict` is the id of the conflict whose sides
    the values are, None for a figure on which all agree.
    """

    id: str
    about: str
    unit: str
    counted: str
    conflict: str | None
    steps: tuple[FigureStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How often an article uses a name in its own voice, and how often inside a quotation."""

    article: str
    own: int
    quoted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One name that articles use for a concept. `cites` are its places."""

    name: str
    voice: tuple[Voice, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One thing, named differently by different articles."""

    concept: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Whether an article tells a claim, or why not."""

    claim: str
    article: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """A story with what its accounts agree on, where they cannot all be true, and what each leaves out."""

    attributed: Attributed
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    naming: tuple[Naming, ...]
    coverage: tuple[Coverage, ...]
    positions: tuple[PositionLine, ...] = ()
    figures: tuple[FigureHistory, ...] = ()
    set_aside: tuple[SetAside, ...] = field(default=())
