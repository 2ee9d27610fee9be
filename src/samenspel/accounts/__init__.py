"""People who sign in: accounts, roles as code, second factor, invitations by mail."""
