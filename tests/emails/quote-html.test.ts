import { expect, test } from "vitest";
import { quoteHtml } from "../../emails/quote-html";

const home = "https://feedback.example.com";

const quote = (html: string, longest = 1000) =>
  quoteHtml(html, { home, longest, start: "left", accent: "#0b6670", picture: "Picture" });

/** Without looks. */
const plain = (html: string, longest?: number) => quote(html, longest).html.replace(/ style="[^"]*"/g, "");

test("links are complete, and those that lead nowhere from a mail are words", () => {
  expect(plain('<a href="/posts/1?a=1&amp;b=2" rel="nofollow">here</a>')).toBe(
    '<a href="https://feedback.example.com/posts/1?a=1&amp;b=2">here</a>',
  );
  expect(plain('<a href="mailto:ada@example.com">Ada</a>')).toBe('<a href="mailto:ada@example.com">Ada</a>');
  for (const href of ["#top", "javascript:alert(1)", "//eve.example", "data:text/html,x", `/${"x".repeat(2000)}`]) {
    expect(plain(`<a href="${href}">word</a>`)).toBe("word");
  }
});

test("pictures are links to them, and part of a link where they stand in one", () => {
  expect(plain('<img src="/a.png" alt="A &amp; B" loading="lazy">')).toBe(
    '<a href="https://feedback.example.com/a.png">[A &amp; B]</a>',
  );
  expect(plain('<a href="/x"><img src="/a.png" alt=""></a>')).toBe(
    '<a href="https://feedback.example.com/x">[Picture]</a>',
  );
});

test("what is too long ends at a word, with everything closed", () => {
  const { html, isCut } = quote("<ul><li>one <strong>two three</strong></li><li>four</li></ul>", 9);
  expect(html.replace(/ style="[^"]*"/g, "")).toBe("<ul><li>one <strong>two…</strong></li></ul>");
  expect(isCut).toBe(true);
  expect(quote("<p>just fits</p>\n", 9)).toMatchObject({ isCut: false });
  expect(plain("<p>a &lt; b &amp; c</p>", 6)).toBe("<p>a &lt; b…</p>");
});

test("thousands of elements around few words are cut, too", () => {
  const { html, isCut } = quote("<p><code>a</code></p>".repeat(5000), 280);
  expect(isCut).toBe(true);
  expect(html.length).toBeLessThan(3000);
});

test("whatever it is given, known elements without attributes of their own come out", () => {
  const hostile =
    '<script>alert(1)</script><p onclick="x" class="surface" style="position:fixed">a<svg/onload=x>b</p><iframe src="x"></iframe><IMG SRC=x onerror=x>< b<a href="https://x.example/" onmouseover="x">c</a></div></table>';
  expect(plain(hostile)).toBe('alert(1)<p>ab</p>[Picture]&lt; b<a href="https://x.example/">c</a>');
  expect(plain("<details><summary>More</summary>text</details>")).toBe("<div><p>More</p>text</div>");
});
