/** How the page looks, so that the panel looks the same. */
const ferryLook = (() => {
  /** The first colour behind the ticket that is not see-through, as brightness from 0 to 1. */
  const brightness = () => {
    const start = document.querySelector("main, [role=main], #main_panes") ?? document.body;
    for (let element = /** @type {Element | null} */ (start); element; element = element.parentElement) {
      const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
      const [red = 255, green = 255, blue = 255, alpha = 1] = parts;
      if (alpha > 0.5) return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    }
    return 1;
  };

  const direction = () => getComputedStyle(document.documentElement).direction;

  /** @returns {Ferry.Look} */
  const look = () => ({
    theme: brightness() < 0.5 ? "dark" : "light",
    rtl: direction() === "rtl",
    locale: document.documentElement.lang,
  });

  return Object.freeze({ look, direction });
})();
