const patience = 300;
const shortestTitle = 5;
const longestText = 10_000;
const compared = ["title", "subject", "categoryId", "body", "steps", "expected", "actual"];

interface Found {
  html: string;
  sentence: string;
}

/** Shows similar posts while somebody writes one, or a ticket. Without it they are asked once, when a post is sent. */
class SimilarPosts extends HTMLElement {
  #asked = "";
  #search: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener("input", ({ target }) => {
      if (compared.includes((target as HTMLInputElement).name)) this.#look();
    });
    // The form may come filled in: refused, or by way of the browser's back button.
    this.#look();
    // What comes of it is counted for tickets: whether somebody has opened one.
    if (this.dataset.counts !== undefined)
      this.addEventListener("click", ({ target }) => this.#count(target as Element));
  }

  #count(target: Element): void {
    if (target.closest("[data-place] a")) navigator.sendBeacon(`${this.dataset.action}/opened`, this.#id);
  }

  get #id(): URLSearchParams {
    const field = this.#form.elements.namedItem("id");
    return new URLSearchParams(field instanceof HTMLInputElement ? { id: field.value } : {});
  }

  async #look(): Promise<void> {
    this.#search?.abort();
    const search = (this.#search = new AbortController());
    await new Promise((resolve) => setTimeout(resolve, patience));
    const question = this.#read();
    if (search.signal.aborted || question.toString() === this.#asked) return;
    const isLongEnough = (question.get("title") ?? question.get("subject") ?? "").trim().length >= shortestTitle;
    const found = isLongEnough ? await this.#ask(question, search.signal) : { html: "", sentence: "" };
    if (search.signal.aborted || !found) return;
    this.#asked = question.toString();
    this.#show(found);
  }

  #read(): URLSearchParams {
    const fields = [...this.#form.elements] as HTMLInputElement[];
    const written = fields.filter(({ name }) => compared.includes(name));
    const texts = written.map(({ name, value }) => [name, value.slice(0, longestText)]);
    return new URLSearchParams([...this.#id, ...texts] as [string, string][]);
  }

  async #ask(body: URLSearchParams, signal: AbortSignal): Promise<Found | undefined> {
    const headers = { Accept: "application/json" };
    try {
      const response = await fetch(this.dataset.action ?? "", { method: "POST", headers, body, signal });
      return response.ok && !response.redirected ? ((await response.json()) as Found) : undefined;
    } catch {
      return;
    }
  }

  /** The same posts stay as they are: somebody may be about to vote for one. */
  #show({ html, sentence }: Found): void {
    const [place, status] = [this.querySelector("[data-place]"), this.querySelector("[data-status]")];
    if (!place || !status || place.getAttribute("data-shown") === html) return;
    place.setAttribute("data-shown", html);
    place.innerHTML = html;
    status.textContent = sentence;
    const different = this.#form.elements.namedItem("different");
    // Whoever has seen them and posts nevertheless need not be asked again.
    if (html && different instanceof HTMLInputElement) different.value = "on";
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form[data-compared]") as HTMLFormElement;
  }
}

customElements.define("similar-posts", SimilarPosts);
