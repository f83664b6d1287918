/** A list, and beside it (on a phone: in its place) what is open of it. */

import { h, setProp } from '../../element/dom.js';

/**
 * @param {object} parts
 * @param {readonly Node[]} parts.list
 * @param {string} parts.label of what is open
 * @param {boolean} [parts.isWide] what is open needs the room of the list, except on large screens
 */
export function panes({ list, label, isWide = false }) {
  const detail = h('section', { class: 'detail', 'aria-label': label, 'data-home': true });
  const node = h('div', { class: isWide ? 'panes panes-wide' : 'panes' }, h('div', { class: 'side', 'data-home': true }, ...list), detail);
  return {
    node, detail,
    /** Whether anything was open before. @param {...Node} parts nothing: the list alone */
    open(...parts) {
      const wasOpen = node.hasAttribute('data-open');
      setProp(node, 'data-open', parts.length > 0);
      detail.replaceChildren(...parts);
      detail.scrollTop = 0;
      return wasOpen;
    },
  };
}

/**
 * The screen's heading.
 * @param {string} title
 * @param {...(Node | false | null)} tools
 */
export function head(title, ...tools) {
  return h('div', { class: 'head-line' }, h('h1', { class: 'title', tabindex: -1, 'data-rest': true }, title), ...tools);
}
