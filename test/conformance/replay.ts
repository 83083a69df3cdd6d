import type { Recording } from '@bbl/host';
import type { ExecutionContext, RulesBundle } from '@bbl/dataverse/ports';

/** Runs a recorded execution again and records it: the answers are the recorded ones, in their order. */
export function replay(
  rules: RulesBundle,
  recording: Recording,
  context: ExecutionContext = recording.context,
): Recording {
  const calls: Recording['calls'][number][] = [];
  const outcomeJson = rules.execute(JSON.stringify(context), (requestJson) => {
    const answer = recording.calls[calls.length]?.answer ?? {
      fault: { code: '', message: 'No further call was recorded' },
    };
    calls.push({ request: JSON.parse(requestJson), answer });
    return JSON.stringify(answer);
  });
  return { context: recording.context, calls, outcome: JSON.parse(outcomeJson) };
}

/** Which handler a recording is of, as the registry spells it. */
export const handlerOf = ({ context: { message, table, stage } }: Recording): string =>
  (stage === 30 ? `api/${message}` : `${table}/${message}.${stage}`).toLowerCase();
