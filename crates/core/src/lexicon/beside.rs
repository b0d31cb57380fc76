//! Words that a signal looks for beside a mark of the lexicon, each list with its meaning. They
//! mean something only there, so they are no class of their own.

/// What a question about the level on the new offering is asked with.
pub(crate) const OF_WHAT_WILL_BE_BOUGHT: &[&str] = &[
    "intend",
    "intended",
    "will",
    "buy",
    "purchase",
    "purchasing",
    "subscribe",
    "subscribing",
    "planned",
    "future",
    "new",
    "going",
    "move",
    "migration",
    "switch",
    "transition",
    "cutover",
    "target",
    "aiming",
    "contracting",
    "complete",
    "completed",
    "completion",
];

/// "Which access level", "log level": levels of other things.
pub(crate) const LEVEL_OF_OTHER_THINGS: &[&str] = &[
    "group", "log", "project", "instance", "top", "access", "patch", "debug", "high", "low",
];

/// What a question after a date asks of: the move, its end, its beginning.
pub(crate) const HAPPENING: &[&str] = &[
    "move",
    "moved",
    "migration",
    "migrate",
    "migrated",
    "complete",
    "completed",
    "completion",
    "done",
    "finish",
    "finished",
    "over",
    "switch",
    "transition",
    "ready",
    "cutover",
    "cut",
    "target",
    "planned",
    "plan",
    "aiming",
    "end",
    "across",
    "shift",
    "relocation",
    "relocate",
    "transitioned",
    "through",
    "wrapped",
    "fully",
    "there",
    "level",
    "tier",
];

/// Where a phrase of a sentence ends.
pub(crate) const PHRASE_ENDS: &[&str] = &[
    ",", ":", "(", ")", "because", "which", "while", "where", "whereas", "so", "as", "since",
    "when", "/", "and", "once",
];

/// Verbs that may stand between an offering and what becomes of it.
pub(crate) const AUXILIARIES: &[&str] = &[
    "be", "is", "are", "being", "gets", "get", "was", "been", "to", "will", "shall", "goes", "of",
];

/// Words between a preposition and the name it belongs to.
pub(crate) const FILLERS: &[&str] = &[
    "the",
    "our",
    "their",
    "your",
    "its",
    "his",
    "my",
    "own",
    "existing",
    "old",
    "new",
    "current",
    "hosted",
    "whole",
    "entire",
    "a",
    "an",
    "gitlab",
    "product",
    "offering",
    "paid",
    "premium",
    "ultimate",
    "company",
    "\"",
    "'",
    "*",
    "(",
    "[",
    "this",
    "that",
    "local",
    "internal",
    "legacy",
    "aging",
    "ageing",
    "central",
    "corporate",
    "production",
    "prod",
    "main",
    "single",
    "multi",
    "cloud",
    "public",
    "official",
    "gitlab's",
    "big",
    "small",
    "tiny",
    "classic",
    "present",
    "future",
    "former",
    "starter",
    "self",
    "ee",
    "_",
    "both",
    "customer",
    "customer's",
    "so",
    "called",
    "latest",
    "free",
    "managed",
    "two",
    "three",
    "tired",
    "shared",
    "private",
    "german",
    "french",
    "european",
    "us",
    "eu",
    "running",
    "version",
    "aws",
    "azure",
    "gcp",
    "linux",
    "omnibus",
    "docker",
    "ce",
    "little",
    "lab",
    "of",
    "instance",
    "instances",
    "server",
    "group",
    "groups",
    "namespace",
    "side",
    "tenant",
    "notre",
    "nos",
    "unser",
    "unsere",
    "unserem",
    "unseren",
    "unserer",
    "nuestro",
    "nuestra",
    "instanz",
    "instancia",
    "serveur",
    "servidor",
    "el",
    "la",
    "le",
    "les",
    "der",
    "die",
    "das",
    "den",
    "dem",
    "one",
];

/// What agents call the customer.
pub(crate) const CUSTOMER: &[&str] = &[
    "customer",
    "cust",
    "they",
    "org",
    "account",
    "company",
    "their",
    "organization",
    "organisation",
    "client",
];

/// What will be.
pub(crate) const AHEAD: &[&str] = &[
    "will",
    "shall",
    "must",
    "should",
    "soon",
    "then",
    "once",
    "until",
    "by",
    "next",
    "going",
    "plan",
    "planning",
    "planned",
    "decided",
    "afterwards",
    "eventually",
    "has",
    "have",
    "future",
    "new",
];

/// What is done with a repository every day.
pub(crate) const TECHNICAL: &[&str] = &[
    "push", "pull", "clone", "login", "log", "access", "import", "export", "connect", "fetch",
    "deploy", "upload", "mirror", "sync", "ms", "seconds", "latency", "traffic", "packets", "ping",
];

/// Behind a "there" that is no place.
pub(crate) const THERE_IS: &[&str] = &[
    "is", "are", "was", "were", "will", "has", "have", "seems", "should", "any", "'", ",", "a",
    "an",
];

/// Who moves, in a clause that takes the move for granted.
pub(crate) const OWN_SUBJECT: &[&str] = &[
    "we",
    "our",
    "us",
    "the",
    "they",
    "i",
    "everyone",
    "everything",
    "whole",
    "all",
    "company",
];

/// By what a customer who tells of a move tells that it is their own.
pub(crate) const OWN: &[&str] = &[
    "we",
    "our",
    "us",
    "i",
    "my",
    "ours",
    "ourselves",
    "everyone",
    "everybody",
    "everything",
    "all",
    "company",
    "management",
    "team",
    "teams",
    "customer",
    "organisation",
    "organization",
    "group",
    "laboratory",
    "lab",
    "department",
    "board",
];

/// Words that may stand between a "not" and what it denies.
pub(crate) const NEGATABLE: &[&str] = &[
    "going",
    "to",
    "be",
    "planning",
    "plan",
    "plans",
    "planned",
    "intend",
    "intending",
    "intention",
    "have",
    "any",
    "currently",
    "really",
    "a",
    "an",
    "the",
    "want",
    "wanting",
    "will",
    "ever",
    "longer",
    "of",
    "in",
    "about",
    "looking",
    "need",
    "being",
    "for",
    "at",
    "all",
    "desire",
    "wish",
    "reason",
    "actually",
    "this",
    "is",
    "part",
    "moving",
    "do",
    "thinking",
    "such",
    "immediate",
    "current",
    "product",
    "gitlab",
    "considered",
    "as",
];

/// What stands beside a date that something is due by.
pub(crate) const DUE_BESIDE: &[&str] = &[
    "out",
    "gone",
    "final",
    "done",
    "finish",
    "finished",
    "complete",
    "completed",
    "completion",
    "deadline",
    "target",
    "targeting",
    "cutover",
    "ready",
    "latest",
    "moved",
    "migrated",
    "goal",
    "aim",
    "aiming",
    "finishing",
    "completing",
    "wrapped",
    "concluded",
    "finalised",
    "finalized",
    "off",
    "over",
    "across",
    "live",
    "eta",
    "official",
    "wrap",
    "ends",
    "ending",
    "end",
    "concludes",
    "closes",
    "wraps",
];

/// What a day stands behind with "to": "up to", "runs to".
pub(crate) const BEFORE_TO_A_DAY: &[&str] = &[
    "up", "runs", "run", "running", "extends", "extended", "lasts", "holds", "valid", "good",
];

/// What is live beside a move, and is none.
pub(crate) const ENTITLEMENTS: &[&str] = &[
    "entitlement",
    "entitlements",
    "subscription",
    "subscriptions",
    "licence",
    "licences",
    "license",
    "licenses",
    "tag",
    "tags",
];

/// "ends up on".
pub(crate) const ENDS: &[&str] = &["end", "ends", "ended", "ending"];

/// "Deadline: ...": what a date is labelled with.
pub(crate) const DATE_LABELS: &[&str] = &[
    "date",
    "completion",
    "deadline",
    "target",
    "timeline",
    "finished",
    "finish",
    "done",
    "until",
    "eta",
    "due",
    "end",
    "expiry",
    "termin",
    "wave",
    "closing",
    "closure",
    "shutdown",
    "switchover",
    "cutover",
    "completed",
];

/// What contracts do on a day.
pub(crate) const CONTRACT_VERBS: &[&str] = &[
    "is", "ends", "end", "runs", "run", "expires", "expire", "renews", "renew", "lapses", "until",
    "till", "goes", "ending", "date", "due",
];

/// What is called off, where it is no word of moving.
pub(crate) const CANCELLABLE: &[&str] = &[
    "project",
    "plan",
    "plans",
    "idea",
    "programme",
    "program",
    "initiative",
    "decision",
    "everything",
    "whole",
    "thing",
    "it",
    "cloud",
];

/// What else people cancel.
pub(crate) const OTHER_CANCELLABLE: &[&str] = &[
    "call",
    "meeting",
    "job",
    "jobs",
    "pipeline",
    "pipelines",
    "order",
    "invoice",
    "renewal",
    "subscription",
    "subscriptions",
    "import",
    "export",
    "licence",
    "license",
    "request",
    "requests",
    "appointment",
    "contract",
    "ticket",
    "migrations",
    "later",
    "workshop",
    "session",
    "webinar",
    "training",
    "visit",
];

/// Who can call a move off.
pub(crate) const WHO_DECIDES: &[&str] = &[
    "we",
    "they",
    "customer",
    "cust",
    "client",
    "company",
    "org",
    "organisation",
    "organization",
    "team",
    "he",
    "she",
    "nobody",
    "i",
    "there",
    "is",
    "management",
    "this",
    "us",
    "decided",
    "decision",
    "resolved",
];

/// What limits a denial: "not before January".
pub(crate) const LIMITS: &[&str] = &[
    "yet",
    "before",
    "until",
    "till",
    "only",
    "everything",
    "all",
    "over",
    "forward",
    "properly",
    "correctly",
    "from",
];

/// Before "finished": it is not yet.
pub(crate) const UNFINISHED: &[&str] = &[
    "be", "will", "should", "must", "not", "until", "once", "when", "want", "shall", "can", "if",
    "till", "expect", "planned", "going", "would", "soon", "needs", "nearly", "almost", "half",
    "never", "without", "getting", "get",
];

/// The past forms of moving.
pub(crate) const MOVED: &[&str] = &[
    "left",
    "moved",
    "migrated",
    "switched",
    "transitioned",
    "relocated",
    "retired",
    "decommissioned",
    "brought",
    "completed",
    "gave",
    "went",
    "shifted",
    "came",
    "replaced",
    "consolidated",
];

/// What is still under way.
pub(crate) const MOVING: &[&str] = &[
    "moving",
    "migrating",
    "leaving",
    "planning",
    "will",
    "going",
    "switching",
    "transitioning",
    "started",
    "began",
    "decided",
];

/// Words of licences and contracts.
pub(crate) const LICENCE: &[&str] = &[
    "licence",
    "license",
    "subscription",
    "subscriptions",
    "licences",
    "licenses",
    "premium",
    "ultimate",
    "invoice",
];

/// Beside a level: it is not decided.
pub(crate) const UNDECIDED: &[&str] = &[
    "probably",
    "maybe",
    "perhaps",
    "might",
    "possibly",
    "leaning",
    "considering",
    "unless",
    "if",
    "whether",
    "could",
    "likely",
    "unsure",
    "evaluating",
    "discussing",
    "tentatively",
    "presumably",
    "tbd",
    "?",
    "open",
    "undecided",
    "may",
    "pricing",
    "example",
    "eg",
];

/// What is done on the day of a decision, which is not the day that is decided on.
pub(crate) const DECIDED_ON: &[&str] = &[
    "signed",
    "decided",
    "agreed",
    "approved",
    "announced",
    "told",
    "ordered",
    "bought",
    "purchased",
    "informed",
    "ratified",
    "voted",
    "granted",
    "mentioned",
    "wrote",
    "said",
    "confirmed",
    "authorised",
    "authorized",
    "asked",
    "requested",
    "filed",
    "raised",
    "submitted",
    "noted",
    "spoke",
    "met",
    "synced",
    "logged",
    "discussed",
    "added",
    "learned",
    "heard",
];

/// Behind "has" or "have" that is only an auxiliary verb: "the order has arrived".
pub(crate) const IRREGULAR_PARTICIPLES: &[&str] = &[
    "been",
    "come",
    "gone",
    "bought",
    "chosen",
    "taken",
    "got",
    "gotten",
    "begun",
    "become",
    "made",
    "sent",
    "put",
    "given",
    "told",
    "said",
    "just",
    "now",
    "already",
    "also",
    "meanwhile",
    "since",
    "to",
];

/// Where customers rent machines for an instance of their own.
pub(crate) const RENTED_CLOUDS: &[&str] = &[
    "aws",
    "ec2",
    "eks",
    "azure",
    "aks",
    "gcp",
    "gke",
    "gce",
    "vpc",
    "openstack",
    "hetzner",
    "ovh",
    "digitalocean",
    "linode",
    "oci",
    "alibaba",
    "scaleway",
    "vsphere",
    "nutanix",
    "proxmox",
    "rds",
    "aurora",
    "amazon",
    "cloudsql",
];

/// What is done with a tag that does not belong.
pub(crate) const TAKES_OFF: &[&str] = &[
    "remove", "removed", "take", "off", "delete", "drop", "strip", "swap", "replace", "clear",
    "untag",
];

/// Before a "when" that asks, not one that begins a condition.
pub(crate) const BEFORE_ASKED_WHEN: &[&str] = &[
    "know", "us", "me", "of", "by", "until", "till", "and", ",", ":", "-", ")", "(", "ask",
    "asking", "tell", "confirm", "share", "please", "say", "exactly", "also", "or", "1", "2", "b",
    "a", "q2", "q1", "*", "•",
];

/// Verbs of buying.
pub(crate) const BUYING: &[&str] = &[
    "buy",
    "buying",
    "purchase",
    "purchasing",
    "order",
    "ordering",
    "subscribe",
    "subscribing",
    "license",
    "licence",
    "licensing",
    "acquire",
    "acquiring",
];

/// What an instance holds, and what moves with it.
pub(crate) const CONTENT: &[&str] = &[
    "groups",
    "projects",
    "repositories",
    "repos",
    "users",
    "workspaces",
    "code",
    "teams",
    "namespaces",
    "content",
    "data",
    "group",
    "estate",
    "workload",
    "workloads",
];

/// Labels of what is there today.
pub(crate) const LABELS_OF_TODAY: &[&str] = &[
    "present",
    "current",
    "currently",
    "today",
    "now",
    "old",
    "source",
    "existing",
    "origin",
    "starting",
    "as is",
    "presently",
    "so far",
    "hitherto",
];

/// Labels of what is to come.
pub(crate) const LABELS_TO_COME: &[&str] = &[
    "future",
    "new",
    "target",
    "destination",
    "goal",
    "planned",
    "ending",
    "tomorrow",
    "later",
    "afterwards",
    "going forward",
];

/// What a question begins with.
pub(crate) const QUESTION_STARTS: &[&str] = &[
    "can", "could", "would", "will", "do", "does", "did", "is", "are", "may", "should", "shall",
    "must", "have", "has", "how", "what", "which", "when", "where", "why", "who", "any",
    "anything", "anyone",
];

/// What moves inside an offering, whatever ends are named.
pub(crate) const NEVER_OFFERINGS: &[&str] = &[
    "runner",
    "runners",
    "executor",
    "executors",
    "database",
    "databases",
];

/// Before a "to" that leads where people work already.
pub(crate) const REACHES: &[&str] = &[
    "login",
    "logon",
    "signin",
    "access",
    "connect",
    "connects",
    "connected",
    "connection",
    "connecting",
    "authenticate",
    "authenticating",
    "authenticated",
    "push",
    "pushes",
    "pushed",
    "pushing",
    "upload",
    "uploads",
    "uploading",
    "uploaded",
    "deploy",
    "deploys",
    "deploying",
    "redirected",
    "redirects",
    "subscribed",
    "invited",
    "request",
    "requests",
    "call",
    "calls",
    "unrelated",
    "related",
    "relates",
    "compared",
    "similar",
    "belongs",
    "belong",
    "belonging",
    "refers",
    "referring",
    "links",
    "linked",
    "linking",
    "points",
    "pointing",
    "specific",
    "limited",
    "exclusive",
    "contrary",
    "equivalent",
    "identical",
    "respond",
    "reply",
    "replied",
    "talk",
    "talks",
    "spoke",
    "speak",
    "write",
    "wrote",
    "sent",
    "sends",
    "sending",
    "posts",
    "posting",
    "reports",
    "reporting",
    "subscribe",
    "applies",
    "applied",
    "mapped",
    "maps",
    "federated",
    "attached",
    "comparable",
];

/// What something new does to something old.
pub(crate) const REPLACES: &[&str] = &[
    "replace",
    "replaces",
    "replacing",
    "supersede",
    "supersedes",
    "superseding",
    "supplant",
    "supplants",
    "supplanting",
    "displace",
    "displaces",
    "displacing",
    "succeeds",
    "succeeding",
    "succeed",
];

/// What something new is to something old.
pub(crate) const REPLACEMENTS: &[&str] = &[
    "replacement",
    "successor",
    "substitute",
    "heir",
    "surrogate",
];

/// Verbs that lead to a name without a preposition: "they go Dedicated". All of them are words of the
/// lexicon's moving or carrying, by which the first scan finds what may state a move.
pub(crate) const GOES: &[&str] = &[
    "go", "goes", "going", "gone", "went", "become", "becomes", "becoming",
];

/// What stands between such a verb and the name.
pub(crate) const HOW_FAR: &[&str] = &[
    "fully",
    "all",
    "entirely",
    "completely",
    "back",
    "100",
    "%",
    "in",
    "full",
    "gitlab",
];

/// What people do from where they are.
pub(crate) const WORKS: &[&str] = &[
    "work",
    "works",
    "working",
    "worked",
    "operate",
    "operating",
    "clone",
    "cloning",
    "cloned",
    "download",
    "downloading",
    "served",
    "serving",
    "mail",
    "mails",
    "email",
    "emails",
];

/// All that a customer has on an offering.
pub(crate) const BELONGINGS: &[&str] = &[
    "group",
    "groups",
    "account",
    "accounts",
    "org",
    "organisation",
    "organization",
    "subscription",
    "subscriptions",
    "licence",
    "license",
    "contract",
    "everything",
    "presence",
    "home",
    "place",
    "tenancy",
    "namespaces",
    "workspace",
    "estate",
    "setup",
    "seats",
];

/// After "change": the place, not a detail.
pub(crate) const CHANGES_OF_PLACE: &[&str] =
    &["from", "over", "to", "into", "onto", "off", "away", "of"];

/// What changes where a customer changes from one offering to another.
pub(crate) const WHAT_IS_CHANGED: &[&str] = &[
    "gitlab",
    "platform",
    "platforms",
    "product",
    "products",
    "offering",
    "offerings",
    "hosting",
    "subscription",
    "subscriptions",
    "licence",
    "license",
    "everything",
    "home",
    "sm",
];

/// After "switched off": it comes back.
pub(crate) const FOR_A_WHILE: &[&str] = &[
    "maintenance",
    "patching",
    "patches",
    "temporarily",
    "briefly",
    "overnight",
    "weekend",
    "reboot",
    "restart",
    "hour",
    "hours",
    "minutes",
    "minute",
    "upgrade",
    "backup",
    "night",
];

/// What an instance has, not a company: "its place", "its plug".
pub(crate) const OF_A_THING: &[&str] = &[
    "place",
    "successor",
    "replacement",
    "heir",
    "plug",
    "days",
    "end",
    "job",
    "role",
    "last",
    "retirement",
    "data",
    "content",
    "contents",
];

/// Verbs with "for" before what is taken instead, or where people go.
pub(crate) const SWITCHES: &[&str] = &[
    "swap",
    "swaps",
    "swapped",
    "swapping",
    "exchange",
    "exchanges",
    "exchanged",
    "exchanging",
    "trade",
    "trades",
    "traded",
    "trading",
    "head",
    "heads",
    "headed",
    "heading",
    "bound",
];

/// What may follow both ends in a note that is little else: "SM to Dedicated customer".
pub(crate) const AFTER_PAIR: &[&str] = &[
    "in",
    "progress",
    "under",
    "way",
    "underway",
    "ongoing",
    "customer",
    "cust",
    "client",
    "account",
    "org",
    "case",
    "move",
    "migration",
    "project",
    "here",
    "now",
    "again",
    "planned",
    "confirmed",
    "decided",
    "agreed",
];

/// What may stand before both ends in such a note; labels end with their colon.
pub(crate) const BEFORE_PAIR: &[&str] = &[
    "from", "*", "the", "customer", "cust", "client", "org", "account", "they", "still", "is", "a",
    "an", "this", "now", "are", "off",
];

/// What is done with what has a title, and what has one.
pub(crate) const TITLED: &[&str] = &[
    "attended",
    "attend",
    "attending",
    "watched",
    "watch",
    "watching",
    "read",
    "reading",
    "titled",
    "entitled",
    "called",
    "named",
    "headed",
    "webinar",
    "webcast",
    "talk",
    "session",
    "workshop",
    "recording",
    "video",
    "slides",
    "blog",
    "post",
    "whitepaper",
    "ebook",
    "course",
    "module",
    "chapter",
    "section",
    "brochure",
    "flyer",
    "subject",
    "headline",
];

/// Before a date: it is taken back.
pub(crate) const STRIKES_OUT: &[&str] = &[
    "strike",
    "forget",
    "scratch",
    "disregard",
    "ignore",
    "scrap",
    "cancel",
    "retract",
    "delete",
];

/// Before a level: it is the one of today.
pub(crate) const OF_TODAY: &[&str] = &[
    "present",
    "current",
    "currently",
    "existing",
    "today",
    "presently",
    "show",
    "shows",
    "shown",
    "active",
    "expires",
    "expire",
    "installed",
    "listed",
    "displayed",
];

/// Undertakings that are stopped as a whole.
pub(crate) const UNDERTAKINGS: &[&str] = &[
    "project",
    "program",
    "programme",
    "plan",
    "plans",
    "initiative",
    "effort",
    "undertaking",
    "endeavour",
    "endeavor",
    "idea",
    "deal",
    "opportunity",
    "opp",
];

/// What becomes of them.
pub(crate) const STOPPED: &[&str] = &[
    "stopped",
    "halted",
    "ended",
    "terminated",
    "killed",
    "discontinued",
    "abandoned",
    "dropped",
    "cut",
    "parked",
    "frozen",
    "withdrawn",
    "pulled",
    "died",
    "dead",
    "collapsed",
    "fizzled",
];

/// What will be, beside a verb that is said of every day as well: "will work on gitlab.com".
pub(crate) const SURELY_AHEAD: &[&str] = &[
    "will", "shall", "going", "soon", "then", "once", "until", "from", "only", "later", "next",
    "after", "must", "should",
];

/// Who leaves, between what is left and the verb: "gitlab.com, which we are leaving".
pub(crate) const BEFORE_LEAVING: &[&str] = &[
    ",",
    "which",
    "that",
    "where",
    "whence",
    "from",
    "we",
    "they",
    "everybody",
    "everyone",
    "are",
    "is",
    "will",
    "be",
    "about",
    "to",
    "going",
    "have",
    "soon",
    "now",
    "all",
    "just",
    "gladly",
    "finally",
    "currently",
    "want",
    "shall",
    "must",
    "i",
    "the",
    "company",
    "team",
    "people",
    "gitlab",
    "server",
    "instance",
    "group",
    "one",
    "cluster",
    "box",
    "machine",
];

/// Before "same as before": it is about what happens, not about the licence.
pub(crate) const BEHAVES: &[&str] = &[
    "says", "say", "saying", "said", "shows", "show", "gives", "does", "do", "behaves", "still",
    "looks", "look", "error", "result", "message", "happens", "happened", "fails", "ends",
];

/// With "no", "not" or "nothing" before: it is only talked about.
pub(crate) const DECISIONS: &[&str] = &[
    "decision",
    "decided",
    "commitment",
    "committed",
    "concrete",
    "signed",
    "definite",
    "definitive",
    "firm",
];

/// Who stays, where the whole customer does.
pub(crate) const WHO_STAYS: &[&str] = &[
    "we",
    "they",
    "customer",
    "cust",
    "client",
    "company",
    "org",
    "organisation",
    "organization",
];

/// Between "stay" and the offering.
pub(crate) const STAYS_ON: &[&str] = &[
    "on", "with", "at", "in", "our", "the", "their", "own", "gitlab", "to", "using", "a",
];

/// Only for a time, or only in part.
pub(crate) const FOR_NOW: &[&str] = &[
    "until",
    "till",
    "while",
    "during",
    "meantime",
    "meanwhile",
    "now",
    "yet",
    "still",
    "first",
    "partly",
    "some",
    "temporarily",
    "currently",
    "parallel",
    "long",
    "once",
    "when",
    "after",
    "before",
    "weeks",
    "months",
    "then",
    "if",
    "so",
];

/// What is done with one thing over another.
pub(crate) const PREFERS: &[&str] = &[
    "picked",
    "picks",
    "chose",
    "chosen",
    "preferred",
    "selected",
    "prefers",
];

/// Beside who stays: it is only said of some, or only thought of.
pub(crate) const NOT_ALL_STAY: &[&str] = &[
    "in", "of", "if", "could", "would", "might", "can", "not", "should", "else", "rest", "others",
];

/// Nouns of moving.
pub(crate) const MOVE_NOUNS: &[&str] = &[
    "migration",
    "move",
    "switch",
    "transition",
    "relocation",
    "changeover",
    "cutover",
    "switchover",
];

/// Who stops something as a whole.
pub(crate) const DECIDERS: &[&str] = &[
    "board",
    "management",
    "cfo",
    "cto",
    "ceo",
    "cio",
    "director",
    "directors",
    "leadership",
    "executives",
    "exec",
    "sponsor",
    "committee",
    "council",
    "owners",
    "finance",
    "legal",
    "procurement",
    "headquarters",
    "hq",
    "trustees",
    "ministry",
    "boss",
];

/// What colleagues move from one side of the support desk to another one, and details of a set-up.
pub(crate) const DETAILS: &[&str] = &[
    "ticket",
    "tickets",
    "form",
    "queue",
    "tag",
    "tags",
    "field",
    "request",
    "case",
    "sso",
    "login",
    "webhook",
    "webhooks",
    "remote",
    "remotes",
    "image",
    "images",
    "integration",
    "issue",
    "bug",
    "mail",
    "thread",
    "conversation",
    "comment",
    "log",
    "logs",
    "attachment",
    "requester",
    "runner",
    "runners",
    "registry",
    "token",
    "tokens",
    "hook",
    "call",
    "question",
    "geo",
    "dns",
    "link",
    "links",
    "url",
    "bookmark",
    "badge",
    "product",
    "license",
    "licence",
    "proxy",
    "firewall",
    "vpn",
    "traffic",
    "tunnel",
    "cookie",
];

/// Behind a verb of moving: where what moves has been named.
pub(crate) const OBJECT_ENDS: &[&str] = &[
    "from", "to", "into", "onto", "->", "off", "over", "on", "in", "at", ",", ":", ")", "for",
    "of", "and", "by", "with", "as", "while", "between", "out", "away", "back", "across",
];

/// Participles of what something new is put in place of.
pub(crate) const EXCHANGED: &[&str] = &[
    "replaced",
    "swapped",
    "exchanged",
    "traded",
    "substituted",
    "superseded",
    "supplanted",
    "succeeded",
    "absorbed",
    "swallowed",
    "subsumed",
];

/// What is taken over from something old: "take over the load of".
pub(crate) const LOADS: &[&str] = &[
    "load", "work", "job", "duties", "tasks", "role", "function", "place", "business",
];

/// Before "keeping", "running": it is not kept.
pub(crate) const BEFORE_KEEPING: &[&str] =
    &["over", "than", "of", "stop", "stops", "without", "against"];

/// What is installed somewhere: "an installation in our own data centre".
pub(crate) const INSTALLED: &[&str] = &[
    "installation",
    "instance",
    "server",
    "servers",
    "one",
    "gitlab",
    "cluster",
    "box",
    "machine",
    "machines",
    "hardware",
    "setup",
    "platform",
    "home",
];

/// Behind a name that is cancelled as a whole.
pub(crate) const CANCELLED_WHOLE: &[&str] = &[
    "",
    ",",
    ".",
    ")",
    "and",
    "subscription",
    "subscriptions",
    "contract",
    "plan",
    "licence",
    "license",
    "when",
    "once",
    "as",
    "by",
    "at",
    "in",
    "soon",
    "tenant",
    "after",
    "then",
    "for",
    "account",
    "because",
    "since",
];

/// In a phrase of arriving: its subject is where everything will be.
pub(crate) const ARRIVED_AT: &[&str] = &[
    "home",
    "destination",
    "take",
    "takes",
    "taking",
    "taken",
    "took",
    "heir",
];

/// Behind a name: only a part of what is there is spoken of, so that nothing goes there.
pub(crate) const NO_END: &[&str] = &[
    "trial",
    "trials",
    "poc",
    "demo",
    "docs",
    "documentation",
    "webhook",
    "webhooks",
    "mirror",
    "mirroring",
    "milestone",
    "admin",
    "status",
    "api",
    "sandbox",
    "faq",
    "pricing",
    "roadmap",
    "changelog",
    "sync",
    "replication",
];

/// What runs from one instance to another one every day, before or behind both names.
pub(crate) const BETWEEN_INSTANCES: &[&str] = &[
    "webhook",
    "webhooks",
    "mirror",
    "mirrors",
    "mirroring",
    "push",
    "pull",
    "import",
    "export",
    "transfer",
    "sync",
    "replication",
    "traffic",
    "connection",
    "connectivity",
    "integration",
    "requests",
    "calls",
    "pipeline",
    "pipelines",
    "trigger",
    "triggers",
    "job",
    "jobs",
    "token",
    "tokens",
    "api",
    "vpn",
    "tunnel",
    "proxy",
    "federation",
    "link",
    "links",
    "path",
    "latency",
    "diff",
    "differences",
    "comparison",
];

/// Of what one is no customer.
pub(crate) const PROJECTS: &[&str] = &[
    "projects",
    "repos",
    "repositories",
    "project",
    "repo",
    "repository",
    "snippet",
    "wiki",
    "issue",
    "image",
    "file",
    "branch",
    "board",
];

/// Between "not" and a date that is not kept.
pub(crate) const MISSING_A_DATE: &[&str] = &[
    "get",
    "it",
    "be",
    "done",
    "make",
    "manage",
    "finish",
    "finished",
    "ready",
    "able",
    "to",
    "all",
    "in",
    "by",
    "that",
    "through",
    "over",
    "everything",
    "until",
    "the",
    "of",
    "on",
];

/// Before a project that is somebody's own or for show.
pub(crate) const OF_ONE: &[&str] = &[
    "one", "a", "single", "his", "her", "my", "hobby", "demo", "sample", "pet", "side", "toy",
];

/// What had to be done with an undertaking that is off.
pub(crate) const TO_STOP: &[&str] = &[
    "drop",
    "abandon",
    "stop",
    "halt",
    "scrap",
    "shelve",
    "bury",
    "axe",
    "kill",
    "end",
    "terminate",
    "discontinue",
    "cancel",
    "abort",
    "ditch",
];

/// What those who decide do to an offering that was to be taken.
pub(crate) const BLOCKED: &[&str] = &[
    "blocked", "vetoed", "forbade", "banned", "rejected", "stopped", "killed",
];

/// Of a note that holds no more.
pub(crate) const OUTDATED: &[&str] = &[
    "outdated",
    "stale",
    "obsolete",
    "invalid",
    "void",
    "moot",
    "superseded",
];
