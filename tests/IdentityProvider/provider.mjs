// An OpenID Connect provider that nobody here wrote, configured as a practice would configure its own: persons by authorization code with
// PKCE, platforms by client credentials, access tokens as signed JWTs for our audience. It reads lines of JSON: { jwks } begins with these
// keys, and each further line has it go on with others, as a provider does that rotates its keys.
import http from 'node:http';
import readline from 'node:readline';
import { Provider } from 'oidc-provider';

const { port, audience, clients, persons } = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const metadata = ['tenant', 'role', 'person', 'establishment'];

const claims = (subject) => Object.fromEntries(metadata.filter((name) => subject?.[name]).map((name) => [name, subject[name]]));

const configure = (jwks) => ({
  jwks,
  clients,
  extraClientMetadata: { properties: metadata },
  scopes: ['openid'],
  pkce: { required: () => true },
  cookies: { keys: ['for tests alone'] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'frames:read bilans:read bilans:write history:read indicators:read',
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 600,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  findAccount: (_, id) => persons[id] && { accountId: id, claims: () => ({ sub: id }) },
  extraTokenClaims: (context, token) =>
    token.kind === 'ClientCredentials' ? claims(context.oidc.client) : claims(persons[token.accountId]),
});

let serve;
const server = http.createServer((request, response) => serve(request, response));
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  serve = new Provider(issuer, configure(JSON.parse(line).jwks)).callback();
  if (server.listening) {
    console.log('rotated');
  } else {
    server.listen(port, '127.0.0.1', () => console.log('listening'));
  }
}).on('close', () => process.exit(0));
