/** A screen that is one list under a heading: filters, what waits or came, and the keys to move in it. */

import { h } from '../../element/dom.js';
import { Area } from './area.js';
import { heading } from './heading.js';
import { head } from './panes.js';

/** What the arrows and j/k move between in lists whose items hold several buttons. */
const ITEM = '[data-item]';

/**
 * @param {object} parts
 * @param {import('../types.js').Context} parts.context
 * @param {string} parts.title
 * @param {string} [parts.lead]
 * @param {readonly (Node | false | null)[]} [parts.above] filters, forms
 * @param {readonly (Node | false | null)[]} [parts.tools] beside the heading
 * @param {readonly import('../types.js').Shortcut[]} [parts.keys]
 */
export function plainScreen({ context: { words }, title, lead = '', above = [], tools = [], keys = [] }) {
  const area = new Area(words);
  const node = h('div', { class: 'screen', 'data-home': true }, head(title, ...tools), lead !== '' && h('p', { class: 'lead' }, lead), ...above, area.node);
  return {
    node, title, area,
    keys: [
      { key: 'j', label: words.c('keyNext'), run: () => step(area.node, 1) },
      { key: 'k', label: words.c('keyPrevious'), run: () => step(area.node, -1) },
      ...keys,
      { key: 'Escape', label: words.c('keyBack'), run: () => heading(node)?.focus() },
    ],
  };
}

/**
 * @param {HTMLElement} list
 * @param {1 | -1} by
 */
function step(list, by) {
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(ITEM)]);
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const to = items[at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
}

/**
 * One thing in such a list, with its buttons.
 * @param {Record<string, import('../../element/dom.js').Prop>} props
 * @param {...import('../../element/dom.js').Child} children
 */
export function item(props, ...children) {
  return h('li', { class: 'item', tabindex: -1, 'data-item': true, ...props }, ...children);
}

/**
 * @param {string} label
 * @param {readonly HTMLElement[]} items
 */
export function itemList(label, items) {
  return h('ul', { class: 'items', role: 'list', 'aria-label': label }, ...items);
}

/**
 * After an item is dealt with: away with it, and on to the one below, or above, or the heading.
 * @param {HTMLElement} done
 */
export function putAway(done) {
  const to = done.nextElementSibling ?? done.previousElementSibling ?? heading(document);
  done.remove();
  if (to instanceof HTMLElement) to.focus();
}
