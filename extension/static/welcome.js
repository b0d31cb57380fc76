import init, { start_welcome } from "./pkg/ferry_pages.js";

await init();
start_welcome();
