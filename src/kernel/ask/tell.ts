import type { Person } from '../person.ts';
import type { Option, Reply, Text } from '../reply.ts';
import { withoutPrompt } from './prompt.ts';
import { toMenu } from './toMenu.ts';

/** Says something and asks nothing any more; the menu is the last of the ways on. */
export const tell = (
  person: Person,
  text: readonly Text[],
  options: readonly Option[] = [],
): { readonly person: Person; readonly reply: Reply } => ({
  person: withoutPrompt(person),
  reply: { messages: [{ kind: 'text', text }], options: [...options, toMenu] },
});
