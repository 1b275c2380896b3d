/** Between two people: `สมชาย ใจดี และ สมหญิง ใจดี`, or before one of the family. */
const between =
  /\s+(?:และ|กับ|and|&|\+)\s*(?=\S)|\s+(?=(?:ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง|ลูกชาย|ลูกสาว|บุตร|ลูก|ภรรยา|สามี|ภริยา)\s*\S)/i;

/** The people that a name says, where it says several of them. */
export function severalHeads(name: string): readonly string[] {
  const people = name
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return people.length > 1 ? people : [];
}
