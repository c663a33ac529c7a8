/**
 * Something said to be confirmed and not asked: "Vi har gjort ROS, så da slipper vi DPIA.", "That should be fine, right?"
 * An answer beside the point then stands as a yes. Pure.
 */
export function isClaim(text: string): boolean {
  const said = text.trim();
  return said.includes('?') ? TAG.test(said) : SENTENCE.test(said);
}

/** It ends as a sentence does; words to look for do not. */
const SENTENCE = /\p{L}{2}[.!]+$/u;

/** What is put after what one already thinks, in the three languages. */
const TAG =
  /(?:^|[\s,.–-])(?:right|correct|true|agreed|no|vel|sant|ikke sant|ikkje sant|ikkje det|ikke det|stemmer (?:ikke )?det|stemmer vel det|stemmer det ikkje|enig|einig|eller|har (?:jeg|eg) rett|kan vi vel|is that (?:right|correct|true|ok|okay)|am i right)\s*\?+\s*$/iu;
