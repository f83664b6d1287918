/** Words that hold a message back, or are masked in it, for each language. */

import { h } from '../../element/dom.js';
import { actForm, Complaint } from '../parts/acting.js';
import { Area } from '../parts/area.js';
import { choiceField, filterBar, textField } from '../parts/fields.js';
import { head } from '../parts/panes.js';
import { READERS } from '../state/entry.js';

/** @typedef {import('../types.js').ListedWord} ListedWord */

const ACTS = /** @type {const} */ (['hold', 'mask']);
const ROWS = 10;

/** @type {import('../types.js').MakeScreen} */
export function wordListsScreen(context, route, kept) {
  const { words, api, replace, tell } = context;
  const title = words.c('place_word_lists');
  let lang = route.query['lang'] ?? 'zh';
  /** As the server has it. @type {readonly string[]} */
  let saved = ['', ''];
  const area = new Area(words);
  const complaint = new Complaint(words);
  const fields = ACTS.map((act) => textField({ id: `words-${act}`, label: words.of('words', act), hint: words.c('words_hint'), rows: ROWS }));
  const typed = () => fields.map(({ input }) => input.value);
  const load = () => area.fill(() => api.get(`/wordlists/${encodeURIComponent(lang)}`), (/** @type {{ words: ListedWord[] }} */ { words: listed }) => {
    saved = ACTS.map((act) => listed.filter((each) => each.act === act).map(({ text }) => text).join('\n'));
    const shown = /** @type {readonly string[] | undefined} */ (/** @type {any} */ (kept)?.typed) ?? saved;
    kept = null;
    fields.forEach(({ input }, at) => {
      input.value = shown[at] ?? '';
      input.lang = lang;
    });
    return [form];
  });
  const form = actForm({
    complaint, label: title, kind: 'word-lists',
    act: async () => {
      const listed = ACTS.flatMap((act, at) => (typed()[at] ?? '').split('\n').map((text) => text.trim()).filter(Boolean).map((text) => ({ text, act })));
      await api.send('PUT', `/wordlists/${encodeURIComponent(lang)}`, { words: listed });
      saved = typed();
      tell(words.c('wordsSaved', { n: listed.length }));
    },
    body: [...fields.map(({ node }) => node), complaint.node, h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button' }, words.t('save')))],
  });
  const language = choiceField({
    id: 'filter-lang', label: words.c('filter_lang'), value: lang, options: READERS.map((code) => [code, words.language(code)]),
    onchoose: (code) => {
      // What is typed belongs to the other language: it is kept there until it is saved.
      if (isDirty()) {
        language.input.value = lang;
        return complaint.say(words.c('saveFirst'));
      }
      lang = code;
      replace({ path: ['word-lists'], query: { lang } });
      void load();
    },
  });
  const isDirty = () => typed().some((text, at) => text !== saved[at]);
  const node = h('div', { class: 'screen', 'data-home': true }, head(title), h('p', { class: 'lead' }, words.c('wordsLead')), filterBar(language.node), area.node);
  void load();
  return { node, title, keys: [], isDirty, kept: () => ({ typed: typed() }) };
}
