/** Keywords that ask for an end of everything, whatever it comes by (SM-13). */
export function saysAll(keyword: string | null): boolean {
  return (
    keyword !== null && /^STOPP? ?(?:ALL|ALLT|ALLA|ALT|ALLES|VSE)$/.test(keyword.toUpperCase())
  );
}
