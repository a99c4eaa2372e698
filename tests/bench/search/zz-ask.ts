import { readFileSync } from "node:fs";
import { openServerDatabase } from "#db/server-database.server";
import { ask, isFound, recall } from "./measure";
import { makeQuestions } from "./questions";
import { readOwnPosts, readReports } from "./read-posts";

const reports = readReports("../shared/data/issues.csv");
const posts = [...readOwnPosts(), ...reports];
const { words, meaning } = makeQuestions(posts);
const held = JSON.parse(readFileSync("/root/tmp/dev/held.json", "utf8"));
const numbers = new Map<string, number>(held.numbers);
const database = openServerDatabase(held.url);
const all = [...words, ...meaning];
for (const q of all.slice(0, 60)) await ask(database.db, q, numbers.get(q.post));
const asked = [];
for (const q of all) asked.push(await ask(database.db, q, numbers.get(q.post)));
for (const c of new Set(all.map((q) => q.class)))
  console.log(c, recall(asked.filter((a) => a.question.class === c)).toFixed(3));
console.log("together", recall(asked.filter((a) => a.question.class !== "other words")).toFixed(3));
for (const a of asked)
  if (!isFound(a))
    console.log(
      a.question.class,
      "|",
      a.question.text,
      "|",
      a.question.post.slice(0, 100),
      "|",
      a.place ?? "-",
      "|",
      a.milliseconds.toFixed(0),
    );
for (const a of [...asked].sort((x, y) => y.milliseconds - x.milliseconds).slice(0, 25))
  console.log("slow", a.milliseconds.toFixed(0), a.question.class, a.question.text);
process.exit(0);
