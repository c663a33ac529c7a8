import { z } from 'zod';

const POLL = 'må være et helt tall fra 1 til 3600';

/**
 * Every setting: name, default and rule. The only reader of process.env; README lists the same names.
 * An empty variable counts as not set, as container platforms hand them over.
 */
const settings = z.object({
  PORT: z.coerce.number('må være et tall').int().min(0).max(65535).default(3978),
  HOST: z.string().optional(),
  MICROSOFT_APP_ID: z.uuid('må være en GUID, som i Azure').optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.uuid('må være en GUID, som i Azure').optional(),
  MICROSOFT_APP_TYPE: z
    .enum(
      ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
      'må være SingleTenant, MultiTenant eller UserAssignedMSI',
    )
    .default('SingleTenant'),
  ALLOWED_TENANTS: list(z.uuid('må være GUID-er med komma mellom')),
  SERVICE_HOSTS: list(z.string()),
  OPENID_METADATA_URL: z
    .url('må være en nettadresse')
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'må begynne med postgres://' }).optional(),
  DATA_FOLDER: z.string().default('data'),
  KNOWLEDGE_FOLDER: z.string().default('knowledge'),
  KNOWLEDGE_POLL_SECONDS: z.coerce.number(POLL).int(POLL).min(1, POLL).max(3600, POLL).default(30),
  SAMVIT_SECRET: z.string().min(32, 'må ha minst 32 tegn').optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'må være en nettadresse, som https://samvit.kommune.no' })
    .optional(),
  ADMINS: list(z.uuid('må være objekt-ID-er fra Entra (GUID) med komma mellom')),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'må være debug, info, warn, error eller silent')
    .default('info'),
});

export type Config = ReturnType<typeof readConfig>;

export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(`Innstillingene har ${faults.length} feil:\n${faults.map((f) => `  ${f}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Checks the environment and groups it by who needs it.
 * @throws ConfigError with every fault at once, in words that say how to mend it.
 */
export function readConfig(env: Record<string, string | undefined> = process.env) {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(set);
  const faults = parsed.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? [];
  const has = (name: keyof z.input<typeof settings>) => set[name] !== undefined;
  if (has('MICROSOFT_APP_ID')) {
    const type = set.MICROSOFT_APP_TYPE ?? 'SingleTenant';
    if (type !== 'UserAssignedMSI' && !has('MICROSOFT_APP_PASSWORD')) {
      faults.push(
        'MICROSOFT_APP_PASSWORD: mangler. Den hører til MICROSOFT_APP_ID og finnes i Azure under appregistreringen.',
      );
    }
    if (type !== 'MultiTenant' && !has('MICROSOFT_APP_TENANT_ID')) {
      faults.push(
        'MICROSOFT_APP_TENANT_ID: mangler. Sett kommunens tenant-ID, eller MICROSOFT_APP_TYPE=MultiTenant.',
      );
    }
  }
  if (has('DATABASE_URL') && !has('SAMVIT_SECRET')) {
    faults.push(
      'SAMVIT_SECRET: mangler. Alle prosesser på samme database må ha den samme hemmeligheten, minst 32 tegn.',
    );
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const s = parsed.data;
  const app = s.MICROSOFT_APP_ID
    ? {
        id: s.MICROSOFT_APP_ID,
        password: s.MICROSOFT_APP_PASSWORD,
        tenant: s.MICROSOFT_APP_TENANT_ID,
        type: s.MICROSOFT_APP_TYPE,
      }
    : undefined;
  return {
    http: {
      port: s.PORT,
      // Without an app id nothing checks who calls, so only this machine may.
      host: app ? (s.HOST ?? '0.0.0.0') : '127.0.0.1',
      hostRefused: !app && s.HOST !== undefined && !['127.0.0.1', 'localhost', '::1'].includes(s.HOST),
    },
    teams: {
      app,
      allowedTenants: s.ALLOWED_TENANTS,
      serviceHosts: s.SERVICE_HOSTS,
      openIdMetadataUrl: s.OPENID_METADATA_URL,
    },
    data: { url: s.DATABASE_URL, folder: s.DATA_FOLDER, secret: s.SAMVIT_SECRET },
    /** Entra object ids of those who are admins before anyone has been given the role. */
    admins: s.ADMINS.map((id) => id.toLowerCase()),
    /** Where people reach the pages we link to, without a slash at the end; undefined: where the server listens. */
    publicUrl: s.PUBLIC_URL?.replace(/\/+$/, ''),
    knowledgeFolder: s.KNOWLEDGE_FOLDER,
    knowledgePollMs: s.KNOWLEDGE_POLL_SECONDS * 1000,
    logLevel: s.LOG_LEVEL,
  };
}

function list(item: z.ZodType<string, string>) {
  return z
    .string()
    .default('')
    .transform((text) => text.split(/[,\s]+/).filter(Boolean))
    .pipe(z.array(item));
}
