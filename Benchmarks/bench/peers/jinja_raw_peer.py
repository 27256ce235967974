"""content.xml as a template of Jinja, the other entries copied as they are packed."""

import struct
import zipfile
import zlib

from common import flat, put, run
from jinja2 import Environment

LOCAL = struct.Struct("<IHHHHHIIIHH")
CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
END = struct.Struct("<IHHHHIIH")


def prepare(path):
    entries = []
    with open(path, "rb") as file, zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
        for entry in archive.infolist():
            file.seek(entry.header_offset)
            head = LOCAL.unpack(file.read(LOCAL.size))
            file.seek(head[9] + head[10], 1)
            packed = file.read(entry.compress_size)
            entries.append((entry.filename.encode(), entry.compress_type, entry.CRC, packed, entry.file_size))
    template = Environment(autoescape=True).from_string(content)

    def write(values, out):
        filled = template.render(flat(values)).encode()
        parts, directory, offset = [], [], 0
        for name, method, checksum, packed, size in entries:
            if name == b"content.xml":
                packer = zlib.compressobj(6, zlib.DEFLATED, -15)
                packed = packer.compress(filled) + packer.flush()
                checksum, size = zlib.crc32(filled), len(filled)
            common = (20, 0, method, 0, 0x21, checksum, len(packed), size, len(name), 0)
            directory.append(CENTRAL.pack(0x02014B50, 20, *common, 0, 0, 0, 0, offset) + name)
            parts += [LOCAL.pack(0x04034B50, *common), name, packed]
            offset += LOCAL.size + len(name) + len(packed)
        listed = b"".join(directory)
        end = END.pack(0x06054B50, 0, 0, len(entries), len(entries), len(listed), offset, 0)
        put(out, b"".join([*parts, listed, end]))

    return write


run(prepare)
