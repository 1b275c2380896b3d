import { Command, CommanderError } from 'commander';
import { deadlinesCommand } from './cli/deadlines.ts';
import { exportCommand } from './cli/export.ts';
import { formCommand } from './cli/form.ts';
import { importCommand } from './cli/import.ts';
import { inviteCommand } from './cli/invite.ts';
import { jobsCommand, runJobCommand } from './cli/job.ts';
import { OperatorProblem } from './cli/problem.ts';
import { standingsCommand } from './cli/standings.ts';
import { verifyCommand } from './cli/verify.ts';
import { yearCommand } from './cli/year.ts';
import { ConfigProblem } from './config.ts';
import { ConnectProblem, KeyProblem, SchemaProblem } from './storage/index.ts';
import { LocalMongodProblem } from './storage/mongod/problem.ts';

const program = new Command('fundline')
  .description(
    'Operates Fundline: results go to stdout, problems to stderr; --json prints one JSON line last',
  )
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

for (const command of [
  importCommand(),
  inviteCommand(),
  yearCommand(),
  deadlinesCommand(),
  formCommand(),
  standingsCommand(),
  exportCommand(),
  verifyCommand(),
  runJobCommand(),
  jobsCommand(),
]) {
  program.addCommand(command);
}
inheritExit(program);

/** Commander's own faults end like ours, in subcommands too. */
function inheritExit(command: Command): void {
  for (const inner of command.commands) {
    inner.exitOverride();
    inheritExit(inner);
  }
}

const toldInWords = [
  OperatorProblem,
  ConfigProblem,
  ConnectProblem,
  KeyProblem,
  SchemaProblem,
  LocalMongodProblem,
];

// Who reads only the beginning, as `head` does, is no fault: the command does the rest of its work all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof Error && toldInWords.some((kind) => error instanceof kind)) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
