"""Tests of the places context."""
