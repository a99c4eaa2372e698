import { expect, test, vi } from "vitest";
import { runLanes } from "./support/parts";

const say = (name: string, ...words: string[]) => ({
  name,
  command: words.map((word) => `echo ${word}; sleep 0.1`).join("; "),
});

test("what runs side by side is shown as a whole each, and told apart by how it ended", async () => {
  const shown: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => shown.push(String(text)) > 0);
  const outcomes = await runLanes(
    [say("one", "a", "b"), { name: "two", command: "echo $WORD; exit 3", env: { WORD: "c" } }],
    [say("three", "d", "e", "f")],
  );
  write.mockRestore();
  expect(shown.sort()).toEqual(["\n── one\na\nb\n", "\n── three\nd\ne\nf\n", "\n── two\nc\n"]);
  expect(outcomes.map(({ name, isPassed }) => [name, isPassed])).toEqual([
    ["one", true],
    ["two", false],
    ["three", true],
  ]);
});
