"""The home: what is decided and read comes in and is kept; records come out. The only room that knows the database."""
