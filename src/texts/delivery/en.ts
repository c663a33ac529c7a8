import type { DeliveryTexts } from './texts.ts';

const ABOUT = {
  survey: 'about a survey',
  share: 'about a shared solution',
  handoff: 'about a question to the experts',
  knowledge: 'about errors in the knowledge base',
};

export const en: DeliveryTexts = {
  title: 'Not delivered',
  none: 'Nothing has failed. Everything that was to be sent is delivered or on its way.',
  count: (count, cause) => `${count === 1 ? 'One message' : `${count} messages`} ${ABOUT[cause]}`,
  trouble: {
    busy: () => 'Teams did not answer, even after many tries. Send a reminder or a new message later.',
    access: () =>
      'Teams did not let Samvit in. Check that the app is approved in the Teams admin centre, and that it is installed for the recipients.',
    large: () => 'The message was too large for Teams. Shorten the text, and send it again.',
    address: () =>
      'The address could not be read, probably because Samvit’s secret was changed. Ask the recipients to write to Samvit, and send again.',
    other: (reason) => `Teams refused the message. Give the code ${reason} to whoever runs Samvit.`,
  },
  kept: 'The list shows how many, never who. It is emptied when the survey is closed.',
};
