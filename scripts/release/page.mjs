import { Marked } from "marked";

const STYLE = `
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; color: #242424; line-height: 1.7;
  font-family: "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid #c7c7c7; text-align: left; vertical-align: top; }
pre { padding: 0.6rem 0.8rem; background: #f3f2f1; overflow-x: auto; }
code { font-family: Consolas, "Cascadia Mono", monospace; }
img { max-width: 100%; border: 1px solid #c7c7c7; }
`;

/**
 * A page of docs as one that a browser opens from a folder: no script, nothing fetched but its pictures.
 * @param {string} markdown
 * @param {(target: string) => string} place where a link's or picture's target lies in the release
 * @returns {string}
 */
export function htmlPage(markdown, place) {
  const marked = new Marked({
    walkTokens(token) {
      if ((token.type === "link" || token.type === "image") && !/^(?:https?:|#)/.test(token.href))
        token.href = place(token.href);
    },
  });
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
  return [
    "<!doctype html>",
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><style>${STYLE}</style></head><body>`,
    marked.parse(markdown),
    "</body></html>",
    "",
  ].join("\n");
}
