import type { LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import { goBack } from '../../kernel/ask/goBack.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, onAnswer, pose, type Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import type { FileId } from '../../programme/ids.ts';
import { reportText } from './card.ts';
import type { WaitingReport } from './waiting.ts';

/** Letters of a reason. */
const longestReason = 500;

const reasonStep: LeafStep = { id: 'reason', part: 'chain', kind: 'text', max: longestReason };

/** `ส่งกลับ`: why? Photos that are sent meanwhile go along with the reason. */
function whyReturned(
  { record, name }: WaitingReport,
  mark: string,
  photos: readonly string[],
  context: Context,
): Question<Json> {
  return typedValue({
    ...{ flow: 'chain', act: 'reason', of: `${record.id} ${mark}` },
    keep: { back: `open ${record.id}`, ...(photos.length > 0 && { photos: photos.join(' ') }) },
    text: [
      t('chain:whyReturned', { report: reportText({ record }, context.year), name: said(name) }),
      ...(photos.length > 0 ? [t('chain:photosKept', { count: photos.length })] : []),
    ],
    values: stepValues(reasonStep, (reason) => said(String(reason)), context),
    options: [goBack],
  });
}

/** Asks why the report goes back, as it was shown. */
export const askReason = (person: Person, waiting: WaitingReport, mark: string, context: Context): Turn =>
  pose(person, whyReturned(waiting, mark, [], context));

/** The reason, or a photo for it. */
export function readReason(
  person: Person,
  call: Extract<Answering, { kind: 'answer' }>,
  waiting: WaitingReport,
  mark: string,
  context: Context,
): Turn {
  const { event, data } = call;
  const before = data.photos?.split(' ') ?? [];
  if (event.kind === 'file' && event.media === 'photo') {
    const photos = [...before, event.file, ...(event.more ?? [])];
    return pose(person, whyReturned(waiting, mark, photos, context));
  }
  return onAnswer(person, call, whyReturned(waiting, mark, before, context), (reason) => ({
    person: withoutPrompt(person),
    intent: {
      kind: 'returnReport',
      report: waiting.record.id,
      shown: mark,
      reason: String(reason),
      photos: before as FileId[],
      ...(!waiting.capacity.delegated && { capacity: waiting.capacity }),
    },
  }));
}
