"""Publishing: the order of the steps from data to a published folder, the preview, and the gate."""
