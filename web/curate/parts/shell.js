/** The frame around every screen: skip link, bar, navigation, the place for the screen, what is said aloud. */

import { h, setProp, setText } from '../../element/dom.js';
import { autonym, INTERFACE_LANGUAGES } from '../../element/i18n.js';
import { icon } from '../../element/icons.js';
import { Toast } from '../../element/toast.js';
import { heading } from './heading.js';

/** @typedef {import('./words.js').CurateWords} CurateWords */
/** @typedef {{ readonly name: string, readonly label: string, readonly key: string }} Place */

/**
 * @typedef {object} ShellParts
 * @property {CurateWords} words
 * @property {string} user
 * @property {readonly { readonly label: string, readonly places: readonly Place[] }[]} groups
 * @property {(ui: string) => void} onspeak
 * @property {() => void} onhelp
 * @property {() => void} onaccount
 */

export class Shell {
  #words;
  #toast = new Toast();
  #said = h('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
  #main = h('main', { id: 'main', class: 'main', tabindex: -1 });
  /** @type {Map<string, HTMLElement>} */
  #links = new Map();
  #menu;
  #nav;

  /** @param {ShellParts} parts */
  constructor({ words, user, groups, onspeak, onhelp, onaccount }) {
    this.#words = words;
    this.#nav = h('nav', { id: 'places', class: 'places', 'aria-label': words.c('places') }, ...groups.map((group) => this.#group(group)));
    this.#menu = h('button', { type: 'button', class: 'icon-button menu-button', 'aria-label': words.c('places'), 'aria-expanded': 'false', 'aria-controls': 'places', onclick: () => this.#toggle() }, icon('menu'));
    this.node = h('div', { class: 'shell' },
      h('a', { class: 'skip', href: '#main', onclick: (/** @type {Event} */ event) => this.#skip(event) }, words.c('skip')),
      h('header', { class: 'bar' },
        this.#menu,
        h('span', { class: 'mark' }, icon('bridge')),
        h('span', { class: 'room' }, words.c('curators')),
        languageSwitch(words, onspeak),
        h('button', { type: 'button', class: 'icon-button', 'aria-label': words.c('keys'), title: words.c('keys'), onclick: onhelp }, h('span', { class: 'question', 'aria-hidden': 'true' }, '?')),
        h('button', { type: 'button', class: 'people-button', 'aria-label': words.c('accountOf', { name: user }), onclick: onaccount }, icon('person'), h('bdi', { class: 'account-name' }, user))),
      h('div', { class: 'frame' }, this.#nav, this.#main),
      this.#said, this.#toast.node);
  }

  /**
   * @param {Node} screen
   * @param {string} place
   */
  show(screen, place) {
    this.#main.replaceChildren(screen);
    this.#main.scrollTop = 0;
    this.mark(place);
    this.#toggle(false);
  }

  /** @param {string} place */
  mark(place) {
    for (const [name, link] of this.#links) setProp(link, 'aria-current', name === place ? 'page' : null);
  }

  /** How many wait there, beside the name. @param {string} place @param {number} count */
  count(place, count) {
    const badge = this.#links.get(place)?.querySelector('.badge');
    if (badge) setText(badge, count === 0 ? '' : this.#words.number(count));
  }

  /** @param {string} text */
  tell(text) {
    this.#said.replaceChildren(h('p', {}, text));
    this.#toast.show(text);
  }

  stop() {
    this.#toast.stop();
  }

  /** @param {{ readonly label: string, readonly places: readonly Place[] }} group */
  #group({ label, places }) {
    return h('div', { class: 'place-group' }, h('p', { class: 'place-label' }, label),
      h('ul', { role: 'list' }, ...places.map((place) => h('li', {}, this.#link(place)))));
  }

  /** @param {Place} place */
  #link({ name, label, key }) {
    const link = h('a', { class: 'place', href: `#/${name}`, 'aria-keyshortcuts': `g ${key}` }, h('span', {}, label), h('span', { class: 'badge' }), h('kbd', { class: 'key', 'aria-hidden': 'true' }, `g ${key}`));
    this.#links.set(name, link);
    return link;
  }

  #toggle(open = !this.#nav.hasAttribute('data-open')) {
    setProp(this.#nav, 'data-open', open);
    setProp(this.#menu, 'aria-expanded', String(open));
  }

  /** @param {Event} event */
  #skip(event) {
    // Not by the address: what stands behind the # is the screen.
    event.preventDefault();
    (heading(this.#main) ?? this.#main).focus();
  }
}

/**
 * @param {CurateWords} words
 * @param {(ui: string) => void} onspeak
 */
export function languageSwitch(words, onspeak) {
  return h('span', { class: 'speakers', role: 'group', 'aria-label': words.t('interfaceLanguage') },
    ...INTERFACE_LANGUAGES.map((code) => h('button', {
      type: 'button', class: 'text-button', lang: code, 'aria-pressed': code === words.locale ? 'true' : 'false', onclick: () => onspeak(code),
    }, autonym(code))));
}
