// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node tests/yjs/property.mjs [--rounds 1000 | --seconds 60] [--seed 1] [--exec "./dev oracle yjs"] [--scripts FOLDER]
//
// Random rounds of edits on replicas of ours and of Yjs, which must tell the same bytes at each step
// and end equal. A round that fails is cut down, and left in FOLDER as a script that needs nothing
// but node, the packages and the oracle.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Oracle } from './oracle.mjs';
import { problemOf, randomRound, shrunk } from './rounds.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string', default: '1' },
    exec: { type: 'string', default: path.join(here, '../../dev') + ' oracle yjs' },
    scripts: { type: 'string', default: '.' }, replicas: { type: 'string', default: '5' },
    actions: { type: 'string', default: '80' },
  },
});

// All that a round needs in one file, without the imports of one part by another.
function scriptOf(round, problem) {
  const parts = ['packages', 'oracle', 'edits', 'replicas', 'rounds'].map((name) =>
    fs.readFileSync(path.join(here, name + '.mjs'), 'utf8').replace(/^import .* from '\.\/.*;\n/gm, '').replace(/^export /gm, ''));
  return `${parts.join('\n')}
// Seed ${round.seed}: ${problem.replaceAll('\n', '\n// ')}
const oracle = new Oracle(process.argv[2] ?? ${JSON.stringify(options.exec)});
const problem = await problemOf(${JSON.stringify(round, null, 1)}, oracle);
console.log(problem || 'all ended equal');
oracle.stop();
process.exitCode = problem ? 1 : 0;
`;
}

const oracle = new Oracle(options.exec);
const begin = Date.now();
const mostRounds = options.rounds ? Number(options.rounds) : options.seconds ? Infinity : 1000;
const isOver = (done) => done >= mostRounds || Date.now() - begin > Number(options.seconds ?? Infinity) * 1000;
let failed = 0;
let rounds = 0;
for (; !isOver(rounds) && failed < 5; ++rounds) {
  const seed = Number(options.seed) + rounds;
  const round = randomRound(seed, { replicas: Number(options.replicas), actions: Number(options.actions) });
  const problem = await problemOf(round, oracle);
  if (!problem) continue;
  ++failed;
  const small = await shrunk(round, oracle, 20);
  const script = path.join(options.scripts, `property-${seed}.mjs`);
  fs.writeFileSync(script, scriptOf(small, problem));
  console.log(`seed ${seed}: ${problem}\n  ${small.actions.length} of its actions do it, too: node ${script}`);
}
oracle.stop();
console.log(`${rounds} rounds from seed ${options.seed}, ${failed} failed, ${((Date.now() - begin) / 1000).toFixed(1)} s`);
process.exitCode = failed || rounds === 0 ? 1 : 0;
