/**
 * Notices what the page does to the ticket on screen: it draws it late, redraws it, shows a new
 * comment after a submit, or changes its tags. Works only while a ticket is on screen.
 */
const ferryPageWatch = (() => {
  const QUIET_MS = 700;
  /** How long after a submit each quiet moment is worth a look: the answer takes its time. */
  const SUBMIT_MS = 10_000;

  /**
   * What a submit changes in the page. `null` while the page has not drawn the ticket.
   * @param {number} ticket
   */
  const trace = (ticket) => {
    const tags = tagsOf(ticket);
    const last = ferrySelectors.findAll("comment", ticket).at(-1);
    return tags || last ? JSON.stringify([tags, last?.id ?? null]) : null;
  };

  /** @param {number} ticket @returns {string[] | null} */
  const tagsOf = (ticket) =>
    ferrySelectors.find("tags", ticket) &&
    ferrySelectors.findAll("tag", ticket).map((tag) => (tag.textContent ?? "").replace(/[×✕]/g, "").trim());

  /**
   * @param {number} ticket
   * @param {{drawn: () => void, changed: () => void}} on
   * @param {AbortSignal} signal
   */
  const watch = (ticket, on, signal) => {
    let before = trace(ticket);
    let frame = 0;
    let timer = 0;
    let submitted = -Infinity;
    const compare = () => {
      const now = trace(ticket);
      const changed = before !== null && now !== null && now !== before;
      before = now ?? before;
      // A submit can bring a tag back that the page has shown all along.
      if (changed || performance.now() - submitted < SUBMIT_MS) on.changed();
    };
    const compareSoon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(compare, QUIET_MS);
    };
    const maySubmit = (/** @type {Event} */ event) => {
      if (!ferrySelectors.submits(event)) return;
      submitted = performance.now();
      compareSoon();
    };
    addEventListener("click", maySubmit, { signal, capture: true, passive: true });
    addEventListener("keydown", maySubmit, { signal, capture: true, passive: true });
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        on.drawn();
      });
      compareSoon();
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["aria-current", "data-is-active", "data-entity-is-selected"],
    });
    signal.addEventListener("abort", () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  };

  return Object.freeze({ watch, tagsOf });
})();
