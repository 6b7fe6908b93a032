"""Reads each storage page of a folder with the parser of md2conf, and says which it refuses."""

import pathlib
import sys

from md2conf.csf import elements_from_string

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
    try:
        elements_from_string(path.read_text(encoding="utf-8"))
        print("read", path.name)
    except Exception as e:  # noqa: BLE001
        print("refused", path.name)
        print(path.name, e, file=sys.stderr)
