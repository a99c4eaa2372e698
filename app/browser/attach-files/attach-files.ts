import { say } from "../toast-region";
import { FileRow } from "./file-row";
import { keepSent, readSent } from "./kept-files";
import { changeFile, type Sent, sendFile } from "./send-file";

/**
 * Files that go along with a text which is still being written: chosen, dropped or pasted, sent at once, and belonging
 * to it when the form is sent. Without it they come with the form.
 */
class AttachFiles extends HTMLElement {
  #underWay = 0;
  /** One after the other, so that they stand in the order in which they were chosen. */
  #turn: Promise<void> = Promise.resolve();
  readonly #sent = new Map<string, Sent>();
  #text: HTMLTextAreaElement | null = null;
  #row?: HTMLTemplateElement;

  connectedCallback(): void {
    const form = this.closest("form");
    if (!form) return;
    this.#row = this.querySelector<HTMLTemplateElement>("template[data-row]") ?? undefined;
    const input = this.#input;
    // What the form itself would bring.
    input.removeAttribute("name");
    form.enctype = "application/x-www-form-urlencoded";
    this.querySelector("[data-part=sent]")?.remove();
    input.addEventListener("change", () => {
      this.#sendAll([...(input.files ?? [])]);
      input.value = "";
    });
    this.#text = form.querySelector("textarea");
    form.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.#text = target;
    });
    form.addEventListener("paste", (event) => this.#paste(event));
    form.addEventListener("drop", (event) => this.#take(event, event.dataTransfer));
    form.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    form.addEventListener("submit", (event) => this.#holdBack(event));
    for (const sent of readSent(this.#draft)) this.#show(sent);
  }

  get #draft(): string {
    return this.dataset.draft ?? "";
  }

  get #search(): string {
    return this.dataset.search ?? "";
  }

  get #input(): HTMLInputElement {
    return this.querySelector("input[type=file]") as HTMLInputElement;
  }

  #holdBack(event: Event): void {
    if (this.#underWay === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(this.dataset.wait);
  }

  /** Programs that copy text often put a picture of it beside. */
  #paste(event: ClipboardEvent): void {
    if (!event.clipboardData?.types.includes("text/plain")) this.#take(event, event.clipboardData);
  }

  #take(event: Event, data: DataTransfer | null): void {
    if (!data || data.files.length === 0) return;
    event.preventDefault();
    this.#sendAll([...data.files]);
  }

  #sendAll(files: File[]): void {
    const room = Number(this.dataset.most) - this.#sent.size - this.#underWay;
    for (const file of files.slice(0, room)) this.#send(file);
    if (files.length > room) say(this.dataset.tooMany);
  }

  #send(file: File): void {
    let sent: Sent | undefined;
    const stop = new AbortController();
    const remove = () => {
      stop.abort();
      this.#remove(row, sent);
    };
    const row = this.#addRow(file.name, remove, () => sent);
    // Of one that is too large, the server would break off the sending without a word that a browser hears.
    if (file.size > Number(this.dataset.megabytes) * 1_000_000) {
      row.fail(this.dataset.tooLarge ?? "");
      return;
    }
    this.#underWay += 1;
    this.#turn = this.#turn.then(async () => {
      const onProgress = (share: number) => row.progress(share);
      const result = await sendFile({
        draft: this.#draft,
        search: this.#search,
        file,
        onProgress,
        signal: stop.signal,
      });
      this.#underWay -= 1;
      sent = result.sent;
      if (sent) this.#arrive(sent, row);
      else row.fail(result.problem ?? this.#words("failed", file.name));
    });
  }

  #arrive(sent: Sent, row: FileRow): void {
    this.#keep(sent);
    row.done(sent);
    const status = this.querySelector("[data-part=said]") as Element;
    status.textContent = this.#words("done", sent.name);
  }

  /** One that came before this page did. */
  #show(sent: Sent): void {
    this.#sent.set(sent.id, sent);
    const row = this.#addRow(
      sent.name,
      () => this.#remove(row, sent),
      () => sent,
    );
    row.done(sent);
  }

  #addRow(name: string, remove: () => void, sent: () => Sent | undefined): FileRow {
    const describe = async (alt: string) => {
      const file = sent();
      if (!file || file.alt === alt) return;
      if (await changeFile(file.id, "alt", { alt })) this.#keep(Object.assign(file, { alt }));
      else say();
    };
    const insert = () => {
      const file = sent();
      if (file) this.#insert(file);
    };
    const list = this.querySelector("[data-part=rows]") as Element;
    const acts = { remove, insert, describe };
    return new FileRow(this.#row as HTMLTemplateElement, list, { name, search: this.#search }, acts);
  }

  async #remove(row: FileRow, sent: Sent | undefined): Promise<void> {
    if (sent && !(await changeFile(sent.id, "remove"))) return say();
    if (sent) this.#sent.delete(sent.id);
    this.#keep();
    row.remove();
    this.#input.focus();
  }

  #keep(sent?: Sent): void {
    if (sent) this.#sent.set(sent.id, sent);
    keepSent(this.#draft, [...this.#sent.values()]);
  }

  #words(name: string, file: string): string {
    return (this.dataset[name] ?? "").replace("{{name}}", file);
  }

  /** With what it measures, so that nothing moves when it comes. */
  #insert({ id, name, alt, width, height }: Sent): void {
    const text = this.#text;
    if (!text) return;
    const words = (alt || name).replace(/[\\[\]]/g, "");
    text.setRangeText(`![${words}](/files/${id}#${width}x${height})`, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }
}

customElements.define("attach-files", AttachFiles);
