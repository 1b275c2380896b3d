import { byName } from '../../kernel/ask/byName.ts';
import type { Answering } from '../../kernel/ask/question.ts';
import { aboutOf } from '../../kernel/ask/question.ts';
import { type CenterQuestion, centerNotFound } from '../../kernel/ask/whichCenter.ts';
import type { Turn } from '../../kernel/asking.ts';
import { readYear } from '../../kernel/centerYear.ts';
import type { Context } from '../../kernel/flow.ts';
import { yearClosed } from '../../kernel/ofYear.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import { correctableFields } from '../../programme/center/correction.ts';
import { type Doubt, markOfEntry } from '../../programme/center/record.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import {
  type Confirmed,
  confirmationMarks,
  confirmersIn,
  doubtAbout,
  doubtersIn,
  doubtText,
  isInTurn,
} from './confirmed.ts';
import { fieldName, knownText, targetText } from './fieldText.ts';

/** What a line of a list holds; an entry that says more is confirmed on its own card. */
const longestNote = 480;

/**
 * The centers, those first that wait for this person: with all that would be confirmed, so that what is right can be
 * confirmed together.
 */
export function entriesQuestion(
  person: Person,
  centers: readonly Center[],
  confirmed: Confirmed,
  { render }: Pick<Context, 'render'>,
): CenterQuestion {
  const sorted = centers.toSorted(byName);
  const waits = (center: Center) => isInTurn(person, center, confirmed);
  const waiting = sorted.filter(waits);
  const { year } = confirmed;
  const counted = { count: waiting.length, of: sorted.length, year };
  // What somebody said is not correct is looked at on its own card.
  const isShownWhole = (center: Center) =>
    waits(center) &&
    openDoubt(center, confirmed) === undefined &&
    render(wholeEntry(center, confirmed), person.language).length <= longestNote;
  return {
    ...{ flow: 'registry', act: 'choose' },
    heading: waiting.length > 0 ? t('registry:chooseWaiting', counted) : t('registry:choose', { year }),
    ...(waiting.length > 0 && { lead: [t('registry:waitForYou')] }),
    centers: [...waiting, ...sorted.filter((center) => !waits(center))],
    note: (center) => {
      if (isShownWhole(center)) return wholeEntry(center, confirmed);
      const row = rowText(center, confirmed);
      const doubt = openDoubt(center, confirmed);
      if (doubt) return t('registry:after', { before: row, next: doubtText(doubt) });
      return waits(center) ? t('registry:onItsCard', { row }) : row;
    },
    buttons: (shown) => [
      ...allCorrect(shown.filter(isShownWhole), year),
      ...notCorrect(doubtable(person, shown, confirmed), year),
    ],
    none: t('registry:noCenters'),
  };
}

/** What was said against an entry and not corrected yet. */
function openDoubt(center: Center, confirmed: Confirmed): Doubt | undefined {
  const doubt = doubtAbout(center, confirmed);
  return doubt?.corrected ? undefined : doubt;
}

function rowText(center: Center, confirmed: Confirmed): Text {
  const { moo, subdistrict, district } = center;
  return t('registry:row', { moo, subdistrict, district, marks: confirmationMarks(center, confirmed) });
}

/** Everything that a confirmation is about; what is missing is named first. */
function wholeEntry(center: Center, confirmed: Confirmed): Text {
  const unknown = correctableFields.filter((field) => knownText(center, field) === undefined);
  const facts = correctableFields.flatMap((field) => {
    const value = knownText(center, field);
    return value ? [fact(fieldName(field), value)] : [];
  });
  const { budgeted, newCenter, modelCenter, operatingModel } = center;
  return oneAfterAnother([
    rowText(center, confirmed),
    ...(unknown.length > 0 ? [t('registry:missing', { fields: unknown.map(fieldName) })] : []),
    fact(t('registry:householdTarget'), targetText(center)),
    ...facts,
    ...(budgeted ? [t('registry:budgeted')] : []),
    ...(newCenter ? [t('registry:newCenter')] : []),
    ...(modelCenter ? [t('registry:modelCenter')] : []),
    ...(operatingModel ? [fact(t('registry:operatingModel'), said(operatingModel))] : []),
  ]);
}

const fact = (label: Text, value: Text): Text => t('registry:fact', { label, value });

const oneAfterAnother = ([first = said(''), ...rest]: readonly Text[]): Text =>
  rest.reduce((before, next) => t('registry:after', { before, next }), first);

/** The button for what this page shows; it carries what that was. */
const allCorrect = (shown: readonly Center[], year: FiscalYear): readonly Option[] =>
  shown.length === 0
    ? []
    : [
        {
          label: t('registry:allCorrect'),
          tap: {
            ...{ kind: 'act', flow: 'registry', act: 'all' },
            value: [year, ...shown.map((center) => `${center.id}.${markOfEntry(center)}`)].join(' '),
          },
        },
      ];

/** Those of some centers of which this person may say now that the entry is not correct. */
const doubtable = (person: Person, centers: readonly Center[], confirmed: Confirmed): readonly Center[] =>
  centers.filter((center) => doubtersIn(person, center, confirmed).length > 0);

/** Asks which of them is meant, then why. */
const notCorrect = (centers: readonly Center[], year: FiscalYear): readonly Option[] =>
  centers.length === 0
    ? []
    : [
        {
          label: t('registry:notCorrect'),
          tap: { kind: 'act', flow: 'registry', act: 'which', value: String(year) },
        },
      ];

/** `ไม่ถูกต้อง` on the list: of which center? */
export function doubtQuestion(
  person: Person,
  centers: readonly Center[],
  confirmed: Confirmed,
): CenterQuestion {
  const { year } = confirmed;
  return {
    ...{ flow: 'registry', act: 'which', of: String(year) },
    heading: t('registry:chooseNotCorrect', { year }),
    centers: doubtable(person, centers.toSorted(byName), confirmed),
    note: (center) => rowText(center, confirmed),
    none: t('registry:noneToDoubt', { year }),
  };
}

/** `ถูกต้องทั้งหมด`: each entry of the button decides, as it was shown; those of other areas do not exist. */
export function confirmAll(
  person: Person,
  call: Answering,
  centers: readonly Center[],
  { isOpen }: Context,
): Turn {
  const [first, ...shown] = aboutOf(call);
  const year = readYear(first);
  const entries = shown.flatMap((word) => {
    const [id, seen] = word.split('.');
    const center = centers.find((one) => one.id === id);
    return center && seen ? [{ center: center.id, as: confirmersIn(person, center), seen }] : [];
  });
  if (year === undefined || entries.length === 0) return centerNotFound(person, centers);
  if (!isOpen(year)) return yearClosed(person, year);
  return { person, intent: { kind: 'confirmCenters', year, entries } };
}
