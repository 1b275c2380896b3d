import { join } from 'node:path';
import { recordedFolder } from '../support/record.ts';
import { checkRecorded } from './recorded.ts';

const openapi = process.env.FUNDLINE_OPENAPI_DIR ?? join(import.meta.dirname, '../../../shared/line-openapi');
const { ok, lines } = checkRecorded({ openapi, recorded: recordedFolder });
(ok ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
process.exitCode = ok ? 0 : 1;
