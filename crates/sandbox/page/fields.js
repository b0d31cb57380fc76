/** The left column: the ticket's fields. */

import { avatar, h, icon } from "./dom.js";
import { mark } from "./marks.js";
import { tagsField } from "./tagsfield.js";

const PRIORITIES = ["low", "normal", "high", "urgent"];

/** @param {any} loaded */
export function fieldsPanel({ ticket, requester, assignee, group, form, fields }) {
  const tags = tagsField(ticket.tags);
  const priority = choice("Priority", ticket.priority, PRIORITIES, "ticket-fields-priority-select");
  const person = (/** @type {any} */ user) =>
    user ? h("span", { class: "person" }, avatar(user.name), h("bdi", {}, user.name)) : h("span", { class: "quiet" }, "–");
  const assigned = h("span", { class: "person" }, group ? `${group}/` : "", assignee ? h("bdi", {}, assignee.name) : "–");
  const root = h("div", { class: "fields" },
    field("Brand", "GitLab", "ticket-system-field-brand"),
    field("Form", form ?? "–", "ticket-form-field"),
    field("Requester", person(requester), "ticket-system-field-requester-select"),
    field("Assignee", assigned, "assignee-field"),
    field("Followers", h("span", { class: "quiet" }, "–"), "ticket-fields-followers"),
    tags.root,
    h("div", { class: "field-row" },
      field("Type", ticket.type ?? "–", "ticket-fields-type-select"),
      priority.root),
    ...fields.map((/** @type {any} */ one) =>
      field(one.title, one.value === null ? "–" : String(one.value), `ticket-form-field-${one.type}-field-${one.id}`)));
  return { root, tags, priority };
}

/**
 * A field with options, as a combobox of Garden's. Nothing in it tells that it was changed.
 * @param {string} title @param {string | null} value @param {string[]} options @param {string} testId
 */
function choice(title, value, options, testId) {
  const shown = h("span", { class: "field-value" }, value ?? "–");
  const list = h("ul", { class: "menu field-menu", role: "listbox", "aria-label": title, hidden: true }, ...options.map((one) =>
    h("li", { class: "menu-item", role: "option", onclick: () => choose(one) }, one)));
  const box = h("div", {
    class: "field-box", role: "combobox", tabindex: "0", "aria-label": title, "aria-expanded": "false",
    onclick: () => open(list.hidden),
  }, shown, icon("down"));

  /** @param {boolean} wanted */
  function open(wanted) {
    list.hidden = !wanted;
    box.setAttribute("aria-expanded", String(wanted));
  }

  /** @param {string} one */
  function choose(one) {
    value = one;
    shown.textContent = one;
    open(false);
  }

  const root = h("div", { class: "field", ...mark(testId) }, h("span", { class: "field-label" }, title), box, list);
  return { root, value: () => value };
}

/** @param {string} title @param {Node | string} value @param {string} testId */
function field(title, value, testId) {
  return h("div", { class: "field", ...mark(testId) },
    h("span", { class: "field-label" }, title),
    h("div", { class: "field-box" }, h("span", { class: "field-value" }, value), icon("down")));
}
