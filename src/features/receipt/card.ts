import { type Block, type Card, said, type Text, t } from '../../kernel/reply.ts';
import type { Received } from '../../kernel/report/kind.ts';
import { nameText, officerName } from '../../kernel/roleText.ts';
import type { Receipt } from '../../programme/ids.ts';
import type { Receipted } from '../../programme/report/receipted.ts';
import type { Signature } from '../../programme/report/revision.ts';
import type { Unit } from '../../programme/report/unit.ts';

type Shown = {
  readonly unit: Unit;
  readonly receipt: Receipt;
  readonly of: Receipted<unknown>;
  readonly received: Received;
  /** Who has it now. */
  readonly now: Text;
  readonly centerName?: string | undefined;
};

/** What was received, when and from whom, what the receipt was given for, and who has it now. */
export function receiptCard({ unit, receipt, of, received, now, centerName = '' }: Shown): Card {
  const { byName, at } = of.revision;
  const about = received.about ?? { label: t('receipt:center'), name: said(centerName) };
  return {
    heading: t('receipt:heading', { receipt }),
    blocks: [
      fact(t('receipt:what'), received.what),
      fact(about.label, about.name),
      fact(t('receipt:result'), received.result),
      fact(t('receipt:when'), t('receipt:at', { at: { instant: at } })),
      fact(t('receipt:by'), unit.kind === 'province' ? nameText(byName) : officerName(byName, unit.district)),
      ...stepBlocks(of),
      fact(t('receipt:now'), now),
    ],
  };
}

/** Who signed it, took that back or returned it under this receipt. */
function stepBlocks(of: Receipted<unknown>): readonly Block[] {
  switch (of.kind) {
    case 'submitted':
      return [];
    case 'signed':
      return [signedBlock(of.signature)];
    case 'takenBack': {
      const { signature, byName, at } = of.takenBack;
      const who = t('receipt:taker', { name: nameText(byName), at: { instant: at } });
      return [signedBlock(signature), fact(t('receipt:takenBackBy'), who)];
    }
    case 'returned': {
      const { byName, at, reason } = of.ended;
      const who = t('receipt:returner', {
        name: nameText(byName),
        reason: said(reason),
        at: { instant: at },
      });
      return [fact(t('receipt:returnedBy'), who)];
    }
    default:
      return of satisfies never;
  }
}

function signedBlock({ name, position, at }: Signature): Block {
  const who = t('receipt:signer', { name: nameText(name), position: said(position), at: { instant: at } });
  return fact(t('receipt:signedBy'), who);
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
