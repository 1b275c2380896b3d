import { ask, type Turn } from '../../kernel/asking.ts';
import { says } from '../../kernel/feature.ts';
import type { NoticeOf } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { openToSign } from '../../kernel/report/openReport.ts';
import { nameText } from '../../kernel/roleText.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import { seatText } from './questions.ts';

type About = NoticeOf<'namedDeputy' | 'deputyNamed'>;

/** Signs for a seat from now on; nothing is said where somebody has taken the seat since. */
export const deputyNoticed = (person: Person, notice: NoticeOf<'namedDeputy'>): Turn =>
  ask({ deputies: read('deputyships') }, ({ deputies }) => {
    const { role, scope, waiting } = notice;
    if (!deputies.some((one) => one.role === role && scopeKey(one.scope) === scopeKey(scope)))
      return { person };
    const [first, ...others] = waiting;
    const waits: readonly Text[] = first ? [t('deputy:waitForYou', { count: waiting.length })] : [];
    const button = first && others.length === 0 ? openToSign(first) : says('certify');
    return { person, reply: noticeReply([termText(notice), ...waits], [button]) };
  });

/** Who signs the report that one sent. */
export const officerNoticed = (person: Person, notice: NoticeOf<'deputyNamed'>): Turn => ({
  person,
  reply: noticeReply([termText(notice)], [says('tasks')]),
});

function termText(notice: About): Text {
  const { by, term } = notice;
  const params = { by: nameText(by), seat: seatText(notice) };
  const dated = term.kind === 'until' ? { until: { date: term.until } } : undefined;
  if (notice.kind === 'namedDeputy')
    return dated ? t('deputy:youUntil', { ...params, ...dated }) : t('deputy:youThese', params);
  const name = nameText(notice.name);
  return dated
    ? t('deputy:otherUntil', { ...params, ...dated, name })
    : t('deputy:otherThese', { ...params, name });
}
