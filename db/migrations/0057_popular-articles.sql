CREATE TABLE "article_popularity" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"heat" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_judgements" ADD COLUMN "id" integer PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "article_judgements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "article_popularity" ADD CONSTRAINT "article_popularity_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_popularity_hottest" ON "article_popularity" USING btree ("heat","article_id");--> statement-breakpoint
CREATE INDEX "article_texts_newest" ON "article_texts" USING btree ("published_at","article_id");