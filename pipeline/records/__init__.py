"""The vocabulary of the house: frozen records that pass between rooms. Imports nothing of ours."""
