"""Parts of finding for pages of other contexts."""
