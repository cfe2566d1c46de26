import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import type { Project } from "../../app/self-evaluations";
import type { ProblemKind } from "../../app/problems";
import { sheetTitle } from "../../core/tables/index";
import { zh } from "../../text/zh";
import { SeverityMark } from "../components/SeverityMark";
import { scoreText } from "../../app/figure-text";
import { useTableStyles } from "./table-styles";

const useStyles = makeStyles({
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  link: {
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    textAlign: "start",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  unit: { display: "block", color: tokens.colorNeutralForeground3 },
  problems: { display: "flex", flexWrap: "wrap", justifyContent: "end", gap: tokens.spacingHorizontalXS },
  count: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS },
});

/** All projects with total, grade and number of findings. `focused` is the project the user comes back from. */
export function ProjectTable({
  projects,
  focused,
  onOpen,
}: {
  readonly projects: readonly Project[];
  readonly focused: string | undefined;
  readonly onOpen: (key: string) => void;
}): ReactNode {
  const styles = { ...useTableStyles(), ...useStyles() };
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const withErrors = projects.filter(({ errors }) => errors > 0).length;
  const toVerify = projects.filter(({ errors, verify }) => errors === 0 && verify > 0).length;
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <>
      <p className={styles.summary}>{zh.selfEvaluation.summary(projects.length, withErrors, toVerify)}</p>
      <table className={styles.table} aria-label={zh.selfEvaluation.projects}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.name)}>
              {zh.selfEvaluation.project}
            </th>
            <th scope="col" className={mergeClasses(head, styles.figure)}>
              {zh.selfEvaluation.total}
            </th>
            <th scope="col" className={head}>
              {zh.selfEvaluation.grade}
            </th>
            <th scope="col" className={mergeClasses(head, styles.figure)}>
              {zh.selfEvaluation.problems}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.key}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                <button
                  ref={project.key === focused ? back : undefined}
                  type="button"
                  className={styles.link}
                  onClick={() => onOpen(project.key)}
                >
                  {project.name}
                </button>
                {project.kind === "ZP" ? null : <span className={styles.unit}>{sheetTitle(project.kind)}</span>}
                {project.unit === undefined ? null : <span className={styles.unit}>{project.unit}</span>}
              </th>
              <td className={mergeClasses(styles.cell, styles.figure)}>
                {project.total ? scoreText(project.total.value) : zh.selfEvaluation.unknown}
              </td>
              <td className={styles.cell}>{project.grade}</td>
              <td className={mergeClasses(styles.cell, styles.figure)}>
                <Problems project={project} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Problems({ project }: { readonly project: Project }): ReactNode {
  const styles = { ...useTableStyles(), ...useStyles() };
  const { errors, verify, hints } = project;
  const all: readonly (readonly [ProblemKind, number])[] = [
    ["error", errors],
    ["verify", verify],
    ["hint", hints],
  ];
  const kinds = all.filter(([, count]) => count > 0);
  if (kinds.length === 0) return <span className={styles.quiet}>{zh.selfEvaluation.none}</span>;
  return (
    <span className={styles.problems} role="img" aria-label={zh.selfEvaluation.problemCount(errors, verify, hints)}>
      {kinds.map(([kind, count]) => (
        <span key={kind} className={styles.count}>
          <SeverityMark kind={kind} />
          {count}
        </span>
      ))}
    </span>
  );
}
