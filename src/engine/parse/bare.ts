/** The keys under which what was typed is looked up, for those who read no values. */
export { bare, labelKey, wordKey } from './clean.ts';
