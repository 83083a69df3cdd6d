import { type Finding, rule } from '../finding';
import { loadScript } from '../scripts';
import { type Check, descendants, documentsLike, FORM_FILE, type LintSubject, RIBBON_FILE } from '../subject';

const noFunction = rule(
  'script-functions',
  'Export the function, or spell it as the script does: the command or event does nothing without a word.',
);
const throwingRule = rule(
  'script-enable-rules',
  'Answer yes, no or a promise whatever is given: a rule that throws hides the button without a word.',
);
const brokenScript = rule('script-loading', 'Build the script again (npm run build): it fails while it loads.');

interface Call {
  readonly path: string;
  readonly functionName: string;
  readonly library: string;
  /** What the command bar passes when it asks the function about a button; undefined where it is no such question. */
  readonly asked: readonly string[] | undefined;
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
    const script = loadScript(new TextDecoder().decode(content), file);
    return calls.flatMap(({ path, functionName, asked }) => {
      if (!script.isFunction(functionName)) return [noFunction(path, `${library} has no function ${functionName}`)];
      const answer = asked ? script.answerOf(functionName, asked) : 'boolean';
      return ANSWERS.includes(answer) ? [] : [throwingRule(path, `${functionName} of nothing answers: ${answer}`)];
    });
  } catch (error) {
    return [brokenScript(file, String(error))];
  }
}

const ANSWERS = ['boolean', 'promise'];

function ribbonCalls(subject: LintSubject): Call[] {
  return documentsLike(subject, RIBBON_FILE).flatMap(({ path, root }) =>
    [...descendants(root)].flatMap(
      ({ name, attributes: { FunctionName: functionName, Library: library }, children: parameters }) =>
        functionName && library
          ? [
              {
                path,
                functionName,
                library: library.replace('$webresource:', ''),
                asked:
                  name === 'CustomRule' ? parameters.map(({ attributes }) => attributes['Value'] ?? '') : undefined,
              },
            ]
          : [],
    ),
  );
}

function formCalls(subject: LintSubject): Call[] {
  return documentsLike(subject, FORM_FILE).flatMap(({ path, root }) =>
    [...descendants(root)].flatMap(({ attributes: { functionName, libraryName: library } }) =>
      functionName && library ? [{ path, functionName, library, asked: undefined }] : [],
    ),
  );
}
