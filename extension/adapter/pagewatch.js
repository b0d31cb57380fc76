/**
 * Notices what the page does to the ticket on screen: it draws it late, redraws it, shows a new
 * comment after a submit, or changes its tags. Works only while a ticket is on screen.
 */
const ferryPageWatch = (() => {
  const QUIET_MS = 700;
  /** How long after a submit each quiet moment is worth a look: the answer takes its time. */
  const SUBMIT_MS = 10_000;

  /**
   * The tickets, by their elements, in which the agent did something since the last submit.
   * @type {WeakSet<any>}
   */
  const touched = new WeakSet();

  /** @param {number} ticket */
  const edited = (ticket) => touched.has(ferrySelectors.scope(ticket));

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
   * Resolves when something holds for a part of the page, or when patience ends.
   * @param {Element} part
   * @param {() => boolean} holds
   * @param {number} patience
   */
  const until = (part, holds, patience) =>
    new Promise((/** @type {(held: boolean) => void} */ resolve) => {
      const end = () => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(holds());
      };
      const observer = new MutationObserver(() => holds() && end());
      observer.observe(part, { subtree: true, childList: true, characterData: true });
      const timer = setTimeout(end, patience);
      if (holds()) end();
    });

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
    const act = (/** @type {Event} */ event) => {
      const root = ferrySelectors.scope(ticket);
      if (ferrySelectors.submits(event)) {
        submitted = performance.now();
        compareSoon();
        touched.delete(root);
      } else if (event.isTrusted && ferrySelectors.edits(event, ticket)) touched.add(root);
    };
    for (const name of ["click", "keydown", "input"]) {
      addEventListener(name, act, { signal, capture: true, passive: true });
    }
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

  return Object.freeze({ watch, tagsOf, edited, until });
})();
