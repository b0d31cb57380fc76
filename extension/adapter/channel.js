/**
 * The private channel to the panel: a `runtime` port that the panel opens. The page cannot take
 * part: it has no such port, and it does not know the secret.
 */
const ferryChannel = (() => {
  const NAME = "ferry-panel";

  /** @param {chrome.runtime.Port} port */
  const fromOurPanel = (port) =>
    port.name === NAME &&
    port.sender?.id === chrome.runtime.id &&
    !!port.sender.url?.startsWith(chrome.runtime.getURL("panel.html"));

  /**
   * A page's port as the extension's ports are. It does not tell that the other side is gone.
   * @param {MessagePort} port
   * @returns {Ferry.Port}
   */
  const asRuntimePort = (port) => ({
    postMessage: (message) => port.postMessage(JSON.stringify(message)),
    disconnect: () => port.close(),
    onMessage: {
      addListener: (listener) => {
        port.onmessage = (event) => listener(JSON.parse(event.data));
      },
    },
    onDisconnect: { addListener: () => undefined },
  });

  /**
   * @param {{
   *   secret: () => string | null,
   *   opened: () => void,
   *   message: (message: Ferry.ToPage) => void,
   *   closed: () => void,
   * }} on
   * @param {AbortSignal} signal
   */
  const open = (on, signal) => {
    /** @type {Ferry.Port | null} */
    let current = null;

    /** @param {chrome.runtime.Port} port */
    const accept = (port) => {
      if (fromOurPanel(port)) listen(port);
    };

    /** @param {Ferry.Port} port */
    const listen = (port) => {
      port.onMessage.addListener((raw) => {
        const message = ferryProtocol.read(raw);
        if (!message) return;
        if (message.type === "hello") {
          const known = message.version === ferryProtocol.VERSION && message.secret === on.secret();
          // A secret opens one channel only: whoever repeats it is not our frame.
          if (current || !known) return port.disconnect();
          current = port;
          on.opened();
        } else if (port === current) {
          on.message(message);
        }
      });
      port.onDisconnect.addListener(() => {
        if (port !== current) return;
        current = null;
        on.closed();
      });
    };

    chrome.runtime.onConnect.addListener(accept);
    /** Lets go of a panel whose frame is taken away. */
    const drop = () => {
      try {
        current?.disconnect();
      } catch {
        // It went together with the extension.
      }
      current = null;
    };

    signal.addEventListener("abort", () => {
      drop();
      chrome.runtime?.onConnect?.removeListener(accept);
    });

    return Object.freeze({
      isOpen: () => current !== null,
      /**
       * Hands a port to the frame. Only for Firefox, where a page in a frame cannot open one.
       * @param {Window} panel @param {string} secret
       */
      hand(panel, secret) {
        const { port1, port2 } = new MessageChannel();
        listen(asRuntimePort(port1));
        panel.postMessage(secret, new URL(chrome.runtime.getURL("")).origin, [port2]);
      },
      /** @param {Ferry.FromPage} message */
      send(message) {
        current?.postMessage(message);
      },
      drop,
    });
  };

  return Object.freeze({ open });
})();
