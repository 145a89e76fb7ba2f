"""What a person can say against what the program found.

Comes in:   names of stories, articles and conflicts, and the words meant.
Goes out:   `Judgements`, a part of `Library`: each method writes a `Correction` down, which holds at every
            later run until it is taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from tellings.errors import CannotCorrect, NotInLibrary
from tellings.store import corrections, exporting
from tellings.store.answers import Answers
from tellings.store.correcting import conflict_key
from tellings.store.numbers import named, number_of
from tellings.store.shelf import find_article, find_story, shelved
from tellings.store.views import Correction


class Judgements(Answers):
    """Corrections, made, listed and taken back."""

    def corrections(self, story: str | None = None) -> tuple[Correction, ...]:
        """All corrections, or those made in one story, in the order in which they were made."""
        return self._database.read(
            lambda c: corrections.listed(c, None if story is None else find_story(c, story))
        )

    def export_corrections(self) -> list[dict[str, Any]]:
        """All corrections as labelled data, with the texts that they speak of."""
        return exporting.exported_corrections(self._database)

    def merge(self, names: Sequence[str]) -> Correction:
        """These stories are one. Their articles go into the first, and the program parts them no more."""
        return self._database.write(lambda c: corrections.merge(c, [find_story(c, name) for name in names]))

    def split(self, story: str, articles: Sequence[str]) -> tuple[Correction, str]:
        """These articles of a story are another one; the name of that. The program joins them no more."""

        def parted(connection: Connection) -> tuple[Correction, str]:
            number = find_story(connection, story)
            leaving = [find_article(connection, name) for name in articles]
            correction, new = corrections.split(connection, number, leaving)
            return correction, named("s", new)

        return self._database.write(parted)

    def link(self, article: str, other: str) -> Correction:
        """`article` rests on what `other` of the same story rests on."""
        return self._about_origins("link", article, other)

    def unlink(self, article: str, other: str) -> Correction:
        """`article` does not rest on what `other` of the same story rests on."""
        return self._about_origins("unlink", article, other)

    def name_speaker(self, article: str, span: tuple[int, int], name: str) -> Correction:
        """The words `[start, end)` of the article's text are said by the person of this name."""

        def noted(connection: Connection) -> Correction:
            found = shelved(connection, find_article(connection, article))
            words = found.article.text[span[0] : span[1]]
            if not words.strip() or not name.strip():
                raise CannotCorrect(
                    "The words and the name are needed.", fix="Give a place such as A7 and a name."
                )
            body = {"article": found.article.id, "span": list(span), "words": words, "name": name.strip()}
            return corrections.note(connection, "speaker", number_of("s", found.story), body)

        return self._database.write(noted)

    def reject(self, story: str, conflict: str) -> Correction:
        """The conflict with this id in the story's dossier is none."""
        dossier = self.show(story)
        found = next((one for one in dossier.conflicts if one.id == conflict), None)
        if found is None:
            raise NotInLibrary(
                f"There is no conflict {conflict} in story {story}.",
                fix=f"tellings show {story} --json lists them with their ids.",
            )
        body = conflict_key(
            found.kind,
            [side.value for side in found.sides],
            [cite.article for side in found.sides for cite in side.mentions],
        )
        return self._database.write(
            lambda c: corrections.note(c, "reject", find_story(c, story), body | {"reason": found.reason})
        )

    def take_back(self, correction: int) -> Correction:
        """Forgets a correction, and undoes what it did."""
        return self._database.write(lambda connection: corrections.take_back(connection, correction))

    def _about_origins(self, kind: str, article: str, other: str) -> Correction:
        def noted(connection: Connection) -> Correction:
            one, two = (shelved(connection, find_article(connection, name)) for name in (article, other))
            if one.story != two.story or one.article.id == two.article.id:
                raise CannotCorrect(
                    f"{one.article.id} and {two.article.id} are not two articles of one story.",
                    fix="Merge their stories first: tellings correct merge s3 s8",
                )
            body = {"article": one.article.id, "other": two.article.id}
            return corrections.note(connection, kind, number_of("s", one.story), body)

        return self._database.write(noted)
