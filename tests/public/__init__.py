"""What citizens see, and what they never see."""
