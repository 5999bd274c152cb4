"""How the home's database came to be, version by version; run by `store.migrate`."""
