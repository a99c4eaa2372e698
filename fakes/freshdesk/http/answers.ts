export interface Answer {
  status: number;
  /** Sent as JSON; absent for an empty body. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Fault {
  field: string;
  message: string;
  code: string;
}

/** Thrown by a route to answer with an error. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`Refused with ${answer.status}`);
  }
}

export const ok = (body: unknown, headers?: Record<string, string>): Answer => ({ status: 200, body, headers });
export const nothing: Answer = { status: 204 };

export const created = (body: unknown, location: string): Answer => ({
  status: 201,
  body,
  headers: { location },
});

export const invalid = (...errors: Fault[]): Refusal =>
  new Refusal({ status: 400, body: { description: "Validation failed", errors } });

export const invalidJson = (): Refusal =>
  new Refusal({ status: 400, body: { code: "invalid_json", message: "Request body has invalid json format" } });

export const taken = (field: string, userId: number): Refusal =>
  new Refusal({
    status: 409,
    body: {
      description: "Validation failed",
      errors: [
        {
          field,
          message: "It should be a unique value",
          code: "duplicate_value",
          additional_info: { user_id: userId },
        },
      ],
    },
  });

export const unauthorized = (): Refusal =>
  new Refusal({
    status: 401,
    body: { code: "invalid_credentials", message: "You have to be logged in to perform this action." },
  });

export const denied = (): Refusal =>
  new Refusal({
    status: 403,
    body: { code: "access_denied", message: "You are not authorized to perform this action." },
  });

export const notFound = (): Refusal => new Refusal({ status: 404 });

export const notAllowed = (): Refusal =>
  new Refusal({ status: 405, body: { code: "method_not_allowed", message: "This verb is not allowed here." } });

export const internalError = (): Refusal =>
  new Refusal({
    status: 500,
    body: { code: "internal_error", message: "We're sorry, but something went wrong." },
  });
