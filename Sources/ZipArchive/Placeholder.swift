// ZipArchive: placeholder until its first file stands.
