// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our own documents, behind the line protocol of `krateyard-oracle yjs` (docs/testing.md).
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class Oracle {
  constructor(command) {
    this.command = command;
  }

  // Answers come in the order of the requests.
  call(request) {
    if (!this.process) this.start();
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.process.stdin.write(JSON.stringify(request) + '\n');
    });
  }

  start() {
    const child = spawn('sh', ['-c', 'exec ' + this.command], { stdio: ['pipe', 'pipe', 'inherit'] });
    const waiting = [];
    createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
    child.stdin.on('error', () => {});
    child.on('exit', (code, signal) => {
      if (this.process === child) this.process = null; // the next call starts another
      for (const call of waiting) call.reject(new Error(`the oracle ended: ${signal ?? code}`));
    });
    this.process = child;
    this.waiting = waiting;
  }

  stop() {
    this.process?.stdin.end();
    this.process = null;
  }
}
