// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random edits. One is kept as the numbers that were drawn for it, and becomes an operation on what a
// document holds when it is made: a list of edits still means something when one is taken out of it.
import { Y } from './packages.mjs';

export const roots = { m: 'map', a: 'array', t: 'text' };

export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
  return { next, below: (n) => Math.floor(next() * n), pick: (list) => list[Math.floor(next() * list.length)] };
}

const plain = [
  0, 1, -1, 63, 64, -2147483648, 2147483648, 0.5, 0.1, 1e300, 'word', 'ü€🚀', '', true, false, null,
  [1, { a: null, '2': [] }], { z: 1, b: { c: ['x'] }, 10: 0, 9: 0 }, { $u8: '00ff' }, { $undef: true },
  { $num: '-0' }, { $num: 'NaN' }, { $num: '-Infinity' }, { $big: '-9007199254740993' },
];
const isForArrays = (value) => !('$undef' in Object(value) || '$big' in Object(value)); // Yjs refuses these
const words = ['a', 'bc', 'ä€', '🚀', 'x🚀y', '12345', 'hello world'];
// None that is an object: Yjs compares those by identity when it clears marks away, and so not two
// replicas of Yjs agree on them.
const attributes = [{ bold: true }, { bold: null }, { colour: 'red' }, { colour: 'blue', bold: true }];

function randomValue(random, depth = 0) {
  const kind = random.next();
  if (depth > 2 || kind < 0.6) return random.pick(plain);
  const some = () => Array.from({ length: random.below(3) }, () => randomValue(random, depth + 1));
  if (kind < 0.8) return { $type: 'map', entries: Object.fromEntries(some().map((value, i) => ['k' + i, value])) };
  if (kind < 0.92) return { $type: 'array', items: some().filter(isForArrays) };
  return { $type: 'text', text: random.pick(words) };
}

export function randomEdit(random, formats) {
  const draw = () => Math.round(random.next() * 1e6) / 1e6;
  return {
    where: draw(), act: draw(), at: draw(), length: 1 + random.below(random.pick([1, 1, 4, 12])),
    key: random.pick(['x', 'y', 'k1', 'k2', 'k3', '7']),
    values: Array.from({ length: 1 + random.below(3) }, () => randomValue(random)),
    text: random.pick(words), format: random.next() < formats ? random.pick(attributes) : undefined,
  };
}

// All shared types of the document, each with its path.
function* typesOf(type, path) {
  yield { type, path };
  const inner = type instanceof Y.Map ? [...type.keys()].sort().map((key) => [key, type.get(key)])
    : type instanceof Y.Array ? type.toArray().map((value, index) => [index, value]) : [];
  for (const [part, value] of inner) if (value instanceof Y.AbstractType) yield* typesOf(value, [...path, part]);
}

const rootOf = (doc, name) => doc.share.get(name);

function chosen(doc, where) {
  const names = Object.keys(roots);
  const name = names[Math.floor(where * names.length)];
  const types = [...typesOf(rootOf(doc, name), [name])];
  return types[Math.floor(((where * names.length) % 1) * types.length)];
}

// The edit as an operation of the line protocol; null when there is nothing that it could change.
export function operationOf(doc, edit) {
  const { type, path } = chosen(doc, edit.where);
  const place = (count) => Math.floor(edit.at * count);
  if (type instanceof Y.Map) {
    const keys = [...type.keys()].sort();
    if (edit.act < 0.04) return { op: 'map.clear', path };
    if (edit.act < 0.2) return keys.length ? { op: 'map.del', path, key: keys[place(keys.length)] } : null;
    return { op: 'map.set', path, key: edit.key, value: edit.values[0] };
  }
  const index = place(type.length);
  const len = Math.min(edit.length, type.length - index);
  if (type instanceof Y.Array) {
    if (edit.act < 0.35) return len > 0 ? { op: 'arr.del', path, index, len } : null;
    if (edit.act < 0.5) return { op: 'arr.push', path, values: edit.values.filter(isForArrays) };
    return { op: 'arr.ins', path, index: place(type.length + 1), values: edit.values.filter(isForArrays) };
  }
  if (edit.act < 0.3) return len > 0 ? { op: 'text.del', path, index, len } : null;
  if (edit.format && edit.act < 0.6) return len > 0 ? { op: 'text.fmt', path, index, len, attrs: edit.format } : null;
  const attrs = edit.format ? { attrs: edit.format } : {};
  if (edit.format && edit.act > 0.95)
    return { op: 'text.embed', path, index: place(type.length + 1), embed: { src: 'x', 7: 1 }, attrs: edit.format };
  return { op: 'text.ins', path, index: place(type.length + 1), text: edit.text, ...attrs };
}

// The values that JSON has not, from and to how the line protocol writes them.
export function untag(value) {
  if (Array.isArray(value)) return value.map(untag);
  if (!value || typeof value !== 'object') return value;
  if ('$undef' in value) return undefined;
  if ('$big' in value) return BigInt(value.$big);
  if ('$num' in value) return Number(value.$num);
  if ('$u8' in value) return new Uint8Array(Buffer.from(value.$u8, 'hex'));
  if (value.$type === 'map') return new Y.Map(Object.entries(value.entries).map(([key, inner]) => [key, untag(inner)]));
  if (value.$type === 'array') return Y.Array.from(value.items.map(untag));
  if (value.$type === 'text') return new Y.Text(value.text);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, untag(inner)]));
}

export function tag(value) {
  if (value === undefined) return { $undef: true };
  if (typeof value === 'bigint') return { $big: String(value) };
  if (Object.is(value, -0)) return { $num: '-0' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $num: String(value) };
  if (value instanceof Uint8Array) return { $u8: Buffer.from(value).toString('hex') };
  if (Array.isArray(value)) return value.map(tag);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, tag(value[key])]));
  return value;
}

export function operate(doc, op) {
  let type = rootOf(doc, op.path[0]);
  for (const part of op.path.slice(1)) type = type.get(part);
  const attrs = structuredClone(op.attrs); // Yjs takes the same object for more alike than an equal one
  switch (op.op) {
    case 'map.set': return type.set(op.key, untag(op.value));
    case 'map.del': return type.delete(op.key);
    case 'map.clear': return type.clear();
    case 'arr.ins': return type.insert(op.index, op.values.map(untag));
    case 'arr.push': return type.push(op.values.map(untag));
    case 'arr.del': return type.delete(op.index, op.len);
    case 'text.ins': return type.insert(op.index, op.text, attrs);
    case 'text.del': return type.delete(op.index, op.len);
    case 'text.fmt': return type.format(op.index, op.len, attrs);
    case 'text.embed': return type.insertEmbed(op.index, op.embed, attrs);
    default: throw new Error('no such operation: ' + op.op);
  }
}

const plainOf = (value) => (value instanceof Y.AbstractType ? value.toJSON() : value);

export function jsonOf(doc) {
  const text = rootOf(doc, 't');
  const delta = text.toDelta().map((run) => ({ ...run, insert: plainOf(run.insert) }));
  return { a: tag(rootOf(doc, 'a').toJSON()), m: tag(rootOf(doc, 'm').toJSON()), t: tag({ delta, text: text.toString() }) };
}

export function eventOf(event) {
  const { target, path } = event;
  if (target instanceof Y.Map) {
    const old = (value) => (value instanceof Y.AbstractType ? { $type: value.constructor.name } : tag(value));
    const keys = [...event.changes.keys].map(([key, { action, oldValue }]) => [key, { action, old: old(oldValue) }]);
    return { path, kind: 'map', keys: Object.fromEntries(keys) };
  }
  const step = (change) => (Array.isArray(change.insert) ? { ...change, insert: change.insert.map(plainOf) } : change);
  return { path, kind: target instanceof Y.Array ? 'array' : 'text', delta: tag(event.delta.map(step)) };
}
