import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { envelope } from '../odata/errors';
import { JSON_TYPE } from '../odata/web';
import { setCookie } from '../access/gate';
import type { ServerContext } from '../serverContext';
import { controlFile, fileBelow, type ServedFile, webResource } from './files';
import { PAGE_HEADERS, shellPage, signInPage } from './pages';

type FileOf = (path: string) => ServedFile | undefined;

/** The app's pages and files. A page with `?token=` sets the cookie and shows itself again without the token. */
export function registerAppRoutes(app: FastifyInstance, context: ServerContext): void {
  const { gate, host, shellFolder } = context;
  const { model, files } = host.parts.solution;
  const page = (request: FastifyRequest, reply: FastifyReply): FastifyReply => sendPage(request, reply, context);
  app.get('/', page);
  app.get('/main.aspx', page);

  const serve = (prefix: string, fileOf: FileOf): void => {
    app.get<{ Params: { '*': string } }>(`${prefix}*`, (request, reply) => {
      const admission = gate.admit(request.headers);
      if (admission.kind === 'refused') {
        return reply.code(admission.status).type(JSON_TYPE).send(envelope('0x80040204', admission.message));
      }
      const file = fileOf(request.params['*']);
      if (!file)
        return reply
          .code(404)
          .type(JSON_TYPE)
          .send(envelope('0x8006088a', `There is no file ${request.params['*']}.`));
      return reply.headers(PAGE_HEADERS).type(file.type).send(Buffer.from(file.content));
    });
  };
  serve('/shell/', (path) => fileBelow(shellFolder, path));
  serve('/WebResources/', (name) => webResource(name, model, files));
  serve('/host/controls/', (path) => {
    const slash = path.indexOf('/');
    return slash < 0 ? undefined : controlFile(path.slice(0, slash), path.slice(slash + 1), model, files);
  });
}

function sendPage(request: FastifyRequest, reply: FastifyReply, { gate, host }: ServerContext): FastifyReply {
  const address = new URL(request.url, 'http://local');
  const token = address.searchParams.get('token');
  void reply.headers(PAGE_HEADERS);
  if (token !== null && gate.isToken(token)) {
    address.searchParams.delete('token');
    return reply
      .header('Set-Cookie', setCookie(gate.tokenCookie, token))
      .redirect(address.pathname + address.search, 302);
  }
  const admission = token === null ? gate.admit(request.headers) : REFUSED;
  if (admission.kind === 'refused')
    return reply.code(401).type('text/html; charset=utf-8').send(signInPage(admission.message));
  return reply.type('text/html; charset=utf-8').send(shellPage(host.parts.solution.model.displayName));
}

const REFUSED = { kind: 'refused', status: 401, message: 'The access token of this address is wrong.' } as const;
