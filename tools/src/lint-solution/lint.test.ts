import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from './lint';
import { handlersOf } from './rulesBundle';
import { SURFACE } from './surface';
import { subjectWith } from './testing';

test('A clean solution has no findings at all', () => {
  expect(lint(subjectWith([]))).toEqual([]);
});

test('Findings come by file', () => {
  const files = lint(subjectWith([], { surface: SURFACE })).map(({ file }) => file);
  expect(files).toEqual([...files].sort());
});

describe('The rules bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const bundle = (text: string): string => {
    const path = join(folder, 'rules.js');
    writeFileSync(path, text);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  test('tells its handlers', () => {
    const path = bundle('"use strict";var BblRules=(()=>({handlers:()=>["api/bbl_Do"]}))();');
    expect([...(handlersOf(path) ?? [])]).toEqual(['api/bbl_Do']);
  });

  test('that is missing or offers no handlers has none', () => {
    expect(handlersOf(join(folder, 'none.js'))).toBeUndefined();
    expect(handlersOf(bundle('var Other = {};'))).toBeUndefined();
  });
});
