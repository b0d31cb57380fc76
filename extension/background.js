/**
 * The background: toolbar button, keyboard commands and the badge. It keeps no state, so the
 * browser may stop it at any time.
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

chrome.action.onClicked.addListener((tab) => void pass(tab, "toggle_sidebar"));

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
