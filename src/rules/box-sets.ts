import { outside } from "./area.ts";
import { type Box, type Boxes, together } from "./boxes.ts";

/** The cases that none of the boxes takes in: those in which a condition is false, or unknown because something was not answered. */
export function missed(boxes: Boxes): Boxes {
  return boxes === undefined
    ? undefined
    : together(
        boxes.map((box) => anyOutside(box)),
        true,
      );
}

function anyOutside(box: Box): readonly Box[] {
  return [...box].flatMap(([key, area]) => {
    const rest = outside(area);
    return rest === undefined ? [] : [new Map([[key, rest]])];
  });
}
