import { DomainError } from "~/models/domain-error";

/** Every address that is not ours. */
export function loader(): never {
  throw new DomainError("notFound");
}

export const action = loader;
