const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { load } = require("./scripts.js");

const file = path.join(__dirname, "../../crates/protocol/examples/messages.json");
const { to_page: toPage, to_desk: toDesk } = JSON.parse(fs.readFileSync(file, "utf8"));
const protocol = load(["protocol"])("ferryProtocol");

test("valid messages pass unchanged", () => {
  for (const message of toPage.valid) assert.equal(protocol.read(message), message);
});

test("anything else is no message", () => {
  for (const message of toPage.invalid) {
    assert.equal(protocol.read(message), null, JSON.stringify(message));
  }
});

test("one member more or less makes any message invalid", () => {
  for (const message of toPage.valid) {
    assert.equal(protocol.read({ ...message, extra: 1 }), null);
    for (const name of Object.keys(message)) {
      const { [name]: _, ...less } = message;
      assert.equal(protocol.read(less), null, `${message.type} without ${name}`);
    }
  }
});

test("names of object members are not kinds of messages", () => {
  for (const type of ["constructor", "toString", "__proto__"]) {
    assert.equal(protocol.read(JSON.parse(`{"type":"${type}"}`)), null);
  }
});

test("commands are a closed set as well", () => {
  assert.equal(protocol.readCommand({ type: "command", command: "insert_draft" }), "insert_draft");
  assert.equal(protocol.readCommand({ type: "command", command: "submit" }), null);
  assert.equal(protocol.readCommand({ type: "command", command: "insert_draft", tab: 1 }), null);
});

test("pages of the extension's own may read, and nothing else", () => {
  for (const message of toDesk.valid) assert.equal(protocol.readForDesk(message), message);
  for (const message of [...toDesk.invalid, ...toDesk.refused_by_the_adapter, ...toPage.valid]) {
    assert.equal(protocol.readForDesk(message), null, JSON.stringify(message));
  }
});
