/** What a document is about, by its own id. */
export interface EngineSubject {
  kind: "post";
  id: string;
}

/** A post as a search engine holds it. */
export interface EngineDocument {
  subject: EngineSubject;
  number: number;
  boardId: number;
  kind: string;
  status: string;
  tagIds: number[];
  tags: string[];
  voteCount: number;
  title: string;
  body: string;
  duplicates: string[];
  comments: string[];
  /** Of what was written; the same in the database as long as nothing has changed. */
  version: number;
}

export interface EngineQuestion {
  text: string;
  boardIds: number[];
  kind?: string;
  statuses?: string[];
  tagId?: number;
  limit: number;
  offset: number;
}

export interface EngineVersion {
  subject: EngineSubject;
  version: number;
}

export interface EngineHit extends EngineVersion {
  number: number;
  /** What it was found by: words, and beginnings of words. */
  words: string[];
  beginnings: string[];
  /** How many words of the question it has, and how many were asked for. */
  matched: number;
  asked: number;
}

/** The engine cannot answer now; somebody else has to. */
export class EngineAway extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The search engine is away: ${reason}`, options);
  }
}

export interface SearchEngine {
  /** Throws {@link EngineAway}. */
  search(question: EngineQuestion): Promise<EngineHit[]>;
  /** Resolves when they can be found. */
  write(documents: EngineDocument[]): Promise<void>;
  remove(subjects: EngineSubject[]): Promise<void>;
  listWithTag(tagId: number): Promise<EngineSubject[]>;
  /** Everything that it holds, page by page. */
  versions(): AsyncGenerator<EngineVersion[]>;
  /** Fills a new index, with the settings as they are now, and takes it in place of the old one. */
  rebuild(pages: AsyncIterable<EngineDocument[]>): Promise<void>;
  /** Makes the index where there is none. */
  prepare(): Promise<void>;
  /** Lets it take the words of each list for each other, instead of those before. */
  useSynonyms(lists: string[][]): Promise<void>;
}
