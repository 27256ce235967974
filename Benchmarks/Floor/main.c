// floor write TEMPLATE.odt OUT.odt COUNT DATA... [--fresh ENTRY]...   floor read DOCUMENT.odt COUNT [--print]
//
// Writes COUNT documents, the data in turns, or reads one COUNT times, and prints the seconds of the processor that this
// took; making the template ready is not among them. Entries called fresh are packed for every document although
// nothing in them changes.
#include "floor.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const Entry *entry;
  Segment *segments;  // NULL: copied raw
  Buffer fresh;       // empty: copied raw
} PlannedEntry;

static int ends(const char *text, const char *with) {
  size_t length = strlen(text), tail = strlen(with);
  return length >= tail && !strcmp(text + length - tail, with);
}

static void write_documents(int count, char **words) {
  static Package package;
  static PlannedEntry plan[64];
  static PackageWriter writer;
  static Buffer content;
  z_stream inflater = {0};
  package_open(&package, words[0]);
  const char *out = words[1];
  long documents = atol(words[2]);
  Data *data = allocate(sizeof *data * 8);
  int sets = 0;
  for (int word = 3; word < count; word++) {
    if (!strcmp(words[word], "--fresh") && word + 1 < count) {
      const Entry *entry = package_find(&package, words[++word]);
      if (entry) package_unpack(&package, entry, &inflater, &plan[entry - package.entries].fresh);
    } else if (sets < 8) {
      data_read(&data[sets++], words[word]);
    }
  }
  for (int number = 0; number < package.count; number++) {
    plan[number].entry = &package.entries[number];
    if (!ends(package.entries[number].name, "content.xml")) continue;
    package_unpack(&package, plan[number].entry, &inflater, &content);
    plan[number].segments = segments_parse(&content);
  }
  double begin = processor_seconds();
  for (long done = 0; done < documents; done++) {
    writer_begin(&writer);
    for (int number = 0; number < package.count; number++) {
      PlannedEntry *planned = &plan[number];
      if (planned->segments) {
        content.count = 0;
        segments_write(planned->segments, &data[done % sets], &content);
        writer_deflate(&writer, planned->entry->name, &content);
      } else if (planned->fresh.count) {
        writer_deflate(&writer, planned->entry->name, &planned->fresh);
      } else {
        writer_copy(&writer, &package, planned->entry);
      }
    }
    writer_finish(&writer);
    write_file(out, &writer.output);
  }
  printf("%.9f\n", processor_seconds() - begin);
}

int main(int count, char **words) {
  if (count >= 6 && !strcmp(words[1], "write")) {
    write_documents(count - 2, words + 2);
  } else if (count >= 4 && !strcmp(words[1], "read")) {
    int prints = count > 4 && !strcmp(words[4], "--print");
    double begin = processor_seconds();
    read_document(words[2], atol(words[3]), prints);
    if (!prints) printf("%.9f\n", processor_seconds() - begin);
  } else {
    fputs("floor write TEMPLATE OUT COUNT DATA... [--fresh ENTRY]...\nfloor read DOCUMENT COUNT [--print]\n", stderr);
    return 64;
  }
  return 0;
}
