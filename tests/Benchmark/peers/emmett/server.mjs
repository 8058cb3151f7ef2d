// A peer of the benchmark, not a part of the system: the same command on Emmett's PostgreSQL store, as its own documentation writes it.
// The adapter for Express pins an older core than the store, so the two routes stand on plain Express.
import { randomUUID } from 'node:crypto';
import { CommandHandler } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, pongoSingleStreamProjection } from '@event-driven-io/emmett-postgresql';
import express from 'express';

const initialState = () => ({ version: 0, evidence: [] });
const evolve = (state, { type, data }) =>
  type === 'QualificationEvidenced'
    ? { ...state, version: state.version + 1, evidence: [...state.evidence, data] }
    : { ...state, version: state.version + 1, displayName: data.displayName };

const projection = pongoSingleStreamProjection({
  collectionName: 'facilitators',
  canHandle: ['FacilitatorRegistered', 'QualificationEvidenced'],
  initialState,
  evolve,
});
const store = getPostgreSQLEventStore(process.env.DATABASE_URL, {
  projections: process.env.PROJECTION === 'inline' ? [{ type: 'inline', projection }] : [],
});
await store.schema.migrate();

const handle = CommandHandler({ initialState, evolve });
const app = express();
app.use(express.json());
app.get('/health/ready', (_, response) => response.sendStatus(200));
app.post('/v1/facilitators', async ({ body }, response) => {
  const id = randomUUID();
  const { newState } = await handle(store, id, () => ({ type: 'FacilitatorRegistered', data: body }));
  response.status(201).json({ id, ...newState });
});
app.post('/v1/facilitators/:id/evidence', async ({ params, body }, response) => {
  const { newState } = await handle(store, params.id, () => ({ type: 'QualificationEvidenced', data: body }));
  response.json({ id: params.id, ...newState });
});
app.use((error, _request, response, _next) => response.status(500).json({ error: String(error) }));
app.listen(Number(process.env.PORT), '127.0.0.1');
