import { prepare } from "~/models/support/categories/classifier";
import { emptyModel, learn } from "~/models/support/categories/learn";
import { type Proposal, propose } from "~/models/support/categories/propose";
import { nearestCentroid } from "./nearest-centroid";
import type { Split } from "./split";

export interface Measured {
  /** Shares of the test texts whose category came first, or was among the first three. */
  first: number;
  amongThree: number;
  baseline: { first: number; amongThree: number };
  /** Of each test text: how likely the first proposal was said to be, and whether it was right. */
  certainty: { probability: number; isRight: boolean }[];
  /** Milliseconds for all of the training texts. */
  learning: number;
  /** Milliseconds of each proposal. */
  proposing: number[];
}

/** Learns from the one part of a split and asks for the other. */
export function measure({ train, test }: Split): Measured {
  const begun = performance.now();
  const model = emptyModel();
  for (const example of train) learn(model, example);
  const classifier = prepare(model);
  const learning = performance.now() - begun;
  const proposing: number[] = [];
  const proposals = test.map(({ text }): Proposal[] => {
    const begun = performance.now();
    const found = propose(classifier, text);
    proposing.push(performance.now() - begun);
    return found;
  });
  const plain = nearestCentroid(train);
  const rightIn = (answers: string[][], among: number) =>
    answers.filter((answer, i) => answer.slice(0, among).includes(test[i]?.category ?? "")).length / test.length;
  const ours = proposals.map((found) => found.map(({ category }) => category));
  const theirs = test.map(({ text }) => plain(text));
  return {
    first: rightIn(ours, 1),
    amongThree: rightIn(ours, 3),
    baseline: { first: rightIn(theirs, 1), amongThree: rightIn(theirs, 3) },
    certainty: proposals.map(([first], i) => ({
      probability: first?.probability ?? 0,
      isRight: first?.category === test[i]?.category,
    })),
    learning,
    proposing,
  };
}
