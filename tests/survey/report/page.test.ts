import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { langs } from '../../../src/knowledge/model.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { sampleNamed, sampleResults, sampleTooFew } from './sample.ts';
import { type Serving, startServing } from './serving.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;\u0000`;

let serving: Serving;
beforeAll(async () => {
  serving = await startServing({
    'round-1': sampleResults(),
    few: sampleTooFew(),
    named: sampleNamed(),
    hostile: hostile(),
    first: sampleResults({
      scores: sampleResults().scores.map((s) => ({ ...s, before: undefined, others: undefined })),
    }),
    channel: inChannel(),
    held: sampleResults({ groups: [], heldBack: 3, texts: [] }),
  });
});
afterAll(() => serving.stop());

async function page(round: string, change: Parameters<Serving['to']>[1] = {}) {
  const response = await fetch(serving.to(round, change));
  const text = await response.text();
  return { status: response.status, headers: response.headers, html: text, said: said(text) };
}

/** What is read, without tags, drawings and the style sheet. */
const said = (html: string): string =>
  html
    .replace(/<(style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

describe('the report page', () => {
  test.each(langs)('in %s it has every part, each with a heading', async (lang) => {
    const r = textsIn(lang).report;
    const { html, said } = await page('round-1', { lang });
    expect(html).toContain(`<html lang="${lang}">`);
    const parts = [r.brief, r.scores, r.next, r.groups, r.free, r.about, r.privacy, r.method, r.files];
    for (const { title } of parts) expect(html).toMatch(new RegExp(`<h2 id="[a-z]+-h">${title}</h2>`));
    expect(said).toContain(r.brief.rate(131, 214, 61).replaceAll('\u00a0', ' '));
    expect(said).toContain(r.groups.heldBack(1, 5));
    expect(said).not.toMatch(/undefined|\[object|NaN/);
  });

  test('headings come in order, and every table has a caption and says what its cells are of', async () => {
    const { html } = await page('round-1');
    const levels = [...html.matchAll(/<h(\d)/g)].map((m) => Number(m[1]));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) {
      if (at > 0) expect(level - levels[at - 1]!).toBeLessThanOrEqual(1);
    }
    const tables = html.split('<table>').slice(1);
    expect(tables.length).toBe(10);
    for (const table of tables) {
      expect(table).toMatch(/^<caption><span>.+<\/span><\/caption>/);
      expect(table).toContain('<th scope="col">');
      expect(table).toContain('<th scope="row">');
      expect(table.slice(0, table.indexOf('</table>'))).not.toMatch(/<th>/);
    }
  });

  test('every drawing says what it is to those who cannot see it, and a table follows', async () => {
    const { html } = await page('round-1');
    const figures = html.split('<figure>').slice(1);
    expect(figures.length).toBe(9);
    for (const figure of figures) {
      expect(figure.match(/<svg class="(wide|narrow)" role="img" aria-label="[^"]+"/g)).toHaveLength(2);
      expect(figure.split('</figure>')[1]).toMatch(/^<div class="scroll" role="region"/);
    }
    expect(new Set(html.match(/ id="[^"]+"/g)).size).toBe(html.match(/ id="[^"]+"/g)!.length);
  });

  test('it runs nothing and fetches nothing', async () => {
    const { html, headers } = await page('round-1');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<(script|link|iframe|img|object|embed|form|meta http-equiv)/i);
    expect(html).not.toMatch(/ on[a-z]+=|javascript:|@import|url\(['"]?http/i);
  });

  test('whatever people wrote stands there as text', async () => {
    const { html, said } = await page('hostile');
    expect(html).not.toMatch(/<script|<img| onerror='/i);
    expect(html).not.toContain('\u0000');
    expect(said).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(said).toContain('&amp;amp;');
  });

  test('its languages and files are a link away, for no longer than the page itself', async () => {
    const { html } = await page('round-1');
    const linked = [...html.matchAll(/href="(http[^"]+\/d\/[^"]+)"/g)].map((m) => m[1]!);
    const opened = linked.map((link) => serving.links.read(link.slice(link.lastIndexOf('/') + 1)));
    expect(opened.map((o) => (o.kind === 'valid' ? [o.linked.kind, o.linked.lang] : o.kind))).toEqual([
      ['report', 'nn'],
      ['report', 'en'],
      ['xlsx', 'nb'],
      ['csv', 'nb'],
    ]);
    const until = new Date('2026-12-05T10:00:00Z');
    for (const o of opened) expect(o.kind === 'valid' && o.until).toEqual(until);
    const inEnglish = await (await fetch(linked[1]!)).text();
    expect(inEnglish).toContain('<html lang="en">');
  });

  test('where few answered it says so, and no number tells how many', async () => {
    const { said } = await page('few');
    const r = textsIn('nb').report;
    expect(said).toContain(r.tooFew.body(5));
    expect(said).not.toContain(r.scores.title);
    expect(said).not.toMatch(/\b(4|9|44) /);
    expect(said).not.toContain(r.files.title);
  });

  test('a survey with names shows no names, and says that it was one', async () => {
    const { said } = await page('named');
    expect(said).toContain(textsIn('nb').report.privacy.named(5)[0]!);
    expect(said).not.toMatch(/Kari|Ola/);
    expect(said).not.toContain(textsIn('nb').report.scores.title);
  });

  test('a first round without others says why nothing is compared', async () => {
    const r = textsIn('nb').report;
    const { said } = await page('first');
    expect(said).toContain(r.scores.noOthers(5));
    expect(said).toContain(r.scores.firstTime);
    expect(said).not.toContain(r.scores.median);
  });

  test('in a channel, where nobody knows how many were asked, it says how many answered', async () => {
    const r = textsIn('nb').report;
    const { said } = await page('channel');
    expect(said).toContain(r.brief.answered(131));
    expect(said).not.toContain('214');
  });

  test('groups and words that are held back are spoken of, not shown', async () => {
    const r = textsIn('nb').report;
    const { said } = await page('held');
    expect(said).toContain(r.groups.none);
    expect(said).toContain(r.groups.heldBack(3, 5));
    expect(said).toContain(r.free.few(10));
  });
});

describe('links that lead nowhere get a page that says why', () => {
  test('a withdrawn round', async () => {
    const { status, said } = await page('withdrawn', { lang: 'nn' });
    expect(status).toBe(410);
    expect(said).toContain(textsIn('nn').report.gone.title);
  });

  test('a round of someone else', async () => {
    const { status } = await page('round-1', { tenant: 'tenant-2' });
    expect(status).toBe(410);
  });

  test('an old link', async () => {
    const link = serving.to('round-1', { lang: 'en' });
    const before = serving.clock.now;
    serving.clock.now = new Date('2026-12-05T10:00:00Z');
    const response = await fetch(link);
    serving.clock.now = before;
    expect(response.status).toBe(410);
    expect(said(await response.text())).toContain(textsIn('en').report.expired.title);
  });

  test('a link that was cut off, in all three languages', async () => {
    const response = await fetch(serving.to('round-1').slice(0, -10));
    expect(response.status).toBe(404);
    const text = said(await response.text());
    for (const lang of langs) expect(text).toContain(textsIn(lang).report.wrong.title);
  });
});

function hostile() {
  const results = sampleResults({ texts: [{ question: 'ord', texts: [HOSTILE] }] });
  const evil = { nb: HOSTILE, nn: HOSTILE, en: HOSTILE };
  const { form } = results.round.plan;
  form.title = evil;
  form.purpose = evil;
  for (const dimension of form.dimensions) dimension.title = evil;
  for (const one of form.pages) {
    one.title = evil;
    one.description = evil;
    for (const question of one.questions) {
      question.text = evil;
      if (question.kind === 'scale') question.labels = question.labels.map(() => evil);
      if (question.kind === 'choice') for (const option of question.options) option.text = evil;
    }
  }
  results.round.ownerName = HOSTILE;
  for (const group of results.groups) group.text = evil;
  return results;
}

function inChannel() {
  const results = sampleResults();
  const { round } = results;
  return {
    ...results,
    round: { ...round, plan: { ...round.plan, audience: { kind: 'channel' as const, name: 'Generelt' } } },
  };
}
