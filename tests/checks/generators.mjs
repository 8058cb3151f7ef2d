// Three generators draw a TypeScript client each from the contract. It compiles, and so does every recorded answer against the type that the
// generator gives that answer: a member that it lacks, calls otherwise or takes for something else is an error of tsc.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";

const here = dirname(fileURLToPath(import.meta.url));
const contract = join(here, "../../contracts/openapi/gateway.json");
const folder = join(here, "node_modules/.cache/generators");
const document = JSON.parse(readFileSync(contract, "utf8"));
const run = (name, ...args) => execFileSync(join(here, "node_modules/.bin", name), args, { cwd: folder, stdio: "pipe", encoding: "utf8" });
const pascal = (id) => id[0].toUpperCase() + id.slice(1);

// Each answer as JSON that succeeds, and what was recorded of it.
const answers = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { operationId, responses }]) =>
    Object.entries(responses).flatMap(([status, { content }]) => {
      const json = status.startsWith("2") && content?.["application/json"];
      const examples = json ? Object.values(json.examples ?? { example: { value: json.example } }) : [];
      const isOneOfSeveral = json && Object.keys(content).length > 1;
      return examples.map(({ $ref, value }) => ({
        ...{ path, method, operationId, status, isOneOfSeveral },
        value: $ref ? document.components.examples[$ref.split("/").at(-1)].value : value,
      }));
    }),
  ),
);
assert.ok(answers.length > 200);

const generators = {
  "openapi-typescript": {
    // Without it an object of which the contract says no more holds nothing (openapi-ts/openapi-typescript#1115).
    draw: () => run("openapi-typescript", contract, "--empty-objects-unknown", "--output", "openapi-typescript/index.ts"),
    type: ({ path, method, status }) => `drawn.paths["${path}"]["${method}"]["responses"][${status}]["content"]["application/json"]`,
  },
  "hey-api": {
    draw: () => run("openapi-ts", "--input", contract, "--output", "hey-api", "--silent", "--no-log-file"),
    type: ({ operationId, status }) => `drawn.${pascal(operationId)}Responses[${status}]`,
  },
  orval: {
    draw: () => run("orval", "--input", contract, "--output", "orval/index.ts", "--client", "fetch"),
    type: ({ operationId, status, isOneOfSeveral }) => `drawn.${operationId}Response${status}${isOneOfSeveral ? "ApplicationJson" : ""}["data"]`,
  },
};

const compilerOptions = { target: "es2022", module: "es2022", moduleResolution: "bundler", lib: ["es2022", "dom", "dom.iterable"], strict: true, noEmit: true, types: [] };
function faultsOf(name, read) {
  const typed = read.map((answer, i) => `export const answer${i}: ${generators[name].type(answer)} = ${JSON.stringify(answer.value)};`);
  writeFileSync(join(folder, name, "answers.ts"), ['import type * as drawn from "./index";', ...typed].join("\n"));
  writeFileSync(join(folder, name, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  try {
    run("tsc", "--project", name);
    return "";
  } catch (error) {
    return error.stdout;
  }
}

rmSync(folder, { recursive: true, force: true });
for (const [name, { draw }] of Object.entries(generators)) {
  mkdirSync(join(folder, name), { recursive: true });
  draw();
  const faults = faultsOf(name, answers);
  assert.equal(faults, "", `${name}: ${faults.slice(0, 4000)}`);

  // It sees what it is for: a recorded answer that lacks a member.
  const webhook = answers.find((answer) => answer.operationId === "getWebhook");
  const { version, ...value } = webhook.value;
  assert.match(faultsOf(name, [{ ...webhook, value }]), /'version' is missing/, name);
  console.log(`${name} draws a client that compiles and reads ${answers.length} recorded answers.`);
}
