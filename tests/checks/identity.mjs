// Gets in with openid-client, which nobody here wrote: a platform by its client credentials, a person by authorization code with PKCE.
// Reads { issuer, redirect, scope, platform: { id, secret }, person: { client, login } } and prints { platform, person, idToken }.
import { text } from "node:stream/consumers";
import * as oidc from "openid-client";

const { issuer, redirect, scope, platform, person } = JSON.parse(await text(process.stdin));
const insecure = { execute: [oidc.allowInsecureRequests] };

const asPlatform = await oidc.discovery(new URL(issuer), platform.id, undefined, oidc.ClientSecretBasic(platform.secret), insecure);
const granted = await oidc.clientCredentialsGrant(asPlatform, { scope });

const asPerson = await oidc.discovery(new URL(issuer), person.client, undefined, oidc.None(), insecure);
const [pkceCodeVerifier, expectedState, expectedNonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
const start = oidc.buildAuthorizationUrl(asPerson, {
  redirect_uri: redirect,
  scope: `openid ${scope}`,
  code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: "S256",
  state: expectedState,
  nonce: expectedNonce,
});
const tokens = await oidc.authorizationCodeGrant(asPerson, await logIn(start), { pkceCodeVerifier, expectedState, expectedNonce });
console.log(JSON.stringify({ platform: granted.access_token, person: tokens.access_token, idToken: tokens.id_token }));

// What a person does in a browser: keeps cookies, fills in the provider's forms, and comes back to the client.
async function logIn(url) {
  const cookies = new Map();
  const go = async (to, form) => {
    const answer = await fetch(to, {
      method: form ? "POST" : "GET",
      body: form && new URLSearchParams(form),
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      cookies.set(name, value);
    }
    return answer;
  };
  while (!url.href.startsWith(redirect)) {
    let answer = await go(url);
    if (!answer.headers.has("location")) {
      const page = await answer.text();
      const [, action] = page.match(/action="([^"]+)"/);
      const [, prompt] = page.match(/name="prompt" value="([^"]+)"/);
      answer = await go(new URL(action, url), { prompt, login: person.login, password: "any" });
    }
    url = new URL(answer.headers.get("location"), url);
  }
  return url;
}
