import type { Request } from "express";

/**
 * Where the portal is, as its visitors know it: as configured or, without that, as this one called it. A proxy may
 * only say whether they came by https, and only one that TRUST_PROXY names.
 */
export const siteOrigin = (request: Request, baseUrl: string | undefined): string =>
  baseUrl
    ? new URL(baseUrl).origin
    : `${request.protocol === "https" ? "https" : "http"}://${request.get("host") || "localhost"}`;
