/**
 * Merged into the configuration of pcf-scripts for every control. Our packages are TypeScript sources without side
 * effects, so only the parts that a control uses end up in its bundle.
 */
module.exports = {
  module: { rules: [{ test: /\.tsx?$/, sideEffects: false }] },
  // Without module names as comments nothing has to be moved into a licence file beside the bundle.
  output: { pathinfo: false },
  performance: { hints: false },
};
