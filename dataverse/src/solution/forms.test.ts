import { solutionFiles } from './fixtures';
import { readSolution } from './read';

const ID = (n: number) => `{00000000-0000-4000-8000-00000000000${n}}`;
const LABEL = (text: string) => `<labels><label description="${text}" languagecode="1033" /></labels>`;

const FORM = `<forms><systemform>
  <formid>${ID(1)}</formid>
  <form>
    <tabs><tab id="${ID(2)}" name="general">${LABEL('General')}<columns><column width="100%"><sections>
      <section showlabel="false" id="${ID(3)}" name="s1" columns="11">${LABEL('Main')}<rows>
        <row><cell id="${ID(4)}" colspan="2">${LABEL('Amount')}<control id="bbl_amount" classid="{533B9E00-756B-4312-95A0-DC888637AC78}" datafieldname="bbl_amount" disabled="true" uniqueid="${ID(7)}" /></cell></row>
        <row><cell id="${ID(5)}" visible="false" rowspan="6"><control id="sg" classid="{E7A81278-8635-4d9e-8D4D-59480B391C5B}" indicationOfSubgrid="true"><parameters><ViewId>${ID(9)}</ViewId><TargetEntityType>bbl_line</TargetEntityType></parameters></control></cell></row>
      </rows></section></sections></column></columns></tab></tabs>
    <header id="${ID(6)}"><rows><row><cell id="${ID(8)}">${LABEL('Owner')}<control id="ownerid" classid="{270BD3DB-D9AF-4782-9025-509E298DEC0A}" datafieldname="ownerid" /></cell></row></rows></header>
    <formLibraries><Library name="bbl_/js/forms.js" libraryUniqueId="${ID(9)}" /></formLibraries>
    <events>
      <event name="onload" application="false" active="false"><Handlers><Handler functionName="Bbl.Form.onLoad" libraryName="bbl_/js/forms.js" handlerUniqueId="${ID(9)}" enabled="true" parameters="" passExecutionContext="true" /></Handlers></event>
      <event name="onchange" application="false" active="false" attribute="bbl_amount"><Handlers><Handler functionName="Bbl.Form.onAmount" libraryName="bbl_/js/forms.js" handlerUniqueId="${ID(9)}" enabled="false" /></Handlers></event>
    </events>
    <controlDescriptions><controlDescription forControl="${ID(7)}">
      <customControl id="{533B9E00-756B-4312-95A0-DC888637AC78}"><parameters><datafieldname>bbl_amount</datafieldname></parameters></customControl>
      <customControl formFactor="0" name="bbl_Bbl.MoneyBox"><parameters><value>bbl_amount</value></parameters></customControl>
    </controlDescription></controlDescriptions>
  </form>
  <LocalizedNames><LocalizedName description="Information" languagecode="1033" /></LocalizedNames>
</systemform></forms>`;

const readForm = (xml: string, folder = 'main') =>
  readSolution(solutionFiles({ [`Entities/bbl_Thing/FormXml/${folder}/${ID(1)}.xml`]: xml })).forms[0];

test('A form takes table and type from its folder, and has its libraries', () => {
  expect(readForm(FORM)).toMatchObject({ table: 'bbl_thing', type: 'main', name: 'Information', libraries: ['bbl_/js/forms.js'] });
  expect(readForm(FORM, 'quickCreate')).toMatchObject({ type: 'quickCreate' });
});

test('Tabs, sections, rows and cells keep their order, labels, spans and visibility', () => {
  const section = readForm(FORM)?.tabs[0]?.columns[0]?.sections[0];
  expect(section).toMatchObject({ name: 's1', label: 'Main', showLabel: false, columnCount: 2, isVisible: true });
  const [[amount], [grid]] = section?.rows as [[object], [object]];
  expect(amount).toMatchObject({ label: 'Amount', colSpan: 2, rowSpan: 1, control: { column: 'bbl_amount', isDisabled: true } });
  expect(grid).toMatchObject({ isVisible: false, rowSpan: 6, control: { parameters: { TargetEntityType: 'bbl_line' } } });
  expect(readForm(FORM)?.header).toMatchObject([{ control: { column: 'ownerid' } }]);
});

test('A code component is bound to the control that its description names', () => {
  const control = readForm(FORM)?.tabs[0]?.columns[0]?.sections[0]?.rows[0]?.[0]?.control;
  expect(control?.binding).toEqual({ control: 'bbl_Bbl.MoneyBox', parameters: { value: { value: 'bbl_amount', isStatic: false } } });
});

test('Enabled handlers are read; a disabled one is none', () => {
  expect(readForm(FORM)?.handlers).toEqual([
    { event: 'onload', functionName: 'Bbl.Form.onLoad', library: 'bbl_/js/forms.js', passExecutionContext: true, parameters: '' },
  ]);
});

test('An event that the product does not use is an error', () => {
  expect(() => readForm(FORM.replace('name="onload"', 'name="tabstatechange"'))).toThrow("the form event 'tabstatechange' is not supported");
});
