// Holds every answer that the tests saw (a line each in *.ndjson of this folder) against the committed contract, by ajv: what has a status, a
// media type or a member that the contract does not name fails.
import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const contracts = join(dirname(fileURLToPath(import.meta.url)), "../../contracts/openapi");
const folder = process.argv[2];
const escape = (part) => part.replaceAll("~", "~0").replaceAll("/", "~1");

// Whoever reads answers may meet new members one day; our own tests may not meet any that nobody documented.
function close(schema) {
  if (Array.isArray(schema)) schema.forEach(close);
  else if (schema && typeof schema === "object") {
    for (const [name, child] of Object.entries(schema)) if (name !== "allOf") close(child);
    // Of what is composed of several no part names all members, nor does what others derive from.
    if (schema.allOf) schema.unevaluatedProperties = false;
    else if (schema.properties && schema.type && !schema.discriminator) schema.additionalProperties ??= false;
  }
}

function contract(name) {
  const document = JSON.parse(readFileSync(join(contracts, `${name}.json`), "utf8"));
  close(document.components.schemas);
  close(Object.values(document.paths).flatMap((item) => Object.values(item).map((operation) => operation.responses)));
  const operations = new Map();
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) operations.set(operation.operationId, `/paths/${escape(path)}/${method}`);
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  for (const [format, limit] of [["int32", 2 ** 31], ["int64", Number.MAX_SAFE_INTEGER], ["double", Infinity]])
    ajv.addFormat(format, { type: "number", validate: (value) => Math.abs(value) <= limit });
  ajv.addSchema(document, name);
  const at = (pointer) => pointer.split("/").slice(1).reduce((node, part) => node?.[part.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  const validators = new Map();
  return ({ operation, status, media, body }) => {
    let pointer = `${operations.get(operation)}/responses/${status}`;
    pointer = at(pointer)?.$ref?.slice(1) ?? pointer;
    const content = `${pointer}/content/${escape(media)}`;
    if (!at(content)) return "is not documented";
    if (!validators.has(content)) validators.set(content, ajv.compile({ $ref: `${name}#${encodeURI(content)}/schema` }));
    const validator = validators.get(content);
    return validator(body) ? null : validator.errors.map((e) => `${e.instancePath} ${e.message}`).slice(0, 8).join("; ");
  };
}

const wrongBy = Object.fromEntries(["engagement", "session", "reporting", "gateway"].map((name) => [name, contract(name)]));
const failures = new Set();
const seen = new Set();
let answers = 0;
for (const file of readdirSync(folder).filter((f) => f.endsWith(".ndjson"))) {
  for await (const line of createInterface({ input: createReadStream(join(folder, file), "utf8"), crlfDelay: Infinity })) {
    const answer = JSON.parse(line);
    answers++;
    seen.add(`${answer.operation} ${answer.status}`);
    const wrong = wrongBy[answer.contract](answer);
    if (wrong) failures.add(`${answer.operation} ${answer.status}: ${wrong}`);
    // What holds whatever comes holds nothing: the same answer with a member more is refused.
    if (answers % 100 === 1 && answer.body?.title && !wrongBy[answer.contract]({ ...answer, body: { ...answer.body, nobodys: 1 } }))
      failures.add(`${answer.operation} ${answer.status}: a member that nobody documented passes`);
  }
}

console.log(`${answers} answers of ${seen.size} kinds are held against the contract, ${failures.size} are not as it says.`);
[...failures].slice(0, 40).forEach((failure) => console.error(failure));
process.exit(failures.size === 0 && answers > 0 ? 0 : 1);
