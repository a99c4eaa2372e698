import type { Server } from "node:http";

interface Keep {
  /** Milliseconds that a connection may rest between two requests. */
  rest: number;
  /** Connections at once. */
  most: number;
}

const second = 1000;

/**
 * Keeps connections for their next request longer than whoever holds the other end does. Closed from here first, one
 * can be closed just as its next request comes, and that request is lost. So that nobody fills the server with
 * connections that rest, all of these are closed when a fifth is left, or less.
 */
export function keepIdle(server: Server, { rest, most }: Keep): void {
  server.keepAliveTimeout = rest;
  server.maxConnections = most;
  let open = 0;
  let isMakingRoom = false;
  const makeRoom = () => {
    if (isMakingRoom || open < most * 0.8) return;
    server.closeIdleConnections();
    // Looking through them all takes a while.
    isMakingRoom = true;
    setTimeout(() => (isMakingRoom = false), second).unref();
  };
  server.on("connection", (socket) => {
    open += 1;
    socket.once("close", () => (open -= 1));
    makeRoom();
  });
  server.on("drop", makeRoom);
}
