/** The left column: the ticket's fields. */

import { avatar, h, icon } from "./dom.js";
import { mark } from "./marks.js";
import { tagsField } from "./tagsfield.js";

/** @param {any} loaded */
export function fieldsPanel({ ticket, requester, assignee, group, form, fields }) {
  const tags = tagsField(ticket.tags);
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
      field("Priority", ticket.priority ?? "–", "ticket-fields-priority-select")),
    ...fields.map((/** @type {any} */ one) =>
      field(one.title, one.value === null ? "–" : String(one.value), `ticket-form-field-${one.type}-field-${one.id}`)));
  return { root, tags };
}

/** @param {string} title @param {Node | string} value @param {string} testId */
function field(title, value, testId) {
  return h("div", { class: "field", ...mark(testId) },
    h("span", { class: "field-label" }, title),
    h("div", { class: "field-box" }, h("span", { class: "field-value" }, value), icon("down")));
}
