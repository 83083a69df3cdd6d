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
  ['window.console.log(1)', 'writes to the console'],
  ['(0, eval)("1")', 'calls eval'],
  ['window.eval("1")', 'calls eval'],
  ['Function("return 1")()', 'makes code from text'],
  ['setTimeout("go()", 1)', 'makes code from text'],
  ['element["innerHTML"] += text', 'writes markup from text'],
  ['element.insertAdjacentHTML("beforeend", text)', 'writes markup from text'],
  ['document.cookie = "a"', 'uses cookies'],
  ['window.parent.postMessage(text, "*")', 'sends messages to any origin'],
  ['fetch("http://example.com/")', 'names an address without encryption'],
  ['localStorage.getItem("a")', 'keeps data in the browser'],
])('%s is named', (code, problem) => {
  expect(shippedCodeProblems(code)).toEqual([problem]);
});

test('Names alike are no calls', () => {
  expect(
    shippedCodeProblems(
      'var o = { eval: 1, innerHTML: 2 }; o.evaluate(o.innerHTML); x.alert.show(); setTimeout(go, 1); p.postMessage(t, location.origin); s = "http://www.w3.org/2000/svg"',
    ),
  ).toEqual([]);
});
