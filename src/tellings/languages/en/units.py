"""Units of measure and nouns that are counted, as data.

Comes in:   nothing.
Goes out:   tables from lower-case printed forms to a unit and a factor, and sorted tuples of words.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "a 40-metre-deep shaft", "30 miles away", "at 40mph": printed form -> (unit, factor to that unit).
MEASURES: dict[str, tuple[str, float]] = {
    "mm": ("m", 0.001), "millimetre": ("m", 0.001), "millimeter": ("m", 0.001),
    "cm": ("m", 0.01), "centimetre": ("m", 0.01), "centimeter": ("m", 0.01),
    "m": ("m", 1), "metre": ("m", 1), "meter": ("m", 1),
    "km": ("m", 1000), "kilometre": ("m", 1000), "kilometer": ("m", 1000),
    "inch": ("m", 0.0254), "inches": ("m", 0.0254), "ft": ("m", 0.3048), "foot": ("m", 0.3048),
    "feet": ("m", 0.3048), "yard": ("m", 0.9144), "mile": ("m", 1609.344), "nautical mile": ("m", 1852),
    "mph": ("km/h", 1.609344), "mile per hour": ("km/h", 1.609344), "mile an hour": ("km/h", 1.609344),
    "kph": ("km/h", 1), "km/h": ("km/h", 1), "kmh": ("km/h", 1), "kilometre per hour": ("km/h", 1),
    "kilometer per hour": ("km/h", 1), "kilometre an hour": ("km/h", 1), "kilometer an hour": ("km/h", 1),
    "knot": ("km/h", 1.852),
    "kg": ("kg", 1), "kilo": ("kg", 1),
    "kilogram": ("kg", 1), "gram": ("kg", 0.001), "lb": ("kg", 0.45359237),
    "lbs": ("kg", 0.45359237), "pound": ("kg", 0.45359237),
    "ounce": ("kg", 0.028349523), "tonne": ("kg", 1000),
    "ton": ("kg", 1000),
    "litre": ("litre", 1), "liter": ("litre", 1), "gallon": ("litre", 3.785411784), "barrel": ("barrel", 1),
    "acre": ("m2", 4046.8564224), "hectare": ("m2", 10_000),
    "square metre": ("m2", 1), "square meter": ("m2", 1),
    "square foot": ("m2", 0.09290304),
    "square feet": ("m2", 0.09290304), "square mile": ("m2", 2_589_988.11),
    "square kilometre": ("m2", 1_000_000),
    "square kilometer": ("m2", 1_000_000), "sq km": ("m2", 1_000_000),
    "sq ft": ("m2", 0.09290304),
    "second": ("second", 1), "minute": ("minute", 1),
    "min": ("minute", 1), "hour": ("hour", 1), "hr": ("hour", 1),
    "day": ("day", 1), "week": ("week", 1),
    "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1),
    "decade": ("year", 10),
    "percent": ("percent", 1), "per cent": ("percent", 1), "pc": ("percent", 1), "%": ("percent", 1),
    "light year": ("light year", 1), "percentage point": ("percentage point", 1),
    "storey": ("storey", 1), "story": ("storey", 1),
    "degree": ("degree", 1), "megawatt": ("megawatt", 1), "kiloton": ("kiloton", 1),
}  # fmt: skip

# "a 40-metre-deep shaft", "130 feet": what is measured in a unit.
KINDS_OF_MEASURES: dict[str, str] = {
    "degree": "a temperature or an angle", "kg": "a weight", "km/h": "a speed", "litre": "a volume",
    "m": "a length", "m2": "an area", "percent": "a share", "percentage point": "a share",
    "storey": "a height in storeys",
    **dict.fromkeys(("second", "minute", "hour", "day", "week", "month", "year"), "how long it lasts"),
}  # fmt: skip

# "30cm", "40mph": units that may be printed without a space after the figure.
ATTACHED_UNITS: tuple[str, ...] = (
    "%", "cm", "ft", "hr", "kg", "km", "km/h", "kmh", "kph", "lb", "lbs", "m", "min", "mm", "mph", "pc",
)  # fmt: skip

# "$284 billion", "30 euros": symbol or word -> (currency, factor).
CURRENCY_SYMBOLS: dict[str, str] = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
}  # fmt: skip
CURRENCY_WORDS: dict[str, str] = {
    "dollar": "USD", "us dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY",
    "rupee": "INR", "rouble": "RUB", "ruble": "RUB",
}  # fmt: skip

# "five others", "two police officers", "nine children": plurals without a final -s.
PLURALS_WITHOUT_S: tuple[str, ...] = listed(
    """
    aircraft airmen businessmen cameramen cattle children clergy congressmen councilmen countrymen
    craftsmen crew crewmen data feet firemen fish fishermen fishing folk geese guardsmen gunmen horsemen
    lawmen livestock media men mice militiamen oxen people personnel police policemen policewomen
    salesmen seamen servicemen sheep spokesmen staff teeth tribesmen troops women workmen
    """
)

# "six dead", "30 injured": what people are counted as without a noun.
COUNTED_STATES: tuple[str, ...] = ("dead", "hurt", "injured", "killed", "missing", "wounded")

# "51 injured people", "three masked men": words in -ed that stand before what is counted.
PARTICIPLES_BEFORE_A_NOUN: tuple[str, ...] = listed(
    """
    abandoned abducted accused alleged armed arrested charred confirmed convicted crowded damaged
    deployed detained disabled displaced elected experienced hooded infected injured jailed kidnapped
    licensed loaded married masked overcrowded registered related reported retired sacked shaped skilled
    stranded suspected trained trapped unarmed undocumented unexploded unidentified uniformed unmanned
    unnamed wounded
    """
)

# "one person died", "one train was empty": a single one of these is a count; "one way" is not.
SINGLE_NOUNS: tuple[str, ...] = listed(
    """
    adult attacker ballot boat body bomb boy building bullet bus camper car carriage casualty child
    civilian commuter dead death detainee employee explosion fatality female firefighter gang girl
    grenade gunman home hostage house individual infant injured juvenile killed lorry male man militant
    missile missing motorist passenger patient pedestrian person pilot plane policeman prisoner
    protester ship shot soldier student survivor suspect teenager tourist train truck tunnel vehicle
    vessel victim villager visitor vote voter witness woman worker wounded youth
    """
)

# "Flight 370", "Article 5", "Boeing 737": the number after these is a name.
NUMBERED_THINGS: tuple[str, ...] = listed(
    """
    act airbus amendment apollo appendix article bbc bill block boeing bus caption category channel
    chapter class clause coach count covid day district division euro exhibit exit figure flight formula
    gate grade group highway hwy interstate iphone issue item lane lesson level line lot mark model
    nissan no nos number page paragraph part phase photo pier platform point precinct psalm resolution
    road room round route row rule season section seed series stage step studio super table terminal
    tier title track tram type unit verse version volume ward windows zone
    """
)

# "48 as of Monday", "two boys ages 10 and 12": words in -s that are not what is counted.
NOT_PLURALS: tuple[str, ...] = listed(
    "across ages always as besides gas his is its less perhaps plus this thus towards us was yes"
)
