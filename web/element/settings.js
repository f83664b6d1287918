/** Ask for and apply what a person wants otherwise: name, languages, appearance, what is shown. */

import { checkField, languageField, languagesField, radioField } from './choices.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { autonym, INTERFACE_LANGUAGES } from './i18n.js';

/** @typedef {import('./types.js').Choices} Choices */

/** As long as the client lets a name be. */
export const LONGEST_NAME = 32;

/**
 * @param {object} parts
 * @param {Node} parts.host
 * @param {import('./types.js').Context} parts.context
 * @param {readonly string[]} parts.languages codes on offer for reading
 * @param {{ name: string, lang: string }} parts.now
 * @param {string | null} parts.typed a name not yet taken over: the dialog goes on where one in another language was
 * @param {(some: Partial<Choices>) => void} parts.onchoose
 * @param {() => void} parts.onclose
 * @returns {() => string} the name as typed so far
 */
export function openSettings({ host, context, languages, now, typed, onchoose, onclose }) {
  const { words, preferences } = context;
  const { show, theme, preview, doubtful, pinyin } = preferences.choices;
  const name = h('input', { id: 'settings-name', class: 'text-input', dir: 'auto', maxlength: LONGEST_NAME, autocomplete: 'nickname', value: typed ?? now.name });
  const others = (/** @type {string} */ lang) => languagesField({
    label: words.t('alsoRead'), codes: languages.filter((code) => code !== lang), chosen: preferences.choices.reads, onchoose: (reads) => onchoose({ reads }),
  });
  let also = others(now.lang);
  // Who reads Chinese seldom wants it, and is offered it last.
  const isChinese = now.lang.startsWith('zh');
  const above = checkField(words.t('showPinyin'), pinyin, (checked) => onchoose({ pinyin: checked }));
  const leave = () => {
    onclose();
    const wanted = name.value.trim();
    if (wanted !== '' && wanted !== now.name) onchoose({ name: wanted });
  };
  const form = h('form', {
    class: 'settings',
    onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); close(); },
  },
  h('div', { class: 'form-field' }, h('label', { for: 'settings-name' }, words.t('nickname')), name),
  languageField({
    id: 'settings-lang', label: words.t('readingLanguage'), codes: languages, chosen: now.lang,
    onchoose: (lang) => {
      onchoose({ lang });
      const next = others(lang);
      also.replaceWith(next);
      also = next;
    },
  }).node,
  also,
  radioField({
    name: 'show', label: words.t('show'), chosen: show, onchoose: (value) => onchoose({ show: value }),
    options: [
      ['translation', words.t('showTranslationOnly')], ['both', words.t('showBoth')],
      ['original-first', words.t('showOriginalFirst')], ['original', words.t('showOriginalOnly')],
    ],
  }),
  h('div', { class: 'radios' },
    checkField(words.t('showPreview'), preview, (checked) => onchoose({ preview: checked })),
    !isChinese && above),
  radioField({
    name: 'doubtful', label: words.t('doubtful'), chosen: doubtful, inRow: true, onchoose: (value) => onchoose({ doubtful: value }),
    options: [['marked', words.t('doubtfulMarked')], ['faint', words.t('doubtfulFaint')], ['hidden', words.t('doubtfulHidden')]],
  }),
  radioField({
    name: 'theme', label: words.t('theme'), chosen: theme, inRow: true, onchoose: (value) => onchoose({ theme: value }),
    options: [['auto', words.t('themeAuto')], ['light', words.t('themeLight')], ['dark', words.t('themeDark')]],
  }),
  radioField({
    name: 'ui', label: words.t('interfaceLanguage'), chosen: words.locale, inRow: true, onchoose: (ui) => onchoose({ ui }),
    options: INTERFACE_LANGUAGES.map((code) => /** @type {const} */ ([code, autonym(code)])),
  }),
  isChinese && h('div', { class: 'radios' }, above),
  h('div', { class: 'dialog-actions' }, h('button', { type: 'submit', class: 'button' }, words.t('done'))));
  const { close } = openDialog({
    host, title: words.t('settings'), closeLabel: words.t('close'), kind: 'dialog-settings', body: [form], onclose: leave,
  });
  if (typed !== null) /** @type {HTMLElement | null} */ (form.querySelector('[name=ui]:checked'))?.focus();
  return () => name.value;
}
