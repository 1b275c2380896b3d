import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import helmet from 'helmet';
import type { PageTexts } from '../options.ts';
import type { Platform } from '../platform.ts';
import type { World } from '../world.ts';
import { act, fileQuery, perform, photoQuery, stateOf } from './acts.ts';
import { appScript } from './appScript.ts';
import { chatScript } from './chatScript.ts';
import { domScript } from './domScript.ts';
import { flexScript } from './flexScript.ts';
import { type Language, pageHtml } from './html.ts';
import { openStream } from './stream.ts';
import { style } from './style.ts';
import { tapScript } from './tapScript.ts';
import { toolsScript } from './toolsScript.ts';

type Needs = {
  readonly world: World;
  readonly platform: Platform;
  readonly texts: { readonly th: PageTexts; readonly en: PageTexts };
};

/** The page's modules, kept as texts: the build copies nothing but TypeScript. */
export const scripts = {
  'app.js': appScript,
  'chat.js': chatScript,
  'dom.js': domScript,
  'flex.js': flexScript,
  'tap.js': tapScript,
  'tools.js': toolsScript,
} as const;

const megabyte = 1024 * 1024;
const photoBytes = 10 * megabyte;
/** More than the bot takes, so that one sees it say so. */
const fileBytes = 30 * megabyte;

/** The chat page and what its script calls. */
export function createPage({ world, platform, texts }: Needs): Router {
  const page = express.Router();
  const headers = securityHeaders();
  page.use('/page', headers);
  page.get('/', headers, (request, response) => {
    const language = languageOf(request);
    response.type('html').send(pageHtml(texts[language], language));
  });
  page.get('/page/style.css', (_request, response) => response.type('css').send(style));
  for (const [name, source] of Object.entries(scripts))
    page.get(`/page/${name}`, (_request, response) => response.type('js').send(source));
  page.get('/page/texts', (request, response) => response.json(texts[languageOf(request)]));
  page.get('/page/state', (_request, response) => response.json(stateOf(platform)));
  page.get('/page/stream', (request, response) => openStream(world, String(request.query.person), response));
  page.get('/page/photo/:messageId', (request, response) => sendPhoto(platform, request, response));
  page.post('/page/{*rest}', ownPageOnly);
  page.post('/page/photo', express.raw({ type: 'image/*', limit: photoBytes }), (request, response) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) return response.sendStatus(415);
    const { person, set: id, index, total } = photoQuery.parse(request.query);
    const imageSet = id === undefined ? {} : { imageSet: { id, index, total } };
    void platform.sendImage(person, bytes, request.get('content-type') ?? 'image/jpeg', imageSet);
    return response.json(stateOf(platform));
  });
  page.post('/page/file', express.raw({ type: () => true, limit: fileBytes }), (request, response) => {
    const body: unknown = request.body;
    const { person, name } = fileQuery.parse(request.query);
    // A file of no bytes has no body at all.
    void platform.sendFile(person, { name, bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0) });
    return response.json(stateOf(platform));
  });
  page.post('/page/act', express.json(), (request, response) => {
    perform(platform, act.parse(request.body));
    response.json(stateOf(platform));
  });
  page.use('/page', refused);
  return page;
}

function sendPhoto(platform: Platform, request: Request, response: Response): void {
  const found = platform.content.find(String(request.params.messageId));
  if (!found?.mime.startsWith('image/') || found.mime.includes('svg')) response.sendStatus(404);
  else response.type(found.mime).send(found.bytes);
}

function languageOf(request: Request): Language {
  return request.query.language === 'en' ? 'en' : 'th';
}

/** Another site open in the same browser must not act for the people here. */
const ownPageOnly: RequestHandler = (request, response, next) => {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
    response.sendStatus(403);
  else next();
};

/** An act that is unreadable, or that the person cannot do now. */
const refused: ErrorRequestHandler = (_error, _request, response, _next) => response.sendStatus(400);

function securityHeaders(): RequestHandler {
  const loopback = ['http://localhost:*', 'http://127.0.0.1:*'];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'https:', 'data:', 'blob:', ...loopback],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
}
