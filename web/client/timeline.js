/** Reduce frames to the messages of one room: pure, and the same whatever order they come in. */

import { nearest } from './langs.js';

/** @typedef {import('../types.js').MessageFrame} MessageFrame */
/** @typedef {import('../types.js').TranslationFrame} TranslationFrame */

/**
 * A message as last heard of, and since when (ms) a translation of these words is awaited, null:
 * nobody asked for one; `failed` says why none will come, `from` which language the reader says it is.
 * @typedef {{ readonly frame: MessageFrame, readonly since: number | null, readonly failed: string | null, readonly from: string | null }} Entry
 */

/**
 * @typedef {object} Timeline
 * @property {readonly string[]} langs codes of the reading language: as asked for, as the server says
 * @property {string | null} epoch
 * @property {number | null} after all changes up to here are known; null: join afresh
 * @property {boolean} live caught up, and connected
 * @property {boolean} opening the newest are coming, what we had is gone
 * @property {number} snapshot `at` of the state that is being caught up with
 * @property {number} floor messages from this `seq` on are here without gaps
 * @property {boolean} exhausted the server has none below `floor`
 * @property {number} read own read position when joined
 * @property {number | null} firstUnread
 * @property {{ name: string, title: string, at: number } | null} room
 * @property {ReadonlyMap<number, Entry>} messages by `seq`; those below `floor` wait for history
 * @property {ReadonlyMap<number, TranslationFrame>} translations by `seq`, perhaps of another `rev`
 */

/** What a long day leaves in the page: beyond MOST, the oldest go, down to KEPT. */
const MOST = 2_000;
const KEPT = 1_500;
/** What the server takes to be in view when the reading language changes. */
const IN_VIEW = 50;

/** @param {string} lang @returns {Timeline} */
export function emptyTimeline(lang) {
  return {
    langs: [lang],
    epoch: null,
    after: null,
    live: false,
    opening: false,
    snapshot: 0,
    floor: 1,
    exhausted: false,
    read: 0,
    firstUnread: null,
    room: null,
    messages: new Map(),
    translations: new Map(),
  };
}

/**
 * @param {Timeline} timeline
 * @param {import('../types.js').ServerFrame} frame
 * @param {{ now: number, me: string | null, before?: number }} context `before`: what the history
 *   frame answers
 * @returns {Timeline} the same object when nothing changed
 */
export function reduce(timeline, frame, context) {
  switch (frame.type) {
    case 'joined': return join(timeline, frame);
    case 'caught-up': return catchUp(timeline, frame.at, context.me);
    case 'message': return advance(append(timeline, frame, context.now), frame.at);
    // Does not advance: the answer to a request of ours may overtake older changes on their way.
    case 'translation': return translation(timeline, frame);
    case 'room': return advance(retitle(timeline, frame), frame.at);
    case 'history': return history(timeline, frame, context);
    default: return timeline;
  }
}

/** The connection is gone: what comes next comes after joining again. @param {Timeline} timeline */
export function lose(timeline) {
  return timeline.live ? { ...timeline, live: false } : timeline;
}

/**
 * Another reading language: the translations that were here are of no use, and new ones come for
 * the newest messages only. Older ones are asked for when somebody looks at them.
 * @param {Timeline} timeline
 * @param {string} lang
 * @param {readonly import('../types.js').Language[]} languages
 * @param {number} now
 * @returns {Timeline}
 */
export function readIn(timeline, lang, languages, now) {
  const langs = [...new Set([lang, nearest(lang, languages)])];
  if (langs.join() === timeline.langs.join()) return timeline;
  const newest = shown(timeline).at(-IN_VIEW)?.frame.seq ?? timeline.floor;
  const messages = new Map([...timeline.messages].map(([seq, entry]) => [seq, { ...entry, since: seq < newest ? null : now, failed: null }]));
  const kept = [...timeline.translations].filter(([, { lang: into }]) => langs.includes(into));
  return { ...timeline, langs, messages, translations: new Map(kept) };
}

/**
 * A translation was asked for again. Without the old one, the same frame sent again is news.
 * @param {Timeline} timeline
 * @param {number} seq
 * @param {number | null} now null: nobody asks any more
 * @param {string} [from] which language it is, if the reader knows better
 * @returns {Timeline}
 */
export function expect(timeline, seq, now, from) {
  const translations = new Map(timeline.translations);
  translations.delete(seq);
  return mark({ ...timeline, translations }, seq, { since: now, failed: null, ...(from === undefined ? {} : { from }) });
}

/**
 * No translation will come.
 * @param {Timeline} timeline
 * @param {number} seq
 * @param {string} why
 */
export function giveUp(timeline, seq, why) {
  return mark(timeline, seq, { failed: why });
}

/** @param {Timeline} timeline @param {number} seq @param {Partial<Entry>} change @returns {Timeline} */
function mark(timeline, seq, change) {
  const entry = timeline.messages.get(seq);
  if (!entry) return timeline;
  return { ...timeline, messages: new Map(timeline.messages).set(seq, { ...entry, ...change }) };
}

/** @param {Timeline} timeline @param {import('../types.js').JoinedFrame} frame @returns {Timeline} */
function join(timeline, frame) {
  const room = { name: frame.room.name, title: frame.room.title, at: frame.at };
  const joined = { ...timeline, room, epoch: frame.epoch, snapshot: frame.at, live: false };
  if (frame.recovered && timeline.after !== null) return { ...joined, opening: false };
  return {
    ...joined,
    opening: true,
    after: null,
    floor: frame.room.seq + 1,
    exhausted: false,
    read: frame.room.read,
    firstUnread: null,
    messages: new Map(),
    translations: new Map(),
  };
}

/** @param {Timeline} timeline @param {number} at @param {string | null} me @returns {Timeline} */
function catchUp(timeline, at, me) {
  const after = Math.max(at, timeline.after ?? 0);
  const caught = { ...timeline, after, live: true, opening: false };
  return timeline.opening ? { ...caught, firstUnread: firstUnread(timeline, me) } : caught;
}

/** Somebody who was never here has no old messages to find again. @param {Timeline} timeline @param {string | null} me */
function firstUnread(timeline, me) {
  if (timeline.read === 0) return null;
  const unread = shown(timeline).find(
    ({ frame }) => frame.seq > timeline.read && frame.from.id !== me && !frame.deleted,
  );
  return unread?.frame.seq ?? null;
}

/** @param {Timeline} timeline @param {MessageFrame} frame @param {number} now @returns {Timeline} */
function message(timeline, frame, now) {
  const known = timeline.messages.get(frame.seq);
  if (known && known.frame.at >= frame.at) return timeline;
  const same = known?.frame.rev === frame.rev && known.frame.lang === frame.lang;
  const entry = same ? { ...known, frame } : { frame, since: now, failed: null, from: null };
  // Live frames mix with the newest fifty, and may be about far older messages: only what belongs
  // to the snapshot says how far back it goes.
  const floor = timeline.opening && frame.at <= timeline.snapshot ? Math.min(timeline.floor, frame.seq) : timeline.floor;
  return { ...timeline, floor, messages: new Map(timeline.messages).set(frame.seq, entry), translations: current(timeline, frame, known) };
}

/**
 * Whoever wrote it said which language it is: a translation from the other one is worth nothing.
 * @param {Timeline} timeline
 * @param {MessageFrame} frame
 * @param {Entry | undefined} known
 */
function current({ translations }, { seq, rev, at, lang }, known) {
  const made = translations.get(seq);
  if (!known || known.frame.lang === lang || made?.rev !== rev || made.at > at) return translations;
  return new Map([...translations].filter(([of]) => of !== seq));
}

/** @param {Timeline} timeline @param {TranslationFrame} frame @returns {Timeline} */
function translation(timeline, frame) {
  if (!timeline.langs.includes(frame.lang)) return timeline;
  const known = timeline.translations.get(frame.seq);
  if (known && (known.rev > frame.rev || (known.rev === frame.rev && known.at >= frame.at))) return timeline;
  return { ...timeline, translations: new Map(timeline.translations).set(frame.seq, frame) };
}

/** @param {Timeline} timeline @param {import('../types.js').RoomFrame} frame @returns {Timeline} */
function retitle(timeline, frame) {
  if (!timeline.room || frame.at <= timeline.room.at) return timeline;
  return { ...timeline, room: { ...frame.room, at: frame.at } };
}

/** @param {Timeline} timeline @param {number} at @returns {Timeline} */
function advance(timeline, at) {
  return timeline.live && at > (timeline.after ?? 0) ? { ...timeline, after: at } : timeline;
}

/**
 * @param {Timeline} timeline
 * @param {import('../types.js').HistoryFrame} frame
 * @param {{ now: number, before?: number }} context
 * @returns {Timeline}
 */
function history(timeline, frame, { now, before }) {
  if (before !== timeline.floor) return timeline;
  let next = timeline;
  for (const each of frame.messages) next = message(next, each, now);
  for (const each of frame.translations) next = translation(next, each);
  const floor = frame.messages.reduce((least, { seq }) => Math.min(least, seq), timeline.floor);
  return { ...next, floor, exhausted: !frame.more || floor === timeline.floor };
}

/**
 * A message on the socket. Only one more in the room makes old ones go, so that who scrolls back
 * in peace loses nothing under their eyes.
 * @param {Timeline} timeline
 * @param {MessageFrame} frame
 * @param {number} now
 * @returns {Timeline}
 */
function append(timeline, frame, now) {
  const next = message(timeline, frame, now);
  if (next.messages.size === timeline.messages.size || next.messages.size <= MOST) return next;
  const floor = [...next.messages.keys()].sort((a, b) => b - a)[KEPT - 1] ?? next.floor;
  const messages = new Map([...next.messages].filter(([seq]) => seq >= floor));
  const translations = new Map([...next.translations].filter(([seq]) => seq >= floor));
  return { ...next, floor: Math.max(floor, next.floor), exhausted: false, messages, translations };
}

/** What may be shown, in `seq` order. @param {Timeline} timeline @returns {Entry[]} */
export function shown(timeline) {
  return [...timeline.messages.values()]
    .filter(({ frame }) => frame.seq >= timeline.floor)
    .sort((a, b) => a.frame.seq - b.frame.seq);
}

/** @param {Timeline} timeline */
export function hasOlder(timeline) {
  return timeline.floor > 1 && !timeline.exhausted;
}
