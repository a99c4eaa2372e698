CREATE INDEX "entries_unpublished" ON "entries" USING btree ("created_at","number") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "moves_into" ON "moves" USING btree ("to","created_at","id");--> statement-breakpoint
CREATE INDEX "moves_out_of" ON "moves" USING btree ("from","created_at","id");