/** Buttons whose deed takes a while: pressed once, they keep the focus, and say what went wrong. */

import { h, setProp } from '../../element/dom.js';

/** @typedef {import('./words.js').CurateWords} CurateWords */

/** A place for what went wrong; empty while nothing did. */
export class Complaint {
  #words;

  /** @param {CurateWords} words */
  constructor(words) {
    this.#words = words;
    this.node = h('p', { class: 'problem complaint', role: 'alert', dir: 'auto' });
  }

  /** @param {unknown} error an error, or words */
  say(error) {
    this.node.textContent = typeof error === 'string' ? error : this.#words.problem(error);
  }

  clear() {
    this.node.textContent = '';
  }
}

/**
 * @param {object} parts
 * @param {string} parts.label
 * @param {() => Promise<unknown> | void} parts.act what it rejects with is said in `complaint`
 * @param {Complaint} parts.complaint
 * @param {string} [parts.kind] `button-quiet`, `button-danger`
 * @param {string} [parts.shortcut] the key that does the same
 * @param {string} [parts.about] whom or what, for a screen reader
 */
export function actButton({ label, act, complaint, kind = '', shortcut, about }) {
  const press = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    // Not `disabled`: that would take the focus away.
    setProp(button, 'aria-disabled', 'true');
    complaint.clear();
    try {
      await act();
    } catch (error) {
      complaint.say(error);
    } finally {
      setProp(button, 'aria-disabled', null);
    }
  };
  const button = h('button', { type: 'button', class: `button ${kind}`, onclick: press, 'aria-keyshortcuts': shortcut ?? null, 'aria-label': about === undefined ? null : `${label}: ${about}` },
    label, shortcut !== undefined && h('kbd', { class: 'key', 'aria-hidden': 'true' }, shortcut));
  return button;
}

/**
 * A form that sends itself on Enter, or Ctrl+Enter out of a long text, once at a time.
 * @param {object} parts
 * @param {() => Promise<unknown>} parts.act
 * @param {Complaint} parts.complaint
 * @param {string} [parts.kind]
 * @param {string} [parts.label]
 * @param {readonly Node[]} parts.body
 */
export function actForm({ act, complaint, kind = '', label, body }) {
  let isBusy = false;
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    setProp(form, 'aria-busy', 'true');
    complaint.clear();
    try {
      await act();
    } catch (error) {
      complaint.say(error);
    } finally {
      isBusy = false;
      setProp(form, 'aria-busy', null);
    }
  };
  const form = h('form', {
    class: `form ${kind}`, novalidate: true, 'aria-label': label ?? null, onsubmit: submit,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
    },
  }, ...body);
  return form;
}
