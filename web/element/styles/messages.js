/** The conversation: rows, bubbles, texts with their notes, reactions. */

export const messages = `
.log { position: relative; flex: 1; min-height: 0 }
.scroller { height: 100%; display: flex; flex-direction: column; overflow-y: auto; overflow-x: hidden; overflow-anchor: none; overscroll-behavior: contain; padding: var(--s2) var(--s4) var(--s3); scrollbar-color: var(--line) transparent }
.top, .messages { flex: none; width: 100%; max-width: 50rem; margin-inline: auto }
.top { margin-block-start: auto; min-height: 2rem; display: grid; justify-items: center; align-content: center; text-align: center }
.quiet { font-size: var(--small); color: var(--soft) }
.separator { display: flex; align-items: center; gap: var(--s3); margin-block: var(--s5) var(--s3); font-size: var(--small); color: var(--soft) }
.separator::before, .separator::after { content: ""; flex: 1; border-block-start: 1px solid var(--line) }
.unread { color: var(--accent); font-weight: 600; margin-block: var(--s4) var(--s3) }
.unread::before, .unread::after { border-color: color-mix(in srgb, var(--accent) 45%, transparent) }

.message { position: relative; display: flex; gap: var(--s2); padding-inline-start: 2.75rem; margin-block-start: 3px; border-radius: var(--s3); contain: layout style }
.message[data-first] { margin-block-start: var(--s4) }
.separator + .message { margin-block-start: 0 }
.message > .avatar { position: absolute; inset-inline-start: 0; inset-block-start: 1.5rem }
.message:focus-visible { outline-offset: 3px; border-radius: var(--s3) }
.stack { position: relative; display: grid; grid-template-columns: minmax(0, auto); justify-items: start; min-width: 0; max-width: min(36rem, 100%) }
.message[data-mine] { padding-inline: 2.75rem 0; justify-content: flex-end }
.message[data-mine] .stack { justify-items: end }
.head { display: flex; align-items: baseline; gap: var(--s2); padding: 0 var(--s1) 2px; font-size: var(--small); line-height: 1.45; color: var(--soft); max-width: 100% }
.name { font-weight: 600; color: var(--ink); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.time { white-space: nowrap; font-size: var(--tiny); font-variant-numeric: tabular-nums }
.message:not([data-first]) .head, .message[data-mine] .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }

.bubble {
  position: relative; max-width: 100%; padding: var(--s2) .875rem; border-radius: var(--radius); background: var(--surface);
  border: 1px solid var(--line); box-shadow: var(--shadow);
}
.message:not([data-mine]) .bubble { border-end-start-radius: .375rem }
.message:not([data-mine], [data-first]) .bubble { border-start-start-radius: .375rem }
.message[data-mine] .bubble { background: var(--tint); border-color: transparent; border-end-end-radius: .375rem; box-shadow: none }
.message[data-mine]:not([data-first]) .bubble { border-start-end-radius: .375rem }
.message[data-delivery="pending"] .bubble { opacity: .72 }
.message[data-delivery="refused"] .bubble { border-color: var(--bad) }
.bubble[data-deleted] { background: none; box-shadow: none; border: 1px dashed var(--line) }
.gone { color: var(--soft); font-size: .9375rem }
.text { line-height: 1.5; white-space: pre-wrap; unicode-bidi: isolate; text-align: start; tab-size: 4 }
.text:lang(zh), .text:lang(ja) { line-height: 1.7 }
.text-second { margin-block-start: var(--s2); padding-block-start: var(--s2); border-block-start: 1px solid color-mix(in srgb, var(--ink) 12%, transparent); color: var(--soft); font-size: .9375rem }
.message[data-mine] .text-second { color: light-dark(#4a5557, #b5bdb9) }
.bubble[data-large] { background: none !important; border-color: transparent; box-shadow: none; padding-inline: var(--s1) }
.bubble[data-large] .text-first { font-size: 2.5rem; line-height: 1.25 }

.note {
  cursor: help; text-decoration: underline dotted var(--accent) 2px; text-underline-offset: .28em; text-decoration-skip-ink: none;
  border-radius: 3px; transition: background .15s; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
.note:hover, .note[aria-expanded="true"] { background: color-mix(in srgb, var(--accent) 16%, transparent) }
.note:focus-visible { outline-offset: 1px }
.note[data-doubtful] { text-decoration-color: color-mix(in srgb, var(--accent) 70%, transparent) }
.note[data-doubtful="marked"]::after { content: "?" / ""; display: inline-block; margin-inline-start: .1em; font-size: .7em; font-weight: 600; line-height: 1; vertical-align: .45em; color: var(--accent) }
.note[data-doubtful="faint"] { text-decoration-color: color-mix(in srgb, var(--accent) 35%, transparent); text-decoration-thickness: 1px }
.read-word { border-radius: 3px; transition: background .15s }
.read-word:focus-visible { outline-offset: 1px }
.read-word[aria-expanded="true"] { background: color-mix(in srgb, var(--accent) 16%, transparent) }
@media (hover: hover) and (pointer: fine) { .read-word:hover { background: var(--hover) } }
.text rt[data-reading]::before { content: attr(data-reading) }
.text rt[data-reading] { font: 400 max(.6875em, 11px)/1.35 var(--latin), sans-serif; color: var(--soft); padding-inline: .3em; white-space: nowrap; user-select: none }
.text ruby:has(> [data-reading]) { ruby-align: center }
.text:has(rt[data-reading]) { line-height: 2.2; margin-block-end: -.4em }
.link { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; unicode-bidi: isolate }
.link-host { display: inline-block; color: var(--soft) }
.mention { color: var(--accent); font-weight: 600 }
.mention-me { background: var(--warn-tint); color: var(--warn); border-radius: 4px; padding: 0 .2em }
.code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: .9em; background: var(--hover); border-radius: 4px; padding: .1em .3em; unicode-bidi: isolate }
.code-block { display: block; padding: var(--s2) var(--s3); border-radius: var(--s2); overflow-x: auto; white-space: pre }

.word { display: inline-flex; flex-direction: column; align-items: center; vertical-align: top; max-width: 9rem; margin: 0 .2em .35em; text-align: center; line-height: 1.35 }
.word ruby { ruby-position: over }
.word rt { font-size: .75rem; color: var(--accent); line-height: 1.3; white-space: nowrap }
.word-meaning { font-size: .75rem; color: var(--soft); line-height: 1.3 }
.text:has(.word) { line-height: 1.9 }

.meta { margin-block-start: 2px; font-size: var(--small); color: var(--soft) }
.meta-line { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s3); min-height: 1.5rem; line-height: 1.4 }
.message[data-mine] .meta, .message[data-mine] .meta .toggle { color: light-dark(#4a5557, #b5bdb9) }
.message[data-mine] .meta-line { justify-content: flex-end }
.meta .toggle { color: var(--soft) }
.meta .toggle:hover, .meta .toggle[aria-expanded="true"] { color: var(--accent) }
.by, .failed { display: inline-flex; align-items: center; gap: var(--s1) }
.by .icon, .failed .icon, .tick .icon { width: 1rem; height: 1rem }
.meta .shaky { color: var(--warn) }
.bubble[data-slim] { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: flex-end; column-gap: var(--s2) }
.bubble[data-slim] > .text { flex: 1 1 auto }
.edited { font-size: var(--tiny) }
.tick { display: inline-flex; margin-inline-start: auto }
.translating { color: transparent; background: linear-gradient(90deg, var(--soft) 35%, color-mix(in srgb, var(--soft) 35%, transparent) 50%, var(--soft) 65%) 0 0 / 300% 100%; background-clip: text; -webkit-background-clip: text; animation: shimmer 1.8s linear infinite }
@keyframes shimmer { from { background-position: 100% 0 } to { background-position: 0 0 } }
@media (prefers-reduced-motion: reduce) { .translating { color: var(--soft); background: none } }
.reasons { padding-block: var(--s1); line-height: 1.5 }
.reasons ul { list-style: disc; padding-inline-start: 1.1rem }
.refused { display: flex; flex-wrap: wrap; gap: 0 var(--s3); padding: var(--s1); font-size: var(--small); color: var(--bad); align-items: center }
.seen { font-size: var(--tiny); color: var(--soft); padding-inline: var(--s1) }

.quote {
  display: grid; max-width: min(24rem, 100%); margin-block-end: 3px; padding: var(--s1) var(--s3); border-inline-start: 3px solid var(--accent); border-radius: var(--s1) var(--s2) var(--s2) var(--s1);
  background: var(--hover); font-size: var(--small); line-height: 1.45; text-align: start; min-height: 1.5rem;
}
.quote:hover { background: color-mix(in srgb, var(--accent) 14%, transparent) }
.quote-name { font-weight: 600 }
.quote-text { color: var(--soft); overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical }

.asked { margin-block: var(--s1); display: grid; gap: var(--s1); justify-items: start; max-width: 100% }
.answered { max-width: 100%; padding: 0 var(--s2); border-radius: .75rem; background: var(--hover); font-size: .875rem; overflow-wrap: anywhere }
.answered[open] { display: grid; gap: var(--s1); padding-block-end: var(--s2) }
.answered summary { min-height: 1.75rem; padding-block: var(--s1); cursor: pointer }
.answered-term { font-weight: 600 }
.answered-mark { color: var(--soft); font-size: var(--small) }
.reactions { display: flex; flex-wrap: wrap; gap: var(--s1); margin-block: var(--s1) }
.message[data-mine] .reactions { justify-content: flex-end }
.reaction { display: inline-flex; align-items: center; gap: var(--s1); min-height: 1.75rem; padding: 0 var(--s2); border: 1px solid var(--line); border-radius: 1rem; background: var(--surface); font-size: .875rem; line-height: 1 }
.reaction:focus-visible { border-radius: 1rem }
.reaction[aria-pressed="true"] { border-color: var(--accent); background: var(--tint) }
.count { font-size: var(--small); font-variant-numeric: tabular-nums }

/* Beside the text and not in it: a press must not move what is being pressed. Unseen and not gone:
   what is gone cannot take the focus in the moment between two elements. Where the bubble fills the
   row, the row is what the tools are placed in: at the end that the name or the marks leave free. */
.toolbar {
  position: absolute; inset-block-start: 1px; inset-inline-start: calc(100% + 6px); z-index: 1; display: flex; opacity: 0; pointer-events: none;
  border: 1px solid var(--line); border-radius: .875rem; background: var(--raised); box-shadow: var(--shadow); padding: 2px;
}
.message[data-mine] .toolbar { inset-inline: auto calc(100% + 6px) }
.message:is([data-tools="above"], [data-tools="below"]) :is(.stack, .bubble) { position: static }
.message[data-tools="above"] .toolbar { inset-block: auto calc(100% - 1.375rem) }
.message[data-tools="below"] .toolbar { inset-block: auto -.375rem }
.message:is([data-tools="above"], [data-tools="below"]) .toolbar { inset-inline: auto 0 }
.message[data-mine]:is([data-tools="above"], [data-tools="below"]:has(.meta .text-button)) .toolbar { inset-inline: 0 auto }
:is(.message:focus-visible, .message:has(:focus-visible)) .toolbar, .toolbar:has(> [aria-expanded="true"]) { opacity: 1; pointer-events: auto }
.tool { width: 2rem; height: 2rem; border-radius: .625rem }
.tool .icon { width: 1.125rem; height: 1.125rem }
@media (hover: hover) and (pointer: fine) {
  .message:hover .toolbar { opacity: 1; pointer-events: auto }
}
@media (pointer: coarse) {
  .message:focus .toolbar, .toolbar:focus-within { opacity: 1; pointer-events: auto }
  .toolbar { inset-block-start: -4px; box-shadow: var(--float) }
  .message[data-tools="above"] .toolbar { inset-block-end: calc(100% - 1.75rem) }
  /* A tap asked for them, so here the bubble may grow: nothing in the row is free for tools of a finger's size. */
  .message[data-tools="below"]:is(:focus, :has(:focus-visible)) .toolbar, .message[data-tools="below"] .toolbar:is(:focus-within, :has(> [aria-expanded="true"])) {
    position: static; flex: 1 0 100%; justify-content: flex-end; scroll-margin-block-end: var(--s5); margin: 0 calc(-1 * var(--s2)) calc(-1 * var(--s1)); padding: 0; border: 0; background: none; box-shadow: none;
  }
  .tool { width: 2.75rem; height: 2.75rem }
  .reaction { min-height: 2.25rem; padding-inline: var(--s3) }
}
.flash .bubble { animation: flash 1.6s ease-out }
@keyframes flash { from { box-shadow: 0 0 0 4px color-mix(in srgb, var(--accent) 45%, transparent) } to { box-shadow: 0 0 0 4px transparent } }

.pill {
  position: absolute; inset-block-end: var(--s3); inset-inline: 0; width: max-content; margin-inline: auto; display: flex; align-items: center; gap: var(--s2);
  min-width: 2.5rem; min-height: 2.5rem; padding: 0 var(--s3); border-radius: 2rem; background: var(--raised); color: var(--accent);
  border: 1px solid var(--line); box-shadow: var(--float); font-size: .875rem; font-weight: 600;
}
.pill:focus-visible { border-radius: 2rem }
.pill[data-label=""] { padding: 0; justify-content: center }
`;
