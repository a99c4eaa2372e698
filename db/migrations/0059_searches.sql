CREATE TABLE "searches" (
	"question" text NOT NULL,
	"language" text NOT NULL,
	"day" timestamp with time zone NOT NULL,
	"meaning" text NOT NULL,
	"nothing" integer DEFAULT 0 NOT NULL,
	"found" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "searches_day_language_question_pk" PRIMARY KEY("day","language","question")
);
--> statement-breakpoint
CREATE INDEX "searches_by_meaning" ON "searches" USING btree ("meaning");