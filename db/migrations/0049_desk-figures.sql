CREATE TABLE "desk_figures" (
	"day" date NOT NULL,
	"what" text NOT NULL,
	"key" text NOT NULL,
	"bucket" smallint NOT NULL,
	"count" integer NOT NULL,
	"sum" double precision NOT NULL,
	CONSTRAINT "desk_figures_day_what_key_bucket_pk" PRIMARY KEY("day","what","key","bucket")
);
--> statement-breakpoint
CREATE INDEX "tickets_all_resolved" ON "tickets" USING btree ("resolved_at") WHERE deleted_at is null and spam_at is null and merged_into is null and resolved_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_all_rated" ON "tickets" USING btree ("rated_at") WHERE deleted_at is null and spam_at is null and merged_into is null and rated_at is not null;