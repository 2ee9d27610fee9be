"""The closed loop: from one organisation to another and back."""
