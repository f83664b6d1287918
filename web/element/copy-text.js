/** Put text on the clipboard, where the browser allows it. */

/**
 * False: it did not allow it.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
