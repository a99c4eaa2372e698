import type { Piece } from "#db/schema/core/events";
import { useWords } from "./frame";

/** How a text became another one: what stayed, went and came. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  return (
    <p dir="auto" className="mt-1 text-sm whitespace-pre-wrap wrap-anywhere">
      {pieces.map((piece, i) => {
        const key = `${i}`;
        return <PieceView key={key} piece={piece} />;
      })}
    </p>
  );
}

function PieceView({ piece: [sign, text] }: { piece: Piece }) {
  const { t, number } = useWords();
  if (sign === "+") return <ins className="bg-success-soft text-success">{text}</ins>;
  if (sign === "-") return <del className="bg-danger-soft text-danger">{text}</del>;
  if (sign === "=") return <span>{text}</span>;
  const count = Number(text);
  const note = sign === "x" ? t("history.removed.text") : t("history.leftOut", { count, characters: number(count) });
  return <span className="text-muted"> [{note}] </span>;
}
