// FormModel: placeholder until its first file stands.
