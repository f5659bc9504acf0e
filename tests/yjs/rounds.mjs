// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A round: replicas that edit, lose sight of each other and meet again. It is a list of actions that
// a seed has drawn, and runs the same each time.
import { hex, unhex, Y } from './packages.mjs';
import { randomEdit, randomOf } from './edits.mjs';
import { merged, Replica } from './replicas.mjs';

export function randomRound(seed, { replicas = 5, actions = 80 } = {}) {
  const random = randomOf(seed);
  const highest = random.pick([200, 2 ** 32, 2 ** 53 - 100]);
  const formats = random.pick([0, 0, 0.05, 0.3]);
  const [gc, events] = [random.next() > 0.1, random.next() < 0.3];
  const clients = Array.from({ length: replicas }, (_, i) => 1 + random.below(highest / replicas) * replicas + i);
  const setup = clients.map((client, i) => ({ client, isOurs: i % 2 === 0, gc, events }));
  const list = [];
  for (let n = 0; n < actions; ++n) {
    const kind = random.next();
    const at = random.below(replicas);
    const pick = Math.round(random.next() * 1e6) / 1e6;
    if (kind < 0.4) {
      const edits = Array.from({ length: 1 + random.below(4) }, () => randomEdit(random, formats));
      list.push({ do: 'edit', at, edits, lost: random.next() < 0.05 });
    } else if (kind < 0.75) {
      list.push({ do: 'deliver', at, pick, count: random.pick([1, 1, 1, 1, 3]), enc: random.next() < 0.1 ? 'v2' : 'v1' });
    } else if (kind < 0.79) {
      list.push({ do: 'repeat', at, pick });
    } else if (kind < 0.93) {
      list.push({ do: random.next() < 0.7 ? 'undo' : 'redo', at: at - (at % 2) });
    } else {
      const isWhole = random.next() < 0.5;
      list.push({ do: isWhole ? 'heal' : 'part', sides: clients.map(() => random.below(2)) });
    }
  }
  return { seed, setup, formats, actions: list };
}

class Round {
  constructor(round, oracle) {
    this.oracle = oracle;
    this.random = randomOf(round.seed);
    this.formats = round.formats;
    this.replicas = round.setup.map((setup, i) => new Replica(i, setup, oracle));
    this.inboxes = this.replicas.map(() => []);
    this.taken = this.replicas.map(() => []);
    this.sides = this.replicas.map(() => 0);
  }

  // What is lost here, or between the sides of a partition, only an exchange of states brings back.
  send(from, update, isLost = false) {
    if (!update || isLost) return;
    this.inboxes.forEach((inbox, to) => {
      if (to !== from && this.sides[to] === this.sides[from]) inbox.push(update);
    });
  }

  async take(to, update, enc = 'v1') {
    const bytes = enc === 'v2' ? hex(Y.convertUpdateFormatV1ToV2(unhex(update))) : update;
    await this.replicas[to].apply(bytes, enc);
    this.taken[to].push(update);
  }

  async act(action) {
    const { at } = action;
    const inbox = this.inboxes[at];
    const place = (list) => Math.floor(action.pick * list.length);
    switch (action.do) {
      case 'edit': return this.send(at, await this.replicas[at].edit(action.edits), action.lost);
      case 'undo':
      case 'redo': return this.send(at, await this.replicas[at].undo(action.do));
      case 'deliver': {
        const updates = inbox.splice(place(inbox), action.count);
        if (updates.length === 0) return undefined;
        return this.take(at, updates.length > 1 ? await merged(updates, this.oracle) : updates[0], action.enc);
      }
      case 'repeat':
        if (this.taken[at].length) await this.replicas[at].apply(this.taken[at][place(this.taken[at])]);
        return undefined;
      case 'part': this.sides = action.sides; return undefined;
      case 'heal': this.sides = this.sides.map(() => 0); return this.exchange();
      default: throw new Error('no such action: ' + action.do);
    }
  }

  async exchange() {
    for (const from of this.replicas) {
      for (const to of this.replicas)
        if (from !== to) await to.apply(await from.diff(to.stateVector()));
    }
  }

  async end() {
    for (let to = 0; to < this.replicas.length; ++to) {
      while (this.inboxes[to].length)
        await this.take(to, this.inboxes[to].splice(this.random.below(this.inboxes[to].length), 1)[0]);
    }
    // Yjs tidies marks up when it takes in others', and tells that as an edit of its own.
    for (let pass = 0; pass < 8 && (pass === 0 || !this.isSame()); ++pass) await this.exchange();
    for (const replica of this.replicas) await replica.check(this.random);
    // With concurrent marks those of Yjs do not always end equal; ours then does what its twin does.
    if (!this.isSame() && this.formats === 0) throw new Error('the replicas ended differently');
  }

  isSame() {
    const [first] = this.replicas;
    const isLikeFirst = (replica) => replica.json() === first.json() && replica.stateVector() === first.stateVector();
    return this.replicas.every(isLikeFirst);
  }
}

// Why the round failed; empty when all ended equal.
export async function problemOf(round, oracle) {
  try {
    await oracle.call({ cmd: 'reset' });
    const run = new Round(round, oracle);
    await Promise.all(run.replicas.map((replica) => replica.ready));
    for (const [number, action] of round.actions.entries()) {
      try {
        await run.act(action);
      } catch (error) {
        throw new Error(`action ${number}: ${error.message}`);
      }
    }
    await run.end();
    return '';
  } catch (error) {
    return error.message;
  }
}

// The same problem with fewer actions and edits, as far as `seconds` reach.
export async function shrunk(round, oracle, seconds) {
  const until = Date.now() + seconds * 1000;
  const fails = async (actions) => Date.now() < until && (await problemOf({ ...round, actions }, oracle)) !== '';
  let { actions } = round;
  for (let size = Math.ceil(actions.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = actions.length - size; at > -size; at -= size) {
      const fewer = actions.filter((_, i) => i < at || i >= at + size);
      if (await fails(fewer)) actions = fewer;
    }
  }
  for (let number = 0; number < actions.length; ++number) {
    for (let i = (actions[number].edits?.length ?? 0) - 1; i >= 0 && actions[number].edits.length > 1; --i) {
      const edits = actions[number].edits.filter((_, k) => k !== i);
      const fewer = actions.with?.(number, { ...actions[number], edits }) ?? actions;
      if (await fails(fewer)) actions = fewer;
    }
  }
  return { ...round, actions };
}
