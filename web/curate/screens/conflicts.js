/** Where new files and the curators' changes say different things of the same entry: one chooses, and saves. */

import { h } from '../../element/dom.js';
import { Complaint } from '../parts/acting.js';
import { nothing } from '../parts/area.js';
import { item, itemList, plainScreen, putAway } from '../parts/plain-screen.js';
import { drawThreeWay } from '../parts/three-way.js';
import { path } from '../state/api.js';
import { hashOf } from '../state/routes.js';

/** @typedef {import('../types.js').FileConflict} FileConflict */

/** @type {import('../types.js').MakeScreen} */
export function conflictsScreen(context) {
  const { words, api } = context;
  const screen = plainScreen({ context, title: words.c('place_conflicts'), lead: words.c('conflictsLead') });
  void screen.area.fill(() => api.get('/glossary/conflicts'), (/** @type {{ conflicts: FileConflict[] }} */ { conflicts }) =>
    (conflicts.length === 0 ? [nothing(words.c('conflictsEmpty'))] : [itemList(screen.title, conflicts.map((conflict) => drawConflict(context, conflict)))]));
  return screen;
}

/** @param {import('../types.js').Context} context @param {FileConflict} conflict */
function drawConflict({ words, api, tell }, conflict) {
  const { id, base, ours, theirs, merged, fields, revision } = conflict;
  const address = `/glossary/entries${path(...id.split('/'))}`;
  const complaint = new Complaint(words);
  const save = async (/** @type {import('../types.js').Entry | null} */ entry) => {
    const why = words.c('whyFiles');
    if (entry === null) await api.send('DELETE', address, { base: revision, why, settles: true });
    else await api.send('PUT', address, { entry, base: revision, why, settles: true });
    tell(words.c('saved', { term: (ours ?? theirs)?.term ?? id }));
    putAway(box);
  };
  const { node } = drawThreeWay({
    words, conflict: { base, yours: ours, theirs, merged, fields }, title: words.c('conflictTitle'), lead: words.c('conflictLead'), yourName: words.c('wayCurators'), theirName: words.c('wayFiles'), take: words.c('threeWaySave'),
    onchoose: (entry) => void save(entry).catch((error) => complaint.say(error)),
  });
  const box = item({}, h('h2', { class: 'item-title' }, h('a', { class: 'link', href: hashOf({ path: ['entries', ...id.split('/')], query: {} }) }, h('bdi', { lang: id.split('/')[0] ?? null }, (ours ?? theirs)?.term ?? id))), node, complaint.node);
  return box;
}
