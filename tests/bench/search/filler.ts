import { createRandom } from "../seed/random";
import type { BenchPost } from "./read-posts";

/** Posts that nobody asks for: the beginning of one title with the ending of another, and sentences of several texts. */
export function* makeFiller(posts: BenchPost[], count: number): Generator<BenchPost> {
  const random = createRandom(12);
  const halves = posts.map(({ title }) => title.split(/\s+/)).filter(({ length }) => length >= 4);
  const sentences = posts
    .flatMap(({ body }) => body.split(/(?<=[.!?])\s+|\n+/))
    .filter(({ length }) => length > 20 && length < 220);
  const one = <Item>(items: Item[]): Item => items[random.below(items.length)] as Item;
  for (let i = 0; i < count; i++) {
    const [first, second] = [one(halves), one(halves)];
    const words = [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(Math.ceil(second.length / 2))];
    const body = Array.from({ length: 6 }, () => one(sentences)).join(" ");
    yield { key: `filler ${i}`, title: words.join(" ").slice(0, 150), body };
  }
}
