import type { Scope } from '../programme/area/areas.ts';
import { type Center, centerNameKey, readCenterId } from '../programme/center/center.ts';
import type { OpenStore } from '../storage/index.ts';
import { OperatorProblem } from './problem.ts';

/** The center of a printed id or a name; a name that several centers have needs the area beside it. */
export async function centerNamed(
  wanted: string,
  within: Scope,
  { centers }: Pick<OpenStore, 'centers'>,
): Promise<Center> {
  const id = readCenterId(wanted);
  const byId = id ? await centers.read(id) : undefined;
  if (byId) return byId.center;
  const found = (await centers.within([within])).filter(
    ({ name }) => centerNameKey(name) === centerNameKey(wanted),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) throw new OperatorProblem(`There is no center ${wanted} in the registry.`);
  const choices = found.map(
    ({ id, name, district, province }) => `  ${id}  ${name}, ${district}, ${province}`,
  );
  throw new OperatorProblem(
    [`Several centers are called ${wanted}. Give the id of one:`, ...choices].join('\n'),
  );
}
