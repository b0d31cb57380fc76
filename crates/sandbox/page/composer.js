/** The reply composer: the real CKEditor 5 where it was fetched, and the channel switcher. */

import { h, icon } from "./dom.js";
import { mark } from "./marks.js";

const CHANNELS = [
  { id: "web", label: "Public reply", icon: "reply" },
  { id: "internal", label: "Internal note", icon: "note" },
];

/** @param {number} id @param {any} requester */
export function composer(id, requester) {
  let channel = "web";
  /** @type {any} */
  let editor = null;
  const label = h("span", {}, "Public reply");
  const symbol = h("span", { class: "channel-icon" }, icon("reply"));
  const button = h("button", {
    class: "channel-button", type: "button", "aria-haspopup": "menu", "aria-expanded": "false",
    "aria-label": "Public reply", onclick: () => openMenu(menu.hidden),
    ...mark("omnichannel-channel-switcher-button", { "data-channel": channel }),
  }, symbol, label, icon("down"));
  const menu = h("ul", { class: "menu channel-menu", role: "menu", hidden: true, ...mark("omnichannel-channel-switcher-menu") },
    ...CHANNELS.map((one) => h("li", {
      role: "menuitem", tabindex: "-1", class: "menu-item",
      onclick: () => choose(one),
      onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter") choose(one); },
      ...mark(`omnichannel-channel-switcher-menuitem-${one.id}`),
    }, icon(/** @type {any} */ (one.icon)), one.label)));
  const recipient = h("div", { class: "recipient" }, h("span", { class: "recipient-label" }, "To"),
    h("span", { class: "pill" }, h("bdi", {}, requester?.name ?? "")));
  const box = h("div", { class: "editor-box" });
  const tools = h("div", { class: "editor-tools" });
  const root = h("div", { class: "composer", "data-mode": channel, ...mark("omnichannel-omnicomposer") },
    h("div", { class: "composer-head" }, h("div", { class: "channel" }, button, menu), recipient), box, tools);

  /** @param {boolean} shown */
  function openMenu(shown) {
    menu.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  }

  /** @param {typeof CHANNELS[number]} one */
  function choose(one) {
    channel = one.id;
    openMenu(false);
    root.dataset.mode = channel;
    label.textContent = one.label;
    symbol.replaceChildren(icon(/** @type {any} */ (one.icon)));
    button.setAttribute("aria-label", one.label);
    if (button.hasAttribute("data-channel")) button.setAttribute("data-channel", channel);
    recipient.hidden = channel === "internal";
    editor?.editing.view.focus();
  }

  const area = h("textarea", {
    class: "plain-editor", rows: "5", "aria-label": "Reply", ...mark("omnicomposer-plain-text-ckeditor"),
  });
  if (document.documentElement.dataset.sandboxEditor === "ckeditor") {
    richEditor(box, tools).then((made) => (editor = made));
  } else {
    box.append(area);
  }

  return {
    root,
    isPublic: () => channel !== "internal",
    html: () => (editor ? editor.getData() : paragraphs(/** @type {HTMLTextAreaElement} */ (area).value)),
    clear() {
      editor?.setData("");
      /** @type {HTMLTextAreaElement} */ (area).value = "";
    },
  };
}

/** @param {HTMLElement} box @param {HTMLElement} tools */
async function richEditor(box, tools) {
  const ck = await import("./ckeditor5.js");
  const place = h("div", {});
  box.append(place);
  const editor = await ck.DecoupledEditor.create(place, {
    licenseKey: "GPL",
    plugins: [ck.Essentials, ck.Paragraph, ck.Bold, ck.Italic, ck.Underline, ck.Link, ck.List, ck.BlockQuote,
      ck.Code, ck.CodeBlock, ck.Heading, ck.Autoformat, ck.PasteFromOffice],
    toolbar: ["bold", "italic", "underline", "|", "bulletedList", "numberedList", "link", "|", "code", "codeBlock", "blockQuote"],
  });
  tools.append(editor.ui.view.toolbar.element);
  editor.editing.view.change((/** @type {any} */ writer) => {
    const editable = editor.editing.view.document.getRoot();
    for (const [name, value] of Object.entries(mark("omnicomposer-rich-text-ckeditor"))) {
      writer.setAttribute(name, value, editable);
    }
  });
  return editor;
}

/** @param {string} text */
function paragraphs(text) {
  return text.split("\n\n").filter((part) => part.trim()).map((part) => {
    const paragraph = h("p", {}, part);
    return paragraph.outerHTML.replaceAll("\n", "<br>");
  }).join("");
}
