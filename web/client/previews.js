/** Ask how a draft will read, once it rests, and show nothing that is no longer true of a draft. */

/** @typedef {import('../types.js').Preview} Preview */
/** @typedef {import('../types.js').ServerFrame} ServerFrame */

/** Somebody who pauses this long may want to know. */
const REST_MS = 500;
/** From one question to the next: the server translates twice for each. */
const GAP_MS = 1_000;
/** After a refusal; three for haste within 30 s would close the socket, and nobody should lose that to this. */
const REFUSED_MS = 20_000;

export class Previews {
  #ask;
  #timers;
  #now;
  #changed;
  /** The draft as last told; null: it is being composed. @type {string | null} */
  #draft = '';
  /** @type {unknown} */
  #timer = null;
  #asking = false;
  #notBefore = -Infinity;
  /** @type {Preview | null} */
  shown = null;

  /**
   * @param {(text: string) => Promise<ServerFrame | null> | null} ask null: there is nobody here to
   *   whom it would read otherwise
   * @param {import('./timers.js').Timers} timers
   * @param {() => number} now
   * @param {() => void} changed
   */
  constructor(ask, timers, now, changed) {
    this.#ask = ask;
    this.#timers = timers;
    this.#now = now;
    this.#changed = changed;
  }

  /** As ChatClientApi.preview. @param {string | null} text */
  write(text) {
    const draft = text === null ? null : text.trim();
    if (draft === this.#draft) return;
    this.#draft = draft;
    this.#wait(draft === null || draft === '' ? null : REST_MS);
    if (draft === '') this.#show(null);
  }

  /** @param {number | null} ms null: not at all */
  #wait(ms) {
    this.#timers.clear(this.#timer);
    this.#timer = ms === null ? null : this.#timers.set(() => this.#rested(), Math.max(ms, this.#notBefore - this.#now()));
  }

  async #rested() {
    this.#timer = null;
    const text = this.#draft;
    // One at a time: when its answer is here, what is written by then is asked for.
    if (!text || this.#asking || this.shown?.text === text) return;
    const answer = this.#ask(text);
    if (answer === null) return this.#show(null);
    this.#asking = true;
    this.#notBefore = this.#now() + GAP_MS;
    const frame = await answer;
    this.#asking = false;
    this.#answered(text, frame);
  }

  /** @param {string} text @param {ServerFrame | null} frame null: none came */
  #answered(text, frame) {
    if (frame?.type === 'error') this.#notBefore = this.#now() + Math.max(REFUSED_MS, (frame.retryAfter ?? 0) * 1_000);
    const isStale = text !== this.#draft;
    if (!isStale && frame?.type === 'preview') {
      const { type: _, id: __, ...said } = frame;
      this.#show({ text, ...said });
    } else if (!isStale) {
      this.#show(null);
    }
    // Nothing waits while one is asked but what has rested already.
    const again = isStale || (frame?.type === 'error' && frame.code === 'too-fast');
    if (this.#draft && this.#timer === null && again) this.#wait(0);
  }

  /** @param {Preview | null} preview */
  #show(preview) {
    if (this.shown === preview) return;
    this.shown = preview;
    this.#changed();
  }
}
