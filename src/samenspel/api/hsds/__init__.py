"""The directory as Open Referral HSDS 3.1 tells it; which field stands where is in `docs/hsds.md`."""
