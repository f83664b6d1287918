/** Put together what the page sees from timeline, people, outbox and connection. */

import { MessageView, readingOf } from './message-view.js';
import { hasOlder, shown } from './timeline.js';

/** @typedef {import('../types.js').ChatMessage} ChatMessage */
/** @typedef {import('../types.js').ChatState} ChatState */

/**
 * @typedef {object} Parts
 * @property {import('./timeline.js').Timeline} timeline
 * @property {import('./people.js').People} people
 * @property {readonly import('./outbox.js').Item[]} items
 * @property {import('./connection.js').Status} status
 * @property {import('../types.js').User | null} me
 * @property {string} name to show before the server has told who we are
 * @property {readonly import('../types.js').Language[]} languages
 * @property {{ readonly chars: number } | null} limits
 * @property {boolean} loadingOlder
 * @property {import('../types.js').Notice | null} notice
 * @property {import('../types.js').Preview | null} preview
 * @property {import('./asked.js').Asked} asked
 * @property {import('../types.js').Manners} manners
 */

export class View {
  #messages = new MessageView();

  /**
   * @param {Parts} parts
   * @param {number} now
   * @returns {{ state: ChatState, until: number }} `until`: when time alone will change it, in ms
   */
  draw(parts, now) {
    const { timeline, people, status, limits } = parts;
    const lang = timeline.langs.at(-1) ?? 'und';
    const typing = [...people.typing.values()].filter((each) => each.until > now);
    const [messages, waitUntil] = this.#drawMessages(parts, lang, now);
    const state = Object.freeze({
      connection: connectionOf(parts),
      retryAt: status.retryAt,
      ended: status.ended,
      me: parts.me,
      lang,
      languages: parts.languages,
      limits: limits && { chars: limits.chars },
      room: timeline.room && { name: timeline.room.name, title: timeline.room.title },
      members: [...people.members.values()],
      typing: typing.map(({ person }) => person),
      messages,
      hasOlder: hasOlder(timeline),
      loadingOlder: parts.loadingOlder,
      firstUnread: timeline.firstUnread,
      readBy: [...people.readBy].map(([id, seq]) => ({ id, seq })),
      notice: parts.notice,
      preview: parts.preview,
      manners: parts.manners,
      questions: parts.asked.open(parts.me?.id ?? null),
    });
    return { state, until: Math.min(waitUntil, ...typing.map(({ until }) => until)) };
  }

  /**
   * @param {Parts} parts
   * @param {string} lang
   * @param {number} now
   * @returns {[readonly ChatMessage[], number]}
   */
  #drawMessages({ timeline, items, languages, me, name, asked }, lang, now) {
    const translatable = new Set(languages.find(({ code }) => code === lang)?.from);
    let until = Infinity;
    const messages = shown(timeline).map((entry) => {
      const reading = { ...readingOf(entry, timeline, translatable, now), asked: asked.of(entry.frame.seq) };
      until = Math.min(until, reading.until);
      return this.#messages.stored(entry, reading, me?.id ?? null, lang);
    });
    for (const item of items) {
      if (item.request.type === 'send') messages.push(this.#messages.waiting(item, me ?? { id: '', name }));
    }
    return [Object.freeze(messages), until];
  }
}

/** @param {Parts} parts @returns {ChatState['connection']} */
function connectionOf({ status, timeline }) {
  if (status.phase !== 'open') return status.phase;
  return timeline.live ? 'online' : 'connecting';
}
