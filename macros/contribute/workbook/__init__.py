"""An agency's Excel workbook: written with its tasks, read back with its reports, entered into the data."""
