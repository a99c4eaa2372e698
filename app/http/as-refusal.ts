import { DomainError } from "~/models/core/domain-error";

/** What a person may expect to go wrong, as a value to answer with; anything else goes on as it came. */
export function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
