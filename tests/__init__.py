"""Tests: rules, actions, pages, journeys, and the whole product in a browser."""
