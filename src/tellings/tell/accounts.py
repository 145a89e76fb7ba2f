"""The articles, what each rests on, what each calls things.

Comes in:   a dossier and its places.
Goes out:   accounts and names of the view.
"""

from __future__ import annotations

from pathlib import PurePath

from tellings.dossier import ArticleModel, DerivationModel, NamingModel, OriginModel, Story, VariantModel
from tellings.tell.places import Places, cut, few, fewest_covering, shown
from tellings.tell.view import Account, Basis, Name, Names, Words

_MOST_PLACES = 3
_LONGEST_TITLE = 40


def counts(story: Story) -> str:
    """ "5 articles · 3 to 6 independent origins": those that are sure, and all in the ledger."""
    sure = fewest_covering({a.id for a in story.articles}, [set(o.articles) for o in story.origins])
    every = _number(len(story.origins), "independent origin")
    between = every if sure >= len(story.origins) else f"{sure} to {every}"
    return f"{_number(len(story.articles), 'article')} · {between}"


def accounts(story: Story, at: Places) -> tuple[Account, ...]:
    """Each article with what it rests on."""
    return tuple(_account(article, story, at) for article in story.articles)


def _account(article: ArticleModel, story: Story, at: Places) -> Account:
    origins = _origins(article, story, at)
    named = {fold(origin.name) for origin in story.origins if article.id in origin.articles}
    basis = [*origins, *_derivations(article, at), *_credits(article, named, at)]
    return Account(
        id=article.id,
        letter=at.letters[article.id],
        name=name_of(article),
        title=shown(article.title) if article.title else None,
        published=day_of(article.published),
        url=shown(article.url or article.path or "") or None,
        byline=shown(article.byline) if article.byline else None,
        basis=tuple(basis) or (Basis("names no source of its own report"),),
    )


def name_of(article: ArticleModel) -> str:
    """The outlet, or else in brackets the file, address or title that the reader knows the article by."""
    if article.outlet:
        return shown(article.outlet)
    titled = cut(article.title or article.id, _LONGEST_TITLE)
    known_by = PurePath(article.path).name if article.path else article.url or titled
    return f"({shown(known_by)})"


def day_of(published: str | None) -> str:
    """The day of an ISO date or date-time, and the hour where there is one."""
    if not published:
        return "undated"
    day, _, time = shown(published).partition("T")
    return f"{day} {time[:5]}" if time and time[:5] != "00:00" else day


def _origins(article: ArticleModel, story: Story, at: Places) -> list[Basis]:
    found = []
    for number, origin in enumerate(story.origins, 1):
        if article.id in origin.articles:
            places = [at.place(r.article, r.span) for r in origin.reasons if r.article == article.id]
            by_hand = any(r.kind == "by-hand" and r.article == article.id for r in origin.reasons)
            basis = _rests_on(article, origin, story, at) + (" (linked by hand)" if by_hand else "")
            text = f"origin {number}: {basis}"
            found.append(Basis(text, tuple(places[:_MOST_PLACES])))
    return found


def _rests_on(article: ArticleModel, origin: OriginModel, story: Story, at: Places) -> str:
    """ "own report", "own report, also in C", "rests on Corvane, with A B"."""
    others = [other for other in at.told_by(origin.articles) if other != at.letters[article.id]]
    owned = [r for r in origin.reasons if r.kind == "same-owner"]
    if any(article.id in (r.article, r.other_article) for r in owned):
        kin = {a for r in owned for a in (r.article, r.other_article) if a and a != article.id}
        return f"own report, of one owner with {few(at.told_by(kin))}"
    if origin.name in (article.outlet, article.title):
        return f"own report, also in {few(others)}" if others else "own report"
    named_for = next((a for a in story.articles if origin.name == a.title and not a.outlet), None)
    if named_for is not None and named_for.id in origin.articles:
        return f"rests on the text of {at.letters[named_for.id]}"
    return f"rests on {shown(origin.name)}" + (f", with {few(others)}" if others else "")


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


def fold(name: str) -> str:
    """A name without its article and capitals, to compare it with."""
    return shown(name).lower().removeprefix("the ")


def _credits(article: ArticleModel, named: set[str], at: Places) -> list[Basis]:
    """Each credited name once, but those that it is said to rest on; photo credits apart."""
    found: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for credit in article.credits:
        if credit.kind != "photo" and fold(credit.name) in named:
            continue
        found.setdefault((shown(credit.name), credit.kind == "photo"), []).append(credit.span)
    return [
        Basis(
            f"{'photo:' if photo else 'names'} {name}",
            tuple(at.place(article.id, span) for span in spans[:_MOST_PLACES]),
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


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
