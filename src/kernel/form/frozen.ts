import type { Freeze } from '../../programme/report/freeze.ts';
import { toMenu } from '../ask/toMenu.ts';
import { ask, type Turn } from '../asking.ts';
import { says } from '../feature.ts';
import type { Context } from '../flow.ts';
import { read } from '../reads.ts';
import { type Text, t } from '../reply.ts';
import { freezeAround } from '../report/freezeAround.ts';
import { frozenText } from '../report/frozen.ts';
import { leaveOpen } from './openDraft.ts';
import type { At } from './talk.ts';

/** Goes on with the freeze that is in force where a draft reports on something. */
export function withFreeze(
  { talk, draft }: Pick<At, 'talk' | 'draft'>,
  context: Context,
  goOn: (freeze: Freeze | undefined) => Turn,
): Turn {
  const unit = talk.reportsOn?.(draft);
  if (!unit) return goOn(undefined);
  return ask({ freezes: read('freezes') }, ({ freezes }) => goOn(freezeAround(unit, freezes, context)));
}

/** Goes on with what may be sent; while it is frozen it is said why, and until when. */
export const unlessFrozen = (at: At, goOn: () => Turn): Turn =>
  withFreeze(at, at.context, (freeze) =>
    freeze
      ? leaveOpen(at, at.draft, {
          messages: [{ kind: 'text', text: frozenNotes(freeze) }],
          options: [says('review'), says('tasks'), toMenu],
        })
      : goOn(),
  );

/** Why a draft cannot be sent at present, and that it is kept. */
export const frozenNotes = (freeze: Freeze | undefined): readonly Text[] =>
  freeze ? [frozenText(freeze), t('report:draftFrozen')] : [];
