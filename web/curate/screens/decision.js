/** Approve, approve with changes and why, or decline with a reason. */

import { checkField } from '../../element/choices.js';
import { h, setText } from '../../element/dom.js';
import { actButton, actForm, Complaint } from '../parts/acting.js';
import { textField } from '../parts/fields.js';

const ROWS = 2;
const LONGEST_REASON = 500;

export class Decision {
  #words;
  #complaint;
  #approve;
  #why;
  #reason;
  #form;
  #label = h('span');
  /** In all rooms, and not only where it was said. */
  everywhere = false;

  /**
   * @param {object} parts
   * @param {import('../types.js').Context} parts.context
   * @param {(why: string, everywhere: boolean) => Promise<void>} parts.approve
   * @param {(error: unknown) => string | null} parts.refused what is left to say of a refusal that is shown elsewhere; null: it is not
   * @param {(reason: string) => Promise<void>} parts.decline
   * @param {boolean} parts.isLine a translation: it may be meant for this sentence alone
   * @param {() => void} parts.onscope where it counts is another
   * @param {boolean} parts.canApprove the entry in question may be gone
   */
  constructor({ context, approve, refused, decline, isLine, canApprove, onscope }) {
    const { words } = context;
    this.#words = words;
    this.#complaint = new Complaint(words);
    this.#why = textField({ id: 'why', label: words.c('why'), hint: words.c('whyHint'), props: { maxlength: LONGEST_REASON } });
    this.#why.node.hidden = true;
    this.#approve = actButton({
      label: '', shortcut: 'a', complaint: this.#complaint,
      act: () => approve(this.#why.input.value.trim(), this.everywhere).catch((error) => {
        const left = refused(error);
        if (left === null) throw error;
        this.#complaint.say(left);
      }),
    });
    this.#approve.prepend(this.#label);
    this.#reason = textField({ id: 'reason', label: words.c('reason'), hint: words.c('reasonHint'), rows: ROWS, props: { maxlength: LONGEST_REASON } });
    this.#form = actForm({
      kind: 'decline-form', complaint: this.#complaint, label: words.c('decline'),
      act: async () => {
        const reason = this.#reason.input.value.trim();
        this.#reason.complain(reason === '' ? words.c('reasonMissing') : '');
        if (reason === '') return this.#reason.input.focus();
        await decline(reason);
      },
      body: [this.#reason.node, h('div', { class: 'actions' },
        h('button', { type: 'submit', class: 'button button-danger' }, words.c('declineNow')),
        h('button', { type: 'button', class: 'button button-quiet', onclick: () => this.#close() }, words.t('cancel')))],
    });
    this.#form.hidden = true;
    this.#declineButton = actButton({ label: words.c('decline'), kind: 'button-quiet', shortcut: 'd', complaint: this.#complaint, act: () => this.decline() });
    this.node = h('section', { class: 'decision', 'aria-label': words.c('decision') },
      isLine && canApprove && h('div', { class: 'form-field' }, checkField(words.c('everywhere'), false, (on) => {
        this.everywhere = on;
        onscope();
      }), h('p', { class: 'hint' }, words.c('everywhereHint'))),
      this.#why.node, this.#complaint.node,
      h('div', { class: 'actions' }, canApprove && this.#approve, this.#declineButton), this.#form);
    this.amended(false);
  }

  #declineButton;

  isDirty() {
    return this.#reason.input.value.trim() !== '';
  }

  /** @param {boolean} changed by the curator */
  amended(changed) {
    this.#why.node.hidden = !changed;
    setText(this.#label, this.#words.c(changed ? 'approveChanged' : 'approve'));
  }

  approve() {
    if (this.#approve.isConnected) this.#approve.click();
  }

  decline() {
    this.#form.hidden = false;
    this.#reason.input.focus();
    this.#form.scrollIntoView({ block: 'nearest' });
  }

  #close() {
    this.#form.hidden = true;
    this.#declineButton.focus();
  }
}
