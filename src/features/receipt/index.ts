import { bare } from '../../engine/parse/clean.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
import type { SeatNow } from '../../kernel/report/seatNow.ts';
import { whereText } from '../../kernel/report/where.ts';
import type { Receipt } from '../../programme/ids.ts';
import { readReceipt, receiptFault, receiptWithin } from '../../programme/report/receipt.ts';
import { receiptedBy } from '../../programme/report/receipted.ts';
import { scopeOfUnit, unitId } from '../../programme/report/unit.ts';
import { receiptCard } from './card.ts';
import { receiptReaders } from './reads.ts';

/** A receipt number that was sent: what was received, when, and who holds it now. */
export const receiptFlow: Flow = {
  id: 'receipt',
  decide: (person, call, _event, context) => {
    if (call.kind === 'act' && (call.act === 'wrongCheck' || call.act === 'wrongLength'))
      return said(person, t(`receipt:${call.act}`), context);
    const number = call.kind === 'act' ? readReceipt(call.value ?? '') : undefined;
    if (!number) return notFound(person, context);
    return ask({ record: read('receivedReport', number) }, ({ record }) => {
      if (!record) return notFound(person, context, number);
      const wants = {
        centers: read('centersIn', record.unit.kind === 'center' ? [scopeOfUnit(record.unit)] : []),
        seat: read('seatNow', record),
      };
      return ask(wants, ({ centers, seat }) => {
        if (record.unit.kind !== 'center') return answered(person, number, { record, seat }, context);
        const center = centers.find(({ id }) => id === unitId(record.unit));
        return center
          ? answered(person, number, { record, seat, centerName: center.name }, context)
          : notFound(person, context, number);
      });
    });
  },
};

/** No such receipt; or one's own, of an area that a colleague has by now. */
function notFound(person: Person, context: Context, number?: Receipt): Decision {
  const isMoved = number !== undefined && person.closed.some(({ receipt }) => receipt === number);
  return said(person, t(isMoved ? 'receipt:moved' : 'receipt:notFound'), context);
}

/** The open question follows, since the next text answers it. */
const said = (person: Person, text: Text, context: Context): Decision => ({
  person,
  reply: askAgain(person, [text], context),
});

function answered(
  person: Person,
  number: Receipt,
  {
    record,
    seat,
    centerName,
  }: { readonly record: AnyCase; readonly seat: SeatNow | undefined; readonly centerName?: string },
  context: Context,
): Decision {
  const { features } = context;
  const kind = features.reports.get(record.kind);
  const of = receiptedBy(record, number);
  if (!kind || !of) return notFound(person, context, number);
  const received = kind.received(record, of.revision, features);
  const now = whereText(record, kind.rules, seat);
  const card = receiptCard({ unit: record.unit, receipt: number, of, received, now, centerName });
  return {
    person,
    reply: { messages: [{ kind: 'card', card }], options: [toMenu] },
    audits: [{ did: 'sawReceipt', record: record.id, scope: scopeOfUnit(record.unit) }],
  };
}

export const receipt: Feature = {
  id: 'receipt',
  flow: receiptFlow,
  recognises: (text, inText) => {
    const ways = [text, bare(text)];
    // A sentence that names a receipt may be the answer where words are asked for.
    const receipt =
      ways.flatMap((way) => readReceipt(way) ?? [])[0] ?? (inText ? undefined : receiptWithin(text));
    if (receipt) return { call: { kind: 'act', act: 'show', value: receipt } };
    const fault = ways.flatMap((way) => receiptFault(way) ?? [])[0];
    return fault && { call: { kind: 'act', act: fault } };
  },
  open: (parts) => ({ readers: receiptReaders(parts) }),
};
