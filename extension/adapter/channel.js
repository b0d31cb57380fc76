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
   * @param {{
   *   secret: () => string | null,
   *   opened: () => void,
   *   message: (message: Ferry.ToPage) => void,
   *   closed: () => void,
   * }} on
   * @param {AbortSignal} signal
   */
  const open = (on, signal) => {
    /** @type {chrome.runtime.Port | null} */
    let current = null;

    /** @param {chrome.runtime.Port} port */
    const accept = (port) => {
      if (!fromOurPanel(port)) return;
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
    signal.addEventListener("abort", () => {
      current?.disconnect();
      current = null;
      // Gone together with the extension, if that is why we end.
      chrome.runtime?.onConnect?.removeListener(accept);
    });

    return Object.freeze({
      isOpen: () => current !== null,
      /** @param {Ferry.FromPage} message */
      send(message) {
        current?.postMessage(message);
      },
      /** Lets go of a panel whose frame is taken away. */
      drop() {
        current?.disconnect();
        current = null;
      },
    });
  };

  return Object.freeze({ open });
})();
