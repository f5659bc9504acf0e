// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tabs.mjs URL ROOM TOKEN - two tabs of one browser: clients of y-websocket that also hear each other over
// a BroadcastChannel, and repeat to the relay what they hear there. Both move their cursor for two seconds;
// then writes {"closed": how often a connection ended, "seen": what each saw of the other last}.
import { require, Y } from './packages.mjs';

const [url, room, token] = process.argv.slice(2);
const { WebsocketProvider } = require('y-websocket');
const WebSocketPolyfill = require('ws').WebSocket;
const Rounds = 100;
let closed = 0;

const tabs = [0, 1].map(() => {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(url, room, doc, { params: { token }, WebSocketPolyfill });
  provider.on('connection-close', () => ++closed);
  return provider;
});

await Promise.all(tabs.map((tab) => new Promise((resolve) => tab.on('sync', resolve))));
let round = 0;
const timer = setInterval(() => {
  tabs.forEach((tab) => tab.awareness.setLocalState({ n: round }));
  if (++round < Rounds) return;
  clearInterval(timer);
  setTimeout(() => {
    const seen = tabs.map((tab, i) => tab.awareness.getStates().get(tabs[1 - i].doc.clientID)?.n);
    process.stdout.write(JSON.stringify({ closed, seen }) + '\n', () => process.exit(0));
  }, 300);
}, 20);
