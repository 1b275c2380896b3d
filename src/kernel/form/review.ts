import { type Attached, answerOf, attachedIn } from '../../engine/attached.ts';
import type { Draft, Evidence } from '../../engine/draft.ts';
import { evidenceOn, numberedSlots } from '../../engine/review.ts';
import { type Slot, walk } from '../../engine/walk.ts';
import type { Context } from '../flow.ts';
import { type Block, type Card, type Option, type Reply, type Text, t } from '../reply.ts';
import { aboutOf } from './about.ts';
import { attachedBlock } from './attachedBlock.ts';
import { type FormTalk, nameOf } from './talk.ts';
import { standingText } from './value.ts';

type Newest = Pick<Context, 'year'>;

/** Every answer so far, each to be tapped for a change; with the button that submits when nothing is missing. */
export function reviewReply(talk: FormTalk, draft: Draft, context: Newest): Reply {
  const { slots, open } = walk(talk.form, draft, talk.derived);
  const missing = slots.filter((slot) => !slot.entry && (slot === open || !slot.item?.mayEnd)).length;
  const submit: Option = talk.keeps
    ? {
        label: talk.previews?.button ?? t('common:confirm'),
        tap: { kind: 'act', flow: 'form', act: 'submitYes', draft: draft.id },
      }
    : { label: t('common:submit'), tap: { kind: 'act', flow: 'form', act: 'submit', draft: draft.id } };
  const ready = talk.previews?.ready ?? t(talk.keeps ? 'common:reviewReadyToKeep' : 'common:reviewReady');
  const next: Option = { label: t('commands:continue'), tap: { kind: 'say' } };
  const button = open ? next : submit;
  const lead: readonly Block[] = [
    {
      kind: 'text',
      text: open ? t('common:reviewMissing', { count: missing }) : ready,
      tone: 'strong',
    },
    { kind: 'text', text: t('common:reviewHint'), tone: 'quiet' },
  ];
  const buttons = [button, ...(open ? [] : (talk.besides?.(draft) ?? []))];
  const card = {
    ...reviewCard(talk, draft, slots, { about: aboutOf(talk, draft, context), lead }),
    buttons,
  };
  return {
    messages: [{ kind: 'card', card }],
    options: [...buttons, { label: t('commands:cancel'), tap: { kind: 'say' } }],
    asks: true,
  };
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
    blocks: [...lead, ...(talk.summary?.(draft) ?? []), ...rows(talk, draft, slots)],
  };
}

function rows(talk: FormTalk, draft: Draft, slots: readonly Slot[]): readonly Block[] {
  const blocks: Block[] = [];
  let part = '';
  for (const { number, slot } of numberedSlots(talk.form, slots)) {
    if (!slot.entry && slot.item?.mayEnd) continue;
    if (slot.step.part !== part) {
      part = slot.step.part;
      blocks.push({ kind: 'title', text: t(`forms:${talk.form.id}.${talk.form.version}.parts.${part}`) });
    }
    blocks.push(row(talk, draft, slot, number));
    for (const evidence of evidenceBeside(talk, draft, slot)) {
      const sent = answerOf(evidence);
      const kept = sent === undefined ? undefined : attachedIn(sent);
      if (kept) blocks.push(attachedBlock(kept));
    }
    // The row says a document's name already.
    const attached = attachedTo(talk, draft, slot);
    if (attached?.kind === 'photo') blocks.push(attached);
  }
  return blocks;
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
