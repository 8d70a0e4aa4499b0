"""What laws pay for accidents at work and diseases from it."""
