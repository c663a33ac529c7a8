import restify from 'restify';

export interface ServerDeps {
  host: string;
  port: number;
  /** One activity in, one HTTP answer out. */
  receive(body: unknown, authorization: string): Promise<{ status: number; body?: unknown }>;
  /** Resolves when everything a question needs is there; rejects with the reason when not. */
  ready(): Promise<void>;
  /** HTML by path. */
  pages: Record<string, string>;
  /** What a signed link leads to, by the token in it; a page that says why, when that is nothing. */
  document(token: string): Promise<Served>;
  log: { warn(fields: object, message: string): void };
}

/** A page or a file to take home. */
export interface Served {
  type: string;
  body: string | Buffer;
  /** Saved under this name; left out for what is shown. */
  filename?: string | undefined;
  /** Left out for 200. */
  status?: number | undefined;
}

export interface Server {
  /** "http://127.0.0.1:3978" */
  url: string;
  /** Takes no new requests, waits for those under way, at most `ms`. */
  stop(ms: number): Promise<void>;
}

const MAX_BODY = 256 * 1024;
/** Of a link; restify answers 404 to parameters over 100 characters where nothing else is said. */
const MAX_TOKEN = 1_000;

/** The only file that imports restify: turns HTTP into calls and back, and knows nothing of Teams. */
export async function startServer(deps: ServerDeps): Promise<Server> {
  const { host, port, receive, ready, pages, document, log } = deps;
  const server = restify.createServer({
    name: 'Samvit',
    handleUncaughtExceptions: false,
    maxParamLength: MAX_TOKEN,
  });
  let underWay = 0;

  server.get('/health', (_req, res, next) => {
    res.send(200, { status: 'alive' });
    next();
  });
  server.get('/ready', (_req, res, next) => {
    ready().then(
      () => answer(res, next, 200, { status: 'ready' }),
      (error: Error) => {
        log.warn({ reason: error.message }, 'not ready');
        answer(res, next, 503, { status: 'not ready' });
      },
    );
  });
  for (const [path, html] of Object.entries(pages)) {
    server.get(path, (_req, res, next) => {
      res.sendRaw(200, html, { 'content-type': 'text/html; charset=utf-8' });
      next();
    });
  }
  server.get('/d/:token', (req, res, next) => {
    document(String(req.params.token)).then(
      (served) => sendDocument(res, next, served),
      (err: Error) => {
        log.warn({ err }, 'a document could not be made');
        answer(res, next, 500, undefined);
      },
    );
  });
  server.post(
    '/api/messages',
    // mapParams off: fields of the body must never be mistaken for parameters of the route.
    ...restify.plugins.bodyParser({ maxBodySize: MAX_BODY, mapParams: false, rejectUnknown: true }),
    (req, res, next) => {
      underWay++;
      receive(req.body, req.header('authorization') ?? '')
        .catch(() => ({ status: 500, body: undefined }))
        .then(({ status, body }) => {
          underWay--;
          answer(res, next, status, body);
        });
    },
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const at = server.address();

  return {
    url: `http://${at.address.includes(':') ? `[${at.address}]` : at.address}:${at.port}`,
    async stop(ms) {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      server.server.closeIdleConnections();
      const until = Date.now() + ms;
      while (underWay > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
      server.server.closeAllConnections();
      await closed;
    },
  };
}

/** Shown or saved, never kept by a cache and never run: what people have written stands in it. */
function sendDocument(res: restify.Response, next: restify.Next, served: Served): void {
  const { type, body, filename, status = 200 } = served;
  res.sendRaw(status, body, {
    'content-type': type,
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    ...(filename
      ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}` }
      : {}),
  });
  next();
}

function answer(res: restify.Response, next: restify.Next, status: number, body: unknown): void {
  if (body === undefined) {
    res.statusCode = status;
    res.end();
  } else {
    res.send(status, body);
  }
  next();
}
