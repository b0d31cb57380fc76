/** The bar below a ticket: macros, and the submit button with its menu. */

import { h, icon } from "./dom.js";
import { mark } from "./marks.js";

const STATUSES = ["open", "pending", "hold", "solved"];

/** @param {any} ticket @param {(status: string) => Promise<void>} send */
export function footer(ticket, send) {
  let status = ticket.status === "new" ? "open" : ticket.status;
  const closed = ticket.status === "closed";
  const word = h("strong", {});
  const dot = h("span", {});
  const button = h("button", {
    class: "button is-primary submit", type: "button", disabled: closed, onclick: () => press(status),
    ...mark("submit_button-button"),
  }, dot, "Submit as ", word);
  const menu = h("ul", { class: "menu submit-menu", role: "menu", hidden: true }, ...STATUSES.map((one) =>
    h("li", {
      class: "menu-item", role: "menuitem", tabindex: "-1",
      onclick: () => { menu.hidden = true; press(one); }, ...mark(`submit_button-menu-${one}`),
    }, h("span", { class: `badge is-${one}` }, one), `Submit as ${one}`)));
  const opener = h("button", {
    class: "button is-primary submit-opener", type: "button", "aria-label": "Submit options", disabled: closed,
    onclick: () => (menu.hidden = !menu.hidden), ...mark("submit_button-menu-button"),
  }, icon("down"));

  /** @param {string} as */
  async function press(as) {
    button.toggleAttribute("disabled", true);
    await send(as);
    button.toggleAttribute("disabled", false);
  }

  /** @param {string} next */
  function setStatus(next) {
    status = next === "new" ? "open" : next;
    word.textContent = status;
    dot.className = `badge is-${status}`;
    dot.textContent = status[0].toUpperCase();
  }

  setStatus(ticket.status);
  const root = h("footer", { class: "ticket-footer ticket-resolution-footer", ...mark("omni-footer") },
    h("button", { class: "button", type: "button" }, icon("bolt"), "Apply macro"),
    h("div", { class: "submit-group" }, h("span", { class: "quiet" }, "Stay on ticket"), h("div", { class: "submit-box" }, menu, button, opener)));
  return { root, setStatus };
}
