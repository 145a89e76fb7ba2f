"""The dossier: what `tellings compare --json` prints, as frozen pydantic models.

Comes in:   the records of `tellings.records`, laid out by `tell`.
Goes out:   `Story`, the contract between the engine and its reports, pages, exports and scoring programs;
            its JSON Schema is what `tellings schema` prints.

Every position is `[start, end)` in Unicode characters of `articles[].text`.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tellings.records import (
    SURE_FROM,
    ClaimStatus,
    ConflictKind,
    CreditKind,
    DerivationKind,
    DriftKind,
    Form,
    Modality,
    Nature,
    OriginKind,
    Polarity,
    ReasonKind,
    SpeakerKind,
    Told,
)

FORMAT: Literal["tellings/1"] = "tellings/1"

Pair = Annotated[tuple[int, int], Field(description="[start, end) in characters of the article's text")]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CiteModel(_Model):
    """Exact characters of one article."""

    article: str
    span: Pair


class CreditModel(_Model):
    """An agency or outlet that an article says its information or photo comes from."""

    name: str
    kind: CreditKind
    span: Pair


class DerivationModel(_Model):
    """Text that visibly stands in another article of the story too."""

    article: str
    kind: DerivationKind
    share: Annotated[float, Field(ge=0, le=1)]
    passages: list[tuple[Pair, Pair]]


class ArticleModel(_Model):
    """One account: what is known of it, its text as given, and what of that text is not the story."""

    id: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str = "en"
    text: str
    sha256: Annotated[str, Field(description="of the text, UTF-8")] = ""
    boilerplate: list[Pair] = []
    credits: list[CreditModel] = []
    derives_from: list[DerivationModel] = []
    sentences: Annotated[list[Pair], Field(description="sentence n of a cite like A2 is sentences[n-1]")] = []


class ReasonModel(_Model):
    """Why an article is counted under an origin."""

    kind: ReasonKind
    article: str
    span: Pair
    other_article: str | None = None
    other_span: Pair | None = None


class OriginModel(_Model):
    """One independent origin of what is told."""

    id: str
    name: str
    kind: OriginKind
    articles: list[str]
    reasons: list[ReasonModel]


class SpeakerModel(_Model):
    """Somebody who is reported to say something."""

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    aliases: list[str]


class StatementModel(_Model):
    """One report of something said, in one article."""

    id: str
    article: str
    speaker: str | None
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    form: Form
    said_on: str | None = None
    via: str | None = None
    utterance: str | None = None


class DriftModel(_Model):
    """How one telling of an utterance departs from another."""

    kind: DriftKind
    statement: str
    span: Pair
    other_statement: str
    other_span: Pair
    marked: Annotated[
        bool | None, Field(description="of a cut: whether the telling shows it by an ellipsis; else null")
    ] = None


class UtteranceModel(_Model):
    """The same words told by several articles."""

    id: str
    statements: list[str]
    drift: list[DriftModel]


class QuoteDrift(_Model):
    """How a statement departs from another telling of the same words."""

    kind: DriftKind
    marked: bool | None = None
    words: str
    other_words: str
    other_cite: str


class Quote(_Model):
    """One statement on its own, as `tellings quotes --json` prints it, one a line.

    `text`, `source` and `cue` are the article's words, white space joined, parts joined by an ellipsis;
    `content` is their exact place. `cite` is the letter of the article in its story and the number of the
    sentence; `also_in` are the cites of other articles that tell the same utterance.
    """

    story: str
    speaker: SpeakerModel | None
    said_on: str | None
    published: str | None
    outlet: str | None
    form: Form
    text: str
    source: str | None
    cue: str | None
    via: str | None
    cite: str
    article: str
    path: str | None
    url: str | None
    content: list[Pair]
    utterance: str | None
    also_in: list[str]
    drift: list[QuoteDrift]


class MentionModel(_Model):
    """Where an article makes a claim; below a `confidence` of .6 it may, and is not counted."""

    article: str
    span: Pair
    statement: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    confidence: float = 1.0

    @property
    def is_sure(self) -> bool:
        """Whether it counts as one that tells the claim."""
        return self.confidence >= SURE_FROM


class ClaimModel(_Model):
    """One assertion as told by one or several articles."""

    id: str
    summary: CiteModel
    status: ClaimStatus
    origins: list[str]
    mentions: list[MentionModel]


class SideModel(_Model):
    """One side of a conflict."""

    value: str
    mentions: list[CiteModel]
    origins: list[str]


class ConflictModel(_Model):
    """Accounts that cannot all be true, that changed, or that only look as if they clashed."""

    id: str
    kind: ConflictKind
    nature: Nature
    reason: str
    confidence: Annotated[float, Field(ge=0, le=1)]
    sides: list[SideModel]
    about: Annotated[str, Field(description="of figures: what they are a number of; else empty")] = ""


class StandModel(_Model):
    """One place that reports a position; `reporter` is the speaker who reports it of the holder, if any."""

    article: str
    span: Pair
    held_on: str | None
    reporter: str | None = None


class PositionStepModel(_Model):
    """What a holder stood for at one time: the words that show it, and every place that reports it."""

    value: CiteModel
    affirms: Annotated[bool, Field(description="whether the words are for the matter or against it")]
    held_on: str | None
    stands: list[StandModel]
    origins: list[str]
    reverses: Annotated[bool, Field(description="whether it is the reverse of the step before")] = False


class PositionModel(_Model):
    """The positions of one holder on one matter, in order of time."""

    id: str
    holder: Annotated[CiteModel, Field(description="where the holder is named")]
    speaker: str | None
    steps: list[PositionStepModel]


class FigureStepModel(_Model):
    """One value of a figure and everywhere it is printed, the first publication first, undated ones last."""

    value: str
    low: float | None
    high: float | None
    cites: list[CiteModel]
    origins: list[str]
    late: Annotated[
        list[str],
        Field(description="articles that print this and no newer value after a newer one was out"),
    ] = []


class FigureModel(_Model):
    """A figure over time; `conflict` is the conflict whose sides its values are, null where all agree."""

    id: str
    about: str
    unit: str
    counted: str
    conflict: str | None
    steps: list[FigureStepModel]


class DatedMentionModel(_Model):
    """Words that date an event; `expression` is the temporal expression within them."""

    article: str
    span: Pair
    expression: Pair


class EventModel(_Model):
    """What the articles date to one day, month or year."""

    date: str
    mentions: list[DatedMentionModel]


class VoiceModel(_Model):
    """Uses in the outlet's own voice and inside quotations."""

    article: str
    own: int
    quoted: int


class VariantModel(_Model):
    """One name for a concept."""

    name: str
    articles: list[str]
    voice: list[VoiceModel]
    cites: list[CiteModel] = []


class NamingModel(_Model):
    """One thing, named differently."""

    concept: str
    variants: list[VariantModel]


class CoverageModel(_Model):
    """Whether an article tells a claim, or why not."""

    claim: str
    article: str
    told: Told


class BriefModel(_Model):
    """A sentence of the brief: the words of one article, with the places they rest on."""

    text: str
    cites: Annotated[list[CiteModel], Field(min_length=1)]
    origins: list[str] = []
    disputed: bool = False


class WithoutModel(_Model):
    """What a story rests on, seen by taking one origin away; claims and conflicts by their ids.

    `articles` rest on this origin alone, `partly` on others too. `falls` is what nobody tells any more,
    `single` what one origin is left for where there were more, `holds` what more than one is left for.
    """

    origin: str
    name: str
    articles: list[str]
    partly: list[str]
    falls: list[str]
    single: list[str]
    holds: list[str]
    conflicts_gone: Annotated[list[str], Field(description="conflicts left with fewer than two sides")]
    conflicts_left: list[str]


class SetAsideModel(_Model):
    """What could not be used."""

    path: str
    reason: str
    fix: str


class Story(_Model):
    """One story, several tellings: the whole dossier."""

    format: Literal["tellings/1"] = FORMAT
    title: str
    articles: list[ArticleModel]
    origins: list[OriginModel]
    speakers: list[SpeakerModel]
    statements: list[StatementModel]
    utterances: list[UtteranceModel]
    claims: list[ClaimModel]
    conflicts: list[ConflictModel]
    positions: list[PositionModel] = []
    figures: list[FigureModel] = []
    timeline: list[EventModel]
    naming: list[NamingModel]
    coverage: list[CoverageModel]
    brief: list[BriefModel]
    set_aside: list[SetAsideModel]
    without: Annotated[
        WithoutModel | None, Field(description="where it was asked what falls with an origin; else null")
    ] = None
    passages: Annotated[
        dict[str, str],
        Field(description='digest of every cited passage: "a1:120-180" -> first 16 hex digits of SHA-256'),
    ] = {}

    def __repr__(self) -> str:
        from tellings.tell.terminal import as_text

        return as_text(self)

    def __str__(self) -> str:
        return repr(self)

    def _repr_html_(self) -> str:
        from tellings.tell.page import as_fragment

        return as_fragment(self)


def digest(words: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of `words` in UTF-8."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
