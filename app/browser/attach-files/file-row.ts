import type { Sent } from "./send-file";

interface Acts {
  remove(): void;
  insert(): void;
  describe(alt: string): void;
}

interface Named {
  name: string;
  /** What goes after its address, for a guest who reads by a link. */
  search: string;
}

/** What is seen of one file: how far it has come, then what it is, or what went wrong. */
export class FileRow {
  readonly #row: HTMLElement;

  readonly #search: string;

  constructor(template: HTMLTemplateElement, list: Element, { name, search }: Named, acts: Acts) {
    this.#search = search;
    this.#row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    this.#at("name").textContent = name;
    this.#at("remove").setAttribute("aria-label", `${this.#at("remove").textContent}: ${name}`);
    this.#at("remove").addEventListener("click", () => acts.remove());
    this.#at("insert").addEventListener("click", () => acts.insert());
    const alt = this.#at<HTMLInputElement>("alt");
    alt.addEventListener("change", () => acts.describe(alt.value));
    alt.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      // It belongs to the file; the text is not sent yet.
      event.preventDefault();
      acts.describe(alt.value);
    });
    list.append(this.#row);
  }

  progress(share: number): void {
    this.#at<HTMLProgressElement>("progress").value = share;
  }

  fail(sentence: string): void {
    this.#at("progress").remove();
    this.#at("problem").textContent = sentence;
  }

  done({ id, width, widths, alt }: Sent): void {
    this.#at("progress").remove();
    if (!width) return;
    this.#at("picture").hidden = false;
    this.#at<HTMLInputElement>("alt").value = alt;
    this.#at("insert").hidden = false;
    const image = this.#at<HTMLImageElement>("thumbnail");
    image.src = `/files/${id}${widths[0] ? `/${widths[0]}` : ""}${this.#search}`;
    image.hidden = false;
  }

  /** From the page; nothing more is seen of it. */
  remove(): void {
    this.#row.remove();
  }

  #at<Kind extends HTMLElement>(part: string): Kind {
    return this.#row.querySelector(`[data-part=${part}]`) as Kind;
  }
}
