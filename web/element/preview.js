/** Show whoever writes how it will read on the other side, quietly and never in the way. */

import { h, reconcile, setProp } from './dom.js';
import { icon } from './icons.js';
import { drawBox, drawLine, isHarmless, warningsFor } from './preview-parts.js';

/** @typedef {import('../types.js').Preview} Preview */

export class PreviewLine {
  #context;
  #onreplace;
  #ontell;
  /** What stands in the composer. */
  #draft = '';
  /** Put away until the next message. */
  #away = false;
  /** What the person chose for this draft; null: open when there is something to decide. @type {boolean | null} */
  #open = null;
  #told = '';
  /** @type {readonly unknown[]} */
  #drawn = [];
  /** @type {Preview | null} */
  #preview = null;
  #line;
  #box = h('div', { class: 'preview-box', id: 'preview-box' });

  /**
   * @param {import('./types.js').Context} context
   * @param {(text: string) => void} onreplace another draft was chosen
   * @param {(text: string) => void} ontell say it aloud
   */
  constructor(context, onreplace, ontell) {
    const { words } = context;
    this.#context = context;
    this.#onreplace = onreplace;
    this.#ontell = ontell;
    this.#line = h('button', {
      type: 'button', class: 'preview-line', 'aria-controls': 'preview-box',
      onclick: () => { this.#open = this.#open !== true; this.draw(); },
    });
    this.node = h('section', {
      class: 'preview', part: 'preview', 'aria-label': words.t('preview'), hidden: true,
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Escape' || !this.hide()) return;
        event.preventDefault();
        context.deeds.write();
      },
    }, this.#line, this.#box);
  }

  /** The draft as it stands now. @param {string} text @param {boolean} composing an input method is at work */
  write(text, composing) {
    this.#draft = text.trim();
    if (this.#draft === '') [this.#away, this.#open] = [false, null];
    const wanted = this.#context.preferences.choices.preview && !this.#away;
    this.#context.client.preview(!wanted ? '' : composing && this.#draft !== '' ? null : this.#draft);
    this.draw();
  }

  /** @param {import('../types.js').ChatState} state */
  update({ preview }) {
    if (preview === this.#preview) return;
    this.#preview = preview;
    this.draw();
    this.#tell();
  }

  /** Put it away until the next message. Whether there was anything to put away. */
  hide() {
    if (this.node.hidden) return false;
    this.#away = true;
    this.write(this.#draft, false);
    return true;
  }

  draw() {
    const preview = this.#draft === '' ? null : this.#preview;
    const warnings = preview ? warningsFor(preview) : [];
    const isShown = preview !== null && !this.#away && (preview.translation !== null || warnings.length > 0);
    setProp(this.node, 'hidden', !isShown);
    if (!isShown) return;
    const isStale = preview.text !== this.#draft;
    const isOpen = this.#isOpen();
    setProp(this.node, 'data-stale', isStale);
    setProp(this.#line, 'aria-expanded', String(isOpen));
    setProp(this.#box, 'hidden', !isOpen);
    const isWhole = this.#open === true;
    if ([preview, isStale, isWhole].every((part, i) => part === this.#drawn[i])) return;
    this.#drawn = [preview, isStale, isWhole];
    const { words } = this.#context;
    reconcile(this.#line, drawLine(preview, words));
    reconcile(this.#box, [
      h('button', { type: 'button', class: 'icon-button preview-close', 'aria-label': words.t('previewHide'), title: words.t('previewHide'), onclick: () => { this.hide(); this.#context.deeds.write(); } }, icon('close')),
      ...drawBox(preview, words, isWhole, isStale, (text) => this.#replace(text)),
    ]);
  }

  #isOpen() {
    return this.#open ?? (this.#preview !== null && !isHarmless(this.#preview));
  }

  /** @param {string} text */
  #replace(text) {
    this.#open = null;
    this.#onreplace(text);
  }

  /** Only what one may want to change is said aloud, and once. */
  #tell() {
    const preview = this.#preview;
    const found = preview && !this.#away ? warningsFor(preview).flatMap((warning) => (warning.kind === 'doubt' ? [] : [warning.text])) : [];
    const told = found.join('\n');
    if (told !== '' && told !== this.#told) this.#ontell(this.#context.words.t('previewHeard', { text: this.#context.words.list(found) }));
    this.#told = told;
  }
}
