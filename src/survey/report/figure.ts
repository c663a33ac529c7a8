import { setImmediate as nextTurn } from 'node:timers/promises';
import { html, type Markup, trusted } from './markup.ts';
import { NARROW, type Size, WIDE } from './size.ts';

/**
 * A drawing in both sizes. Screen readers hear `label`; the numbers are in the table that follows. Each takes some
 * milliseconds, and those who chat with the bot meanwhile go in between.
 */
export async function figure(label: string, draw: (size: Size) => string): Promise<Markup> {
  const wide = draw(WIDE);
  await nextTurn();
  const narrow = draw(NARROW);
  await nextTurn();
  return html`<figure>${opened(wide, 'wide', label)}${opened(narrow, 'narrow', label)}</figure>`;
}

function opened(svg: string, kind: 'wide' | 'narrow', label: string): Markup {
  const start = html`<svg class="${kind}" role="img" aria-label="${label}" `.markup;
  return trusted(start + svg.slice('<svg '.length));
}

export interface Table {
  /** Names the table and the region it scrolls in, so it is unlike every other on the page. */
  caption: string;
  head: string[];
  /** The first cell is the row's heading. */
  rows: (string | Markup)[][];
}

/** A table that scrolls by itself where it is wider than the screen, by finger and by keyboard. */
export function table({ caption, head, rows }: Table): Markup {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption><span>${caption}</span></caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
