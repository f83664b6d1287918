/** Who is muted or banned, where, until when and why; and the way to lift it. */

import { h, prose } from '../../element/dom.js';
import { actButton, Complaint } from '../parts/acting.js';
import { nothing } from '../parts/area.js';
import { askFirst } from '../parts/dialogs.js';
import { choiceField, filterBar, textField } from '../parts/fields.js';
import { item, itemList, plainScreen, putAway } from '../parts/plain-screen.js';
import { roomFilter } from '../parts/room-filter.js';
import { when, whom } from '../parts/texts.js';

/** @typedef {import('../types.js').Sanction} Sanction */
/** @typedef {import('../types.js').Context} Context */

/** @type {import('../types.js').MakeScreen} */
export function sanctionsScreen(context) {
  const { words, api } = context;
  let active = '1';
  const rooms = roomFilter(context, () => void load());
  const load = () => screen.area.fill(() => api.get('/sanctions', { active, room: rooms.room() }), (/** @type {{ sanctions: Sanction[] }} */ { sanctions }) =>
    (sanctions.length === 0 ? [nothing(words.c('sanctionsEmpty'))] : [itemList(screen.title, sanctions.map((each) => drawSanction(context, each, active === '1')))]));
  const filter = choiceField({
    id: 'filter-active', label: words.c('filter_stand'), value: active, options: [['1', words.c('inForce')], ['0', words.c('allEver')]],
    onchoose: (value) => {
      active = value;
      void load();
    },
  });
  const screen = plainScreen({
    context, title: words.c('place_sanctions'), above: [filterBar(filter.node, rooms.field?.node ?? null)],
    keys: [{ key: 'l', label: words.c('lift'), run: () => /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-item]')?.querySelector('button'))?.click() }],
  });
  void load();
  return screen;
}

/** @param {Context} context @param {Sanction} sanction @param {boolean} inForce */
function drawSanction({ words, api, host, tell }, { id, act, user, room, by, made, until, reason }, inForce) {
  const complaint = new Complaint(words);
  const why = textField({ id: 'lift-reason', label: words.c('reason') });
  const lift = () => askFirst({
    host, words, title: words.c('liftTitle', { name: user?.name ?? words.c('somebody') }), lead: words.c('liftLead'), yes: words.c('lift'), body: [why.node],
    act: async () => {
      await api.send('DELETE', `/sanctions/${id}`, { reason: why.input.value.trim() });
      tell(words.c('lifted'));
      putAway(box);
    },
  });
  const box = item({},
    h('div', { class: 'item-head' }, h('h2', { class: 'item-title' }, whom(user, words)), h('span', { class: 'tag', 'data-what': 'error' }, words.of('act', act))),
    h('p', { class: 'byline' }, room === null ? words.c('everywhereRooms') : words.c('inRoom', { room }), ' · ', until === null ? words.c('spanEver') : words.c('until', { when: words.moment(until) })),
    h('p', { class: 'byline' }, whom(by, words), ' · ', when(made, words)),
    reason !== '' && prose('p', null, { class: 'why' }, reason),
    complaint.node,
    inForce && h('div', { class: 'actions' }, actButton({ label: words.c('lift'), kind: 'button-quiet', complaint, about: user?.name ?? '', act: lift })));
  return box;
}
