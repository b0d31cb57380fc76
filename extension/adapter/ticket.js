/**
 * Which ticket is on screen. Nothing polls: the Navigation API tells of a changed address, or,
 * where a browser has none, the page's title does, which Zendesk sets for each ticket.
 */
const ferryTicket = (() => {
  const TICKET_PATH = /^\/agent\/tickets\/(\d+)(?=[/?#]|$)/;

  /** The address's ticket, or `null` on any other page. */
  const fromAddress = () => {
    const number = Number(TICKET_PATH.exec(location.pathname)?.[1] ?? 0);
    return Number.isSafeInteger(number) && number > 0 ? number : null;
  };

  /**
   * Why a write for `ticket` must not be made now; `null` where nothing speaks against it.
   * @param {number} ticket
   * @returns {Ferry.Refusal | null}
   */
  const objection = (ticket) => {
    if (fromAddress() !== ticket) return "other_visit";
    return ferrySelectors.tab() === ticket ? null : "tab_disagrees";
  };

  /**
   * Calls `changed` after each change of address.
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  const watch = (changed, signal) => {
    if (typeof navigation === "object" && navigation) {
      navigation.addEventListener("currententrychange", changed, { signal });
      return;
    }
    addEventListener("popstate", changed, { signal });
    const observer = new MutationObserver(changed);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    signal.addEventListener("abort", () => observer.disconnect());
  };

  return Object.freeze({ fromAddress, objection, watch });
})();
