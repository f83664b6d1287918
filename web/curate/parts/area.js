/** A part of the screen that waits for the server: says so, then shows what came, or what went wrong and the cure. */

import { h } from '../../element/dom.js';
import { icon } from '../../element/icons.js';

/** @typedef {import('./words.js').CurateWords} CurateWords */

export class Area {
  #words;
  #asked = 0;

  /** @param {CurateWords} words */
  constructor(words) {
    this.#words = words;
    this.node = h('div', { class: 'area' });
  }

  /**
   * The latest question wins; what comes for an older one is dropped.
   * @template T
   * @param {() => Promise<T>} ask
   * @param {(answer: T) => readonly Node[]} draw
   */
  async fill(ask, draw) {
    const mine = ++this.#asked;
    const wait = loading(this.#words);
    // What is there stays while newer things are on their way: nothing jumps.
    this.node.setAttribute('aria-busy', 'true');
    if (this.node.childElementCount === 0 || this.node.querySelector('.problem-box')) this.node.replaceChildren(wait);
    try {
      const answer = await ask();
      if (mine === this.#asked) this.node.replaceChildren(...draw(answer));
    } catch (error) {
      if (mine === this.#asked) this.node.replaceChildren(problemBox(this.#words, error, () => this.fill(ask, draw)));
    } finally {
      if (mine === this.#asked) this.node.removeAttribute('aria-busy');
    }
  }

  clear() {
    this.#asked += 1;
    this.node.replaceChildren();
    this.node.removeAttribute('aria-busy');
  }
}

/** @param {CurateWords} words */
export function loading(words) {
  return h('p', { class: 'loading', role: 'status' }, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), words.c('loading'));
}

/**
 * @param {CurateWords} words
 * @param {unknown} error
 * @param {(() => void) | null} again
 */
export function problemBox(words, error, again) {
  return h('div', { class: 'problem-box', role: 'alert' }, icon('alert'), h('p', { dir: 'auto' }, words.problem(error)),
    again && h('button', { type: 'button', class: 'button button-quiet', onclick: again }, words.c('again')));
}

/**
 * What a list says that holds nothing.
 * @param {string} title
 * @param {string} [lead]
 * @param {...Node} more
 */
export function nothing(title, lead = '', ...more) {
  return h('div', { class: 'nothing' }, h('span', { class: 'mark' }, icon('bridge')), h('p', { class: 'nothing-title' }, title),
    lead !== '' && h('p', { class: 'quiet' }, lead), ...more);
}
