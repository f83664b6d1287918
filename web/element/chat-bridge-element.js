/** The custom element: its attributes are the state, and everything it starts stops with it. */

import { ChatClient } from '../client/chat-client.js';
import { EntryCards, httpBase } from '../client/entries.js';
import { nearest } from '../client/langs.js';
import { pageStorage } from '../client/storage.js';
import { socketAddress } from './address.js';
import { ChatView } from './chat-view.js';
import { h, setProp } from './dom.js';
import { interfaceLanguage, Words } from './i18n.js';
import { Preferences } from './preferences.js';
import { readingLanguages } from './reading-languages.js';
import { sharedStyles } from './styles.js';
import { drawWelcome } from './welcome.js';

/** @typedef {import('./types.js').Choices} Choices */

const LOBBY = 'lobby';
/** Offered before the server has told its own. */
const USUAL = Object.freeze(['en', 'zh']);
const PROPERTIES = /** @type {const} */ (['room', 'name', 'src', 'theme']);

export class ChatBridgeElement extends HTMLElement {
  static observedAttributes = ['room', 'lang', 'name', 'src'];
  /** Where the element was loaded from: its server, unless `src` names another. */
  static home = '';

  #root = this.attachShadow({ mode: 'open' });
  #preferences = new Preferences(pageStorage());
  #frame = h('div', { class: 'root', part: 'root' });
  /** @type {ChatClient | null} */
  #client = null;
  /** @type {EntryCards | null} */
  #cards = null;
  /** @type {ChatView | null} */
  #view = null;
  /** Codes on offer to a first visitor. @type {readonly string[]} */
  #offered = USUAL;
  /** A drawing, or a new beginning, is on its way. */
  #drawing = false;
  #beginning = false;
  #connected = false;
  #told = '';
  #onchange = () => this.#drawSoon();

  get room() { return this.getAttribute('room') || LOBBY; }
  set room(value) { this.setAttribute('room', value); }
  get name() { return this.getAttribute('name') ?? ''; }
  set name(value) { this.setAttribute('name', value); }
  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.setAttribute('src', value); }
  /** `light`, `dark`, or empty: as the device. */
  get theme() { return this.getAttribute('theme') ?? ''; }
  set theme(value) { setProp(this, 'theme', value || null); }

  connectedCallback() {
    PROPERTIES.forEach((property) => this.#upgrade(property));
    const { theme } = this.#preferences.choices;
    if (!this.hasAttribute('theme') && theme !== 'auto') this.theme = theme;
    this.#root.replaceChildren(this.#frame);
    this.#connected = true;
    this.#begin();
  }

  disconnectedCallback() {
    this.#connected = false;
    this.#end();
  }

  /**
   * @param {string} attribute
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(attribute, before, now) {
    // On upgrade the attributes come first, and connectedCallback then reads them all.
    if (before === now || !this.#connected) return;
    if (attribute === 'lang' && this.#client) this.#client.setLang(this.#reading());
    else this.#beginSoon();
  }

  /** @override */
  focus() {
    if (this.#view) this.#view.focus();
    else this.#root.querySelector('input')?.focus();
  }

  #begin() {
    this.#end();
    const words = this.#words();
    setProp(this.#frame, 'lang', words.tag);
    this.#root.adoptedStyleSheets = [sharedStyles()];
    const url = socketAddress(this.src || ChatBridgeElement.home || '/', document.baseURI);
    const name = this.name || this.#preferences.choices.name;
    if (!name) return this.#welcome(words, httpBase(url));
    this.#cards = new EntryCards({ base: httpBase(url) });
    this.#client = new ChatClient({ url, room: this.room, lang: this.#reading(), name, storage: pageStorage(), online: window });
    this.#client.addEventListener('change', this.#onchange);
    this.#show(words, '', null);
    this.#client.start();
  }

  /** Several attributes changed at once are one new beginning. */
  #beginSoon() {
    if (this.#beginning) return;
    this.#beginning = true;
    queueMicrotask(() => {
      this.#beginning = false;
      if (this.#connected) this.#begin();
    });
  }

  #end() {
    this.#client?.removeEventListener('change', this.#onchange);
    this.#client?.stop();
    this.#client = null;
    this.#view?.stop();
    this.#view = null;
  }

  /**
   * @param {Words} words
   * @param {string} base
   */
  #welcome(words, base) {
    const draw = (/** @type {string} */ name, /** @type {string | null} */ lang) => this.#frame.replaceChildren(drawWelcome({
      words: this.#words(), room: this.room, name, languages: this.#offered, lang: lang ?? this.#preset(),
      onenter: (choice) => this.#choose(choice),
      onspeak: (ui) => this.#choose({ ui }),
    }));
    const [typed, selected] = this.#filledIn();
    draw(typed, selected);
    this.#tell('', 0, words.locale);
    void readingLanguages(base).then((codes) => {
      if (!codes || this.#client || !this.#connected) return;
      const [name, lang] = this.#filledIn();
      this.#offered = codes;
      // Whoever has begun to fill in the form keeps it as it is.
      if (name === '' && this.#root.activeElement === null) draw(name, lang);
    });
  }

  /** The name and the language in the form of a first visit; null: the language is still the preset one. */
  #filledIn() {
    const [name, select] = [/** @type {HTMLInputElement | null} */ (this.#root.querySelector('#name')), /** @type {HTMLSelectElement | null} */ (this.#root.querySelector('#lang'))];
    return /** @type {const} */ ([name?.value ?? '', select && select.value !== this.#preset() ? select.value : null]);
  }

  /** The first language on offer that the person would like; English when none is. */
  #preset() {
    const offered = this.#offered.map((code) => ({ code }));
    const near = [this.#reading(), ...navigator.languages].map((wish) => nearest(wish, offered));
    return near.find((code) => this.#offered.includes(code)) ?? 'en';
  }

  /**
   * @param {Words} words
   * @param {string} draft
   * @param {string | null} typed
   */
  #show(words, draft, typed) {
    const [client, cards] = [this.#client, this.#cards];
    if (!client || !cards) return;
    const had = this.#root.activeElement !== null;
    this.#view?.stop();
    this.#root.adoptedStyleSheets = [sharedStyles()];
    setProp(this.#frame, 'lang', words.tag);
    this.#view = new ChatView({
      root: this.#root, words, client, cards, draft, typed, preferences: this.#preferences, room: this.room,
      onchoose: (some) => this.#choose(some), ongo: (room) => this.#go(room),
    });
    this.#frame.replaceChildren(this.#view.node);
    this.#view.start();
    this.#draw();
    if (had) this.#view.focus();
  }

  /** What a person chose here; what is also an attribute is set there, and works from there. */
  #choose(/** @type {Partial<Choices>} */ some) {
    this.#preferences.choose(some);
    if (some.lang) this.setAttribute('lang', some.lang);
    if (some.name) this.name = some.name;
    if (some.theme) this.theme = some.theme === 'auto' ? '' : some.theme;
    if (some.show || some.reads || some.doubtful || [some.preview, some.pinyin].some((on) => on !== undefined)) this.#view?.redraw();
    if (some.ui && this.#client) this.#show(this.#words(), this.#view?.draft ?? '', this.#view?.typed ?? null);
    else if (some.ui) {
      this.#begin();
      /** @type {HTMLElement | null} */ (this.#root.querySelector('.speakers [aria-pressed=true]'))?.focus();
    }
  }

  /** To another room, unless the page says that it sees to it. @param {string} room */
  #go(room) {
    const event = new CustomEvent('chat-bridge-room', { detail: { room }, bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(event)) this.room = room;
  }

  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    const draw = () => {
      this.#drawing = false;
      this.#draw();
    };
    // A hidden page draws no frames, yet its title should tell of new messages.
    if (document.hidden) setTimeout(draw, 100);
    else requestAnimationFrame(draw);
  }

  #draw() {
    const [client, view] = [this.#client, this.#view];
    if (!client || !view) return;
    const { state } = client;
    view.update(state);
    this.#tell(state.room?.title || state.room?.name || this.room, view.unread, this.#words().locale);
  }

  /**
   * Let the page know what it may want in its title.
   * @param {string} title
   * @param {number} unread
   * @param {string} ui
   */
  #tell(title, unread, ui) {
    const told = JSON.stringify([title, unread, ui]);
    if (told === this.#told) return;
    this.#told = told;
    this.dispatchEvent(new CustomEvent('chat-bridge-state', { detail: { title, unread, ui }, bubbles: true, composed: true }));
  }

  /** The language to read in: as the page says, as chosen before, as the browser is set. */
  #reading() {
    return this.getAttribute('lang') || this.#preferences.choices.lang || navigator.language || 'en';
  }

  #words() {
    const chosen = this.#preferences.choices.ui;
    return new Words(chosen ?? interfaceLanguage(navigator.languages), navigator.languages);
  }

  /** A property set before the element was defined hides the accessor. @param {typeof PROPERTIES[number]} property */
  #upgrade(property) {
    if (!Object.hasOwn(this, property)) return;
    const value = this[property];
    delete (/** @type {any} */ (this)[property]);
    this[property] = value;
  }
}
