/** The agent page: one document in which all open tickets stay, as at Zendesk. */

import { avatar, h, icon } from "./dom.js";
import { mark, setActive, setSelected, tabMarks } from "./marks.js";
import { read } from "./net.js";
import { openTicket } from "./ticket.js";
import { dashboard, newTicket, searchPage, viewsPage } from "./views.js";

/** @type {Map<string, {root: HTMLElement, tab: HTMLElement | null, shown?: () => void}>} */
const open = new Map();
const main = h("main", { class: "main", "data-garden-id": "navigation.main", id: "main_panes" });
const tabs = h("nav", { class: "tabs", ...mark("header-tablist") });
const toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });

/** Says something in a corner. @param {string} text @param {"error" | "success"} kind */
export function toast(text, kind) {
  const message = h("div", { class: `toast is-${kind}` }, text);
  toasts.append(message);
  setTimeout(() => message.remove(), 6000);
}

/** Goes somewhere without loading the page. @param {string} path */
export function navigate(path) {
  if (path !== location.pathname) history.pushState({}, "", path);
  show();
}

/** Links within the page navigate inside it. @param {Event} event */
export function follow(event) {
  event.preventDefault();
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  navigate(link.pathname);
}

function place() {
  const path = location.pathname;
  const ticket = /^\/agent\/tickets\/(\d+)(?=[/?#]|$)/.exec(path);
  if (ticket) return { key: `ticket-${ticket[1]}`, make: () => ticketTab(Number(ticket[1])) };
  const fresh = /^\/agent\/tickets\/new\/(\d+)/.exec(path);
  if (fresh) return { key: `new-${fresh[1]}`, make: () => newTab(fresh[1]) };
  const view = /^\/agent\/filters\/(\d+)/.exec(path);
  if (view) return { key: `view-${view[1]}`, make: () => plain(viewsPage(view[1])) };
  if (path.startsWith("/agent/search")) return { key: "search", make: () => plain(searchPage()) };
  return { key: "dashboard", make: () => plain(dashboard()) };
}

function show() {
  const { key, make } = place();
  if (!open.has(key)) open.set(key, make());
  for (const [name, entry] of open) {
    const selected = name === key;
    if (entry.root.classList.contains("workspace")) setActive(entry.root, selected);
    else entry.root.hidden = !selected;
    if (entry.tab) setSelected(entry.tab, selected);
    if (selected) entry.shown?.();
  }
}

/** @param {{root: HTMLElement, shown?: () => void}} page */
function plain(page) {
  main.append(page.root);
  return { tab: null, ...page };
}

/** @param {number} id */
function ticketTab(id) {
  const title = h("span", { class: "tab-title", ...mark("header-tab-title") }, `#${id}`);
  const tab = makeTab(`/agent/tickets/${id}`, tabMarks(id, true), title, `#${id}`, `ticket-${id}`);
  const root = openTicket(id, (subject) => (title.textContent = subject));
  main.append(root);
  return { root, tab };
}

/** @param {string} number */
function newTab(number) {
  const title = h("span", { class: "tab-title" }, "New ticket");
  const tab = makeTab(`/agent/tickets/new/${number}`, tabMarks(number, false), title, "", `new-${number}`);
  const { root } = newTicket();
  main.append(root);
  return { root, tab };
}

/** @param {string} path @param {object} marks @param {HTMLElement} title @param {string} note @param {string} key */
function makeTab(path, marks, title, note, key) {
  const close = h("button", {
    class: "tab-close", type: "button", "aria-label": "Close tab", ...mark("close-button"),
    onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      event.stopPropagation();
      closeTab(key);
    },
  }, icon("close"));
  const words = h("span", { class: "tab-words" }, title, note ? h("span", { class: "tab-note" }, note) : null);
  const tab = h("a", { class: "tab", href: path, onclick: follow, ...marks }, words, close);
  tabs.insertBefore(tab, tabs.lastElementChild);
  return tab;
}

/** @param {string} key */
function closeTab(key) {
  const entry = open.get(key);
  const selected = entry?.tab?.classList.contains("is-selected");
  entry?.root.remove();
  entry?.tab?.remove();
  open.delete(key);
  if (!selected) return;
  const last = [...open.values()].findLast((other) => other.tab);
  navigate(last?.tab ? new URL(/** @type {HTMLAnchorElement} */ (last.tab).href).pathname : "/agent/filters/360001");
}

function toggleTheme() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  document.cookie = `sandbox_theme=${root.dataset.theme}; path=/; max-age=31536000`;
}

function rail() {
  const item = (/** @type {string} */ path, /** @type {any} */ name, /** @type {string} */ label) =>
    h("a", { class: "rail-item", href: path, title: label, "aria-label": label, onclick: follow }, icon(name));
  return h("nav", { class: "rail", "aria-label": "Products" },
    h("span", { class: "rail-logo" }, "Z"),
    item("/agent/dashboard", "home", "Home"),
    item("/agent/filters/360001", "views", "Views"),
    item("/agent/dashboard", "people", "Customers"),
    item("/agent/dashboard", "building", "Organizations"),
    item("/agent/dashboard", "chart", "Reporting"),
    h("a", { class: "rail-item", href: "/__sandbox", title: "Sandbox control", "aria-label": "Sandbox control" }, icon("gear")));
}

let news = 0;
async function start() {
  const add = h("button", {
    class: "tab-add", type: "button", onclick: () => navigate(`/agent/tickets/new/${++news}`),
    ...mark("header-toolbar-add-menu-button"),
  }, icon("plus"), "Add");
  tabs.append(add);
  const me = h("span", { class: "me" });
  const button = (/** @type {any} */ name, /** @type {string} */ label, /** @type {object} */ more) =>
    h("button", { class: "header-button", type: "button", title: label, "aria-label": label, ...more }, icon(name));
  const header = h("header", { class: "header", "data-garden-id": "navigation.header", ...mark("header-toolbar") },
    tabs,
    h("div", { class: "header-tools" },
      button("search", "Search", { onclick: () => navigate("/agent/search/1") }),
      button("moon", "Appearance: light or dark", { onclick: toggleTheme }),
      button("bell", "Notifications", mark("global-notifications-button")),
      button("grid", "Products", {}),
      me));
  document.body.append(h("div", { class: "app" }, rail(), h("div", { class: "stage" }, header, main)), toasts);
  addEventListener("popstate", show);
  show();
  try {
    const { user } = await read("me");
    me.append(avatar(user.name));
    me.title = user.name;
  } catch {
    toast("You have been signed out. Reload the page to sign in again.", "error");
  }
}

start();
