/** Build elements with the DOM API alone, so that no text can ever become markup. */

/** @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Prop */
/** @typedef {Node | string | null | false | undefined} Child */

/**
 * An element. `onclick: f` listens, `true` sets an empty attribute, null and false set none.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, Prop>} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.filter(isThere));
  return node;
}

/**
 * Set or take away one attribute, touching the DOM only when it changes.
 * @param {Element} node
 * @param {string} name
 * @param {Prop} value
 */
export function setProp(node, name, value) {
  if (name.startsWith('on')) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
  } else if (value === null || value === undefined || value === false) {
    node.removeAttribute(name);
  } else {
    const text = value === true ? '' : String(value);
    if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
}

/**
 * Text that a person wrote or reads: it carries its language and finds its own direction.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string | null} lang a language tag; null: that of the interface
 * @param {Record<string, Prop>} props
 * @param {...Child} children
 */
export function prose(tag, lang, props, ...children) {
  const known = lang === 'und' ? '' : lang;
  return h(tag, { lang: known, dir: 'auto', ...props }, ...children);
}

/**
 * Change the text only if it differs, so that nothing is announced or laid out twice.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Make `parent` hold exactly `wanted`, in order; nodes already in place are not moved, so focus
 * and scroll positions inside them survive.
 * @param {Element} parent
 * @param {readonly Node[]} wanted
 */
export function reconcile(parent, wanted) {
  const keep = new Set(wanted);
  for (const node of [...parent.childNodes]) if (!keep.has(node)) node.remove();
  let next = parent.firstChild;
  for (const node of wanted) {
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
  }
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isThere(child) {
  return child !== null && child !== undefined && child !== false;
}
