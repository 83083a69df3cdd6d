import { checkApps } from './checks/apps';
import { checkAssemblies } from './checks/assemblies';
import { checkCanonicalElements } from './checks/canonical';
import { checkChoices } from './checks/choices';
import { checkColumnSecurity } from './checks/columnSecurity';
import { checkControlBindings } from './checks/controlBindings';
import { checkControls } from './checks/controls';
import { checkCustomApis } from './checks/customApis';
import { checkFixedValues } from './checks/fixedValues';
import { checkForms } from './checks/forms';
import { checkFormSets } from './checks/formSets';
import { checkGuards } from './checks/guards';
import { checkGuids } from './checks/guids';
import { checkHandlers } from './checks/handlers';
import { checkLabels } from './checks/labels';
import { checkMoney } from './checks/money';
import { checkPages } from './checks/pages';
import { checkRelationships } from './checks/relationships';
import { checkRibbons } from './checks/ribbons';
import { checkRoles } from './checks/roles';
import { checkRootComponents } from './checks/rootComponents';
import { checkScripts } from './checks/scripts';
import { checkServerColumns } from './checks/serverColumns';
import { checkShippedCode } from './checks/shippedCode';
import { checkSilentDrops } from './checks/silentDrops';
import { checkStableIds } from './checks/stableIds';
import { checkSteps } from './checks/steps';
import { checkSurface } from './checks/surface';
import { checkTables } from './checks/tables';
import { checkVersions } from './checks/versions';
import { checkViews } from './checks/views';
import { checkViewSets } from './checks/viewSets';
import { checkWebResources } from './checks/webResources';
import type { Finding } from './finding';
import type { Check, LintSubject } from './subject';

const CHECKS: readonly Check[] = [
  checkSilentDrops,
  checkCanonicalElements,
  checkFixedValues,
  checkGuids,
  checkStableIds,
  checkLabels,
  checkTables,
  checkChoices,
  checkRelationships,
  checkMoney,
  checkViews,
  checkViewSets,
  checkForms,
  checkFormSets,
  checkControls,
  checkControlBindings,
  checkRibbons,
  checkApps,
  checkWebResources,
  checkScripts,
  checkShippedCode,
  checkPages,
  checkVersions,
  checkAssemblies,
  checkSteps,
  checkGuards,
  checkHandlers,
  checkServerColumns,
  checkColumnSecurity,
  checkCustomApis,
  checkRoles,
  checkRootComponents,
  checkSurface,
];

/** Everything that is wrong with the solution, by file. */
export function lint(subject: LintSubject): Finding[] {
  const findings = CHECKS.flatMap((check) => check(subject));
  return findings.sort((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
}
