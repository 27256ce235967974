// Bytes, files and the clock.
#include "floor.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void die(const char *message, const char *detail) {
  fprintf(stderr, "floor: %s: %s\n", message, detail);
  exit(1);
}

void *allocate(size_t size) {
  void *space = calloc(1, size);
  if (!space) die("memory", "none left");
  return space;
}

void reserve(Buffer *buffer, size_t more) {
  if (buffer->space - buffer->count >= more) return;
  size_t space = (buffer->count + more) * 2;
  buffer->bytes = realloc(buffer->bytes, space);
  if (!buffer->bytes) die("memory", "none left");
  buffer->space = space;
}

void append(Buffer *buffer, const void *bytes, size_t count) {
  reserve(buffer, count);
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
}

void append_text(Buffer *buffer, const char *text) { append(buffer, text, strlen(text)); }

void append_escaped(Buffer *buffer, const char *text) {
  for (;;) {
    size_t plain = strcspn(text, "&<>");
    append(buffer, text, plain);
    text += plain;
    if (!*text) return;
    append_text(buffer, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : "&gt;");
    text++;
  }
}

void read_file(const char *path, Buffer *into) {
  int file = open(path, O_RDONLY);
  struct stat facts;
  if (file < 0 || fstat(file, &facts)) die("cannot read", path);
  into->count = 0;
  reserve(into, (size_t)facts.st_size + 1);
  while (into->count < (size_t)facts.st_size) {
    ssize_t got = read(file, into->bytes + into->count, (size_t)facts.st_size - into->count);
    if (got <= 0) die("cannot read", path);
    into->count += (size_t)got;
  }
  into->bytes[into->count] = 0;
  close(file);
}

void write_file(const char *path, const Buffer *buffer) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) die("cannot write", path);
  for (size_t done = 0; done < buffer->count;) {
    ssize_t written = write(file, buffer->bytes + done, buffer->count - done);
    if (written <= 0) die("cannot write", path);
    done += (size_t)written;
  }
  close(file);
}

double processor_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}
