// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Yjs's part of bench_crdt:
//   node bench.mjs make SCENARIO EDITS FILE    writes the update of each edit, behind its length in 4 bytes
//   node bench.mjs measure FILE ROUNDS         what it takes to apply them one by one, to encode what comes
//                                              of it (into FILE.state) and to load that
//   node --expose-gc bench.mjs memory FILE     by how much loading a state raises memory
import fs from 'node:fs';
import { Y } from './packages.mjs';
import { randomOf } from './edits.mjs';

const Krates = 200;

const scenarios = {
  // Krates are dragged in turn: each move writes x and y in one transaction.
  moves: (doc, edits) => {
    const map = doc.getMap('krates');
    doc.transact(() => {
      for (let krate = 0; krate < Krates; ++krate) map.set('k' + krate, new Y.Map([['x', 0], ['y', 0]]));
    });
    for (let i = 0; i < edits; ++i) {
      doc.transact(() => {
        const krate = map.get('k' + (i % Krates));
        krate.set('x', (i % 4000) + 0.5);
        krate.set('y', ((i * 7) % 3000) + 0.25);
      });
    }
  },
  array: (doc, edits, random) => {
    const array = doc.getArray('a');
    for (let i = 0; i < edits; ++i) array.insert(random.below(i + 1), [i]);
  },
  text: (doc, edits, random) => {
    const text = doc.getText('t');
    for (let i = 0; i < edits; ++i) {
      const length = text.length;
      if (length > 500 && random.below(3) === 0) text.delete(random.below(length), 1);
      else text.insert(random.below(length + 1), String.fromCharCode(97 + (i % 26)));
    }
  },
};

function make(scenario, edits, file) {
  const doc = new Y.Doc();
  doc.clientID = 0x5eadbee5;
  const out = fs.openSync(file, 'w');
  let parts = [];
  const flush = () => {
    fs.writeSync(out, Buffer.concat(parts));
    parts = [];
  };
  doc.on('update', (update) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(update.length);
    parts.push(length, update);
    if (parts.length > 20000) flush();
  });
  scenarios[scenario](doc, Number(edits), randomOf(7));
  flush();
  fs.closeSync(out);
}

function applied(stream) {
  const doc = new Y.Doc();
  for (let at = 0; at < stream.length;) {
    const length = stream.readUInt32LE(at);
    Y.applyUpdate(doc, stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return doc;
}

function loaded(state) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

function timed(times, act) {
  const begin = performance.now();
  const result = act();
  times.push(performance.now() - begin);
  return result;
}

function measure(file, rounds) {
  const stream = fs.readFileSync(file);
  const times = { apply: [], encode: [], load: [] };
  let state;
  for (let round = 0; round < Number(rounds); ++round) {
    const doc = timed(times.apply, () => applied(stream));
    state = timed(times.encode, () => Y.encodeStateAsUpdate(doc));
    timed(times.load, () => loaded(state));
  }
  fs.writeFileSync(file + '.state', state);
  console.log(JSON.stringify({ ...times, bytes: state.length }));
}

function memory(file) {
  const state = fs.readFileSync(file);
  const now = () => {
    globalThis.gc();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed };
  };
  loaded(new Uint8Array([0, 0])); // what the library itself needs
  const before = now();
  const doc = loaded(state);
  const after = now();
  console.log(JSON.stringify({ resident: after.rss - before.rss, heap: after.heapUsed - before.heapUsed, clients: doc.store.clients.size }));
}

const [command, ...rest] = process.argv.slice(2);
({ make, measure, memory })[command](...rest);
