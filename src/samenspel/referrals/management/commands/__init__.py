"""Commands of referrals."""
