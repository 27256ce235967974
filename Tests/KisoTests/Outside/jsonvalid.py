"""Holds JSON files against a JSON Schema, by the package jsonschema: jsonvalid.py SCHEMA FILE...

Prints one line per file: its name, a tab, and `valid` or the first thing that is wrong.
"""

import json
import sys

from jsonschema import Draft202012Validator


def load(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


schema = load(sys.argv[1])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for path in sys.argv[2:]:
    errors = sorted(validator.iter_errors(load(path)), key=lambda error: list(map(str, error.path)))
    print(path + "\t" + ("valid" if not errors else errors[0].message.replace("\n", " ")[:200]))
