import { expect, test } from 'vitest';
import { readCommand } from '../src/commands.ts';

test.each([
  ['hei', 'hello'],
  ['Hei!', 'hello'],
  ['God morgen 😊', 'hello'],
  ['hello there', 'hello'],
  ['Heisann', 'hello'],
  ['takk', 'thanks'],
  ['Tusen takk for hjelpen!', 'thanks'],
  ['thank you', 'thanks'],
  ['hjelp', 'help'],
  ['Help', 'help'],
  ['?', 'help'],
  ['Hva kan du?', 'help'],
  ['Kva kan du hjelpe med?', 'help'],
  ['veiviser', 'guides'],
  ['Veiviseren', 'guides'],
  ['vis meg alle veivisere', 'guides'],
  ['vegvisar', 'guides'],
  ['rettleiar', 'guides'],
  ['guide', 'guides'],
  ['step by step', 'guides'],
  ['Hjelp meg å velge prosedyre.', 'guides'],
  ['hjelp oss å velje rett prosedyre', 'guides'],
  ['Can you help me choose a procurement procedure?', 'guides'],
  ['personvern hos Samvit', 'privacy'],
  ['Hva lagrer du om meg?', 'privacy'],
  ['slett mine data', 'forget'],
  ['Delete my data.', 'forget'],
  ['', 'empty'],
  ['   \n ', 'empty'],
  ['👍🎉', 'emoji'],
  ['!!!', 'emoji'],
])('"%s" is %s', (text, kind) => {
  expect(readCommand(text)).toEqual({ kind });
});

test.each([
  ['språk nynorsk', 'nn'],
  ['Språk: bokmål', 'nb'],
  ['sprak engelsk', 'en'],
  ['language English', 'en'],
  ['bytt språk til nynorsk', 'nn'],
  ['språk automatisk', 'automatic'],
  ['språk klingon', 'unknown'],
  ['språk constructor', 'unknown'],
  ['språk', 'unknown'],
])('"%s" sets %s', (text, lang) => {
  expect(readCommand(text)).toEqual({ kind: 'language', lang });
});

test.each([
  'Når må vi gjøre en DPIA?',
  'hei, når må vi gjøre en DPIA?',
  'personvern',
  'hjelp til å velge prosedyre',
  'Datatilsynets veileder om DPIA',
  'Hvem kan hjelpe oss å velge leverandør?',
  'Takk for sist, men hva er karens?',
  '§ 5b',
  'Hvilket språk må tilbudet være på?',
  'slett data om eleven',
])('"%s" is a question', (text) => {
  expect(readCommand(text)).toBeUndefined();
});
