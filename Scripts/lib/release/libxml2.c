/* What Debian's libxml2 could do and this program never asks for: converters of ICU (31 MB of data) for encodings, where
   XMLTree takes UTF-8 alone, and files packed by xz, where XMLTree opens no files. Each answers that it cannot. */
#include <stddef.h>
#include <unicode/ucnv.h>

void UCNV_FROM_U_CALLBACK_STOP(const void *context, UConverterFromUnicodeArgs *arguments, const UChar *units,
                               int32_t length, UChar32 character, UConverterCallbackReason reason, UErrorCode *error) {
  *error = U_UNSUPPORTED_ERROR;
}
void UCNV_TO_U_CALLBACK_STOP(const void *context, UConverterToUnicodeArgs *arguments, const char *units, int32_t length,
                             UConverterCallbackReason reason, UErrorCode *error) {
  *error = U_UNSUPPORTED_ERROR;
}
UConverter *ucnv_open(const char *name, UErrorCode *error) {
  *error = U_UNSUPPORTED_ERROR;
  return NULL;
}
void ucnv_close(UConverter *converter) {}
void ucnv_convertEx(UConverter *target, UConverter *source, char **to, const char *toEnd, const char **from,
                    const char *fromEnd, UChar *start, UChar **pivot, UChar **pivotTo, const UChar *end, UBool reset,
                    UBool flush, UErrorCode *error) {
  *error = U_UNSUPPORTED_ERROR;
}
void ucnv_setFromUCallBack(UConverter *converter, UConverterFromUCallback action, const void *context,
                           UConverterFromUCallback *oldAction, const void **oldContext, UErrorCode *error) {
  *error = U_UNSUPPORTED_ERROR;
}
void ucnv_setToUCallBack(UConverter *converter, UConverterToUCallback action, const void *context,
                         UConverterToUCallback *oldAction, const void **oldContext, UErrorCode *error) {
  *error = U_UNSUPPORTED_ERROR;
}

/* LZMA_MEM_ERROR */
int lzma_auto_decoder(void *stream, unsigned long long limit, unsigned flags) { return 5; }
int lzma_code(void *stream, int action) { return 5; }
int lzma_properties_decode(void *filter, const void *allocator, const unsigned char *properties, size_t size) {
  return 5;
}
void lzma_end(void *stream) {}
