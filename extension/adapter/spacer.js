/**
 * The free space above the conversation that the banner lies over, so that it covers nothing.
 * The frame itself stays outside the page's tree: moving a frame within a document reloads it.
 */
const ferrySpacer = (() => {
  /** Where a block of full width can stand before the conversation. @param {Element} conversation */
  const anchorOf = (conversation) => {
    let anchor = conversation;
    for (let parent = anchor.parentElement; parent && parent !== document.body; parent = anchor.parentElement) {
      const { display, flexDirection } = getComputedStyle(parent);
      const inRow = display.includes("grid") || (display.includes("flex") && flexDirection.startsWith("row"));
      if (!inRow) return anchor;
      anchor = parent;
    }
    return anchor;
  };

  /** The part of the spacer that can be seen, or `null`. @param {Element} element */
  const visible = (element) => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowY === "visible") continue;
      const frame = parent.getBoundingClientRect();
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
    return top < bottom && left < right ? { left, right, top, bottom } : null;
  };

  const create = () => {
    const element = document.createElement("div");
    element.setAttribute("aria-hidden", "true");
    element.dataset.ferry = "spacer";
    const ending = new AbortController();
    let moved = () => {};
    const sizes = new ResizeObserver(() => moved());
    addEventListener("resize", () => moved(), { signal: ending.signal });
    addEventListener("scroll", () => moved(), { signal: ending.signal, capture: true, passive: true });

    return Object.freeze({
      /** @param {() => void} callback */
      onMove(callback) {
        moved = callback;
      },
      /** @param {number} ticket @param {number} height @returns {Ferry.Box | null} */
      keep(ticket, height) {
        const conversation = ferrySelectors.find("conversation", ticket);
        const anchor = conversation && anchorOf(conversation);
        if (!anchor) {
          element.remove();
          return null;
        }
        ferryFrame.dress(element, { flex: "none", height: `${height}px` });
        if (element.nextElementSibling !== anchor) {
          anchor.before(element);
          sizes.disconnect();
          sizes.observe(element);
          sizes.observe(anchor);
        }
        return visible(element);
      },
      remove() {
        sizes.disconnect();
        element.remove();
      },
      close() {
        ending.abort();
      },
    });
  };

  return Object.freeze({ create });
})();
