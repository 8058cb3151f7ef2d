// Checks what is told unasked with AsyncAPI's own parser, each example against its message, and that its schemas and events are those of the OpenAPI document.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { Parser } from "@asyncapi/parser";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const contracts = join(dirname(fileURLToPath(import.meta.url)), "../../contracts/openapi");
const read = (name) => readFileSync(join(contracts, `${name}.json`), "utf8");
const text = read("asyncapi");
const parser = new Parser();

async function faultsOf(written) {
  const faults = (await parser.validate(written)).filter((d) => d.severity <= 1).map((d) => `${d.path.join("/")}: ${d.message}`);
  if (faults.length > 0) {
    return faults;
  }
  // The parser looks at no example of a document of version 3.
  const { channels, components } = JSON.parse(written);
  const ajv = addFormats(new Ajv({ strict: false })).addSchema({ $id: "told", components });
  for (const [name, { payload, examples = [] }] of Object.values(channels).flatMap((c) => Object.entries(c.messages))) {
    const isPayload = ajv.compile(payload.$ref ? { $ref: `told${payload.$ref}` } : payload);
    faults.push(...examples.filter((e) => !isPayload(e.payload)).map(() => `${name}: ${ajv.errorsText(isPayload.errors)}`));
  }
  return faults;
}

assert.deepEqual(await faultsOf(text), []);
const { document } = await parser.parse(text);
const { components, webhooks } = JSON.parse(read("gateway"));
for (const [name, { discriminator, ...schema }] of Object.entries(JSON.parse(text).components.schemas)) {
  const { discriminator: mapped, ...same } = components.schemas[name];
  assert.deepEqual([schema, discriminator], [same, mapped?.propertyName], name);
}
const told = (channel) => document.channels().get(channel).messages().all().map((m) => m.name()).sort();
const inFeed = components.schemas.PublicEvent.oneOf.map((e) => components.schemas[e.$ref.split("/").at(-1)].title);
assert.deepEqual(told("webhooks"), Object.keys(webhooks).sort());
assert.deepEqual(told("feed"), ["end", ...inFeed].sort());

// It sees what it is for: each kind of fault, planted alone.
const example = (d) => d.channels.webhooks.messages["bilan.published"].examples[0].payload;
for (const plant of [
  (d) => delete d.info.version,
  (d) => (d.operations.callWebhook.channel.$ref = "#/channels/nothing"),
  (d) => (d.operations.callWebhook.action = "ask"),
  (d) => (example(d).type = "practice-analysis.group.sealed.v1"),
  (d) => delete example(d).data.resource,
]) {
  const planted = JSON.parse(text);
  plant(planted);
  assert.notEqual((await faultsOf(JSON.stringify(planted))).length, 0, `nobody sees: ${plant}`);
}

console.log(`The AsyncAPI document is parsed: ${told("webhooks").length} events by webhook, ${inFeed.length} in the feed.`);
