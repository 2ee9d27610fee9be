"""Tests of the pieces without domain words."""
