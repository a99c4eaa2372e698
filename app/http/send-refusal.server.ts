import type { Request, Response } from "express";
import type { Words } from "~/i18n";
import type { DomainError } from "~/models/core/domain-error";
import { sayFault } from "~/models/core/text/fields";
import { isApi } from "./api-path";
import type { InvalidInput } from "./json-body.server";
import { type FieldProblem, sendProblem } from "./send-problem.server";

/** Says no before Remix has the request: with a plain page or, to our own script, as JSON. */
export function sendRefusal(request: Request, response: Response, words: Words, refusal: DomainError): void {
  const { code, details, status } = refusal;
  const sentence = words.t(`problems.${code}`, details.params ?? {});
  setRetryAfter(response, refusal);
  const isForScript = request.headers.accept?.startsWith("application/json") && !isApi(request.originalUrl);
  if (isForScript) return void response.status(status).json({ error: sentence });
  const fields = details.field === undefined ? undefined : [{ field: details.field, message: sentence }];
  sendProblem(response, words, { status: statusFor(request, status), code, sentence, fields });
}

/** The API says 400 of all that a program has to send otherwise. */
const statusFor = (request: Request, status: number): number =>
  status === 422 && isApi(request.originalUrl) ? 400 : status;

/** Says what is wrong with each field of JSON that was sent. */
export function sendInvalidInput(response: Response, words: Words, { faults }: InvalidInput): void {
  const fields = faults.map(({ field, fault }): FieldProblem => ({ field, message: sayFault(words, fault) }));
  sendProblem(response, words, { status: 400, code: "invalidInput", fields });
}

/** Seconds that a refusal without a time of its own asks for. */
const usualWait = 60;

/** Sets Retry-After, in seconds, on a response of 429. */
export function setRetryAfter(response: Response, { status, details }: DomainError): void {
  if (status === 429) response.setHeader("Retry-After", details.retryAfter ?? usualWait);
}
