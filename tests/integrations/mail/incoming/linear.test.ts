import { describe, expect, test } from "vitest";
import { readMail } from "~/integrations/mail/incoming/read-mail.server";

/** Bytes; the bounds of what is searched lie between the two. */
const sizes = [400_000, 4_000_000] as const;
/** Milliseconds of processor time for the larger one. What grows with the square of the size takes minutes. */
const most = 5000;

const body = (type: string) => `From: a@b.example\nContent-Type: ${type}\n\n`;
const plain = body("text/plain");
const html = body("text/html");
const fill = (unit: string, length: number) => unit.repeat(length / unit.length);
const attribution = "On Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:\n";

/** Mails that are made to take long, by what they repeat. */
const hostile: Record<string, (length: number) => string> = {
  "one line": (n) => plain + fill("a", n),
  "one line of >": (n) => plain + fill(">", n),
  "empty lines": (n) => plain + fill("\n", n),
  "quoted lines": (n) => plain + fill(">\n", n),
  attributions: (n) => plain + fill(attribution, n),
  "attributions, quotes, answers": (n) => plain + fill(`${attribution}> q?\nown\n`, n),
  "half attributions": (n) => plain + fill("On Mon, 1 Jan 2024 A <a@b.example>\n", n),
  "half headers": (n) => plain + fill("Subject: a@b.example\nTo: a\n", n),
  closings: (n) => plain + fill("a\nRegards,\n\n", n),
  dashes: (n) => plain + fill("--\n", n),
  rules: (n) => plain + fill("a\n____\n", n),
  disclaimers: (n) => plain + fill("This message is confidential, it may be.\n\nx\n\n", n),
  "nested HTML": (n) => html + fill("<div>", n),
  "nested quotes": (n) => html + fill("<blockquote>a", n),
  "quotes in a row": (n) => html + fill("<div class=gmail_quote><blockquote>a</blockquote>x</div>", n),
  "opened brackets": (n) => html + fill("<", n),
  "many headers": (n) => fill("X-A: b\n", Math.min(n, 900_000)) + plain,
  "folded header": (n) => `X: a\n${fill(" b\n", Math.min(n, 900_000))}${plain}`,
  recipients: (n) => `To: ${fill('"a" <b@c>,(', Math.min(n, 900_000))}\n${plain}`,
  "encoded words": (n) => `Subject: ${fill("=?utf-8?q?a?= =?", Math.min(n, 900_000))}\n${plain}`,
  parameters: (n) => body(`text/plain; ${fill("a*0*=b;", Math.min(n, 900_000))}`),
  parts: (n) => body("multipart/mixed; boundary=b") + fill("--b\n\nx\n", n),
  "almost boundaries": (n) => body("multipart/mixed; boundary=b") + fill("--bb\n", n),
  "quoted-printable": (n) => `Content-Transfer-Encoding: quoted-printable\n${plain}${fill("=E2=82=AC=\n", n)}`,
  "a report": (n) => `From: mailer-daemon@b.example\nSubject: failure notice\n\n${fill("a@b.example\n", n)}`,
};

describe("the time that a mail takes does not grow faster than its size", () => {
  test.each(Object.entries(hostile))("%s", (_, make) => {
    for (const size of sizes) {
      const raw = Buffer.from(make(size));
      const start = process.cpuUsage();
      readMail(raw);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(most);
    }
  });
});
