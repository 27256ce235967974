// OpenDocument: placeholder until its first file stands.
