import type { Readers } from '../../kernel/reads.ts';
import type { Store } from '../ports.ts';
import { announcementReaders } from './announcements.ts';
import { assessmentReaders } from './assessments.ts';
import { deadlineReaders } from './deadlines.ts';
import { debtReportReaders } from './debtReports.ts';
import { dutyReaders } from './duties.ts';
import { forecastReaders } from './forecasts.ts';
import { householdReaders } from './households.ts';
import { lateWorkReaders } from './lateWork.ts';
import { registryReaders } from './registry.ts';
import { reminderReaders } from './reminders.ts';
import { roleHolderReaders } from './roleHolders.ts';
import { standingReaders } from './standings.ts';

type Reading = Pick<
  Store,
  | 'centers'
  | 'cases'
  | 'persons'
  | 'standings'
  | 'households'
  | 'books'
  | 'debtReports'
  | 'deadlines'
  | 'years'
  | 'announcements'
  | 'reminders'
>;

/** Everything that a turn can ask for, out of the store. */
export const createReaders = (store: Reading): Readers => ({
  ...registryReaders(store),
  ...assessmentReaders(store),
  ...standingReaders(store),
  ...householdReaders(store),
  ...debtReportReaders(store),
  ...roleHolderReaders(store),
  ...dutyReaders(store),
  ...deadlineReaders(store),
  ...announcementReaders(store),
  ...reminderReaders(store),
  ...forecastReaders(store),
  ...lateWorkReaders(store),
});
