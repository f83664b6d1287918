/** Colours, sizes and type; `--chat-bridge-*` variables of the embedding page win. */

export const tokens = `
:host {
  display: block; height: 100%; min-height: 20rem; color-scheme: light dark;
  container: chat-bridge / inline-size; contain: content;
}
:host([hidden]) { display: none }
:host([theme="light"]) { color-scheme: light }
:host([theme="dark"]) { color-scheme: dark }

.root {
  --accent: var(--chat-bridge-accent, light-dark(#17655f, #7fc9bd));
  --on-accent: var(--chat-bridge-on-accent, light-dark(#ffffff, #0e2522));
  --tint: var(--chat-bridge-tint, light-dark(#dcece8, #203f3b));
  --page: var(--chat-bridge-background, light-dark(#f5f4f1, #171817));
  --surface: var(--chat-bridge-surface, light-dark(#ffffff, #232524));
  --raised: var(--chat-bridge-raised, light-dark(#ffffff, #2b2e2c));
  --ink: var(--chat-bridge-ink, light-dark(#22262a, #ecebe6));
  --soft: var(--chat-bridge-soft, light-dark(#5c6266, #a9aca6));
  --line: var(--chat-bridge-line, light-dark(#e2dfd8, #363937));
  --edge: var(--chat-bridge-edge, light-dark(#898e90, #7d827e));
  --hover: light-dark(rgb(30 50 50 / .06), rgb(255 255 255 / .08));
  --warn: light-dark(#85530a, #e3b566);
  --warn-tint: light-dark(#fbf1dc, #38301d);
  --bad: light-dark(#ad2f26, #f19a8f);
  --bad-tint: light-dark(#fbeae7, #3d2522);
  --shadow: 0 1px 2px light-dark(rgb(25 35 35 / .06), rgb(0 0 0 / .3));
  --float: 0 2px 6px light-dark(rgb(25 35 35 / .08), rgb(0 0 0 / .3)), 0 12px 32px light-dark(rgb(25 35 35 / .16), rgb(0 0 0 / .5));
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2rem; --s7: 3rem;
  --small: .8125rem; --tiny: .75rem; --base: var(--chat-bridge-font-size, 1rem);
  --radius: var(--chat-bridge-radius, 1.125rem);
  --tap: 2.25rem;
  --latin: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans";
  --hans: "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei";
  --font: var(--chat-bridge-font, var(--latin), var(--hans), sans-serif, "Noto Color Emoji");
  height: 100%; font: 400 var(--base)/1.5 var(--font); color: var(--ink); background: var(--page);
  accent-color: var(--accent); -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
  overflow-wrap: anywhere; line-break: strict; text-autospace: normal;
}
@media (pointer: coarse) { .root { --tap: 2.75rem } }
.root:lang(zh) { line-height: 1.7 }
.root :lang(zh-Hant) { font-family: var(--latin), "PingFang TC", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif }
.root :lang(ja) { font-family: var(--latin), "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic", sans-serif }
.root :lang(ko) { font-family: var(--latin), "Apple SD Gothic Neo", "Noto Sans CJK KR", "Malgun Gothic", sans-serif; word-break: keep-all }

*, *::before, *::after { box-sizing: border-box }
h1, h2, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; font: inherit; min-width: 0 }
ul, ol { list-style: none }
button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit }
[hidden] { display: none !important }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.icon { width: 1.25rem; height: 1.25rem; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round }
.emoji { font-family: "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", var(--font) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--s1) }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important }
}
`;
