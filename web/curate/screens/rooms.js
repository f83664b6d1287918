/** A room's rules: packs of notes and cautions for curators, slow mode and read-only for moderators. */

import { checkField } from '../../element/choices.js';
import { h } from '../../element/dom.js';
import { actForm, Complaint } from '../parts/acting.js';
import { Area, nothing } from '../parts/area.js';
import { choiceField, filterBar } from '../parts/fields.js';
import { head } from '../parts/panes.js';
import { path } from '../state/api.js';
import { CAUTIONS, KINDS, READERS } from '../state/entry.js';
import { can } from '../state/powers.js';

/** @typedef {import('../types.js').RoomRules} RoomRules */
/** @typedef {import('../types.js').Context} Context */
/** @typedef {{ readonly room?: string, readonly name?: string, readonly title?: string }} Listed */

/** Seconds between two messages of one person. */
const SLOW = Object.freeze([0, 5, 10, 30, 60, 300, 900]);

/** @type {import('../types.js').MakeScreen} */
export function roomsScreen(context, route, kept) {
  const { words, api, replace } = context;
  const title = words.c('place_rooms');
  const list = new Area(words);
  const open = new Area(words);
  let chosen = route.path[1] ?? '';
  /** @type {{ form: HTMLElement, value: () => RoomRules, saved: () => RoomRules } | null} */
  let form = null;
  const load = () => {
    if (chosen === '') return open.clear();
    void open.fill(() => api.get(`/rooms${path(chosen)}/rules`), (/** @type {RoomRules} */ rules) => {
      form = rulesForm(context, chosen, rules, /** @type {any} */ (kept)?.rules ?? rules);
      kept = null;
      return [form.form];
    });
  };
  void list.fill(() => api.get('/rooms'), (/** @type {{ rooms: Listed[] }} */ { rooms }) => {
    const names = rooms.map(({ room, name }) => room ?? name ?? '').filter(Boolean);
    if (names.length === 0) return [nothing(words.c('roomsEmpty'))];
    if (!names.includes(chosen)) chosen = names[0] ?? '';
    const choice = choiceField({
      id: 'room', label: words.c('room'), value: chosen, options: names.map((each) => [each, each]),
      onchoose: (name) => {
        chosen = name;
        replace({ path: ['rooms', name], query: {} });
        load();
      },
    });
    load();
    return [filterBar(choice.node)];
  });
  const isDirty = () => form !== null && JSON.stringify(form.value()) !== JSON.stringify(form.saved());
  return { node: h('div', { class: 'screen', 'data-home': true }, head(title), list.node, open.node), title, keys: [], isDirty, kept: () => ({ rules: form?.value() }) };
}

/** @param {Context} context @param {string} room @param {RoomRules} before @param {RoomRules} shown */
function rulesForm({ words, api, session, tell }, room, before, shown) {
  const complaint = new Complaint(words);
  let [saved, rules] = [before, shown];
  const set = (/** @type {Partial<RoomRules>} */ some) => { rules = { ...rules, ...some }; };
  const toggled = (/** @type {readonly string[]} */ all, /** @type {string} */ one, /** @type {boolean} */ has) => (has ? [...all.filter((each) => each !== one), one] : all.filter((each) => each !== one)).sort();
  const packs = READERS.flatMap((lang) => KINDS.map((kind) => ({ pack: `${lang}/${kind}`, label: `${words.language(lang)}: ${words.of('kind', kind)}` })))
    .filter(({ pack }) => !['en/number', 'en/emoji'].includes(pack));
  const slow = choiceField({ id: 'slow', label: words.c('slow'), value: String(rules.slow_s), options: SLOW.map((s) => [String(s), s === 0 ? words.c('slowOff') : words.c('slowSeconds', { n: s })]), onchoose: (value) => set({ slow_s: Number(value) }) });
  const form = actForm({
    complaint, label: words.c('rulesOf', { room }), kind: 'rules',
    act: async () => {
      const sent = rules;
      await api.send('PUT', `/rooms${path(room)}/rules`, sent);
      saved = sent;
      tell(words.c('rulesSaved', { room }));
    },
    body: [
      can(session.user, 'curate', room) && h('fieldset', { class: 'radios checks' }, h('legend', {}, words.c('packs')), ...packs.map(({ pack, label }) =>
        checkField(label, !rules.packs_off.includes(pack), (on) => set({ packs_off: toggled(rules.packs_off, pack, !on) })))),
      can(session.user, 'curate', room) && h('fieldset', { class: 'radios checks' }, h('legend', {}, words.c('cautionsHidden')), ...CAUTIONS.map((each) =>
        checkField(words.of('caution', each), rules.hidden_cautions.includes(each), (on) => set({ hidden_cautions: toggled(rules.hidden_cautions, each, on) })))),
      can(session.user, 'moderate', room) && slow.node,
      can(session.user, 'moderate', room) && h('div', { class: 'form-field' }, checkField(words.c('readOnly'), rules.read_only, (on) => set({ read_only: on })), h('p', { class: 'hint' }, words.c('readOnlyHint'))),
      complaint.node, h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button' }, words.t('save'))),
    ].filter((node) => node !== false),
  });
  return { form, value: () => rules, saved: () => saved };
}
