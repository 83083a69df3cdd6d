// Builds every control of this folder with pcf-scripts and puts the output into solution/Controls.
// The sentences of the rules are copied into the controls' resx files first: there they can be translated.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const OUT = join(ROOT, 'build', 'pcf-controls');
const PREFIX = 'bbl_Bbl.';
/** What a control delivers; anything else in the output folder (licence lists) stays behind. */
const DELIVERED = ['ControlManifest.xml', 'bundle.js', 'css', 'strings'];
/** Areas of the rule catalogue whose sentences can keep a row from being marked. */
const MARK_AREAS = ['CON', 'MST', 'PRG', 'ACT', 'NTE', 'PRD', 'RET'];
const PART_START = '  <!-- Rules: generated from domain/src/messages.ts by `npm run build`. Do not edit. -->';
const PART_END = '  <!-- End of rules -->';
const BUNDLE_GZIP_BYTES_MAX = 25 * 1024;

/**
 * Builds all controls for production into solution/Controls/<full name>/, leaving the metadata file there alone.
 * @returns the controls' names with the size of their bundles in bytes after gzip
 * @throws when a build fails or a bundle is larger than the budget (design.md 8)
 */
export async function buildControls() {
  const controls = controlNames();
  const sentences = await ruleSentences();
  for (const name of controls) writeSentences(join(HERE, name, 'strings', `${name}.1033.resx`), sentences);
  rmSync(OUT, { recursive: true, force: true });
  runPcfScripts(controls[0]);
  return controls.map(deliver);
}

const controlNames = () =>
  readdirSync(HERE).filter((name) => existsSync(join(HERE, name, 'ControlManifest.Input.xml')));

/** The sentences that a mark can be refused with, by code, from the domain's catalogue. */
async function ruleSentences() {
  const bundle = await build({
    entryPoints: [join(ROOT, 'domain', 'src', 'messages.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
  const { SENTENCES } = await import(`data:text/javascript;base64,${source}`);
  return Object.entries(SENTENCES).filter(([code]) => MARK_AREAS.includes(code.slice(4, 7)));
}

/** Replaces the generated part of a resx file; nothing is written when nothing changed. */
function writeSentences(file, sentences) {
  const text = readFileSync(file, 'utf8');
  const data = sentences.map(
    ([code, sentence]) =>
      `  <data name="${code}" xml:space="preserve">\n    <value>${xmlText(sentence)}</value>\n  </data>\n`,
  );
  const part = `${PART_START}\n${data.join('')}${PART_END}`;
  const start = text.indexOf(PART_START);
  const end = text.indexOf(PART_END);
  if (start < 0 || end < start) throw new Error(`${file} has no place for the sentences of the rules.`);
  const next = text.slice(0, start) + part + text.slice(end + PART_END.length);
  if (next !== text) writeFileSync(file, next);
}

const xmlText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One run builds every control below the working directory. */
function runPcfScripts(anyControl) {
  const requireFrom = createRequire(join(HERE, anyControl, 'package.json'));
  const bin = join(dirname(requireFrom.resolve('pcf-scripts/package.json')), 'bin', 'pcf-scripts.js');
  const run = spawnSync(process.execPath, [bin, 'build', '--buildMode', 'production', '--noColor'], {
    cwd: HERE,
    encoding: 'utf8',
    // The tool reports its use to its maker unless told not to.
    env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: '1' },
  });
  // The tool ends with code 0 even when a task failed, so its last word decides.
  if (run.status !== 0 || !/\bSucceeded\b/.test(run.stdout)) throw new Error(`${run.stdout}\n${run.stderr}`);
}

function deliver(name) {
  const from = join(OUT, name);
  const to = join(ROOT, 'solution', 'Controls', PREFIX + name);
  const gzipBytes = gzipSync(readFileSync(join(from, 'bundle.js')), { level: 9 }).length;
  if (gzipBytes > BUNDLE_GZIP_BYTES_MAX) {
    throw new Error(
      `${name}: the bundle has ${gzipBytes} bytes after gzip, at most ${BUNDLE_GZIP_BYTES_MAX} are allowed.`,
    );
  }
  mkdirSync(to, { recursive: true });
  for (const part of DELIVERED) {
    rmSync(join(to, part), { recursive: true, force: true });
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
  return { name: PREFIX + name, gzipBytes };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, gzipBytes } of await buildControls()) console.log(`${name}: ${gzipBytes} bytes after gzip`);
}
