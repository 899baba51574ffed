"""Reports as Word documents, in the layout of Vietnamese administrative documents (Decree 30/2020/NĐ-CP)."""
