# shellcheck shell=bash
# The licences in a package: ours, and those of what stands inside the program, taken from where Debian keeps them.

# write_copyright FILE: the machine-readable head, and the texts of the libraries one after the other.
write_copyright() {
  local package
  {
    cat <<'TEXT'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: kiso
Comment: The program holds the libraries below; what Debian says of each follows after the paragraphs.

Files: *
Copyright: 2026 the authors of kiso
License: none-yet
 The authors have not chosen a licence yet. Until they do, nobody but them may
 pass the program on; the office they gave it to may use it.

Files: usr/bin/kiso
Copyright: 2014-2026 Apple Inc. and the Swift project authors
License: Apache-2.0
 Swift's standard library stands inside, under the Apache License 2.0 with the
 Runtime Library Exception. On Debian systems the licence is in
 /usr/share/common-licenses/Apache-2.0.
TEXT
    for package in libargon2-dev libdeflate-dev libjansson-dev libsodium-dev libsqlite3-dev libssl-dev libxml2-dev \
      zlib1g-dev; do
      printf '\n\n== %s\n\n' "$package"
      cat "/usr/share/doc/$package/copyright"
    done
  } >"$1"
}
