/** Show who is here and which language each of them reads. */

import { avatar } from './avatar.js';
import { h } from './dom.js';
import { autonym } from './i18n.js';

/** @typedef {import('../types.js').ChatState} ChatState */

/**
 * Oneself first, then by name.
 * @param {ChatState} state
 * @param {import('./i18n.js').Words} words
 * @param {import('./avatar.js').Tints} tints
 */
export function drawPeople({ members, me }, words, tints) {
  const order = new Intl.Collator(words.tag);
  const sorted = [...members].sort((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id) || order.compare(a.name, b.name));
  return h('ul', { class: 'people', role: 'list' }, ...sorted.map((member) => h('li', { class: 'person', part: 'person' },
    avatar(member, tints),
    h('span', { class: 'person-text' },
      h('span', { class: 'person-name' }, h('bdi', {}, member.name), member.id === me?.id && h('span', { class: 'person-you' }, ` (${words.t('you')})`)),
      h('span', { class: 'person-lang', 'aria-hidden': 'true', lang: member.lang }, autonym(member.lang)),
      h('span', { class: 'hidden' }, words.t('reads', { language: words.language(member.lang) }))))));
}

/** The list that stands beside the conversation where there is room. */
export class PeoplePanel {
  #words;
  #tints;
  #title = h('h2', { class: 'panel-title' });
  #list = h('div', {});
  /** @type {readonly unknown[]} */
  #shown = [];

  /**
   * @param {import('./i18n.js').Words} words
   * @param {import('./avatar.js').Tints} tints
   */
  constructor(words, tints) {
    this.#words = words;
    this.#tints = tints;
    this.node = h('aside', { class: 'panel', part: 'people', 'aria-label': words.t('people') }, this.#title, this.#list);
  }

  /** @param {ChatState} state */
  update(state) {
    if (this.#shown[0] === state.me && same(/** @type {any} */ (this.#shown[1]), state.members)) return;
    this.#shown = [state.me, state.members];
    this.#title.textContent = this.#words.t('hereNow', { n: state.members.length });
    this.#list.replaceChildren(drawPeople(state, this.#words, this.#tints));
  }
}

/**
 * @param {ChatState['members']} a
 * @param {ChatState['members']} b
 */
function same(a, b) {
  return a.length === b.length && a.every((member, i) => member === b[i]);
}
