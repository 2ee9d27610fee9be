"""Samenspel: a local network of informal and formal care that works as one."""
