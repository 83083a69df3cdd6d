import { lookup } from '@bbl/dataverse/ports';
import { step } from '../testing/fixtureModel';
import { openFixture } from '../testing/fixtureHost';

const ORDER = 'acme_order';
/** Says in the order's name which stage ran; names are read back through the trace's lines. */
const say = (text: string): string => `return { trace: [${JSON.stringify(text)}] };`;
const lines = (fixture: ReturnType<typeof openFixture>): string[] =>
  fixture.host.pipeline.engine.trace.steps().flatMap((entry) => entry.lines);

describe('the order of stages', () => {
  test('steps run by stage, then by rank', () => {
    const fixture = openFixture({
      model: {
        steps: [
          step(ORDER, 'Create', 40),
          step(ORDER, 'Create', 20, { rank: 2, name: 'second' }),
          step(ORDER, 'Create', 20, { rank: 1, name: 'first' }),
          step(ORDER, 'Create', 10),
        ],
      },
      handlers: {
        'acme_order/create.10': say('10'),
        'acme_order/create.20': say('20'),
        'acme_order/create.40': say('40'),
      },
    });
    fixture.create('acme_orders', {});
    expect(lines(fixture)).toEqual(['10', '20', '20', '40']);
    expect(fixture.host.pipeline.engine.trace.steps().map((entry) => entry.step)).toEqual([
      'Create of acme_order at 10',
      'first',
      'second',
      'Create of acme_order at 40',
    ]);
  });

  test('stages 10 and 20 change the row before it is written, later steps see it', () => {
    const { create, get } = openFixture({
      model: { steps: [step(ORDER, 'Create', 10), step(ORDER, 'Create', 20)] },
      handlers: {
        'acme_order/create.10': "return { target: { acme_name: 'from 10' } };",
        'acme_order/create.20': "return { target: { acme_secret: context.target.acme_name + ', seen at 20' } };",
      },
    });
    const id = create('acme_orders', { acme_name: 'sent' });
    expect(get(`acme_orders(${id})`)).toMatchObject({ acme_name: 'from 10', acme_secret: 'from 10, seen at 20' });
  });

  test('stage 40 finds the row written', () => {
    const { create, get } = openFixture({
      model: { steps: [step(ORDER, 'Create', 40)] },
      handlers: {
        'acme_order/create.40': `
          const row = call({ op: 'retrieve', table: 'acme_order', id: context.rowId, columns: ['acme_number'] });
          call({ op: 'create', table: 'acme_note', row: { acme_name: row.acme_number } });
          return {};`,
      },
    });
    create('acme_orders', {});
    expect(get('acme_notes?$select=acme_name').value[0].acme_name).toBe('ORD-0001');
  });

  test('a context carries the caller, the clock, the ids and the depth', () => {
    const { create, host } = openFixture({
      model: { steps: [step(ORDER, 'Create', 40)] },
      handlers: { 'acme_order/create.40': 'return { trace: [JSON.stringify(context)] };' },
    });
    const id = create('acme_orders', { acme_name: 'A' });
    const context = JSON.parse(host.pipeline.engine.trace.steps()[0]!.lines[0]!);
    const { organization } = host.pipeline.engine;
    expect(context).toMatchObject({
      message: 'Create',
      table: ORDER,
      stage: 40,
      mode: 0,
      depth: 1,
      rowId: id,
      userId: organization.administratorId,
      systemUserId: organization.systemUserId,
      initiatingUserId: organization.administratorId,
      organizationId: organization.id,
      businessUnitId: organization.rootBusinessUnitId,
      now: '2026-03-31T08:00:00Z',
      isInTransaction: true,
      target: { acme_name: 'A' },
      parameters: {},
      preImage: null,
      postImage: null,
    });
    expect(context.parents).toEqual([
      {
        message: 'Create',
        table: ORDER,
        stage: 30,
        depth: 1,
        userId: organization.administratorId,
        sharedVariables: {},
      },
    ]);
  });
});

describe('the id of a new row', () => {
  const STAGES = [10, 20, 40] as const;
  const fixtureOfStages = () =>
    openFixture({
      model: { steps: STAGES.map((stage) => step(ORDER, 'Create', stage)) },
      handlers: Object.fromEntries(
        STAGES.map((stage) => [`acme_order/create.${stage}`, 'return { trace: [context.rowId] };']),
      ),
    });

  test('is not there before the platform has named the row', () => {
    const fixture = fixtureOfStages();
    const id = fixture.create('acme_orders', {});
    expect(lines(fixture)).toEqual(['', '', id]);
  });

  test.each([
    ['in the row', 'POST', 'acme_orders', true],
    ['in the address', 'PATCH', 'acme_orders(9b0f5d9e-0c0b-4d0e-8f3b-6f1f1f1f1f01)', false],
  ])('is there when the request names it %s', (_case, method, path, isInRow) => {
    const id = '9b0f5d9e-0c0b-4d0e-8f3b-6f1f1f1f1f01';
    const fixture = fixtureOfStages();
    fixture.ask(method, path, { body: isInRow ? { acme_orderid: id } : { acme_name: 'A' } });
    expect(lines(fixture)).toEqual([id, id, id]);
  });
});

describe('filtering columns', () => {
  test('an update step runs only when one of its columns is written', () => {
    const fixture = openFixture({
      model: { steps: [step(ORDER, 'Update', 20, { filteringColumns: ['acme_amount', 'acme_freight'] })] },
      handlers: { 'acme_order/update.20': say('ran') },
    });
    const id = fixture.create('acme_orders', {});
    fixture.ask('PATCH', `acme_orders(${id})`, { body: { acme_name: 'x' } });
    expect(lines(fixture)).toEqual([]);
    fixture.ask('PATCH', `acme_orders(${id})`, { body: { acme_freight: 1 } });
    expect(lines(fixture)).toEqual(['ran']);
  });
});

describe('images', () => {
  const images = (type: 'pre' | 'post' | 'both') => [{ alias: 'Image', type, columns: ['acme_name', 'acme_pieces'] }];

  test('the pre image is the row before, the post image after, with the registered columns that are not empty', () => {
    const { create, ask, host } = openFixture({
      model: { steps: [step(ORDER, 'Update', 40, { images: images('both') })] },
      handlers: {
        'acme_order/update.40': 'return { trace: [JSON.stringify([context.preImage, context.postImage])] };',
      },
    });
    const id = create('acme_orders', { acme_name: 'before', acme_secret: 'not registered' });
    ask('PATCH', `acme_orders(${id})`, { body: { acme_name: 'after', acme_pieces: 3 } });
    const [line] = host.pipeline.engine.trace.steps()[0]!.lines;
    expect(JSON.parse(line!)).toEqual([{ acme_name: 'before' }, { acme_name: 'after', acme_pieces: 3 }]);
  });

  test('a delete step has the pre image at every stage', () => {
    const fixture = openFixture({
      model: { steps: ([10, 20, 40] as const).map((stage) => step(ORDER, 'Delete', stage, { images: images('pre') })) },
      handlers: Object.fromEntries(
        [10, 20, 40].map((stage) => [`acme_order/delete.${stage}`, 'return { trace: [context.preImage.acme_name] };']),
      ),
    });
    const id = fixture.create('acme_orders', { acme_name: 'gone' });
    expect(fixture.ask('DELETE', `acme_orders(${id})`).status).toBe(204);
    expect(lines(fixture)).toEqual(['gone', 'gone', 'gone']);
  });
});

describe('shared variables and parent contexts', () => {
  test('variables of stage 10 are found in the parent context, those of stage 20 in the own', () => {
    const fixture = openFixture({
      model: { steps: [step(ORDER, 'Create', 10), step(ORDER, 'Create', 20), step(ORDER, 'Create', 40)] },
      handlers: {
        'acme_order/create.10': "return { sharedVariables: { outer: 'a' } };",
        'acme_order/create.20': "return { sharedVariables: { inner: 'b' } };",
        'acme_order/create.40':
          'return { trace: [JSON.stringify([context.sharedVariables, context.parents[0].sharedVariables])] };',
      },
    });
    fixture.ask('POST', 'acme_orders?tag=from-client', { body: {} });
    expect(JSON.parse(lines(fixture)[0]!)).toEqual([{ inner: 'b' }, { tag: 'from-client', outer: 'a' }]);
  });

  test('a write inside a step knows every context above it', () => {
    const fixture = openFixture({
      model: { steps: [step(ORDER, 'Create', 20), step('acme_note', 'Create', 10)] },
      handlers: {
        'acme_order/create.20': "call({ op: 'create', as: 'system', table: 'acme_note', row: {} }); return {};",
        'acme_note/create.10': 'return { trace: [JSON.stringify(context)] };',
      },
    });
    fixture.ask('POST', 'acme_orders?tag=x', { body: {} });
    const context = JSON.parse(lines(fixture)[0]!);
    const { administratorId, systemUserId } = fixture.host.pipeline.engine.organization;
    expect(context).toMatchObject({ depth: 2, userId: systemUserId, initiatingUserId: administratorId });
    expect(
      context.parents.map((parent: { message: string; table: string; stage: number }) => [
        parent.message,
        parent.table,
        parent.stage,
      ]),
    ).toEqual([
      ['Create', ORDER, 20],
      ['Create', ORDER, 30],
    ]);
    expect(context.parents.map((parent: { sharedVariables: object }) => parent.sharedVariables)).toEqual([{}, {}]);
  });
});

describe('failure', () => {
  test('a refusal at any stage undoes everything and answers 400 with its own sentence', () => {
    const { ask, get, host } = openFixture({
      model: { steps: [step(ORDER, 'Create', 20), step(ORDER, 'Create', 40)] },
      handlers: {
        'acme_order/create.20': "call({ op: 'create', table: 'acme_note', row: {} }); return {};",
        'acme_order/create.40': "refuse('ACME-1: Not today.');",
      },
    });
    const answer = ask('POST', 'acme_orders', { body: {} });
    expect(answer).toMatchObject({
      status: 400,
      json: { error: { code: '0x80040265', message: 'ACME-1: Not today.' } },
    });
    expect(get('acme_orders').value).toEqual([]);
    expect(get('acme_notes').value).toEqual([]);
    expect(host.pipeline.engine.trace.messages().find(({ message }) => message === 'Create')).toMatchObject({
      outcome: 'fault',
      code: '0x80040265',
    });
  });

  test('a step cannot go on after a failed write', () => {
    const { ask, get } = openFixture({
      model: { steps: [step(ORDER, 'Create', 40)] },
      handlers: {
        'acme_order/create.40': `
          call({ op: 'create', table: 'acme_note', row: { acme_name: 'before' } });
          try { call({ op: 'update', table: 'acme_note', id: context.rowId, row: { acme_name: 'x' } }); } catch { }
          return {};`,
      },
    });
    expect(ask('POST', 'acme_orders', { body: {} })).toMatchObject({
      status: 404,
      json: { error: { code: '0x80040217' } },
    });
    expect(get('acme_notes').value).toEqual([]);
  });

  test('a step may go on after a read that found nothing', () => {
    const { ask } = openFixture({
      model: { steps: [step(ORDER, 'Create', 20)] },
      handlers: {
        'acme_order/create.20': `
          try { call({ op: 'retrieve', table: 'acme_note', id: context.rowId, columns: [] }); } catch { }
          return { target: { acme_name: 'went on' } };`,
      },
    });
    expect(ask('POST', 'acme_orders', { body: {} }).status).toBe(204);
  });

  test('a bug of a handler shows a plain sentence; the trace has the details', () => {
    const { ask, host, bugs } = openFixture({
      model: { steps: [step(ORDER, 'Create', 20)] },
      handlers: { 'acme_order/create.20': 'return missing.property;' },
    });
    const answer = ask('POST', 'acme_orders', { body: {} });
    expect(answer.status).toBe(500);
    expect(answer.json.error.message).toMatch(/^An unexpected error occurred from ISV code\. Correlation id: /);
    expect(answer.text).not.toContain('missing');
    expect(host.pipeline.engine.trace.steps()[0]).toMatchObject({
      outcome: 'fault',
      detail: expect.stringContaining('missing is not defined'),
    });
    expect(bugs).toHaveLength(1);
  });

  test('a fault of a service call that is passed on keeps its code and status', () => {
    const { ask } = openFixture({
      model: { steps: [step(ORDER, 'Create', 20)] },
      handlers: {
        'acme_order/create.20':
          "call({ op: 'retrieve', table: 'acme_note', id: context.rowId, columns: [] }); return {};",
      },
    });
    expect(ask('POST', 'acme_orders', { body: {} })).toMatchObject({
      status: 404,
      json: { error: { code: '0x80040217' } },
    });
  });

  test('a loop ends at the depth of eight', () => {
    const { ask, get, host } = openFixture({
      model: { steps: [step('acme_note', 'Create', 40)] },
      handlers: { 'acme_note/create.40': "call({ op: 'create', table: 'acme_note', row: {} }); return {};" },
    });
    expect(ask('POST', 'acme_notes', { body: {} })).toMatchObject({
      status: 400,
      json: { error: { code: '0x80044182' } },
    });
    expect(Math.max(...host.pipeline.engine.trace.steps().map(({ depth }) => depth))).toBe(8);
    expect(get('acme_notes').value).toEqual([]);
  });

  test('a message that took too long fails before its next step', () => {
    const { ask } = openFixture({
      model: { steps: [step(ORDER, 'Create', 20)] },
      handlers: { 'acme_order/create.20': 'return {};' },
      messageMsMax: -1,
    });
    expect(ask('POST', 'acme_orders', { body: {} })).toMatchObject({
      status: 500,
      json: { error: { code: '0x80040224' } },
    });
  });
});

describe('asynchronous steps', () => {
  const asynchronous = (body: string) =>
    openFixture({
      model: { steps: [step(ORDER, 'Create', 40, { mode: 1 }), step('acme_note', 'Create', 20)] },
      handlers: { 'acme_order/create.40': body, 'acme_note/create.20': say('note') },
    });

  test('run after the commit, in a transaction of their own', () => {
    const fixture = asynchronous(
      "call({ op: 'create', table: 'acme_note', row: {} }); return { trace: [String(context.mode)] };",
    );
    fixture.create('acme_orders', {});
    expect(lines(fixture)).toEqual(['note', '1']);
    expect(fixture.get('acme_notes').value).toHaveLength(1);
  });

  test('their failure does not touch the request', () => {
    const fixture = asynchronous("call({ op: 'create', table: 'acme_note', row: {} }); refuse('late');");
    fixture.create('acme_orders', {});
    expect(fixture.get('acme_orders').value).toHaveLength(1);
    expect(fixture.get('acme_notes').value).toEqual([]);
    expect(fixture.host.pipeline.engine.trace.steps().at(-1)).toMatchObject({ outcome: 'refused' });
  });
});

describe('recording', () => {
  test('hands over the context, every call with its answer, and the outcome', () => {
    const fixture = openFixture({
      model: { steps: [step(ORDER, 'Create', 20)] },
      handlers: {
        'acme_order/create.20':
          "call({ op: 'retrieveMultiple', fetchXml: '<fetch><entity name=\"acme_note\"/></fetch>' }); return { target: { acme_name: 'x' } };",
      },
    });
    const recordings: unknown[] = [];
    fixture.host.pipeline.engine.trace.record((recording) => recordings.push(recording));
    fixture.create('acme_orders', {});
    expect(recordings).toMatchObject([
      {
        context: { message: 'Create', stage: 20 },
        calls: [
          { request: { op: 'retrieveMultiple', as: 'user' }, answer: { value: { rows: [], moreRecords: false } } },
        ],
        outcome: { ok: true, target: { acme_name: 'x' } },
      },
    ]);
  });
});

describe('delete and assign reach other rows as the relationships say', () => {
  const bind = (id: string) => ({ 'acme_OrderId@odata.bind': `/acme_orders(${id})` });

  test('lines go with their order through their own steps, notes let go of it before stage 20', () => {
    const fixture = openFixture({
      model: { steps: [step('acme_line', 'Delete', 20), step(ORDER, 'Delete', 10), step(ORDER, 'Delete', 20)] },
      handlers: {
        'acme_line/delete.20': 'return { trace: ["line goes with " + context.parents[1].table] };',
        'acme_order/delete.10': NOTES_LEFT,
        'acme_order/delete.20': NOTES_LEFT,
      },
    });
    const id = fixture.create('acme_orders', {});
    fixture.create('acme_lines', bind(id));
    const note = fixture.create('acme_notes', bind(id));
    expect(fixture.ask('DELETE', `acme_orders(${id})`).status).toBe(204);
    expect(lines(fixture)).toEqual(['notes: 1', 'notes: 0', 'line goes with acme_order']);
    expect(fixture.get('acme_lines').value).toEqual([]);
    expect(fixture.get(`acme_notes(${note})`)._acme_orderid_value).toBeNull();
  });

  test('a row that others hold is not deleted', () => {
    const { create, ask } = openFixture();
    const id = create('acme_orders', {});
    create('acme_locks', bind(id));
    expect(ask('DELETE', `acme_orders(${id})`)).toMatchObject({ status: 400, json: { error: { code: '0x80048416' } } });
    expect(ask('GET', `acme_orders(${id})`).status).toBe(200);
  });

  test('lines get the new owner of their order', () => {
    const fixture = openFixture({
      model: { steps: [step('acme_line', 'Update', 20, { filteringColumns: ['ownerid'] })] },
      handlers: { 'acme_line/update.20': 'return { trace: [context.parents[1].message] };' },
    });
    const { systemUserId } = fixture.host.pipeline.engine.organization;
    const id = fixture.create('acme_orders', {});
    const line = fixture.create('acme_lines', bind(id));
    fixture.ask('PATCH', `acme_orders(${id})`, { body: { 'ownerid@odata.bind': `/systemusers(${systemUserId})` } });
    expect(fixture.get(`acme_lines(${line})`)).toMatchObject({
      _ownerid_value: systemUserId,
      _owninguser_value: systemUserId,
    });
    expect(lines(fixture)).toEqual(['Update']);
  });
});

const NOTES_LEFT = `
  const fetchXml = '<fetch><entity name="acme_note"><filter><condition attribute="acme_orderid" operator="eq" value="' + context.rowId + '"/></filter></entity></fetch>';
  return { trace: ['notes: ' + call({ op: 'retrieveMultiple', fetchXml }).rows.length] };`;

test('the pipeline runs without a connection, for whoever has an engine', () => {
  const { host } = openFixture();
  const { administratorId } = host.pipeline.engine.organization;
  const caller = { userId: administratorId, initiatingUserId: administratorId };
  const id = host.pipeline.execute('Create', { table: ORDER, row: { acme_name: 'direct' } }, caller);
  const row = host.pipeline.execute('Retrieve', { table: ORDER, id, columns: ['acme_name', 'ownerid'] }, caller);
  expect(row).toMatchObject({ acme_name: 'direct', ownerid: lookup('systemuser', administratorId) });
});
