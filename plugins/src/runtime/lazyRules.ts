import * as rules from './rules';

/**
 * All rules. `plugins/build.mjs` puts them into a function that runs when this is first called: inside Dataverse every
 * execution starts the bundle anew, and most executions need none of them. See ./entry.
 */
export const loadRules = (): typeof rules => rules;
