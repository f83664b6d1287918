/** How entries fare: shown, opened, called helpful, called wrong. */

import { h, setProp } from '../../element/dom.js';
import { nothing } from '../parts/area.js';
import { plainScreen } from '../parts/plain-screen.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').Used} Used */

const SORTS = /** @type {const} */ (['shown', 'opened', 'helpful', 'wrong']);
const PAGE = 50;
const MOST = 500;

/** @type {import('../types.js').MakeScreen} */
export function usageScreen(context, route) {
  const { words, api, replace } = context;
  let sort = SORTS.find((each) => each === route.query['sort']) ?? 'shown';
  let limit = PAGE;
  const load = () => screen.area.fill(() => api.get('/glossary/usage', { sort, limit }), (/** @type {{ entries: Used[] }} */ { entries }) => {
    if (entries.length === 0) return [nothing(words.c('usageEmpty'), words.c('usageEmptyLead'))];
    const more = entries.length >= limit && limit < MOST && h('button', { type: 'button', class: 'button button-quiet more', onclick: further }, words.c('showMore'));
    return [drawTable(entries), ...(more ? [more] : [])];
  });
  const further = () => {
    limit = Math.min(MOST, limit * 2);
    void load();
  };
  const by = (/** @type {typeof SORTS[number]} */ each) => {
    sort = each;
    replace({ path: ['usage'], query: { sort } });
    void load().then(() => /** @type {HTMLElement | null} */ (screen.node.querySelector(`[data-sort=${sort}]`))?.focus());
  };
  const drawTable = (/** @type {readonly Used[]} */ entries) => {
    const heads = SORTS.map((each) => {
      const cell = h('th', { scope: 'col' }, h('button', { type: 'button', class: 'text-button sort', 'data-sort': each, onclick: () => by(each) }, words.of('usage', each)));
      setProp(cell, 'aria-sort', each === sort ? 'descending' : null);
      return cell;
    });
    return h('div', { class: 'table-box', tabindex: 0, role: 'region', 'aria-label': words.c('place_usage') }, h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.c('entry')), ...heads)),
      h('tbody', {}, ...entries.map(({ entry, ...counts }) => h('tr', {},
        h('th', { scope: 'row' }, h('a', { class: 'link', 'data-item': true, href: hashOf({ path: ['entries', ...entry.id.split('/')], query: {} }) }, h('bdi', { lang: entry.lang }, entry.term))),
        ...SORTS.map((each) => h('td', { class: 'figure' }, words.number(counts[each]))))))));
  };
  const screen = plainScreen({ context, title: words.c('place_usage'), lead: words.c('usageLead') });
  void load();
  return screen;
}
