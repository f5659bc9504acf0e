// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The packages of package.json: from the folder that NPMDIR names, else from where the tests put them.
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
export const folder = process.env.NPMDIR ?? path.join(cache, 'krateyard', 'npm', 'yjs');
export const require = createRequire(path.join(folder, 'package.json'));

export const Y = require('yjs');
export const hex = (bytes) => Buffer.from(bytes).toString('hex');
export const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));
