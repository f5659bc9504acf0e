#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""analyse.py tidy|clazy BUILD - runs clang-tidy or clazy over the project's own sources.

A source that was found clean is not read again until something changes that it depends on: its own
text, a project header it includes (directly or not), its compile command, the configuration, the tool.
"""
import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

tool, build = sys.argv[1:3]
root = os.getcwd()
includes = {}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def own_includes(path):
    """The project's files that `path` includes by a path from the root or beside it."""
    if path not in includes:
        found = []
        for name in re.findall(rb'^\s*#\s*include\s+"([^"]+)"', read(path), re.M):
            for folder in (root, os.path.dirname(path), os.path.join(root, "tests")):
                candidate = os.path.normpath(os.path.join(folder, name.decode()))
                if os.path.isfile(candidate):
                    found.append(candidate)
                    break
        includes[path] = found
    return includes[path]


def closure(path):
    seen, pending = set(), [path]
    while pending:
        current = pending.pop()
        if current not in seen:
            seen.add(current)
            pending += own_includes(current)
    return sorted(seen)


def key(entry):
    digest = hashlib.sha256(settings)
    digest.update(re.sub(r"\s-o\s\S+", "", entry["command"]).replace(root, "").encode())
    for path in closure(entry["file"]):
        digest.update(os.path.relpath(path, root).encode() + b"\0" + hashlib.sha256(read(path)).digest())
    return digest.hexdigest()


def command(path):
    if tool == "tidy":
        return ["clang-tidy-19", "--quiet", "-p", build, path]
    return ["clazy-standalone", "-p", build, "-checks=level1,no-non-pod-global-static,no-range-loop-detach", "-header-filter=" + re.escape(root) + "/(?!build/).*",
            "-ignore-dirs=.*/build/.*", path]


def analyse(entry):
    path = entry["file"]
    stamp = os.path.join(cache, key(entry))
    if os.path.exists(stamp):
        os.utime(stamp)
        return path, ""
    done = subprocess.run(command(path), capture_output=True, text=True, check=False)
    problems = done.stdout.strip()
    if tool == "clazy":
        problems = "\n".join(line for line in (done.stdout + done.stderr).splitlines()
                             if not re.match(r"\d+ (warning|error)s? .*generated", line)).strip()
        clean = done.returncode == 0 and "warning:" not in problems
    else:
        clean = done.returncode == 0
    if clean:
        with open(stamp, "w", encoding="utf-8"):
            return path, ""
    return path, problems or done.stderr.strip() or f"{tool} failed with status {done.returncode}"


binary = shutil.which("clang-tidy-19" if tool == "tidy" else "clazy-standalone")
if not binary:
    sys.exit(f"{tool} is not installed")
version = subprocess.run([binary, "--version"], capture_output=True, text=True, check=False).stdout
settings = (version + tool + " ".join(command("")).replace(root, "")).encode()
settings += read(".clang-tidy") if tool == "tidy" else b""
cache = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "krateyard", "analysed")
os.makedirs(cache, exist_ok=True)

with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
    database = json.load(file)
entries = {entry["file"]: entry for entry in database
           if entry["file"].startswith(root + "/") and not entry["file"].startswith(root + "/build/")}
failed = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for count, (path, problems) in enumerate(pool.map(analyse, [entries[name] for name in sorted(entries)]), 1):
        if sys.stderr.isatty():
            print(f"\r[{count}/{len(entries)}] ", end="\n" if count == len(entries) else "", file=sys.stderr)
        if problems:
            failed += 1
            print(problems.replace(root + "/", ""))
if failed:
    print(f"{failed} of {len(entries)} sources have problems")
sys.exit(1 if failed else 0)
