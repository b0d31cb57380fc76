/**
 * The background: keyboard commands, the badge, the first page, and the hosts that were allowed later. It keeps no
 * state, so the browser may stop it at any time.
 */
const COMMANDS = ["toggle_sidebar", "insert_draft", "open_ops_issue"];
const TONES = /** @type {Record<string, string>} */ ({
  act: "#1f73b7",
  wait: "#65707a",
  warn: "#ac5918",
  done: "#037f52",
});

/** @param {chrome.tabs.Tab | undefined} tab @param {string} command */
const pass = async (tab, command) => {
  if (tab?.id === undefined) return;
  try {
    await chrome.tabs.sendMessage(tab.id, { type: "command", command }, { frameId: 0 });
  } catch {
    // No adapter there: not a ticket's page, or one that was open before Ferry was installed.
    await chrome.action.setTitle({ tabId: tab.id, title: chrome.i18n.getMessage("action_not_here") });
  }
};

chrome.commands.onCommand.addListener((command, tab) => {
  if (COMMANDS.includes(command)) void pass(tab, command);
});

chrome.runtime.onMessage.addListener((message, sender) => {
  const tabId = sender.tab?.id;
  if (sender.id !== chrome.runtime.id || tabId === undefined || message?.type !== "badge") return;
  const text = typeof message.text === "string" ? message.text.slice(0, 4) : "";
  const color = TONES[message.tone];
  void chrome.action.setBadgeText({ tabId, text });
  if (color) void chrome.action.setBadgeBackgroundColor({ tabId, color });
  void chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage("action_title") });
});

/**
 * Hosts that the agent allowed beside the manifest's own: there the adapter is registered just as
 * the manifest does it. Browsers forget this with an update, so it is looked at again then.
 */
const registerOnAllowedHosts = async () => {
  const [own] = chrome.runtime.getManifest().content_scripts ?? [];
  if (!own?.js) return;
  // Firefox gives whole addresses here, and takes only paths.
  const js = own.js.map((script) => new URL(script, chrome.runtime.getURL("/")).pathname.slice(1));
  const host = (/** @type {string} */ pattern) => pattern.split("/")[2];
  const known = new Set(own.matches?.map(host));
  const { origins = [] } = await chrome.permissions.getAll();
  const allowed = new Set(origins.map(host).filter((name) => name?.endsWith(".zendesk.com") && !known.has(name)));
  const matches = [...allowed].map((name) => `https://${name}/agent/*`);
  const id = "allowed-hosts";
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [id] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([
    { id, matches, excludeMatches: own.matches, js, runAt: "document_idle", allFrames: false },
  ]);
};

/** One after the other: two at a time would register the same name twice. */
let registering = Promise.resolve();
const register = () => {
  registering = registering.then(registerOnAllowedHosts, registerOnAllowedHosts);
};

/**
 * Says how it works, once: after the installation, or after an update where the browser keeps the
 * adapter from its hosts. An administrator can switch it off.
 * @param {chrome.runtime.InstalledDetails} details
 */
const welcome = async ({ reason }) => {
  // Firefox refuses where nothing is managed.
  const managed = await chrome.storage.managed.get("features").catch(() => ({}));
  const { features } = /** @type {{features?: {welcome?: boolean}}} */ (managed);
  if (features?.welcome === false) return;
  const origins = chrome.runtime.getManifest().content_scripts?.[0]?.matches ?? [];
  const first = reason === "install";
  if (first || (reason === "update" && !(await chrome.permissions.contains({ origins })))) {
    await chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html") });
  }
};

chrome.runtime.onInstalled.addListener(register);
chrome.runtime.onInstalled.addListener((details) => void welcome(details));
chrome.runtime.onStartup.addListener(register);
chrome.permissions.onAdded.addListener(register);
chrome.permissions.onRemoved.addListener(register);
