/** A word as it stands for itself in a LIKE pattern: Prisma's `contains` leaves `%`, `_` and `\` as they are. */
export const likeWord = (word: string): string => word.replace(/[\\%_]/gu, "\\$&");
