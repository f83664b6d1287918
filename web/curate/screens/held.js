/** Messages that wait because of a word in them: let them through, or not. */

import { h, prose } from '../../element/dom.js';
import { actButton, Complaint } from '../parts/acting.js';
import { nothing } from '../parts/area.js';
import { item, itemList, plainScreen, putAway } from '../parts/plain-screen.js';
import { roomFilter } from '../parts/room-filter.js';
import { when, whom } from '../parts/texts.js';

/** @typedef {import('../types.js').Held} Held */
/** @typedef {import('../types.js').Context} Context */

/** @type {import('../types.js').MakeScreen} */
export function heldScreen(context) {
  const { words, api } = context;
  const press = (/** @type {string} */ deed) => () => /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-item]')?.querySelector(`[data-deed=${deed}]`))?.click();
  const rooms = roomFilter(context, () => void load());
  const screen = plainScreen({
    context, above: [rooms.field?.node ?? null], title: words.c('place_held'), lead: words.c('heldLead'),
    keys: [{ key: 'a', label: words.c('release'), run: press('release') }, { key: 'd', label: words.c('decline'), run: press('decline') }],
  });
  const load = () => screen.area.fill(() => api.get('/held', { room: rooms.room() }), (/** @type {{ held: Held[] }} */ { held }) =>
    (held.length === 0 ? [nothing(words.c('heldEmpty'), words.c('heldEmptyLead'))] : [itemList(screen.title, held.map((each) => drawHeld(context, each)))]));
  void load();
  return screen;
}

/** @param {Context} context @param {Held} held */
function drawHeld({ words, api, tell }, { id, room, from, text, lang, made, why }) {
  const complaint = new Complaint(words);
  const decide = async (/** @type {boolean} */ release) => {
    await api.send('POST', `/held/${id}`, { release, reason: '' });
    tell(words.c(release ? 'released' : 'notReleased'));
    putAway(box);
  };
  const button = (/** @type {string} */ deed, /** @type {string} */ label, /** @type {boolean} */ release, /** @type {string} */ kind) => {
    const made = actButton({ label, kind, complaint, about: from.name, act: () => decide(release) });
    made.dataset['deed'] = deed;
    return made;
  };
  const box = item({},
    h('p', { class: 'byline' }, whom(from, words), ' · ', when(made, words), ' · ', words.c('inRoom', { room })),
    prose('blockquote', lang, { class: 'sentence' }, text),
    Boolean(why) && prose('p', null, { class: 'quiet' }, words.c('heldFor', { word: why ?? '' })),
    complaint.node,
    h('div', { class: 'actions' }, button('release', words.c('release'), true, ''), button('decline', words.c('decline'), false, 'button-quiet')));
  return box;
}
