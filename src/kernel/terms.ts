/**
 * The common words to which every feature adds its own, by types: `declare module '…/kernel/terms.ts'` in its
 * `terms.ts`. Nothing here names a feature, and a feature that is taken away takes its words along.
 */

/** The flows, by the ids that buttons carry. */
export interface FlowIds {}
/** The commands. */
export interface CommandNames {}
/** What turns want of shared records. */
export interface Intents {}
/** What became of it. */
export interface Outcomes {}
/** What people are told because somebody acted. */
export interface Notices {}
/** What is written down as done or seen. */
export interface AuditDeeds {}
/** The files of sentences, by their names. */
export interface TextFiles {}
/** What is kept, by the names of the collections. */
export interface Stores {}
/** What a turn can ask for: of what, and what is found. Everything is read within the scope of the person. */
export interface Reads {}
