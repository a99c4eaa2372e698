import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireNumber } from "~/http/guards.server";
import { loadPost } from "./load-post.server";
import { PostPage } from "./post-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadPost(requireNumber(params), new URL(request.url), context);
}

export default function ShowPost() {
  return <PostPage {...useLoaderData<typeof loader>()} />;
}
