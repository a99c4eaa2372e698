import { convert, type FormatCallback, type HtmlToTextOptions } from "html-to-text";
import { limits } from "./limits";

/** Stands alone on the line before what a mail program marked as quoted. */
export const quoteStart = "\uE000";
/** Stands alone on the line after it; where it is missing, everything that follows is quoted. */
export const quoteEnd = "\uE001";

/** What mail programs put quoted mail into. */
const containers = [
  "div.gmail_quote",
  "div.gmail_quote_container",
  "div.yahoo_quoted",
  "div.protonmail_quote",
  "div.tutanota_quote",
  "div.zmail_extra",
  "div.moz-forward-container",
  "#OLK_SRC_BODY_SECTION",
  "#isReplyContent",
  "#yahoo_quoted",
];

/** What they put before quoted mail that then goes on to the end. */
const beginnings = [
  "#divRplyFwdMsg",
  "#appendonsend",
  "#stopSpelling",
  "#mail-editor-reference-message-container",
  "#ms-outlook-mobile-body-separator-line",
  "div.OutlookMessageHeader",
  "div[data-marker=__QUOTED_TEXT__]",
  "hr#zwchr",
  "div[style*='border:none;border-top:solid #E1E1E1 1.0pt']",
  "div[style*='border:none;border-top:solid #B5C4DF 1.0pt']",
  "div[style*='border-top-color: rgb(229, 229, 229); border-top-width: 1px; border-top-style: solid']",
];

const containQuote: FormatCallback = (element, walk, builder) => {
  addMark(builder, quoteStart);
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
  addMark(builder, quoteEnd);
};

const beginQuote: FormatCallback = (element, walk, builder) => {
  addMark(builder, quoteStart);
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** What a picture shows, in words: smileys are pictures in some mails. */
const describe: FormatCallback = ({ attribs }, _walk, builder) => {
  if (attribs.alt) builder.addInline(attribs.alt);
};

function addMark(builder: Parameters<FormatCallback>[2], mark: string): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(mark);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: limits.html, maxDepth: 100, maxChildNodes: 50_000, ellipsis: "" },
  formatters: { containQuote, beginQuote, describe },
  selectors: [
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "p.MsoNormal", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] } },
    { selector: "a[href^='mailto:']", format: "inline" },
    { selector: "img", format: "describe" },
    { selector: "hr", options: { length: 40 } },
    { selector: "blockquote", options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: true } },
    ...["head", "style", "script", "title", "template"].map((selector) => ({ selector, format: "skip" })),
    ...containers.map((selector) => ({ selector, format: "containQuote" })),
    ...beginnings.map((selector) => ({ selector, format: "beginQuote" })),
  ],
};

/** The text of HTML, with its quotes as `> ` lines and between {@link quoteStart} and {@link quoteEnd}. */
export const htmlToMarkedText = (html: string): string =>
  convert(html.slice(0, limits.html).replace(/[\uE000\uE001]/g, ""), options)
    .replace(/\u00A0/g, " ")
    .replace(/\n{3,}/g, "\n\n");

export const withoutMarks = (text: string): string => text.replace(/^[\uE000\uE001]\n?/gm, "");
