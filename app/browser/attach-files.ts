import { say } from "./toast-region";

interface Sent {
  id: string;
  name: string;
  width: number | null;
  height: number | null;
}

/**
 * Files that go along with a text which is still being written: chosen, dropped or pasted, sent at once, and belonging
 * to it when the form is sent. Without it they are attached afterwards.
 */
class AttachFiles extends HTMLElement {
  readonly #under = new Set<XMLHttpRequest>();

  connectedCallback(): void {
    const template = this.querySelector("template");
    const form = this.closest("form");
    if (!template || !form) return;
    template.replaceWith(template.content.cloneNode(true));
    const input = this.querySelector("input") as HTMLInputElement;
    input.addEventListener("change", () => {
      this.#sendAll(input.files);
      input.value = "";
    });
    form.addEventListener("paste", (event) => this.#take(event, event.clipboardData));
    form.addEventListener("drop", (event) => this.#take(event, event.dataTransfer));
    form.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    form.addEventListener("submit", (event) => {
      if (this.#under.size === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(this.dataset.wait);
    });
  }

  #take(event: Event, data: DataTransfer | null): void {
    if (!data || data.files.length === 0) return;
    event.preventDefault();
    this.#sendAll(data.files);
  }

  #sendAll(files: FileList | null): void {
    for (const file of files ?? []) this.#send(file);
  }

  #send(file: File): void {
    const upload = crypto.randomUUID();
    const request = new XMLHttpRequest();
    const row = this.#addRow(file.name, () => request.abort());
    const body = new FormData();
    body.append("file", file);
    this.#under.add(request);
    request.upload.addEventListener("progress", ({ loaded, total }) => row.progress(loaded / total));
    request.addEventListener("loadend", () => this.#under.delete(request));
    request.addEventListener("abort", () => row.remove());
    request.addEventListener("error", () => row.fail(this.#words("failed", file.name)));
    request.addEventListener("load", () => {
      const { files, error } = readAnswer(request);
      if (files?.[0]) row.done(files[0]);
      else row.fail(error ?? this.#words("failed", file.name));
    });
    request.open("POST", `/files?to=draft:${this.dataset.draft}&upload=${upload}`);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  }

  #words(name: string, file: string): string {
    return (this.dataset[name] ?? "").replace("{{name}}", file);
  }

  #addRow(name: string, cancel: () => void) {
    const row = document.createElement("li");
    row.className = "flex flex-wrap items-center gap-2";
    const label = document.createElement("bdi");
    label.textContent = name;
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", this.#words("uploading", name));
    const stop = this.#button(this.dataset.cancel ?? "", cancel);
    row.append(label, bar, stop);
    this.querySelector("ul")?.append(row);
    return {
      remove: () => row.remove(),
      progress: (share: number) => {
        bar.value = share;
      },
      fail: (sentence: string) => {
        row.remove();
        say(sentence);
      },
      done: (sent: Sent) => {
        say(this.#words("done", sent.name));
        const buttons = [this.#button(this.dataset.remove ?? "", () => this.#remove(sent, row))];
        if (sent.width) buttons.unshift(this.#button(this.dataset.insert ?? "", () => this.#insert(sent)));
        row.replaceChildren(label, ...buttons);
      },
    };
  }

  #button(words: string, act: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "text-accent underline";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  async #remove({ id }: Sent, row: HTMLElement): Promise<void> {
    const headers = { Accept: "application/json" };
    const response = await fetch(`/files/${id}/remove`, { method: "POST", headers }).catch(() => undefined);
    if (response?.ok) row.remove();
    else say();
  }

  /** With what it measures, so that nothing moves when it comes. */
  #insert({ id, name, width, height }: Sent): void {
    const text = this.closest("form")?.querySelector("textarea");
    if (!text) return;
    const alt = name.replace(/[\\[\]]/g, "");
    text.setRangeText(`![${alt}](/files/${id}#${width}x${height})`, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }
}

function readAnswer({ responseText }: XMLHttpRequest): { files?: Sent[]; error?: string } {
  try {
    return JSON.parse(responseText);
  } catch {
    return {};
  }
}

customElements.define("attach-files", AttachFiles);
