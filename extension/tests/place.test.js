const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./scripts.js");

const { sidebar, overlap } = load(["place"])("ferryPlace");
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
