import { children } from '@bbl/dataverse/solution';
import { rule } from '../finding';
import { type Check, documentsLike, FORM_FILE } from '../subject';

const noFallback = rule(
  'form-fallback',
  'Write FallbackForm="true" with <Everyone /> on one main form: a role without a form cannot open a row.',
);

/** Every table with main forms has one for everybody (platform.md 1.12). */
export const checkFormSets: Check = (subject) => {
  const main = documentsLike(subject, FORM_FILE).filter(({ groups: [, type] }) => type === 'main');
  return [...new Set(main.map(({ groups: [table = ''] }) => table))]
    .filter((table) => !main.some(({ root, groups }) => groups[0] === table && isForEverybody(root)))
    .map((table) => noFallback(`Entities/${table}/Entity.xml`, `no main form of ${table} is the fallback`));
};

const isForEverybody = (root: Parameters<typeof children>[0]): boolean =>
  children(root, 'systemform', 'form', 'DisplayConditions').some(
    (conditions) =>
      conditions.attributes['FallbackForm'] === 'true' && conditions.children.some(({ name }) => name === 'Everyone'),
  );
