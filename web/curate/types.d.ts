/** The names that the curators' page shares: what the server tells, and what the screens are given. */

import type { EntryCard, Person, Run } from '../types.js';
import type { Api } from './state/api.js';
import type { CurateWords } from './parts/words.js';
import type { Preferences } from '../element/preferences.js';

export type Role = 'guest' | 'member' | 'curator' | 'moderator' | 'admin';
export type Power = 'curate' | 'moderate' | 'administer';

export interface SessionUser extends Person { readonly role: Role; readonly rooms: Readonly<Record<string, Role>> }
export interface Session { readonly user: SessionUser; readonly csrf: string }

// ── What the server tells ─────────────────────────────────────────────────────────────────────

export interface Explanation {
  readonly gloss: string;
  readonly equivalent: string | null;
  readonly literal: string | null;
  readonly body: string | null;
  readonly example: string | null;
}

export interface Entry {
  readonly id: string;
  readonly lang: string;
  readonly kind: string;
  readonly term: string;
  readonly variants: readonly string[];
  readonly reading: string | null;
  readonly literal: string | null;
  readonly plain: string | null;
  readonly keep: boolean;
  readonly reads: string | null;
  readonly tone: string | null;
  readonly caution: string | null;
  readonly sources: readonly string[];
  readonly hits: readonly string[];
  readonly misses: readonly string[];
  readonly not_before: readonly string[];
  readonly not_after: readonly string[];
  readonly only_alone: boolean;
  readonly literal_ok: number;
  readonly gap: number;
  readonly separable: boolean;
  readonly near: readonly string[];
  readonly not_near: readonly string[];
  readonly for: Readonly<Record<string, Explanation>>;
}

export interface Claim { readonly by: Person; readonly until: string }
export type ProposalKind = 'translation' | 'note' | 'dispute';

/** The fields of a correction, a note or a dispute; those of the other two are absent. */
export interface Matter {
  readonly source_lang?: string; readonly target_lang?: string; readonly source?: string; readonly shown?: string; readonly better?: string;
  readonly lang?: string; readonly term?: string; readonly readers?: string; readonly gloss?: string; readonly body?: string;
  readonly entry?: string; readonly why?: string;
}

export interface Evidence {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly lang: string;
  readonly from: Person;
  readonly translation: { readonly lang: string; readonly runs: readonly Run[] } | null;
}

export interface Proposal {
  readonly id: number;
  readonly kind: ProposalKind;
  readonly stand: 'open' | 'approved' | 'declined';
  readonly room: string;
  readonly seq: number;
  readonly by: Person;
  readonly made: string;
  readonly claim: Claim | null;
  readonly matter: Matter;
  readonly evidence: Evidence | null;
  readonly reviewer: string | null;
  readonly reason: string | null;
  readonly mine: boolean;
}

export interface Near { readonly entry: EntryCard; readonly why: 'same' | 'inside' | 'contains' | 'alike' }
export interface OpenProposal extends Proposal { readonly near: readonly Near[]; readonly draft: Entry | null; readonly base: number }
export interface Counts { readonly open: number; readonly translation: number; readonly note: number; readonly dispute: number }
export interface ProposalPage { readonly proposals: readonly Proposal[]; readonly counts: Counts; readonly more: boolean }

export interface Sighting { readonly room: string; readonly seq: number; readonly text: string; readonly runs: readonly Run[]; readonly at: string }
export interface Effect {
  readonly messages: number;
  readonly hits: readonly Sighting[];
  readonly inside: readonly Sighting[];
  readonly lost: readonly Sighting[];
  /** How many there are of each sort; the lists hold the first of them. */
  readonly counts?: { readonly hits: number; readonly inside: number; readonly lost: number };
  readonly translations: readonly { readonly room: string; readonly seq: number; readonly text: string; readonly lang: string; readonly before: string; readonly after: string }[];
}

export interface KnownEntry { readonly entry: Entry; readonly revision: number; readonly shipped: boolean; readonly changed: boolean }
export interface Conflict {
  readonly base: Entry | null; readonly yours: Entry | null; readonly theirs: Entry | null; readonly merged: Entry | null;
  readonly fields: readonly string[]; readonly revision: number; readonly by: Person | null;
}
export interface FieldChange { readonly field: string; readonly before: unknown; readonly after: unknown }
export interface Revision {
  readonly number: number; readonly by: Person | null; readonly made: string; readonly why: string; readonly undoes: number | null;
  readonly entry: Entry | null; readonly changes: readonly FieldChange[];
}
export interface Rollback {
  readonly undone: readonly { readonly id: string; readonly from: number; readonly to: number | null }[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
}
export interface Tried { readonly lang: string; readonly runs: readonly Run[]; readonly entries: readonly EntryCard[] }
export interface UnknownWord {
  readonly word: string; readonly count: number; readonly people: number; readonly rooms: number; readonly usual: number;
  readonly ratio: number; readonly tag: string; readonly examples: readonly Sighting[];
}
export interface Used { readonly entry: EntryCard; readonly shown: number; readonly opened: number; readonly helpful: number; readonly wrong: number }
export interface FileConflict { readonly id: string; readonly base: Entry | null; readonly ours: Entry | null; readonly theirs: Entry | null; readonly merged: Entry | null; readonly fields: readonly string[]; readonly revision: number }
export type RowWhat = 'add' | 'change' | 'same' | 'conflict' | 'error';
export interface ImportRow { readonly row: number; readonly id: string | null; readonly what: RowWhat; readonly why: string | null; readonly changes: readonly FieldChange[] }
export interface Import { readonly rows: readonly ImportRow[]; readonly counts: Readonly<Record<string, number>>; readonly digest: string }

export interface RoomRules { readonly slow_s: number; readonly read_only: boolean; readonly packs_off: readonly string[]; readonly hidden_cautions: readonly string[] }
export interface Report {
  readonly id: number; readonly room: string; readonly seq: number; readonly by: Person; readonly made: string; readonly reason: string;
  readonly evidence: { readonly text: string; readonly from: Person; readonly changed?: boolean } | null; readonly stand: string; readonly resolution: string | null;
}
export interface Sanction {
  readonly id: number; readonly act: string; readonly user: Person | null; readonly room: string | null; readonly by: Person | null;
  readonly made: string; readonly until: string | null; readonly reason: string;
}
export interface Held { readonly id: number; readonly room: string; readonly from: Person; readonly text: string; readonly lang: string; readonly made: string; readonly why?: string | null }
export interface ListedWord { readonly text: string; readonly act: 'hold' | 'mask' }
export interface Account { readonly id: string; readonly name: string; readonly role: Role; readonly rooms?: Readonly<Record<string, Role>>; readonly seen?: string | null; readonly chosen?: boolean }
export interface LogLine { readonly id: number; readonly made: string; readonly by: Person | null; readonly act: string; readonly target: string; readonly room: string | null; readonly detail: string }

// ── What the screens are given ────────────────────────────────────────────────────────────────

/** `path` are the parts after the `#/`, decoded: `#/entries/zh/idiom/x` is `['entries', 'zh', 'idiom', 'x']`. */
export interface Route { readonly path: readonly string[]; readonly query: Readonly<Record<string, string>> }

/** `key` is `event.key`; a shortcut without `keys` shown in the help has no `label`. */
export interface Shortcut { readonly key: string; readonly label: string; readonly run: () => void }

export interface Context {
  readonly words: CurateWords;
  readonly api: Api;
  readonly session: Session;
  readonly preferences: Preferences;
  /** Where dialogs are put. */
  readonly host: HTMLElement;
  /** To another screen: `go('queue', '17')`. */
  go(...path: string[]): void;
  /** The same screen under another address, without a step back for each. */
  replace(route: Route): void;
  /** Tell a screen reader, and show it for a moment. */
  tell(text: string): void;
  /** How many wait at a place, beside its name. */
  count(place: string, n: number): void;
  /** What the window is called. */
  title(text: string): void;
}

export interface Screen {
  readonly node: HTMLElement;
  readonly title: string;
  readonly keys: readonly Shortcut[];
  /** Where the focus goes when the screen opens; the heading when it says nothing. */
  focus?(): void;
  /** The address changed within the screen. */
  update?(route: Route): void;
  /** What would be lost by leaving. */
  isDirty?(): boolean;
  /** What a redraw in another language has to bring along. */
  kept?(): unknown;
  stop?(): void;
}

export type MakeScreen = (context: Context, route: Route, kept: unknown) => Screen;
