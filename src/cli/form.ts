import { Command } from 'commander';
import { features } from '../features/index.ts';
import { checkForms, formsOf } from '../kernel/forms.ts';
import { createTexts } from '../text/texts.ts';
import { OperatorProblem } from './problem.ts';
import { print } from './run.ts';

type Options = { json?: boolean };

export function formCommand(): Command {
  const json = (command: Command) => command.option('--json', 'print the result as one JSON line');
  return new Command('form')
    .description('The forms that the bot asks')
    .addCommand(json(new Command('list').description('Lists forms and versions')).action(list))
    .addCommand(
      json(new Command('check').description('Checks every form as the bot does when it starts')).action(
        check,
      ),
    );
}

function list({ json }: Options): void {
  const forms = formsOf(features).map(({ form }) => ({
    id: form.id,
    version: form.version,
    steps: form.steps.length,
    source: form.source,
  }));
  for (const { id, version, steps, source } of json ? [] : forms)
    print(`${id} ${version}  ${steps} steps  ${source}`);
  if (json) print(JSON.stringify({ forms }));
}

function check({ json }: Options): void {
  const faults = checkForms(features, createTexts(features));
  if (json) print(JSON.stringify({ forms: formsOf(features).length, faults }));
  if (faults.length > 0) throw new OperatorProblem(faults.join('\n'));
  if (!json) print(`${formsOf(features).length} forms are sound`);
}
