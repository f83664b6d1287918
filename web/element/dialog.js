/** Open a modal dialog that gives focus back, closes by Escape, its button, or a press outside. */

import { icon } from './icons.js';
import { h } from './dom.js';

/**
 * @param {object} parts
 * @param {Node} parts.host where it is put; it leaves when closed
 * @param {string} parts.title
 * @param {string} parts.closeLabel
 * @param {readonly Node[]} parts.body
 * @param {string} [parts.kind] a class
 * @param {() => void} [parts.onclose]
 * @returns {{ node: HTMLDialogElement, close: () => void }}
 */
export function openDialog({ host, title, closeLabel, body, kind = '', onclose }) {
  const close = () => node.close();
  const node = h('dialog', {
    class: `dialog ${kind}`, part: 'dialog', 'aria-labelledby': 'dialog-title',
    onclose: () => {
      node.remove();
      onclose?.();
    },
    // The backdrop is the dialog itself: its content fills a box inside.
    onpointerdown: (/** @type {PointerEvent} */ event) => event.target === node && close(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.stopPropagation(),
  },
  h('div', { class: 'dialog-box' },
    h('div', { class: 'dialog-head' },
      h('h2', { class: 'dialog-title', id: 'dialog-title' }, title),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': closeLabel, onclick: close }, icon('close'))),
    ...body));
  host.appendChild(node);
  node.showModal();
  return { node, close };
}
