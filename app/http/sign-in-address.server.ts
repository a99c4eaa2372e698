import { parse } from "cookie";

/** The address that the code was just sent to, so that nobody types it twice on the same device. */
export const addressCookie = "sign-in-address";

export const readAddress = (request: Request): string | undefined =>
  parse(request.headers.get("Cookie") ?? "")[addressCookie] || undefined;
