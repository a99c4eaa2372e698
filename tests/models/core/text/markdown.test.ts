import fc from "fast-check";
import { JSDOM } from "jsdom";
import { Piscina } from "piscina";
import { describe, expect, test, vi } from "vitest";
import { plainText } from "~/models/core/search-index/plain-text";
import { renderMarkdown as renderFor } from "~/models/core/text/markdown.server";
import { findMentions } from "~/models/core/users/mentions";

const renderMarkdown = (markdown: string) => renderFor(markdown, "ben");
const html = async (markdown: string) => (await renderMarkdown(markdown)).html;
const dom = async (markdown: string) => new JSDOM(await html(markdown)).window.document.body;

describe("hostile text stays harmless", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<iframe src=//evil.example></iframe>",
    "<a href='//evil.example'>x</a>",
    "<form action=//evil.example><input name=q></form>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<p class='fixed inset-0' id=content onclick=alert(1)>x</p>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<object data=x></object><embed src=x>",
    "<details open ontoggle=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<table><td><svg><desc><td></desc></svg><img src=x onerror=alert(1)>",
    "`<script>alert(1)</script>`",
  ])("%s", async (markdown) => {
    const body = await dom(markdown);
    expect(body.querySelector("script, style, iframe, form, input, svg, math, base, meta, object, embed")).toBeNull();
    for (const element of body.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^id$|^name$|^srcset$|^formaction$/);
        if (["href", "src"].includes(name))
          expect(value).toMatch(name === "src" ? /^\/files\// : /^(https?:|mailto:|\/(?![/\\])|#)/i);
        if (name === "class") expect(value).toMatch(/^(scroll|language-[\w+#-]+)$/);
      }
    }
  });
});

const picture = "/files/0199a0b0-0000-4000-8000-000000000001";

test("links say that we do not vouch for them, pictures are our own and load late, at their size", async () => {
  const body = await dom(`[a](https://a.example) ![b](${picture}#800x600)`);
  expect(body.querySelector("a")?.rel).toBe("nofollow ugc noopener");
  const image = body.querySelector("img");
  expect(image?.getAttribute("loading")).toBe("lazy");
  expect(image?.getAttribute("src")).toBe(picture);
  expect([image?.getAttribute("width"), image?.getAttribute("height")]).toEqual(["800", "600"]);
});

test.each(["https://b.example/b.png", "https://b.example/files/0199a0b0-0000-4000-8000-000000000001"])(
  "a picture from elsewhere is a link: %s",
  async (source) => {
    const body = await dom(`![words](${source})`);
    expect(body.querySelector("img")).toBeNull();
    expect(body.querySelector("a")?.outerHTML).toBe(`<a href="${source}" rel="nofollow ugc noopener">words</a>`);
  },
);

test.each([`${picture}/../../sign-out`, `${picture}?x`, "/files/of/post/1", `${picture}#1x`])(
  "no other path of ours is asked for: %s",
  async (source) => {
    expect((await dom(`![words](${source})`)).querySelector("img")).toBeNull();
  },
);

test("headings go below the page's own, tables and code scroll by keyboard, tasks become signs", async () => {
  const body = await dom("# Big\n\n|a|b|\n|-|-|\n|1|2|\n\n```js\nx\n```\n\n- [x] done\n- [ ] not");
  expect(body.querySelector("h1")).toBeNull();
  expect(body.querySelector("h3")?.textContent).toBe("Big");
  expect(body.querySelector(".scroll[tabindex='0'] > table")).not.toBeNull();
  expect(body.querySelector(".scroll[tabindex='0'] > pre > code.language-js")).not.toBeNull();
  expect(body.querySelector("ul")?.textContent).toMatch(/☑\s+done\s+☐\s+not/);
});

test("the excerpt is prose: no code, no tables, no markup, words kept whole", async () => {
  const { excerpt } = await renderMarkdown(
    "# Hello\n\nun**believ**able\n\n```js\nsecret\n```\n\n|a|\n|-|\n|b|\n\n- one\n- two",
  );
  expect(excerpt).toBe("Hello unbelievable one two");
  expect((await renderMarkdown("😀".repeat(500))).excerpt).toBe("😀".repeat(140));
});

test("nesting without end is cut, and its words are kept", async () => {
  const body = await dom(`${"<div>".repeat(400)}deep${"</div>".repeat(400)}`);
  let depth = 0;
  for (let node: Element | null = body; node; node = node.firstElementChild) depth++;
  expect(depth).toBeLessThan(70);
  expect(body.textContent).toContain("deep");
});

test("Markdown that would keep the parser busy for ever becomes plain text, and the next one is served", async () => {
  const { html } = await renderMarkdown(`${">".repeat(20_000)} <b>deep</b>`);
  expect(html).toContain("&#60;b&#62;deep");
  expect((await renderMarkdown("**fine**")).html).toContain("<strong>fine</strong>");
});

test("the clock of a text begins with the work on it: neither the thread's loading nor others before it count", async () => {
  let isLoaded = false;
  const clocks = vi.spyOn(AbortSignal, "timeout");
  const begun: { text: string; isLoaded: boolean; clocks: number }[] = [];
  const run = vi.spyOn(Piscina.prototype, "run").mockImplementation(async (text: string) => {
    if (text !== "") begun.push({ text, isLoaded, clocks: clocks.mock.calls.length });
    await new Promise((resolve) => setTimeout(resolve, 50));
    isLoaded = true;
    return { html: text, excerpt: "" };
  });
  // A copy that has no thread yet, whichever tests came before.
  const copy = "/app/models/core/text/markdown.server.ts?copy";
  const { renderMarkdown: render } = (await import(/* @vite-ignore */ copy)) as { renderMarkdown: typeof renderFor };
  await Promise.all([render("slow", "cleo"), render("mine", "ben")]);
  run.mockRestore();
  clocks.mockRestore();
  expect(begun).toEqual([
    { text: "slow", isLoaded: true, clocks: 1 },
    { text: "mine", isLoaded: true, clocks: 2 },
  ]);
});

test("whoever sends too many texts at once is told so: none is made plain for it, and others are served", async () => {
  const many = Array.from({ length: 60 }, () => renderFor("**bold**", "mallory"));
  const other = renderFor("**bold**", "cleo");
  const settled = await Promise.allSettled(many);
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  const rendered = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value.html] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) expect(reason).toMatchObject({ code: "busy" });
  expect(new Set(rendered)).toEqual(new Set(["<p><strong>bold</strong></p>\n"]));
  expect((await other).html).toBe("<p><strong>bold</strong></p>\n");
});

test("a body of 200 KB is no problem", async () => {
  const line = "Some *text* with a [link](https://example.com) and `code`.\n\n";
  const { html } = await renderMarkdown(line.repeat(Math.ceil(200_000 / line.length)));
  expect(html.length).toBeGreaterThan(200_000);
});

test.each([
  ["Hi @ben, and @Cleo-2!", "@ben @Cleo-2"],
  ["**@ben** (@cleo)", "@ben @cleo"],
  ["`@ben` and\n\n    @cleo", ""],
  ["ben@example.com, https://example.com/@ben, [@ben](/x) and @x.example", ""],
  ["@ben<img src=x onerror=alert(1)>@cleo", "@ben @cleo"],
])("in %j the mentions %j are marked", async (markdown, marked) => {
  const { html } = await renderMarkdown(markdown);
  const { document } = new JSDOM(html).window;
  const marks = [...document.querySelectorAll("span")];
  expect(marks.map(({ textContent }) => textContent).join(" ")).toBe(marked);
  for (const mark of marks) expect([mark.className, mark.children.length]).toEqual(["mention", 0]);
  expect(html).not.toContain("onerror");
});

test("nobody else's class gets the looks of a mention", async () => {
  expect((await renderMarkdown('<span class="mention">x</span>')).html).toContain("<p><span>x</span></p>");
});

test.each([
  ["returns a List<String>", "returns a List<String>"],
  ["Map<K, List<V>> of <T>\nand #include <stdio.h>", "Map<K, List<V>> of <T> and #include <stdio.h>"],
  ["<T>\nis **generic**", "<T> is generic"],
  ["<Table><Row/></Table> or List<A> and Foo<b>", "<Table><Row/></Table> or List<A> and Foo<b>"],
  ["a <td>, an <li>, an <img> and an <input name=q>", "a <td>, an <li>, an <img> and an <input name=q>"],
  ["<code>a < b <x></code> <script>c</script>", "a < b <x> <script>c</script>"],
  ["<div>\na < b, List<String>\n</div>", "a < b, List<String>"],
  ["[ keep<Token> ]:</b>", "[ keep<Token> ]:</b>"],
  ["[error]:timeout\n[2]: /me", "[error]:timeout [2]: /me"],
  ["<!-- a hint --> said <?php echo 1 ?>", "said <?php echo 1 ?>"],
])("what is no HTML stays as it was typed: %j", async (markdown, text) => {
  const { html, excerpt } = await renderMarkdown(markdown);
  expect(new JSDOM(html.replaceAll("<br>", " ")).window.document.body.textContent?.replace(/\s+/g, " ").trim()).toBe(
    text,
  );
  expect(excerpt).toBe(text);
  expect(plainText(html)).toBe(text);
});

test("HTML that was meant stays HTML: closed elements, tables, lists, folded parts and lines", async () => {
  const body = await dom(
    "<b>bold</b> <kbd>Ctrl</kbd> a<br>b<BR>c\n\n<details><summary>More</summary>\n\n**in** it\n\n</details>\n\n<ul><li>one<li>two</ul>\n\n<table><tr><td>cell</table>",
  );
  expect(body.querySelectorAll("b, kbd, br, details > summary, details strong, ul > li, table td")).toHaveLength(9);
  expect(body.textContent).not.toContain("<");
});

test("definitions of links are no sentences", async () => {
  const body = await dom("See [1] and [the docs].\n\n[1]: https://example.com/a\n[the docs]: <https://example.com/b>");
  expect([...body.querySelectorAll("a")].map(({ href }) => href)).toEqual([
    "https://example.com/a",
    "https://example.com/b",
  ]);
  expect(body.textContent?.trim()).toBe("See 1 and the docs.");
});

test("two tildes strike through, one is a sign like any other", async () => {
  expect(await html("10~20 seconds on wifi, 30~40 on mobile")).toBe("<p>10~20 seconds on wifi, 30~40 on mobile</p>\n");
  expect(await html("~one~ ~~two~~")).toBe("<p>~one~ <del>two</del></p>\n");
});

test.each([
  ["请看 https://example.com/docs（说明）了解", "https://example.com/docs"],
  ["见https://example.com/a。还有", "https://example.com/a"],
  ["「https://example.com/a」 www.example.com，好", "https://example.com/a http://www.example.com"],
  ["انظر https://example.com/a، ثم", "https://example.com/a"],
  ["देखें https://example.com/a। फिर", "https://example.com/a"],
  ["https://example.com/a— and https://example.com/b→ are two", "https://example.com/a https://example.com/b"],
  [
    "(see https://example.com/a_(b)). And https://example.com/c?d=1!",
    "https://example.com/a_(b) https://example.com/c?d=1",
  ],
  [
    "https://example.com/路径/页 and “https://example.com/x”",
    "https://example.com/%E8%B7%AF%E5%BE%84/%E9%A1%B5 https://example.com/x",
  ],
])("in %j the addresses end where the sentence goes on", async (markdown, addresses) => {
  const links = (await dom(markdown)).querySelectorAll("a");
  expect([...links].map(({ href }) => href.replace(/\/$/, "")).join(" ")).toBe(addresses);
});

test.each([
  "/?lang=ar",
  "//evil.example/a.png",
  "/\\evil.example",
  "https:/?lang=ar",
  "https:?lang=ar",
  "https:\\\\evil.example",
  "a.png",
  "#a",
])("no picture is asked for at %s", async (source) => {
  const body = await dom(`![words](<${source}>) <img src="${source}" alt=words>`);
  expect(body.querySelector("img")).toBeNull();
  expect(body.textContent?.trim()).toBe("words words");
});

test("a picture that cannot be shown is a link to it", async () => {
  const body = await dom("![chart](http://example.com/a.png) ![](http://example.com/b.png)");
  expect([...body.querySelectorAll("a")].map(({ textContent }) => textContent)).toEqual([
    "chart",
    "http://example.com/b.png",
  ]);
});

test("a backslash makes no path of ours", async () => {
  expect((await dom('<a href="/\\host">x</a>')).querySelector("a")?.hasAttribute("href")).toBe(false);
});

test.each([
  "@types/node",
  "npm i @types/node",
  "~~~\n@types\n~~~",
  "```\n@types",
  "    @types",
  "` @types `",
  "~~~~\n~~~\n@types\n~~~~",
  "mail@types.example",
  "<kbd>@types</kbd>",
])("%j mentions nobody", async (markdown) => {
  const { html } = await renderMarkdown(markdown);
  expect(findMentions(html)).toEqual([]);
  expect(html).not.toContain("mention");
});

test("letters in angle brackets are never lost, whatever stands around them", async () => {
  const around = fc.array(
    fc.constantFrom(..."<>/!?*_[]()#&;:. \n='\"", "<b>", "</b>", "<div>", "<td>", "<li>", "<br>"),
    {
      maxLength: 12,
    },
  );
  // One document for all: to make one takes longer than all the rest.
  const body = new JSDOM("").window.document.body;
  await fc.assert(
    fc.asyncProperty(around, around, async (before, after) => {
      body.innerHTML = await html(`${before.join("")} keep<Token> ${after.join("")}`);
      expect(body.textContent).toContain("keep<Token>");
    }),
    { numRuns: 300, examples: [[["["], ["]", ":", "</b>"]]] },
  );
});
