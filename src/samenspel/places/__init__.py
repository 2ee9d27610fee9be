"""Places: municipality, district (wijk), neighbourhood (buurt), postcode, with their official figures."""
