import init, { start_popup } from "./pkg/ferry_pages.js";

await init();
start_popup();
