/** Come in: by name and password, by a one-time link, or again after the session ended. */

import { openDialog } from '../../element/dialog.js';
import { h } from '../../element/dom.js';
import { icon } from '../../element/icons.js';
import { actForm, Complaint } from '../parts/acting.js';
import { textField } from '../parts/fields.js';
import { languageSwitch } from '../parts/shell.js';

/** @typedef {import('../parts/words.js').CurateWords} CurateWords */
/** @typedef {import('../types.js').Session} Session */

/** What the server asks for at the least. */
export const SHORTEST_PASSWORD = 10;

/**
 * @param {object} parts
 * @param {CurateWords} parts.words
 * @param {import('../state/api.js').Api} parts.api
 * @param {string | null} parts.token of a one-time link
 * @param {{ name: string }} parts.kept what was typed before the language changed
 * @param {(ui: string) => void} parts.onspeak
 * @param {(session: Session) => void} parts.onenter
 * @param {() => void} parts.onnormal the link is used up: sign in as usual
 */
export function drawSignIn({ words, api, token, kept, onspeak, onenter, onnormal }) {
  const form = token === null ? signInForm(words, api, kept, onenter) : welcomeForm(words, api, token, onenter, onnormal);
  const title = words.c(token === null ? 'signInTitle' : 'welcomeLinkTitle');
  return h('main', { class: 'welcome' },
    h('div', { class: 'welcome-box' },
      h('div', { class: 'welcome-top' }, h('span', { class: 'mark' }, icon('bridge')), h('span', { class: 'app-name' }, words.t('appName')), languageSwitch(words, onspeak)),
      h('h1', { tabindex: -1 }, title),
      h('p', { class: 'lead' }, words.c(token === null ? 'signInLead' : 'welcomeLinkLead')),
      form,
      h('p', { class: 'quiet welcome-foot' }, h('a', { class: 'link', href: '/' }, words.c('backToChat')))));
}

/**
 * @param {CurateWords} words
 * @param {import('../state/api.js').Api} api
 * @param {{ name: string }} kept
 * @param {(session: Session) => void} onenter
 */
function signInForm(words, api, kept, onenter) {
  const complaint = new Complaint(words);
  const name = textField({ id: 'name', label: words.c('name'), value: kept.name, props: { autocomplete: 'username', required: true, autocapitalize: 'none' }, oninput: (value) => { kept.name = value; } });
  const password = textField({ id: 'password', label: words.c('password'), type: 'password', props: { autocomplete: 'current-password', required: true } });
  return actForm({
    kind: 'welcome-form', complaint,
    act: async () => {
      if (name.input.value.trim() === '') return focusWith(name, words.c('nameMissing'));
      if (password.input.value === '') return focusWith(password, words.c('passwordMissing'));
      name.complain('');
      password.complain('');
      onenter(await api.send('POST', '/session', { name: name.input.value.trim(), password: password.input.value }, { quiet: true }));
    },
    body: [name.node, password.node, complaint.node, h('button', { type: 'submit', class: 'button button-main' }, words.c('signIn'))],
  });
}

/**
 * @param {CurateWords} words
 * @param {import('../state/api.js').Api} api
 * @param {string} token
 * @param {(session: Session) => void} onenter
 * @param {() => void} onnormal
 */
function welcomeForm(words, api, token, onenter, onnormal) {
  const complaint = new Complaint(words);
  const props = { autocomplete: 'new-password', required: true };
  const password = textField({ id: 'password', label: words.c('newPassword'), type: 'password', hint: words.c('passwordHint', { n: SHORTEST_PASSWORD }), props });
  const again = textField({ id: 'password-again', label: words.c('passwordAgain'), type: 'password', props });
  return actForm({
    kind: 'welcome-form', complaint,
    act: async () => {
      password.complain('');
      again.complain('');
      if (password.input.value.length < SHORTEST_PASSWORD) return focusWith(password, words.c('passwordHint', { n: SHORTEST_PASSWORD }));
      if (again.input.value !== password.input.value) return focusWith(again, words.c('passwordDiffers'));
      onenter(await api.send('POST', '/session/link', { token, password: password.input.value }, { quiet: true }));
    },
    body: [password.node, again.node, complaint.node, h('button', { type: 'submit', class: 'button button-main' }, words.c('choosePassword')),
      h('button', { type: 'button', class: 'text-button', onclick: onnormal }, words.c('havePassword'))],
  });
}

/** @param {import('../parts/fields.js').Field} field @param {string} problem */
function focusWith(field, problem) {
  field.complain(problem);
  field.input.focus();
}

/**
 * The session has ended: a dialog over the screen, so that nothing typed is lost. False: given up.
 * @param {object} parts
 * @param {HTMLElement} parts.host
 * @param {CurateWords} parts.words
 * @param {import('../state/api.js').Api} parts.api
 * @param {string} parts.name who it was
 * @param {(session: Session) => void} parts.onenter
 * @returns {Promise<boolean>}
 */
export function signInAgain({ host, words, api, name, onenter }) {
  return new Promise((resolve) => {
    let isIn = false;
    const form = signInForm(words, api, { name }, (session) => {
      isIn = true;
      onenter(session);
      close();
    });
    const { close } = openDialog({
      host, title: words.c('sessionEnded'), closeLabel: words.t('close'), kind: 'dialog-sign-in',
      body: [h('p', { class: 'dialog-lead' }, words.c('sessionEndedLead')), form], onclose: () => resolve(isIn),
    });
    /** @type {HTMLElement | null} */ (form.querySelector('#password'))?.focus();
  });
}
