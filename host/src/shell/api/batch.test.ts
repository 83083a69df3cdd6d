import { composeBatch, parseBatch } from './batch';

test('a change set stands inside the batch with a content id for each request', () => {
  const body = composeBatch(
    [
      { method: 'GET', path: 'orders' },
      [
        { method: 'POST', path: 'orders', body: { name: 'a' } },
        { method: 'DELETE', path: 'orders(1)' },
      ],
    ],
    'b1',
    'http://host',
  );
  expect(body).toBe(
    [
      '--b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'GET http://host/api/data/v9.2/orders HTTP/1.1',
      '',
      '',
      '--b1',
      'Content-Type: multipart/mixed; boundary=changeset_1_b1',
      '',
      '--changeset_1_b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      'Content-ID: 1',
      '',
      'POST http://host/api/data/v9.2/orders HTTP/1.1',
      'Content-Type: application/json; type=entry',
      '',
      '{"name":"a"}',
      '--changeset_1_b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      'Content-ID: 2',
      '',
      'DELETE http://host/api/data/v9.2/orders(1) HTTP/1.1',
      '',
      '',
      '--changeset_1_b1--',
      '--b1--',
      '',
    ].join('\r\n'),
  );
});

test('answers come back in order, those of a change set laid flat', async () => {
  const body = [
    '--r',
    'Content-Type: multipart/mixed; boundary=c',
    '',
    '--c',
    'Content-Type: application/http',
    'Content-ID: 1',
    '',
    'HTTP/1.1 204 No Content',
    'OData-EntityId: http://host/orders(1)',
    '',
    '',
    '--c--',
    '--r',
    'Content-Type: application/http',
    '',
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json',
    '',
    '{"error":{"code":"0x1","message":"no"}}',
    '--r--',
    '',
  ].join('\r\n');
  const answers = parseBatch(body, 'multipart/mixed; boundary=r');
  expect(answers.map((answer) => answer.status)).toEqual([204, 400]);
  expect(answers[0]?.headers.get('OData-EntityId')).toBe('http://host/orders(1)');
  expect(await answers[1]?.json()).toEqual({ error: { code: '0x1', message: 'no' } });
});
