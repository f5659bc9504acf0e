// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// relay.mjs y-websocket|hocuspocus [PORT] - a relay as npm has it, on loopback; a port is taken when none
// is named. Writes {"port": N} when it listens. Clients need a token: "secret" may write; "reader" may
// read (hocuspocus); others are refused: by y-websocket's server with the code 4401, with "403" by HTTP.
import http from 'node:http';
import { require } from './packages.mjs';

const [kind, port = '0'] = process.argv.slice(2);
const tell = (line) => process.stdout.write(JSON.stringify(line) + '\n');
process.stdin.resume().on('end', () => process.exit(0)); // goes with who started it

function runYWebsocket() {
  const { setupWSConnection } = require('@y/websocket-server/utils');
  const { WebSocketServer } = require('ws');
  const sockets = new WebSocketServer({ noServer: true });
  const server = http.createServer();
  server.on('upgrade', (request, socket, head) => {
    const token = new URL(request.url, 'http://localhost').searchParams.get('token');
    if (token === '403') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (token === 'secret') setupWSConnection(client, request);
      else client.close(4401, 'unauthorized');
    });
  });
  server.listen(Number(port), '127.0.0.1', () => tell({ port: server.address().port }));
}

async function runHocuspocus() {
  const { Server } = require('@hocuspocus/server');
  const server = new Server({
    port: Number(port),
    address: '127.0.0.1',
    quiet: true,
    stopOnSignals: false,
    async onAuthenticate({ token, connectionConfig }) {
      if (token === 'reader') connectionConfig.readOnly = true;
      else if (token !== 'secret') throw new Error('permission-denied');
    },
  });
  await server.listen();
  tell({ port: server.address.port });
}

if (kind === 'hocuspocus') await runHocuspocus();
else runYWebsocket();
