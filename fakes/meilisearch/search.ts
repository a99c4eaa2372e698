import { budget, type Token, type Tolerance, tokenise, typos, usualTolerance } from "./text";

export type Document = Record<string, unknown>;

export interface SearchRequest {
  q?: string;
  limit?: number;
  offset?: number;
  filter?: string[];
  attributesToRetrieve?: string[];
  attributesToHighlight?: string[];
  highlightPreTag?: string;
  highlightPostTag?: string;
  showRankingScoreDetails?: boolean;
}

/** What the query asks for, one after the other; a phrase has several words and must be there. */
interface Wanted {
  words: string[];
  isPhrase: boolean;
  isLast: boolean;
  /** How many typos it may have. */
  budget: number;
}

interface Place extends Token {
  attribute: number;
  typos: number;
  isPrefix: boolean;
}

const countedWords = 10;

export interface SearchSettings {
  attributes: string[];
  maxTotalHits: number;
  synonyms: Record<string, string[]>;
  tolerance?: Tolerance;
}

export function search(documents: Document[], settings: SearchSettings, request: SearchRequest) {
  const { attributes, maxTotalHits, synonyms, tolerance = usualTolerance } = settings;
  const { q = "", limit = 20, offset = 0 } = request;
  const wanted = readQuery(q, tolerance);
  const meant = saidOtherwise(q, synonyms).map((one) => readQuery(one, tolerance));
  const ranked = documents
    .map((document) => ({ document, ...judgeAll(document, attributes, wanted, meant) }))
    .filter(({ matched, isOut }) => !isOut && (wanted.length === 0 || matched > 0))
    .sort(
      (a, b) =>
        b.matched - a.matched ||
        a.typos - b.typos ||
        a.attribute - b.attribute ||
        Number(b.document.voteCount) - Number(a.document.voteCount),
    );
  const hits = ranked.slice(offset, Math.min(offset + limit, maxTotalHits)).map(({ document, matched, places }) => ({
    ...Object.fromEntries(
      (request.attributesToRetrieve ?? Object.keys(document)).map((name) => [name, document[name]]),
    ),
    _formatted: format(document, attributes, places, request),
    ...(request.showRankingScoreDetails && {
      _rankingScoreDetails: { words: { order: 0, matchingWords: matched, maxMatchingWords: wanted.length, score: 1 } },
    }),
  }));
  return {
    hits,
    query: q,
    processingTimeMs: 1,
    limit,
    offset,
    estimatedTotalHits: Math.min(ranked.length, maxTotalHits),
  };
}

function readQuery(q: string, tolerance: Tolerance): Wanted[] {
  const wanted: Wanted[] = [];
  for (const [, phrase, plain = ""] of q.matchAll(/"([^"]*)"|([^"]+)/g)) {
    if (phrase !== undefined)
      wanted.push({ words: tokenise(phrase).map(({ word }) => word), isPhrase: true, isLast: false, budget: 0 });
    else
      for (const { word } of tokenise(plain))
        wanted.push({ words: [word], isPhrase: false, isLast: false, budget: budget(word, tolerance) });
  }
  const counted = wanted.filter(({ words }) => words.length > 0).slice(0, countedWords);
  const last = counted.at(-1);
  if (last && !/\s$/.test(q)) last.isLast = !last.isPhrase;
  return counted;
}

/** The question with each phrase that has synonyms in the words of each of them. */
function saidOtherwise(q: string, synonyms: Record<string, string[]>): string[] {
  const said = tokenise(q)
    .map(({ word }) => word)
    .join(" ");
  return Object.entries(synonyms).flatMap(([phrase, others]) =>
    ` ${said} `.includes(` ${phrase} `)
      ? others.map((other) => ` ${said} `.replace(` ${phrase} `, ` ${other} `).trim())
      : [],
  );
}

/** What has all of it in other words has all of it. */
function judgeAll(document: Document, attributes: string[], wanted: Wanted[], meant: Wanted[][]) {
  const own = judge(document, attributes, wanted);
  if (own.matched === wanted.length) return own;
  const other = meant
    .map((one) => ({ one, ...judge(document, attributes, one) }))
    .find(({ one, matched }) => matched === one.length);
  return other ? { ...other, matched: wanted.length } : own;
}

function judge(document: Document, attributes: string[], wanted: Wanted[]) {
  const texts = attributes.map((name) => tokenise([document[name] ?? ""].flat().join(" \n ")));
  const found = wanted.map((one) => places(texts, one));
  const isOut = wanted.some(({ isPhrase }, i) => isPhrase && found[i]?.length === 0);
  const firstMissing = found.findIndex((some) => some.length === 0);
  const matched = firstMissing < 0 ? wanted.length : firstMissing;
  const met = found.slice(0, matched);
  return {
    matched,
    isOut,
    typos: sum(met.map((some) => Math.min(...some.map((place) => place.typos)))),
    attribute: sum(met.map((some) => Math.min(...some.map((place) => place.attribute)))),
    places: met.flat(),
  };
}

function places(texts: Token[][], wanted: Wanted): Place[] {
  const { words, isPhrase } = wanted;
  return texts.flatMap((tokens, attribute) =>
    isPhrase
      ? phrases(tokens, words).map((token) => ({ ...token, attribute, typos: 0, isPrefix: false }))
      : tokens.flatMap((token) => meets(token, wanted, attribute)),
  );
}

function meets(token: Token, { words: [word = ""], isLast, budget: allowed }: Wanted, attribute: number): Place[] {
  const exact = typos(word, token.word);
  if (exact <= allowed) return [{ ...token, attribute, typos: exact, isPrefix: false }];
  if (!isLast) return [];
  const lengths = [0, 1, -1].map((more) => word.length + more).filter((length) => length <= token.word.length);
  const begun = Math.min(...lengths.map((length) => typos(word, token.word.slice(0, length))), 99);
  return begun <= allowed ? [{ ...token, attribute, typos: begun, isPrefix: begun === 0 }] : [];
}

function phrases(tokens: Token[], words: string[]): Token[] {
  return tokens.flatMap((_, at) =>
    words.every((word, i) => tokens[at + i]?.word === word) ? tokens.slice(at, at + words.length) : [],
  );
}

/** Only the beginning of a word stands out where only the beginning was asked for. Nothing is escaped. */
function format(document: Document, attributes: string[], found: Place[], request: SearchRequest): Document {
  const { attributesToHighlight = [], highlightPreTag: pre = "<em>", highlightPostTag: post = "</em>" } = request;
  const marked = new Map(found.map((place) => [place.word, place]));
  const mark = (text: string): string => {
    let out = "";
    let done = 0;
    for (const token of tokenise(text)) {
      const hit = marked.get(token.word);
      if (!hit) continue;
      out += `${text.slice(done, token.start)}${pre}${text.slice(token.start, token.end)}${post}`;
      done = token.end;
    }
    return out + text.slice(done);
  };
  const shown = attributes.filter((name) => attributesToHighlight.includes(name));
  return Object.fromEntries(
    shown.map((name) => {
      const value = document[name];
      return [name, Array.isArray(value) ? value.map((text) => mark(String(text))) : mark(String(value ?? ""))];
    }),
  );
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
