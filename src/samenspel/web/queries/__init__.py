"""What the pages over several contexts gather from the contexts below."""
