// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { SheetTabs } from "../../src/demo/sheet-tabs";
import { useShownSheet } from "../../src/demo/use-shown-sheet";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";

afterEach(cleanup);

function Foot({ model }: { readonly model: WorkbookModel }) {
  const { tabs, shown, selectionOf } = useShownSheet(model);
  const selected = shown && selectionOf(shown.id);
  return (
    <>
      <SheetTabs tabs={tabs} shown={shown?.id} onChoose={(sheet) => model.activate(sheet)} />
      <output>{selected ? `${String(selected.top)},${String(selected.left)}` : "nothing"}</output>
    </>
  );
}

it("shows the sheet that is turned to, with what was selected on it, and sheets that come, hide and go", () => {
  // As newer browsers do, whatever the types say.
  Element.prototype.scrollIntoView = () => Promise.resolve() as unknown as undefined;
  const sheet = (name: string) => ({ name, top: 0, left: 0, values: [[name]] });
  const model = WorkbookModel.fromGrid({ sheets: ["甲", "乙", "丙"].map(sheet) });
  const [first, second] = [model.sheets[0]!, model.sheets[1]!];
  render(<Foot model={model} />);
  const state = () => [
    ...screen.getAllByRole("tab").map((tab) => `${tab.textContent}${tab.ariaSelected === "true" ? "*" : ""}`),
    screen.getByRole("status").textContent,
  ];
  expect(state()).toEqual(["甲*", "乙", "丙", "0,0"]);
  act(() => model.select(second, { top: 3, left: 2, bottom: 3, right: 2 }));
  expect(state()).toEqual(["甲", "乙*", "丙", "3,2"]);
  act(() => screen.getByRole("tab", { name: "丙" }).click());
  expect(state()).toEqual(["甲", "乙", "丙*", "nothing"]);
  act(() => screen.getByRole("tab", { name: "乙" }).click());
  expect(state()).toEqual(["甲", "乙*", "丙", "3,2"]);
  act(() => {
    model.addSheet("丁");
    model.renameSheet(first, "改名");
    model.setVisibility(model.sheets[2]!, "Hidden");
  });
  expect(state()).toEqual(["改名", "乙*", "丁", "3,2"]);
  act(() => model.deleteSheet(second));
  expect(state().slice(0, 2)).toEqual(["改名*", "丁"]);
});
