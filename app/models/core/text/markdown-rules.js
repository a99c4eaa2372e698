// Plain JavaScript, because markdown.worker.js runs as it is.
import { Tokenizer } from "marked";
import { isHtml } from "./as-typed.js";

/** Signs that no address has, in scripts that put no space after it: there it ends. */
const endOfAddress =
  /[\u060C\u061B\u061F\u06D4\u0964\u0965\u3000-\u3004\u3008-\u3020\u3030\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65“”„‘’«»…]/;
/** Others may stand in an address, though not at its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those beyond ASCII are meant
const foreignEnd = /(?:(?![\u0000-\u007F])[\p{P}\p{S}])+$/u;

/** `[1]: https://example.com`, which is shown nowhere: it says where the links that are called so lead. */
const definition = /^ {0,3}\[(?:\\.|[^\]\\]){1,999}\]: *\n? *<?(?:https?:\/\/|mailto:)/i;

/**
 * Where Markdown is read other than marked does by itself.
 * @type {import("marked").TokenizerObject}
 */
export const tokenizer = {
  /** `10~20 seconds` is a range: two tildes strike through, one does not. */
  del: (source) => (/^~(?!~)/.test(source) ? undefined : false),

  /** `[error]:timeout` gives no link an address, so it is a sentence that somebody wants to be read. */
  def: (source) => (definition.test(source) ? false : undefined),

  /** What begins with no element of HTML is a paragraph, with Markdown in it. */
  html(source) {
    const name = /^ {0,3}<\/?([a-z][\w-]*|[?!](?!--))/i.exec(source)?.[1];
    return name && !isHtml(name) ? undefined : false;
  },

  url(source) {
    if (!/^(?:https?:\/\/|ftp:\/\/|www\.)/i.test(source)) return false;
    const run = /^[^\s<]*/.exec(source)?.[0] ?? "";
    const [address = ""] = run.split(endOfAddress, 1);
    return Tokenizer.prototype.url.call(this, address.replace(foreignEnd, ""));
  },
};
