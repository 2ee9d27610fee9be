"""Settings, addresses and the commands that start, test and measure the product."""
