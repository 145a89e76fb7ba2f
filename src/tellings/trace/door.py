"""The room's door."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from tellings.records import Article, Grouped, Provenance, Traced
from tellings.trace.boilerplate import find_boilerplate
from tellings.trace.credits import find_credits
from tellings.trace.datelines import sending_agencies
from tellings.trace.derivations import find_derivations
from tellings.trace.origins import find_origins
from tellings.trace.passages import find_passages
from tellings.trace.story_days import with_story_days
from tellings.trace.unlisted import outlets_by_use
from tellings.trace.words import words_of


def trace(story: Grouped) -> Traced:
    """What each article of the story rests on, and the story's independent origins."""
    articles = {reading.article.id: reading.article for reading in story.readings}
    aside = cache(lambda text, title: find_boilerplate(Article(id="", text=text, title=title)))
    boilerplate = {id_: aside(article.text, article.title) for id_, article in articles.items()}
    senders = sending_agencies(article.text for article in articles.values())
    unlisted = outlets_by_use({article.text for article in articles.values()})
    credits = {
        r.article.id: find_credits(r.article, r.sentences, boilerplate[r.article.id], senders, unlisted)
        for r in story.readings
    }
    told = cache(partial(words_of, ""))
    words = {id_: replace(told(a.text, boilerplate[id_]), article=id_) for id_, a in articles.items()}
    passages = find_passages(tuple(words.values()))
    derivations = find_derivations(articles, words, passages, credits, senders)
    provenance = {
        id_: Provenance(
            article=id_,
            boilerplate=boilerplate[id_],
            credits=credits[id_],
            derives_from=derivations[id_],
        )
        for id_ in articles
    }
    origins = find_origins(tuple(articles.values()), words, credits, derivations, senders)
    story = replace(story, readings=with_story_days(story.readings, boilerplate))
    return Traced(story=story, provenance=provenance, origins=origins)
