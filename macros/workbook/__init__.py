"""The Excel workbook in which an agency reports on its tasks: written from the data, read back into an update file."""
