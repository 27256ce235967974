// Paperwork: placeholder until its first file stands.
