"""Records laid out as a dossier.

Comes in:   the records of a `Compared` story.
Goes out:   the models of `tellings.dossier`, field by field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from tellings.dossier import (
    ArticleModel,
    CiteModel,
    ClaimModel,
    ConflictModel,
    CoverageModel,
    CreditModel,
    DerivationModel,
    DriftModel,
    FigureModel,
    FigureStepModel,
    MentionModel,
    NamingModel,
    OriginModel,
    PositionModel,
    PositionStepModel,
    ReasonModel,
    SideModel,
    SpeakerModel,
    StandModel,
    StatementModel,
    UtteranceModel,
    VariantModel,
    VoiceModel,
)
from tellings.records import (
    Cite,
    Claim,
    Conflict,
    FigureHistory,
    Naming,
    Origin,
    PositionLine,
    Provenance,
    Reading,
    Speaker,
    Statement,
    Utterance,
)


def cite_model(cite: Cite) -> CiteModel:
    """A cite as it is printed."""
    return CiteModel(article=cite.article, span=cite.span)


def article_model(reading: Reading, provenance: Provenance | None) -> ArticleModel:
    """One account, with the digest of its text."""
    article = reading.article
    return ArticleModel(
        id=article.id,
        path=article.path,
        url=article.url,
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        byline=article.byline,
        language=article.language,
        text=article.text,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        sentences=[sentence.span for sentence in reading.sentences],
        boilerplate=list(provenance.boilerplate) if provenance else [],
        credits=[
            CreditModel(name=credit.name, kind=credit.kind, span=credit.span)
            for credit in (provenance.credits if provenance else ())
        ],
        derives_from=[
            DerivationModel(
                article=derivation.article,
                kind=derivation.kind,
                share=min(1.0, max(0.0, derivation.share)),
                passages=list(derivation.passages),
            )
            for derivation in (provenance.derives_from if provenance else ())
        ],
    )


def origin_model(origin: Origin) -> OriginModel:
    """One independent origin and its reasons."""
    return OriginModel(
        id=origin.id,
        name=origin.name,
        kind=origin.kind,
        articles=list(origin.articles),
        reasons=[
            ReasonModel(
                kind=reason.kind,
                article=reason.article,
                span=reason.span,
                other_article=reason.other_article,
                other_span=reason.other_span,
            )
            for reason in origin.reasons
        ],
    )


def speaker_model(speaker: Speaker) -> SpeakerModel:
    """A speaker under all printed names."""
    return SpeakerModel(
        id=speaker.id,
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        aliases=list(speaker.aliases),
    )


def statement_model(statement: Statement) -> StatementModel:
    """One report of something said."""
    return StatementModel(
        id=statement.id,
        article=statement.article,
        speaker=statement.speaker,
        source=list(statement.source),
        cue=list(statement.cue),
        content=list(statement.content),
        form=statement.form,
        said_on=statement.said_on,
        via=statement.via,
        utterance=statement.utterance,
    )


def utterance_model(utterance: Utterance) -> UtteranceModel:
    """One utterance and how its tellings differ."""
    return UtteranceModel(
        id=utterance.id,
        statements=list(utterance.statements),
        drift=[
            DriftModel(
                kind=drift.kind,
                statement=drift.statement,
                span=drift.span,
                other_statement=drift.other_statement,
                other_span=drift.other_span,
                marked=drift.marked,
            )
            for drift in utterance.drift
        ],
    )


def claim_model(claim: Claim) -> ClaimModel:
    """One assertion and where it is made."""
    return ClaimModel(
        id=claim.id,
        summary=cite_model(claim.summary),
        status=claim.status,
        origins=list(claim.origins),
        mentions=[
            MentionModel(
                article=m.article,
                span=m.span,
                statement=m.statement,
                polarity=m.polarity,
                modality=m.modality,
                confidence=m.confidence,
            )
            for m in claim.mentions
        ],
    )


def conflict_model(conflict: Conflict) -> ConflictModel:
    """Accounts set side by side."""
    return ConflictModel(
        id=conflict.id,
        kind=conflict.kind,
        nature=conflict.nature,
        reason=conflict.reason,
        confidence=conflict.confidence,
        sides=[
            SideModel(
                value=side.value, mentions=[cite_model(m) for m in side.mentions], origins=list(side.origins)
            )
            for side in conflict.sides
        ],
        about=conflict.about,
    )


def position_model(line: PositionLine) -> PositionModel:
    """One holder's positions in order of time."""
    return PositionModel(
        id=line.id,
        holder=cite_model(line.holder),
        speaker=line.speaker,
        steps=[
            PositionStepModel(
                value=cite_model(step.value),
                affirms=step.affirms,
                held_on=step.held_on,
                stands=[
                    StandModel(
                        article=stand.cite.article,
                        span=stand.cite.span,
                        held_on=stand.held_on,
                        reporter=stand.reporter,
                    )
                    for stand in step.stands
                ],
                origins=list(step.origins),
                reverses=step.reverses,
            )
            for step in line.steps
        ],
    )


def figure_model(history: FigureHistory) -> FigureModel:
    """One figure over time."""
    return FigureModel(
        id=history.id,
        about=history.about,
        unit=history.unit,
        counted=history.counted,
        conflict=history.conflict,
        steps=[
            FigureStepModel(
                value=step.value,
                low=step.low,
                high=step.high,
                cites=[cite_model(cite) for cite in step.cites],
                origins=list(step.origins),
                late=list(step.late),
            )
            for step in history.steps
        ],
    )


def naming_model(naming: Naming) -> NamingModel:
    """One thing under its several names."""
    return NamingModel(
        concept=naming.concept,
        variants=[
            VariantModel(
                name=variant.name,
                articles=_once(voice.article for voice in variant.voice),
                voice=[VoiceModel(article=v.article, own=v.own, quoted=v.quoted) for v in variant.voice],
                cites=[cite_model(cite) for cite in variant.cites],
            )
            for variant in naming.variants
        ],
    )


def coverage_models(coverage: Iterable[object]) -> list[CoverageModel]:
    """Who tells what."""
    return [CoverageModel.model_validate(line, from_attributes=True) for line in coverage]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
