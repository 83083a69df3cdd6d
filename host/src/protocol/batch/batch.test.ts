import { type FixtureHost, openFixture, ROOT } from '../../testing/fixtureHost';

type Part = string;
const request = (line: string, body?: unknown, head: string[] = [], headers: string[] = []): Part =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...head,
    '',
    `${line} HTTP/1.1`,
    ...(body === undefined ? [] : ['Content-Type: application/json']),
    ...headers,
    '',
    body === undefined ? '' : JSON.stringify(body),
    '',
  ].join('\r\n');
const changeSet = (...parts: Part[]): Part =>
  ['Content-Type: multipart/mixed; boundary=set', '', ...parts.flatMap((part) => ['--set', part]), '--set--', ''].join(
    '\r\n',
  );

function batch(fixture: FixtureHost, parts: Part[], headers: { [name: string]: string } = {}, newline = '\r\n') {
  const body = [...parts.flatMap((part) => ['--b', part]), '--b--', ''].join('\r\n').replaceAll('\r\n', newline);
  const answer = fixture.ask('POST', '$batch', {
    body,
    headers: { 'content-type': 'multipart/mixed; boundary="b"', ...headers },
  });
  return {
    ...answer,
    statuses: [...answer.text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)),
  };
}

const create = (name: string, contentId?: number): Part =>
  request('POST acme_orders', { acme_name: name }, contentId === undefined ? [] : [`Content-ID: ${contentId}`]);
const BAD = request('POST acme_orders', { acme_nonsense: 1 }, ['Content-ID: 9']);
const count = (fixture: FixtureHost): number => fixture.get('acme_orders?$select=acme_name').value.length;

describe('$batch', () => {
  test('answers every request in order', () => {
    const fixture = openFixture();
    const answer = batch(fixture, [
      create('a'),
      request('GET acme_orders?$select=acme_name'),
      request(`GET ${ROOT}systemusers/$count`),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers['Content-Type']).toMatch(/^multipart\/mixed; boundary=batchresponse_/);
    expect(answer.statuses).toEqual([204, 200, 200]);
    expect(answer.text).toContain('"acme_name":"a"');
  });

  test('stops at the first failure, unless the client prefers to go on', () => {
    const fixture = openFixture();
    expect(batch(fixture, [create('a'), BAD, create('b')])).toMatchObject({ status: 400, statuses: [204, 400] });
    expect(count(fixture)).toBe(1);
    const preferring = batch(fixture, [BAD, create('b')], { prefer: 'odata.continue-on-error' });
    expect(preferring).toMatchObject({ status: 200, statuses: [400, 204] });
    expect(count(fixture)).toBe(2);
  });

  test('lines may end in LF alone', () => {
    const fixture = openFixture();
    expect(batch(fixture, [create('a'), changeSet(create('b', 1))], {}, '\n').statuses).toEqual([204, 204]);
  });

  test.each([
    ['another content type', 'x', 'application/json'],
    ['a missing end', '--b\r\n\r\nGET accounts HTTP/1.1\r\n', 'multipart/mixed; boundary=b'],
    [
      'a batch within',
      `--b\r\nContent-Type: application/http\r\n\r\nPOST $batch HTTP/1.1\r\n\r\n\r\n--b--\r\n`,
      'multipart/mixed; boundary=b',
    ],
    [
      'no request line',
      `--b\r\nContent-Type: application/http\r\n\r\nnonsense\r\n\r\n--b--\r\n`,
      'multipart/mixed; boundary=b',
    ],
  ])('refuses %s with 400', (_what, body, type) => {
    expect(openFixture().ask('POST', '$batch', { body, headers: { 'content-type': type } }).status).toBe(400);
  });

  test('holds at most 1,000 operations, those of change sets included', () => {
    const fixture = openFixture();
    const reads = Array.from({ length: 999 }, () => request('GET transactioncurrencies?$top=1'));
    expect(batch(fixture, [...reads, changeSet(create('a', 1), create('b', 2))]).status).toBe(400);
    expect(count(fixture)).toBe(0);
    expect(batch(fixture, [...reads, changeSet(create('a', 1))]).statuses).toHaveLength(1000);
  });
});

describe('a change set', () => {
  test('is one transaction', () => {
    const fixture = openFixture();
    const answer = batch(fixture, [changeSet(create('a', 1), create('b', 2), BAD)]);
    expect(answer).toMatchObject({ status: 400, statuses: [400] });
    expect(answer.text).toContain('Content-ID: 9');
    expect(count(fixture)).toBe(0);
    expect(batch(fixture, [changeSet(create('a', 1), create('b', 2))]).statuses).toEqual([204, 204]);
    expect(count(fixture)).toBe(2);
  });

  test('later requests name rows of earlier ones by their Content-ID', () => {
    const fixture = openFixture();
    const answer = batch(fixture, [
      changeSet(
        create('parent', 1),
        request('POST acme_lines', { acme_name: 'bound', 'acme_OrderId@odata.bind': '$1' }, ['Content-ID: 2']),
        request('POST $1/acme_order_acme_line', { acme_name: 'below' }, ['Content-ID: 3']),
        request('PATCH $1', { acme_pieces: 3 }, ['Content-ID: 4']),
      ),
    ]);
    expect(answer.statuses).toEqual([204, 204, 204, 204]);
    const [order] = fixture.get('acme_orders?$expand=acme_order_acme_line($select=acme_name;$orderby=acme_name)').value;
    expect(order.acme_pieces).toBe(3);
    expect(order.acme_order_acme_line.map((line: { acme_name: string }) => line.acme_name)).toEqual(['below', 'bound']);
  });

  test('holds no reads', () => {
    expect(batch(openFixture(), [changeSet(request('GET acme_orders'))]).status).toBe(400);
  });
});
