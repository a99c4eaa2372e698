import type { Request, Response } from "express";
import type { Words } from "~/i18n";
import type { DomainError } from "~/models/core/domain-error";
import { sendPlainPage } from "./plain-page.server";

/** Says no before Remix has the request: with a plain page or, to our own script, as JSON. */
export function sendRefusal(request: Request, response: Response, words: Words, refusal: DomainError): void {
  const { code, details, status } = refusal;
  const sentence = words.t(`problems.${code}`, details.params ?? {});
  setRetryAfter(response, refusal);
  if (request.headers.accept?.startsWith("application/json")) response.status(status).json({ error: sentence });
  else sendPlainPage(response, words, status, sentence);
}

/** Seconds that a refusal without a time of its own asks for. */
const usualWait = 60;

/** Sets Retry-After, in seconds, on a response of 429. */
export function setRetryAfter(response: Response, { status, details }: DomainError): void {
  if (status === 429) response.setHeader("Retry-After", details.retryAfter ?? usualWait);
}
