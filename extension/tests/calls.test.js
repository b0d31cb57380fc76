const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./scripts.js");

const TICKET = 4242;
const body = { tags: ["sub_sm_premium"], updated_stamp: "2026-04-04T09:14:57Z", safe_update: "true" };
const write = { call: "remove_tags", ticket: TICKET, body, csrf: "token" };

/** The adapter's calls on a page with this address, this selected tab and this server. */
const page = ({ address = TICKET, tab = TICKET, fetch } = {}) => {
  const element = { getAttribute: () => (tab === null ? null : String(tab)) };
  const run = load(["selectors", "ticket", "calls"], {
    location: { pathname: `/agent/tickets/${address}` },
    document: { querySelector: () => element },
    fetch,
  });
  return run("ferryCalls");
};

const signal = () => new AbortController().signal;
const response = (init = {}) => ({
  type: "basic",
  status: 200,
  headers: new Headers({ "content-type": "application/json; charset=utf-8" }),
  text: async () => "{}",
  ...init,
});

test("paths are built from numbers and encoded text", () => {
  const { request } = page();
  assert.equal(request({ call: "ticket", ticket: 7 }).path, "tickets/7");
  assert.equal(
    request({ call: "comments", ticket: 7, after: "a/../&b" }).path,
    "tickets/7/comments?page%5Bsize%5D=100&sort=created_at&include=users&page%5Bafter%5D=a%2F..%2F%26b",
  );
  assert.equal(request({ call: "search", query: "a&b=c", page: 2 }).path, "search?query=a%26b%3Dc&page=2&per_page=100");
  assert.equal(request({ ...write, call: "add_tags" }).method, "PUT");
  assert.equal(request(write).method, "DELETE");
});

test("a call of another ticket is not made", async () => {
  const outcome = await page().make({ call: "ticket", ticket: 1 }, TICKET, signal());
  assert.deepEqual({ ...outcome }, { outcome: "refused", reason: "other_ticket" });
});

test("no call is made after the address has changed", async () => {
  const outcome = await page({ address: 1 }).make({ call: "me" }, TICKET, signal());
  assert.deepEqual({ ...outcome }, { outcome: "refused", reason: "other_visit" });
});

test("a write wants the selected tab to agree, and to be known", async () => {
  for (const tab of [1, null]) {
    const outcome = await page({ tab }).make(write, TICKET, signal());
    assert.deepEqual({ ...outcome }, { outcome: "refused", reason: "tab_disagrees" });
  }
});

test("a write carries token, kind and body", async () => {
  const seen = [];
  const fetch = async (...request) => (seen.push(request), response());
  const outcome = await page({ fetch }).make(write, TICKET, signal());
  assert.equal(outcome.status, 200);
  assert.equal(outcome.content_type, "application/json");
  const [[path, options]] = seen;
  assert.equal(path, `/api/v2/tickets/${TICKET}/tags`);
  assert.equal(options.method, "DELETE");
  assert.equal(options.headers["x-csrf-token"], "token");
  assert.equal(options.redirect, "manual");
  assert.deepEqual(JSON.parse(options.body), body);
});

test("a redirect is told and not followed", async () => {
  const fetch = async () => response({ type: "opaqueredirect", status: 0 });
  const outcome = await page({ fetch }).make({ call: "me" }, TICKET, signal());
  assert.equal(outcome.status, 302);
});

test("a failed call is no response, not an exception", async () => {
  const fetch = async () => {
    throw new TypeError("failed");
  };
  const outcome = await page({ fetch }).make(write, TICKET, signal());
  assert.deepEqual({ ...outcome }, { outcome: "no_response" });
});

test("only tickets' addresses are tickets", () => {
  const at = (pathname) => load(["selectors", "ticket"], { location: { pathname } })("ferryTicket.fromAddress()");
  assert.equal(at("/agent/tickets/12"), 12);
  assert.equal(at("/agent/tickets/12/events"), 12);
  for (const path of ["/agent/tickets/new/1", "/agent/filters/12", "/agent/tickets/12x", "/agent/tickets/0", "/x/agent/tickets/1"]) {
    assert.equal(at(path), null, path);
  }
});
