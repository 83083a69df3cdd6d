import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startChild } from '../child';
import { odataClient, type ODataClient } from '../odataClient';
import { installPeer } from '../peer';

const PACKAGES = ['@sap/cds@9.9.3', '@cap-js/sqlite@2.4.2', 'better-sqlite3@12.11.1', 'express@4.22.3'];
export const CAP_VERSION = PACKAGES.slice(0, 2).join(', ');

/** The columns that are read, and who wrote a row when, which the local host keeps as well. */
const MODEL = `
using { cuid, managed } from '@sap/cds/common';
service bench @(path: '/bench', requires: 'any') {
  entity Splits : cuid, managed {
    name   : String(200);
    amount : Decimal(19, 4);
    date   : Date;
    status : Integer;
  }
  entity Projects : cuid, managed {
    name   : String(200);
    number : String(100);
  }
}
`;

/** In production nothing is deployed by itself, and the rows lie in memory. */
const SERVER = `
const cds = require('@sap/cds');
cds.once('served', () => cds.deploy('*').to('db'));
module.exports = cds.server;
`;

/** In memory, without users or privileges; requests are not logged. */
const CONFIGURATION = {
  requires: { db: { kind: 'sqlite', impl: '@cap-js/sqlite', credentials: { url: ':memory:' } }, auth: 'dummy' },
  log: { levels: { odata: 'error', rest: 'error', sqlite: 'error', deploy: 'error' } },
};

/** One row of `Splits`: id, name, amount, date, status. */
export type SplitValues = readonly [id: string, name: string, amount: number, date: string, status: number];

export interface CapServer {
  readonly client: ODataClient;
  stop(): Promise<void>;
}

/** Installs SAP CAP into a temporary folder and serves the rows with its generic handlers. */
export async function startCap(splits: readonly SplitValues[]): Promise<CapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cap-'));
  try {
    writeProject(folder, splits);
    installPeer({ folder, packages: PACKAGES });
    const program = join(folder, 'node_modules/@sap/cds/bin/serve.js');
    const env = { ...process.env, NODE_ENV: 'production', PORT: '0' };
    const child = await startChild([program, 'all'], /listening on .*?:(\d+)/, { cwd: folder, env });
    const client = odataClient(`http://127.0.0.1:${child.found[0] ?? ''}/bench/`);
    return {
      client,
      async stop() {
        client.close();
        await child.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function writeProject(folder: string, splits: readonly SplitValues[]): void {
  const files: Readonly<Record<string, string>> = {
    'package.json': JSON.stringify({ name: 'bench', private: true, cds: CONFIGURATION }),
    'server.js': SERVER,
    'srv/bench.cds': MODEL,
    'db/data/bench-Splits.csv': ['ID,name,amount,date,status', ...splits.map((split) => split.join())].join('\n'),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
