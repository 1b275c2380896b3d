import type { IncomingMessage } from 'node:http';

/** The raw bytes of a request; or that they are more than allowed, or that the sender went away. */
export type Body = Buffer | 'tooLarge' | 'broken';

/**
 * Reads at most so many bytes. What is too large by its own account is not read at all, so that nobody
 * unsigned can fill the memory.
 */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve('tooLarge');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('tooLarge');
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => resolve('broken'));
    request.on('error', () => resolve('broken'));
  });
}
