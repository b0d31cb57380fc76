/** node-zendesk, written against the real Zendesk, drives the sandbox. */

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import zendesk from "node-zendesk";

const base = `https://localhost:${process.argv[2]}`;

/** @param {string} email */
const client = (email) =>
  zendesk.createClient({ username: email, token: "sandbox-token", endpointUri: `${base}/api/v2` });

/** @param {string} method @param {string} path @param {object} [body] */
async function sandbox(method, path, body) {
  const answer = await fetch(`${base}/__sandbox/${path}`, { method, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/**
 * Calls again after the pause that a rate limit asks for: node-zendesk hands out what it got.
 * @param {() => Promise<any>} call
 */
async function patiently(call) {
  const answer = await call();
  if (answer.response.status !== 429) return answer;
  await sleep(1000 * Number(answer.response.headers.get("retry-after")));
  return call();
}

const agent = client("priya@support.example");
const admin = client("admin@support.example");

const tests = {
  async users() {
    const { result: me } = await agent.users.me();
    assert.equal(me.name, "Priya Nair");
    const all = await agent.users.list();
    assert.ok(all.some((user) => user.name === "Céline Marchetti"));
    const { result: again } = await agent.users.show(me.id);
    assert.equal(again.email, "priya@support.example");
  },
  async tickets() {
    const { result: ticket } = await agent.tickets.show(1005);
    assert.equal(ticket.subject, "Pipelines stuck in pending after import");
    assert.equal((await agent.tickets.list()).length, (await sandbox("GET", "seeds")).length);
    await assert.rejects(agent.tickets.show(424242), /Not Found|not found|404/i);
    const { result: made } = await agent.tickets.create({ ticket: { subject: "From node", comment: { body: "Hello" } } });
    const { result: updated } = await agent.tickets.update(made.id, { ticket: { status: "pending" } });
    assert.equal(updated.status, "pending");
    await agent.tickets.delete(made.id);
    await assert.rejects(agent.tickets.show(made.id));
  },
  async comments() {
    const pages = await agent.tickets.getComments(1013);
    const comments = pages.flatMap((page) => page.comments ?? page);
    assert.equal(comments.length, 250);
    assert.equal(new Set(comments.map((comment) => comment.id)).size, 250);
  },
  async organizations() {
    const { result: organization } = await agent.organizations.show(360012345005);
    assert.deepEqual(organization.tags, ["sub_dotcom_ultimate", "sub_sm_ultimate"]);
    assert.ok((await agent.organizations.list()).some((one) => one.name === "Kawabe Seiki"));
  },
  async tags() {
    const tags = async () => (await agent.tickets.show(1016)).result.tags;
    await agent.tickets.updateTags(1016, { tags: ["one", "two"] });
    assert.deepEqual(await tags(), ["one", "two"]);
    await agent.tickets.addTags(1016, { tags: ["three"] });
    assert.deepEqual(await tags(), ["one", "three", "two"]);
    await agent.tickets.request("DELETE", ["tickets", 1016, "tags"], { tags: ["one"] });
    assert.deepEqual(await tags(), ["three", "two"]);
  },
  async "update many"() {
    await agent.tickets.updateMany([1015, 1016], { ticket: { additional_tags: ["bulk"] } });
    assert.ok((await agent.tickets.show(1016)).result.tags.includes("bulk"));
  },
  async search() {
    const { result } = await agent.search.query("type:ticket tags:sub_gitlab_dedicated");
    assert.deepEqual((result.results ?? result).map((/** @type {any} */ one) => one.id), [1007]);
    const exported = await agent.search.exportResults("status<closed", "ticket", 5);
    assert.equal(exported.length, 21);
  },
  async "incremental export"() {
    const exported = await admin.tickets.incremental(0);
    assert.equal(exported.length, (await sandbox("GET", "seeds")).length);
  },
  async "rate limit"() {
    await sandbox("POST", "faults", {
      method: "GET", path: "/api/v2/tickets/1001", effect: { kind: "status", status: 429, retry_after: 1 },
    });
    const start = Date.now();
    const { result } = await patiently(() => agent.tickets.show(1001));
    assert.equal(result.id, 1001);
    assert.ok(Date.now() - start >= 1000);
  },
};

for (const [name, test] of Object.entries(tests)) {
  await sandbox("POST", "reset");
  await test();
  console.log(`node-zendesk ${name}: ok`);
}
await sandbox("POST", "reset");
