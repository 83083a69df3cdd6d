import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { ExecutionContext, RulesBundle, ServiceAnswer, ServiceFault, ServiceRequest } from '@bbl/dataverse/ports';

/** Rules in whose way something happens once, where another user's request fits in. */
export interface InterleavedRules {
  readonly rules: RulesBundle;
  /** Just before the next command or save has a contract's lock. A fault is what it gets in the place of the lock. */
  beforeNextLock(work: () => ServiceFault | void): void;
  /** Between pre-validation of the next deletion, which is outside its transaction, and the deletion itself. */
  beforeNextDeletion(work: () => void): void;
}

/**
 * The host runs one request after the other, so that what two users do at once cannot be seen there. This plays it:
 * what the second user does while the first one waits is done between the first one's reads and its writes.
 */
export function interleavedRules(): InterleavedRules {
  const bundle = loadBundle();
  let lockWork: (() => ServiceFault | void) | undefined;
  let deletionWork: (() => void) | undefined;
  const rules: RulesBundle = {
    handlers: () => bundle.handlers(),
    execute(contextJson, service) {
      const outcome = bundle.execute(contextJson, (requestJson) => {
        const work = lockWork;
        if (work && isLock(JSON.parse(requestJson) as ServiceRequest)) {
          lockWork = undefined;
          const fault = work();
          if (fault) return JSON.stringify({ fault } satisfies ServiceAnswer);
        }
        return service(requestJson);
      });
      const work = deletionWork;
      if (work && isPreValidatedDeletion(JSON.parse(contextJson) as ExecutionContext)) {
        deletionWork = undefined;
        work();
      }
      return outcome;
    },
  };
  return {
    rules,
    beforeNextLock: (work) => (lockWork = work),
    beforeNextDeletion: (work) => (deletionWork = work),
  };
}

function loadBundle(): RulesBundle {
  const file = join(__dirname, '../../build/plugins/rules.js');
  const script = `(() => {${readFileSync(file, 'utf8')}\n;return BblRules;})()`;
  return runInThisContext(script, { filename: file }) as RulesBundle;
}

const isLock = (request: ServiceRequest): boolean => request.op === 'update' && request.table === 'bbl_contractlock';

const isPreValidatedDeletion = ({ message, stage, depth }: ExecutionContext): boolean =>
  message === 'Delete' && stage === 10 && depth === 1;
