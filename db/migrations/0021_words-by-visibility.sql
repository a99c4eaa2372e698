ALTER TABLE "wording_totals" DROP CONSTRAINT "wording_totals_once";--> statement-breakpoint
DROP INDEX "search_words_alike";--> statement-breakpoint
ALTER TABLE "term_counts" ALTER COLUMN "posts" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "rules" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "public_posts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "members_posts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "staff_posts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "is_word" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "term_counts" ADD COLUMN "public_posts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "term_counts" ADD COLUMN "members_posts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "term_counts" ADD COLUMN "staff_posts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "wordings" ADD COLUMN "visibility" "visibility";--> statement-breakpoint
CREATE INDEX "search_words_spelling" ON "search_words" USING gist ("word" gist_trgm_ops(siglen=64)) WHERE is_word;--> statement-breakpoint
-- Who may see what is counted; what the version before writes while it still runs is put right by the nightly jobs.
UPDATE "wordings" SET "visibility" = boards.visibility FROM posts JOIN boards ON boards.id = posts.board_id
WHERE posts.number = wordings.number AND posts.deleted_at IS NULL;--> statement-breakpoint
INSERT INTO "wording_totals" ("id", "posts", "title_length", "text_length") VALUES (1, 0, 0, 0), (2, 0, 0, 0), (3, 0, 0, 0)
ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "wording_totals" SET ("posts", "title_length", "text_length") =
(SELECT count(*), coalesce(sum(wordings.title_length), 0), coalesce(sum(wordings.text_length), 0) FROM wordings
WHERE wordings.visibility = (enum_range(NULL::visibility))[wording_totals.id]);--> statement-breakpoint
INSERT INTO "term_counts" ("term", "public_posts", "members_posts", "staff_posts")
SELECT term, count(*) FILTER (WHERE visibility = 'public'), count(*) FILTER (WHERE visibility = 'members'),
count(*) FILTER (WHERE visibility = 'staff')
FROM wordings, unnest(terms) AS term WHERE visibility IS NOT NULL GROUP BY term
ON CONFLICT ("term") DO UPDATE SET "public_posts" = excluded.public_posts, "members_posts" = excluded.members_posts,
"staff_posts" = excluded.staff_posts;--> statement-breakpoint
-- Words without their endings are kept from now on as well.
INSERT INTO "search_words" ("word", "is_word", "public_posts", "members_posts", "staff_posts")
SELECT word, false, coalesce(sum(ndoc) FILTER (WHERE visibility = 'public'), 0), coalesce(sum(ndoc) FILTER (WHERE visibility = 'members'), 0),
coalesce(sum(ndoc) FILTER (WHERE visibility = 'staff'), 0)
FROM (
SELECT 'public' AS visibility, word, ndoc FROM ts_stat('select words from search_documents join posts on posts.id = post_id join boards on boards.id = posts.board_id where boards.visibility = ''public''')
UNION ALL SELECT 'members', word, ndoc FROM ts_stat('select words from search_documents join posts on posts.id = post_id join boards on boards.id = posts.board_id where boards.visibility = ''members''')
UNION ALL SELECT 'staff', word, ndoc FROM ts_stat('select words from search_documents join posts on posts.id = post_id join boards on boards.id = posts.board_id where boards.visibility = ''staff''')
) AS said WHERE word !~ '=' AND length(word) <= 60 GROUP BY word
ON CONFLICT ("word") DO UPDATE SET "public_posts" = excluded.public_posts, "members_posts" = excluded.members_posts,
"staff_posts" = excluded.staff_posts;--> statement-breakpoint
INSERT INTO "search_words" ("word", "is_word", "public_posts", "members_posts", "staff_posts")
SELECT 'language=' || language, false, count(*) FILTER (WHERE visibility = 'public'),
count(*) FILTER (WHERE visibility = 'members'), count(*) FILTER (WHERE visibility = 'staff')
FROM search_documents JOIN posts ON posts.id = post_id JOIN boards ON boards.id = posts.board_id
WHERE language <> '' GROUP BY language ON CONFLICT DO NOTHING;
