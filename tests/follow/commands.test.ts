import { describe, expect, test } from 'vitest';
import { readFollowCommand } from '../../src/follow/commands.ts';

describe('what is said of following', () => {
  test.each([
    ['abonner', 'subscribe', ''],
    ['Abonner!', 'subscribe', ''],
    ['vi vil abonnere', 'subscribe', ''],
    ['Subscribe', 'subscribe', ''],
    ['nytt abonnement', 'subscribe', ''],
    ['lag et abonnement', 'subscribe', ''],
    ['sett opp abonnement her', 'subscribe', ''],
    ['create a subscription', 'subscribe', ''],
    ['abonner på Agder og DPIA', 'subscribe', 'Agder og DPIA'],
    ['subscribe to welfare technology', 'subscribe', 'welfare technology'],
    ['Følg Lillestrøm', 'follow', 'Lillestrøm'],
    ['følg', 'follow', ''],
    ['eg vil følgje Ås', 'follow', 'Ås'],
    ['follow Herøy (Nordland)', 'follow', 'Herøy (Nordland)'],
    ['slutt å følge Asker', 'unfollow', 'Asker'],
    ['unfollow Asker.', 'unfollow', 'Asker'],
  ])('“%s” is %s of “%s”', (text, kind, names) => {
    expect(readFollowCommand(text)).toEqual({ kind, names });
  });

  test.each([
    ['vis abonnement', 'show'],
    ['Abonnementet', 'show'],
    ['sjå abonnementa', 'show'],
    ['show the subscription', 'show'],
    ['hva abonnerer kanalen på?', 'show'],
    ['kva følgjer vi', 'show'],
    ['endre abonnementet', 'change'],
    ['stopp abonnement', 'stop'],
    ['Avslutt abonnementet her', 'stop'],
    ['unsubscribe', 'stop'],
    ['avmeld', 'stop'],
    ['stopp varsler', 'stop'],
    ['mine varsler', 'mine'],
    ['Vis mine varsel', 'mine'],
    ['varslene mine', 'mine'],
    ['my notices', 'mine'],
    ['hva følger jeg?', 'mine'],
    ['what do I follow?', 'mine'],
  ])('“%s” is %s', (text, kind) => {
    expect(readFollowCommand(text)).toEqual({ kind });
  });

  test.each([
    'følg opp avviket',
    'følg med på fristene',
    'hva er en følgekommune?',
    'varsling',
    'follow-up',
    'følgekommuner',
    'Hvordan varsler vi de registrerte?',
    'må vi varsle om avvik',
    'abonnement på programvare, er det en anskaffelse?',
    'how do we follow up a contract',
    `følg ${'a'.repeat(200)}`,
    '',
  ])('“%s” is about something else', (text) => {
    expect(readFollowCommand(text)).toBeUndefined();
  });
});
