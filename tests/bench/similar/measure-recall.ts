import type { Db } from "#db/client.server";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import type { Loaded } from "./load-reports";
import { plainBm25 } from "./plain-bm25";
import type { Report } from "./read-reports";

export const depths = [1, 5, 10] as const;

/** For each question: at which place the other report of the pair was, from 1; none where it was not found. */
export type Places = (number | undefined)[];

export interface Measured {
  name: string;
  places: Places;
  /** Of each question. */
  milliseconds: number[];
}

type Ask = (question: Report) => Promise<string[]>;

/** Each question goes through the function that the new-post form uses. */
export function askProduct(db: Db, { viewer, posts }: Loaded, withText: boolean): Ask {
  const idOf = new Map([...posts].map(([id, { number }]) => [number, id]));
  return async ({ id, title, text }) => {
    const besides = posts.get(id)?.id;
    const question = { title, text: withText ? text : "", besides, limit: Math.max(...depths) };
    const found = await findSimilarPosts(db, viewer, question);
    return found.map(({ number }) => idOf.get(number) ?? "");
  };
}

export function askBaseline(reports: Report[], withText: boolean): Ask {
  const ask = plainBm25(reports);
  return async ({ id, title, text }) => {
    const found = ask(withText ? `${title} ${text}` : title);
    return found.map((report) => report.id).filter((other) => other !== id);
  };
}

export async function measureRecall(name: string, pairs: [Report, Report][], ask: Ask): Promise<Measured> {
  const places: Places = [];
  const milliseconds: number[] = [];
  for (const [question, answer] of pairs) {
    const begun = performance.now();
    const found = await ask(question);
    milliseconds.push(performance.now() - begun);
    const place = found.indexOf(answer.id) + 1;
    places.push(place || undefined);
  }
  return { name, places, milliseconds };
}

export const recallAt = (depth: number, places: Places): number =>
  places.filter((place) => place !== undefined && place <= depth).length / places.length;
