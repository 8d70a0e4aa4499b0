"""Cash in sickness and maternity, and who gives and who pays for medical care."""
