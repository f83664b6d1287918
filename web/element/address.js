/** Turn the address of a server, as a page writes it, into that of its socket. */

/**
 * `https://chat.example/x` → `wss://chat.example/x/ws`. What is no address comes back as it is:
 * the client says so in its state.
 * @param {string} src relative to `page`; may already name the socket
 * @param {string} page
 */
export function socketAddress(src, page) {
  let url;
  try {
    url = new URL(src, page);
  } catch {
    return src;
  }
  url.protocol = url.protocol.replace(/^http/, 'ws');
  url.search = '';
  url.hash = '';
  if (!/\/ws\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/ws`;
  return url.href;
}
