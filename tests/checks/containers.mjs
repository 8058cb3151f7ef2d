// Checks what no schema says of the containers: our image runs as nobody special, each container of it can write nothing that stays and
// become nothing more than it is, and each login of the database has a password of its own. There need be no engine here.
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

const logins = [...readFileSync(join(root, "deploy/database/prepare.sql"), "utf8").matchAll(/@(\w+)@/g)].map((m) => m[1]);
const prepared = readFileSync(join(root, "deploy/containers/initdb.sh"), "utf8").match(/for login in (.*);/)[1].split(" ");
if (logins.length < 9 || new Set(logins).size !== logins.length || prepared.sort().join() !== [...logins].sort().join()) {
  failures.push("initdb.sh: it fills in other logins than prepare.sql names");
}
for (const login of logins) {
  const variable = `${login.toUpperCase()}_PASSWORD`;
  if (services.postgres.environment[variable] !== `\${${variable}:?set ${variable}}`) {
    failures.push(`docker-compose.yml: postgres is not told ${variable}`);
  }
}
const shared = (connection) => connection.match(/Username=(\w+);Password=\$\{(\w+)\}/)?.slice(1).join() !==
  `${connection.match(/Username=(\w+)/)?.[1]},${connection.match(/Username=(\w+)/)?.[1].toUpperCase()}_PASSWORD`;
for (const [name, { environment }] of ours) {
  Object.entries(environment)
    .filter(([key, connection]) => key.startsWith("ConnectionStrings__") && shared(connection))
    .forEach(([key]) => failures.push(`docker-compose.yml: ${name}'s ${key} has a password that is not its login's own`));
}

// What is planted is seen.
if (!runsAsRoot("FROM x\nUSER app\nUSER root") || !runsAsRoot("FROM x") || missing({ read_only: true }).length !== 2 ||
  !shared("Username=session;Password=${POSTGRES_PASSWORD}")) {
  failures.push("a container that is not held is not seen");
}

console.log(`${ours.length} containers of our image checked.`);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && ours.length >= 5 ? 0 : 1);
