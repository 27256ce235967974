// A template cut into segments once: fixed bytes, values, rows that repeat, parts that may be left out.
//
// Marks are `text:placeholder` elements: `<name>`, `<für name>` … `<ende>` in table rows of their own, `<wenn name>` …
// `<ende>` in paragraphs of their own.
#include "floor.h"
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

typedef enum { BYTES, VALUE, ROWS, CONDITION } Kind;

struct Segment {
  Kind kind;
  char *name;
  Buffer bytes;
  int number;  // of the table's column, found when the first row is written; -1 before
  Segment *inner, *next;
};

typedef struct {
  Segment *open[8];  // the blocks around, the outermost first
  Segment **last[9];
  int depth, marks;
} Cutter;

static Segment *add(Cutter *cutter, Kind kind, const char *name) {
  Segment *segment = allocate(sizeof *segment);
  segment->kind = kind;
  segment->number = -1;
  segment->name = name ? strdup(name) : NULL;
  *cutter->last[cutter->depth] = segment;
  cutter->last[cutter->depth] = &segment->next;
  return segment;
}

static Buffer *fixed(Cutter *cutter) {
  Segment **last = cutter->last[cutter->depth];
  Segment *segment = (Segment *)((char *)last - offsetof(Segment, next));
  int isFirst = cutter->depth == 0 ? last == cutter->last[8] : last == &cutter->open[cutter->depth - 1]->inner;
  if (!isFirst && segment->kind == BYTES) return &segment->bytes;
  return &add(cutter, BYTES, NULL)->bytes;
}

static int is_mark(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, "placeholder");
}

/// The one block mark of a row or paragraph that holds nothing else; NULL where there is none.
static const xmlNode *lone_mark(const xmlNode *node, int *others) {
  const xmlNode *found = NULL;
  for (const xmlNode *child = node->children; child; child = child->next) {
    const xmlNode *inner = NULL;
    if (child->type == XML_TEXT_NODE) {
      if (!xmlIsBlankNode(child)) ++*others;
    } else if (is_mark(child)) {
      inner = child;
    } else {
      inner = lone_mark(child, others);
    }
    if (inner && found) ++*others;
    if (inner) found = inner;
  }
  return found;
}

static int begins(const char *text, const char *with) { return !strncmp(text, with, strlen(with)); }

/// Whether a row or paragraph was a block's mark, which is dealt with then.
static int block(Cutter *cutter, const xmlNode *node) {
  int isRow = !strcmp((const char *)node->name, "table-row");
  if (!isRow && strcmp((const char *)node->name, "p")) return 0;
  int others = 0;
  const xmlNode *mark = lone_mark(node, &others);
  if (!mark || others) return 0;
  char *text = (char *)xmlNodeGetContent(mark);
  size_t length = strlen(text);
  if (length && text[length - 1] == '>') text[length - 1] = 0;
  int isBlock = 1;
  if (begins(text, "<für ") || begins(text, "<wenn ")) {
    Segment *segment = add(cutter, isRow ? ROWS : CONDITION, strchr(text, ' ') + 1);
    if (cutter->depth == 7) die("too deep", text);
    cutter->open[cutter->depth++] = segment;
    cutter->last[cutter->depth] = &segment->inner;
  } else if (!strcmp(text, "<ende")) {
    cutter->depth--;
  } else {
    isBlock = 0;
  }
  xmlFree(text);
  return isBlock;
}

static void put_name(Buffer *output, const xmlNs *space, const xmlChar *name) {
  if (space && space->prefix) {
    append_text(output, (const char *)space->prefix);
    append(output, ":", 1);
  }
  append_text(output, (const char *)name);
}

static void put_attribute(Buffer *output, const char *text) {
  for (;;) {
    size_t plain = strcspn(text, "\"&<");
    append(output, text, plain);
    text += plain;
    if (!*text) return;
    append_text(output, *text == '"' ? "&quot;" : *text == '&' ? "&amp;" : "&lt;");
    text++;
  }
}

static void cut(Cutter *cutter, const xmlNode *node) {
  if (node->type == XML_TEXT_NODE) {
    append_escaped(fixed(cutter), (const char *)node->content);
    return;
  }
  if (node->type != XML_ELEMENT_NODE) return;
  if (is_mark(node)) {
    char *text = (char *)xmlNodeGetContent(node);
    text[strlen(text) - 1] = 0;
    add(cutter, VALUE, text + 1);
    cutter->marks++;
    xmlFree(text);
    return;
  }
  if (block(cutter, node)) return;
  Buffer *output = fixed(cutter);
  append(output, "<", 1);
  put_name(output, node->ns, node->name);
  for (const xmlNs *space = node->nsDef; space; space = space->next) {
    append_text(output, " xmlns:");
    append_text(output, (const char *)space->prefix);
    append_text(output, "=\"");
    put_attribute(output, (const char *)space->href);
    append(output, "\"", 1);
  }
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
    append(output, " ", 1);
    put_name(output, attribute->ns, attribute->name);
    append_text(output, "=\"");
    put_attribute(output, attribute->children ? (const char *)attribute->children->content : "");
    append(output, "\"", 1);
  }
  if (!node->children) {
    append(output, "/>", 2);
    return;
  }
  append(output, ">", 1);
  for (const xmlNode *child = node->children; child; child = child->next) cut(cutter, child);
  output = fixed(cutter);
  append(output, "</", 2);
  put_name(output, node->ns, node->name);
  append(output, ">", 1);
}

Segment *segments_parse(const Buffer *xml) {
  xmlDoc *document = xmlReadMemory((const char *)xml->bytes, (int)xml->count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  if (!document) die("template", "not well-formed");
  Segment *first = NULL;
  Cutter cutter = {.depth = 0};
  cutter.last[0] = cutter.last[8] = &first;
  append_text(fixed(&cutter), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  cut(&cutter, xmlDocGetRootElement(document));
  xmlFreeDoc(document);
  return cutter.marks ? first : NULL;
}

static int column_of(const Table *table, const char *name) {
  for (int column = 0; column < table->columns; column++)
    if (!strcmp(table->column[column], name)) return column;
  die("no such column", name);
  return -1;
}

static void write_all(const Segment *first, const Data *data, const Table *table, int row, Buffer *output) {
  for (const Segment *segment = first; segment; segment = segment->next) {
    switch (segment->kind) {
      case BYTES: append(output, segment->bytes.bytes, segment->bytes.count); break;
      case VALUE: {
        const char *value;
        if (table) {
          if (segment->number < 0) ((Segment *)segment)->number = column_of(table, segment->name);
          value = table->cells[row * table->columns + segment->number];
        } else {
          value = data_value(data, segment->name);
        }
        if (!value) die("no value", segment->name);
        append_escaped(output, value);
        break;
      }
      case ROWS: {
        const Table *rows = data_table(data, segment->name);
        if (!rows) die("no such table", segment->name);
        for (int number = 0; number < rows->rows; number++) write_all(segment->inner, data, rows, number, output);
        break;
      }
      case CONDITION:
        if (data_value(data, segment->name)) write_all(segment->inner, data, table, row, output);
        break;
    }
  }
}

void segments_write(const Segment *first, const Data *data, Buffer *output) {
  write_all(first, data, NULL, 0, output);
}
