/** Reduce frames to who is here, who types and how far they have read: pure. */

/** @typedef {import('../types.js').Member} Member */
/** @typedef {import('../types.js').Person} Person */

/**
 * @typedef {object} People
 * @property {ReadonlyMap<string, Member>} members
 * @property {ReadonlyMap<string, { person: Person, until: number }>} typing `until` in ms
 * @property {ReadonlyMap<string, number>} readBy
 */

/** Twice the pause between two typing frames: one may get lost. */
const TYPING_MS = 6_000;

/** @type {People} */
export const NOBODY = { members: new Map(), typing: new Map(), readBy: new Map() };

/**
 * @param {People} people
 * @param {import('../types.js').ServerFrame} frame
 * @param {{ now: number, me: string | null }} context
 * @returns {People} the same object when nothing changed
 */
export function meet(people, frame, { now, me }) {
  switch (frame.type) {
    case 'joined':
      return { ...people, members: new Map(frame.members.map((member) => [member.id, member])) };
    case 'presence':
      return presence(people, frame);
    case 'typing': {
      if (frame.user.id === me) return people;
      const typing = new Map(people.typing).set(frame.user.id, { person: frame.user, until: now + TYPING_MS });
      return { ...people, typing };
    }
    case 'message':
      return { ...people, typing: without(people.typing, [frame.from.id]) };
    case 'read': {
      const known = people.readBy.get(frame.user) ?? 0;
      if (frame.user === me || frame.seq <= known) return people;
      return { ...people, readBy: new Map(people.readBy).set(frame.user, frame.seq) };
    }
    default:
      return people;
  }
}

/**
 * The language that most of the others here read, of those that are not one's own; null when all
 * read that. Simplified and traditional Chinese are one language to who writes.
 * @param {People} people
 * @param {string | null} me
 * @param {string} own
 */
export function readersLang({ members }, me, own) {
  /** @type {Map<string, number>} */
  const readers = new Map();
  for (const { id, lang } of members.values()) {
    if (id !== me && baseOf(lang) !== baseOf(own)) readers.set(lang, (readers.get(lang) ?? 0) + 1);
  }
  return [...readers].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** @param {string} lang */
function baseOf(lang) {
  return lang.split('-')[0];
}

/** @param {People} people @param {import('../types.js').PresenceFrame} frame @returns {People} */
function presence(people, frame) {
  const members = new Map(people.members);
  for (const id of frame.left) members.delete(id);
  for (const member of frame.joined) members.set(member.id, member);
  return { ...people, members, typing: without(people.typing, frame.left) };
}

/**
 * @template T
 * @param {ReadonlyMap<string, T>} map
 * @param {readonly string[]} ids
 */
function without(map, ids) {
  const rest = new Map(map);
  for (const id of ids) rest.delete(id);
  return rest;
}
