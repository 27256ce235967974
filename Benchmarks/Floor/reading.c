// Reading a document again: unpacked with zlib, gone through with libxml2's SAX, all text kept.
#include "floor.h"
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  Buffer text;
  int fields, skipped, inBody;
} Reading;

static int is(const xmlChar *name, const char *wanted) { return !strcmp((const char *)name, wanted); }

static void start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces, const xmlChar **space,
    int count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)spaces, (void)space, (void)defaulted;
  Reading *reading = context;
  if (is(name, "body") || is(name, "meta")) reading->inBody++;
  if (is(name, "tab")) append(&reading->text, "\t", 1);
  if (is(name, "line-break")) append(&reading->text, "\n", 1);
  if (is(name, "s")) append(&reading->text, " ", 1);
  for (int number = 0; number < count; number++) {
    const xmlChar **attribute = attributes + 5 * number;
    // The names of fields and sections, by which a value is found.
    if (is(attribute[0], "name") || is(attribute[0], "description")) reading->fields++;
  }
}

static void finish(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)uri;
  Reading *reading = context;
  if (is(name, "body") || is(name, "meta")) reading->inBody--;
  int isField = prefix && (is(prefix, "meta") || is(prefix, "dc"));
  if (isField || is(name, "p") || is(name, "h")) append(&reading->text, "\n", 1);
}

static void characters(void *context, const xmlChar *text, int count) {
  Reading *reading = context;
  if (reading->inBody) append(&reading->text, text, (size_t)count);
}

void read_document(const char *path, long count, int prints) {
  static Package package;
  static Buffer part;
  static Reading reading;
  z_stream inflater = {0};
  xmlSAXHandler handler = {0};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = finish;
  handler.characters = characters;
  const char *parts[] = {"content.xml", "meta.xml"};
  for (long done = 0; done < count; done++) {
    package_open(&package, path);
    reading.text.count = 0;
    for (int number = 0; number < 2; number++) {
      const Entry *entry = package_find(&package, parts[number]);
      if (!entry) continue;
      package_unpack(&package, entry, &inflater, &part);
      xmlParserCtxt *parser = xmlCreatePushParserCtxt(&handler, &reading, NULL, 0, NULL);
      xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
      if (xmlParseChunk(parser, (const char *)part.bytes, (int)part.count, 1)) die("not well-formed", parts[number]);
      xmlFreeParserCtxt(parser);
    }
  }
  if (prints) fwrite(reading.text.bytes, 1, reading.text.count, stdout);
}
