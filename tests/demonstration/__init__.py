"""The demo network: its generator, its doors and its command."""
