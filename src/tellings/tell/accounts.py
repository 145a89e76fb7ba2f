"""The articles, what each rests on, what each calls things.

Comes in:   a dossier and its places.
Goes out:   accounts and names of the view.
"""

from __future__ import annotations

from pathlib import PurePath

from tellings.dossier import ArticleModel, DerivationModel, NamingModel, OriginModel, Story, VariantModel
from tellings.tell.places import Places, shown
from tellings.tell.view import Account, Basis, Name, Names, Words


def counts(story: Story) -> str:
    """ "5 articles · 3 independent origins"."""
    return f"{_number(len(story.articles), 'article')} · {_number(len(story.origins), 'independent origin')}"


def accounts(story: Story, at: Places) -> tuple[Account, ...]:
    """Each article with what it rests on."""
    return tuple(_account(article, story, at) for article in story.articles)


def _account(article: ArticleModel, story: Story, at: Places) -> Account:
    basis = [*_origins(article, story.origins, at), *_derivations(article, at), *_credits(article, at)]
    return Account(
        id=article.id,
        letter=at.letters[article.id],
        name=shown(article.outlet or "") or "outlet unknown",
        title=shown(article.title) if article.title else None,
        published=day_of(article.published),
        url=shown(article.url or article.path or "") or None,
        byline=shown(article.byline) if article.byline else None,
        basis=tuple(basis) or (Basis("names no source of its own report"),),
    )


def day_of(published: str | None) -> str:
    """The day of an ISO date or date-time, and the hour where there is one."""
    if not published:
        return "undated"
    day, _, time = published.partition("T")
    return f"{day} {time[:5]}" if time and time[:5] != "00:00" else day


def _origins(article: ArticleModel, origins: list[OriginModel], at: Places) -> list[Basis]:
    found = []
    for number, origin in enumerate(origins, 1):
        if article.id not in origin.articles:
            continue
        others = [other for other in at.told_by(origin.articles) if other != at.letters[article.id]]
        shared = f", with {' '.join(others)}" if others else ""
        places = [at.place(r.article, r.span) for r in origin.reasons if r.article == article.id]
        own = shown(origin.name) == shown(article.outlet or "") and not others
        text = "own report" if own else f"rests on {shown(origin.name)}"
        found.append(Basis(f"origin {number}: {text}{shared}", tuple(places[:3])))
    return found


def _derivations(article: ArticleModel, at: Places) -> list[Basis]:
    return [_derivation(article, d, at) for d in article.derives_from if d.article in at.letters]


def _derivation(article: ArticleModel, derivation: DerivationModel, at: Places) -> Basis:
    verb = "copies" if derivation.kind == "copy" else "reworks"
    first = derivation.passages[:1]
    places = tuple(
        place
        for here, there in first
        for place in (at.place(article.id, here), at.place(derivation.article, there))
    )
    return Basis(f"{verb} {at.letters[derivation.article]}, {derivation.share:.0%} of its words", places)


def _credits(article: ArticleModel, at: Places) -> list[Basis]:
    """Each credited name once; photo credits apart."""
    found: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for credit in article.credits:
        found.setdefault((shown(credit.name), credit.kind == "photo"), []).append(credit.span)
    return [
        Basis(
            f"{'photo:' if photo else 'names'} {name}",
            tuple(at.place(article.id, span) for span in spans[:3]),
        )
        for (name, photo), spans in sorted(found.items(), key=lambda item: item[0][1])
    ]


def names(story: Story, at: Places) -> tuple[Names, ...]:
    """What each calls things, the widest differences first."""
    return tuple(_names(naming, at) for naming in story.naming if len(naming.variants) > 1)


def _names(naming: NamingModel, at: Places) -> Names:
    return Names(shown(naming.concept), tuple(_name(variant, at) for variant in naming.variants))


def _name(variant: VariantModel, at: Places) -> Name:
    own = {voice.article for voice in variant.voice if voice.own}
    quoted = {voice.article for voice in variant.voice if voice.quoted} - own
    return Name(
        shown(variant.name),
        tuple(at.told_by(set(variant.articles) - quoted)),
        tuple(at.told_by(quoted)),
        tuple(at.place(cite.article, cite.span) for cite in variant.cites),
    )


def marked_off(story: Story, at: Places) -> tuple[tuple[str, tuple[Words, ...]], ...]:
    """Per article, the text that is not part of the story."""
    found = []
    for article in story.articles:
        places = [at.place(article.id, span) for span in article.boilerplate]
        if places:
            words = tuple(Words(at.words(place), (place,)) for place in places)
            found.append((at.letters[article.id], words))
    return tuple(found)


def file_name(path: str) -> str:
    """The last part of a path."""
    return PurePath(path).name


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
