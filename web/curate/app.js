/** The curators' page: who is signed in, which screen is open, and what happens on the way to another. */

import { pageStorage } from '../client/storage.js';
import { h, setProp } from '../element/dom.js';
import { interfaceLanguage } from '../element/i18n.js';
import { Preferences } from '../element/preferences.js';
import { nothing } from './parts/area.js';
import { askFirst, openAccount, openKeys } from './parts/dialogs.js';
import { heading } from './parts/heading.js';
import { Keys } from './parts/keys.js';
import { Shell } from './parts/shell.js';
import { toRoom } from './parts/to-room.js';
import { CurateWords } from './parts/words.js';
import { placesFor } from './places.js';
import { drawSignIn, signInAgain } from './screens/sign-in.js';
import { Api, ApiError } from './state/api.js';
import { hashOf, routeOf, welcomeToken } from './state/routes.js';

/** @typedef {import('./types.js').Session} Session */
/** @typedef {import('./types.js').Screen} Screen */
/** @typedef {import('./types.js').Context} Context */

export class CuratePage {
  #root = h('div', { class: 'root curate' });
  #preferences = new Preferences(pageStorage());
  #keys = new Keys(pageStorage());
  #words = new CurateWords('en');
  /** @type {Api} */
  #api = new Api({ onsignedout: () => this.#again() });
  /** @type {Session | null} */
  #session = null;
  /** @type {Shell | null} */
  #shell = null;
  /** @type {{ name: string, screen: Screen } | null} */
  #open = null;
  /** The address of what is open, to stay there. */
  #at = '';
  #leaving = false;
  /** @type {Promise<boolean> | null} */
  #asking = null;
  /** @type {string | null} */
  #token = null;
  #typed = { name: '' };

  async start() {
    document.body.append(this.#root);
    document.addEventListener('keydown', (event) => this.#keys.press(event));
    addEventListener('hashchange', () => this.#moved());
    addEventListener('beforeunload', (event) => this.#open?.screen.isDirty?.() && event.preventDefault());
    this.#theme();
    this.#speak();
    if (this.#takeToken()) return this.#signIn();
    this.#root.replaceChildren(h('p', { class: 'boot', role: 'status' }, this.#words.c('loading')));
    try {
      this.#enter(await this.#api.get('/session', {}, { quiet: true }));
    } catch (error) {
      this.#signIn(error instanceof ApiError && error.code === 'signed-out' ? null : error);
    }
  }

  /** A one-time link leaves the address, and with it the history, at once. */
  #takeToken() {
    const token = welcomeToken(location.hash);
    if (token === null) return false;
    history.replaceState(null, '', location.pathname);
    this.#token = token;
    return true;
  }

  #theme() {
    const { theme } = this.#preferences.choices;
    setProp(document.documentElement, 'data-theme', theme === 'auto' ? null : theme);
  }

  #speak() {
    this.#words = new CurateWords(this.#preferences.choices.ui ?? interfaceLanguage(navigator.languages), navigator.languages);
    document.documentElement.lang = this.#words.tag;
    setProp(this.#root, 'lang', this.#words.tag);
  }

  /** @param {unknown} [error] why one is not in, when it is not for want of a session */
  #signIn(error = null) {
    this.#close();
    const words = this.#words;
    document.title = `${words.c(this.#token === null ? 'signInTitle' : 'welcomeLinkTitle')} · ${words.t('appName')}`;
    this.#root.replaceChildren(drawSignIn({
      words, api: this.#api, token: this.#token, kept: this.#typed,
      onspeak: (ui) => this.#choose(ui),
      onenter: (session) => this.#enter(session),
      onnormal: () => {
        this.#token = null;
        this.#signIn();
      },
    }));
    if (error !== null) this.#root.querySelector('.complaint')?.append(words.problem(error));
    /** @type {HTMLElement | null} */ (this.#root.querySelector('input'))?.focus();
  }

  /** @param {Session} session */
  #enter(session) {
    this.#token = null;
    this.#typed = { name: '' };
    this.#session = session;
    this.#api.signedIn(session);
    this.#frame(session);
    this.#show(null);
  }

  /** @param {Session} session */
  #frame(session) {
    const words = this.#words;
    const places = placesFor(session.user);
    const groups = /** @type {const} */ (['work', 'rooms', 'house']).map((group) => ({
      label: words.of('group', group),
      places: places.filter((place) => place.group === group).map(({ name, key }) => ({ name, key: key ?? '', label: words.of('place', name) })),
    })).filter((group) => group.places.length > 0);
    this.#shell?.stop();
    this.#shell = new Shell({
      words, user: session.user.name, groups, onspeak: (ui) => this.#choose(ui),
      onhelp: () => this.#help(), onaccount: () => this.#account(session),
    });
    this.#keys.frame([
      ...groups.flatMap((group) => group.places).map(({ name, label, key }) => ({ key: `g ${key}`, label, run: () => { location.hash = `#/${name}`; } })),
      { key: '?', label: words.c('keys'), run: () => this.#help() },
    ]);
    this.#root.replaceChildren(this.#shell.node);
  }

  #help() {
    openKeys({ host: this.#root, words: this.#words, keys: this.#keys });
  }

  /** Open what the address says. @param {unknown} kept what a redraw brings along */
  #show(kept) {
    const [session, shell] = [this.#session, this.#shell];
    if (!session || !shell) return;
    const places = placesFor(session.user);
    const route = routeOf(location.hash);
    const place = places.find(({ name }) => name === route.path[0]) ?? places[0];
    this.#at = location.hash;
    if (place === undefined) return this.#nowhere(session);
    if (this.#open?.name === place.name && this.#open.screen.update && kept === null) {
      this.#open.screen.update(route);
      return;
    }
    this.#close();
    const screen = place.make(this.#context(session, shell), route, kept);
    this.#open = { name: place.name, screen };
    this.#title(screen.title);
    shell.show(screen.node, place.name);
    this.#keys.screen(screen.keys);
    if (screen.focus) screen.focus();
    else heading(screen.node)?.focus();
  }

  /** @param {Session} session */
  #nowhere(session) {
    const words = this.#words;
    this.#title(words.c('curators'));
    this.#shell?.show(h('div', { class: 'screen' }, h('h1', { class: 'title', tabindex: -1 }, words.c('curators')),
      nothing(words.c('noPower'), words.c('noPowerLead', { name: session.user.name }))), '');
  }

  /** @param {Session} session @param {Shell} shell @returns {Context} */
  #context(session, shell) {
    return {
      words: this.#words, api: this.#api, session, preferences: this.#preferences, host: this.#root,
      go: (...path) => { location.hash = hashOf({ path, query: {} }); },
      replace: (route) => {
        this.#at = hashOf(route);
        history.replaceState(null, '', this.#at);
      },
      tell: (text) => shell.tell(text),
      title: (text) => this.#title(text), count: (place, n) => shell.count(place, n),
    };
  }

  /** @param {string} text */
  #title(text) {
    document.title = `${text} · ${this.#words.t('appName')}`;
  }

  #close() {
    this.#open?.screen.stop?.();
    this.#open = null;
    this.#keys.screen([]);
  }

  /** The address changed: by a link, a key, the way back, or a hand. */
  #moved() {
    if (this.#takeToken()) return this.#signIn();
    if (location.hash === this.#at) return;
    if (this.#leaving || !this.#open?.screen.isDirty?.()) {
      this.#leaving = false;
      return this.#show(null);
    }
    const wanted = location.hash;
    history.replaceState(null, '', this.#at);
    askFirst({
      host: this.#root, words: this.#words, title: this.#words.c('leaveTitle'), lead: this.#words.c('leaveLead'), yes: this.#words.c('leaveYes'),
      act: () => {
        this.#leaving = true;
        location.hash = wanted;
      },
    });
  }

  /** Another language: everything is drawn anew, with what was typed. @param {string} ui */
  #choose(ui) {
    this.#preferences.choose({ ui });
    this.#speak();
    const kept = this.#open?.screen.kept?.() ?? {};
    if (this.#session === null) this.#signIn();
    else {
      this.#frame(this.#session);
      this.#show(kept);
    }
    /** @type {HTMLElement | null} */ (this.#root.querySelector('.speakers [aria-pressed=true]'))?.focus();
  }

  /** @param {Session} session */
  #account(session) {
    openAccount({
      host: this.#root, words: this.#words, user: session.user, preferences: this.#preferences, ontheme: () => this.#theme(),
      onroom: () => toRoom(this.#api, session.user, this.#preferences),
      onleave: async () => {
        await this.#api.send('DELETE', '/session', null, { quiet: true });
        this.#session = null;
        history.replaceState(null, '', location.pathname);
        this.#signIn();
      },
    });
  }

  /** One dialog for all who ask at the same time. @returns {Promise<boolean>} */
  #again() {
    if (this.#session === null) return Promise.resolve(false);
    this.#asking ??= signInAgain({
      host: this.#root, words: this.#words, api: this.#api, name: this.#session.user.name,
      onenter: (session) => {
        // What is typed here is another person's.
        if (session.user.id !== this.#session?.user.id) return location.reload();
        this.#session = session;
        this.#api.signedIn(session);
      },
    }).finally(() => { this.#asking = null; });
    return this.#asking;
  }
}
