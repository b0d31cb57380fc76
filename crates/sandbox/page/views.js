/** Pages without a ticket: views, dashboard, search, a new ticket. */

import { follow } from "./app.js";
import { h, time } from "./dom.js";
import { mark } from "./marks.js";
import { read } from "./net.js";

/** @param {string} id */
export function viewsPage(id) {
  const list = h("nav", { class: "views-list", "aria-label": "Views" });
  const heading = h("h1", {}, "Views");
  const table = h("div", { class: "view-table" });
  async function shown() {
    const { views } = await read("views");
    list.replaceChildren(h("h2", {}, "Views"), ...views.map((/** @type {any} */ view) => h("a", {
      class: `view-link${view.id === id ? " is-selected" : ""}`, href: `/agent/filters/${view.id}`, onclick: follow,
      ...mark(`views_views-list_item-view-${view.id}`),
    }, h("span", {}, view.title), h("span", { ...mark("views_views-list_item_count") }, String(view.count)))));
    heading.textContent = views.find((/** @type {any} */ view) => view.id === id)?.title ?? "View";
    const { tickets } = await read(`views/${id}`);
    table.replaceChildren(ticketTable(tickets));
  }
  const root = h("section", { class: "views" }, list, h("div", { class: "view" }, heading, table));
  return { root, shown };
}

/** @param {any[]} tickets */
function ticketTable(tickets) {
  const head = ["", "ID", "Subject", "Requester", "Assignee", "Priority", "Updated"];
  return h("table", { class: "table", ...mark("generic-table") },
    h("thead", {}, h("tr", {}, ...head.map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", {}, ...tickets.map((one) => h("tr", {},
      h("td", {}, h("span", { class: `badge is-${one.status}` }, one.status)),
      h("td", {}, `#${one.id}`),
      h("td", {}, h("a", { href: `/agent/tickets/${one.id}`, onclick: follow, dir: "auto", ...mark("ticket-table-cells-subject") }, one.subject)),
      h("td", {}, h("bdi", {}, one.requester ?? "–")),
      h("td", {}, one.assignee ?? "–"),
      h("td", {}, one.priority ?? "–"),
      h("td", {}, time(one.updated_at))))));
}

export function dashboard() {
  const counts = h("div", { class: "cards" });
  const table = h("div", {});
  async function shown() {
    const { views } = await read("views");
    counts.replaceChildren(...views.map((/** @type {any} */ view) =>
      h("a", { class: "card", href: `/agent/filters/${view.id}`, onclick: follow }, h("strong", {}, String(view.count)), view.title)));
    const { tickets } = await read("views/360001");
    table.replaceChildren(ticketTable(tickets));
  }
  return { root: h("section", { class: "dashboard" }, h("h1", {}, "Home"), counts, h("h2", {}, "Your tickets"), table), shown };
}

export function searchPage() {
  return { root: h("section", { class: "dashboard" }, h("h1", {}, "Search"), h("input", { class: "subject", "aria-label": "Search" })) };
}

export function newTicket() {
  return {
    root: h("section", { class: "dashboard" }, h("h1", {}, "New ticket"),
      h("input", { class: "subject", placeholder: "Subject", "aria-label": "Subject", ...mark("omni-header-subject") })),
  };
}
