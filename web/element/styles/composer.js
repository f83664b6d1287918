/** The composer. */

export const composer = `
.composer { flex: none; width: 100%; max-width: 52rem; margin-inline: auto; padding: 0 var(--s3) max(var(--s3), env(safe-area-inset-bottom)) }
.aim { display: flex; align-items: center; gap: var(--s2); padding: 0 var(--s1) var(--s1) var(--s3); font-size: var(--small); color: var(--soft) }
.aim > .icon { color: var(--accent) }
.aim-text { display: grid; flex: 1; min-width: 0; line-height: 1.45 }
.aim-text strong { font-weight: 600; color: var(--ink) }
.aim-text span { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.field { position: relative;
  display: grid; grid-template-columns: 1fr auto auto; align-items: end; gap: var(--s1); padding: var(--s1); min-height: 3.25rem;
  border: 1px solid var(--edge); border-radius: 1.625rem; background: var(--surface); transition: border-color .15s;
}
.field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent) }
.grow { display: grid; max-height: min(14rem, 40vh); overflow-y: auto; min-width: 0 }
.mirror, .input { grid-area: 1 / 1; padding: .625rem var(--s3); line-height: 1.5; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0 }
.mirror { visibility: hidden }
.input { width: 100%; height: 100%; min-height: 2.75rem; border: 0; background: none; resize: none; outline: none; overflow: hidden }
.input::placeholder { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.counter { padding: 0 var(--s1) .875rem; font-size: var(--small); line-height: 1rem; color: var(--soft); font-variant-numeric: tabular-nums }
.counter[data-over] { color: var(--bad); font-weight: 600 }
.send { display: grid; place-items: center; width: 2.75rem; height: 2.75rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); transition: opacity .15s, filter .15s }
.send:hover:enabled { filter: brightness(1.1) }
.send:disabled { background: var(--hover); color: var(--soft) }
.send:focus-visible { border-radius: 50% }
`;
