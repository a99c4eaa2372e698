// Plain JavaScript, because markdown.worker.js runs as it is.

const graphemes = new Intl.Segmenter();
/** Code units; a character that is longer has been made to be. */
const longestCharacter = 64;

/**
 * The beginning of a text, at most so many code units, cut between two characters as people see them: never
 * through an emoji, a flag or a letter with its marks. Only a character without an end is cut between two of its
 * code points.
 * @param {string} text
 * @param {number} most
 */
export function clip(text, most) {
  if (text.length <= most) return text;
  const near = text.slice(0, most + longestCharacter);
  const cut = graphemes.segment(near).containing(most)?.index ?? 0;
  if (cut > most - longestCharacter && cut > 0) return text.slice(0, cut);
  const isInsidePair = (text.codePointAt(most - 1) ?? 0) > 0xffff;
  return text.slice(0, isInsidePair ? most - 1 : most);
}
