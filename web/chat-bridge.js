/** The one script a page needs: it defines the element `<chat-bridge>`. */

import { ChatBridgeElement } from './element/chat-bridge-element.js';

/**
 * Define the element; a second script on the same page changes nothing.
 * @param {string} [tag]
 */
export function define(tag = 'chat-bridge') {
  ChatBridgeElement.home ||= new URL('.', import.meta.url).href;
  if (!customElements.get(tag)) customElements.define(tag, ChatBridgeElement);
}

export { ChatBridgeElement };

define();
