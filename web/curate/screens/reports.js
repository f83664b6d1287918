/** Reports from the rooms: what was said, who reported it and why, and what to do about it. */

import { h, prose } from '../../element/dom.js';
import { actButton, Complaint } from '../parts/acting.js';
import { nothing } from '../parts/area.js';
import { choiceField, filterBar } from '../parts/fields.js';
import { item, itemList, plainScreen, putAway } from '../parts/plain-screen.js';
import { roomFilter } from '../parts/room-filter.js';
import { openSanction } from '../parts/sanction-dialog.js';
import { when, whom } from '../parts/texts.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Context} Context */

/** @type {import('../types.js').MakeScreen} */
export function reportsScreen(context, route) {
  const { words, api, replace } = context;
  let stand = route.query['stand'] === 'resolved' ? 'resolved' : 'open';
  const rooms = roomFilter(context, () => void load());
  const load = () => screen.area.fill(() => api.get('/reports', { stand, room: rooms.room() }), (/** @type {{ reports: Report[] }} */ { reports }) =>
    (reports.length === 0 ? [nothing(words.c('reportsEmpty'), words.c('reportsEmptyLead'))] : [itemList(screen.title, reports.map((report) => drawReport(context, report)))]));
  const filter = choiceField({
    id: 'filter-stand', label: words.c('filter_stand'), value: stand, options: [['open', words.c('standOpen')], ['resolved', words.c('standResolved')]],
    onchoose: (value) => {
      stand = value;
      replace({ path: ['reports'], query: { stand } });
      void load();
    },
  });
  const press = (/** @type {string} */ deed) => () => /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-item]')?.querySelector(`[data-deed=${deed}]`))?.click();
  const screen = plainScreen({
    context, title: words.c('place_reports'), above: [filterBar(filter.node, rooms.field?.node ?? null)],
    keys: [
      { key: 'x', label: words.c('deleteMessage'), run: press('delete') }, { key: 'm', label: words.c('mute'), run: press('mute') },
      { key: 'b', label: words.c('ban'), run: press('ban') }, { key: 'r', label: words.c('resolve'), run: press('resolve') },
    ],
  });
  void load();
  return screen;
}

/** @param {Context} context @param {Report} report */
function drawReport(context, report) {
  const { words } = context;
  const { room, by, made, reason, evidence, stand, resolution } = report;
  const complaint = new Complaint(words);
  const box = item({},
    h('p', { class: 'byline' }, words.c('reportedBy', { name: by.name }), ' · ', when(made, words), ' · ', words.c('inRoom', { room })),
    reason !== '' && prose('p', null, { class: 'why' }, reason),
    evidence === null ? h('p', { class: 'quiet gone' }, words.c('evidenceGone'))
      : h('div', { class: 'evidence' }, h('p', { class: 'byline' }, whom(evidence.from, words)), prose('blockquote', null, { class: 'sentence' }, evidence.text), evidence.changed === true && h('p', { class: 'quiet' }, words.c('evidenceChanged'))),
    complaint.node,
    stand === 'open' ? deeds(context, report, complaint, () => putAway(box)) : prose('p', null, { class: 'quiet' }, resolution ?? ''));
  return box;
}

/** @param {Context} context @param {Report} report @param {Complaint} complaint @param {() => void} away */
function deeds(context, { id, room, evidence }, complaint, away) {
  const { words, api, tell } = context;
  const from = evidence?.from ?? null;
  const resolve = async (/** @type {string} */ resolution, /** @type {boolean} */ deleted) => {
    await api.send('POST', `/reports/${id}/resolve`, { resolution, ...(deleted ? { delete: true } : {}) });
    tell(words.c('reportResolved'));
    away();
  };
  const button = (/** @type {string} */ deed, /** @type {string} */ label, /** @type {() => Promise<void> | void} */ act, kind = 'button-quiet') => {
    const made = actButton({ label, kind, complaint, act, about: from?.name ?? '' });
    made.dataset['deed'] = deed;
    return made;
  };
  const punish = (/** @type {'mute' | 'ban'} */ act) => openSanction({
    context, act, user: /** @type {import('../../types.js').Person} */ (from), room, ondone: () => resolve(words.c(act === 'mute' ? 'wasMuted' : 'wasBanned', { name: from?.name ?? '' }), false),
  });
  return h('div', { class: 'actions' },
    evidence !== null && button('delete', words.c('deleteMessage'), () => resolve(words.c('wasDeleted'), true), 'button-danger'),
    from !== null && button('mute', words.c('mute'), () => punish('mute')),
    from !== null && button('ban', words.c('ban'), () => punish('ban')),
    button('resolve', words.c('resolve'), () => resolve(words.c('nothingWrong'), false)));
}
