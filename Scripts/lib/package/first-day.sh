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

say 'kiso fill notiz --no-input'
cat >werte.json <<'JSON'
{"form": "gespraechsnotiz", "version": "1", "vorgangsnummer": "KSA-2-2025-0147", "notiz_nr": 1, "datum": "2025-11-18",
 "fachkraft": {"name": "Jörg Weißhaupt", "stadtbezirk": "2"}, "beratungsform": "namentlich", "kontaktart": "hausbesuch",
 "zugangsweg": "eigeninitiative", "erstkontakt": true, "kontakt_zustande": true, "stadtbezirk": "2",
 "kinder": [{"vorname": "İlkay", "nachname": "Çağlayan"}], "unterlagen_kopiert": false, "kwg_anhaltspunkte": false,
 "fallstatus": "laufend"}
JSON
kiso check werte.json --draft --as-of $day || [ $? -le 2 ]
say kiso render --blank spe -o einwilligung.pdf
kiso render --blank schweigepflichtentbindung -o einwilligung.pdf
pdfinfo einwilligung.pdf | grep Pages

say 'kiso archive init, add, list, today, case'
export KISO_ARCHIVE=$PWD/ablage/daten KISO_ARCHIVE_KEYS=$PWD/schluessel/bund
mkdir ablage schluessel
printf 'ein langes Kennwort fürs Amt\n' >kennwort
kiso archive init --person jw --passphrase-fd 3 3<kennwort || exit 1
export KISO_PERSON=jw
kiso archive add werte.json --draft --as-of $day --passphrase-fd 3 3<kennwort || [ $? = 1 ]
kiso archive list --as-of $day --passphrase-fd 3 3<kennwort
kiso today --as-of $day --passphrase-fd 3 3<kennwort
kiso case 0147 --as-of $day --passphrase-fd 3 3<kennwort | head -n 12
echo 'The first day is over.'
