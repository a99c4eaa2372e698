ALTER TABLE "moves" ADD COLUMN "html_version" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
CREATE INDEX "entries_by_html" ON "entries" USING btree ("html_version");--> statement-breakpoint
CREATE INDEX "comments_by_html" ON "comments" USING btree ("html_version");--> statement-breakpoint
CREATE INDEX "notes_by_html" ON "notes" USING btree ("html_version");--> statement-breakpoint
CREATE INDEX "moves_by_html" ON "moves" USING btree ("html_version");--> statement-breakpoint
CREATE INDEX "posts_by_html" ON "posts" USING btree ("html_version");