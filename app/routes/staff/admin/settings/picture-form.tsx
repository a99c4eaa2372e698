import { mostMegabytes, picturePath } from "~/models/core/settings/portal-picture";
import type { PictureName } from "~/models/core/settings/table";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useFrame } from "~/ui/frame";

const schemes = { light: "scheme-light", dark: "scheme-dark" };

/** A picture of the portal: what it is now, and a form to send another or to do without. */
export function PictureForm({ name }: { name: PictureName }) {
  const { settings, words } = useFrame();
  const { t } = words;
  const picture = settings[name];
  const id = `picture-${name}`;
  return (
    <form
      method="post"
      action={`/staff/settings/pictures/${name}`}
      encType="multipart/form-data"
      className={`${card} mt-4 max-w-2xl space-y-4 p-5`}
    >
      <label htmlFor={id} className="block text-sm font-medium">
        {t(`settings.names.${name}`)}
      </label>
      {picture && (
        <p className="flex flex-wrap gap-3">
          {(Object.keys(schemes) as (keyof typeof schemes)[]).map((scheme) => (
            <span
              key={scheme}
              className={`${schemes[scheme]} grid min-h-16 place-items-center rounded-lg border border-line bg-surface p-3`}
            >
              <img
                src={picturePath(settings, name)}
                alt={t(`settings.picture.${scheme}`)}
                width={picture.width / 2}
                height={picture.height / 2}
              />
            </span>
          ))}
        </p>
      )}
      <input
        type="file"
        id={id}
        name="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        aria-describedby={`${id}-hint`}
        className="block w-full text-sm"
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t(`settings.hints.${name}`)} {t("settings.picture.limit", { megabytes: mostMegabytes })}
      </p>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={button("quiet")}>
          {t("settings.picture.send")}
        </button>
        {picture && (
          <button type="submit" name="remove" value="on" className={button("plain")}>
            {t("settings.picture.remove")}
          </button>
        )}
      </div>
    </form>
  );
}
