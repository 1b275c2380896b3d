import { type Attached, answerOf, attachedIn } from '../../engine/attached.ts';
import type { Draft, Evidence } from '../../engine/draft.ts';
import type { Form } from '../../engine/form.ts';
import { evidenceOn, numberedSlots } from '../../engine/review.ts';
import { type Slot, walk } from '../../engine/walk.ts';
import { says } from '../feature.ts';
import type { Context } from '../flow.ts';
import { type Block, type Card, type Option, type Reply, type Text, t } from '../reply.ts';
import { aboutOf } from './about.ts';
import { attachedBlock } from './attachedBlock.ts';
import { type FormTalk, nameOf } from './talk.ts';
import { standingText } from './value.ts';

type Newest = Pick<Context, 'year'>;

/** Rows that one card shows; more are paged by part. */
const mostRows = 15;

/**
 * Every answer so far, each to be tapped for a change; with the button that submits when nothing is missing. A long one
 * is paged by part: first the totals and the parts, and from 1 on the pages, each with that button.
 */
export function reviewReply(talk: FormTalk, draft: Draft, context: Newest, page = 0): Reply {
  const { slots } = walk(talk.form, draft, talk.derived);
  const rows = shownRows(talk, slots);
  const buttons = nextButtons(talk, draft);
  const about = aboutOf(talk, draft, context);
  if (rows.length <= mostRows) {
    const card = reviewCard(talk, draft, slots, { about, lead: lead(talk, draft, t('common:reviewHint')) });
    return reviewed({ ...card, buttons });
  }
  const pages = pagesOf(talk, rows);
  const shown = pages[page - 1];
  const more = pages[page] && pageOption(draft, t('common:more'), page + 1);
  if (!shown) {
    const parts = pages.map((one, place) => pageRow(draft, one, place + 1));
    const hint = t('common:reviewPartsHint');
    const blocks = [...(talk.summary?.(draft) ?? []), ...lead(talk, draft, hint), ...parts];
    const heading = t('common:reviewHeading', { about });
    return reviewed({ heading, blocks, buttons: [...buttons, ...(more ? [more] : [])] });
  }
  const blocks = shown.rows.flatMap((one) => answerBlocks(talk, draft, one));
  return reviewed({ heading: shown.name, blocks, buttons: [...buttons, more ?? says('review')] });
}

/** What is to be done next, without every answer: after a change from the review, or where nothing had to be asked. */
export function shortReview(talk: FormTalk, draft: Draft, context: Newest): Reply {
  const ready: Block = { kind: 'text', text: readiness(talk, draft), tone: 'strong' };
  const blocks = [...(talk.summary?.(draft) ?? []), ready];
  const heading = aboutOf(talk, draft, context);
  return reviewed({ heading, blocks, buttons: [...nextButtons(talk, draft), says('review')] });
}

const reviewed = (card: Card): Reply => ({
  messages: [{ kind: 'card', card }],
  options: [...(card.buttons ?? []), says('cancel')],
  asks: true,
});

/** What submits or keeps what is complete, and what may be added to it; else what leads on to what is missing. */
function nextButtons(talk: FormTalk, draft: Draft): readonly Option[] {
  const { form, derived, keeps, previews, leadsOn, besides } = talk;
  if (walk(form, draft, derived).open) return [says('continue')];
  const submit: Option = keeps
    ? {
        label: previews?.button ?? t('common:confirm'),
        tap: { kind: 'act', flow: 'form', act: 'submitYes', draft: draft.id },
      }
    : { label: t('common:submit'), tap: { kind: 'act', flow: 'form', act: 'submit', draft: draft.id } };
  const onwards: Option = {
    label: t('common:confirmOnwards'),
    tap: { kind: 'act', flow: 'form', act: 'submitOnwards', draft: draft.id },
  };
  return [submit, ...(leadsOn ? [onwards] : []), ...(besides?.(draft) ?? [])];
}

/** Whether all is answered, or how much is missing. */
function readiness({ form, derived, keeps, previews, leadsOn }: FormTalk, draft: Draft): Text {
  const { slots, open } = walk(form, draft, derived);
  const missing = slots.filter((slot) => !slot.entry && (slot === open || !slot.item?.mayEnd)).length;
  const toKeep = leadsOn ? 'common:reviewReadyOnwards' : 'common:reviewReadyToKeep';
  const ready = previews?.ready ?? t(keeps ? toKeep : 'common:reviewReady');
  return open ? t('common:reviewMissing', { count: missing }) : ready;
}

/** Whether all is answered, and how an answer is changed. */
const lead = (talk: FormTalk, draft: Draft, hint: Text): readonly Block[] => [
  { kind: 'text', text: readiness(talk, draft), tone: 'strong' },
  { kind: 'text', text: hint, tone: 'quiet' },
];

type Page = { readonly name: Text; readonly rows: readonly Numbered[] };

/** The rows by parts, the rows of a long part on several pages. */
function pagesOf({ form }: FormTalk, rows: readonly Numbered[]): readonly Page[] {
  const parts = [...new Set(rows.map(({ slot }) => slot.step.part))];
  return parts.flatMap((id) => {
    const part = partName(form, id);
    const own = rows.filter(({ slot }) => slot.step.part === id);
    const of = Math.ceil(own.length / mostRows);
    return Array.from({ length: of }, (_, place) => ({
      name: of === 1 ? part : t('common:partOf', { part, page: place + 1, of }),
      rows: own.slice(place * mostRows, (place + 1) * mostRows),
    }));
  });
}

const pageOption = (draft: Draft, label: Text, page: number): Option => ({
  label,
  tap: { kind: 'act', flow: 'form', act: 'reviewPage', value: String(page), draft: draft.id },
});

/** A part, and the numbers of its answers. */
function pageRow(draft: Draft, { name, rows }: Page, page: number): Block {
  const [from = 0, to = from] = [rows[0]?.number, rows.at(-1)?.number];
  const note = from === to ? t('common:itemNumber', { number: from }) : t('common:fromTo', { from, to });
  return { kind: 'row', text: name, note, option: pageOption(draft, name, page) };
}

/** Every answer so far, to be read. */
export function readOnlyReview(talk: FormTalk, draft: Draft): Reply {
  const { slots } = walk(talk.form, draft, talk.derived);
  const card = reviewCard(talk, draft, slots, { about: talk.about(draft), lead: [] });
  const blocks = card.blocks.map(withoutTap);
  return {
    messages: [{ kind: 'card', card: { ...card, blocks } }],
    options: [{ label: t('commands:menu'), tap: { kind: 'say' } }],
  };
}

/** A row as it is read where nothing can be changed. */
function withoutTap(block: Block): Block {
  if (block.kind !== 'row') return block;
  const { text, note } = block;
  return note ? { kind: 'fact', label: text, value: note } : { kind: 'text', text };
}

type Top = { readonly about: Text; readonly lead: readonly Block[] };

function reviewCard(talk: FormTalk, draft: Draft, slots: readonly Slot[], { about, lead }: Top): Card {
  return {
    heading: t('common:reviewHeading', { about }),
    blocks: [...(talk.summary?.(draft) ?? []), ...lead, ...titledRows(talk, draft, slots)],
  };
}

type Numbered = ReturnType<typeof numberedSlots>[number];

/** All but the place where a list goes on. */
const shownRows = ({ form }: FormTalk, slots: readonly Slot[]): readonly Numbered[] =>
  numberedSlots(form, slots).filter(({ slot }) => slot.entry || !slot.item?.mayEnd);

const partName = ({ id, version }: Form, part: string): Text => t(`forms:${id}.${version}.parts.${part}`);

function titledRows(talk: FormTalk, draft: Draft, slots: readonly Slot[]): readonly Block[] {
  let part = '';
  return shownRows(talk, slots).flatMap((one) => {
    const isNew = one.slot.step.part !== part;
    part = one.slot.step.part;
    const title: Block = { kind: 'title', text: partName(talk.form, part) };
    return [...(isNew ? [title] : []), ...answerBlocks(talk, draft, one)];
  });
}

/** An answer, with the photos of it. */
function answerBlocks(talk: FormTalk, draft: Draft, { number, slot }: Numbered): readonly Block[] {
  const beside = evidenceBeside(talk, draft, slot).flatMap((evidence) => {
    const sent = answerOf(evidence);
    const kept = sent === undefined ? undefined : attachedIn(sent);
    return kept ? [attachedBlock(kept)] : [];
  });
  // The row says a document's name already.
  const attached = attachedTo(talk, draft, slot);
  return [row(talk, draft, slot, number), ...beside, ...(attached?.kind === 'photo' ? [attached] : [])];
}

/** What was sent while a question was open, where it belongs to that question. */
const evidenceBeside = ({ attachment }: FormTalk, draft: Draft, { key }: Slot): readonly Evidence[] =>
  attachment ? [] : evidenceOn(draft, key);

/** The photo or document that answers a question. */
function attachedTo({ attachment }: FormTalk, draft: Draft, { step, entry }: Slot): Attached | undefined {
  if (attachment) return step.id === attachment.step ? attachment.of(draft) : undefined;
  return step.kind === 'photo' && entry?.do === 'answer' ? attachedIn(entry.value) : undefined;
}

/** What stands on a question, and how much was sent beside it. */
function noteOf(talk: FormTalk, draft: Draft, slot: Slot): Text {
  const value = standingText(talk, draft, slot);
  const { length: count } = evidenceBeside(talk, draft, slot);
  return count > 0 ? t('common:withEvidence', { value, count }) : value;
}

function row(talk: FormTalk, draft: Draft, slot: Slot, number: number): Block {
  const text: Text = t('common:reviewRow', {
    number,
    title: nameOf(talk, draft, slot),
  });
  return {
    kind: 'row',
    text,
    note: noteOf(talk, draft, slot),
    option: {
      label: t('common:editNumber', { number }),
      tap: { kind: 'act', flow: 'form', act: 'edit', value: slot.key, draft: draft.id },
    },
  };
}
