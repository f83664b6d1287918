/** The names that the parts of the element share. */

import type { ChatClientApi, ChatMessage, EntryCardsApi, Run, Word } from '../types.js';
import type { Tints } from './avatar.js';
import type { Preferences } from './preferences.js';
import type { Words } from './i18n.js';
import type { WordByWord } from './reading.js';

/** Which of a message's two texts is shown first, and whether the other is shown too. */
export type Show = 'translation' | 'both' | 'original-first' | 'original';
export type Theme = 'auto' | 'light' | 'dark';

/** What a person chose; null or absent: not chosen yet. */
export interface Choices {
  readonly name: string | null;
  readonly lang: string | null;
  readonly ui: string | null;
  readonly theme: Theme;
  readonly show: Show;
  /** Languages also read, besides the reading language: shown untranslated. */
  readonly reads: readonly string[];
  /** Whether one sees, while writing, how it will read. */
  readonly preview: boolean;
  /** Whether pinyin stands above Chinese. */
  readonly pinyin: boolean;
  /** How notes are drawn on words that may be meant literally. */
  readonly doubtful: 'marked' | 'faint' | 'hidden';
}

/** One text of a message as shown. */
export interface Face {
  readonly runs: readonly Run[];
  readonly lang: string;
  readonly kind: 'original' | 'translation';
  /** Of an original without a translation: its words explained one by one. */
  readonly words?: readonly Word[];
}

export interface Faces {
  readonly first: Face;
  readonly second: Face | null;
  /** What the button under the message uncovers (or covers again); null: no button. */
  readonly toggle: 'original' | 'translation' | null;
  /** `none`: nothing to translate. */
  readonly state: 'none' | 'pending' | 'ok' | 'shaky' | 'failed';
}

/** One line of the message list. */
export type Row =
  | { readonly type: 'day'; readonly key: string; readonly day: Date }
  | { readonly type: 'unread'; readonly key: string }
  | {
    readonly type: 'message';
    readonly key: string;
    readonly message: ChatMessage;
    /** First and last of a group of messages by one person. */
    readonly first: boolean;
    readonly last: boolean;
  };

/** What a message may ask of the chat around it. */
export interface Deeds {
  reply(message: ChatMessage): void;
  edit(message: ChatMessage): void;
  remove(message: ChatMessage): void;
  copy(message: ChatMessage): void;
  /** Say that the translation, or the language, is wrong. */
  correct(message: ChatMessage): void;
  /** Ask what words of it mean. */
  ask(message: ChatMessage): void;
  /** Put it before the moderators. */
  report(message: ChatMessage): void;
  /** As a moderator: delete it, or silence its author. */
  moderate(message: ChatMessage): void;
  /** Come in by another name. */
  rename(name: string): void;
  jump(seq: number): void;
  /** Back to the composer. */
  write(): void;
  react(message: ChatMessage, anchor: HTMLElement): void;
  /** Word by word, from the first Chinese one in this bubble. */
  read(bubble: HTMLElement): void;
}

/** What every part is given: the words, the choices, the conversation and the deeds. */
export interface Context {
  readonly words: Words;
  readonly preferences: Preferences;
  readonly client: ChatClientApi;
  readonly deeds: Deeds;
  readonly tints: Tints;
  readonly reading: WordByWord;
  /** Somebody's name, if it was ever seen here. */
  nameOf(id: string): string | null;
}

export interface CardContext {
  readonly words: Words;
  readonly reading: WordByWord;
  readonly cards: EntryCardsApi;
  lang(): string;
  /** What stands at the end of a card. */
  feedback(term: HTMLElement, entry: string): Node[];
}
