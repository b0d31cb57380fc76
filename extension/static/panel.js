import init, { start } from "./pkg/ferry_panel.js";

// The page names itself, so that further pages can share the one module.
await init();
start(document.documentElement.dataset.page ?? "");
