// Checks deploy/kubernetes: each document of both overlays, as kubectl builds them, by Kubernetes' own schemas, in which no field is
// unknown; and what no schema says: who runs as whom, what is asked of it, which login has which secret, which setting is really read.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, parseAllDocuments } from "yaml";
import { planted, podOf } from "./kubernetes.planted.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const home = join(root, "deploy/kubernetes");
const read = (...file) => readFileSync(join(...file), "utf8");
const below = (folder, ends) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((f) => join(folder, f))
    .filter((f) => ends.test(f) && !/\/(bin|obj|node_modules)\//.test(f) && statSync(f).isFile());
const failures = [];

const code = below(join(root, "services"), /\.cs$/).map((f) => readFileSync(f, "utf8"));
const commands = read(root, "services/Shared/ServiceDefaults/Commands.cs");
const readme = read(home, "README.md");
const prepare = read(home, "base/prepare.sh");
const logins = [...read(root, "deploy/database/prepare.sql").matchAll(/@(\w+)@/g)].map((m) => m[1]);
const secretOf = (login) => `login-${login.replace("_", "-")}`;

// What a schema's code never looks at is no field of it.
const watched = (value, path, unread) => {
  if (value === null || typeof value !== "object") {
    return value;
  }
  const of = (key) => `${path}/${key}`;
  Object.keys(value).forEach((key) => unread.add(of(key)));
  const parts = new Map();
  return new Proxy(value, {
    get: (target, key) => {
      unread.delete(of(String(key)));
      if (!parts.has(key)) {
        parts.set(key, Object.hasOwn(target, key) ? watched(target[key], of(String(key)), unread) : target[key]);
      }
      return parts.get(key);
    },
  });
};
const upper = (text) => text[0].toUpperCase() + text.slice(1);
async function schema({ apiVersion, kind }) {
  const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["core", apiVersion];
  const name = `IoK8sApi${upper(group.split(".")[0])}${upper(version)}${kind}.mjs`;
  return (await import(`file://${here}/node_modules/kubernetes-models/_schemas/${name}`)).validate;
}
async function bySchema(document) {
  const unread = new Set();
  const validate = await schema(document);
  const wrong = validate(watched(document, "", unread))
    ? []
    : validate.errors.map((e) => `${e.instancePath} is no ${e.keyword} ${JSON.stringify(e.params)}`);
  return [...wrong, ...[...unread].map((path) => `${path} is no field`)];
}

const hasPods = (document) => ["Deployment", "Job", "CronJob"].includes(document.kind);
const containersOf = (pod) => [...(pod.initContainers ?? []), ...pod.containers];

// A container becomes nothing more than it is, writes nothing that stays but to what is mounted, and takes no more than it is given.
const held = (pod, container) => {
  const user = pod.securityContext ?? {};
  const own = container.securityContext ?? {};
  return [
    [
      user.runAsNonRoot === true && user.runAsUser > 0 && own.runAsUser !== 0 && own.runAsNonRoot !== false,
      "a user who is not root, by number",
    ],
    [user.seccompProfile?.type === "RuntimeDefault", "seccomp"],
    [own.readOnlyRootFilesystem === true, "a read-only root"],
    [own.capabilities?.drop?.includes("ALL") && !own.capabilities.add && own.privileged !== true, "no capability"],
    [own.allowPrivilegeEscalation === false, "no escalation"],
    [!pod.hostNetwork && !pod.hostPID && !pod.hostIPC && !pod.volumes.some((v) => v.hostPath), "nothing of its machine"],
    [pod.automountServiceAccountToken === false, "no token of the cluster"],
    [container.resources?.limits?.memory && container.resources?.requests?.memory, "an end to its memory"],
    [container.volumeMounts?.some((m) => m.mountPath === "/tmp"), "/tmp"],
    [container.volumeMounts?.every((m) => pod.volumes.some((v) => v.name === m.name)), "what it mounts"],
  ]
    .filter(([there]) => !there)
    .map(([, what]) => `${container.name} lacks ${what}`);
};

// A setting that some service reads: "A:B" as it stands, or B of the section A; the framework's own, by its prefix.
const isRead = (name) => {
  const [first, ...rest] = name.split("__");
  const last = rest.at(-1);
  return (
    /^(ASPNETCORE_(ENVIRONMENT|URLS|FORWARDEDHEADERS_ENABLED)|OTEL_EXPORTER_OTLP_ENDPOINT)$/.test(name) ||
    code.some((text) =>
      first === "ConnectionStrings"
        ? text.includes(`GetConnectionString("${last}")`) ||
          (text.includes(`string ${last} = "${last}"`) && text.includes(`GetConnectionString(${last})`))
        : first === "Services"
          ? text.includes('configuration.GetSection("Services")')
          : text.includes(`["${name.replaceAll("__", ":")}"]`) ||
            text.includes(`>("${name.replaceAll("__", ":")}"`) ||
            (last &&
              text.includes(`GetSection("${first}")`) &&
              (text.includes(`["${last}"]`) || text.includes(`("${last}"`) || text.includes(`nameof(${last})`))),
    )
  );
};

const settings = (documents, pod, container) => {
  const found = [];
  const maps = Object.fromEntries(documents.filter((d) => d.kind === "ConfigMap").map((d) => [d.metadata.name, d.data]));
  const ours = container.image === "practice-analysis";
  const env = container.env ?? [];
  const asked = env.map((e) => e.value ?? "").join();
  env.forEach(({ name, value, valueFrom }, at) => {
    if (ours ? !isRead(name) && !asked.includes(`$(${name})`) : !prepare.includes(`$${name}`) && !/^PG[A-Z]+$/.test(name)) {
      found.push(`nobody reads ${name}`);
    }
    for (const [, other] of (value ?? "").matchAll(/\$\((\w+)\)/g)) {
      if (!env.slice(0, at).some((e) => e.name === other)) {
        found.push(`${name} names ${other}, which is not set before it`);
      }
    }
    const map = valueFrom?.configMapKeyRef;
    if (map && maps[map.name]?.[map.key] === undefined) {
      found.push(`${name} is in no ${map.name}`);
    }
    const [, login, variable] = value?.match(/Username=(\w+);Password=\$\((\w+)\)/) ?? [];
    if (name.startsWith("ConnectionStrings__") && value !== undefined) {
      const secret = env.find((e) => e.name === variable)?.valueFrom?.secretKeyRef?.name;
      if (!logins.includes(login) || secret !== secretOf(login)) {
        found.push(`${name} has a password that is not its login's own`);
      }
      if ((login === "migrator") !== ["migrate", "sweep"].includes(container.args?.[1])) {
        found.push(`${login} does the work of another login`);
      }
    }
  });
  for (const { configMapRef } of container.envFrom ?? []) {
    Object.keys(maps[configMapRef.name] ?? { [configMapRef.name]: "" })
      .filter((name) => !isRead(name))
      .forEach((name) => found.push(`nobody reads ${name}`));
  }
  const [service, work] = container.args ?? [];
  if (ours && (!existsSync(join(root, "services", service, "Program.cs")) || (work && !new RegExp(`new\\(\\s*"${work}[" ]`).test(commands)))) {
    found.push(`${container.args} is nothing to run`);
  }
  return found.map((what) => `${container.name}: ${what}`);
};

const same = (one, other) => JSON.stringify(Object.entries(one ?? {}).sort()) === JSON.stringify(Object.entries(other ?? {}).sort());
const selects = (labels, { matchLabels = {}, matchExpressions = [] }) =>
  Object.entries(matchLabels).every(([k, v]) => labels[k] === v) && matchExpressions.every((e) => e.values.includes(labels[e.key]));

// What each Deployment has beside it, and what may be asked of it.
const beside = (documents, deployment) => {
  const { name } = deployment.metadata;
  const { matchLabels } = deployment.spec.selector;
  const of = (kind) => documents.filter((d) => d.kind === kind);
  const [container] = podOf(deployment).spec.containers;
  const scaled = of("HorizontalPodAutoscaler").filter(
    (d) => d.spec.scaleTargetRef.kind === "Deployment" && d.spec.scaleTargetRef.name === name,
  );
  const lag =
    scaled[0]?.spec.metrics.filter((m) => m.external?.metric.selector.matchLabels.service === name).map((m) => m.external.metric.name) ??
    [];
  const keeps = container.env.some((e) => e.name === "ConnectionStrings__Daemon");
  return [
    ...["startupProbe", "livenessProbe", "readinessProbe"]
      .filter(
        (probe) =>
          !/^\/health\/(live|serving)$/.test(container[probe]?.httpGet?.path) || container[probe].httpGet.port !== container.ports[0].name,
      )
      .map((probe) => `no ${probe}`),
    ...(container.livenessProbe?.httpGet?.path === "/health/live" && container.ports[0].containerPort === 8080
      ? []
      : ["it may be killed for others' faults"]),
    ...(keeps && container.readinessProbe?.httpGet?.path !== "/health/serving" ? ["it serves before it is ready"] : []),
    ...(container.lifecycle?.preStop && podOf(deployment).spec.terminationGracePeriodSeconds >= 40 ? [] : ["no graceful end"]),
    ...(of("PodDisruptionBudget").filter((d) => same(d.spec.selector.matchLabels, matchLabels)).length === 1
      ? []
      : ["no budget of its own"]),
    ...(scaled.length === 1 && scaled[0].spec.minReplicas >= 2 && deployment.spec.replicas === undefined
      ? []
      : ["no autoscaler of its own"]),
    ...(scaled[0]?.spec.metrics.some((m) => m.resource?.name === "cpu") && lag.length === (keeps ? 2 : 0)
      ? []
      : ["it is not scaled by what waits"]),
    ...lag.filter((metric) => !readme.includes(metric)).map((metric) => `the README does not say where ${metric} comes from`),
    ...(of("Service").some((d) => d.metadata.name === name && same(d.spec.selector, matchLabels)) ? [] : ["no Service"]),
    ...(podOf(deployment).spec.topologySpreadConstraints?.every((t) => same(t.labelSelector.matchLabels, matchLabels))
      ? []
      : ["it is not spread"]),
  ];
};

async function findings(documents) {
  const found = [];
  const say = (document, whats) => whats.forEach((what) => found.push(`${document.kind} ${document.metadata.name}: ${what}`));
  const policies = documents.filter((d) => d.kind === "NetworkPolicy").map((d) => d.spec);
  if (!policies.some((p) => same(p.podSelector, {}) && !p.ingress && !p.egress && p.policyTypes.length === 2)) {
    found.push("what is not let through is not denied");
  }
  documents
    .filter((d) => d.kind === "PodDisruptionBudget" && same(d.spec.selector.matchLabels, {}))
    .forEach((d) => say(d, ["it is of every pod"]));
  for (const document of documents) {
    say(document, await bySchema(document));
    if (document.kind === "Secret") {
      say(document, ["a secret's value is nothing for a file"]);
    }
    if (!hasPods(document)) {
      continue;
    }
    const { metadata, spec: pod } = podOf(document);
    for (const container of containersOf(pod)) {
      say(document, [...held(pod, container), ...settings(documents, pod, container)]);
    }
    if (
      pod.containers.some((c) => c.env?.some((e) => /^PGHOST$|^ConnectionStrings__/.test(e.name))) &&
      !policies.some((p) => selects(metadata.labels, p.podSelector) && p.egress?.some((e) => e.ports.some((port) => port.port === 5432)))
    ) {
      say(document, ["it may not talk to its database"]);
    }
    for (const claim of pod.volumes.flatMap((v) => v.persistentVolumeClaim ?? [])) {
      const there = documents.find((d) => d.kind === "PersistentVolumeClaim" && d.metadata.name === claim.claimName);
      say(document, there?.spec.accessModes.includes("ReadWriteMany") ? [] : [`${claim.claimName} is not for several nodes`]);
    }
    if (document.kind === "Deployment") {
      say(document, beside(documents, document));
    }
  }
  const text = JSON.stringify(documents);
  const secrets = new Set([...text.matchAll(/"(?:secretKeyRef|secret)":\{(?:[^{}]|\[[^\]]*\])*"name":"([^"]+)"/g)].map((m) => m[1]));
  [...secrets].filter((s) => !readme.includes(`\`${s}\``)).forEach((s) => found.push(`the README does not name the secret ${s}`));
  logins
    .filter((login) => !text.includes(`"items":[{"key":"password","path":"${login}"}],"name":"${secretOf(login)}"`))
    .forEach((login) => found.push(`${login} is given no password of its own`));
  return found;
}

// No password, key or address with a password stands in a file.
const tells = (text) =>
  /password["']?\s*[:=]\s*["']?(?![\s"'$<…])[^\s,}]|:\/\/[^/\s:@]+:[^@\s]+@|(?<![\w+/])[A-Za-z0-9+/]{43}=(?!\w)/i.test(text);
const files = [...below(home, /./), ...below(join(root, "deploy/pgbouncer"), /./)];
files.filter((f) => tells(readFileSync(f, "utf8"))).forEach((f) => failures.push(`${f}: a secret's value is nothing for a file`));
if (!tells("Password=geheim") || !tells("amqp://a:b@c") || tells("Password=$(PASSWORD)")) {
  failures.push("a secret in a file is not seen");
}

// Documents by themselves, for where nothing builds: what each kustomization names.
const raw = (folder) => {
  const { resources = [] } = parse(read(folder, "kustomization.yaml"));
  return resources.flatMap((r) =>
    r.endsWith(".yaml") ? parseAllDocuments(read(folder, r), { merge: true }).map((d) => d.toJS()) : raw(join(folder, r)),
  );
};
const builder = [
  ["kubectl", ["kustomize"]],
  ["kustomize", ["build"]],
].find(([program]) => spawnSync(program, ["version", "--client"]).error === undefined);
const overlays = readdirSync(join(home, "overlays"));
let checked = 0;
for (const overlay of overlays) {
  const folder = join(home, "overlays", overlay);
  if (!builder) {
    for (const document of raw(folder)) {
      checked++;
      const whats = [
        ...(await bySchema(document)),
        ...(hasPods(document) ? containersOf(podOf(document).spec).flatMap((c) => held(podOf(document).spec, c)) : []),
      ];
      failures.push(...whats.map((what) => `${overlay}: ${document.kind} ${document.metadata.name}: ${what}`));
    }
    continue;
  }
  const built = spawnSync(builder[0], [...builder[1], folder], { encoding: "utf8", maxBuffer: 1 << 26 });
  const documents = parseAllDocuments(built.stdout).map((d) => d.toJS());
  checked += documents.length;
  failures.push(...(built.status === 0 ? await findings(documents) : [built.stderr]).map((what) => `${overlay}: ${what}`));
  if (overlay !== "apart" || failures.length) {
    continue;
  }

  // What is planted is seen.
  for (const [said, plant] of planted) {
    const copy = structuredClone(documents);
    plant(copy);
    if (!(await findings(copy)).some((what) => what.includes(said))) {
      failures.push(`what is planted is not seen: ${said}`);
    }
  }
}

console.log(
  builder
    ? `${checked} Kubernetes documents of ${overlays.length} overlays checked.`
    : `Neither kubectl nor kustomize is here: the overlays were not built, ${checked} raw documents checked.`,
);
failures.forEach((failure) => console.error(failure));
process.exit(failures.length === 0 && checked >= 30 ? 0 : 1);
