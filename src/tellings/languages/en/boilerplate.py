"""What stands in a saved article and is not the article, as data.

Comes in:   nothing.
Goes out:   groups of regular expressions. Every quantifier inside them is bounded or runs over a class that
            cannot match what follows, so that no line can make them slow.
"""

from __future__ import annotations

# "Leave A Reply": a whole line, nothing before it and nothing behind it.
WHOLE_LINES: tuple[str, ...] = (
    r"(?:advertisement|advertising|sponsored(?: content)?|story continues below(?: advertisement)?)",
    r"advertisement\W{0,5}(?:continue reading (?:the main story|below)|story continues below)",
    r"continue reading(?: the main story)?",
    r"(?:photo|photos|video|videos|image|graphic|slideshow|gallery|pictures)",
    r"(?:watch|play|pause|replay|close|next|prev|previous|up next|loading|loading\.\.\.|live|print|save)",
    r"(?:save ?save|hide caption|toggle caption|show captions?|view (?:gallery|photos|comments))",
    r"(?:scroll down for (?:the )?videos?.{0,40}|(?:watch|see) (?:the )?videos? below.{0,20})",
    r"(?:leave a (?:reply|comment)|(?:post|add|write) a comment|reply|comments?(?: \(\d+\))?|\d+ comments?)",
    r"(?:share|share (?:this|via|on|with)(?: .{0,40})?|tweet|e-?mail|print this|like this:?|(?:facebook"
    r"|twitter)"
    r"(?: (?:facebook|twitter|pinterest|google\+?|whatsapp|linkedin|reddit|tumblr|e-?mail)){0,8})",
    r"(?:report|report (?:this )?(?:ad|error|a typo|a mistake)|skip (?:ad|advert|to .{0,40}))",
    r"(?:read more|more|related|see also|most read|most popular|trending(?: now)?|recommended"
    r"|you may also like"
    r"|related (?:articles|content|links|news|posts|stories|topics|videos?)|tags?|topics?"
    r"|filed under)\W{0,3}",
    r"(?:sign up|sign in|log in|subscribe|subscribe now|register|newsletter|privacy policy|terms of (?:use"
    r"|service))",
    r"(?:all )?(?:file )?(?:photo|photograph|image|picture)s? (?:by|courtesy(?: of)?|credit)\b:? .{2,60}",
    r"[\w.'’-]{2,30}(?: [\w.'’-]{1,30}){0,3} (?:and|with) (?:news )?agencies",
    r"(?:photographs?|pictures?|image|credit|photo credit|video)\s?:\s?.{2,80}",
    r"\((?:photo|photos|file photo|image|picture|pic|photograph)s?\b.{0,80}\)",
    r"(?:source|sources)\s?:\s?\w.{1,60}",
    r"(?:this is a )?(?:breaking|developing)(?: news)?(?: story)?\b.{0,12}\b(?:more (?:follows|to follow)"
    r"|check back"
    r"|please check back|will be updated|refresh).{0,80}",
    r"(?:more (?:follows|to (?:follow|come))|this (?:story|post|article) (?:has been|was"
    r"|will be) updated)\W{0,5}",
    r"(?:last )?(?:updated|published|posted|modified|first published)(?: on| at)?\s?:?\s.{0,12}\d.{0,40}",
    r".{2,40}\|\s?updated\s?:\s?\d.{0,40}",
    r"(?:additional|further) reporting (?:by|from) .{2,120}",
    r"(?:\w[\w.'’-]{0,20} ){1,4}(?:and (?:\w[\w.'’-]{0,20} ){1,4})?contributed to this (?:post|report"
    r"|story|article)\W{0,3}",
    r"(?:reporting|writing|editing|compiled) by .{2,120};.{2,160}",
    r"\((?:additional )?(?:reporting|writing|editing|compiled) by .{2,280}\)",
    r"information from\s?: .{2,160}",
    r"[A-Z][\w .&'’-]{0,40} \d{1,2}/\d{1,2}/\d{4} page ?\w{1,4}",
    r"\([A-Z][\w .&'’-]{0,40} \d{1,2}/\d{1,2}/\d{4} page ?\w{1,4}\)",
    r"(?:www\.|https?://)\S{3,200}",
    r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}",
    r"(?:registration|licen[cs]e) (?:number|for publishing).{0,120}",
    r"home(?: (?:page|news|world|about|contact)){1,6}",
    r"(?:this|the) (?:article|post|report|story) (?:first|originally) (?:appeared|ran) (?:at|in|on) .{2,60}",
    r"\[[^\[\]\n]{20,190}(?:[^\[\]\n.!?\"'”’]|[.!?]?’)\]",
    r"(?-i:[a-z]{2,4})(?:/(?-i:[a-z]{2,4})){1,4} ?\([^()\n]{2,60}\)",
    r"related (?-i:[A-Z])[^\n]{10,300}[^\s.!?\"”’]",
    r"[^\n]{8,180}[^\s.!?:;,\"”’] (?-i:Read more)",
)

# "Read more: Storm closes the harbour": how a line opens that leads away from the article.
OPENINGS: tuple[str, ...] = (
    r"(?:read more|read also|also read|read next|see also|related|related story|recommended|more|watch"
    r"|watch more"
    r"|more on this(?: story)?|more from|don't miss|must read|view more)\s?(?::|\||>|»)\s?\S",
    r"(?:related (?:stories|articles|content|links|news|posts|coverage)|most read in"
    r"|more on [a-z ]{3,40} [A-Z]{4})",
    r"READ MORE\b",
    r"(?:read or )?share this (?:story|article|page|post)\b",
    r".{0,60}\bskip in skip\b",
    r"(?:this|our) (?:website|site) uses cookies",
    r"we use cookies",
    r"by (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:site|website)",
    r"your e-?mail address will not be published",
    r"required fields are marked",
    r"(?:please )?(?:enable|turn on) javascript",
    r"(?:enjoy|enjoyed|like|liked) (?:this|our) (?:blog|article|post|site|story)\s?\?",
    r"if you (?:enjoy|enjoyed|like|liked) this (?:article|post|story)\b.{0,40}\bshare\b",
    r"(?:follow|like|find|join) (?:us|me) on (?:facebook|twitter|instagram|youtube|telegram|linkedin)",
    r"follow (?:[@\w'’.-]{1,25} ){1,9}on (?:facebook|twitter|instagram|telegram)\b",
    r"follow (?:@\w{2,30}|the (?:latest|author)\b)",
    r"(?-i:[A-Z])[\w.'’-]{1,20}(?: (?-i:[A-Z])[\w.'’-]{1,20}){1,3} is [^\n.]{8,160}\. "
    r"(?:contact|e-?mail|follow|read|you can (?:find|follow|reach)) (?:her|him|his|their|them)\b",
    r"join the conversation(?: (?-i:[A-Z])|$)",
    r"(?:[\w ]{2,30}: )?see (?:the )?latest news\b",
    r"craving (?:even )?more\?",
    r"e-?mail(?: (?:us|me|the (?:author|writer|reporter)))?\s?(?:at|:)\s?\S{2,60}@",
    r"contact (?:us|the (?:author|writer|reporter|newsroom))\b.{0,40}@",
    r"(?:sign up|subscribe|register) (?:for|to|here|now|today)\b.{0,120}\b(?:newsletter|e-?mails?|updates"
    r"|alerts"
    r"|briefings?|podcast|channel)",
    r"(?:get|receive) .{0,60}\b(?:newsletter|delivered to your inbox|in your inbox)",
    r"(?:interested in .{2,40}\? ?)?add .{2,40} as an? (?:interest|topic)\b.{0,160}\b(?:latest|news|updates)",
    r"(?:sign up|subscribe) (?:for|to) .{1,400}\b(?:subscribe for|see sample|a newsletter|e-?mail address)\b",
    r"order reprints\b",
    r"a version of this (?:article|story) (?:appeared|appears|was published) in (?:the )?print\b",
    r"newsletter sign up\b",
    r"(?:\w{1,12} ){0,3}e-?mail enter your e-?mail",
    r"enter your e-?mail address",
    r"copyright (?:©|\(c\)|\d{4})",
    r"(?:©|\(c\)) ?(?:copyright )?\d{4}\b",
    r"all rights reserved",
    r"(?:this )?material may not be published, broadcast",
    r"(?:[A-Z]\w{1,20} )?transcripts are (?:created|provided|produced)",
    r"(?:our|we) (?:standards|comply with)\b.{0,40}\b(?:principles|ipso|editors['’] code)",
    r"we pay for (?:your|videos|stories)",
    r"(?:do you have|got) a (?:story|tip)\b.{0,80}\?",
    r"(?:if you|have you|were you|did you|are you) .{0,120}\b(?:fill in the form|get in touch|share your "
    r"(?:story"
    r"|stories|experiences?)|e-?mail us)",
    r"(?:just watched|must watch|now playing)\b",
    r"(?:click|tap) here (?:to|for)\b",
    r"for (?:more|the latest) .{0,80}(?:https?://|www\.)",
    r"(?:the )?.{2,40}['’]s? website can also be (?:accessed|reached|found)",
    r"(?:support|donate to) (?:us|our (?:journalism|work))\b",
    r"download (?:our|the) .{0,40}\bapp\b",
    r"the views expressed (?:in this|here|by)\b",
    r"image copyright\b(?!.*\bimage caption\b)",
)

# "Read more:", a line above the titles of other articles.
LEADS_AWAY: str = (
    r"(?:read (?:more|next)|see also|more (?:news|stories)|related(?: (?:coverage|stories))?)\s?:"
)

# "Image copyright AP Image caption The ferry at noon": the credit goes, the caption stays.
WITHIN_LINES: tuple[str, ...] = (
    r"\bimage (?:copyright|source)(?:,)? .{1,50}? image caption\b,?",
    r"\b(?:media playback is (?:not supported|unsupported) on (?:your|this) device)(?: media caption)?",
    r"^(?:image|media) caption\b,?",
    r"^(?-i:CLOSE (?=[A-Z]))",
    r"\benlarge this image(?: toggle caption)?(?: (?P<credit>.{3,60}?) (?P=credit)$)?",
    r"\bhide caption(?: \d{1,3} of \d{1,3})?",
    r"\b(?:skip|end of) (?:twitter|facebook|instagram|youtube|advertisement)?(?: (?:post|video|tweet))?"
    r"(?: \d{1,2})? ?by @?\w{1,30}",
    r"\(\s?(?:file )?(?:photo|photos|image|picture|pic|photograph|via|credit)s?(?: credit)?\s?(?:by|:|/"
    r"|from|courtesy)"
    r"[^()\n]{1,80}\)",
    r"\((?-i:[A-Z][\w.'’-]{1,25}(?: [A-Z][\w.'’-]{1,25}){1,4})(?:, ?file)? ?/ ?(?-i:[A-Z]|dpa)[^()\n]{1,60}\)"
    r"(?: \((?-i:[A-Z])[^()\n]{2,40}\))?$",
    r"\[(?:file )?(?:photo|image|picture)s?(?: ?[/:]| by\b| courtesy\b| provided\b)[^\[\]\n]{1,60}\]",
    r"\((?-i:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\.? \d{1,2}\) (?-i:[A-Z][\w/ ]{1,20})$",
    r"\bplay video \d{1,2}:\d\d (?-i:[A-Z])[^\n]{5,160} [–-] video$",
    r"\((?:image |photo |photos )?courtesy(?: of)?:? [^()\n]{2,60}\)",
    r"\((?=(?-i:[A-Z]))[\w.&'’ -]{0,40}\b(?:University|Institute|Observatory|Museum|Police|NASA)\b"
    r"[\w.&'’ -]{0,40}\)$",
    r"\((?:additional )?(?:reporting|writing|editing|compiled) by [^()\n]{2,600}\)$",
    r"(?-i:© ?[A-Z][\w.'’-]{1,25}(?:[ /-][A-Z][\w.'’-]{1,25}){0,4}(?: ?\([A-Za-z ]{2,30}\))?)$",
    r"\b(?:photograph|photo|picture|pic|image|credit)s?(?: credit)?(?: by|:) ?(?-i:[A-Z])[\w.,/&'’ -]{2,60}$",
    r"\bupdated\s?:\s?\d{4}-\d\d-\d\d[^\n]{0,60}$",
    r"\badvertisement continue reading the main story\b",
    r"\bnewsletter sign up continue reading\b.{0,1200}?\bnewsletters\.",
    r"^(?:facebook|twitter)(?: (?:facebook|twitter|pinterest|google\+?|whatsapp|linkedin))+",
    r"\b(?:details|click|more|read more|full story|see) here\.$",
    r"\bposted by \w.{1,60}? on [\w ,.]{3,30}\d{4}\.?[*_]{0,3}$",
)

# "Mara Lund is a reporter for The Lantern.": who wrote the article, in one of its last lines.
WRITERS: str = (
    r"(?-i:[A-Z])[\w.'’-]{1,20}(?: (?-i:[A-Z])[\w.'’-]{1,20}){1,3} is (?:an? |the )?"
    r"(?:[\w.'’&,-]{1,20} ){0,8}(?:blogger|columnist|contributor|correspondent|editor|journalist|producer"
    r"|reporter|writer)"
    r"(?: (?:and|at|based|covering|for|in|of|on|with|who (?:covers|reports|writes))\b[^.,;“\"\n]{2,120})?\."
)

# "The pier is pictured in this undated handout photo", "Dorn (left) looks on": words under a picture.
UNDER_PICTURES: str = (
    r"^\W*(?:file )?(?:caption|image|photo|photograph|picture)s?\b\s*[:.|-]"
    r"|\b(?:pictured|seen|shown) (?:here\b|above\b|in (?:this|an?) (?:undated |file |handout |still )*"
    r"(?:frame|image|photo|photograph|picture)\b)"
    r"|\b(?:file|handout|stock|undated) (?:image|photo|photograph|picture)\b"
    r"|\b(?:image|photo|photograph|picture) (?:obtained|provided|released|supplied|taken)\b"
    r"|\((?:above|left|right|centre|center|second left|second right|L|R|C)\)"
)
