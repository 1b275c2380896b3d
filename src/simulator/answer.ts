export type ErrorDetail = { readonly message: string; readonly property: string };
export type ErrorBody = { readonly message: string; readonly details?: readonly ErrorDetail[] };

/** How a body of bytes goes out: at once, or in pieces with a pause between, or cut after a number of bytes. */
export type Pace = { readonly pauseMs?: number; readonly cutAfter?: number };

/** What an endpoint says. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body:
    | { readonly json: unknown }
    | { readonly bytes: Buffer; readonly mime: string; readonly pace: Pace };
};

export function ok(json: unknown = {}, status = 200): Answer {
  return { status, body: { json } };
}

export function errorBody(message: string, details: readonly ErrorDetail[] = []): ErrorBody {
  return details.length > 0 ? { message, details } : { message };
}

export function refuse(status: number, message: string, details: readonly ErrorDetail[] = []): Answer {
  return { status, body: { json: errorBody(message, details) } };
}

/** LINE's texts that several endpoints share. */
export const refusals = {
  notFound: () => refuse(404, 'Not found'),
  parameter: (name: string) => refuse(400, `The value for the '${name}' parameter is invalid`),
  rateLimit: () => refuse(429, 'The API rate limit has been exceeded. Try again later.'),
  quota: () => refuse(429, 'You have reached your monthly limit.'),
  notAvailable: () => refuse(403, 'Access to this API is not available for your account'),
} as const;
