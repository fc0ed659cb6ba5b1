/** What the door refuses anyway (exchange's reportSizeLimit; a test holds them equal), known here so that a huge file is not read first. */
export const fileSizeLimit = 20 * 1024 * 1024
