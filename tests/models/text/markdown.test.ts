import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "~/models/text/markdown.server";

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
        if (["href", "src"].includes(name)) expect(value).toMatch(/^(https?:|mailto:|\/(?!\/)|#)/i);
        if (name === "class") expect(value).toMatch(/^(scroll|language-[\w+#-]+)$/);
      }
    }
  });
});

test("links say that we do not vouch for them, pictures load late and tell nobody where they are shown", async () => {
  const body = await dom("[a](https://a.example) ![b](https://b.example/b.png)");
  expect(body.querySelector("a")?.rel).toBe("nofollow ugc noopener");
  const image = body.querySelector("img");
  expect(image?.getAttribute("loading")).toBe("lazy");
  expect(image?.getAttribute("referrerpolicy")).toBe("no-referrer");
});

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
  expect((await renderMarkdown("😀".repeat(500))).excerpt).toBe("😀".repeat(280));
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
