import type { PageAnswer, PageEvent, Pager, PageWords } from "./pager";

interface Account {
  routingKey: string;
  /** Without a slash at its end. */
  url: string;
}

/** Milliseconds for one event, its answer included. */
const patience = 10_000;

/** Characters of a summary, and of an answer that is kept. */
const longest = { summary: 1024, answer: 500 };

/** PagerDuty's Events API v2. A routing key is all that it takes. */
export function openPager({ routingKey, url }: Account, timeout = patience): Pager {
  return {
    async send(event) {
      try {
        const response = await fetch(`${url}/v2/enqueue`, {
          method: "POST",
          headers: { "Content-Type": "application/json", Accept: "application/json" },
          body: JSON.stringify({ routing_key: routingKey, ...bodyOf(event) }),
          redirect: "manual",
          signal: AbortSignal.timeout(timeout),
        });
        return read(response.status, await response.text());
      } catch (error) {
        const { name, cause } = error as Error & { cause?: { code?: string } };
        return { outcome: "away", text: `PagerDuty does not answer (${cause?.code ?? name}).` };
      }
    },
  };
}

const bodyOf = (event: PageEvent) => ({
  event_action: event.action,
  dedup_key: event.key,
  ...(event.action === "trigger" && payloadOf(event.words)),
});

const payloadOf = ({ summary, severity, at, source, link, details }: PageWords) => ({
  payload: {
    summary: summary.slice(0, longest.summary),
    source,
    severity,
    timestamp: at.toISOString(),
    custom_details: details,
  },
  links: [link],
  client: "Groundswell",
  client_url: source,
});

/** Whatever is not as documented may be a proxy's answer: the event has perhaps not arrived. */
function read(status: number, body: string): PageAnswer {
  const text = `${status} ${body.trim().slice(0, longest.answer)}`.trim();
  if (status === 202 && /"status"\s*:\s*"success"/.test(body)) return { outcome: "taken", text, status };
  if (status === 429) return { outcome: "busy", text, status };
  const isRefused = status >= 400 && status < 500 && status !== 408;
  return { outcome: isRefused ? "refused" : "away", text, status };
}
