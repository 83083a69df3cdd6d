/** The import directions of the design: every import points towards domain/, nobody imports the host. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$|/testing/' },
  to: { path: '^(domain|dataverse|plugins|webresources|pcf-controls|host|tools|test|bench)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    only('domain-imports-nobody', '^domain/', '^domain/', 'Rules know no platform.'),
    only(
      'dataverse-imports-domain',
      '^dataverse/',
      '^(dataverse|domain)/',
      'The words of the platform know the rules and nothing else.',
    ),
    only('plugins-import-inwards', '^plugins/', '^(plugins|dataverse|domain)/', 'Handlers adapt a step to the rules.'),
    only(
      'webresources-import-inwards',
      '^webresources/',
      '^(webresources|dataverse|domain)/',
      'Ribbon and forms adapt events to the rules.',
    ),
    only(
      'controls-import-inwards',
      '^pcf-controls/',
      '^(pcf-controls|dataverse|domain)/',
      'Controls show what the rules say.',
    ),
    only(
      'host-knows-no-rule',
      '^host/',
      '^(host|dataverse)/',
      'The host loads the bundle and reads solution/; no billing word in it.',
    ),
    only('tools-import-inwards', '^tools/', '^(tools|dataverse|domain)/', 'Tools read the solution.'),
    {
      name: 'pure-core',
      severity: 'error',
      comment: 'domain/ and dataverse/ do no I/O: no node: modules and no packages but the XML parser.',
      from: { path: '^(domain|dataverse)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'fast-xml-parser' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|dist|out|bin|obj|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
