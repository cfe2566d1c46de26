/** Name of the part 文稿核对, kept apart so that a list of parts need not load all its texts. */
export const TEXT_CHECK_TITLE = "文稿核对";
