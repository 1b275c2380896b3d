import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../src/web/metrics.ts';

describe('the figures of a process', () => {
  test('are counted by what happened', async () => {
    const metrics = createMetrics();
    metrics.count('lostRaces');
    metrics.count('lostRaces');
    metrics.count('events');
    metrics.answered(120);
    metrics.webhook(200, 3);
    metrics.webhook(503, 1500);
    const text = await metrics.text();
    expect(text).toContain('\nfundline_lost_races_total 2\n');
    expect(text).toContain('\nfundline_events_total 1\n');
    expect(text).toContain('\nfundline_ambiguous_total 0\n');
    expect(text).toContain('\nfundline_answer_seconds_bucket{le="0.1"} 0\n');
    expect(text).toContain('\nfundline_answer_seconds_bucket{le="0.25"} 1\n');
    expect(text).toContain('fundline_webhook_seconds_count{status="503"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(metrics.contentType).toContain('text/plain');
  });

  test('are those of one process alone', async () => {
    createMetrics().count('events');
    expect(await createMetrics().text()).toContain('\nfundline_events_total 0\n');
  });
});
