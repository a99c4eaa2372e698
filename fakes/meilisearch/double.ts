import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { keepAlive } from "../keep-alive";
import { addDocuments, filtered, type Index, newIndex, Refusal, requireIndex } from "./indexes";
import { type Document, type SearchRequest, search } from "./search";
import type { Tolerance } from "./text";

interface Task {
  uid: number;
  indexUid: string | null;
  status: "enqueued" | "succeeded" | "failed";
  type: string;
  error: { message: string; code: string } | null;
}

export type MeilisearchFault = { kind: "status"; status: number; body?: string } | { kind: "slow"; ms: number };

/** A server that keeps the documented rules of Meilisearch, and breaks where it is told to. */
export class MeilisearchDouble {
  readonly indexes = new Map<string, Index>();
  readonly tasks: Task[] = [];
  /** Method and path of every request. */
  readonly requests: string[] = [];
  /** What happens to the requests of a path that it fits. */
  fault?: MeilisearchFault & { path: RegExp };
  #server: Server | undefined;
  #work = Promise.resolve();
  #port = 0;

  constructor(
    readonly key: string,
    /** Milliseconds that a task waits for its turn. */
    readonly taskDelay = 1,
  ) {}

  get host(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.#server = createServer(keepAlive, (request, response) => this.#answer(request, response));
    const server = this.#server;
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  reset(): void {
    this.indexes.clear();
    this.requests.length = 0;
    this.fault = undefined;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", this.host);
    this.requests.push(`${request.method} ${pathname}`);
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    try {
      const body = request.method === "GET" || request.method === "DELETE" ? undefined : await json(request);
      const fault = this.fault?.path.test(pathname) ? this.fault : undefined;
      if (fault?.kind === "slow") await pause(fault.ms);
      if (fault?.kind === "status") return send(fault.status, fault.body ?? errorBody("internal", "It broke."));
      this.#checkKey(request);
      const [status, answer] = this.#route(`${request.method} ${pathname}`, body, searchParams);
      send(status, answer);
    } catch (error) {
      if (!(error instanceof Refusal)) return send(500, errorBody("internal", String(error)));
      send(error.status, errorBody(error.code, error.message));
    }
  }

  #checkKey({ headers }: IncomingMessage): void {
    if (!headers.authorization) throw new Refusal(401, "missing_authorization_header", "The header is missing.");
    if (headers.authorization !== `Bearer ${this.key}`) throw new Refusal(403, "invalid_api_key", "Wrong key.");
  }

  #route(call: string, body: unknown, params: URLSearchParams): [status: number, answer: unknown] {
    const [, method = "", uid = "", rest = ""] = /^(\w+) \/indexes\/?([\w-]*)\/?(.*)$/.exec(call) ?? [];
    const task = /^GET \/tasks\/(\d+)$/.exec(call);
    if (task) return [200, this.tasks[Number(task[1])]];
    if (call === "POST /swap-indexes") return this.#enqueue("indexSwap", null, () => this.#swap(body as never));
    switch (`${method} ${rest}`) {
      case "POST ":
        return this.#create(body as { uid: string; primaryKey?: string });
      case "GET ":
        return [200, { uid, primaryKey: requireIndex(this.indexes, uid).primaryKey }];
      case "DELETE ":
        return this.#enqueue("indexDeletion", uid, () => {
          requireIndex(this.indexes, uid);
          this.indexes.delete(uid);
        });
      case "PATCH settings":
        return this.#enqueue("settingsUpdate", uid, () => {
          Object.assign(this.#upsert(uid).settings, body);
        });
      case "POST documents":
        return this.#enqueue("documentAdditionOrUpdate", uid, () =>
          addDocuments(this.#upsert(uid), body as Document[], params.get("primaryKey")),
        );
      case "POST documents/delete-batch":
        return this.#enqueue("documentDeletion", uid, () => {
          for (const id of body as string[]) requireIndex(this.indexes, uid).documents.delete(id);
        });
      case "GET documents":
        return this.#list(uid, { limit: Number(params.get("limit")), offset: Number(params.get("offset")) });
      case "POST documents/fetch":
        return this.#list(uid, body as never);
      case "POST search":
        return [200, this.#search(uid, body as SearchRequest)];
      default:
        throw new Refusal(404, "not_found", `The double does not know ${call}.`);
    }
  }

  #create({ uid, primaryKey = null as never }: { uid: string; primaryKey?: string }): [number, unknown] {
    return this.#enqueue("indexCreation", uid, () => {
      if (this.indexes.has(uid)) throw new Refusal(409, "index_already_exists", `Index \`${uid}\` already exists.`);
      this.indexes.set(uid, newIndex(primaryKey));
    });
  }

  #upsert(uid: string): Index {
    const index = this.indexes.get(uid) ?? newIndex(null);
    this.indexes.set(uid, index);
    return index;
  }

  #swap([{ indexes }]: [{ indexes: [string, string] }]): void {
    const [a, b] = indexes;
    const [was, becomes] = [requireIndex(this.indexes, a), requireIndex(this.indexes, b)];
    this.indexes.set(a, becomes).set(b, was);
  }

  #list(
    uid: string,
    { limit, offset = 0, filter }: { limit: number; offset?: number; filter?: string },
  ): [number, unknown] {
    const all = filtered(requireIndex(this.indexes, uid), filter ? [filter].flat() : []);
    return [200, { results: all.slice(offset, offset + limit), offset, limit, total: all.length }];
  }

  #search(uid: string, request: SearchRequest) {
    const index = requireIndex(this.indexes, uid);
    const attributes = (index.settings.searchableAttributes ?? []) as string[];
    const { maxTotalHits = 1000 } = (index.settings.pagination ?? {}) as { maxTotalHits?: number };
    const synonyms = (index.settings.synonyms ?? {}) as Record<string, string[]>;
    const { minWordSizeForTypos: tolerance } = (index.settings.typoTolerance ?? {}) as {
      minWordSizeForTypos?: Tolerance;
    };
    return search(filtered(index, request.filter ?? []), { attributes, maxTotalHits, synonyms, tolerance }, request);
  }

  /** One after the other, in the order of asking; a failed one changes nothing. */
  #enqueue(type: string, indexUid: string | null, run: () => void): [number, unknown] {
    const task: Task = { uid: this.tasks.length, indexUid, status: "enqueued", type, error: null };
    this.tasks.push(task);
    this.#work = this.#work
      .then(() => pause(this.taskDelay))
      .then(() => {
        try {
          run();
          task.status = "succeeded";
        } catch (error) {
          task.status = "failed";
          task.error = { message: String(error), code: error instanceof Refusal ? error.code : "internal" };
        }
      });
    return [202, { taskUid: task.uid, indexUid, status: "enqueued", type, enqueuedAt: new Date().toISOString() }];
  }
}

const errorBody = (code: string, message: string) => ({ message, code, type: "invalid_request", link: "" });
