/** Asking and answering: what the shared styles leave out until it is needed. */

/** @type {CSSStyleSheet | undefined} */
let shared;

const RULES = `
.ask-here { padding: var(--s1); border-radius: 1rem }
.ask-here .button { min-height: 2.25rem; border-radius: .75rem; font-size: .875rem; user-select: none }
.answer-card { display: grid; gap: var(--s2); width: calc(100% - 2 * var(--s3)); max-width: calc(52rem - 2 * var(--s3)); max-height: 45dvh; overflow-y: auto; margin: var(--s2) auto; padding: var(--s3) var(--s4); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised) }
.answer-card[hidden] { display: none }
.answer-asks { font-weight: 600; overflow-wrap: anywhere }
.answer-sentence { color: var(--soft); font-size: .9375rem; overflow-wrap: anywhere }
form > .answer-acts { margin-block-start: var(--s2) }
.answer-acts { display: flex; flex-wrap: wrap; gap: var(--s2) }
.answer-acts .button { min-height: 2.25rem; padding-block: var(--s1); font-size: .9375rem }
@media (pointer: coarse) { .answer-acts .button, .ask-here .button { min-height: 2.75rem } }
@media (max-width: 600px) { .ask-here { inset: auto 0 0; width: max-content; margin: 0 auto max(var(--s4), env(safe-area-inset-bottom)) } }
`;

export function questionStyles() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(RULES);
  }
  return shared;
}
