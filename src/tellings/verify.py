"""Every cited passage of a dossier, found again.

Comes in:   the text of a file that `tellings compare` wrote: JSON, one object a line, or a page.
Goes out:   a `Verification`: what was checked, and each miss with the line of the dossier that it concerns.
            `NotADossier` when the file is none, is broken or is cut off.
Left open:  whether the articles are true. Only that the dossier still points at the same words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from tellings.dossier import Story, digest
from tellings.errors import TellingsError
from tellings.tell.cited import Pair, every_cite

if TYPE_CHECKING:
    from tellings.tell.reread import Page

_FIX = "Give a file that tellings compare wrote with --json or --html, whole and as it was written."


class NotADossier(TellingsError):
    """The file holds no dossier that could be checked."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that does not hold: the line of the dossier, and what is wrong."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what did not hold."""

    stories: int
    articles: int
    passages: int
    misses: tuple[Miss, ...]

    @property
    def summary(self) -> str:
        """One sentence on the whole."""
        what = (
            f"{_count(self.passages, 'passage')} of {_count(self.articles, 'article')} "
            f"in {_count(self.stories, 'story', 'stories')}"
        )
        if self.misses:
            return f"{_count(len(self.misses), 'miss', 'misses')} in {what}."
        return f"All of {what} stand where the dossier says, word for word."


def verify(text: str) -> Verification:
    """Check a dossier. Raises `NotADossier` when the text is none."""
    if text.lstrip()[:1] == "<":
        from tellings.tell.reread import misses_on_page

        page = _page(text)
        stories = [_story(page.dossier, "the page's dossier")]
        misses = [*_misses(stories[0]), *(Miss(*miss) for miss in misses_on_page(page, stories[0]))]
    else:
        stories = _stories(text)
        misses = [miss for story in stories for miss in _misses(story)]
    return Verification(
        stories=len(stories),
        articles=sum(len(story.articles) for story in stories),
        passages=sum(len(story.passages) for story in stories),
        misses=tuple(dict.fromkeys(misses)),
    )


def _page(html: str) -> Page:
    """The page read again, when it is one of ours and whole."""
    from tellings.tell.reread import page_of

    page = page_of(html)
    if page.dossier.strip() and page.whole:
        return page
    if page.whole:
        raise NotADossier("The page holds no dossier.", fix=_FIX)
    raise NotADossier(
        "The page is cut off: its end is missing.",
        fix="Fetch the page again, or write it anew with tellings compare --html.",
    )


def _stories(text: str) -> list[Story]:
    """The dossiers of a JSON file: one object, a list of them, or one a line."""
    if not text.strip():
        raise NotADossier("The file is empty.", fix=_FIX)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.split("\n") if line.strip()]
        return [_story(line, f"line {number}") for number, line in enumerate(lines, 1)]
    if isinstance(whole, list) and whole:
        return [_story(json.dumps(one), f"object {number}") for number, one in enumerate(whole, 1)]
    return [_story(text, "the file")]


def _story(text: str, where: str) -> Story:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotADossier(f"The JSON of {where} is broken or cut off ({error}).", fix=_FIX) from error
    if not isinstance(given, dict) or "articles" not in given or "format" not in given:
        raise NotADossier(f"There is no dossier in {where}.", fix=_FIX)
    if given["format"] != "tellings/1":
        raise NotADossier(
            f"The dossier in {where} has the format {given['format']!r}; this program knows 'tellings/1'.",
            fix="Verify it with the version of tellings that wrote it.",
        )
    try:
        return Story.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise NotADossier(
            f"The dossier in {where} does not have the shape of one: {place}: {first['msg']}.", fix=_FIX
        ) from error


def _misses(story: Story) -> Iterator[Miss]:
    texts = {article.id: article.text for article in story.articles}
    if len(texts) < len(story.articles):
        yield Miss("articles", "two of them have one id")
    for article in story.articles:
        if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.sha256:
            yield Miss(f"article {article.id}", "its text is not what it was when the dossier was written")
    yield from _changed_passages(story, texts)
    for cite in every_cite(story):
        problem = _out_of_bounds(cite.article, cite.span, texts)
        if problem is not None:
            yield Miss(cite.where, f"{cite.key} {problem}")
        elif cite.key not in story.passages:
            yield Miss(cite.where, f"{cite.key} is not among the passages that were written down")
    for number, line in enumerate(story.brief):
        first = line.cites[0]
        if texts.get(first.article, "")[slice(*first.span)] != line.text:
            yield Miss(f"brief[{number}]", "it does not have the words of its first cite")


def _changed_passages(story: Story, texts: dict[str, str]) -> Iterator[Miss]:
    for key, expected in story.passages.items():
        article, _, place = key.rpartition(":")
        start, _, end = place.partition("-")
        if not (start.isdigit() and end.isdigit()):
            yield Miss(f"passage {key}", "this is no place in an article")
            continue
        span = int(start), int(end)
        problem = _out_of_bounds(article, span, texts)
        if problem is not None:
            yield Miss(f"passage {key}", problem)
        elif digest(texts[article][slice(*span)]) != expected:
            yield Miss(
                f"passage {key}", f"other words stand there now: “{_glimpse(texts[article][slice(*span)])}”"
            )


def _out_of_bounds(article: str, span: Pair, texts: dict[str, str]) -> str | None:
    if article not in texts:
        return "points at an article that is not there"
    if not 0 <= span[0] < span[1] <= len(texts[article]):
        return "points outside the text"
    return None


def _glimpse(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57] + "..."


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
