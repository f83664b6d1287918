/** Show one open question at a time to whoever may know the answer, and take the answer. */

import { h, prose, setProp, setText } from '../dom.js';
import { errorText } from '../reasons.js';
import { drawExcerpt } from '../runs.js';
import { say } from './words.js';

/** @typedef {import('../../types.js').AskedAbout} AskedAbout */

const EXCERPT = 160;

export class AnswerCard {
  #around;
  /** Questions put aside, or answered just now. @type {Set<number>} */
  #aside = new Set();
  /** @type {AskedAbout | null} */
  #shown = null;
  /** @type {HTMLInputElement | null} */
  #gloss = null;

  /** @param {import('../questions.js').Around} around */
  constructor(around) {
    this.#around = around;
    this.node = h('section', { class: 'answer-card', part: 'question', hidden: true, 'aria-label': say(around.context.words, 'questionOpen') });
  }

  /** @param {import('../../types.js').ChatState} state */
  update({ questions }) {
    const { context: { words }, tell } = this.#around;
    const waiting = questions.filter(({ question }) => !this.#aside.has(question));
    const shown = this.#shown;
    if (shown && waiting.some(({ question }) => question === shown.question)) return;
    if (shown && this.#gloss?.value) tell(say(words, 'answerLate'));
    this.#show(waiting[0] ?? null);
  }

  /** @param {AskedAbout | null} asked */
  #show(asked) {
    if (asked === this.#shown) return;
    const held = this.node.matches(':focus-within');
    this.#shown = asked;
    this.#gloss = null;
    setProp(this.node, 'hidden', asked === null);
    this.node.replaceChildren(...(asked ? this.#draw(asked) : []));
    if (held) this.#around.context.deeds.write();
  }

  /** @param {AskedAbout} asked */
  #draw(asked) {
    const { words, client } = this.#around.context;
    const message = client.state.messages.find(({ seq }) => seq === asked.seq);
    const acts = h('div', { class: 'answer-acts' },
      h('button', { type: 'button', class: 'button', onclick: () => acts.replaceWith(this.#form(asked)) }, say(words, 'answerExplain')),
      h('button', { type: 'button', class: 'button button-quiet', onclick: () => this.#put(asked) }, say(words, 'answerNotNow')));
    return [
      h('p', { class: 'answer-asks' }, say(words, 'questionAsks', { name: asked.from.name, text: asked.text })),
      message && prose('p', asked.lang, { class: 'answer-sentence' }, ...drawExcerpt(message.runs, EXCERPT)),
      acts,
    ].filter((node) => node !== undefined);
  }

  /** @param {AskedAbout} asked */
  #form(asked) {
    const { words, client } = this.#around.context;
    const gloss = h('input', { id: 'answer-gloss', class: 'text-input', maxlength: 200, dir: 'auto', lang: asked.for, 'aria-describedby': 'answer-problem', autocomplete: 'off' });
    const body = h('textarea', { id: 'answer-body', class: 'text-input', rows: 2, maxlength: 1000, dir: 'auto', lang: asked.for });
    const problem = h('p', { id: 'answer-problem', class: 'problem', role: 'alert' });
    const send = h('button', { type: 'submit', class: 'button' }, say(words, 'answerSend'));
    const refuse = (/** @type {string} */ why) => {
      setText(problem, why);
      setProp(gloss, 'aria-invalid', 'true');
      gloss.focus();
    };
    const answer = async (/** @type {Event} */ event) => {
      event.preventDefault();
      if (gloss.value.trim() === '') return refuse(say(words, 'answerEmpty'));
      if (send.disabled) return;
      send.disabled = true;
      this.#aside.add(asked.question);
      const refused = await client.answer(asked.question, gloss.value.trim(), body.value.trim());
      send.disabled = false;
      if (refused) {
        this.#aside.delete(asked.question);
        return refuse(errorText(words, refused));
      }
      this.#around.tell(say(words, 'answerThanks'));
      gloss.value = '';
      this.#put(asked);
    };
    this.#gloss = gloss;
    queueMicrotask(() => gloss.focus());
    return h('form', { class: 'form-field', novalidate: true, onsubmit: answer },
      h('label', { for: 'answer-gloss' }, say(words, 'answerGloss', { language: words.language(asked.for) })), gloss, problem,
      h('label', { for: 'answer-body' }, say(words, 'answerBody')), body,
      h('div', { class: 'answer-acts' }, send,
        h('button', { type: 'button', class: 'button button-quiet', onclick: () => this.#put(asked) }, say(words, 'answerNotNow'))));
  }

  /** Done with this one: the next, if there is one. @param {AskedAbout} asked */
  #put(asked) {
    this.#aside.add(asked.question);
    const waiting = this.#around.context.client.state.questions.find(({ question }) => !this.#aside.has(question));
    this.#show(waiting ?? null);
  }
}
