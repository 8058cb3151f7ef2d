// What kubernetes.mjs must find: what it says, and how it comes into the documents.
// Where the pods of a document are described.
export const podOf = (document) => (document.kind === "CronJob" ? document.spec.jobTemplate : document).spec.template;
const of = (all, kind, name) => all.find((d) => d.kind === kind && d.metadata.name === name);
const pod = (all, name = "session") => podOf(of(all, "Deployment", name)).spec;
export const planted = [
  ["/spec/replica is no field", (all) => (of(all, "Deployment", "session").spec.replica = 2)],
  ["is no type", (all) => (pod(all).terminationGracePeriodSeconds = "long")],
  ["not root", (all) => (pod(all).containers[0].securityContext.runAsUser = 0)],
  ["read-only root", (all) => delete podOf(of(all, "CronJob", "sweep")).spec.containers[1].securityContext],
  ["no capability", (all) => (pod(all).containers[0].securityContext.capabilities.add = ["NET_ADMIN"])],
  ["end to its memory", (all) => delete pod(all).containers[0].resources.limits],
  ["no livenessProbe", (all) => delete pod(all).containers[0].livenessProbe],
  ["before it is ready", (all) => (pod(all).containers[0].readinessProbe.httpGet.path = "/health/live")],
  ["no graceful end", (all) => (pod(all).terminationGracePeriodSeconds = 5)],
  ["it is of every pod", (all) => (of(all, "PodDisruptionBudget", "gateway").spec.selector = {})],
  ["no budget of its own", (all) => all.splice(all.indexOf(of(all, "PodDisruptionBudget", "session")), 1)],
  ["no autoscaler of its own", (all) => all.splice(all.indexOf(of(all, "HorizontalPodAutoscaler", "gateway")), 1)],
  ["not scaled by what waits", (all) => of(all, "HorizontalPodAutoscaler", "session").spec.metrics.pop()],
  ["nothing for a file", (all) => all.push({ apiVersion: "v1", kind: "Secret", metadata: { name: "x" }, stringData: { password: "x" } })],
  [
    "nobody reads Proof__Keyfile",
    (all) => (pod(all, "reporting").containers[0].env.find((e) => e.name === "Proof__KeyFile").name = "Proof__Keyfile"),
  ],
  ["which is not set before it", (all) => pod(all).containers[0].env.reverse()],
  [
    "not its login's own",
    (all) => (pod(all).containers[0].env.find((e) => e.name === "DAEMON").valueFrom.secretKeyRef.name = "login-session"),
  ],
  ["the work of another login", (all) => (podOf(of(all, "Job", "migration")).spec.containers[0].args = ["Reporting", "retention"])],
  ["is nothing to run", (all) => (pod(all).containers[0].args = ["Sessions"])],
  [
    "reader is given no password",
    (all) =>
      podOf(of(all, "Job", "prepare"))
        .spec.volumes.find((v) => v.name === "logins")
        .projected.sources.pop(),
  ],
  ["is not denied", (all) => all.splice(all.indexOf(of(all, "NetworkPolicy", "nothing")), 1)],
  ["not talk to its database", (all) => delete podOf(of(all, "CronJob", "retention")).metadata.labels["talks-to"]],
  ["not for several nodes", (all) => (of(all, "PersistentVolumeClaim", "proof").spec.accessModes = ["ReadWriteOnce"])],
  ["does not name the secret other", (all) => (pod(all).volumes.find((v) => v.name === "keys").projected.sources[0].secret.name = "other")],
];
