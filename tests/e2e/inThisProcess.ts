import type { Command } from 'commander';
import { vi } from 'vitest';

/** Runs a command in this process, by its settings; what it prints for people and programs, and a rejection where it fails. */
export async function inThisProcess(command: Command, words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  const warnings = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const each of [command, ...command.commands]) each.exitOverride();
  try {
    await command.parseAsync(words, { from: 'user' });
  } finally {
    out.mockRestore();
    warnings.mockRestore();
  }
  return printed.join('').trim();
}
