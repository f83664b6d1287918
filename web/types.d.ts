/** The names that the client (no DOM), the element (DOM) and embedding pages share. */

// ── What the page sees ────────────────────────────────────────────────────────────────────────

/** `languages[].from`: message languages that can be translated into `code`. */
export interface Language { readonly code: string; readonly name: string; readonly from: readonly string[] }
export interface User { readonly id: string; readonly name: string; readonly role: string }
export interface Person { readonly id: string; readonly name: string }
export interface Member { readonly id: string; readonly name: string; readonly lang: string }
export interface Notice {
  readonly code: string;
  readonly message: string;
  /** Seconds until trying again makes sense, when the server said so. */
  readonly retryAfter: number | null;
  /** A name that would do, when ours would not. */
  readonly suggestion?: string | null;
}

/** How one may speak in the room, and how one stands there. */
export interface Manners {
  /** Seconds between two messages of one person; 0: none. */
  readonly slowS: number;
  /** Only moderators write. */
  readonly readOnly: boolean;
  /** ISO 8601; null: not muted. A mute without an end is in the year 9999. */
  readonly mutedUntil: string | null;
  readonly reason: string;
  readonly mayModerate: boolean;
}

/** What a moderator may ask for. */
export type Act =
  | { act: 'mute' | 'ban' | 'ban-address'; user: string; minutes?: number; reason: string }
  | { act: 'unmute' | 'unban'; user: string; reason: string }
  | { act: 'slow'; seconds: number }
  | { act: 'read-only'; on: boolean };

/** A stretch of text; joining every `text` gives the whole. `entry` is a glossary entry's id. */
export interface Run {
  readonly text: string;
  readonly kind?: 'link' | 'mention' | 'code' | 'emoji' | 'tag';
  readonly entry?: string;
  /** Other entries with the same spelling. */
  readonly also?: readonly string[];
  /** The words may mean just what they say here. */
  readonly doubtful?: boolean;
}

export type Status = 'ok' | 'shaky' | 'failed';
export type By = 'phrasebook' | 'person' | 'machine';

/** One word of a text that no translation does justice: how it is read, what it means to the reader. */
export interface Word { readonly text: string; readonly reading: string | null; readonly meaning: string | null }

/** A text in another language. `failed` has no runs. */
export interface Rendering {
  readonly runs: readonly Run[];
  readonly status: Status;
  readonly reasons: readonly string[];
  readonly by: By;
  readonly engine: string;
}

/** One that never came shows as `failed` too, with the reason why. */
export interface MessageTranslation extends Rendering {
  readonly lang: string;
  /** Of a failed one: the original word by word, where there is anything to say about it. */
  readonly words: readonly Word[];
}

/** What may go wrong on the other side. */
export type Warning =
  /** `plain`: the whole text without the idiom; `note`: a short explanation to put after it. */
  | { readonly kind: 'idiom'; readonly text: string; readonly entry: string; readonly plain: string | null; readonly note: string | null }
  | { readonly kind: 'tone'; readonly text: string; readonly entry: string; readonly reads: 'cold' | 'rude' }
  | { readonly kind: 'doubt'; readonly reasons: readonly string[] };

/** How a draft will read on the other side. */
export interface Preview {
  /** The draft that this is about; older than what stands in the composer while one types on. */
  readonly text: string;
  /** The language that most of the others read. */
  readonly lang: string;
  readonly from: string;
  /** Null: there is nothing to translate, or no way to. */
  readonly translation: Rendering | null;
  /** The translation translated back. */
  readonly back: string | null;
  /** The draft with the notes that readers will find on it. */
  readonly notes: readonly Run[];
  readonly warnings: readonly Warning[];
}

export interface MessageReaction {
  readonly emoji: string;
  /** Ids of the users who put it there, first come first. */
  readonly users: readonly string[];
  readonly mine: boolean;
}

/** One message as drawn. The same object comes again as long as nothing about it changed. */
export interface ChatMessage {
  /** Unique, and the same before and after the server has it: key DOM nodes by it. */
  readonly key: string;
  /** The client's own id: what `retry` and `discard` take. */
  readonly id: string;
  /** Null until the server has it. */
  readonly seq: number | null;
  readonly rev: number;
  readonly mine: boolean;
  readonly from: Person;
  /** ISO 8601; when written, for a pending one. Always a valid date. */
  readonly sent: string;
  /** A well-formed language tag, `und` when unknown; or what the reader says it is. */
  readonly lang: string;
  readonly runs: readonly Run[];
  readonly replyTo: number | null;
  readonly edited: string | null;
  readonly deleted: boolean;
  readonly reactions: readonly MessageReaction[];
  readonly delivery: 'pending' | 'sent' | 'refused';
  /** Why the server refused it; only with `refused`. */
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly translation: MessageTranslation | null;
  /** Expected but not here yet; turns into a `failed` translation after 15 s. */
  readonly translating: boolean;
  /** It could be translated, but nobody has asked: `inView` does. */
  readonly untranslated: boolean;
  /** What readers asked about it, as far as it was answered or is ours to wait for or answer. */
  readonly asked: readonly AskedAbout[];
}

/** Somebody asked what `text`, said in `lang`, means to who reads `for`; `answer` is not yet checked by a curator. */
export interface AskedAbout {
  /** 0: our own, and the server has not told its number. */
  readonly question: number;
  readonly seq: number;
  readonly text: string;
  readonly lang: string;
  readonly for: string;
  readonly from: Person;
  readonly answer: { readonly by: Person; readonly gloss: string; readonly body: string } | null;
}

export interface ChatState {
  /** `online`: in the room with everything caught up. `waiting`: until `retryAt`, then again. */
  readonly connection: 'idle' | 'connecting' | 'online' | 'waiting' | 'ended';
  /** Milliseconds since 1970, while `waiting`. */
  readonly retryAt: number | null;
  /** `code`: the socket's close code, or 0 when the room refused us or the address is no good
   * (then `reason` says it). */
  readonly ended: { readonly code: number; readonly reason: string } | null;
  readonly me: User | null;
  /** The language read: as asked for, or the server's nearest once it has told its own. */
  readonly lang: string;
  readonly languages: readonly Language[];
  /** Most characters (code points) of a message. */
  readonly limits: { readonly chars: number } | null;
  readonly room: { readonly name: string; readonly title: string } | null;
  readonly members: readonly Member[];
  /** Who is typing now, oneself left out. */
  readonly typing: readonly Person[];
  /** In `seq` order, then one's own pending ones in the order written. */
  readonly messages: readonly ChatMessage[];
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  /** `seq` of the first message of others unread on joining, for the marker. */
  readonly firstUnread: number | null;
  /** How far others have read, as far as we were told. */
  readonly readBy: readonly { readonly id: string; readonly seq: number }[];
  /** The last refusal that belongs to no message of ours; gone after `dismissNotice`. */
  readonly notice: Notice | null;
  /** Of the last draft that `preview` was told of and the server has answered. */
  readonly preview: Preview | null;
  /** What others asked and we may know: open ones, oldest first. */
  readonly questions: readonly AskedAbout[];
  readonly manners: Manners;
}

// ── The facade: web/client/chat-client.js ─────────────────────────────────────────────────────

export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What is needed of a WebSocket class. */
export type SocketClass = new (url: string) => WebSocket;

/** `window`, for `online`, `offline`, `visibilitychange`, `pagehide` and `pageshow`. */
export interface PageLike extends EventTarget { readonly document?: { readonly hidden: boolean } }

export interface ChatClientOptions {
  /** `ws://…/ws` or `wss://…/ws`. */
  url: string;
  room: string;
  /** BCP-47 tag of the language to read in. */
  lang: string;
  name?: string | undefined;
  /** Null (or one that throws): nothing outlives the page. */
  storage: StorageLike | null;
  WebSocket?: SocketClass;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** In [0, 1). */
  random?: () => number;
  setTimeout?: (run: () => void, ms: number) => unknown;
  clearTimeout?: (timer: any) => void;
  online?: PageLike | undefined;
}

/** Fires `change` after each change; `state` is then a new snapshot. Nothing here throws. */
export interface ChatClientApi extends EventTarget {
  readonly state: ChatState;
  start(): void;
  /** Everything started stops; what is pending stays stored. `start` again works. */
  stop(): void;
  /** Shows at once as pending; sent in order, once, across reconnects and reloads. */
  send(text: string, replyTo?: number): void;
  /** A refused own message: send it again, or forget it (a waiting one too). `id`: ChatMessage.id. */
  retry(id: string): void;
  discard(id: string): void;
  /** Queued like messages; a refusal becomes `notice`. */
  edit(seq: number, text: string): void;
  remove(seq: number): void;
  react(seq: number, emoji: string, on: boolean): void;
  /** At most one frame in 3 s, so call it for every key. */
  typing(): void;
  /** Only moves forward; at most one frame a second. */
  markRead(seq: number): void;
  /** Resolves when older messages are in `state`, or none came (offline, refused, 15 s). */
  loadOlder(): Promise<void>;
  /** Asks again; `from` corrects the detected language. */
  translate(seq: number, from?: string): void;
  /** The untranslated messages that the reader has before them: they are asked for, a few at a time. */
  inView(seqs: readonly number[]): void;
  /**
   * The draft as it stands: once it has rested for half a second, and somebody here reads another
   * language, `state.preview` shows how it will read. Empty: there is none (any more). Null: an
   * input method composes, so nothing is asked until the next call.
   */
  preview(text: string | null): void;
  /** Hands in a better translation into `lang`. Null: taken; else why not (also offline, or after 15 s). */
  propose(seq: number, lang: string, text: string): Promise<Notice | null>;
  /** Says that a note is wrong on this message. As `propose`. */
  dispute(seq: number, entry: string, text: string): Promise<Notice | null>;
  /** Asks those who read its language what a stretch of the message's original means. As `propose`. */
  ask(seq: number, text: string): Promise<Notice | null>;
  /** Says what the words of a question mean, and more where there is more to say. As `propose`. */
  answer(question: number, gloss: string, body: string): Promise<Notice | null>;
  /** Counted on the server, without a name. */
  noteUsed(entry: string, what: 'opened' | 'helpful'): void;
  /** Puts a message before the moderators. As `propose`. */
  report(seq: number, reason: string): Promise<Notice | null>;
  /** As `propose`; whether we may is the server's to say. */
  moderate(act: Act): Promise<Notice | null>;
  setLang(lang: string): void;
  /** While `waiting`: connect now. */
  reconnect(): void;
  dismissNotice(): void;
}

// ── Entry cards: web/client/entries.js ────────────────────────────────────────────────────────

/** A glossary entry explained to readers of `for`; `gloss` is null when it is not. */
export interface EntryCard {
  readonly id: string;
  readonly lang: string;
  readonly kind: string;
  readonly term: string;
  readonly variants: readonly string[];
  readonly reading: string | null;
  readonly literal: string | null;
  readonly plain: string | null;
  /** A name that stands in every translation: `equivalent` is what it is called there. */
  readonly keep: boolean;
  readonly tone: string | null;
  readonly caution: string | null;
  readonly sources: readonly string[];
  readonly for: string;
  readonly gloss: string | null;
  readonly equivalent: string | null;
  readonly body: string | null;
  readonly example: string | null;
}

export interface EntryCardsOptions {
  /** `http(s)://host` without a slash at the end: `httpBase(url)` makes it of the socket's. */
  base: string;
  fetch?: typeof fetch;
}

export interface EntryCardsApi {
  /** Of the server's HTTP addresses. */
  readonly base: string;
  /** The card if it is here already, so that it can be drawn without a flash. */
  peek(id: string, lang: string): EntryCard | null;
  /** Null: no such entry. Rejects (and forgets) when the server could not be asked in 10 s. */
  card(id: string, lang: string): Promise<EntryCard | null>;
}

// ── Chinese word by word: web/client/readings.js ──────────────────────────────────────────────

/** A Chinese word, or what stands between words (`reading` is null). Its own reading comes first. */
export interface ReadWord {
  readonly text: string;
  readonly reading: string | null;
  readonly meanings: readonly { readonly reading: string; readonly senses: readonly string[] }[];
}
/** Of the dictionary that explains the words; `lang` is what it explains them in. */
export interface Licence { readonly name: string; readonly url: string | null; readonly attribution: string; readonly lang: string }
/** A text word by word; joining every `text` gives the whole. */
export interface Reading { readonly words: readonly ReadWord[]; readonly licence: Licence | null }

// ── Frames: web/client/wire.js ────────────────────────────────────────────────────────────────

export type ClientFrame =
  | { type: 'hello'; v: 1; lang: string; name?: string; token?: string }
  | { type: 'join'; id: string; room: string; after?: number; epoch?: string }
  | { type: 'leave'; room: string }
  | { type: 'send'; id: string; room: string; text: string; reply_to?: number }
  | { type: 'edit'; id: string; room: string; seq: number; text: string }
  | { type: 'delete'; id: string; room: string; seq: number }
  | { type: 'react'; id: string; room: string; seq: number; emoji: string; on: boolean }
  | { type: 'typing'; room: string }
  | { type: 'read'; room: string; seq: number }
  | { type: 'history'; id: string; room: string; before?: number; limit?: number }
  | { type: 'translate'; id: string; room: string; seq: number; lang: string; from?: string }
  | { type: 'preview'; id: string; text: string; lang: string }
  | { type: 'report'; id: string; room: string; seq: number; reason: string }
  | ({ type: 'moderate'; id: string; room: string } & Act)
  | { type: 'propose'; id: string; room: string; seq: number; lang: string; text: string; kind: 'translation' }
  | { type: 'propose'; id: string; room: string; seq: number; lang: string; text: string; kind: 'dispute'; entry: string }
  | { type: 'ask'; id: string; room: string; seq: number; text: string; lang: string }
  | { type: 'answer'; id: string; room: string; question: number; gloss: string; body: string }
  | { type: 'note'; id: string; room: string; entry: string; what: 'opened' | 'helpful' }
  | { type: 'lang'; lang: string };

export interface WelcomeFrame {
  type: 'welcome'; user: User; token: string; languages: Language[];
  /** `frame` in bytes. */
  limits: { chars: number; frame: number | null; per5s: number | null } | null;
  /** Seconds. */
  beat: number;
}
export interface JoinedFrame {
  type: 'joined'; id: string; room: { name: string; title: string; seq: number; read: number };
  epoch: string; at: number; recovered: boolean; members: Member[];
}
export interface CaughtUpFrame { type: 'caught-up'; room: string; at: number }
export interface AckFrame { type: 'ack'; id: string; room: string; seq: number; at: number; sent: string }
export type OrderFrame =
  | { type: 'done'; id: string }
  | { type: 'rules'; room: string; slowS: number; readOnly: boolean }
  | { type: 'standing'; room: string; mutedUntil: string | null; reason: string; mayModerate: boolean };
export interface ErrorFrame { type: 'error'; id: string | null; code: string; message: string; retryAfter: number | null; suggestion: string | null }
export interface MessageFrame {
  type: 'message'; room: string; at: number; seq: number; rev: number; id: string; from: Person;
  sent: string; lang: string; runs: Run[]; replyTo: number | null; edited: string | null;
  deleted: boolean; reactions: { emoji: string; users: string[] }[];
}
export interface TranslationFrame extends MessageTranslation {
  type: 'translation'; room: string; at: number; seq: number; rev: number;
}
export interface PreviewFrame extends Omit<Preview, 'text'> { type: 'preview'; id: string }
export interface PresenceFrame { type: 'presence'; room: string; joined: Member[]; left: string[] }
export interface TypingFrame { type: 'typing'; room: string; user: Person }
export interface ReadFrame { type: 'read'; room: string; user: string; seq: number }
export interface RoomFrame { type: 'room'; room: { name: string; title: string }; at: number }
export interface HistoryFrame {
  type: 'history'; id: string; room: string; messages: MessageFrame[];
  translations: TranslationFrame[]; more: boolean;
}
export interface QuestionFrame extends AskedAbout { type: 'question' | 'answered'; room: string }
export interface BeatFrame { type: 'beat' }

/** A server frame after checking: snake_case became camelCase, absent became null or empty. */
export type ServerFrame =
  | WelcomeFrame | JoinedFrame | CaughtUpFrame | AckFrame | ErrorFrame | MessageFrame
  | OrderFrame | TranslationFrame | PreviewFrame | PresenceFrame | TypingFrame | ReadFrame | RoomFrame | HistoryFrame | QuestionFrame | BeatFrame;
