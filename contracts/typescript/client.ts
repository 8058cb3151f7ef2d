// A typed client over fetch: paths, bodies, answers and problems as the contract says (schema.d.ts is drawn from it).
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, paths };

/** A refusal, as RFC 9457 has it. */
export type Problem = components["schemas"]["Problem"];

/** An event of the feed: `type` says which, and narrows it. */
export type PublicEvent = components["schemas"]["PublicEvent"];

/** A refusal as an exception: what it is, what would satisfy it, and the rules that it names. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }

  /** Whether it is of this kind, such as `rule-broken`. */
  is(slug: string): boolean {
    return this.problem.type === `/problems/${slug}`;
  }
}

const encoded = new TextEncoder();
const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/**
 * The event that a webhook's call tells of, verified as Standard Webhooks says; undefined where the call is not to be trusted, which is answered by 400.
 * @param secret The webhook's, `whsec_` and base64.
 * @param headers Those of the call, by their names in lower case.
 * @param body As it came.
 */
export async function readCall(
  secret: string,
  headers: Record<string, string | string[] | undefined>,
  body: string,
): Promise<PublicEvent | undefined> {
  const [id, sent, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headers[name]);
  if (!id || !sent || !signatures || !(Math.abs(Date.now() / 1000 - Number(sent)) <= 300)) return undefined;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes(secret.replace(/^whsec_/, "")), hmac, false, ["verify"]);
  const signed = encoded.encode(`${id}.${sent}.${body}`);
  // For a while after a new secret the old one signs too.
  for (const signature of `${signatures}`.split(" ").filter((s) => /^v1,[A-Za-z0-9+/]{43}=$/.test(s))) {
    if (await crypto.subtle.verify(hmac, key, bytes(signature.slice(3)), signed)) return JSON.parse(body) as PublicEvent;
  }
  return undefined;
}

const again = new Set([429, 503]);

/** Asks again when nothing was done (429, 503) or nobody knows (no answer): after the seconds that Retry-After says, else one, two, four, eight. */
async function patiently(input: Request): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(input.clone()).catch((lost: unknown) => {
      if (attempt === 5 || input.signal.aborted) {
        throw lost;
      }
      return undefined;
    });
    if (answer && (!again.has(answer.status) || attempt === 5)) {
      return answer;
    }
    const seconds = Number(answer?.headers.get("Retry-After") ?? 2 ** (attempt - 1));
    await new Promise<void>((resolve) => setTimeout(() => resolve(), seconds * 1000));
  }
}

/** A client of the gateway at this address; the token is asked for before each request. */
export function practiceAnalysis(baseUrl: string, token: () => Promise<string>): Client<paths> {
  const authorized: Middleware = {
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${await token()}`);
      // Kept over the attempts of this command, so that it has one effect.
      if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
        request.headers.set("Idempotency-Key", crypto.randomUUID());
      }
      return request;
    },
    async onResponse({ response }) {
      if (response.headers.get("Content-Type")?.startsWith("application/problem+json")) {
        throw new ProblemError((await response.clone().json()) as Problem);
      }
      return response;
    },
  };
  const client = createClient<paths>({ baseUrl, fetch: patiently });
  client.use(authorized);
  return client;
}
