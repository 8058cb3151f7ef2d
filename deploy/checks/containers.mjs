// Checks what no schema says of the containers: our image runs as nobody special, and each container of it can write nothing that stays and
// become nothing more than it is. There need be no engine here.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const failures = [];

const users = (text) => text.split("\n").map((l) => l.match(/^USER\s+(\S+)/)?.[1]).filter(Boolean);
const runsAsRoot = (text) => ["root", "0", undefined].includes(users(text).at(-1));
const missing = (service) => [
  ...(service.read_only === true ? [] : ["read_only"]),
  ...(service.cap_drop?.includes("ALL") ? [] : ["cap_drop"]),
  ...(service.security_opt?.includes("no-new-privileges:true") ? [] : ["no-new-privileges"]),
  ...(service.privileged || service.cap_add || service.network_mode === "host" ? ["nothing privileged"] : []),
];

if (runsAsRoot(readFileSync(join(root, "deploy/containers/Dockerfile"), "utf8"))) {
  failures.push("Dockerfile: the image runs as root");
}
const { services } = parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true });
const ours = Object.entries(services).filter(([, service]) => service.build);
for (const [name, service] of [...ours, ["collector", services.collector]]) {
  missing(service).forEach((what) => failures.push(`docker-compose.yml: ${name} lacks ${what}`));
}
for (const [name, service] of Object.entries(services)) {
  if ((service.ports ?? []).some((port) => !String(port).startsWith("127.0.0.1:"))) {
    failures.push(`docker-compose.yml: ${name} is open to more than this machine`);
  }
}

// What is planted is seen.
if (!runsAsRoot("FROM x\nUSER app\nUSER root") || !runsAsRoot("FROM x") || missing({ read_only: true }).length !== 2) {
  failures.push("a container that is not held is not seen");
}

console.log(`${ours.length} containers of our image checked.`);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && ours.length >= 5 ? 0 : 1);
