import type { Call } from "~/http/endpoint.server";
import { portalFor } from "~/http/portal.server";
import { nameOfStyle, portalStyle } from "~/models/core/settings/portal-style";

/** The colours of this portal, over those of the stylesheet. Its address changes with what is in it. */
export function sendPortalStyle({ request, response }: Call): void {
  const { settings } = portalFor(request);
  // An address from before the last change is not that of what is sent now.
  const isThis = request.params.name === nameOfStyle(settings);
  response.type("text/css; charset=utf-8");
  response.set("Cache-Control", isThis ? "public, max-age=31536000, immutable" : "no-store");
  response.send(portalStyle(settings));
}
