"""Tables: CSV, Excel, data package."""
