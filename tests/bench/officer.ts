import type { Connection, Said } from './line.ts';
import type { Talker } from './talk.ts';

const last = 14;
/** One point, two points, three points, as people type them. */
const words = ['1', '๒', 'สาม', 'ข้อ 2', 'three', '๑ คะแนน', '2 ครับ'];

/**
 * Registers with an invitation and opens the assessment of the district's only center. Whoever comes back answers its
 * 14 questions, goes back from the last to the first, and so on; every question that comes is checked.
 */
export async function register(connection: Connection, code: string): Promise<Talker> {
  for (const text of ['สวัสดี', 'ยินยอม', code, 'ประเมิน']) await connection.say(text);
  expectQuestion(1, await connection.say('ถูกต้อง'));
  return officer(connection);
}

function officer(connection: Connection): Talker {
  let question = 1;
  let said = 0;
  let isGoingBack = false;

  return async () => {
    said += 1;
    const text = isGoingBack ? 'ย้อนกลับ' : (words[said % words.length] ?? '1');
    const answer = await connection.say(text);
    question += isGoingBack ? -1 : 1;
    expectQuestion(question, answer);
    if (question > last) isGoingBack = true;
    if (question === 1) isGoingBack = false;
    return answer;
  };
}

/** After the last indicator come the parts in free text. */
function expectQuestion(question: number, { reply }: Said): void {
  const heading = question > last ? 'ส่วนที่ 4' : `ข้อ ${question}/${last} `;
  if (!reply.startsWith(heading))
    throw new Error(`expected the question "${heading}", but it says "${reply}"`);
}
