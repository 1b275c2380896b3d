import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** A process as it is known to others: ids are used again, above all after a restart of a container. */
export const processMark = z.object({ pid: z.int(), started: z.string() });
export type ProcessMark = Readonly<z.output<typeof processMark>>;

/** Nothing where there is no such process, or only its zombie. */
export function markOf(pid: number): ProcessMark | undefined {
  const [state = 'Z', started = ''] = existsSync('/proc/self/stat') ? readProc(pid) : askPs(pid);
  return state.startsWith('Z') || state.startsWith('X') ? undefined : { pid, started };
}

export const isRunning = (mark: ProcessMark): boolean => markOf(mark.pid)?.started === mark.started;

/** State and start time, fields 3 and 22 of proc(5); the name before them may hold spaces and brackets. */
function readProc(pid: number): readonly (string | undefined)[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [fields[0], fields[19]];
  } catch {
    return [];
  }
}

function askPs(pid: number): readonly (string | undefined)[] {
  try {
    const line = execFileSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    const [state, ...started] = line.trim().split(/\s+/);
    return [state, started.join(' ')];
  } catch {
    return [];
  }
}
