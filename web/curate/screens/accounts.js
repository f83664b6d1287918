/** People with a role: add one (a link shown once), change a role, take it away. */

import { openDialog } from '../../element/dialog.js';
import { copyText } from '../../element/copy-text.js';
import { h } from '../../element/dom.js';
import { actButton, actForm, Complaint } from '../parts/acting.js';
import { nothing } from '../parts/area.js';
import { askFirst } from '../parts/dialogs.js';
import { choiceField, textField } from '../parts/fields.js';
import { item, itemList, plainScreen, putAway } from '../parts/plain-screen.js';
import { path } from '../state/api.js';
import { ROLES } from '../state/powers.js';

/** @typedef {import('../types.js').Account} Account */
/** @typedef {import('../types.js').Context} Context */

const LONGEST_NAME = 32;

/** @type {import('../types.js').MakeScreen} */
export function accountsScreen(context) {
  const { words, api } = context;
  const load = () => screen.area.fill(() => api.get('/accounts'), (/** @type {{ accounts: Account[] }} */ { accounts }) =>
    (accounts.length === 0 ? [nothing(words.c('accountsEmpty'))] : [itemList(screen.title, accounts.map((account) => drawAccount(context, account)))]));
  const screen = plainScreen({ context, title: words.c('place_accounts'), above: [addForm(context, () => void load())] });
  void load();
  return screen;
}

/** @param {import('../parts/words.js').CurateWords} words */
function roleOptions(words) {
  return ROLES.filter((role) => role !== 'guest').map((role) => /** @type {const} */ ([role, words.of('role', role)]));
}

/** @param {Context} context @param {() => void} onadded */
function addForm(context, onadded) {
  const { words, api } = context;
  const complaint = new Complaint(words);
  const name = textField({ id: 'account-name', label: words.c('name'), props: { maxlength: LONGEST_NAME, autocomplete: 'off' } });
  const role = choiceField({ id: 'account-role', label: words.c('role'), value: 'curator', options: roleOptions(words) });
  return actForm({
    complaint, kind: 'add-account', label: words.c('addAccount'),
    act: async () => {
      const wanted = name.input.value.trim();
      name.complain(wanted === '' ? words.c('nameMissing') : '');
      if (wanted === '') return name.input.focus();
      const { link } = await api.send('POST', '/accounts', { name: wanted, role: role.input.value });
      name.input.value = '';
      onadded();
      showLink(context, wanted, link);
    },
    body: [h('h2', { class: 'group-title' }, words.c('addAccount')), h('div', { class: 'in-row' }, name.node, role.node), complaint.node, h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button' }, words.c('addAccountDo')))],
  });
}

/** The server tells it once, and so does the page. @param {Context} context @param {string} name @param {string} link */
function showLink({ words, host, tell }, name, link) {
  const whole = new URL(link, document.baseURI).href;
  const input = h('input', { class: 'text-input', readonly: true, value: whole, 'aria-label': words.c('oneTimeLink'), onfocus: () => input.select() });
  openDialog({
    host, title: words.c('oneTimeLink'), closeLabel: words.t('close'),
    body: [h('p', { class: 'dialog-lead' }, words.c('oneTimeLinkLead', { name })), h('div', { class: 'field-row' }, input,
      h('button', { type: 'button', class: 'button', onclick: async () => tell(words.t(await copyText(whole) ? 'copied' : 'copyFailed')) }, words.t('copyLink')))],
  });
  input.focus();
}

/** @param {Context} context @param {Account} account */
function drawAccount(context, account) {
  const { words, api, host, tell, session } = context;
  const complaint = new Complaint(words);
  const isMe = account.id === session.user.id;
  const role = choiceField({
    id: `role-${account.id}`, label: words.c('role'), value: account.role, options: roleOptions(words),
    onchoose: (wanted) => {
      complaint.clear();
      void api.send('PATCH', `/accounts${path(account.id)}`, { role: wanted }).then(() => tell(words.c('roleChanged', { name: account.name })), (error) => {
        role.input.value = account.role;
        complaint.say(error);
      });
    },
  });
  const remove = () => askFirst({
    host, words, title: words.c('removeTitle', { name: account.name }), lead: words.c('removeLead'), yes: words.c('remove'),
    act: async () => {
      await api.send('DELETE', `/accounts${path(account.id)}`);
      tell(words.c('removed', { name: account.name }));
      putAway(box);
    },
  });
  const link = async () => showLink(context, account.name, (await api.send('POST', `/accounts${path(account.id)}/link`)).link);
  const rooms = Object.entries(account.rooms ?? {});
  const box = item({ class: 'item item-account' },
    h('h2', { class: 'item-title' }, h('bdi', {}, account.name), ' ', isMe && h('span', { class: 'tag' }, words.t('you'))),
    account.chosen === false ? h('p', { class: 'quiet' }, words.c('neverIn')) : Boolean(account.seen) && h('p', { class: 'byline' }, words.c('lastSeen', { when: words.ago(account.seen ?? '') })),
    rooms.length > 0 && h('p', { class: 'byline' }, ...rooms.flatMap(([room, each], at) => [at > 0 && ' · ', h('bdi', {}, room), `: ${words.of('role', each)}`])),
    h('div', { class: 'in-row' }, role.node, !isMe && h('div', { class: 'actions' }, actButton({ label: words.c('newLink'), kind: 'button-quiet', complaint, about: account.name, act: link }), actButton({ label: words.c('remove'), kind: 'button-quiet', complaint, about: account.name, act: remove }))), complaint.node);
  if (isMe) role.input.disabled = true;
  return box;
}
