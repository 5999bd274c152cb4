"""Tests that mirror the rooms of the house, module by module."""
