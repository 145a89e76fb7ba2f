"""What stands around an article on a page, and instead of one, as data.

Comes in:   nothing.
Goes out:   sorted tuples of lower-case lines, phrases and words.
"""

from __future__ import annotations

from tellings.languages.en.lists import listed

# "ADVERTISEMENT" above the headline: whole lines that come before a headline and are none.
LINES_BEFORE_A_HEADLINE: tuple[str, ...] = (
    "ad",
    "advertisement",
    "advertising",
    "analysis",
    "breaking",
    "breaking news",
    "exclusive",
    "home",
    "home page",
    "just in",
    "latest",
    "latest news",
    "live",
    "live updates",
    "menu",
    "news",
    "opinion",
    "photo",
    "search",
    "sections",
    "share",
    "skip to content",
    "skip to main content",
    "story",
    "toggle navigation",
    "top stories",
    "top story",
    "video",
    "world",
    "world news",
)

# "Subscribe to continue reading": what a page says when it does not show the article. Each is looked for in
# the lower-cased sentence as it stands.
NOTICE_PHRASES: tuple[str, ...] = (
    "accept all",
    "access to this page",
    "ad blocker",
    "adblocker",
    "already a member",
    "already a subscriber",
    "are you a robot",
    "become a member",
    "cancel any time",
    "cancel anytime",
    "check your connection",
    "continue reading",
    "cookie",
    "create a free account",
    "create an account",
    "enable javascript",
    "for subscribers",
    "free article",
    "free trial",
    "javascript is disabled",
    "keep reading",
    "legitimate interest",
    "log in",
    "manage your preferences",
    "not a robot",
    "our partners",
    "page not found",
    "personal data",
    "personalised ad",
    "personalized ad",
    "please enable",
    "privacy policy",
    "privacy settings",
    "read the full",
    "register for free",
    "register to",
    "sign in",
    "sign up",
    "subscribe",
    "subscriber",
    "subscription",
    "terms of service",
    "terms of use",
    "this content is not available",
    "this page could not be found",
    "to read this article",
    "unlock",
    "unusual traffic",
    "verify you are human",
    "your browser",
    "your consent",
)

# "The crew of the ferry said that it was on its way to the harbour": small words that English prose cannot do
# without, and that are rare as words of other languages.
SURELY_ENGLISH: tuple[str, ...] = (
    "after",
    "and",
    "are",
    "at",
    "been",
    "but",
    "by",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "his",
    "it",
    "its",
    "not",
    "of",
    "on",
    "said",
    "she",
    "that",
    "the",
    "their",
    "they",
    "this",
    "to",
    "were",
    "which",
    "who",
    "with",
    "would",
)

# "The harbour was closed on Monday ... Read more": how a summary ends that links to its article.
TEASER_ENDINGS: tuple[str, ...] = (
    "click here to read more",
    "continue reading",
    "continued",
    "full article",
    "full story",
    "keep reading",
    "read article",
    "read full article",
    "read full story",
    "read more",
    "read more here",
    "read on",
    "read the full article",
    "read the full story",
    "read the rest of this entry",
    "see more",
    "view article",
)

# "Update 2: Ferry sinks", "Watch: The last run": what desks put in front of a headline. It names no source.
HEADLINE_LABELS: tuple[str, ...] = listed(
    """
    alert analysis audio blog breaking brief briefing business column comment correction crime culture
    document editorial exclusive explained explainer fact factbox feature flash full gallery graphic
    health in insight interview just latest letter letters listen live map more news newsletter obituary
    opinion photo photos picture pictures podcast politics poll profile quiz read recap refile review
    science special sport sports technology timeline transcript update updated urgent video view
    viewpoint watch weather world wrap wrapup
    """
)
