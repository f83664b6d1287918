/** How one may speak: the line above the composer, and what moderators choose from. */

export const order = `
.rules { width: 100%; max-width: 52rem; margin-inline: auto; padding: 0 var(--s4) var(--s1) }
.message[data-waits] .bubble { border-color: var(--warn) }
.message[data-waits] .refused { color: var(--warn) }
.rule { padding: var(--s2) var(--s3); border-radius: .75rem; background: var(--warn-tint); color: var(--warn); font-size: var(--small); line-height: 1.45; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
.input[readonly] { cursor: not-allowed; color: var(--soft) }
.field:has(.input[readonly]) { background: var(--hover) }
.acts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: var(--s2) }
.acts .button { white-space: normal }
.acts .button-danger { grid-column: 1 / -1 }
`;
