// Values of one document from lines: `v NAME VALUE`, `t TABLE COLUMN…`, `r CELL…`, parted by tabs.
#include "floor.h"
#include <stdlib.h>
#include <string.h>

static char *next_word(char **rest) {
  char *word = *rest;
  if (!word) return NULL;
  char *tab = strchr(word, '\t');
  if (tab) *tab++ = 0;
  *rest = tab;
  return word;
}

void data_read(Data *data, const char *path) {
  read_file(path, &data->text);
  Table *table = NULL;
  for (char *line = (char *)data->text.bytes; line && *line;) {
    char *end = strchr(line, '\n');
    if (end) *end++ = 0;
    char *rest = line;
    char kind = *next_word(&rest);
    if (kind == 'v') {
      if (data->count == 512) die("too many fields", path);
      Field *field = &data->fields[data->count++];
      field->name = next_word(&rest);
      field->value = rest ? rest : "";
    } else if (kind == 't') {
      if (data->table_count == 4) die("too many tables", path);
      table = &data->tables[data->table_count++];
      table->name = next_word(&rest);
      while (rest && table->columns < 32) table->column[table->columns++] = next_word(&rest);
    } else if (kind == 'r' && table) {
      if ((table->rows & (table->rows + 1)) == 0)
        table->cells = realloc(table->cells, sizeof(char *) * (size_t)((table->rows + 1) * 2 * table->columns));
      for (int column = 0; column < table->columns; column++)
        table->cells[table->rows * table->columns + column] = next_word(&rest);
      table->rows++;
    } else {
      die("unknown line", line);
    }
    line = end;
  }
}

const char *data_value(const Data *data, const char *name) {
  for (int number = 0; number < data->count; number++)
    if (!strcmp(data->fields[number].name, name)) return data->fields[number].value;
  return NULL;
}

const Table *data_table(const Data *data, const char *name) {
  for (int number = 0; number < data->table_count; number++)
    if (!strcmp(data->tables[number].name, name)) return &data->tables[number];
  return NULL;
}
