import { slugOf } from '../knowledge/article.ts';
import type { Lang } from '../knowledge/model.ts';
import { SHARED, type Solution } from '../knowledge/solution.ts';
import type { Approved, Content, Gdpr, InLangs, NameOf } from './model.ts';
import { neutral, neutralTitle } from './neutral.ts';
import { questionsOf } from './questions.ts';

/** What was shared, as search and answers know it. Pure. */

/** Ids of what was shared in the app begin so, and so tell it from what lies in files. */
const LONGEST_ID = 60;
const SUMMARY_MAX = 300;

/** An id of its own, made of the title; `taken` are those in use. */
export function slugFor(title: string, taken: ReadonlySet<string>): string {
  const base = `${SHARED}${slugOf(neutralTitle(title)) || 'uten-navn'}`
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '');
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

export function solutionOf({ slug, content, day }: Approved, nameOf: NameOf): Solution {
  const { kind, topic, language, tags, municipalities, year, procedure } = content;
  const title = titleOf(content);
  const places = municipalities.map(nameOf);
  const systems = content.systems.map(neutralTitle).filter(Boolean);
  const told = toldIn(content);
  return {
    id: slug,
    kind,
    title,
    topic,
    language,
    summary: summaryOf(content),
    questions: questionsOf({ kind, title, places, systems }),
    tags: tags.length > 0 ? tags : [topic],
    related: [],
    // The day an editor read it is the day it was last held against what it links to.
    sources: content.links.map(({ title, url }) => ({ title: neutralTitle(title), url, checked: day })),
    reviewed: day,
    municipalities,
    networks: [],
    ...(year !== null && { year }),
    ...(procedure !== null && { procedure }),
    documents: documentsIn(content),
    systems,
    contact: contactOf(content, places),
    ...thinOf(content),
    told,
  };
}

/** Without a colon: the name of the part is put after the title. */
export const titleOf = ({ title }: Pick<Content, 'title'>): string =>
  neutralTitle(title).replace(/\s*:\s*/g, ' – ');

function toldIn(content: Content): Solution['told'] {
  const parts = ['problem', 'done', 'result', 'again', 'otherwise'] as const;
  return parts.flatMap((part) => {
    const text = neutral(content[part]);
    if (!text) return [];
    const privacy = part === 'done' ? privacyIn(content) : '';
    return [{ part, questions: [], text: privacy ? `${text}\n\n${privacy}` : text }];
  });
}

/** "DPIA er gjort. Databehandleravtale er inngått." */
function privacyIn({ dpia, agreement, language }: Content): string {
  const words = PRIVACY[language];
  return [dpia.done ? words.dpia[dpia.done] : '', agreement.done ? words.agreement[agreement.done] : '']
    .filter(Boolean)
    .join(' ');
}

type Answers = Record<NonNullable<Gdpr['done']>, string>;
const PRIVACY: Record<Content['language'], { dpia: Answers; agreement: Answers }> = {
  nb: {
    dpia: {
      yes: 'Vurdering av personvernkonsekvenser (DPIA) er gjort.',
      no: 'Vurdering av personvernkonsekvenser (DPIA) er ikke gjort.',
      'not-relevant': 'Vurdering av personvernkonsekvenser (DPIA) var ikke aktuelt.',
    },
    agreement: {
      yes: 'Databehandleravtale er inngått.',
      no: 'Databehandleravtale er ikke inngått.',
      'not-relevant': 'Databehandleravtale var ikke aktuelt.',
    },
  },
  nn: {
    dpia: {
      yes: 'Vurdering av personvernkonsekvensar (DPIA) er gjord.',
      no: 'Vurdering av personvernkonsekvensar (DPIA) er ikkje gjord.',
      'not-relevant': 'Vurdering av personvernkonsekvensar (DPIA) var ikkje aktuelt.',
    },
    agreement: {
      yes: 'Databehandlaravtale er inngått.',
      no: 'Databehandlaravtale er ikkje inngått.',
      'not-relevant': 'Databehandlaravtale var ikkje aktuelt.',
    },
  },
};

function documentsIn({ dpia, agreement, language }: Content): Solution['documents'] {
  const title = language === 'nn' ? 'Databehandlaravtale' : 'Databehandleravtale';
  return [
    ...(dpia.link ? [{ title: 'DPIA', url: dpia.link }] : []),
    ...(agreement.link ? [{ title, url: agreement.link }] : []),
  ];
}

/** In the sharer's own words in every language, but for those an editor has put in theirs. */
export function summaryOf(content: Content): InLangs {
  const { kind, problem, done, summary } = content;
  // What is needed says more of a need than what is done so far.
  const own = beginningOf(neutralTitle((kind !== 'need' && neutral(done)) || problem));
  const given = (lang: Lang) => neutralTitle(summary[lang] ?? '') || own;
  return { nb: given('nb'), nn: given('nn'), en: given('en') };
}

/** The first sentences, as many as there is room for; of a sentence that is too long, its first words. */
function beginningOf(text: string): string {
  if (text.length <= SUMMARY_MAX) return text;
  const cut = text.slice(0, SUMMARY_MAX);
  const sentences = /^.{40,}[.!?](?=\s)/u.exec(cut)?.[0];
  return sentences ?? `${cut.replace(/\s+\S*$/, '')} …`;
}

function contactOf({ contact }: Content, places: string[]): Solution['contact'] {
  const role = neutralTitle(contact.role) || 'postmottaket';
  return {
    role,
    office: neutralTitle(contact.office) || places.map((place) => `${place} kommune`).join(', '),
  };
}

/** What is not told is said, so that nobody looks for it. */
function thinOf(content: Content): Pick<Solution, 'thin'> {
  const words = MISSING[content.language];
  const missing = (['done', 'result', 'again', 'otherwise'] as const).filter(
    (part) => !neutral(content[part]),
  );
  if (missing.length === 0) return {};
  const list = new Intl.ListFormat(content.language, { type: 'disjunction' });
  return { thin: words.say(list.format(missing.map((part) => words[part]))) };
}

const MISSING = {
  nb: {
    say: (what: string) => `Den som delte dette, har ikke skrevet noe om ${what}.`,
    done: 'hva som er gjort',
    result: 'resultatet',
    again: 'hva de ville gjort igjen',
    otherwise: 'hva de ville gjort annerledes',
  },
  nn: {
    say: (what: string) => `Den som delte dette, har ikkje skrive noko om ${what}.`,
    done: 'kva som er gjort',
    result: 'resultatet',
    again: 'kva dei ville gjort igjen',
    otherwise: 'kva dei ville gjort annleis',
  },
};
