/** Near enough to tell rules of one page apart: ids, then classes and attributes, then names. */
export function specificityOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return (
    count(/#[\w-]+/g) * 10_000 +
    count(/\.[\w-]+|\[[^\]]*\]|:(?!:)[\w-]+/g) * 100 +
    count(/(?:^|[\s>+~])[a-z]/gi)
  );
}
