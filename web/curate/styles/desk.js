/** Lists and what is open of them: rows, the proposal, its evidence, effect and decision, tables. */

export const desk = `
.panes { display: grid; grid-template-columns: minmax(19rem, 24rem) minmax(0, 1fr); height: 100% }
.panes:not([data-open]) { grid-template-columns: minmax(0, 46rem); justify-content: center }
.panes:not([data-open]) .detail { display: none }
.panes[data-open] .side { border-inline-end: 1px solid var(--line) }
.side { padding: var(--s5) var(--s4) var(--s6); overflow-y: auto; min-width: 0; scrollbar-color: var(--line) transparent }
.side .form-field + .filters { margin-block-start: var(--s3) }
@container page (max-width: 100rem) {
  .panes-wide[data-open] { grid-template-columns: minmax(0, 1fr) }
  .panes-wide[data-open] .side { display: none }
  .panes-wide .back { display: inline-block }
}
.detail { padding: var(--s5) var(--s5) var(--s6); overflow-y: auto; min-width: 0; scrollbar-color: var(--line) transparent }
.detail > .area { max-width: 62rem; margin-inline: auto }
.back { display: none; padding-block: var(--s2); color: var(--accent); text-decoration: none; font-weight: 600 }
.rows { display: grid; gap: 2px; margin-block: var(--s2) }
.row { display: grid; gap: 2px; padding: var(--s2) var(--s3); border-radius: .75rem; color: inherit; text-decoration: none; line-height: 1.45 }
.row:hover { background: var(--hover) }
.row[aria-current] { background: var(--tint) }
.row:focus-visible { border-radius: .75rem; outline-offset: -2px }
.row-top { display: flex; flex-wrap: wrap; gap: var(--s1) }
.row-title { font-weight: 600; font-size: 1.0625rem; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical }
.row-under { color: var(--soft); font-size: .9375rem; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.row-meta { color: var(--soft); font-size: var(--small) }
.row[aria-current] :is(.row-under, .row-meta) { color: light-dark(#4a5557, #b5bdb9) }
.row-meta .who { font-weight: 500; color: inherit }
.tag { display: inline-block; padding: .05rem .5rem; border-radius: 1rem; background: var(--hover); color: var(--ink); font-size: var(--tiny); font-weight: 600; line-height: 1.6; white-space: nowrap; vertical-align: .1em }
.tag[data-kind="note"] { background: var(--tint); color: var(--accent) }
.row[aria-current] .tag[data-kind="note"] { background: var(--surface) }
.tag:is([data-kind="dispute"], [data-what="change"]) { background: var(--warn-tint); color: var(--warn) }
.tag:is([data-what="error"], [data-what="conflict"]) { background: var(--bad-tint); color: var(--bad) }
.tag[data-what="add"] { background: var(--tint); color: var(--accent) }
.tag-claim { max-width: 10rem; overflow: hidden; text-overflow: ellipsis }
.subject { font-size: 1.5rem; font-weight: 650; line-height: 1.35; border-radius: var(--s1) }
.byline { color: var(--soft); font-size: var(--small); line-height: 1.5 }
.proposal, .editor, .history { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr) }
.proposal > .byline, .editor > .byline, .history > .byline { margin-block-start: calc(-1 * var(--s3)) }
.editor > div:empty, .history > div:empty, .draft > div:empty { display: none }
.both { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: var(--s3) }
.both > div { display: grid; gap: var(--s1); align-content: start }
.more-filters { margin-block-end: var(--s2) }
.more-filters summary { width: max-content; padding-block: var(--s1); color: var(--accent); font-size: var(--small); cursor: pointer }
.more-filters .filters { margin-block-start: var(--s2) }
.claim { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4) }
.claim:empty { display: none }
.evidence, .matter, .near, .draft, .effect, .decision { display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr) }
.item .evidence { margin-block: var(--s2) }
.sentence { padding: var(--s3) var(--s4); border-inline-start-color: var(--accent); background: var(--surface); box-shadow: var(--shadow); border-radius: var(--s1) .75rem .75rem var(--s1); line-height: 1.6; white-space: pre-wrap; unicode-bidi: isolate; max-height: 14rem }
.sentence:lang(zh) { line-height: 1.75 }
.matter .sentence, .effect .sentence { box-shadow: none }
.noted { text-decoration: underline dotted var(--accent) 2px; text-underline-offset: .28em; text-decoration-skip-ink: none }
.noted[data-doubtful] { text-decoration-color: color-mix(in srgb, var(--accent) 45%, transparent) }
.noted-this { background: color-mix(in srgb, var(--accent) 20%, transparent); border-radius: 3px }
.difference { line-height: 1.6; white-space: pre-wrap }
ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; background: var(--tint); color: var(--accent); border-radius: 3px }
del { color: var(--bad); text-decoration-thickness: 1.5px }
.near-item { padding-block: var(--s1) }
.found { border: 1px solid var(--line); border-radius: .875rem; background: var(--surface); overflow: clip }
.found summary { padding: var(--s2) var(--s4); min-height: 2.5rem; display: flex; align-items: center; gap: var(--s2); font-weight: 600; cursor: pointer; list-style: none }
.found summary::-webkit-details-marker { display: none }
.found summary::before { content: ""; width: .45rem; height: .45rem; flex: none; border: solid var(--soft); border-width: 0 1.6px 1.6px 0; rotate: -45deg; transition: rotate .15s }
.found[open] summary::before { rotate: 45deg }
.found summary:focus-visible { outline-offset: -2px; border-radius: .875rem }
.found[data-mood="good"] summary { color: var(--accent) }
.found[data-mood="warn"] summary { color: var(--warn) }
.found[data-mood="bad"] summary { color: var(--bad) }
.found > ul { padding: 0 var(--s4) var(--s3); max-height: 24rem; overflow-y: auto; display: grid; gap: var(--s3) }
.effect .area { display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr) }
.sighting .sentence { padding: var(--s1) var(--s3); background: var(--page); border-inline-start-color: var(--line) }
.sighting-where { font-size: var(--small); color: var(--soft); padding-inline-start: var(--s3) }
.sighting .difference { padding-inline-start: var(--s3) }
.stale { color: var(--warn); font-size: var(--small) }
.decision { position: sticky; inset-block-end: calc(-1 * var(--s6)); padding: var(--s3) var(--s4) var(--s4); margin-inline: calc(-1 * var(--s4)); border-block-start: 1px solid var(--line); background: var(--page) }
.detail .decision { inset-block-end: calc(-1 * var(--s6)) }
.decline-form { padding-block-start: var(--s2) }
.own { padding: var(--s3) var(--s4); border-radius: .75rem; background: var(--hover) }
.items { display: grid; gap: var(--s3) }
.item { display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr); padding: var(--s4); border: 1px solid var(--line); border-radius: 1rem; background: var(--surface) }
.item .sentence { box-shadow: none; background: var(--page) }
.item:focus-visible { border-radius: 1rem }
.item-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--s2) }
.item-title { font-size: 1.125rem; font-weight: 600 }
.item .found { background: none }
.why { line-height: 1.5 }
.plain-list { display: grid; gap: var(--s2); padding-block: var(--s2) }
.counts { display: flex; flex-wrap: wrap; gap: var(--s2) }
.table-box { overflow-x: auto; border: 1px solid var(--line); border-radius: .875rem; background: var(--surface) }
.found .table-box { border: 0; border-block-start: 1px solid var(--line); border-radius: 0 }
table { width: 100%; border-collapse: collapse; font-size: .9375rem }
th, td { padding: var(--s2) var(--s3); text-align: start; vertical-align: top; line-height: 1.5 }
thead th { font-size: var(--small); font-weight: 600; color: var(--soft); white-space: nowrap }
tbody tr { border-block-start: 1px solid var(--line) }
tbody th { font-weight: 600 }
.figure { text-align: end; font-variant-numeric: tabular-nums }
th:has(.sort) { text-align: end }
.sort { color: var(--soft); font-weight: 600 }
[aria-sort] .sort { color: var(--accent); text-decoration: underline 2px; text-underline-offset: .35em }
.log-table td { min-width: 6rem }
.log-table td:first-child { white-space: nowrap }
.import-shown { display: grid; gap: var(--s3); grid-template-columns: minmax(0, 1fr) }
.import-shown:empty { display: none }
@container page (max-width: 56rem) {
  .panes, .panes:not([data-open]) { grid-template-columns: minmax(0, 1fr) }
  .panes[data-open] .side { display: none }
  .back { display: inline-block }
  .log-table thead { display: none }
  .log-table tr { display: block; padding: var(--s2) var(--s3) }
  .log-table td { display: inline; padding: 0; min-width: 0 }
  .log-table td:not(:last-child)::after { content: ' · '; color: var(--soft) }
  .log-table td:has(bdi:only-child:empty) { display: none }
  .side, .detail { padding: var(--s4) var(--s4) var(--s6) }
  .filters { grid-template-columns: 1fr 1fr }
}
`;
