/** The first visit. */

export const welcome = `
.welcome { display: grid; grid-template-columns: minmax(0, 1fr); height: 100%; overflow-y: auto; padding: var(--s4); align-items: center; justify-items: center }
.welcome-box { width: min(27rem, 100%); padding-block: var(--s4) }
.welcome-top { display: flex; align-items: center; gap: var(--s2); margin-block-end: var(--s6) }
.app-name { flex: 1; font-weight: 600 }
.speakers { display: inline-flex; gap: var(--s3) }
.speakers .text-button { min-height: 2rem; color: var(--soft) }
.speakers .text-button[aria-pressed="true"] { color: var(--ink); font-weight: 600; text-decoration: underline 2px var(--accent); text-underline-offset: .4em }
.welcome h1 { font-size: clamp(1.625rem, 5cqi + .5rem, 2.125rem); font-weight: 650; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance }
.welcome h1:lang(zh) { letter-spacing: 0 }
.lead { margin-block-start: var(--s3); color: var(--soft); text-wrap: pretty }
.sample { display: grid; grid-template-columns: minmax(0, 1fr); margin-block: var(--s5); font-size: .9375rem }
.sample-written, .sample-read { width: max-content; max-width: 88%; padding: var(--s2) .875rem; border-radius: var(--radius) }
.sample-written { background: var(--surface); border: 1px solid var(--line); border-end-start-radius: .375rem; color: var(--soft) }
.sample-read { justify-self: end; margin-block-start: var(--s2); background: var(--tint); border-end-end-radius: .375rem }
.sample-note { text-decoration: underline dotted var(--accent) 2px; text-underline-offset: .28em }
.sample-meaning { justify-self: end; max-width: 88%; margin: var(--s2) var(--s3) 0 0; padding-inline-start: var(--s3); border-inline-start: 2px solid var(--accent); font-size: var(--small); color: var(--soft) }
.welcome-form { display: grid; gap: var(--s4) }
.welcome-form .quiet { text-align: center }
.problem:empty { display: none }
`;
