import { areaPath } from '../../kernel/area/path.ts';
import { areaTitle } from '../../kernel/area/text.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Option, type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { covers } from '../../programme/area/areas.ts';
import { areasFor } from '../../programme/people/actor.ts';
import { type AreaFreeze, type Freeze, isFreezeOver, mayLift } from '../../programme/report/freeze.ts';
import { freezeReports } from './deeds.ts';

/** An area whose reports are frozen now or from a later day on. */
export type Standing = AreaFreeze & { readonly freeze: Freeze };

export const standing = (all: readonly AreaFreeze[], { today }: Context): readonly Standing[] =>
  all.flatMap((one) =>
    one.freeze && !isFreezeOver(one.freeze, today) ? [{ ...one, freeze: one.freeze }] : [],
  );

/** Whether this person may lift it. */
export const isLiftable = ({ bindings }: Pick<Person, 'bindings'>, { area, freeze }: Standing): boolean =>
  areasFor(bindings, freezeReports).some((scope) => covers(scope, area) && mayLift(scope, freeze));

/** What is frozen, with a button for each that one may lift, and one for another area. */
export function showFreezes(person: Person, all: readonly Standing[], notes: readonly Text[] = []): Decision {
  const blocks = all.flatMap((one): readonly Block[] => [
    { kind: 'title', text: areaTitle(one.area) },
    { kind: 'text', text: frozenText(one.freeze) },
  ]);
  const buttons = [...all.filter((one) => isLiftable(person, one)).map(liftButton), another];
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [
        {
          kind: 'card',
          card: {
            heading: t('freeze:heading', { count: all.length }),
            blocks: [...notes.map((text): Block => ({ kind: 'text', text })), ...blocks],
            buttons,
          },
        },
      ],
      options: [toMenu],
    },
  };
}

const liftButton = ({ area }: Standing): Option => ({
  label: t('freeze:lift', { area: areaTitle(area) }),
  tap: { kind: 'act', flow: 'freeze', act: 'lift', value: areaPath(area) },
});

const another: Option = { label: t('freeze:another'), tap: { kind: 'act', flow: 'freeze', act: 'add' } };
