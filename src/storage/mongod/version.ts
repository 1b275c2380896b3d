/** Below, equal or above zero, as versions such as `6.0.5` and `6.0.27` are ordered. */
export const compareVersions = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });

/** The oldest MongoDB whose transactions, change streams and `$$NOW` are what Fundline builds on. */
export const oldestVersion = '6.0.0';

/** The first version of each maintained line, newest first, without the holes of CVE-2025-14847 and its kin. */
export const soundVersions = ['8.2.3', '8.0.17', '7.0.28', '6.0.27'] as const;

const line = (version: string) => version.split('.').slice(0, 2).join('.');

/** Whether a MongoDB has known holes; lines between the maintained ones never got the repairs. */
export function hasKnownHoles(version: string): boolean {
  const sound = soundVersions.find((each) => line(each) === line(version)) ?? soundVersions[0];
  return compareVersions(version, sound) < 0;
}
