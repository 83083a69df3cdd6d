import { ContractStatus, InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { openApp } from '../src/app';
import { formPage } from '../src/formPage';
import { useStage } from '../src/stage';
import { addBusinessUnit, addUser, assignContract } from '../src/users';

/** What the app shows and locks by column security, and what lists know beyond their columns. */
jest.setTimeout(180_000);
const stage = useStage({ now: '2026-02-10T08:00:00Z' });

const rowUrl = (table: string, id: string): string =>
  `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=${table}&id=${id}`;

test('9.1: columns of the billing commands are shown and locked with the profile, and masked without it', async () => {
  const { api, produce } = stage.host;
  const businessUnitId = await addBusinessUnit(api, 'Delivery');
  const clerk = await addUser(api, { name: 'Clerk', role: 'Billing Backlog Account Manager', businessUnitId });
  const contract = await produce.contract();
  const line = await produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
  const milestone = await produce.milestone(line, { name: 'Design' });
  await assignContract(api, contract.id, clerk);
  const app = await openApp(stage, { as: clerk });
  const { page } = app;
  const field = page.locator('.shell-field').filter({ has: page.getByText('Next Invoice Status', { exact: true }) });
  await app.play('secured columns', async () => {
    await page.goto(rowUrl('bbl_milestone', milestone));
    await field.getByRole('img', { name: 'Secured: you may not change this field' }).waitFor();
    expect(await field.locator('input').inputValue()).toBe('Not ready to invoice');
    expect(await page.locator('.shell-form-headfields').innerText()).toContain('Not Started');

    const [profile] = await api.list<{ fieldsecurityprofileid: string }>(
      'fieldsecurityprofiles?$select=fieldsecurityprofileid',
    );
    await api.send(
      'DELETE',
      `systemusers(${clerk})/systemuserprofiles_association(${profile?.fieldsecurityprofileid})/$ref`,
    );
    await page.reload();
    await app.notice(/Billing statuses and totals are hidden from you/).waitFor();
    const masked = page.getByLabel('Milestone Amount. Secured: you may not see this value');
    await masked.waitFor();
    expect(await masked.inputValue()).toBe('********');
    expect(await page.locator('.shell-form-headfields').innerText()).not.toContain('Not Started');
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.goto(rowUrl('bbl_contractline', line));
    await formPage(page).openTab('Invoice schedule');
    await app.notice(/Billing statuses and totals are hidden from you/).waitFor();
  });
  await app.close();
});

test('BBL-CON-04: a list tells why a row of a Completed contract cannot be marked', async () => {
  const { api, produce } = stage.host;
  const milestoneOf = async (name: string) => {
    const contract = await produce.contract({ status: ContractStatus.Confirmed });
    await produce.milestone(await produce.fixedPriceLine(contract), { name });
    return contract.id;
  };
  await milestoneOf('Free');
  const completed = await milestoneOf('Frozen');
  await api.patch(`bbl_contracts(${completed})`, { bbl_contractstatus: ContractStatus.Completed });
  const app = await openApp(stage);
  const { page } = app;
  const row = (name: string) => page.getByRole('grid').getByRole('row').filter({ hasText: name });
  const reason = 'BBL-CON-04: The contract is Completed and cannot be billed or changed.';
  await app.play('contract status', async () => {
    await app.openEntry('Fixed Price Milestones');
    await row('Frozen').waitFor();
    expect(await row('Frozen').textContent()).toContain(reason);
    expect(await row('Free').textContent()).not.toContain('BBL-');
    await row('Frozen').getByText('Not ready to invoice').hover();
    await page.getByRole('tooltip').getByText(reason).waitFor();
  });
  await app.close();
});

test('fields keep what is typed fast, from field to field and while the form is being saved', async () => {
  const { api, produce } = stage.host;
  const contract = await produce.contract();
  const app = await openApp(stage);
  const { page } = app;
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) failed.push(response.url());
  });
  await app.play('fast typing', async () => {
    const milestone = await produce.milestone(await produce.fixedPriceLine(contract), { name: 'Design' });
    const form = formPage(page);
    await page.goto(rowUrl('bbl_milestone', milestone));
    await form.field('Milestone Date').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4/30/2026');
    await page.keyboard.press('Tab');
    await form.field('Milestone Name').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' of the house');
    await page.keyboard.press('Control+s');
    await page.keyboard.type(' and the garden');
    await page.getByRole('status').filter({ hasText: '- Saved' }).or(page.getByText('- Unsaved')).first().waitFor();
    await page.keyboard.press('Tab');
    await form.save();
    expect(await form.field('Milestone Name').inputValue()).toBe('Design of the house and the garden');
    const [row] = await api.list<{ bbl_name: string; bbl_date: string }>(
      `bbl_milestones?$select=bbl_name,bbl_date&$filter=bbl_milestoneid eq ${milestone}`,
    );
    expect(row).toMatchObject({ bbl_name: 'Design of the house and the garden', bbl_date: '2026-04-30' });
    expect(failed).toEqual([]);
  });
  await app.close();
});
