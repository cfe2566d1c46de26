import { XML_HEAD } from "../xlsx/opc-package";
import { applySplices } from "../xlsx/splice";
import { escapeXml } from "../xlsx/xml-text";
import { openDocx } from "./docx-package";
import type { ParagraphSpan } from "./read-docx";

/** A comment on a paragraph. */
export interface WordComment {
  readonly span: ParagraphSpan;
  readonly text: string;
}

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const COMMENTS_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/**
 * A copy of a Word document with comments in the margin, in the name of `author`; nothing else is touched. Comments that
 * the document has already stay.
 * @throws HostError as `readDocx`
 */
export function withComments(bytes: Uint8Array, comments: readonly WordComment[], author: string): Uint8Array {
  const { parts, main } = openDocx(bytes);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const present = parts.relationships(main).find(({ type }) => type.endsWith("/comments"))?.target;
  const part = present ?? `${folder}comments.xml`;
  const old =
    present === undefined ? `${XML_HEAD}<w:comments xmlns:w="${NAMESPACE}"></w:comments>` : parts.text(present);
  const taken = [...old.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map((match) => Number(match[1]));
  const first = Math.max(-1, ...taken) + 1;
  const added = comments.map(
    ({ text }, index) =>
      `<w:comment w:id="${first + index}" w:author="${escapeXml(author)}"><w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:comment>`,
  );
  const splices = comments.flatMap(({ span }, index) => {
    const id = first + index;
    return [
      { start: span.start, end: span.start, text: `<w:commentRangeStart w:id="${id}"/>` },
      {
        start: span.end,
        end: span.end,
        text: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
      },
    ];
  });
  parts.setText(main, applySplices(parts.text(main), splices));
  const text = old.replace(/<\/w:comments>\s*$/, `${added.join("")}</w:comments>`);
  if (present === undefined) {
    parts.add(part, text, CONTENT_TYPE);
    parts.relate(main, COMMENTS_TYPE, part);
  } else parts.setText(part, text);
  return parts.save();
}
