//! The lexicon as data: which words and phrases mean what. Words are written folded: lower case,
//! without accents, contractions in their long form, a space for a hyphen.

use super::Class;

/// All phrases that do not depend on the policy.
pub(super) const WORDS: &[(Class, &[&str])] = &[
    // Verbs and nouns of moving: with a direction they state a move.
    (
        Class::Move,
        &[
            "migrate", "migrates", "migrated", "migrating", "migration", "migrations", "move", "moves", "moved", "moving", "moveover",
            "transition", "transitions", "transitioned", "transitioning", "switch", "switches", "switched", "switching", "switchover", "relocate",
            "relocates", "relocated", "relocating", "relocation", "shift", "shifts", "shifted", "shifting", "convert", "converting", "conversion",
            "changeover", "change over", "changing over", "changing", "cutover", "cut over", "cutting over", "cut across", "port over", "porting", "carry over", "carrying over", "carried over",
            "consolidate", "consolidates", "consolidated", "consolidating", "consolidation", "lift", "lifting", "lift and shift", "swap", "swapping", "swapped", "replatform", "replatforming",
            "repatriate", "repatriates", "repatriating", "repatriated", "repatriation", "rehome", "rehoming", "rehost", "rehosting", "on the way", "on our way", "on their way", "on a path", "on the path", "journey",
            "bring back", "bringing back", "brought back", "brought across", "brought over", "bringing over", "bring over", "bring across", "bringing across", "pull back", "pulling back", "pulled back", "taking back", "take back", "going back", "go back", "coming back",
            "transplant", "evacuate", "evacuating", "swing over", "switch over", "roll over", "rolling over", "hop over", "jump to", "jumping to", "upgrade path from", "replace", "replaces", "replacing", "replaced", "replacement", "substitute",
            "trade", "trading", "exchange", "exchanging", "migrar", "umzug", "umziehen", "wechsel", "migrationsprojekt", "relocations", "moving over", "move over", "moves over", "moved over", "transferring everything", "transfer everything", "offboarding", "resettle", "decamp", "decamping",
            "bring everything", "bringing everything", "take everything", "taking everything", "merge into", "merging into", "fold into", "folding into", "folded into", "flip", "flipping", "pivot", "pivoting", "unify", "unified", "unifying", "unified into", "cross over", "crosses over", "crossing over", "crossing", "carve out", "carved out", "spin out", "spun out", "split off", "split out", "mover", "movers", "migrating customer", "come over", "comes over", "coming over", "came over", "go over", "goes over", "going over", "come across", "coming across", "bring _ over", "bringing _ over", "brought _ over", "bring _ across", "bringing _ across", "brought _ across", "bring _ back", "bringing _ back", "bring _ home", "bringing _ home", "take _ home", "taking _ home", "take _ back", "taking _ back", "pull _ back", "pulling _ back", "get _ back", "getting _ back", "wants _ back", "want _ back", "rolls over", "hand over", "handing over",  "swap _ for", "swapping _ for", "trade _ for", "trading _ for", "changes", "changed", "successor", "leave for", "leaving for",
        ],
    ),
    // Verbs that state a move only with both ends, with everything, or as a plan.
    (
        Class::Carry,
        &[
            "go", "goes", "going", "gone", "went", "come", "comes", "coming", "came", "bring", "brings", "bringing", "brought", "take", "takes", "taking",
            "head", "heads", "heading", "headed", "get", "getting", "carry", "carries", "carrying", "carried", "return", "returns", "returning", "revert", "reverting", "follow", "follows", "pull", "pulled", "pulling", "push", "pushing", "pushed",
            "put", "putting", "transfer", "transfers", "transferred", "transferring", "importing", "import", "imported", "copying", "join", "joining", "sign up", "signing up", "start on", "starting on", "roll out", "rolling out", "rollout",
            "stood up", "standing up", "stand up", "build up", "building", "set up", "setting up", "onboard", "onboarding", "onboarded", "adopt", "adopting", "adopted", "adoption", "choose", "chose", "chosen", "opt for", "opted for", "host", "hosting", "run", "running", "operate", "lands", "rebuilding", "rebuild",
        ],
    ),
    // What is left: its object, or the subject of "goes away".
    (
        Class::Leave,
        &[
            "leave", "leaves", "leaving", "left", "give up", "gives up", "giving up", "gave up", "retire", "retires", "retiring", "retired", "decommission", "decommissions", "decommissioning", "decommissioned",
            "sunset", "sunsets", "sunsetting", "sunsetted", "shut down", "shuts down", "shutting down", "shutdown", "switch off", "switches off", "switching off", "switched off", "turn off", "turns off", "turning off", "turned off", "phase out", "phases out",
            "phasing out", "phased out", "get off", "getting off", "gets off", "drop", "drops", "dropping", "ditch", "ditches", "ditching", "ditched", "exit", "exits", "exiting", "wind down", "winding down", "winds down", "goes away", "go away", "going away",
            "be stopped", "abandon", "abandoning", "say goodbye to", "saying goodbye to", "unplug", "unplugging", "unplugged", "mothball", "mothballing", "close down", "closing down", "closes down", "dismantle", "dismantling", "scrap", "scrapping", "get rid of", "getting rid of",
            "quit", "quitting", "part with", "parting with", "pull out of", "pulling out of", "move off", "moving off", "moves off", "migrate off", "migrating off", "migrates off", "wants us off", "want us off", "come off", "coming off", "be off", "is off", "off boarding",
            "part ways with", "walk away from", "kill", "killing", "outgrown", "outgrew", "end of life", "eol", "terminate", "terminating", "discontinue", "discontinuing", "discontinued", "dissolve", "pull the plug on", "bin", "binning", "shutter", "shuttering", "turn down", "power down", "powering down", "powered down", "powered off", "let go of", "goodbye to", "is being retired", "lights out for", "give _ back", "gives _ back", "giving _ back", "gave _ back", "hand _ back", "hands _ back", "handing _ back", "hand back", "handing back", "give back", "giving back", "switch _ off", "switching _ off", "turn _ off", "turning _ off", "shut _ down", "shutting _ down", "be out of", "get out of", "gets out of", "getting out of", "move out of", "moving out of", "moves out of", "completely out of", "fully out of", "entirely out of", "are out of", "come out of", "coming out of", "close _ account", "gets unplugged", "not keep", "will not keep", "no longer need", "no longer needed", "stop using", "stops using", "stopping", "cease", "ceases", "lay to rest", "part company with", "returning", "return the", "return our", "surrender", "vacate", "vacates", "carved out of", "pulled out of", "pulls out of", "pulling out of", "leaving _ behind", "leave _ behind", "leaves _ behind", "closes", "closing", "given back", "gets given back", "handed back", "abolish", "abolished", "abolishes", "abolishing", "not want _ on", "not be on", "no longer want _ on", "no longer be on", "vacating", "vacated", "dropped", "abandoned", "abandons", "scrapped", "parted with", "terminated", "dismantled", "shuttered", "cancel our", "run down", "running down", "decommissioned",
        ],
    ),
    // What is used until now, and not from then on.
    (
        Class::UntilNow,
        &["until now", "until today", "is today on", "are today on", "today still on", "what is today on", "today on", "now still on", "till now", "up to now", "so far we", "to date", "for now still", "still for now", "as long as", "for the time being", "up until now", "up to today", "hitherto", "not much longer", "no longer for long"],
    ),
    // Where everything will be: its place is the target.
    (
        Class::Arrive,
        &[
            "live on", "lives on", "living on", "live in", "lives in", "work only on", "works only on", "be only on", "new home", "future home", "go saas", "going saas", "goes saas", "gone saas", "go cloud", "going cloud", "go dedicated", "going dedicated", "host it ourselves", "hosting it ourselves",
            "hosting ourselves", "self host again", "self hosting again", "back in house", "in house again", "under our roof", "under our own roof", "back under our", "host it again", "run it ourselves", "running it ourselves", "will be on", "all be on", "will work on", "works on", "work on", "be on", "will run on", "will use", "will only use", "will be using", "settle on", "settled on", "standardise on", "standardize on", "standardising on", "standardizing on", "standardised on", "standardized on",
            "operate only on", "everyone on", "everybody on", "entirely on", "completely on", "fully on", "exclusively on", "only on", "solely on", "all in on", "land in", "lands in", "land on", "lands on", "landing in", "landing on", "end up on", "ends up on", "end up in", "ends up in", "destination", "take over from", "takes over from", "taking over from", "takes over", "take over", "taking over",
        ],
    ),
    // The thing itself by name.
    (
        Class::Between,
        &[
            "offering migration", "offer migration", "between offerings", "product offering migration", "between product offerings", "cross offering migration", "migration between offerings", "offering change", "change of offering", "product offering to another", "offering to another", "one offering to another", "one product offering to another", "offering move", "offering switch", "offering transition",
        ],
    ),
    (
        Class::Not,
        &["not", "no", "never", "without", "neither", "nor", "none", "nobody", "nothing", "hardly", "zero"],
    ),
    // Not decided.
    (
        Class::Hedge,
        &[
            "might", "may", "maybe", "perhaps", "possibly", "potentially", "potential", "evaluating", "evaluate", "evaluates", "evaluation", "considering", "consider", "considers", "considered", "thinking about", "thinking of", "think about", "thought about", "toying with", "exploring", "explore", "explores", "investigating", "investigate", "looking into", "look into", "looked into", "looking at",
            "looks at", "weighing", "assessing", "comparing", "compare", "comparison", "asked for a quote", "requested a quote", "quote for", "wants a quote", "pricing for", "could", "would be", "wondering", "wonder", "whether", "if", "in case", "unclear", "not sure", "unsure", "undecided", "not decided", "no decision", "not yet decided", "to be decided", "option", "options", "discussing", "discuss", "under discussion", "on the table", "under consideration", "feasibility", "business case", "proof of concept", "poc", "pilot only", "someday", "some day", "one day", "eventually maybe", "hypothetical", "hypothetically", "in theory", "theoretically", "rumour", "rumor", "suppose", "assuming", "interested in", "interest in", "curious", "playing with the idea", "the idea of", "an idea", "dream", "would like to know", "want to know", "wants to know", "asks about", "asked about", "asking about", "enquired", "inquired", "inquiring", "depends", "tbd", "not confirmed", "unconfirmed", "prospect", "could imagine", "brainstorming", "long term idea", "study", "studying", "what if", "should we", "shall we", "how would", "what would", "would it", "would we", "sounding out", "gauging", "in talks", "talking about", "mulling", "debating", "open question", "no commitment", "tempted", "intrigued",
        ],
    ),
    // Decided after all, though a hedge stands beside it.
    (
        Class::Decided,
        &["decided to", "have decided", "has decided", "decision is", "confirmed", "approved", "signed", "committed"],
    ),
    // Taken back.
    (
        Class::Cancel,
        &[
            "cancelled", "canceled", "cancel", "cancels", "cancelling", "canceling", "called off", "call off", "calling off", "calls off", "called it off", "call it off", "stopped it", "stopped this", "stopped everything", "stopped that", "put a stop to", "put an end to", "pulled out", "stopped all of it", "stopped the project", "project was stopped", "project is stopped", "project has been stopped", "stopped the migration", "stopped the move", "decided against", "decides against", "decided not to", "abandoned", "scrapped", "shelved", "dropped the plan", "dropped the idea", "dropped the project", "dropped the move", "plan is dropped", "off the table",
            "will not happen", "is not happening", "not happening", "not going to happen", "not go ahead", "not going ahead", "not proceed", "not proceeding", "not going through", "not take place", "withdrawn", "withdrew", "aborted", "backed out", "backing out", "pulled the plug", "is dead", "fell through", "fallen through", "is history", "reversed course", "reversed the decision", "revoked the decision", "changed our mind", "changed their mind", "changed our minds", "changed their minds", "stay put", "staying put", "stays put", "killed the project", "killed the migration", "killed the move", "killed the plan", "veto", "vetoed", "no longer pursuing", "no longer pursued", "not pursuing", "not pursue", "u turn", "binned", "bury", "buried", "rolled back the decision", "migration is off", "move is off", "terminated the project", "project terminated", "discontinued the project", "gave up the plan", "gave up on", "given up on", "giving up on", "abort", "rejected", "turned down", "not moving after all", "not migrating after all", "not any more", "no longer moving", "no longer migrating", "no longer planning", "no longer plan", "no longer plans", "no longer leaving", "no longer switching", "no longer going", "no longer want", "no longer wants", "no longer intend", "no longer intends", "no longer on the agenda", "not leaving", "not moving", "not migrating", "not switching", "will not move", "will not migrate", "will not be moving", "will not be migrating", "will not leave", "will not switch", "will not be leaving", "will not be switching", "no migration", "there is no migration", "not be migrating", "not be moving",
        ],
    ),
    (
        Class::Stay,
        &[
            "stay", "stays", "staying", "remain", "remains", "remaining", "keep", "keeps", "keeping", "continue", "continues", "continuing", "stick", "sticking", "sticks", "stay with", "stick with",
        ],
    ),
    (
        Class::ForGood,
        &[
            "after all", "foreseeable", "for good", "permanently", "instead", "indefinitely", "no change", "as before", "unchanged", "as always", "from now on", "going forward", "longer term", "long term", "in the end", "rather than",
        ],
    ),
    // Over.
    (
        Class::Finish,
        &[
            "completed", "finished", "complete", "concluded", "wrapped up", "finalized", "finalised", "is done", "was done", "been done", "are done", "fully migrated", "fully moved", "fully over", "completely moved", "completely migrated", "already migrated", "already moved", "successfully migrated", "successfully moved", "is over", "been through", "is behind us", "behind us", "behind them", "all done", "done with", "closed out", "has ended", "came to an end", "is history",
        ],
    ),
    (
        Class::LongAgo,
        &["years ago", "year ago", "last year", "months ago", "long ago", "a while ago", "back then", "ages ago", "last spring", "last summer", "last autumn", "last winter", "last fall", "previously", "in the past", "used to", "formerly", "historically", "back in", "the year before", "originally", "at the time"],
    ),
    (
        Class::Partial,
        &[
            "first", "pilot", "some", "half", "part of", "partly", "partially", "most", "almost", "nearly", "one of", "wave", "batch", "so far", "percent", "%", "not all", "remaining", "the rest", "out of", "few", "several",
        ],
    ),
    // Other companies.
    (
        Class::Third,
        &[
            "supplier", "suppliers", "vendor", "vendors", "our partner", "partners", "a partner", "partner company", "contractor", "contractors", "subcontractor", "another company", "other company", "other companies", "sister company", "competitor", "competitors", "other customers", "some customers", "many customers", "customers who", "most customers", "our customers", "our customer", "our client", "our clients", "a client of ours", "partner client", "not our customer", "we cooperate with", "we collaborate with", "we work with", "we work for", "friends at", "client of theirs", "customer of theirs", "clients of theirs", "their client", "their clients", "their customer", "supplier of theirs", "partner of theirs", "for a client", "a client", "for one client", "a customer of ours", "one of our customers", "one of our clients", "a friend", "friends", "my former", "former employer", "previous employer", "previous company", "neighbouring", "a colleague from another", "people who", "companies", "organisations that", "organizations that", "users who", "anyone", "anybody", "somebody else", "someone else", "for example", "e.g", "for instance", "such as", "case study", "success story", "webinar", "newsletter", "learn how", "blog", "read how", "community", "an agency", "consultancy", "reseller", "upstream project", "company which", "company that", "firm which", "firm that", "company who", "firm who", "agency which", "agency that", "people at", "a university", "an institute", "another team of", "somebody from", "someone from", "open source project", "a customer of mine", "of my customers", "third party", "integrator", "parent of", "the vendor", "university nearby", "their supplier", "our supplier", "service provider", "one customer", "another customer", "different customer", "other customer", "similar customer", "sister organisation", "sister organization", "acquirer",
        ],
    ),
    // Things whose move is no offering migration.
    (
        Class::OtherThing,
        &[
            "database", "databases", "db", "postgres", "postgresql", "pg", "pg14", "pg16", "schema", "schemas", "runner", "runners", "executor", "executors", "ldap", "saml", "sso", "identity provider", "idp", "object storage", "storage", "s3", "minio", "bucket", "buckets", "disk", "disks", "nfs", "gitaly", "praefect", "sidekiq", "redis", "helm", "chart", "omnibus", "linux package", "kubernetes", "k8s", "openshift", "docker", "vm", "vms", "hypervisor", "vmware", "ubuntu", "rhel", "centos", "debian", "datacenter", "data center", "data centre", "region", "regions", "hardware", "namespace", "personal namespace", "subgroup", "phone", "authenticator", "laptop", "device", "background", "batched", "elasticsearch", "opensearch", "zoekt", "registry metadata", "container registry metadata", "branch", "branches", "default branch", "ci config", "pipelines", "pipeline", "jobs", "templates", "domain", "dns", "hostname", "certificate", "certificates", "ip", "subnet", "network", "load balancer", "proxy", "geo", "failover", "premium", "ultimate", "tier", "plan", "billing", "invoice", "payment", "zendesk", "slack", "teams", "mail", "smtp", "webhook", "webhooks", "tokens", "token", "password", "passwords", "ce", "ee", "community edition", "enterprise edition", "fips", "arm", "arm64", "architecture", "variables", "secrets", "vault", "version", "versions", "hashed storage", "legacy storage", "os", "operating system", "kernel", "availability zone", "aws account", "account manager", "office", "offices", "building", "time zone", "deploy keys", "package registry", "repository storage", "shard", "shards", "cluster", "clusters", "standby", "replica", "patroni", "consul", "machine", "machines",
        ],
    ),
    // The whole of something: a weak verb with it is a move.
    (
        Class::Whole,
        &[
            "everything", "all", "whole", "entire", "every", "everyone", "everybody", "company wide", "complete", "lock stock", "stock and barrel", "rest", "all of", "teams", "squads", "groups", "projects", "repos", "repositories", "users", "developers", "code", "workload", "workloads", "organisation", "organization", "company", "department", "departments", "business unit", "division", "fully", "entirely", "for good",
        ],
    ),
    // A plan or a thing under way.
    (
        Class::Plan,
        &["will", "shall", "plan", "plans", "planned", "planning", "going to", "want to", "wants to", "are", "is", "being", "have to", "has to", "must", "decided", "scheduled", "soon", "currently", "started", "begun", "since", "need to", "needs to", "about to", "in the process of", "in the middle of", "intend", "intends", "intending", "aim", "aiming"],
    ),
    // A subordinate clause that takes the move for granted, also inside a question.
    (
        Class::Given,
        &["as", "while", "because", "since", "now that", "once", "during", "before", "after", "ahead of", "when", "until", "given that", "so that", "in the course of", "as part of"],
    ),
    // Requests.
    (
        Class::Ask,
        &[
            "could you", "can you", "would you", "will you", "please", "let me know", "let us know", "tell me", "tell us", "i need", "we need", "i would need", "we would need", "need to know", "i will need", "would need", "may i ask", "may i know", "can i ask", "might i ask", "i would like to know", "like to know", "which", "what", "when", "by when", "by which", "until when", "how soon", "clarify", "confirm", "share", "advise", "send me", "provide", "kindly", "drop me", "give me", "i just need", "i still need", "we still need", "requires", "i require", "missing", "waiting for", "remind", "reminder", "two questions", "two things", "i am missing", "for the paperwork", "for the request", "any news on", "any update on", "happy to hear", "to hear from you", "looking for",
        ],
    ),
    (
        Class::LevelWord,
        &["support level", "support levels", "level", "levels", "tier", "tiers", "plan", "edition", "subscription level", "service level", "subscription tier", "licence level", "license level", "which subscription", "what subscription", "support tier", "support plan", "subscription", "licence", "license", "package", "sku", "premium or ultimate", "ultimate or premium"],
    ),
    (
        Class::DateWord,
        &[
            "target date", "target dates", "completion date", "completion", "end date", "deadline", "date", "dates", "timeline", "time line", "timeframe", "time frame", "timing", "schedule", "schedules", "by when", "until when", "when", "eta", "finish date", "finishing date", "go live", "target", "how long", "due date", "milestone", "cut over date", "cutover date", "by which", "what day", "which day", "which month",
        ],
    ),
    // Words of being done with a move, which a target date stands with.
    (
        Class::Due,
        &[
            "by", "until", "till", "til", "before", "no later than", "not later than", "at the latest", "latest", "done", "finish", "finished", "finishing", "complete", "completed", "completion", "ready", "deadline", "target", "targeting", "targeted", "target date", "end date", "aim", "aiming", "goal", "go live", "cutover", "cut over", "planned", "plan", "scheduled", "schedule", "due", "over", "fully", "final", "end of the program", "end of the project", "wrap up", "wrapped up", "conclude", "concluded", "switch off", "moved", "migrated", "across", "date", "completing", "finalise", "finalised", "finalize", "finalized", "expire", "expires", "expiry", "expiring", "valid", "through", "bis", "up to", "eta", "extended", "extend", "extension", "as of", "effective", "from", "on", "landing", "done by", "out of", "off", "big day", "d day", "last day", "official end", "last wave", "last group", "last project", "last repo", "last team", "completion date", "end",
        ],
    ),
    (
        Class::Approve,
        &[
            "approved", "approve", "approves", "approval", "prolonged", "prolong", "grace", "good on", "good until", "good through", "granted", "grant", "grants", "agreed", "signed off", "ok'd", "okayed", "green light", "greenlit", "cleared", "authorised", "authorized", "sanctioned", "allowed", "entitled until", "set to expire", "expires", "courtesy support", "we support them", "support them", "support this customer", "supporting them", "support until", "covered until", "level support", "coverage until",
        ],
    ),
    // Dates and levels of contracts as they are, not of the move.
    (
        Class::Contract,
        &[
            "renewal", "renew", "renews", "renewed", "renewing", "contract", "contracts", "contractual", "licence", "license", "licences", "licenses", "licensed", "subscription", "subscriptions", "sub", "subs", "term", "invoice", "invoiced", "quote", "po", "purchase order", "order form", "trial", "maintenance", "warranty", "lease", "certificate", "invoices", "amendment", "true up", "coterm", "hosting contract", "rental", "paid", "prepaid", "paid until",
        ],
    ),
    // Dates of other happenings.
    (
        Class::Otherwise,
        &[
            "started", "since", "happened", "outage", "incident", "upgrade", "upgraded", "upgrading", "meeting", "call", "session", "zoom", "vacation", "holiday", "holidays", "pto", "leave until", "maintenance window", "window", "webinar", "workshop", "training", "kick off", "kickoff", "steering", "board meeting", "audit", "auditors", "release", "released", "eol", "posted", "sent", "logs", "log", "reported", "created", "yesterday", "opened", "ticket", "budget", "decision", "decides", "decide", "inform", "ask again", "get back", "back in the office", "out of office", "out of the office", "absent", "abwesend", "on leave", "travelling", "traveling", "return", "returns", "back on", "unavailable", "away", "freeze", "read only", "rollback", "fallback", "appointment", "demo", "birthday", "pilot", "first wave", "first group", "first batch", "phase 1", "phase one", "dry run", "rehearsal", "test run", "test migration", "kick", "begin", "begins", "beginning on", "start", "starts", "starting", "bumped", "follow up", "following up", "check back", "reply by", "patch", "go ahead", "signature", "sign", "signing", "renew",
        ],
    ),
    // A licence that somebody has already.
    (
        Class::Have,
        &["have", "has", "hold", "holds", "own", "owns", "current", "currently", "today", "existing", "valid", "covers", "covered", "entitled", "entitlement", "on file", "only", "right now", "at the moment", "customer since", "customers of", "customer of", "active", "runs until", "expires", "until now", "so far", "had", "old", "paying", "today's", "presently", "pay for"],
    ),
    // A licence that somebody will have.
    (
        Class::Future,
        &[
            "will", "going", "go for", "goes for", "going for", "go with", "goes with", "going with", "plan", "planned", "planning", "intend", "intends", "intended", "intention", "buy", "buys", "buying", "bought", "purchase", "purchases", "purchasing", "purchased", "subscribe", "subscribes", "subscribing", "take", "takes", "taking", "choose", "chosen", "chose", "order", "ordered", "ordering", "sign", "signed", "contracting", "contracted", "get", "getting", "want", "wants", "decided", "settled", "approved", "granted", "approve", "approval", "new", "future", "there", "target", "shall", "would like", "be", "opt", "opted", "opting", "agreed", "confirmed", "confirms", "level", "tier", "upgrade", "becomes", "become", "land", "landing", "end up", "budgeted", "quote", "deal", "po", "order form", "expect", "expects", "we are on", "requested", "request",
        ],
    ),
    (
        Class::Same,
        &[
            "same tier", "same level", "same plan", "same support level", "same subscription", "same as today", "same as now", "same as before", "same as currently", "same as we have", "same as what we have", "same one", "same edition", "like today", "as today", "as we have today", "as we have now", "as now", "unchanged level", "unchanged tier", "keep our tier", "keep our level", "keep the tier", "keep the level", "keep the same", "identical level", "identical tier", "no change in tier", "no change of tier", "no change to the tier", "no tier change", "current tier", "current level", "what we have today", "what we have now", "same thing as", "like for like", "existing tier", "existing level", "tier stays", "level stays", "tier remains", "level remains", "plan stays", "same package", "stay on the same", "stays the same", "remains the same", "same licence", "same license", "equivalent tier", "equivalent level", "same kind of subscription", "just as today", "same again", "equal tier", "our present level", "our present tier", "same support",
        ],
    ),
    (
        Class::Withdraw,
        &[
            "open again", "not any more", "not valid", "any more", "anymore", "any longer", "not known yet", "not yet known", "no longer valid", "no longer holds", "not hold", "no longer hold", "does not hold", "no longer realistic", "not realistic", "forget the date", "forget the", "scratch the date", "scratch that", "not fixed any more", "no longer fixed", "date is open", "is open", "no new date", "without a date", "no date", "not keep", "cannot be kept", "can not be kept", "not be held", "will not make", "not make it", "can not make", "not going to make", "is gone", "is off", "off the table", "postponed", "delayed indefinitely", "slipped", "slips", "on hold", "back to the drawing board", "undecided again", "under review", "being reviewed", "reopened", "no longer certain", "no longer sure", "not sure any more", "withdraw", "withdrawn", "take back", "taking back", "took back", "disregard", "ignore the", "up in the air", "no longer", "moot", "is void", "obsolete", "to be confirmed", "tbc", "unknown again", "not certain any more", "replan", "replanned", "rescheduled", "new date to follow", "new date will follow",
        ],
    ),
    // Words of a problem.
    (
        Class::Trouble,
        &[
            "fail", "fails", "failed", "failing", "failure", "error", "errors", "down", "not work", "not working", "not possible", "broken", "breaks", "stuck", "slow", "times out", "timeout", "timed out", "500", "502", "503", "504", "404", "403", "401", "413", "422", "429", "missing", "can not", "refuses", "refused", "blocked", "denied", "unauthorized", "unavailable", "hangs", "hang", "problem", "problems", "issue", "issues", "bug", "crash", "crashes", "crashed", "lost", "wrong", "empty", "never", "help", "trouble", "does not", "do not", "limit", "limited", "expired", "locked", "unable", "returns", "outage", "impossible", "no longer", "dead", "unreachable", "unresponsive", "how do", "how can", "question", "rejects", "rejected", "disappeared", "vanished", "pending",
        ],
    ),
    (
        Class::Fine,
        &["ok", "fine", "works", "worked", "working", "healthy", "not affected", "unaffected", "no problem", "all good", "fallback", "fine there", "licence", "license", "subscription", "licensed", "customer", "customers", "have", "bought", "pay", "same call", "unlike", "compared", "comparing", "on the old", "in the old"],
    ),
];
