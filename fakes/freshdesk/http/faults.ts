import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** What can go wrong with one call of the API. */
export type CallFault =
  | "rate-limited"
  | "server-error"
  | "html"
  | "not-found"
  | "slow"
  | "cut-before-commit"
  | "cut-after-commit"
  | "truncated"
  | "float-headers";

/** What can go wrong with one webhook. */
export type WebhookFault = "lost" | "doubled" | "reordered" | "delayed" | "broken-json" | "renamed-labels";

type Chances<Kind extends string> = Partial<Record<Kind, number>>;

interface Planned {
  fault: CallFault;
  when: (method: string, path: string) => boolean;
}

/** Decides what goes wrong: first what was planned, then chance, which a seed makes repeatable. */
export class Faults {
  readonly injected: Partial<Record<CallFault | WebhookFault, number>> = {};
  /** Seconds that an injected 429 asks to wait. */
  retryAfter = 1;
  /** Milliseconds of the wall's clock that a slow answer takes. */
  slowness = 200;
  readonly #generator;
  #calls: Chances<CallFault> = {};
  #webhooks: Chances<WebhookFault> = {};
  #planned: Planned[] = [];
  #plannedWebhooks: WebhookFault[] = [];

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** Each of these, in order, befalls the next call that has this method and a path that holds this text. */
  plan(faults: CallFault | CallFault[], { method, path = "" }: { method?: string; path?: string } = {}): void {
    const when = (m: string, p: string) => (!method || m === method) && p.includes(path);
    this.#planned.push(...[faults].flat().map((fault) => ({ fault, when })));
  }

  planWebhooks(...faults: WebhookFault[]): void {
    this.#plannedWebhooks.push(...faults);
  }

  /** Chances between 0 and 1 per call and per webhook, instead of those before. */
  chances(of: { calls?: Chances<CallFault>; webhooks?: Chances<WebhookFault> }): void {
    this.#calls = of.calls ?? {};
    this.#webhooks = of.webhooks ?? {};
  }

  /** Nothing goes wrong from now on. */
  stop(): void {
    this.chances({});
    this.#planned = [];
    this.#plannedWebhooks = [];
  }

  forCall(method: string, path: string): CallFault | undefined {
    const index = this.#planned.findIndex(({ when }) => when(method, path));
    const [planned] = index < 0 ? [] : this.#planned.splice(index, 1);
    return this.#count(planned?.fault ?? this.#byChance(this.#calls));
  }

  forWebhook(): WebhookFault | undefined {
    return this.#count(this.#plannedWebhooks.shift() ?? this.#byChance(this.#webhooks));
  }

  #byChance<Kind extends string>(chances: Chances<Kind>): Kind | undefined {
    let number = uniformFloat64(this.#generator);
    for (const [kind, chance] of Object.entries(chances) as [Kind, number][]) {
      if (number < chance) return kind;
      number -= chance;
    }
    return undefined;
  }

  #count<Kind extends CallFault | WebhookFault>(kind: Kind | undefined): Kind | undefined {
    if (kind) this.injected[kind] = (this.injected[kind] ?? 0) + 1;
    return kind;
  }
}
