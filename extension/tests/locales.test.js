const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");

const root = path.join(__dirname, "../..");
const locales = path.join(root, "extension/_locales");
const read = (language) => JSON.parse(fs.readFileSync(path.join(locales, language, "messages.json"), "utf8"));
const english = read("en");

/** All sources that name texts. */
const sources = () => {
  const files = (folder) =>
    fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? files(file) : [file];
    });
  const crates = ["panel", "pages", "words", "web"].map((name) => `crates/${name}/src`);
  const folders = [...crates, "extension/adapter"].map((name) => path.join(root, name));
  const single = ["background.js", "manifest.json", "static/panel.js"].map((name) => path.join(root, "extension", name));
  return [...folders.flatMap(files), ...single]
    .filter((file) => !file.includes("tests"))
    .map((file) => fs.readFileSync(file, "utf8"))
    .join("\n");
};
const code = sources();

test("every text that is named exists", () => {
  const named = [
    ...code.matchAll(/\bt\("([a-z0-9_]+)"\)/g),
    ...code.matchAll(/\btext\("([a-z0-9_]+)"\)/g),
    ...code.matchAll(/getMessage\("([a-z0-9_]+)"\)/g),
    ...code.matchAll(/__MSG_([a-z0-9_]+)__/g),
  ].map((match) => match[1]);
  assert.ok(named.length > 50);
  for (const name of named) assert.ok(name in english, name);
});

test("no text is unused", () => {
  for (const name of Object.keys(english)) {
    assert.ok(code.includes(`"${name}"`) || code.includes(`__MSG_${name}__`), name);
  }
});

test("every language has the same texts with the same placeholders", () => {
  for (const language of fs.readdirSync(locales)) {
    const texts = read(language);
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort(), language);
    for (const [name, { message, placeholders }] of Object.entries(texts)) {
      assert.ok(message.trim() !== "", `${language}: ${name}`);
      assert.deepEqual(placeholders, english[name].placeholders, `${language}: ${name}`);
      for (const placeholder of Object.keys(placeholders ?? {})) {
        assert.ok(message.includes(`$${placeholder}$`), `${language}: ${name}: ${placeholder}`);
      }
    }
  }
});

test("the description fits the stores", () => {
  for (const language of fs.readdirSync(locales)) {
    assert.ok(read(language).extension_description.message.length <= 132, language);
  }
});
