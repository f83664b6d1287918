/** Mute or ban somebody: for how long, where, and why. */

import { openDialog } from '../../element/dialog.js';
import { h } from '../../element/dom.js';
import { can } from '../state/powers.js';
import { actForm, Complaint } from './acting.js';
import { choiceField, textField } from './fields.js';

/** Minutes; nothing: until it is lifted. */
const SPANS = /** @type {const} */ ([['10', 'span10m'], ['60', 'span1h'], ['1440', 'span1d'], ['10080', 'span1w'], ['', 'spanEver']]);
const LONGEST_REASON = 500;

/**
 * @param {object} parts
 * @param {import('../types.js').Context} parts.context
 * @param {'mute' | 'ban'} parts.act
 * @param {import('../../types.js').Person} parts.user
 * @param {string} parts.room
 * @param {() => Promise<void> | void} parts.ondone
 */
export function openSanction({ context: { words, api, host, tell, session }, act, user, room, ondone }) {
  const complaint = new Complaint(words);
  const span = choiceField({ id: 'sanction-span', label: words.c('howLong'), value: act === 'mute' ? '60' : '', options: SPANS.map(([value, key]) => [value, words.c(key)]) });
  const where = choiceField({ id: 'sanction-room', label: words.c('where'), value: room, options: [[room, words.c('inRoom', { room })], ...(can(session.user, 'moderate') ? [/** @type {const} */ (['', words.c('everywhereRooms')])] : [])] });
  const how = choiceField({ id: 'sanction-act', label: words.c('what'), value: 'ban', options: [['ban', words.c('banAccount')], ['ban-address', words.c('banAddress')]] });
  const reason = textField({ id: 'sanction-reason', label: words.c('reason'), hint: words.c('sanctionHint'), props: { maxlength: LONGEST_REASON } });
  const form = actForm({
    complaint,
    act: async () => {
      const given = reason.input.value.trim();
      reason.complain(given === '' ? words.c('reasonMissing') : '');
      if (given === '') return reason.input.focus();
      const kind = act === 'mute' ? 'mute' : how.input.value;
      const whom = kind === 'ban-address' ? { address_of: user.id } : { user: user.id };
      await api.send('POST', '/sanctions', { act: kind, ...whom, reason: given, ...(where.input.value === '' ? {} : { room: where.input.value }), ...(span.input.value === '' ? {} : { minutes: Number(span.input.value) }) });
      tell(words.c(act === 'mute' ? 'wasMuted' : 'wasBanned', { name: user.name }));
      close();
      await ondone();
    },
    body: [...(act === 'ban' ? [how.node] : []), where.node, span.node, reason.node, complaint.node, h('div', { class: 'dialog-actions' }, h('button', { type: 'submit', class: 'button button-danger' }, words.c(act)))],
  });
  const { close } = openDialog({ host, title: words.c(act === 'mute' ? 'muteTitle' : 'banTitle', { name: user.name }), closeLabel: words.t('close'), body: [form] });
}
