/**
 * Text → tokens, the same way for what is indexed and for what is asked. Pure.
 *
 * Written forms that mean the same become the same token: "art.35" and "artikkel 35", "§13-2" and "§ 13-2",
 * "1,3 mill.", "1.3 millioner" and "1 300 000", "e-post" and "epost", "G.D.P.R." and "GDPR".
 */
export function tokenise(text: string): string[] {
  return normalise(text).match(TOKEN) ?? [];
}

// A paragraph or article number is one token with its sign, so that "§ 28" never matches "art. 28" or "28 kommuner".
const TOKEN = /§[0-9]+[a-z]?(?:-[0-9]+[a-z]?)?|art[0-9]+|[0-9]+(?:-[0-9]+)?|[\p{L}][\p{L}\p{N}]*/gu;

const SCALE: Record<string, number> = {
  k: 1e3,
  tusen: 1e3,
  thousand: 1e3,
  mill: 1e6,
  million: 1e6,
  mnok: 1e6,
  mrd: 1e9,
  milliard: 1e9,
  billion: 1e9,
};

const COUNTS: Record<string, number> = {
  halv: 0.5,
  half: 0.5,
  en: 1,
  ein: 1,
  one: 1,
  hundre: 100,
  halvannen: 1.5,
  halvanna: 1.5,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  six: 6,
  sju: 7,
  syv: 7,
  seven: 7,
  åtte: 8,
  eight: 8,
  ni: 9,
  nine: 9,
  ti: 10,
  ten: 10,
  tjue: 20,
  twenty: 20,
};
const COUNT = Object.keys(COUNTS).join('|');
const LARGE =
  '(?=(?:tusen|thousand|mill|million|mrd|milliard|billion)(?:ioner|ionar|ions?|er|ar)?(?![\\p{L}\\p{N}]))';
const AND_A_HALF = new RegExp(
  `(?<![\\p{L}\\p{N}])(${COUNT}|\\d{1,3}) (?:og|and) (?:en |ein |a )?(?:halv|half) ${LARGE}`,
  'gu',
);
const SPELT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:en|ein|an?) )?(${COUNT})(?: an?)? (hundre |hundred )?${LARGE}`,
  'gu',
);

const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };

function normalise(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(ACCENTED, plain)
      // An address says nothing that people would search for.
      .replace(/\bhttps?:\/\/\S+/g, ' ')
      // Soft hyphens and zero-width signs come along when text is pasted from web pages.
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
      // Letters with dots between them, "p.g.a." and "p.g.a", are one word.
      .replace(
        /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?/gu,
        (dotted) => `${dotted.replaceAll('.', '')} `,
      )
      // Thousands in groups: "2 500 000" is one number, "i 2024 500 kommuner" is two.
      .replace(/(?<=(?<!\d)\d{1,3})[ .](?=\d{3}(?!\d))/g, '')
      // "tre og en halv million", "to hundre tusen", "half a million"
      .replace(AND_A_HALF, (_, count: string) => `${(COUNTS[count] ?? Number(count)) + 0.5} `)
      .replace(
        SPELT,
        (_, count: string, hundreds: string | undefined) => `${COUNTS[count]! * (hundreds ? 100 : 1)} `,
      )
      // A number is tried from its first digit only, or a long one would be tried from each.
      .replace(
        /(?<!\d)(\d+(?:[.,]\d+)?) ?(k|tusen|thousand|mill|million|mnok|mrd|milliard|billion)(?:ioner|ion|er|ar|ene|s)?(?![\p{L}\p{N}])\.?/gu,
        amount,
      )
      .replace(/(?:(?<!§)§+|\b(?:paragraf|section)) ?(?=\d)/g, '§')
      // "§ 5 b" is "§ 5b", and "§ 5 i loven" is not "§ 5i".
      .replace(/§(\d+) ([a-hj-z])\b(?! ?\d)/g, '§$1$2')
      // Word processors put other dashes in "§ 13-2".
      .replace(/(?<=§\d{1,4}[a-z]?)[‐‑–](?=\d)/g, '-')
      .replace(/\b(?:artikkel|article|art)\.? ?(?=\d)/g, 'art')
      // Parts of the regulation: "del II", "del 2" and "part 2".
      .replace(
        /\b(?:del|part) (?=(iii|ii|iv|i|v|[1-5])\b)(?:iii|ii|iv|i|v|[1-5])/g,
        (_, part: string) => `del${ROMAN[part] ?? part}`,
      )
      // personnr, org.nr, but not regionråd; "nummer 3" is how "nr. 3" is read out.
      .replace(/(?<=\p{L}{3})[.-]?nr(?![\p{L}\p{N}])\.?/gu, 'nummer ')
      .replace(/\b(?:nummer|nr) ?\.? ?(?=\d)/g, 'nr ')
      .replace(/\bkap\b\.?(?= ?\d)/g, 'kapittel ')
      .replace(/(?<=\d) ?%/g, ' prosent ')
      // A hyphen or slash inside a word: "e-post" is "epost", "post/telefon" is two words.
      .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '')
  );
}

// "Napoléon" is "napoleon"; æ, ø and å are letters, and Swedish and German stand for them.
const ACCENTED = /[à-öø-ÿā-ž]/g;
const LETTERS: Record<string, string> = { æ: 'æ', ø: 'ø', å: 'å', ä: 'æ', ö: 'ø', ß: 'ss', đ: 'd', ł: 'l' };
const plain = (letter: string): string => LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');

function amount(_: string, number: string, scale: string): string {
  return String(Math.round(Number(number.replace(',', '.')) * (SCALE[scale] ?? 1)));
}

/** æøå written without the letters: "maa", "ma" and "må" fold to the same. For looking up, never for showing. */
export function fold(token: string): string {
  return token
    .replaceAll('æ', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ae', 'a')
    .replaceAll('oe', 'o')
    .replaceAll('aa', 'a');
}
