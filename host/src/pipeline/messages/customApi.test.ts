import { customApi } from '../../testing/fixtureModel';
import { openFixture } from '../../testing/fixtureHost';

const PACK = customApi('acme_Pack', {
  parameters: [
    { name: 'Ids', type: 'StringArray', isOptional: false },
    { name: 'Reason', type: 'String', isOptional: true },
    { name: 'Limit', type: 'Decimal', isOptional: true },
    { name: 'Order', type: 'Guid', isOptional: true },
  ],
  responses: [
    { name: 'Count', type: 'Integer' },
    { name: 'Names', type: 'StringArray' },
    { name: 'Limit', type: 'Decimal' },
    { name: 'Missing', type: 'String' },
  ],
});
const open = (body: string, more = {}) =>
  openFixture({ model: { customApis: [{ ...PACK, ...more }] }, handlers: { 'api/acme_Pack': body } });
const ANSWER =
  'return { output: { Count: context.parameters.Ids.length, Names: context.parameters.Ids, Limit: context.parameters.Limit ?? null } };';

describe('a custom API', () => {
  test('is the main operation of its message, with typed parameters and response', () => {
    const { ask } = open(ANSWER);
    const answer = ask('POST', 'acme_Pack', { body: '{"Ids":["a","b"],"Limit":1234567890123456.78}' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('"Count":2,"Names":["a","b"],"Limit":1234567890123456.78,"Missing":null');
    expect(answer.json['@odata.context']).toMatch(/\$metadata#Microsoft\.Dynamics\.CRM\.acme_PackResponse$/);
  });

  test('its context has stage 30, no row and no table', () => {
    const { ask, host } = open('return { trace: [JSON.stringify(context)] };');
    ask('POST', 'acme_Pack', { body: { Ids: [] } });
    expect(JSON.parse(host.pipeline.engine.trace.steps()[0]!.lines[0]!)).toMatchObject({
      message: 'acme_Pack',
      table: '',
      stage: 30,
      rowId: '',
      target: null,
      parameters: { Ids: [] },
      parents: [],
    });
  });

  test.each([
    [{ Ids: ['a'], Nonsense: 1 }, "The parameter 'Nonsense' is not a valid parameter of 'acme_Pack'."],
    [{}, "The required parameter 'Ids' of 'acme_Pack' is missing."],
    [{ Ids: 'a' }, "The parameter 'Ids' of 'acme_Pack' has to be of the type StringArray."],
    [{ Ids: [1] }, "The parameter 'Ids' of 'acme_Pack' has to be of the type StringArray."],
    [{ Ids: [], Order: 'x' }, "The parameter 'Order' of 'acme_Pack' has to be of the type Guid."],
  ])('refuses %j with a sentence', (body, message) => {
    const answer = open(ANSWER).ask('POST', 'acme_Pack', { body });
    expect(answer).toMatchObject({ status: 400, json: { error: { message } } });
  });

  test('needs its execute privilege', () => {
    const fixture = open(ANSWER, { executePrivilege: 'prvWriteacme_Order' });
    const users = fixture.get('systemusers?$select=fullname').value as { fullname: string; systemuserid: string }[];
    const idOf = (name: string) => users.find(({ fullname }) => fullname === name)!.systemuserid;
    expect(fixture.ask('POST', 'acme_Pack', { body: { Ids: [] }, as: idOf('Clerk') }).status).toBe(200);
    expect(fixture.ask('POST', 'acme_Pack', { body: { Ids: [] }, as: idOf('Viewer') })).toMatchObject({
      status: 403,
      json: { error: { code: '0x80040220' } },
    });
  });

  test('that answers another type than declared is a bug', () => {
    const answer = open("return { output: { Count: 'two' } };").ask('POST', 'acme_Pack', { body: { Ids: [] } });
    expect(answer.status).toBe(500);
  });

  test('that fails changes nothing', () => {
    const { ask, get } = open("call({ op: 'create', table: 'acme_note', row: {} }); refuse('no');");
    expect(ask('POST', 'acme_Pack', { body: { Ids: [] } }).status).toBe(400);
    expect(get('acme_notes').value).toEqual([]);
  });

  test('can be run by a step, and its writes know it as their parent', () => {
    const { ask, host } = openFixture({
      model: { customApis: [PACK, customApi('acme_Outer')] },
      handlers: {
        'api/acme_Outer': "call({ op: 'execute', message: 'acme_Pack', parameters: { Ids: ['a'] } }); return {};",
        'api/acme_Pack': 'return { trace: [context.parents[0].message + " " + context.depth], output: {} };',
      },
    });
    expect(ask('POST', 'acme_Outer', { body: {} }).status).toBe(204);
    expect(host.pipeline.engine.trace.steps().flatMap(({ lines }) => lines)).toEqual(['acme_Outer 2']);
  });

  test('a function takes its parameters in the address', () => {
    const { ask } = open(ANSWER, { isFunction: true });
    expect(ask('GET', "acme_Pack(Ids=@ids)?@ids=['x','y']".replaceAll("'", '%22')).json.Count).toBe(2);
    expect(ask('POST', 'acme_Pack', { body: {} }).status).toBe(405);
  });
});

test('an unknown message does not exist', () => {
  expect(openFixture().ask('POST', 'acme_Nothing', { body: {} })).toMatchObject({
    status: 404,
    json: { error: { code: '0x8006088a' } },
  });
});
