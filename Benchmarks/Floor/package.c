// Packages: reading the directory, raw copies, one compressor that is used again.
#include "floor.h"
#include <string.h>

static uint32_t get16(const unsigned char *at) { return at[0] | (uint32_t)at[1] << 8; }
static uint32_t get32(const unsigned char *at) { return get16(at) | get16(at + 2) << 16; }

void package_open(Package *package, const char *path) {
  read_file(path, &package->file);
  const unsigned char *file = package->file.bytes;
  if (package->file.count < 22) die("no package", path);
  const unsigned char *end = file + package->file.count - 22;
  while (end > file && get32(end) != 0x06054b50) end--;
  if (end == file) die("no package", path);
  const unsigned char *at = file + get32(end + 16);
  package->count = (int)get16(end + 10);
  if (package->count > 64) die("too many entries", path);
  for (int number = 0; number < package->count; number++) {
    Entry *entry = &package->entries[number];
    uint32_t length = get16(at + 28);
    if (length >= sizeof entry->name) die("name too long", path);
    memcpy(entry->name, at + 46, length);
    entry->name[length] = 0;
    entry->method = (int)get16(at + 10);
    entry->crc = get32(at + 16);
    entry->packed = get32(at + 20);
    entry->size = get32(at + 24);
    const unsigned char *local = file + get32(at + 42);
    entry->offset = (uint32_t)(local - file) + 30 + get16(local + 26) + get16(local + 28);
    at += 46 + length + get16(at + 30) + get16(at + 32);
  }
}

const Entry *package_find(const Package *package, const char *name) {
  for (int number = 0; number < package->count; number++)
    if (!strcmp(package->entries[number].name, name)) return &package->entries[number];
  return NULL;
}

void package_unpack(const Package *package, const Entry *entry, z_stream *inflater, Buffer *into) {
  into->count = 0;
  reserve(into, entry->size + 1);
  unsigned char *packed = package->file.bytes + entry->offset;
  if (entry->method == 0) {
    append(into, packed, entry->size);
  } else {
    if (inflater->state ? inflateReset(inflater) : inflateInit2(inflater, -15)) die("inflate", entry->name);
    inflater->next_in = packed;
    inflater->avail_in = entry->packed;
    inflater->next_out = into->bytes;
    inflater->avail_out = entry->size;
    if (inflate(inflater, Z_FINISH) != Z_STREAM_END) die("inflate", entry->name);
    into->count = entry->size;
  }
  if (crc32(0, into->bytes, (uInt)into->count) != entry->crc) die("checksum", entry->name);
  into->bytes[into->count] = 0;
}

static void put16(Buffer *buffer, uint32_t number) {
  unsigned char bytes[2] = {(unsigned char)number, (unsigned char)(number >> 8)};
  append(buffer, bytes, 2);
}

static void put32(Buffer *buffer, uint32_t number) {
  put16(buffer, number & 0xffff);
  put16(buffer, number >> 16);
}

static void put_common(Buffer *buffer, const Entry *entry) {
  put16(buffer, 20);
  put16(buffer, 0);
  put16(buffer, (uint32_t)entry->method);
  put16(buffer, 0);
  put16(buffer, 0x21);
  put32(buffer, entry->crc);
  put32(buffer, entry->packed);
  put32(buffer, entry->size);
  put16(buffer, (uint32_t)strlen(entry->name));
  put16(buffer, 0);
}

static void put_local(Buffer *buffer, const Entry *entry) {
  put32(buffer, 0x04034b50);
  put_common(buffer, entry);
  append_text(buffer, entry->name);
}

static void put_directory(PackageWriter *writer, const Entry *entry, uint32_t offset) {
  Buffer *buffer = &writer->directory;
  put32(buffer, 0x02014b50);
  put16(buffer, 20);
  put_common(buffer, entry);
  put16(buffer, 0);
  put16(buffer, 0);
  put16(buffer, 0);
  put32(buffer, 0);
  put32(buffer, offset);
  append_text(buffer, entry->name);
  writer->count++;
}

void writer_begin(PackageWriter *writer) {
  writer->output.count = writer->directory.count = 0;
  writer->count = 0;
  if (!writer->deflater.state &&
      deflateInit2(&writer->deflater, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    die("deflate", "cannot begin");
}

void writer_copy(PackageWriter *writer, const Package *package, const Entry *entry) {
  uint32_t offset = (uint32_t)writer->output.count;
  put_local(&writer->output, entry);
  append(&writer->output, package->file.bytes + entry->offset, entry->packed);
  put_directory(writer, entry, offset);
}

void writer_deflate(PackageWriter *writer, const char *name, const Buffer *content) {
  Entry entry = {.method = 8, .crc = (uint32_t)crc32(0, content->bytes, (uInt)content->count)};
  strncpy(entry.name, name, sizeof entry.name - 1);
  entry.size = (uint32_t)content->count;
  uint32_t offset = (uint32_t)writer->output.count;
  put_local(&writer->output, &entry);
  z_stream *deflater = &writer->deflater;
  deflateReset(deflater);
  reserve(&writer->output, deflateBound(deflater, content->count));
  deflater->next_in = content->bytes;
  deflater->avail_in = (uInt)content->count;
  deflater->next_out = writer->output.bytes + writer->output.count;
  deflater->avail_out = (uInt)(writer->output.space - writer->output.count);
  if (deflate(deflater, Z_FINISH) != Z_STREAM_END) die("deflate", name);
  entry.packed = (uint32_t)deflater->total_out;
  writer->output.count += entry.packed;
  for (int byte = 0; byte < 4; byte++) writer->output.bytes[offset + 18 + byte] = (unsigned char)(entry.packed >> 8 * byte);
  put_directory(writer, &entry, offset);
}

void writer_finish(PackageWriter *writer) {
  uint32_t offset = (uint32_t)writer->output.count;
  append(&writer->output, writer->directory.bytes, writer->directory.count);
  put32(&writer->output, 0x06054b50);
  put32(&writer->output, 0);
  put16(&writer->output, (uint32_t)writer->count);
  put16(&writer->output, (uint32_t)writer->count);
  put32(&writer->output, (uint32_t)writer->directory.count);
  put32(&writer->output, offset);
  put16(&writer->output, 0);
}
