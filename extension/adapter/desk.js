/**
 * Serves the extension's own pages, the list of migrations and the health page: they have no way to
 * Zendesk of their own, so an open agent page reads for them, as long as they are open.
 */
const ferryDesk = (() => {
  const NAME = "ferry-desk";
  const CLIENTS = ["popup.html", "health.html"].map((page) => chrome.runtime.getURL(page));

  /** @param {chrome.runtime.Port} port */
  const fromOurPage = ({ name, sender }) =>
    name === NAME && sender?.id === chrome.runtime.id && CLIENTS.includes(sender.url?.split(/[?#]/)[0] ?? "");

  chrome.runtime.onConnect.addListener((port) => {
    if (!fromOurPage(port)) return;
    const gone = new AbortController();
    /** @param {Ferry.FromDesk} message */
    const send = (message) => gone.signal.aborted || port.postMessage(message);
    const ticket = ferryTicket.fromAddress;
    port.onDisconnect.addListener(() => gone.abort());
    port.onMessage.addListener(async (raw) => {
      const message = ferryProtocol.readForDesk(raw);
      if (!message) return;
      const { id } = message;
      if (message.type === "read") {
        send({ type: "answer", id, outcome: await ferryCalls.read(message.call, gone.signal) });
      } else {
        const shown = ticket();
        send({ type: "page", id, page: shown === null ? null : ferryMain.pageState(shown) });
      }
    });
    send({ type: "here", host: location.host, ticket: ticket() });
  });
  return Object.freeze({});
})();
