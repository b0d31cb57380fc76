import init, { start_options } from "./pkg/ferry_pages.js";

await init();
start_options();
