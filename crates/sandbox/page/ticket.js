/** One open ticket: fields, conversation, context, and the submit that behaves as the captured one. */

import { toast } from "./app.js";
import { composer } from "./composer.js";
import { contextPanel } from "./context.js";
import { h, icon } from "./dom.js";
import { fieldsPanel } from "./fields.js";
import { footer } from "./footer.js";
import { conversationLog } from "./log.js";
import { conversationMarks, mark, ticketMarks } from "./marks.js";
import { read, submit } from "./net.js";

const LIVE_MS = 1500;

/** @param {number} id @param {(subject: string) => void} named */
export function openTicket(id, named) {
  const root = h("section", ticketMarks(id), h("p", { class: "ticket-message" }, "Loading…"));
  load(id, root, named).catch((/** @type {any} */ failure) => {
    const text = failure.status === 404 ? "This ticket does not exist any more." : "This ticket could not be loaded.";
    root.replaceChildren(h("p", { class: "ticket-message" }, text));
  });
  return root;
}

/** @param {number} id @param {HTMLElement} root @param {(subject: string) => void} named */
async function load(id, root, named) {
  const loaded = await read(`tickets/${id}`);
  let { ticket } = loaded;
  named(ticket.subject);

  const subject = h("input", {
    class: "subject", value: ticket.subject, "aria-label": "Subject", dir: "auto", ...mark("omni-header-subject"),
  });
  const log = conversationLog(id, loaded.comment_count);
  const editor = composer(id, loaded.requester);
  const fields = fieldsPanel(loaded);
  const bar = footer(ticket, send);

  const conversation = h("div", { class: "conversation", ...conversationMarks(id) },
    h("div", { class: "conversation-head" }, h("div", { class: "conversation-title" }, subject,
      h("div", { class: "via" }, icon("mail"), `Via ${ticket.via.channel}`))),
    log.root, editor.root);
  root.replaceChildren(
    crumbs(loaded),
    h("div", { class: "panes" },
      h("aside", { class: "pane pane-fields", "data-garden-id": "pane", ...mark("column-1") }, fields.root),
      h("div", { class: "pane pane-main grid-main-conversation-panel", "data-garden-id": "pane", ...mark("column-2") }, conversation),
      h("aside", { class: "pane pane-context", "data-garden-id": "pane", ...mark("column-3") }, contextPanel(loaded))),
    bar.root);
  await log.load();

  /** @param {string} status */
  async function send(status) {
    const html = editor.html();
    const body = {
      subject: /** @type {HTMLInputElement} */ (subject).value,
      status,
      priority: fields.priority.value(),
      tags: fields.tags.values(),
      updated_stamp: ticket.updated_at,
      safe_update: false,
      ...(html ? { comment: { html_body: html, public: editor.isPublic() } } : {}),
    };
    try {
      const answer = await submit(id, body);
      ticket = answer.ticket;
      fields.tags.set(ticket.tags);
      bar.setStatus(ticket.status);
      named(ticket.subject);
      editor.clear();
      await log.refresh();
      toast(`Ticket #${id} updated`, "success");
    } catch (failure) {
      toast(`Ticket #${id} could not be updated (${/** @type {any} */ (failure).status ?? "no answer"})`, "error");
    }
  }

  if (document.documentElement.dataset.sandboxPage === "live") {
    const timer = setInterval(async () => {
      if (!root.isConnected) return clearInterval(timer);
      if (document.hidden || !root.classList.contains("is-shown")) return;
      const now = await read(`tickets/${id}/stamp`).catch(() => null);
      if (!now || now.ticket.updated_at === ticket.updated_at) return;
      ticket = now.ticket;
      if (!fields.tags.changed()) fields.tags.set(ticket.tags);
      bar.setStatus(ticket.status);
      await log.refresh();
    }, LIVE_MS);
  }
}

/** @param {any} loaded */
function crumbs({ ticket, organization, requester }) {
  const crumb = (/** @type {string} */ text) => h("span", { class: "crumb", dir: "auto" }, text);
  return h("div", { class: "crumbs" },
    organization ? crumb(organization.name) : null,
    requester ? crumb(requester.name) : null,
    h("span", { class: "crumb is-current" }, h("span", { class: `badge is-${ticket.status}` }, ticket.status), ` Ticket #${ticket.id}`));
}
