import { randomBytes } from 'node:crypto';
import { Command, Option } from 'commander';
import { findDistrict, findProvince, type Scope } from '../programme/area/areas.ts';
import type { Center } from '../programme/center/center.ts';
import type { PersonId } from '../programme/ids.ts';
import { holds, type Role, roles, scopeKindOf } from '../programme/people/actor.ts';
import { nameKey } from '../programme/spelling.ts';
import { createInvite } from '../start/invite.ts';
import type { OpenStore } from '../storage/index.ts';
import { centerNamed } from './center.ts';
import { OperatorProblem } from './problem.ts';
import { print, runOnDatabase } from './run.ts';

type Options = {
  role: Role;
  province?: string;
  district?: string;
  center?: string;
  takesOverFrom?: string;
  json?: boolean;
};

export function inviteCommand(): Command {
  return new Command('invite')
    .description('Makes a one-time invitation code, valid for 7 days, and prints it alone')
    .addOption(
      new Option('--role <role>', 'what the code makes a person').choices(roles).makeOptionMandatory(),
    )
    .option('--province <province>', 'for every role but department and admin')
    .option('--district <district>', 'for officer and districtHead; needs --province')
    .option('--center <center>', "for chair: the center's printed id or its name")
    .option(
      '--takes-over-from <colleague>',
      'name or printed id of who loses the role, with all open work, when the code is used',
    )
    .option('--json', 'print the result as one JSON line')
    .action(invite);
}

async function invite(options: Options): Promise<void> {
  await runOnDatabase(options, async ({ store, clock }) => {
    const scope = await scopeOf(options, store);
    const { role, takesOverFrom: wanted } = options;
    const takesOverFrom = wanted === undefined ? undefined : await holderOf(store, role, scope, wanted);
    const invited = { role, scope, ...(takesOverFrom ? { takesOverFrom } : {}) };
    const code = await createInvite(store, invited, clock.now(), randomBytes(16));
    if (!options.json) print(code);
    return { code, ...invited };
  });
}

/** Who has the role in the area, of an id or a name; a name that several have needs the id. */
async function holderOf(store: OpenStore, role: Role, scope: Scope, wanted: string): Promise<PersonId> {
  const records = await store.persons.read(await store.persons.holding([role], scope));
  const people = records.map(({ person }) => person).filter(({ bindings }) => holds(bindings, role, scope));
  const byId = people.find(({ id }) => id === wanted);
  if (byId) return byId.id;
  const found = people.filter(({ name = '' }) => nameKey(name) === nameKey(wanted));
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const choices = (only ? found : people).map(({ id, name = '' }) => `  ${id}  ${name}`);
  const problem = only
    ? `Several are ${role} there under the name ${wanted}. Give the id of one:`
    : `Nobody is ${role} there under the name ${wanted}. These are:`;
  throw new OperatorProblem([problem, ...choices].join('\n'));
}

/** The area that a role needs, out of what was given. */
async function scopeOf(options: Options, store: OpenStore): Promise<Scope> {
  const kind = scopeKindOf[options.role];
  switch (kind) {
    case 'nation':
      return { kind: 'nation' };
    case 'province':
      return { kind: 'province', province: provinceOf(options) };
    case 'district':
      return districtOf(options);
    case 'center':
      return centerScope(await centerOf(options, store));
    default:
      return kind satisfies never;
  }
}

function provinceOf({ role, province }: Options): string {
  if (!province)
    throw new OperatorProblem(`A code for ${role} needs --province, for example --province ปราจีนบุรี`);
  const found = findProvince(province);
  if (found.kind === 'found') return found.name;
  throw new OperatorProblem(`There is no province ${province}. Did you mean ${found.nearest}?`);
}

function districtOf(options: Options): Extract<Scope, { kind: 'district' }> {
  const province = provinceOf(options);
  if (!options.district)
    throw new OperatorProblem(`A code for ${options.role} needs --district, for example --district นาดี`);
  const found = findDistrict(province, options.district);
  if (found.kind === 'found') return { kind: 'district', province, district: found.name };
  throw new OperatorProblem(
    `There is no district ${options.district} in ${province}. Did you mean ${found.nearest}?`,
  );
}

const centerScope = ({ province, district, id }: Center): Scope => ({
  kind: 'center',
  province,
  district,
  center: id,
});

/** The center of an id or a name; a name that several centers have needs the area beside it. */
async function centerOf(options: Options, store: OpenStore): Promise<Center> {
  const { center: wanted } = options;
  if (!wanted) throw new OperatorProblem('A code for chair needs --center, its printed id or its name');
  const within = options.district
    ? districtOf(options)
    : options.province
      ? { kind: 'province' as const, province: provinceOf(options) }
      : { kind: 'nation' as const };
  return centerNamed(wanted, within, store);
}
