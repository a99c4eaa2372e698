import type { Example } from "~/models/support/categories/learn";

export interface Split {
  train: Example[];
  test: Example[];
}

/** Splits into so many folds, each of which tests once; of each category as many in one fold as in another. Always the same. */
export function foldsOf(examples: Example[], folds: number): Split[] {
  const seen = new Map<string, number>();
  const placed = examples.map((example) => {
    const place = seen.get(example.category) ?? 0;
    seen.set(example.category, place + 1);
    return { example, fold: place % folds };
  });
  return Array.from({ length: folds }, (_, fold) => ({
    train: placed.filter((one) => one.fold !== fold).map(({ example }) => example),
    test: placed.filter((one) => one.fold === fold).map(({ example }) => example),
  }));
}
