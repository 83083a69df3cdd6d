import { element, leaf, parseXml, printXml, putChild } from './xmlTree';

const print = (root: Parameters<typeof printXml>[0]) => printXml(root, { declaration: false });

test('texts and attributes are escaped and read back as they were', () => {
  const text = 'Tom & "Jerry" <1>';
  const root = element('a', { title: `${text}\nsecond line` }, [leaf('b', text)]);

  const printed = print(root);

  expect(printed).toBe(
    '<a title="Tom &amp; &quot;Jerry&quot; &lt;1&gt;&#xA;second line">\n  <b>Tom &amp; "Jerry" &lt;1&gt;</b>\n</a>\n',
  );
  expect(parseXml(printed)).toEqual(root);
});

test('printing what was parsed changes nothing', () => {
  const text = print(
    element('a', { x: 1 }, [element('b', {}, [leaf('c', ' two words ')]), element('d'), leaf('e', '')]),
  );

  expect(print(parseXml(text))).toBe(text);
});

test('a child takes the place of the same one, or its place in the order', () => {
  const root = element('list', {}, [element('item', { id: 'a' }), element('item', { id: 'c' })]);
  const put = (id: string, note?: string) =>
    putChild(
      root,
      element('item', { id, note }),
      (sibling) => sibling.attributes['id'] === id,
      (sibling) => (sibling.attributes['id'] ?? '') > id,
    );

  put('b');
  put('c', 'again');

  expect(print(root)).toBe('<list>\n  <item id="a" />\n  <item id="b" />\n  <item id="c" note="again" />\n</list>\n');
});

test('a control manifest has an attribute that is called constructor', () => {
  expect(parseXml('<control constructor="Grid" />').attributes).toEqual({ constructor: 'Grid' });
});
