/** What kind of personal data a text holds. Pure; says what kind, never which value. */
export type PersonalData = 'nationalId' | 'account' | 'phone' | 'email';

/** Longer texts are never searched or stored, so nothing in the rest of them can be. */
const MAX_SCANNED = 20_000;

/**
 * Looks for fødselsnummer and D-number (check digits and date right, synthetic test numbers included), bank account
 * numbers (check digit right), phone numbers and e-mail addresses.
 * Numbers whose check digits are wrong, organisation numbers, dates and amounts of money are let through.
 */
export function findPersonalData(text: string): PersonalData[] {
  const plain = text
    .slice(0, MAX_SCANNED)
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const found = new Set<PersonalData>();
  for (const match of plain.matchAll(/(?<!\d)(?<!\d[.,])\d(?:[ .\u00a0-]{0,2}\d){10}(?![ .\u00a0-]?\d)/g)) {
    const digits = digitsOf(match[0]);
    if (isNationalId(digits)) found.add('nationalId');
    else if (isAccount(digits)) found.add('account');
  }
  if (EMAIL.test(plain)) found.add('email');
  if (hasPhone(plain)) found.add('phone');
  return [...found];
}

/** Begins at the letter before the sign, and every part is bounded: text of any length takes time in proportion. */
const EMAIL = /[\p{L}\p{N}_%+-] ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}-]{2,63}/iu;

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

/** Skatteetaten, "Fødselsnummer": both check digits are modulus 11 with these weights. */
function isNationalId(d: number[]): boolean {
  const first = checkDigit(d.slice(0, 9), [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = checkDigit(d.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first === d[9] && second === d[10] && hasDate(d);
}

/** The sixth account digit onwards, like the rest, is guarded by a last modulus 11 digit. */
function isAccount(d: number[]): boolean {
  return checkDigit(d.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === d[10] && d.some((n) => n !== d[0]);
}

/** The check digit, or undefined when the number cannot exist (remainder 1 would need the digit 10). */
function checkDigit(digits: number[], weights: number[]): number | undefined {
  const rest = digits.reduce((sum, digit, i) => sum + digit * (weights[i] ?? 0), 0) % 11;
  if (rest === 0) return 0;
  return rest === 1 ? undefined : 11 - rest;
}

/** D-numbers have 40 added to the day; synthetic numbers 40 (Nav), 65 (health) or 80 (Skatteetaten) added to the month. */
function hasDate(d: number[]): boolean {
  const day = d[0]! * 10 + d[1]!;
  const month = d[2]! * 10 + d[3]!;
  const days = [day, day - 40];
  const months = [month, month - 40, month - 65, month - 80];
  return days.some((n) => n >= 1 && n <= 31) && months.some((n) => n >= 1 && n <= 12);
}

const GROUPED =
  /(?<![\d.,])(?:(?:\+|00)47[ .-]?)?(?:[2-9]\d(?:[ .-]\d\d){3}|[2-9]\d\d[ .-]\d\d[ .-]\d{3})(?![ .,-]?\d)/g;
const PLAIN_MOBILE = /(?<![\d.,/§-])[49]\d{7}(?![\d/-]|[.,]\d)/g;
const PREFIXED =
  /(?:(?:\+|(?<!\d)00)\d{2}[ .-]?|(?:\btlf|\btelefon(?:nummer(?:et)?)?|\bmobil(?:nummer(?:et)?)?|\bmob|\bphone|\bring(?:e)?|\bcall|\bsms(?: til)?)\.?:? ?(?:nr\.? ?|på )?)\d(?:[ .-]?\d){7,10}(?!\d)/i;
const MONEY_AFTER = /^[ .]?(?:,-|kr\b|kroner|nok\b|mill|mrd|euro?\b|€|%|prosent)/i;
const MONEY_BEFORE = /(?:\bkr\.?|\bnok|€|\bkroner|\bbeløp|\bverdi|\bsum)[: ]*$/i;

function hasPhone(text: string): boolean {
  if (PREFIXED.test(text)) return true;
  for (const pattern of [GROUPED, PLAIN_MOBILE]) {
    for (const match of text.matchAll(pattern)) {
      const digits = match[0].replace(/\D/g, '');
      const after = text.slice(match.index + match[0].length);
      const before = text.slice(0, match.index);
      if (MONEY_AFTER.test(after) || MONEY_BEFORE.test(before) || digits.endsWith('0000')) continue;
      return true;
    }
  }
  return false;
}
