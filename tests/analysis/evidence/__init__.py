"""Tests of judging from evidence."""
