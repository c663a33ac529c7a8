import type { Count } from '../../share/portfolio/rules.ts';
import { joinedBy } from '../words.ts';
import type { PortfolioTexts } from './texts.ts';

export const en: PortfolioTexts = {
  help: 'Write “who uses SmartVakt?” to see who uses something, and “what do most municipalities need?” to see common needs.',
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
      isNobody(count)
        ? `No one has said that they use ${what} yet`
        : `${capital(counted(count))} ${isOne(count) ? 'uses' : 'use'} ${what}`,
    needs: (count, what) =>
      isNobody(count)
        ? `Who needs ${what}?`
        : `${capital(counted(count))} ${isOne(count) ? 'needs' : 'need'} ${what}`,
  },
  quoted: (title) => `“${title}”`,
  all: {
    uses: 'This is everyone who is behind the solution, or has said that they use it.',
    needs: 'This is everyone who has reported the need or said that they have the same one.',
  },
  shared: { uses: 'Behind what has been shared', needs: 'Have reported the need' },
  say: { uses: 'Say that they use it', needs: 'Say that they need the same' },
  counted: (group, municipalities) => `${group} (${counted({ municipalities, networks: 0 })})`,
  solutions: 'The solutions',
  read: 'Read more',
  next: (left) => `Show more (${left} left)`,
  previous: 'Show the previous ones',
  needs: {
    title: 'What most municipalities need',
    line: 'These are all the needs that have been shared, the most common first. Open one to see who has it, and what may help.',
    none: 'No one has shared a need yet.',
    how: 'Write “share a solution” to share one. Other municipalities can then say that they need the same.',
    row: (count, who, fits) =>
      `${isNobody(count) ? who : capital(counted(count))}${fits === 0 ? '' : ` · ${fits === 1 ? 'one shared solution' : `${fits} shared solutions`} may fit`}`,
    fits: 'Shared solutions that may fit',
    noFits: 'No shared solutions are about the same yet.',
    all: 'Show all needs',
  },
};

const isOne = ({ municipalities, networks }: Count): boolean => municipalities + networks === 1;

const isNobody = ({ municipalities, networks }: Count): boolean => municipalities + networks === 0;

/** "4 municipalities and one network" */
function counted({ municipalities, networks }: Count): string {
  const parts = [
    ...(municipalities > 0
      ? [municipalities === 1 ? 'one municipality' : `${municipalities} municipalities`]
      : []),
    ...(networks > 0 ? [networks === 1 ? 'one network' : `${networks} networks`] : []),
  ];
  return joinedBy(parts, 'and');
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
