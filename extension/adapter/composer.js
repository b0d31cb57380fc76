/**
 * The reply composer: CKEditor 5, or a plain text area. Text goes in as a paste does, in one
 * step that the agent can undo, never over what the agent typed, and it is read back.
 */
const ferryComposer = (() => {
  const PUBLIC_CHANNELS = ["web", "email"];
  const TAKING_MS = 1_500;
  const ALLOWED = new Set(["P", "BR", "OL", "UL", "LI", "STRONG", "EM"]);

  /** @param {string} text */
  const squash = (text) => text.replace(/[\s\u200b\u2060\ufeff]+/g, "");

  /** @param {Element} editor */
  const textOf = (editor) =>
    editor instanceof HTMLTextAreaElement ? editor.value : (editor.textContent ?? "");

  /**
   * The editable element itself: the test id may name it or a wrapper of it.
   * @param {number} ticket
   */
  const editable = (ticket) => {
    const found = ferrySelectors.find("composer", ticket);
    if (!found || found instanceof HTMLTextAreaElement) return found;
    return found.matches("[contenteditable=true]")
      ? found
      : found.querySelector("[contenteditable=true], textarea");
  };

  /**
   * @param {number} ticket
   * @returns {Ferry.Composer | null}
   */
  const look = (ticket) => {
    const editor = editable(ticket);
    if (!editor) return null;
    const channel = ferrySelectors.find("channel", ticket)?.getAttribute("data-channel") ?? null;
    return { channel, has_text: squash(textOf(editor)) !== "" };
  };

  /**
   * The text of the draft's HTML, or `null` where it holds anything but the few elements that a
   * draft is made of. A document made by the parser runs nothing.
   * @param {string} html
   */
  const checkedText = (html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const clean = [...body.querySelectorAll("*")].every((element) => {
      const attributes = element.getAttributeNames().join();
      return element.tagName === "A"
        ? attributes === "href" && /^https?:\/\//.test(element.getAttribute("href") ?? "")
        : ALLOWED.has(element.tagName) && attributes === "";
    });
    return clean ? (body.textContent ?? "") : null;
  };

  /**
   * Resolves when the editor holds the text, or when patience ends.
   * @param {Element} editor
   * @param {string} text
   */
  const taken = (editor, text) =>
    ferryPageWatch.until(editor, () => squash(textOf(editor)).includes(squash(text)), TAKING_MS);

  /** @param {Element} editor */
  const caretToEnd = (editor) => {
    const selection = getSelection();
    selection?.selectAllChildren(editor);
    selection?.collapseToEnd();
    // The editor takes the caret over when it hears `selectionchange`, which comes later.
    return new Promise((resolve) => setTimeout(resolve, 50));
  };

  /**
   * @param {string} html
   * @param {string} text
   */
  const paste = (html, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    // Firefox inserts nothing without its own two members; Chromium ignores them.
    const options = { bubbles: true, cancelable: true, clipboardData, dataType: "text/html", data: html };
    return new ClipboardEvent("paste", options);
  };

  /**
   * @param {string} html
   * @param {string} text
   * @param {number} ticket
   * @returns {Promise<Ferry.Insertion>}
   */
  const insert = async (html, text, ticket) => {
    const plain = checkedText(html);
    if (plain === null) return { result: "not_taken" };
    const refusal = () => ferryTicket.objection(ticket);
    let reason = refusal();
    if (reason) return { result: "refused", reason };
    const editor = /** @type {HTMLElement | null} */ (editable(ticket));
    const state = look(ticket);
    if (!editor || !state) return { result: "no_composer" };
    if (state.channel === null || !PUBLIC_CHANNELS.includes(state.channel)) {
      return { result: "not_public", channel: state.channel };
    }
    if (state.has_text) return { result: "has_text" };
    editor.focus();
    if (editor instanceof HTMLTextAreaElement) {
      document.execCommand("insertText", false, text);
      return { result: (await taken(editor, text)) ? "done" : "not_taken" };
    }
    await caretToEnd(editor);
    // Time has passed: the agent may have typed, or left the ticket.
    reason = refusal();
    if (reason) return { result: "refused", reason };
    if (look(ticket)?.has_text !== false) return { result: "has_text" };
    editor.dispatchEvent(paste(html, text));
    return { result: (await taken(editor, plain)) ? "done" : "not_taken" };
  };

  return Object.freeze({ look, insert, checkedText });
})();
