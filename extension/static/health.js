import init, { start_health } from "./pkg/ferry_pages.js";

await init();
start_health();
