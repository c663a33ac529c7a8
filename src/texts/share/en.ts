import { fault } from './en-faults.ts';
import type { ShareTexts } from './texts.ts';

const quoted = (name: string): string => `“${name}”`;

export const en: ShareTexts = {
  help: 'Have you solved something others can learn from? Write “share a solution”. “My shares” shows what you have shared.',
  helpEditors: 'You are an editor. Write “waiting for approval” to see what is waiting.',
  title: 'Share a solution',
  lead: 'Tell briefly what you have done or need, so that other municipalities do not have to start from scratch. An editor reads it before others see it.',
  kind: { solution: 'Solution', experience: 'Experience', need: 'Need' },
  kindText: {
    solution: 'Something you use, and others can use too',
    experience: 'Something you have done or bought, and what you learned',
    need: 'Something you need, and others may need too',
  },
  state: {
    waiting: 'Waiting for approval',
    changes: 'The editor asks for changes',
    approved: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
  made: { shared: 'Sent in', corrected: 'Corrected', restored: 'Restored', withdrawn: 'Withdrawn' },
  answer: { yes: 'Yes', no: 'No', 'not-relevant': 'Not relevant' },
  refusal: {
    gone: 'This no longer exists. The draft may have been deleted: drafts are kept for 30 days.',
    'not-yours':
      'This belongs to someone else. Only the one who shared it and the editors of the same municipality can open it here.',
    'not-editor': 'What is shared is approved by the editors of the municipality.',
    decided: 'This has already been decided. Below you see how it stands now.',
    newer:
      'Someone has corrected the text since you opened it. Read the new version, and do it once more if you still want to.',
    'wrong-state': 'That cannot be done as it stands now.',
    incomplete: 'Something is missing before you can send it in.',
  },
  fault,
  faults: 'Something needs correcting before you go on. All you have written is kept.',
  personal: (kinds) =>
    `It looks as if you have written ${kinds}. That is why nothing on this page was stored, and the text in question has been removed. Write it again without information about people.`,
  personalField: 'There seemed to be information about a person here.',
  personalMessage: (kinds) =>
    `The message seems to contain ${kinds}. That is why I have left it out. Write what you want to share, without information about people.`,
  and: 'and',
  next: 'Next',
  back: 'Back',
  cancel: 'No, leave it',
  older: 'Show more',
  mine: {
    personal:
      'I show the list only in our own chat, since others can read along here. Write “my shares” there.',
    title: 'What I have shared',
    lead: 'Your drafts and what you have sent in. Only you see the drafts, and they are deleted after 30 days.',
    none: 'You have not shared anything yet. Press below to begin.',
    draft: 'Draft',
    untitled: 'No title',
    at: (day) => `last changed ${day}`,
  },
  waiting: {
    title: 'Waiting for approval',
    lead: 'What has waited longest comes first.',
    none: 'Nothing is waiting for approval.',
    row: (kind, day) => `${kind}, sent in ${day}`,
  },
  step: {
    of: (step, of) => `Share a solution · step ${step} of ${of}`,
    heading: {
      about: 'What do you want to share?',
      told: 'What did you do?',
      facts: 'Where, when and with what?',
      privacy: 'Privacy and links',
      contact: 'Whom can others ask?',
      summary: 'Summary',
      preview: 'Check and send in',
    },
    lead: {
      told: 'Be brief. If you share a need, this may be left empty.',
      contact: 'A role and an office, never a person. Left empty, the municipality’s own mailbox is shown.',
      summary: 'Left empty, the beginning of the text is used in every language.',
    },
    field: {
      kind: 'What kind?',
      title: 'Title',
      problem: 'What was the need?',
      done: 'What did you do?',
      result: 'How did it go?',
      again: 'What would you do again?',
      otherwise: 'What would you do differently?',
      place: 'Municipality',
      year: 'Year',
      procedure: 'Procedure, if something was bought',
      systems: 'Systems',
      topic: 'Topic',
      tags: 'Tags',
      dpia: 'Has a data protection impact assessment (DPIA) been made?',
      dpiaLink: 'Link to the assessment',
      agreement: 'Is there a data processing agreement?',
      agreementLink: 'Link to the agreement',
      links: 'Links to more',
      role: 'Role',
      office: 'Office',
      consent: 'Consent',
      nb: 'In Bokmål',
      nn: 'In Nynorsk',
      en: 'In English',
    },
    hint: {
      title: 'Shared digital rota in home care',
      place: 'Lillestrøm',
      year: '2026',
      systems: 'SmartVakt, Fiks-plattformen',
      tags: 'welfare technology, joint procurement',
      dpiaLink: 'https://',
      agreementLink: 'https://',
      links: 'Requirements https://…',
      role: 'procurement adviser',
      office: 'procurement, Lillestrøm kommune',
    },
    help: {
      title: 'At most 90 characters.',
      problem: 'Between 15 and 150 words.',
      done: 'Between 15 and 135 words.',
      place: 'Name or number. Separate several with commas. Old names work too.',
      systems: 'Separate with commas.',
      tags: 'Separate with commas. Bokmål, Nynorsk or English.',
      links: 'One on each line.',
    },
    choose: 'Not chosen',
    consent: 'The role and the office may be shown to all municipalities',
    kept: 'What you write is kept when you go on. Only you see it before you send it in.',
  },
  preview: {
    similar: 'Is it this one?',
    kept: 'The draft is kept. You will find it under “my shares”.',
    ready: 'This is how it will be read. An editor looks at it first.',
    submit: 'Send in',
    discard: 'Discard the draft',
    sure: 'Discard the draft?',
    sureBody: 'What you have written will be deleted.',
    discarded: 'The draft is deleted.',
  },
  fact: {
    kind: 'Kind',
    place: 'Municipality',
    year: 'Year',
    procedure: 'Procedure',
    systems: 'Systems',
    topic: 'Topic',
    tags: 'Tags',
    lostTags: (slugs) =>
      slugs.length === 1
        ? `The tag “${slugs[0]}” is no longer there. It works as before, but should be replaced.`
        : `The tags ${slugs.map(quoted).join(', ')} are no longer there. They work as before, but should be replaced.`,
    dpia: 'DPIA',
    agreement: 'Data processing agreement',
    links: 'Links',
    contact: 'Contact',
    summary: 'Summary',
  },
  part: {
    problem: 'The need',
    done: 'What they did',
    result: 'The result',
    again: 'Would do again',
    otherwise: 'Would do differently',
  },
  sent: {
    channel:
      'Thank you for sharing. The text has been sent to the editors, and you will hear from me when they have read it.',
    people:
      'Thank you for sharing. The editors have been told, and you will hear from me when they have read the text.',
    nobody: 'Thank you for sharing. The text is kept, but your municipality has no editor I can reach yet.',
  },
  decided: (what, by, day) => {
    const did = {
      approve: 'approved this',
      changes: 'asked for changes',
      reject: 'rejected this',
      withdraw: 'withdrew this',
      restore: 'restored an earlier version',
    }[what];
    return `${by} ${did} on ${day}.`;
  },
  reason: (reason) => `Reason: ${reason}`,
  someone: 'Someone',
  open: {
    kicker: (state, version) => `${state} · version ${version}`,
    shown: 'Others see the last approved version until this one is decided.',
    stays: 'Others still see the version before it, which is approved.',
    what: 'What do you want to do?',
  },
  act: {
    approve: 'Approve',
    changes: 'Ask for changes',
    reject: 'Reject',
    withdraw: 'Withdraw',
    correct: 'Correct the text',
    versions: 'See earlier versions',
    restore: 'Restore this version',
  },
  sure: {
    approve: {
      heading: 'Approve the change',
      body: 'The new version takes the place of the last. Cards sent before are put right either way.',
      yes: 'Approve',
    },
    changes: {
      heading: 'What should be changed?',
      body: 'Whoever shared it gets your message, and can correct the text and send it in again.',
      yes: 'Ask for changes',
    },
    reject: {
      heading: 'Why should it not be shared?',
      body: 'Whoever shared it gets your reason. What was approved before stays.',
      yes: 'Reject',
    },
    withdraw: {
      heading: 'Withdraw it?',
      body: 'It will no longer be found in search, and cards that were sent will say that it is withdrawn.',
      yes: 'Withdraw',
    },
    restore: {
      heading: 'Restore this version?',
      body: 'It will be approved at once and take the place of what others see now.',
      yes: 'Restore',
    },
  },
  ask: {
    reason: 'Reason',
    reasonMissing: 'Write a few words about why.',
    reasonPersonal: 'The reason seems to contain personal data. Write it without.',
    tell: 'Should those who follow be told?',
    tellYes: 'Yes, tell them about the change',
    tellNo: 'No, it is only a small correction',
  },
  done: {
    approve: 'Approved. All municipalities will find it in a few seconds.',
    changes: 'Whoever shared it has been told what should be changed.',
    reject: 'Rejected. Whoever shared it has been given the reason.',
    withdraw: 'Withdrawn.',
    restore: 'The version is restored and approved.',
  },
  versions: {
    title: 'Earlier versions',
    lead: 'All that was sent in, corrected or withdrawn, the newest first.',
    row: (number) => `Version ${number}`,
    shown: 'the one others see',
    of: (number) => `Version ${number}`,
  },
  notice: {
    waits: (title) => `“${title}” is waiting for approval`,
    decide: 'Read and decide',
    whyChannel:
      'This goes to the editors of the municipality. An administrator can choose a channel for them, or take away the editor role.',
    settled: (title) => `“${title}” is decided`,
    see: 'Open',
    sharer: {
      approve: {
        heading: (title) => `“${title}” is approved`,
        body: 'Thank you. All municipalities can now find it when they ask me.',
      },
      changes: {
        heading: (title) => `The editor asks for changes to “${title}”`,
        body: 'Correct what you agree with, and send it in again.',
      },
      reject: {
        heading: (title) => `“${title}” was not approved`,
        body: 'You will find the text under “my shares”, and can correct it and send it in again.',
      },
      withdraw: {
        heading: (title) => `“${title}” is withdrawn`,
        body: 'Others can no longer find it.',
      },
      restore: {
        heading: (title) => `An earlier version of “${title}” is restored`,
        body: 'That is what other municipalities see now.',
      },
    },
    mend: 'Correct and send in again',
    whySharer:
      'You get this because you were the one who shared it. Write “delete my data” if you want no more of these.',
  },
};
