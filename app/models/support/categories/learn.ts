import { featuresOf, type Kind } from "./features";

/** A text, and the category that somebody has put it in. */
export interface Example {
  text: string;
  category: string;
}

/** What is known of categories: sums that do not depend on the order in which examples came, and from which each can be taken. */
export interface Model {
  /** How many texts were learned, by category. */
  texts: Map<string, number>;
  /** How much of a category's texts a term makes up: its share of each text, in millionths, summed, by term and category. */
  shares: Record<Kind, Map<number, Map<string, number>>>;
}

/** A share that a text adds to those of its category, an integer of millionths. */
export interface Share {
  kind: Kind;
  term: number;
  share: number;
}

/** Shares are kept as integers, whose sums are exact. */
export const millionths = 1_000_000;

export const emptyModel = (): Model => ({
  texts: new Map(),
  shares: { word: new Map(), pair: new Map(), part: new Map() },
});

/** Adds an example to the model. */
export const learn = (model: Model, example: Example): void => change(model, example, 1);

/**
 * Takes an example out of the model, which is then as if it had never been learned. Throws where no text of that category was
 * learned; of another text of it, the model cannot know that it was not.
 */
export function unlearn(model: Model, example: Example): void {
  if (!model.texts.has(example.category)) throw new Error(`Nothing was learned of category ${example.category}.`);
  change(model, example, -1);
}

function change(model: Model, { text, category }: Example, by: 1 | -1): void {
  addTo(model.texts, category, by);
  for (const { kind, term, share } of sharesOf(text)) {
    const terms = model.shares[kind];
    const categories = terms.get(term) ?? new Map<string, number>();
    addTo(categories, category, by * share);
    if (categories.size > 0) terms.set(term, categories);
    else terms.delete(term);
  }
}

function addTo(sums: Map<string, number>, category: string, amount: number): void {
  const sum = (sums.get(category) ?? 0) + amount;
  if (sum > 0) sums.set(category, sum);
  else sums.delete(category);
}

/** What a text adds to its category, and takes with it when it goes. A long text adds no more than a short one. */
export function sharesOf(text: string): Share[] {
  const { features } = featuresOf(text);
  const totals = { word: 0, pair: 0, part: 0 };
  for (const { kind, times } of features) totals[kind] += times;
  const share = ({ kind, times }: { kind: Kind; times: number }) => Math.round((millionths * times) / totals[kind]);
  return mergeTerms(features.map((feature) => ({ kind: feature.kind, term: feature.term, share: share(feature) })));
}

/** Two features may share a number; a table has one row for both. */
function mergeTerms(shares: Share[]): Share[] {
  const merged = new Map<string, Share>();
  for (const { kind, term, share } of shares) {
    const key = `${kind} ${term}`;
    merged.set(key, { kind, term, share: (merged.get(key)?.share ?? 0) + share });
  }
  return [...merged.values()];
}
