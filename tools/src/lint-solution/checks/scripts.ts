import { type Finding, rule } from '../finding';
import { scriptFunctions } from '../scripts';
import { type Check, descendants, documentsLike, FORM_FILE, type LintSubject, RIBBON_FILE } from '../subject';

const noFunction = rule(
  'script-functions',
  'Export the function, or spell it as the script does: the command or event does nothing without a word.',
);
const brokenScript = rule('script-loading', 'Build the script again (npm run build): it fails while it loads.');

interface Call {
  readonly path: string;
  readonly functionName: string;
  readonly library: string;
}

/** Every function that a command, rule or form event names is there in the script that it names. */
export const checkScripts: Check = (subject) => {
  const calls = [...ribbonCalls(subject), ...formCalls(subject)];
  return [...new Set(calls.map(({ library }) => library))].flatMap((library) =>
    checkLibrary(
      subject,
      library,
      calls.filter((call) => call.library === library),
    ),
  );
};

function checkLibrary({ files }: LintSubject, library: string, calls: readonly Call[]): Finding[] {
  const file = `WebResources/${library}`;
  const content = files.get(file);
  // A library that is not there is the business of the checks of forms, command bars and web resources.
  if (!content) return [];
  try {
    const isFunction = scriptFunctions(new TextDecoder().decode(content), file);
    return calls
      .filter(({ functionName }) => !isFunction(functionName))
      .map(({ path, functionName }) => noFunction(path, `${library} has no function ${functionName}`));
  } catch (error) {
    return [brokenScript(file, String(error))];
  }
}

function ribbonCalls(subject: LintSubject): Call[] {
  return documentsLike(subject, RIBBON_FILE).flatMap(({ path, root }) =>
    [...descendants(root)].flatMap(({ attributes: { FunctionName: functionName, Library: library } }) =>
      functionName && library ? [{ path, functionName, library: library.replace('$webresource:', '') }] : [],
    ),
  );
}

function formCalls(subject: LintSubject): Call[] {
  return documentsLike(subject, FORM_FILE).flatMap(({ path, root }) =>
    [...descendants(root)].flatMap(({ attributes: { functionName, libraryName: library } }) =>
      functionName && library ? [{ path, functionName, library }] : [],
    ),
  );
}
