import { type Finding, rule } from '../finding';
import { type Check, customApiFile, type LintSubject, stepFile } from '../subject';

const noBundle = rule(
  'handlers-bundle',
  'Run npm run build first: the steps are compared with the handlers of build/plugins/rules.js.',
);
const noHandler = rule(
  'handlers-missing',
  'Write the handler, or take the registration out: every such message would fail.',
);
const noRegistration = rule(
  'handlers-unregistered',
  'Register it (npm run scaffold), or take the handler out: it never runs.',
);

/** Steps and custom APIs have a handler in the rules bundle, and every handler is registered. */
export const checkHandlers: Check = (subject) => {
  const handlers = subject.handlers?.map((key) => key.toLowerCase());
  if (!handlers) return [noBundle('SdkMessageProcessingSteps', 'there is no rules bundle with handlers')];
  const registrations = registrationsOf(subject);
  return [
    ...registrations
      .filter(({ key }) => !handlers.includes(key))
      .map(({ key, file }) => noHandler(file, `the bundle has no handler ${key}`)),
    ...unregistered(handlers, new Set(registrations.map(({ key }) => key))),
  ];
};

function unregistered(handlers: readonly string[], registered: ReadonlySet<string>): Finding[] {
  return handlers
    .filter((key) => !registered.has(key))
    .map((key) =>
      noRegistration(
        key.startsWith('api/') ? 'customapis' : 'SdkMessageProcessingSteps',
        `nothing runs the handler ${key}`,
      ),
    );
}

/** Keys as the bundle spells them, in lower case: `<table>/<message>.<stage>`, `api/<unique name>`. */
function registrationsOf({ model }: LintSubject): readonly { readonly key: string; readonly file: string }[] {
  return [
    ...model.steps.map((step) => ({
      key: `${step.table}/${step.message}.${step.stage}`.toLowerCase(),
      file: stepFile(step.id),
    })),
    ...model.customApis.map(({ uniqueName }) => ({
      key: `api/${uniqueName}`.toLowerCase(),
      file: customApiFile(uniqueName),
    })),
  ];
}
