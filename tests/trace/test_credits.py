from __future__ import annotations

from typing import Any

import pytest

from tellings.records import Article, Credit, Sentence, Span
from tellings.trace.boilerplate import find_boilerplate
from tellings.trace.credits import find_credits, is_own_name


def credits(text: str, **metadata: Any) -> tuple[Credit, ...]:
    article = Article(id="a", text=text, **metadata)
    return find_credits(article, (), find_boilerplate(article))


def named(text: str, **metadata: Any) -> list[tuple[str, str]]:
    return sorted({(c.name, c.kind) for c in credits(text, **metadata)})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor told Reuters on Wednesday that the port would reopen.", "Reuters"),
        ("Two sailors were missing, Reuters reported.", "Reuters"),
        ("The fleet will sail on Friday, according to Fars News Agency.", "Fars News Agency"),
        ("The Ellery Times-News reports that the captain has resigned.", "The Ellery Times-News"),
        ("The Port Gazette, a weekly that covers shipping, reported on Monday:", "The Port Gazette"),
        ('"I saw it sink," she told the Ellery Bugle.', "Ellery Bugle"),
        ("He denied it in an interview with the BBC.", "BBC"),
        ("The boy's father told a reporter from The Ellery News.", "The Ellery News"),
        ("Two boats were lost, state media Xinhua reported.", "Xinhua"),
        ('The harbour was "closed", as cited by Fars.', "Fars"),
        ("The truck hit the gate, reported BFMTV.", "BFMTV"),
        ("Some 40 people were hurt, local media reported.", "local media"),
        ("The crew was blamed, according to Ruritanian media.", "Ruritanian media"),
        ("The minister said so in The Ellery Post-Dispatch.", "The Ellery Post-Dispatch"),
        ("The captain was drunk, according to a Russia Today report.", "Russia Today"),
        ("The app was pulled, as first reported by tideWatch24.", "tideWatch24"),
        ("The wreck was found, the Tidewatch newspaper reported.", "Tidewatch"),
        ("The footage was captured by Harbourcam.com at noon.", "Harbourcam.com"),
        ("Earlier reports had put the number at 40.", "Earlier reports"),
        ("According to the Ellery Post, the captain had been warned.", "Ellery Post"),
        ("The quay is under water, news agency dpa reported.", "dpa"),
        ("“We are ready,” he said in an interview on Friday with the public broadcaster ORF.", "ORF"),
        ("The fees were first reported in May 2031 by a Velsen newspaper, The Border-Sun.", "The Border-Sun"),
        ("Two died, the German weekly Morgenrot wrote.", "Morgenrot"),
        ("The pilot was named in a report by HarbourNews Jamaica on Monday.", "HarbourNews Jamaica"),
        ("“It was wrong,” Ms. Orlo said Tuesday night on CNN's evening show.", "CNN"),
        ("On Twitter, witnesses posted pictures of the wreck.", "Twitter"),
        ("Weibo user HARBOUR_7 wrote: “Where is the captain?”", "Weibo"),
    ],
)
def test_the_words_of_crediting_name_the_source(text: str, name: str) -> None:
    assert named(text) == [(name, "cited-report")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She told the Ellery Bugle and Reuters that it sank.", ["Ellery Bugle", "Reuters"]),
        (
            "The papers were leaked to The Ellery Post, the BBC and the Port Gazette.",
            ["BBC", "Port Gazette", "The Ellery Post"],
        ),
        ("CNN, the Ellery Bugle and Reuters reported that it sank.", ["CNN", "Ellery Bugle", "Reuters"]),
        ("She told Reuters as the Ellery Bugle went to print.", ["Reuters"]),
        ("The boat was searched, according to WKLV.", ["WKLV"]),
        ("A neighbour told KMRW-TV that the house shook.", ["KMRW-TV"]),
        ("The samples were clean, according to WADA.", []),
        ("SHE TOLD WKLV WHAT SHE SAW, AND KNOW ONE ELSE.", []),
        ("The delay was revealed in an email to Aviation Week.", ["Aviation Week"]),
        (
            "The lock is open.\nThis article originally appeared on CNET.",
            ["CNET"],
        ),
        ("The launch will be on Sunday, according to Spaceflight Now.", ["Spaceflight Now"]),
    ],
)
def test_names_in_a_list_call_signs_and_trade_papers_are_credited(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The captain told reporters that the engine had failed.",
        "The police said two men were held.",
        "He works as a columnist and once owned the Ellery Times.",
        "The president of Harbour Television resigned.",
        "She posted the picture on Instagram.",
        "Michael R. Bloomberg, the former mayor, said it was late.",
        "Social media users reported a loud bang.",
        "The mayor wrote on Twitter that the port was closed.",
        "The study was published in The Tidal Journal, its authors said.",
    ],
)
def test_what_is_no_credit_is_not_taken_for_one(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("PORT ELLERY, May 3 (Reuters) - A ferry ran aground.", "Reuters", "wire"),
        ("ELLERY, Pa. (AP) — A ferry ran aground.", "AP", "wire"),
        (
            "A ferry sank.\n\nCopyright 2031 The Associated Press. All rights reserved.",
            "The Associated Press",
            "wire",
        ),
        ("A ferry sank.\n\nTideTV and agencies", "TideTV and agencies", "byline-agency"),
        ("Ferry sinks\n\nBy Jane Doe, Reuters\n\nA ferry sank.", "Reuters", "byline-agency"),
        (
            "A ferry sank.\n\nInformation from: Ellery Herald, http://x.example",
            "Ellery Herald",
            "cited-report",
        ),
        ("A ferry sank.\n\nAdditional reporting by agencies", "agencies", "wire"),
    ],
)
def test_lines_that_sign_an_article_are_credits(text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(text)


def test_two_agencies_signing_at_the_end_are_two_credits() -> None:
    assert named("A ferry sank.\nThe crew was saved.\nAP - AFP") == [("AFP", "wire"), ("AP", "wire")]


def test_photo_credits_are_kept_apart() -> None:
    text = "A ferry sank, the navy said.\nPhoto by: AP\nA photo issued by the Coast Guard shows the wreck."
    assert named(text) == [("AP", "photo"), ("Coast Guard", "photo")]


def test_short_and_full_forms_of_one_body_are_one_name() -> None:
    text = (
        "It sank, according to Fars News Agency. It was hit, Fars reported.\nThe Times said no. The "
        "Ellery Times said yes."
    )
    assert named(text) == [("Fars News Agency", "cited-report"), ("The Ellery Times", "cited-report")]


def test_an_outlet_that_names_itself_credits_nobody() -> None:
    text = "The captain told The Ellery Times that he was asleep."
    assert named(text, outlet="The Ellery Times") == []
    assert named(text, outlet="www.ellerytimes.example") == []
    assert named(text, outlet="Port Gazette") == [("The Ellery Times", "cited-report")]


def test_an_address_and_initials_are_the_outlet_s_own_name() -> None:
    own = Article(id="a", text="", outlet="www.nytimes.com")
    assert is_own_name("The New York Times", own)
    assert is_own_name("New York Times", Article(id="a", text="", outlet="nyt"))
    assert not is_own_name("CBS News", Article(id="a", text="", outlet="www.harbour.com.cn"))


def test_a_credit_points_at_the_words_that_give_it() -> None:
    text = "Port officials told the state-run Xinhua news agency that two boats were lost."
    (credit,) = credits(text)
    assert credit.span.words_in(text) == "told the state-run Xinhua"


def test_crediting_words_of_another_sentence_do_not_count() -> None:
    text = "It was late, she told me. Reuters has an office in the port."
    split = text.index("Reuters")
    sentences = (
        Sentence(span=Span(0, split - 1), paragraph=0),
        Sentence(span=Span(split, len(text)), paragraph=0),
    )
    assert find_credits(Article(id="a", text=text), sentences, ()) == ()


def test_hostile_text_is_read_in_time() -> None:
    for text in ("Reuters BBC " * 5_000, "The Ellery " * 10_000, "told " * 50_000, "(" * 50_000):
        credits(text)


def test_two_spellings_of_one_name_are_one_the_hyphened_one() -> None:
    text = "The Ellery Times News reported it on Monday. As the Ellery Times-News said later, it was wrong."
    assert named(text) == [("Ellery Times-News", "cited-report")]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("As the Ellery Bugle reported on Thursday, the pier is closed.", True),
        ("The Ellery Bugle's harbour correspondent Mara Velt has more.", True),
        ("The mayor told the Ellery Bugle that the pier is closed.", False),
        ("The Ellery Bugle is on sale at the pier.", False),
    ],
)
def test_an_outlet_credits_itself_for_an_earlier_report_or_a_reporter_of_its_own(
    text: str, credited: bool
) -> None:
    assert bool(credits(text, outlet="Ellery Bugle")) is credited


def test_reporters_initials_may_stand_before_the_agencies_that_a_report_is_made_of() -> None:
    text = "The bridge was closed on Monday.\nPolice are looking for the driver.\nab/cde (AFP, dpa)"
    assert named(text) == [("AFP", "wire"), ("dpa", "wire")]


def test_an_outlet_names_itself_for_what_it_alone_has_learned() -> None:
    text = "The captain will be charged, Ellery Times has learned."
    assert named(text, outlet="Ellery Times") == [("Ellery Times", "cited-report")]


@pytest.mark.parametrize(
    ("printed", "name"), [("Time Magazine", "Time"), ("Harbour Life Magazine", "Harbour Life Magazine")]
)
def test_an_outlet_known_by_a_shorter_name_is_called_that(printed: str, name: str) -> None:
    assert named(f"The pier had rotted for years, {printed} reported on Monday.") == [(name, "cited-report")]
