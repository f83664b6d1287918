/** The editor of an entry: its form, the trying beside it, two versions side by side, the history. */

export const editing = `
.editor-columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 22rem); gap: var(--s5); align-items: start }
.beside { position: sticky; inset-block-start: 0; display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr) }
.entry-groups { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr) }
.entry-group { display: grid; gap: var(--s3); grid-template-columns: minmax(0, 1fr); padding: var(--s4); border: 1px solid var(--line); border-radius: 1rem; background: var(--surface) }
.entry-group legend { float: inline-start; width: 100%; font-size: 1rem; font-weight: 650; color: var(--ink) }
.entry-group legend + * { clear: both }
.entry-group .text-input, .entry-group .select { background: var(--page) }
.entry-form textarea.text-input { min-height: 2.75rem; field-sizing: content; max-height: 18rem }
.save-bar { position: sticky; inset-block-end: calc(-1 * var(--s6)); z-index: 1; display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr) auto; align-items: end; padding: var(--s3) 0 var(--s4); background: var(--page); border-block-start: 1px solid var(--line) }
.save-bar .complaint { grid-column: 1 / -1; order: -1 }
.save-bar .hint { display: none }
.try-out { display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr) }
.try-out .sentence { background: var(--surface) }
.try-card { display: grid; gap: var(--s3); grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)) }
.card-figure { margin: 0; display: grid; gap: var(--s1); align-content: start }
.card-flat { position: static; width: auto; max-height: none; border: 1px solid var(--line); background: var(--raised); box-shadow: var(--shadow) }
.entry-id { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: .9em }
.three-way { display: grid; gap: var(--s3); grid-template-columns: minmax(0, 1fr); padding: var(--s4); border: 2px solid var(--warn); border-radius: 1rem; background: var(--warn-tint) }
.item .three-way { border: 0; padding: 0; background: none }
.ways { display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr) }
.ways legend { padding-block: var(--s1); color: var(--ink); font-size: .9375rem }
.way-base { padding-inline: var(--s3); display: grid; gap: 2px }
.way-sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: var(--s2) }
.way { position: relative; display: grid; grid-template-columns: auto 1fr; gap: 2px var(--s2); align-content: start; padding: var(--s3); border: 1px solid var(--edge); border-radius: .75rem; background: var(--surface); cursor: pointer }
.way:has(:checked) { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent) }
.way:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px }
.way input { width: 1.125rem; height: 1.125rem; margin: .1rem 0 0 }
.way-label { font-size: var(--small); font-weight: 600; color: var(--soft) }
.way .way-value { grid-column: 1 / -1 }
.way-value { white-space: pre-wrap; line-height: 1.5 }
.revisions { display: grid; gap: var(--s3); grid-template-columns: minmax(0, 1fr) }
.revision { display: grid; gap: var(--s2); grid-template-columns: minmax(0, 1fr); padding: var(--s4); border: 1px solid var(--line); border-radius: 1rem; background: var(--surface) }
.revision-title { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; font-weight: 650 }
.field-changes { display: grid; grid-template-columns: minmax(6rem, auto) minmax(0, 1fr); gap: var(--s1) var(--s4); font-size: .9375rem }
.field-changes dt { color: var(--soft); font-size: var(--small); padding-block-start: .15rem }
td .field-changes { grid-template-columns: minmax(0, 1fr) }
@container page (max-width: 66rem) { .editor-columns { grid-template-columns: minmax(0, 1fr) } .beside { position: static } }
@container page (max-width: 40rem) { .field-changes { grid-template-columns: minmax(0, 1fr) } }
`;
