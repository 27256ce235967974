// Terminal: placeholder until its first file stands.
