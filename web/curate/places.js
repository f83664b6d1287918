/** The screens there are, who may see each, and the key that leads to it. */

import { can } from './state/powers.js';
import { accountsScreen } from './screens/accounts.js';
import { auditScreen } from './screens/audit.js';
import { changesScreen } from './screens/changes.js';
import { conflictsScreen } from './screens/conflicts.js';
import { entriesScreen } from './screens/entries.js';
import { filesScreen } from './screens/files.js';
import { heldScreen } from './screens/held.js';
import { queueScreen } from './screens/queue.js';
import { reportsScreen } from './screens/reports.js';
import { roomsScreen } from './screens/rooms.js';
import { sanctionsScreen } from './screens/sanctions.js';
import { unknownScreen } from './screens/unknown.js';
import { usageScreen } from './screens/usage.js';
import { wordListsScreen } from './screens/word-lists.js';

/** @typedef {import('./types.js').MakeScreen} MakeScreen */
/** @typedef {import('./types.js').Power} Power */
/** @typedef {import('./types.js').SessionUser} SessionUser */
/** @typedef {'work' | 'rooms' | 'house'} Group */

/**
 * @typedef {object} Place
 * @property {string} name in the address
 * @property {MakeScreen} make
 * @property {Power} power
 * @property {boolean} [inRooms] also for those who have the power in one room only
 * @property {Group} [group] none: reached from other screens
 * @property {string} [key] after `g`
 */

/** @type {readonly Place[]} */
const PLACES = Object.freeze([
  { name: 'queue', make: queueScreen, power: 'curate', group: 'work', key: 'q' },
  { name: 'entries', make: entriesScreen, power: 'curate', group: 'work', key: 'e' },
  { name: 'unknown', make: unknownScreen, power: 'curate', group: 'work', key: 'u' },
  { name: 'usage', make: usageScreen, power: 'curate', group: 'work', key: 's' },
  { name: 'conflicts', make: conflictsScreen, power: 'curate', group: 'work', key: 'c' },
  { name: 'files', make: filesScreen, power: 'curate', group: 'work', key: 'f' },
  { name: 'changes', make: changesScreen, power: 'curate' },
  { name: 'reports', make: reportsScreen, power: 'moderate', inRooms: true, group: 'rooms', key: 'p' },
  { name: 'held', make: heldScreen, power: 'moderate', inRooms: true, group: 'rooms', key: 'h' },
  { name: 'sanctions', make: sanctionsScreen, power: 'moderate', inRooms: true, group: 'rooms', key: 'm' },
  { name: 'word-lists', make: wordListsScreen, power: 'moderate', group: 'rooms', key: 'w' },
  { name: 'rooms', make: roomsScreen, power: 'curate', inRooms: true, group: 'rooms', key: 'r' },
  { name: 'accounts', make: accountsScreen, power: 'administer', group: 'house', key: 'a' },
  { name: 'log', make: auditScreen, power: 'curate', group: 'house', key: 'l' },
]);

/** @param {SessionUser} user */
export function placesFor(user) {
  return PLACES.filter(({ power, inRooms }) => can(user, power, inRooms ? 'any' : null));
}
