# SPDX-License-Identifier: Apache-2.0
"""Prints the documents of a YAML file as JSON in ASCII, one after another.

usage: read.py LOADER FILE

What is no string, integer, boolean, list or map is told by its type, and so is a key that is no
string: JSON would make a string of it and hide what it was read as.
"""
import json
import sys

import yaml


def plain(value):
    if isinstance(value, dict):
        return {key(k): plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (str, bool, int)):
        return value
    return {type(value).__name__: repr(value)}


def key(value):
    return value if isinstance(value, str) else f"{type(value).__name__}: {value!r}"


loader, file = sys.argv[1:]
with open(file, "rb") as text:
    for document in yaml.load_all(text.read(), getattr(yaml, loader)):
        print(json.dumps(plain(document)))
