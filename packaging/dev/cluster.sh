# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# The real Kubernetes of tests/cluster. It runs beside the build root, not inside it.

K8S=${K8S:-$CACHE/cluster}                                                    # built once, shared
RUN=${RUN:-$K8S/run-$(printf %s "$HERE" | sha256sum | cut -c1-8)}            # this checkout's own
export K8S RUN

cluster_command() { # up|down|status
    case ${1:-status} in
    up)
        cluster_up
        echo "$RUN/admin.kubeconfig" ;;
    down) tests/cluster/down ;;
    status) tests/cluster/status ;;
    *) fail "usage: ./dev cluster up|down|status" ;;
    esac
}

# Starts the cluster; sets NODES to what this machine allows. Fails with a sentence.
cluster_up() {
    [ -z "${KRATEYARD_INSIDE:-}" ] || fail "The cluster starts outside the build root: leave this shell first."
    [ "$(uname -m)" = x86_64 ] || fail "The cluster's binaries are for x86_64 only; this machine is $(uname -m)."
    if ! tests/cluster/status >/dev/null 2>&1; then
        cluster_packages
        tests/cluster/build >&2 || fail "Kubernetes could not be built; the reason stands above."
    fi
    if [ -z "${NODES:-}" ]; then
        local reason
        if reason=$(tests/cluster/can-run-nodes); then NODES=1; else
            NODES=0
            say "No real nodes, only a control plane: $reason"
        fi
    fi
    export NODES
    tests/cluster/up >/dev/null || fail "The cluster did not start; its logs lie in $RUN/log."
}

cluster_packages() {
    command -v apt-get >/dev/null || fail "The cluster is built from Debian's packages; this system has no apt-get."
    local needed=(gcc libc6-dev dpkg-dev openssl curl jq iproute2 debian-archive-keyring procps util-linux) missing
    mapfile -t missing < <(missing_packages "${needed[@]}")
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

bench_with_cluster() { # [part of a name]
    with_toolchain build release 'bench_*'
    if compgen -G "build/release/bin/bench_*${1:-}*" | grep -q cluster; then
        run_with_cluster bench "$@"
    else
        with_toolchain bench "$@"
    fi
}

test_with_cluster() { # ctest args...
    with_toolchain build dev
    run_with_cluster test "$@"
}

# Starts the cluster unless it runs, runs the command, and stops what it started.
run_with_cluster() { # command args...
    local status=0
    if [ -z "${KRATEYARD_TEST_CLUSTER:-}" ]; then
        if ! tests/cluster/status >/dev/null 2>&1; then
            # The last lines belong to the tests, so the end of the cluster is silent.
            trap 'tests/cluster/down >/dev/null 2>&1 || say "The cluster did not stop cleanly: ./dev cluster down"' EXIT
            trap 'exit 130' INT TERM
        fi
        cluster_up
        export KRATEYARD_TEST_CLUSTER=$RUN
        KRATEYARD_TEST_CLUSTER_NODES=$(sed -n 's/^NODES=//p' "$RUN/settings")
        export KRATEYARD_TEST_CLUSTER_NODES
    fi
    with_toolchain "$@" || status=$?
    return "$status"
}
