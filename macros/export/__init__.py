"""What is published besides pages; one module per output."""
