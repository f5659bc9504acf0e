# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Words to the person at the terminal. Everything goes to standard error: the output of a program
# that ./dev runs stays clean.

say() { printf '%s\n' "$@" >&2; }
fail() { say "$@"; exit 1; }

# Takes an exclusive lock for the rest of this process, and says so when it must wait.
# lock FILE WHAT: sets LOCK to the file descriptor.
lock() {
    exec {LOCK}> "$1"
    flock --nonblock "$LOCK" && return
    say "Another ./dev is $2; waiting for it."
    flock "$LOCK"
}
unlock() { exec {LOCK}>&-; }
