import { say } from "./toast-region";

/**
 * Says that its article is read, and shows what this browser has said of it before: the page is the same for everybody. What is
 * said now is sent without leaving the page; without this element the forms lead to a page of their own.
 */
class ArticleReader extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(event.target as HTMLFormElement, event.submitter);
    });
    // A page that is only prepared may never be looked at.
    const { prerendering } = document as { prerendering?: boolean };
    if (prerendering) document.addEventListener("prerenderingchange", () => void this.#read(), { once: true });
    else void this.#read();
  }

  async #read(): Promise<void> {
    const response = await this.#post(this.dataset.source ?? "", "application/json");
    const html = response?.ok && !response.redirected ? ((await response.json()) as { html: string }).html : "";
    // Who has begun to answer is not interrupted.
    if (html && !this.contains(document.activeElement)) this.innerHTML = html;
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const sent = [...new FormData(form, submitter)] as [string, string][];
    const response = await this.#post(form.action, "text/html", new URLSearchParams(sent));
    const page = new DOMParser().parseFromString((await response?.text()) ?? "", "text/html");
    const box = page.querySelector("[data-box]");
    if (!box) return say();
    this.replaceChildren(...box.childNodes);
    this.querySelector<HTMLElement>("[role=alert], [data-said]")?.focus();
  }

  /** Asks in the language of the page. */
  #post(address: string, accept: string, body?: URLSearchParams): Promise<Response | undefined> {
    const url = new URL(address, location.href);
    url.searchParams.set("lang", document.documentElement.lang);
    return fetch(url, { method: "POST", headers: { Accept: accept }, body }).catch(() => undefined);
  }
}

customElements.define("article-reader", ArticleReader);
