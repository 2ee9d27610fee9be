"""Changes to referrals."""
