import { type Kind, kinds } from "./features";
import { emptyModel, type Model } from "./learn";

/** A model as JSON, and as two tables have it. */
export interface ModelRows {
  texts: { category: string; texts: number }[];
  shares: { kind: Kind; term: number; category: string; share: number }[];
}

/** The rows of a model, in no particular order. */
export function writeRows(model: Model): ModelRows {
  const texts = [...model.texts].map(([category, texts]) => ({ category, texts }));
  const shares = kinds.flatMap((kind) =>
    [...model.shares[kind]].flatMap(([term, categories]) =>
      [...categories].map(([category, share]) => ({ kind, term, category, share })),
    ),
  );
  return { texts, shares };
}

/** The model that rows hold. */
export function readRows({ texts, shares }: ModelRows): Model {
  const model = emptyModel();
  for (const row of texts) model.texts.set(row.category, row.texts);
  for (const { kind, term, category, share } of shares) {
    const categories = model.shares[kind].get(term) ?? new Map<string, number>();
    model.shares[kind].set(term, categories.set(category, share));
  }
  return model;
}
