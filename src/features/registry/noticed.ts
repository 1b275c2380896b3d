import { ask, type Turn } from '../../kernel/asking.ts';
import type { NoticeOf } from '../../kernel/notice.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, t } from '../../kernel/reply.ts';
import { nameText } from '../../kernel/roleText.ts';
import { areasFor } from '../../programme/people/actor.ts';
import { doubtAbout, doubtText } from './confirmed.ts';
import { keepRegistry } from './deeds.ts';
import { entryKey } from './field.ts';

/** An entry of one's district is said not to be correct, unless that is answered already; the button begins to correct it. */
export function doubtNoticed(person: Person, notice: NoticeOf<'registryDoubted'>): Turn {
  const areas = areasFor(person.bindings, keepRegistry);
  const { year } = notice;
  if (areas.length === 0) return { person };
  const wants = { centers: read('centersIn', areas), checks: read('registryChecks', areas) };
  return ask(wants, ({ centers, checks }) => {
    const center = centers.find(({ id }) => id === notice.center);
    const doubt = center && doubtAbout(center, { checks, year });
    if (!center || !doubt || doubt.corrected) return { person };
    const by = nameText(notice.by, t(`registry:confirmer.${notice.as}`));
    const card = {
      heading: t('registry:doubt.heading', { center: said(center.name) }),
      blocks: [
        { kind: 'text' as const, text: doubtText(doubt), tone: 'warning' as const },
        { kind: 'text' as const, text: t('registry:doubt.todo', { by, year }) },
      ],
      buttons: [
        {
          label: t('common:edit'),
          tap: {
            ...{ kind: 'act' as const, flow: 'registry' as const, act: 'edit' },
            value: entryKey({ center, year }),
          },
        },
      ],
    };
    return { person, reply: { messages: [{ kind: 'card', card }] } };
  });
}
