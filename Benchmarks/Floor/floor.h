// The floor: what a plain C program needs for the same document. Nothing of kiso is in it.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

/// Bytes that grow; the space is kept for the next document.
typedef struct {
  unsigned char *bytes;
  size_t count, space;
} Buffer;

void die(const char *message, const char *detail);
void *allocate(size_t size);
void reserve(Buffer *buffer, size_t more);
void append(Buffer *buffer, const void *bytes, size_t count);
void append_text(Buffer *buffer, const char *text);
/// Escapes `&`, `<` and `>`.
void append_escaped(Buffer *buffer, const char *text);
void read_file(const char *path, Buffer *into);
void write_file(const char *path, const Buffer *buffer);

/// An entry of a package, still packed.
typedef struct {
  char name[128];
  int method;
  uint32_t crc, packed, size, offset;
} Entry;

typedef struct {
  Buffer file;
  Entry entries[64];
  int count;
} Package;

void package_open(Package *package, const char *path);
const Entry *package_find(const Package *package, const char *name);
/// Unpacks into a buffer that is emptied first.
void package_unpack(const Package *package, const Entry *entry, z_stream *inflater, Buffer *into);

typedef struct {
  Buffer output, directory;
  int count;
  z_stream deflater;
} PackageWriter;

void writer_begin(PackageWriter *writer);
void writer_copy(PackageWriter *writer, const Package *package, const Entry *entry);
void writer_deflate(PackageWriter *writer, const char *name, const Buffer *content);
void writer_finish(PackageWriter *writer);

typedef struct {
  const char *name, *value;
} Field;

typedef struct {
  const char *name;
  int columns, rows;
  const char *column[32];
  const char **cells;
} Table;

/// The values of one document.
typedef struct {
  Buffer text;
  Field fields[512];
  int count;
  Table tables[4];
  int table_count;
} Data;

void data_read(Data *data, const char *path);
const char *data_value(const Data *data, const char *name);
const Table *data_table(const Data *data, const char *name);

typedef struct Segment Segment;

/// An entry cut into segments; NULL where it has no marks.
Segment *segments_parse(const Buffer *xml);
void segments_write(const Segment *first, const Data *data, Buffer *output);

/// Reads a finished document again: text of the body, fields and metadata.
void read_document(const char *path, long count, int prints);

double processor_seconds(void);
