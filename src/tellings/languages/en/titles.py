"""Titles, ranks, roles and given names: the words that stand beside a person's name, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case words without their full stops, and a table of short given names.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "Mr. Aldane said": an honorific that shows the gender.
MALE_HONORIFICS: tuple[str, ...] = listed(
    "baron count duke emir father imam king lord mr prince rabbi sheikh sir sultan"
)
FEMALE_HONORIFICS: tuple[str, ...] = listed("baroness countess dame duchess lady miss mrs ms princess queen")

# "Gen. Tobias Merrow", "Prime Minister Ilse Vardan": words of a title printed before a name.
TITLES: tuple[str, ...] = listed(
    """
    adm admiral amb ambassador archbishop asst attorney ayatollah bishop brig brigadier capt captain
    cardinal ceo cfo chairman chairwoman chancellor chief col colonel commander commissioner congressman
    congresswoman const constable coo coroner corporal councillor councilman councilwoman counsel cpl
    dep deputy det detective dir director doctor dr envoy executive father gen general gov governor
    head inspector judge justice leader lieutenant lt lt-col lt-gen maj major marshal mayor minister
    mp msp officer pastor pc pope premier president prime private prof professor prosecutor pte pvt
    rear rep representative rev reverend secretary sen senator sergeant sgt sheriff sister speaker
    spokesman spokesperson spokeswoman staff superintendent supt treasurer trooper undersecretary
    vice vice-president
    defender goalkeeper midfielder quarterback striker winger
    """
)

# "Gen. Merrow" is "the general": titles as they are shortened before a name.
SHORT_TITLES: dict[str, str] = {
    "adm": "admiral",
    "amb": "ambassador",
    "asst": "assistant",
    "brig": "brigadier",
    "capt": "captain",
    "cmdr": "commander",
    "col": "colonel",
    "const": "constable",
    "cpl": "corporal",
    "dep": "deputy",
    "det": "detective",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "pres": "president",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
    "supt": "superintendent",
}

# "the mayor", "a former adviser", "carpet fitter Edwin Sorrel": nouns for what a person is or does.
ROLES: tuple[str, ...] = listed(
    """
    academic accountant activist actor actress adviser advisor aide ally ambassador analyst
    architect artist assistant astronaut athlete attorney author banker biologist blogger boss
    broker builder businessman businesswoman butcher campaigner candidate captain caretaker ceo
    chair chairman chairperson chairwoman chancellor chef chemist chief clerk clinician co-founder
    co-pilot coach columnist comedian commandant commander commentator commissioner composer
    congressman congresswoman constable consul consultant contractor coroner correspondent
    councillor councilman councilwoman counsel counsellor counselor critic customer defector
    delegate dentist deputy designer detective developer diplomat director doctor driver economist
    editor electrician engineer entrepreneur envoy epidemiologist executive expert farmer fellow
    filmmaker firefighter fisherman fitter founder general geologist governor guard guitarist head
    headteacher historian host hunter imam inspector investigator investor journalist judge justice
    labourer landlord lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist
    magistrate major manager marshal mayor mechanic medic member meteorologist midwife miner
    minister ministry-spokesman mp musician negotiator neighbor neighbour novelist nurse officer
    official operator organiser organizer owner painter paramedic parliamentarian partner passenger
    passer-by pastor patient pharmacist photographer physician physicist pilot player plumber poet
    policeman policewoman politician pollster premier presenter president priest principal producer
    professor programmer prosecutor psychiatrist psychologist publisher rapper rector reporter
    representative researcher resident retiree sailor scholar scientist seaman secretary
    seismologist senator sergeant sheriff singer skipper soldier solicitor speaker specialist
    spokesman spokesperson spokeswoman star strategist student superintendent supervisor surgeon
    surveyor teacher technician tourist trader treasurer user vet veteran vicar victim villager
    virologist volunteer waiter waitress warden witness worker writer
    """
)

# "the boy's uncle", "his wife": a person by kinship, and whether it shows the gender.
MALE_KIN: tuple[str, ...] = listed(
    "boyfriend brother dad father grandfather grandson husband nephew son stepfather uncle widower"
)
FEMALE_KIN: tuple[str, ...] = listed(
    "aunt daughter girlfriend granddaughter grandmother mother mum niece sister stepmother widow wife"
)
MALE_NOUNS: tuple[str, ...] = listed(
    """
    boy businessman chairman congressman councilman fisherman gentleman gunman king man policeman
    prince salesman spokesman
    """
)
FEMALE_NOUNS: tuple[str, ...] = listed(
    """
    actress businesswoman chairwoman congresswoman councilwoman girl lady policewoman princess queen
    saleswoman spokeswoman waitress woman
    """
)

# "A spokeswoman for the port": somebody who speaks for a body or for somebody else.
HELPERS: tuple[str, ...] = listed(
    "adviser advisor aide ally assistant attorney bodyguard colleague friend lawyer solicitor"
)

# "A spokesman for Mayor Hale": who speaks for others.
SPOKESPEOPLE: tuple[str, ...] = ("spokeman", "spokesman", "spokesperson", "spokeswoman")

# "Senior", "former", "deputy": words that qualify a role printed before a name.
ROLE_QUALIFIERS: tuple[str, ...] = listed(
    """
    acting assistant associate chief democratic deputy early elder ex-president executive fellow
    female first former founding head honorary incoming independent interim junior lead local
    long-time longtime male managing marketing military national nearby newly opposition outgoing
    police political press prime principal public regional republican retired second senior special
    state top trainee transport veteran vice
    """
)

# "Haider al-Sorani", "Ludwig van den Berg": particles of a surname.
PARTICLES: tuple[str, ...] = listed(
    """
    abu al ap ben bin bint da dal de del della den der di do dos du el ibn la le lo mac mc st ter ul
    van von y zu
    """
)
NAME_SUFFIXES: tuple[str, ...] = ("esq", "ii", "iii", "iv", "jnr", "jr", "phd", "snr", "sr")

# "Bob" for "Robert": short forms printed for a given name.
SHORT_NAMES: dict[str, str] = {
    "abe": "abraham",
    "al": "albert",
    "alex": "alexander",
    "andy": "andrew",
    "barb": "barbara",
    "ben": "benjamin",
    "bernie": "bernard",
    "beth": "elizabeth",
    "betty": "elizabeth",
    "bill": "william",
    "billy": "william",
    "bob": "robert",
    "bobby": "robert",
    "charlie": "charles",
    "chris": "christopher",
    "chuck": "charles",
    "dan": "daniel",
    "danny": "daniel",
    "dave": "david",
    "deb": "deborah",
    "debbie": "deborah",
    "dick": "richard",
    "don": "donald",
    "doug": "douglas",
    "ed": "edward",
    "eddie": "edward",
    "fred": "frederick",
    "greg": "gregory",
    "jack": "john",
    "jake": "jacob",
    "jeff": "jeffrey",
    "jen": "jennifer",
    "jenny": "jennifer",
    "jerry": "gerald",
    "jim": "james",
    "jimmy": "james",
    "joe": "joseph",
    "joey": "joseph",
    "jon": "jonathan",
    "josh": "joshua",
    "kate": "katherine",
    "kathy": "katherine",
    "ken": "kenneth",
    "larry": "lawrence",
    "liz": "elizabeth",
    "maggie": "margaret",
    "matt": "matthew",
    "mike": "michael",
    "nick": "nicholas",
    "pat": "patrick",
    "peggy": "margaret",
    "pete": "peter",
    "phil": "philip",
    "ray": "raymond",
    "rick": "richard",
    "rob": "robert",
    "ron": "ronald",
    "sam": "samuel",
    "steve": "steven",
    "sue": "susan",
    "ted": "edward",
    "tim": "timothy",
    "tom": "thomas",
    "tony": "anthony",
    "vince": "vincent",
    "will": "william",
}

# "Joseph", "Maria": given names common in news, by the gender they mostly show. They only break ties: a
# title or a pronoun in the article speaks first.
MALE_GIVEN: tuple[str, ...] = listed(
    """
    aaron abdul abdullah adam adrian ahmad ahmed akira alan albert alberto alejandro alex alexander
    alexei alfred ali allan anatoly andre andreas andrei andrew andy anthony antonio arthur ashton
    asif barack ben benjamin bernard bernie bilal bill bob boris brad brandon brett brian bruce carl
    carlos chad charles chris christian christopher chuck claude clive colin craig dan daniel dave
    david dean dennis derek dick diego dieter dimitri dmitry dominic don donald doug douglas duncan
    dylan edgar edward edwin emmanuel eric erik ernest ethan evan fabio farid felix fernando francis
    francois frank franz fred gareth gary gavin geoff george gerald giovanni glenn gordon graham
    greg gregory haider hamid hans harold harry hassan henri henry hiroshi hugh hussein ian ibrahim
    igor ismail ivan jack jacob jacques jake james jamie jason javier jean jeff jeffrey jeremy jerry
    jim jimmy joao joe john jonathan jorge jose joseph joshua juan julian jun justin karim karl
    keith ken kenneth kevin khaled khalid klaus lance larry lars lawrence lee leo leon leonard
    leonid liam louis luca luis luke mahmoud manuel marc marcel marco marcus mario mark martin
    marvin mathieu matt matthew maurice max michael michel miguel mike mikhail mohamed mohammad
    mohammed muhammad mustafa nathan neil nicholas nick nicolas nigel noah oleg oliver omar oscar
    pablo patrick paul pavel pedro pete peter phil philip philippe pierre rafael rahm raj ralph
    ramon raymond reza ricardo richard rick rob robert roberto robin rodrigo roger roland ron ronald
    ross roy rupert russell ryan sadiq said salman samuel scott sean sebastian sergei sergey shane
    shinzo simon stanley stefan stephen steve steven stuart takeshi tariq ted terry thomas tim
    timothy tobias todd tom tony trevor vernon victor vincent vladimir walter wayne wilhelm william
    xavier yasser yuri yusuf zachary
    """
)
FEMALE_GIVEN: tuple[str, ...] = listed(
    """
    abigail adele agnes aisha alexandra alice alicia alison amanda amber amelia amina amy ana andrea
    angela angelina anita ann anna anne annette annie antonia aria ashley audrey barbara beatrice
    becky bernadette beth betty beverly bianca bonnie brenda bridget caitlin camilla carla carmen
    carol caroline catherine cecilia charlotte chelsea cheryl chloe christina christine cindy claire
    clara claudia colleen cristina cynthia daisy dana danielle dawn debbie deborah delia denise
    diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth eliza
    elizabeth ella ellen elsa emily emma erica erika esther eva evelyn faith fatima felicity fiona
    florence frances gabriela gail georgina gina gloria grace greta hannah harriet hazel heather
    heidi helen helena hilary hillary holly ilse ines ingrid irene iris isabel isabella jackie
    jacqueline jan jane janet janice jasmine jean jenna jennifer jenny jessica jill joan joanna
    joanne josephine joy joyce judith judy julia julie june karen kate katherine kathleen kathryn
    kathy katie kelly kim kimberly kirsten kristen krystal kylie lara laura lauren layla leah leila
    lena leslie lily linda lisa lois lorraine louise lucy lydia lynn madeleine maggie mandy margaret
    maria marianne marie marilyn marina marta martha mary maureen megan melanie melissa mercedes mia
    michele michelle miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola
    nicole nina nora norma olga olivia paige pamela patricia paula pauline penelope penny petra
    phoebe phyllis priya rachel rebecca regina renee rita roberta rosa rose rosemary ruth sabrina
    sally samantha sandra sara sarah sharon sheila shirley silvia sofia sonia sophia sophie stacey
    stella stephanie sue susan suzanne svetlana sylvia tamara tanya tara teresa theresa tina tracy
    ursula valentina valerie vanessa vera veronica victoria viola violet virginia vivian wendy
    yasmin yoko yvonne zainab zara zoe
    """
)
