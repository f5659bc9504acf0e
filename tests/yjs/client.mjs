// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// client.mjs y-websocket|hocuspocus URL ROOM TOKEN - a Yjs client with the provider that npm has. Reads
// {"set": [key, value]}, {"state": {...}} (awareness) and {"show": 1}, a line each, and answers each with
// what it sees: {"json", "vector", "states", "synced", "client"}.
import readline from 'node:readline';
import { require, Y, hex } from './packages.mjs';

const [kind, url, room, token] = process.argv.slice(2);
const doc = new Y.Doc();
const map = doc.getMap('m');
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

function show() {
  return {
    json: map.toJSON(),
    vector: hex(Y.encodeStateVector(doc)),
    states: Object.fromEntries(provider.awareness.getStates()),
    synced,
    client: doc.clientID,
  };
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const { set, state } = JSON.parse(line);
  if (set) map.set(...set);
  if (state) provider.awareness.setLocalState(state);
  process.stdout.write(JSON.stringify(show()) + '\n');
}).on('close', () => process.exit(0));
