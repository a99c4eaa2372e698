import type { Freshdesk } from "../../../fakes/freshdesk/freshdesk";

/** A bare call of the API, past our client. */
export function asker(freshdesk: Freshdesk, key = freshdesk.apiKey) {
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${freshdesk.url}/api/v2${path}`, {
      method,
      headers: {
        authorization: `Basic ${btoa(`${key}:X`)}`,
        ...(body !== undefined && !isForm && { "content-type": "application/json" }),
        ...headers,
      },
      body: isForm || typeof body === "string" || body === undefined ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: safeJson(text) };
  };
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
function safeJson(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const draft = {
  email: "mara@northwind.example",
  subject: "Dark mode",
  description: "<p>Please.</p>",
  status: 2,
  priority: 1,
};

/** Fields and codes of a refusal. */
export function faultsOf({ json }: { json: { errors?: { field: string; code: string }[] } }): [string, string][] {
  return (json.errors ?? []).map(({ field, code }) => [field, code]);
}
