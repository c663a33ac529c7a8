import { z } from 'zod';

/**
 * The parts of an activity that we read. Loose: Teams adds fields all the time, and a new one must never stop a turn.
 * What is missing here and needed there is refused at the door, with 400.
 */
const id = z.string().min(1).max(2_000);
const named = z.looseObject({ id, name: z.string().nullish() }).optional().catch(undefined);

export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().optional(),
  name: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: z.looseObject({ id, aadObjectId: z.string().optional(), name: z.string().nullish() }),
  recipient: z.looseObject({ id }),
  conversation: z.looseObject({
    id,
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional().catch(undefined),
      team: named,
      channel: named,
      eventType: z.string().optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  locale: z.string().nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  value: z.unknown().optional(),
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
  attachments: z
    .array(z.looseObject({ contentType: z.string() }))
    .nullish()
    .catch(undefined),
  entities: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().nullish(),
        mentioned: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
      }),
    )
    .nullish()
    .catch(undefined),
});

export type TeamsActivity = z.infer<typeof activitySchema>;

export const tenantOf = (activity: TeamsActivity): string =>
  activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '';
