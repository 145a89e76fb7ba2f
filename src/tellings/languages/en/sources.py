"""The words by which a source of news is named or left unnamed, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "the Orlow campaign", "Orlow's office": bodies that speak for one person.
SPEAKING_FOR_ONE: tuple[str, ...] = ("camp", "campaign", "office", "team")

# "He said", "they told reporters", "it added": a source named by a pronoun.
MALE_PRONOUNS: tuple[str, ...] = ("he", "him", "himself", "his")
FEMALE_PRONOUNS: tuple[str, ...] = ("her", "hers", "herself", "she")
PLURAL_PRONOUNS: tuple[str, ...] = ("them", "themselves", "they", "us", "we")
NEUTER_PRONOUNS: tuple[str, ...] = ("it", "itself")
FIRST_PERSON: tuple[str, ...] = ("i", "me", "my", "myself", "our", "ours", "us", "we")
RELATIVE_PRONOUNS: tuple[str, ...] = ("that", "which", "who", "whom", "whose")

# "The man said", "the woman added": a noun that names a person no better than a pronoun does.
PERSON_NOUNS: tuple[str, ...] = ("boy", "girl", "lady", "man", "person", "teenager", "woman", "youth")

# "the harbour authority", "the company": nouns for a body that can speak.
BODIES: tuple[str, ...] = listed(
    """
    academy administration agency airline airport alliance army assembly association authority bank
    board branch brigade broadcaster bureau cabinet campaign carrier center centre charity church club
    coalition college command commission committee company congress consortium consulate corporation
    council court daily department developer directorate embassy federation firm force foundation fund
    gov't government govt group hospital hotel house inspectorate institute institution junta kingdom
    league magazine maker manufacturer military militia ministry mission mosque movement museum navy
    network newspaper ngo office operator opposition organisation organization outlet paper parliament
    party police practice prefecture presidency provider publisher regime regulator retailer school
    senate service site society state station store supplier team think-tank trade tribunal trust union
    university utility venue watchdog website
    """
)

# "Market research firm Dalby", "the daily Ostblatt": nouns for a body with its own name behind them.
BEFORE_OWN_NAME: tuple[str, ...] = listed(
    """
    agency broadcaster charity company daily firm group magazine maker manufacturer movement newspaper ngo
    operator organisation organization paper party provider publisher retailer supplier think-tank union
    watchdog website
    """
)

# Bodies whose name holds the noun: "the commission" is one that is called so, not any body named before.
NAMED_AS_SUCH: tuple[str, ...] = listed(
    """
    academy administration alliance army assembly association authority board bureau cabinet church coalition
    commission committee congress consulate council court department directorate embassy federation
    foundation government hospital inspectorate institute junta kingdom league military ministry mosque
    museum navy office opposition parliament party police presidency regime senate service tribunal union
    university
    """
)

# "Orlow Air Lines", "Marlow Motors Ltd": how companies' names end, which a short form leaves out.
COMPANY_TAILS: tuple[str, ...] = listed(
    """
    ag air airlines airways brands co company corp corporation energy enterprises entertainment gmbh group
    holdings inc industries international limited lines llc ltd motors news pictures plc productions
    shipping studios systems technologies trucks
    """
)

# "Marlow Harbour Police", "First Coast Energy", "The Evening Post": capitalised words that show that a name
# is not a person's.
BODY_NAME_WORDS: tuple[str, ...] = listed(
    """
    academy administration agency air airlines airways alliance army assembly associated association
    authority bank bbc board branch brigade broadcasting bureau cabinet center central centre
    channel chronicle church club co college command commission committee companies company congress
    consulate corp corporation council county court daily defence defense democratic department
    directorate district duma embassy emergency energy enterprise express federal federation fire
    first force forces foreign foundation front fund gazette general-command global government group
    guard guardian health herald holdings hospital house inc independent industries information
    institute intelligence international islamic journal justice kremlin league limited llc ltd mail
    media ministry mirror mission movement museum national nations navy network news observer office
    online organisation organization pact palace parliament party pentagon police post power
    prefecture press radio railway railways republic republican review royal school security senate
    service services social society solutions standard star state states station street sun systems
    team technologies telecom telegraph television times transport transportation treasury tribune
    trust tv union united universal university water weekly white wire world
    """
)

# "North Sorland", "New Marlow", "San Tiberio": first words of the names of places.
PLACE_NAME_STARTS: tuple[str, ...] = listed(
    "east eastern fort lake los las mount new north northern port san santa south southern west western"
)

# "A source close to the talks", "officials said", "one witness": somebody who stays unnamed.
UNNAMED_PEOPLE: tuple[str, ...] = listed(
    """
    activist advocate aide analyst attendee authority bystander civilian colleague commentator
    critic customer delegate demonstrator diplomat expert eyewitness fan follower friend guest
    insider investigator lawmaker local medic militant motorist negotiator neighbor neighbour
    netizen observer occupant officer official onlooker opponent passenger passer-by patient people
    person politician protester rebel relative rescuer resident respondent scientist soldier source
    student supporter survivor tourist user viewer villager voice volunteer voter witness worker
    """
)

# "Image copyright Dov Lind Image caption Doctors said": words of a caption's label, which name nobody.
CAPTION_WORDS: tuple[str, ...] = ("caption", "copyright", "image")

# "The report found", "records show": a document that is cited as a source.
DOCUMENTS: tuple[str, ...] = listed(
    """
    account affidavit analysis article audit bulletin circular complaint constitution data
    declaration decree document email estimate figure filing finding guideline indictment inquiry
    investigation law lawsuit letter memo memorandum message note notice poll post record recording
    register report review rule ruling statement statistic study survey testimony text transcript
    tweet video warrant
    """
)

# "The statement continued": documents of somebody who has just been named.
SIGNED_DOCUMENTS: tuple[str, ...] = listed("caption email letter memo message note post statement tweet")

# "An officer on the scene", "another witness", "one passenger": what introduces somebody new.
INTRODUCING: tuple[str, ...] = ("a", "an", "another", "one")

# "an official", "the official", "his spokesman", "some residents": how a description begins.
INDEFINITE: tuple[str, ...] = listed(
    """
    a an another any at both certain dozens eight eyewitnesses few five four half hundreds least
    many more most nine numerous one other others seven several six some ten thousands three two
    various
    """
)
# "Nobody said who was to blame": no source at all.
NOBODY: tuple[str, ...] = ("neither", "no-one", "nobody", "none")
DEFINITE: tuple[str, ...] = ("that", "the", "these", "this", "those")
POSSESSIVE: tuple[str, ...] = ("her", "his", "its", "my", "our", "their", "your")

# "a politician close to the premier": words that end the core of a noun phrase.
PHRASE_BREAKS: tuple[str, ...] = listed(
    """
    about across after against among as at before behind between briefed by cited close critical during
    familiar for from in inside into involved near not of on outside over present quoted responsible
    running speaking that throughout to told under via when where which who whom whose with within
    without
    """
)
