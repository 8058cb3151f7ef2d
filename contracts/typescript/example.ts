// Registers an establishment, changes an engagement's state, reads indicators, tells events apart: compiled at every check, so that it stays true.
import { practiceAnalysis, ProblemError, type PublicEvent } from "./client";
import type { components } from "./schema";

export async function example(baseUrl: string, token: string, engagement: string): Promise<string[]> {
  const api = practiceAnalysis(baseUrl, async () => token);
  const registered = await api.POST("/v1/establishments", {
    body: { name: "Foyer des Tilleuls", siret: "73282932000074", sector: "medico-social" },
  });
  const establishment = registered.data?.id ?? "";
  try {
    const read = await api.GET("/v1/engagements/{id}", { params: { path: { id: engagement } } });
    await api.POST("/v1/engagements/{id}/suspend", {
      params: { path: { id: engagement }, header: { "If-Match": read.response.headers.get("ETag") ?? "" } },
      body: { reason: "L'équipe déménage." },
    });
  } catch (error) {
    if (error instanceof ProblemError && error.is("wrong-order")) {
      return [error.problem.satisfy];
    }
    throw error;
  }
  const indicators = await api.GET("/v1/establishments/{id}/indicators", {
    params: { path: { id: establishment }, query: { period: "2026-Q1" } },
  });
  const released = indicators.data;
  return typeof released === "object" ? (released.cells ?? []).map((cell) => cell.name) : [];
}

type BilanPublished = components["schemas"]["BilanPublishedEvent"];

/** Where the bilans of a page of the feed are read: an event whose `type` was looked at is of its own type. */
export function bilans(events: PublicEvent[]): string[] {
  const published: BilanPublished[] = [];
  for (const event of events) {
    if (event.type === "practice-analysis.bilan.published.v1") {
      published.push(event);
    }
  }
  return published.map((event) => event.data.resource);
}
