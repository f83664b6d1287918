/** Write a message: grows with its text, knows input methods, replies, edits, limits. */

import { h, prose, reconcile, setProp, setText } from './dom.js';
import { EnterKey } from './enter-key.js';
import { faces, plain } from './faces.js';
import { icon } from './icons.js';
import { drawExcerpt } from './runs.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {{ readonly kind: 'reply' | 'edit', readonly message: ChatMessage }} Aim */

/** The counter shows when this few characters are left. */
const NEARLY = 100;
const UNKNOWN_LIMIT = 2000;
const EXCERPT = 120;

export class Composer {
  #context;
  #enter = new EnterKey();
  #limit = UNKNOWN_LIMIT;
  #blocked = false;
  /** @type {Aim | null} */
  #aim = null;
  /** What stood here before an edit began. */
  #kept = '';
  #input;
  #mirror = h('div', { class: 'mirror', 'aria-hidden': 'true' });
  #aimBar = h('div', { class: 'aim' });
  #counter = h('span', { class: 'counter', 'aria-hidden': 'true' });
  #counted = h('span', { class: 'hidden', id: 'counter' });
  #send;
  #own;
  #preview;

  /**
   * @param {import('./types.js').Context} context
   * @param {() => ChatMessage | undefined} own one's own last message, for the up arrow
   * @param {import('./preview.js').PreviewLine} preview
   */
  constructor(context, own, preview) {
    const { words } = context;
    this.#context = context;
    this.#own = own;
    this.#preview = preview;
    this.#input = h('textarea', {
      class: 'input', part: 'input', rows: 1, dir: 'auto', 'aria-label': words.t('compose'), 'aria-describedby': 'counter',
      placeholder: words.t('placeholder'), enterkeyhint: 'send', autocomplete: 'off',
      oninput: (/** @type {InputEvent} */ event) => this.#typed(event.isComposing),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      onkeyup: () => this.#enter.released(),
      oncompositionstart: (/** @type {Event} */ event) => this.#composition(event),
      oncompositionend: (/** @type {Event} */ event) => this.#composition(event),
    });
    this.#send = h('button', { type: 'submit', class: 'send', part: 'send', 'aria-label': words.t('send'), title: words.t('send') }, icon('send'));
    this.node = h('form', {
      class: 'composer', part: 'composer',
      onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); this.#submit(); },
    }, this.#aimBar, h('div', { class: 'field' }, h('div', { class: 'grow' }, this.#mirror, this.#input), this.#counter, this.#counted, this.#send));
    this.#drawAim();
    this.#measure();
  }

  get draft() {
    return this.#aim?.kind === 'edit' ? this.#kept : this.#input.value;
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  /** @param {string} text */
  fill(text) {
    this.#input.value = text;
    this.#measure();
    this.#preview.write(text, false);
  }

  /** The person chose anew what is shown. */
  redraw() {
    this.#preview.write(this.#input.value, false);
  }

  /** @param {number} chars code points, as the server counts */
  limit(chars) {
    if (chars === this.#limit) return;
    this.#limit = chars;
    this.#measure();
  }

  /** Nothing can be sent just now; what is written stays. @param {boolean} blocked */
  block(blocked) {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#input.readOnly = blocked;
    this.#measure();
  }

  /** @param {ChatMessage} message */
  reply(message) {
    if (this.#aim?.kind === 'edit') this.fill(this.#kept);
    this.#point({ kind: 'reply', message });
  }

  /** @param {ChatMessage} message */
  edit(message) {
    if (this.#aim?.kind !== 'edit') this.#kept = this.#input.value;
    this.fill(plain(message));
    this.#point({ kind: 'edit', message });
  }

  /** @param {Aim | null} aim */
  #point(aim) {
    this.#aim = aim;
    this.#drawAim();
    this.#measure();
    this.focus();
  }

  #leaveAim() {
    if (this.#aim?.kind === 'edit') this.fill(this.#kept);
    this.#kept = '';
    this.#point(null);
  }

  #submit() {
    const text = this.#input.value.trim();
    if (text === '' || this.#blocked || [...text].length > this.#limit) return;
    const { client } = this.#context;
    const aim = this.#aim;
    if (aim?.kind === 'edit') {
      if (aim.message.seq !== null && text !== plain(aim.message)) client.edit(aim.message.seq, text);
      return this.#leaveAim();
    }
    client.send(text, aim?.message.seq ?? undefined);
    this.fill('');
    this.#point(null);
  }

  /** @param {boolean} composing */
  #typed(composing) {
    this.#measure();
    this.#preview.write(this.#input.value, composing);
    if (this.#aim?.kind !== 'edit' && this.#input.value !== '') this.#context.client.typing();
  }

  /** @param {Event} event */
  #composition(event) {
    this.#enter.composition(event);
    this.#preview.write(this.#input.value, event.type === 'compositionstart');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.#enter.sends(event)) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && !event.isComposing && this.#preview.hide()) {
      event.preventDefault();
    } else if (event.key === 'Escape' && this.#aim && !event.isComposing) {
      event.preventDefault();
      this.#leaveAim();
    } else if (event.key === 'ArrowUp' && this.#input.value === '' && !event.isComposing) {
      const own = this.#own();
      if (own) {
        event.preventDefault();
        this.edit(own);
      }
    }
  }

  /** The box behind has the same text, so the field is as high as it needs to be. */
  #measure() {
    const { words } = this.#context;
    const { value } = this.#input;
    setText(this.#mirror, `${value}\u200b`);
    const left = this.#limit - [...value.trim()].length;
    const near = left < NEARLY;
    setText(this.#counter, near ? left.toLocaleString(words.tag) : '');
    setText(this.#counted, !near ? '' : left < 0 ? words.t('charsOver', { n: -left }) : words.t('charsLeft', { n: left }));
    setProp(this.#counter, 'data-over', left < 0);
    setProp(this.#input, 'aria-invalid', left < 0 ? 'true' : null);
    this.#send.disabled = value.trim() === '' || left < 0 || this.#blocked;
    const label = words.t(this.#aim?.kind === 'edit' ? 'save' : 'send');
    setProp(this.#send, 'aria-label', label);
    setProp(this.#send, 'title', label);
  }

  #drawAim() {
    const aim = this.#aim;
    const { words, preferences } = this.#context;
    setProp(this.#aimBar, 'hidden', aim === null);
    if (!aim) return this.#aimBar.replaceChildren();
    const face = faces(aim.message, preferences.choices, false).first;
    const title = aim.kind === 'edit' ? words.t('editing') : words.t('replyingTo', { name: aim.message.from.name });
    reconcile(this.#aimBar, [
      icon(aim.kind),
      h('div', { class: 'aim-text' }, h('strong', {}, title), prose('span', face.lang, {}, ...drawExcerpt(face.runs, EXCERPT))),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': words.t('cancel'), title: words.t('cancel'), onclick: () => this.#leaveAim() }, icon('close')),
    ]);
  }
}
