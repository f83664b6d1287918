/** The log: who did what to whom, where and when; filtered by person, act and room. */

import { h, prose } from '../../element/dom.js';
import { nothing } from '../parts/area.js';
import { choiceField, filterBar, textField } from '../parts/fields.js';
import { plainScreen } from '../parts/plain-screen.js';
import { when } from '../parts/texts.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').LogLine} LogLine */
/** @typedef {import('../types.js').Context} Context */

const PAGE = 100;
const REST_MS = 300;
const ACTS = Object.freeze(['entry-approve', 'entry-edit', 'entry-remove', 'entry-rollback', 'proposal-approve', 'proposal-decline', 'import', 'packs', 'words', 'delete', 'mute',
  'unmute', 'ban', 'ban-address', 'unban', 'slow', 'read-only', 'report-resolve', 'hold-release', 'hold-decline', 'role-grant', 'account-add', 'account-link', 'account-remove', 'password-chosen']);

/** @type {import('../types.js').MakeScreen} */
export function auditScreen(context, route) {
  const { words, api, replace } = context;
  const query = { ...route.query };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const body = h('tbody');
  const load = (/** @type {number | null} */ before) => screen.area.fill(() => api.get('/audit', { ...query, before, limit: PAGE }), (/** @type {{ lines: LogLine[], more: boolean }} */ { lines, more }) => {
    meet(lines);
    if (before === null) body.replaceChildren();
    if (before === null && lines.length === 0) return [nothing(words.c('logEmpty'))];
    body.append(...lines.map((line) => drawLine(context, line)));
    const last = lines.at(-1)?.id ?? null;
    return [table(context, body), ...(more ? [h('button', { type: 'button', class: 'button button-quiet more', onclick: () => load(last) }, words.c('showMore'))] : [])];
  });
  const ask = (/** @type {'by' | 'act' | 'room'} */ name, /** @type {string} */ value) => {
    query[name] = value.trim();
    replace({ path: ['log'], query });
    void load(null);
  };
  const act = choiceField({ id: 'filter-act', label: words.c('log_act'), value: query['act'] ?? '', options: [['', words.c('all')], ...ACTS.map((each) => /** @type {const} */ ([each, words.of('act', each)]))], onchoose: (value) => ask('act', value) });
  const by = choiceField({ id: 'filter-by', label: words.c('log_by'), value: query['by'] ?? '', options: [['', words.c('all')]], onchoose: (value) => ask('by', value) });
  const room = textField({
    id: 'filter-room', label: words.c('log_room'), value: query['room'] ?? '', props: { autocomplete: 'off', spellcheck: 'false' },
    oninput: (value) => {
      clearTimeout(timer);
      timer = setTimeout(() => ask('room', value), REST_MS);
    },
  });
  /** Whoever was seen in the log can be chosen. @param {readonly LogLine[]} lines */
  const meet = (lines) => {
    const known = new Set([...by.input.options].map(({ value }) => value));
    for (const { by: person } of lines) {
      if (person === null || known.has(person.id)) continue;
      known.add(person.id);
      by.input.append(h('option', { value: person.id }, person.name));
    }
  };
  const screen = plainScreen({
    context, title: words.c('place_log'), above: [filterBar(act.node, by.node, room.node)],
    keys: [{ key: '/', label: words.c('keySearch'), run: () => room.input.focus() }],
  });
  void load(null);
  return { ...screen, stop: () => clearTimeout(timer) };
}

/** @param {Context} context @param {HTMLElement} body */
function table({ words }, body) {
  const columns = /** @type {const} */ (['log_when', 'log_by', 'log_act', 'log_target', 'log_room', 'log_detail']);
  return h('div', { class: 'table-box', tabindex: 0, role: 'region', 'aria-label': words.c('place_log') },
    h('table', { class: 'log-table' }, h('thead', {}, h('tr', {}, ...columns.map((key) => h('th', { scope: 'col' }, words.c(key))))), body));
}

/** @param {Context} context @param {LogLine} line */
function drawLine({ words }, { made, by, act, target, room, detail }) {
  const isEntry = /^[\w-]+\/[\w-]+\/[\w-]+$/.test(target);
  return h('tr', {},
    h('td', {}, when(made, words)),
    h('td', {}, by === null ? words.c('nobody') : h('a', { class: 'link', href: hashOf({ path: ['changes', by.id], query: { name: by.name } }) }, h('bdi', {}, by.name))),
    h('td', {}, words.of('act', act)),
    h('td', {}, isEntry ? h('a', { class: 'link', href: hashOf({ path: ['entries', ...target.split('/'), 'history'], query: {} }) }, h('bdi', {}, target)) : h('bdi', {}, target)),
    h('td', {}, h('bdi', {}, room ?? '')),
    prose('td', null, {}, detail));
}
