/** Start the curators' page. */

import { CuratePage } from './app.js';
import { curateStyles } from './styles.js';

document.adoptedStyleSheets = [curateStyles()];
void new CuratePage().start();
