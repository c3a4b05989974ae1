#!/bin/sh
# Sets up, once, what the program needs on this machine, and starts it.
#
#   ./kiosk.sh demo            the door at work on an invented day
#   ./kiosk.sh test            every check of the project
#   ./kiosk.sh test ARGUMENTS  pytest alone, with these arguments
#   ./kiosk.sh ANYTHING ELSE   the program's own commands: ./kiosk.sh --help lists them
#
# KIOSK_VENV names the folder of the Python environment (.venv beside this file).
# KIOSK_PYTHON names the Python, 3.11 or newer, that it is made with (python3).
set -eu

here=$(dirname -- "$(readlink -f -- "$0")")
venv=${KIOSK_VENV:-$here/.venv}
unfinished=$venv.unfinished # stands from the start of a set-up to its end

# Each library under the name that the loader looks for, and the Debian package that brings it. The names of packages
# differ between releases (libzbar0t64); apt-get finds the newer ones under these older names too.
libraries='
libEGL.so.1            libegl1
libGL.so.1             libgl1
libglib-2.0.so.0       libglib2.0-0
libxkbcommon.so.0      libxkbcommon0
libcups.so.2           libcups2
libdbus-1.so.3         libdbus-1-3
libfontconfig.so.1     libfontconfig1
libzbar.so.0           libzbar0
libpulse.so.0          libpulse0
libgssapi_krb5.so.2    libgssapi-krb5-2
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-shape.so.0      libxcb-shape0
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libXrandr.so.2         libxrandr2
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1    libwayland-egl1
'

say() {
    printf 'kiosk: %s\n' "$*" >&2
}

stop() {
    say "$*"
    exit 1
}

lock_file() { # run|test
    case $1 in
        run) echo "$here/requirements.lock" ;;
        test) echo "$here/requirements-dev.lock" ;;
    esac
}

# What a finished set-up rested on. The Python it was made with is part of it: an upgrade of the system replaces that.
fingerprint() { # run|test
    echo "$(cat "$here/kiosk.sh" "$(lock_file "$1")" | cksum) $(readlink -f "$venv/bin/python")"
}

is_set_up() { # run|test
    [ -x "$venv/bin/python" ] && [ ! -e "$unfinished" ] &&
        [ "$(cat "$venv/.set-up-$1" 2>/dev/null)" = "$(fingerprint "$1")" ]
}

# A release candidate (as Ubuntu 22.04 has for 3.11) does not count: the locks' conditions do not hold for it.
find_python() {
    for python in "${KIOSK_PYTHON:-python3}" python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(not sys.version_info >= (3, 11, 0, "final"))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    return 1
}

stop_without_python() {
    stop "Python 3.11 or newer is needed; found: $(python3 --version 2>/dev/null || echo none)." \
        "Debian 12, Ubuntu 24.04 and later releases have it. Elsewhere, install one beside the older one" \
        "and name it: KIOSK_PYTHON=/path/to/python3.11"
}

missing_python() {
    if python=$(find_python); then
        "$python" -c 'import ensurepip, venv' 2>/dev/null ||
            "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    elif command -v python3 >/dev/null; then
        stop_without_python
    else
        echo python3-venv
    fi
}

missing_libraries() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    echo "$libraries" | while read -r library package; do
        case $known in
            *"$library "*) ;;
            *) echo "$library $package" ;;
        esac
    done
}

# What runs beside the program: the voice that reads aloud; for tests also a screen with a finger, a browser and a
# bus for screen readers.
missing_programs() { # run|test
    command -v espeak-ng >/dev/null || echo espeak-ng
    [ "$1" = test ] || return 0
    command -v Xvfb >/dev/null || echo xvfb
    command -v xdotool >/dev/null || echo xdotool
    command -v chromium >/dev/null || echo chromium
    command -v dbus-run-session >/dev/null || echo dbus-bin dbus-daemon
    [ -e /usr/libexec/at-spi2-registryd ] || echo at-spi2-core
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 \
        install -y -qq --no-install-recommends "$@" >/dev/null
}

install_packages() { # run|test
    python_package=$(missing_python)
    packages=$(echo "$python_package"; missing_libraries | cut -d ' ' -f 2; missing_programs "$1")
    [ -n "$packages" ] || return 0
    # shellcheck disable=SC2086 # each package is an argument of its own
    set -- $packages
    if ! command -v apt-get >/dev/null; then
        say "there is no apt-get here. Please install by your system's own means what Debian has in these packages:"
        say "  $*"
        say "The libraries that were not found: $(missing_libraries | cut -d ' ' -f 1 | tr '\n' ' ')"
        return
    fi
    if [ "$(id -u)" != 0 ] && ! { command -v sudo >/dev/null && sudo -v; }; then
        say "some system packages are missing, and only an administrator can install them:"
        say "  apt-get install --no-install-recommends $*"
        return
    fi
    say "installing system packages: $*"
    as_root apt-get -o DPkg::Lock::Timeout=120 update -qq || say "the list of packages could not be renewed; trying with the old one."
    # One package that this release does not know must not keep the others away.
    apt_install "$@" || for package; do
        apt_install "$package" || say "the package $package could not be installed; going on without it."
    done
}

# Making the environment empties its folder: it must not be a folder of the user's own.
refuse_other_folders() {
    if [ -e "$venv" ] && [ ! -e "$unfinished" ] && [ ! -e "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv")" ]; then
        stop "$venv is not a Python environment, and is left as it is. Name another folder with KIOSK_VENV."
    fi
}

make_environment() {
    # An installation that was cut off half-way is begun anew.
    if [ -e "$unfinished" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        python=$(find_python) || stop_without_python
        say "making a Python environment in $venv"
        : >"$unfinished"
        "$python" -m venv --clear "$venv"
    fi
}

set_up() { # run|test
    refuse_other_folders
    install_packages "$1"
    make_environment
    : >"$unfinished"
    say "installing Python packages (the first time up to 300 MB are fetched, which takes a minute or more)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$(lock_file "$1")" ||
        stop "the Python packages could not be installed; see above. The next call tries again."
    rm "$unfinished"
    fingerprint "$1" >"$venv/.set-up-$1"
    # The packages of the tests include those of the program.
    [ "$1" = run ] || fingerprint run >"$venv/.set-up-run"
    say "the set-up is finished."
}

# Two calls at once: the second waits, and finds the work done.
set_up_once() { # run|test
    if is_set_up "$1"; then
        return
    fi
    (
        if command -v flock >/dev/null; then
            flock --nonblock 9 || {
                say "another call is setting up; waiting for it."
                flock 9
            }
        fi
        if ! is_set_up "$1"; then
            set_up "$1"
        fi
    ) 9>"$venv.lock"
}

check() { # TITLE PYTHON-ARGUMENTS...
    title=$1
    shift
    printf '\n== %s\n' "$title"
    "$venv/bin/python" "$@" || stop "this check failed: $title"
}

run_tests() {
    printf '\n== Tests (pytest)\n'
    rm -f .pytest_cache/v/cache/lastfailed
    ended=0
    "$venv/bin/python" -m pytest -n 2 --cov --cov-report= || ended=$?
    case $ended in
        0) return ;;
        1) unsteady=$("$venv/bin/python" scripts/second_try.py) || stop "this check failed: Tests (pytest)" ;;
        *) stop "the tests did not come to their end (pytest ended with $ended)" ;;
    esac
    check 'What fell of windows, pages and programs, once more and alone (pytest)' \
        -m pytest --last-failed --cov --cov-append --cov-report=
}

run_checks() {
    unsteady=
    check 'Rules of the code (ruff check)' -m ruff check .
    check 'Layout of the code (ruff format)' -m ruff format --check .
    check 'Types (mypy --strict)' -m mypy
    check 'Imports go one way (import-linter)' "$venv/bin/lint-imports" --no-logo
    run_tests
    check 'Branch coverage of the core: 100 %' -m coverage report --include='kiosk/core/*' --fail-under=100
    check 'Branch coverage of the rest: 85 %' -m coverage report --omit='kiosk/core/*' --fail-under=85
    command -v chromium >/dev/null || say "left out: the browser tests (tests/browser), as there is no Chromium here"
    [ -z "$unsteady" ] || say "unsteady, and to be mended: these fell beside the others and stood alone: $unsteady"
    printf '\nEvery check passed.\n'
}

if [ "${1-}" = test ]; then
    shift
    set_up_once test
    cd "$here"
    if [ $# -gt 0 ]; then
        exec "$venv/bin/python" -m pytest "$@"
    fi
    run_checks
else
    set_up_once run
    # The program is taken from this checkout, and the folder that the user is in stays out of Python's search (-P).
    PYTHONPATH=$here${PYTHONPATH:+:$PYTHONPATH}
    export PYTHONPATH
    exec "$venv/bin/python" -P -m kiosk "$@"
fi
