# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Where the tool-chain comes from: this system's packages, or a Debian 13 build root.
# KRATEYARD_ROAD=native|root overrides the choice. Inside the root KRATEYARD_INSIDE is its name.

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/krateyard
BUILDROOT=$HERE/packaging/buildroot

# native: new enough; root: needs the build root; foreign: not Debian, its owner installs packages.
road() {
    [ -z "${KRATEYARD_ROAD:-}" ] || { echo "$KRATEYARD_ROAD"; return; }
    command -v apt-get >/dev/null || { echo foreign; return; }
    (
        ID='' VERSION_ID=''
        # shellcheck source=/dev/null
        . /etc/os-release
        case $ID in
        debian) oldest=13 ;;
        ubuntu) oldest=25.04 ;;
        *) echo root; return ;;
        esac
        # Debian's testing and unstable have no VERSION_ID
        if [ -z "$VERSION_ID" ] || dpkg --compare-versions "$VERSION_ID" ge "$oldest"; then echo native; else echo root; fi
    )
}

packages_hash() { "$BUILDROOT/list" all | sort | sha256sum | cut -c1-12; }

# Runs one of the do_* commands of this script where the tool-chain is.
with_toolchain() { # command args...
    if [ -n "${KRATEYARD_INSIDE:-}" ]; then
        "do_$1" "${@:2}"
        return
    fi
    case $(road) in
    native)
        prepare_native
        KRATEYARD_INSIDE=native "do_$1" "${@:2}" ;;
    foreign)
        KRATEYARD_INSIDE=foreign "do_$1" "${@:2}" ;;
    root)
        prepare_root
        KRATEYARD_INSIDE=$(basename "$ROOT") "$BUILDROOT/enter" "$ROOT" "$HERE" "$HERE/dev" "$@" ;;
    *)
        fail "KRATEYARD_ROAD must be native or root." ;;
    esac
}

# ---- packages of this system -----------------------------------------------------------------------

missing_packages() { # names...
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<< "$installed")
}

install_packages() { # names...
    local as_root=() answer
    say "Missing packages: $*"
    if [ "$(id -u)" != 0 ]; then
        as_root=(sudo)
        if [ -n "${CI:-}" ]; then
            as_root=(sudo --non-interactive)
        else
            [ -t 0 ] && [ -t 2 ] || fail "Install them with: sudo apt-get install --no-install-recommends $*"
            read -r -p "Install them now with sudo apt-get? [Y/n] " answer
            [[ $answer =~ ^([yY].*)?$ ]] || fail "Nothing was installed."
        fi
    fi
    local get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends)
    "${get[@]}" install "$@" >&2 < /dev/null || { "${get[@]}" update >&2 && "${get[@]}" install "$@" >&2; } < /dev/null \
        || fail "apt-get could not install them; see above."
}

prepare_native() {
    local stamp names missing
    stamp=$CACHE/packages-$(packages_hash)
    [ ! "$stamp" -nt /var/lib/dpkg/status ] || return 0
    mapfile -t names < <("$BUILDROOT/list" required)
    while read -r name; do
        [ -z "$(apt-cache show "$name" 2>/dev/null)" ] || names+=("$name")
    done < <("$BUILDROOT/list" optional)
    mapfile -t missing < <(missing_packages "${names[@]}")
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
    mkdir -p "$CACHE"
    rm -f "$CACHE"/packages-*
    touch "$stamp"
}

# ---- the build root -------------------------------------------------------------------------------

# Sets ROOT and keeps a shared lock on it while this process and its children live, so that no
# other ./dev removes it.
prepare_root() {
    ROOT=$CACHE/root-$(packages_hash)
    if [ ! -e "$ROOT/.made" ]; then
        mkdir -p "$CACHE"
        lock "$CACHE/root.lock" "making the build root"
        [ -e "$ROOT/.made" ] || make_root
        unlock
    fi
    exec {ROOT_LOCK}< "$ROOT/.made"
    flock --shared "$ROOT_LOCK"
}

make_root() {
    local needed=(mmdebstrap debian-archive-keyring) missing free
    [ "$(id -u)" = 0 ] || needed+=(bubblewrap uidmap)
    mapfile -t missing < <(missing_packages "${needed[@]}")
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
    free=$(df -Pk "$CACHE" | awk 'NR == 2 { print int($4 / 1048576) }')
    [ "$free" -ge 4 ] || fail "The build root needs 4 GB under $CACHE; $free GB are free."
    say "This system is too old for Qt 6.8. Making a Debian 13 build root in $ROOT," \
        "once: about 350 MB to fetch, two to three minutes."
    [ ! -e "$ROOT.partial" ] || say "(An earlier attempt did not finish; starting again.)"
    "$BUILDROOT/make" "$ROOT" >&2 || fail "The build root could not be made; the reason stands above. Run the same command to try again."
    remove_old_roots
}

remove_old_roots() {
    local old
    for old in "$CACHE"/root-????????????; do
        [ "$old" != "$ROOT" ] && [ -e "$old/.made" ] || continue
        (
            exec {used}< "$old/.made"
            flock --nonblock "$used" || exit 0 # somebody works in it; the next new root removes it
            say "Removing the earlier build root $(basename "$old")."
            rm -rf --one-file-system "$old"
        )
    done
}
