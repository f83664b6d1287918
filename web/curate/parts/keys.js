/** Single keys that act: off while somebody types, while a dialog is open, and for whoever wants none. */

import { load, save } from '../../client/storage.js';
import { heading } from './heading.js';

/** @typedef {import('../types.js').Shortcut} Shortcut */

const KEPT = 'chat-bridge:curate:keys';
/** After a `g`, the next key says where to go; for so long. */
const LEADER = 'g';
const LEADER_MS = 1_500;

export class Keys {
  #storage;
  #isOn;
  /** @type {readonly Shortcut[]} */
  #screen = [];
  /** @type {readonly Shortcut[]} */
  #always = [];
  #ledAt = -Infinity;

  /** @param {import('../../types.js').StorageLike | null} storage */
  constructor(storage) {
    this.#storage = storage;
    this.#isOn = load(storage, KEPT) !== false;
  }

  get isOn() {
    return this.#isOn;
  }

  /** @param {boolean} on */
  turn(on) {
    this.#isOn = on;
    save(this.#storage, KEPT, on);
  }

  /** @param {readonly Shortcut[]} always those of the frame: `g q` and the like */
  frame(always) {
    this.#always = always;
  }

  /** @param {readonly Shortcut[]} screen */
  screen(screen) {
    this.#screen = screen;
  }

  /** What can be pressed here, for the help. */
  get all() {
    return { screen: this.#screen, always: this.#always };
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = isTyping(event.target);
    if (event.key === 'Escape' && typing) return leave(/** @type {HTMLElement} */ (event.target));
    if (typing || (!this.#isOn && event.key !== 'Escape')) return;
    const led = event.timeStamp - this.#ledAt < LEADER_MS;
    this.#ledAt = event.key === LEADER && !led ? event.timeStamp : -Infinity;
    const name = led ? `${LEADER} ${event.key}` : event.key;
    const found = [...this.#screen, ...this.#always].find(({ key }) => key === name);
    if (!found) return;
    event.preventDefault();
    found.run();
  }
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Out of a field, to where the keys work again: what it stands in. @param {HTMLElement} field */
function leave(field) {
  const home = /** @type {HTMLElement | null} */ (field.closest('[data-home]')?.querySelector('[data-rest]') ?? heading(document));
  if (home) home.focus();
  else field.blur();
}
