/** What is asked of `upgrade`. */
export interface UpgradeWish {
  readonly path: string;
  /** The version to go to; the newest where none is named. */
  readonly to: number | undefined;
  /** Places that both sides have changed where the overlay's word stays, or where the shelf's is taken. */
  readonly ours: readonly string[] | "all";
  readonly shelf: readonly string[];
  readonly onlyTry: boolean;
}

/** Reads the words after `upgrade`, or says what is wrong with them. */
export function readUpgradeWish(words: readonly string[]): UpgradeWish | string {
  const names: string[] = [];
  const given = new Map<string, string[]>([
    ["--ours", []],
    ["--shelf", []],
    ["--to", []],
  ]);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const values = given.get(word);
    if (values !== undefined) values.push(words[++at] ?? "");
    else if (!word.startsWith("-")) names.push(word);
    else if (word !== "--try") return `upgrade has no option ${word}. It has --to, --ours, --shelf and --try.`;
  }
  const [path, more] = names;
  if (path === undefined || more !== undefined)
    return "Name one overlay after upgrade, such as councils/eastmere/services/report-a-pothole.yaml.";
  const [to] = given.get("--to") ?? [];
  if (to !== undefined && !/^[1-9]\d{0,5}$/.test(to)) return "Write the number of a version after --to.";
  const ours = given.get("--ours") ?? [];
  return {
    path,
    to: to === undefined ? undefined : Number(to),
    ours: ours.includes("all") ? "all" : ours,
    shelf: given.get("--shelf") ?? [],
    onlyTry: words.includes("--try"),
  };
}
