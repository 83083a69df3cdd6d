import { children, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, descendants, type LintSubject } from '../subject';

const noBaseLabel = rule('labels', 'Write the text in the base language 1033; translations may stand beside it.');
const unknownLanguage = rule(
  'label-languages',
  'List the language in Other/Customizations.xml, or take the label out: the import ignores it.',
);

const BASE_LANGUAGE = '1033';

/** Lists that hold one text in several languages; descriptions may be empty. */
const LISTS: { readonly [list: string]: { readonly item: string; readonly mayBeEmpty: boolean } } = {
  LocalizedNames: { item: 'LocalizedName', mayBeEmpty: false },
  LocalizedCollectionNames: { item: 'LocalizedCollectionName', mayBeEmpty: false },
  displaynames: { item: 'displayname', mayBeEmpty: false },
  labels: { item: 'label', mayBeEmpty: false },
  Titles: { item: 'Title', mayBeEmpty: false },
  Descriptions: { item: 'Description', mayBeEmpty: true },
};

const languageOf = ({ attributes }: XmlElement): string | undefined => attributes['languagecode'] ?? attributes['LCID'];
const textOf = ({ attributes }: XmlElement): string => attributes['description'] ?? attributes['Title'] ?? '';

/** Every text has the base language, and no language that the solution does not declare. */
export const checkLabels: Check = (subject) => {
  const languages = declaredLanguages(subject);
  return [...subject.documents].flatMap(([path, root]) =>
    [...descendants(root)].flatMap((element) => [
      ...checkList(path, element),
      ...checkFrameworkLabel(path, element),
      ...checkLanguages(path, element, languages),
    ]),
  );
};

function declaredLanguages({ documents }: LintSubject): readonly string[] {
  const customizations = documents.get('Other/Customizations.xml');
  return customizations ? children(customizations, 'Languages', 'Language').map(({ text }) => text) : [];
}

function checkList(path: string, element: XmlElement): Finding[] {
  const list = LISTS[element.name];
  // An empty list of descriptions stands for none.
  if (!list || (list.mayBeEmpty && element.children.length === 0)) return [];
  const base = children(element, list.item).find((item) => languageOf(item) === BASE_LANGUAGE);
  const hasText = base !== undefined && (list.mayBeEmpty || textOf(base) !== '');
  return hasText ? [] : [noBaseLabel(path, `<${element.name}> has no text in ${BASE_LANGUAGE}`)];
}

/** Component framework files: `<displayname default="…"><label …/></displayname>`. */
function checkFrameworkLabel(path: string, element: XmlElement): Finding[] {
  const { default: text } = element.attributes;
  if (text === undefined || (element.name === 'displayname' && languageOf(element) !== undefined)) return [];
  const base = children(element, 'label').find((label) => languageOf(label) === BASE_LANGUAGE);
  return base && textOf(base) === text
    ? []
    : [noBaseLabel(path, `<${element.name}> has another default than its label`)];
}

function checkLanguages(path: string, element: XmlElement, languages: readonly string[]): Finding[] {
  const language = languageOf(element);
  // The header of the solution names its base language by the same attribute.
  if (language === undefined || element.name === 'ImportExportXml' || languages.includes(language)) return [];
  return [unknownLanguage(path, `<${element.name}> has the language ${language}`)];
}
