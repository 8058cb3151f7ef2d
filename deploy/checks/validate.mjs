// Validates a JSON file by a JSON Schema of draft 4, 7 or 2020-12 (a draft 4 that uses nothing of its own is read as draft 7), or an XML file by an XSD.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { memoryPages, validateXML } from "xmllint-wasm";

const [schemaFile, file] = process.argv.slice(2);
const [schema, text] = [schemaFile, file].map((path) => readFileSync(path, "utf8"));
const faults = schemaFile.endsWith(".xsd") ? await ofXml() : ofJson();
faults.slice(0, 10).forEach((fault) => console.error(fault));
process.exit(faults.length === 0 ? 0 : 1);

async function ofXml() {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "file.xml", contents: text }],
    schema: [{ fileName: "schema.xsd", contents: schema }],
    maxMemoryPages: memoryPages.GiB,
  });
  return valid ? [] : errors.map((error) => error.message);
}

function ofJson() {
  const { $schema, id, ...rest } = JSON.parse(schema);
  const ajv = addFormats(new ($schema.includes("2020-12") ? Ajv2020 : Ajv)({ strict: false, allErrors: true }));
  const isValid = ajv.compile(rest);
  return isValid(JSON.parse(text)) ? [] : isValid.errors.map((error) => `${error.instancePath} ${error.message}`);
}
