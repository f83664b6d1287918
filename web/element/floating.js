/** Hold one panel beside the thing it belongs to, above everything else, until it is dismissed. */

const GAP = 8;
const EDGE = 8;
/** Lower than this, a panel would show nothing. */
const LEAST = 160;

/**
 * Placed by a style sheet of its own, so that no element carries a style attribute. On a narrow
 * screen the shared styles make it a sheet at the bottom, and the place does not matter.
 */
export class Floating {
  #root;
  #place;
  #ondismiss;
  /** @type {AbortController | null} */
  #listening = null;
  /** @type {HTMLElement | null} */
  anchor = null;

  /**
   * @param {ShadowRoot} root
   * @param {HTMLElement} panel
   * @param {string} name a class of the panel alone
   * @param {(byKey: boolean) => void} ondismiss Escape, or a press elsewhere
   */
  constructor(root, panel, name, ondismiss) {
    this.#root = root;
    this.panel = panel;
    this.#ondismiss = ondismiss;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media (min-width: 601px) { .${name} { left: 0; top: 0 } }`);
    const media = /** @type {CSSMediaRule} */ (sheet.cssRules[0]);
    this.#place = /** @type {CSSStyleRule} */ (media.cssRules[0]).style;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    panel.classList.add('floating', name);
    panel.popover = 'manual';
  }

  get isOpen() {
    return this.anchor !== null;
  }

  /** @param {HTMLElement} anchor */
  open(anchor) {
    this.anchor = anchor;
    anchor.setAttribute('aria-expanded', 'true');
    if (!this.panel.matches(':popover-open')) this.panel.showPopover();
    this.place();
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const capture = { signal, capture: true };
    document.addEventListener('keydown', (event) => this.#key(event), capture);
    document.addEventListener('pointerdown', (event) => this.#press(event), capture);
    this.#root.addEventListener('scroll', () => this.place(), capture);
    window.addEventListener('resize', () => this.place(), { signal });
    window.addEventListener('scroll', () => this.place(), { signal, passive: true });
  }

  close() {
    this.#listening?.abort();
    this.#listening = null;
    this.anchor?.setAttribute('aria-expanded', 'false');
    this.anchor = null;
    if (this.panel.matches(':popover-open')) this.panel.hidePopover();
  }

  /** Below the anchor, or above it where there is more room; inside the window, never over it. */
  place() {
    if (!this.anchor) return;
    const rect = this.anchor.getClientRects()[0];
    if (!rect) return this.#ondismiss(false);
    this.#place.removeProperty('max-height');
    const { offsetWidth: width, offsetHeight: height } = this.panel;
    const [above, below] = [rect.top - GAP - EDGE, innerHeight - rect.bottom - GAP - EDGE];
    const isBelow = height <= below || below >= above;
    const top = isBelow ? rect.bottom + GAP : rect.top - GAP - Math.min(height, above);
    const left = rect.left + rect.width / 2 - width / 2;
    this.#place.setProperty('left', `${Math.round(within(left, innerWidth - width))}px`);
    this.#place.setProperty('top', `${Math.round(within(top, innerHeight - Math.min(height, below)))}px`);
    this.#place.setProperty('max-height', `min(34rem, ${Math.round(Math.max(LEAST, isBelow ? below : above))}px)`);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#ondismiss(true);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const path = event.composedPath();
    if (path.includes(this.panel) || (this.anchor && path.includes(this.anchor))) return;
    this.#ondismiss(false);
  }
}

/**
 * @param {number} value
 * @param {number} most
 */
function within(value, most) {
  return Math.max(EDGE, Math.min(value, most - EDGE));
}
