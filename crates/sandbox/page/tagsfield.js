/** The tags field: one item a tag, editable. It keeps what it was given until it is told otherwise. */

import { h, icon } from "./dom.js";
import { mark } from "./marks.js";

/** @param {string[]} initial */
export function tagsField(initial) {
  let tags = [...initial];
  let dirty = false;
  const items = h("span", { class: "tag-items" });
  const input = h("input", { class: "tag-input", "aria-label": "Tags", onkeydown: key, onblur: take });
  const box = h("div", {
    class: "tag-box", onclick: () => input.focus(), ...mark("ticket-system-field-tags-multiselect"),
  }, items, input);
  const root = h("div", { class: "field", ...mark("ticket-fields-tags") }, h("label", { class: "field-label" }, "Tags"), box);

  function draw() {
    items.replaceChildren(...tags.map((tag) => h("span", {
      class: "tag garden-tag-item", "data-garden-id": "tags.tag_view", ...mark("ticket-system-field-tags-item-selected"),
    }, h("span", { class: "tag-text", title: tag }, tag), h("button", {
      class: "tag-remove", type: "button", "aria-label": "Remove tag", onclick: () => change(tags.filter((other) => other !== tag)),
    }, icon("close")))));
  }

  /** @param {string[]} next */
  function change(next) {
    tags = next;
    dirty = true;
    draw();
  }

  function take() {
    const field = /** @type {HTMLInputElement} */ (input);
    const typed = field.value.toLowerCase().split(/[\s,]+/).filter((word) => word && !tags.includes(word));
    field.value = "";
    if (typed.length > 0) change([...tags, ...typed]);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key === "Enter" || event.key === " " || event.key === ",") {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && /** @type {HTMLInputElement} */ (input).value === "" && tags.length > 0) {
      change(tags.slice(0, -1));
    }
  }

  draw();
  return {
    root,
    values: () => [...tags],
    changed: () => dirty,
    /** @param {string[]} next */
    set(next) {
      tags = [...next];
      dirty = false;
      draw();
    },
  };
}
