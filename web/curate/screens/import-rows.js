/** What an import would do, row by row, with the reason for each that cannot be. */

import { h, prose } from '../../element/dom.js';
import { drawChanges } from './history.js';

/** @typedef {import('../types.js').Import} Import */
/** @typedef {import('../types.js').ImportRow} ImportRow */
/** @typedef {import('../types.js').RowWhat} RowWhat */
/** @typedef {import('../parts/words.js').CurateWords} CurateWords */

/** What is wrong comes first. @type {readonly RowWhat[]} */
const ORDER = Object.freeze(['error', 'conflict', 'change', 'add', 'same']);
const PAGE = 100;

/**
 * @param {Import} dry
 * @param {CurateWords} words
 * @param {HTMLElement} apply
 */
export function drawRows({ rows, counts }, words, apply) {
  const count = (/** @type {RowWhat} */ what) => counts[what] ?? rows.filter((row) => row.what === what).length;
  const bad = count('error') + count('conflict');
  const idle = count('add') + count('change') === 0;
  const there = ORDER.filter((what) => count(what) > 0);
  const lead = bad > 0 ? words.c('importBad', { n: bad }) : words.c(idle ? 'importSame' : 'importGood');
  return [
    h('p', { class: bad > 0 ? 'problem' : 'good', tabindex: -1 }, lead),
    h('ul', { class: 'counts', role: 'list' }, ...there.map((what) => h('li', { class: 'tag', 'data-what': what }, words.of('row', what), ' ', words.number(count(what))))),
    ...there.map((what) => group(what, rows.filter((row) => row.what === what), words)),
    ...(bad > 0 || idle ? [] : [h('div', { class: 'actions' }, apply)]),
  ];
}

/**
 * @param {RowWhat} what
 * @param {readonly ImportRow[]} rows
 * @param {CurateWords} words
 */
function group(what, rows, words) {
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'button button-quiet more', onclick: () => add() }, words.c('showMore'));
  const add = () => {
    body.append(...rows.slice(body.rows.length, body.rows.length + PAGE).map((row) => drawRow(row, words)));
    more.hidden = body.rows.length >= rows.length;
  };
  add();
  return h('details', { class: 'found', open: what !== 'same' }, h('summary', {}, `${words.of('row', what)}: ${words.number(rows.length)}`),
    h('div', { class: 'table-box', tabindex: 0, role: 'region', 'aria-label': words.of('row', what) },
      h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.c('row')), h('th', { scope: 'col' }, words.c('entry')), h('th', { scope: 'col' }, words.c('whatHappens')))), body)), more);
}

/** @param {ImportRow} row @param {CurateWords} words */
function drawRow({ row, id, why, changes }, words) {
  return h('tr', {}, h('td', { class: 'figure' }, String(row)), h('td', {}, h('bdi', {}, id ?? '')),
    h('td', {}, why ? prose('p', null, {}, why) : null, changes?.length > 0 ? drawChanges(changes, words) : null));
}
