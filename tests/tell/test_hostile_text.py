"""What an article prints stays text, whatever it prints."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import pytest
from lock_gate import attributed, reading_of
from markdown_it import MarkdownIt

from tellings.dossier import Story
from tellings.records import (
    Article,
    Cite,
    Claim,
    Compared,
    Conflict,
    Credit,
    Date,
    Grouped,
    Mention,
    Naming,
    Origin,
    Provenance,
    SetAside,
    Side,
    Span,
    Speaker,
    Statement,
    Traced,
    Variant,
    Voice,
)
from tellings.tell import tell
from tellings.tell.markdown import as_markdown, escaped
from tellings.tell.page import as_fragment, as_page
from tellings.tell.terminal import as_text
from tellings.verify import verify

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "![pixel](https://evil.example/x.png)",
    "<https://evil.example>",
    "https://evil.example/ and www.evil.example",
    "<a href=\"javascript:alert(1)\">x</a>",
    "&lt;script&gt; &#106;avascript:",
    "**bold** _it_ `code` ~~gone~~ # head",
    "| a | b |",
    "\u2028alert(1)\u2029",
    "\x1b[2J\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "\u202egnp.exe",
    "[bold red]markup[/bold red] [link=https://evil.example]x[/link]",
    "\x00\x01\x7f\x9b",
    "<style>*{display:none}</style>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
]  # fmt: skip


def hostile(attack: str) -> Story:
    """A story in which the attack stands wherever an article can put it."""
    text = f"{attack}\n\nThe gate {attack} was shut on Monday, the keeper of the gate said.\n"
    article = Article(
        id=attack,
        text=text,
        path=attack,
        url=attack,
        outlet=attack,
        title=attack,
        byline=attack,
        published=attack,
        language=attack,
    )
    whole = Span(text.index("The gate"), len(text) - 1)
    monday = Span(text.index("on Monday"), text.index("on Monday") + 9)
    cite = Cite(attack, whole)
    other = Cite(attack, Span(0, len(attack)))
    told = Compared(
        attributed=replace(
            attributed(),
            traced=Traced(
                story=Grouped(
                    id="s", readings=(reading_of(article, (Date(span=monday, value="2024-06-03"),)),)
                ),
                provenance={
                    attack: Provenance(
                        article=attack,
                        boilerplate=(other.span,),
                        credits=(Credit(name=attack, kind="wire", span=other.span),),
                        derives_from=(),
                    )
                },
                origins=(Origin(id="o1", name=attack, kind="agency", articles=(attack,)),),
            ),
            speakers=(Speaker(id="s1", name=attack, kind="person", role=attack, aliases=(attack + " x",)),),
            statements=(
                Statement(
                    id="q1",
                    article=attack,
                    speaker="s1",
                    source=(),
                    cue=(),
                    content=(whole,),
                    form="direct",
                    said_on=attack,
                    via=attack,
                ),
            ),
            utterances=(),
        ),
        claims=(
            Claim(
                id="c1",
                summary=cite,
                status="single",
                origins=("o1",),
                mentions=(Mention(article=attack, span=whole),),
            ),
        ),
        conflicts=(
            Conflict(
                id="x1",
                kind="other",
                nature="contradiction",
                reason=attack,
                confidence=0.9,
                sides=(
                    Side(value=attack, mentions=(cite,), origins=("o1",)),
                    Side(value="shut", mentions=(other,), origins=("o1",)),
                ),
            ),
        ),
        naming=(
            Naming(
                concept=attack,
                variants=(
                    Variant(name=attack, voice=(Voice(article=attack, own=1, quoted=0),), cites=(other,)),
                    Variant(name="gate", voice=(Voice(article=attack, own=1, quoted=0),), cites=(cite,)),
                ),
            ),
        ),
        coverage=(),
    )
    return tell(told, set_aside=[SetAside(path=attack, reason=attack, fix=attack)])


each_attack = pytest.mark.parametrize("attack", ATTACKS)


@each_attack
def test_on_a_page_it_is_dead_text(attack: str) -> None:
    html = as_page(hostile(attack))
    page = lxml.html.document_fromstring(html)
    assert [script.get("type") for script in page.xpath("//script")] == ["application/json"]
    assert len(page.xpath("//style")) == 1
    assert not page.xpath("//img | //base | //iframe | //meta[@http-equiv='refresh']")
    assert not page.xpath("//svg[not(ancestor-or-self::svg[contains(@class, 'picture')])]")
    links = page.xpath("//a/@href")
    assert all(link.startswith(("#", "https://evil.example")) for link in links)
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
    assert html.count("<script") == html.count("</script>") == 1
    assert page.xpath("//h1")[0].text_content()


@each_attack
def test_the_page_can_be_verified(attack: str) -> None:
    story = hostile(attack)
    assert verify(as_page(story)).misses == ()
    assert verify(story.model_dump_json()).misses == ()


@each_attack
def test_in_a_notebook_it_is_dead_text(attack: str) -> None:
    fragment = lxml.html.fragment_fromstring(as_fragment(hostile(attack)))
    assert not fragment.xpath(".//script | .//img | .//svg | .//a | .//base | .//meta")
    assert len(fragment.xpath(".//style")) == 1


@each_attack
def test_on_a_terminal_it_steers_nothing(attack: str) -> None:
    for everything in (False, True):
        report = as_text(hostile(attack), everything=everything)
        assert not set(report) & {"\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2028"}


def test_on_a_terminal_markup_of_rich_is_printed_as_it_stands() -> None:
    assert "[bold red]markup[/bold red]" in as_text(hostile("[bold red]markup[/bold red]"))


@each_attack
def test_in_markdown_it_stays_text(attack: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = lxml.html.fragment_fromstring(reader.render(as_markdown(hostile(attack))), create_parent="div")
    assert not page.xpath(".//a | .//img | .//script | .//svg | .//code | .//table | .//em | .//s | .//h3")
    assert [heading.tag for heading in page.xpath(".//h1")] == ["h1"]
    assert page.xpath(".//h1")[0].text_content().strip()


@pytest.mark.parametrize(
    "words", ["1. first", "10) tenth", "- dash", "+ plus", "* star", "# head", "> q", "---"]
)
def test_words_at_the_start_of_a_line_begin_no_list_or_heading(words: str) -> None:
    html = MarkdownIt().render(f"- {escaped(words)}")
    page = lxml.html.fragment_fromstring(html)
    assert page.text_content().strip() == words
    assert len(page.xpath(".//li | .//ol | .//h1 | .//blockquote | .//hr")) == 1
