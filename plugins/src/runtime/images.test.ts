import { contextOf, scriptedPort, SYSTEM_USER_ID } from '../testing/scriptedPort';
import { run } from './execute';
import { type RegisteredStep, step } from './handlers';

const { port } = scriptedPort(() => ({ value: { systemuserid: { t: 'guid', v: SYSTEM_USER_ID } } }));
const runWithoutImage = (registered: RegisteredStep) =>
  run(contextOf({ stage: 20, preImage: null }), port, { step: () => registered, api: () => undefined });

test('a step that comes without its image is a fault, not a row of empty columns', () => {
  const outcome = runWithoutImage(
    step('bbl_milestone', ({ before }) => ({ target: { bbl_amount: before.bbl_amount ?? '0' } })),
  );
  const message = expect.stringContaining('bbl_milestone/update.20 has no image of the row as it was') as string;
  expect(outcome).toMatchObject({ ok: false, fault: { code: '', message } });
});

test('a step whose rules do not look at the row before needs none', () => {
  expect(runWithoutImage(step('bbl_milestone', () => undefined))).toMatchObject({ ok: true });
});
