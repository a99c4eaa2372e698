import { otherWords } from "./other-words";
import { ownPosts } from "./own-posts";
import type { BenchPost } from "./read-posts";

export interface Question {
  class: string;
  text: string;
  /** The key of the post that is meant. */
  post: string;
}

/** How many of each class; with the 84 about posts of our own there are 300. */
const counts = { "other forms": 50, compounds: 36, "one typo": 50, "half a word": 40, identifiers: 40 };

/**
 * The questions: by hand about posts of our own and in other words; the others are made of titles of real reports by
 * rules that know nothing of how search works. The same every time.
 */
export function makeQuestions(posts: BenchPost[]): { words: Question[]; meaning: Question[] } {
  const own = ownPosts.flatMap((post) =>
    post.questions.map((text) => ({ class: post.class, text, post: `own ${post.title}` })),
  );
  const rarity = countWords(posts);
  const reports = posts.filter(({ key }) => !key.startsWith("own"));
  const made = Object.entries(makers).flatMap(([name, make]) =>
    spread(reports.flatMap((post) => make(post, rarity).map((text) => ({ class: name, text, post: post.key })))).slice(
      0,
      counts[name as keyof typeof counts],
    ),
  );
  return { words: [...made, ...own], meaning: otherWords(posts) };
}

type Rarity = Map<string, number>;
type Make = (post: BenchPost, rarity: Rarity) => string[];

const makers: Record<keyof typeof counts, Make> = {
  "other forms": (post, rarity) => withOne(telling(post, rarity, 3), otherForm),
  compounds: (post, rarity) => {
    const [pair] = post.title.match(/\b[A-Za-z]{3,}-[A-Za-z]{3,}\b/) ?? [];
    const other = telling(post, rarity, 2).find((word) => !pair?.toLowerCase().includes(word));
    const plain = pair?.toLowerCase() ?? "";
    const form = post.title.length % 2 ? plain.replace("-", "") : plain.replace("-", " ");
    return pair && other ? [`${form} ${other}`] : [];
  },
  "one typo": (post, rarity) => withOne(telling(post, rarity, 3), typo),
  "half a word": (post, rarity) => {
    const words = telling(post, rarity, 3);
    const last = words.at(-1) ?? "";
    return words.length === 3 && last.length >= 7
      ? [[...words.slice(0, -1), last.slice(0, Math.ceil(last.length * 0.6))].join(" ")]
      : [];
  },
  identifiers: (post) => {
    const found = post.title.match(
      /(?<![\w.:/-])(?:[A-Za-z]\w*(?:[._]\w+)+(?:\(\))?|v?\d+\.\d+(?:\.\d+)+|#?\b[A-Z]+_[A-Z_\d]+)(?![\w/-])/,
    );
    return found && (found[0]?.length ?? 0) >= 5 ? [found[0]] : [];
  },
};

/** The words of a title that tell it best from the others, in its order. */
function telling({ title }: BenchPost, rarity: Rarity, count: number): string[] {
  const words = [...new Set(title.toLowerCase().match(/(?<![\w.-])[a-z]{4,}(?![\w.-])/g) ?? [])];
  const best = words.toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0)).slice(0, count);
  return best.length === count ? words.filter((word) => best.includes(word)) : [];
}

/** Every word in how many titles. */
function countWords(posts: BenchPost[]): Rarity {
  const counts: Rarity = new Map();
  for (const { title } of posts) {
    for (const word of new Set(title.toLowerCase().match(/[a-z]{4,}/g) ?? []))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The words with the first of them that changes in another form. */
function withOne(words: string[], change: (word: string) => string | undefined): string[] {
  for (const [place, word] of words.entries()) {
    const other = change(word);
    if (other) return [words.with(place, other).join(" ")];
  }
  return [];
}

function otherForm(word: string): string | undefined {
  if (/[^s]ing$/.test(word) && word.length > 6) return /(.)\1ing$/.test(word) ? undefined : `${word.slice(0, -3)}ed`;
  if (/[^aeis]s$/.test(word) && word.length > 4) return word.slice(0, -1);
  if (/(?:tion|ment|er|or|al|age|ist|ow|el)$/.test(word)) return `${word}s`;
  return undefined;
}

/** Two letters the wrong way round, one too few, or one twice: by the word itself. */
function typo(word: string): string | undefined {
  if (word.length < 6) return;
  const at = 1 + (hash(word) % (word.length - 3));
  const [a = "", b = ""] = [word[at], word[at + 1]];
  if (a === b) return;
  const kinds = [a + a + b, b, b + a];
  return word.slice(0, at) + (kinds[hash(word) % 3] ?? "") + word.slice(at + 2);
}

const hash = (text: string): number =>
  [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7);

/** In an order that has nothing to do with the file's, each post once. */
function spread(questions: Question[]): Question[] {
  return questions.toSorted((a, b) => hash(a.post + a.text) - hash(b.post + b.text));
}
