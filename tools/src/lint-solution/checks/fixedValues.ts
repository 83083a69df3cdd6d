import { childText, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, descendants, documentsLike } from '../subject';

const otherValue = rule(
  'fixed-values',
  'Write the value of platform.md section 1: the import refuses or reinterprets any other.',
);
const otherAttribute = rule('fixed-attributes', 'Write the attribute as platform.md section 1 does.');
const strayAttribute = rule('stray-attributes', 'Take the attribute out: its value belongs to one environment.');

interface Place {
  readonly files: RegExp;
  readonly element: string;
}

/** Children whose text is one of a few values, by element. */
const TEXTS: readonly (Place & { readonly values: { readonly [child: string]: readonly string[] } })[] = [
  {
    files: /^Other\/Solution\.xml$/,
    element: 'SolutionManifest',
    values: { UniqueName: ['BillingBacklog'], Managed: ['2'], MissingDependencies: [''] },
  },
  {
    files: /^Other\/Solution\.xml$/,
    element: 'Publisher',
    values: {
      UniqueName: ['billingbacklog'],
      CustomizationPrefix: ['bbl'],
      CustomizationOptionValuePrefix: ['48210'],
    },
  },
  {
    files: /^Other\/Solution\.xml$/,
    element: 'Address',
    values: { AddressNumber: ['1', '2'], AddressTypeCode: ['1'], ShippingMethodCode: ['1'] },
  },
  { files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'entity', values: { IsAuditEnabled: ['1'] } },
  {
    files: /^PluginAssemblies\//,
    element: 'PluginAssembly',
    values: { IsolationMode: ['2'], SourceType: ['0'] },
  },
  {
    files: /^SdkMessageProcessingSteps\//,
    element: 'SdkMessageProcessingStep',
    values: {
      AsyncAutoDelete: ['0'],
      InvocationSource: ['0'],
      Mode: ['0'],
      EventHandlerTypeCode: ['4602'],
      IsCustomizable: ['0'],
      IsHidden: ['0'],
      SupportedDeployment: ['0'],
    },
  },
  { files: /^customapis\//, element: 'customapi', values: { bindingtype: ['0'], isfunction: ['0'], isprivate: ['0'] } },
  {
    files: /^environmentvariabledefinitions\//,
    element: 'environmentvariabledefinition',
    values: { secretstore: ['0'] },
  },
  {
    files: /^AppModules\//,
    element: 'AppModule',
    values: { statecode: ['0'], statuscode: ['1'], FormFactor: ['1'], ClientType: ['4'], NavigationType: ['0'] },
  },
];

/** Attributes that an element always has, with their values where there is no choice. */
const ATTRIBUTES: readonly (Place & { readonly attributes: { readonly [name: string]: readonly string[] | 'any' } })[] =
  [
    {
      files: /^(Entities|OptionSets)\//,
      element: 'option',
      attributes: { value: 'any', ExternalValue: [''], IsHidden: ['0'] },
    },
    {
      files: /^Entities\//,
      element: 'state',
      attributes: { value: 'any', defaultstatus: 'any', invariantname: 'any' },
    },
    { files: /^Entities\//, element: 'status', attributes: { value: 'any', state: 'any' } },
    { files: /^Roles\//, element: 'Role', attributes: { isinherited: ['1'] } },
    { files: /^Other\/Solution\.xml$/, element: 'RootComponent', attributes: { behavior: ['0'] } },
    { files: /^PluginAssemblies\//, element: 'PluginAssembly', attributes: { CustomizationLevel: ['1'] } },
  ];

/** Attributes that exports write with a number of their own environment. */
const STRAY: readonly (Place & { readonly attribute: string })[] = [
  { files: /^Entities\/[^/]+\/SavedQueries\//, element: 'grid', attribute: 'object' },
];

/** `<Format>` by `<Type>` of a column; `dateonly` and the like are read as something else. */
const FORMATS: { readonly [type: string]: readonly string[] } = {
  datetime: ['date', 'datetime'],
  nvarchar: ['text', 'email', 'url', 'phone', 'textarea'],
  ntext: ['textarea'],
  int: ['none', ''],
};

/** Values that have no alternative are as the platform writes them (platform.md 1.1, 1.5, 1.8, 1.19 to 1.21). */
export const checkFixedValues: Check = (subject) => {
  const each = (place: Place, judge: (element: XmlElement, path: string) => readonly Finding[]): Finding[] =>
    documentsLike(subject, place.files).flatMap(({ path, root }) =>
      [...descendants(root)].filter(({ name }) => name === place.element).flatMap((element) => judge(element, path)),
    );
  return [
    ...TEXTS.flatMap((place) => each(place, (element, path) => wrongTexts(element, place.values, path))),
    ...ATTRIBUTES.flatMap((place) => each(place, (element, path) => wrongAttributes(element, place.attributes, path))),
    ...STRAY.flatMap((place) =>
      each(place, ({ name, attributes }, path) =>
        place.attribute in attributes ? [strayAttribute(path, `<${name}> has ${place.attribute}`)] : [],
      ),
    ),
    ...each({ files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'attribute' }, wrongFormat),
    ...each({ files: /^Other\/Solution\.xml$/, element: 'Addresses' }, ({ children }, path) =>
      children.length === 2 ? [] : [otherValue(path, `<Addresses> has ${children.length} addresses, not 2`)],
    ),
  ];
};

function wrongTexts(
  element: XmlElement,
  values: { readonly [child: string]: readonly string[] },
  path: string,
): Finding[] {
  return Object.entries(values).flatMap(([name, allowed]) => {
    const found = element.children.filter((item) => item.name === name);
    return found
      .filter((item) => !allowed.includes(item.text) || (allowed.includes('') && item.children.length > 0))
      .map((item) => otherValue(path, `<${name}> of <${element.name}> is '${item.text}'`));
  });
}

function wrongAttributes(
  element: XmlElement,
  expected: { readonly [name: string]: readonly string[] | 'any' },
  path: string,
): Finding[] {
  return Object.entries(expected)
    .filter(([name, allowed]) => {
      const value = element.attributes[name];
      return value === undefined || (allowed !== 'any' && !allowed.includes(value));
    })
    .map(([name]) => otherAttribute(path, `<${element.name}> has ${name}="${element.attributes[name] ?? ''}"`));
}

function wrongFormat(attribute: XmlElement, path: string): Finding[] {
  const allowed = FORMATS[childText(attribute, 'Type') ?? ''];
  const format = childText(attribute, 'Format');
  return allowed === undefined || format === undefined || allowed.includes(format)
    ? []
    : [otherValue(path, `<Format> of ${attribute.attributes['PhysicalName'] ?? ''} is '${format}'`)];
}
