#!/bin/bash
# What an office does on its first day, as an ordinary user: a note, a consent to sign, filed, found, what comes next.
set -euo pipefail
umask 077
export LANG=C.UTF-8
day=2025-11-20
say() { printf '\n$ %s\n' "$*"; }

cd "$(mktemp -d)"
say kiso --version
kiso --version
say man kiso-fill
man -w kiso-fill
man kiso-fill | head -n 3
ls -l /usr/share/doc/kiso/handbuch.html /usr/share/doc/kiso/handbuch.pdf
say kiso forms
kiso forms | head -n 5
bash -c '. /usr/share/bash-completion/bash_completion && . /usr/share/bash-completion/completions/kiso && complete -p kiso'

say kiso setup --from einstellungen.txt
cat >einstellungen.txt <<'TEXT'
name = Jörg Weißhaupt
stadtbezirk = 2
zeichen = JW
ordner = ~/Papiere
zugang = jw
daten = ~/ablage/daten.kiso
schluessel = ~/schluessel/bund.kiso
TEXT
printf 'ein langes Kennwort fürs Amt\n' >kennwort
kiso setup --from einstellungen.txt --passphrase-fd 3 3<kennwort

say kiso check notiz.json, kiso render notiz.json
cp /tmp/notiz.json .
kiso check notiz.json --no-archive --as-of $day
kiso render notiz.json --no-archive --as-of $day -o notiz.pdf
pdfinfo notiz.pdf | grep Pages
say kiso render --blank spe -o einwilligung.pdf
kiso render --blank schweigepflichtentbindung -o einwilligung.pdf
pdfinfo einwilligung.pdf | grep Pages

say 'kiso archive add, list, today, case'
kiso archive add notiz.json --as-of $day --passphrase-fd 3 3<kennwort
kiso archive list --as-of $day --passphrase-fd 3 3<kennwort
kiso today --as-of $day --passphrase-fd 3 3<kennwort
kiso case 0147 --as-of $day --passphrase-fd 3 3<kennwort | head -n 12
echo 'The first day is over.'
