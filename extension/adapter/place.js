/** Where the sidebar fits: plain geometry, so that it can be tested without a page. */
const ferryPlace = (() => {
  const WIDTH = 360;
  const NARROWEST = 272;
  const LOWEST = 320;
  const GAP = 8;
  const SEAM = 1;
  const HANDLE = { width: 44, height: 72, below: 96 };

  /** @type {(a: Ferry.Box, b: Ferry.Box) => boolean} */
  const overlap = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /** @param {Ferry.Box} box */
  const area = (box) => (box.right - box.left) * (box.bottom - box.top);

  /**
   * The largest part of `box` that leaves `obstacle` free and is still of use.
   * @param {Ferry.Box} box
   * @param {Ferry.Box} obstacle
   * @param {boolean} atLeft
   */
  const without = (box, obstacle, atLeft) => {
    if (!overlap(box, obstacle)) return box;
    const parts = [
      { ...box, bottom: obstacle.top - GAP },
      { ...box, top: obstacle.bottom + GAP },
      atLeft ? { ...box, right: obstacle.left - SEAM } : { ...box, left: obstacle.right + SEAM },
    ];
    const useful = parts.filter(
      (part) => part.right - part.left >= NARROWEST && part.bottom - part.top >= LOWEST,
    );
    return useful.sort((a, b) => area(b) - area(a))[0] ?? box;
  };

  /**
   * The sidebar's place: at one side, under `top`, covering none of the obstacles where that can
   * be had.
   * @param {{width: number, height: number, top: number}} room
   * @param {readonly Ferry.Box[]} obstacles
   * @param {boolean} atLeft
   * @returns {Ferry.Box}
   */
  const sidebar = (room, obstacles, atLeft) => {
    const width = Math.min(WIDTH, room.width);
    const whole = {
      left: atLeft ? 0 : room.width - width,
      right: atLeft ? width : room.width,
      top: room.top,
      bottom: room.height,
    };
    return obstacles.reduce((box, obstacle) => without(box, obstacle, atLeft), whole);
  };

  /**
   * The collapsed panel's place: a handle at one side, under whatever it would cover.
   * @param {{width: number, height: number, top: number}} room
   * @param {readonly Ferry.Box[]} obstacles
   * @param {boolean} atLeft
   * @returns {Ferry.Box}
   */
  const handle = (room, obstacles, atLeft) => {
    const left = atLeft ? 0 : room.width - HANDLE.width;
    const at = (/** @type {number} */ top) => ({ left, right: left + HANDLE.width, top, bottom: top + HANDLE.height });
    const tops = [room.top + HANDLE.below, ...obstacles.map((obstacle) => obstacle.bottom + GAP)];
    const boxes = tops.map(at).filter((box) => box.bottom <= room.height);
    boxes.sort((a, b) => a.top - b.top);
    // Where not all can be left free, the first ones are: they matter most.
    for (let most = obstacles.length; most > 0; most -= 1) {
      const kept = obstacles.slice(0, most);
      const free = boxes.find((box) => !kept.some((obstacle) => overlap(box, obstacle)));
      if (free) return free;
    }
    return at(tops[0]);
  };

  return Object.freeze({ sidebar, handle, overlap });
})();
