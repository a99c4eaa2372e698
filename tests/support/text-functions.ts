import type { Feed } from "~/endpoints/feeds/feed";
import { MailHeaders } from "~/integrations/mail/incoming/read-headers";
import { Query } from "~/models/core/text/query";
import { prepare } from "~/models/support/categories/classifier";
import { emptyModel, learn, type Model } from "~/models/support/categories/learn";

/** The files in which people's text is taken apart. */
const modules: Record<string, Record<string, unknown>> = {
  ...import.meta.glob(
    ["/app/models/core/text/*.{ts,js}", "!**/{markdown.worker,compare.worker,markdown-rules,as-typed}.js"],
    {
      eager: true,
    },
  ),
  ...import.meta.glob(
    "/app/models/core/search-index/{find-phrase,fold,language.server,plain-text,vector.server,words}.ts",
    {
      eager: true,
    },
  ),
  ...import.meta.glob("/app/models/feedback/search/{highlight,parse-question,question,engine-terms}.ts", {
    eager: true,
  }),
  ...import.meta.glob("/app/models/core/wordings/{terms,weigh-terms}.ts", { eager: true }),
  ...import.meta.glob("/app/models/core/synonyms/other-words.ts", { eager: true }),
  ...import.meta.glob("/app/models/core/users/{handle,mentions}.ts", { eager: true }),
  ...import.meta.glob("/app/models/admin/imports/{board-names,fider-text,plain-name,read-author,read-kind}.ts", {
    eager: true,
  }),
  ...import.meta.glob("/app/models/feedback/posts/{post-path,read-number}.ts", { eager: true }),
  ...import.meta.glob("/app/models/feedback/changelog/entry-path.ts", { eager: true }),
  ...import.meta.glob("/app/models/help/articles/{article-path,headings}.ts", { eager: true }),
  ...import.meta.glob("/app/models/insights/companies/draft.ts", { eager: true }),
  ...import.meta.glob("/app/models/feedback/saved-replies/fill-in.ts", { eager: true }),
  ...import.meta.glob("/app/models/help/searches/searched-text.ts", { eager: true }),
  ...import.meta.glob("/app/models/feedback/synonyms/learn.ts", { eager: true }),
  ...import.meta.glob("/app/models/feedback/roadmaps/origins.ts", { eager: true }),
  ...import.meta.glob("/app/models/support/incoming/mail-text.ts", { eager: true }),
  ...import.meta.glob("/app/models/core/settings/ticket-gaps.ts", { eager: true }),
  ...import.meta.glob("/app/models/support/categories/{features,learn,rows,classifier,propose}.ts", { eager: true }),
  ...import.meta.glob("/app/models/support/promises/{span,hours,holidays}.ts", { eager: true }),
  ...import.meta.glob("/app/models/support/escalations/said.ts", { eager: true }),
  ...import.meta.glob("/app/models/help/moving/{article-file,read-article}.ts", { eager: true }),
  ...import.meta.glob("/app/models/help/answers/{passages,read-words}.ts", { eager: true }),
  ...import.meta.glob("/app/integrations/search/sentinels.ts", { eager: true }),
  ...import.meta.glob(
    [
      "/app/integrations/mail/incoming/{html-to-marked-text,read-headers,read-structured,unflow,utf-7}.ts",
      "/app/integrations/mail/incoming/quotes/*.ts",
      "/app/integrations/mail/incoming/kinds/{automatic,status-fields}.ts",
    ],
    { eager: true },
  ),
  ...import.meta.glob("/app/http/{paths.server,ticket-numbers}.ts", { eager: true }),
  ...import.meta.glob("/app/endpoints/feeds/{atom.server,feed,json-feed}.{ts,tsx}", { eager: true }),
  ...import.meta.glob("/emails/{one-line,preview-text,quote-html}.ts", { eager: true }),
};

type Any = (...args: unknown[]) => unknown;

const isHit = (word: string) => word.length > 3;
const origin = "https://ours.example";

/** How those are called that take more than a text. */
const calls: Record<string, (run: Any, text: string) => unknown> = {
  addMentions: (run, text) => run(text, ["ben", "cleo"]),
  beginningOf: (run, text) => run(text, isHit),
  articlePath: (run, text) => run({ number: 1, slug: text }),
  attributionAt: (run, text) => run(linesOf(text), 0),
  automaticReason: (run, text) => run(headersSaying(text)),
  boardNames: (run, text) => run([text, `${text}b`]),
  clip: (run, text) => run(text, 1000),
  engineText: (run, text) => run([{ text, words: [text], isQuoted: false }]),
  entryLink: (run, text) => run(origin, { number: 1, title: text }),
  entryPath: (run, text) => run({ number: 1, title: text }),
  fillTicketGaps: (run, text) => run(text, { number: "1", subject: "s", name: "n", category: "c" }),
  hasOnlyGaps: (run, text) => run(text, ["number"]),
  fillIn: (run, text) => run(text, { author: "Ben", title: "Dark" }),
  findPhrase: (run, text) => run(["word", "two words"], text),
  findSaid: (run, text) => run({ en: "word\ntwo words" }, text),
  hasEmptyReturnPath: (run, text) => run(headersSaying(text)),
  highlight: (run, text) => run(text, isHit),
  holdsAttribution: (run, text) => run(linesOf(text), 0),
  hitsByWords: (run, text) => (run([text], [text]) as (word: string) => boolean)("word"),
  learn: (run, text) => run(emptyModel(), { text, category: "a" }),
  inOtherWords: (run, text) =>
    run(text, [
      [text, "b"],
      ["word", "a b c"],
    ]),
  isQuoteBelow: (run, text) => run(linesOf(text), 0),
  learnFrom: (run, text) => run([{ duplicate: text, original: `${text} b` }]),
  matchedWords: (run, text) => run({ body: text }),
  normalForm: (run, text) => run(text, "NFKD"),
  pairOf: (run, text) => run({ duplicate: text, original: `${text} b` }),
  postPath: (run, text) => run({ number: 1, title: text }),
  propose: (run, text) => run(prepare(modelOf(text)), text),
  quoteHtml: (run, text) => run(text, { home: origin, longest: 2000, start: "left", picture: "picture" }),
  readArticle: (run, text) => run("a/b.en.md", text),
  writeArticleFile: (run, text) => run({ title: text, body: text, wordings: [text] }),
  readAuthor: (run, text) => run(text, text),
  readQuestion: (run, text) => run(new Query({ q: text })),
  readWording: (run, text) => run({ title: text, text }),
  readStructured: (run, text) => run(text),
  piecesOf: (run, text) => run(text, new Set()),
  stemsOf: (run, text) => run(text, new Set()),
  searchAddress: (run, text) => run({ q: text, status: "all", page: 1 }),
  saysNoMore: (run, text) => run(text, [text, "Which?"]),
  signatureStart: (run, text) => run(linesOf(text), { start: 0, end: linesOf(text).length, isAlone: false }),
  snippetOf: (run, text) => run(text, isHit),
  textIn: (run, text) => run({ en: text }, "en"),
  unlearn: (run, text) => run(modelOf(text), { text, category: "a" }),
  startOfRule: (run, text) => run(linesOf(text), 0),
  startsHeaderBlock: (run, text) => run(linesOf(text), 0),
  unflow: (run, text) => run(text, true),
  vectorOf: (run, text) => run([{ text, weight: "B" }], ["en"]),
  withOrigin: (run, text) => run(text, origin),
  withoutSentinels: (run, text) => run({ title: text, body: text, duplicates: [], comments: [] }),
  writeAtom: (run, text) => run(feedSaying(text)),
  writeJsonFeed: (run, text) => run(feedSaying(text)),
};

/** What makes the schema of a field. */
const makers: Record<string, unknown[]> = {
  choice: [["one", "two"]],
  clientId: [],
  newId: [],
  digits: [6],
  email: [],
  id: [],
  ids: [{ max: 5 }],
  domains: [{ max: 100 }],
  line: [{ max: 120 }],
  optionalLine: [{ max: 120 }],
  lines: [{ most: 30, longest: 200 }],
  optionalDay: [],
  optionalText: [{ max: 20_000 }],
  slug: [{ max: 40 }],
  text: [{ max: 20_000 }],
  whole: [{ max: 100 }],
};

/** Those that take no text of people's, and why. */
const others: Record<string, string> = {
  sayFault: "takes faults, which are ours",
  saySpan: "takes seconds",
  writeHours: "takes hours that are read",
  writeHolidays: "takes days that are read",
  ticked: "takes boxes",
  MailHeaders: "takes headers that are parsed",
  Query: "takes an address, which is never longer than 16 KB",
  Turns: "takes work",
  anyOf: "takes words of ours",
  backPath: "takes a header, which is never longer than 16 KB",
  changelogPath: "takes filters that are read",
  compareTexts: "leaves the work to a thread with a deadline",
  configurationOf: "takes the name of a language",
  inLanguage: "takes an address of ours",
  inLanguages: "takes an address of ours",
  decodeText: "takes the bytes of a file of staff, of which guessEncoding takes a sample",
  emptyModel: "takes nothing",
  guessEncoding: "takes a sample of a file, of a length that imports choose",
  here: "takes an address that the server has read",
  hitsOf: "takes what a question of at most 200 characters was understood as",
  htmlToMarkedText: "is left to a thread with a deadline; its time is measured with whole mails",
  idOf: "takes ids",
  idOfEvent: "takes ids",
  impactOf: "takes numbers",
  isNarrowed: "takes filters",
  isReserved: "looks a word up",
  lastTerms: "takes terms that are read",
  prepare: "takes what was learned of texts",
  readRows: "takes what was learned of texts",
  readFault: "takes what say wrote",
  noticePlainTexts: "takes a listener",
  renderAll: "leaves the work to a thread with a deadline",
  renderInJob: "leaves the work to a thread with a deadline",
  renderMarkdown: "leaves the work to a thread with a deadline",
  sumOf: "takes numbers",
  say: "takes a fault of ours",
  versionOf: "takes what is rendered",
  warmUp: "takes nothing",
  writeRows: "takes what was learned of texts",
  weighTerms: "takes terms that are read",
};

/** What two categories have in common is looked at the longest. */
function modelOf(text: string): Model {
  const model = emptyModel();
  for (const category of ["a", "a", "b", "b"]) learn(model, { text, category });
  return model;
}

const linesOf = (text: string): string[] => text.split("\n");

/** Each header that is read, with this text. */
const headersSaying = (value: string): MailHeaders =>
  new MailHeaders(["subject", "from", "return-path", "precedence", "content-type"].map((key) => ({ key, value })));

function feedSaying(text: string): Feed {
  const at = new Date(0);
  const item = {
    id: "urn:x",
    link: origin,
    title: "",
    html: text,
    author: "",
    tags: [],
    publishedAt: at,
    changedAt: at,
  };
  return { title: "", self: origin, home: origin, language: "en", items: [item] };
}

interface TextFunction {
  name: string;
  run: (text: string) => unknown;
}

/** Every function in these files that takes people's text, ready to be called with one. */
export const textFunctions: TextFunction[] = [];
/** What they export of which nobody has said how it is called, or why it is not. */
export const unlisted: string[] = [];

interface Schema {
  safeParse(value: unknown): unknown;
}

for (const [path, module] of Object.entries(modules)) {
  for (const [name, exported] of Object.entries(module)) list(`${name} in ${path.slice(1)}`, name, exported);
}

function list(label: string, name: string, exported: unknown): void {
  if (typeof exported !== "function" || name in others) return;
  const run = exported as Any;
  const call = calls[name];
  const made = label.includes("/fields.ts") ? makers[name] : undefined;
  if (made) textFunctions.push({ name: label, run: (text) => (run(...made) as Schema).safeParse(text) });
  else if (call) textFunctions.push({ name: label, run: (text) => call(run, text) });
  else if (run.length === 1 && !label.includes("/fields.ts")) textFunctions.push({ name: label, run });
  else unlisted.push(label);
}
