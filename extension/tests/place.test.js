const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./scripts.js");

const { sidebar, handle, overlap } = load(["place"])("ferryPlace");
const room = { width: 1024, height: 768, top: 50 };

test("without obstacles it stands at its side in full height", () => {
  assert.deepEqual({ ...sidebar(room, [], false) }, { left: 664, right: 1024, top: 50, bottom: 768 });
  assert.deepEqual({ ...sidebar(room, [], true) }, { left: 0, right: 360, top: 50, bottom: 768 });
});

test("it leaves the submit button, the composer and the tags field free", () => {
  const obstacles = [
    { left: 900, right: 1016, top: 724, bottom: 760 },
    { left: 330, right: 700, top: 560, bottom: 716 },
    { left: 60, right: 320, top: 300, bottom: 380 },
  ];
  const box = sidebar(room, obstacles, false);
  for (const obstacle of obstacles) assert.ok(!overlap(box, obstacle));
  assert.ok(box.right - box.left >= 272 && box.bottom - box.top >= 320);
});

test("where nothing useful is left it prefers being of use", () => {
  const everywhere = { left: 0, right: 1024, top: 0, bottom: 768 };
  assert.deepEqual({ ...sidebar(room, [everywhere], false) }, { left: 664, right: 1024, top: 50, bottom: 768 });
});

test("the handle stands at its side, under what it would cover", () => {
  assert.deepEqual({ ...handle(room, [], false) }, { left: 980, right: 1024, top: 146, bottom: 218 });
  assert.deepEqual({ ...handle(room, [], true) }, { left: 0, right: 44, top: 146, bottom: 218 });
  const tags = { left: 10, right: 320, top: 150, bottom: 200 };
  assert.deepEqual({ ...handle(room, [tags], true) }, { left: 0, right: 44, top: 208, bottom: 280 });
});

test("where something must be covered, the handle covers the last obstacle", () => {
  const submit = { left: 900, right: 1024, top: 100, bottom: 300 };
  const conversation = { left: 300, right: 1024, top: 50, bottom: 768 };
  assert.ok(!overlap(handle(room, [submit, conversation], false), submit));
});
