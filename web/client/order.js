/** How one may speak in the room, and how one stands there; reports, and what moderators ask for. */

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').Manners} Manners */

/** @type {Manners} */
const USUAL = Object.freeze({ slowS: 0, readOnly: false, mutedUntil: null, reason: '', mayModerate: false });

export class Order {
  #committed;
  manners = USUAL;

  /** @param {(question: import('./asking.js').Question) => Promise<Notice | null>} committed */
  constructor(committed) {
    this.#committed = committed;
  }

  /** @param {import('../types.js').ServerFrame} frame */
  take(frame) {
    // Whatever is not as usual is told anew after each join.
    if (frame.type === 'joined') this.manners = USUAL;
    if (frame.type === 'rules') this.manners = Object.freeze({ ...this.manners, slowS: frame.slowS, readOnly: frame.readOnly });
    if (frame.type !== 'standing') return;
    const { mutedUntil, reason, mayModerate } = frame;
    this.manners = Object.freeze({ ...this.manners, mutedUntil, reason, mayModerate });
  }

  /** @param {number} seq @param {string} reason */
  report(seq, reason) {
    return this.#committed({ type: 'report', seq, reason });
  }

  /** @param {import('../types.js').Act} act */
  moderate(act) {
    return this.#committed({ type: 'moderate', ...act });
  }
}
