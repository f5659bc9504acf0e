// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A client of the gateway that writes what it hears, an object of JSON a line:
//   node client.mjs events URL TOKEN [LAST_EVENT_ID]   an EventSource: {"name", "id", "data"}
//   node client.mjs socket URL TOKEN                   a WebSocket: {"text"}, {"binary"}, {"closed"}
// What a WebSocket is to send comes on standard input in the same form.
import readline from 'node:readline';
import { EventSource } from 'eventsource';
import WebSocket from 'ws';

const [kind, url, token, last] = process.argv.slice(2);
const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const headers = { Authorization: `Bearer ${token}` };

if (kind === 'events') {
  const source = new EventSource(url, {
    fetch: (input, init) => fetch(input, {
      ...init,
      headers: { ...(last ? { 'Last-Event-ID': last } : {}), ...init.headers, ...headers },
    }),
  });
  for (const name of ['message', 'status', 'marker', 'heartbeat', 'stats'])
    source.addEventListener(name, (event) => tell({ name, id: event.lastEventId, data: event.data }));
  source.onopen = () => tell({ name: 'open' });
  source.onerror = (event) => tell({ name: 'error', code: event.code ?? 0 });
} else {
  const socket = new WebSocket(url, { headers });
  socket.on('open', () => tell({ open: true }));
  socket.on('message', (data, isBinary) => tell({ [isBinary ? 'binary' : 'text']: data.toString() }));
  socket.on('close', (code, reason) => tell({ closed: code, reason: reason.toString() }));
  socket.on('unexpected-response', (_, response) => tell({ refused: response.statusCode }));
  socket.on('error', () => {});
  readline.createInterface({ input: process.stdin }).on('line', (line) => {
    const { text, binary } = JSON.parse(line);
    socket.send(text ?? Buffer.from(binary));
  });
}
