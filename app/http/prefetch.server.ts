import { Router } from "express";

const path = "/prefetch.json";

/**
 * What a browser may fetch before it is asked, as soon as somebody is about to follow a link: lists, posts and what a
 * search finds, which anybody may look at as often as they like.
 */
const rules = {
  prefetch: [
    {
      where: {
        and: [
          {
            or: [
              ...["/", "/search", "/posts/:number(\\d+)", "/posts/:number(\\d+)/:slug"],
              ...["/help", "/help/:section", "/help/articles/:number(\\d+)/:slug"],
            ].map((pathname) => ({
              href_matches: { pathname, search: "*", hash: "*" },
            })),
          },
          { not: { href_matches: { pathname: "/posts/*/(edit|move|merge)", search: "*", hash: "*" } } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};

/**
 * Has browsers that know speculation rules fetch pages at the first sign of interest. Those that do not would have to
 * ask again at the click, as pages may not be kept, so they are not made to. Whatever changes something makes what
 * was fetched before it old.
 */
export function prefetch(): Router {
  const router = Router();
  router.get(path, (_request, response) => {
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.type("application/speculationrules+json").send(JSON.stringify(rules));
  });
  router.use((request, response, next) => {
    if (request.method !== "GET") response.setHeader("Clear-Site-Data", '"prefetchCache"');
    else if (request.accepts("html")) response.setHeader("Speculation-Rules", `"${path}"`);
    next();
  });
  return router;
}
