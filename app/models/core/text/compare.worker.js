import { diffWordsWithSpace } from "diff";

// What is shown of a change is small, however large the texts are: it is read far more often than it is made.

/** @typedef {import("#db/schema/core/events").Piece} Piece */
/** @typedef {{ characters: number; pieces: number }} Room */

/** Characters of one change. */
const most = 20_000;
/** Pieces of one change. */
const mostPieces = 400;
/** Characters that stay before and after what changed. */
const around = 300;
/** Milliseconds; texts that take longer have little in common. */
const patience = 400;

/**
 * The fields of a change, each as pieces: `=` stayed, `-` went, `+` came, and `…` is how many characters are left out.
 * @param {{ fields: Record<string, { before: string; after: string }> }} change
 * @returns {import("#db/schema/core/events").Comparison}
 */
export default function compareTexts({ fields }) {
  const room = { characters: most, pieces: mostPieces };
  const deadline = Date.now() + patience;
  return Object.fromEntries(
    Object.entries(fields).map(([name, texts]) => [name, shorten(compare(texts, deadline), room)]),
  );
}

/**
 * @param {{ before: string; after: string }} texts
 * @param {number} deadline
 * @returns {Piece[]}
 */
function compare({ before, after }, deadline) {
  const pieces = diffWordsWithSpace(before, after, { timeout: Math.max(1, deadline - Date.now()) });
  if (!pieces)
    return notEmpty([
      ["-", before],
      ["+", after],
    ]);
  return pieces.map(({ value, added, removed }) => [added ? "+" : removed ? "-" : "=", value]);
}

/** @param {Piece[]} pieces */
const notEmpty = (pieces) => pieces.filter(([, text]) => text !== "");

/**
 * Within what room is left, which it takes up.
 * @param {Piece[]} pieces
 * @param {Room} room
 */
function shorten(pieces, room) {
  /** @type {Piece[]} */
  const shown = [];
  let hidden = 0;
  for (const [sign, text] of pieces.flatMap(withoutMiddle)) {
    const length = sign === "…" || room.pieces === 0 ? 0 : Math.min(text.length, room.characters);
    if (length > 0) {
      if (hidden > 0) shown.push(["…", String(hidden)]);
      shown.push([sign, whole(text.slice(0, length))]);
      hidden = text.length - length;
      room.characters -= length;
      room.pieces--;
    } else hidden += sign === "…" ? Number(text) : text.length;
  }
  if (hidden > 0) shown.push(["…", String(hidden)]);
  return shown;
}

/**
 * Of what stayed, only what stands next to a change.
 * @param {Piece} piece
 * @param {number} i
 * @param {Piece[]} pieces
 * @returns {Piece[]}
 */
function withoutMiddle([sign, text], i, pieces) {
  if (sign !== "=" || text.length <= 3 * around) return [[sign, text]];
  const start = i > 0 ? text.slice(0, around) : "";
  const end = i < pieces.length - 1 ? text.slice(-around) : "";
  const hidden = text.length - start.length - end.length;
  return notEmpty([
    ["=", whole(start)],
    ["…", String(hidden)],
    ["=", whole(end)],
  ]);
}

/**
 * A half of a character that takes two is no text, and the database refuses it.
 * @param {string} text
 */
const whole = (text) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
