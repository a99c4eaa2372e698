import { useFrame } from "./frame";

/** The places beside the list: in the header, and at the foot of the page where the header has no room. */
export function SiteNav({ className }: { className: string }) {
  const { hasRoadmap, path, words } = useFrame();
  if (!hasRoadmap) return null;
  return (
    <nav aria-label={words.t("nav.places")} className={className}>
      <ul className="flex gap-1 text-sm">
        <li>
          <a
            href="/roadmap"
            aria-current={/^\/roadmap([/?]|$)/.test(path) ? "page" : undefined}
            className="block rounded-md px-2 py-1.5 no-underline hover:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-accent"
          >
            {words.t("nav.roadmap")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
