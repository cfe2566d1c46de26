import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { findSubjects } from "../../core/templates/subject-catalogue";
import { newSetTexts } from "../../text/new-set";

const useStyles = makeStyles({ found: { display: "flex", flexDirection: "column", alignItems: "flex-start" } });
const MOST_FOUND = 8;

/** Finds 科目 by code, name or pinyin initials; a click hands one over as a line. */
export function SubjectSearch({ onFound }: { readonly onFound: (line: string) => void }): ReactNode {
  const styles = useStyles();
  const [search, setSearch] = useState("");
  return (
    <>
      <Field label={newSetTexts.searchSubjects}>
        <Input value={search} onChange={(_, data) => setSearch(data.value)} />
      </Field>
      {search.trim() !== "" && (
        <div className={styles.found}>
          {findSubjects(search, MOST_FOUND).map(({ code, name }) => (
            <Button key={code} size="small" appearance="subtle" onClick={() => onFound(`${code} ${name}`)}>
              {`${code} ${name}`}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
