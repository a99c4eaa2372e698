import type { Request } from "express";

/** Where the portal is, as its visitors know it: as configured or, without that, as this one called it. */
export const siteOrigin = (request: Request, baseUrl: string | undefined): string =>
  baseUrl ? new URL(baseUrl).origin : `${request.protocol}://${request.get("host")}`;
