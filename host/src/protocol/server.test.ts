import { request as httpRequest } from 'node:http';
import { openFixture } from '../testing/fixtureHost';
import { createServer } from './server';

const TOKEN = 'secret-token';

interface Response {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly text: string;
}

interface Connection {
  readonly port: number;
  readonly fixture: ReturnType<typeof openFixture>;
  send(method: string, path: string, headers?: { [name: string]: string }, body?: string): Promise<Response>;
}

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A listening host; `send` adds nothing of its own but the Host header. */
async function listen(options = {}): Promise<Connection> {
  const fixture = openFixture(options);
  const { app, gate } = createServer(fixture.host, { token: TOKEN, shellFolder: __dirname });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  gate.listensOn(port);
  opened.push(async () => {
    await app.close();
    fixture.host.close();
  });
  return { port, fixture, send: (method, path, headers = {}, body = '') => send(port, method, path, headers, body) };
}

function send(
  port: number,
  method: string,
  path: string,
  headers: { [name: string]: string },
  body: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const BEARER = { authorization: `Bearer ${TOKEN}` };
const API = '/api/data/v9.2/';
const cookieOf = (response: Response): string => String(response.headers['set-cookie']).split(';')[0] ?? '';

describe('the token', () => {
  test('is not needed for the health check, and for nothing else', async () => {
    const { send: ask } = await listen();
    expect(await ask('GET', '/health')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    for (const path of [
      `${API}accounts`,
      '/host/trace',
      '/host/app',
      '/',
      '/main.aspx',
      '/shell/app.js',
      '/WebResources/x',
      '/host/controls/a/b',
    ]) {
      expect((await ask('GET', path)).status).toBe(401);
    }
    expect((await ask('GET', `${API}accounts`, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await ask('GET', `${API}accounts`, BEARER)).status).toBe(200);
  });

  test('in the printed address sets a cookie that scripts and other sites do not get, and leaves the address', async () => {
    const { send: ask, port } = await listen();
    const entered = await ask('GET', `/main.aspx?appname=x&token=${TOKEN}`);
    expect(entered).toMatchObject({ status: 302, headers: { location: '/main.aspx?appname=x' } });
    expect(String(entered.headers['set-cookie'])).toBe(
      `host_token_${port}=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`,
    );
    const cookie = cookieOf(entered);
    expect((await ask('GET', `${API}accounts`, { cookie })).status).toBe(200);
    const page = await ask('GET', '/', { cookie });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.text).not.toContain(TOKEN);
    expect((await ask('GET', '/?token=wrong', { cookie })).status).toBe(401);
  });

  test('a wrong bearer token is not saved by a right cookie', async () => {
    const { send: ask, port } = await listen();
    const headers = { authorization: 'Bearer wrong', cookie: `host_token_${port}=${TOKEN}` };
    expect((await ask('GET', `${API}accounts`, headers)).status).toBe(401);
  });
});

describe('the origin', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1'])(
    'a request for the host %s is refused',
    async (host) => {
      const { send: ask } = await listen();
      expect((await ask('GET', `${API}accounts`, { ...BEARER, host })).status).toBe(403);
      expect((await ask('GET', '/health', { host })).status).toBe(403);
    },
  );

  test('a page of another origin is refused, one of this host is not', async () => {
    const { send: ask, port } = await listen();
    for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      expect((await ask('POST', `${API}accounts`, { ...BEARER, origin }, '{}')).status).toBe(403);
    }
    const own = await ask('POST', `${API}accounts`, { ...BEARER, origin: `http://127.0.0.1:${port}` }, '{}');
    expect(own.status).toBe(204);
    const local = { ...BEARER, host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await ask('GET', `${API}accounts`, local)).status).toBe(200);
  });
});

describe('the caller', () => {
  const whoAmI = async (connection: Connection, headers: { [name: string]: string }): Promise<string> =>
    (JSON.parse((await connection.send('GET', `${API}WhoAmI`, headers)).text) as { UserId: string }).UserId;
  const clerkOf = ({ fixture }: Connection): string =>
    fixture.get("systemusers?$filter=fullname eq 'Clerk'").value[0].systemuserid as string;

  test('is the administrator, or whom MSCRMCallerID names; rows say on whose behalf', async () => {
    const connection = await listen();
    const clerk = clerkOf(connection);
    const { administratorId } = connection.fixture.host.pipeline.engine.organization;
    expect(await whoAmI(connection, BEARER)).toBe(administratorId);
    const headers = { ...BEARER, mscrmcallerid: `{${clerk.toUpperCase()}}` };
    expect(await whoAmI(connection, headers)).toBe(clerk);
    await connection.send('POST', `${API}acme_orders`, headers, '{}');
    expect(connection.fixture.get('acme_orders').value[0]).toMatchObject({
      _createdby_value: clerk,
      _ownerid_value: clerk,
      _createdonbehalfby_value: administratorId,
    });
  });

  test('who is nobody is refused', async () => {
    const { send: ask } = await listen();
    const headers = { ...BEARER, mscrmcallerid: '11111111-2222-4333-8444-555555555555' };
    expect((await ask('GET', `${API}accounts`, headers)).status).toBe(403);
    expect((await ask('GET', `${API}accounts`, { ...BEARER, mscrmcallerid: 'me' })).status).toBe(400);
  });

  test('in a browser is the user the person chose; programs with the token stay the administrator', async () => {
    const connection = await listen();
    const clerk = clerkOf(connection);
    const { administratorId } = connection.fixture.host.pipeline.engine.organization;
    const token = `host_token_${connection.port}=${TOKEN}`;
    const chosen = await connection.send('PUT', '/host/acting-user', { cookie: token }, JSON.stringify({ id: clerk }));
    const cookie = `${token}; ${cookieOf(chosen)}`;
    expect(await whoAmI(connection, { cookie })).toBe(clerk);
    expect(await whoAmI(connection, { ...BEARER, cookie })).toBe(administratorId);
    expect(await whoAmI(connection, { cookie, mscrmcallerid: administratorId })).toBe(administratorId);
    const app = JSON.parse((await connection.send('GET', '/host/app', { cookie })).text);
    expect(app.user).toMatchObject({
      id: clerk,
      name: 'Clerk',
      isAdministrator: false,
      roles: [{ name: 'Orders Clerk' }],
    });
    expect(app.user.privileges).toMatchObject({ prvWriteacme_Order: 'Local', prvReadUser: 'Global' });
    const back = await connection.send('PUT', '/host/acting-user', { cookie }, '{"id":null}');
    expect(String(back.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await connection.send('PUT', '/host/acting-user', { cookie }, '{"id":"x"}')).status).toBe(400);
  });

  test('in the parts of a batch may differ', async () => {
    const connection = await listen();
    const clerk = clerkOf(connection);
    const { administratorId } = connection.fixture.host.pipeline.engine.organization;
    const part = (header: string) =>
      `--b\r\nContent-Type: application/http\r\n\r\nGET /api/data/v9.2/WhoAmI HTTP/1.1\r\n${header}\r\n\r\n`;
    const body = `${part(`MSCRMCallerID: ${clerk}`)}${part('Accept: application/json')}--b--\r\n`;
    const answer = await connection.send(
      'POST',
      `${API}$batch`,
      { ...BEARER, 'content-type': 'multipart/mixed; boundary=b' },
      body,
    );
    expect([...answer.text.matchAll(/"UserId":"([^"]+)"/g)].map(([, id]) => id)).toEqual([clerk, administratorId]);
  });
});

describe('the host endpoints', () => {
  test('the clock is set, read by rows, and let go', async () => {
    const { send: ask, fixture } = await listen();
    expect((await ask('PUT', '/host/clock', BEARER, '{"now":"2020-10-04T12:00:00Z"}')).text).toBe(
      '{"now":"2020-10-04T12:00:00Z"}',
    );
    const id = fixture.create('acme_orders', {});
    expect(fixture.get(`acme_orders(${id})`).createdon).toBe('2020-10-04T12:00:00Z');
    expect((await ask('PUT', '/host/clock', BEARER, '{"now":"yesterday"}')).status).toBe(400);
    expect((await ask('PUT', '/host/clock', BEARER, '{"now":null}')).status).toBe(200);
    expect(fixture.host.clock.now()).not.toBe('2020-10-04T12:00:00Z');
  });

  test('reset leaves a fresh organisation, with the demo rows when they are asked for', async () => {
    const demo = [
      {
        method: 'POST',
        url: 'acme_orders',
        body: { acme_name: 'demo', acme_date: '{{date:+30}}' },
        name: 'order',
        as: 'Clerk',
      },
      { method: 'POST', url: 'acme_lines', body: { 'acme_OrderId@odata.bind': '/acme_orders({{order}})' } },
    ] as const;
    const { send: ask, fixture } = await listen({ demo });
    const clerk = fixture.get("systemusers?$filter=fullname eq 'Clerk'").value[0].systemuserid;
    fixture.create('acme_orders', { acme_name: 'mine' });
    expect((await ask('POST', '/host/reset', BEARER, '{"seed":"demo"}')).status).toBe(200);
    expect(fixture.get('acme_orders').value).toMatchObject([
      { acme_name: 'demo', acme_date: '2026-04-30', _ownerid_value: clerk },
    ]);
    expect(fixture.get('acme_lines').value).toHaveLength(1);
    await ask('POST', '/host/reset', BEARER, '{"seed":"none"}');
    expect(fixture.get('acme_orders').value).toEqual([]);
    expect(fixture.get("systemusers?$filter=fullname eq 'Clerk'").value[0].systemuserid).toBe(clerk);
    expect((await ask('POST', '/host/reset', BEARER, '{"seed":"x"}')).status).toBe(400);
  });

  test('service protection limits answer 429 with Retry-After until they are switched off', async () => {
    const { send: ask } = await listen();
    await ask('PUT', '/host/limits', BEARER, '{"requests":2}');
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push((await ask('GET', `${API}accounts`, BEARER)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await ask('GET', `${API}accounts`, BEARER);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(refused.text).error.code).toBe('0x80072322');
    await ask('PUT', '/host/limits', BEARER, 'null');
    expect((await ask('GET', `${API}accounts`, BEARER)).status).toBe(200);
    expect((await ask('PUT', '/host/limits', BEARER, '{"nonsense":1}')).status).toBe(400);
  });

  test('the trace shows the last steps and requests', async () => {
    const { send: ask } = await listen();
    await ask('POST', `${API}acme_orders`, BEARER, '{}');
    const trace = JSON.parse((await ask('GET', '/host/trace', BEARER)).text);
    expect(trace.steps).toEqual([]);
    expect(trace.messages.at(-1)).toMatchObject({
      message: 'Create',
      table: 'acme_order',
      outcome: 'ok',
      serviceCalls: 0,
    });
  });
});

describe('HTTP', () => {
  test('every version of the Web API there is, and no other', async () => {
    const { send: ask } = await listen();
    for (const version of ['v9.0', 'v9.1', 'v9.2'])
      expect((await ask('GET', `/api/data/${version}/accounts`, BEARER)).status).toBe(200);
    expect((await ask('GET', '/api/data/v8.0/accounts', BEARER)).status).toBe(404);
    expect((await ask('GET', '/nowhere', BEARER)).status).toBe(404);
  });

  test('a body that is too large is 413', async () => {
    const { send: ask } = await listen();
    const answer = await ask('POST', `${API}acme_orders`, {
      ...BEARER,
      'content-type': 'application/json',
      'content-length': String(64 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
  });

  test('long addresses pass', async () => {
    const { send: ask } = await listen();
    const fetch = `<fetch><entity name="acme_order"><filter><condition attribute="acme_name" operator="in">${'<value>some name or other</value>'.repeat(400)}</condition></filter></entity></fetch>`;
    expect((await ask('GET', `${API}acme_orders?fetchXml=${encodeURIComponent(fetch)}`, BEARER)).status).toBe(200);
  });

  test('files outside of the app are not served', async () => {
    const { send: ask } = await listen();
    for (const path of [
      '/shell/..%2f..%2fmain.ts',
      '/shell/%2e%2e/server.ts',
      '/shell//etc/passwd',
      '/host/controls/x/../y',
    ]) {
      expect((await ask('GET', path, BEARER)).status).toBe(404);
    }
    expect((await ask('GET', '/shell/server.ts', BEARER)).status).toBe(200);
  });
});
