import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { load } from 'js-yaml';
import { z } from 'zod';

/**
 * LINE's OpenAPI files as closed JSON schemas. The files tell a message's kind apart with `discriminator`, which JSON schema
 * does not know: taken literally, `Message` would accept any type. Here a parent becomes "one of these types, and then that
 * child", its own fields become `Parent__base`, and a property that no schema names is refused.
 */
const reference = z.object({ $ref: z.string() });
const schema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  allOf: z.array(z.unknown()).optional(),
  discriminator: z
    .object({ propertyName: z.string(), mapping: z.record(z.string(), z.string()).default({}) })
    .optional(),
});
const file = z.object({ components: z.object({ schemas: z.record(z.string(), schema) }) });
type Schema = z.infer<typeof schema>;
type Closed = Readonly<Record<string, unknown>>;

const definitions = '#/$defs/';
const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

/** Events that LINE's reference knows and its files do not yet, by the event that they look like. */
const newer: Readonly<Record<string, string>> = { messageEdited: 'message' };

/** What each type is, newer ones too. */
function withNewer(mapping: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const more = Object.entries(newer).flatMap(([type, like]) => {
    const ref = mapping[like];
    return ref === undefined ? [] : [[type, ref]];
  });
  return { ...Object.fromEntries(more), ...mapping };
}

/** Every schema of a file, closed, as definitions that refer to one another. */
function closedSchemas(text: string): Closed {
  const { schemas } = file.parse(load(text)).components;
  const parents = new Set(Object.keys(schemas).filter((name) => schemas[name]?.discriminator));
  const close = (value: unknown) => closed(value, parents, false);
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([name, entry]) => {
      if (!entry.discriminator) return [[name, close(entry)]];
      return [
        [name, choice(entry.discriminator, name === 'Event')],
        [`${name}__base`, closed(entry, parents, true)],
      ];
    }),
  );
}

function choice(
  { propertyName, mapping }: NonNullable<Schema['discriminator']>,
  isOfEvents: boolean,
): Closed {
  const types = isOfEvents ? withNewer(mapping) : mapping;
  return {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { enum: Object.keys(types) } },
    allOf: Object.entries(types).map(([value, ref]) => {
      const chosen = { properties: { [propertyName]: { const: value } } };
      // biome-ignore lint/suspicious/noThenProperty: JSON schema's own word
      return { if: chosen, then: { $ref: definitions + nameOf(ref) } };
    }),
  };
}

/** `open` for a part of an `allOf`, which the whole closes. */
function closed(value: unknown, parents: ReadonlySet<string>, open: boolean): unknown {
  const ref = reference.safeParse(value);
  if (ref.success) {
    const name = nameOf(ref.data.$ref);
    return { $ref: definitions + (open && parents.has(name) ? `${name}__base` : name) };
  }
  const read = schema.safeParse(value);
  if (!read.success) return value;
  const { discriminator: _told, properties, items, additionalProperties, allOf, ...rest } = read.data;
  const isObject = (properties ?? allOf) !== undefined;
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, entry]) => [name, closed(entry, parents, false)]),
      ),
    }),
    ...(items !== undefined && { items: closed(items, parents, false) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: closed(additionalProperties, parents, false),
    }),
    ...(allOf && { allOf: allOf.map((part) => closed(part, parents, true)) }),
    ...(isObject && !open && additionalProperties === undefined && { unevaluatedProperties: false }),
  };
}

const schemaOf: Readonly<Record<string, readonly [file: string, schema: string]>> = {
  reply: ['messaging-api.yml', 'ReplyMessageRequest'],
  push: ['messaging-api.yml', 'PushMessageRequest'],
  multicast: ['messaging-api.yml', 'MulticastRequest'],
  broadcast: ['messaging-api.yml', 'BroadcastRequest'],
  validate: ['messaging-api.yml', 'ValidateMessageRequest'],
  loading: ['messaging-api.yml', 'ShowLoadingAnimationRequest'],
  markAsRead: ['messaging-api.yml', 'MarkMessagesAsReadByTokenRequest'],
  webhookEndpoint: ['messaging-api.yml', 'SetWebhookEndpointRequest'],
  webhookTest: ['messaging-api.yml', 'TestWebhookEndpointRequest'],
  webhook: ['webhook.yml', 'CallbackRequest'],
};

/** What is wrong with a body, one line per fault; nothing when it fits. */
export type Checker = (endpoint: string, body: unknown) => readonly string[];

/** Reads the files of a folder and checks bodies against them. */
export function createChecker(folder: string): Checker {
  const compiled = new Map<string, ValidateFunction>();
  const files = new Map<string, Ajv2019>();

  function ajvOf(name: string): Ajv2019 {
    const known = files.get(name);
    if (known) return known;
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addSchema({ $id: name, $defs: closedSchemas(readFileSync(join(folder, name), 'utf8')) });
    files.set(name, ajv);
    return ajv;
  }

  return (endpoint, body) => {
    const place = schemaOf[endpoint];
    if (!place) return [`no schema is known for ${endpoint}`];
    const [name, title] = place;
    const validate = compiled.get(endpoint) ?? ajvOf(name).compile({ $ref: `${name}${definitions}${title}` });
    compiled.set(endpoint, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(faultLine);
  };
}

function faultLine({
  instancePath,
  message,
  params,
}: {
  instancePath: string;
  message?: string;
  params: object;
}) {
  const key = 'unevaluatedProperty' in params ? ` (${String(params.unevaluatedProperty)})` : '';
  return `${instancePath || '/'} ${message ?? 'is wrong'}${key}`;
}
