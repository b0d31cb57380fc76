/** The right column: the customer. */

import { avatar, h, icon } from "./dom.js";
import { mark } from "./marks.js";

/** @param {any} loaded */
export function contextPanel({ requester, organization }) {
  const line = (/** @type {string} */ title, /** @type {string} */ value) =>
    h("div", { class: "context-line" }, h("span", { class: "quiet" }, title), h("span", { dir: "auto" }, value));
  const person = requester
    ? h("div", { class: "context-person" }, avatar(requester.name), h("strong", {}, h("bdi", {}, requester.name)))
    : null;
  return h("div", { class: "context" },
    h("div", { class: "context-tabs", ...mark("customer-context-tab-navigation") },
      h("button", { class: "context-tab is-selected", type: "button" }, icon("people"), "User"),
      h("button", { class: "context-tab", type: "button" }, icon("grid"), "Apps")),
    person,
    requester ? line("Email", requester.email) : null,
    line("Time", "Berlin"),
    line("Language", "English (United States)"),
    organization ? h("div", { class: "context-block" },
      h("h3", {}, "Organization"),
      line("Name", organization.name),
      line("Tags", organization.tags.join(" ")),
      organization.notes ? h("p", { class: "context-notes", dir: "auto" }, organization.notes) : null,
      organization.details ? h("p", { class: "context-notes", dir: "auto" }, organization.details) : null) : null,
    h("div", { class: "context-block" }, h("h3", {}, "Interaction history"), h("p", { class: "quiet" }, "No other interactions.")));
}
