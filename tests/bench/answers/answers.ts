import { parseArgs } from "node:util";
import { type Asked, type Found, measureFaq, measurePassages } from "./measure-finding";
import { measureSpeed } from "./measure-speed";
import { type Faq, readAsked, readFaq, readOutOfScope, readPassages } from "./read-sets";

const { values } = parseArgs({
  options: {
    faq: { type: "string" },
    asked: { type: "string" },
    "out-of-scope": { type: "string" },
    passages: { type: "string" },
    articles: { type: "string", default: "2000" },
  },
});

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function show(title: string, found: Found): void {
  console.log(`\n${title}: ${found.asked} questions`);
  console.log(`  right at 1        ${found.first.toFixed(3)}`);
  console.log(`  in the first 3    ${found.inThree.toFixed(3)}`);
  console.log(`  sure              ${percent(found.sure)}, of these right ${percent(found.sureRight)}`);
  console.log(`  sure, though its article was taken out   ${percent(found.sureWithout)}`);
  console.log(`  sure, though out of scope                ${percent(found.sureOutOfScope)}`);
}

/** Of a file of their own, all questions; else those of the articles that are no wordings. */
function questionsFor(articles: Faq, wordings: number): Asked[] {
  const each = values.asked ? readAsked(values.asked) : articles;
  const from = values.asked ? 0 : wordings;
  return each.flatMap(({ id, paraphrases }) => paraphrases.slice(from).map((question) => ({ id, question })));
}

if (!values.faq && !values.passages) {
  console.log("npm run bench:answers -- --faq FILE [--asked FILE] [--out-of-scope FILE] [--passages FILE]");
}
if (values.faq) {
  const articles = readFaq(values.faq);
  const outOfScope = values["out-of-scope"] ? readOutOfScope(values["out-of-scope"]) : [];
  for (const wordings of [0, 3]) {
    const title = wordings ? `with ${wordings} wordings each` : "without wordings";
    show(title, await measureFaq(articles, questionsFor(articles, wordings), outOfScope, wordings));
  }
  const { asked, high, median, loaded } = await measureSpeed(articles, Number(values.articles));
  console.log(
    `\n${values.articles} articles: ${asked} questions, ${median.toFixed(1)} ms, 95 % within ${high.toFixed(1)} ms`,
  );
  console.log(`  the first question, which reads them all: ${loaded.toFixed(0)} ms`);
}
if (values.passages) {
  for (const [language, { asked, inThree }] of Object.entries(await measurePassages(readPassages(values.passages))))
    console.log(`${language}: ${asked} questions, the paragraph in the first 3: ${inThree.toFixed(3)}`);
}
