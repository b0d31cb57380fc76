// The module comes while its script is read, and the port is opened while the module is compiled.
const module = fetch("pkg/ferry_panel_bg.wasm");
const script = import("./pkg/ferry_panel.js");

/**
 * The port to the adapter. Chromium gives an extension's page in a frame all of its interfaces, so
 * the panel opens it. Firefox gives such a page no more than a content script: there the adapter
 * hands in a port, with the frame's own secret, which the page around cannot know.
 */
const handed = chrome.tabs
  ? null
  : new Promise((resolve) => {
      addEventListener("message", (event) => {
        const [port] = event.ports;
        if (port && event.data === location.hash.slice(1)) resolve(asRuntimePort(port));
      });
    });

/** @param {MessagePort} port */
const asRuntimePort = (port) => ({
  /** @param {unknown} message */
  postMessage: (message) => port.postMessage(JSON.stringify(message)),
  onMessage: {
    /** @param {(message: unknown) => void} listener */
    addListener: (listener) => {
      port.onmessage = (event) => listener(JSON.parse(event.data));
    },
  },
});

const connect = async () => {
  if (handed) return handed;
  const tab = await chrome.tabs.getCurrent();
  return chrome.tabs.connect(/** @type {number} */ (tab?.id), { name: "ferry-panel", frameId: 0 });
};
const connected = connect();
const ferryConnect = () => connected;

Object.assign(globalThis, {
  ferryConnect,
  /** @param {string} url */
  ferryOpen: async (url) => {
    if (chrome.tabs) await chrome.tabs.create({ url });
    else open(url, "_blank", "noopener");
  },
});

/**
 * Without WebAssembly there is no panel, only its place and one sentence: at the first ticket, and
 * whenever the agent asks.
 */
const tellInstead = async () => {
  const place = document.createElement("section");
  place.className = "banner";
  place.dataset.tone = "warn";
  place.dataset.testid = "no-wasm";
  place.setAttribute("role", "alert");
  place.textContent = chrome.i18n.getMessage("page_no_wasm");
  document.body.append(place);
  const port = await ferryConnect();
  let told = false;
  port.onMessage.addListener((/** @type {{type: string, visit: number}} */ { type, visit }) => {
    if (type !== "ticket" && type !== "command") return;
    const banner = { shape: "banner", height: place.offsetHeight };
    port.postMessage({ type: "show", visit, shape: told && type === "ticket" ? { shape: "hidden" } : banner });
    told = true;
  });
  port.postMessage({ type: "hello", version: 1, secret: location.hash.slice(1) });
};

const { default: init, start } = await script;
try {
  await init({ module_or_path: module });
} catch (error) {
  await tellInstead();
  throw error;
}
// The page names itself, so that further pages can share the one module.
start(document.documentElement.dataset.page ?? "");

// What is imported above comes with the module; this makes a module of the file for the type checker.
export {};
