import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { activitySchema, type TeamsActivity, tenantOf } from './activity.ts';

/** What the door needs to know; `config.ts` has the same shape. */
export interface TeamsSettings {
  app?: { id: string; password?: string | undefined; tenant?: string | undefined; type: string } | undefined;
  allowedTenants: string[];
  serviceHosts: string[];
  openIdMetadataUrl: string;
}

type AuthenticateRequestResult = Awaited<
  ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
>;

export type Refusal = { status: 400 | 401 | 403; reason: string };
export type Admitted = { activity: TeamsActivity; auth: AuthenticateRequestResult };

const ISSUER = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com';
const TEAMS_HOSTS = ['smba.trafficmanager.net', '.botframework.com', '.teams.microsoft.com'];

/** The SDK's own `process` writes the HTTP answer and prints errors with their content; this one leaves both to us. */
class Adapter extends CloudAdapter {
  run(
    auth: AuthenticateRequestResult,
    activity: TeamsActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(auth, activity as unknown as Activity, logic);
  }

  /** A client for what is sent unasked, signed as ourselves. */
  clientFor(app: TeamsSettings['app'], service: string) {
    const ourselves = this.createClaimsIdentity(app?.id);
    return this.botFrameworkAuthentication.createConnectorFactory(ourselves).create(service);
  }
}

/**
 * Who may come in. Everything is checked before anything runs: the activity's form, the channel, the token (signature,
 * issuer, audience, time and service URL), the tenant, and that our own token would only go to a known service host.
 */
export function createDoor(settings: TeamsSettings) {
  const { app } = settings;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: `${LOGIN}/${app?.tenant && app.type === 'SingleTenant' ? app.tenant : 'botframework.com'}`,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: settings.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: `${LOGIN}/botframework.com/v2.0/.well-known/openid-configuration`,
      ValidateAuthority: true,
    },
    new ConfigurationServiceClientCredentialFactory(credentials(app)),
  );
  const adapter = new Adapter(authentication);

  async function admit(body: unknown, authorization: string): Promise<Admitted | Refusal> {
    const parsed = activitySchema.safeParse(body);
    if (!parsed.success)
      return { status: 400, reason: `activity: ${parsed.error.issues[0]?.path.join('.')}` };
    const activity = parsed.data;
    // The same endpoint also serves other channels in Azure; only without an app id, and so only from this machine, may they in.
    if (app && activity.channelId !== 'msteams') return { status: 403, reason: 'channel' };
    if (!isServiceHost(activity.serviceUrl, settings)) return { status: 403, reason: 'service host' };
    let auth: AuthenticateRequestResult;
    try {
      auth = await authentication.authenticateRequest(activity as never, authorization);
    } catch (error) {
      return { status: 401, reason: `token: ${error instanceof Error ? error.name : 'unknown'}` };
    }
    if (settings.allowedTenants.length > 0 && !settings.allowedTenants.includes(tenantOf(activity))) {
      return { status: 403, reason: 'tenant' };
    }
    return { activity, auth };
  }

  return { adapter, authentication, admit };
}

export type Door = ReturnType<typeof createDoor>;

function credentials(app: TeamsSettings['app']) {
  if (!app) return {};
  return {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password ? { MicrosoftAppPassword: app.password } : {}),
    ...(app.tenant ? { MicrosoftAppTenantId: app.tenant } : {}),
  };
}

/** Our token goes where the activity says it came from, so that address must be one we know. */
export function isServiceHost(
  serviceUrl: string,
  settings: Pick<TeamsSettings, 'app' | 'serviceHosts'>,
): boolean {
  const { protocol, hostname } = new URL(serviceUrl);
  if (!settings.app) return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (settings.serviceHosts.includes(hostname)) return true;
  if (protocol !== 'https:') return false;
  return TEAMS_HOSTS.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
}
