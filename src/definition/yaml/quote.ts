/** Plain enough to stand without quotes as a key or a value of a block: no sign that means something at the start or within, nothing read as a number or a switch. */
const PLAIN = /^[\p{L}£(][^\n]*$/u;
const MEANS_SOMETHING = /: |:$| #|[\t\r]/;
const WORDS = /^(true|false|null|yes|no|on|off|~)$/i;

/** A text as YAML writes it on one line. */
export function yamlText(text: string): string {
  const plain = PLAIN.test(text) && !MEANS_SOMETHING.test(text) && !WORDS.test(text) && text === text.trim();
  return plain ? text : JSON.stringify(text);
}
