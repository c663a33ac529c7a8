import type { SurveyDeps } from '../deps.ts';
import { type AskedStore, createAskedStore } from './asked.ts';
import { createNamedStore, type NamedStore } from './named.ts';
import { createResponses, type Responses } from './responses.ts';
import { createResultsStore, type ResultsStore } from './results.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** What the parts of the job share. */
export interface Stores {
  rounds: Rounds;
  asked: AskedStore;
  responses: Responses;
  named: NamedStore;
  results: ResultsStore;
}

export const createStores = (deps: Pick<SurveyDeps, 'db' | 'seal' | 'random'>): Stores => ({
  rounds: createRounds(deps),
  asked: createAskedStore(deps),
  responses: createResponses(deps),
  named: createNamedStore(deps),
  results: createResultsStore(deps),
});
