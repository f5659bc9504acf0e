// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A replica is a document of Yjs. Some have a twin among ours that is told and does the same: after
// each step both must have told the same bytes.
import { Y, hex, unhex } from './packages.mjs';
import { eventOf, jsonOf, operate, operationOf, roots, tag } from './edits.mjs';

// Some values occur thousands of times on a path: show the neighbourhood of the first difference.
function differ(what, ours, theirs) {
  const [a, b] = [ours, theirs].map((value) => (typeof value === 'string' ? value : JSON.stringify(tag(value))));
  if (a === b) return;
  let at = 0;
  while (at < b.length && a[at] === b[at]) ++at;
  const shown = (text) => `${text.slice(Math.max(0, at - 60), at)}»${text.slice(at, at + 120)}`;
  throw new Error(`${what}\n  ours ${shown(a)}\n  Yjs  ${shown(b)}`);
}

export class Replica {
  constructor(number, { client, isOurs, gc, events }, oracle) {
    this.name = 'R' + number;
    this.oracle = isOurs ? oracle : null;
    this.doc = new Y.Doc({ gc });
    this.doc.clientID = client;
    this.events = events ? [] : null;
    for (const [name, kind] of Object.entries(roots)) {
      const root = { map: () => this.doc.getMap(name), array: () => this.doc.getArray(name), text: () => this.doc.getText(name) }[kind]();
      if (events) root.observeDeep((told) => this.events.push(...told.map(eventOf)));
    }
    this.ready = this.call('doc', { client, gc, roots, ...(events ? { events } : {}) });
  }

  call(cmd, request) {
    return this.oracle?.call({ cmd, doc: this.name, ...request });
  }

  captured(act) {
    const updates = [];
    const note = (update) => updates.push(update);
    if (this.events) this.events.length = 0;
    this.doc.on('update', note);
    try {
      act();
    } finally {
      this.doc.off('update', note);
    }
    return updates.length ? hex(Y.mergeUpdates(updates)) : null;
  }

  // What both told of a step; answers with ours.
  agree(what, answer, field, theirs) {
    if (!answer) return theirs;
    if (answer.ok === false) throw new Error(`${what} of ${this.name}: ${answer.error}`);
    differ(`${what} of ${this.name}`, answer[field] ?? null, theirs);
    if (this.events && answer.events) differ(`${what}, events of ${this.name}`, answer.events, this.events);
    return theirs;
  }

  async edit(edits) {
    const ops = [];
    const update = this.captured(() => this.doc.transact(() => {
      for (const edit of edits) {
        const op = operationOf(this.doc, edit);
        if (op) operate(this.doc, op);
        if (op) ops.push(op);
      }
    }));
    return this.agree('edit ' + JSON.stringify(ops), await this.call('tx', { ops }), 'update', update);
  }

  async apply(update, enc = 'v1') {
    const take = enc === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate;
    const told = this.captured(() => take(this.doc, unhex(update), 'remote'));
    return this.agree('applying ' + update, await this.call('apply', { hex: update, enc }), 'emits', told);
  }

  async undo(act) {
    if (!this.undoManager) {
      const scope = Object.keys(roots);
      this.undoManager = new Y.UndoManager(scope.map((name) => this.doc.share.get(name)), { captureTimeout: 0 });
      await this.call('undo_manager', { scope, captureTimeout: 0 });
      return null; // from now on
    }
    let item = null;
    const update = this.captured(() => { item = this.undoManager[act](); });
    const answer = await this.call('um', { do: act });
    if (answer) differ(`whether ${act} of ${this.name} did something`, answer.changed, item !== null);
    return this.agree(act, answer, 'update', update);
  }

  stateVector() {
    return hex(Y.encodeStateVector(this.doc));
  }

  async diff(known) {
    const theirs = hex(Y.encodeStateAsUpdate(this.doc, unhex(known)));
    const answer = await this.call('diff', { sv: known });
    if (answer) differ(`difference of ${this.name} to ${known}`, answer.hex, theirs);
    return theirs;
  }

  json() {
    return JSON.stringify(jsonOf(this.doc));
  }

  // Everything that can be asked of a document.
  async check(random) {
    const state = await this.call('state', {});
    if (!state) return;
    const theirs = {
      json: jsonOf(this.doc), sv: this.stateVector(),
      state_v1: hex(Y.encodeStateAsUpdate(this.doc)), state_v2: hex(Y.encodeStateAsUpdateV2(this.doc)),
      struct_count: [...this.doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0),
      pending_structs: this.doc.store.pendingStructs !== null, pending_ds: this.doc.store.pendingDs !== null,
    };
    for (const [name, value] of Object.entries(theirs))
      if (name in state) differ(`${name} of ${this.name}`, state[name], value);
    await this.checkTools(theirs.state_v1, theirs.state_v2);
    const text = this.doc.share.get('t');
    const [index, assoc] = [random.below(text.length + 1), random.pick([0, -1])];
    const position = Y.createRelativePositionFromTypeIndex(text, index, assoc);
    const encoded = hex(Y.encodeRelativePosition(position));
    const where = `the position ${index} (${assoc}) of ${this.name}`;
    differ(where, (await this.call('relpos', { root: 't', index, assoc })).hex, encoded);
    const found = Y.createAbsolutePositionFromRelativePosition(position, this.doc);
    differ(where + ', found again', tag((await this.call('abspos', { hex: encoded })).index), tag(found && found.index));
    const snapshot = hex(Y.encodeSnapshot(Y.snapshot(this.doc)));
    differ(`the snapshot of ${this.name}`, (await this.call('snapshot', {})).v1, snapshot);
  }

  // What can be done with its state without a document, and by a new one.
  async checkTools(first, second) {
    const ask = async (cmd, request) => (await this.oracle.call({ cmd, ...request })).hex;
    const update = unhex(first);
    differ('as version 2', await ask('convert', { hex: first, to: 'v2' }), hex(Y.convertUpdateFormatV1ToV2(update)));
    differ('as version 1', await ask('convert', { hex: second, to: 'v1' }), hex(Y.convertUpdateFormatV2ToV1(unhex(second))));
    differ('its state vector', await ask('svFromUpdate', { update: first }), hex(Y.encodeStateVectorFromUpdate(update)));
    const fresh = new Y.Doc();
    // A text that nobody has asked for is not cleaned up.
    for (const [name, kind] of Object.entries(roots)) {
      kind === 'map' ? fresh.getMap(name) : kind === 'array' ? fresh.getArray(name) : fresh.getText(name);
    }
    Y.applyUpdate(fresh, update);
    await this.oracle.call({ cmd: 'doc', doc: 'fresh', client: fresh.clientID, roots });
    await this.oracle.call({ cmd: 'apply', doc: 'fresh', hex: first });
    const loaded = await this.oracle.call({ cmd: 'state', doc: 'fresh' });
    differ(`the state of ${this.name}, loaded`, loaded.state_v1, hex(Y.encodeStateAsUpdate(fresh)));
  }
}

export async function merged(updates, oracle) {
  const theirs = hex(Y.mergeUpdates(updates.map(unhex)));
  differ('merging ' + updates, (await oracle.call({ cmd: 'merge', updates })).hex, theirs);
  return theirs;
}
