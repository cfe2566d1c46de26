/**
 * How an Excel behaves where builds differ from each other, or from what one would expect. Nothing here was seen by us:
 * each switch says where it is documented or was reported.
 */
export interface Behaviours {
  /**
   * A conditional format that comes back by Ctrl+Z of its deletion cannot be read: loading any property of it, or
   * calling any method, fails the whole batch with ItemNotFound, until the workbook is reopened.
   * github.com/OfficeDev/office-js/issues/6396
   */
  readonly undoneFormatsAreUnreadable: boolean;
  /**
   * So does the copy that 复制规则 makes of a conditional format by hand.
   * github.com/OfficeDev/office-js/issues/6835, and /6827 for two rules on one range
   */
  readonly duplicatedFormatsAreUnreadable: boolean;
  /**
   * A property that only formats of another kind have (`custom` of a colour scale) fails the batch.
   * github.com/OfficeDev/office-js/issues/2180
   */
  readonly otherKindsOfFormatFail: boolean;
  /** 分列 raises no onChanged. github.com/OfficeDev/office-js/issues/3729 (reported 2023, fixed in builds of 2026) */
  readonly textToColumnsIsSilent: boolean;
  /**
   * What the API changes cannot be undone by the user. ExcelApi 1.20 "adds undo support".
   * learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-1-20-requirement-set
   */
  readonly apiClearsUndo: boolean;
  /**
   * Asking something of an object that turns out to be null fails. The documentation describes loading such an object
   * and reading its isNullObject, nothing beyond: learn.microsoft.com/office/dev/add-ins/develop/
   * application-specific-api-model ("*OrNullObject methods and properties"). So nothing may lean on it.
   */
  readonly nullObjectsHaveNoChildren: boolean;
  /**
   * On a protected sheet with leave to format cells, conditional formats may be changed: support.microsoft.com,
   * "Protect a worksheet" ("Format cells: … Format Cells or Conditional Formatting dialog boxes"). Of the API nothing
   * is said; off: it refuses.
   */
  readonly formattingLeaveCoversConditionalFormats: boolean;
  /**
   * Cells of chart and macro sheets: UnsupportedSheet.
   * learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
   */
  readonly chartSheetsRefuseCells: boolean;
  /**
   * A formula entered into one of Excel's tables goes into all cells of its column, over what stands there.
   * github.com/OfficeDev/office-js/issues/2093 (by design), /5909, /6745
   */
  readonly formulasFillTableColumns: boolean;
  /**
   * A function command's page ends with `completed()`. learn.microsoft.com/office/dev/add-ins/testing/runtimes
   * ("Browser runtime")
   */
  readonly completedEndsCommand: boolean;
  /**
   * displayDialogAsync fails: 12007 another dialog is open, 12009 the user ignored it, 12011 pop-ups are blocked.
   * learn.microsoft.com/office/dev/add-ins/develop/dialog-handle-errors-events
   */
  readonly dialogFailure: 12007 | 12009 | 12011 | undefined;
}

/** One Excel: what it says of itself, and how it behaves. */
export interface ExcelBuild {
  readonly name: string;
  /** What Office.context.requirements answers. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly fullVersion: string;
  readonly behaviours: Behaviours;
}

const REPORTED: Behaviours = {
  undoneFormatsAreUnreadable: true,
  duplicatedFormatsAreUnreadable: true,
  otherKindsOfFormatFail: true,
  textToColumnsIsSilent: true,
  apiClearsUndo: true,
  nullObjectsHaveNoChildren: true,
  formattingLeaveCoversConditionalFormats: true,
  chartSheetsRefuseCells: true,
  formulasFillTableColumns: true,
  completedEndsCommand: true,
  dialogFailure: undefined,
};

/**
 * Versions: learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets, SharedRuntime:
 * …/requirement-sets/common/shared-runtime-requirement-sets (1.2 from Excel 2024 on).
 */
export const LTSC_2021: ExcelBuild = {
  name: "LTSC 2021",
  requirementSets: {
    ExcelApi: "1.14",
    CustomXmlParts: "1.1",
    RibbonApi: "1.1",
    DialogApi: "1.2",
    OpenBrowserWindowApi: "1.1",
    SharedRuntime: "1.1",
  },
  fullVersion: "16.0.14332.20000",
  behaviours: REPORTED,
};

export const LTSC_2024: ExcelBuild = {
  name: "LTSC 2024",
  requirementSets: { ...LTSC_2021.requirementSets, ExcelApi: "1.17", RibbonApi: "1.2", SharedRuntime: "1.2" },
  fullVersion: "16.0.17932.20000",
  behaviours: REPORTED,
};

export const MICROSOFT_365: ExcelBuild = {
  name: "Microsoft 365",
  requirementSets: { ...LTSC_2024.requirementSets, ExcelApi: "1.20", ExcelApiDesktop: "1.1" },
  fullVersion: "16.0.20305.20002",
  behaviours: { ...REPORTED, textToColumnsIsSilent: false, apiClearsUndo: false },
};

/** The builds that everything has to work on. */
export const BUILDS: readonly ExcelBuild[] = [LTSC_2021, LTSC_2024, MICROSOFT_365];

/** The build with some behaviours otherwise. */
export function withBehaviours(build: ExcelBuild, changes: Partial<Behaviours>): ExcelBuild {
  return { ...build, behaviours: { ...build.behaviours, ...changes } };
}

/** Whether the build has a version ("1.14") of ExcelApi. */
export function hasExcelApi({ requirementSets }: ExcelBuild, version: string): boolean {
  const [major = 0, minor = 0] = (requirementSets["ExcelApi"] ?? "1.1").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
