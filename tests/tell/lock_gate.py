"""A story built by hand: three invented accounts of a burst lock gate, with what makes telling hard.

A is a wire report; B reworks it and cuts its quotation; C is a report of its own with other figures, a
caption, a change of position, and names of its own.
"""

from __future__ import annotations

import re

import numpy as np

from tellings.records import (
    Article,
    Attributed,
    Cite,
    Claim,
    Compared,
    Conflict,
    Coverage,
    Credit,
    Date,
    Derivation,
    Drift,
    Grouped,
    Mention,
    Naming,
    Origin,
    Provenance,
    Reading,
    Reason,
    Sentence,
    Side,
    Span,
    Speaker,
    Statement,
    Traced,
    Utterance,
    Variant,
    Voice,
)

WIRE = """Lock gate bursts at Merrow, three barges adrift

MERROW, June 4 (Norvik) - A lock gate burst at Merrow on Tuesday, setting three barges adrift and flooding \
40 houses, the canal board said.

"The gate was inspected in May, it was sound in May, and nobody told us otherwise," board chief Hana Orlo \
told Norvik. She said there was no plan to close the canal.

Nobody was hurt.
"""

REWORKED = """Merrow lock bursts: barges adrift, dozens of homes under water

A lock gate burst at Merrow on Tuesday and set three barges adrift, flooding 40 houses, the canal board said.

"The gate was inspected in May ... and nobody told us otherwise," Ms. Orlo said.

Read more: Ten walks along the canal
"""

OWN = """Canal closed after flood at Merrow

Photo: the broken gate on Wednesday (Ilse Brandt)

The canal at Merrow was closed on Thursday, board chief Hana Orlo said, two days after a gate gave way.

The deluge reached 65 houses, according to the fire brigade. "We counted every cellar," said fire chief \
Tomas Weil.

Published June 6, 2024
"""

TEXTS = {"a1": WIRE, "a2": REWORKED, "a3": OWN}
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”]?(?=\s|$)|$)")


def span(article: str, words: str, after: int = 0) -> Span:
    """Where the words stand in the article."""
    start = TEXTS[article].index(words, after)
    return Span(start, start + len(words))


def cite(article: str, words: str) -> Cite:
    return Cite(article, span(article, words))


def reading_of(article: Article, dates: tuple[Date, ...] = ()) -> Reading:
    sentences = []
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", article.text)):
        for found in _SENTENCE.finditer(line.group()):
            start = line.start() + found.start()
            sentences.append(Sentence(span=Span(start, line.start() + found.end()), paragraph=paragraph))
    return Reading(
        article=article,
        sentences=tuple(sentences),
        entities=(),
        dates=dates,
        quantities=(),
        attributions=(),
        vectors=np.zeros((len(sentences), 384), np.float32),
    )


def grouped() -> Grouped:
    wire = Article(
        id="a1",
        text=WIRE,
        path="wire.txt",
        title="Lock gate bursts at Merrow, three barges adrift",
        published="2024-06-04",
    )
    reworked = Article(
        id="a2",
        text=REWORKED,
        url="https://merrow.example/lock",
        outlet="Merrow Mail",
        title="Merrow lock bursts: barges adrift, dozens of homes under water",
        published="2024-06-05T07:30:00+02:00",
        byline="Per Alm",
    )
    own = Article(
        id="a3",
        text=OWN,
        path="pages/canal.html",
        outlet="Canal Times",
        title="Canal closed after flood at Merrow",
        published="2024-06-06",
    )
    return Grouped(
        id="story-1",
        readings=(
            reading_of(
                wire,
                (
                    Date(span=span("a1", "June 4"), value="2024-06-04"),
                    Date(span=span("a1", "on Tuesday"), value="2024-06-04"),
                    Date(span=span("a1", "in May"), value="2024-05"),
                ),
            ),
            reading_of(reworked, (Date(span=span("a2", "on Tuesday"), value="2024-06-04"),)),
            reading_of(
                own,
                (
                    Date(span=span("a3", "on Wednesday"), value="2024-06-05"),
                    Date(span=span("a3", "on Thursday"), value="2024-06-06"),
                    Date(span=span("a3", "June 6, 2024"), value="2024-06-06"),
                ),
            ),
        ),
    )


def traced() -> Traced:
    opening = "A lock gate burst at Merrow on Tuesday"
    return Traced(
        story=grouped(),
        provenance={
            "a1": Provenance(
                article="a1",
                boilerplate=(),
                credits=(Credit(name="Norvik", kind="wire", span=span("a1", "Norvik")),),
                derives_from=(),
            ),
            "a2": Provenance(
                article="a2",
                boilerplate=(span("a2", "Read more: Ten walks along the canal"),),
                credits=(),
                derives_from=(
                    Derivation(
                        article="a1",
                        kind="rewrite",
                        share=0.62,
                        passages=((span("a2", opening), span("a1", opening)),),
                    ),
                ),
            ),
            "a3": Provenance(
                article="a3",
                boilerplate=(span("a3", "Photo: the broken gate on Wednesday (Ilse Brandt)"),),
                credits=(Credit(name="Ilse Brandt", kind="photo", span=span("a3", "Ilse Brandt")),),
                derives_from=(),
            ),
        },
        origins=(
            Origin(
                id="o1",
                name="Norvik",
                kind="agency",
                articles=("a1", "a2"),
                reasons=(
                    Reason(kind="credit", article="a1", span=span("a1", "Norvik")),
                    Reason(
                        kind="shared-text",
                        article="a2",
                        span=span("a2", opening),
                        other_article="a1",
                        other_span=span("a1", opening),
                    ),
                ),
            ),
            Origin(id="o2", name="Canal Times", kind="outlet", articles=("a3",)),
        ),
    )


def attributed() -> Attributed:
    quote = '"The gate was inspected in May, it was sound in May, and nobody told us otherwise,"'
    cut = '"The gate was inspected in May ... and nobody told us otherwise,"'
    return Attributed(
        traced=traced(),
        speakers=(
            Speaker(
                id="s1",
                name="Hana Orlo",
                kind="person",
                role="board chief",
                aliases=("Hana Orlo", "board chief Hana Orlo", "Ms. Orlo"),
            ),
            Speaker(id="s2", name="the canal board", kind="organisation"),
            Speaker(id="s3", name="Tomas Weil", kind="person", role="fire chief"),
        ),
        statements=(
            Statement(
                id="q1",
                article="a1",
                speaker="s1",
                source=(span("a1", "board chief Hana Orlo"),),
                cue=(span("a1", "told"),),
                content=(span("a1", quote),),
                form="direct",
                via="Norvik",
                utterance="u1",
            ),
            Statement(
                id="q2",
                article="a2",
                speaker="s1",
                source=(span("a2", "Ms. Orlo"),),
                cue=(span("a2", "said", TEXTS["a2"].index("Ms. Orlo")),),
                content=(span("a2", cut),),
                form="direct",
                utterance="u1",
            ),
            Statement(
                id="q3",
                article="a1",
                speaker="s2",
                source=(span("a1", "the canal board"),),
                cue=(span("a1", "said"),),
                content=(span("a1", "A lock gate burst at Merrow on Tuesday, setting three barges adrift"),),
                form="indirect",
                said_on="2024-06-04",
            ),
            Statement(
                id="q4",
                article="a3",
                speaker="s3",
                source=(span("a3", "fire chief Tomas Weil"),),
                cue=(span("a3", "said fire")._replace(end=span("a3", "said fire").start + 4),),
                content=(span("a3", '"We counted every cellar,"'),),
                form="direct",
            ),
        ),
        utterances=(
            Utterance(
                id="u1",
                statements=("q1", "q2"),
                drift=(
                    Drift(
                        kind="cut",
                        statement="q2",
                        span=span("a2", "..."),
                        other_statement="q1",
                        other_span=span("a1", "it was sound in May,"),
                        marked=True,
                    ),
                ),
            ),
        ),
    )


def compared() -> Compared:
    """The whole story as `compare` would hand it on."""
    burst = cite("a1", "A lock gate burst at Merrow on Tuesday, setting three barges adrift")
    again = cite("a2", "A lock gate burst at Merrow on Tuesday and set three barges adrift")
    gone = cite("a3", "two days after a gate gave way")
    closed = cite("a3", "The canal at Merrow was closed on Thursday, board chief Hana Orlo said")
    return Compared(
        attributed=attributed(),
        claims=(
            Claim(
                id="c1",
                summary=burst,
                status="agreed",
                origins=("o1", "o2"),
                mentions=tuple(Mention(article=c.article, span=c.span) for c in (burst, again, gone)),
            ),
            Claim(
                id="c2",
                summary=cite("a1", "flooding 40 houses, the canal board said"),
                status="disputed",
                origins=("o1",),
                mentions=(
                    Mention(article="a1", span=span("a1", "flooding 40 houses, the canal board said")),
                    Mention(article="a2", span=span("a2", "flooding 40 houses, the canal board said")),
                ),
            ),
            Claim(
                id="c3",
                summary=closed,
                status="single",
                origins=("o2",),
                mentions=(Mention(article="a3", span=closed.span),),
            ),
        ),
        conflicts=(
            Conflict(
                id="x1",
                kind="number",
                nature="contradiction",
                reason="houses flooded at Merrow on June 4, counted by two bodies",
                confidence=0.8,
                sides=(
                    Side(
                        value="40 houses",
                        mentions=(cite("a1", "flooding 40 houses"), cite("a2", "flooding 40 houses")),
                        origins=("o1",),
                    ),
                    Side(
                        value="65 houses",
                        mentions=(cite("a3", "The deluge reached 65 houses"),),
                        origins=("o2",),
                    ),
                ),
            ),
            Conflict(
                id="x2",
                kind="position",
                nature="update",
                reason="Hana Orlo on closing the canal",
                confidence=0.9,
                sides=(
                    Side(
                        value="no plan to close the canal",
                        mentions=(cite("a1", "She said there was no plan to close the canal."),),
                        origins=("o1",),
                    ),
                    Side(value="closed on Thursday", mentions=(closed,), origins=("o2",)),
                ),
            ),
        ),
        naming=(
            Naming(
                concept="flood",
                variants=(
                    Variant(
                        name="flood",
                        voice=(Voice(article="a3", own=1, quoted=0),),
                        cites=(cite("a3", "flood"),),
                    ),
                    Variant(
                        name="deluge",
                        voice=(Voice(article="a3", own=0, quoted=1),),
                        cites=(cite("a3", "deluge"),),
                    ),
                ),
            ),
        ),
        coverage=(
            Coverage(claim="c1", article="a1", told="told"),
            Coverage(claim="c2", article="a3", told="not-mentioned"),
            Coverage(claim="c3", article="a1", told="published-before"),
            Coverage(claim="c3", article="a2", told="published-before"),
        ),
    )
