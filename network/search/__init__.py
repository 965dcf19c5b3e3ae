"""Search in the directory: everyday words, inflected forms, abbreviations and typing errors."""
