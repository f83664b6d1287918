/** Decide which of a message's texts is shown, and in which order: pure. */

/** @typedef {import('./types.js').Face} Face */
/** @typedef {import('./types.js').Faces} Faces */
/** @typedef {Pick<import('./types.js').Choices, 'show' | 'reads'>} Wishes */

/**
 * @param {import('../types.js').ChatMessage} message
 * @param {Wishes} wishes the reader's choice
 * @param {boolean} open whether the reader uncovered the hidden text of this very message
 * @returns {Faces}
 */
export function faces(message, { show, reads }, open) {
  /** @type {Face} */
  const original = { runs: message.runs, lang: message.lang, kind: 'original' };
  const made = message.translation;
  if (message.deleted || (made === null && !message.translating)) return alone(original, 'none');
  // A mixed message is translated into its own language: that is the part which is not understood.
  const isRead = reads.includes(message.lang) && made?.lang !== message.lang;
  // Words that are understood, as one's own are, need no translation: one that lacks is no news.
  if (made === null) return alone(original, message.mine || isRead ? 'none' : 'pending');
  if (made.status === 'failed') return message.mine || isRead ? alone(original, 'none') : alone({ ...original, words: made.words }, 'failed');
  /** @type {Face} */
  const translation = { runs: made.runs, lang: made.lang, kind: 'translation' };
  const state = made.status;
  if (show === 'both' && !isRead) return { first: translation, second: original, toggle: null, state };
  if (show === 'original-first' && !isRead) return { first: original, second: translation, toggle: null, state };
  const [first, hidden] = show === 'original' || message.mine || isRead ? [original, translation] : [translation, original];
  return { first, second: open ? hidden : null, toggle: hidden.kind, state };
}

/**
 * The text that a reader is told aloud: their own language where there is one; null while it is
 * still being made.
 * @param {import('../types.js').ChatMessage} message
 * @param {readonly string[]} reads languages that need no translation
 * @returns {Face | null}
 */
export function spoken(message, reads) {
  if (message.translating && message.translation === null && !reads.includes(message.lang)) return null;
  return faces(message, { show: 'both', reads }, false).first;
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
