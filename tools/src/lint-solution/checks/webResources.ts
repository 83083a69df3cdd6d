import { childText } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject } from '../subject';

const noContent = rule(
  'web-resource-content',
  'Add the file beside its .data.xml; npm run build writes scripts and pages.',
);
const noData = rule('web-resource-data', 'Add the .data.xml: without it the file is not packed.');
const otherType = rule(
  'web-resource-types',
  'Take the type of the extension: 1 html, 2 css, 3 js, 5 png, 11 svg, 12 resx.',
);
const otherName = rule('web-resource-names', 'Name it after its path below WebResources, with the prefix and a slash.');
const otherPart = rule(
  'web-resource-parts',
  'Write FileName as /WebResources/<name without / and .><GUID in upper case>.',
);

const noDependency = rule(
  'web-resource-dependencies',
  'Declare the resx in <DependencyXml>: getResourceString finds only what is declared.',
);

const TYPES: { readonly [extension: string]: number } = { html: 1, css: 2, js: 3, xml: 4, png: 5, svg: 11, resx: 12 };
const RESX_NAME = /\.\d{4}\.resx$/;

/** Web resources have content and metadata, the type of their extension and the name of their path. */
export const checkWebResources: Check = (subject) => [
  ...subject.model.webResources.flatMap(({ name, type, path }) => {
    const file = `${path}.data.xml`;
    const extension = name.slice(name.lastIndexOf('.') + 1);
    return [
      ...(subject.files.has(path) ? [] : [noContent(file, `${path} is missing`)]),
      ...(TYPES[extension] === type ? [] : [otherType(file, `${name} has the type ${type}`)]),
      ...(path === `WebResources/${name}` && name.startsWith(`${subject.model.publisher.prefix}_/`)
        ? []
        : [otherName(file, `the web resource is called ${name}`)]),
      ...(extension !== 'resx' || RESX_NAME.test(name) ? [] : [otherName(file, `${name} does not end in .1033.resx`)]),
    ];
  }),
  ...checkParts(subject),
  ...checkData(subject),
  ...checkDependencies(subject),
];

function checkParts(subject: LintSubject): Finding[] {
  return documentsLike(subject, /^WebResources\//).flatMap(({ path, root }) => {
    const part = (childText(root, 'Name') ?? '').replace(/[/.]/g, '');
    const id = (childText(root, 'WebResourceId') ?? '').replace(/[{}]/g, '').toUpperCase();
    const expected = `/WebResources/${part}${id}`;
    return childText(root, 'FileName') === expected ? [] : [otherPart(path, `FileName is not ${expected}`)];
  });
}

function checkData({ files }: LintSubject): Finding[] {
  return [...files.keys()]
    .filter((path) => path.startsWith('WebResources/') && !path.endsWith('.data.xml') && !files.has(`${path}.data.xml`))
    .map((path) => noData(path, 'it has no .data.xml'));
}

/** Scripts that read texts declare where the texts are (platform.md 1.17). */
function checkDependencies(subject: LintSubject): Finding[] {
  const texts = subject.model.webResources.filter(({ name }) => RESX_NAME.test(name));
  return documentsLike(subject, /^(WebResources\/.+\.js)\.data\.xml$/).flatMap(
    ({ path, root, groups: [file = ''] }) => {
      const content = subject.files.get(file);
      const readsTexts = content !== undefined && new TextDecoder().decode(content).includes('getResourceString');
      const declared = childText(root, 'DependencyXml') ?? '';
      return readsTexts && !texts.some(({ name }) => declared.includes(name))
        ? [noDependency(path, 'it reads texts but declares no resx')]
        : [];
    },
  );
}
