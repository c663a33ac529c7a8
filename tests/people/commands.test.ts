import { describe, expect, test } from 'vitest';
import { type PeopleCommand, readPeopleCommand } from '../../src/people/commands.ts';

const KARI = ['Kari Nordmann'];

describe('roles are given and taken', () => {
  test.each<[string, string[], 'give' | 'take', string[]]>([
    ['gi Kari Nordmann rollen leder', KARI, 'give', ['leader']],
    ['Gi Kari rollen som leder.', KARI, 'give', ['leader']],
    ['gje Kari Nordmann rolla leiar', KARI, 'give', ['leader']],
    ['kan du gi Kari Nordmann lederrollen?', KARI, 'give', ['leader']],
    ['gi Kari Nordmann rollene leder og redaktør', KARI, 'give', ['leader', 'editor']],
    ['gjør Kari Nordmann til administrator', KARI, 'give', ['admin']],
    ['gjer Kari Nordmann til admin', KARI, 'give', ['admin']],
    ['make Kari Nordmann an editor', KARI, 'give', ['editor']],
    ['Please give Kari Nordmann the role leader', KARI, 'give', ['leader']],
    ['legg til Kari Nordmann som redaktør', KARI, 'give', ['editor']],
    [
      'gi Kari Nordmann, Ola Nordmann og Per Bakke rollen leder',
      ['Kari Nordmann', 'Ola Nordmann', 'Per Bakke'],
      'give',
      ['leader'],
    ],
    ['gi Berit Leder rollen redaktør', ['Berit Leder'], 'give', ['editor']],
    ['fjern redaktør fra Ola Nordmann', ['Ola Nordmann'], 'take', ['editor']],
    ['ta bort rollen leder fra Kari Nordmann', KARI, 'take', ['leader']],
    ['ta lederrollen fra Kari', KARI, 'take', ['leader']],
    ['fjern rolla leiar frå Kari Nordmann', KARI, 'take', ['leader']],
    ['frata Kari Nordmann administratorrollen', KARI, 'take', ['admin']],
    ['remove the editor role from Kari Nordmann', KARI, 'take', ['editor']],
    ['take the role leader from Kari Nordmann', KARI, 'take', ['leader']],
  ])('"%s"', (text, mentioned, kind, roles) => {
    expect(readPeopleCommand(text, mentioned)).toEqual({ kind, roles, self: false });
  });

  test.each<[string, 'give' | 'take']>([
    ['gi meg rollen leder', 'give'],
    ['give me the role leader', 'give'],
    ['fjern rollen leder fra meg', 'take'],
  ])('"%s" is for the one who writes', (text, kind) => {
    expect(readPeopleCommand(text, [])).toEqual({ kind, roles: ['leader'], self: true });
  });

  test.each<[string, string[], 'whom' | 'which' | 'both']>([
    ['gi Kari rollen leder', [], 'whom'],
    ['fjern lederrollen fra Ola Nordmann', [], 'whom'],
    ['gi Kari Nordmann rollen sjef', KARI, 'which'],
    ['gi Kari leder og fjern redaktør fra Ola', ['Kari Nordmann', 'Ola Nordmann'], 'both'],
  ])('"%s" leaves something out', (text, mentioned, what) => {
    expect(readPeopleCommand(text, mentioned)).toEqual({ kind: 'unclear', what });
  });
});

describe('a municipality is chosen', () => {
  const named = (name: string, sure: boolean, bare = false): PeopleCommand => ({
    kind: 'municipality',
    name,
    sure,
    bare,
  });
  test.each<[string, PeopleCommand]>([
    ['kommunen er Lillestrøm', named('Lillestrøm', true)],
    ['Kommunen vår er Nore og Uvdal.', named('Nore og Uvdal', true)],
    ['kommunen er lillestrøm', named('lillestrøm', false)],
    ['kommunen er 3205', named('3205', true)],
    ['kommunen er kommune 3205', named('3205', false)],
    ['kommuna heiter Hå', named('Hå', true)],
    ['vi er Lillestrøm kommune', named('Lillestrøm kommune', false)],
    ['knytt oss til Skedsmo', named('Skedsmo', true)],
    ['bytt kommune til våler i østfold', named('våler i østfold', true)],
    ['our municipality is Oslo', named('Oslo', true)],
    ['kommune 3205', named('3205', false, true)],
    ['kommunenummer: 3205', named('3205', false, true)],
    // Whether this names a place is for the list of municipalities to say, and it does not.
    ['Kommunen er pålagt å ha personvernombud?', named('pålagt å ha personvernombud', false)],
    ['Vi er usikre på om vi trenger en DPIA', named('usikre på om vi trenger en DPIA', false)],
  ])('"%s"', (text, command) => {
    expect(readPeopleCommand(text, [])).toEqual(command);
  });
});

test.each<[string, PeopleCommand['kind']]>([
  ['hvem har roller', 'list'],
  ['Hvem har hvilke roller?', 'list'],
  ['kven har roller her?', 'list'],
  ['who has roles', 'list'],
  ['vis roller', 'list'],
  ['hvem er administrator?', 'list'],
  ['mine roller', 'mine'],
  ['hvilke roller har jeg?', 'mine'],
  ['kva rolle har eg?', 'mine'],
  ['my roles', 'mine'],
  ['vis logg', 'audit'],
  ['Vis meg loggen', 'audit'],
  ['sjå loggen', 'audit'],
  ['revisjonslogg', 'audit'],
  ['show the audit log', 'audit'],
  ['hvilken kommune er vi?', 'which-municipality'],
  ['kva kommune høyrer vi til?', 'which-municipality'],
  ['which municipality are we?', 'which-municipality'],
])('"%s" is %s', (text, kind) => {
  expect(readPeopleCommand(text, [])).toEqual({ kind });
});

test.each<[string, string[]]>([
  ['Hva er rollen til lederen i en anskaffelse?', []],
  ['Gi meg et eksempel på rollen som behandlingsansvarlig leder i en kommune', []],
  ['gi Kari beskjed om at leder må svare', KARI],
  ['gi Kari Nordmann en oversikt over terskelverdiene', KARI],
  ['hvordan gir jeg Kari rollen leder?', KARI],
  ['Hvilke roller har databehandler og behandlingsansvarlig?', []],
  ['Ta kontakt med leder', []],
  ['ta med leder i vurderingen', KARI],
  ['Hva er loggføring?', []],
  ['Hvor lenge kan vi lagre logger?', []],
  ['Hvilken kommune har brukt dialogkonferanse?', []],
  ['Kommune og fylkeskommune', []],
  ['slett mine data', []],
])('"%s" is a question', (text, mentioned) => {
  expect(readPeopleCommand(text, mentioned)).toBeUndefined();
});
