// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real OpenID provider on loopback with one client and one person who has signed in already. Says
// on its first line of output where it is and which refresh token it gave her.
import http from 'node:http';
import Provider from 'oidc-provider';

const [clientId, clientSecret] = process.argv.slice(2);
const server = http.createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: clientId,
    client_secret: clientSecret,
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: ['http://127.0.0.1:9/callback'],
  }],
  claims: { openid: ['sub', 'groups'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, groups: ['yard'] }) }),
  rotateRefreshToken: true,
  ttl: { AccessToken: 600, Grant: 86400, IdToken: 600, RefreshToken: 86400 },
});
server.on('request', provider.callback());

const client = await provider.Client.find(clientId);
const grant = new provider.Grant({ accountId: 'jane', clientId });
grant.addOIDCScope('openid offline_access');
const grantId = await grant.save();
const refreshToken = await new provider.RefreshToken({
  accountId: 'jane',
  client,
  expiresWithSession: false,
  grantId,
  gty: 'authorization_code',
  scope: 'openid offline_access',
}).save();
console.log(JSON.stringify({ issuer, refreshToken }));
