// Plain JavaScript, because markdown.worker.js runs as it is.

/** Elements that people may write as HTML. */
export const elements = new Set(
  "a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr ul var".split(
    " ",
  ),
);
/** Those that stand for themselves. */
const single = new Set(["br", "hr", "img"]);
/** Those that mean nothing elsewhere; there they need no end. @type {Record<string, string[]>} */
const within = {
  dd: ["dl"],
  dt: ["dl"],
  li: ["ol", "ul"],
  tbody: ["table"],
  td: ["table"],
  tfoot: ["table"],
  th: ["table"],
  thead: ["table"],
  tr: ["table"],
};

/** `<Table>` is somebody's component, `<table>` and `<TABLE>` are HTML. @param {string} name */
export const isHtml = (name) =>
  elements.has(name.toLowerCase()) && (name === name.toLowerCase() || name === name.toUpperCase());

const piece = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|</gi;

/**
 * @typedef {{ text: string, name: string, isEnd: boolean, rest: string, isKept: boolean, inside?: Piece[] }} Piece
 * @typedef {{ type: string, tokens?: any[], items?: any[], header?: any[], rows?: any[][], escaped?: boolean, text?: string }} Token
 */

/**
 * What looks like HTML and is none stays as it was typed: `List<String>`, `<T>`, and whatever is no element that
 * people may write, or that is never closed. What is left for the sanitiser is HTML that was meant.
 * @param {Token[]} tokens
 */
export function keepAsTyped(tokens) {
  /** @type {Map<Token, (Piece | string)[]>} */
  const taken = new Map();
  /** @type {Map<string, Piece[]>} */
  const open = new Map();
  each(tokens, (token) => {
    if (token.type === "text" && token.escaped) token.escaped = false;
    if (token.type === "html") taken.set(token, takeApart(token.text ?? "", open));
  });
  for (const [token, pieces] of taken) {
    token.text = pieces.map((one) => (typeof one === "string" || isKept(one) ? textOf(one) : shown(one.text))).join("");
  }
}

/** @param {Token[]} tokens @param {(token: Token) => void} visit */
function each(tokens, visit) {
  for (const token of tokens) {
    visit(token);
    // A cell says by `header` whether it is one. The text of a picture is no HTML anyway.
    if (token.type === "image") continue;
    for (const some of [token.tokens, token.items, token.header, ...(token.rows ?? [])])
      if (Array.isArray(some)) each(some, visit);
  }
}

/** @param {string} html @param {Map<string, Piece[]>} open @returns {(Piece | string)[]} */
function takeApart(html, open) {
  /** @type {(Piece | string)[]} */
  const pieces = [];
  let done = 0;
  for (const match of html.matchAll(piece)) {
    pieces.push(html.slice(done, match.index));
    done = match.index + match[0].length;
    if (match[0].startsWith("<!--")) continue;
    const [text, slash, name = "", rest = ""] = match;
    const one = { text, name: name.toLowerCase(), isEnd: slash === "/", rest, isKept: false };
    if (isHtml(name)) place(one, open);
    pieces.push(one);
  }
  pieces.push(html.slice(done));
  return pieces;
}

/** Finds out whether a tag has its counterpart. @param {Piece} one @param {Map<string, Piece[]>} open */
function place(one, open) {
  if (single.has(one.name)) {
    one.isKept = !one.isEnd && (one.name !== "img" || /\ssrc\s*=/i.test(one.rest));
    return;
  }
  const begun = open.get(one.name) ?? [];
  if (one.isEnd) {
    const start = begun.pop();
    if (!start) return;
    start.isKept = true;
    one.isKept = true;
    one.inside = start.inside;
    return;
  }
  if (one.rest.endsWith("/")) return;
  const parents = within[one.name];
  if (parents) {
    one.inside = parents.flatMap((name) => open.get(name)?.slice(-1) ?? []);
    one.isKept = one.inside.length > 0;
    if (!one.isKept) return;
  }
  begun.push(one);
  open.set(one.name, begun);
}

/** @param {Piece} one @returns {boolean} */
const isKept = (one) => one.isKept && (one.inside ?? [undefined]).some((parent) => !parent || isKept(parent));

/** @param {Piece | string} one */
const textOf = (one) => (typeof one === "string" ? one : one.text);

/** @param {string} text */
const shown = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
