/** The conversation log: the newest comments, older ones on demand. */

import { avatar, h, icon, time } from "./dom.js";
import { commentMarks, mark } from "./marks.js";
import { read } from "./net.js";

const STEP = Number(document.documentElement.dataset.sandboxComments ?? 20);

/** @param {number} id @param {number} count */
export function conversationLog(id, count) {
  let start = count;
  let end = count;
  const list = h("div", { class: "log-list" });
  const more = h("button", { class: "button show-more", type: "button", onclick: older, ...mark("convolog-show-more-button") });
  const root = h("section", { class: "log", role: "log", ...mark("omni-log-container") }, more, list);

  /** @param {number} before @param {number} limit */
  const fetchPart = (before, limit) => read(`tickets/${id}/conversation?before=${before}&limit=${limit}`);

  function showMore() {
    more.hidden = start === 0;
    more.textContent = `Show ${Math.min(STEP, start)} more of ${start} older`;
  }

  async function older() {
    more.toggleAttribute("disabled", true);
    const height = root.scrollHeight;
    try {
      const part = await fetchPart(start, STEP);
      list.prepend(...part.comments.map(comment));
      start = part.start;
      root.scrollTop += root.scrollHeight - height;
    } finally {
      more.toggleAttribute("disabled", false);
      showMore();
    }
  }

  return {
    root,
    async load() {
      const part = await fetchPart(count, STEP);
      list.replaceChildren(...part.comments.map(comment));
      start = part.start;
      showMore();
      root.scrollTop = root.scrollHeight;
    },
    async refresh() {
      const part = await fetchPart(Number.MAX_SAFE_INTEGER, STEP);
      const fresh = part.comments.slice(Math.max(0, end - part.start));
      list.append(...fresh.map(comment));
      end = part.start + part.comments.length;
      root.scrollTop = root.scrollHeight;
    },
  };
}

/** @param {any} one */
function comment(one) {
  const name = one.author?.name ?? "Unknown";
  const agent = one.author?.role !== "end-user";
  const kind = one.public ? (agent ? "is-agent" : "is-customer") : "is-internal";
  const body = h("div", { class: "comment-body", dir: "auto", ...mark("omni-log-message-content") });
  // The server escapes everything in it, and the page's policy runs nothing that is inline.
  body.innerHTML = one.html_body;
  return h("article", { class: `comment ${kind}`, ...commentMarks(one) },
    avatar(name),
    h("div", { class: "comment-main", ...mark("omni-log-item-message", { type: one.public ? "public" : "internal" }) },
      h("div", { class: "comment-head" },
        h("span", { class: "comment-author", ...mark("omni-log-item-sender") }, h("bdi", {}, name)),
        one.public ? null : h("span", { class: "internal-tag", ...mark("omni-log-internal-note-tag") }, icon("note"), "Internal"),
        time(one.created_at)),
      body));
}
