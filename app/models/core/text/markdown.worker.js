// Runs in a worker thread, as it is in development, tests and production: hence plain JavaScript.
import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import { Marked } from "marked";
import { elements, keepAsTyped } from "./as-typed.js";
import { clip } from "./clip.js";
import { tokenizer } from "./markdown-rules.js";
import { mention } from "./mention.js";

/** The boxes of task lists are Markdown's own. */
const allowedTags = [...elements, "input"];
/** Those that hold no address; DOMPurify would try every other one as an address. */
const plainAttributes = "align alt checked class colspan height open rowspan scope start title type width".split(" ");
const deepestNesting = 60;
const excerptLength = 280;
const block = /^(BLOCKQUOTE|BR|DD|DETAILS|DIV|DT|H\d|HR|LI|P|SUMMARY|UL|OL)$/;

const marked = new Marked({ gfm: true, breaks: true, async: false, tokenizer });
const purify = createDOMPurify(new JSDOM("").window);

/**
 * @param {string} markdown
 * @returns {Promise<{ html: string, excerpt: string }>} HTML that is harmless anywhere in a page; its beginning as plain text
 */
export default async function render(markdown) {
  // jsdom lets go of a document only between two turns of the event loop.
  await new Promise(setImmediate);
  const tokens = marked.lexer(markdown);
  keepAsTyped(tokens);
  const unsafe = marked.parser(tokens);
  const body = /** @type {HTMLElement} */ (
    purify.sanitize(unsafe, {
      ALLOWED_TAGS: allowedTags,
      ALLOWED_ATTR: [...plainAttributes, "href", "src"],
      ADD_URI_SAFE_ATTR: plainAttributes,
      ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|\/(?![/\\])|#)/i,
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      RETURN_DOM: true,
    })
  );
  for (const child of [...body.children]) tidy(child, 1);
  markMentions(body);
  return { html: body.innerHTML, excerpt: excerptOf(body) };
}

/** @type {Record<string, (element: Element) => void>} */
const rules = {
  A: (link) => link.hasAttribute("href") && link.setAttribute("rel", "nofollow ugc noopener"),
  CODE: keepLanguage,
  IMG: tameImage,
  INPUT: drawTaskBox,
  H1: lowerHeading,
  H2: lowerHeading,
  H3: lowerHeading,
  H4: lowerHeading,
  PRE: makeScrollable,
  TABLE: makeScrollable,
};

/** From the leaves up. @param {Element} element @param {number} depth */
function tidy(element, depth) {
  if (depth > deepestNesting) return element.replaceWith(element.textContent ?? "");
  for (const child of [...element.children]) tidy(child, depth + 1);
  if (element.tagName !== "CODE") element.removeAttribute("class");
  rules[element.tagName]?.(element);
}

/** The one class that Markdown itself makes; any other would borrow the looks of our pages. @param {Element} code */
function keepLanguage(code) {
  if (!/^language-[\w+#-]{1,30}$/.test(code.className)) code.removeAttribute("class");
}

/** The address of a file of ours, maybe with what it measures: `/files/0199…#800x600`. */
const ownFile =
  /^(\/files\/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?:\/\d{1,5})?)(?:#(\d{1,5})x(\d{1,5}))?$/;

/** Pictures of ours only. @param {Element} image */
function tameImage(image) {
  const source = image.getAttribute("src") ?? "";
  // Whoever reads the text would tell another site that they do; and any other path of ours would be asked for by
  // everybody, in their own name.
  const [, address, width, height] = ownFile.exec(source) ?? [];
  if (!address) return image.replaceWith(...insteadOf(image, source));
  image.setAttribute("src", address);
  // As our own script writes it, so that nothing moves when the picture comes.
  if (width && height) setSize(image, width, height);
  image.setAttribute("loading", "lazy");
  image.setAttribute("decoding", "async");
  if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
}

/** @param {Element} image @param {string} width @param {string} height */
function setSize(image, width, height) {
  image.setAttribute("width", width);
  image.setAttribute("height", height);
}

/** Its description, which leads to where the picture may be looked at. @param {Element} image @param {string} source */
function insteadOf(image, source) {
  const isAddress = /^https?:\/\//i.test(source);
  const words = image.getAttribute("alt") || (isAddress ? source : "");
  if (!isAddress || image.closest("a")) return [words];
  const link = image.ownerDocument.createElement("a");
  link.setAttribute("href", source);
  link.append(words);
  rules.A?.(link);
  return [link];
}

/** Only the boxes of task lists, as signs: nobody could tick them. @param {Element} input */
function drawTaskBox(input) {
  if (input.getAttribute("type") !== "checkbox") return input.remove();
  input.replaceWith(input.hasAttribute("checked") ? "☑ " : "☐ ");
}

/** A text's headings belong below the page's own two levels. @param {Element} heading */
function lowerHeading(heading) {
  const lower = heading.ownerDocument.createElement(`h${Number(heading.tagName[1]) + 2}`);
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
}

/** Scrolls on its own, by keyboard too. @param {Element} wide */
function makeScrollable(wide) {
  const frame = wide.ownerDocument.createElement("div");
  frame.className = "scroll";
  frame.setAttribute("tabindex", "0");
  wide.replaceWith(frame);
  frame.append(wide);
}

/** Where no handle means anybody. */
const literal = new Set("A CODE KBD PRE SAMP VAR".split(" "));

/** Handles get a class, for their looks; there is nothing to link them to. @param {Node} node */
function markMentions(node) {
  if (literal.has(node.nodeName)) return;
  if (node.nodeType !== 3) return [...node.childNodes].forEach(markMentions);
  const text = /** @type {Text} */ (node);
  for (const {
    index,
    0: { length },
  } of [...text.data.matchAll(mention)].reverse()) {
    text.splitText(index + length);
    const mark = /** @type {Document} */ (text.ownerDocument).createElement("span");
    mark.className = "mention";
    mark.append(text.splitText(index));
    text.after(mark);
  }
}

/** @param {Element} body */
function excerptOf(body) {
  return clip(proseOf(body).replace(/\s+/g, " ").trim(), excerptLength).trimEnd();
}

/** The text without code and tables. @param {Node} node @returns {string} */
function proseOf(node) {
  if (node.nodeName === "PRE" || node.nodeName === "TABLE") return " ";
  if (node.nodeType === 3) return node.nodeValue ?? "";
  const inside = [...node.childNodes].map(proseOf).join("");
  return block.test(node.nodeName) ? ` ${inside} ` : inside;
}
