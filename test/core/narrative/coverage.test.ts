import { describe, expect, it } from "vitest";
import { normaliseLabel } from "../../../src/core/glossary/normalise";
import { draftAsText } from "../../../src/core/narrative/rendering/plain-text";
import { CASE_NAMES } from "../../support/cases";
import { inCommonBlocks } from "../../support/common-blocks";
import { caseText } from "../../support/texts";
import { draftCase } from "./draft-case";

/** What only the office can know: reasons, what a project came to, what else it writes of its own accord. */
const OWN_STORY = [
  /(?:主要)?原因[是为:][^。]*|主要(?:是|用于)[^。;]*/g,
  /从(?:自评|评价)情况来?看[^。]*。/g,
  /项目绩效目标完成情况:.*?(?=\d、|政务服务|2021年度)/g,
  /(?:资金拨付率|立项依据|为保障驻京|联系对接).*?(?=\d、|2022年度)/g,
  /主要表现为[^。]*。/g,
  // Captions of the pictures, which the draft draws.
  /图\d:.{0,30}?(?:\(单位:万元\)|(?=\(二\)|三、|四、|五、))/g,
];

/** A text as it is compared: no blanks, one kind of brackets and stops, no thousands separators. */
function plain(text: string): string {
  return normaliseLabel(text.replace(/\s/g, ""))
    .replace(/[,，]/g, "")
    .replace(/[．.](?!\d)/g, "、")
    .replace(/["']/g, "");
}

describe.each(CASE_NAMES)("the draft of %s", (name) => {
  it("has nine of ten characters of the published text that are not the office's own story", () => {
    const published = OWN_STORY.reduce((text, story) => text.replace(story, ""), plain(caseText(name).join("")));
    const covered = inCommonBlocks(published, plain(draftAsText(draftCase(name))), 3);
    expect(published.length).toBeGreaterThan(3_000);
    expect(covered.filter(Boolean).length / covered.length).toBeGreaterThanOrEqual(0.93);
  });
});
