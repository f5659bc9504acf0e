# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What runs where the tool-chain is: configure, build, run, test, bench, pack, check.

configure_and_build() { # preset [target...]; a target may be a pattern, 'bench_*'
    local preset=$1 folder=build/$1 stamp=build/$1/.configured targets=() target name
    shift
    # NOHASHDIR: another checkout of the same sources finds what this one has built.
    export CCACHE_BASEDIR=$HERE CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=locale,pch_defines,time_macros
    export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}
    export NINJA_STATUS=${NINJA_STATUS:-'[%f/%t] '}
    mkdir -p "$folder"
    lock "$folder/.lock" "building $folder"
    # Ninja configures again when a CMakeLists.txt changes; presets and the system below are ours to see.
    if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$stamp" ] \
        || [ "$(cat "$stamp" 2>/dev/null)" != "$KRATEYARD_INSIDE" ]; then
        local fresh=()
        [ ! -e "$stamp" ] || [ "$(cat "$stamp")" = "$KRATEYARD_INSIDE" ] || fresh=(--fresh)
        say "Configuring $folder."
        cmake --preset "$preset" "${fresh[@]}" > "$folder/configure.log" 2>&1 < /dev/null || {
            tail -n 40 "$folder/configure.log" >&2
            fail "" "Configuring $folder failed: the reason stands above, all of it in $folder/configure.log." \
                "After a change of branches or of the system, rm -rf $folder helps."
        }
        printf '%s\n' "$KRATEYARD_INSIDE" > "$stamp"
    fi
    for target in "$@"; do
        if [[ $target != *\** ]]; then targets+=(--target "$target"); continue; fi
        while read -r name; do
            # shellcheck disable=SC2053 # a pattern
            [[ $name != $target ]] || targets+=(--target "$name")
        done < <(ninja -C "$folder" -t targets all | sed -n 's/^\([A-Za-z0-9_-]*\): phony$/\1/p')
        [ ${#targets[@]} != 0 ] || fail "There is no target $target in $folder."
    done
    nice -n "${NICE:-2}" cmake --build "$folder" "${targets[@]}" >&2 < /dev/null || fail "" \
        "Building $folder failed: the first error above is the one to read." \
        "Again with fewer lines: ./dev build $preset${1:+ $*}. A shell with the compilers: ./dev shell"
    unlock
}

is_preset() { # word
    [[ ${1:-} =~ ^[a-z]+$ ]] && cmake --list-presets 2>/dev/null | grep -q "\"$1\""
}

do_build() { # [preset] [target...]
    local preset=${1:-dev}
    [ $# = 0 ] || shift
    is_preset "$preset" || fail "There is no preset $preset." "$(cmake --list-presets)"
    configure_and_build "$preset" "$@"
    say "Built: $HERE/build/$preset/bin"
}

do_run() {
    configure_and_build dev krateyard
    local app=$HERE/build/dev/bin/krateyard screenshot=$HERE/build/dev/screenshot.png argument previous=''
    case ${1:-} in demo | relay) exec "$app" "$@" ;; esac # servers
    for argument in "$@"; do
        case $argument in
        -h | --help | --help-all | -v | --version) QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} exec "$app" "$@" ;;
        --screenshot=*) screenshot=$(realpath -m "${argument#*=}") ;;
        esac
        [ "$previous" != --screenshot ] || screenshot=$(realpath -m "$argument")
        previous=$argument
    done
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exec "$app" "$@"
    say "There is no display here: Krateyard runs on a virtual one and leaves a screenshot."
    rm -f "$screenshot"
    QT_QPA_PLATFORM=xcb timeout 120 xvfb-run -a -e /dev/stderr -s '-screen 0 1600x1000x24' "$app" "$@" --screenshot "$screenshot" \
        || fail "Krateyard ended with an error (status $?)."
    [ -s "$screenshot" ] || fail "Krateyard left no screenshot."
    echo "$screenshot"
}

do_package() {
    local packages=build/release/packages log=build/release/package.log version
    [ $# = 0 ] || fail "usage: ./dev package"
    configure_and_build release krateyard icons
    check_descriptions
    rm -rf "$packages"
    cpack --config build/release/CPackConfig.cmake > "$log" 2>&1 < /dev/null || {
        tail -n 40 "$log" >&2
        fail "" "Packing failed: the reason stands above, all of it in $log."
    }
    rm -rf "$packages/_CPack_Packages"
    version=$(sed -nE 's/^CMAKE_PROJECT_VERSION:STATIC=//p' build/release/CMakeCache.txt)
    packaging/appimage/make build/release "$packages/Krateyard-$version-$(uname -m).AppImage" > "$log" 2>&1 || {
        tail -n 40 "$log" >&2
        fail "" "The AppImage could not be made: the reason stands above."
    }
    rm -rf "$packages"/*.AppDir
    printf '%s\n' "$HERE/$packages"/*
}

# What menus and software centres read.
check_descriptions() {
    local linux=packaging/linux id=org.krateyard.Krateyard
    ! command -v desktop-file-validate > /dev/null || desktop-file-validate "$linux/$id.desktop" \
        || fail "The desktop file is not as it should be."
    # There is no home page yet.
    ! command -v appstreamcli > /dev/null \
        || appstreamcli validate --no-net --override=url-homepage-missing=info "$linux/$id.metainfo.xml" >&2 \
        || fail "The AppStream data is not as it should be."
}

do_oracle() {
    configure_and_build dev krateyard-oracle
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} exec "$HERE/build/dev/bin/krateyard-oracle" "$@"
}

do_shell() {
    # NOHASHDIR: another checkout of the same sources finds what this one has built.
    export CCACHE_BASEDIR=$HERE CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=locale,pch_defines,time_macros
    if [ $# -gt 0 ]; then exec "$@"; fi
    say "The tool-chain of Krateyard; exit leaves it."
    PS1='krateyard:\w\$ ' exec bash --norc -i
}

# Does the person ask for the tests with the label cluster?
wants_cluster() { # ctest args...
    local previous='' argument
    for argument in "$@"; do
        case $previous in -L | --label-regex) [[ $argument != *cluster* ]] || return 0 ;; esac
        case $argument in -L*cluster* | --label-regex=*cluster*) return 0 ;; esac
        previous=$argument
    done
    return 1
}

do_test() { # [preset] ctest args...
    local preset=dev
    if is_preset "${1:-}"; then preset=$1; shift; fi
    local arguments=(--test-dir "build/$preset" --output-on-failure --no-tests=error)
    if wants_cluster "$@"; then
        [ -n "${KRATEYARD_TEST_CLUSTER:-}" ] || fail "There is no cluster here. Leave this shell and run ./dev test -L cluster."
    else
        local apart='^(cluster|soak)$' # soak: minutes; only by ./dev test -L soak
        [[ " $* " != *soak* ]] || apart='^cluster$'
        arguments+=(--label-exclude "$apart" --parallel "$(nproc)")
    fi
    configure_and_build "$preset"
    ctest "${arguments[@]}" "$@"
}

do_bench() { # [part of a name]
    configure_and_build release 'bench_*'
    local program found='' missed=()
    for program in build/release/bin/bench_*"${1:-}"*; do
        [ -x "$program" ] || continue
        found=yes
        say "" "== ${program##*/}"
        QT_QPA_PLATFORM=offscreen "$program" || missed+=("${program##*/} (status $?)")
    done
    [ -n "$found" ] || fail "There is no benchmark named ${1:-bench_*}."
    [ ${#missed[@]} = 0 ] || fail "" "Failed, or missed an aim: ${missed[*]}"
}

do_fuzz() { # [part of a name] [seconds]
    local name=${1:-} seconds=${2:-60} folder=build/fuzz fuzzer short found='' broken=()
    if [[ $name =~ ^[0-9]+$ ]]; then seconds=$name name=''; fi
    [[ $seconds =~ ^[0-9]+$ ]] || fail "usage: ./dev fuzz [name] [seconds]"
    configure_and_build fuzz fuzzers
    for fuzzer in "$folder"/bin/fuzz_*"$name"*; do
        [ -x "$fuzzer" ] || continue
        found=yes short=${fuzzer##*/fuzz_}
        mkdir -p "$folder/corpus/$short" "$folder/found"
        say "" "== $short, $seconds s"
        # Slow inputs count as hangs, and 1 GiB as unbounded; without -close_fd_mask problems are told.
        nice -n 19 "$fuzzer" "$folder/corpus/$short" "tests/data/fuzz/$short" -max_total_time="$seconds" \
            -timeout=10 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 -verbosity=0 \
            -artifact_prefix="$folder/found/$short-" || broken+=("$short")
    done
    [ -n "$found" ] || fail "There is no fuzzer named ${name:-fuzz_*}."
    [ ${#broken[@]} = 0 ] || fail "" "Broken: ${broken[*]}. The inputs are in $HERE/$folder/found;" \
        "run one again: ./dev shell $folder/bin/fuzz_NAME FILE"
    say "Nothing found."
}

do_check() {
    "$HERE/packaging/checks/run" "$@"
}

install_hook() {
    local hook
    hook=$(git rev-parse --git-path hooks)/pre-commit
    [ ! -e "$hook" ] || grep -q '/dev check' "$hook" || fail "There is a hook already: $hook"
    mkdir -p "${hook%/*}"
    printf '#!/bin/sh\n# made by ./dev check --install-hook\nexec ./dev check --fast\n' > "$hook"
    chmod +x "$hook"
    say "Each commit now runs ./dev check --fast first ($hook)."
}
