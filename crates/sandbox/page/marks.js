/**
 * What makes the page recognisable to scripts: test ids and attributes, by layout. In the
 * "unknown" layout there is nothing of the kind.
 */

/** `grid`, `panes` or `unknown`. */
export const layout = document.documentElement.dataset.sandboxLayout ?? "grid";

/** @param {string} testId @param {Record<string, any>} [others] */
export function mark(testId, others = {}) {
  return layout === "unknown" ? {} : { "data-test-id": testId, ...others };
}

/** The whole of a ticket. @param {number} id */
export function ticketMarks(id) {
  if (layout === "grid") {
    return {
      class: "workspace ticket-panes-grid-layout",
      "data-test-id": `ticket-${id}-custom-layout`,
      "data-is-active": "false",
    };
  }
  if (layout === "panes") return { class: "workspace ember-view", "data-ticket-id": id, "aria-hidden": "true" };
  return { class: "workspace", "data-x": `w${id * 7919}` };
}

/** A ticket's middle column. @param {number} id */
export function conversationMarks(id) {
  if (layout === "grid") return { "data-side-conversations-anchor-id": id };
  return {};
}

/** Shows or hides a ticket. @param {HTMLElement} root @param {boolean} active */
export function setActive(root, active) {
  root.classList.toggle("is-shown", active);
  if (layout === "grid") {
    root.dataset.isActive = String(active);
    root.classList.toggle("active", active);
  }
  if (layout === "panes") root.setAttribute("aria-hidden", String(!active));
  root.inert = !active;
}

/** A tab in the header. @param {number | string} id @param {boolean} ticket */
export function tabMarks(id, ticket) {
  return mark("header-tab", {
    "data-entity-id": id,
    "data-entity-type": ticket ? "TICKET_ENTITY_TYPE" : "NEW_TICKET_ENTITY_TYPE",
  });
}

/** Selects a tab, or not. @param {HTMLElement} tab @param {boolean} selected */
export function setSelected(tab, selected) {
  tab.classList.toggle("is-selected", selected);
  if (layout === "panes") tab.setAttribute("data-entity-is-selected", String(selected));
  if (layout !== "grid") return;
  if (selected) tab.setAttribute("aria-current", "page");
  else tab.removeAttribute("aria-current");
}

/** A comment. @param {{id: number, audit_id: number}} comment */
export function commentMarks(comment) {
  if (layout === "grid") return mark("omni-log-comment-item", { id: `comment-${comment.audit_id}` });
  if (layout === "panes") return mark("omni-log-comment-item", { "data-comment-id": comment.id });
  return {};
}
