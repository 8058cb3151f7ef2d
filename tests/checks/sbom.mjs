// Checks the bill of materials against CycloneDX's own schema, and against what the project says it builds on: each package of ours is in it, by
// its version, with a hash and a licence.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const schemas = join(here, "node_modules/@cyclonedx/cyclonedx-library/res/schema");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const failures = [];

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
["iri-reference", "idn-email"].forEach((format) => ajv.addFormat(format, true));
ajv.addSchema(read(join(schemas, "spdx.SNAPSHOT.schema.json")), "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json");
ajv.addSchema(read(join(schemas, "jsf-0.82.SNAPSHOT.schema.json")), "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json");
const isBill = ajv.compile(read(join(schemas, "bom-1.6.SNAPSHOT.schema.json")));

const bill = read(process.argv[2]);
if (!isBill(bill)) {
  failures.push(...isBill.errors.map((e) => `${e.instancePath} ${e.message}`));
}
if (isBill({ ...bill, bomFormat: "another" }) || isBill({ ...bill, components: [{ name: "without a type" }] })) {
  failures.push("the schema accepts what is no bill of materials");
}

const components = new Map(bill.components.map((c) => [c.name.toLowerCase(), c]));
const versions = new Map(
  [...readFileSync(join(root, "Directory.Packages.props"), "utf8").matchAll(/<PackageVersion Include="([^"]+)" Version="([^"]+)"/g)].map(
    ([, name, version]) => [name.toLowerCase(), version],
  ),
);
const shared = readdirSync(join(root, "services/Shared")).map((project) => join("Shared", project));
const projects = [...shared, "Engagement", "Session", "Reporting", "Gateway"];
for (const project of projects) {
  const folder = join(root, "services", project);
  const file = readdirSync(folder).find((f) => f.endsWith(".csproj"));
  // What is of a Debug build alone stands in a group with a condition.
  const text = readFileSync(join(folder, file), "utf8").replace(/<ItemGroup Condition=[\s\S]*?<\/ItemGroup>/g, "");
  for (const [, name] of text.matchAll(/<PackageReference Include="([^"]+)"/g)) {
    const listed = components.get(name.toLowerCase());
    if (listed?.version !== versions.get(name.toLowerCase())) {
      failures.push(`${name} is listed as ${listed?.version}, and is ${versions.get(name.toLowerCase())}`);
    }
  }
}
for (const component of bill.components) {
  if (!component.purl || !component.hashes?.length || !component.licenses?.length) {
    failures.push(`${component.name} has no address, hash or licence`);
  }
}

console.log(`${process.argv[2]}: ${bill.components.length} components checked.`);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && bill.components.length > 30 ? 0 : 1);
