// Refuses a description that is not there, or that holds no word but those of the name: an integrator learns nothing from "The reason." of `reason`.
const little = new Set(["a", "an", "the", "of", "its", "it", "is", "this", "that", "to", "in", "for", "and", "or", "on", "operations", "opaque", "id"]);
const words = (text) => text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const stem = (word) => word.replace(/(ies|s)$/, "");

export default function saysMore(described, options, { path }) {
  const name = described.name ?? String(path.at(-1));
  if (!described.description) {
    return [{ message: `${name} has no description.` }];
  }
  const known = new Set(words(name).map(stem));
  // An id says whose it is.
  const isId = described.format === "uuid" || described.schema?.format === "uuid";
  return isId || words(described.description).some((word) => !little.has(word) && !known.has(stem(word)))
    ? []
    : [{ message: `The description of ${name} says no more than its name.` }];
}
