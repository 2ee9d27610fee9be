"""Referrals: from one organisation to another and back, and everybody hears what came of it."""
