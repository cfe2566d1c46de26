/** Name of the part for many workbooks, kept apart so that a list of parts need not load all its texts. */
export const MANY_TITLE = "多个工作簿";
