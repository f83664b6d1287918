/** The frame of the curators' page: bar, navigation, screens, what waits and what is empty. */

export const page = `
body > .root { height: 100dvh; overflow: hidden }
.curate { container: page / inline-size }
.shell { position: relative; display: flex; flex-direction: column; height: 100% }
.boot { display: grid; place-items: center; height: 100%; color: var(--soft) }
.skip { position: absolute; inset-block-start: var(--s2); inset-inline-start: var(--s2); z-index: 5; padding: var(--s2) var(--s4); border-radius: .75rem; background: var(--accent); color: var(--on-accent); font-weight: 600; translate: 0 -5rem }
.skip:focus { translate: 0 0 }
.bar .speakers { margin-inline-end: var(--s2); gap: var(--s2) }
.question { font-weight: 600; font-size: 1.0625rem; line-height: 1 }
.account-name { max-width: 8rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.menu-button { display: none }
.frame { display: flex; flex: 1; min-height: 0 }
.places { flex: none; width: 14.5rem; padding: var(--s4) var(--s3); overflow-y: auto; border-inline-end: 1px solid var(--line); background: var(--surface) }
.place-group + .place-group { margin-block-start: var(--s5) }
.place-label { padding: 0 var(--s3) var(--s1); font-size: var(--tiny); font-weight: 600; color: var(--soft) }
.place { display: flex; align-items: center; gap: var(--s2); min-height: 2.25rem; padding: var(--s1) var(--s3); border-radius: .625rem; color: var(--ink); text-decoration: none; line-height: 1.3 }
.place > span:first-child { flex: 1 }
.place:hover { background: var(--hover) }
.place[aria-current] { background: var(--tint); font-weight: 600 }
.place { position: relative }
.place .key { position: absolute; inset-inline-end: var(--s3); opacity: 0; background: var(--surface) }
.place:is(:hover, :focus-visible) .key { opacity: 1 }
.badge { font-size: var(--small); color: var(--soft); font-variant-numeric: tabular-nums }
.badge:empty { display: none }
.main { flex: 1; min-width: 0; overflow-y: auto; outline: none; scrollbar-color: var(--line) transparent }
.main:focus-visible { outline: none }
.screen { width: 100%; max-width: 56rem; margin-inline: auto; padding: var(--s5) var(--s5) var(--s7) }
.screen-wide { max-width: none; height: 100%; padding: 0 }
.head-line { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4); min-height: 2.5rem; margin-block-end: var(--s3) }
.title { flex: 1; font-size: 1.375rem; font-weight: 650; line-height: 1.3; letter-spacing: -.01em; border-radius: var(--s1) }
[data-rest]:focus-visible { outline: none }
.title:lang(zh) { letter-spacing: 0 }
.screen .lead { margin-block: 0 var(--s4); color: var(--soft); max-width: 40rem; text-wrap: pretty }
h3 { margin: 0; font: inherit }
.quiet { color: var(--soft); font-size: var(--small); line-height: 1.5 }
.good { color: var(--accent); font-size: var(--small); font-weight: 600 }
.hint { color: var(--soft); font-size: var(--small); line-height: 1.4 }
.problem:empty { display: none }
.key { display: inline-block; min-width: 1.5em; padding: 0 .4em; border: 1px solid color-mix(in srgb, currentcolor 35%, transparent); border-radius: .375rem; font: 500 var(--tiny)/1.5 var(--font); text-align: center; white-space: nowrap }
.button { display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); text-decoration: none; text-align: center }
.button[aria-disabled="true"] { opacity: .6; cursor: progress }
.button .key { border-color: color-mix(in srgb, currentcolor 45%, transparent) }
.actions { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center }
.link { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px }
.loading { display: flex; align-items: center; gap: var(--s3); padding: var(--s5) var(--s2); color: var(--soft) }
.loading .dots i { animation: dot 1.2s infinite ease-in-out }
.area[aria-busy] > :not(.loading) { opacity: .6; transition: opacity .2s .25s }
.problem-box { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: var(--s2) var(--s3); padding: var(--s4); border-radius: .875rem; background: var(--bad-tint); color: var(--bad) }
.problem-box .button { grid-column: 2; justify-self: start }
.nothing { display: grid; justify-items: center; gap: var(--s2); padding: var(--s7) var(--s4); text-align: center }
.nothing .mark { width: 3rem; height: 3rem; border-radius: 1rem; background: var(--tint); color: var(--accent) }
.nothing-title { font-size: 1.125rem; font-weight: 600 }
.nothing .button { margin-block-start: var(--s2) }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: var(--s2) var(--s3); margin-block-end: var(--s3); align-items: end }
.filters .select, .filters .text-input { min-height: 2.25rem; padding-block: var(--s1); font-size: .9375rem }
.form .filters { grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)) }
.more { display: flex; margin: var(--s3) auto }
.toast { inset-block-end: var(--s5); z-index: 4; max-width: min(36rem, calc(100% - 2rem)) }
.welcome-foot { margin-block-start: var(--s5); text-align: center }
.key-list { display: grid; grid-template-columns: auto 1fr; gap: var(--s2) var(--s4); align-items: baseline }
.dialog-actions-tall { flex-wrap: wrap }
.who { font-weight: 600; color: var(--ink) }
.form { display: grid; gap: var(--s3) }
.in-row { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: var(--s3); align-items: end }
.screen > .form, .screen > .area > .form { padding: var(--s4); margin-block-end: var(--s4); border: 1px solid var(--line); border-radius: 1rem; background: var(--surface) }
input[type="file"].text-input { padding: var(--s2); line-height: 1.7 }
.group-title { padding: 0; font-size: 1rem; font-weight: 650; line-height: 1.4; color: var(--ink) }
@media (pointer: coarse) { .key { display: none } .key-list .key { display: inline-block } .place { min-height: 2.75rem } .link { padding-block: .35rem } }
@container page (max-width: 56rem) {
  .menu-button { display: inline-grid }
  .bar { padding-inline-start: var(--s2) }
  .bar > .mark { display: none }
  .places { display: none; position: absolute; inset: 3.5rem 0 0; z-index: 3; width: 100%; border: 0 }
  .places[data-open] { display: block }
  .place .key { display: none }
  .screen:not(.screen-wide) { padding: var(--s4) var(--s4) var(--s7) }
}
@container page (max-width: 28rem) { .account-name { display: none } }
`;
