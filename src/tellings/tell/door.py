"""The room's door."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.dossier import SetAsideModel, Story
from tellings.records import Compared, SetAside


def tell(story: Compared, *, set_aside: Sequence[SetAside] = ()) -> Story:
    """The finished dossier: everything laid out, a title chosen, the brief and the timeline drawn up."""
    from tellings.tell import layout
    from tellings.tell.brief import draw_up_brief
    from tellings.tell.cited import digests
    from tellings.tell.headline import choose_title
    from tellings.tell.timeline import lay_out_timeline

    attributed, traced = story.attributed, story.attributed.traced
    left = dict.fromkeys((*set_aside, *story.set_aside))
    dossier = Story(
        title=choose_title([reading.article for reading in traced.readings]),
        articles=[
            layout.article_model(reading, traced.provenance.get(reading.article.id))
            for reading in traced.readings
        ],
        origins=[layout.origin_model(origin) for origin in traced.origins],
        speakers=[layout.speaker_model(speaker) for speaker in attributed.speakers],
        statements=[layout.statement_model(statement) for statement in attributed.statements],
        utterances=[layout.utterance_model(utterance) for utterance in attributed.utterances],
        claims=[layout.claim_model(claim) for claim in story.claims],
        conflicts=[layout.conflict_model(conflict) for conflict in story.conflicts],
        positions=[layout.position_model(line) for line in story.positions],
        figures=[layout.figure_model(history) for history in story.figures],
        timeline=lay_out_timeline(story),
        naming=[layout.naming_model(naming) for naming in story.naming],
        coverage=layout.coverage_models(story.coverage),
        brief=draw_up_brief(story),
        set_aside=[SetAsideModel(path=gone.path, reason=gone.reason, fix=gone.fix) for gone in left],
    )
    return dossier.model_copy(update={"passages": digests(dossier)})
