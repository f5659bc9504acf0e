#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the files which the project's documents name exist.

Read are links and `code` that looks like a path of this tree; the arguments are the tree's files.
"""
import os
import re
import sys

tree = set(sys.argv[1:])
folders = {os.path.dirname(path) for path in tree}
for folder in list(folders):
    while folder := os.path.dirname(folder):
        folders.add(folder)
top = {path.split("/")[0] for path in tree if "/" in path}
endings = (".h", ".cpp", ".md", ".sh", ".py", ".txt", ".cmake", ".json", ".go", ".ts", ".png")


def named_paths(text):
    """The paths that a document names: (path, whether it is a link)."""
    without_blocks = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", without_blocks):
        if not re.match(r"[a-z]+:", target):
            yield target, True
    for code in re.findall(r"`([^`\n]+)`", without_blocks):
        word = code.split()[0].rstrip("/").removeprefix("./")
        if re.search(r"[*<>{}$~=:%…|]", word) or word.startswith(("/", "build/", "http")):
            continue
        first = word.split("/")[0]
        if ("/" in word and first in top) or ("/" not in word and word.endswith(endings)):
            yield word, False


def exists(path, document, is_link):
    beside = os.path.normpath(os.path.join(os.path.dirname(document), path))
    candidates = {beside} if is_link else {beside, os.path.normpath(path)}
    if candidates & (tree | folders):
        return True
    return not is_link and "/" not in path and any(name.endswith("/" + path) for name in tree)


bad = 0
for document in sorted(path for path in tree if path.endswith(".md")):
    with open(document, encoding="utf-8") as file:
        for path, is_link in named_paths(file.read()):
            if not exists(path, document, is_link):
                print(f"{document}: names {path}, which does not exist")
                bad = 1
sys.exit(bad)
