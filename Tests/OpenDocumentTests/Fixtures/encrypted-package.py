#!/usr/bin/python3
"""Makes encrypted-package.odt, a package that is encrypted as a whole, without any code of kiso.

The form is the one LibreOffice writes from 24.8 on (LibreOffice's notes on its extensions of ODF; RFC 9106 for
Argon2id): the plain package is raw-deflated, encrypted with AES-256-GCM, and stands as IV, ciphertext and tag in the
one file `encrypted-package`. The key is Argon2id of the SHA-256 of the password in UTF-8.

Not run by the tests, which use the file beside this script. Needs Debian's python3-argon2 and python3-cryptography:

    ./encrypted-package.py encrypted-package.odt
"""

import base64
import hashlib
import io
import sys
import zipfile
import zlib

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PASSWORD = "Grün-Käse 7"
TYPE = "application/vnd.oasis.opendocument.text"
SALT = bytes(range(16))
IV = bytes(range(100, 112))
PASSES, MEMORY, LANES = 3, 65536, 4

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CONTENT = (
    f'{HEAD}<office:document-content xmlns:office="{OFFICE}" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.4"><office:body><office:text>'
    "<text:p>Als Ganzes verschlüsselt</text:p></office:text></office:body></office:document-content>"
)
RECORD = "<record>ä</record>"
INNER = (
    f'{HEAD}<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="1.4">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.4" manifest:media-type="{TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="Record/" manifest:media-type="application/vnd.kiso.record"/>'
    '<manifest:file-entry manifest:full-path="Record/record.xml" manifest:media-type="application/xml"/>'
    "</manifest:manifest>"
)


def package(*files):
    """A ZIP archive of (name, bytes, method), the same in every run."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data, method in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, data)
    return target.getvalue()


def main():
    plain = package(
        ("mimetype", TYPE, zipfile.ZIP_STORED),
        ("content.xml", CONTENT, zipfile.ZIP_DEFLATED),
        ("Record/record.xml", RECORD, zipfile.ZIP_DEFLATED),
        ("META-INF/manifest.xml", INNER, zipfile.ZIP_DEFLATED),
    )
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(plain) + packer.flush()
    start = hashlib.sha256(PASSWORD.encode("utf-8")).digest()
    key = hash_secret_raw(start, SALT, PASSES, MEMORY, LANES, 32, Type.ID)
    sealed = IV + AESGCM(key).encrypt(IV, packed, None)

    def b64(data):
        return base64.b64encode(data).decode("ascii")

    outer = (
        f'{HEAD}<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="1.4" '
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">\n'
        f' <manifest:file-entry manifest:full-path="encrypted-package" manifest:media-type="{TYPE}" '
        f'manifest:size="{len(plain)}">\n  <manifest:encryption-data>\n'
        '   <manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" '
        f'manifest:initialisation-vector="{b64(IV)}"/>\n'
        '   <manifest:start-key-generation manifest:start-key-generation-name='
        '"http://www.w3.org/2001/04/xmlenc#sha256" manifest:key-size="32"/>\n'
        '   <manifest:key-derivation manifest:key-derivation-name='
        '"urn:org:documentfoundation:names:experimental:office:manifest:argon2id" '
        f'loext:argon2-iterations="{PASSES}" loext:argon2-memory="{MEMORY}" loext:argon2-lanes="{LANES}" '
        f'manifest:salt="{b64(SALT)}" manifest:key-size="32"/>\n'
        "  </manifest:encryption-data>\n </manifest:file-entry>\n</manifest:manifest>"
    )
    with open(sys.argv[1], "wb") as file:
        file.write(
            package(
                ("mimetype", TYPE, zipfile.ZIP_STORED),
                ("encrypted-package", sealed, zipfile.ZIP_STORED),
                ("META-INF/manifest.xml", outer, zipfile.ZIP_DEFLATED),
            )
        )


if __name__ == "__main__":
    main()
