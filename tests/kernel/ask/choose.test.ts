import { describe, expect, test } from 'vitest';
import { type ChoiceRow, chooseReply, readChosen } from '../../../src/kernel/ask/choose.ts';
import { said } from '../../../src/kernel/reply.ts';
import { createTexts } from '../../../src/text/texts.ts';
import { personAs } from '../../support/flowWorld.ts';

const { wordings } = createTexts();
const row = (id: string, name: string): ChoiceRow => ({ id, name: said(name) });
const nong = row('C000001', 'ศูนย์จัดการกองทุนชุมชนบ้านหนอง');
const nongYai = row('C000002', 'ศูนย์จัดการกองทุนชุมชนบ้านหนองใหญ่');
const khok = row('C000003', 'ศูนย์จัดการกองทุนชุมชนบ้านโคก');

/** What the open question keeps after the rows were shown. */
function seen(...rows: readonly ChoiceRow[]) {
  const { open } = chooseReply(personAs(), { flow: 'level', act: 'show', heading: said('?'), rows }).person;
  return open.kind === 'prompt' ? open.data : {};
}

describe('a typed choice', () => {
  test('by number means what the person saw, whatever the order is by now', () => {
    const chosen = readChosen('1', seen(nong, khok), [khok, nong], wordings);
    expect(chosen).toEqual({ kind: 'one', id: nong.id });
  });

  test('of a row that is gone by now is unclear', () => {
    expect(readChosen('1', seen(nong, khok), [khok], wordings)).toEqual({ kind: 'unclear' });
  });

  test.each(['2', '๒', 'สอง', 'ข้อ 2', 'เบอร์ 2 ครับ', 'two', '2.'])('reads %s as the second row', (typed) => {
    const rows = [nong, khok];
    expect(readChosen(typed, seen(...rows), rows, wordings)).toEqual({ kind: 'one', id: khok.id });
  });

  test('that is a yes or no chooses nothing, whatever name it may be a part of', () => {
    const rows = [row('a', "Women's fund forum, Nov 2022")];
    expect(readChosen('no', seen(...rows), rows, wordings)).toEqual({ kind: 'unclear' });
  });

  test.each(['0', '3', '1.5', '1-2', 'ไม่รู้', '', '.'])('reads %j as none of two rows', (typed) => {
    const rows = [nong, khok];
    expect(readChosen(typed, seen(...rows), rows, wordings)).toEqual({ kind: 'unclear' });
  });

  test.each(['หนอง', 'บ้านหนอง', 'ศจก. บ้านหนอง', 'C000001', 'c-000-001'])(
    '%s is the center of exactly that name',
    (typed) => {
      const rows = [nongYai, nong, khok];
      expect(readChosen(typed, seen(...rows), rows, wordings)).toEqual({ kind: 'one', id: nong.id });
    },
  );

  test('by a part of several names asks which of them', () => {
    const rows = [nong, nongYai, khok];
    expect(readChosen('หนอ', seen(...rows), rows, wordings)).toEqual({
      kind: 'several',
      ids: [nong.id, nongYai.id],
    });
  });

  test('of two centers of the same name asks which of them', () => {
    const rows = [nong, { ...nong, id: 'C000009' }];
    expect(readChosen('บ้านหนอง', seen(...rows), rows, wordings)).toMatchObject({ kind: 'several' });
  });
});
