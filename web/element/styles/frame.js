/** The frame: bar, banner, columns, people, the empty room. */

export const frame = `
.root { overflow: hidden }
.chat { display: flex; flex-direction: column; height: 100% }
.bar {
  display: flex; align-items: center; gap: var(--s1); flex: none; min-height: 3.5rem;
  padding: var(--s1) var(--s2) var(--s1) var(--s4);
  padding-block-start: max(var(--s1), env(safe-area-inset-top));
  background: var(--surface); border-block-end: 1px solid var(--line);
}
.mark { display: inline-grid; place-items: center; flex: none; width: 2rem; height: 2rem; border-radius: .625rem; background: var(--accent); color: var(--on-accent) }
.mark .icon { stroke-width: 1.9 }
.room { flex: 1; min-width: 0; margin-inline-start: var(--s2); font-size: 1.0625rem; font-weight: 600; line-height: 1.4; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.people-button { display: inline-flex; align-items: center; gap: var(--s1); min-height: var(--tap); padding: 0 var(--s3) 0 var(--s2); border-radius: 2rem; color: var(--soft); font-size: var(--small); font-weight: 600; font-variant-numeric: tabular-nums }
.people-button:hover { background: var(--hover) }
.people-button:focus-visible { border-radius: 2rem; outline-offset: -2px }
.faces { display: inline-flex }
.faces .avatar { width: 1.625rem; height: 1.625rem; font-size: .6875rem; box-shadow: 0 0 0 2px var(--surface); margin-inline-end: -.375rem }
.faces:has(.avatar) + .people-count { margin-inline-start: var(--s2) }
.people-count { line-height: 1 }

.banner {
  display: flex; align-items: center; flex-wrap: wrap; gap: var(--s1) var(--s3); flex: none; padding: var(--s2) var(--s4);
  font-size: .875rem; line-height: 1.45; background: var(--warn-tint); color: var(--warn); border-block-end: 1px solid var(--line);
}
.banner .text-button { color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: .2em }
.banner-count { font-variant-numeric: tabular-nums }
.banner-count:empty { display: none }
.banner[data-kind="connecting"] { background: var(--surface); color: var(--soft); animation: late .3s .8s backwards }
.banner[data-kind="ended"], .banner[data-kind="notice"] { background: var(--bad-tint); color: var(--bad) }
@keyframes late { from { opacity: 0; height: 0; min-height: 0; padding-block: 0; border-width: 0; overflow: hidden } }

.columns { display: flex; flex: 1; min-height: 0 }
.conversation { position: relative; display: flex; flex-direction: column; flex: 1; min-width: 0 }
.panel { display: none; flex: none; width: 15rem; padding: var(--s5) var(--s3); overflow-y: auto; border-inline-start: 1px solid var(--line); background: var(--surface) }
.panel-title { padding: 0 var(--s2) var(--s3); font-size: var(--small); font-weight: 600; color: var(--soft) }
@container chat-bridge (max-width: 28rem) { .faces .avatar + .avatar { display: none } }
@container chat-bridge (min-width: 56rem) {
  .panel { display: block }
  .people-button { display: none }
}
.person { display: flex; align-items: center; gap: var(--s3); padding: var(--s2) }
.person-text { display: grid; min-width: 0; line-height: 1.4 }
.person-name { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.person-you { color: var(--soft); font-weight: 400 }
.person-lang { font-size: var(--small); color: var(--soft) }

.empty {
  position: absolute; inset: 0 0 8rem; display: grid; align-content: center; justify-items: center; gap: var(--s2);
  padding: var(--s5); text-align: center; overflow: auto; pointer-events: none;
}
.empty > * { pointer-events: auto }
.empty .mark { width: 3rem; height: 3rem; border-radius: 1rem; margin-block-end: var(--s2); background: var(--tint); color: var(--accent) }
.empty .mark .icon { width: 1.75rem; height: 1.75rem }
.empty h2 { font-size: 1.25rem; font-weight: 600 }
.empty p { max-width: 26rem; color: var(--soft) }
.starters { display: grid; gap: var(--s2); margin-block-start: var(--s4); width: min(26rem, 100%) }
.starter { padding: var(--s3) var(--s4); min-height: 2.75rem; border: 1px solid var(--line); border-radius: .875rem; background: var(--surface); text-align: start; line-height: 1.45; transition: border-color .15s }
.starter:hover { border-color: var(--accent) }

.typing { display: flex; align-items: center; gap: var(--s2); min-height: 1.75rem; font-size: var(--small); color: var(--soft) }
.typing[data-idle] { visibility: hidden }
.dots { display: inline-flex; gap: 3px }
.dots i { width: 5px; height: 5px; border-radius: 50%; background: currentcolor }
.typing:not([data-idle]) i { animation: dot 1.2s infinite ease-in-out }
.dots i:nth-child(2) { animation-delay: .15s }
.dots i:nth-child(3) { animation-delay: .3s }
@keyframes dot { 0%, 60%, 100% { opacity: .35; transform: none } 30% { opacity: 1; transform: translateY(-2px) } }
`;
