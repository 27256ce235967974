# shellcheck shell=bash
# What every script needs: installing what is missing, and saying so plainly when it cannot.
# Sourced, not run. Nothing here calls apt when nothing is missing.

# To build; without pkg-config the headers of libxml2 are not found.
# shellcheck disable=SC2034  # used by the scripts that source this file
build_packages=(libxml2-dev libzip-dev libdeflate-dev libjansson-dev libssl-dev libargon2-dev libsqlite3-dev
  libsodium-dev pkg-config)
# To open documents and spreadsheets in LibreOffice, and to let it protect some. Either edition will do: a desktop has
# the one with windows.
# shellcheck disable=SC2034
office_packages=('libreoffice-writer-nogui|libreoffice-writer' 'libreoffice-calc-nogui|libreoffice-calc' python3-uno
  fonts-noto-core fonts-dejavu-core)
# To fill in pages in a real browser.
# shellcheck disable=SC2034
browser_packages=(chromium)
# To look at what came out, to print into a file, and to make the system fail on purpose.
# shellcheck disable=SC2034
test_packages=(poppler-utils libxml2-utils strace python3 python3-jsonschema python3-lxml binutils cups-daemon cups-client)

# To make a Debian package: the manual as HTML and PDF, the check of the result.
# shellcheck disable=SC2034
packing_packages=(dpkg-dev lintian python3-markdown weasyprint man-db fonts-noto-core fonts-noto-mono fonts-dejavu-core)

note() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
step() { printf '\n== %s\n' "$*"; }

# require_swift: ends the script unless a Swift that can build the package is there.
require_swift() {
  local version
  if ! command -v swift >/dev/null 2>&1; then
    warn 'Swift fehlt. kiso braucht Swift 6.3 oder neuer: https://www.swift.org/install/linux/'
    warn 'Swift is missing. kiso needs Swift 6.3 or newer: https://www.swift.org/install/linux/'
    exit 1
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ] || [ "$(printf '%s\n' 6.3 "$version" | sort -V | head -n 1)" != 6.3 ]; then
    warn "Swift ${version:-(Version unbekannt)} ist zu alt. kiso braucht Swift 6.3 oder neuer."
    warn "Swift ${version:-(version unknown)} is too old. kiso needs Swift 6.3 or newer."
    exit 1
  fi
}

# has_package NAME: whether a Debian package is installed.
has_package() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

# missing_packages NAME|ALTERNATIVE...: prints those of which no alternative is installed.
missing_packages() {
  local entry name found
  local -a names
  for entry in "$@"; do
    found=no
    IFS='|' read -r -a names <<<"$entry"
    for name in "${names[@]}"; do
      if has_package "$name"; then found=yes; fi
    done
    if [ "$found" = no ]; then printf '%s\n' "${names[0]}"; fi
  done
}

# install_packages NAME...: installs what is missing. Status 1 if it cannot; says what and how.
install_packages() {
  local -a missing=() become=() apt
  if ! command -v dpkg-query >/dev/null 2>&1; then
    # Not Debian: the compiler will say what it does not find; these are the names to look for.
    warn "Kein Debian: bitte die Entsprechungen installieren von / not Debian, please install the like of: $*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" -eq 0 ]; then return 0; fi
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
      become=(sudo -n)
    else
      say_missing "${missing[@]}"
      return 1
    fi
  fi
  note "Es wird installiert / installing: ${missing[*]}"
  apt=("${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120)
  # An index that is old or out of reach need not hurt: what counts is whether the install succeeds.
  "${apt[@]}" update </dev/null >/dev/null 2>&1 || true
  if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null; then
    say_missing "${missing[@]}"
    return 1
  fi
}

# say_missing NAME...: what is missing and the command that installs it.
say_missing() {
  warn "Es fehlen diese Debian-Pakete / these Debian packages are missing: $*"
  warn 'Bitte installieren Sie sie mit / please install them with:'
  warn "  sudo apt-get update && sudo apt-get install --no-install-recommends $*"
}
