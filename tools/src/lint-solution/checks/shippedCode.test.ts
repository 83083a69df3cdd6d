import { shippedCodeProblems } from '../shippedCode';
import { describeCheck } from '../testing';
import { checkShippedCode } from './shippedCode';

const SCRIPT = 'WebResources/bbl_/js/late.js';
const BUNDLE = 'Controls/bbl_Bbl.BacklogGrid/bundle.js';

describeCheck(checkShippedCode, [
  {
    name: 'A script of a newer edition',
    changes: [{ file: SCRIPT, to: 'const a = window.b?.c;' }],
    finds: [['shipped-code', expect.stringMatching(/^it is not ES2018: /) as string]],
  },
  {
    name: 'A development build of a control',
    changes: [{ file: BUNDLE, to: 'eval("var a;");\n//# sourceMappingURL=data:application/json;base64,e30=' }],
    finds: [
      ['shipped-code', 'it names a source map'],
      ['shipped-code', 'it calls eval'],
    ],
  },
]);

test.each([
  ['console.log(1)', 'writes to the console'],
  ['new Function("return 1")', 'makes code from text'],
  ['element.innerHTML = text', 'writes markup from text'],
  ['debugger', 'stops in the debugger'],
  ['alert("x")', 'calls alert'],
  ['document.write("x")', 'calls document.write'],
])('%s is named', (code, problem) => {
  expect(shippedCodeProblems(code)).toEqual([problem]);
});

test('Names alike are no calls', () => {
  expect(shippedCodeProblems('var o = { eval: 1, innerHTML: 2 }; o.evaluate(o.innerHTML); x.alert.show();')).toEqual(
    [],
  );
});
