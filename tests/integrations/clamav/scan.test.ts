import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { openScanner } from "~/integrations/clamav/scan.server";
import { startClamavDouble, virus } from "../../../fakes/clamav-double";

const content = (text: string) => Readable.from([Buffer.from(text), Buffer.alloc(300_000)]);

test("a virus is named, and what has none passes", async () => {
  const double = await startClamavDouble();
  const scan = openScanner(double.url);
  expect(await scan(content("harmless"))).toBeUndefined();
  expect(await scan(content(virus))).toBe("Eicar-Test-Signature");
  await double.stop();
});

test.each(["INSTREAM size limit exceeded. ERROR", ""])("nothing passes on the answer %j", async (answer) => {
  const double = await startClamavDouble(answer);
  await expect(openScanner(double.url)(content("harmless"))).rejects.toThrow("The scanner says");
  await double.stop();
});

test("nothing passes while the scanner is away", async () => {
  await expect(openScanner("tcp://127.0.0.1:9")(content("harmless"))).rejects.toThrow();
});
