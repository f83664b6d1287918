/** Buttons, fields and avatars, the same everywhere. */

import { TINTS } from '../avatar.js';

/** One lightness for all hues, so that an initial is as readable on each of them. */
const hues = Array.from({ length: TINTS }, (_, i) => `.avatar[data-tint="${i}"] { --hue: oklch(.5 .13 ${i * (360 / TINTS)}) }`).join('\n');

export const controls = `
button { border: 0; background: none; padding: 0; cursor: pointer; -webkit-tap-highlight-color: transparent; touch-action: manipulation }
button:disabled { cursor: default }
.icon-button {
  display: inline-grid; place-items: center; flex: none; width: var(--tap); height: var(--tap);
  border-radius: 50%; color: var(--soft); transition: background .15s, color .15s;
}
.icon-button:hover { background: var(--hover); color: var(--ink) }
.icon-button:focus-visible { border-radius: 50%; outline-offset: -2px }
.text-button {
  display: inline-flex; align-items: center; gap: var(--s1); min-height: 1.5rem; padding: 0 var(--s1); margin: 0 calc(-1 * var(--s1));
  border-radius: var(--s2); color: var(--accent); font-size: var(--small); text-align: start;
}
.text-button:hover { background: var(--hover) }
.text-button .icon { width: 1rem; height: 1rem }
.button {
  min-height: 2.5rem; padding: var(--s2) var(--s4); border-radius: .75rem; background: var(--accent); color: var(--on-accent);
  font-weight: 600; white-space: nowrap; transition: filter .15s;
}
.button:hover { filter: brightness(1.08) }
.button-quiet { background: var(--hover); color: var(--ink) }
.button-danger { background: var(--bad); color: light-dark(#fff, #2a100d) }
.button-main { min-height: 3rem; width: 100% }
@media (pointer: coarse) {
  .button { min-height: 2.75rem }
  .text-button { min-height: 2rem }
}

.form-field { display: grid; gap: var(--s1) }
.form-field > label, legend { font-size: var(--small); font-weight: 600; color: var(--soft); padding: 0 }
.text-input, .select {
  width: 100%; min-height: 2.75rem; padding: var(--s2) var(--s3); border: 1px solid var(--edge); border-radius: .75rem;
  background: var(--surface); color: var(--ink); text-overflow: ellipsis;
}
.text-input::placeholder, .input::placeholder { color: var(--soft); opacity: 1 }
.text-input:focus-visible, .select:focus-visible { outline-offset: 0; border-color: var(--accent); border-radius: .75rem }
.text-input[aria-invalid] { border-color: var(--bad) }
.select { appearance: none; padding-inline-end: 2.5rem; cursor: pointer }
.select option { background: var(--raised); color: var(--ink) }
.select-box { position: relative }
.select-box::after { content: ""; position: absolute; inset-inline-end: 1.125rem; inset-block-start: calc(50% - .375rem); width: .5rem; height: .5rem; border: solid var(--soft); border-width: 0 1.6px 1.6px 0; rotate: 45deg; pointer-events: none }
.problem { color: var(--bad); font-size: var(--small) }
.field-row { display: flex; gap: var(--s2) }
.field-row .text-input { flex: 1; min-width: 0 }
.text-input:read-only { text-overflow: clip }

.radios { display: grid; gap: 0 }
.radios legend { margin-block-end: var(--s1) }
.radio { display: flex; align-items: center; gap: var(--s2); min-height: 2.25rem; cursor: pointer }
.radio input { width: 1.125rem; height: 1.125rem; margin: 0; flex: none }
.radios-row { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: var(--s1); padding: var(--s1); border-radius: .75rem; background: var(--hover); position: relative; margin-block-start: 1.75rem }
.radios-row legend { position: absolute; inset-block-start: -1.75rem; inset-inline-start: 0 }
.radios-row .radio { justify-content: center; border-radius: .5rem; text-align: center; font-size: .9375rem; line-height: 1.3; padding: var(--s1); position: relative }
.radios-row .radio input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; cursor: pointer }
.radios-row .radio:has(:checked) { background: light-dark(#fff, #414644); box-shadow: var(--shadow); font-weight: 600; color: var(--accent) }
.radios-row .radio:has(:focus-visible) { outline: 2px solid var(--accent) }

textarea.text-input { resize: vertical; min-height: 4.5rem; line-height: 1.5 }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); max-height: 11rem; overflow-y: auto }
.checks legend { grid-column: 1 / -1 }

.avatar {
  display: inline-grid; place-items: center; flex: none; width: 2.25rem; height: 2.25rem; border-radius: 50%; overflow: hidden;
  font-size: .9375rem; font-weight: 600; line-height: 1; user-select: none;
}
.avatar { background: light-dark(color-mix(in oklab, var(--hue) 26%, #fff), color-mix(in oklab, var(--hue) 55%, #1a1c1b)); color: light-dark(color-mix(in oklab, var(--hue) 75%, #000), color-mix(in oklab, var(--hue) 20%, #fff)) }
${hues}
`;
