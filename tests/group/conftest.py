"""Invented coverage: a ferry aground off Halmer, a budget leak in Veldora, a governor twice in the news."""

from __future__ import annotations

import pytest

from tellings.records import Article

FERRY = {
    "Coastal Wire": (
        "Ferry with 212 aboard runs aground off Halmer",
        "HALMER (Coastal Wire) - A car ferry with 212 people aboard struck a reef off the port of "
        "Halmer in thick fog early on Tuesday, and eleven passengers were hurt, the coast guard "
        "said.\n\nThe Sula Maid was on its way from Brannock when it left the marked channel shortly "
        'before dawn. "She touched the Widow Rocks and is lying on her side," said harbour master '
        "Ole Tamsin. Lifeboats took all passengers off by nine. Divers were checking the hull for "
        "leaking fuel.",
    ),
    "Halmer Evening Post": (
        "Sula Maid stuck on Widow Rocks as fog hides channel",
        "Passengers in life jackets climbed down ropes into fishing boats this morning after the "
        "Sula Maid hit the Widow Rocks, two miles from Halmer harbour.\n\nEleven of them were taken "
        "to hospital, most with broken bones. Ole Tamsin, the harbour master, said the ferry had "
        "been off its course for six minutes. The captain has been questioned by police. The line "
        "from Brannock is closed until the wreck can be moved.",
    ),
    "The Brannock Star": (
        "'We heard the rock tear the hull': Brannock families home after ferry accident",
        "Most of the 212 people on the ferry that ran onto a reef on Tuesday come from Brannock, and "
        'their stories were of fog, cold and a long wait for the lifeboats.\n\n"There was a noise '
        'like tearing iron," said Pia Lund, 34, who was in the car deck of the Sula Maid. The coast '
        "guard praised the fishermen of Halmer, who reached the passengers first. The operator, "
        "Norline, said it would pay for hotels.",
    ),
}
BUDGET = {
    "Coastal Wire": (
        "Veldora finance minister resigns over leaked budget",
        "VELDORA CITY (Coastal Wire) - Finance Minister Ana Kestrel resigned on Wednesday, two days "
        "after pages of her draft budget with a new tax on rents appeared in a newspaper.\n\nKestrel "
        'said she "carried the responsibility" though she had not leaked the papers. Prime Minister '
        "Joren Vail named her deputy, Tomas Reth, to present the budget to parliament on Friday. "
        "Bond prices fell after the news.",
    ),
    "Veldora Gazette": (
        "Kestrel goes: rent tax papers cost minister her post",
        "Ana Kestrel, once seen as the next prime minister, left the finance ministry by the back "
        "door yesterday. The rent tax that brought her down was set out on four pages of a draft "
        "budget seen by this newspaper on Monday.\n\nTomas Reth takes over. The opposition demanded "
        "an inquiry into who leaked the draft and asked whether Joren Vail had known of the tax. "
        "Landlords and tenants alike had protested outside parliament.",
    ),
    "Market Daily": (
        "Bonds slide as Veldora loses its finance minister",
        "Investors sold Veldora's ten-year bonds on Wednesday after the resignation of Ana Kestrel "
        'put the budget of Friday in doubt.\n\n"Nobody knows whether the rent tax survives," said Ilse '
        "Quant of Harrow Bank. Tomas Reth, her successor, has said only that the draft would be "
        "reviewed. The crown lost two percent before parliament met.",
    ),
}
INQUIRY = (
    "Ferry inquiry told captain of Sula Maid switched off radar alarm",
    "The captain of the ferry that ran aground off Halmer ten days ago had silenced the radar "
    "alarm an hour before the ship hit the Widow Rocks, an inquiry heard on Friday.\n\nA lawyer "
    "for Norline said the alarm had rung falsely all night in the fog. Harbour master Ole Tamsin "
    "repeated that the Sula Maid had been off her course for six minutes. The wreck is to be "
    "towed to Brannock next week.",
)
WATER_BILL = {
    "Coastal Wire": (
        "Governor Dana Whitlow signs water rationing into law",
        "Governor Dana Whitlow on Monday signed a law that rations water for farms in the dry south, "
        "ending months of quarrel over wells and reservoirs.\n\nGrowers must meter every well from "
        "July and may pump half of what they used last year. Almond growers said the law would ruin "
        "them. Environmental groups called the metering of wells overdue.",
    ),
    "Southern Farmer": (
        "Half the water from July: what the new law means for growers",
        "The rationing law that Dana Whitlow signed means meters on every well, half the water, and "
        "fines from July.\n\nAlmond orchards are hit hardest, the growers' union said, because trees "
        "cannot be left fallow. The reservoirs of the south stand at a fifth. Lawsuits over the "
        "pumping limits are being prepared.",
    ),
}
CRASH = {
    "Coastal Wire": (
        "Governor Dana Whitlow hurt in helicopter crash landing",
        "Governor Dana Whitlow broke an arm when her helicopter came down hard on a mountain road on "
        "Thursday, her office said.\n\nThe pilot lost power in the tail rotor over Pine Pass and set "
        "the aircraft down between parked lorries. Two aides were treated for bruises. Investigators "
        "will look at the rotor, which was replaced in spring.",
    ),
    "Pine Pass Courier": (
        "Helicopter drops onto Pine Pass road with governor aboard",
        "Lorry drivers pulled Dana Whitlow from a helicopter that fell onto the Pine Pass road with "
        "a dead tail rotor on Thursday.\n\nThe pilot, Ned Orsin, steered between the parked lorries. "
        "The governor was flown to hospital with a broken arm, and two aides with bruises. The wreck "
        "blocked the road until night.",
    ),
}


def article(name: str, told: tuple[str, str], published: str | None) -> Article:
    """An article as `collect` would give it: title, blank line, body."""
    title, body = told
    return Article(id=name, text=f"{title}\n\n{body}", title=title, published=published)


def coverage(event: dict[str, tuple[str, str]], name: str, published: str | None) -> list[Article]:
    """All articles on an event, named "ferry-1", "ferry-2", … and published on one day."""
    return [article(f"{name}-{n}", told, published) for n, told in enumerate(event.values(), start=1)]


@pytest.fixture
def ferry() -> list[Article]:
    return coverage(FERRY, "ferry", "2031-03-04")


@pytest.fixture
def budget() -> list[Article]:
    return coverage(BUDGET, "budget", "2031-03-05")


@pytest.fixture
def inquiry() -> Article:
    return article("inquiry", INQUIRY, "2031-03-14T18:20:00+01:00")


@pytest.fixture
def water_bill() -> list[Article]:
    return coverage(WATER_BILL, "water", "2031-05-05")


@pytest.fixture
def crash() -> list[Article]:
    return coverage(CRASH, "crash", "2031-05-08")
