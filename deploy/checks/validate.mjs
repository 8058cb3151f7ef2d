// Validates one JSON file by one JSON Schema, of draft 4, 7 or 2020-12; a draft 4 that uses nothing of its own is read as draft 7.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schemaFile, file] = process.argv.slice(2);
const { $schema, id, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
const ajv = addFormats(new ($schema.includes("2020-12") ? Ajv2020 : Ajv)({ strict: false, allErrors: true }));
const isValid = ajv.compile(schema);
const valid = isValid(JSON.parse(readFileSync(file, "utf8")));
(isValid.errors ?? []).slice(0, 10).forEach((e) => console.error(`${e.instancePath} ${e.message}`));
process.exit(valid ? 0 : 1);
