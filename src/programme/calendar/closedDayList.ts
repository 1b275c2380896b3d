/**
 * Public holidays on which government offices are closed, nationwide; to be edited by hand each year when the cabinet
 * has decided. Labour Day closes banks and firms, not offices, and holidays of single regions are left out. Started
 * from the npm package date-holidays 3.37, set right where the moon's days differed, and compared with the Python
 * package holidays 0.109.
 */

/** Month and day: New Year, Chakri, Songkran, coronation, birthdays of queen, king and queen mother, memorial days of King Rama IX and V, national day, constitution, New Year's Eve. */
export const yearlyClosedDays: readonly string[] = [
  ...['01-01', '04-06', '04-13', '04-14', '04-15', '05-04', '06-03'],
  ...['07-28', '08-12', '10-13', '10-23', '12-05', '12-10', '12-31'],
];

export type ClosedDaysOfYear = {
  /** Makha Bucha, Visakha Bucha, Asarnha Bucha and the first day of Lent, by the moon. */
  readonly moon: readonly string[];
  /** The royal ploughing ceremony, announced each year. */
  readonly ploughing?: string;
  /** Working days off in place of holidays on a weekend. */
  readonly instead: readonly string[];
  /** Given by the cabinet for one time, with the meeting that did. */
  readonly special: readonly { readonly days: readonly string[]; readonly source: string }[];
  /** What is not certain about the year, for whoever keeps this list. */
  readonly unsure?: string;
};

/** By the Buddhist year of the calendar, not the fiscal year. */
export const closedDaysByYear: { readonly [year: number]: ClosedDaysOfYear } = {
  2564: {
    moon: ['2021-02-26', '2021-05-26', '2021-07-24', '2021-07-25'],
    ploughing: '2021-05-10',
    // The day for 23 October was moved from Monday the 25th to the Friday before (cabinet, 29 December 2563).
    instead: ['2021-07-26', '2021-10-22', '2021-12-06'],
    special: [
      {
        days: ['2021-02-12', '2021-04-12', '2021-07-27', '2021-09-24'],
        source: 'cabinet, 29 December 2563',
      },
    ],
  },
  2565: {
    moon: ['2022-02-16', '2022-05-15', '2022-07-13', '2022-07-14'],
    ploughing: '2022-05-13',
    instead: ['2022-01-03', '2022-05-16', '2022-10-24', '2022-12-12'],
    special: [
      {
        days: ['2022-07-15', '2022-07-29', '2022-10-14', '2022-12-30'],
        source: 'cabinet, 4 November 2564',
      },
    ],
  },
  2566: {
    moon: ['2023-03-06', '2023-06-03', '2023-08-01', '2023-08-02'],
    ploughing: '2023-05-17',
    // 2 January is for both New Year days. The day for 31 December was moved from 2 January 2567 to the 29th
    // (cabinet, 24 October 2566).
    instead: ['2023-01-02', '2023-04-17', '2023-06-05', '2023-08-14', '2023-12-11', '2023-12-29'],
    special: [
      { days: ['2023-05-05'], source: 'cabinet, 10 January 2566' },
      { days: ['2023-07-31'], source: 'cabinet, July 2566' },
    ],
  },
  2567: {
    moon: ['2024-02-24', '2024-05-22', '2024-07-20', '2024-07-21'],
    ploughing: '2024-05-10',
    instead: [
      ...['2024-02-26', '2024-04-08', '2024-04-16', '2024-05-06'],
      ...['2024-07-22', '2024-07-29', '2024-10-14'],
    ],
    special: [
      { days: ['2024-04-12'], source: 'cabinet, 13 February 2567' },
      { days: ['2024-12-30'], source: 'cabinet, 24 October 2566' },
    ],
  },
  2568: {
    moon: ['2025-02-12', '2025-05-11', '2025-07-10', '2025-07-11'],
    ploughing: '2025-05-09',
    instead: ['2025-04-07', '2025-04-16', '2025-05-05', '2025-05-12'],
    special: [{ days: ['2025-06-02', '2025-08-11'], source: 'cabinet, 12 November 2567' }],
  },
  2569: {
    moon: ['2026-03-03', '2026-05-31', '2026-07-29', '2026-07-30'],
    ploughing: '2026-05-13',
    instead: ['2026-06-01', '2026-12-07'],
    special: [{ days: ['2026-01-02'], source: 'cabinet, 12 November 2567' }],
    unsure: 'later cabinet decisions of 2569 may have added days',
  },
  2570: {
    moon: ['2027-02-21', '2027-05-20', '2027-07-18', '2027-07-19'],
    instead: ['2027-02-22', '2027-07-20', '2027-10-25', '2027-12-06'],
    special: [],
    unsure:
      'computed: the ploughing day is not announced, days of the moon, in place of others and special ones neither',
  },
};
