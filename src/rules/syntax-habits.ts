/** What stands around the place at which the grammar gave up. */
interface Around {
  readonly source: string;
  readonly before: string;
  readonly rest: string;
}

interface Habit {
  /** How what could not be read begins. */
  readonly starts?: RegExp;
  /** How what stands before it ends. */
  readonly after?: RegExp;
  readonly has?: RegExp;
  readonly lacks?: RegExp;
  readonly fix: string;
}

/** Signs of other languages, which the grammar may give up on only at their second character. */
const SIGNS: readonly { readonly sign: string; readonly fix: string }[] = [
  { sign: "&&", fix: 'Write "and".' },
  { sign: "||", fix: 'Write "or".' },
  { sign: "==", fix: 'Write one "=".' },
  { sign: "<>", fix: 'Write "!=" for "is not".' },
  { sign: "≠", fix: 'Write "!=" for "is not".' },
  { sign: "≥", fix: 'Write ">=" for "at least".' },
  { sign: "≤", fix: 'Write "<=" for "at most".' },
  { sign: "×", fix: 'Write "*" for "times".' },
  { sign: "÷", fix: 'Write "/" for "divided by".' },
  { sign: "–", fix: 'Write "-" for "minus".' },
  { sign: "!", fix: 'Write "not(...)", or "!=" for "is not".' },
  { sign: "'", fix: 'Put texts in double quotes, as in "yes".' },
  { sign: "\u201c", fix: 'Put texts in straight double quotes, as in "yes".' },
  { sign: "\u2018", fix: 'Put texts in straight double quotes, as in "yes".' },
  { sign: "£", fix: "Write amounts of money as plain numbers, as in 12.50." },
  { sign: "?", fix: 'Write "if ... then ... else ...".' },
  { sign: "%", fix: "Write modulo(a, b) for what is left over, or divide by 100 for a percentage." },
  { sign: "..", fix: "Put a range in square brackets, as in [1..3]." },
];

const LENGTHS: Readonly<Record<string, string>> = { year: "P18Y", month: "P6M", week: "P2W", day: "P10D" };

const HABITS: readonly Habit[] = [
  { starts: /^,\d{3}\b/, after: /\d$/, fix: "Write numbers without commas, as in 1000." },
  { starts: /^,/, fix: 'Put several values in square brackets, as in ["a", "b"].' },
  { starts: /^(p|pence|pounds?)\b/, after: /\d\s*$/, fix: "Write amounts of money in pounds, as plain numbers: 0.10 for 10 pence." },
  { starts: /^els(e ?if|if)\b/i, fix: 'Write "else if ... then ...".' },
  { starts: /^to\b/, has: /\bbetween\b/, fix: 'Write "and" between the two ends, as in: rooms between 1 and 3.' },
  {
    starts: /^satisfies\b/,
    lacks: /\b(some|every)\b/,
    fix: 'Begin with "some" or "every", as in: some child in children satisfies child.age < 5.',
  },
  { starts: /^return\b/, lacks: /\bfor\b/, fix: 'Begin with "for", as in: for child in children return child.age.' },
  { starts: /^(then|else)\b/, lacks: /\bif\b/, fix: 'Begin with "if", as in: if danger then 1 else 2.' },
  { has: /\bif\b/, lacks: /\bthen\b/, fix: 'Put "then" before it.' },
  { starts: /^(and|or)\b/, after: /\b(and|or)\s*$/, fix: 'Write one "and" or "or", with a condition on each side.' },
  { starts: /^(and|or|[=<>*/])/, after: /^\s*$/, fix: "Say what comes before it." },
  { starts: /^[)\]]/, fix: "Take out this bracket, or add the one that opens it." },
  { after: /\b(is|equals|are)\s*$/, fix: 'Write "=" for "is", and "!=" for "is not".' },
  { after: /\bcontains\s*$/, fix: "Write contains(text, part), or list contains(list, item)." },
  { after: /\b(like|matches)\s*$/, fix: "Write contains(text, part), starts with(text, part) or ends with(text, part)." },
  { starts: /^"/, after: /[[(,][^[\]()]*"\s*$/, fix: "Put a comma between the two." },
  { starts: /^"/, after: /"\s*$/, fix: 'Put a sign or a word such as "and" between the two, or write a list, as in ["a", "b"].' },
];

/** What to write instead, where what stands at or around the place is known from other languages or from speech. */
export function syntaxFix(source: string, from: number): string | undefined {
  const around: Around = { source, before: source.slice(0, from), rest: source.slice(from) };
  return signFix(source, from) ?? lengthFix(around) ?? HABITS.find((habit) => fits(habit, around))?.fix;
}

function signFix(source: string, from: number): string | undefined {
  return SIGNS.find(({ sign }) => source.startsWith(sign, from) || (sign.length > 1 && source.startsWith(sign, from - 1)))?.fix;
}

function lengthFix({ before, rest }: Around): string | undefined {
  const unit = /^(year|month|week|day)s?\b/.exec(rest)?.[1];
  return unit !== undefined && /\d\s*$/.test(before) ? `Write a length of time as @"${LENGTHS[unit]}".` : undefined;
}

function fits({ starts, after, has, lacks }: Habit, { source, before, rest }: Around): boolean {
  if (starts?.test(rest) === false || after?.test(before) === false) return false;
  return has?.test(source) !== false && lacks?.test(source) !== true;
}
