/** Where the focus rests when nothing else asks for it: the heading of what is open. */

/**
 * The last one that can be seen; what is open stands behind its list. Null: there is none.
 * @param {ParentNode} root
 */
export function heading(root) {
  const seen = [...root.querySelectorAll('h1')].filter((node) => node.offsetParent !== null);
  return seen.at(-1) ?? null;
}
