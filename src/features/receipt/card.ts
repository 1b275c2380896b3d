import { type Block, type Card, said, type Text, t } from '../../kernel/reply.ts';
import type { Received } from '../../kernel/report/kind.ts';
import { nameText, officerName } from '../../kernel/roleText.ts';
import type { Revision } from '../../programme/report/revision.ts';
import type { Unit } from '../../programme/report/unit.ts';

type Shown = {
  readonly unit: Unit;
  readonly revision: Revision<unknown>;
  readonly received: Received;
  readonly centerName?: string | undefined;
};

/** What was received, when and from whom, and who has it now. */
export function receiptCard({ unit, revision, received, centerName = '' }: Shown): Card {
  const { byName, at, receipt } = revision;
  const about = received.about ?? { label: t('receipt:center'), name: said(centerName) };
  return {
    heading: t('receipt:heading', { receipt }),
    blocks: [
      fact(t('receipt:what'), received.what),
      fact(about.label, about.name),
      fact(t('receipt:result'), received.result),
      fact(t('receipt:when'), t('receipt:at', { at: { instant: at } })),
      fact(t('receipt:by'), unit.kind === 'province' ? nameText(byName) : officerName(byName, unit.district)),
      fact(t('receipt:now'), received.now),
    ],
  };
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
