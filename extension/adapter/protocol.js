/**
 * The closed set of messages that the panel may send, checked before anything acts on one.
 * The contract is `crates/protocol/src/lib.rs`; a test holds both sides to the same examples.
 */
// The files of this folder are classic scripts that run in order and share one global scope;
// a constant that exists already stops a second injection.
const ferryProtocol = (() => {
  const VERSION = 1;
  const LONGEST_TEXT = 200_000;

  /** @typedef {(value: unknown) => boolean} Check */

  /** @type {Check} */
  const count = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;
  /** @type {Check} */
  const positive = (value) => count(value) && value !== 0;
  /** @type {(longest?: number) => Check} */
  const text = (longest = 1_000) => (value) => typeof value === "string" && value.length <= longest;
  /** @type {(...values: unknown[]) => Check} */
  const oneOf = (...values) => (value) => values.includes(value);
  /** @type {(check: Check) => Check} */
  const orNull = (check) => (value) => value === null || check(value);
  /** @type {(check: Check, most: number) => Check} */
  const list = (check, most) => (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= most && value.every(check);

  /**
   * An object with exactly these members; one more or one less is not the message.
   * @type {(members: Record<string, Check>) => Check}
   */
  const record = (members) => (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const entries = Object.entries(value);
    return (
      entries.length === Object.keys(members).length &&
      entries.every(([name, member]) => Object.hasOwn(members, name) && members[name](member))
    );
  };

  /**
   * One of several records, told apart by the member `tag`.
   * @type {(tag: string, kinds: Record<string, Record<string, Check>>) => Check}
   */
  const union = (tag, kinds) => (value) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, tag)) return false;
    const kind = /** @type {Record<string, unknown>} */ (value)[tag];
    if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) return false;
    return record({ ...kinds[kind], [tag]: oneOf(kind) })(value);
  };

  const tagsBody = record({
    tags: list(text(255), 20),
    updated_stamp: text(40),
    safe_update: oneOf("true"),
  });

  const reads = {
    ticket: { ticket: positive },
    comments: { ticket: positive, after: orNull(text()) },
    organization: { organization: positive },
    me: {},
    user: { user: positive },
    search: { query: text(), page: positive },
  };
  const call = union("call", {
    ...reads,
    ticket_forms: {},
    ticket_fields: { after: orNull(text()) },
    tags: { ticket: positive },
    add_tags: { ticket: positive, body: tagsBody, csrf: text() },
    remove_tags: { ticket: positive, body: tagsBody, csrf: text() },
  });

  const side = oneOf("start", "end");
  const shape = union("shape", {
    hidden: {},
    banner: { height: count },
    sidebar: { side },
    handle: { side },
  });

  const request = { id: count, visit: count };

  const toPage = union("type", {
    hello: { version: count, secret: text(100) },
    call: { ...request, call },
    show: { visit: count, shape },
    look_at_page: request,
    insert_reply: { ...request, html: text(LONGEST_TEXT), text: text(LONGEST_TEXT) },
    scroll_to: { ...request, comment_id: positive, audit_id: orNull(positive) },
  });

  const toDesk = union("type", {
    read: { id: count, call: union("call", reads) },
    look_at_page: { id: count },
  });

  const command = oneOf("toggle_sidebar", "insert_draft", "open_ops_issue");

  /**
   * The message, if it is one of the set.
   * @param {unknown} message
   * @returns {Ferry.ToPage | null}
   */
  const read = (message) => (toPage(message) ? /** @type {Ferry.ToPage} */ (message) : null);

  /**
   * The request of a page of the extension's own, if it is one of that set.
   * @param {unknown} message
   * @returns {Ferry.ToDesk | null}
   */
  const readForDesk = (message) => (toDesk(message) ? /** @type {Ferry.ToDesk} */ (message) : null);

  /**
   * The command that the background passes on, if it is one.
   * @param {unknown} message
   * @returns {Ferry.Command | null}
   */
  const readCommand = (message) =>
    record({ type: oneOf("command"), command })(message)
      ? /** @type {{command: Ferry.Command}} */ (message).command
      : null;

  return Object.freeze({ VERSION, read, readForDesk, readCommand });
})();
