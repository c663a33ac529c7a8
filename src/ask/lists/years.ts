/** Years from and to, both counted in. */
export interface Years {
  from?: number;
  to?: number;
}

/** "siden 2020", "mellom 2018 og 2020", "de siste fem årene": the years a text asks for, and the text without them. */
export function yearsIn(text: string, today: string): { years?: Years; rest: string } {
  const now = Number(today.slice(0, 4));
  let years: Years | undefined;
  let rest = text;
  for (const [pattern, read] of PATTERNS) {
    rest = rest.replace(pattern, (...found) => {
      const named = found.at(-1) as Record<string, string | undefined>;
      const { from, to } = { ...years, ...read(named, now) };
      years = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      return ' ';
    });
  }
  return { ...(years && { years }), rest };
}

type Read = (found: Record<string, string | undefined>, now: number) => Years;

const YEAR = '(?:19[89]\\d|20\\d\\d)';
const A = `(?<a>${YEAR})(?!\\d)`;
const B = `(?<b>${YEAR})(?!\\d)`;
const COUNTS =
  'en|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|one|two|three|four|five|six|seven|eight|nine|ten';
const NUMBERS: Record<string, number> = Object.fromEntries(
  'en ett|to|tre|fire|fem|seks|sju syv|åtte|ni|ti|one|two|three|four|five|six|seven|eight|nine|ten'
    .split('|')
    .flatMap((words, i) => words.split(' ').map((word) => [word, (i % 10) + 1] as const)),
);
const countOf = (word = '1'): number => NUMBERS[word.toLowerCase()] ?? Number(word);

/** In this order: what says most goes first. */
const PATTERNS: [RegExp, Read][] = (
  [
    [
      `(?:(?:i )?(?:perioden|åra|årene|the period|the years) )?(?:(?:mellom|between|fra(?: og med)?|frå(?: og med)?|from) )?${A} ?(?:og|and|til(?: og med)?|to|through|-|–|—) ?${B}`,
      ({ a, b }) => ({ from: Math.min(Number(a), Number(b)), to: Math.max(Number(a), Number(b)) }),
    ],
    ['i fjor|(?:in )?last year', (_, now) => ({ from: now - 1, to: now - 1 })],
    [
      `(?:(?:i|for|over|fra|in|during|within|from) )?(?:(?:løpet av|the course of) )?(?:de|dei|the|dette|det)? ?(?:siste|seneste|last|past) (?:(?<n>\\d{1,2}|${COUNTS}) )?(?:åra|årene|året|år|years|year)`,
      ({ n }, now) => ({ from: now - countOf(n) }),
    ],
    [`(?:på |i |in |from )?(?:the )?(?<d>(?:19|20)\\d)0(?:-tallet|-talet|s)`, decade],
    [
      `(?:siden|sidan|fra og med|frå og med|fom\\.?|since) ${A}(?: og (?:fremover|framover|utover|senere|seinare))?`,
      since,
    ],
    [
      `(?:fra|frå|from) ${A} (?:og (?:fremover|framover|utover|senere|seinare)|av|on|onwards?|and (?:later|onwards?))`,
      since,
    ],
    [
      `(?:(?:i|fra|frå|in|from) )?${A} (?:eller|og|or|and) (?:senere|seinare|nyere|nyare|later|newer|after)`,
      since,
    ],
    [`(?:etter|after|nyere enn|nyare enn|senere enn|seinare enn|newer than|later than) ${A}`, after],
    [
      `(?:før|for enn|before|eldre enn|older than|earlier than|tidligere enn|tidlegare enn|inntil) ${A}`,
      before,
    ],
    [
      `(?:til og med|tom\\.?|fram til|frem til|innen|innan|until|up to|til|by) ${A}`,
      ({ a }) => ({ to: Number(a) }),
    ],
    ['i år|this year', (_, now) => ({ from: now, to: now })],
    [
      `(?:(?:i|fra|frå|in|from|for|året|årene|the year|gjort i) )?${A}`,
      ({ a }) => ({ from: Number(a), to: Number(a) }),
    ],
  ] as [string, Read][]
).map(([pattern, read]) => [
  // "Kommune 2020" was Porsanger, and "2 500 2020" is no year.
  new RegExp(`(?<![\\p{L}\\d]|nummer |kommune |nr\\.? )(?:${pattern})(?![\\p{L}\\d])`, 'iu'),
  read,
]);

function since({ a }: Record<string, string | undefined>): Years {
  return { from: Number(a) };
}

function after({ a }: Record<string, string | undefined>): Years {
  return { from: Number(a) + 1 };
}

function before({ a }: Record<string, string | undefined>): Years {
  return { to: Number(a) - 1 };
}

function decade({ d }: Record<string, string | undefined>): Years {
  return { from: Number(d) * 10, to: Number(d) * 10 + 9 };
}
