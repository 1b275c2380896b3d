import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Card, said, type Text, t } from '../../kernel/reply.ts';
import { officerName } from '../../kernel/roleText.ts';
import type { Center } from '../../programme/center/center.ts';
import { capacities } from '../../programme/people/actor.ts';
import { readReceipt } from '../../programme/report/receipt.ts';
import type { ReportCase, Revision } from '../assessment/rules/reportCase.ts';
import type { DebtReport, RoundRevision } from '../household/rules/round.ts';

/** A receipt number that was sent: what was received, when, and who holds it now. */
export const receiptFlow: Flow = {
  id: 'receipt',
  needs: (person, call) => {
    const receipt = call.kind === 'act' ? readReceipt(call.value ?? '') : undefined;
    const within = capacities(person.bindings, 'seeLevel').map(({ scope }) => scope);
    return receipt ? { receipt: { receipt, within }, centersIn: within } : {};
  },
  decide: (person, call, _event, { gathered }) => {
    const number = call.kind === 'act' ? readReceipt(call.value ?? '') : undefined;
    for (const found of gathered.cases) {
      const revision = found.revisions.find(({ receipt }) => receipt === number);
      const center = gathered.centers.find(({ id }) => id === found.center);
      if (revision && center) return received(person, found, revision, center);
    }
    for (const report of gathered.debtReports) {
      const revision = report.revisions.find(({ receipt }) => receipt === number);
      const center = gathered.centers.find(({ id }) => id === report.center);
      if (revision && center) return roundReceived(person, report, revision, center);
    }
    // What one sent oneself, of an area that a colleague has by now.
    const isMoved = number !== undefined && person.closed.some(({ receipt }) => receipt === number);
    return {
      person,
      reply: {
        messages: [{ kind: 'text', text: [t(isMoved ? 'receipt:moved' : 'receipt:notFound')] }],
        options: [toMenu],
      },
    };
  },
};

function received(person: Person, found: ReportCase, revision: Revision, center: Center): Decision {
  const { id, province, district } = found;
  return {
    person,
    reply: { messages: [{ kind: 'card', card: receiptCard(found, revision, center) }], options: [toMenu] },
    audits: [
      { did: 'sawReceipt', record: id, scope: { kind: 'center', province, district, center: center.id } },
    ],
  };
}

/** A round of household debts; who may not see names sees its figures all the same. */
function roundReceived(
  person: Person,
  report: DebtReport,
  revision: RoundRevision,
  center: Center,
): Decision {
  const { id, province, district, round, year } = report;
  const households = revision.rows.filter(({ moved }) => !moved).length;
  const card: Card = {
    heading: t('receipt:heading', { receipt: revision.receipt }),
    blocks: [
      fact(t('receipt:what'), t('receipt:round', { round, year })),
      fact(t('receipt:center'), said(center.name)),
      fact(t('receipt:result'), t('household:count', { count: households })),
      fact(t('receipt:when'), t('receipt:at', { at: { instant: revision.submittedAt } })),
      fact(t('receipt:by'), officerName(revision.byName, district)),
      fact(t('receipt:now'), t('receipt:withDistrict')),
    ],
  };
  const scope = { kind: 'center' as const, province, district, center: center.id };
  return {
    person,
    reply: { messages: [{ kind: 'card', card }], options: [toMenu] },
    audits: [{ did: 'sawReceipt', record: id, scope }],
  };
}

function receiptCard({ form, version, year }: ReportCase, revision: Revision, center: Center): Card {
  const { total, level } = revision.report;
  return {
    heading: t('receipt:heading', { receipt: revision.receipt }),
    blocks: [
      fact(t('receipt:what'), t(`forms:${form}.${version}.name`)),
      fact(t('receipt:center'), said(center.name)),
      fact(t('receipt:result'), t('receipt:score', { total, level, year })),
      fact(t('receipt:when'), t('receipt:at', { at: { instant: revision.submittedAt } })),
      fact(t('receipt:by'), officerName(revision.byName, center.district)),
      fact(t('receipt:now'), t('receipt:withOffice')),
    ],
  };
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
