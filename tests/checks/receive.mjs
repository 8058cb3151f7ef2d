// A webhook's receiver, of packages that nobody here wrote: it listens on this machine, refuses what standardwebhooks does not verify by the
// secret (WEBHOOK_SECRET), prints the first event that it verifies, as cloudevents reads it, and ends.
//   WEBHOOK_SECRET=whsec_… node receive.mjs 8090
import http from "node:http";
import { HTTP } from "cloudevents";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);
const server = http.createServer(async (request, response) => {
  // Whoever waits for it asks by GET.
  if (request.method !== "POST") return response.writeHead(405).end();
  let body = "";
  for await (const part of request) body += part;
  try {
    webhook.verify(body, request.headers);
    const { id, type, time, subject, specversion } = HTTP.toEvent({ headers: request.headers, body });
    response.writeHead(204).end();
    console.log(JSON.stringify({ id, type, time, subject, specversion }));
    server.close();
  } catch (refused) {
    response.writeHead(400).end();
    console.error(`refused: ${refused.message}`);
  }
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => console.error("listening"));
