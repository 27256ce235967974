// Printing: placeholder until its first file stands.
