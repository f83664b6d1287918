/** Turn text frames into checked values and back; a frame that is not what it should be is null. */

import {
  flag, list, member, name, object, optional, person, reaction, runs, some, tag, text, time, whole, word,
} from './fields.js';
import { order } from './order-frames.js';
import { question } from './question-frames.js';

/** @typedef {import('../types.js').ServerFrame} ServerFrame */
/** @typedef {Record<string, unknown>} Raw */

/**
 * @param {import('../types.js').ClientFrame} frame
 * @returns {string}
 */
export function encode(frame) {
  // Half an emoji, as an input may leave it, is no text: the server could not even say whose it is.
  return JSON.stringify(frame, (_, value) => (typeof value === 'string' ? wellFormed(value) : value));
}

/** @param {string} words */
function wellFormed(words) {
  return words.replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * Never throws, whatever comes. Null: not a frame we know, or a field is missing or wrong.
 * @param {unknown} data
 * @returns {ServerFrame | null}
 */
export function decode(data) {
  if (typeof data !== 'string') return null;
  try {
    return read(object(JSON.parse(data)));
  } catch {
    return null;
  }
}

/**
 * @param {Raw} raw
 * @returns {ServerFrame | null}
 */
function read(raw) {
  switch (raw.type) {
    case 'welcome': return welcome(raw);
    case 'joined': return joined(raw);
    case 'caught-up': return { type: 'caught-up', room: text(raw.room), at: whole(raw.at, 0) };
    case 'ack': return ack(raw);
    case 'error': return error(raw);
    case 'message': return message(raw);
    case 'translation': return translation(raw);
    case 'preview': return preview(raw);
    case 'presence': return presence(raw);
    case 'typing': return { type: 'typing', room: text(raw.room), user: person(raw.user) };
    case 'read': return { type: 'read', room: text(raw.room), user: text(raw.user), seq: whole(raw.seq, 0) };
    case 'room': return { type: 'room', room: room(raw.room), at: whole(raw.at, 0) };
    case 'history': return history(raw);
    case 'beat': return { type: 'beat' };
    default: return question(raw) ?? order(raw);
  }
}

/** @param {Raw} raw @returns {import('../types.js').WelcomeFrame} */
function welcome(raw) {
  const user = object(raw.user);
  const limits = optional(raw.limits, object);
  return {
    type: 'welcome',
    user: { ...person(user), role: name(user.role) },
    token: text(raw.token),
    languages: some(raw.languages, language),
    limits: limits && {
      chars: count(limits.chars),
      frame: optional(limits.frame, count),
      per5s: optional(limits.per_5s, count),
    },
    beat: seconds(raw.beat) ?? 25,
  };
}

/** @param {unknown} value */
function count(value) {
  return whole(value, 1);
}

/** @param {unknown} value @returns {import('../types.js').Language} */
function language(value) {
  const raw = object(value);
  return { code: tag(raw.code), name: name(raw.name), from: some(raw.from, tag) };
}

/** @param {Raw} raw @returns {import('../types.js').JoinedFrame} */
function joined(raw) {
  const state = object(raw.room);
  return {
    type: 'joined',
    id: text(raw.id),
    room: { ...room(state), seq: whole(state.seq, 0), read: optional(state.read, (seq) => whole(seq, 0)) ?? 0 },
    epoch: text(raw.epoch),
    at: whole(raw.at, 0),
    recovered: flag(raw.recovered),
    members: some(raw.members ?? [], member),
  };
}

/** @param {unknown} value */
function room(value) {
  const raw = object(value);
  return { name: text(raw.name), title: optional(raw.title, name) ?? '' };
}

/** @param {Raw} raw @returns {import('../types.js').AckFrame} */
function ack(raw) {
  return {
    type: 'ack',
    id: text(raw.id),
    room: text(raw.room),
    seq: whole(raw.seq, 1),
    at: whole(raw.at, 0),
    sent: time(raw.sent),
  };
}

/** @param {Raw} raw @returns {import('../types.js').ErrorFrame} */
function error(raw) {
  return {
    type: 'error',
    id: optional(raw.id, text),
    code: text(raw.code),
    message: optional(raw.message, name) ?? '',
    retryAfter: seconds(raw.retry_after),
    suggestion: optional(raw.suggestion, name),
  };
}

/** @param {unknown} value @returns {import('../types.js').MessageFrame} */
function message(value) {
  const raw = object(value);
  return {
    type: 'message',
    room: text(raw.room),
    at: whole(raw.at, 0),
    seq: whole(raw.seq, 1),
    rev: whole(raw.rev, 1),
    id: text(raw.id),
    from: person(raw.from),
    sent: time(raw.sent),
    lang: tag(raw.lang),
    runs: runs(raw.runs),
    replyTo: optional(raw.reply_to, (seq) => whole(seq, 1)),
    edited: optional(raw.edited, time),
    deleted: optional(raw.deleted, flag) ?? false,
    reactions: some(raw.reactions ?? [], reaction),
  };
}

/** @param {unknown} value @returns {import('../types.js').TranslationFrame} */
function translation(value) {
  const raw = object(value);
  return {
    type: 'translation',
    room: text(raw.room),
    at: whole(raw.at, 0),
    seq: whole(raw.seq, 1),
    rev: whole(raw.rev, 1),
    lang: tag(raw.lang),
    ...rendering(raw),
    words: some(raw.words ?? [], word),
  };
}

/** @param {unknown} value @returns {import('../types.js').Rendering} */
function rendering(value) {
  const raw = object(value);
  return {
    runs: runs(raw.runs),
    status: oneOf(raw.status, ['ok', 'shaky', 'failed']),
    reasons: some(raw.reasons ?? [], text),
    by: oneOf(raw.by, ['phrasebook', 'person', 'machine']),
    engine: optional(raw.engine, name) ?? '',
  };
}

/** @param {Raw} raw @returns {import('../types.js').PreviewFrame} */
function preview(raw) {
  return {
    type: 'preview',
    id: text(raw.id),
    lang: tag(raw.lang),
    from: tag(raw.from),
    translation: optional(raw.translation, rendering),
    back: optional(raw.back, name) || null,
    notes: runs(raw.notes ?? []),
    warnings: some(raw.warnings ?? [], warning),
  };
}

/** @param {unknown} value @returns {import('../types.js').Warning} */
function warning(value) {
  const raw = object(value);
  const kind = oneOf(raw.kind, ['idiom', 'tone', 'doubt']);
  if (kind === 'doubt') return { kind, reasons: some(raw.reasons ?? [], text) };
  const on = { text: text(raw.text), entry: text(raw.entry) };
  if (kind === 'tone') return { kind, ...on, reads: oneOf(raw.reads, ['cold', 'rude']) };
  return { kind, ...on, plain: optional(raw.plain, name) || null, note: optional(raw.note, name) || null };
}

/** @param {Raw} raw @returns {import('../types.js').PresenceFrame} */
function presence(raw) {
  return {
    type: 'presence',
    room: text(raw.room),
    joined: some(raw.joined ?? [], member),
    left: some(raw.left ?? [], text),
  };
}

/** @param {Raw} raw @returns {import('../types.js').HistoryFrame} */
function history(raw) {
  return {
    type: 'history',
    id: text(raw.id),
    room: text(raw.room),
    // All or nothing: a message left out would be a hole that nobody ever fills.
    messages: list(raw.messages, message),
    translations: some(raw.translations ?? [], translation),
    more: flag(raw.more),
  };
}

/**
 * Seconds between a moment and an hour, so that no timer spins or overflows.
 * @param {unknown} value
 */
function seconds(value) {
  return typeof value === 'number' && value >= 0 ? Math.min(Math.max(value, 0.1), 3_600) : null;
}

/**
 * @template {string} T
 * @param {unknown} value
 * @param {readonly T[]} choices
 * @returns {T}
 */
function oneOf(value, choices) {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new TypeError('not one of the choices');
  return found;
}
