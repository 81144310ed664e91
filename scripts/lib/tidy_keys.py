#!/usr/bin/env python3
"""Prints "KEY UNIT" for each unit named on stdin that clang-tidy can look at in a build.

Usage: tidy_keys.py BUILD_DIRECTORY < UNITS (paths below the source tree, one a line)
The key changes with everything of the tree that clang-tidy reads for the unit: itself, the headers it includes
(as the last build found them), its compile command, the checks. It is "-" where the build knows no headers.
"""
import functools
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys


def headers_by_object(build):
    """What ninja noted of each object's includes; only where the object is as new as its source."""
    listing = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], check=True, text=True, capture_output=True).stdout
    headers, current = {}, None
    for line in listing.splitlines():
        if line.startswith("    "):
            if current is not None:
                current.append((build / line.strip()).resolve())
        elif ": #deps" in line:
            current = headers[line.split(": #deps")[0]] = [] if line.endswith("(VALID)") else None
    return headers


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    tree = pathlib.Path.cwd()
    wanted = {(tree / line.strip()).resolve() for line in sys.stdin if line.strip()}
    headers = headers_by_object(build)

    @functools.cache
    def digest(path):
        return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"none"

    for entry in json.loads((build / "compile_commands.json").read_text()):
        unit = (build / entry["file"]).resolve()
        if unit not in wanted:
            continue
        wanted.discard(unit)  # a source of several programs is looked at once
        words = shlex.split(entry["command"])
        read = headers.get(words[words.index("-o") + 1])
        key = "-"
        if read is not None:
            total = hashlib.sha256(entry["command"].encode() + digest(tree / ".clang-tidy"))
            for path in sorted(set(read) | {unit}):
                if path.is_relative_to(tree):
                    total.update(str(path).encode() + digest(path))
            key = total.hexdigest()
        print(key, unit.relative_to(tree))


main()
