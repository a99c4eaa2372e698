import type { Words } from "~/i18n";
import type { DeskFigures } from "../desk/desk-figures";
import { sayHours } from "../desk/say-hours";
import type { Report } from "./find-report.server";

/** The figures of a week beside those of the week before, in words. */
export function reportRows(words: Words, { figures, before }: Pick<Report, "figures" | "before">) {
  const { t, number } = words;
  const row = (name: string, say: (figures: DeskFigures) => string) => ({
    name,
    now: say(figures),
    before: say(before),
  });
  return [
    row(t("deskFigures.opened"), ({ opened }) => number(opened)),
    row(t("deskFigures.resolved"), ({ resolved }) => number(resolved)),
    row(t("deskFigures.reopened"), ({ reopened }) => number(reopened)),
    row(t("deskFigures.goals.firstResponse"), medianOf("first_response")),
    row(t("deskFigures.nextResponse"), medianOf("next_response")),
    row(t("deskFigures.goals.resolution"), medianOf("resolution")),
    row(t("deskFigures.goals.promise"), ({ promise: { met, late } }) => share(met, met + late)),
    row(t("deskFigures.goals.rating"), ({ rating }) => (rating === null ? none : number(Math.round(rating * 10) / 10))),
    row(t("deskFigures.answers"), ({ answers, resolved }) => share(answers, resolved)),
  ];

  function medianOf(kind: string) {
    return ({ times }: DeskFigures): string => sayHours(words, times.find((one) => one.kind === kind)?.hours?.median);
  }

  function share(of: number, all: number): string {
    return all === 0 ? none : words.percent(of / all);
  }
}

const none = "–";
