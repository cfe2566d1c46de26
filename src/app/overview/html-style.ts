/** Looks of the overview page: readable on screen, and on paper when printed. */
export const PAGE_STYLE = `
:root { color-scheme: light; --line: #d9dde3; --quiet: #5b6470; --red: #b3261e; --amber: #8a5300; --green: #1e6b3a; --blue: #1b5fa8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1400px; color: #1f2328; background: #f6f7f9;
  font: 14px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 24px; }
h2 { display: inline; margin: 0; font-size: 16px; overflow-wrap: anywhere; }
h2.missing { display: block; margin: 24px 0 8px; }
h3 { margin: 16px 0 4px; font-size: 14px; }
a { color: var(--blue); text-decoration: none; overflow-wrap: anywhere; }
a:hover { text-decoration: underline; }
.quiet, .made { color: var(--quiet); }
.made { margin: 0 0 12px; }
header p { margin: 4px 0; }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 12px; padding: 0; list-style: none; }
.tiles li { min-width: 104px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 6px; background: #fff; color: var(--quiet); }
.tiles b { display: block; font-size: 26px; line-height: 1.3; color: #1f2328; }
.tiles .error b { color: var(--red); } .tiles .toFill b { color: var(--blue); } .tiles .verify b { color: var(--amber); }
.wide { overflow-x: auto; margin: 12px 0; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid var(--line); }
th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: #eef1f5; white-space: nowrap; font-weight: 600; }
.n { text-align: right; white-space: nowrap; } .zero { color: #9aa2ad; }
td.error, td.added { color: var(--red); font-weight: 600; } td.toFill { color: var(--blue); font-weight: 600; } td.verify { color: var(--amber); font-weight: 600; }
td.mended { color: var(--green); }
.summary tbody tr:hover { background: #f2f6fb; }
.findings { font-size: 13px; } .findings td { min-width: 44px; } .cells { max-width: 140px; }
.verdict, .mark { display: inline-block; padding: 0 8px; border-radius: 10px; white-space: nowrap; font-size: 12px; background: #eceff3; color: #3c4450; }
.verdict.unread, .verdict.errors, .mark.error { background: #fbe4e2; color: var(--red); }
.verdict.toFill, .mark.toFill { background: #e2edfa; color: var(--blue); }
.verdict.empty, .verdict.verify, .mark.verify { background: #fdf0d5; color: var(--amber); }
.verdict.clean { background: #ddf1e3; color: var(--green); }
.explained, .mark.explained { color: var(--green); }
details { margin: 16px 0; padding: 12px 16px; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
summary { cursor: pointer; }
details p { margin: 6px 0; } .unread { white-space: pre-line; } .reasons { margin: 4px 0; padding-left: 22px; overflow-wrap: anywhere; }
.top { font-size: 12px; }
@media print { body { padding: 0; background: #fff; font-size: 11px; } .top { display: none; }
  .wide { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; } }
`;
