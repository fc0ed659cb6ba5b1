/** Raised by every change that can change a number; printed on every export. */
export const METHOD_VERSION = '2'
