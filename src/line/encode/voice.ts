import type { Text } from '../../kernel/reply.ts';

/** Words of a reply in the person's language, fit to be sent. */
export type Say = (text: Text) => string;

/**
 * Where LINE can fetch a stored photo; nothing while the bot has no public address. A `small` one is at most
 * 1024 px wide and high and 1 MB, as previews and pictures in cards have to be. What is announced is opened late.
 */
export type PhotoUrl = (
  file: string,
  size: 'full' | 'small',
  where: 'onCard' | 'announced',
) => string | undefined;

/** Where people can open a kept document; nothing while the bot has no public address. */
export type FileUrl = (file: string) => string | undefined;

/** What is handed down to everything that encodes. */
export type Voice = { readonly say: Say; readonly photoUrl: PhotoUrl; readonly fileUrl: FileUrl };
