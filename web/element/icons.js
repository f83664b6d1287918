/** The interface's pictures, drawn as SVG strokes in the colour of the text around them. */

const SVG = 'http://www.w3.org/2000/svg';

/** Paths in a 24 × 24 box. */
const PATHS = Object.freeze({
  alert: ['M12 8v5', 'M12 16.5v.01', 'M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z'],
  approx: ['M5 10c2.3-2.7 4.7-2.7 7 0s4.7 2.7 7 0', 'M5 15.5c2.3-2.7 4.7-2.7 7 0s4.7 2.7 7 0'],
  ask: ['M9.2 9.2a2.9 2.9 0 1 1 4.3 2.6c-.9.5-1.5 1.1-1.5 2.2', 'M12 16.6v.01', 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z'],
  book: ['M12 6.5C10.5 5.2 8.5 4.8 4.5 5v13.2c4-.2 6 .2 7.5 1.5 1.5-1.3 3.5-1.7 7.5-1.5V5c-4-.2-6 .2-7.5 1.5Z', 'M12 6.5v13'],
  bridge: ['M2 17c3.2-9 16.8-9 20 0', 'M7.8 17a4.2 4.2 0 0 1 8.4 0', 'M4.5 20.5h3', 'M10.5 20.5h3', 'M16.5 20.5h3'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  checks: ['m2.5 12.5 4 4L14 8.5', 'm11.5 16.5 1 .5 9-8.5'],
  clock: ['M12 7.5V12l3 2', 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z'],
  close: ['M6.5 6.5l11 11', 'M17.5 6.5l-11 11'],
  copy: ['M9 9.5a1 1 0 0 1 1-1h8.5a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H10a1 1 0 0 1-1-1V9.5Z', 'M15.5 8.5V5a1 1 0 0 0-1-1H5.5a1 1 0 0 0-1 1v9.5a1 1 0 0 0 1 1H9'],
  down: ['M12 5v13', 'm6.5 12.5 5.5 5.5 5.5-5.5'],
  edit: ['m14.5 6.5 3 3', 'M5 19l1-4L15.7 5.3a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2L9 18l-4 1Z'],
  flag: ['M6 20.5V4', 'M6 5c4-2.2 7.5 2.2 12 0v9c-4.5 2.2-8-2.2-12 0'],
  link: ['M10 14a4 4 0 0 0 6 .4l2.8-2.8a4 4 0 0 0-5.6-5.7L12 7', 'M14 10a4 4 0 0 0-6-.4l-2.8 2.8a4 4 0 0 0 5.6 5.7L12 17'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  people: ['M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z', 'M3 19c.5-3.3 2.9-5 6-5s5.5 1.7 6 5', 'M15.5 5.3a3.2 3.2 0 0 1 0 6', 'M17.5 14.4c2 .7 3.2 2.3 3.5 4.6'],
  person: ['M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6Z', 'M5 20c.6-3.7 3.4-5.5 7-5.5s6.4 1.8 7 5.5'],
  shield: ['M12 3.5 5 6v5.5c0 4.3 2.9 7.6 7 9 4.1-1.4 7-4.7 7-9V6Z'],
  warning: ['M12 4.5 3.5 19h17Z', 'M12 10.5v4', 'M12 16.7v.1'],
  reply: ['M9 7 4.5 11.5 9 16', 'M5 11.5h8.5c3.5 0 6 2 6 6'],
  retry: ['M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9', 'M19.5 4.5V9H15'],
  send: ['M12 19V6', 'm6 11.5 6-6 6 6'],
  settings: ['M4 8h9', 'M17.5 8H20', 'M15.3 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z', 'M4 16h2.5', 'M11 16h9', 'M8.7 18.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z'],
  smile: ['M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z', 'M8.5 14c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2', 'M9 9.5v.5', 'M15 9.5v.5'],
  translate: ['M3.5 6.5h10', 'M8.5 4v2.5', 'M11.5 6.5c-1 4-3.7 6.5-7.5 8', 'M6 9.5c1 2 2.7 3.5 5 4.5', 'm11 20 4.5-10L20 20', 'M12.5 16.8h6'],
  trash: ['M5 7h14', 'M9.5 7V4.5h5V7', 'm6.5 7 .8 12a1 1 0 0 0 1 1h7.4a1 1 0 0 0 1-1L17.5 7', 'M10 11v5', 'M14 11v5'],
});

/** @typedef {keyof typeof PATHS} IconName */

/**
 * A picture that says nothing to a screen reader: the control around it carries the name.
 * @param {IconName} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
