/** Who may do what, as `bridge/core/roles.py` has it: the server decides, the page only shows. */

/** @typedef {import('../types.js').Role} Role */
/** @typedef {import('../types.js').Power} Power */
/** @typedef {import('../types.js').SessionUser} SessionUser */

/** @type {readonly Role[]} */
export const ROLES = Object.freeze(['guest', 'member', 'curator', 'moderator', 'admin']);
/** @type {Readonly<Record<Power, Role>>} */
const LEAST = Object.freeze({ curate: 'curator', moderate: 'moderator', administer: 'admin' });

/**
 * @param {Role} role
 * @param {Power} power
 */
export function may(role, power) {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST[power]);
}

/**
 * Everywhere, or in this room; `any`: at least in one.
 * @param {SessionUser} user
 * @param {Power} power
 * @param {string | 'any' | null} [room]
 */
export function can(user, power, room = null) {
  if (may(user.role, power)) return true;
  const rooms = user.rooms ?? {};
  if (room === 'any') return Object.values(rooms).some((role) => may(role, power));
  const role = room === null ? undefined : rooms[room];
  return role !== undefined && may(role, power);
}
