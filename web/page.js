/** The page around the element: the room stands in the address, the unread count in the title. */

import './chat-bridge.js';

const LOBBY = 'lobby';
const NAMES = Object.freeze({ en: 'Culture Bridge', zh: '文化桥' });

const chat = /** @type {import('./element/chat-bridge-element.js').ChatBridgeElement} */ (document.createElement('chat-bridge'));

/** `/?room=tea`; without one, the lobby. */
function roomInAddress() {
  return new URLSearchParams(location.search).get('room') || LOBBY;
}

chat.addEventListener('chat-bridge-room', (event) => {
  event.preventDefault();
  const { room } = /** @type {CustomEvent<{ room: string }>} */ (event).detail;
  history.pushState(null, '', `?${new URLSearchParams({ room })}`);
  chat.room = room;
});

chat.addEventListener('chat-bridge-state', (event) => {
  const { title, unread, ui } = /** @type {CustomEvent<{ title: string, unread: number, ui: 'en' | 'zh' }>} */ (event).detail;
  // Setting it anew, even to the same, makes the browser style the whole page again.
  if (document.documentElement.lang !== ui) document.documentElement.lang = ui;
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${title ? `${title} · ` : ''}${NAMES[ui]}`;
});

addEventListener('popstate', () => { chat.room = roomInAddress(); });

chat.room = roomInAddress();
document.body.append(chat);
