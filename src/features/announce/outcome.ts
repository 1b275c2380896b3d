import type { DraftId } from '../../engine/ids.ts';
import { tell } from '../../kernel/ask/tell.ts';
import type { Decision } from '../../kernel/decision.ts';
import { withoutDraft } from '../../kernel/form/openDraft.ts';
import type { Outcome } from '../../kernel/intent.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import type { Reach } from '../../kernel/reach.ts';
import { countsText } from '../../kernel/reach.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import { preview } from './preview.ts';
import type { Counts } from './record/announcement.ts';

type AnnounceOutcome = Extract<Outcome, { of: 'planAnnouncement' | 'sendAnnouncement' | 'stopAnnouncement' }>;

/** What became of what a person wanted to announce. */
export function outcomeOf(person: Person, outcome: AnnounceOutcome): Decision {
  switch (outcome.of) {
    case 'planAnnouncement':
      return preview(person, outcome);
    case 'sendAnnouncement':
      return sent(person, outcome);
    case 'stopAnnouncement':
      return stopped(person, outcome);
    default:
      return outcome satisfies never;
  }
}

function sent(person: Person, outcome: Extract<Outcome, { of: 'sendAnnouncement' }>): Decision {
  const { result, draft, announcement, wanted } = outcome;
  const again = (note: Text, reach: Reach) => preview(person, { announcement, draft, wanted, reach }, [note]);
  switch (result.kind) {
    case 'confirmed':
      return going(person, draft, announcement, t('announce:confirmed', { count: result.people }));
    case 'scheduled':
      return going(
        person,
        draft,
        announcement,
        t('announce:confirmedFor', { at: { instant: result.from }, count: result.people }),
      );
    case 'audienceChanged':
      return again(t('announce:audienceChanged', { count: result.reach.people }), result.reach);
    case 'closed':
      return again(t('reach:closedMeanwhile'), result.reach);
    case 'outOfReach':
      return tell(person, [t('announce:outOfReach')], [showProgress]);
    case 'alreadyConfirmed':
    case 'notYours':
    case 'alreadyOver':
      return tell(person, [t('announce:alreadyGoing')], [showProgress]);
    default:
      return result satisfies never;
  }
}

/** It is on its way; what was written is no draft any more. */
function going(person: Person, draft: string, announcement: string, text: Text): Decision {
  const id = draft as DraftId;
  const after = draftOf(person, draft) ? withoutDraft(person, id, { draft: id, what: 'saved' }) : person;
  const stop: Option = {
    label: t('commands:stopSending'),
    tap: { kind: 'act', flow: 'announce', act: 'stop', value: announcement },
  };
  return {
    ...tell(after, [text], [showProgress, stop]),
    audits: [{ did: 'announced', record: announcement }],
  };
}

function stopped(
  person: Person,
  { result, announcement }: Extract<Outcome, { of: 'stopAnnouncement' }>,
): Decision {
  const isStopped = result.kind !== 'alreadyOver';
  return {
    ...tell(person, [t(`announce:stop.${result.kind}`)], [showProgress]),
    ...(isStopped && { audits: [{ did: 'stoppedAnnouncement', record: announcement }] }),
  };
}

/** The report at the end: how many it reached, and why not the others. */
export function reportText({
  sent: arrived,
  blocked,
  skipped,
  failed,
  unsure,
  kept,
  open,
}: Counts): readonly [Text, ...Text[]] {
  return [
    t('announce:report', { counts: countsText({ sent: arrived, blocked, failed, kept }) }),
    ...(unsure > 0 ? [t('announce:reportUnsure', { count: unsure })] : []),
    ...(skipped > 0 ? [t('announce:reportSkipped', { count: skipped })] : []),
    ...(open > 0 ? [t('announce:reportOpen', { count: open })] : []),
  ];
}

const showProgress: Option = { label: t('commands:announce'), tap: { kind: 'say' } };
