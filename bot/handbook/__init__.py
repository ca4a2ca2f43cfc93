"""The knowledge as pages a lawyer can read: decision tables, pictures, figures. Made from the data alone."""
