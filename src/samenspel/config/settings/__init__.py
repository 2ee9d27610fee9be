"""Settings: `base` holds what is always true; `demo`, `test` and `production` add where and how it runs."""
