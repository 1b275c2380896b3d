import type { Draft } from '../../engine/draft.ts';
import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { withOpenDraft, withoutDraft } from '../../kernel/form/openDraft.ts';
import { draftOf } from '../../kernel/person.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { joinedIn, placeKey } from './debts.ts';
import { showCenter, showHousehold } from './show.ts';
import { withNote } from './talk/draft.ts';
import { againKey, joinTalk, otherThanKey } from './talk/join.ts';

const acts = ['alikeSame', 'alikeOther'] as const;
type AlikeAct = (typeof acts)[number];
export const isAlikeAct = (act: string): act is AlikeAct => acts.some((one) => one === act);

/** A household of the same house and a similar name is there: the same, or another one? */
export function askAlike(
  at: AtCenter,
  draft: Draft,
  nos: readonly number[],
  notes: readonly Text[] = [],
  misses = 0,
): Decision {
  const { person, debts } = at;
  const found = debts.book.entries.filter(({ no }) => nos.includes(no));
  const list = found.map(({ no, head, houseNo }) =>
    t('household:alike.row', { no, head: said(head), houseNo: said(houseNo) }),
  );
  const about = `${draft.id}/${nos.join(',')}`;
  const option = (label: Text, act: AlikeAct): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value: `${placeKey(debts)}/${about}` },
  });
  const data = { center: placeKey(debts), about, misses: String(misses) };
  return {
    person: withPrompt(person, 'household', 'alike', data),
    reply: {
      messages: [{ kind: 'text', text: [...notes, t('household:alike.ask', { households: list })] }],
      options: [
        option(t('household:alike.same'), 'alikeSame'),
        option(t('household:alike.other'), 'alikeOther'),
      ],
      asks: true,
    },
  };
}

export function alikeAnswer(
  at: AtCenter,
  { data }: { readonly data: PromptData; readonly text: string },
): Decision {
  const about = data.about ?? '';
  const once = readOnce(at.person, at.event, missesOf(data));
  if (once.kind !== 'again') return alikeAct(at, once.kind === 'yes' ? 'alikeSame' : 'alikeOther', about);
  const [draft, nos] = meant(at, about);
  return draft ? askAlike(at, draft, nos, once.notes, once.misses) : showCenter(at.person, at.debts);
}

/** Another household joins all the same; the same one joins again where it has not joined this year. */
export function alikeAct(at: AtCenter, act: AlikeAct, about: string): Decision {
  const { person, debts } = at;
  const [draft, nos] = meant(at, about);
  if (!draft) return showCenter(person, debts, { notes: [t('household:notHere')] });
  if (act === 'alikeOther')
    return again(
      at,
      nos.reduce((so, no) => withNote(so, otherThanKey, no, entryOf(at)), draft),
    );
  const same = debts.book.entries.find(({ no }) => nos.includes(no));
  const joined = joinedIn(debts).find(({ household }) => household.id === same?.household);
  if (!joined && same) return again(at, withNote(draft, againKey, same.household, entryOf(at)));
  const left = withoutDraft(person, draft.id, { draft: draft.id, what: 'deleted' });
  const notes = [t('household:alike.there')];
  return joined ? showHousehold(left, joined, debts, { notes }) : showCenter(left, debts, { notes });
}

function meant({ person }: AtCenter, about: string): readonly [Draft | undefined, readonly number[]] {
  const [id, nos = ''] = about.split('/');
  return [draftOf(person, id), nos.split(',').map(Number)];
}

const entryOf = ({ event }: AtCenter) => ({ at: event.at, event: event.id });

/** The same joining once more, with what was answered. */
const again = ({ person }: AtCenter, draft: Draft): Decision => ({
  person: withOpenDraft(person, draft),
  intent: joinTalk.submit(draft),
});
