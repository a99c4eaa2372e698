import type { Response } from "express";
import type { Words } from "~/i18n";
import type { Problem } from "~/models/core/domain-error";
import { isApi } from "./api-path";
import { sendPlainPage } from "./plain-page.server";

/** What is wrong with a field; nested ones are named as `messages.0.text`. */
export interface FieldProblem {
  field: string;
  message: string;
}

interface Said {
  status: number;
  code: Problem;
  /** Where it is another than the code's own. */
  sentence?: string;
  fields?: FieldProblem[];
}

/** Says what went wrong before Remix has the request: with a plain page or, below `/api/`, as JSON. */
export function sendProblem(response: Response, words: Words, said: Said): void {
  const { status, code, sentence = words.t(`problems.${code}`) } = said;
  if (isApi(response.req.originalUrl)) sendJson(response, { ...said, sentence });
  else sendPlainPage(response, words, status, sentence);
}

function sendJson(response: Response, { status, code, sentence, fields }: Said): void {
  if (status === 401) response.setHeader("WWW-Authenticate", "Bearer");
  if (status === 503) response.setHeader("Retry-After", "10");
  response.status(status).json({ error: sentence, code, details: fields });
}
