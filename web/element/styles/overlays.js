/** What lies above the conversation: note cards, the reaction picker, dialogs, short words. */

export const overlays = `
.floating { position: fixed; inset: auto; margin: 0; border: 1px solid var(--line); background: var(--raised); color: inherit; box-shadow: var(--float) }
.card { width: min(22rem, calc(100vw - 1rem)); max-height: 34rem; overflow-y: auto; overscroll-behavior: contain; padding: var(--s4) var(--s5) var(--s5); border-radius: 1.125rem; line-height: 1.55 }
.card:popover-open { animation: rise .16s ease-out }
@keyframes rise { from { opacity: 0; transform: translateY(4px) } }
.card-close { position: sticky; inset-block-start: 0; float: inline-end; margin: calc(-1 * var(--s1)) calc(-1 * var(--s3)) 0 var(--s1); background: var(--raised) }
.card-term { font-size: 1.375rem; font-weight: 600; line-height: 1.35 }
.card-reading { color: var(--accent); font-size: .9375rem }
.card-variants { color: var(--soft); font-size: var(--small) }
.card-body { display: grid; gap: var(--s3); margin-block-start: var(--s3) }
.card-gloss { font-weight: 600; line-height: 1.5 }
.card-story { display: grid; gap: var(--s2) }
.card-facts { display: grid; grid-template-columns: auto 1fr; gap: var(--s1) var(--s3); font-size: .875rem; line-height: 1.55 }
.card-facts:empty { display: none }
.card-facts dt { color: var(--soft); white-space: nowrap }
.card-caution { display: flex; gap: var(--s2); padding: var(--s2) var(--s3); border-radius: .75rem; background: var(--warn-tint); color: var(--warn); font-size: .875rem }
.card-doubt { display: flex; align-items: center; gap: var(--s2); margin-block-start: var(--s2); color: var(--warn); font-size: .875rem }
.card-kind { margin-block-start: var(--s3); color: var(--soft); font-size: var(--small); font-weight: 600 }
.card-body + :is(.card-kind, .card-head) { margin-block-start: var(--s4); padding-block-start: var(--s4); border-block-start: 1px solid var(--line) }
.card-meaning { display: grid; gap: var(--s1) }
.card-senses { padding-inline-start: 0 }
ol.card-senses { list-style: decimal; padding-inline-start: 1.4em }
.card-senses li::marker { color: var(--soft); font-size: .875em }
.card-licence { color: var(--soft); font-size: var(--tiny); line-height: 1.45 }
.card-acts { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); margin-block-start: var(--s4); padding-block-start: var(--s2); border-block-start: 1px solid var(--line) }
.card-acts [aria-pressed=true] { font-weight: 600 }
.card-quiet { color: var(--soft); font-size: .9375rem }

.picker { display: none; padding: var(--s1); border-radius: 1.125rem }
.picker:popover-open { display: grid; grid-template-columns: repeat(6, auto) }
.pick { width: 2.75rem; height: 2.75rem; border-radius: .75rem; font-size: 1.375rem; line-height: 1; font-family: "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif }
.pick:hover, .pick:focus-visible { background: var(--hover) }

.dialog { width: min(26rem, 100vw); max-width: none; max-height: min(46rem, 100dvh); margin: auto; padding: 0; border: 0; border-radius: 1.25rem; background: var(--raised); color: inherit; box-shadow: var(--float); overflow-y: auto; overscroll-behavior: contain }
.dialog[open] { animation: rise .18s ease-out }
.dialog::backdrop { background: rgb(10 18 18 / .45) }
.dialog-box { display: grid; gap: var(--s4); padding: var(--s4) var(--s5) var(--s5) }
.dialog-head { display: flex; align-items: center; gap: var(--s2); margin-inline-end: calc(-1 * var(--s3)) }
.dialog-title { flex: 1; font-size: 1.125rem; font-weight: 600 }
.dialog-lead { color: var(--soft) }
.dialog-actions { display: flex; gap: var(--s2); justify-content: flex-end }
.dialog-people .person { padding-inline: 0 }
.sentence { margin: 0; padding: var(--s2) var(--s3); border-inline-start: 3px solid var(--line); border-radius: var(--s1); background: var(--hover); max-height: 10rem; overflow-y: auto; overflow-wrap: anywhere }
.dialog-correction .dialog-lead { font-size: var(--small) }
.from-language { padding-block-start: var(--s4); border-block-start: 1px solid var(--line) }
.from-language .form-field { grid-template-columns: 1fr auto; align-items: center }
.from-language .form-field > label { grid-column: 1 / -1 }
.dialog-settings .dialog-actions { position: sticky; inset-block-end: 0; padding-block: var(--s2); background: var(--raised) }
.settings { display: grid; gap: var(--s4) }

.toast { position: absolute; inset-block-end: 6rem; inset-inline: 0; width: max-content; max-width: calc(100% - 2rem); margin-inline: auto; padding: var(--s2) var(--s4); border-radius: 2rem; background: var(--ink); color: var(--page); font-size: .875rem; z-index: 2; animation: rise .18s ease-out; pointer-events: none }
.chat { position: relative }

@media (max-width: 600px) {
  .card, .picker, .dialog { inset: auto 0 0; width: 100vw; max-width: none; max-height: 75dvh; margin: 0; border-width: 1px 0 0; border-radius: 1.25rem 1.25rem 0 0; padding-block-end: max(var(--s5), env(safe-area-inset-bottom)) }
  .dialog { max-height: 90dvh; padding-block-end: env(safe-area-inset-bottom) }
  .dialog { position: fixed; margin-block-start: auto }
  .picker:popover-open { grid-template-columns: repeat(6, 1fr); padding: var(--s3); padding-block-end: max(var(--s4), env(safe-area-inset-bottom)) }
  .pick { width: 100%; height: 3rem }
  .card:popover-open, .dialog[open], .picker:popover-open { animation: sheet .22s cubic-bezier(.2, .8, .3, 1) }
  @keyframes sheet { from { transform: translateY(40%); opacity: 0 } }
}
`;
