import { type Word, wordsOf } from '../../search/analyse.ts';

/** A word of a question, with how it was written: a place may need its capital letter. */
export interface AskedWord extends Word {
  raw: string;
}

/** Words as people separate them: "digi-nettverk" and "Asker-Bærum" are one each, and "Asker's" is Asker. */
export function askedWords(text: string): AskedWord[] {
  return (text.match(/[\p{L}\p{N}]+(?:[-‐‑–'’][\p{L}\p{N}]+)*/gu) ?? []).flatMap((raw) => {
    // In capitals it is no English pronoun.
    const own = raw === 'IT' ? 'IKT' : raw.replace(/['’]s$/, '');
    const [word, more] = wordsOf(own);
    return word && !more
      ? [{ ...word, raw: own }]
      : [{ text: own.toLowerCase(), term: '', stop: false, raw: own }];
  });
}
