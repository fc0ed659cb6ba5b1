/** Shape of everything stored and of every project file; raised with each migration. An app refuses data with a higher one. */
export const dataVersion = 2
