"""What pages and mails of referrals show."""
