// Validates pairs of a schema and a file: JSON by a JSON Schema of draft 4, 7 or 2020-12 (a draft 4 that uses nothing of its own is read as draft 7), XML by an XSD.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { memoryPages, validateXML } from "xmllint-wasm";

const files = process.argv.slice(2);
let isValid = true;
for (let i = 0; i < files.length; i += 2) {
  const [schema, text] = files.slice(i, i + 2).map((path) => readFileSync(path, "utf8"));
  const faults = files[i].endsWith(".xsd") ? await ofXml(schema, text) : ofJson(schema, text);
  faults.slice(0, 10).forEach((fault) => console.error(`${files[i]}: ${fault}`));
  isValid &&= faults.length === 0;
}
process.exit(isValid ? 0 : 1);

async function ofXml(schema, text) {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "file.xml", contents: text }],
    schema: [{ fileName: "schema.xsd", contents: schema }],
    maxMemoryPages: memoryPages.GiB,
  });
  return valid ? [] : errors.map((error) => error.message);
}

function ofJson(schema, text) {
  const { $schema, id, ...rest } = JSON.parse(schema);
  const ajv = addFormats(new ($schema.includes("2020-12") ? Ajv2020 : Ajv)({ strict: false, allErrors: true }));
  const validate = ajv.compile(rest);
  return validate(JSON.parse(text)) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}
