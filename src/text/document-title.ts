/** Name of the part 核对公开文档, kept apart so that a list of parts need not load all its texts. */
export const DOCUMENTS_TITLE = "公开文档";
