/** Types that are personal unless they say otherwise. */
const PERSONAL_TYPES: ReadonlySet<string> = new Set(["name", "email", "phone", "address"]);

/** Words of a question that asks for something about a person. Better one too many than one too few: a reader takes it off again. */
const WORDS =
  /\b(full name|first names?|last name|surname|forenames?|your name|child.?s name|name of (the |your )?(\w+ )?(applicant|child|person|worker|organiser|brother|sister|landlord|therapist|owner|partner|parent|carer|helper|doctor|neighbour)|(their|his|her) name|born|birth|national insurance|passport|nhs|bank|sort code|account number|health|disab|medical|ethnic|religio|gender|sex|nationality|signature|date of death|salary|income|benefits?)\b/i;

/** Whether a question of a form that does not mark personal data seems to ask for some. */
export function seemsPersonal(type: string, ask: string): boolean {
  return !PERSONAL_TYPES.has(type) && type !== "yes-no" && type !== "declaration" && WORDS.test(ask);
}
