/** The page's style sheet: the chat's tokens and controls, and what only this page has. */

import { controls } from '../element/styles/controls.js';
import { frame } from '../element/styles/frame.js';
import { overlays } from '../element/styles/overlays.js';
import { tokens } from '../element/styles/tokens.js';
import { welcome } from '../element/styles/welcome.js';
import { desk } from './styles/desk.js';
import { editing } from './styles/editing.js';
import { page } from './styles/page.js';

export function curateStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, controls, frame, overlays, welcome, page, desk, editing].join('\n'));
  return sheet;
}
