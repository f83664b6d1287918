/** Make the element's style sheet once, and share it between all elements of the page. */

import { composer } from './styles/composer.js';
import { controls } from './styles/controls.js';
import { frame } from './styles/frame.js';
import { messages } from './styles/messages.js';
import { order } from './styles/order.js';
import { overlays } from './styles/overlays.js';
import { preview } from './styles/preview.js';
import { tokens } from './styles/tokens.js';
import { welcome } from './styles/welcome.js';

/** @type {CSSStyleSheet | undefined} */
let shared;

export function sharedStyles() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync([tokens, controls, frame, messages, composer, preview, order, overlays, welcome].join('\n'));
  }
  return shared;
}
