import { type Call, endpoint } from "~/http/endpoint.server";
import { reader } from "~/http/endpoint-guards.server";

/** Addresses that were given out once, and lead where the same is found now, with all that was asked. */
export const moved = (from: string, to: string) =>
  endpoint({
    method: "GET",
    path: from,
    guard: reader,
    body: 0,
    seconds: 12,
    respond({ request, response }: Call) {
      const at = request.originalUrl.indexOf("?");
      response.redirect(301, at < 0 ? to : to + request.originalUrl.slice(at));
    },
  });
