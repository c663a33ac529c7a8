import { joinedBy } from '../words.ts';
import type { PeopleTexts } from './texts.ts';

export const en: PeopleTexts = {
  role: { staff: 'staff', leader: 'leader', editor: 'editor', admin: 'administrator' },
  purpose: {
    editors: 'the editors',
    anskaffelser: 'questions on procurement',
    personvern: 'questions on privacy',
    samarbeid: 'questions on cooperation',
    digitalisering: 'questions on digitalisation',
  },
  someone: 'Someone',
  mayNot: (what, admins) => {
    const whose = {
      'survey.send': 'Surveys are sent by those who have the leader role.',
      'benchmark.choose': 'Administrators choose whether the municipality takes part in the comparison.',
      'share.approve': 'What is shared is approved by those who have the editor role.',
      'roles.give': 'Roles are given and removed by administrators.',
      'municipality.choose': 'Administrators choose which municipality you belong to.',
      'channels.choose': 'Administrators choose which channels are for what.',
      'gaps.read': 'The list of what Samvit could not answer is for those who have the role editor.',
      'audit.read': 'The log can be read by administrators.',
      'delivery.mend': 'Messages that did not arrive are followed up by administrators.',
    }[what];
    const whom =
      admins.length > 0
        ? joinedBy(admins.slice(0, 3), 'or')
        : 'whoever set up Samvit in your municipality, for example the IT department';
    return `${whose} If you need help with this, you can ask ${whom}.`;
  },
  help: {
    surveys: 'You can send surveys. Write “new survey” to make one.',
    roles:
      'You are an administrator. Write “who has roles”, “show log”, “which channels are chosen” or “our municipality is …”. Give roles in a channel or group: “@Samvit give @Kari the role leader”.',
  },
  roles: {
    given: (name, role) => `${name} now has the role ${role}.`,
    held: (name, role) => `${name} already had the role ${role}.`,
    taken: (name, role) => `${name} no longer has the role ${role}.`,
    notHeld: (name, role) => `${name} did not have the role ${role}.`,
    lastAdmin: (name) =>
      `${name} is the only administrator, so that role stays. Give it to someone else first.`,
    set: (name) =>
      `${name} is an administrator by the setting ADMINS. It is changed by whoever runs Samvit, not here in the chat.`,
    notFound: (name) =>
      `I did not find ${name} among the members here. Please try in a team or group where you both are.`,
    unclear: {
      whom: 'Who is it for? Write in a channel or group where I am, and mention the person with @: “@Samvit give @Kari the role leader”.',
      which: 'I do not know that role. The roles are leader, editor and administrator.',
      both: 'That was two things at once. Write one message for what you want to give, and one for what you want to remove.',
    },
    mine: (roles) =>
      roles.length === 0
        ? 'You have no special role in Samvit. All staff can ask questions and answer surveys.'
        : `You have the ${roles.length === 1 ? 'role' : 'roles'} ${joinedBy(roles, 'and')}.`,
    title: 'Roles in Samvit',
    line: (role, names) => `**${role.charAt(0).toUpperCase()}${role.slice(1)}:** ${joinedBy(names, 'and')}`,
    none: 'Nobody has been given a role yet.',
    someSet: 'Whoever runs Samvit may also have set administrators in the setting ADMINS.',
    how: 'Give a role in a channel or group where I am: “@Samvit give @Kari the role leader”. The roles are leader, editor and administrator.',
    take: 'Remove a role',
    holds: (name, role) => `${name}: ${role}`,
    next: (left) => `Show more (${left} left)`,
    confirm: {
      title: (name, role) => `Remove the role ${role} from ${name}?`,
      body: 'The change takes effect at once and goes on the log.',
      yes: 'Yes, remove it',
    },
  },
  channels: {
    here: (name) => (name ? `The channel “${name}”` : 'This channel'),
    there: (name) => (name ? `the channel “${name}”` : 'a channel without a name of its own'),
    several: (purposes) => joinedBy(purposes, 'and'),
    chosen: (channel, purposes) => `${channel} is chosen for ${purposes}.`,
    useEditors: 'What is to be approved comes here, and word when the knowledge base has errors.',
    useTopics: 'Questions I cannot answer come here, when the person who asked wants to send them.',
    replaced: (channel, purpose) => `Before, ${channel} was chosen for ${purpose}.`,
    dropped: (purposes) => `This channel is no longer chosen for ${purposes}.`,
    notChosen:
      'This channel is not chosen for that. Write “which channels are chosen” to see those that are.',
    title: 'These channels are chosen:',
    line: (purpose, channel) => `For ${purpose}: ${channel}`,
    none: 'No channels are chosen yet, so nobody can send questions on to the experts.',
    without: (purposes) => `No channel is chosen for ${purposes}.`,
    how: 'Choose a channel by writing in it: “@Samvit use this channel for editors”, “… for questions about privacy” or “… for all questions”. “@Samvit stop using this channel” takes it away.',
    inChannel:
      'Write it in the channel you mean, with @Samvit first: “@Samvit use this channel for editors”. I must have been added to the team.',
    unclear:
      'What is the channel to be used for? It can be for editors, for questions about procurement, privacy, cooperation or digitalisation, or for all questions.',
  },
  municipality: {
    is: (name) => `You belong to ${name}.`,
    none: 'I do not know which municipality you belong to yet.',
    how: 'An administrator can choose it with, for example, “our municipality is Lillestrøm”.',
    chosen: (name) => `The municipality is ${name}`,
    use: 'It is used when your surveys are compared with those of other municipalities.',
    already: (name) => `The municipality is already ${name}`,
    confirm: {
      title: (name) => `Change the municipality to ${name}?`,
      body: (from, to) =>
        `Today you belong to ${from}. If you change, your surveys are compared as ${to} from now on.`,
      yes: (name) => `Yes, change to ${name}`,
    },
    which: {
      title: 'Which municipality do you mean?',
      body: 'Several municipalities fit. Choose the one you belong to.',
    },
    unknown: {
      title: (asked) => `I find no municipality called “${asked}”`,
      near: 'Perhaps you mean one of these?',
      body: 'Write the name or the municipality number, for example “our municipality is Lillestrøm” or “our municipality is 3205”.',
    },
    inCounty: (county) => `in ${county}`,
  },
  audit: {
    title: 'Log',
    kept: 'The log shows what administrators, leaders and editors have done. Each line is deleted after two years.',
    empty: 'Nothing is on the log yet.',
    personal:
      'I show the log only in our own chat, since others can read along here. Write “show log” there.',
    deed: (actor, deed) => {
      switch (deed.what) {
        case 'role.given':
          return `${actor} gave ${deed.name} the role ${en.role[deed.role]}.`;
        case 'role.taken':
          return `${actor} removed the role ${en.role[deed.role]} from ${deed.name}.`;
        case 'municipality.chosen':
          return `${actor} chose the municipality ${deed.name} (${deed.number}).`;
        case 'channel.chosen':
          return `${actor} chose the channel ${deed.name || 'without a name'} for ${en.purpose[deed.purpose]}.`;
        case 'channel.dropped':
          return `${actor} dropped the channel for ${en.purpose[deed.purpose]}.`;
        case 'benchmark.joined':
          return `${actor} let the municipality take part in the comparison.`;
        case 'benchmark.left':
          return `${actor} took the municipality out of the comparison.`;
        case 'survey.sent':
          return `${actor} sent the survey “${deed.title}”.`;
        case 'survey.closed':
          return `${actor} closed the survey “${deed.title}”.`;
        case 'survey.extended':
          return `${actor} extended the survey “${deed.title}”.`;
        case 'survey.corrected':
          return `${actor} corrected a text in the survey “${deed.title}”.`;
        case 'survey.withdrawn':
          return `${actor} withdrew the survey “${deed.title}”.`;
        case 'share.approved':
          return `${actor} approved “${deed.title}”.`;
        case 'share.changes':
          return `${actor} asked for changes to “${deed.title}”.`;
        case 'share.rejected':
          return `${actor} rejected “${deed.title}”.`;
        case 'share.corrected':
          return `${actor} corrected “${deed.title}”.`;
        case 'share.withdrawn':
          return `${actor} withdrew “${deed.title}”.`;
        case 'share.restored':
          return `${actor} restored an earlier version of “${deed.title}”.`;
      }
    },
    unreadable: 'This line is locked with an earlier key and cannot be read.',
    older: 'Older',
    newer: 'Newer',
  },
  no: 'No, leave it',
  unchanged: {
    title: 'Nothing has changed',
    body: 'Everything is as it was. Let me know if there is something else.',
  },
};
