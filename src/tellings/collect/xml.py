"""XML becomes text that is safe to parse.

Comes in:   the bytes of a feed or of a list of feeds, and the charset that the host declares.
Goes out:   well-formed XML without entities of its own and without a DOCTYPE, or `UnreadableSource`.

An entity that holds entities that hold entities grows to gigabytes ("billion laughs"). No feed needs one.
"""

from __future__ import annotations

import html
import re
from xml.parsers import expat

from tellings.collect import encodings
from tellings.errors import UnreadableSource

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,20})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}?\?>")
_NAMED = re.compile(r"&(#?\w{1,32});")
_BARE = re.compile(r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,32});)")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):|\s([A-Za-z_][\w.-]{0,40}):[\w.-]{1,40}\s*=")
_PREFIX_DECLARED = re.compile(r"\sxmlns:([A-Za-z_][\w.-]{0,40})\s*=")
_ROOT = re.compile(r"<[A-Za-z_][\w.:-]*")
_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_REPAIRED_BY_HAND = "Repair it there, or ask its publisher to."


def decode_xml(data: bytes, *, charset: str | None = None) -> str:
    """The characters of XML, its declaration taken off; raises `UnreadableSource` for what is not text."""
    stated = _DECLARED.search(data[:400])
    text = encodings.decode(data, declared=charset or (stated.group(1).decode("ascii") if stated else None))
    return _FORBIDDEN.sub("", _DECLARATION.sub("", text, count=1)).lstrip("\ufeff \t\r\n")


def well_formed(text: str) -> tuple[str, str | None]:
    """The XML, and what was wrong with it where repairing it may have lost something.

    The entities of HTML are resolved, bare ampersands escaped, the prefixes of elements declared; what is
    left open is closed as well as can be. Raises `UnreadableSource` for a bomb, or where nothing is left.
    """
    problem = _problem(text)
    if problem is None:
        return text, None
    for repair in (_with_characters, _with_prefixes):
        text = repair(text)
        if _problem(text) is None:
            return text, None
    text = _with_prefixes(_closed(text))
    if _problem(text) is not None:
        raise broken(problem)
    return text, problem


def parse(text: str, parser: expat.XMLParserType) -> str | None:
    """Feed the parser (its handlers are the caller's); returns where and why it stopped, None at the end."""
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        return f"{expat.ErrorString(error.code)}, line {error.lineno}, column {error.offset + 1}"
    return None


def broken(problem: str) -> UnreadableSource:
    """The error for XML that breaks off somewhere."""
    return UnreadableSource(f"Its XML is broken ({problem}).", fix=_REPAIRED_BY_HAND)


def _problem(text: str) -> str | None:
    return parse(text, expat.ParserCreate(namespace_separator=" "))


def _refuse_entity(*_: object) -> None:
    raise UnreadableSource(
        "It declares entities of its own, as a file does that is made to exhaust the memory of its reader.",
        fix="Get it from another place, or give the addresses of its articles.",
    )


def _with_characters(text: str) -> str:
    return _BARE.sub("&amp;", _NAMED.sub(_as_character, text))


def _as_character(found: re.Match[str]) -> str:
    name = found.group(1)
    if name.startswith("#") or name in _OF_XML:
        return found.group()
    character = html.unescape(found.group())
    return found.group().replace("&", "&amp;") if character == found.group() else html.escape(character)


def _with_prefixes(text: str) -> str:
    """The XML with a declaration for every prefix that is used without one."""
    used = {name for names in _PREFIX.findall(text) for name in names if name}
    used = used - set(_PREFIX_DECLARED.findall(text)) - {"xml", "xmlns"}
    declared = "".join(
        f' xmlns:{name}="{_NAMESPACES.get(name, "urn:" + name)}"' for name in sorted(used)[:100]
    )
    return _ROOT.sub(lambda root: root.group() + declared, text, count=1)


def _closed(text: str) -> str:
    """Broken XML as far as it can be understood, "" where it cannot."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return ""
    return etree.tostring(root, encoding="unicode") if root is not None else ""
