/** Words that the rooms use and no entry knows: how often, by how many, where, and the way to an entry. */

import { h } from '../../element/dom.js';
import { nothing } from '../parts/area.js';
import { drawSighting } from '../parts/effect.js';
import { choiceField, filterBar } from '../parts/fields.js';
import { item, itemList, plainScreen } from '../parts/plain-screen.js';
import { READERS } from '../state/entry.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').UnknownWord} UnknownWord */
/** @typedef {import('../types.js').Context} Context */

const PAGE = 50;
const MOST = 500;

/** @type {import('../types.js').MakeScreen} */
export function unknownScreen(context, route) {
  const { words, api, replace } = context;
  let [lang, limit] = [route.query['lang'] ?? 'zh', PAGE];
  const load = () => screen.area.fill(() => api.get('/glossary/unknown', { lang, limit }), (/** @type {{ words: UnknownWord[] }} */ { words: found }) => {
    if (found.length === 0) return [nothing(words.c('unknownEmpty'), words.c('unknownEmptyLead'))];
    const more = found.length >= limit && limit < MOST && h('button', { type: 'button', class: 'button button-quiet more', onclick: further }, words.c('showMore'));
    return [itemList(screen.title, found.map((word) => drawWord(context, word, lang))), ...(more ? [more] : [])];
  });
  const further = () => {
    limit = Math.min(MOST, limit * 2);
    void load();
  };
  const language = choiceField({
    id: 'filter-lang', label: words.c('filter_lang'), value: lang, options: READERS.map((code) => [code, words.language(code)]),
    onchoose: (code) => {
      [lang, limit] = [code, PAGE];
      replace({ path: ['unknown'], query: { lang } });
      void load();
    },
  });
  const write = () => /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-item]')?.querySelector('a'))?.click();
  const screen = plainScreen({ context, title: words.c('place_unknown'), lead: words.c('unknownLead'), above: [filterBar(language.node)], keys: [{ key: 'Enter', label: words.c('writeEntry'), run: write }] });
  void load();
  return screen;
}

/** @param {Context} context @param {UnknownWord} found @param {string} lang */
function drawWord({ words }, { word, count, people, rooms, ratio, tag, examples }, lang) {
  const first = examples[0]?.text ?? '';
  const query = { lang, term: word, hit: first };
  return item({},
    h('div', { class: 'item-head' }, h('h2', { class: 'item-title' }, h('bdi', { lang }, word)), tag !== '' && h('span', { class: 'tag' }, words.of('tag', tag))),
    h('p', { class: 'byline' }, words.c('unknownCounts', { n: count, people: words.number(people), rooms: words.number(rooms) }), ' · ', words.c('unknownRatio', { times: words.number(Math.round(ratio * 10) / 10) })),
    examples.length > 0 && h('details', { class: 'found' }, h('summary', {}, words.c('examples', { n: examples.length })), h('ul', { role: 'list' }, ...examples.map((each) => drawSighting(each, words)))),
    h('div', { class: 'actions' }, h('a', { class: 'button button-quiet', href: hashOf({ path: ['entries', 'new'], query }), 'aria-label': `${words.c('writeEntry')}: ${word}` }, words.c('writeEntry'))));
}
