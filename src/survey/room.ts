import { randomInt } from 'node:crypto';
import type { Ground, Room } from '../ground.ts';
import { createPlaceName } from '../people/place.ts';
import type { Served } from '../server.ts';
import { createNotices } from './notice-cards.ts';
import { createDocuments } from './report/documents.ts';
import { readingFrom } from './report/reading.ts';
import { suggestFrom } from './suggest.ts';
import { createSurveys } from './surveys.ts';
import { createSurveyDesk } from './turns.ts';

interface SurveyRoom extends Required<Room> {
  /** What a sealed link to results leads to. */
  document(token: string): Promise<Served>;
}

export function surveyRoom(ground: Ground): SurveyRoom {
  const { knowledge, norway, roles, links, fill, roster } = ground;
  const templates = () => knowledge().surveys;
  const surveys = createSurveys({
    ...ground,
    db: ground.database.db,
    templates,
    random: (below) => randomInt(below),
    notices: createNotices({ fill }),
  });
  const desk = createSurveyDesk({
    ...ground,
    surveys,
    templates,
    placeName: createPlaceName(roster),
    suggest: (tags, articles, lang) => suggestFrom(knowledge(), tags, articles, lang),
    documentLink: ({ id, tenant, plan }, kind, lang) =>
      links.link({
        kind,
        tenant,
        round: id,
        lang,
        ...(kind !== 'report' && !plan.anonymous && { names: true }),
      }),
  });
  const document = createDocuments({
    ...ground,
    surveys,
    municipalityOf: async (tenant) => {
      const number = await roles.municipalityOf(tenant);
      return norway().all.find((m) => m.number === number)?.name;
    },
    readingFor: (dimension, lang) => readingFrom(knowledge(), dimension, lang),
  });
  return { desks: [desk], document, purge: surveys.purge, stop: surveys.stop };
}
