import type { ColumnMetadata } from '../metadata';
import { CHOICE_XML, type ColumnXml, entityXml, solutionFiles } from './fixtures';
import { readSolution } from './read';

const readTable = (columns: readonly ColumnXml[], extra = '') => {
  const files = { 'Entities/bbl_Thing/Entity.xml': entityXml('bbl_Thing', columns, extra), 'OptionSets/bbl_billingstatus.xml': CHOICE_XML };
  const [table] = readSolution(solutionFiles(files)).tables;
  if (!table) throw new Error('no table');
  return table;
};

const readColumn = (type: string, extra = ''): ColumnMetadata | undefined =>
  readTable([{ schemaName: 'bbl_Column', type, extra }]).columns.find(({ name }) => name === 'bbl_column');

test('A table has logical, schema and set name, base language labels, ownership, key and primary columns', () => {
  expect(readTable([])).toMatchObject({
    name: 'bbl_thing',
    schemaName: 'bbl_Thing',
    setName: 'bbl_things',
    displayName: 'Thing',
    displayCollectionName: 'Things',
    ownership: 'user',
    primaryId: 'bbl_thingid',
    primaryName: 'bbl_name',
    keys: [{ name: 'bbl_namekey', columns: ['bbl_name'] }],
    isAuditEnabled: true,
    isQuickCreateEnabled: false,
  });
});

test('versionnumber is there though no file lists it, and nobody can write it', () => {
  const column = readTable([]).columns.find(({ name }) => name === 'versionnumber');
  expect(column).toMatchObject({ type: 'bigint', validForCreate: false, validForUpdate: false, validForRead: true });
});

test.each([
  ['nvarchar', '<Format>text</Format><MaxLength>100</MaxLength>', { type: 'string', maxLength: 100 }],
  ['ntext', '<Format>textarea</Format><MaxLength>2000</MaxLength>', { type: 'memo', maxLength: 2000 }],
  ['int', '<MinValue>1</MinValue><MaxValue>31</MaxValue>', { type: 'integer', minValue: '1', maxValue: '31' }],
  ['decimal', '<MinValue>0</MinValue><MaxValue>100</MaxValue><Accuracy>4</Accuracy>', { type: 'decimal', maxValue: '100', precision: 4 }],
  ['money', '<Accuracy>2</Accuracy><AccuracySource>2</AccuracySource>', { type: 'money', precision: 2, precisionSource: 2 }],
  ['money', '<CalculationOf>bbl_amount</CalculationOf>', { type: 'money', baseOf: 'bbl_amount' }],
  ['datetime', '<Format>date</Format><Behavior>2</Behavior>', { type: 'dateonly' }],
  ['datetime', '<Format>date</Format><Behavior>1</Behavior>', { type: 'datetime' }],
  ['datetime', '<Format>datetime</Format><Behavior>1</Behavior>', { type: 'datetime' }],
  ['nvarchar', '<AutoNumberFormat>INV-{SEQNUM:6}</AutoNumberFormat><MaxLength>9</MaxLength>', { autoNumberFormat: 'INV-{SEQNUM:6}' }],
  ['nvarchar', '<RequiredLevel>required</RequiredLevel><IsSecured>1</IsSecured>', { required: 'required', isSecured: true }],
])('A column of type %s with %s', (type, extra, expected) => {
  expect(readColumn(type, extra)).toMatchObject(expected);
});

test('A choice column carries the options of its global choice; -1 is no default', () => {
  const column = readColumn('picklist', '<AppDefaultValue>-1</AppDefaultValue><OptionSetName>bbl_billingstatus</OptionSetName>');
  expect(column).toMatchObject({ type: 'choice', choiceName: 'bbl_billingstatus' });
  expect(column?.options?.map(({ value }) => value)).toEqual([482100000, 482100001]);
  expect(column?.defaultValue).toBeUndefined();
});

test('A yes/no column has its own options and its declared default', () => {
  const optionSet = `<AppDefaultValue>0</AppDefaultValue><optionset Name="bbl_thing_bbl_column"><OptionSetType>bit</OptionSetType><options>
    <option value="1"><labels><label description="Yes" languagecode="1033" /></labels></option>
    <option value="0"><labels><label description="No" languagecode="1033" /></labels></option></options></optionset>`;
  expect(readColumn('bit', optionSet)).toMatchObject({ type: 'boolean', defaultValue: 0, options: [{ label: 'Yes' }, { label: 'No' }] });
});

test('States name their default status, statuses their state', () => {
  const states = `<optionset Name="bbl_thing_statecode"><OptionSetType>state</OptionSetType><states>
    <state value="1" defaultstatus="2" invariantname="Inactive"><labels><label description="Inactive" languagecode="1033" /></labels></state></states></optionset>`;
  const statuses = `<optionset Name="bbl_thing_statuscode"><OptionSetType>status</OptionSetType><statuses>
    <status value="2" state="1"><labels><label description="Inactive" languagecode="1033" /></labels></status></statuses></optionset>`;
  expect(readColumn('state', states)?.options).toEqual([{ value: 1, label: 'Inactive', defaultStatus: 2 }]);
  expect(readColumn('status', statuses)?.options).toEqual([{ value: 2, label: 'Inactive', state: 1 }]);
});

test.each([
  ['a type that the product does not use', 'multiselectpicklist', '', "the type 'multiselectpicklist', which is not supported"],
  ['a choice that is nowhere', 'picklist', '<OptionSetName>bbl_none</OptionSetName>', 'the choice bbl_none, which is not in OptionSets'],
  ['a choice column without options', 'picklist', '', 'neither <optionset> nor <OptionSetName>'],
  ['a required level that is none', 'nvarchar', '<RequiredLevel>maybe</RequiredLevel>', "the required level 'maybe'"],
])('%s is an error that names file and column', (_, type, extra, problem) => {
  expect(() => readColumn(type, extra)).toThrow(`Entities/bbl_Thing/Entity.xml: column bbl_column`);
  expect(() => readColumn(type, extra)).toThrow(problem);
});

test('A shell of an existing table defines no table', () => {
  const shell = '<Entity><EntityInfo><entity Name="Account"><attributes /></entity></EntityInfo></Entity>';
  expect(readSolution(solutionFiles({ 'Entities/Account/Entity.xml': shell })).tables).toEqual([]);
});

test('The control of the grids is read with its parameters, the dataset left out', () => {
  const named = (formFactor: number) => `<customControl formFactor="${formFactor}" name="bbl_Bbl.BacklogGrid"><parameters>
    <data-set name="records" /><pageSize static="true" type="Whole.None">100</pageSize></parameters></customControl>`;
  const config = `<CustomControlDefaultConfigs><CustomControlDefaultConfig><ControlDescriptionXML><controlDescriptions><controlDescription>
    <customControl id="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters /></customControl>${named(0)}${named(1)}${named(2)}
    </controlDescription></controlDescriptions></ControlDescriptionXML></CustomControlDefaultConfig></CustomControlDefaultConfigs>`;
  expect(readTable([], config).gridControl).toEqual({
    control: 'bbl_Bbl.BacklogGrid',
    parameters: { pageSize: { value: '100', isStatic: true } },
  });
});
