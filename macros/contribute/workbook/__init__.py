"""An agency's Excel workbook."""
