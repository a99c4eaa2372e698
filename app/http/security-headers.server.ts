import helmet from "helmet";

interface Surroundings {
  isHotReloading: boolean;
  isHttps: boolean;
  showsOutbox: boolean;
}

/**
 * Strict from the first day: scripts and styles come from files of ours alone, so there is nothing inline,
 * no nonce and no hash. Pictures are ours, too, so that no other site learns who reads here.
 */
export function securityHeaders({ isHotReloading, isHttps, showsOutbox }: Surroundings) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Vite puts styles into the page itself while we develop, and talks to it over a socket.
        styleSrc: isHotReloading ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: isHotReloading ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        // The outbox shows the HTML of mails in a frame (./mail-frame).
        ...(showsOutbox && { frameSrc: ["'self'"] }),
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}

/** The same policy for a page that these origins may show in a frame. */
export const framedBy = (policy: string, origins: string[]): string =>
  policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(" ")}`);
