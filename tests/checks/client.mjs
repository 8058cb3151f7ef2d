// The TypeScript client, meeting a server that loses an answer and is then busy: a command keeps its key, and waits as it is told. The example
// that tells events apart compiles where the contract does (openapi.mjs), and finds the one that it looks for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import ts from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, "../../contracts");
const cache = join(here, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
async function compiled(name) {
  const source = readFileSync(join(contracts, `typescript/${name}.ts`), "utf8");
  const file = join(cache, `${name}.mjs`);
  writeFileSync(file, ts.transpileModule(source, { compilerOptions }).outputText.replace('"./client"', '"./client.mjs"'));
  return import(pathToFileURL(file));
}
const { practiceAnalysis, ProblemError, readCall } = await compiled("client");

const problem = { type: "/problems/rule-broken", title: "A rule is broken", status: 422, detail: "No SIRET.", satisfy: "Give 14 digits." };
const answers = [
  () => Promise.reject(new TypeError("fetch failed")),
  async () => new Response(null, { status: 503, headers: { "Retry-After": "7" } }),
  async () => Response.json({ id: "1" }, { status: 201 }),
  async () => new Response(JSON.stringify(problem), { status: 422, headers: { "Content-Type": "application/problem+json" } }),
];
const seen = [];
const waits = [];
globalThis.fetch = async (request) => {
  seen.push([request.headers.get("Idempotency-Key"), request.headers.get("Authorization"), await request.text()]);
  return answers[seen.length - 1]();
};
globalThis.setTimeout = (then, milliseconds) => {
  waits.push(milliseconds);
  queueMicrotask(then);
};

const api = practiceAnalysis("https://gateway.example", async () => "token");
const body = { name: "Foyer des Tilleuls", siret: "73282932000074", sector: "medico-social" };
assert.equal((await api.POST("/v1/establishments", { body })).data.id, "1");
assert.deepEqual(waits, [1000, 7000]);
assert.equal(new Set(seen.map(String)).size, 1);
assert.match(seen[0][0], /^[0-9a-f-]{36}$/);
assert.deepEqual(seen[0].slice(1), ["Bearer token", JSON.stringify(body)]);

await assert.rejects(api.POST("/v1/establishments", { body }), (refused) => refused instanceof ProblemError && refused.is("rule-broken"));
assert.notEqual(seen[3][0], seen[0][0]);

const { components, webhooks } = JSON.parse(readFileSync(join(contracts, "openapi/gateway.json"), "utf8"));
const recorded = components.examples.FeedView.value.items;
const published = Object.values(webhooks["bilan.published"].post.requestBody.content)[0].example;
const { bilans } = await compiled("example");
assert.deepEqual(bilans([...recorded, published]), [published.subject]);

// A call that standardwebhooks signed is read; one that is signed otherwise, changed or old is not.
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const call = JSON.stringify(published);
const signed = (by, at = new Date()) => ({
  "webhook-id": "msg_1",
  "webhook-timestamp": `${Math.floor(at / 1000)}`,
  "webhook-signature": `${new Webhook("whsec_AAAA").sign("msg_1", at, call)} ${new Webhook(by).sign("msg_1", at, call)}`,
});
assert.deepEqual(await readCall(secret, signed(secret), call), published);
for (const [headers, text] of [
  [signed("whsec_BBBB"), call],
  [signed(secret), call.replace("bilan", "group")],
  [signed(secret, new Date(Date.now() - 301_000)), call],
  [{}, call],
]) {
  assert.equal(await readCall(secret, headers, text), undefined);
}
console.log("The TypeScript client keeps a command's key over its attempts, waits as it is told, tells events apart, and trusts no call that is not signed.");
