"""Reading the log: lines for people, links for the check."""

from samenspel.audit.queries.chain import check, head
from samenspel.audit.queries.lines import Filter, Line, as_csv_rows, as_lines, lines, merged

__all__ = ["Filter", "Line", "as_csv_rows", "as_lines", "check", "head", "lines", "merged"]
