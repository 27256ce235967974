// Files: placeholder until its first file stands.
