/** Files in and out: an import is first shown row by row, then done all or not at all; an export is a link. */

import { h } from '../../element/dom.js';
import { actButton, actForm, Complaint } from '../parts/acting.js';
import { loading } from '../parts/area.js';
import { choiceField, filterBar, textField } from '../parts/fields.js';
import { head } from '../parts/panes.js';
import { address, LONG_MS } from '../state/api.js';
import { KINDS, READERS } from '../state/entry.js';
import { drawRows } from './import-rows.js';

/** @typedef {import('../types.js').Import} Import */
/** @typedef {import('../types.js').Context} Context */

const FORMATS = /** @type {const} */ (['toml', 'csv', 'tbx']);
/** As much as the server reads: 10 MB. */
const LARGEST = 10_000_000;

/** @type {import('../types.js').MakeScreen} */
export function filesScreen(context) {
  const { words } = context;
  const title = words.c('place_files');
  const node = h('div', { class: 'screen', 'data-home': true }, head(title), importForm(context), exportForm(context));
  return { node, title, keys: [{ key: 'i', label: words.c('importFile'), run: () => chooseFile() }] };
}

/** The browser may not let a key open its dialog: then Enter on the field does. */
function chooseFile() {
  const field = document.getElementById('file');
  field?.focus();
  field?.click();
}

/** @param {Context} context */
function importForm(context) {
  const { words, api, tell } = context;
  const complaint = new Complaint(words);
  const shown = h('div', { class: 'import-shown' });
  const file = textField({ id: 'file', label: words.c('importFile'), type: 'file', hint: words.c('importHint'), props: { accept: '.toml,.csv,.tbx,.xml,.zip', onchange: () => guess() } });
  const format = choiceField({ id: 'import-format', label: words.c('format'), value: 'toml', options: FORMATS.map((each) => [each, words.of('format', each)]) });
  const lang = choiceField({ id: 'import-lang', label: words.c('field_lang'), value: '', options: [['', words.c('asInFile')], ...READERS.map((code) => /** @type {const} */ ([code, words.language(code)]))] });
  const kind = choiceField({ id: 'import-kind', label: words.c('field_kind'), value: '', options: [['', words.c('asInFile')], ...KINDS.map((each) => /** @type {const} */ ([each, words.of('kind', each)]))] });
  const chosen = () => /** @type {HTMLInputElement} */ (file.input).files?.[0] ?? null;
  const guess = () => {
    shown.replaceChildren();
    file.complain('');
    const suffix = chosen()?.name.split('.').at(-1)?.toLowerCase() ?? '';
    format.input.value = FORMATS.find((each) => each === suffix) ?? (suffix === 'xml' ? 'tbx' : format.input.value);
  };
  const ask = (/** @type {File} */ what, /** @type {Record<string, string>} */ how) => api.send('POST', '/glossary/import', what, {
    query: { format: format.input.value, lang: lang.input.value, kind: kind.input.value, ...how }, patience: LONG_MS,
  });
  const apply = async (/** @type {File} */ what, /** @type {Import} */ dry) => {
    await ask(what, { dry: '0', digest: dry.digest });
    shown.replaceChildren(h('p', { class: 'good', tabindex: -1 }, words.c('imported', { name: what.name })));
    /** @type {HTMLElement} */ (shown.firstElementChild).focus();
    tell(words.c('imported', { name: what.name }));
  };
  return actForm({
    complaint, kind: 'import', label: words.c('import'),
    act: async () => {
      const what = chosen();
      if (what === null || what.size > LARGEST) return file.complain(words.c(what === null ? 'fileMissing' : 'fileLarge'));
      shown.replaceChildren(loading(words));
      try {
        const dry = /** @type {Import} */ (await ask(what, { dry: '1' }));
        const button = actButton({ label: words.c('importDo', { n: (dry.counts['add'] ?? 0) + (dry.counts['change'] ?? 0) }), complaint, act: () => apply(what, dry) });
        shown.replaceChildren(...drawRows(dry, words, button));
        /** @type {HTMLElement | null} */ (shown.querySelector('[tabindex="-1"]'))?.focus();
      } catch (error) {
        shown.replaceChildren();
        throw error;
      }
    },
    body: [h('h2', { class: 'group-title' }, words.c('import')), h('p', { class: 'quiet' }, words.c('importLead')), file.node, filterBar(format.node, lang.node, kind.node), complaint.node,
      h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button' }, words.c('importShow'))), shown],
  });
}

/** @param {Context} context */
function exportForm({ words }) {
  const link = h('a', { class: 'button', download: true }, words.c('exportDo'));
  const aim = () => {
    link.setAttribute('href', address('/glossary/export', { format: format.input.value, lang: lang.input.value, kind: kind.input.value }));
  };
  const format = choiceField({ id: 'export-format', label: words.c('format'), value: 'toml', options: FORMATS.map((each) => [each, words.of('format', each)]), onchoose: aim });
  const lang = choiceField({ id: 'export-lang', label: words.c('field_lang'), value: '', options: [['', words.c('all')], ...READERS.map((code) => /** @type {const} */ ([code, words.language(code)]))], onchoose: aim });
  const kind = choiceField({ id: 'export-kind', label: words.c('field_kind'), value: '', options: [['', words.c('all')], ...KINDS.map((each) => /** @type {const} */ ([each, words.of('kind', each)]))], onchoose: aim });
  aim();
  return h('section', { class: 'form', 'aria-label': words.c('export') }, h('h2', { class: 'group-title' }, words.c('export')), h('p', { class: 'quiet' }, words.c('exportLead')), filterBar(format.node, lang.node, kind.node), h('div', { class: 'actions' }, link));
}
