import type { LinkedResults, Links } from '../../../src/links.ts';
import { createLinks } from '../../../src/links.ts';
import { type Server, startServer } from '../../../src/server.ts';
import type { Results } from '../../../src/survey/model.ts';
import { createDocuments } from '../../../src/survey/report/documents.ts';
import type { Reading } from '../../../src/survey/report/next.ts';

/** Reports over real HTTP, from results by round; a round that is not there was withdrawn. */
export interface Serving {
  server: Server;
  links: Links;
  clock: { now: Date };
  /** The address of a document of round `round`, in bokmål unless something else is said. */
  to(round: string, change?: Partial<LinkedResults>): string;
  stop(): Promise<void>;
}

const SECRET = 'a secret of more than thirty-two characters';

export async function startServing(rounds: Record<string, Results>): Promise<Serving> {
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const now = () => clock.now;
  const links = createLinks({ secret: SECRET, publicUrl: () => server.url, now });
  const document = createDocuments({
    links,
    surveys: {
      resultsFor: async (tenant, round) => {
        const results = rounds[round];
        return results?.round.tenant === tenant ? results : undefined;
      },
    },
    municipalityOf: async () => 'Lillestrøm',
    readingFor: () => sampleReading,
    now,
  });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    receive: async () => ({ status: 404 }),
    ready: async () => {},
    pages: {},
    document,
    log: { warn: (fields) => console.error(fields) },
  });
  return {
    server,
    links,
    clock,
    to: (round, change) => links.link({ kind: 'report', tenant: 'tenant-1', lang: 'nb', round, ...change }),
    stop: () => server.stop(1000),
  };
}

const sampleReading: Reading = {
  articles: [
    {
      title: 'Digital modenhet i kommuner',
      titleLang: 'nb',
      summary: 'Hva digital modenhet er, og hvordan den måles.',
      by: undefined,
      source: { title: 'KS: Digital modenhet', url: 'https://www.ks.no/digital?a=1&b=2' },
    },
  ],
  solutions: [
    {
      title: 'Asker og Bærum åpnet forberedelsene sine for andre kommuner',
      titleLang: 'nb',
      summary: 'Asker og Bærum la i 2015 fram hvordan de forberedte et felles kjøp.',
      by: 'Erfaring fra Asker og Bærum, 2015',
      source: {
        title: 'LUP: Dialog på læringsarena',
        url: 'http://gamle.leverandorutvikling.no/arkiv/dialog-paa-laeringsarena-gav-kunnskapsloeft-article1288-740.html',
      },
    },
  ],
};
