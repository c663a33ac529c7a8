import { describe, expect, test } from 'vitest';
import { isClaim } from '../../src/ask/claim.ts';

describe('what is said to be confirmed is told from what is asked and from words to look for', () => {
  test.each([
    'Vi har gjort ROS, så da slipper vi DPIA.',
    'Grensa er 1,3 millionar no, ikkje sant?',
    'Personvernombudet godkjenner jo DPIA-en, stemmer det?',
    'We can skip the standstill period, right?',
    'Da er det greit å signere i dag, eller?',
    'Kommunen har under 250 tilsette, så vi slepp protokoll …  har eg rett?',
    'Alle avvik må meldes!',
  ])('said: %s', (text) => expect(isClaim(text)).toBe(true));

  test.each([
    'Slipper vi DPIA når vi har gjort ROS?',
    'Når må vi melde avvik',
    'karens frist',
    '§ 5b',
    'What is a contracting authority?',
    'Kan vi velge åpen eller begrenset anbudskonkurranse?',
    'Hvem har rett til innsyn?',
    'art. 28 nr. 3',
    '',
  ])('asked: %s', (text) => expect(isClaim(text)).toBe(false));
});
