import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseYaml } from './article.ts';
import type { Figures } from './figures.ts';
import { date, type Fault, type Lang, slug, sourceSchema, topics } from './model.ts';

export type Texts = Record<Lang, string>;

/** Figures are written out before this is checked, so lengths are those people will read. */
const texts = (min: number, max: number) => {
  const text = z.string().trim().min(min).max(max);
  return z.strictObject({ nb: text, nn: text, en: text });
};

/** A button's text has to fit on a phone. */
const MAX_BUTTON = 60;

const questionSchema = z
  .strictObject({
    question: texts(5, 160),
    help: texts(10, 600).optional(),
    choices: z
      .array(z.strictObject({ text: texts(1, MAX_BUTTON), next: slug }))
      .min(2)
      .max(6),
  })
  .transform((node) => ({ kind: 'question' as const, ...node }));

const outcomeSchema = z
  .strictObject({
    outcome: texts(10, 160),
    rationale: texts(40, 700),
    refs: z.array(z.string().trim().min(3)).min(1),
    articles: z.array(slug).min(1),
    /** "ask" where a person should decide; `whom` says who. */
    certainty: z.enum(['sure', 'ask']).default('sure'),
    whom: texts(3, 120).optional(),
  })
  .refine((node) => (node.certainty === 'ask') === (node.whom !== undefined), {
    path: ['whom'],
    error: 'skal stå når certainty er ask, og bare da',
  })
  .transform((node) => ({ kind: 'outcome' as const, ...node }));

type Question = z.infer<typeof questionSchema>;
type Outcome = z.infer<typeof outcomeSchema>;
type GuideNode = Question | Outcome;

/** Chosen by the field that is there, since the faults of a union would say nothing of what is wrong. */
const nodeSchema = z.record(z.string(), z.unknown()).transform((raw, context): GuideNode => {
  const { data, error } = ('outcome' in raw ? outcomeSchema : questionSchema).safeParse(raw);
  for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  return data ?? z.NEVER;
});

const guideSchema = z
  .strictObject({
    id: slug,
    title: texts(5, 90),
    intro: texts(20, 300),
    topic: z.enum(topics),
    sources: z.array(sourceSchema).min(1),
    reviewed: date,
    start: slug,
    nodes: z
      .record(slug, nodeSchema)
      .transform((nodes): ReadonlyMap<string, GuideNode> => new Map(Object.entries(nodes))),
  })
  .superRefine((tree, context) => {
    for (const { path, rule } of treeFaults(tree)) context.addIssue({ code: 'custom', path, message: rule });
  });

/** A decision tree: one question at a time until an outcome is reached. */
export type Guide = z.infer<typeof guideSchema> & {
  file: string;
  /** The line each node begins on, so that a fault found after reading can say where it is. */
  lines: ReadonlyMap<string, number>;
};

/** Reads one guide file. Pure: gives the guide with its figures written out, or every fault in the file. */
export function parseGuide(file: string, text: string, figures: Figures): { guide?: Guide; faults: Fault[] } {
  const { value, faults } = parseYaml(file, text, guideSchema, { figures });
  const id = file.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (value && value.id !== id) {
    // Comments may stand above it.
    const line = text.split('\n').findIndex((row) => row.startsWith('id:')) + 1;
    faults.push({ file, line, field: 'id', rule: `må være likt filnavnet: ${id}` });
  }
  return value && faults.length === 0
    ? { guide: { ...value, file, lines: nodeLines(text) }, faults }
    : { faults };
}

/** What a guide says of other files that is not so. */
export function guideFaults(guide: Guide, articleIds: ReadonlySet<string>): Fault[] {
  return [...guide.nodes].flatMap(([id, node]) =>
    (node.kind === 'outcome' ? node.articles : []).flatMap((article, i) =>
      articleIds.has(article)
        ? []
        : [
            {
              file: guide.file,
              line: guide.lines.get(id) ?? 1,
              field: `nodes.${id}.articles.${i}`,
              rule: `artikkelen «${article}» finnes ikke`,
            },
          ],
    ),
  );
}

/** Where someone stands in a guide, and how they came there. */
export interface Step {
  id: string;
  node: GuideNode;
  /** Every question on the way with the answer given, in order. */
  answered: { question: Texts; answer: Texts }[];
}

/**
 * The step reached by choosing, from the start, the choices with these places (0 is the first).
 * Undefined where the path leads nowhere: cards live longer than guides, so an old path may not fit any more.
 */
export function stepOf(guide: Guide, path: readonly number[]): Step | undefined {
  const answered: Step['answered'] = [];
  let id = guide.start;
  for (const place of path) {
    const node = guide.nodes.get(id);
    const choice = node?.kind === 'question' ? node.choices[place] : undefined;
    if (node?.kind !== 'question' || !choice) return undefined;
    answered.push({ question: node.question, answer: choice.text });
    id = choice.next;
  }
  const node = guide.nodes.get(id);
  return node && { id, node, answered };
}

interface TreeFault {
  path: (string | number)[];
  rule: string;
}

function treeFaults({ start, nodes }: Pick<Guide, 'start' | 'nodes'>): TreeFault[] {
  if (!nodes.has(start)) return [{ path: ['start'], rule: `«${start}» finnes ikke blant nodes` }];
  const faults: TreeFault[] = [];
  const reached = new Set<string>();
  const visit = (id: string, above: ReadonlySet<string>): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const node = nodes.get(id);
    if (node?.kind !== 'question') return;
    const here = new Set(above).add(id);
    node.choices.forEach(({ next }, i) => {
      const path = ['nodes', id, 'choices', i, 'next'];
      if (!nodes.has(next)) faults.push({ path, rule: `«${next}» finnes ikke blant nodes` });
      else if (here.has(next)) faults.push({ path, rule: `«${next}» leder hit: veien går i ring` });
      else visit(next, here);
    });
  };
  visit(start, new Set());
  for (const id of nodes.keys()) {
    if (!reached.has(id)) faults.push({ path: ['nodes', id], rule: 'ingen valg leder hit' });
  }
  return faults;
}

function nodeLines(text: string): Map<string, number> {
  const counter = new LineCounter();
  const nodes = parseDocument(text, { lineCounter: counter, schema: 'core' }).get('nodes');
  return new Map(
    (isMap(nodes) ? nodes.items : []).flatMap(({ key }) =>
      isScalar(key) && key.range ? [[String(key.value), counter.linePos(key.range[0]).line]] : [],
    ),
  );
}
