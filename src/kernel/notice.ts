import type { Notices } from './terms.ts';

/** What people are told because another acted, of these kinds. */
export type NoticeOf<K extends keyof Notices> = { [P in K]: { readonly kind: P } & Notices[P] }[K];

/** What one person is told because another acted. Scope is checked again when it leaves. */
export type Notice = NoticeOf<keyof Notices>;
