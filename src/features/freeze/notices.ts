import { areaTitle } from '../../kernel/area/text.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { says } from '../../kernel/feature.ts';
import type { NoticeOf } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { nameText } from '../../kernel/roleText.ts';
import { freezeId } from '../../programme/report/freeze.ts';

/** The reports of an area are frozen; of a freeze that was lifted or changed since, nothing is said. */
export const freezeNoticed = (person: Person, { area, freeze }: NoticeOf<'reportsFrozen'>): Turn =>
  ask({ all: read('freezes') }, ({ all }) => {
    const now = all.find(({ id }) => id === freezeId(area))?.freeze;
    if (now?.from !== freeze.from || now.until !== freeze.until) return { person };
    const words = [frozenText(freeze), t('freeze:draftsStay')] as const;
    const heading = t('freeze:noticeHeading', { area: areaTitle(area) });
    return { person, reply: noticeReply([heading, ...words], [says('tasks')]) };
  });

/** Work goes on; unless the area was frozen again since. */
export const liftNoticed = (person: Person, { area, by }: NoticeOf<'freezeLifted'>): Turn =>
  ask({ all: read('freezes') }, ({ all }) => {
    if (all.find(({ id }) => id === freezeId(area))?.freeze) return { person };
    const text = t('freeze:liftedBy', { area: areaTitle(area), by: nameText(by) });
    return { person, reply: noticeReply([text], [says('tasks')]) };
  });
