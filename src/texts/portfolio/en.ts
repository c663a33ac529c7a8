import type { Count, PortfolioTexts } from './texts.ts';

export const en: PortfolioTexts = {
  button: { uses: 'We use this too', needs: 'We need this too' },
  more: {
    uses: (n) => `Used by ${n === 1 ? 'one more municipality' : `${n} more municipalities`}`,
    needs: (n) => `${n === 1 ? 'One more municipality needs' : `${n} more municipalities need`} this`,
  },
  seeAll: { uses: 'Show everyone who uses it', needs: 'Show everyone who needs this' },
  leave: 'Remove the municipality',
  added: {
    heading: (place) => `${place} is now on the list`,
    line: {
      uses: (title) => `Other municipalities see that you use “${title}”.`,
      needs: (title) => `Other municipalities see that you have the same need as in “${title}”.`,
    },
  },
  already: {
    heading: (place) => `${place} is there already`,
    line: {
      uses: (title) =>
        `You are listed as using “${title}”. If that is not right, you can remove the municipality.`,
      needs: (title) =>
        `You are listed with the same need as in “${title}”. If that is not right, you can remove the municipality.`,
    },
  },
  own: {
    heading: (place) => `${place} is already included`,
    line: {
      uses: (title) => `The municipality is one of those behind “${title}”.`,
      needs: (title) => `The municipality is one of those who reported the need “${title}”.`,
    },
  },
  left: {
    heading: (place) => `${place} has been removed from the list`,
    line: {
      uses: (title) => `Other municipalities no longer see that you use “${title}”.`,
      needs: (title) => `Other municipalities no longer see that you have the same need as in “${title}”.`,
    },
  },
  notThere: {
    heading: (place) => `${place} is not on the list`,
    line: {
      uses: (title) => `Someone removed it before, or it was never listed as using “${title}”.`,
      needs: (title) => `Someone removed it before, or it was never listed with the need “${title}”.`,
    },
  },
  noMunicipality: 'I do not know which municipality you belong to yet, so I cannot put you on the list.',
  howToTie:
    'You can choose it yourself: write, for example, “our municipality is Lillestrøm”, and press again.',
  gone: 'This is no longer shared. It may have been withdrawn or merged with another.',
  who: {
    uses: (count, what) =>
      count.municipalities + count.others === 0
        ? `No one has said that they use ${what} yet`
        : `${capital(who(count))} ${isOne(count) ? 'uses' : 'use'} ${what}`,
    needs: (count, what) => `${capital(who(count))} ${isOne(count) ? 'needs' : 'need'} ${what}`,
  },
  quoted: (title) => `“${title}”`,
  all: {
    uses: 'This is everyone who is behind the solution, or has said that they use it.',
    needs: 'This is everyone who has reported the need or said that they have the same one.',
  },
  shared: {
    uses: (count) => `Behind what has been shared (${who(count)})`,
    needs: (count) => `Have reported the need (${who(count)})`,
  },
  say: {
    uses: (n) => `Say that they use it (${who({ municipalities: n, others: 0 })})`,
    needs: (n) => `Say that they need the same (${who({ municipalities: n, others: 0 })})`,
  },
  solutions: 'The solutions',
  read: 'Read more',
  next: (left) => `Show more (${left} left)`,
  previous: 'Show the previous ones',
  needs: {
    title: 'What most municipalities need',
    line: 'These are all the needs that have been shared, the most common first. Open one to see who has it, and what may help.',
    none: 'No one has shared a need yet.',
    how: 'Write “share a solution” to share one. Other municipalities can then say that they need the same.',
    row: (count, fits) =>
      `${capital(who(count))}${fits === 0 ? '' : ` · ${fits === 1 ? 'one shared solution' : `${fits} shared solutions`} may fit`}`,
    fits: 'Shared solutions that may fit',
    noFits: 'No shared solutions are about the same yet.',
    all: 'Show all needs',
  },
};

const isOne = ({ municipalities, others }: Count): boolean => municipalities + others === 1;

/** "four municipalities and one other", as in the lists of shared solutions. */
function who({ municipalities, others }: Count): string {
  const more = others === 1 ? 'one other' : `${others} others`;
  if (municipalities === 0) return others === 0 ? 'no one' : `no municipalities, but ${more}`;
  const count = municipalities === 1 ? 'one municipality' : `${municipalities} municipalities`;
  return others === 0 ? count : `${count} and ${more}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
