import type { Document } from "./search";

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Index {
  primaryKey: string | null;
  settings: Record<string, unknown>;
  documents: Map<string, Document>;
}

export const newIndex = (primaryKey: string | null): Index => ({ primaryKey, settings: {}, documents: new Map() });

export function requireIndex(indexes: Map<string, Index>, uid: string): Index {
  const index = indexes.get(uid);
  if (!index) throw new Refusal(404, "index_not_found", `Index \`${uid}\` not found.`);
  return index;
}

/** Documents are taken all together or not at all. */
export function addDocuments(index: Index, documents: Document[], primaryKey: string | null): void {
  index.primaryKey ??= primaryKey;
  const key = index.primaryKey ?? "id";
  for (const document of documents) {
    const id = document[key];
    if (id === undefined) throw new Refusal(400, "missing_document_id", "Document doesn't have an id.");
    if (!/^[\w-]{1,511}$/.test(String(id))) throw new Refusal(400, "invalid_document_id", `\`${id}\` is invalid.`);
  }
  for (const document of documents) index.documents.set(String(document[key]), document);
}

/** Every condition of a list; attributes have to be filterable. */
export function filtered(index: Index, conditions: string[]): Document[] {
  const filterable = (index.settings.filterableAttributes ?? []) as string[];
  const tests = conditions.map((condition) => readCondition(condition, filterable));
  return [...index.documents.values()].filter((document) => tests.every((test) => test(document)));
}

function readCondition(condition: string, filterable: string[]): (document: Document) => boolean {
  const parts = /^(\w+) (?:= (\S+)|IN \[([^\]]*)\])$/.exec(condition);
  const [, attribute = "", one, many = ""] = parts ?? [];
  if (!parts || !filterable.includes(attribute)) {
    throw new Refusal(400, "invalid_search_filter", `Attribute \`${attribute}\` is not filterable.`);
  }
  const wanted = (one ?? many).split(",").map((value) => value.trim().toLowerCase());
  return (document) => [document[attribute]].flat().some((value) => wanted.includes(String(value).toLowerCase()));
}
