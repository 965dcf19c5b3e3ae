"""Forms that parse what people type and word its errors."""
