import type { FaultsTexts } from './texts.ts';

export const en: FaultsTexts = {
  kicker: 'The knowledge base',
  broken: (count) =>
    count === 1 ? 'The knowledge base has an error' : `The knowledge base has ${count} errors`,
  brokenBody:
    'A change does not follow the rules of the knowledge base. Until it is mended, I answer from the version before it.',
  more: (left) => `and ${left} more`,
  how: 'Mend the files, and the change is taken into use by itself. “npm run knowledge:check” shows every error.',
  mended: 'The knowledge base is in order again',
  mendedBody: 'The errors are mended, and the changes are in use.',
  why: 'You get this because an administrator has chosen this channel for the editors. An administrator can write “@Samvit stop using this channel” to stop it.',
};
