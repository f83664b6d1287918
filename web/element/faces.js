/** Decide which of a message's texts is shown, and in which order: pure. */

/** @typedef {import('./types.js').Face} Face */
/** @typedef {import('./types.js').Faces} Faces */

/**
 * @param {import('../types.js').ChatMessage} message
 * @param {import('./types.js').Show} show the reader's choice
 * @param {boolean} open whether the reader uncovered the hidden text of this very message
 * @returns {Faces}
 */
export function faces(message, show, open) {
  /** @type {Face} */
  const original = { runs: message.runs, lang: message.lang, kind: 'original' };
  const made = message.translation;
  if (message.deleted || (made === null && !message.translating)) return alone(original, 'none');
  // One's own words need no translation to be understood, so one that lacks is no news.
  if (made === null) return alone(original, message.mine ? 'none' : 'pending');
  if (made.status === 'failed') return alone(original, message.mine ? 'none' : 'failed');
  /** @type {Face} */
  const translation = { runs: made.runs, lang: made.lang, kind: 'translation' };
  const state = made.status;
  if (show === 'both') return { first: translation, second: original, toggle: null, state };
  if (show === 'original-first') return { first: original, second: translation, toggle: null, state };
  const [first, hidden] = show === 'original' || message.mine ? [original, translation] : [translation, original];
  return { first, second: open ? hidden : null, toggle: hidden.kind, state };
}

/**
 * The text that a reader is told aloud: their own language where there is one; null while it is
 * still being made.
 * @param {import('../types.js').ChatMessage} message
 * @returns {Face | null}
 */
export function spoken(message) {
  if (message.translating && message.translation === null) return null;
  return faces(message, 'both', false).first;
}

/**
 * @param {{ readonly runs: readonly import('../types.js').Run[] }} face
 */
export function plain({ runs }) {
  return runs.map(({ text }) => text).join('');
}

/**
 * @param {Face} first
 * @param {Faces['state']} state
 * @returns {Faces}
 */
function alone(first, state) {
  return { first, second: null, toggle: null, state };
}
