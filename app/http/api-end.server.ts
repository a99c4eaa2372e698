import type { Express, RequestHandler } from "express";
import { isApi } from "./api-path";
import type { Endpoint } from "./endpoint.server";
import { sendProblem } from "./send-problem.server";
import { requestWords } from "./words.server";

/**
 * Says no to whatever else is asked of the API: an address by a method that it does not take (405), or one that there is
 * not (404). To be added behind the endpoints.
 */
export function addApiEnd(app: Express, endpoints: readonly Endpoint[]): void {
  const ofApi = endpoints.filter(({ path }) => isApi(String(path)));
  for (const { path } of ofApi) {
    const taken = ofApi.filter((row) => row.path === path).map(({ method }) => method);
    app.all(path, methodNotAllowed(taken.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method))));
  }
  app.use("/api", (request, response) =>
    sendProblem(response, requestWords(request), { status: 404, code: "notFound" }),
  );
}

const methodNotAllowed =
  (methods: string[]): RequestHandler =>
  (request, response) => {
    response.setHeader("Allow", methods.join(", "));
    sendProblem(response, requestWords(request), { status: 405, code: "methodNotAllowed" });
  };
