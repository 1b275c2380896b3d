import { describe, expect, test } from 'vitest';
import type { LeafStep } from '../../../src/engine/form.ts';
import { toKey } from '../../../src/engine/walk.ts';
import { centerAssessment2565 } from '../../../src/features/assessment/forms/centerAssessment2565.ts';
import { createAssessmentTalk } from '../../../src/features/assessment/talk.ts';
import { optionText } from '../../../src/kernel/form/talk.ts';
import type { Language } from '../../../src/kernel/person.ts';
import { createTexts } from '../../../src/text/texts.ts';

/** What the paper form weighs at each indicator, and what it calls it. */
const texts = createTexts();
const talk = createAssessmentTalk(centerAssessment2565);

function indicator(n: number): LeafStep {
  const step = talk.form.steps.find(({ number }) => number === n);
  if (!step || step.kind === 'repeat') throw new Error(`the form has no indicator ${n}`);
  return step;
}

const description = (n: number, points: number, language: Language = 'th'): string =>
  texts.render(optionText(talk.form, indicator(n), String(points)), language);

const explanation = (n: number, language: Language = 'th'): readonly string[] =>
  (talk.explain?.({ key: toKey(`i${n}`), step: indicator(n) }) ?? []).map((text) =>
    texts.render(text, language),
  );

describe('a description says what the paper form says', () => {
  test.each([
    [1, 3, ['ครบทุกกองทุนชุมชน/กลุ่มอาชีพ', 'คำสั่งหรือประกาศแต่งตั้ง', 'ให้เป็นปัจจุบัน']],
    [2, 3, ['ชัดเจน', 'ลายลักษณ์อักษร', 'ครบทุกคน']],
    [3, 1, ['1–2 ครั้ง', 'บันทึกการประชุมทุกครั้ง']],
    [4, 1, ['เพียง 1 กองทุน', 'มีกลุ่มอาชีพเข้าเป็นสมาชิกด้วย']],
    [4, 3, ['3 กองทุนขึ้นไป', 'มีกลุ่มอาชีพเข้าเป็นสมาชิกด้วย']],
    [5, 1, ['ลายลักษณ์อักษร', 'ไม่ได้นำเข้าที่ประชุม']],
    [5, 3, ['คณะกรรมการร่วมกับสมาชิก', 'ลายลักษณ์อักษร', 'ความเห็นชอบ', 'ถือปฏิบัติ', 'ปัจจุบัน']],
    [6, 2, ['เป็นสัดส่วน', 'ข้อมูลการดำเนินงาน', 'ไม่เป็นปัจจุบัน']],
    [6, 3, ['ถาวร', 'ถูกต้องและเหมาะสม']],
    [7, 1, ['ลูกหนี้ที่เป็นสมาชิกกองทุน', 'กองทุนที่เป็นสมาชิกศูนย์ฯ']],
    [8, 2, ['คณะกรรมการศูนย์ฯ กับคณะกรรมการกองทุน', 'เจรจาหนี้สินหรือหากองทุนรับผิดชอบ']],
    [9, 2, ['ปัจจุบันมี', 'ปรับโครงสร้างหนี้ของครัวเรือนเป้าหมาย', 'ต่อเนื่อง']],
    [10, 1, ['กลุ่มอาชีพ', 'สำนึกดี แผนดี บริหารหนี้ได้', 'ไม่มีการทำกิจกรรมแล้ว']],
    [10, 3, ['ต่อยอดอาชีพ', 'กลุ่มอาชีพที่ให้รายได้', 'อย่างต่อเนื่อง', 'เงินต้น']],
    [11, 3, ['หน่วยงาน/ภาคีเครือข่าย', 'มีผลการปฏิบัติตามข้อเสนอแนะ']],
    [12, 3, ['รอบปีที่ผ่านมา', 'ครัวเรือนในศูนย์ฯ', 'กิจกรรมส่งเสริมอาชีพ']],
    [13, 2, ['ความรู้หรือการฝึกอบรม', 'ไม่ได้นำไปปฏิบัติ']],
    [14, 3, ['เพื่อรับทราบ', 'แผนปฏิบัติงานของศูนย์ฯ']],
  ] as const)('%i, %i points', (n, points, words) => {
    for (const word of words) expect(description(n, points)).toContain(word);
  });
});

describe('an explanation', () => {
  test('says of every indicator what to give where no description is met', () => {
    for (let n = 1; n <= 14; n++) {
      expect(explanation(n).at(-1)).toBe('หากไม่เข้าเกณฑ์ข้อใดเลย ให้ 1 คะแนน และระบุเหตุผลในส่วนที่ 4');
      expect(explanation(n, 'en').at(-1)).toContain('Part 4');
    }
  });

  test('of restructuring says what a household and a debt are, and names the seven methods', () => {
    const said = explanation(9).join('\n');
    expect(said).toContain('บ้านหลังเดียวมี 3 ครอบครัว นับเป็น 3 ครัวเรือน');
    expect(said).toContain('ไม่นับหนี้ธนาคาร');
    for (const method of [
      'รวมหนี้',
      'ยืดหนี้',
      'ลดอัตราดอกเบี้ย',
      'พักชำระหนี้ (ดอกเบี้ยเดิน)',
      'พักหนี้ (หยุดคิดดอกเบี้ย)',
      'ยก/ผ่อนปรนดอกเบี้ยผิดนัด',
      'รีไฟแนนซ์',
    ])
      expect(said).toContain(method);
  });
});
