/** Shows a comment of the conversation; the page loads older ones when they are asked for. */
const ferryComments = (() => {
  const MOST_LOADS = 30;
  const LOADING_MS = 4_000;

  /**
   * @param {number} ticket
   * @param {number} commentId
   * @param {number | null} auditId
   */
  const element = (ticket, commentId, auditId) => {
    const scope = ferrySelectors.scope(ticket);
    const names = [
      `[id="comment-${auditId}"]`,
      `[data-comment-id="${commentId}"]`,
      `[id="comment-${commentId}"]`,
    ];
    for (const name of names) {
      const found = scope?.querySelector(name);
      if (found) return found;
    }
    return null;
  };

  /**
   * Asks the page for older comments, as its own button does, and waits for them.
   * @param {number} ticket
   */
  const loadMore = (ticket) => {
    const button = ferrySelectors.find("more", ticket);
    const log = ferrySelectors.find("conversation", ticket);
    if (!(button instanceof HTMLElement) || !log) return Promise.resolve(false);
    const count = () => ferrySelectors.findAll("comment", ticket).length;
    const before = count();
    const loaded = ferryPageWatch.until(log, () => count() !== before, LOADING_MS);
    button.click();
    return loaded;
  };

  /** @param {Element} comment */
  const show = (comment) => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    comment.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    // An animation leaves nothing behind in the page.
    const mark = "rgb(31 115 183 / 0.35)";
    comment.animate(
      [{ boxShadow: `0 0 0 3px ${mark}`, borderRadius: "4px" }, { boxShadow: "0 0 0 3px transparent" }],
      { duration: 2_500, easing: "ease-in" },
    );
  };

  /**
   * @param {number} ticket
   * @param {number} commentId
   * @param {number | null} auditId
   */
  const scrollTo = async (ticket, commentId, auditId) => {
    for (let loads = 0; loads <= MOST_LOADS; loads += 1) {
      if (ferryTicket.fromAddress() !== ticket) return false;
      const comment = element(ticket, commentId, auditId);
      if (comment) {
        show(comment);
        return true;
      }
      if (!(await loadMore(ticket))) return false;
    }
    return false;
  };

  return Object.freeze({ scrollTo });
})();
