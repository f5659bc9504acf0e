// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// check.mjs URL KEY NAMESPACE APP - fetches the OpenAPI document of the gateway at URL, validates it against
// the rules of OpenAPI 3.1, asks every operation that is neither a WebSocket nor passed through, and
// checks that each answer is one that the document names. Prints one line for each answer, and
// ends with 1 when something does not fit. KEY is an admin's API key.
import { Validator } from '@seriousme/openapi-schema-validator';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

const [url, key, ns, app] = process.argv.slice(2);
let problems = 0;
const complain = (text) => { ++problems; console.log(`WRONG ${text}`); };

const doc = await (await fetch(`${url}/api/openapi.json`)).json();
const validation = await new Validator().validate(structuredClone(doc));
if (!validation.valid) complain(`the document: ${JSON.stringify(validation.errors).slice(0, 2000)}`);
else console.log(`valid: OpenAPI ${doc.openapi}, ${Object.keys(doc.paths).length} paths`);

const resolved = (value) => (value?.$ref === undefined ? value
  : value.$ref.slice(2).split('/').reduce((at, part) => at[part], doc));

// A reference within the document is one within what is compiled.
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
const local = (value) => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'));
const $defs = local(doc.components.schemas);
const compiled = new Map();
function check(what, schema, value) {
  const text = JSON.stringify(schema);
  if (!compiled.has(text)) compiled.set(text, ajv.compile({ $defs, ...local(schema) }));
  const validate = compiled.get(text);
  if (!validate(value)) complain(`${what}: ${ajv.errorsText(validate.errors).slice(0, 600)} in ${JSON.stringify(value).slice(0, 400)}`);
}

// What an event stream or a stream of lines has said until `isEnough`, or its end.
async function read(response, isEnough) {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of response.body) {
    text += decoder.decode(bytes, { stream: true });
    if (isEnough(text)) break;
  }
  return text;
}

function checkEvents(what, media, text) {
  for (const event of text.split('\n\n').slice(0, -1)) {
    const fields = event.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]);
    const name = fields.find(([field]) => field === 'event')?.[1] ?? 'message';
    const data = fields.filter(([field]) => field === 'data').map(([, value]) => value).join('\n');
    const schema = media['x-events'][name];
    seen.add(`${what.split(' ')[0]}:${name}`);
    if (schema === undefined) complain(`${what}: an event ${name} that is not named`);
    else check(`${what}, event ${name}`, schema, JSON.parse(data));
  }
}

const done = new Map(); // statuses by operationId
const seen = new Set(); // events
async function ask(id, parts = {}, query = '', options = {}, wanted = 200) {
  const [path, method] = Object.entries(doc.paths).flatMap(([p, operations]) => Object.entries(operations)
    .filter(([, operation]) => operation.operationId === id).map(([m]) => [p, m]))[0];
  const target = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parts[name]));
  const cancel = new AbortController();
  const { key: own = key, enough = () => false, ...rest } = options;
  const response = await fetch(url + target + query, {
    method: method.toUpperCase(), redirect: 'manual', signal: cancel.signal, ...rest,
    headers: { ...(own ? { authorization: `Bearer ${own}` } : {}), ...rest.headers },
  });
  const what = `${id} ${target}${query}`;
  console.log(`${response.status} ${what}`);
  done.set(id, [...(done.get(id) ?? []), response.status]);
  const answer = resolved(doc.paths[path][method].responses[response.status]);
  if (response.status !== wanted) complain(`${what}: ${response.status} instead of ${wanted}`);
  if (answer === undefined) return complain(`${what}: ${response.status} is not named`);
  for (const name of Object.keys(answer.headers ?? {})) {
    if (resolved(answer.headers[name]).required && !response.headers.has(name)) complain(`${what}: no ${name}`);
  }
  const type = response.headers.get('content-type');
  const media = answer.content?.[type];
  if (type !== null && media === undefined) return complain(`${what}: ${type} is not named`);
  if (type === null || method === 'head') return undefined;
  if (type === 'application/json') {
    const body = await response.json();
    check(what, media.schema, body);
    return body;
  }
  const text = await read(response, enough);
  cancel.abort();
  if (type === 'text/event-stream') checkEvents(what, media, text);
  else text.split('\n').slice(0, -1).forEach((line) => check(what, media['x-lines'], JSON.parse(line)));
  return text;
}

// Every operation that can be asked, with the answers that it can give here.
const etag = (await fetch(`${url}/api/openapi.json`)).headers.get('etag');
await ask('readDocument', {}, '', { key: '' });
await ask('readDocument', {}, '', { headers: { 'if-none-match': etag } }, 304);
await ask('health', {}, '', { key: '' });
await ask('describeCluster');
await ask('describeCluster', {}, '?cluster=none', {}, 404);
await ask('describeCluster', {}, '', { key: '' }, 401);
await ask('listFirstKinds');
for (const kind of ['pods', 'deployments.apps', 'secrets', 'nodes', 'events', 'customresourcedefinitions'])
  await ask('listObjects', { kind });
await ask('listObjects', { kind: 'pods' }, `?ns=${ns}&labelSelector=app`);
await ask('listObjects', { kind: 'pods' }, '?labelSelector=%3D%3D', {}, 400);
await ask('listObjects', { kind: 'secrets' }, '?reveal=true', {}, 200);
await ask('listObjects', { kind: 'dragons' }, '', {}, 404);
await ask('listObjects', { kind: 'pods' }, '', { key: 'wrong' }, 401);
const { pods } = await ask('listPods', { ns });
const { name } = pods.find((pod) => pod.app === app);
await ask('listPods', { ns }, '?labelSelector=%3D%3D', {}, 400);
await ask('getObject', { kind: 'pods', name }, `?ns=${ns}`);
await ask('getObject', { kind: 'pods', name }, '', {}, 400);
await ask('getObject', { kind: 'pods', name: 'none' }, `?ns=${ns}`, {}, 404);
await ask('getObject', { kind: 'namespaces', name: ns });
const listed = (text) => text.includes('"LISTED"');
await ask('watchKind', { kind: 'pods' }, `?ns=${ns}`, { enough: listed });
await ask('watchKind', { kind: 'pods' }, '', { enough: listed, headers: { accept: 'text/event-stream' } });
await ask('watchKind', { kind: 'dragons' }, '', {}, 404);
await ask('watchKinds', {}, '?kinds=pods,services&patch=true', { enough: (text) => text.split('"LISTED"').length > 2 });
await ask('watchKinds', {}, '?kinds=' + 'a,'.repeat(60), {}, 400);
await ask('listNamespaces');
await ask('getPod', { ns, name });
await ask('getPod', { ns, name: 'none' }, '', {}, 404);
await ask('describePod', { ns, name });
await ask('describePod', { ns, name }, '?reveal=true');
for (const one of pods.filter((pod) => pod.phase !== 'Running').slice(0, 3)) await ask('describePod', { ns, name: one.name });
await ask('measurePod', { ns, name });
await ask('measurePod', { ns, name: 'none' }, '', {}, 404);
await ask('listApps', { ns });
await ask('getApp', { ns, name: app });
await ask('getApp', { ns, name: 'none' }, '', {}, 404);
await ask('followPodLogs', { ns, name }, '?follow=false&tail=20');
await ask('followPodLogs', { ns, name }, '?tail=5', { enough: (text) => text.includes('event: stats') });
await ask('followPodLogs', { ns, name }, '?tail=many', {}, 400);
await ask('followPodLogs', { ns, name: 'none' }, '', {}, 404);
await ask('followAppLogs', { ns, name: app }, '?tail=5', { enough: (text) => text.includes('event: stats') });
await ask('followAppLogs', { ns, name: app }, '?since=yesterday', {}, 400);
await ask('followAppLogs', { ns, name: 'none' }, '', {}, 404);
await ask('readSession');
const json = { 'content-type': 'application/json' };
const session = { theme: 'dark', ui: { wide: true }, pinnedResources: [{ kind: 'pod', namespace: ns, name }] };
check('a body', doc.paths['/api/v1/session'].put.requestBody.content['application/json'].schema, session);
await ask('saveSession', {}, '', { body: JSON.stringify(session), headers: json }, 204);
await ask('saveSession', {}, '', { body: '{"theme": "pink"}', headers: json }, 400);
await ask('saveSession', {}, '', { body: ' '.repeat(300 * 1024), headers: json }, 413);
if ((await ask('readSession'))?.theme !== 'dark') complain('the session was not kept');
await ask('deleteSession', {}, '', {}, 204);
await ask('signInConfig', {}, '', { key: '' });
await ask('beginSignIn', {}, '', { key: '' }, 302);
await ask('finishSignIn', {}, '?code=1&state=2', { key: '' }, 403);
await ask('whoAmI');
await ask('whoAmI', {}, '', { key: '' }, 401);
await ask('whoAmI', {}, '', { headers: { origin: 'https://elsewhere.example' } }, 403);
await ask('whoAmI', {}, '', { headers: { 'x-long': 'x'.repeat(40000) } }, 431);
await ask('readAudit');
await ask('readAudit', {}, '?limit=2');
await ask('readAudit', {}, '?limit=none', {}, 400);
await ask('signOut', {}, '', {}, 204);

for (const [path, operations] of Object.entries(doc.paths)) {
  for (const operation of Object.values(operations)) {
    if (path.startsWith('/k8s/') || operation['x-websocket']) continue;
    if (path === '/auth/callback') continue; // leads on only after a real provider: tst_gatewaysignin
    if (!done.get(operation.operationId)?.some((status) => status < 400)) complain(`${operation.operationId} was never answered`);
  }
}
for (const event of ['followPodLogs:message', 'followPodLogs:status', 'followPodLogs:heartbeat', 'followPodLogs:stats', 'followAppLogs:message', 'watchKind:message'])
  if (!seen.has(event)) complain(`${event} never came`);
console.log(`${done.size} operations, ${[...done.values()].flat().length} answers, ${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
