/** Receive a first visitor: what this is, a nickname, the language to read in. */

import { languageField } from './choices.js';
import { h, prose, setProp } from './dom.js';
import { autonym, INTERFACE_LANGUAGES } from './i18n.js';
import { icon } from './icons.js';
import { LONGEST_NAME } from './settings.js';

/**
 * @param {object} parts
 * @param {import('./i18n.js').Words} parts.words
 * @param {string} parts.room
 * @param {string} parts.lang preset
 * @param {readonly string[]} parts.languages codes on offer
 * @param {string} parts.name preset
 * @param {(choice: { name: string, lang: string }) => void} parts.onenter
 * @param {(ui: string) => void} parts.onspeak another language for the interface
 */
export function drawWelcome({ words, room, lang, languages, name: preset, onenter, onspeak }) {
  const name = h('input', {
    id: 'name', class: 'text-input', dir: 'auto', maxlength: LONGEST_NAME, autocomplete: 'nickname', required: true,
    value: preset, placeholder: words.t('nicknameHint'), 'aria-describedby': 'name-problem',
  });
  const problem = h('p', { id: 'name-problem', class: 'problem', role: 'alert' });
  const { node: language, select } = languageField({ id: 'lang', label: words.t('iRead'), codes: languages, chosen: lang });
  const enter = (/** @type {Event} */ event) => {
    event.preventDefault();
    const chosen = name.value.trim();
    if (chosen !== '') return onenter({ name: chosen, lang: select.value });
    problem.textContent = words.t('nicknameMissing');
    setProp(name, 'aria-invalid', 'true');
    name.focus();
  };
  return h('main', { class: 'welcome', part: 'welcome' },
    h('div', { class: 'welcome-box' },
      h('div', { class: 'welcome-top' }, h('span', { class: 'mark' }, icon('bridge')), h('span', { class: 'app-name' }, words.t('appName')), speakers(words, onspeak)),
      h('h1', {}, words.t('welcomeTitle')),
      h('p', { class: 'lead' }, words.t('welcomeLead')),
      sample(words),
      h('form', { class: 'welcome-form', novalidate: true, onsubmit: enter },
        h('div', { class: 'form-field' }, h('label', { for: 'name' }, words.t('nickname')), name, problem),
        language,
        h('button', { type: 'submit', class: 'button button-main', part: 'enter' }, words.t('enter')),
        h('p', { class: 'quiet' }, words.t('welcomeRoom', { room })))));
}

/**
 * @param {import('./i18n.js').Words} words
 * @param {(ui: string) => void} onspeak
 */
function speakers(words, onspeak) {
  return h('span', { class: 'speakers', role: 'group', 'aria-label': words.t('interfaceLanguage') },
    ...INTERFACE_LANGUAGES.map((code) => h('button', {
      type: 'button', class: 'text-button', lang: code, 'aria-pressed': code === words.locale ? 'true' : 'false', onclick: () => onspeak(code),
    }, autonym(code))));
}

/**
 * The idea in one picture: what was written, what is read, what it means.
 * @param {import('./i18n.js').Words} words
 */
function sample(words) {
  const zh = words.locale === 'zh';
  const mark = (/** @type {string} */ text) => h('span', { class: 'sample-note' }, text);
  const written = zh
    ? prose('p', 'en', {}, 'Don’t worry, the test was ', mark('a piece of cake'), '.')
    : prose('p', 'zh', {}, '你这样做有点', mark('画蛇添足'), '了。');
  const read = zh
    ? prose('p', 'zh', {}, '别担心，这次考试', mark('小菜一碟'), '。')
    : prose('p', 'en', {}, 'Doing that is a bit like ', mark('gilding the lily'), '.');
  const meaning = zh
    ? prose('p', 'zh', {}, '字面是“一块蛋糕”，意思是非常容易。')
    : prose('p', 'en', {}, 'Literally “to draw a snake and add feet”: to spoil a thing by overdoing it.');
  return h('div', { class: 'sample', 'aria-hidden': 'true' },
    h('div', { class: 'sample-written' }, written),
    h('div', { class: 'sample-read' }, read),
    h('div', { class: 'sample-meaning' }, meaning));
}
