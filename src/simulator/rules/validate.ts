import type { z } from 'zod';
import { type ErrorBody, type ErrorDetail, errorBody } from '../answer.ts';
import { faultTexts } from './fields.ts';
import { type RequestKind, requests } from './requests.ts';

type Path = readonly PropertyKey[];
type Fault = { path: Path; message: string; malformed: boolean };
type Rules = { loopbackMedia: boolean };

/** What LINE would answer with 400 to this body; nothing when the body is right. */
export function refusalOf(kind: RequestKind, body: unknown, rules: Rules): ErrorBody | undefined {
  const checked = requests[kind].safeParse(body, { error: say });
  if (checked.success) return undefined;
  const faults = checked.error.issues
    .flatMap(faultsOf)
    .filter((fault) => !(rules.loopbackMedia && isLoopbackUrl(body, fault)));
  return faults.length === 0 ? undefined : refusal(faults);
}

function refusal(faults: readonly Fault[]): ErrorBody {
  const outside = faults.filter((fault) => containerOf(fault.path) === undefined);
  const malformed = outside.find((fault) => fault.malformed);
  if (malformed) return errorBody(invalidProperty(propertyName(malformed.path)));
  if (outside.length > 0)
    return errorBody(
      `The request body has ${outside.length} error(s)`,
      outside.map(({ path, message }) => ({ message, property: propertyName(path) })),
    );
  const first = faults[0]?.path[1];
  return errorBody(
    `A message (messages[${String(first)}]) in the request body is invalid`,
    faults.filter((fault) => fault.path[1] === first).map(insideContainer),
  );
}

/** LINE's text for a property whose value cannot be read at all. */
export function invalidProperty(name: string): string {
  return `The property, '${name}', in the request body is invalid (line: -, column: -)`;
}

type RawIssue = { readonly code?: string | undefined; readonly input?: unknown };

function say(issue: RawIssue): string {
  if (issue.code === 'unrecognized_keys') return faultTexts.unknown;
  return issue.input === undefined ? faultTexts.missing : faultTexts.invalid;
}

function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: issue.message,
      malformed: false,
    }));
  const malformed = issue.code === 'invalid_type' && issue.message === faultTexts.invalid;
  return [{ path: issue.path, message: issue.message, malformed }];
}

/** Flex containers and templates are checked apart, and their faults are named from the container on. */
function containerOf(path: Path): Path | undefined {
  const [root, , member, ...rest] = path;
  return root === 'messages' && (member === 'contents' || member === 'template') ? rest : undefined;
}

function insideContainer(fault: Fault): ErrorDetail {
  const path = containerOf(fault.path) ?? [];
  // An unknown component is the component's fault, not its type's.
  const unknownType = path.at(-1) === 'type' && fault.message.startsWith('Must be one of');
  return {
    message: unknownType ? faultTexts.invalid : fault.message,
    property: `/${(unknownType ? path.slice(0, -1) : path).map(String).join('/')}`,
  };
}

function propertyName(path: Path): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

/** Trial mode has no certificate: there, and only there, pictures may lie on this machine over plain HTTP. */
function isLoopbackUrl(body: unknown, fault: Fault): boolean {
  if (fault.message !== faultTexts.scheme) return false;
  const value = fault.path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), body);
  return typeof value === 'string' && /^http:\/\/(?:localhost|127\.0\.0\.1)[:/]/.test(value);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
