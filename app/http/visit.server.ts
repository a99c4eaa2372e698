import type { Submission } from "@conform-to/react";
import type { Db } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Words } from "~/i18n";
import type { Log } from "~/log.server";
import type { Viewer } from "~/models/users/viewer";
import type { Theme } from "~/ui/theme";
import type { Toast } from "./toast.server";

declare module "@remix-run/node" {
  interface AppLoadContext extends Visit {}
}

/** One request, and what is known of who makes it. Every loader and action finds it as its `context`. */
export interface Visit {
  db: Db;
  env: Env;
  log: Log;
  viewer: Viewer;
  words: Words;
  theme: Theme;
  /** The message left by the request before this one. */
  toast: Toast | undefined;
  /** `https://feedback.example.com`: where we are, as the visitor sees it. */
  origin: string;
  /** The address of the visitor, for limits. */
  ip: string;
  /** Whether `/dev/outbox` shows the mails: in development and in the demo only. */
  showsOutbox: boolean;
  isHotReloading: boolean;
  /** Sends a cookie along with whatever is answered. */
  setCookie(name: string, value: string, options?: { maxAge?: number; httpOnly?: boolean }): void;
  /** The session that the cookie names, if it is valid. */
  sessionId: string | undefined;
  /** The form that the action has read; kept to fill it in again when the command refuses. */
  submission?: Submission<unknown>;
}
