/** Put the parts of the chat together and pass each change of state on to them. */

import { Announcer } from './announcer.js';
import { askDelete } from './ask-delete.js';
import { Tints } from './avatar.js';
import { Banner } from './banner.js';
import { Composer } from './composer.js';
import { copyText } from './copy-text.js';
import { openCorrection } from './correction.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { EmptyRoom } from './empty-room.js';
import { faces, plain } from './faces.js';
import { openInvite } from './invite.js';
import { MessageList } from './message-list.js';
import { NotePopup } from './note-popup.js';
import { OrderHere } from './order/here.js';
import { RuleLine } from './order/line.js';
import { drawPeople, PeoplePanel } from './people.js';
import { PreviewLine } from './preview.js';
import { Questions } from './questions.js';
import { ReactionPicker } from './reactions.js';
import { WordByWord } from './reading.js';
import { openSettings } from './settings.js';
import { Toast } from './toast.js';
import { TopBar } from './top-bar.js';
import { TypingLine } from './typing-line.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('./types.js').Deeds} Deeds */

/**
 * @typedef {object} Surroundings
 * @property {ShadowRoot} root
 * @property {import('./i18n.js').Words} words
 * @property {import('./preferences.js').Preferences} preferences
 * @property {import('../types.js').ChatClientApi} client
 * @property {import('../types.js').EntryCardsApi} cards
 * @property {string} room
 * @property {string} draft what was being written
 * @property {string | null} typed the name in the settings that were open; null: they were not
 * @property {(some: Partial<import('./types.js').Choices>) => void} onchoose
 * @property {(room: string) => void} ongo
 */

export class ChatView {
  #around;
  /** @type {import('./types.js').Context} */
  #context;
  #toast = new Toast();
  #tints = new Tints();
  /** The name as it stands in the open settings; null: they are closed. @type {(() => string) | null} */
  #typed = null;
  #announcer;
  #bar;
  #banner;
  #list;
  #empty;
  #typing;
  #preview;
  #rules;
  #composer;
  #panel;
  #picker;
  #popup;
  /** @type {OrderHere} */
  #order;
  /** @type {Questions} */
  #questions;
  /** @type {HTMLElement} */
  node;
  #off = new AbortController();

  /** @param {Surroundings} around */
  constructor(around) {
    const { root, words, preferences, client, cards } = around;
    this.#around = around;
    const context = {
      words, preferences, client, deeds: this.#deeds(), tints: this.#tints,
      nameOf: (/** @type {string} */ id) => this.#nameOf(id),
      reading: new WordByWord({
        preferences, words, base: cards.base, lang: () => client.state.lang,
        onready: () => this.#list.redraw(false), onpinyin: () => { this.#popup.close(true); around.onchoose({ pinyin: true }); },
      }),
    };
    this.#context = context;
    this.#announcer = new Announcer(context);
    this.#bar = new TopBar(words, this.#tints, { people: () => this.#openPeople(), rules: () => void this.#order.rules(), invite: () => this.#openInvite(), settings: () => this.#openSettings(null) });
    this.#banner = new Banner(context);
    this.#list = new MessageList(context);
    this.#empty = new EmptyRoom(words, (text) => { this.#composer.fill(text); this.#composer.focus(); });
    this.#typing = new TypingLine(words);
    this.#preview = new PreviewLine(context, (text) => { this.#composer.fill(text); this.#composer.focus(); }, (text) => this.#announcer.say(text));
    this.#composer = new Composer(context, () => client.state.messages.findLast(({ mine, delivery, deleted }) => mine && delivery === 'sent' && !deleted), this.#preview);
    this.#composer.fill(around.draft);
    this.#rules = new RuleLine(words, (blocked) => this.#composer.block(blocked));
    this.#panel = new PeoplePanel(words, this.#tints);
    this.#picker = new ReactionPicker(root, words);
    this.#order = new OrderHere({ context, host: () => this.node, tell: (text) => this.#tell(text) });
    this.#questions = new Questions({ root, context, list: this.#list.list, host: () => this.node, tell: (text) => this.#tell(text) });
    const feedback = (/** @type {HTMLElement} */ term, /** @type {string} */ entry) => this.#questions.feedback(term, entry);
    this.#popup = new NotePopup(root, [this.#list.list, this.#preview.node], { words, cards, reading: context.reading, lang: () => client.state.lang, feedback });
    this.node = h('div', { class: 'chat' },
      this.#bar.node, this.#banner.node,
      h('div', { class: 'columns' },
        h('main', { class: 'conversation', 'aria-label': words.t('chat', { room: around.room }) },
          this.#list.node, this.#empty.node, this.#questions.node, h('div', { class: 'between' }, this.#preview.node, this.#typing.node), this.#rules.node, this.#composer.node),
        this.#panel.node),
      this.#picker.node, this.#popup.node, this.#toast.node, this.#announcer.node);
  }

  get unread() {
    return this.#list.unread;
  }

  get draft() {
    return this.#composer.draft;
  }

  get typed() {
    return this.#typed?.() ?? null;
  }

  start() {
    this.#list.start();
    if (this.#around.typed !== null) this.#openSettings(this.#around.typed);
    const { signal } = this.#off;
    this.#questions.start(signal);
    document.addEventListener('visibilitychange', () => this.#list.look(), { signal });
    window.addEventListener('online', () => this.#banner.draw(), { signal });
    window.addEventListener('offline', () => this.#banner.draw(), { signal });
  }

  stop() {
    this.#off.abort();
    this.#list.stop();
    this.#banner.stop();
    this.#announcer.stop();
    this.#toast.stop();
    this.#rules.stop();
    this.#picker.close();
    this.#popup.close();
  }

  /** @param {import('../types.js').ChatState} state */
  update(state) {
    this.#tints.meet(state.members);
    this.#bar.update(state, this.#around.room);
    this.#banner.update(state);
    this.#list.update(state);
    this.#popup.follow();
    this.#questions.update(state);
    this.#empty.update(state);
    this.#typing.update(state);
    this.#panel.update(state);
    this.#rules.update(state);
    this.#announcer.update(state);
    this.#preview.update(state);
    if (state.limits) this.#composer.limit(state.limits.chars);
  }

  /** The reader chose anew what messages show. */
  redraw() {
    this.#list.redraw();
    this.#composer.redraw();
  }

  focus() {
    this.#composer.focus();
  }

  /** @returns {Deeds} */
  #deeds() {
    const { words, client, preferences } = this.#around;
    return {
      reply: (message) => this.#composer.reply(message),
      edit: (message) => this.#composer.edit(message),
      remove: ({ seq }) => {
        if (seq !== null) askDelete({ host: this.node, words, ondelete: () => client.remove(seq) });
      },
      copy: (message) => this.#copy(plain(faces(message, preferences.choices, false).first)),
      correct: (message) => {
        if (message.seq !== null) openCorrection({ host: this.node, context: this.#context, message, onthanks: () => this.#tell(words.t('thanks')) });
      },
      ask: (message) => void this.#questions.ask(message),
      report: (message) => void this.#order.report(message),
      moderate: (message) => void this.#order.moderate(message),
      rename: (name) => this.#around.onchoose({ name }),
      jump: async (seq) => {
        if (!(await this.#list.jump(seq))) this.#tell(words.t('jumpNotFound'));
      },
      react: ({ seq }, anchor) => this.#picker.open(anchor, (emoji) => {
        if (seq !== null) client.react(seq, emoji, !this.#hasMine(seq, emoji));
      }),
      read: (bubble) => void this.#popup.enter(bubble),
      write: () => this.#composer.focus(),
    };
  }

  /**
   * @param {number} seq
   * @param {string} emoji
   */
  #hasMine(seq, emoji) {
    const message = this.#around.client.state.messages.find((one) => one.seq === seq);
    return message?.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine) ?? false;
  }

  /** @param {string} text */
  async #copy(text) {
    const { words } = this.#around;
    this.#tell(words.t((await copyText(text)) ? 'copied' : 'copyFailed'));
  }

  /** @param {string} text */
  #tell(text) {
    this.#toast.show(text);
    this.#announcer.say(text);
  }

  /** @param {string} id */
  #nameOf(id) {
    const { members, messages, me } = this.#around.client.state;
    const member = members.find((one) => one.id === id) ?? (me?.id === id ? me : undefined);
    return member?.name ?? messages.findLast(({ from }) => from.id === id)?.from.name ?? null;
  }

  #openPeople() {
    const { words, client } = this.#around;
    openDialog({
      host: this.node, title: words.t('hereNow', { n: client.state.members.length }), closeLabel: words.t('close'),
      kind: 'dialog-people', body: [drawPeople(client.state, words, this.#tints)],
    });
  }

  #openInvite() {
    const { words, ongo } = this.#around;
    openInvite({ host: this.node, words, link: location.href, oncopy: (text) => void this.#copy(text), ongo });
  }

  /** @param {string | null} typed the name being changed before the interface was drawn anew */
  #openSettings(typed) {
    const { client, onchoose } = this.#around;
    const { languages, lang, me } = client.state;
    this.#typed = openSettings({
      host: this.node, context: this.#context, onchoose, typed, onclose: () => { this.#typed = null; },
      languages: languages.map(({ code }) => code), now: { name: me?.name ?? '', lang },
    });
  }
}
