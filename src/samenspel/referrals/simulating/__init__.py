"""A believable year of requests and referrals, made from a seed: for the demo, for benches, and to look at the product.

What is written is what the actions would have written: every step goes by the tables of `rules`, and has its line in
the path and in the journal. The log gets one line for the whole, because it never says that something was recorded
earlier than it was. Nothing here is about anybody who exists.
"""
