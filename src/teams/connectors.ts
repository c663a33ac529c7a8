import { type Door, isServiceHost, type TeamsSettings } from './door.ts';

export type Connector = Awaited<ReturnType<Door['adapter']['clientFor']>>;
/** A client for a tenant's service. Rejects for an address we do not know: our token goes there. */
export type Connect = (service: string) => Promise<Connector>;

/** For each call. */
export const TIMEOUT_MS = 10_000;

/** The tenants of a country share a handful of services. */
const KEPT_MAX = 50;

export function createConnect({ adapter }: Door, settings: TeamsSettings): Connect {
  const kept = new Map<string, Promise<Connector>>();

  async function make(service: string): Promise<Connector> {
    if (!URL.canParse(service) || !isServiceHost(service, settings))
      throw Object.assign(new Error('unknown service'), { statusCode: 400 });
    return once(await adapter.clientFor(settings.app, service));
  }

  return (service) => {
    const known = kept.get(service);
    if (known) return known;
    if (kept.size >= KEPT_MAX) kept.clear();
    const made = make(service);
    kept.set(service, made);
    made.catch(() => kept.delete(service));
    return made;
  };
}

interface Pipelined {
  client: { pipeline: { removePolicy(policy: { name: string }): { name: string }[] } };
}

/**
 * The SDK tries again by itself after 429, 5xx and a dropped connection, and its own `noRetryPolicy` does nothing. Tries
 * are ours to count and space (delivery/), and a hidden one could send twice. A redirect would take the token along.
 */
function once(connector: Connector): Connector {
  const { pipeline } = (connector as unknown as Pipelined).client;
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) {
    if (pipeline.removePolicy({ name }).length === 0) throw new Error(`the SDK has no ${name} to take out`);
  }
  return connector;
}
