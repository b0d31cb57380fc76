/** Makes elements without markup: nothing that people typed is ever read as HTML here. */

import { mark } from "./marks.js";

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` are listeners, `class` and the rest are attributes;
 *   `undefined`, `null` and `false` are left out.
 * @param {...(Node | string | null | undefined)} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  home: "M2 7.5 8 2.5l6 5M3.5 7v6.5h9V7",
  views: "M2.5 3.5h11M2.5 8h11M2.5 12.5h11",
  people: "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8ZM2.5 14c.5-3 2.7-4 5.5-4s5 1 5.5 4",
  building: "M3.5 14V2.5h6V14M9.5 6.5h3V14M1.5 14h13M5.5 5h2M5.5 8h2M5.5 11h2",
  chart: "M2.5 13.5h11M4.5 11V8M8 11V4M11.5 11V6",
  gear: "M8 10.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM8 1.5v2.3M8 12.2v2.3M1.5 8h2.3M12.2 8h2.3M3.4 3.4 5 5M11 11l1.6 1.6M12.6 3.4 11 5M5 11l-1.6 1.6",
  plus: "M8 3v10M3 8h10",
  close: "m4 4 8 8M12 4l-8 8",
  down: "m4 6 4 4 4-4",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3 3",
  bell: "M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3L4 11ZM6.8 14.2h2.4",
  grid: "M3 3h3v3H3ZM10 3h3v3h-3ZM3 10h3v3H3ZM10 10h3v3h-3Z",
  reply: "M6.5 3.5 2.5 7.5l4 4M2.5 7.5h6c3 0 5 1.5 5 5",
  note: "M3.5 2.5h6l3 3v8h-9ZM9.5 2.5v3h3",
  moon: "M12.8 10A5.5 5.5 0 0 1 6 3.2a5.3 5.3 0 1 0 6.8 6.8Z",
  mail: "M2.5 4h11v8.5h-11ZM2.5 4.5 8 9l5.5-4.5",
  bolt: "M9 1.5 3.5 9H8l-1 5.5L12.5 7H8Z",
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** @param {string} name */
export function avatar(name) {
  const letters = [...name.replace(/[^\p{L} ]/gu, "").trim()];
  return h("span", { class: "avatar", "aria-hidden": "true" }, (letters[0] ?? "?").toUpperCase());
}

/** The time as the agent reads it, in a `<time>` with the exact one. @param {string} stamp */
export function time(stamp) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return h("time", { datetime: stamp, ...mark("timestamp-relative") }, format.format(new Date(stamp)));
}
