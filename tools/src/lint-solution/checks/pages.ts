import { type Finding, rule } from '../finding';
import type { Check, LintSubject } from '../subject';

const ownScript = rule(
  'page-scripts',
  'Put the code into a script of webresources/src: code in a page is checked by nobody.',
);
const foreign = rule('page-sources', 'Name a web resource beside the page: nothing is loaded from elsewhere.');

const PAGE = /^WebResources\/(.+)\.html$/;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const SOURCE = /\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi;
const HANDLER = /<[^>]*\son[a-z]+\s*=/i;

/** Pages hold no code of their own and load nothing but web resources of the solution (platform.md 6.1). */
export const checkPages: Check = (subject) =>
  [...subject.files]
    .filter(([path]) => PAGE.test(path))
    .flatMap(([path, content]) => checkPage(subject, path, new TextDecoder().decode(content)));

function checkPage(subject: LintSubject, path: string, text: string): Finding[] {
  const scripts = [...text.matchAll(SCRIPT)];
  return [
    ...scripts
      .filter(([, attributes = '', code = '']) => code.trim() !== '' || !/\bsrc\s*=/i.test(attributes))
      .map(() => ownScript(path, 'it holds a script')),
    ...(HANDLER.test(text) ? [ownScript(path, 'it holds an event handler')] : []),
    ...[...text.matchAll(SOURCE)]
      .map(([, source = '']) => source)
      .filter((source) => !source.startsWith('#') && !isWebResource(subject, path, source))
      .map((source) => foreign(path, `${source} is no web resource`)),
  ];
}

function isWebResource({ files }: LintSubject, page: string, source: string): boolean {
  const base = 'https://solution.invalid/';
  const address = new URL(source, base + page);
  return address.href.startsWith(base) && files.has(decodeURIComponent(address.pathname.slice(1)));
}
