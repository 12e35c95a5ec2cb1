/** Text as it may stand in a quoted attribute of XML. */
export const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
