/**
 * Loaded into this bot before it starts: how long its event loop was held at the longest, in milliseconds, is written
 * to the file that BENCH_LOOP_FILE names whenever the process gets SIGUSR2, and counted from then on anew.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const { BENCH_LOOP_FILE: file = '' } = process.env;
const resolution = 1;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

process.on('SIGUSR2', () => {
  const held = Math.max(0, delay.max / 1e6 - resolution);
  delay.reset();
  writeFileSync(`${file}.new`, String(held));
  renameSync(`${file}.new`, file);
});
