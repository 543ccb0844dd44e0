import { expect, it } from "vitest";
import { fullForms } from "../../../src/extract/agency/full-forms.ts";

it.each([
  ["云泽市住建局", ["云泽市住房和城乡建设局"]],
  ["云泽市政府", ["云泽市人民政府"]],
  ["云泽市委", ["中共云泽市委"]],
  ["云泽市人民政府", []],
  ["云泽市委宣传部", []],
  ["云泽市审批局", ["云泽市行政审批局"]],
  ["云泽市行政审批局", []],
])("full forms of %s", (name, forms) => {
  expect(fullForms(name)).toEqual(forms);
});
