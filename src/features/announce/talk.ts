import { z } from 'zod';
import { type Attached, answerOf, attachedIn } from '../../engine/attached.ts';
import type { Draft } from '../../engine/draft.ts';
import type { Json } from '../../engine/ids.ts';
import { areaTitle } from '../../kernel/area/text.ts';
import { helpAfter } from '../../kernel/ask/prompt.ts';
import {
  type FormTalk,
  type Judged,
  type Judgement,
  type QuestionView,
  valuesIn,
} from '../../kernel/form/talk.ts';
import { type Card, type Text, t } from '../../kernel/reply.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { reportingRoles } from '../../programme/people/actor.ts';
import { namesOf, numberedNames, numbersBeyond, readAreas } from './areas.ts';
import type { Wanted } from './content.ts';
import { announcementDerived as derived, announcement as form } from './form.ts';
import { choosable, officeOf } from './place.ts';

/** Areas that still fit on buttons beside those that move on. */
const mostButtons = 10;
const mostLinks = 1;
const link = /https?:\/\/\S+/gi;

/** Writing an announcement: to whom, and what. When all is said the preview is shown at once. */
export const announceTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  outlastsYear: true,
  previews: { ready: t('announce:ready'), button: t('announce:showPreview') },
  about: () => t('announce:about'),
  short: () => t('announce:about'),
  year: ({ subject }) => Number(subject.year) as FiscalYear,
  name: ({ step }) => (isNamed(step.id) ? t(`announce:name.${step.id}`) : undefined),
  titleParams: (draft) => ({ area: areaTitle(officeOf(draft)), areas: levelBelow(draft) }),
  question: (view) => (view.slot.step.id === 'areas' ? { card: areasCard(view) } : undefined),
  words: (step, option) => (step.id === 'roles' ? (roleWords[option] ?? []) : []),
  choices: (draft, { step }) => {
    const areas = step.id === 'areas' ? choosable(draft) : [];
    return areas.length > mostButtons ? [] : areas.map((area) => namesOf([area]));
  },
  judge: (judged) => judgeAreas(judged) ?? judgeText(judged),
  refusesFiles: ({ servesFiles }) => (servesFiles ? undefined : t('announce:noAttachments')),
  attachment: {
    step: 'attachment',
    of: (draft) => attachmentOf(draft),
    none: t('announce:noAttachment'),
    kept: (evidence) => t(answerOf(evidence) === undefined ? 'announce:notAttached' : 'announce:willAttach'),
  },
  submit: (draft) => ({ kind: 'planAnnouncement', draft: draft.id, wanted: wantedIn(draft) }),
};

/** What a role is called besides its label; each has a word of everybody, which means all of them. */
const roleWords: { readonly [role: string]: readonly Text[] } = {
  officer: [t('announce:roleWord.officer')],
  chair: [t('announce:roleWord.chair'), t('announce:roleWord.centerChair')],
  province: [t('announce:roleWord.province')],
  director: [t('announce:roleWord.director')],
};

const named = ['roles', 'where', 'areas', 'late', 'text', 'attachment'] as const;
const isNamed = (id: string): id is (typeof named)[number] => named.some((one) => one === id);

const levelBelow = (draft: Draft): Text =>
  t(`announce:below.${officeOf(draft).kind === 'nation' ? 'nation' : 'province'}`);

const areasCard = ({ draft, title }: QuestionView): Card => ({
  heading: title,
  blocks: [
    { kind: 'text', text: numberedNames(choosable(draft)) },
    { kind: 'text', text: t('announce:areasHint'), tone: 'quiet' },
  ],
});

/** Numbers and names become the names alone, so that they stand whatever the list looks like later. */
function judgeAreas({ before, after, slot, value, context }: Judged): Judgement | undefined {
  if (slot.step.id !== 'areas') return undefined;
  const areas = choosable(before);
  const found = readAreas(String(value), areas, context.wordings);
  if (!found) return refused(before, unclearText(String(value), areas.length));
  const names = namesOf(found);
  if (names === value) return undefined;
  const last = after.log.at(-1);
  if (last?.do !== 'answer') return undefined;
  const draft = { ...after, log: [...after.log.slice(0, -1), { ...last, value: names }] };
  return { draft, notes: [t('common:answered', { value: names })] };
}

function unclearText(answer: string, last: number): Text {
  const numbers = numbersBeyond(answer, last);
  return numbers.length > 0
    ? t('announce:noSuchArea', { numbers: numbers.join(', '), last })
    : t('announce:areasUnclear');
}

function judgeText({ before, slot, value }: Judged): Judgement | undefined {
  if (slot.step.id !== 'text') return undefined;
  const links = String(value).match(link)?.length ?? 0;
  return links > mostLinks ? refused(before, t('announce:oneLink')) : undefined;
}

function refused(before: Draft, note: Text): Judgement {
  const draft = { ...before, misses: before.misses + 1 };
  return { draft, notes: [note, ...helpAfter(draft.misses)] };
}

const answers = z.object({
  roles: z.array(z.enum(reportingRoles)),
  where: z.enum(['all', 'some']),
  areas: z.string().optional(),
  late: z.boolean(),
  text: z.string(),
});

/** What was filled in. */
function wantedIn(draft: Draft): Wanted {
  const { roles, where, areas = '', late, text } = answers.parse(valuesIn({ form, derived }, draft));
  const names = areas.split(', ');
  const chosen = choosable(draft).filter((area) => names.includes(namesOf([area])));
  const attachment = attachmentOf(draft);
  return {
    audience: { roles, areas: where === 'some' ? chosen : [officeOf(draft)], late },
    text,
    ...(attachment && { attachment }),
  };
}

/**
 * The photo or document that was sent last. One that came before it was asked for counts as well, also where the
 * question was then passed over; passing it over again takes off what there is.
 */
function attachmentOf({ log }: Draft): Attached | undefined {
  let sent: Json = null;
  let wasAsked = false;
  for (const entry of log) {
    if (entry.do === 'keep') sent = answerOf(entry.evidence) ?? sent;
    if (entry.key !== 'attachment') continue;
    if (entry.do === 'answer') sent = entry.value;
    if (entry.do === 'skip' && wasAsked) sent = null;
    if (entry.do === 'answer' || entry.do === 'skip') wasAsked = true;
  }
  return attachedIn(sent);
}
