/** All that one person changed, and the way to take all of it back: first shown, then done. */

import { h, prose } from '../../element/dom.js';
import { actButton, actForm, Complaint } from '../parts/acting.js';
import { Area, nothing } from '../parts/area.js';
import { askFirst } from '../parts/dialogs.js';
import { textField } from '../parts/fields.js';
import { head } from '../parts/panes.js';
import { when } from '../parts/texts.js';
import { LONG_MS } from '../state/api.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').Rollback} Rollback */
/** @typedef {import('../types.js').LogLine} LogLine */

const LINES = 50;

/** @type {import('../types.js').MakeScreen} */
export function changesScreen(context, route) {
  const { words, api } = context;
  const [, user = ''] = route.path;
  const name = route.query['name'] || user;
  const title = words.c('changesOf', { name });
  const log = new Area(words);
  void log.fill(() => api.get('/audit', { by: user, limit: LINES }), (/** @type {{ lines: LogLine[] }} */ { lines }) => drawLines(context, lines));
  const node = h('div', { class: 'screen' }, head(title), rollbackForm(context, user, name), h('h2', { class: 'group-title' }, words.c('theirLines')), log.node);
  return { node, title, keys: [{ key: 'Escape', label: words.c('keyBack'), run: () => history.back() }] };
}

/**
 * @param {import('../types.js').Context} context
 * @param {string} user
 * @param {string} name
 */
function rollbackForm(context, user, name) {
  const { words, api } = context;
  const complaint = new Complaint(words);
  const since = textField({ id: 'since', label: words.c('since'), type: 'datetime-local', hint: words.c('sinceHint') });
  const why = textField({ id: 'why', label: words.c('why') });
  const shown = h('div', { role: 'status' });
  const body = () => ({ user, why: why.input.value.trim(), ...(since.input.value === '' ? {} : { since: new Date(since.input.value).toISOString() }) });
  const done = async () => {
    const result = await api.send('POST', '/glossary/rollback', { ...body(), dry: false }, { patience: LONG_MS });
    shown.replaceChildren(...drawRollback(context, result, 'rolledBack', null));
    context.tell(words.c('rolledBack', { n: result.undone.length }));
  };
  return actForm({
    complaint, kind: 'rollback', label: words.c('rollback'),
    act: async () => {
      why.complain(why.input.value.trim() === '' ? words.c('whyMissing') : '');
      if (why.input.value.trim() === '') return why.input.focus();
      const result = await api.send('POST', '/glossary/rollback', { ...body(), dry: true }, { patience: LONG_MS });
      const button = actButton({
        label: words.c('rollbackDo', { n: result.undone.length }), kind: 'button-danger', complaint,
        act: () => askFirst({ host: context.host, words, title: words.c('rollbackTitle', { name }), lead: words.c('rollbackLead', { n: result.undone.length }), yes: words.c('rollbackYes'), act: done }),
      });
      shown.replaceChildren(...drawRollback(context, result, 'wouldRollBack', result.undone.length > 0 ? button : null));
      if (result.undone.length > 0) button.focus();
    },
    body: [h('h2', { class: 'group-title' }, words.c('rollback')), h('p', { class: 'quiet' }, words.c('rollbackHint')), since.node, why.node, complaint.node,
      h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button button-quiet' }, words.c('rollbackShow'))), shown],
  });
}

/**
 * @param {import('../types.js').Context} context
 * @param {Rollback} result
 * @param {'wouldRollBack' | 'rolledBack'} lead
 * @param {HTMLElement | null} button
 */
function drawRollback({ words }, { undone, left }, lead, button) {
  const link = (/** @type {string} */ id) => h('a', { class: 'link', href: hashOf({ path: ['entries', ...id.split('/'), 'history'], query: {} }) }, h('bdi', {}, id));
  return [
    h('p', {}, words.c(lead, { n: undone.length })),
    h('ul', { class: 'plain-list', role: 'list' }, ...undone.map(({ id, from, to }) => h('li', {}, link(id), to === null ? '' : ` ${from} → ${to}`))),
    ...(left.length === 0 ? [] : [h('p', {}, words.c('rollbackLeft', { n: left.length })),
      h('ul', { class: 'plain-list', role: 'list' }, ...left.map(({ id, why }) => h('li', {}, link(id), ' ', prose('span', null, { class: 'quiet' }, why))))]),
    ...(button ? [h('div', { class: 'actions' }, button)] : []),
  ];
}

/** @param {import('../types.js').Context} context @param {readonly LogLine[]} lines */
function drawLines({ words }, lines) {
  if (lines.length === 0) return [nothing(words.c('logEmpty'))];
  return [h('ul', { class: 'plain-list', role: 'list' }, ...lines.map(({ act, target, detail, made }) =>
    h('li', {}, words.of('act', act), ' ', h('bdi', {}, target), ' ', prose('span', null, { class: 'quiet' }, detail), ' · ', when(made, words))))];
}
