import { KIND_MEMBERS, strict } from '../xrm/strict';
import { formContextOf } from './formContext';
import type { FormModel } from './formModel';

/** What a form event hands to its handlers. */
export function executionContext(
  form: FormModel,
  event: { readonly source: unknown; readonly eventArgs?: unknown; readonly depth?: number },
) {
  const variables = new Map<string, unknown>();
  return strict(
    'executionContext',
    {
      getFormContext: () => formContextOf(form),
      getEventSource: () => (event.source === form ? formContextOf(form).data.entity : event.source),
      getEventArgs: () => event.eventArgs ?? null,
      getDepth: () => event.depth ?? 1,
      getContext: () => window.Xrm.Utility.getGlobalContext(),
      getSharedVariable: (key: string) => variables.get(key),
      setSharedVariable: (key: string, value: unknown) => void variables.set(key, value),
    },
    KIND_MEMBERS,
  );
}

/** Arguments of the save event, and whether a handler prevented the save. */
export function saveEventArgs(mode: number) {
  let prevented = false;
  return {
    isPrevented: () => prevented,
    args: strict('eventArgs', {
      preventDefault: () => void (prevented = true),
      isDefaultPrevented: () => prevented,
      getSaveMode: () => mode,
      preventDefaultOnError: () => undefined,
      disableAsyncTimeout: () => undefined,
    }),
  };
}
