/** Turn the frames that keep the peace into checked values. */

import { flag, name, optional, text, time, whole } from './fields.js';

/**
 * Throws where a field is missing or wrong; null: no frame of these.
 * @param {Record<string, unknown>} raw
 * @returns {import('../types.js').OrderFrame | null}
 */
export function order(raw) {
  switch (raw.type) {
    case 'done': return { type: 'done', id: text(raw.id) };
    case 'rules': return { type: 'rules', room: text(raw.room), slowS: whole(raw.slow_s, 0), readOnly: flag(raw.read_only) };
    case 'standing': return {
      type: 'standing', room: text(raw.room), mutedUntil: optional(raw.muted_until, time),
      reason: optional(raw.reason, name) ?? '', mayModerate: flag(raw.may_moderate),
    };
    default: return null;
  }
}
