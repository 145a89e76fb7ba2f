"""The words by which an article says where its information comes from, as data.

Comes in:   nothing.
Goes out:   regular expressions for the words before and behind the name of an agency or outlet. Those
            before a name end where the name begins ("$" is added), those behind begin where it ends.
"""

from __future__ import annotations

# "told the state-run Harbour News Agency": what may stand between the crediting words and the name.
BETWEEN: tuple[str, ...] = (
    r"(?:a|an|the|its|their|his|her|one|another)",
    r"(?:local|state|state-run|state-owned|state-controlled|official|semi-official|private|national|public"
    r"|regional)",
    r"(?:influential|independent|respected|conservative|liberal|opposition|leading|popular|online|daily"
    r"|weekly)",
    r"(?:pro-[\w-]{2,20}|[\w.-]{2,20}-(?:based|language|owned|funded|backed|linked|affiliated))",
    r"(?:news|press|media|agency|newspaper|broadcaster|channel|network|website|site|station|television"
    r"|radio|tv)",
    r"(?:magazine|tabloid|paper|outlet|wire|service|technology|business|financial|sports|blog|daily)",
    r"an? (?:[\w.-]{2,20} ){0,3}(?:broadcaster|magazine|news agency|newspaper|news site|station|website),",
    r"[A-Z][a-z]{1,15}(?:ian|ish|ese|ch|an|li|qi|ni|i|n|s)",
    r"(?:British|French|Dutch|Greek|German|US|U\.S\.|UK|American|Russian|Chinese|Japanese|Israeli|Iraqi"
    r"|Thai|Welsh)",
)

# "The mayor told the Gazette", "according to a report in the Gazette", "as first reported by the Gazette".
BEFORE_NAMES: tuple[str, ...] = (
    r"\b(?:tells?|told|telling)(?: (?:reporters?|a reporter|journalists?|a journalist) (?:from|for|at|with"
    r"|of))?",
    r"\baccording to",
    r"\baccording to (?:[\w'’-]{1,20} ){0,6}(?:in|by|from|on|with|of)",
    r"\b(?:cited|quoted|reported|obtained|published|broadcast|aired|posted|released|carried|shown|seen|noted"
    r"|revealed|confirmed|disclosed|interviewed|conducted|compiled|circulated|verified|commissioned|named"
    r"|identified|shared|written|viewed|reviewed|captured|recorded|filmed|quotes) by",
    r"\b(?:named|identified) (?:as )?(?:[\w'’-]{1,20} ){1,4}by",
    r"\b(?:citing|quoting|cites?|quotes?|quoted|credited)",
    r"\b(?:interviews?|conversation|exchange)(?: on \w{3,6}day| by phone| (?:last|this) \w{4,7})?"
    r" (?:with|to|on|for|in)",
    r"\b(?:disclosed|published|reported|revealed) (?:in|on|last) [\w ,]{3,20} by",
    r"\b(?:comments?|remarks|statements?|e-?mails?|letter|text message|message|disclosed|leaked|spoke"
    r"|speaking|speaks"
    r"|talked|talking|confirmed|explained|admitted|revealed|said in a statement) to",
    r"\b(?:leak|leaks|leaked|disclosure|disclosures) (?:of (?:[\w-]{1,20} ){1,5})?to",
    r"\b(?:spoke|speaking|speaks|talked|talking) with",
    r"\b(?:said|says|saying|wrote|writes|writing|written|appeared|appearing|appearance|interviewed"
    r"|published|broadcast"
    r"|aired|live|reported|spoke|speaking|announced|speculated|suggested|explained)(?: so| this| it)?"
    r"(?: (?:on )?\w{3,6}day(?: (?:afternoon|evening|morning|night))?)? "
    r"(?:on|in|for)",
    r"\b(?:report|reports|story|stories|article|articles|profile|investigation|editorial|column|op-ed|poll"
    r"|analysis"
    r"|footage|excerpt|dispatch|account|review|interview|piece|scoop|tally|database) (?:in|by|from|on|of"
    r"|for)",
    r"\b(?:report|story|article|profile|investigation|editorial|column|interview|photo|picture|video|piece)s?"
    r" (?:[\w'’-]{1,15} ){0,2}(?:published|posted|printed|carried|broadcast|aired)(?: \w{3,10})? (?:in|by"
    r"|on)",
    r"\b(?:reporters?|journalists?|correspondents?|photographers?|columnists?|anchor|producers?|crew)"
    r" (?:for|from|at|with|of|working for)",
    r"[,.”\"'’] ?(?:reported|reports|writes|wrote|said|says)",
    r"[”\"] (?:said|says) [^”\"“]{3,100}, (?:on|in)",
    r"^[\"“']?(?:[Oo]n|[Ii]n|[Oo]ver at)",
    r"\b(?:per|via)",
    r"\b(?:broken|reported|revealed) by [A-Z][\w’'-]{1,20} [A-Z][\w’'-]{1,20} (?:at|for|from|of|with)",
    r"\bphotos? obtained by",
    r"\b(?:appeared|printed|reads?|seen|reported|noted) (?:in|on|by)",
)

# "As first reported by harbourWatch24": strong enough to credit a site whose name tells nothing.
BEFORE_SITES: tuple[str, ...] = (
    r"\bas (?:first |originally |previously )?(?:reported|noted|spotted|revealed|pointed out) by",
    r"\b(?:first|originally) (?:reported|noted|spotted|revealed) by",
)

# "As the Gazette reported on Thursday", in the Gazette itself: an outlet names its own earlier report.
OWN_REPORT_BEFORE: tuple[str, ...] = (
    r"\b[Aa]s",
    r"\b[Aa]s (?:[Tt]he)",
    r"\bfirst (?:reported|disclosed|revealed) (?:by|in)(?: [Tt]he)?",
)
OWN_REPORT_BEHIND: tuple[str, ...] = (
    r" (?:(?:has|had|first|previously|earlier|exclusively|also|itself) ){0,2}"
    r"(?:reported|disclosed|revealed)\b",
    r" on \w{3,9}day\b",
)

# "The Gazette has learned": an outlet that names itself for what it alone has.
OWN_FINDING: str = r" (?:has|have) (?:exclusively )?(?:learned|learnt|obtained)\b"

# "The station's war correspondent Jane Doe": an outlet that names a reporter of its own.
OWN_REPORTER: str = (
    r"['’]s (?:[\w-]{2,20} ){0,4}(?:[Cc]orrespondent|[Rr]eporter|[Bb]ureau chief),? "
    r"[A-Z][\w'’-]+ [A-Z][\w'’-]+"
)

# "On Birdsong, witnesses posted", "a Birdsong user wrote": nobody is named for what stands on a platform.
POSTED: tuple[str, ...] = (
    r"\b[Oo]n ({platforms}),? (?:\w+ )?(?:eyewitnesses|people|residents|users|witnesses) "
    r"(?:posted|shared|wrote)\b",
    r"\b({platforms}) users?\b(?= (?:\S{{1,40}} )?(?:also |later )?(?:asked|posted|said|shared|wrote)\b)",
    r"\b(?:eyewitnesses|people|residents|users|witnesses) (?:posted|said|shared|wrote) on ({platforms})\b",
)

# "The Gazette has reported", "Harbour TV showed", "the Gazette's Jane Doe wrote", "a Gazette report".
BEHIND_NAMES: tuple[str, ...] = (
    r"(?:(?:,? (?:the |a |an )?(?:[\w'’.-]{1,20} ){0,6}"
    r"(?:agency|newspaper|paper|daily|weekly|broadcaster|channel|network|website|site|station|magazine"
    r"|outlet|tabloid"
    r"|radio|television|blog),?)|(?: \([^()]{1,40}\)))?"
    r"(?: (?:also|has|had|have|first|later|earlier|previously|separately|then|reportedly|now|itself"
    r"|on \w{3,9}day)"
    r"| on [A-Z]\w{2,9}\.? \d{1,2}(?:, \d{4})?,?|,[^,.;\"“”]{3,90},){0,3} "
    r"(?:reported|reports?|reporting|said|says|saying|quoted|quotes|cited|cites|described|describes|wrote"
    r"|writes"
    r"|published|revealed|disclosed|claimed|claims|confirmed|noted|notes|showed|shows|aired|broadcast|posted"
    r"|identified|carried|obtained|learned|learnt|estimated|interviewed|announced|adds?|added|produced|broke"
    r"|put the|did not (?:identify|name))\b",
    r"['’]s? (?:[a-z-]{2,20} ){0,4}(?:[A-Z][\w.’'-]{0,20} ){1,3}(?:reported|reports|said|says|told|wrote"
    r"|writes"
    r"|tweeted|noted|explained|asked|interviewed)\b",
    r" (?:news agency |newspaper )?(?:report|reports|article|story|investigation|interview|journalists?"
    r"|reporters?"
    r"|correspondents?|photographers?|analysis|profile|poll|editorial|columnist|footage|exclusive)\b",
    r"['’]s? (?:report|article|story|investigation|interview|analysis|profile|editorial|account|reporting"
    r"|website"
    r"|journalists?|reporters?|correspondents?)\b",
)

# "A photo issued by the Coast Guard": who gave a picture; the name that follows is a photo credit.
PICTURE_GIVEN: str = (
    r"\b(?:photo|photograph|image|picture|video|handout|footage)s? (?:was |were )?"
    r"(?:provided|issued|released|supplied|made available|distributed|taken) (?:on \w{3,9} )?by (?:the )?"
)

# "She told The Lantern": a capital "The" amid a sentence begins a title, behind these words one of the press.
BEFORE_TITLES: tuple[str, ...] = (
    r"\b(?:tells?|told|telling)",
    r"\b(?:interview|conversation) (?:with|to|in)",
    r"\b(?:account|article|column|dispatch|editorial|exclusive|investigation|op-ed|profile|scoop|story)s?"
    r" (?:by|for|from|in|on)",
    r"\breports? (?:by|from|in|on)",
    r"\b(?:obtained|published|quoted|reported|revealed) (?:by|in|on)",
    r"\b(?:said|says|wrote|writes) in",
)

# "First reported by Tidewatch", "a columnist for Tidewatch": only of the press is this said.
BEFORE_UNLISTED: tuple[str, ...] = (
    r"\b(?:first|initially|originally) (?:broken|disclosed|published|reported|revealed)"
    r"(?: (?:in|on) [A-Z]\w{2,8}(?: \d{1,4})?,?)? by",
    r"\b(?:columnists?|correspondents?|journalists?|reporters?)(?: \w{3,10}ing)? (?:for|at)",
    r"\b(?:broken|reported|revealed) by [A-Z][a-z]{1,15} [A-Z][\w'’-]{1,20} (?:at|for|from|of|with)",
    r"\bin an? interview (?:published|aired|broadcast)(?: on)?(?: \w{3,6}day)? (?:by|in|on)",
)

# "Tidewatch, which first reported the sale": the same behind a name.
BEHIND_UNLISTED: tuple[str, ...] = (
    r",? (?:which|who) (?:first|originally) (?:broke|disclosed|published|reported|revealed)\b",
    r",? which broke (?:the|this) (?:news|story)\b",
    r" (?:first|originally) (?:broke the|reported)\b",
    r"['’]s (?:editorial board|editor-in-chief|newsroom)\b",
)

# "Told The Hague tribunal", "a report by The Nature Trust": words of names that are of no outlet.
NO_OUTLETS: tuple[str, ...] = (
    "academy",
    "administration",
    "agency",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "bahamas",
    "bank",
    "board",
    "bureau",
    "cabinet",
    "campaign",
    "centre",
    "center",
    "church",
    "city",
    "clinic",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "commons",
    "company",
    "conference",
    "congress",
    "corporation",
    "council",
    "county",
    "court",
    "crown",
    "department",
    "district",
    "embassy",
    "federation",
    "force",
    "foundation",
    "friday",
    "fund",
    "gambia",
    "government",
    "group",
    "hague",
    "hospital",
    "house",
    "inc",
    "initiative",
    "institute",
    "institution",
    "ministry",
    "monday",
    "museum",
    "navy",
    "netherlands",
    "office",
    "organisation",
    "organization",
    "parliament",
    "party",
    "pentagon",
    "philippines",
    "police",
    "project",
    "prosecution",
    "republic",
    "saturday",
    "school",
    "senate",
    "service",
    "society",
    "states",
    "sunday",
    "thursday",
    "trust",
    "tuesday",
    "union",
    "university",
    "wednesday",
)
