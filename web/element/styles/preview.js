/** How a draft will read: one line in the row kept for who types, and a box above it. */

export const preview = `
.between { position: relative; display: flex; align-items: center; flex: none; height: 1.75rem; width: 100%; max-width: 52rem; margin-inline: auto; padding-inline: var(--s3) }
.between .typing { flex: 1 0 auto; width: auto; max-width: 100%; padding-inline: var(--s3); overflow: hidden; white-space: nowrap }
.preview { flex: 0 1 auto; min-width: 0; font-size: var(--small) }
.preview:not([hidden]) + .typing { flex: 0 1 auto; min-width: 2.75rem; max-width: 40% }
.preview:not([hidden]) + .typing[data-idle] { display: none }
.typing > :last-child { min-width: 0; overflow: hidden; text-overflow: ellipsis }
.preview-line { display: flex; align-items: center; gap: var(--s2); max-width: 100%; min-height: 1.75rem; padding: 0 var(--s3); border-radius: var(--s2); color: var(--soft); text-align: start; white-space: nowrap; line-height: 1.4 }
.preview-line:hover { background: var(--hover) }
.preview-line .icon { width: 1rem; height: 1rem }
.preview-text, .preview-back { min-width: 0; overflow: hidden; text-overflow: ellipsis }
.preview-text { flex: 0 1 auto; color: var(--ink) }
.preview-back { flex: 0 2 auto; display: flex; align-items: center; gap: var(--s1) }
.preview-back > span:last-child { min-width: 0; overflow: hidden; text-overflow: ellipsis }
.preview-flag { flex: none; color: var(--warn); font-weight: 600 }
.preview-line:has(.preview-flag) > .icon { color: var(--warn) }
.preview[data-stale] .preview-text { color: var(--soft) }
.preview-box {
  position: absolute; inset-block-end: calc(100% + 2px); inset-inline: var(--s3); z-index: 2; display: grid; gap: var(--s2); max-height: min(20rem, 40dvh); overflow-y: auto; overscroll-behavior: contain;
  padding: var(--s2); border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); box-shadow: var(--float); font-size: .875rem; line-height: 1.5;
}
.preview-box > :nth-child(2) { margin-inline-end: var(--tap) }
.preview-box > :not(.preview-warning, .icon-button) { padding-inline: var(--s2) }
.preview-close { position: absolute; inset-block-start: var(--s1); inset-inline-end: var(--s1) }
.preview-warning { display: flex; gap: var(--s2); padding: var(--s1) var(--s2); border-radius: .75rem; background: var(--warn-tint); color: var(--warn) }
.preview-warning > div { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s2); min-width: 0; flex: 1 }
.preview-warning p { flex: 1 1 auto }
.preview-warning .quiet, .preview-warning ul { flex: 1 0 100% }
.preview-warning .icon { margin-block-start: .125rem }
.preview-warning .quiet { color: inherit }
.preview-warning ul { list-style: disc; padding-inline-start: 1.1rem }
.preview-acts { display: flex; flex-wrap: wrap; gap: var(--s2) }
.preview-acts:empty { display: none }
.preview-acts .button { min-height: 2rem; padding: 0 var(--s3); border-radius: .625rem; background: var(--raised); font-size: var(--small) }
.preview-acts .button:disabled { color: var(--soft) }
.preview-notes { display: flex; flex-wrap: wrap; gap: 0 var(--s2) }
@container chat-bridge (max-width: 36rem) { .preview-line .preview-back, .preview-warning > .icon { display: none } }
@container chat-bridge (max-width: 36rem) {
  .preview:not([hidden]) + .typing > :last-child { display: none }
}
@media (pointer: coarse) { .preview-acts .button { min-height: 2.25rem } }
`;
