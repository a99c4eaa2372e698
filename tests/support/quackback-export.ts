import { zip } from "./zip";

const files = {
  "manifest.json": JSON.stringify({ format_version: 1, generator: "quackback" }),
  "posts.csv": `id,title,content,status,tags,board,author_name,author_email,vote_count,created_at
p1,Dark mode,"My eyes,
please",planned,"ui,night",Ideas,Ines,ines@example.com,4,2024-02-01T10:00:00Z
p2,Export,,Complete,,Ideas,Jo,,0,2024-02-02T10:00:00Z
`,
  "comments.csv": `id,post_id,parent_id,author_name,author_email,is_team_member,is_private,moderation_state,content,created_at,updated_at
c2,p1,c1,Kim,kim@example.com,true,false,published,I reply.,2024-02-04T10:00:00Z,
c1,p1,,Ines,ines@example.com,false,false,published,Me too.,2024-02-03T10:00:00Z,
c3,p1,,Kim,kim@example.com,true,true,published,PRIVATE note,2024-02-03T10:00:00Z,
c4,p1,,Spam,,false,false,pending,PRIVATE pending,2024-02-03T10:00:00Z,
c5,p1,c3,Kim,kim@example.com,true,false,published,PRIVATE reply,2024-02-03T10:00:00Z,
`,
  "post_votes.csv": `id,post_id,voter_email,source_type,created_at
v1,p1,ines@example.com,,2024-02-05T10:00:00Z
v2,p1,kim@example.com,widget,2024-02-06T10:00:00Z
v3,p1,,widget,2024-02-06T10:00:00Z
`,
};

/** An export as Quackback writes it; line ends as they come. */
export const quackbackExport = (folder = "", lineEnd = "\n"): Buffer =>
  zip(Object.fromEntries(Object.entries(files).map(([name, text]) => [folder + name, text.replaceAll("\n", lineEnd)])));

export const quackbackPosts = files["posts.csv"];
