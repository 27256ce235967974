/// Rules that follow from a field being required, conditional or calculated.
let releaseGeneratedRules: [PaperCase] = [
  PaperCase("E-SPE-empfaenger-fehlt", "empfaenger is missing", .twoSheets, wrong: ["empfaenger="]),
  PaperCase("E-SPE-entbundene-fehlt", "entbundene is missing", .twoSheets, wrong: ["entbundene="]),
  PaperCase("E-SPE-erklaerende-fehlt", "erklaerende is missing", .twoSheets, wrong: ["erklaerende="]),
  PaperCase(
    "E-SPE-erklaerende.nachname-fehlt", "erklaerende.nachname is missing", .twoSheets,
    wrong: ["erklaerende[1]/nachname="],
    right: ["erklaerende[1]/nachname=", "erklaerende[1]/nur_ein_name=ja"]),
  PaperCase(
    "E-SPE-erklaerende.vorname-fehlt", "erklaerende.vorname is missing", .twoSheets,
    wrong: ["erklaerende[1]/vorname="], right: ["erklaerende[1]/vorname?=unbekannt"]),
  PaperCase("E-SPE-fachkraft-fehlt", "fachkraft is missing", .twoSheets, wrong: ["fachkraft="]),
  PaperCase(
    "E-SPE-fachkraft.name-fehlt", "fachkraft.name is missing", .twoSheets, wrong: ["fachkraft/name="]),
  PaperCase("E-SPE-fassung-fehlt", "fassung is missing", .twoSheets, wrong: ["fassung="]),
  PaperCase(
    "E-SPE-gueltig_bis-fehlt", "gueltig_bis is missing", .twoSheets, wrong: ["gueltig_bis_art=datum"],
    right: ["gueltig_bis_art=datum", "gueltig_bis=2026-01-31"]),
  PaperCase(
    "E-SPE-gueltig_bis_art-fehlt", "gueltig_bis_art is missing", .twoSheets, wrong: ["gueltig_bis_art="]),
  PaperCase("E-SPE-haeufigkeit-fehlt", "haeufigkeit is missing", .twoSheets, wrong: ["haeufigkeit="]),
  PaperCase("E-SPE-kinder-fehlt", "kinder is missing", .twoSheets, wrong: ["kinder="]),
  PaperCase(
    "E-SPE-kopie_ausgehaendigt-fehlt", "kopie_ausgehaendigt is missing", .twoSheets,
    wrong: ["kopie_ausgehaendigt="]),
  PaperCase("E-SPE-richtung-fehlt", "richtung is missing", .twoSheets, wrong: ["richtung="]),
  PaperCase(
    "E-SPE-sorge_nachweis-fehlt", "sorge_nachweis is missing", .contactOnly,
    wrong: ["sorge_nachweis=", "sorge_nachweis_am="],
    right: ["sorge_nachweis=", "sorge_nachweis_am=", "sorgerecht=gemeinsam"]),
  PaperCase(
    "E-SPE-sorge_nachweis_am-fehlt", "sorge_nachweis_am is missing", .contactOnly,
    wrong: ["sorge_nachweis_am="], right: ["sorge_nachweis_am=", "sorge_nachweis=eigene_angabe"]),
  PaperCase("E-SPE-sorgerecht-fehlt", "sorgerecht is missing", .twoSheets, wrong: ["sorgerecht="]),
  PaperCase("E-SPE-spe_id-fehlt", "spe_id is missing", .twoSheets, wrong: ["spe_id="]),
  PaperCase("E-SPE-sprache-fehlt", "sprache is missing", .twoSheets, wrong: ["sprache="]),
  PaperCase("E-SPE-umfang-fehlt", "umfang is missing", .twoSheets, wrong: ["umfang="]),
  PaperCase(
    "E-SPE-umfang_sonstiges-fehlt", "umfang_sonstiges is missing", .twoSheets, wrong: ["umfang[3]=sonstiges"],
    right: ["umfang[3]=sonstiges", "umfang_sonstiges=Fahrtkosten"]),
  PaperCase("E-SPE-unterlagen-fehlt", "unterlagen is missing", .twoSheets, wrong: ["unterlagen="]),
  PaperCase(
    "E-SPE-unterlagen_welche-fehlt", "unterlagen_welche is missing", .twoSheets, wrong: ["unterlagen=ja"],
    right: ["unterlagen=ja", "unterlagen_welche=U-Heft"]),
  PaperCase(
    "E-SPE-widerruf_durch-fehlt", "widerruf_durch is missing", .twoSheets, wrong: ["widerruf_am=2025-11-20"],
    right: ["widerruf_am=2025-11-20", "widerruf_durch=Thành Nguyễn"]),
  PaperCase("E-SPE-zweck-fehlt", "zweck is missing", .twoSheets, wrong: ["zweck="]),
  PaperCase(
    "H-SPE-grund_einzelunterschrift-entfaellt", "grund_einzelunterschrift has no place", .contactOnly,
    wrong: ["grund_einzelunterschrift=alltag"]),
  PaperCase(
    "H-SPE-grund_form-entfaellt", "grund_form has no place", .twoSheets, wrong: ["grund_form=Klinik"],
    right: ["grund_form=Klinik", "erklaerungsform=muendlich"]),
  PaperCase(
    "H-SPE-gueltig_bis-entfaellt", "gueltig_bis has no place", .twoSheets, wrong: ["gueltig_bis=2026-01-31"],
    right: ["gueltig_bis=2026-01-31", "gueltig_bis_art=datum"]),
  PaperCase(
    "H-SPE-sorge_nachweis-entfaellt", "sorge_nachweis has no place", .twoSheets,
    wrong: ["sorge_nachweis=beschluss"], right: ["sorgerecht=allein_mutter", "sorge_nachweis=beschluss"]),
  PaperCase(
    "H-SPE-sorge_nachweis_am-entfaellt", "sorge_nachweis_am has no place", .twoSheets,
    wrong: ["sorge_nachweis_am=2025-10-01"],
    right: ["sorgerecht=allein_mutter", "sorge_nachweis=beschluss", "sorge_nachweis_am=2025-10-01"]),
  PaperCase(
    "H-SPE-zweck_uebersetzt-entfaellt", "zweck_uebersetzt has no place", .twoSheets,
    wrong: ["zweck_uebersetzt=purpose"], right: ["zweck_uebersetzt=purpose", "fassung=de_en_1"]),
  PaperCase(
    "H-SPE-ausgenommen_uebersetzt-entfaellt", "ausgenommen_uebersetzt has no place", .twoSheets,
    wrong: ["ausgenommen_uebersetzt=none"], right: ["ausgenommen_uebersetzt=none", "fassung=de_en_1"]),
  PaperCase(
    "H-SPE-umfang_sonstiges_uebersetzt-entfaellt", "umfang_sonstiges_uebersetzt has no place", .twoSheets,
    wrong: ["umfang_sonstiges_uebersetzt=more", "fassung=de_en_1"],
    right: ["umfang[3]=sonstiges", "umfang_sonstiges_uebersetzt=more", "fassung=de_en_1"]),
  PaperCase(
    "H-SPE-unterlagen_uebersetzt-entfaellt", "unterlagen_uebersetzt has no place", .twoSheets,
    wrong: ["unterlagen_uebersetzt=letter", "fassung=de_en_1"],
    right: ["unterlagen=ja", "unterlagen_uebersetzt=letter", "fassung=de_en_1"]),
  PaperCase(
    "H-SPE-umfang_sonstiges-entfaellt", "umfang_sonstiges has no place", .twoSheets,
    wrong: ["umfang_sonstiges=Fahrtkosten"], right: ["umfang_sonstiges=Fahrtkosten", "umfang[3]=sonstiges"]),
  PaperCase(
    "H-SPE-unterlagen_welche-entfaellt", "unterlagen_welche has no place", .twoSheets,
    wrong: ["unterlagen_welche=U-Heft"], right: ["unterlagen_welche=U-Heft", "unterlagen=ja"]),
  PaperCase(
    "H-SPE-widerruf_durch-entfaellt", "widerruf_durch has no place", .twoSheets,
    wrong: ["widerruf_durch=Thành Nguyễn"], right: ["widerruf_durch=Thành Nguyễn", "widerruf_am=2025-11-20"]),
  PaperCase(
    "H-SPE-widerruf_form-entfaellt", "widerruf_form has no place", .twoSheets,
    wrong: ["widerruf_form=schriftlich"], right: ["widerruf_form=schriftlich", "widerruf_am=2025-11-20"]),
  PaperCase(
    "W-SPE-erklaerende.unterschrieben_am-berechnet", "erklaerende.unterschrieben_am is calculated",
    .twoSheets, wrong: ["erklaerende[1]/unterschrieben_am=2025-10-03"],
    right: ["erklaerende[1]/unterschrieben_am=2025-10-02"]),
  PaperCase(
    "W-SPE-erklaerende.anschrift.geschuetzt-berechnet", "erklaerende.anschrift.geschuetzt is calculated", .twoSheets,
    wrong: ["erklaerende[2]/anschrift/geschuetzt=ja"],
    right: ["erklaerende[2]/anschrift/geschuetzt=ja", "erklaerende[2]/anschrift/schutzadresse=ja"]),
  PaperCase(
    "W-SPE-empfaenger.anschrift.geschuetzt-berechnet", "empfaenger.anschrift.geschuetzt is calculated", .twoSheets,
    wrong: ["empfaenger[1]/anschrift/geschuetzt=ja", "empfaenger[1]/anschrift/ort=Bochum"]),
  PaperCase(
    "W-SPE-gueltig_ab-berechnet", "gueltig_ab is calculated", .twoSheets, wrong: ["gueltig_ab=2025-10-02"],
    right: ["gueltig_ab=2025-10-09"]),
  PaperCase(
    "W-SPE-gueltig_ende-berechnet", "gueltig_ende is calculated", .twoSheets,
    wrong: ["gueltig_ende=2025-12-31"], right: ["beendet_am=2025-09-30", "gueltig_ende=2025-12-30"]),
  PaperCase(
    "W-SPE-loeschen_am-berechnet", "loeschen_am is calculated", .twoSheets, wrong: ["loeschen_am=2026-10-11"],
    right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
  PaperCase(
    "W-SPE-status-berechnet", "status is calculated", .twoSheets, wrong: ["status=entwurf"],
    right: ["status=gueltig"]),
  PaperCase(
    "W-SPE-unterschrift_fehlt_von-berechnet", "unterschrift_fehlt_von is calculated", .twoSheets,
    wrong: ["unterschrift_fehlt_von=niemand"]),
  PaperCase(
    "E-SPE-sorge_ruht_von-fehlt", "sorge_ruht_von is missing", .contactOnly, wrong: ["sorgerecht=ruht"],
    right: ["sorgerecht=ruht", "sorge_ruht_von=vater"]),
  PaperCase(
    "E-SPE-sorge_bereich-fehlt", "sorge_bereich is missing", .contactOnly, wrong: ["sorgerecht=teilentzug"],
    right: ["sorgerecht=teilentzug", "sorge_bereich=mutter"]),
  PaperCase(
    "E-SPE-verhindert_seit-fehlt", "verhindert_seit is missing", .twoSheets,
    wrong: ["grund_einzelunterschrift=verhindert"],
    right: ["grund_einzelunterschrift=verhindert", "verhindert_seit=2025-09-01"]),
  PaperCase(
    "E-SPE-verhindert_grund-fehlt", "verhindert_grund is missing", .twoSheets,
    wrong: ["grund_einzelunterschrift=verhindert"],
    right: ["grund_einzelunterschrift=verhindert", "verhindert_grund=Haft ohne Kontakt"]),
  PaperCase(
    "H-SPE-sorge_ruht_von-entfaellt", "sorge_ruht_von has no place", .twoSheets, wrong: ["sorge_ruht_von=vater"],
    right: ["sorge_ruht_von=vater", "sorgerecht=ruht"]),
  PaperCase(
    "H-SPE-sorge_bereich-entfaellt", "sorge_bereich has no place", .twoSheets, wrong: ["sorge_bereich=eltern"],
    right: ["sorge_bereich=eltern", "sorgerecht=teilentzug"]),
  PaperCase(
    "H-SPE-verhindert_seit-entfaellt", "verhindert_seit has no place", .twoSheets,
    wrong: ["verhindert_seit=2025-09-01"], right: ["verhindert_seit=2025-09-01", "grund_einzelunterschrift=verhindert"]),
  PaperCase(
    "H-SPE-verhindert_grund-entfaellt", "verhindert_grund has no place", .twoSheets,
    wrong: ["verhindert_grund=Haft"], right: ["verhindert_grund=Haft", "grund_einzelunterschrift=verhindert"]),
  PaperCase(
    "H-WID-empfaenger_nr-entfaellt", "empfaenger_nr has no place", .revocation, wrong: ["empfaenger_nr[1]=1"],
    right: ["empfaenger_nr[1]=1", "umfang_widerruf=teilweise"]),
  PaperCase("E-WID-datum-fehlt", "datum is missing", .revocation, wrong: ["datum="]),
  PaperCase(
    "E-WID-fachkraft.name-fehlt", "fachkraft.name is missing", .revocation, wrong: ["fachkraft/name="]),
  PaperCase("E-WID-kinder-fehlt", "kinder is missing", .revocation, wrong: ["kinder="]),
  PaperCase("E-WID-person-fehlt", "person is missing", .revocation, wrong: ["person="]),
  PaperCase(
    "E-WID-umfang-fehlt", "umfang is missing", .revocation, wrong: ["umfang_widerruf=teilweise"],
    right: ["umfang_widerruf=teilweise", "empfaenger=Kita Purzelbaum"]),
  PaperCase(
    "E-WID-umfang_widerruf-fehlt", "umfang_widerruf is missing", .revocation, wrong: ["umfang_widerruf="]),
  PaperCase(
    "H-WID-empfaenger-entfaellt", "empfaenger has no place", .revocation,
    wrong: ["empfaenger=Kita Purzelbaum"], right: ["empfaenger=Kita Purzelbaum", "umfang_widerruf=teilweise"]),
  PaperCase(
    "H-WID-umfang-entfaellt", "umfang has no place", .revocation, wrong: ["umfang[1]=befunde"],
    right: ["umfang[1]=befunde", "umfang_widerruf=teilweise"]),
  PaperCase(
    "W-WID-loeschen_am-berechnet", "loeschen_am is calculated", .revocation,
    wrong: ["loeschen_am=2026-10-11"], right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
  PaperCase("E-KITA-absender-fehlt", "absender is missing", .kitaEnded, wrong: ["absender="]),
  PaperCase("E-KITA-absender.name-fehlt", "absender.name is missing", .kitaEnded, wrong: ["absender/name="]),
  PaperCase("E-KITA-datum-fehlt", "datum is missing", .kitaEnded, wrong: ["datum="]),
  PaperCase("E-KITA-kind-fehlt", "kind is missing", .kitaEnded, wrong: ["kind="]),
  PaperCase("E-KITA-kita-fehlt", "kita is missing", .kitaEnded, wrong: ["kita="]),
  PaperCase("E-KITA-status-fehlt", "status is missing", .kitaEnded, wrong: ["status="]),
  PaperCase(
    "W-KITA-kita.anschrift.geschuetzt-berechnet", "kita.anschrift.geschuetzt is calculated", .kitaEnded,
    wrong: ["kita/anschrift/geschuetzt=ja"]),
  PaperCase(
    "W-RSD-empfaenger.anschrift.geschuetzt-berechnet", "empfaenger.anschrift.geschuetzt is calculated", .feedback,
    wrong: ["empfaenger/anschrift/geschuetzt=ja"]),
  PaperCase(
    "W-KITA-loeschen_am-berechnet", "loeschen_am is calculated", .kitaEnded,
    wrong: ["loeschen_am=2026-10-11"], right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
  PaperCase("E-RSD-absender-fehlt", "absender is missing", .feedback, wrong: ["absender="]),
  PaperCase("E-RSD-absender.name-fehlt", "absender.name is missing", .feedback, wrong: ["absender/name="]),
  PaperCase("E-RSD-datum-fehlt", "datum is missing", .feedback, wrong: ["datum="]),
  PaperCase("E-RSD-empfaenger-fehlt", "empfaenger is missing", .feedback, wrong: ["empfaenger="]),
  PaperCase(
    "E-RSD-empfaenger.name-fehlt", "empfaenger.name is missing", .feedback, wrong: ["empfaenger/name="]),
  PaperCase("E-RSD-ergebnis-fehlt", "ergebnis is missing", .feedback, wrong: ["ergebnis="]),
  PaperCase("E-RSD-familie-fehlt", "familie is missing", .feedback, wrong: ["familie="]),
  PaperCase(
    "E-RSD-kontakt_bis-fehlt", "kontakt_bis is missing", .feedback, wrong: ["kontakt_bis="],
    right: ["kontakt_bis=", "ergebnis=nicht_zustande"]),
  PaperCase(
    "E-RSD-kontakt_von-fehlt", "kontakt_von is missing", .feedback, wrong: ["kontakt_von="],
    right: ["kontakt_von=", "ergebnis=nicht_zustande"]),
  PaperCase(
    "E-RSD-kontaktabbruch_hinweis-fehlt", "kontaktabbruch_hinweis is missing", .feedback,
    wrong: ["ergebnis=kontaktabbruch"], right: ["ergebnis=teilloesung"]),
  PaperCase(
    "E-RSD-kontaktabbruch_hinweis.letzter_kontakt-fehlt", "kontaktabbruch_hinweis.letzter_kontakt is missing",
    .feedback, wrong: ["ergebnis=kontaktabbruch", "kontaktabbruch_hinweis/versuche=3"],
    right: ["ergebnis=kontaktabbruch", "kontaktabbruch_hinweis/letzter_kontakt=2025-11-14"]),
  PaperCase(
    "E-RSD-sd_vermittelt_am-fehlt", "sd_vermittelt_am is missing", .feedback, wrong: ["sd_vermittelt_am="]),
  PaperCase(
    "E-RSD-text-fehlt", "text is missing", .feedback, wrong: ["text="],
    right: ["text=", "ergebnis=nicht_zustande"]),
  PaperCase(
    "H-RSD-kontakt_bis-entfaellt", "kontakt_bis has no place", .feedback, wrong: ["ergebnis=nicht_zustande"]),
  PaperCase(
    "H-RSD-kontakt_von-entfaellt", "kontakt_von has no place", .feedback, wrong: ["ergebnis=nicht_zustande"]),
  PaperCase(
    "H-RSD-kontaktabbruch_hinweis-entfaellt", "kontaktabbruch_hinweis has no place", .feedback,
    wrong: ["kontaktabbruch_hinweis/versuche=3"],
    right: ["ergebnis=kontaktabbruch", "kontaktabbruch_hinweis/versuche=3"]),
  PaperCase(
    "W-RSD-kontaktsatz-berechnet", "kontaktsatz is calculated", .feedback, wrong: ["kontaktsatz=Alles gut"]),
  PaperCase(
    "W-RSD-loeschen_am-berechnet", "loeschen_am is calculated", .feedback, wrong: ["loeschen_am=2026-10-11"],
    right: ["beendet_am=2025-10-10", "loeschen_am=2026-10-11"]),
  PaperCase(
    "W-RSD-einwilligung_von-berechnet", "whose consent it was is calculated", .feedback,
    wrong: ["einwilligung_von=des Vormunds"], right: ["einwilligung_von=der Eltern"]),
  PaperCase(
    "W-KITA-einwilligung_von-berechnet", "whose consent it was is calculated", .kitaEnded,
    wrong: ["einwilligung_von=der Eltern"], right: ["einwilligung_von=der Mutter"]),
  PaperCase(
    "W-RSD-nur_kontaktstatus-berechnet", "nur_kontaktstatus is calculated", .feedback,
    wrong: ["nur_kontaktstatus=ja"], right: ["nur_kontaktstatus=nein"]),
]
