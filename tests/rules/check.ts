import { complaintsOf, cruiseSources } from './cruise.ts';

const cruise = await cruiseSources(process.cwd());
const complaints = complaintsOf(cruise);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length === 0) process.stdout.write(`the import rules hold in ${cruise.seen} files\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
