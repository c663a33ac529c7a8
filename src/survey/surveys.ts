import { addMonths } from '../times.ts';
import { alarms } from './alarms.ts';
import { createAudiences } from './audience.ts';
import type { SurveyDeps } from './deps.ts';
import { createEnding } from './ending.ts';
import { createLeaders } from './leaders.ts';
import { createRespondents } from './respondents.ts';
import { createSending } from './sending.ts';
import { createShowing } from './showing.ts';
import { createStores } from './store/stores.ts';
import type { Surveys } from './survey.ts';
import { createTidying } from './tidying.ts';

/** Named answers and texts are kept so long after the round is over. */
const KEPT_MONTHS = 12;

/** JOB 2 put together. Asks to be woken by `delivery`, so it is made before that is started. */
export function createSurveys(deps: SurveyDeps): Surveys {
  const { delivery, now } = deps;
  const stores = createStores(deps);
  const audiences = createAudiences(deps);
  const sending = createSending(deps, stores, audiences);
  const tidying = createTidying(deps, stores);
  const ending = createEnding({ ...deps, onEnded: tidying.ended }, stores, sending);
  const rings = { ...sending.rings, ...ending.rings };
  for (const name of Object.keys(alarms) as (keyof typeof alarms)[])
    delivery.onAlarm(alarms[name], rings[name]);

  return {
    ...createLeaders(deps, { stores, audiences, sending, ending }),
    ...createRespondents({ now, onAnswered: tidying.touched }, stores),
    ...createShowing(stores),
    async forget(person) {
      await stores.asked.forget(person);
      await stores.named.forget(person);
    },
    async purge() {
      await stores.results.purge(addMonths(now(), -KEPT_MONTHS));
      await tidying.tidy();
    },
    stop: tidying.stop,
  };
}
