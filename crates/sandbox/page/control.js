/** The sandbox's controls for people; each is one HTTP call. */

import { h } from "./dom.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} method @param {string} path @param {any} [body] */
async function call(method, path, body) {
  const options = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`/__sandbox/${path}`, options);
  const answer = await response.json();
  if (method !== "GET") byId("said").textContent = response.ok ? `${method} ${path}: done` : `${path}: ${answer.error}`;
  return answer;
}

const CHOICES = {
  layout: ["grid", "panes", "unknown"],
  theme: ["light", "dark"],
  direction: ["ltr", "rtl"],
  page: ["stale", "live"],
  stale_submit: ["merge", "replace"],
  delete_tags: ["remaining", "no_content"],
  post_tags: ["created", "ok"],
  csrf_failure: ["unauthorized", "forbidden", "html"],
};

const TAGS = "/api/v2/tickets/*/tags";
const FAULTS = {
  latency: { method: "DELETE", path: TAGS, effect: { kind: "latency", milliseconds: 3000 } },
  "timeout, not done": { method: "DELETE", path: TAGS, effect: { kind: "timeout_before", milliseconds: 5000 } },
  "timeout, done": { method: "DELETE", path: TAGS, effect: { kind: "timeout_after", milliseconds: 5000 } },
  "429": { method: "DELETE", path: TAGS, effect: { kind: "status", status: 429, retry_after: 5 } },
  "503": { method: "DELETE", path: TAGS, effect: { kind: "status", status: 503, retry_after: 5 } },
  "409 conflict": { method: "DELETE", path: TAGS, effect: { kind: "status", status: 409 } },
  "409 database": { method: "DELETE", path: TAGS, effect: { kind: "database_conflict" } },
  "HTML": { method: "GET", path: "/api/v2/**", effect: { kind: "html", status: 200 } },
  truncated: { method: "GET", path: "/api/v2/tickets/*/comments", effect: { kind: "truncated_json" } },
  "foreign next": { method: "GET", path: "/api/v2/tickets/*/comments", effect: { kind: "foreign_next", origin: "https://evil.example" } },
  "other agent first": {
    method: "DELETE", path: TAGS,
    effect: { kind: "happens", when: "before", what: { event: "other_agent", ticket: 1005, note: "I am on it." } },
  },
};

const EVENTS = {
  "other agent": { event: "other_agent", ticket: 1005, add_tags: ["vip"], remove_tags: [], note: "I am on it." },
  "trigger": { event: "trigger", ticket: 1005, add_tags: ["sub_sm_ultimate"] },
  "organization set": { event: "organization_set", ticket: 1005, organization: 360012345003 },
  "comment redacted": { event: "comment_redacted", ticket: 1005, position: 0 },
  "merged": { event: "merged", ticket: 1005, into: 1006 },
  "deleted": { event: "deleted", ticket: 1005 },
  "session expired": { event: "session_expired" },
  "tokens rotated": { event: "tokens_rotated" },
  "an hour passes": { event: "time_passes", seconds: 3600 },
};

/** @param {string} form @param {string} chips @param {Record<string, object>} examples @param {string} path */
function examples(form, chips, examples, path) {
  const area = /** @type {HTMLTextAreaElement} */ (byId(form).querySelector("textarea"));
  byId(chips).className = "chips";
  byId(chips).append(...Object.entries(examples).map(([name, value]) =>
    h("button", { type: "button", onclick: () => (area.value = JSON.stringify(value, null, 1)) }, name)));
  byId(form).addEventListener("submit", async (event) => {
    event.preventDefault();
    await call("POST", path, JSON.parse(area.value || "{}"));
    draw();
  });
}

async function draw() {
  const state = await call("GET", "state");
  byId("tickets").replaceChildren(h("table", { class: "table" }, h("tbody", {}, ...state.seeds.map((/** @type {any} */ seed) => h("tr", {},
    h("td", {}, h("a", { href: `/agent/tickets/${seed.id}` }, `#${seed.id}`)),
    h("td", {}, seed.stage),
    h("td", {}, seed.what))))));
  byId("switches").replaceChildren(...Object.entries(CHOICES).map(([name, values]) => h("label", {}, name,
    h("select", { onchange: async (/** @type {any} */ event) => { await call("POST", "switches", { [name]: event.target.value }); } },
      ...values.map((value) => h("option", { value, selected: state.switches[name] === value }, value))))));
  byId("faults").textContent = state.faults.map((/** @type {any} */ one) => JSON.stringify(one)).join("\n") || "none";
  const requests = await call("GET", "requests");
  byId("requests").textContent = requests.slice(-25).reverse()
    .map((/** @type {any} */ one) => `${one.status ?? "…"} ${one.method} ${one.path}${one.query ? `?${one.query}` : ""} ${one.body}`).join("\n");
}

byId("roles").className = "chips";
byId("roles").append(...["agent", "admin", "light", "restricted"].map((role) =>
  h("button", { type: "button", onclick: () => call("POST", "sign_in", { role }) }, role)));
byId("clear").addEventListener("click", async () => { await call("DELETE", "faults"); draw(); });
byId("reset").addEventListener("click", async () => { await call("POST", "reset"); draw(); });
examples("fault", "effects", FAULTS, "faults");
examples("event", "events", EVENTS, "events");
draw();
