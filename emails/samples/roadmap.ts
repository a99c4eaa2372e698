import { roadmapMail } from "../roadmap";
import { home, idea, type Samples, wish } from "../sample-parts";

export const roadmapSamples: Samples = {
  roadmap: ({ words, links: { unsubscribe } }) =>
    roadmapMail({
      words,
      roadmap: words.t("roadmap.title"),
      changes: [
        {
          post: idea,
          steps: [
            {
              sentence: words.t("roadmap.history.moved", {
                name: "Mona",
                from: words.t("status.planned"),
                to: words.t("status.in_progress"),
              }),
              note: "",
            },
            { sentence: words.t("events.roadmap.note_changed", { actor: "Mona" }), note: "First for the list." },
          ],
        },
        {
          post: wish,
          steps: [
            {
              sentence: words.t("events.roadmap.card_placed", {
                actor: "Ada",
                column: words.t("roadmap.target.next"),
              }),
              note: "",
            },
          ],
        },
      ],
      more: `${home}/roadmap/roadmap/history`,
      links: { home, roadmap: `${home}/roadmap`, unsubscribe },
    }),
};
