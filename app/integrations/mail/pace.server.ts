import PQueue from "p-queue";

type Headers = Record<string, string> | null;

const second = 1000;

/** Milliseconds; whoever is asked to wait longer had better come again later. */
export const longestRest = 30 * second;

/** Requests to one provider: one at a time, urgent ones first, and none before it takes the next. */
export class Pace {
  readonly #queue = new PQueue({ concurrency: 1 });

  async ask<Response extends { headers: Headers }>(
    request: () => Promise<Response>,
    isUrgent: boolean,
  ): Promise<Response> {
    const priority = isUrgent ? 1 : 0;
    return this.#queue.add(
      async () => {
        const response = await request();
        this.#rest(restAskedFor(response.headers));
        return response;
      },
      { priority },
    );
  }

  #rest(ms: number): void {
    if (ms === 0 || ms > longestRest) return;
    this.#queue.pause();
    setTimeout(() => this.#queue.start(), ms);
  }
}

/** Milliseconds until the provider takes the next request, as the headers of its response say. */
export function restAskedFor(headers: Headers): number {
  const { "retry-after": retryAfter, "ratelimit-remaining": remaining, "ratelimit-reset": reset } = headers ?? {};
  if (retryAfter) return Math.max(0, Number(retryAfter) || 1) * second;
  return remaining !== undefined && Number(remaining) <= 0 ? (Number(reset) || 1) * second : 0;
}
