/** Keep what readers asked about messages, and what others answered. */

/** @typedef {import('../types.js').AskedAbout} AskedAbout */
/** @typedef {import('../types.js').ServerFrame} ServerFrame */

/** @type {readonly AskedAbout[]} */
const NOTHING = Object.freeze([]);
/** Of one room; the server tells no more than the newest anyway. */
const MOST = 200;

export class Asked {
  /** By message; a list stays the same object as long as nothing in it changes. @type {Map<number, readonly AskedAbout[]>} */
  #bySeq = new Map();

  /** @param {number} seq */
  of(seq) {
    return this.#bySeq.get(seq) ?? NOTHING;
  }

  /** What others asked and nobody has answered, oldest first. @param {string | null} me */
  open(me) {
    const all = [...this.#bySeq.values()].flat();
    return all.filter(({ answer, from }) => answer === null && from.id !== me).sort((a, b) => a.question - b.question);
  }

  /** We asked; the answer brings the number of the question. @param {number} seq @param {string} text @param {AskedAbout['from']} from @param {string} reads */
  asking(seq, text, from, reads) {
    if (!this.of(seq).some((each) => each.text === text)) this.#put({ question: 0, seq, text, lang: 'und', for: reads, from, answer: null });
  }

  /** @param {ServerFrame} frame */
  take(frame) {
    if (frame.type === 'question' || frame.type === 'answered') {
      const { type: _, room: __, ...asked } = frame;
      this.#put(asked);
    } else if (frame.type === 'joined') {
      // Those that are still open are told again.
      for (const [seq, list] of this.#bySeq) this.#set(seq, list.filter(({ answer, question }) => answer !== null || question === 0));
    } else if (frame.type === 'message' && this.#bySeq.has(frame.seq)) {
      const text = frame.runs.map((run) => run.text).join('');
      this.#set(frame.seq, this.of(frame.seq).filter((each) => !frame.deleted && text.includes(each.text)));
    }
  }

  /** @param {AskedAbout} asked */
  #put(asked) {
    const others = this.of(asked.seq).filter((each) => each.question !== asked.question && !isSame(each, asked));
    const known = this.of(asked.seq).find(({ question }) => question === asked.question);
    // A question that comes after its answer is old.
    if (known?.answer && !asked.answer) return;
    this.#set(asked.seq, [...others, asked]);
    const [oldest] = this.#bySeq.keys();
    if (this.#bySeq.size > MOST && oldest !== undefined) this.#bySeq.delete(oldest);
  }

  /** @param {number} seq @param {readonly AskedAbout[]} list */
  #set(seq, list) {
    if (list.length === 0) this.#bySeq.delete(seq);
    else if (list.length !== this.of(seq).length || list.some((each, i) => each !== this.of(seq)[i])) this.#bySeq.set(seq, Object.freeze(list));
  }
}

/** Our own question before we knew its number. @param {AskedAbout} known @param {AskedAbout} asked */
function isSame(known, asked) {
  return known.question === 0 && known.text === asked.text && known.from.id === asked.from.id;
}
