/**
 * Ties the adapter together. It exists in the top frame of the agent pages, wakes up on a
 * ticket's address, and leaves nothing behind on any other.
 */
const ferryMain = (() => {
  const MOST_LOSSES = 3;
  const WORD_MS = 10_000;
  const DRAWN_MS = 20;
  const life = new AbortController();
  // Texts cannot be asked for any more once the extension was reloaded.
  const RELOAD = chrome.i18n.getMessage("page_reload");
  const NO_START = chrome.i18n.getMessage("page_no_start");

  /** @type {Ferry.PageState} */
  const NOWHERE = {
    tab_agrees: false,
    layout: null,
    tags: null,
    composer: null,
    edited: false,
    selectors: [],
  };

  /** @typedef {{ticket: number, visit: number, leave: AbortController}} Visit */

  let visits = 0;
  let losses = 0;
  /** @type {Visit | null} */
  let current = null;
  /** @type {ReturnType<typeof ferryFrame.create> | null} */
  let frame = null;
  /** @type {Ferry.Command | null} */
  let waiting = null;
  let focusNext = false;
  /** The messages of the frame that is there, and the visit that it was told of. */
  let heard = 0;
  let told = 0;
  let drawing = 0;

  const alive = () => !!chrome.runtime?.id;

  const end = () => {
    if (life.signal.aborted) return;
    leave();
    life.abort();
    ferryFrame.say(RELOAD);
  };

  /**
   * A reloaded extension tells nothing, not even by its port. But whoever turns to the panel, or
   * to another window and back, moves the focus.
   * @param {AbortSignal} signal
   */
  const watchLife = (signal) => {
    const check = () => alive() || end();
    for (const name of ["blur", "focus", "visibilitychange"]) addEventListener(name, check, { signal });
  };

  /** Takes the frame away, and tries anew. */
  const lost = () => {
    channel.drop();
    frame?.remove();
    frame = null;
    // What never said a word will hardly do so at the third try.
    losses += heard ? 1 : 2;
    if (!current) return;
    if (losses <= MOST_LOSSES) openFrame();
    else ferryFrame.say(NO_START);
  };

  /**
   * A frame that does not load tells nothing, and neither does a lost one where the port is not a
   * `runtime` port. But the panel says something whenever it hears of a ticket or a command. A
   * hidden page's frame may be slow; it is waited for again when the page comes to the front.
   */
  const expectWord = (before = heard, awaited = frame) => {
    setTimeout(() => {
      if (!alive()) look();
      else if (frame === awaited && heard === before) {
        if (document.hidden) addEventListener("visibilitychange", () => expectWord(before, awaited), { once: true });
        else lost();
      }
    }, WORD_MS);
  };

  const tell = () => {
    if (!current || !channel.isOpen()) return;
    const { visit, ticket } = current;
    told = visit;
    channel.send({ type: "ticket", visit, ticket, host: location.host, ...ferryLook.look() });
    expectWord();
    if (waiting) pass(waiting);
    waiting = null;
  };

  /** Tells the panel of the ticket when the page has drawn: asking for a colour before costs a layout. */
  const announce = () => {
    clearTimeout(drawing);
    drawing = setTimeout(tell, DRAWN_MS);
  };

  const leave = () => {
    current?.leave.abort();
    current = null;
    channel.drop();
    frame?.remove();
    frame = null;
  };

  const openFrame = () => {
    heard = told = 0;
    frame = ferryFrame.create(chrome.i18n.getMessage("extension_name"), (panel, secret) => {
      if (chrome.runtime.getURL("").startsWith("moz-")) channel.hand(panel, secret);
    });
    expectWord();
  };

  const look = () => {
    const ticket = ferryTicket.fromAddress();
    if (ticket === null) return leave();
    if (!alive()) return end();
    if (ticket === current?.ticket) return;
    current?.leave.abort();
    visits += 1;
    current = { ticket, visit: visits, leave: new AbortController() };
    const { visit } = current;
    if (!frame && losses <= MOST_LOSSES) openFrame();
    // What the frame shows belongs to the ticket before.
    frame?.show({ shape: "hidden" }, ticket, false);
    const on = {
      drawn: () => (alive() ? frame?.place() : end()),
      changed: () => channel.send({ type: "changed", visit }),
    };
    ferryPageWatch.watch(ticket, on, current.leave.signal);
    watchLife(current.leave.signal);
    announce();
  };

  /** @param {Visit} at @param {number} id @param {Ferry.ApiCall} call */
  const makeCall = async ({ ticket, visit, leave }, id, call) => {
    // A read ends with its visit; what a write did must still be known.
    const outcome = await ferryCalls.make(call, ticket, "csrf" in call ? life.signal : leave.signal);
    channel.send({ type: "answer", id, visit, outcome });
  };

  /** @param {number} ticket @returns {Ferry.PageState} */
  const pageState = (ticket) => ({
    tab_agrees: ferryTicket.objection(ticket) === null,
    layout: ferrySelectors.layout(ticket),
    tags: ferryPageWatch.tagsOf(ticket),
    composer: ferryComposer.look(ticket),
    edited: ferryPageWatch.edited(ticket),
    selectors: ferrySelectors.health(ticket),
  });

  /** Answers a request of a visit that is over. @param {Ferry.ToPage & {id: number, visit: number}} message */
  const refuse = ({ type, id, visit }) => {
    const reason = "other_visit";
    if (type === "call") channel.send({ type: "answer", id, visit, outcome: { outcome: "refused", reason } });
    if (type === "insert_reply") channel.send({ type: "inserted", id, visit, result: { result: "refused", reason } });
    if (type === "look_at_page") channel.send({ type: "page", id, visit, page: NOWHERE });
    if (type === "scroll_to") channel.send({ type: "scrolled", id, visit, found: false });
  };

  /** @param {Ferry.ToPage} message */
  const act = async (message) => {
    if (message.type === "hello") return;
    if (message.visit !== current?.visit) {
      if ("id" in message) refuse(message);
      return;
    }
    const { visit } = message;
    const { ticket } = current;
    switch (message.type) {
      case "show":
        frame?.show(message.shape, ticket, focusNext);
        focusNext = false;
        break;
      case "call":
        await makeCall(current, message.id, message.call);
        break;
      case "look_at_page":
        channel.send({ type: "page", id: message.id, visit, page: pageState(ticket) });
        break;
      case "insert_reply": {
        const result = await ferryComposer.insert(message.html, message.text, ticket);
        channel.send({ type: "inserted", id: message.id, visit, result });
        break;
      }
      case "scroll_to": {
        const found = await ferryComments.scrollTo(ticket, message.comment_id, message.audit_id);
        channel.send({ type: "scrolled", id: message.id, visit, found });
        break;
      }
    }
  };

  /** @param {Ferry.Command} command */
  const pass = (command) => {
    if (!current) return;
    focusNext = true;
    if (!frame) openFrame();
    if (told !== current.visit) waiting = command;
    else channel.send({ type: "command", visit: current.visit, command });
    expectWord();
  };

  const channel = ferryChannel.open(
    {
      secret: () => frame?.secret ?? null,
      opened: announce,
      message: (message) => {
        heard += 1;
        void act(message);
      },
      // The extension was reloaded, or the frame's page is gone (memory saver, crash).
      closed: () => (alive() ? lost() : end()),
    },
    life.signal,
  );

  chrome.runtime.onMessage.addListener((message, sender) => {
    const command = sender.id === chrome.runtime.id ? ferryProtocol.readCommand(message) : null;
    if (command && !life.signal.aborted) pass(command);
  });
  // Firefox starts a reloaded extension in pages that are open, after ending the old one at a stroke.
  for (const old of document.querySelectorAll("[data-ferry]")) old.remove();
  ferryTicket.watch(look, life.signal);
  look();
  return Object.freeze({ pageState });
})();
