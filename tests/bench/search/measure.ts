import type { Db } from "#db/client.server";
import { Query } from "~/models/core/text/query";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import type { Question } from "./questions";

export interface Asked {
  question: Question;
  /** From 1; none where it is not on the first page. */
  place?: number;
  milliseconds: number;
}

/** Asks as a visitor does who is not signed in. */
export async function ask(db: Db, question: Question, number: number | undefined): Promise<Asked> {
  const begun = performance.now();
  const { hits } = await searchPosts(db, null, readQuestion(new Query({ q: question.text })));
  const milliseconds = performance.now() - begun;
  const place = hits.findIndex(({ post }) => post.number === number) + 1;
  return { question, place: place || undefined, milliseconds };
}

const depth = 5;

export const isFound = ({ place }: Asked): boolean => place !== undefined && place <= depth;

export const recall = (asked: Asked[]): number => asked.filter(isFound).length / asked.length;
