// A second implementation of the proof checks, with Node's own cryptography alone: it shares no code with practice-verify.
//   node proof.mjs vectors DIR     the vectors of contracts/Verifier/vectors
//   node proof.mjs export DIR      an export, as practice-verify takes it; 0 when it holds, 1 when it does not
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const leafHash = (entry) => sha256(Buffer.from([0]), entry);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);
const base64 = (text) => Buffer.from(text ?? "", "base64");
const isHash = (hash) => hash.length === 32;

// RFC 9162, 2.1.1, by its recursive definition.
export function root(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(root(leaves.slice(0, half)), root(leaves.slice(half)));
}

// The split below a size: the largest power of two less than it.
const split = (size) => {
  let half = 1n;
  while (half * 2n < size) half *= 2n;
  return half;
};

// RFC 9162, 2.1.3: the root, found by going down the path and coming back up with the hashes from the last to the first.
export function inclusionRoot(position, size, leaf, hashes) {
  if (position < 0n || position >= size || ![leaf, ...hashes].every(isHash)) return null;
  const rest = [...hashes];
  const down = (at, count) => {
    if (count === 1n) return leaf;
    const half = split(count);
    const other = rest.pop();
    if (!other) return null;
    const inner = at < half ? down(at, half) : down(at - half, count - half);
    return inner && (at < half ? nodeHash(inner, other) : nodeHash(other, inner));
  };
  const found = down(position, size);
  return rest.length === 0 ? found : null;
}

// RFC 9162, 2.1.4: both roots, by the recursion that made the proof.
export function isConsistent(from, to, fromRoot, toRoot, hashes) {
  if (from === to && from > 0n) return hashes.length === 0 && fromRoot.equals(toRoot);
  if (from <= 0n || from > to || ![fromRoot, toRoot, ...hashes].every(isHash)) return false;
  const rest = [...hashes];
  const down = (old, count, known) => {
    if (old === count) {
      const whole = known ? fromRoot : rest.pop();
      return whole && [whole, whole];
    }
    const half = split(count);
    const other = rest.pop();
    if (!other) return null;
    if (old <= half) {
      const inner = down(old, half, known);
      return inner && [inner[0], nodeHash(inner[1], other)];
    }
    const inner = down(old - half, count - half, false);
    return inner && [nodeHash(other, inner[0]), nodeHash(other, inner[1])];
  };
  const found = down(from, to, true);
  return Boolean(found) && rest.length === 0 && found[0].equals(fromRoot) && found[1].equals(toRoot);
}

// RFC 8785: JSON.stringify writes strings and numbers as it asks, and members are sorted by their UTF-16 code units.
export const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(",")}]`
    : value !== null && typeof value === "object"
      ? `{${Object.keys(value)
          .sort()
          .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
          .join(",")}}`
      : JSON.stringify(value);

const bound = ["source", "sequence", "subject", "stream", "streamType", "version", "eventType", "clock", "occurredAt", "recordedAt", "actor", "hash"];
const start = "0".repeat(64);
export const link = (previous, tenant, entry) =>
  sha256(canonical({ ...Object.fromEntries(bound.map((name) => [name, entry[name]])), previous, tenant })).toString("hex");

// C2SP: keys, notes and cosignatures over Ed25519.
export function parseKey(text) {
  const [name, id, encoded] = [text.split("+")[0], text.split("+")[1], text.split("+").slice(2).join("+")];
  const bytes = base64(encoded);
  const own = sha256(`${name}\n`, bytes).subarray(0, 4);
  if (bytes.length !== 33 || own.toString("hex") !== id) throw new Error("no verifier key");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: bytes.subarray(1).toString("base64url") }, format: "jwk" });
  return { name, kind: bytes[0], id: own, key };
}

export function parseNote(note) {
  const end = note.lastIndexOf("\n\n") + 1;
  const text = note.slice(0, end);
  const [origin, size, hash] = text.split("\n");
  const lines = note
    .slice(end + 1)
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [dash, name, signature] = line.split(" ");
      if (dash !== "\u2014") throw new Error("no signature line");
      return { name, bytes: base64(signature) };
    });
  return { origin, size: Number(size), root: base64(hash), text, lines };
}

export function isSigned(note, key) {
  return note.lines.some(({ name, bytes }) => {
    if (name !== key.name || !bytes.subarray(0, 4).equals(key.id)) return false;
    if (key.kind === 1) return verifySignature(null, Buffer.from(note.text), key.key, bytes.subarray(4));
    const said = `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${note.text}`;
    return verifySignature(null, Buffer.from(said), key.key, bytes.subarray(12));
  });
}

// Sizes of published vectors go beyond what a JavaScript number holds.
const parseExact = (text) => JSON.parse(text.replace(/: (\d{16,})/g, ': "$1"'));

function checkVectors(directory) {
  const failures = [];
  let checked = 0;
  const check = (name, holds) => {
    checked++;
    if (!holds) failures.push(name);
  };

  const ct = parseExact(readFileSync(join(directory, "certificate-transparency.json"), "utf8"));
  const published = ct.leaves.map((leaf) => leafHash(Buffer.from(leaf, "hex")));
  ct.roots.forEach((expected, size) => check(`root of ${size}`, root(published.slice(0, size)).toString("hex") === expected));
  for (const v of ct.inclusion) {
    const found = inclusionRoot(BigInt(v.leafIdx), BigInt(v.treeSize), base64(v.leafHash), (v.proof ?? []).map(base64));
    check(v.name, (found?.equals(base64(v.root)) ?? false) === !v.wantErr);
  }
  for (const v of ct.consistency) {
    const holds = isConsistent(BigInt(v.size1), BigInt(v.size2), base64(v.root1), base64(v.root2), (v.proof ?? []).map(base64));
    check(v.name, holds === !v.wantErr);
  }

  const ours = JSON.parse(readFileSync(join(directory, "ours.json"), "utf8"));
  const leaves = ours.lines.map((line) => leafHash(line));
  const last = new Map();
  ours.lines.forEach((line, i) => {
    const said = JSON.parse(line);
    const { entry } = said.data;
    check(`line ${i} is canonical`, canonical(said) === line);
    check(`leaf ${i}`, leaves[i].toString("hex") === ours.leaves[i]);
    check(`hash ${i}`, sha256(entry.redacted).toString("hex") === entry.hash);
    const next = link(last.get(entry.stream) ?? start, said.tenant, entry);
    check(`link ${i}`, next === entry.link);
    last.set(entry.stream, next);
  });
  const committed = JSON.parse(readFileSync(join(directory, "committed.json"), "utf8"));
  const previous = new Map();
  committed.lines.forEach((line, i) => {
    const said = JSON.parse(line);
    const { entry } = said.data;
    check(`committed line ${i} is canonical`, canonical(said) === line);
    check(`committed leaf ${i}`, leafHash(line).toString("hex") === committed.leaves[i]);
    check(`committed hash ${i}`, sha256(entry.redacted).toString("hex") === entry.hash);
    check(`what comes before committed ${i}`, !entry.previous || entry.previous === previous.get(entry.stream));
    const next = link(previous.get(entry.stream) ?? start, said.tenant, entry);
    check(`committed link ${i}`, next === entry.link);
    previous.set(entry.stream, next);
    for (const { person, salt, digest } of committed.openings[i]) {
      check(`opening in ${i}`, sha256(Buffer.from(salt, "hex"), person).toString("hex") === digest && line.includes(digest) && !line.includes(person));
    }
  });
  check("committed root", root(committed.lines.map((line) => leafHash(line))).toString("base64") === committed.root);
  ours.roots.forEach((expected, size) => check(`our root of ${size}`, root(leaves.slice(0, size)).toString("base64") === expected));
  for (const { position, size, hashes } of ours.inclusion) {
    const found = inclusionRoot(BigInt(position), BigInt(size), leaves[position], hashes.map(base64));
    check(`our inclusion ${position}/${size}`, found?.toString("base64") === ours.roots[size]);
  }
  for (const { from, to, hashes } of ours.consistency) {
    check(`our consistency ${from}/${to}`, isConsistent(BigInt(from), BigInt(to), base64(ours.roots[from]), base64(ours.roots[to]), hashes.map(base64)));
  }
  const note = parseNote(ours.note);
  check("our note's root", note.root.toString("base64") === ours.roots[note.size]);
  [ours.key, ours.witness].forEach((key) => check(`our note by ${key}`, isSigned(note, parseKey(key))));
  check("our note by another", !isSigned(note, { ...parseKey(ours.key), key: parseKey(ours.witness).key }));
  return { checked, failures };
}

async function* lines(file) {
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) yield line;
}

async function checkExport(directory) {
  const failures = [];
  const files = (start) => readdirSync(directory).filter((f) => f.startsWith(start) && f.endsWith(".ndjson")).map((f) => join(directory, f));
  const keys = JSON.parse(readFileSync(join(directory, "keys.json"), "utf8")).keys;
  const roots = new Map();
  const listed = new Set();
  for (const file of [...files("checkpoints"), ...files("kept")]) {
    for await (const line of lines(file)) {
      try {
        const note = parseNote(JSON.parse(line).note);
        const signed = keys.some((k) => (k.lastSize ?? Infinity) >= note.size && isSigned(note, parseKey(k.key)));
        if (signed && file.includes("checkpoints")) listed.add(note.size);
        if (!signed) failures.push(`signature of ${note.size}`);
        else if (!listed.has(note.size)) failures.push(`the checkpoint of ${note.size} was withdrawn`);
        else if (roots.get(note.size)?.equals(note.root) === false) failures.push(`two roots of ${note.size}`);
        else roots.set(note.size, note.root);
      } catch {
        failures.push("a checkpoint that is none");
      }
    }
  }

  const heads = new Map();
  for (const file of files("heads")) {
    for await (const line of lines(file)) {
      const head = JSON.parse(line);
      heads.set(`${head.source}/${head.stream}`, head);
    }
  }

  const leaves = [];
  const chains = new Map();
  const ledgers = new Map();
  let before = 0;
  for await (const line of lines(join(directory, "entries.ndjson"))) {
    try {
      const said = JSON.parse(line);
      if (said.beside) {
        failures.push(`beside the tree: ${said.beside}`);
        continue;
      }
      if (said.leaf) {
        leaves.push(Buffer.from(said.leaf, "hex"));
        if (said.before) before++;
        continue;
      }
      leaves.push(leafHash(line));
      const { entry } = said.data;
      if (canonical(said) !== line) failures.push(`line ${leaves.length} is not canonical`);
      if (sha256(entry.redacted).toString("hex") !== entry.hash) failures.push(`hash of line ${leaves.length}`);
      const places = ledgers.get(said.stream) ?? new Set();
      if (places.has(said.version)) failures.push(`order at line ${leaves.length}`);
      ledgers.set(said.stream, places.add(said.version));
      const name = `${entry.source}/${entry.stream}`;
      const chain = chains.get(name) ?? [];
      if (chain[entry.version]) failures.push(`${name} ${entry.version} stands twice`);
      chain[entry.version] = { tenant: said.tenant, entry };
      chains.set(name, chain);
    } catch {
      failures.push(`line ${leaves.length} is no entry`);
    }
  }

  for (const [size, signed] of roots) {
    if (size > leaves.length) failures.push(`${size} were signed, ${leaves.length} are here`);
    else if (!root(leaves.slice(0, size)).equals(signed)) failures.push(`the root of ${size}`);
  }
  // Each version once, whatever order they came in: one that the tree's filler had passed over stands at the end. What is served as a leaf alone, since it
  // is of before there were commitments, is missing here; commitments stand for a ledger that is a person's.
  let lacking = 0;
  for (const [stream, places] of ledgers) {
    let last = 0;
    for (const version of places) last = Math.max(last, version);
    if (/^[0-9a-f]{8}-/.test(stream)) lacking += last - places.size;
  }
  if (lacking > before) failures.push("a ledger lacks a version");
  let [least, most] = [0, 0];
  for (const [name, chain] of chains) {
    let previous = start;
    const head = heads.get(name);
    for (let version = 1; version < chain.length; version++) {
      if (!chain[version]) {
        const next = chain.findIndex((told, at) => at > version && told);
        if (!chain[next].entry.previous) {
          failures.push(`${name} ${version} is missing`);
          break;
        }
        [least, most] = [least + next - version, most + next - version];
        [previous, version] = [chain[next].entry.previous, next];
      }
      const { tenant, entry } = chain[version];
      if (entry.previous && entry.previous !== previous) failures.push(`what comes before ${name} ${version}`);
      previous = link(previous, tenant, entry);
      if (entry.link && entry.link !== previous) failures.push(`link of ${name} ${version}`);
      for (const at of [head?.settled, head?.head]) if (at?.version === version && at.link !== previous) failures.push(`head of ${name}`);
    }
    if (!head || chain.length - 1 > head.head.version) failures.push(`the store lost ${name}`);
  }
  for (const [name, { settled, head }] of heads) {
    const ends = (chains.get(name)?.length ?? 1) - 1;
    if (ends === 0 && before > 0) [least, most] = [least + (settled?.version ?? 0), most + head.version];
    else if (settled && ends < settled.version) failures.push(`the ledger lost ${name}`);
  }
  if (before < least) failures.push(`${least - before} entries of before commitments are missing`);
  if (before > most) failures.push(`${before - most} entries of before commitments are of no store`);
  return { checked: leaves.length, failures };
}

const [what, directory] = process.argv.slice(2);
if (what) {
  const { checked, failures } = what === "vectors" ? checkVectors(directory) : await checkExport(directory);
  failures.forEach((failure) => console.error(`BROKEN: ${failure}`));
  console.log(`${checked} checked, ${failures.length} broken.`);
  process.exit(failures.length === 0 && checked > 0 ? 0 : 1);
}
