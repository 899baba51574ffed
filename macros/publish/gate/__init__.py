"""The gate: what a built site must hold before it is published."""
