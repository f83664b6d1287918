/** Which room's reports and the like: all of them for those who moderate everywhere, else one's own. */

import { can, may } from '../state/powers.js';
import { choiceField } from './fields.js';

/**
 * `field` is null where there is nothing to choose.
 * @param {import('../types.js').Context} context
 * @param {() => void} onchoose
 */
export function roomFilter({ words, session }, onchoose) {
  const { user } = session;
  const mine = can(user, 'moderate') ? [] : Object.entries(user.rooms).filter(([, role]) => may(role, 'moderate')).map(([room]) => room);
  const first = mine[0] ?? '';
  const field = mine.length === 0 ? null : choiceField({ id: 'filter-room', label: words.c('room'), value: first, options: mine.map((room) => [room, room]), onchoose });
  return { field, room: () => field?.input.value ?? '' };
}
