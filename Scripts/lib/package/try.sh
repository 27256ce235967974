#!/usr/bin/env bash
# Installs a package in a bare Debian of its own, without Swift, and does there what an office does on its first day.
set -euo pipefail
package=$(readlink -f "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if ! command -v mmdebstrap >/dev/null 2>&1; then
  echo 'mmdebstrap is not installed: the package was not tried.' >&2
  exit 1
fi
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
# It becomes the root of the other system, which its users must be able to enter.
chmod 755 "$root"
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
echo "A bare $release in a folder of its own"
mmdebstrap --variant=minbase --mode=root --format=directory --quiet \
  --include=man-db,bash-completion,libreoffice-writer-nogui,fonts-noto-core,fonts-dejavu-core,poppler-utils \
  --dpkgopt='path-exclude=' --customize-hook="copy-in $package /tmp" \
  --customize-hook="chroot \"\$1\" apt-get install -y --no-install-recommends /tmp/$(basename "$package")" \
  --customize-hook="chroot \"\$1\" useradd -m -s /bin/bash buero" "$release" "$root"

if chroot "$root" sh -c 'command -v swift || ls /usr/lib/swift' >/dev/null 2>&1; then
  echo 'There is a Swift in the system; nothing is proven.' >&2
  exit 1
fi
# Without it no Swift program sees its own words.
mount -t proc proc "$root/proc"
install -m 755 "$here/first-day.sh" "$root/tmp/first-day.sh"
install -m 644 "$here/../../../Examples/gespraechsnotiz-erstkontakt.json" "$root/tmp/notiz.json"
chroot "$root" su - buero -c /tmp/first-day.sh
chroot "$root" dpkg --purge kiso >/dev/null
if find "$root/usr" "$root/etc" -name 'kiso*' -o -name '_kiso*' | grep .; then
  echo 'Something is left after removing it.' >&2
  exit 1
fi
echo 'Removed, and nothing is left.'
