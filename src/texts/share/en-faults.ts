import { near } from './near.ts';
import type { ShareTexts } from './texts.ts';

const quoted = (name: string): string => `“${name}”`;

/** What is wrong with a field, and what to do about it. */
export const fault: ShareTexts['fault'] = (fault) => {
  switch (fault.why) {
    case 'missing':
      return MISSING[fault.field] ?? 'Fill in this field.';
    case 'not-a-year':
      return 'Write a year with four digits, from 1990 to next year.';
    case 'contact':
      return fault.field === 'role'
        ? 'Write a role in small letters, such as “procurement adviser”. No name, e-mail or phone number.'
        : 'Write an office, such as “procurement, Lillestrøm kommune”. No e-mail or phone number.';
    case 'consent':
      return 'Tick that role and office may be shown, or leave both empty.';
    case 'too-long':
      return fault.field === 'title'
        ? `The title can have at most ${fault.most} characters. All you have written is kept: shorten it, and move the rest to another field.`
        : `This can have at most ${fault.most} characters. What you have written is kept.`;
    case 'too-many-words':
      return `The text has ${fault.words} words. Shorten it to ${fault.most}, and it is easier to read. What you have written is kept.`;
    case 'too-few-words':
      return `Write a little more, at least ${fault.least} words, so that others understand it.`;
    case 'too-many':
      return `There is room for ${fault.most}. Take some away.`;
    case 'place-unknown':
      return `I find no municipality called “${fault.is}”.${near(fault.near, quoted, 'or', (names) => `Did you mean ${names}?`)}`;
    case 'place-several':
      return `“${fault.is}” may be several municipalities.${near(fault.near, quoted, 'or', (names) => `Write it like this: ${names}.`)}`;
    case 'tag-unknown':
      return `I do not know the tag “${fault.is}”.${near(fault.near, quoted, 'or', (names) => `The nearest is ${names}.`) || ' Write another, or leave the field empty.'}`;
    case 'link-scheme':
      return `“${fault.is}” is not an ordinary web address. Only links that begin with http or https can be shared.`;
    case 'link-broken':
      return `I do not understand the link “${fault.is}”. Paste the whole address, one on each line.`;
  }
};

const MISSING: Partial<Record<string, string>> = {
  title: 'Write a title with at least five characters.',
  problem: 'Write what the need was.',
  done: 'Write what you did.',
  place: 'Write which municipality it is about.',
  systems: 'Write the name of the system with at least two characters.',
  topic: 'Choose a topic.',
  role: 'Write a role too, or leave both empty.',
  office: 'Write an office too, or leave both empty.',
};
