// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node http2front.mjs KEY CERT PORT STREAMS: HTTP/2, with so many streams at once, and HTTP/1.1 over
// TLS on loopback; 0: only the latter. In front of the plain HTTP/1.1 server on PORT. Says its own port on the first line of its output; then answers each
// line of its input with one line of JSON.
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import readline from 'node:readline';

const [keyFile, certificateFile, upstreamPort, mostStreams] = process.argv.slice(2);
const certified = { key: fs.readFileSync(keyFile), cert: fs.readFileSync(certificateFile) };
const server = mostStreams === '0' ? https.createServer(certified) : http2.createSecureServer(
  { ...certified, allowHTTP1: true, settings: { maxConcurrentStreams: Number(mostStreams) } });
const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity });
const sockets = new Set();
const sessions = new Set();
const count = { connections: 0, sessions: 0, http1: 0, http2: 0, sent: 0 };
const streams = new Set();
let answers = []; // [status, headers] of the next requests over HTTP/2

server.on('secureConnection', (socket) => {
  ++count.connections;
  sockets.add(socket);
  socket.on('error', () => {});
  socket.on('close', () => sockets.delete(socket));
});
server.on('session', (session) => {
  ++count.sessions;
  sessions.add(session);
  session.on('error', () => {});
  session.on('close', () => sessions.delete(session));
});

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'host']);
const passedOn = (headers) => Object.fromEntries(
  Object.entries(headers).filter(([name]) => !name.startsWith(':') && !hopByHop.has(name)));

// /flood?bytes=N: 64-bit numbers that count up, as fast as they are taken.
function flood(url, response) {
  const total = Number(url.searchParams.get('bytes'));
  let at = 0;
  let gone = false;
  response.on('close', () => { gone = true; });
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const next = () => {
    if (at >= total) { response.end(); return; }
    const block = Buffer.alloc(Math.min(16384, total - at));
    for (let i = 0; i < block.length; i += 8) block.writeBigUInt64LE(BigInt((at + i) / 8), i);
    at += block.length;
    response.write(block, (error) => {
      if (error || gone) return;
      count.sent += block.length;
      next();
    });
  };
  next();
}

// /drip: a line at once, and one more with each "drip".
const drips = new Set();
function drip(response) {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.write('0\n');
  drips.add(response);
  response.on('close', () => drips.delete(response));
}

function pass(request, response) {
  const upstream = http.request({
    host: '127.0.0.1', port: upstreamPort, agent,
    method: request.method, path: request.url, headers: passedOn(request.headers),
  }, (answer) => {
    response.writeHead(answer.statusCode, passedOn(answer.headers));
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
    answer.on('aborted', () => response.destroy());
  });
  upstream.on('error', () => response.destroy());
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

server.on('request', (request, response) => {
  const isHttp2 = request.httpVersionMajor === 2;
  ++count[isHttp2 ? 'http2' : 'http1'];
  response.on('error', () => {});
  if (isHttp2) {
    streams.add(request.stream);
    request.stream.on('error', () => {});
    request.stream.on('close', () => streams.delete(request.stream));
    if (answers.length > 0) {
      const [status, headers] = answers.shift();
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', code: status }));
      return;
    }
  }
  const url = new URL(request.url, 'https://front');
  if (url.pathname === '/flood') flood(url, response);
  else if (url.pathname === '/drip') drip(response);
  else pass(request, response);
});

const commands = {
  count: () => {},
  drip: (text) => { for (const response of drips) response.write(`${text}\n`); },
  // Blank lines on each open stream, which mean nothing in a watch: for the flood before the event.
  swell: (mebibytes) => {
    const blank = Buffer.alloc(1024 * 1024, ' '.repeat(1023) + '\n');
    for (const stream of streams)
      for (let i = 0; i < mebibytes; ++i) stream.write(blank, () => {});
  },
  // RFC 9113 section 6.8: the streams there are go on, a new one is refused.
  goAway: () => { for (const session of sessions) session.goaway(); },
  reset: (code) => { for (const stream of streams) stream.close(Number(code)); },
  close: () => { for (const session of sessions) session.close(); }, // GOAWAY, then the end
  cut: () => { for (const socket of sockets) socket.destroy(); },
  answer: (times, status, retryAfter) => {
    const headers = retryAfter ? { 'retry-after': retryAfter } : {};
    answers = Array(Number(times)).fill([Number(status), headers]);
  },
};

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const [name, ...rest] = line.split(' ');
  commands[name](...rest);
  console.log(JSON.stringify({ ...count, openConnections: sockets.size, openStreams: streams.size }));
}).on('close', () => process.exit(0));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
