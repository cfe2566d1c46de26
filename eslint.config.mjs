import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * Which folder may import what. Imports point downwards and inwards only: a folder lists the folders of src it may
 * reach besides itself; libraries are allowed by name. Everything else is refused.
 */
const core = {
  model: [],
  units: ["model"],
  glossary: ["model"],
  tables: ["model", "glossary"],
  editions: ["model"],
  reading: ["model", "units", "glossary", "tables"],
  scoring: ["model", "units", "glossary"],
  rules: ["model", "units", "glossary", "tables", "editions", "scoring"],
  checking: ["model", "units", "glossary", "rules"],
  diagnosis: ["model", "units", "glossary", "checking"],
  filling: ["model", "units", "glossary", "tables", "scoring", "checking", "rules"],
  narrative: ["model", "units", "glossary", "tables", "editions", "reading", "checking", "filling"],
  document: ["model", "units", "glossary", "tables", "editions", "reading"],
  textcheck: ["model", "units", "glossary", "tables", "document", "narrative", "checking"],
  publication: ["model", "glossary", "editions", "document", "narrative"],
  consolidation: ["model", "units", "tables", "rules"],
  learning: ["model", "units", "glossary", "reading", "scoring", "rules", "checking", "diagnosis"],
  templates: ["model", "units", "glossary", "tables", "editions", "reading", "scoring", "narrative"],
};
/** The core's folders as the rest of src names them. */
const ofCore = (folders) => folders.map((folder) => `core/${folder}`);
const CORE = ofCore(Object.keys(core));
const layers = {
  ...Object.fromEntries(
    Object.entries(core).map(([folder, below]) => [
      `core/${folder}`,
      { folders: ofCore(below), packages: folder === "model" ? ["decimal.js"] : [] },
    ]),
  ),
  text: {
    folders: [
      "core/model",
      "core/document",
      "core/tables",
      "core/editions",
      "core/templates",
      "core/textcheck",
      "host",
    ],
    packages: [],
  },
  host: { folders: ["core/model", "core/document"], packages: ["fflate", "pdfjs-dist"] },
  app: { folders: [...CORE, "host", "text"], packages: ["easy-template-x", "fflate"] },
  commands: { folders: [...CORE, "host", "app", "text"], packages: [] },
  taskpane: {
    folders: [...CORE, "host", "app", "text", "commands"],
    packages: ["react", "react-dom", "@fluentui/*"],
  },
  cli: { folders: [...CORE, "host", "app", "text"], packages: ["node:*"] },
  emulator: { folders: ["core/model", "host"], packages: [] },
  demo: {
    folders: ["core/model", "host", "emulator", "text", "app"],
    packages: ["react", "react-dom", "@fortune-sheet/*", "immer", "fflate"],
  },
};

const ALL_FOLDERS = Object.keys(layers);

/** Patterns for relative imports into `folder` from any depth. */
const into = (folder) => [`**/${folder}`, `**/${folder}/**`];

const boundaries = ALL_FOLDERS.map((folder) => {
  const { folders, packages } = layers[folder];
  const refused = ALL_FOLDERS.filter((other) => other !== folder && !folders.includes(other));
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: refused.flatMap(into).filter((p) => !folders.some((f) => into(f).includes(p))),
              message: `src/${folder} may import only ${folders.map((f) => `src/${f}`).join(", ") || "nothing"}.`,
            },
            {
              regex: `^(?!\\.)(?!(${packages.map((p) => p.replace("*", ".*").replace(/[/.]/g, "\\$&").replace("\\.*", ".*")).join("|") || "^$"})(/|$))`,
              message: `src/${folder} may use only these packages: ${packages.join(", ") || "none"}.`,
            },
          ],
        },
      ],
    },
  };
});

/** The pure core and the texts know no browser, Node or Office. */
const pure = {
  files: ["src/core/**/*.ts", "src/text/**/*.ts"],
  rules: {
    "no-restricted-globals": [
      "error",
      "window",
      "document",
      "process",
      "Office",
      "Excel",
      "fetch",
      "localStorage",
      "setTimeout",
      "Buffer",
    ],
  },
};

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "node_modules/**", "coverage/**"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.mjs", "*.js", "scripts/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.tsx", "src/taskpane/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ["src/host/excel/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: { ...officeAddins.configs.recommended.rules },
  },
  {
    files: ["src/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Literal[regex.pattern=/\\(\\?<[=!]/]",
          message: "Excel for Mac may run on a Safari without lookbehind, where the whole script would not parse.",
        },
      ],
    },
  },
  { files: ["scripts/**", "bench/**", "fuzz/**", "mutation/**", "src/cli/**"], rules: { "no-console": "off" } },
  { files: ["**/*.mjs", "**/*.js"], ...tseslint.configs.disableTypeChecked },
  { files: ["test/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off", "max-lines": "off" } },
  ...boundaries,
  pure,
);
