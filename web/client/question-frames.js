/** Turn the frames about questions into checked values. */

import { name, object, person, tag, text, whole } from './fields.js';

/**
 * Throws where a field is missing or wrong; null: no frame of these.
 * @param {Record<string, unknown>} raw
 * @returns {import('../types.js').QuestionFrame | null}
 */
export function question(raw) {
  if (raw.type !== 'question' && raw.type !== 'answered') return null;
  return {
    type: raw.type,
    room: text(raw.room),
    question: whole(raw.question, 1),
    seq: whole(raw.seq, 1),
    text: text(raw.text),
    lang: tag(raw.lang),
    for: tag(raw.for),
    from: person(object(raw.from)),
    answer: raw.type === 'question' ? null : { by: person(object(raw.by)), gloss: name(raw.gloss), body: name(raw.body) },
  };
}
