import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask } from '../../kernel/asking.ts';
import type { Audit, Decision } from '../../kernel/decision.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Features } from '../../kernel/features.ts';
import type { Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Card, said, type Text, t } from '../../kernel/reply.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
import { officerName } from '../../kernel/roleText.ts';
import type { Center } from '../../programme/center/center.ts';
import type { Receipt } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { readReceipt } from '../../programme/report/receipt.ts';
import type { Revision } from '../../programme/report/revision.ts';
import { scopeOfUnit, unitId } from '../../programme/report/unit.ts';
import { seeLevel } from '../assessment/index.ts';
import { highestTotal } from '../assessment/rules/assessment.ts';
import type { AssessmentCase, AssessmentReport } from '../assessment/rules/assessmentCase.ts';
import { scoredForm } from '../assessment/versions.ts';
import { type DebtReport, type RoundContent, roundOf } from '../household/rules/round.ts';

/** A receipt number that was sent: what was received, when, and who holds it now. */
export const receiptFlow: Flow = {
  id: 'receipt',
  decide: (person, call, _event, { features }) => {
    const number = call.kind === 'act' ? readReceipt(call.value ?? '') : undefined;
    if (!number) return notFound(person);
    const within = capacities(person.bindings, seeLevel).map(({ scope }) => scope);
    const wants = {
      centers: read('centersIn', within),
      assessment: read('assessmentWith', number, within),
      round: read('debtReportWith', number, within),
    };
    return ask(wants, ({ centers, assessment, round }) => {
      const found: AnyCase | undefined = assessment ?? round;
      const center = centers.find(({ id }) => found && id === unitId(found.unit));
      const report = assessment?.revisions.find(({ receipt }) => receipt === number);
      if (assessment && report && center)
        return received(person, { found: assessment, revision: report, center }, features);
      const table = round?.revisions.find(({ receipt }) => receipt === number);
      if (round && table && center) return roundReceived(person, round, table, center);
      return notFound(person, number);
    });
  },
};

/** No such receipt; or one's own, of an area that a colleague has by now. */
function notFound(person: Person, number?: Receipt): Decision {
  const isMoved = number !== undefined && person.closed.some(({ receipt }) => receipt === number);
  return {
    person,
    reply: {
      messages: [{ kind: 'text', text: [t(isMoved ? 'receipt:moved' : 'receipt:notFound')] }],
      options: [toMenu],
    },
  };
}

type Received = {
  readonly found: AssessmentCase;
  readonly revision: Revision<AssessmentReport>;
  readonly center: Center;
};

function received(person: Person, received: Received, features: Features): Decision {
  const card = receiptCard(received, features);
  return {
    person,
    reply: { messages: [{ kind: 'card', card }], options: [toMenu] },
    audits: [saw(received.found)],
  };
}

/** A round of household debts; who may not see names sees its figures all the same. */
function roundReceived(
  person: Person,
  report: DebtReport,
  revision: Revision<RoundContent>,
  center: Center,
): Decision {
  const { period } = report;
  const households = revision.content.rows.filter(({ moved }) => !moved).length;
  const card: Card = {
    heading: t('receipt:heading', { receipt: revision.receipt }),
    blocks: [
      fact(t('receipt:what'), t('receipt:round', { round: roundOf(report), year: period.year })),
      fact(t('receipt:center'), said(center.name)),
      fact(t('receipt:result'), t('household:count', { count: households })),
      fact(t('receipt:when'), t('receipt:at', { at: { instant: revision.at } })),
      fact(t('receipt:by'), officerName(revision.byName, center.district)),
      fact(t('receipt:now'), t('receipt:withDistrict')),
    ],
  };
  return {
    person,
    reply: { messages: [{ kind: 'card', card }], options: [toMenu] },
    audits: [saw(report)],
  };
}

const saw = ({ id, unit }: AnyCase): Audit => ({ did: 'sawReceipt', record: id, scope: scopeOfUnit(unit) });

function receiptCard({ found, revision, center }: Received, features: Features): Card {
  const { form, period } = found;
  const { total, level } = revision.content;
  const of = highestTotal(scoredForm(features, form).scoring);
  return {
    heading: t('receipt:heading', { receipt: revision.receipt }),
    blocks: [
      fact(t('receipt:what'), t(`forms:${form.id}.${form.version}.name`)),
      fact(t('receipt:center'), said(center.name)),
      fact(t('receipt:result'), t('receipt:score', { total, of, level, year: period.year })),
      fact(t('receipt:when'), t('receipt:at', { at: { instant: revision.at } })),
      fact(t('receipt:by'), officerName(revision.byName, center.district)),
      fact(t('receipt:now'), t('receipt:withOffice')),
    ],
  };
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });

export const receipt: Feature = {
  id: 'receipt',
  flow: receiptFlow,
  recognises: (text) => {
    const receipt = readReceipt(text);
    return receipt === undefined ? undefined : { kind: 'act', act: 'show', value: receipt };
  },
};
