import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { possibleRequest } from "~/http/possible-request.server";
import { sendRaw, statusOf } from "../support/raw";

let server: Server;
let origin: string;

beforeAll(async () => {
  const app = express();
  app.use(possibleRequest);
  app.use((_request, response) => void response.end("past it"));
  server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

// Whatever stands behind would refuse most of these, too, each in its own way and some with a stack in the log.
test.each([
  ["GET /posts//1", 404],
  ["GET /roadmap/%00", 404],
  ["GET /a/%0Ab", 404],
  ["GET /a%C2%85", 404],
  [`GET /${"x".repeat(2001)}`, 404],
  ["GET /posts/1/%ff", 400],
  ["GET /%", 400],
  ["GET //", 400],
  ["GET http://elsewhere.example/", 400],
  ["PATCH /", 405],
  ["GET /posts/1/%C3%BC?q=%00", 200],
  ["POST /posts/new", 200],
  ["HEAD /", 200],
])("%s answers %i before anything else sees it", async (request, status) => {
  expect(statusOf(await sendRaw(`${request} HTTP/1.1\nHost: x`, "", origin))).toBe(status);
});
