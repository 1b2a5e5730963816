export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 128;

// What lists of leaked passwords have most often at twelve letters or more, without digits and signs at the ends.
const COMMON: ReadonlySet<string> = new Set(
  (
    "password passwordpassword passw0rdpassw0rd mypassword yourpassword thisismypassword changeme changemenow changemeplease letmein letmeinplease " +
    "letmeinnow welcome welcometo welcomewelcome administrator adminadmin adminadminadmin administratoradministrator superuser iloveyou iloveyouforever " +
    "iloveyousomuch qwerty qwertyuiop qwertyqwerty qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm zxcvbnm qazwsxedc qazwsxedcrfv 1qaz2wsx3edc 1q2w3e4r5t6y " +
    "1q2w3e4r5t6y7u8i q1w2e3r4t5y6 football manchesterunited liverpoolfc arsenalfc chelseafc tottenhamhotspur sunshine princess guildhall council boroughcouncil " +
    "countycouncil citycouncil summertime springtime wintertime autumn summer winter spring monday january correcthorsebatterystaple"
  ).split(" "),
);

const ROWS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "zyxwvutsrqponmlkjihgfedcba",
  "98765432109876543210",
];

function isRow(bare: string): boolean {
  return ROWS.some((row) => row.includes(bare));
}

// "aaaaaaaaaaaa" and "abcabcabcabc": one short piece again and again.
function repeats(bare: string): boolean {
  return [1, 2, 3, 4].some(
    (length) =>
      bare ===
      bare
        .slice(0, length)
        .repeat(Math.ceil(bare.length / length))
        .slice(0, bare.length),
  );
}

function isCommon(password: string, about: readonly string[]): boolean {
  const bare = password.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
  const core = bare.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  if (isRow(bare) || repeats(bare) || COMMON.has(bare) || COMMON.has(core)) return true;
  const own = about.map((word) => word.toLowerCase().replaceAll(/\s/g, "")).filter((word) => word.length >= 4);
  return own.some((word) => bare.replaceAll(word, "").replaceAll(/\P{L}/gu, "").length < 4);
}

/** What is wrong with a new password, in words for the officer; undefined when nothing is. `about` are words that others know: the name, the email, the council. */
export function passwordProblem(password: string, about: readonly string[]): string | undefined {
  const length = Array.from(password).length;
  if (length === 0) return "Enter a password";
  if (length < PASSWORD_SHORTEST) return `Password must be ${PASSWORD_SHORTEST} characters or more`;
  if (length > PASSWORD_LONGEST) return `Password must be ${PASSWORD_LONGEST} characters or fewer`;
  if (isCommon(password, about)) return "Enter a password that is harder to guess, such as three unusual words";
  return undefined;
}
