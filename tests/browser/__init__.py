"""What a person sees: our server as a real process, looked at with a real Chromium."""
