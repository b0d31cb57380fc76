// Runs the adapter's classic scripts in a context of their own and hands out their constants.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const load = (names, globals = {}) => {
  const context = vm.createContext({ URLSearchParams, AbortSignal, AbortController, ...globals });
  for (const name of names) {
    const file = path.join(__dirname, "..", "adapter", `${name}.js`);
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  }
  return (expression) => vm.runInContext(expression, context);
};

module.exports = { load };
