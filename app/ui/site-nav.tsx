import { useFrame } from "./frame";

/** The places beside the list: in the header, and at the foot of the page where the header has no room. */
export function SiteNav({ className }: { className: string }) {
  const { hasRoadmap, viewer, words } = useFrame();
  return (
    <nav aria-label={words.t("nav.places")} className={className}>
      <ul className="flex gap-1 text-sm">
        {hasRoadmap && <Place href="/roadmap" name={words.t("nav.roadmap")} />}
        <Place href="/help" name={words.t("nav.help")} />
        <Place href={viewer ? "/support" : "/support/new"} name={words.t("nav.support")} />
      </ul>
    </nav>
  );
}

function Place({ href, name }: { href: string; name: string }) {
  const { path } = useFrame();
  const isHere = path.split(/[/?]/)[1] === href.split("/")[1];
  return (
    <li>
      <a
        href={href}
        aria-current={isHere ? "page" : undefined}
        className="block rounded-md px-2 py-1.5 no-underline hover:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-accent"
      >
        {name}
      </a>
    </li>
  );
}
