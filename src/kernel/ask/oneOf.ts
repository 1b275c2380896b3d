import type { Wordings } from '../commands.ts';
import { t } from '../reply.ts';
import { type ChoiceList, listKeeps, listReply, matching, readChosen } from './choose.ts';
import { carried, type Heard, type Look, type Question } from './question.ts';

type Asked = Pick<Question<string>, 'flow' | 'act' | 'of' | 'keep'> &
  Pick<ChoiceList, 'heading' | 'lead' | 'blocks' | 'rows' | 'options' | 'buttons'> & {
    readonly wordings: Wordings;
    /** The rows, by their ids, that a text means though it is none of their names. */
    readonly alsoMeant?: (text: string) => readonly string[];
    /** Only the rows that this name means are shown at first, where it means several. */
    readonly named?: string;
  };

const unclear: Heard<never> = { kind: 'miss', why: t('choose:unclear') };

/** One of a numbered list, a page at a time; a name that several rows have narrows it to these. Answers with the row's id. */
export function oneOf({ wordings, alsoMeant, named = '', ...asked }: Asked): Question<string> {
  const { flow, act, of, keep, rows } = asked;
  /** A page of the rows that a name means, of all where it is empty. */
  const look = (name = '', page = 0): Look => {
    const list: ChoiceList = {
      ...asked,
      rows: name === '' ? rows : matching(name, rows, wordings),
      page,
      more: (next) => ({ kind: 'act', flow, act, value: carried(of, `+${next} ${name}`.trim()) }),
    };
    // From some of the rows the way back leads to all of them.
    const back = name === '' ? {} : { back: carried(act, of ?? '').trim() };
    return { reply: (notes) => listReply(list, notes), keep: { ...listKeeps(list), ...back } };
  };
  return {
    ...{ flow, act, ...(of !== undefined && { of }), ...(keep && { keep }) },
    look: look(named),
    again: look(),
    typed: (text, { data }) => {
      const chosen = readChosen(text, data, rows, wordings);
      if (chosen.kind === 'one') return { kind: 'value', value: chosen.id };
      if (chosen.kind === 'several') return { kind: 'again', look: look(text) };
      const also = alsoMeant?.(text) ?? [];
      const row = rows.find(({ id }) => also.includes(id));
      return row ? { kind: 'value', value: row.id } : unclear;
    },
    sent: unclear,
    tapped: (answer) => {
      const [, page, name] = /^\+(\d+) ?(.*)$/.exec(answer) ?? [];
      return page === undefined
        ? { kind: 'value', value: answer }
        : { kind: 'again', look: look(name, Number(page)) };
    },
  };
}
