import type { ApiCaller } from "~/http/api-user.server";
import type { Call } from "~/http/endpoint.server";

/** Who asks, and what their token may be used for; scopes are null for a session. */
export function showMe({ response, viewer, scopes }: Call & ApiCaller): void {
  const { id, name, role, language } = viewer;
  response.json({ user: { id, name, role, language }, scopes });
}
