// Checks the committed contract with tools that nobody here wrote: Spectral (with its OWASP rules), Redocly, ajv over every documented example,
// and openapi-typescript, whose output is committed and compiles with the client. `--write` writes that output.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import openapiTS, { astToString } from "openapi-typescript";

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, "../../contracts");
const file = join(contracts, "openapi/gateway.json");
const schemaFile = join(contracts, "typescript/schema.d.ts");
const failures = [];

function run(name, ...args) {
  try {
    execFileSync(join(here, "node_modules/.bin", name), args, { cwd: here, stdio: "pipe", env: { ...process.env, REDOCLY_TELEMETRY: "off" } });
  } catch (error) {
    failures.push(`${name}: ${error.stdout}${error.stderr}`.slice(0, 4000));
  }
}

// An object of which the contract says no more may hold anything (openapi-ts/openapi-typescript#1115).
const drawn = astToString(await openapiTS(new URL(`file://${file}`), { enum: false, emptyObjectsUnknown: true }));
if (process.argv.includes("--write")) {
  writeFileSync(schemaFile, drawn);
  process.exit(0);
}
if (readFileSync(schemaFile, "utf8") !== drawn) {
  failures.push("contracts/typescript/schema.d.ts is stale: run deploy/openapi.");
}

run("spectral", "lint", file, "--ruleset", "spectral.yaml", "--fail-severity", "error", "--display-only-failures");
run("redocly", "lint", file, "--config", "redocly.yaml", "--format", "stylish");
run("tsc", "--project", join(contracts, "typescript"));

const document = JSON.parse(readFileSync(file, "utf8"));
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
for (const [name, limit] of [["int32", 2 ** 31], ["int64", Number.MAX_SAFE_INTEGER], ["double", Infinity]]) {
  ajv.addFormat(name, { type: "number", validate: (value) => Math.abs(value) <= limit });
}
ajv.addSchema(document, "contract");
const at = (pointer) => pointer.split("/").slice(1).reduce((node, part) => node[part.replaceAll("~1", "/").replaceAll("~0", "~")], document);
const escape = (part) => part.replaceAll("~", "~0").replaceAll("/", "~1");
let examples = 0;
function validate(where, pointer) {
  const media = at(pointer);
  const shown = media.examples ? Object.values(media.examples).map((e) => (e.$ref ? at(e.$ref.slice(1)) : e).value) : [media.example];
  const validator = ajv.compile({ $ref: `contract#${encodeURI(pointer)}/schema` });
  for (const example of shown) {
    examples++;
    if (!validator(example)) {
      failures.push(`${where}: ${validator.errors.map((e) => `${e.instancePath} ${e.message}`).join("; ")}`);
    }
  }
}
const items = ["paths", "webhooks"].flatMap((part) => Object.entries(document[part]).map(([name, item]) => [`/${part}/${escape(name)}`, item]));
for (const [place, item] of items) {
  for (const [method, operation] of Object.entries(item)) {
    const start = `${place}/${method}`;
    for (const media of Object.keys(operation.requestBody?.content ?? {})) {
      validate(`${operation.operationId} body`, `${start}/requestBody/content/${escape(media)}`);
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      for (const media of Object.keys(response.content ?? {})) {
        validate(`${operation.operationId} ${status}`, `${start}/responses/${status}/content/${escape(media)}`);
      }
    }
  }
}
for (const [name, response] of Object.entries(document.components.responses)) {
  for (const media of Object.keys(response.content ?? {})) {
    validate(name, `/components/responses/${name}/content/${escape(media)}`);
  }
}

console.log(`The contract is linted, ${examples} examples are valid, the TypeScript client compiles.`);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && examples > 100 ? 0 : 1);
