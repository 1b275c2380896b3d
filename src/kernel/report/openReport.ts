import type { CaseId } from '../../programme/ids.ts';
import { type Option, type Tap, type Text, t } from '../reply.ts';

/** Shows a report to whoever is to sign it. */
export const openReport = (record: CaseId): Extract<Tap, { kind: 'act' }> => ({
  kind: 'act',
  flow: 'chain',
  act: 'open',
  value: record,
});

/** A button that shows it. */
export const openButton = (label: Text, record: CaseId): Option => ({ label, tap: openReport(record) });

/** The button of who is told that a report waits for them. */
export const openToSign = (record: CaseId): Option => openButton(t('report:openToSign'), record);

/** Shows all that waits for this person's signature. */
export const waitingReports: Extract<Tap, { kind: 'act' }> = { kind: 'act', flow: 'chain', act: 'list' };
