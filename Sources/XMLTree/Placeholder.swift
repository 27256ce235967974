// XMLTree: placeholder until its first file stands.
