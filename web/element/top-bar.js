/** The bar above the conversation: the room, who is here, invite, settings. */

import { avatar } from './avatar.js';
import { h, setProp, setText } from './dom.js';
import { icon } from './icons.js';
import { say } from './order/words.js';

/** @typedef {import('../types.js').ChatState} ChatState */

/** This many faces stand on the people button. */
const FACES = 3;

export class TopBar {
  #words;
  #tints;
  #title = h('bdi', { class: 'room-name' });
  #faces = h('span', { class: 'faces' });
  #count = h('span', { class: 'people-count', 'aria-hidden': 'true' });
  #label = h('span', { class: 'hidden' });
  #people;
  #rules;
  /** @type {string | null} */
  #shown = null;

  /**
   * @param {import('./i18n.js').Words} words
   * @param {import('./avatar.js').Tints} tints
   * @param {{ people: () => void, rules: () => void, invite: () => void, settings: () => void }} open
   */
  constructor(words, tints, open) {
    this.#words = words;
    this.#tints = tints;
    this.#people = h('button', { type: 'button', class: 'people-button', onclick: open.people, hidden: true }, this.#faces, this.#count, this.#label);
    const tool = (/** @type {import('./icons.js').IconName} */ name, /** @type {string} */ label, /** @type {() => void} */ onclick) =>
      h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick }, icon(name));
    this.#rules = tool('shield', say(words, 'roomRules'), open.rules);
    this.#rules.hidden = true;
    this.node = h('header', { class: 'bar', part: 'bar' },
      h('span', { class: 'mark' }, icon('bridge')),
      h('h1', { class: 'room' }, this.#title),
      this.#people,
      this.#rules,
      tool('link', words.t('invite'), open.invite),
      tool('settings', words.t('settings'), open.settings),
      h('slot', { name: 'actions' }));
  }

  /**
   * @param {ChatState} state
   * @param {string} name the room's, until its title is known
   */
  update({ room, members, me, connection, manners }, name) {
    setProp(this.#rules, 'hidden', !manners.mayModerate);
    setText(this.#title, room?.title || room?.name || name);
    setProp(this.node, 'data-connection', connection);
    setProp(this.#people, 'hidden', members.length === 0);
    const label = this.#words.t('hereNow', { n: members.length });
    setText(this.#label, label);
    setProp(this.#people, 'title', label);
    setText(this.#count, String(members.length));
    const others = members.filter(({ id }) => id !== me?.id).slice(0, FACES);
    const key = others.map(({ id, name }) => `${id} ${name}`).join('\n');
    if (key !== this.#shown) this.#faces.replaceChildren(...(others.length > 0 ? others.map((other) => avatar(other, this.#tints)) : [icon('people')]));
    this.#shown = key;
  }
}
