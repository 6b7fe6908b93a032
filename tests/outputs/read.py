"""Prints CSV files and workbooks as JSON, by name: for each sheet its rows, and what else tests ask of a workbook."""

import csv
import json
import os
import sys

import openpyxl


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return {"rows": list(csv.reader(f, strict=True))}


def book(path):
    whole = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in whole.worksheets:
        rows = list(sheet.iter_rows())
        sheets[sheet.title] = {
            "rows": [["" if c.value is None else c.value for c in row] for row in rows],
            "formulas": sum(c.data_type == "f" for row in rows for c in row),
            "filter": sheet.auto_filter.ref,
            "frozen": sheet.freeze_panes,
            "colours": sorted({c.fill.fgColor.rgb for row in rows[1:] for c in row if c.fill.fill_type == "solid"}),
        }
    return {"sheets": sheets, "created": str(whole.properties.created), "title": whole.properties.title}


made = {}
for path in sys.argv[1:]:
    made[os.path.basename(path)] = table(path) if path.endswith(".csv") else book(path)
# A program that saved a text that looks like a day has it as a day.
print(json.dumps(made, default=lambda day: day.date().isoformat()))
