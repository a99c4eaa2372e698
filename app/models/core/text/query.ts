import { cleanLine } from "./clean";
import { clip } from "./clip.js";
import { isId, readDay, readMoment, readNumber } from "./values";

/** The longest value that is read, in characters. */
const longest = 200;
const mostOfOne = 100;

/**
 * The search part of an address (`?board=app&after=…`). Nothing else reads one: what comes from here is cleaned,
 * bounded, and of the type that is asked for. What means nothing is as if it were absent.
 */
export class Query {
  readonly #search: URLSearchParams;

  constructor(search: URLSearchParams | Record<string, string> | string = "") {
    this.#search = new URLSearchParams(search);
  }

  has(name: string): boolean {
    return this.#search.has(name);
  }

  /** One line, empty if there is none. */
  text(name: string, most = longest): string {
    return tidy(this.#search.get(name) ?? "", most);
  }

  /** The same of several fields of one name, of which people fill in one: the last that says something. */
  lastText(name: string): string | undefined {
    return this.#search
      .getAll(name)
      .slice(-mostOfOne)
      .map((text) => tidy(text, longest))
      .findLast(Boolean);
  }

  /** What a thing is called in addresses, or a place in a list, which the list itself understands. */
  word(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** Of several fields of one name, each once. */
  words(name: string): string[] {
    const found = this.#search.getAll(name).slice(0, mostOfOne);
    return [...new Set(found.map((text) => tidy(text, longest)).filter(Boolean))];
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const found = this.#search.get(name);
    return values.find((value) => value === found);
  }

  /** Each of the values that stands there, in the order of `values`. */
  someOf<Value extends string>(name: string, values: readonly Value[]): Value[] {
    const found = new Set(this.#search.getAll(name).slice(0, mostOfOne));
    return values.filter((value) => found.has(value));
  }

  number(name: string): number | undefined {
    return readNumber(this.#search.get(name));
  }

  numbers(name: string): number[] {
    const found = this.#search
      .getAll(name)
      .slice(0, mostOfOne)
      .flatMap((text) => readNumber(text) ?? []);
    return [...new Set(found)];
  }

  id(name: string): string | undefined {
    const found = this.#search.get(name);
    return isId(found) ? found : undefined;
  }

  day(name: string): string | undefined {
    return readDay(this.text(name));
  }

  moment(name: string): Date | undefined {
    return readMoment(this.text(name));
  }

  /** As an address has it, for passing it on. */
  toString(): string {
    return this.#search.toString();
  }
}

const tidy = (text: string, most: number): string => clip(cleanLine(text.slice(0, 4 * most)), most);
