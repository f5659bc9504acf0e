// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// client.mjs y-websocket|hocuspocus URL ROOM TOKEN - a Yjs client with the provider that npm has. Reads
// {"set": [key, value]}, {"state": {...}} (awareness) and {"show": 1}, a line each, and answers each with
// what it sees: {"json", "vector", "states", "synced", "client"}. All of the root map "m", or of the map to
// which "at", a list of keys, leads from the document: {"at": ["krates", "k1"], "set": ["p", [1, 2]]}.
import readline from 'node:readline';
import { require, Y, hex } from './packages.mjs';

const [kind, url, room, token] = process.argv.slice(2);
const doc = new Y.Doc();
let synced = false;
const provider = makeProvider();

function makeProvider() {
  const WebSocketPolyfill = require('ws').WebSocket;
  if (kind === 'hocuspocus') {
    const { HocuspocusProvider, HocuspocusProviderWebsocket } = require('@hocuspocus/provider');
    const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill, delay: 50, minDelay: 50, maxDelay: 200 });
    const made = new HocuspocusProvider({ name: room, document: doc, token, websocketProvider });
    made.attach();
    made.on('synced', () => (synced = true));
    return made;
  }
  const { WebsocketProvider } = require('y-websocket');
  const made = new WebsocketProvider(url, room, doc, { params: { token }, WebSocketPolyfill, disableBc: true, maxBackoffTime: 100 });
  made.on('sync', (is) => (synced = is));
  return made;
}

function mapAt([root, ...keys]) {
  return keys.reduce((map, key) => map?.get(key), doc.getMap(root));
}

function show(map) {
  return {
    json: map?.toJSON() ?? null,
    vector: hex(Y.encodeStateVector(doc)),
    states: Object.fromEntries(provider.awareness.getStates()),
    synced,
    client: doc.clientID,
  };
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const { at = ['m'], set, state } = JSON.parse(line);
  const map = mapAt(at);
  if (set) map.set(...set);
  if (state) provider.awareness.setLocalState(state);
  process.stdout.write(JSON.stringify(show(map)) + '\n');
}).on('close', () => process.exit(0));
