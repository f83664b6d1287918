/** One proposal: the sentence it comes from, what is proposed, what it would do, and the decision. */

import { h } from '../../element/dom.js';
import { actButton, Complaint } from '../parts/acting.js';
import { EffectPanel } from '../parts/effect.js';
import { when, whom } from '../parts/texts.js';
import { headline } from '../state/queue.js';
import { Decision } from './decision.js';
import { drawEvidence, drawMatter, drawNear } from './proposal-parts.js';
import { DraftEntry } from './draft-entry.js';
import { DraftLine } from './draft-line.js';

/** @typedef {import('../types.js').Context} Context */
/** @typedef {import('../types.js').OpenProposal} OpenProposal */

/** The server keeps a claim for 15 minutes; it is asked again before that. */
const RENEW_MS = 10 * 60_000;

export class ProposalView {
  #context;
  #proposal;
  #on;
  #complaint;
  #claimLine = h('div', { class: 'claim' });
  #title;
  #effect;
  /** @type {DraftEntry | DraftLine | null} */
  #draft = null;
  /** @type {Decision | null} */
  #decision = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #renewing;

  /**
   * @param {Context} context
   * @param {OpenProposal} proposal
   * @param {any} kept what was typed before a redraw
   * @param {{ changed: (proposal: OpenProposal) => void, decided: (text: string) => void }} on
   */
  constructor(context, proposal, kept, on) {
    const { words } = context;
    this.#context = context;
    this.#proposal = proposal;
    this.#on = on;
    this.#complaint = new Complaint(words);
    const { text, lang } = headline(proposal);
    this.title = `${words.of('proposal', proposal.kind)}: ${text}`;
    this.#title = h('h1', { class: 'subject', tabindex: -1, 'data-rest': true }, h('span', { class: 'tag', 'data-kind': proposal.kind }, words.of('proposal', proposal.kind)), ' ', h('bdi', { lang: lang || null }, text));
    this.#effect = new EffectPanel(context);
    this.#effect.about(() => this.#question());
    const isOpen = proposal.stand === 'open';
    if (isOpen) this.#makeDraft(kept);
    this.node = h('article', { class: 'proposal' },
      this.#title, this.#byline(), this.#claimLine, this.#complaint.node,
      ...drawEvidence(proposal, words), ...drawMatter(proposal, words), ...drawNear(proposal.near, words),
      ...(this.#draft ? [this.#draft.node, this.#effect.node] : []),
      isOpen ? this.#decide() : this.#outcome());
    this.#drawClaim();
    if (this.#draft) this.#effect.look();
    this.#renewing = setInterval(() => this.#isMine() && void this.#take('POST').catch(() => undefined), RENEW_MS);
  }

  focus() {
    this.#title.focus();
  }

  isDirty() {
    return (this.#draft?.isChanged() ?? false) || (this.#decision?.isDirty() ?? false);
  }

  kept() {
    return this.#draft?.kept() ?? null;
  }

  stop() {
    clearInterval(this.#renewing);
    this.#draft?.stop();
  }

  /** Take it, or give it back. */
  claim() {
    void this.#take(this.#isMine() ? 'DELETE' : 'POST').then(
      () => this.#context.tell(this.#context.words.c(this.#isMine() ? 'claimTaken' : 'claimGiven')), (error) => this.#complaint.say(error));
  }

  approve() {
    this.#decision?.approve();
  }

  decline() {
    this.#decision?.decline();
  }

  edit() {
    this.#draft?.edit();
  }

  lookAtEffect() {
    this.#effect.focus();
  }

  /** @param {any} kept */
  #makeDraft(kept) {
    const { draft, kind } = this.#proposal;
    const change = () => {
      this.#effect.outdate();
      this.#decision?.amended(this.#draft?.isChanged() ?? false);
    };
    if (kind === 'translation') this.#draft = new DraftLine(this.#context, this.#proposal, kept, change);
    else if (draft !== null) this.#draft = new DraftEntry(this.#context, draft, this.#proposal.base, kept, change);
  }

  #question() {
    const { id } = this.#proposal;
    if (this.#draft instanceof DraftEntry) return { entry: this.#draft.value, id: this.#draft.value.id };
    return { proposal: id, better: this.#draft?.value ?? '', everywhere: this.#decision?.everywhere ?? false };
  }

  #byline() {
    const { words } = this.#context;
    const { by, made, room } = this.#proposal;
    return h('p', { class: 'byline' }, whom(by, words), ' · ', when(made, words), ' · ', words.c('inRoom', { room }));
  }

  #isMine() {
    return this.#proposal.claim?.by.id === this.#context.session.user.id;
  }

  /** @param {'POST' | 'DELETE'} method */
  async #take(method) {
    const said = await this.#context.api.send(method, `/proposals/${this.#proposal.id}/claim`);
    const { id, name } = this.#context.session.user;
    const claim = method === 'DELETE' ? null : said?.claim ?? { by: { id, name }, until: new Date(Date.now() + 15 * 60_000).toISOString() };
    this.#proposal = { ...this.#proposal, claim };
    this.#drawClaim();
    this.#on.changed(this.#proposal);
  }

  #drawClaim() {
    const { words } = this.#context;
    const { claim, stand, mine } = this.#proposal;
    if (stand !== 'open' || mine) return this.#claimLine.replaceChildren();
    const line = claim === null ? words.c('claimFree') : this.#isMine() ? words.c('claimYours', { when: words.time(claim.until) }) : words.c('claimTheirs', { name: claim.by.name, when: words.time(claim.until) });
    const had = this.#claimLine.contains(document.activeElement);
    const button = claim !== null && !this.#isMine() ? null
      : actButton({ label: words.c(this.#isMine() ? 'claimGive' : 'claimTake'), kind: 'button-quiet', shortcut: 'c', complaint: this.#complaint, act: () => this.#take(this.#isMine() ? 'DELETE' : 'POST') });
    this.#claimLine.replaceChildren(h('p', { class: 'quiet' }, line), ...(button ? [button] : []));
    if (had) button?.focus();
  }

  #decide() {
    const { words, api } = this.#context;
    const { id, mine } = this.#proposal;
    if (mine) return h('p', { class: 'own' }, words.c('ownProposal'));
    const draft = this.#draft;
    this.#decision = new Decision({
      context: this.#context,
      approve: async (why, everywhere) => {
        if (draft && !draft.check()) return;
        await api.send('POST', `/proposals/${id}/approve`, { ...draft?.answer(), ...(why === '' ? {} : { why }), ...(draft instanceof DraftLine ? { everywhere } : {}) });
        this.#on.decided(words.c('approved', { what: headline(this.#proposal).text }));
      },
      refused: (error) => draft?.refused(error) ?? null,
      decline: async (reason) => {
        await api.send('POST', `/proposals/${id}/decline`, { reason });
        this.#on.decided(words.c('declined', { what: headline(this.#proposal).text }));
      },
      isLine: draft instanceof DraftLine, canApprove: draft !== null, onscope: () => this.#effect.outdate(),
    });
    if (draft?.isChanged()) this.#decision.amended(true);
    return this.#decision.node;
  }

  #outcome() {
    const { words } = this.#context;
    const { stand, reviewer, reason } = this.#proposal;
    return h('p', { class: 'own', dir: 'auto' }, words.c(stand === 'approved' ? 'wasApproved' : 'wasDeclined', { name: reviewer ?? words.c('nobody') }), reason ? ` ${reason}` : '');
  }
}

