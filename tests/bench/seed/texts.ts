import { type Document, readDocuments } from "./documents";

/** Pieces of which titles and bodies are put together, two each: many more than there are of either. */
export interface Texts {
  source: string;
  paragraphs: Paragraph[];
  titles: { beginning: string; ending: string }[];
}

interface Paragraph {
  markdown: string;
  html: string;
}

const sentencesOfParagraph = 3;
const mostParagraphs = 20_000;
/** Characters. */
const shortest = 25;
const longest = 260;

export function readTexts(): Texts {
  const { source, documents } = readDocuments();
  const paragraphs = documents.flatMap(paragraphsOf).slice(0, mostParagraphs);
  return { source, paragraphs, titles: documents.flatMap(halvesOf) };
}

function paragraphsOf({ body }: Document): Paragraph[] {
  const sentences = plain(body)
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length >= shortest && length <= longest);
  const paragraphs: Paragraph[] = [];
  for (let i = 0; i + sentencesOfParagraph <= sentences.length; i += sentencesOfParagraph) {
    const markdown = sentences.slice(i, i + sentencesOfParagraph).join(" ");
    paragraphs.push({ markdown, html: `<p>${markdown.replace(/[&<>]/g, escapeSign)}</p>\n` });
  }
  return paragraphs;
}

/** What COPY and Markdown would read as more than words. */
const plain = (text: string): string =>
  text.replace(/[\0\\|`*#>~]|<[^<>]*>|https?:\/\/\S+/g, " ").replace(/[ \t\r]+/g, " ");

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeSign = (sign: string): string => signs[sign] ?? sign;

function halvesOf({ title }: Document): Texts["titles"] {
  const words = plain(title).trim().split(/\s+/).slice(0, 14);
  const middle = Math.ceil(words.length / 2);
  const [beginning, ending] = [words.slice(0, middle).join(" "), words.slice(middle).join(" ")];
  return words.length >= 4 && title.length < 120 ? [{ beginning, ending }] : [];
}
