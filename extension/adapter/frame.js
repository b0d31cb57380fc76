/**
 * The panel's frame. It lives in a closed shadow root outside the page's own tree, so that the
 * page can neither read its address, which holds the secret, nor style it.
 */
const ferryFrame = (() => {
  /** Over the ticket, under the page's own dialogs. */
  const LAYER = "20";
  const HIGHEST_BANNER = 480;

  /** @param {HTMLElement} element @param {Record<string, string>} style */
  const dress = (element, style) => {
    for (const [name, value] of Object.entries(style)) {
      element.style.setProperty(name, value, "important");
    }
  };

  const newHost = () => {
    const host = document.createElement("div");
    host.dataset.ferry = "";
    dress(host, { all: "initial", position: "fixed", "z-index": LAYER });
    return { host, shadow: host.attachShadow({ mode: "closed" }) };
  };

  /** @param {string} title @param {string} secret */
  const newFrame = (title, secret) => {
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = "clipboard-write";
    frame.src = chrome.runtime.getURL(`panel.html#${secret}`);
    dress(frame, { border: "0", width: "100%", height: "100%", display: "block", "color-scheme": "auto" });
    return frame;
  };

  /**
   * @param {string} title what a screen reader calls the frame
   * @param {(panel: Window, secret: string) => void} loaded
   */
  const create = (title, loaded) => {
    const { host, shadow } = newHost();
    const secret = crypto.randomUUID();
    const frame = newFrame(title, secret);
    const spacer = ferrySpacer.create();
    /** @type {Ferry.Shape} */
    let shape = { shape: "hidden" };
    let ticket = 0;
    /** @type {Element | null} */
    let focusedBefore = null;

    const hide = () => dress(host, { visibility: "hidden", "pointer-events": "none", height: "0px" });

    /** @param {Ferry.Box} box */
    const put = (box) =>
      dress(host, {
        visibility: "visible",
        "pointer-events": "auto",
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${Math.max(0, box.right - box.left)}px`,
        height: `${Math.max(0, box.bottom - box.top)}px`,
      });

    /** @param {"sidebar" | "handle"} what @param {"start" | "end"} side */
    const placeAtSide = (what, side) => {
      const top = Math.max(0, ferrySelectors.header()?.getBoundingClientRect().bottom ?? 0);
      const names = /** @type {const} */ (["submit", "tags", "composer", "conversation"]);
      const obstacles = names
        .map((name) => ferrySelectors.find(name, ticket)?.getBoundingClientRect())
        .filter((box) => box !== undefined && box.width > 0 && box.height > 0);
      const atLeft = (side === "start") !== (ferryLook.direction() === "rtl");
      const room = { width: innerWidth, height: innerHeight, top };
      put(ferryPlace[what](room, /** @type {Ferry.Box[]} */ (obstacles), atLeft));
    };

    const place = () => {
      if (shape.shape === "hidden" || ferrySelectors.tabDisagrees(ticket)) {
        spacer.remove();
        hide();
      } else if (shape.shape !== "banner") {
        spacer.remove();
        placeAtSide(shape.shape, shape.side);
      } else {
        const height = Math.min(shape.height, HIGHEST_BANNER);
        const box = spacer.keep(ticket, height);
        // Not in sight (the conversation is not there yet, or scrolled away): nothing over the rest.
        if (box) put(box);
        else hide();
      }
    };

    // The panel measures itself, so even the hidden frame has the width that the banner will have.
    dress(host, { left: "0px", top: "0px", width: "640px" });
    hide();
    frame.addEventListener("load", () => frame.contentWindow && loaded(frame.contentWindow, secret));
    shadow.append(frame);
    document.documentElement.append(host);
    spacer.onMove(place);

    return Object.freeze({
      secret,
      place,
      /** @param {Ferry.Shape} next @param {number} forTicket @param {boolean} takeFocus */
      show(next, forTicket, takeFocus) {
        const opens = next.shape === "sidebar" && shape.shape !== "sidebar";
        const closes = next.shape !== "sidebar" && shape.shape === "sidebar";
        const hadFocus = document.activeElement === host;
        if (opens && !hadFocus) focusedBefore = document.activeElement;
        shape = next;
        ticket = forTicket;
        place();
        if (opens && takeFocus) frame.focus();
        if (closes && hadFocus && focusedBefore instanceof HTMLElement) focusedBefore.focus();
        if (closes) focusedBefore = null;
      },
      remove() {
        spacer.remove();
        spacer.close();
        host.remove();
      },
    });
  };

  /** @type {Element | null} */
  let said = null;

  /**
   * A sentence on the page itself, for when no panel can say it. Closed by a click.
   * @param {string} sentence
   */
  const say = (sentence) => {
    const { host, shadow } = newHost();
    said?.remove();
    said = host;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${sentence}  ✕`;
    dress(host, { "inset-inline-end": "16px", "inset-block-end": "72px" });
    dress(button, {
      font: "14px/20px system-ui, sans-serif",
      padding: "8px 12px",
      border: "1px solid #ac5918",
      "border-radius": "4px",
      background: "#fff8ed",
      color: "#2e373f",
      cursor: "pointer",
    });
    button.addEventListener("click", () => host.remove());
    host.setAttribute("role", "status");
    shadow.append(button);
    document.documentElement.append(host);
  };

  return Object.freeze({ create, say, dress });
})();
