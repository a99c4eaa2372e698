import { termsOf } from "../../core/wordings/terms";

/** Stems of the words of a text in their order, as ../../core/wordings/terms.ts reads them; of a long text the beginning. */
export const stemsOf = (text: string, stopWords: ReadonlySet<string>): string[] =>
  termsOf(text, stopWords).map(({ stem }) => stem);

const pieceLength = 3;

/** Three letters that follow each other in a word of a text, which typos and endings leave alone. */
export const piecesOf = (text: string, stopWords: ReadonlySet<string>): string[] =>
  termsOf(text, stopWords).flatMap(({ word }) => {
    const letters = ` ${word.toLowerCase()} `;
    const count = Math.max(1, letters.length - pieceLength + 1);
    return Array.from({ length: count }, (_, at) => letters.slice(at, at + pieceLength));
  });
