import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Audit, AuditDeed, Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Outcome } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import { confirmers } from '../../programme/center/record.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { Frozen } from '../../programme/report/outcome.ts';
import { showCard } from './card.ts';
import { type Confirmed, inTurn } from './confirmed.ts';
import { fieldName, fieldText } from './fieldText.ts';
import { nextEntries } from './next.ts';
import type { EntryOutcome } from './terms.ts';

/** An entry of these areas with what was decided on it. */
type Settled = { readonly center: Center; readonly result: EntryOutcome };

/** What is said back about entries, with what comes next. */
type Answer = {
  readonly person: Person;
  readonly confirmed: Confirmed;
  readonly next: { readonly text: readonly Text[]; readonly options: readonly Option[] };
};

/** What became of a correction, of confirmations, or of what was said against an entry, in these areas. */
export function outcomeOf(
  person: Person,
  event: InboundEvent,
  areas: readonly Scope[],
  newest: FiscalYear,
): Turn {
  const outcome = event.kind === 'outcome' ? settledIn(event.outcome) : undefined;
  if (!outcome) return { person };
  const { year, told, results } = outcome;
  const wants = { centers: read('centersIn', areas), checks: read('registryChecks', areas) };
  return ask(wants, ({ centers, checks }) => {
    const confirmed = { checks, year };
    const settled = results.flatMap(({ center: id, result }) => {
      const center = centers.find((one) => one.id === id);
      return center ? [{ center, result }] : [];
    });
    const next = nextEntries(person, centers, confirmed, newest);
    const answer = { person: withoutPrompt(person), confirmed, next };
    const [only, ...others] = settled;
    if (!only) return { person };
    return others.length > 0 ? severalConfirmed(answer, settled) : oneSettled(answer, only, told);
  });
}

function settledIn(outcome: Outcome) {
  switch (outcome.of) {
    case 'confirmCenters':
      return { ...outcome, told: 0 };
    case 'correctCenter':
    case 'confirmCenter':
      return { ...outcome, told: 0, results: [outcome] };
    case 'doubtCenter':
      return { ...outcome, results: [outcome] };
    default:
      return undefined;
  }
}

/** Said back with the entry as it is now, where there is something to look at. */
function oneSettled(answer: Answer, { center, result }: Settled, told: number): Decision {
  const { person, confirmed } = answer;
  const { year } = confirmed;
  const name = said(center.name);
  switch (result.kind) {
    case 'corrected': {
      const notes = result.fields.map((field) =>
        t('registry:corrected', { field: fieldName(field), value: fieldText(center, field) }),
      );
      return { ...showCard(person, center, confirmed, notes), audits: audits('correctedRegistry', [center]) };
    }
    case 'confirmed': {
      const who = t(`people:roles.${result.as}`);
      const text = t('registry:confirmed', { center: name, year, who });
      return {
        ...saying(answer, [text, afterwards(center, confirmed)]),
        audits: audits('confirmedRegistry', [center]),
      };
    }
    case 'doubted': {
      const { district } = center;
      const text = t('registry:doubt.noted', { center: name, year });
      const whom =
        told > 0 ? t('registry:doubt.told', { count: told }) : t('registry:doubt.nobody', { district });
      return { ...saying(answer, [text, whom]), audits: audits('doubtedRegistry', [center]) };
    }
    case 'changed':
      return showCard(person, center, confirmed, [t('registry:changed', { centers: [name] })]);
    case 'frozen':
      return showCard(person, center, confirmed, [frozenText(result)]);
    case 'notInTurn': {
      const { waitsFor } = result;
      const note = waitsFor
        ? t('registry:waitsFor', { year, who: t(`people:roles.${waitsFor}`) })
        : t('registry:allConfirmed', { year });
      return saying(answer, [note]);
    }
    default:
      return result satisfies never;
  }
}

/** One answer for all: who confirmed how many as what, which were not confirmed and why, and who comes next. */
function severalConfirmed(answer: Answer, settled: readonly Settled[]): Decision {
  const { year } = answer.confirmed;
  const namesOf = (all: readonly Settled[]) => all.map(({ center }) => said(center.name));
  const confirmed = settled.filter(({ result }) => result.kind === 'confirmed');
  const changed = settled.filter(({ result }) => result.kind === 'changed');
  const frozen = settled.flatMap(({ center, result }) =>
    result.kind === 'frozen' ? [{ center, result }] : [],
  );
  const others = settled.filter(({ result }) => result.kind === 'notInTurn');
  const done = confirmers.flatMap((as) => {
    const own = confirmed.filter(({ result }) => result.kind === 'confirmed' && result.as === as);
    const [first] = own;
    if (!first) return [];
    const params = { count: own.length, year, who: t(`people:roles.${as}`), centers: namesOf(own) };
    return [t('registry:confirmedAll', params), afterwards(first.center, answer.confirmed)];
  });
  const text = [
    ...done,
    ...frozenLines(frozen),
    ...(changed.length > 0 ? [t('registry:changed', { centers: namesOf(changed) })] : []),
    ...(others.length > 0 ? [t('registry:othersTurn', { centers: namesOf(others) })] : []),
  ];
  const centers = confirmed.map(({ center }) => center);
  return { ...saying(answer, text), audits: audits('confirmedRegistry', centers) };
}

/** Which entries were not confirmed since their area is frozen, and why; each freeze once. */
function frozenLines(
  frozen: readonly { readonly center: Center; readonly result: Frozen }[],
): readonly Text[] {
  if (frozen.length === 0) return [];
  const freezes = new Map(
    frozen.map(({ result }) => [`${result.from} ${result.until} ${result.reason}`, result]),
  );
  const centers = frozen.map(({ center }) => said(center.name));
  return [t('registry:frozen', { centers }), ...[...freezes.values()].map(frozenText)];
}

/** Who has to confirm after this. */
function afterwards(center: Center, confirmed: Confirmed): Text {
  const next = inTurn(center, confirmed);
  return next
    ? t('registry:waitsNext', { who: t(`registry:confirmer.${next}`) })
    : t('registry:allConfirmed', { year: confirmed.year });
}

const saying = ({ person, next }: Answer, text: readonly Text[]): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text: [...text, ...next.text] }], options: next.options },
});

const audits = (did: AuditDeed, centers: readonly Center[]): readonly Audit[] =>
  centers.map((center) => ({ did, record: center.id, scope: scopeOfCenter(center) }));
