/**
 * Every place of Zendesk's page that Ferry looks at, in one table: names with ordered fallbacks.
 * Zendesk changes its page a few times a year; this is the only file to repair then, and the
 * panel's health line says which name found nothing.
 */
const ferrySelectors = (() => {
  /** Looked up in the whole document; `{ticket}` is the ticket's number. */
  const PAGE = Object.freeze({
    // The whole ticket: fields, conversation and footer.
    scope: [
      '[data-test-id="ticket-{ticket}-custom-layout"]',
      '.ticket-panes-grid-layout:has([data-side-conversations-anchor-id="{ticket}"])',
      '[data-ticket-id="{ticket}"]',
      '.ticket-panes-grid-layout[data-is-active="true"]',
      '[data-side-conversations-anchor-id="{ticket}"]',
    ],
    header: [
      '[data-test-id="header-toolbar"]',
      '[data-test-id="header-tablist"]',
      '[data-test-id="header-tab"]',
    ],
    tab: [
      '[data-test-id="header-tab"][aria-current="page"]',
      '[data-test-id="header-tab"][data-entity-is-selected="true"]',
      '[data-test-id="header-tab"][data-selected="true"]',
    ],
  });

  /** Looked up in the ticket's scope only: all open tickets stay in the document at once. */
  const TICKET = Object.freeze({
    conversation: ['[data-test-id="omni-log-container"]', '[role="log"]'],
    comment: ['[data-test-id="omni-log-comment-item"]', "[data-comment-id]"],
    more: ['[data-test-id="convolog-show-more-button"]'],
    composer: [
      '[data-test-id="omnicomposer-rich-text-ckeditor"]',
      '.ck-editor__editable[contenteditable="true"]',
      '[data-test-id="omnicomposer-plain-text-ckeditor"]',
      '[data-test-id="omnichannel-omnicomposer"] textarea',
    ],
    channel: ['[data-test-id="omnichannel-channel-switcher-button"]', "[data-channel]"],
    tags: [
      '[data-test-id="ticket-system-field-tags-multiselect"]',
      '[data-test-id="ticket-fields-tags"]',
    ],
    tag: ['[data-test-id="ticket-system-field-tags-item-selected"]'],
    // Measured so that the sidebar leaves it uncovered. Never clicked.
    submit: ['[data-test-id="submit_button-button"]', '[data-test-id="omni-save-button"]'],
  });

  /** Listened to, never clicked. */
  const SUBMITS = [
    '[data-test-id^="submit_button-"]:not([data-test-id$="-menu-button"])',
    '[data-test-id="omni-save-button"]',
    '[data-test-id="omnichannel-omnicomposer-send-button"]',
  ].join();

  /**
   * @param {ParentNode} root
   * @param {readonly string[]} fallbacks
   * @param {number} ticket
   */
  const first = (root, fallbacks, ticket) => {
    for (const [index, selector] of fallbacks.entries()) {
      const element = root.querySelector(selector.replace("{ticket}", String(ticket)));
      if (element) return { element, index };
    }
    return null;
  };

  /**
   * The part of the document that belongs to the ticket. A layout that is marked as active but
   * names no ticket counts only because address and tab are compared as well.
   * @param {number} ticket
   */
  const scope = (ticket) => first(document, PAGE.scope, ticket)?.element ?? null;

  /** The selected tab's ticket, `null` where none is found. */
  const tab = () => {
    const id = first(document, PAGE.tab, 0)?.element.getAttribute("data-entity-id");
    return id && /^\d+$/.test(id) ? Number(id) : null;
  };

  /**
   * Whether another ticket's tab is selected: then what is on screen is not this ticket.
   * @param {number} ticket
   */
  const tabDisagrees = (ticket) => {
    const selected = tab();
    return selected !== null && selected !== ticket;
  };

  /** The bar of tabs at the top, which the sidebar stays under. */
  const header = () => first(document, PAGE.header, 0)?.element ?? null;

  /** Whether this may be the agent submitting: a click on a submit button or its menu, or a key. */
  const submits = (/** @type {Event} */ event) => {
    if (event instanceof KeyboardEvent) return event.altKey && (event.ctrlKey || event.metaKey);
    const target = event.target instanceof Element ? event.target : null;
    return !!target?.closest(SUBMITS);
  };

  /**
   * @param {keyof typeof TICKET} name
   * @param {number} ticket
   * @returns {Element | null}
   */
  const find = (name, ticket) => {
    const root = scope(ticket);
    return root && (first(root, TICKET[name], ticket)?.element ?? null);
  };

  /**
   * @param {keyof typeof TICKET} name
   * @param {number} ticket
   * @returns {Element[]}
   */
  const findAll = (name, ticket) => {
    const root = scope(ticket);
    if (!root) return [];
    for (const selector of TICKET[name]) {
      const found = root.querySelectorAll(selector);
      if (found.length > 0) return [...found];
    }
    return [];
  };

  /**
   * Whether the agent may be changing a field with this: typing into it, or choosing one of its
   * options. The reply and the tags are looked at themselves.
   * @param {Event} event
   * @param {number} ticket
   */
  const edits = ({ type, target }, ticket) => {
    const within = (/** @type {Element | null} */ part) => part?.contains(/** @type {Element} */ (target));
    return (
      target instanceof Element &&
      (type === "input" || target.closest("[role=option]")) &&
      within(scope(ticket)) &&
      !within(find("composer", ticket)) &&
      !within(find("tags", ticket))
    );
  };

  /**
   * Which layout this is, for the health line.
   * @param {number} ticket
   */
  const layout = (ticket) => {
    const root = scope(ticket);
    if (!root) return null;
    return root.closest(".ticket-panes-grid-layout") ? "grid" : "panes";
  };

  /**
   * Each name, and which of its fallbacks matched.
   * @param {number} ticket
   */
  const health = (ticket) => {
    const root = scope(ticket);
    const page = Object.entries(PAGE).map(([name, fallbacks]) => ({
      name,
      matched: first(document, fallbacks, ticket)?.index ?? null,
    }));
    const inside = Object.entries(TICKET).map(([name, fallbacks]) => ({
      name,
      matched: (root && first(root, fallbacks, ticket)?.index) ?? null,
    }));
    return [...page, ...inside];
  };

  return Object.freeze({ scope, tab, tabDisagrees, header, submits, edits, find, findAll, layout, health });
})();
