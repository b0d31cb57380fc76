import init, { start } from "./pkg/ferry_panel.js";

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

Object.assign(globalThis, {
  ferryConnect: async () => {
    if (handed) return handed;
    const tab = await chrome.tabs.getCurrent();
    return chrome.tabs.connect(/** @type {number} */ (tab?.id), { name: "ferry-panel", frameId: 0 });
  },
  /** @param {string} url */
  ferryOpen: async (url) => {
    if (chrome.tabs) await chrome.tabs.create({ url });
    else open(url, "_blank", "noopener");
  },
});

// The page names itself, so that further pages can share the one module.
await init();
start(document.documentElement.dataset.page ?? "");
