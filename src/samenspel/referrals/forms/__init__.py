"""What the pages of referrals ask."""
