import { existsSync, readFileSync } from 'node:fs';
import vm from 'node:vm';

interface RulesGlobal {
  readonly BblRules?: { readonly handlers?: () => string[] };
}

/** Keys of the handlers in the built rules bundle, or undefined when it is not there or offers none. */
export function handlersOf(bundlePath: string): readonly string[] | undefined {
  if (!existsSync(bundlePath)) return undefined;
  const context = vm.createContext({});
  // The bundle declares its global with var or const; an expression in the same context sees both.
  vm.runInContext(readFileSync(bundlePath, 'utf8'), context, { filename: bundlePath });
  const { BblRules } = vm.runInContext(
    '({ BblRules: typeof BblRules === "undefined" ? undefined : BblRules })',
    context,
  ) as RulesGlobal;
  return BblRules?.handlers?.();
}
